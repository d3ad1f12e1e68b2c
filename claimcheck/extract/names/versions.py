"""Which version of a product a number is of.

Versions share nearly all of their words, and their figures lie close together. So a claim knows
the version that stands nearest to its number, or that its sentence goes on to speak of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from msgspec.structs import replace

from claimcheck.extract.names.version_names import (
    LARGER,
    MAKE,
    ORDER,
    SMALLER,
    TIER,
    Mention,
    Reader,
    Version,
    VersionWords,
    version_words,
)
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.model import Sentence

_GAP = 5
"""So many words may stand between a number and what it is a figure of."""
_MARKS = frozenset(",;:.()–—")
_SCREEN = "screen"
_HEADINGS = frozenset({"headline", "heading"})
_BULLET = "bullet"
Tokens = tuple[int, int]


class Versions:
    """The versions that the sentences of one article speak of."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        words: Sequence[tuple[str, ...]],
        cues: Set[str],
        known: VersionWords,
    ) -> None:
        """`cues` are the words of the article that a version may be told by.

        `told` is whether there are any versions.
        """
        self._known = known
        read = [
            [] if cues.isdisjoint(said) else list(Reader(said, known).mentions()) for said in words
        ]
        makes = _makes(read)
        told = [
            _with_plain(said, found, makes, known) for said, found in zip(words, read, strict=True)
        ]
        orders = _orders(told)
        self.told = any(told)
        self._mentions: dict[int, list[Mention]] = {}
        self._before: dict[int, Version] = {}
        paragraph, spoken, heading = -1, Version(), Version()
        for sentence, mentions in zip(sentences, told, strict=True):
            found = [replace(m, told=_placed(m.told, orders)) for m in mentions]
            if sentence.role in _HEADINGS:
                heading = spoken = _only(found)
            elif sentence.paragraph != paragraph and sentence.role != _BULLET:
                spoken = heading
            paragraph = sentence.paragraph
            if spoken:
                self._before[sentence.start] = spoken
            if found:
                self._mentions[sentence.start] = found
                spoken = _only(found)

    def of(self, analysis: Analysis, place: Place, owner: Tokens | None) -> Version:
        """Return the version that a number is of, as far as it is told.

        `owner` are the tokens of its subject, if those stand in the sentence.
        """
        start = analysis.sentence.start
        mentions = self._mentions.get(start)
        if mentions is None:
            goes_on = owner is None or analysis.tokens.words[0].lower() in self._known.pronouns
            return self._before.get(start, ()) if goes_on else ()
        at = _nearest(mentions, analysis, place, owner, self._known)
        if at is None:
            return ()
        mention = mentions[at]
        if mention.noun and mention.told and not any(sort == TIER for sort, _ in mention.told):
            before = (
                other.told for other in mentions[:at] if any(s == TIER for s, _ in other.told)
            )
            make = [pair for pair in next(before, ()) if pair[0] in (TIER, MAKE)]
            return (*mention.told, *make)
        return mention.told


def versions(
    sentences: Sequence[Sentence],
    words: Sequence[tuple[str, ...]],
    written: Set[str],
    language: str,
) -> Versions | None:
    """Return the versions of an article, if its words show that it may tell some apart."""
    known = version_words(language)
    if known is None:
        return None
    joined = {word for word in written if "-" in word and _tells(word, known)}
    if not joined and written.isdisjoint(known.telling):
        return None
    found = Versions(sentences, words, joined.union(written & known.opening), known)
    return found if found.told else None


def _tells(word: str, known: VersionWords) -> bool:
    """Return whether a word with a hyphen is a size, or calls a version: "13-inch"."""
    _, *parts = word.split("-")
    return parts[-1].lower() in known.nouns or (word[0].isdigit() and parts[0] in known.sizes)


def clash(one: Version, two: Version) -> bool:
    """Return whether two versions cannot be one: 13 and 15 inches, the Pro and the Mini."""
    if not one or not two or one == two:
        return False
    other = dict(two)
    make = next((name for sort, name in one if sort == MAKE), None)
    if make is not None and other.get(MAKE, make) != make:
        return False
    return any(other.get(sort, name) != name for sort, name in one)


def _only(found: Sequence[Mention]) -> Version:
    """Return the version that a sentence names, if it is but one."""
    return found[0].told if len({mention.told for mention in found}) == 1 else ()


def _makes(read: Sequence[Sequence[Mention]]) -> dict[str, set[str]]:
    """Return the makes of an article, each with its versions."""
    makes: dict[str, set[str]] = {}
    for mention in (mention for found in read for mention in found):
        told = dict(mention.told)
        if MAKE in told:
            makes.setdefault(told[MAKE], set()).add(told[TIER])
    return makes


def _with_plain(
    words: Sequence[str],
    found: Sequence[Mention],
    makes: Mapping[str, Set[str]],
    known: VersionWords,
) -> list[Mention]:
    """Return the versions of a sentence, with the plain one beside those that have a name."""
    here = {name for mention in found for sort, name in mention.told if sort == MAKE}
    plain = [
        mention
        for make, tiers in makes.items()
        if len(tiers) > 1 or make in here
        for mention in _plain(words, make, known)
    ]
    taken = {i for mention in found for i in range(mention.first - 2, mention.last)}
    return sorted(
        [*found, *(one for one in plain if one.first not in taken)], key=lambda one: one.first
    )


def _plain(words: Sequence[str], make: str, known: VersionWords) -> Iterator[Mention]:
    """Yield where a make stands alone: "the Nova", and no "Nova range"."""
    parts = make.split()
    if not any(word.lower() == parts[0] for word in words):
        return
    for at, word in enumerate(words):
        if word.lower() != parts[0] or not word[0].isupper():
            continue
        last = at + len(parts)
        if [w.lower() for w in words[at:last]] != parts:
            continue
        behind = words[last] if last < len(words) else "."
        if behind[0].isupper() or behind[0].isdigit() or behind in known.ranges:
            continue
        yield Mention(at, last, ((MAKE, make), (TIER, "")), noun=False)


def _orders(told: Sequence[Sequence[Mention]]) -> Mapping[str, str]:
    """Return which of two screens is the smaller and which the larger, if there are two."""
    sizes = {name for found in told for m in found for sort, name in m.told if sort == _SCREEN}
    if len(sizes) != len(_PAIR):
        return {}
    return dict(zip(_PAIR, sorted(sizes, key=float), strict=True))


_PAIR = (SMALLER, LARGER)


def _placed(told: Version, orders: Mapping[str, str]) -> Version:
    """Return a version with its size in place of "the smaller"."""
    if not told or told[0][0] != ORDER:
        return told
    size = orders.get(told[0][1])
    return ((_SCREEN, size),) if size is not None else ()


def _nearest(
    mentions: Sequence[Mention],
    analysis: Analysis,
    place: Place,
    owner: Tokens | None,
    known: VersionWords,
) -> int | None:
    """Return which mention a number belongs to."""
    words = analysis.tokens.words
    before = None
    for at, mention in enumerate(mentions):
        if mention.first <= place.first < mention.last:
            return at
        if mention.last <= place.first:
            before = at
            continue
        gap = [word.lower() for word in words[place.last : mention.first]]
        if len(gap) <= _GAP and known.of.intersection(gap[-3:]) and _MARKS.isdisjoint(gap):
            return at
        break
    if before is None:
        return _owning(mentions, owner)
    behind = owner is not None and mentions[before].last <= owner[0] and owner[1] <= place.first
    if behind and any((name.first, name.last) == owner for name in analysis.names):
        return None
    return before


def _owning(mentions: Sequence[Mention], owner: Tokens | None) -> int | None:
    """Return which mention is the subject of a number that stands before it."""
    if owner is None:
        return None
    first, last = owner
    return next((i for i, m in enumerate(mentions) if first < m.last and m.first < last), None)
