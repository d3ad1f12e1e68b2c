"""What a number measures where no word near it says so.

By whose number it is: a share that a party has is its share of the vote. Or by what its
article measures most: "Ökonomen hatten mit einem Minus von 34 Prozent gerechnet".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence, Set

import msgspec

from claimcheck.extract.concepts.fitting import is_below
from claimcheck.extract.concepts.keys import NET_INCOME, VOTE_SHARE, WAGE
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.measures.carried import RELATIVE, Bound
from claimcheck.extract.names.known import party_keys
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.person_names import first_name
from claimcheck.model import Claim, Named, Quantity

_SHARES = frozenset({"percent", "percentage_point"})
_PAY = 150_000
"""Sums below this are what people earn; no firm is in the news for so little."""
_FIRMS = 1_000_000
"""What people earn who have no known first name is less: "Orion Systems earned 4 million"."""
_FEWEST = 3
"""How many shares and changes of one measure an article must have to be about it."""


def of_subject(
    what: Bound | None,
    quantity: Quantity,
    subject: str,
    lexicon: MeasureLexicon,
    topics: Container[str] = frozenset(),
    carried: bool = False,
) -> Bound | None:
    """Return the measure, as whose number it is settles it.

    A share that is a party's and measures nothing else is its share of the vote, and so is
    that of a person of two names in articles on a vote, one of their `topics`, whatever the
    number before measures; what such a person earns is a wage, and so is little money. A
    subject that is `carried` over makes no share of a turnout.
    """
    person = " " in subject
    paid = quantity.kind == "money" and is_below(quantity, _PAY)
    earned = what is not None and what.verb and what.name.key == NET_INCOME
    called = person and bool(first_name(subject.partition(" ")[0]))
    pays = paid or called or (person and is_below(quantity, _FIRMS))
    if what is not None and earned and pays and lexicon.fits(WAGE, quantity):
        return msgspec.structs.replace(what, name=Named(what.name.text, WAGE))
    if quantity.kind not in _SHARES:
        return what
    from_before = what is None or (what.loose and what.span is None)
    candidate = person and from_before and VOTE_SHARE in topics
    if subject not in party_keys() and not candidate:
        return what
    units = lexicon.info(what.name.key).units if what is not None else frozenset[str]()
    if what is not None and not what.loose and (not units or "percent" in units):
        return what
    if carried and units == {"percent"}:
        return what
    return Bound(Named(what.name.text if what else quantity.quote, VOTE_SHARE), None, loose=True)


def moves(analysis: Analysis, place: Place) -> bool:
    """Return whether a word of the number's clause says that something went up or down."""
    clause = place.clause
    return place.quantity.kind in _SHARES and any(
        hit.kind == "change" and hit.direction and analysis.clause(hit.first) == clause
        for hit in analysis.measures
    )


def with_main(claims: Sequence[Claim], moved: Set[str]) -> list[Claim]:
    """Give claims without a measure the one that most shares and changes of the article have.

    `moved` are the ids of the claims that can be its changes.
    """
    if not moved:
        return list(claims)
    named = [
        claim.measure
        for claim in claims
        if claim.quantity.kind in RELATIVE and claim.measure is not None
    ]
    counts = Counter(measure.key for measure in named)
    main, most = counts.most_common(1)[0] if counts else ("", 0)
    if most < _FEWEST or 2 * most < len(named):
        return list(claims)
    measure = next(measure for measure in named if measure.key == main)
    return [
        msgspec.structs.replace(claim, measure=measure, inferred=(*claim.inferred, "measure"))
        if claim.id in moved
        else claim
        for claim in claims
    ]
