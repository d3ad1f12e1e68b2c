"""Whose number it is by where it stands: "fünf Tote am Klinikum", "im Osten um 4 Prozent".

Only a place, a body or a branch is told of so, and only where nobody is the subject of the
clause who could own what is counted there.
"""

from __future__ import annotations

from claimcheck.extract.clauses.agreement import COUNTED, PRONOUN
from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.known import place_keys
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.subjects.wordings.gapped import alike
from claimcheck.extract.words.cases import Cases, cases
from claimcheck.extract.words.genders import NEUTER
from claimcheck.extract.words.grammar import grammar
from claimcheck.model import Named

_KINDS = frozenset({"count", "number", "percent", "percentage_point", "money", "ratio"})
_ASKED = "respondents"
_SHARES = frozenset({"percent", "ratio"})
_STAFF = frozenset({"employee", "job"})
_SHORT = 4
"""Letters of words that tell of no place in particular: "im Land", "vor Ort"."""


def located(
    analysis: Analysis, place: Place, measured: tuple[int, int] | None, last: Named | None
) -> NameHit | NounHit | None:
    """Return what a number is of by where it says that it is so.

    `last` is the subject of the number before.
    """
    known = cases(analysis.sentence.language)
    if known is None or known.nouns is None or place.quantity.kind not in _KINDS:
        return None
    behind = (
        _behind(analysis, place, measured, known)
        or _beside(analysis, place, known)
        or _on_average(analysis, place, known)
        or _share_of(analysis, place)
    )
    if behind is not None or last is None or not _is_of_place(analysis, place, last):
        return behind
    inner = _part(analysis, place, known) if last.key in place_keys() else None
    return inner or _before(analysis, place, known)


def _behind(
    analysis: Analysis, place: Place, measured: tuple[int, int] | None, known: Cases
) -> NameHit | NounHit | None:
    """Return where those are that are counted: "Gemeldet sind fünf Tote am Klinikum".

    Staff and jobs in a country are mostly those of a company.
    """
    counted = measured is not None and place.first < measured[1] <= place.last
    if place.quantity.kind != "count" or not (counted or _nobody(analysis, place)):
        return None
    hit = _led(analysis, place.last, known) if _is_owned_by_none(analysis, place) else None
    if hit is None or (place.quantity.unit in _STAFF and _is_part(analysis, hit, known)):
        return None
    return hit if _holds(analysis, hit, known) else None


def _beside(analysis: Analysis, place: Place, known: Cases) -> NameHit | NounHit | None:
    """Return the part of a country or its economy where those are: "im Handel gingen zwei"."""
    if place.quantity.kind != "count" or not _nobody(analysis, place):
        return None
    hit = next((c for c in analysis.candidates_near(place) if c.last == place.first), None)
    if not isinstance(hit, NounHit) or not _is_part(analysis, hit, known):
        return None
    return hit if hit.first in analysis.oblique else None


def _share_of(analysis: Analysis, place: Place) -> NounHit | None:
    """Return those of whom a share opens a clause: "Die Hälfte der Klubs sieht darin"."""
    words, rules, first = analysis.tokens.words, grammar(analysis.sentence.language), place.first
    if place.quantity.kind not in _SHARES or place.last >= len(words):
        return None
    article = words[place.last]
    if article not in rules.definite or article not in rules.genitive_articles:
        return None
    if first and analysis.clause(first - 1) == place.clause and words[first - 1][0].isalnum():
        return None
    hit = next((c for c in analysis.candidates_near(place) if c.first == place.last), None)
    asked = any(m.key == _ASKED and m.last == hit.last for m in analysis.measures) if hit else True
    return hit if isinstance(hit, NounHit) and not asked else None


def _on_average(analysis: Analysis, place: Place, known: Cases) -> NounHit | None:
    """Return the country whose average a number is: "im Bundesdurchschnitt 119"."""
    words = analysis.tokens.words
    at = place.first - 1 - (place.first - 1 in analysis.prepositions)
    if at < 1 or words[at].lower() not in known.averages or at - 1 not in analysis.prepositions:
        return None
    return NounHit(at, at + 1, words[at], words[at].lower(), plain=False)


def _is_of_place(analysis: Analysis, place: Place, last: Named) -> bool:
    """Return whether the number before is of its kind, and of a place that the sentence names.

    It is of nobody then who has both numbers.
    """
    before = [other for other in analysis.places if other.last < place.first]
    return (
        bool(before)
        and alike(before[-1].quantity.kind, place.quantity.kind)
        and any(
            hit.key == last.key
            and hit.last <= place.first
            and _leader(analysis, hit) in analysis.prepositions
            for hit in analysis.candidates_near(place)
        )
    )


def _part(analysis: Analysis, place: Place, known: Cases) -> NameHit | NounHit | None:
    """Return where a part is: "In Kiel starben 27 Menschen, davon elf im Spital"."""
    at = place.first - 1
    part = at > 0 and analysis.tagged("part", at, at + 1) is not None
    return _led(analysis, place.last, known) if part else None


def _before(analysis: Analysis, place: Place, known: Cases) -> NameHit | NounHit | None:
    """Return where a number of a row is so: "in Kiel um 3 Prozent, im Osten um 4 Prozent"."""
    words = analysis.tokens.words
    last = place.first - (place.first - 1 in analysis.prepositions)
    hit = next((c for c in analysis.candidates_near(place) if c.last == last), None)
    if hit is None or not _is_part(analysis, hit, known):
        return None
    led = _leader(analysis, hit)
    if led < 1 or words[led].lower() not in known.located:
        return None
    opens = words[led - 1] == "," or led - 1 in analysis.joints
    return hit if opens and analysis.clause(led) == place.clause else None


def _leader(analysis: Analysis, hit: NameHit | NounHit) -> int:
    """Return the token before a name or noun and its article."""
    words, articles = analysis.tokens.words, grammar(analysis.sentence.language).articles
    at = hit.first
    if isinstance(hit, NounHit) and at in analysis.prepositions:
        return at  # "im Osten": one word for both
    at -= 1
    if at > 0 and at not in analysis.prepositions and words[at].lower() in articles:
        at -= 1
    return at


def _led(analysis: Analysis, at: int, known: Cases) -> NameHit | NounHit | None:
    """Return the name or noun whose preposition is a token."""
    words = analysis.tokens.words
    if at >= len(words) or words[at].lower() not in known.located:
        return None
    hit = next((c for c in analysis.candidates if c.last > at + 1), None)
    return hit if hit is not None and _leader(analysis, hit) == at else None


def _holds(analysis: Analysis, hit: NameHit | NounHit, known: Cases) -> bool:
    """Return whether something is a place or a house, and no direction: "in andere Länder"."""
    words = analysis.tokens.words
    if isinstance(hit, NameHit):
        return hit.key in place_keys()
    led = _leader(analysis, hit)
    opens = words[led + 1].lower() if led + 2 < hit.last else ""
    if opens.endswith(known.towards):
        return False
    word = words[hit.last - 1].lower()
    local = len(word) > _SHORT and word.endswith(known.places)
    return local or word.endswith((*known.premises, *known.whereabouts))


def _is_part(analysis: Analysis, hit: NameHit | NounHit, known: Cases) -> bool:
    """Return whether something is a known place, or a part of a country or its economy."""
    if isinstance(hit, NameHit):
        return hit.key in place_keys()
    return analysis.tokens.words[hit.last - 1].lower().endswith(known.whereabouts)


def _nobody(analysis: Analysis, place: Place) -> bool:
    """Return whether nobody is the subject of a number's clause but those who are counted."""
    acting = analysis.agreement.acting.get(place.clause)
    if acting is None or acting.first == COUNTED:
        return True
    return acting.first == PRONOUN and acting.code == NEUTER


def _is_owned_by_none(analysis: Analysis, place: Place) -> bool:
    """Return whether the subject of a clause only tells of what is counted, or is not named."""
    if _nobody(analysis, place):
        return True
    words, tallying = analysis.tokens.words, grammar(analysis.sentence.language).tallying
    clause = place.clause
    return any(word in tallying and analysis.clause(i) == clause for i, word in enumerate(words))
