"""How firmly a number is said: done, planned, expected, allowed, denied or only supposed.

Cue words of the number's clause tell it, and those of the clause that its clause depends
on: "fordert, 300 Stellen zu streichen", "bestreitet, dass 300 Stellen wegfallen".
"""

from __future__ import annotations

from functools import cache

from claimcheck.extract.clauses.coordinate import opens_verb
from claimcheck.extract.clauses.stretches import ending, opening, stretch
from claimcheck.extract.manner.conditions import supposed
from claimcheck.extract.manner.existing import is_known, is_taken, is_told_after, only_describes
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.cues import Cue, cues
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.lemma import morphology
from claimcheck.extract.words.verbs import is_whole
from claimcheck.lexicon import table
from claimcheck.model import Modality

_OPEN: tuple[Modality, ...] = ("forecast", "plan", "estimate")
"""What cues say of a number that is no limit and not supposed; the first found settles it."""
_TELLING = frozenset({*_OPEN, "limit", "hypothetical", "denied", "offers", "threatens", "future"})
_ROLES: dict[str, Modality] = {"forecast": "forecast", "target": "plan"}
"""What a compound's last part says of the number that it leads to."""
_LEADING = 2
_OFFERED = frozenset({"money", "percent", "percentage_point", "duration"})
_COUNTED = frozenset({"count", "number", "percent"})
_COMMENTS = frozenset({"says", "demands"})
"""What the verb of a short clause behind a number can be."""
_JOINED = frozenset(',“”"»')
_NO_VERBS = frozenset({"more_less"})
_ENDS = frozenset('.,;:!?)“”"»')
_SUBJECT = 7
"""How many words behind a number that opens its clause the verb of its subject stands."""


def modality(analysis: Analysis, place: Place) -> tuple[Modality, Cue | None]:
    """Return how the quantity is meant and the cue that says so; "stated" without one.

    A contrast ("nicht 500, sondern 300") denies the first number and states the second.
    """
    cue = _contrasted(analysis, place)
    if cue is not None:
        return "denied", cue
    led = _led(analysis, place)
    if led is not None:
        return led
    cue = supposed(analysis, place)
    if analysis.tags.keys().isdisjoint(_TELLING):
        return ("stated", None) if cue is None else ("hypothetical", cue)
    clauses = _clauses(analysis, place)
    found = _tagged(analysis, "denied", clauses, place)
    if found is not None:
        return "denied", found
    found = _tagged(analysis, "limit", clauses, place) or _threatened(analysis, place, clauses)
    if found is not None:
        return "limit", found
    cue = cue or _tagged(analysis, "hypothetical", clauses, place)
    if cue is not None:
        return "hypothetical", cue
    return _open(analysis, place, clauses)


def _led(analysis: Analysis, place: Place) -> tuple[Modality, Cue] | None:
    """Return what a compound before a number says of it: "das Umsatzziel von 4 Millionen"."""
    for hit in analysis.measures:
        if hit.role in _ROLES and 0 <= place.first - hit.last <= _LEADING:
            return _ROLES[hit.role], Cue(hit.first, hit.last, frozenset())
    return None


def _open(analysis: Analysis, place: Place, clauses: frozenset[int]) -> tuple[Modality, Cue | None]:
    if place.quantity.label == "age":  # "the 49-year-old will meet the queen"
        cue = _tagged(analysis, "estimate", clauses, place)
        return ("stated", None) if cue is None else ("estimate", cue)
    cue = _future(analysis, place)
    if cue is not None:
        return "forecast", cue
    if _heard(analysis, place):
        return "estimate", _tagged(analysis, "hearsay", clauses)
    for name in _OPEN:
        cue = _tagged(analysis, name, clauses, place)
        if cue is not None:
            return name, cue
    if place.quantity.kind in _OFFERED:
        cue = _tagged(analysis, "offers", clauses, place)
        if cue is not None:
            return "plan", cue
    return _commented(analysis, place) or ("stated", None)


def _commented(analysis: Analysis, place: Place) -> tuple[Modality, Cue] | None:
    """Return what the verb of a short clause behind tells: "300 kamen, schätzt die Polizei"."""
    span = stretch(analysis, place.first)
    words = analysis.tokens.words
    if span.stop >= len(words) - 1 or words[span.stop] not in _JOINED:
        return None
    behind = stretch(analysis, span.stop)
    if not analysis.numbered.keys().isdisjoint(behind):
        return None
    start = opening(analysis, behind)
    for name in _OPEN:
        cue = analysis.tagged(name, start, start + 2)
        if cue is not None and not cue.tags.isdisjoint(_COMMENTS):
            return name, cue
    return None


def _contrasted(analysis: Analysis, place: Place) -> Cue | None:
    """Return the "not" of "nicht 500, sondern 300", "300 jobs, not 500"."""
    words = analysis.tokens.words
    cue = analysis.tagged("not", max(place.left, place.first - 2), place.first)
    if cue is None:
        return None
    if analysis.tagged("instead", place.last, len(words)):
        return cue
    ends = place.last >= len(words) or words[place.last] in _ENDS
    right = cue.last == place.first and words[cue.first - 1] == "," and cue.first > 1
    before = any(p.last == cue.first - 1 and _is_alike(p, place) for p in analysis.places)
    return cue if ends and right and before else None


def _is_alike(one: Place, two: Place) -> bool:
    return one.quantity.unit == two.quantity.unit or two.quantity.kind == "number"


def _clauses(analysis: Analysis, place: Place) -> frozenset[int]:
    """Return the clauses whose cues hold for the quantity."""
    own = place.clause, analysis.clause(place.last - 1)
    span = stretch(analysis, place.first)
    words = analysis.tokens.words
    if span.start == 0 or words[span.start] != "," or span.start + 1 >= len(words):
        return frozenset(own)
    if _goes_on(analysis, place, span):
        return frozenset((*own, analysis.clause(span.start - 1)))
    opens = analysis.tagged("dependent", span.start + 1, span.start + 2)
    if opens is not None or _has_infinitive(analysis, span):
        return frozenset((*own, analysis.clause(span.start - 1)))
    return frozenset(own)


def _goes_on(analysis: Analysis, place: Place, span: range) -> bool:
    """Return whether a stretch without a verb lives on that before: "…, für 2026 nur noch 195"."""
    if place.quantity.kind == "duration":
        return False
    then = analysis.tagged("then", span.start + 1, span.start + 2)
    if is_whole(analysis, range(then.last, span.stop) if then else span):
        return False
    before = stretch(analysis, span.start - 1)
    start = opening(analysis, before)
    relative = grammar(analysis.sentence.language).relative
    return start == before.start or analysis.tokens.words[start] not in relative


def _has_infinitive(analysis: Analysis, span: range) -> bool:
    """Return whether a stretch ends in an infinitive with "zu", which needs the verb before."""
    last = ending(analysis, span)
    words = analysis.tokens.words
    for mark in _infinitive_marks(analysis.sentence.language):
        if words[last - 1] == mark or (words[last].islower() and mark in words[last][2:-3]):
            return True
    return False


@cache
def _infinitive_marks(language: str) -> tuple[str, ...]:
    return tuple(table(f"{language}/claims")["cues"]["infinitive"])


def _tagged(
    analysis: Analysis, tag: str, clauses: frozenset[int], place: Place | None = None
) -> Cue | None:
    """Return the first cue with `tag` in the clauses that holds for the quantity."""
    for cue in analysis.tags.get(tag, ()):
        if analysis.clause(cue.first) not in clauses:
            continue
        if place is None or not (
            _coordinate(analysis, place, cue)
            or is_told_after(analysis, place, cue)
            or _describes_other(analysis, place, cue)
            or is_known(analysis, place, cue)
            or is_taken(place, cue)
            or only_describes(analysis, place, cue)
            or _is_indirect(analysis, cue)
            or ("demands" in cue.tags and _demanding(analysis, place, cue))
        ):
            return cue
    return None


def _coordinate(analysis: Analysis, place: Place, cue: Cue) -> bool:
    """Return whether "and" with a verb of its own parts cue and number: "has 300 and wants 500"."""
    first, last = sorted((cue.first, place.first))
    return any(
        cue.first == at + 1 or opens_verb(analysis, at + 1)
        for at in analysis.joints
        if first < at < last
    )


def _describes_other(analysis: Analysis, place: Place, cue: Cue) -> bool:
    """Return whether a cue says it of another number alone: "statt der erwarteten 500 kamen 80"."""
    lead = analysis.tokens.words[cue.first - 1].lower() if cue.first else ""
    if lead not in grammar(analysis.sentence.language).articles:
        return False
    near = analysis.places_near(place)
    return any(other.first == cue.last and other is not place for other in near)


def _is_indirect(analysis: Analysis, cue: Cue) -> bool:
    """Return whether a form only marks the words of others: "sie sagte, 74 stünden vor dem Aus"."""
    if "indirect" not in cue.tags or "condition" in analysis.tags or "lacking" in analysis.tags:
        return False
    clause = analysis.clause(cue.first)
    return any(
        said.first < cue.first and analysis.clause(said.first) != clause
        for said in (*analysis.tags.get("says", ()), *analysis.tags.get("whereby", ()))
    )


def _demanding(analysis: Analysis, place: Place, cue: Cue) -> bool:
    """Return whether those counted are the ones that demand: "300 Bauern fordern Hilfe"."""
    if place.quantity.kind not in _COUNTED or not 0 <= cue.first - place.last < _SUBJECT:
        return False
    return place.first - opening(analysis, stretch(analysis, place.first)) <= 1


def _threatened(analysis: Analysis, place: Place, clauses: frozenset[int]) -> Cue | None:
    if place.quantity.kind != "duration":
        return None
    return _tagged(analysis, "threatens", clauses)


def _future(analysis: Analysis, place: Place) -> Cue | None:
    """Return the auxiliary of a future: "wird" with an infinitive at the end of its clause."""
    cue = analysis.tagged_in_clause("future", place)
    if cue is None:
        return None
    word = analysis.tokens.words[_closing(analysis, place, cue)]
    language = analysis.sentence.language
    if not word.islower() or "passive" in cues(language).tags(word):
        return None
    return cue if morphology(language).reading(word).verb == word else None


def _closing(analysis: Analysis, place: Place, auxiliary: Cue) -> int:
    """Return the token that closes the number's clause, or that stands before its auxiliary."""
    last = ending(analysis, stretch(analysis, place.first))
    return last - 1 if auxiliary.first == last else last


def _heard(analysis: Analysis, place: Place) -> bool:
    """Return whether the number is hearsay of what is done: "soll 500 Euro erbeutet haben"."""
    cue = analysis.tagged_in_clause("hearsay", place)
    if cue is None:
        return False
    last = _closing(analysis, place, cue)
    perfect = analysis.tagged("perfect", last, last + 1)
    before = analysis.tokens.words[last - 1]
    if perfect is None or not before.islower():
        return False
    return not cues(analysis.sentence.language).tags(before) & _NO_VERBS
