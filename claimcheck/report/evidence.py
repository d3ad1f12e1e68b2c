"""The names of the evidence, in words: "measure:same" is "same measure"."""

from __future__ import annotations

from collections import defaultdict

from claimcheck.report.words import NBSP

_PREFIXES = {
    "near": "similar words around them",
    "sentence": "similar sentences",
    "siblings": "the same other figures beside them",
}
_PHRASES = {
    "event": "articles on one event",
    "position": "place in the story",
    "alike": "how alike their structure is",
    "free": "no equal partner for either",
    "best:both": "each is the best match of the other",
    "best:one": "one is the best match of the other",
    "anchored:both": "each has an equal partner elsewhere",
    "anchored:one": "one has an equal partner elsewhere",
    "ratio": "values of one size",
    "both_headline": "both in the headline",
    "value:equal": "equal value",
    "value:digits": "an unusual value",
    "value:crowded": "a value that many claims hold",
    "value:small": "a small value",
    "value:ratio>0.97": "nearly the same value",
    "value:ratio>0.8": "values of one size",
    "value:ratio<0.97": "values apart",
    "value:ratio<0.3": "values far apart",
    "value:days": "dates close together",
    "period:within": "one period within the other",
    "period:meets": "overlapping periods",
    "period:apart": "different periods",
    "subject:overlaps": "overlapping subject",
    "left:unknown": "no word before them",
    "right:unknown": "no word after them",
    "left:same": "the same word before them",
    "left:differs": "different words before them",
    "right:same": "the same word after them",
    "right:differs": "different words after them",
    "bias": "how rarely two figures are one fact",
    "prior": "how rarely two figures are one fact",
}
_STRUCTURE = "structure "
_RELATIONS = {"same": "same {}", "differs": "different {}", "unknown": "unknown {}"}
_TELLING = (
    "near", "sentence", "siblings", "left:", "right:", "event", "both_headline", "measure:",
    "subject:", "period:", "noun:", "modality:", "scope:", "per:", "value:equal", "value:digits",
)  # fmt: skip
"""The evidence that a person can check in the texts; the rest weighs by statistics alone."""


_SLIGHT = 0.1


def phrase(name: str) -> str:
    """Return one piece of evidence in words."""
    name = name.removeprefix(_STRUCTURE)
    if name in _PHRASES:
        return _PHRASES[name]
    part, _, rest = name.partition(":")
    if part == "slip":
        return slip(rest)
    if part == "aspect" and "/" in rest:
        return rest.replace("/", " against ")
    if "+" in part:
        return f"{part.replace('+', ' and ')} {rest}".strip()
    if rest in _RELATIONS:
        return _RELATIONS[rest].format(part)
    if name.startswith("value:digits"):
        return _PHRASES["value:digits"]
    for start, words in _PREFIXES.items():
        if name == start or name.startswith(f"{start}>"):
            return words
    return name.replace(":", " ").replace("_", " ")


def slip(name: str) -> str:
    """Return a named slip in words."""
    from claimcheck.compare.slips import EXPLANATIONS

    return EXPLANATIONS.get(name, name.replace("_", " "))


def weighed(evidence: tuple[tuple[str, float], ...]) -> list[tuple[str, float]]:
    """Return the evidence in words, like with like added up, heaviest first."""
    total: dict[str, float] = defaultdict(float)
    for name, weight in evidence:
        total[phrase(name)] += weight
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
        unlike = words.startswith(("different", "unknown")) or words.endswith("apart")
        if weight > 0 and not unlike:
            for_it.append(words)
        elif weight < -_SLIGHT and unlike:
            against.append(words)
    return sorted(for_it, key=lambda words: not words.startswith("same ")), against


def ledger(evidence: tuple[tuple[str, float], ...]) -> str:
    """Return all evidence with its weights: "same measure +1.50 · different noun −0.40"."""
    return " · ".join(
        f"{words}{NBSP}{weight:+.2f}".replace("-", "−") for words, weight in weighed(evidence)
    )
