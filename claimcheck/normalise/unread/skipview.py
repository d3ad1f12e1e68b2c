"""What the skip rules share: the tokens of a text, and whether a unit follows."""

from __future__ import annotations

from claimcheck.normalise.language import Language
from claimcheck.normalise.tokens import Tokens
from claimcheck.normalise.unread.cues import cues

Found = tuple[int, int, str]
"""First token and the one behind the last, and the reason to skip them."""
LONG_STREET = 6
"""Letters of the longest word that is no name of a street but ends like one ("Platz")."""
OPENERS = ".!?:;„“\"'»«•–—-(*"


class SkipView:
    """The tokens of one text, as the skip rules see them."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self.t = tokens
        self.language = language
        self.cues = cues(language)

    def _has_unit(self, i: int) -> bool:
        """Tell whether a scale, unit or money follows the digits at `i`."""
        t, language = self.t, self.language
        at = i + 1
        keys = (
            t.words[at : at + 4]
            if language.exact_case
            else [w.lower() for w in t.words[at : at + 4]]
        )
        if not t.word(at):
            return False
        return bool(
            keys[0] in language.scales
            or language.unit_names.match(keys, 0)
            or language.money.match(keys, 0)
            or language.money_signs.match(t.words[at : at + 3], 0)
            or t.words[at] in "%°"
            or (
                len(keys[0]) > 1
                and (t.words[at].islower() or len(keys[0]) > 2)
                and language.symbols.match(t.words, at)
            )
        )

    def _opens(self, i: int) -> bool:
        t = self.t
        return i == 0 or t.opens_line(i) or t.words[i - 1] in OPENERS
