"""What each word is in its clause, in languages where the order of words shows the subject."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

import msgspec

from claimcheck.extract.words.cases import cases
from claimcheck.extract.words.genders import code_of
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.lemma import morphology
from claimcheck.extract.words.remembered import Remembered
from claimcheck.lexicon import has_table, table

WORD, DETERMINER, PREPOSITION, BETWEEN, NUMBER = "w", "d", "p", "l", "#"
AUXILIARY, UNFINITE, FINITE, PAST, PARTICIPLE, GERUND = "a", "b", "v", "e", "n", "g"
BASE, EITHER, TO = "m", "s", "t"
"""A verb in its base form; a word that is a noun or a verb; the word before an infinitive."""
RELATIVE, WHOSE, SUBORDINATE, JOINT, POINTING, SKIPPED = "r", "o", "u", "j", "h", "x"
PRONOUN, OBJECT, CONTRACTED = "i", "k", "c"
"""A pronoun, one that is no subject, and one in one word with its verb: "they're"."""
WHEN = "y"
"""A time or date."""
COMMA, DASH, OPENING, CLOSING, STOP, QUOTE = ",", "-", "(", ")", ";", '"'
_MARKS = {
    ",": COMMA, "–": DASH, "—": DASH, "-": DASH, "(": OPENING, "[": OPENING, ")": CLOSING,
    "]": CLOSING, ";": STOP, ":": STOP, ".": STOP, "!": STOP, "?": STOP,
    "“": QUOTE, "”": QUOTE, '"': QUOTE, "„": QUOTE, "«": QUOTE, "»": QUOTE,
}  # fmt: skip


class Lists(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Lists of `data/<language>/order.toml`, which says what each of them is."""

    that: str
    who: str
    of: str
    bounds: frozenset[tuple[str, str]]
    owners: tuple[str, ...]
    past_endings: tuple[str, ...]
    singulars: tuple[str, ...]
    agents: frozenset[str]
    being: frozenset[str]
    belonging: frozenset[str]
    carriers: frozenset[str]
    changing: frozenset[str]
    either: frozenset[str]
    guilty: frozenset[str]
    handing: frozenset[str]
    held: frozenset[str]
    holding: frozenset[str]
    impersonal: frozenset[str]
    indefinite: frozenset[str]
    judging: frozenset[str]
    kinds_of_place: frozenset[str]
    owned: frozenset[str]
    passive: frozenset[str]
    persons: frozenset[str]
    plurals: frozenset[str]
    present: frozenset[str]
    price: frozenset[str]
    pricing: frozenset[str]
    reporting: frozenset[str]
    selves: frozenset[str]
    sending: frozenset[str]
    steering: frozenset[str]
    times: frozenset[str]
    unchanged: frozenset[str]
    verbs: frozenset[str]
    where: frozenset[str]


class Parts(Lists, frozen=True, kw_only=True, gc=False):
    """What a language tells of its words as parts of clauses, ready to be asked."""

    kinds: Mapping[str, str]
    """What a word is, as written inside a sentence."""
    opening: Mapping[str, str]
    """What it is where it opens one, with its capital letter."""
    pronouns: Mapping[str, int]
    """What a pronoun can stand for; 0 for nothing that was named."""
    possessive: Mapping[str, int]
    """The same for its article: "their"."""
    objective: Mapping[str, int]
    """The same for a pronoun that is no subject: "them"."""
    verb_of: Callable[[str], str | None]
    articles: frozenset[str]
    definite: frozenset[str]
    people: tuple[str, ...]
    """Endings of nouns for people."""
    modifiers: tuple[str, ...]
    """Endings of adjectives, where those look like nouns."""

    def is_base(self, word: str) -> bool:
        """Return whether a word may be an infinitive."""
        return word in self.verbs or self.verb_of(word) == word

    def base(self, word: str) -> str:
        """Return the infinitive of a verb, or what is left of it without its ending."""
        lower = word.lower()
        verb = self.verb_of(lower)
        if verb is not None:
            return verb
        return next((lower.removesuffix(e) for e in self.past_endings if lower.endswith(e)), lower)


@cache
def parts(language: str) -> Parts | None:
    """Return the parts of speech of a language; None where nothing is told of them."""
    if not has_table(f"{language}/order"):
        return None
    data, rules = table(f"{language}/order"), grammar(language)
    lists = msgspec.convert(data, Lists)
    known = cases(language)
    pronouns = {
        word: part[1] for word, part in (known.parts if known else {}).items() if part is not None
    }
    closed = _closed(data, pronouns, language)
    kinds = Remembered(_Kinds(data, closed, language).of)

    def opening(word: str) -> str:
        lower = word.lower()
        if lower in closed:
            return closed[lower]
        kind = kinds[lower]
        past = kind == PAST and lower.endswith(lists.past_endings)
        return kind if past or kind == PARTICIPLE else WORD

    return Parts(
        **msgspec.structs.asdict(lists),
        kinds=kinds,
        opening=Remembered(opening),
        pronouns=pronouns,
        possessive={w: code_of(k) for k, row in data["possessive"].items() for w in row},
        objective={w: code_of(k) for k, row in data["object"].items() for w in row},
        verb_of=Remembered(morphology(language).verb).__getitem__,
        articles=rules.articles,
        definite=rules.definite,
        people=rules.people,
        modifiers=tuple(e for e in rules.modifier_endings if e not in data["no_modifiers"]),
    )


def _closed(
    data: Mapping[str, list[str]], pronouns: Mapping[str, int], language: str
) -> dict[str, str]:
    """Return the words of which there are few, by what they are; later ones count more."""
    found = dict.fromkeys(data["skipped"], SKIPPED)
    cues = table(f"{language}/claims")["cues"]
    found |= {word: PREPOSITION for word in cues["preposition"] if " " not in word}
    for words, kind in (
        (grammar(language).articles, DETERMINER), (data["determiners"], DETERMINER),
        (data["between"], BETWEEN), (data["auxiliaries"], AUXILIARY), (data["unfinite"], UNFINITE),
        (data["relative"], RELATIVE), (data["whose"], WHOSE), (data["subordinate"], SUBORDINATE),
        (data["joints"], JOINT), (pronouns, PRONOUN), (data["pointing"], POINTING),
        (data["objects"], OBJECT), (data["to"], TO), (data["nobody"], DETERMINER),
        (data["contracted"], CONTRACTED),
    ):  # fmt: skip
        found |= dict.fromkeys((word.lower() for word in words), kind)
    return found | _MARKS


def _present(verb: str) -> tuple[str, str]:
    """Return the forms of a verb in the present."""
    if verb.endswith(("s", "x", "z", "sh", "ch")):
        return verb, f"{verb}es"
    ies = verb.endswith("y") and verb[-2] not in "aeou"
    return verb, f"{verb[:-1]}ies" if ies else f"{verb}s"


class _Kinds:
    """Tells what a word is by its form and by the verbs and nouns that are known."""

    def __init__(
        self, data: Mapping[str, list[str]], closed: Mapping[str, str], language: str
    ) -> None:
        self._closed = closed
        self._participles = frozenset(data["participles"])
        self._no_pasts = frozenset(data["pasts"])
        self._names_too = frozenset(data["names_too"])
        self._further = frozenset(form for verb in data["verbs"] for form in _present(verb))
        self._nouns = frozenset(data["nouns"])
        self._forms = morphology(language)
        self._unchanged = frozenset(data["unchanged"])
        irregular = [
            [form for form in forms if not form.endswith("ing")]
            for forms in table(f"{language}/lemmas")["irregular"].values()
        ]
        self._pasts = frozenset(forms[0] for forms in irregular if len(forms) > 1)
        self._pasts |= frozenset(data["finite"])
        self._perfects = frozenset(form for forms in irregular for form in forms[1:])

    def of(self, word: str) -> str:
        """Return the part of speech of a word as written."""
        if word in self._closed:
            return self._closed[word]
        if not word[0].islower():
            lower = word.lower()
            known = word[1:].islower() or len(word) == 1
            known = known and lower in self._closed and lower not in self._names_too
            return self._closed[lower] if known else WORD
        if not word.isalpha():
            return WORD
        if word in self._participles:
            return PARTICIPLE
        if word in self._nouns:
            return WORD
        if word in self._further:
            return EITHER
        verb, noun = self._forms.verb(word), self._forms.noun(word)
        if word.endswith("ed") and len(word) > 4 and word not in self._no_pasts:
            return PAST
        if word.endswith("ly") and noun is None:
            return SKIPPED
        if verb is None:
            ing = word.endswith("ing") and len(word) > 5 and noun is None
            return GERUND if ing else WORD
        if word.endswith("ing"):
            return WORD if noun is not None else GERUND
        if word == verb or word == f"{verb}s" or word in (f"{verb}es", f"{verb[:-1]}ies"):
            if noun is not None or self._forms.adjective(word) is not None:
                return EITHER
            if word in self._unchanged:
                return PAST
            return BASE if word == verb else FINITE
        if word in self._pasts:
            return FINITE
        return PARTICIPLE if word in self._perfects else PAST
