"""Which words of a sentence are verbs that say what happens, and their dictionary forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import msgspec

from claimcheck.extract.sentence import Analysis
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.lemma import morphology
from claimcheck.extract.words.remembered import Remembered
from claimcheck.lexicon import table

_LEAST = 4
_OPENING = 3
_SURE, _PERHAPS = 2, 1


class VerbWords(msgspec.Struct, frozen=True, gc=False):
    """The words of `[verbs]` in `data/<language>/claims.toml`, and what verbs are built of."""

    light: frozenset[str]
    helpers: frozenset[str]
    no_verbs: frozenset[str]
    endings: tuple[str, ...]
    other_endings: tuple[str, ...]
    halved: tuple[str, ...]
    points: frozenset[str]
    pointed: frozenset[str]
    other_times: frozenset[str]
    unchanged: frozenset[str]
    infinitives: tuple[str, ...]
    prefixes: tuple[str, ...]
    separable: bool
    infixes: tuple[str, ...]
    before_verbs: frozenset[str]
    gerunds: tuple[str, ...]
    bodies: tuple[str, ...]
    describing: tuple[str, ...]


@cache
def verb_words(language: str) -> VerbWords:
    """Return what a language's data say of its verbs."""
    data, forms = table(f"{language}/claims")["verbs"], table(f"{language}/lemmas")
    return VerbWords(
        light=frozenset(data["light"]),
        helpers=frozenset(data["helpers"]),
        no_verbs=frozenset(data["no_verbs"]).union(forms["prefixes"]),
        endings=tuple(data["endings"]),
        other_endings=tuple(data["other_endings"]),
        points=frozenset(data["points"]),
        halved=tuple(data["halved"]),
        pointed=frozenset(data["pointed"]),
        infinitives=tuple(data["infinitives"]),
        unchanged=frozenset(data["unchanged"]),
        other_times=frozenset(data["other_times"]),
        prefixes=tuple(forms["prefixes"]),
        separable=forms["verb_last"],
        infixes=("", forms["participle"], forms["infix"]),
        before_verbs=frozenset(forms["before_verbs"]),
        gerunds=tuple(forms["gerunds"]),
        bodies=tuple(data["bodies"]),
        describing=tuple(data["describing"]),
    )


def acts(analysis: Analysis, index: int) -> bool:
    """Return whether a token is a verb that says what happens, and no auxiliary.

    What stands before a noun like an adjective is none: "die gestiegenen Preise".
    """
    words, language = analysis.tokens.words, analysis.sentence.language
    kind = _kinds(language)[words[index] if index else opened(analysis, index)]
    if not kind or index in analysis.numbered or index in analysis.prepositions:
        return False
    rules, known = grammar(language), verb_words(language)
    before = words[index - 1].lower() if index else ""
    behind = words[index + 1] if index + 1 < len(words) else "."
    if rules.capital_nouns:
        noun = is_like_adjective(analysis, index)
        led = before in rules.articles or index - 1 in analysis.prepositions
        ends = not behind[0].isalnum() or behind in known.helpers
        return not (noun and led) and (kind == _SURE or ends)
    if before in rules.articles or index - 1 in analysis.prepositions:
        told = before in known.other_times and words[index].endswith(known.gerunds)
        return before in known.before_verbs or (told and kind == _SURE)
    return kind == _SURE or before in known.before_verbs or _is_alike(words[index], before, known)


def acting(analysis: Analysis, tokens: Iterable[int]) -> list[int]:
    """Return those of some tokens that are verbs which say what happens."""
    words, kinds = analysis.tokens.words, _kinds(analysis.sentence.language)
    return [i for i in tokens if (kinds[words[i]] or not i) and acts(analysis, i)]


def _is_alike(word: str, before: str, known: VerbWords) -> bool:
    """Return whether a word that may be no verb is one behind an auxiliary: "was hit"."""
    unsure = word in known.unchanged or word.endswith(known.endings)
    return unsure and before in known.helpers


def is_verb(analysis: Analysis, index: int) -> bool:
    """Return whether a token is surely a form of a verb, whatever stands beside it."""
    return _kinds(analysis.sentence.language)[analysis.tokens.words[index]] == _SURE


def is_like_adjective(analysis: Analysis, index: int) -> bool:
    """Return whether a noun follows a word that may be an adjective of it: "gestiegenen Preise"."""
    words, rules = analysis.tokens.words, grammar(analysis.sentence.language)
    behind = words[index + 1] if index + 1 < len(words) else "."
    declined = words[index].endswith(rules.adjective_endings)
    return rules.capital_nouns and behind[0].isupper() and declined


def opened(analysis: Analysis, index: int) -> str:
    """Return a word in small letters where it has its capital from the sentence that it opens."""
    word = analysis.tokens.words[index]
    if index or not grammar(analysis.sentence.language).capital_nouns:
        return word
    forms = morphology(analysis.sentence.language)
    reading, lower = forms.reading(word), word.lower()
    known = reading.noun or (reading.head and not _is_stressed(analysis))
    return word if known or forms.reading(lower).verb is None else lower


def _is_stressed(analysis: Analysis) -> bool:
    """Return whether a sentence opens with a participle: "Abgeschlossen sein soll der Bau"."""
    helpers = verb_words(analysis.sentence.language).helpers
    return not helpers.isdisjoint(analysis.tokens.words[1:_OPENING])


def is_whole(analysis: Analysis, tokens: Sequence[int]) -> bool:
    """Return whether there is a verb, or an auxiliary, among the tokens."""
    words, language = analysis.tokens.words, analysis.sentence.language
    helpers, kinds = verb_words(language).helpers, _kinds(language)
    for i in tokens:
        word = words[i]
        if word.lower() in helpers or ((kinds[word] or not i) and acts(analysis, i)):
            return True
    return False


def infinitive(analysis: Analysis, index: int, clause: Sequence[int]) -> str:
    """Return the dictionary form of a verb, with the particle that ends its clause."""
    language = analysis.sentence.language
    word = opened(analysis, index)
    verb = morphology(language).reading(word).verb
    if verb is None:
        return _unfolded(word, language)
    return _particle(analysis, index, clause) + verb


def is_separated(analysis: Analysis, index: int, clause: Sequence[int]) -> bool:
    """Return whether a particle that ends its clause belongs to a verb."""
    return _particle(analysis, index, clause) != ""


def _particle(analysis: Analysis, index: int, clause: Sequence[int]) -> str:
    words, known = analysis.tokens.words, verb_words(analysis.sentence.language)
    last = next((i for i in reversed(clause) if words[i][0].isalnum()), index)
    separated = known.separable and last > index and last not in analysis.numbered
    return words[last] if separated and words[last] in known.prefixes else ""


def _unfolded(word: str, language: str) -> str:
    """Return the infinitive of a verb that nobody listed: "vorgelegen", "logged"."""
    known, forms = verb_words(language), morphology(language)
    for prefix in known.prefixes if word.startswith(known.prefixes) else ():
        if word.startswith(prefix):
            for infix in known.infixes:
                base = word.removeprefix(prefix)
                verb = forms.reading(base.removeprefix(infix)).verb
                if verb is not None and base.startswith(infix):
                    return prefix + verb
    if word.endswith(tuple(filter(None, known.infinitives))):
        return word
    for ending in known.endings:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word.removesuffix(ending).removeprefix(known.infixes[1])
            if stem.endswith(known.halved):
                return stem[:-1]
            return _with_ending(stem, known.infinitives)
    return word


def _with_ending(stem: str, infinitives: Sequence[str]) -> str:
    """Return an infinitive by its stem; the first ending is that of most verbs.

    A "|" parts what the stem ends in from what it gains, which else is the last letter.
    """
    for ending in infinitives[1:]:
        own, _, gained = ending.partition("|") if "|" in ending else (ending[:-1], "", ending[-1:])
        if stem.endswith(own):
            return stem + gained
    return stem + "".join(infinitives[:1])


@cache
def _kinds(language: str) -> Remembered[int]:
    """Return the table of whether each word is a verb: surely, perhaps, or not."""
    rules, forms, known = grammar(language), morphology(language), verb_words(language)

    def kind(word: str) -> int:
        if not word.isalpha() or not word.islower() or word.endswith(known.other_endings):
            return 0
        if any(word in others for others in (known.helpers, known.no_verbs, rules.stop_words)):
            return 0
        reading = forms.reading(word)
        if reading.verb is not None:
            bare = not rules.capital_nouns and word in (reading.verb, f"{reading.verb}s")
            return _PERHAPS if bare else _SURE
        other = reading.noun or word in rules.common_nouns
        if other or len(word) <= _LEAST or not word.endswith(known.endings):
            return 0
        if reading.adjective:
            return 0 if rules.capital_nouns else _PERHAPS
        return _PERHAPS if rules.capital_nouns else _SURE

    return Remembered(kind)
