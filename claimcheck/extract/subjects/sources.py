"""Who only tells a number, or has asked others for it, and owns none.

"Laut Stadtsprecherin Lena Wenz", "Wenz wies darauf hin, dass 40 Betriebe schließen" and "laut einer
Umfrage des Instituts Lobau".
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.nouns import NounHit
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.subjects.asked import Asked
from claimcheck.extract.subjects.before.referents import stood_for
from claimcheck.extract.subjects.before.somebody import is_person
from claimcheck.extract.subjects.traits import Option
from claimcheck.extract.words.cases import cases
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.usage import shapes

_SHARES = frozenset({"percent", "percentage_point", "ratio"})
_NAMED = 5
"""How many tokens behind the noun for a survey who made it may start."""


def without_sources(number: Asked, found: Sequence[Option]) -> Sequence[Option]:
    """Return the options without those who only tell the number or asked for it."""
    if number.kind == "age" or not number.analysis.agreement.known:
        return found
    dependent = _dependent(number.analysis, number.place)
    told = [option for option in found if _only_tells(number, option, dependent)]
    keys = {option.name.key for option in told if option.name}
    left = [option for option in found if option.name is None or option.name.key not in keys]
    return left or found


def _only_tells(number: Asked, option: Option, dependent: int | None) -> bool:
    """Return whether an option owns no number: people, of what they say, and who asked others."""
    if option.hit is None or option.name is None:
        return False
    if number.place.quantity.kind in _SHARES and _asked(number.analysis, option.hit.first):
        return True
    if _has(number.analysis, number.place, option.hit) or _announces(number, option):
        return True
    inserted = _is_inserted(number.analysis, number.place, option.hit)
    telling = (
        inserted
        or "source" in option.traits
        or (dependent is not None and option.hit.last < dependent and "owner" not in option.traits)
    )
    if not telling or stood_for(number.analysis, number.place):
        return False
    if inserted:
        return True
    if isinstance(option.hit, NounHit):
        return "role" in option.traits
    focus = number.focus
    if option.name.key in focus.actors.people or option.name in focus.titled:
        return True
    return is_person(number, option.name)


def _announces(number: Asked, option: Option) -> bool:
    """Return whether somebody only tells for when: "Wenz kündigte für März einen Streik an"."""
    analysis, place = number.analysis, number.place
    known = cases(analysis.sentence.language)
    led = place.first - 1
    if known is None or place.quantity.kind != "date" or led not in analysis.prepositions:
        return False
    tells = {"reports", "speaker"} <= set(option.traits)
    return tells and analysis.tokens.words[led].lower() not in known.told_on


def _is_inserted(analysis: Analysis, place: Place, hit: NameHit | NounHit) -> bool:
    """Return whether who speaks stands behind the verb, in a clause of its own: ", sagte Wenz,"."""
    says = analysis.tags.get("says")
    if says is None or analysis.clause(hit.first) == place.clause:
        return False
    said = range(hit.first, hit.first + 2)  # a noun may hold the word before it
    return any(cue.last in said for cue in says)


def _dependent(analysis: Analysis, place: Place) -> int | None:
    """Return the conjunction that opens the clause of a number, of those that what is said has."""
    words, at = analysis.tokens.words, place.first
    while at and words[at] != ",":
        at -= 1
    told = words[at] == "," and analysis.tagged("dependent", at + 1, at + 2) is not None
    return at + 1 if told else None


def _asked(analysis: Analysis, at: int) -> bool:
    """Return whether somebody has made the survey whose noun stands before a token."""
    words, known = analysis.tokens.words, cases(analysis.sentence.language)
    if known is None:
        return False
    forms = shapes(analysis.sentence.language)
    led = False
    for i in range(at, max(at - _NAMED, -1), -1):
        lower = words[i].lower()
        if lower.endswith(known.surveys):
            return led
        if lower in known.asking:
            led = True
        elif i != at and not (forms[words[i]].adjective or words[i][0].isupper()):
            return False
    return False


def _has(analysis: Analysis, place: Place, hit: NameHit | NounHit) -> bool:
    """Return whether what is counted is that of a noun before: "der Ausfall der 25 Busse"."""
    if isinstance(hit, NameHit) or place.quantity.kind != "count" or hit.last >= place.first:
        return False
    articles = grammar(analysis.sentence.language).genitive_articles
    return hit.last == place.first - 1 and analysis.tokens.words[hit.last].lower() in articles
