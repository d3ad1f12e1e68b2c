"""How users name rules: by code, by name, by the beginning of codes, or "all"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from claimcheck.rules import RULES

ALL = "all"


@cache
def codes(given: str) -> tuple[str, ...]:
    """Return the codes that a name stands for: "CC101", "value-conflict", "CC1", "all".

    Raises ValueError, with the nearest name, for what names no rule.
    """
    wanted = given.strip()
    if wanted.lower() == ALL:
        return tuple(RULES)
    found = tuple(code for code in RULES if code.startswith(wanted.upper()) and len(wanted) > 2)
    found = found or tuple(rule.code for rule in RULES.values() if rule.name == wanted.lower())
    if not found:
        raise ValueError(f"no rule is called {given!r}; {nearest(given)}")
    return found


def nearest(given: str) -> str:
    """Return a hint at the rule that was meant."""
    from difflib import get_close_matches

    family = [code for code in RULES if code.startswith(given.upper()) and len(given) > 2]
    if family:
        return f"{', '.join(family)} begin so"
    names = {rule.name: rule.code for rule in RULES.values()}
    close = get_close_matches(given.upper(), RULES, n=1) or get_close_matches(
        given.lower(), names, n=1
    )
    return f"did you mean {close[0]!r}?" if close else "`claimcheck rule` lists them"


def narrowest(severity: Mapping[str, str]) -> dict[str, str]:
    """Return the level of each rule that `severity` names; the name for fewest rules wins."""
    levels: dict[str, str] = {}
    for name in sorted(severity, key=lambda name: -len(codes(name))):
        levels |= dict.fromkeys(codes(name), severity[name])
    return levels
