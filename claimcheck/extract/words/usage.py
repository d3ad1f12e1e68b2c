"""How a document uses its capitalised words, and what that tells of each: name or noun."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence, Set
from functools import cache, partial

import msgspec

from claimcheck.extract.words.cases import one_acting
from claimcheck.extract.words.grammar import Grammar, grammar
from claimcheck.extract.words.lemma import morphology, phrase_openers
from claimcheck.extract.words.morphology import Morphology, Reading
from claimcheck.extract.words.person_names import (
    before_particles,
    first_name,
    particles,
    past_initials,
)
from claimcheck.extract.words.remembered import Remembered
from claimcheck.lexicon import table

_OPENED_BY_AGE, _AGE_DIGITS = 6, 2
"""The least tokens of a sentence that a name and an age open, and the digits of the age."""
_GENITIVES = ("'s", "’s", "'", "’")
_ACRONYM_REACH = 8
Known = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""Names by their first word: all words in lower case, and the key."""


class Usage(msgspec.Struct, frozen=True, gc=False):
    """How a document uses its capitalised words, read once for each document."""

    bare: Mapping[str, int]
    """Capitalised word -> how often it stands inside a sentence without an article."""
    governed: Mapping[str, int]
    """Capitalised word -> how often an article or adjective stands before it."""
    surnames: Mapping[str, str]
    """Last word of a longer name, or its acronym -> key of that name."""
    written: Set[str]
    """All words of the document as written."""
    pairs: Sequence[tuple[str, str]] = ()
    """Words side by side that both have a capital letter."""
    short: Mapping[str, str] = {}
    """Last word of a known name of two words -> its key: "die Bahn" after "Deutsche Bahn"."""
    topics: Container[str] = frozenset()
    """The concepts that the document speaks of, of those that some words mean only then."""
    own: Known = {}
    """Further names by their first word, longest first, as `names.known_names` has them."""

    def writes_small(self, lower: str) -> bool:
        """Return whether the document has a word in small letters."""
        return lower in self.written and lower.islower()

    def only_says(self, word: str, name: str, rules: Grammar) -> bool:
        """Return whether a word says what somebody of a name is that the text has without it.

        "Corkman Ray" where the text names Jo Ray, or "Carmaker Veltra".
        """
        full = self.surnames.get(name, word)
        if word.endswith(rules.people) and not full.startswith(word):
            return True
        return self.bare.get(name, 0) > 0 and is_company_noun(word, rules)


class Shape(msgspec.Struct, frozen=True, gc=False):
    """What a word is by its form alone.

    Words written small can be no names: `common`, `compound` and `known` are false of them.
    """

    base: str
    """Without the ending of the genitive that an apostrophe marks."""
    upper: bool
    """Written with a capital letter."""
    capital: bool
    """The same, or odd."""
    odd: bool
    """Shaped like a name: an acronym, an inner capital, digits inside."""
    adjective: bool
    """Written small, with the ending of an adjective."""
    article: bool
    opener: bool
    """A word that opens sentences in capitals without being a name."""
    legal: bool
    """The legal form of a company."""
    role: bool = False
    common: bool = False
    """A common noun, by its ending or as a known word."""
    compound: bool = False
    """Common only as a compound of known words, and so perhaps a name ("Nordlicht")."""
    known: bool = False
    """Known to the word lists as any kind of word."""
    asks: bool = False
    """A verb and nothing else, as opens a question: "Zeigt Lobau hier Stärke?"."""
    plain_noun: bool = False
    """Common, where nouns have capital letters, and no legal form of a company."""
    leads: bool = False
    """What can be the first word of a name of two words."""
    ends: bool = False
    """What can be the last one."""


@cache
def shapes(language: str) -> Remembered[Shape]:
    """Return the table of what each word is by its form."""
    rules = grammar(language)
    openers = frozenset[str]() if rules.capital_nouns else phrase_openers(language)
    strangers = frozenset(table(f"{language}/claims")["verbs"]["no_verbs"])
    return Remembered(partial(_shape, rules, morphology(language), openers, strangers))


def _shape(
    rules: Grammar, forms: Morphology, openers: Set[str], strangers: Set[str], word: str
) -> Shape:
    base = strip_genitive(word)
    lower = base.lower()
    upper = word[0].isupper()
    odd = _is_odd(word)
    lowered = word.lower()
    article = lowered in rules.articles
    opener = lowered in rules.openers or _contracted(lowered) in rules.openers
    legal = lowered in rules.legal_forms
    adjective = len(word) > 4 and word[0].islower() and word.endswith(rules.adjective_endings)
    adjective = adjective and word not in rules.like_adjectives
    if not upper and not odd:
        return Shape(base, upper, odd, odd, adjective, article, opener, legal)
    reading = forms.reading(base)
    called = "-" in lower and all(map(first_name, lower.split("-")))
    joined = rules.capital_nouns and "-" in base and not called
    joined = joined and _is_plain_compound(rules, forms, lower)
    odd = odd and not joined
    noun = not called and (
        reading.noun is not None
        or (rules.capital_nouns and reading.head is not None)
        or lower in rules.common_nouns
        or joined
    )
    role = lower in rules.roles or (rules.capital_nouns and rules.ends_in_role(lower))
    named = role or (not called and rules.ends_as_common(lower))
    common = not odd and (noun or named)
    word_known = noun or reading.verb is not None or reading.adjective is not None
    known = word_known or role or lower in rules.stop_words or lower in openers
    strange = not known and not common
    body = rules.capital_nouns and lower.endswith(rules.institutions) and not first_name(lower)
    return Shape(
        base, upper, True, odd, adjective, article, opener, legal, role, common,
        compound=reading.noun is None and not (named or joined),
        known=known,
        asks=rules.capital_nouns
        and _only_verb(reading)
        and not (common or lower in strangers or first_name(lower)),
        plain_noun=common and rules.capital_nouns and not legal,
        leads=strange and word.isalpha() and len(word) > 1 and not (opener or body),
        ends=not common and not odd and base.isalpha(),
    )  # fmt: skip


def _only_verb(reading: Reading) -> bool:
    return reading.verb is not None and reading.noun is None and reading.adjective is None


def _contracted(lower: str) -> str:
    """Return the first word of a contraction ("we're")."""
    return lower.replace("’", "'").partition("'")[0]


def _is_plain_compound(rules: Grammar, forms: Morphology, lower: str) -> bool:
    """Return whether a word joined by hyphens is a common noun, and no institution's name."""
    head = lower.rpartition("-")[2]
    role = head in rules.roles or rules.ends_in_role(head)
    role = role and not head.endswith(rules.company_nouns)
    if len(head) < 3 or (head.endswith(rules.institutions) and not role):
        return False
    reading = forms.reading(head.capitalize())
    known = reading.noun is not None or reading.head is not None or head in rules.common_nouns
    return known or role or rules.ends_as_common(head)


def read_usage(sentences: Iterable[Sequence[str]], language: str) -> Usage:
    """Count how the capitalised words of a document's sentences stand."""
    rules, table = grammar(language), shapes(language)
    titled, acting = not rules.capital_nouns, one_acting(language)
    bare: dict[str, int] = {}
    governed: dict[str, int] = {}
    surnames: dict[str, str] = {}
    written: set[str] = set()
    small = particles()
    aged: list[str] = []
    pairs: list[tuple[str, str]] = []
    for words in sentences:
        written.update(words)
        if titled and is_title(words, language):
            continue
        if titled and _aged(words) and not table[words[0]].opener:
            aged.append(words[0])
        last = len(words) - 1
        firm = _firm(words, language)
        if firm is not None and (table[firm].common or firm.endswith("s")):
            surnames.setdefault(firm, firm.lower())
        for i in [i for i, word in enumerate(words) if word[0].isupper() and i]:
            word, before = words[i], words[i - 1]
            form, previous = table[word], table[before]
            base = form.base
            if previous.upper:
                pairs.append((before, word))
            if i < last and table[words[i + 1]].legal:
                bare[base] = bare.get(base, 0) + 1
            elif previous.article or (
                previous.adjective and not (form.odd or acting(base, before))
            ):
                governed[base] = governed.get(base, 0) + 1
            elif before[0].isalnum() or before == ",":
                bare[base] = bare.get(base, 0) + 1
            led = titled and i == 1 and is_company_noun(before.lower(), rules)
            if previous.leads and form.ends and not led:
                surnames.setdefault(base, f"{before} {base}".lower())
            elif before == "." and form.ends and not form.opener:
                for at in (i - 1, i - 3):
                    if at > 1 and past_initials(words, at) == i:
                        surnames.setdefault(base, f"{words[at - 2]} {base}".lower())
            elif before in small and form.ends:
                own = before_particles(words, i)
                if own > 0 and table[words[own]].capital:
                    surnames.setdefault(base, f"{strip_genitive(words[own])} {base}".lower())
            if before == "(" and form.odd and words[i + 1 : i + 2] == (")",):
                _acronym(surnames, words, i)
    for word in aged:
        surnames.setdefault(word, word.lower())
    return Usage(bare, governed, surnames, written, pairs)


def _firm(words: Sequence[str], language: str) -> str | None:
    """Return the name of one word that a sentence opens with: "Der Chemiekonzern Hartmann hat".

    No other noun stands there, whatever it looks like, and it has no ending of the genitive.
    """
    rules = grammar(language)
    if not rules.capital_nouns or not words:
        return None
    first = words[0].lower()
    at = 0 if first in rules.definite else 1  # "für den Konzern Hartmann"
    led = not at or first in _prepositions(language)
    if not led or len(words) < at + 4 or words[at].lower() not in rules.definite:
        return None
    noun, name, behind = words[at + 1 : at + 4]
    called = noun[0].isupper() and noun.lower().endswith(rules.company_nouns)
    alone = name.isalpha() and name[0].isupper() and behind[0].islower()
    return name if called and alone else None


@cache
def _prepositions(language: str) -> frozenset[str]:
    return frozenset(table(f"{language}/claims")["cues"]["preposition"])


def is_company_noun(word: str, rules: Grammar) -> bool:
    """Return whether a word only says what a company does: "carmaker"; no "bank", as in names."""
    return word.endswith(rules.company_nouns) and word.endswith(rules.people)


def _aged(words: Sequence[str]) -> bool:
    """Return whether a sentence opens with somebody's name and age: "Strode, 28, was …"."""
    if len(words) < _OPENED_BY_AGE or words[1] != "," or words[3] != ",":
        return False
    name, age = words[0], words[2]
    return name.isalpha() and name.istitle() and age.isdecimal() and len(age) == _AGE_DIGITS


def is_title(words: Sequence[str], language: str) -> bool:
    """Return whether a sentence is a headline that writes most words with a capital letter."""
    if grammar(language).capital_nouns or not words or words[-1] in '.!?”"':
        return False
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in long)
    return capital * 3 > len(long) * 2 if len(long) > 3 else capital == len(long) > 1


def strip_genitive(word: str) -> str:
    """Return the word without "'s"."""
    if word.isalpha():
        return word
    for ending in _GENITIVES:
        if word.endswith(ending):
            return word[: -len(ending)]
    return word


def _acronym(surnames: dict[str, str], words: Sequence[str], at: int) -> None:
    """Remember which name the acronym in brackets at `at` stands for."""
    letters = [c.lower() for c in words[at] if c.isupper()]
    for first in range(at - 2, max(at - 2 - _ACRONYM_REACH, -1), -1):
        run = words[first : at - 1]
        initials = [word[0].lower() for word in run if word[0].isupper()]
        if len(initials) > len(letters):
            return
        if words[first][0].isupper() and initials == letters:
            surnames.setdefault(words[at], " ".join(run).lower())
            return


def _is_odd(word: str) -> bool:
    if not word[0].isalpha() or (word[1:].islower() and word.isalpha()):
        return False
    if word[0].isupper() and not word.isalpha() and any(c.isdigit() for c in word):
        return True
    plain = word.partition("-")[0]
    return len(plain) > 1 and plain[0].isalpha() and not plain[1:].islower() and _inner(plain)


def _inner(word: str) -> bool:
    return any(c.isupper() for c in word[1:])
