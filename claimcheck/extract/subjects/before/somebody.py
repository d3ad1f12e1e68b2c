"""Who "the 35-year-old" is: somebody of the sentence before, or whom it last spoke of.

A clause speaks of two people where it names one and says "the 35-year-old" of another, so who
stands in the same clause is not meant; and who only told what the sentence before says is
meant only where the document is about them.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.extract.names.actors import speaking
from claimcheck.extract.names.finder import NameHit
from claimcheck.extract.names.known import known_keys
from claimcheck.extract.sentence import Analysis
from claimcheck.extract.subjects.asked import Asked
from claimcheck.extract.subjects.before.referents import gender_of
from claimcheck.extract.subjects.traits import OFTEN
from claimcheck.extract.words.genders import ANY, FEMININE, MASCULINE
from claimcheck.extract.words.person_names import first_name
from claimcheck.extract.words.usage import shapes
from claimcheck.model import Named

_PERSON = MASCULINE | FEMININE
_OPENING = 3
"""So many tokens before an age its clause starts that it is the subject of: "wo der 30-Jährige"."""
_AMONG = 3
"""How many sentences before an age, at most, the text last named whose it is."""


def somebody(number: Asked, code: int, described: bool) -> tuple[Named, NameHit | None] | None:
    """Return who was named before, by what a definite age can be said of; None if nobody fits.

    `described` tells whether a noun stands with the age: "the 35-year-old driver".
    """
    hit = _here(number, code)
    if hit is not None:
        return Named(hit.text, hit.key), hit
    analysis = number.analysis
    here = frozenset(word for name in analysis.names for word in name.key.split())
    for name in _named_before(number, described):
        if here.isdisjoint(name.key.split()) and fits(number, name, code):
            return name, None
    return None


def _here(number: Asked, code: int) -> NameHit | None:
    """Return who stands in a clause before of the same sentence.

    What does not open its clause is what somebody does something to: not the first one named.
    """
    analysis, place = number.analysis, number.place
    clause = place.clause
    inside = {word for name in analysis.names if analysis.clause(name.first) == clause
              for word in name.key.split()}  # fmt: skip
    found = [
        name
        for name in analysis.names
        if name.last <= place.first
        and analysis.clause(name.first) != clause
        and inside.isdisjoint(name.key.split())
        and _is_somebody(number, name, analysis)
        and fits(number, Named(name.text, name.key), code)
    ]
    opens = any(analysis.clause(i) != clause for i in range(place.first - _OPENING, place.first))
    if not opens and found and found[0] is analysis.names[0]:
        del found[0]
    return found[-1] if found else None


def _named_before(number: Asked, described: bool) -> Iterator[Named]:
    """Yield the people of the sentence before, then whom the text last spoke of."""
    focus, actors = number.focus, number.focus.actors
    before = focus.before()
    telling: set[str] = set()
    if before is not None:
        told = speaking(before)
        found = [name for name in before.names if _is_somebody(number, name, before)]
        for name in sorted(
            found, key=lambda name: (not _is_called(name), name.first in before.led)
        ):
            only_tells = described and name.first in told
            if only_tells and actors.counts.get(name.key, 0) < OFTEN:
                telling.add(name.key)
            else:
                yield Named(name.text, name.key)
    start = number.analysis.sentence.start
    late = [(focus.proper, focus.since_proper), (focus.name, focus.since_actor)]
    named = [name for name, since in late if actors.between(since, start) <= _AMONG]
    main = [name for name in (actors.main, actors.second) if name is not None]
    for one in (*named, *(name for name in main if actors.since[name.key] < start)):
        if one is not None and one.key not in telling and is_person(number, one):
            yield one


def _is_somebody(number: Asked, name: NameHit, analysis: Analysis) -> bool:
    """Return whether a name is a person's by what is known of it, or by the title before it."""
    if is_person(number, Named(name.text, name.key)):
        return True
    if name.key in known_keys() or not name.first:
        return False
    return shapes(analysis.sentence.language)[analysis.tokens.words[name.first - 1]].role


def _is_called(name: NameHit) -> bool:
    """Return whether a name has a first name that is known."""
    return bool(first_name(name.key.partition(" ")[0]))


def is_person(number: Asked, name: Named) -> bool:
    """Return whether a name is a person's by what is known of it."""
    if name.key in known_keys():
        return False
    gender = gender_of(name, False, number.focus.actors, number.analysis.sentence.language)
    return bool(gender) and not gender & ~_PERSON


def fits(number: Asked, name: Named, code: int) -> bool:
    """Return whether a name can be what an article tells, by what is known of it."""
    gender = gender_of(name, False, number.focus.actors, number.analysis.sentence.language)
    return not gender or not code or bool(gender & code) or gender == ANY
