"""The countries that a number may be of although nobody names them.

What tells of one is an adjective, a people or a body in the sentence ("die Bundesregierung"), or
the document as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.names.known import place_keys
from claimcheck.extract.names.nations import country, telling, tells
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.subjects.asked import Asked
from claimcheck.extract.subjects.before.referents import gender_of, stood_for
from claimcheck.extract.subjects.traits import Option
from claimcheck.model import Named

_NEAR = 2
_TITLE = 3
"""How far a word in a title stands from the quotation marks around it at most."""
_QUOTES = frozenset('„“”"»«')


def nations(number: Asked, found: Sequence[Option], acts: str) -> list[Option]:
    """Return the countries that the sentence or the document tells of without naming them."""
    analysis, place, kind = number.analysis, number.place, number.kind
    actors, measured, national = number.focus.actors, number.measured, number.national
    named = {option.name.key for option in found if option.name is not None and option.hit}
    sort = "national" if national else kind
    options = []
    told = _told(analysis, place, found)
    if told is not None and told[1].lower() not in named:
        at, code = told
        name = country(code, analysis.sentence.language)
        traits = ["nation:sentence", f"nation:sentence:{sort}", f"nation:sentence:{acts}"]
        same = analysis.clause(at) == place.clause
        traits.append(f"nation:{'same' if same else 'other'}")
        traits.append(f"nation:{'before' if at < place.first else 'behind'}")
        if measured is not None and 0 <= measured[0] - at <= _NEAR:
            traits.append("nation:attached")
        if actors.nation is not None and name.key == actors.nation.name.key:
            traits.append("nation:both")
        options.append(Option(name, None, tuple(traits)))
        named.add(name.key)
    nation = actors.nation
    if nation is None or nation.name.key in named or _is_elsewhere(number, nation.name):
        return options
    if not national and analysis.agreement.known and (
        kind == "money" or (kind == "date" and acts != "acted")
    ):  # fmt: skip
        return options  # what is paid or happens in a country is mostly not its own
    traits = ["nation:document", f"nation:document:{sort}", f"nation:document:{acts}"]
    if nation.alone:
        traits.append("nation:alone")
    if told is not None:
        traits.append("nation:rival")
    options.append(Option(nation.name, None, tuple(traits)))
    return options


def _is_elsewhere(number: Asked, nation: Named) -> bool:
    """Return whether a clause shows that it is not about the country that the document is about.

    It names another place ("2017 war in Litauen …"), or its subject is a pronoun that stands for
    no country: "Zweimal musste er …", unless it stands for what is measured.
    """
    analysis, place, actors = number.analysis, number.place, number.focus.actors
    if not analysis.agreement.known:
        return False
    code = stood_for(analysis, place)
    measure = number.what is not None and number.measured is None
    language = analysis.sentence.language
    if code and not measure and not code & gender_of(nation, False, actors, language):
        return True
    return any(
        name.first in analysis.oblique
        and name.key in place_keys()
        and analysis.clause(name.first) == place.clause
        for name in analysis.names
    )


def _told(analysis: Analysis, place: Place, found: Sequence[Option]) -> tuple[int, str] | None:
    """Return the nearest word that tells of a country and is part of no name, and the code.

    Where somebody comes from says little of their numbers: "der Amerikaner Jo Ray". A title in
    quotation marks tells of none: „Washington Post“.
    """
    known = telling(analysis.sentence.language)
    words = analysis.tokens.words
    if tells(analysis.sentence.language).isdisjoint(words):
        return None
    somebody = {name.first - 1 for name in analysis.names if name.last - name.first > 1}
    told = [
        (abs(i - place.first), i)
        for i, word in enumerate(words)
        if word in known and i not in somebody and not _is_title(words, i)
    ]
    if not told:
        return None
    _, at = min(told)
    return at, known[words[at]]


def _is_title(words: Sequence[str], at: int) -> bool:
    """Return whether a word is one of a few between quotation marks."""
    opened = any(words[i] in _QUOTES for i in range(max(at - _TITLE, 0), at))
    return opened and any(word in _QUOTES for word in words[at + 1 : at + 1 + _TITLE])
