"""What verbs mean with the particles and phrases that complete them: "setzte … um"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import chain

import msgspec

from claimcheck.extract.concepts.meanings import Meaning, Meanings, Phrases
from claimcheck.extract.concepts.wordindex import LanguageIndex

_REACH = 25
_DESCRIBED = 3
"""How many words the last noun of a phrase may be away, behind adjectives."""
_COMPOUNDED = 5
"""How long that noun must be."""
_SENTENCE_STOPS = frozenset(";:!?")
_CLAUSE_STOPS = _SENTENCE_STOPS | {","}


class Word(msgspec.Struct, frozen=True, gc=False):
    """What one word means wherever it stands."""

    meanings: tuple[tuple[Meaning, tuple[str, ...]], ...]
    """Meanings with the parts of the compound before them."""
    lemma: str
    phrases: Phrases
    """Phrases that start with this word, by the lemmas of the words behind it."""
    companions: tuple[tuple[tuple[str, ...], Mapping[str, Meanings]], ...]
    """Particles and phrases that start with this word and complete a verb elsewhere."""
    base: str | None
    """The infinitive, if the verb may be completed by particles."""
    parted: tuple[tuple[tuple[str, ...], Meanings], ...] = ()
    """Lemmas that may stand behind the object of this verb, and what all mean."""
    completes: Mapping[str, Sequence[int]] = {}
    """The infinitives that its companions complete, each with the places of those."""
    either: bool = False
    """Whether the form may be a noun as well as a verb: "ship", "costs"."""
    gerund: bool = False
    """Whether the form of a verb is a noun behind an article: "the shooting"."""
    named: bool = False
    """Whether the form can be no verb within a sentence: "der Tester"."""


def by_infinitive(
    companions: Sequence[tuple[tuple[str, ...], Mapping[str, Meanings]]],
) -> dict[str, list[int]]:
    """Return the places of those companions that complete each verb."""
    places: dict[str, list[int]] = {}
    for place, (_, by_verb) in enumerate(companions):
        for verb in by_verb:
            places.setdefault(verb, []).append(place)
    return places


class Completed(msgspec.Struct, frozen=True, gc=False):
    """What a verb means with the particle or phrase in the tokens [first, last)."""

    first: int
    last: int
    meanings: Meanings


def completed(
    words: Sequence[Word],
    told: Sequence[tuple[int, Word]],
    tokens: Sequence[str],
    index: LanguageIndex,
) -> dict[int, Completed]:
    """Return the verbs that particles and phrases complete, by their tokens.

    `told` are those of the words that mean anything.
    """
    bases = [j for j, word in told if word.base]
    verbs: dict[int, Completed] = {}
    if not bases:
        return verbs
    openers = [i for i, word in told if word.completes]
    said = {words[j].base for j in bases}
    completing = [i for i in openers if not words[i].completes.keys().isdisjoint(said)]
    if not completing:
        return verbs
    lower = list(map(str.lower, tokens))
    for i in completing:
        _complete(words, tokens, lower, i, bases, said, index, verbs)
    for j, found in list(verbs.items()):
        particle = tokens[found.first].lower()
        if found.last == found.first + 1 and particle in index.particles:
            verb = f"{particle}{words[j].base}"
            verbs[j] = _of_separated(words, lower, openers, verb, j, found, index)
    return verbs


def _complete(
    words: Sequence[Word],
    tokens: Sequence[str],
    lower: Sequence[str],
    i: int,
    bases: list[int],
    said: Set[str | None],
    index: LanguageIndex,
    verbs: dict[int, Completed],
) -> None:
    """Find the verb that the particle or phrase at `i` completes; `lower` are the tokens so.

    `bases` are the verbs that can be completed, and `said` their infinitives.
    """
    opener, capital = lower[i], tokens[i][0].isupper()
    behind = lower[i + 1] if i + 1 < len(lower) else ""
    described = bool(behind) and behind.endswith(index.adjective_endings)
    word = words[i]
    fitting = {place for verb in said for place in word.completes.get(verb or "", ())}
    for rest, by_verb in [word.companions[place] for place in sorted(fitting)]:
        if rest and rest[0] != behind and not (described and len(rest) == 1):
            continue
        last = _end(lower, i, rest, index)
        if not last:
            continue
        anywhere = not rest and opener in index.anywhere
        alone = not rest and not capital and not anywhere
        fronted = not rest and capital and opener in index.particles
        if fronted and last < len(words) and (words[last].base or "") not in by_verb:
            continue  # "Zurück trat er", but "An der Wahl nahmen 500 Menschen teil"
        if alone and last < len(tokens) and not index.ends_clause(tokens[last]):
            base = words[last].base or ""
            infinitive = opener == index.infix and tokens[last] == base
            if by_verb.get(base) and not infinitive:  # "schuldig gesprochen", but "zu lassen"
                verbs[last] = Completed(i, last, by_verb[base])
            continue
        near = () if alone else _nearest(_around(bases, tokens, i, last, _CLAUSE_STOPS, True), i)
        far = () if anywhere else _around(bases, tokens, i, last, _SENTENCE_STOPS, not alone)
        for j in chain(near, far):
            meanings = by_verb.get(words[j].base or "")
            if meanings is not None:
                if _says_more(verbs.get(j), i, last, alone, tokens, index):
                    verbs[j] = Completed(i, last, meanings)
                break


def _says_more(
    known: Completed | None,
    i: int,
    last: int,
    alone: bool,
    tokens: Sequence[str],
    index: LanguageIndex,
) -> bool:
    """Return whether the words [i, last) say more of a verb than those known to complete it.

    "meldete Insolvenz an": the phrase says more than the particle in it; but "flog drei
    Menschen aus" is no flying.
    """
    if known is None or last - i - alone >= known.last - known.first:
        return True
    if not alone or known.last > i or tokens[known.first].lower() in index.particles:
        return False
    return _CLAUSE_STOPS.isdisjoint(tokens[known.last : i])


def _of_separated(
    words: Sequence[Word],
    lower: Sequence[str],
    openers: Sequence[int],
    verb: str,
    j: int,
    found: Completed,
    index: LanguageIndex,
) -> Completed:
    """Return what a separated verb means with its object.

    "Sie stellten drei Verfahren im Mai ein" is what "Verfahren einstellen" is.
    """
    for i in openers:
        for place in words[i].completes.get(verb, ()):
            rest, by_verb = words[i].companions[place]
            last = _end(lower, i, rest, index)
            if last:
                first, end = min(i, j), max(last, found.last)
                if end - first <= _REACH and _CLAUSE_STOPS.isdisjoint(lower[first:end]):
                    return Completed(i, last, by_verb[verb])
    return found


def _end(lower: Sequence[str], i: int, rest: tuple[str, ...], index: LanguageIndex) -> int:
    """Return where a phrase ends that starts at `i` and goes on with `rest`; 0 if it does not.

    Adjectives may stand before its last word, and that may be a compound: "in umliegende
    Spezialkliniken".
    """
    last = i + 1 + len(rest)
    if not rest or tuple(lower[i + 1 : last]) == rest:
        return last
    *head, noun = rest
    if len(noun) < _COMPOUNDED or list(lower[i + 1 : last - 1]) != head:
        return 0
    for j in range(last - 1, min(last - 1 + _DESCRIBED, len(lower))):
        if lower[j].endswith(noun):
            return j + 1
        if not lower[j].endswith(index.adjective_endings):
            return 0
    return 0


def _nearest(found: Iterator[int], i: int) -> list[int]:
    return sorted(found, key=lambda j: abs(j - i))


def _around(
    bases: list[int],
    tokens: Sequence[str],
    first: int,
    last: int,
    stops: frozenset[str],
    both: bool,
) -> Iterator[int]:
    """Return the `bases` before `first`, nearest first; with `both`, those behind `last` first.

    No further than `_REACH` tokens away, and not across one of `stops`.
    """
    if both:
        for j in bases:
            if last <= j < last + _REACH:
                if not stops.isdisjoint(tokens[last : j + 1]):
                    break
                yield j
    for j in reversed(bases):
        if first - _REACH <= j < first:
            if not stops.isdisjoint(tokens[j:first]):
                return
            yield j
