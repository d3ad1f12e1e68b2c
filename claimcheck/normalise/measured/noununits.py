"""Units that stand where a counted noun does: "34 Straßenkilometer", "4,183 passing yards"."""

from __future__ import annotations

from claimcheck.normalise.language import Language
from claimcheck.normalise.measured.units import find

_FOOT = "foot"
"""Two cold feet are no length."""


def measured_in(word: str, language: Language) -> str:
    """Return the unit that a compound ends in ("34 Straßenkilometer"), empty where it is none."""
    lower = word.lower()
    if not lower.endswith(language.head_endings) or lower.startswith(language.not_heads):
        return ""
    ends = (unit for head, unit in language.unit_heads.items() if lower.endswith(head))
    return next(ends, "")


def length_in(word: str, language: Language) -> str:
    """Return the unit of length that a word is behind others ("passing yards"), or ""."""
    found = language.unit_names.match([language.key(word)], 0)
    unit = find(found[1]) if found else None
    if found is None or unit is None or unit.dimension != "length" or found[1] == _FOOT:
        return ""
    return found[1]
