"""What narrows a claim: a part, a segment, an earlier time, a figure before tax."""

from __future__ import annotations

from claimcheck.extract.clauses.coordinate import parted
from claimcheck.extract.clauses.stretches import ending, stretch
from claimcheck.extract.concepts.concept import Concept
from claimcheck.extract.measures.compared import differs
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.times.bases import of_base
from claimcheck.extract.words.cues import Cue, cues
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.usage import shapes

SCOPE_TAGS = frozenset({
    "part", "segment", "adjusted", "gross", "net", "seasonally_adjusted", "cumulative",
    "per_unit", "average", "previous_period", "first_figure", "revised",
})  # fmt: skip
_REACH = 8
_SHARED_OUT = frozenset({"count", "number", "money", "percent", "ratio"})
"""What parts are told of; other numbers only right beside the word."""
_MEASURING = frozenset({"gross", "net"})
_NUMBERED = frozenset({"first_figure", "gross", "net"})
"""What words say that are read with a number: "a first estimate", "3.400 Euro BRUTTO im Monat"."""
_VERSIONS = frozenset({"first_figure", "revised"})
"""What may be said of all figures of a sentence, in a clause of its own."""
_SIZES = frozenset({"measure", "date", "clock"})
_OF_FIRMS = frozenset({"economy", "markets", "labour"})
"""Of what measures the parts of a firm have figures of their own."""
_AGE = "age"
_BESIDE = 3
"""How many words may stand between "allein" and its date: "allein im vergangenen Jahr"."""


def scope(analysis: Analysis, place: Place, measured: Concept | None = None) -> tuple[str, ...]:
    """Return the tags of the words that narrow the claim, sorted; `measured` is its measure."""
    first = max(place.left, place.first - _REACH)
    last = min(place.right, place.last + _REACH)
    clause = place.clause
    found: set[str] = set()
    for tag in analysis.tags.keys() & SCOPE_TAGS:
        for cue in analysis.tags[tag]:
            alone = tag in _VERSIONS and _stands_alone(analysis, place, cue)
            if not (alone or first <= cue.first < last):
                continue
            if cue.first in analysis.numbered and tag not in _NUMBERED:
                continue
            if tag == "segment" and not (measured and measured.domain in _OF_FIRMS):
                continue  # "bites on her arm", "served in the same unit for nine years"
            if alone or (
                analysis.clause(cue.first) == clause and _holds(analysis, place, tag, cue)
            ):
                found.add(tag)
    if of_base(analysis, place):
        found.add("previous_period")
    if _additional(analysis, place):
        found.add("additional")
    if place.quantity.kind == "date" and _reported(analysis, place):
        found.add("reported")
    return tuple(sorted(found))


def _stands_alone(analysis: Analysis, place: Place, cue: Cue) -> bool:
    """Return whether a clause behind says which version all figures are: ", a first estimate"."""
    clause = analysis.clause(cue.first)
    others = [
        one for one in analysis.places if not (one.first <= cue.first < one.last or one is place)
    ]
    told = all(analysis.clause(one.first) != clause for one in others)
    return told and place.last <= cue.first and place.quantity.kind not in ("date", "ordinal")


def _holds(analysis: Analysis, place: Place, tag: str, cue: Cue) -> bool:
    """Return whether a word that narrows something narrows the number."""
    quantity = place.quantity
    if parted(analysis, cue.first, place.first):
        return False  # "made 45 million before tax and pays a dividend of 1.20"
    if tag == "part":
        return _is_part(analysis, place, cue)
    if tag == "segment":
        return quantity.kind not in _SIZES  # "rescue operations after a 6.1 magnitude quake"
    if tag == "previous_period":  # "der 72-jährige frühere Minister"
        return quantity.label != _AGE and not _is_of_person(analysis, cue)
    if tag in _MEASURING:  # "das Ergebnis vor Zinsen und Steuern" is a measure
        return not any(
            hit.kind == "noun" and hit.first < cue.first < hit.last for hit in analysis.measures
        )
    return True


def _is_of_person(analysis: Analysis, cue: Cue) -> bool:
    """Return whether a word tells what someone was before: "die frühere Leiterin muss für…"."""
    words, language = analysis.tokens.words, analysis.sentence.language
    if cue.last >= len(words) or not words[cue.last][0].isupper():
        return False
    former = "former" in cues(language).tags(words[cue.first])
    return former and cue.last - cue.first == 1 and shapes(language)[words[cue.last]].role


def _is_part(analysis: Analysis, place: Place, cue: Cue) -> bool:
    """Return whether a word makes the number a part of another one.

    It does not where it ends the clause of a verb ("kam mit zwei Jahren davon"), says of a
    time that it is counted alone ("allein im Mai"), or whom it speaks of ("34 of those on board").
    """
    words, language = analysis.tokens.words, analysis.sentence.language
    if "alone" in cues(language).tags(words[cue.first]) and _is_dated(analysis, cue):
        return False
    shared_out = place.quantity.kind in _SHARED_OUT
    back, ahead = cue.first == place.last, cue.last == place.first
    ends = cue.first == ending(analysis, stretch(analysis, cue.first))
    if not (back or ahead):
        return shared_out and not (ends and cue.last - cue.first == 1)
    if not back or "of_those" not in cue.tags:
        return ahead or shared_out or not ends
    follows = words[cue.last].lower() if cue.last < len(words) else ""
    return not (cue.last in analysis.prepositions or follows in grammar(language).relative)


def _is_dated(analysis: Analysis, cue: Cue) -> bool:
    return any(
        when.quantity.kind == "date"
        and (0 <= when.first - cue.first <= _BESIDE or when.last == cue.first)
        for when in analysis.places
    )


def _additional(analysis: Analysis, place: Place) -> bool:
    """Return whether a count comes on top of others: "three more bodies", "19 kamen dazu"."""
    if place.quantity.kind not in ("count", "number") or differs(analysis, place):
        return False
    number = place.quantity.number
    if number is None:
        return False
    held = analysis.tokens.covering(number.start, number.end)
    more = analysis.tags.get("additional", ())
    if any(held.start == cue.last or held.stop == cue.first for cue in more):
        return True
    return analysis.tagged_in_clause("adds", place) is not None


def _reported(analysis: Analysis, place: Place) -> bool:
    """Return whether a date is only the day on which something was said."""
    clause = place.clause
    return any(analysis.clause(cue.first) == clause for cue in analysis.tags.get("says", ()))
