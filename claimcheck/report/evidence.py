"""The names of the evidence, in words: "measure:same" is "same measure"."""

from __future__ import annotations

from collections import defaultdict

from claimcheck.report.labels import say
from claimcheck.report.words import NBSP, marks

_PHRASES = {
    "age:differs": "different ages",
    "alike": "how alike their structure is",
    "anchored:both": "each has an equal partner elsewhere",
    "anchored:one": "one has an equal partner elsewhere",
    "anchored": "one surely has an equal partner elsewhere",
    "anchors": "equal figures in both articles",
    "aspect:differs": "different kinds of figure",
    "behind": "another figure is more alike",
    "best:both": "each is the best match of the other",
    "best:one": "one is the best match of the other",
    "bias": "how rarely two figures are one fact",
    "both_headline": "both in the headline",
    "currency:differs": "different currencies",
    "date:first": "where each article first gives the date",
    "date:width": "a day, a month or a year",
    "date:one_relative": "one date counted from the day of publication",
    "date:relative": "both dates counted from the day of publication",
    "date:reported": "the day of a report",
    "event": "articles on one event",
    "flanks": "the same figures nearby",
    "free": "no equal partner for either",
    "free+alike": "alike, and no equal partner for either",
    "implied": "it follows from a pair with a slip of typing",
    "lone": "neither figure has an equal in the other article",
    "only_one": "the only such figure of each article, and an event has but one",
    "told_apart": "a third article has both figures",
    "parties": "two parties count one crowd",
    "one_ordinal": "the same in one row",
    "of_two": "counts of two kinds in articles that share no other figure",
    "one_match": "both tell of one match or team",
    "left+right:same": "the same words on both sides",
    "left:differs": "different words before them",
    "left:same": "the same word before them",
    "left:unknown": "no word before them",
    "measure:differs": "different measures",
    "measure:near": "measures that are near",
    "measure:few": "few figures have this measure",
    "measure:same": "same measure",
    "measure:unknown": "unknown measure",
    "modality:differs": "said with different firmness",
    "near": "similar words around them",
    "noun:differs": "different nouns",
    "noun:same": "same noun",
    "per:differs": "rates per different things",
    "period:apart": "different periods",
    "period:meets": "overlapping periods",
    "period:same": "same period",
    "period:unknown": "unknown period",
    "period:within": "one period within the other",
    "position": "place in the story",
    "prior": "how rarely two figures are one fact",
    "qualifier:same": "hedged alike",
    "ratio": "values of one size",
    "relation:differs": "different parts of a change",
    "right:differs": "different words after them",
    "right:same": "the same word after them",
    "right:unknown": "no word after them",
    "rounded": "one value may be the other rounded",
    "rounded:converted": "one value may be the other in another unit",
    "rounded:others": "other figures would round to it too",
    "sentence": "similar sentences",
    "siblings": "the same other figures beside them",
    "slip": "a slip of typing would explain it",
    "slip+alike": "a slip of typing between alike figures",
    "slip+anchors": "a slip of typing in articles that share figures",
    "slip+event": "a slip of typing in articles on one event",
    "slip+measure": "a slip of typing, and what is measured",
    "slip+unit": "a slip of typing, and the units",
    "slip:pairs": "so many figures that one looks like a slip of another",
    "ties": "hardly anything rare in both articles",
    "subject:differs": "different subjects",
    "subject:overlaps": "overlapping subjects",
    "subject:same": "same subject",
    "subject:unknown": "unknown subject",
    "unit:differs": "different units",
    "unit:few": "few figures have this unit",
    "unit:none": "no unit",
    "unit:same": "same unit",
    "unit:unknown": "unknown unit",
    "value:bare": "one number without a unit",
    "value:crowded": "a value that many claims hold",
    "value:days": "dates close together",
    "value:digits": "an unusual value",
    "value:equal": "equal value",
    "value:first": "where each article first gives the value",
    "value:ratio<0.3": "values far apart",
    "value:ratio<0.97": "values apart",
    "value:ratio>0.8": "values of one size",
    "value:ratio>0.97": "nearly the same value",
    "value:small": "a small value",
}
_FAMILIES = {
    "age+subject": "an age, and whose it is",
    "aspect": "different kinds of figure",
    "kind": "the kind of figure",
    "measure+subject": "measure and subject together",
    "value+kind": "values of this kind of figure",
    "value:digits": "an unusual value",
}
_SCOPES = {
    "additional": "in addition to others",
    "adjusted": "adjusted",
    "average": "averaged",
    "cumulative": "cumulative",
    "gross": "gross",
    "net": "net",
    "part": "for a part",
    "per_unit": "for one unit",
    "previous_period": "for the period before",
    "reported": "the day of a report",
    "segment": "for a segment",
}
_STRUCTURE = "structure "
_TELLING = (
    "near", "sentence", "siblings", "left:", "right:", "event", "both_headline", "measure:",
    "subject:", "period:", "noun:", "modality:", "scope:", "per:", "value:equal", "value:digits",
    "one_match", "one_ordinal", "parties", "lone", "only_one",
)  # fmt: skip
"""The evidence that a person can check in the texts; the rest weighs by statistics alone."""
_UNLIKE = ("different", "unknown", "only one ", "said with different", "rates per different")
_IDLE = ("no word", "few ", "different words")
_SLIGHT = 0.1
_LIGHT = 0.25


def phrase(name: str) -> str:
    """Return one piece of evidence in words, in the language of the report."""
    return say(_english(name))


def _english(name: str) -> str:
    name = name.removeprefix(_STRUCTURE)
    part, _, rest = name.partition(":")
    if name in _PHRASES:
        return _PHRASES[name]
    if part == "slip" and rest:
        from claimcheck.slips import EXPLANATIONS

        return EXPLANATIONS.get(rest.partition(":")[0], rest.replace("_", " "))
    if part == "scope":
        tag, _, relation = rest.partition(":")
        both = "both are" if relation == "same" else "only one is"
        return f"{both} {_SCOPES.get(tag, tag.replace('_', ' '))}"
    for start in (name.partition(">")[0], name.rpartition(":")[0], part):
        if start in _PHRASES or start in _FAMILIES:
            return _PHRASES.get(start) or _FAMILIES[start]
    return name.replace(":", " ").replace("_", " ")


def known(name: str) -> bool:
    """Return whether a piece of evidence has words of its own."""
    return _english(name) != name.replace(":", " ").replace("_", " ")


def weighed(evidence: tuple[tuple[str, float], ...]) -> list[tuple[str, float]]:
    """Return the evidence in English words, like with like added up, heaviest first."""
    total: dict[str, float] = defaultdict(float)
    for name, weight in evidence:
        total[_english(name)] += weight
    return sorted(total.items(), key=lambda item: -abs(item[1]))


def telling(evidence: tuple[tuple[str, float], ...]) -> tuple[list[str], list[str]]:
    """Return what speaks for one fact and what against it, where a person can see why.

    What is the same by name comes first. Left out is what weighs by statistics alone, such
    as the kind of the figure.
    """
    for_it: list[str] = []
    against: list[str] = []
    bare = ((name.removeprefix(_STRUCTURE), weight) for name, weight in evidence)
    seen = tuple(item for item in bare if item[0].startswith(_TELLING) and "+" not in item[0])
    for words, weight in weighed(seen):
        if words.startswith(_IDLE):
            continue
        unlike = words.startswith(_UNLIKE) or words.endswith("apart")
        if weight > 0 and not unlike:
            for_it.append(words)
        elif weight < -_SLIGHT and unlike:
            against.append(words)
    for_it.sort(key=lambda words: not words.startswith("same "))
    return [say(words) for words in for_it], [say(words) for words in against]


def ledger(evidence: tuple[tuple[str, float], ...]) -> str:
    """Return the evidence with its weights: "same measure +1.50 · different nouns −0.40".

    What weighs little is added up.
    """
    parts = weighed(evidence)
    slight = [weight for _, weight in parts if abs(weight) < _LIGHT]
    told = [(say(words), weight) for words, weight in parts if abs(weight) >= _LIGHT]
    if slight:
        told.append((say("{count} weaker", count=len(slight)), sum(slight)))
    return " · ".join(f"{words}{NBSP}{_signed(weight)}" for words, weight in told)


def _signed(weight: float) -> str:
    return marks(f"{weight:+.2f}".replace("-", "−"))
