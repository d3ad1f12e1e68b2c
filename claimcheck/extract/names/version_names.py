"""Reads which versions of a product a sentence names: "the 13-inch model", "das Pro Max".

What tells versions apart is a size before what they are called by, a word behind the name of the
make, or how they are connected ("the Wi-Fi version").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from claimcheck.lexicon import table

Version = tuple[tuple[str, str], ...]
"""What tells a version apart, each with the sort of thing that it is: ("screen", "13")."""
TIER, LINK, MAKE, ORDER = "tier", "link", "make", "order"
SMALLER, LARGER = "smaller", "larger"
_LONGEST = 7
_TERA = " tera"
_ONE = frozenset({"one", "ones"})
"""What stands for a version only behind what tells which."""


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A version by its tokens [first, last); one that says not which tells nothing."""

    first: int
    last: int
    told: Version
    noun: bool
    """Whether it is called "model", "version" or the like."""


class VersionWords(msgspec.Struct, frozen=True, gc=False):
    """The words of `data/versions.toml` for one language."""

    sizes: Mapping[str, str]
    tiers: frozenset[str]
    common: frozenset[str]
    several: Mapping[tuple[str, str], str]
    ranges: frozenset[str]
    links: frozenset[str]
    nouns: frozenset[str]
    plain: frozenset[str]
    having: frozenset[str]
    of: frozenset[str]
    behind: frozenset[str]
    pronouns: frozenset[str]
    lists: frozenset[str]
    orders: Mapping[str, str]
    telling: frozenset[str]
    """Words that show that an article tells versions apart."""
    opening: frozenset[str]
    """Those, and more that a version may be told by."""


@cache
def version_words(language: str) -> VersionWords | None:
    """Return the words for versions in a language; None for one that has none."""
    data = table("versions")
    own, tiers = data.get(language), data["tiers"]
    if own is None:
        return None
    pairs = [(name, name.split()) for name in tiers["several"]]
    sizes = {word: sort for sort, words in data["sizes"].items() for word in words}
    nouns = {*own["nouns"], *map(str.title, own["nouns"])}
    telling = frozenset([*nouns, *tiers["words"], *[first for _, (first, _) in pairs]]) - _ONE
    return VersionWords(
        sizes=sizes,
        tiers=frozenset(tiers["words"]),
        common=frozenset(tiers["common"]),
        several={(first, second): name for name, (first, second) in pairs},
        ranges=frozenset(tiers["ranges"]),
        links=frozenset(data["links"]["words"]),
        nouns=frozenset(own["nouns"]),
        plain=frozenset(own["plain"]),
        having=frozenset(own["with"]),
        of=frozenset(own["for"]),
        behind=frozenset(own["behind"]),
        pronouns=frozenset(own["pronouns"]),
        lists=frozenset(own["lists"]),
        orders={word: order for order in (SMALLER, LARGER) for word in own[order]},
        telling=telling,
        opening=telling.union(sizes, data["links"]["words"]),
    )


class _Size(msgspec.Struct, frozen=True, gc=False):
    """A size by what it is the size of, and the token behind it."""

    sort: str
    value: str
    last: int
    joined: bool = False
    """Whether number and unit are one word: "13-inch"."""
    noun: bool = False
    """Whether what a version is called by is part of that word: "64-GB-Modell"."""
    named: bool = False


class Reader:
    """Reads the versions that one sentence names."""

    def __init__(self, words: tuple[str, ...], known: VersionWords) -> None:
        self.words = words
        self.known = known
        self.size = len(words)
        self._told: dict[str, str] = {}
        self._noun = self._named = self._joined = False

    def mentions(self) -> Iterator[Mention]:
        """Yield them, left to right."""
        at = 0
        while at < self.size:
            found = self._mention(at) if self._may_start(at) else None
            if found is not None:
                yield found
            at = max(found.last if found is not None else 0, at + 1)

    def _may_start(self, at: int) -> bool:
        word, known = self.words[at], self.known
        if word[0].isdigit() or word in known.tiers or word in known.links:
            return True
        head, _, tail = word.rpartition("-")
        if tail.lower() in known.nouns or head in known.tiers or head in known.links:
            return True
        return at + 1 < self.size and (word, self.words[at + 1]) in known.several

    def _mention(self, first: int) -> Mention | None:
        """Return the version that starts at a token."""
        self._told, self._noun, self._named, self._joined = {}, False, False, False
        at = first
        while at < min(self.size, first + _LONGEST) and not self._noun:
            behind = self._part(first, at)
            if behind == at:
                break
            at = behind
        told = self._told
        if self._noun or self._named or TIER in told:
            at = self._having(at)
        if not told:
            return self._unsaid(first, at) if self._noun else None
        alone = self._joined and (self._named or self._alone(first, at))
        if not (self._noun or TIER in told or alone):
            return None
        version = () if self._listed(first) else tuple(sorted(told.items()))
        return Mention(first, at, version, self._noun)

    def _part(self, first: int, at: int) -> int:
        """Take in what a token tells of the version; return the one to go on with."""
        told, word = self._told, self.words[at]
        size = self._sized(at)
        if size is not None and size.sort not in told:
            told[size.sort] = size.value
            self._joined, self._noun = self._joined or size.joined, size.noun
            self._named = self._named or size.named
            return size.last
        tier = self._tier(at) if TIER not in told and (at == first or told) else at
        if tier > at:
            return tier
        head, _, tail = word.rpartition("-")
        if tail.lower() in self.known.nouns:
            self._noun = True
            if head in self.known.links:
                told[LINK] = head
        elif LINK not in told and (linked := self._linked(at)):
            told[LINK] = linked
            at += word != linked
        elif told and word[0].isupper():
            self._named = True
        elif not (told and word.islower() and self._is_noun(at + 1)):
            return at
        return at + 1

    def _sized(self, at: int) -> _Size | None:
        """Return the size at a token."""
        word = self.words[at]
        if not word[0].isdigit():
            return None
        number, *parts = word.replace(",", ".").split("-")
        if not parts:
            parts = self.words[at + 1].split("-") if at + 1 < self.size else [""]
        joined = "-" in word
        sort = self.known.sizes.get(parts[0])
        if sort is None or not number.replace(".", "", 1).isdecimal():
            return None
        tail = parts[-1] if len(parts) > 1 else ""
        noun = tail.lower() in self.known.nouns
        value = number + _TERA if parts[0][0] in "tT" and sort == "storage" else number
        last = at + 1 if joined else at + 2
        return _Size(sort, value, last, joined, noun, tail[:1].isupper() and not noun)

    def _tier(self, first: int) -> int:
        """Take in the words behind the name of a make; return the token behind them."""
        names: list[str] = []
        at, noun = first, False
        while at < self.size and not noun:
            pair = self.known.several.get((self.words[at], "".join(self.words[at + 1 : at + 2])))
            head, _, tail = self.words[at].partition("-")
            noun = pair is None and tail.lower() in self.known.nouns
            word = head if noun else self.words[at].removesuffix("'s").removesuffix("’s")
            if pair is None and word not in self.known.tiers:
                break
            names.append(pair or word)
            at += 1 if pair is None else 2
        if not names or not self._follows_make(first, names[0]):
            return first
        self._told[TIER] = " ".join(names).lower()
        self._noun = self._noun or (noun and at > first)
        return at

    def _follows_make(self, first: int, name: str) -> bool:
        """Take in the make before a token; return whether one or an article stands there."""
        if not first:
            return False
        before = self.words[first - 1]
        if before[0].isdigit():
            make = self.words[first - 2] if first > 1 and "-" not in before else ""
            if make[:1].isupper():
                self._told[MAKE] = f"{make} {before}".lower()
            return bool(self._told)
        if before[0].isupper() and before.lower() not in self.known.plain:
            self._told[MAKE] = before.lower()
            return True
        led = before.lower() in self.known.plain
        if not led and first > 1 and before.islower() and before.isalpha():
            led = self.words[first - 2].lower() in self.known.plain
        return led and name not in self.known.common

    def _having(self, at: int) -> int:
        """Take in what a version has behind its noun: "the version with 64GB"."""
        told = self._told
        while at + 1 < self.size and self.words[at].lower() in self.known.having:
            size = self._sized(at + 1)
            if size is not None and not size.joined and size.sort not in told:
                told[size.sort] = size.value
                at = size.last
            elif LINK not in told and (linked := self._linked(at + 1)):
                told[LINK] = linked
                at += 2 if self.words[at + 1] == linked else 3
            else:
                break
        return at

    def _linked(self, at: int) -> str:
        """Return how a version is connected, be it in two tokens as in "4G"."""
        word = self.words[at]
        if word[0].isdigit():
            word = "".join(self.words[at : at + 2])
        return word if word in self.known.links else ""

    def _is_noun(self, at: int) -> bool:
        return at < self.size and self.words[at].lower() in self.known.nouns

    def _alone(self, first: int, last: int) -> bool:
        """Return whether a size alone names the version: "the 13-inch weighs"."""
        if not first or self.words[first - 1].lower() not in self.known.plain:
            return False
        behind = self.words[last].lower() if last < self.size else "."
        return behind in self.known.behind or not behind[0].isalnum()

    def _listed(self, first: int) -> bool:
        """Return whether it is one of several: "the 13- and 15-inch models"."""
        if first < 2 or self.words[first - 1].lower() not in self.known.lists:
            return False
        if self.words[first - 2] in ("-", "–"):
            return True
        sizes = (self._sized(at) for at in (first - 2, first - 3) if at >= 0)
        return any(size is not None and size.last == first - 1 for size in sizes)

    def _unsaid(self, first: int, last: int) -> Mention | None:
        """Return a version that is not told: "the smaller model"; none for "the model"."""
        before = self.words[first - 1].lower() if first else ""
        order = self.known.orders.get(before)
        if order is not None:
            return Mention(first - 1, last, ((ORDER, order),), noun=True)
        if not before or before in self.known.plain or self.words[first].lower() in _ONE:
            return None
        return Mention(first, last, (), noun=True)
