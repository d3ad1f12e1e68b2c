"""What the measures of two claims tell of whether they can differ."""

from __future__ import annotations

from claimcheck.extract.concepts.lexicon import lexicon
from claimcheck.lexicon import table
from claimcheck.match.nodes import Node


def generic(node: Node) -> bool:
    """Return whether the measure says little ("people")."""
    return lexicon().info(node.measure).generic


def vague(node: Node) -> bool:
    """Return whether the measure may be another one in other words ("amount", "duration").

    So may what happens on a date, unless it is a known event.
    """
    known = lexicon().info(node.measure)
    return known.generic or known.domain == "general" or (node.block == "date" and not known.event)


def agreed(a: Node, b: Node) -> bool:
    """Return whether both tell what is settled before it is so: a price, a fine, a sentence."""
    settled = [lexicon().info(node.measure).agreed for node in (a, b)]
    return any(settled) and (all(settled) or vague(a if settled[1] else b))


def of_change(a: Node, b: Node) -> bool:
    """Return whether the level of what both measure is a change: inflation "of 3 percent"."""
    return lexicon().info(a.measure).of_change and lexicon().info(b.measure).of_change


def passing(a: Node, b: Node) -> bool:
    """Return whether another day may change it either way: who is missing, or without power."""
    return lexicon().info(a.measure).passes and lexicon().info(b.measure).passes


def of_one_name(one: str, two: str) -> bool:
    """Return whether two currencies are called alike without their countries: USD and SGD."""
    names = table("en/currencies")["names"]
    last = [str(names.get(code, (code,))[0]).split()[-1].lower() for code in (one, two)]
    return last[0] == last[1]
