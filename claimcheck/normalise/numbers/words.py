"""Reads number words: "fünfzehntausend", "twenty-three", "zweieinhalb"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

JOINER = None
Atom = Decimal | None


def evaluate(atoms: Sequence[Atom], *, units_first: bool) -> Decimal | None:
    """Return the number that number-word parts make, or None where they make none.

    `None` among the parts is a joiner ("und", "and"). With `units_first` a joiner may put
    a ten after a unit ("dreiundzwanzig").
    """
    total = Decimal(0)
    current = Decimal(0)
    scale: Decimal | None = None
    joined = fresh = False
    for place, atom in enumerate(atoms):
        if atom is JOINER:
            if joined or place in (0, len(atoms) - 1):
                return None
            joined = True
            continue
        if place and not atom:
            return None  # "sixty zero six"
        if atom < 100:
            if joined and not units_first and current % 100:
                return None  # "twenty and three fifths"
            added = _add(current, atom, ten_last=units_first and joined)
            if added is None or (place and not (current or total)):
                return None
            current, fresh = added, True
        elif atom == 100:
            if current >= 100 or current != int(current):
                return None
            current, fresh = (current or Decimal(1)) * 100, False
        else:
            if scale is not None and atom >= scale:
                return None
            total, scale, current, fresh = total + (current or 1) * atom, atom, Decimal(0), False
        joined = False
    return None if joined and not fresh else total + current


def _add(current: Decimal, atom: Decimal, *, ten_last: bool) -> Decimal | None:
    """Return `current` with a number below one hundred added to it, where that is a word."""
    rest = current % 100
    if atom != int(atom):
        return current + atom if rest == int(rest) else None
    if atom < 10:
        fits = rest == 0 or (rest >= 20 and rest % 10 == 0)
    elif atom < 20:
        fits = rest == 0
    else:
        fits = rest == 0 or (ten_last and 0 < rest < 10)
    return current + atom if fits and current < 10_000 else None


def take_apart(word: str, atoms: Mapping[str, Atom], longest: int) -> list[Atom] | None:
    """Return the parts that make up a joined number word, or None; longest parts first."""
    size = len(word)
    dead: set[int] = set()

    def from_place(at: int) -> list[Atom] | None:
        if at == size:
            return []
        if at in dead:
            return None
        for end in range(min(size, at + longest), at, -1):
            part = word[at:end]
            if part in atoms:
                rest = from_place(end)
                if rest is not None:
                    return [atoms[part], *rest]
        dead.add(at)
        return None

    return from_place(0) if size <= 120 else None
