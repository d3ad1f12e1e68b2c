"""Who or what a document is mostly about: the name, and the noun, that comes most."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.nations import Nation
from claimcheck.extract.names.nouns import OWNERS, NounHit
from claimcheck.extract.sentence import Analysis
from claimcheck.extract.words.parts import parts
from claimcheck.model import Named

LEAD = 3
"""How many sentences open a document."""
_WEIGHTS = {(True, False): 4.0, (True, True): 2.0, (False, False): 1.5, (False, True): 1.0}
"""What a mention counts, by whether it stands in the lead, and led by a preposition."""
_SPEAKING = 0.3
_OPENING = 1.5
"""What the first mention counts where it opens a sentence, as any word does with a capital."""
_TITLE = 3.0
_LEAST = 3.0
_BESIDE = 3
_REPORTING = ("says", "according_to", "according_to_after")


class Actors(msgspec.Struct, frozen=True, gc=False):
    """The main name of a document and its main noun, and how often each comes, by key."""

    main: Named | None = None
    topic: Named | None = None
    counts: Mapping[str, int] = {}
    since: Mapping[str, int] = {}
    """Where the sentence starts that names each first; 0 for what the title names."""
    people: frozenset[str] = frozenset()
    """Names of two words that come by their last one alone: those of people."""
    second: Named | None = None
    """The name that comes most behind the main one."""
    share: float = 0.0
    """How much of what is said of names is said of the main one."""
    nation: Nation | None = None
    """The country that the document speaks of."""
    sentences: Sequence[int] = ()
    """Where each sentence starts."""
    naming: Mapping[str, Sequence[int]] = {}
    """Where those start that name the main name, the main noun and the second one, by key."""
    genders: Mapping[str, int] = {}
    """What pronouns for somebody can be, by the words of names that stand behind a title."""

    def since_named(self, key: str, start: int) -> int:
        """Return how many sentences before the one at `start` one of these names last came.

        1 for the one right before.
        """
        naming = self.naming[key]
        at = bisect_left(naming, start)
        return self.between(naming[at - 1] if at else 0, start)

    def between(self, first: int, last: int) -> int:
        """Return how many sentences the one at `last` comes behind the one at `first`."""
        return bisect_left(self.sentences, last) - bisect_left(self.sentences, first)


class Mentions(msgspec.Struct, frozen=True, gc=False):
    """The names and nouns of a sentence.

    `oblique` and `speaking` are the first tokens of those that do not stand as subjects,
    and of those that only say something.
    """

    start: int
    lead: bool
    hits: Iterable[NameHit | NounHit]
    oblique: frozenset[int]
    speaking: frozenset[int] = frozenset()


def speaking(analysis: Analysis) -> frozenset[int]:
    """Return the first tokens of the names beside words of reporting.

    One that owns says nothing: "Norrland's report".
    """
    words, known = analysis.tokens.words, parts(analysis.sentence.language)
    own = known.indefinite if known is not None else ()
    said = [
        cue
        for tag in _REPORTING
        for cue in analysis.tags.get(tag, ())
        if not (cue.last < len(words) and words[cue.last] in own)  # "reported a rise"
    ]
    if not said:
        return frozenset()
    return frozenset(
        name.first
        for name in analysis.names
        if not analysis.tokens.words[name.last - 1].endswith(OWNERS)
        and any(-1 < name.first - cue.last < _BESIDE or -1 < cue.first - name.last < _BESIDE
               for cue in said)
    )  # fmt: skip


def actors(
    mentions: Iterable[Mentions],
    title: str,
    nation: Nation | None = None,
    sentences: Sequence[tuple[int, Sequence[str]]] = (),
    genders: Mapping[str, int] | None = None,
) -> Actors:
    """Return the actors of a document with a title, "" for none.

    `sentences` are all of them: where each starts, and its words.
    """
    counts: dict[str, int] = {}
    named: dict[str, float] = {}
    spoken: dict[str, float] = {}
    first: dict[str, Named] = {}
    since: dict[str, int] = {}
    people: set[str] = set()
    for sentence in mentions:
        for hit in sentence.hits:
            if isinstance(hit, NounHit) and hit.plain:
                continue
            weights = named if isinstance(hit, NameHit) else spoken
            weight = _WEIGHTS[sentence.lead, hit.first in sentence.oblique]
            if hit.first in sentence.speaking:
                weight = _SPEAKING
            elif hit.last == 1 and hit.key not in counts:
                weight = min(weight, _OPENING)
            weights[hit.key] = weights.get(hit.key, 0.0) + weight
            if " " in hit.key and " " not in hit.text:
                people.add(hit.key)
            counts[hit.key] = counts.get(hit.key, 0) + 1
            if hit.key not in first:
                first[hit.key] = Named(hit.text, hit.key)
                since[hit.key] = sentence.start
                if hit.text in title:
                    weights[hit.key] += _TITLE
                    since[hit.key] = 0
    main, topic = _heaviest(named, first), _heaviest(spoken, first)
    share = named[main.key] / sum(named.values()) if main is not None else 0.0
    told = {name.key for name in (main, topic) if name is not None}
    second = _heaviest({key: weight for key, weight in named.items() if key not in told}, first)
    return Actors(
        main, topic, counts, since, frozenset(people), second, share, nation,
        [start for start, _ in sentences],
        {name.key: _naming(name, sentences) for name in (main, topic, second) if name is not None},
        genders or {},
    )  # fmt: skip


def _naming(name: Named, sentences: Iterable[tuple[int, Sequence[str]]]) -> list[int]:
    """Return where the sentences start that have the last word of a name."""
    word = name.text.rpartition(" ")[2]
    forms = frozenset((word, word + "s", word + "'s", word + "’s"))
    return [start for start, words in sentences if not forms.isdisjoint(words)]


def _heaviest(weights: Mapping[str, float], first: Mapping[str, Named]) -> Named | None:
    best = max(weights, key=weights.__getitem__, default=None)
    return first[best] if best is not None and weights[best] >= _LEAST else None
