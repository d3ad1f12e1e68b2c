"""Says in one sentence for a person why two claims got their verdict."""

from __future__ import annotations

from claimcheck.model import Claim, Verdict
from claimcheck.slips import told

REASONS = {
    "same_value": "both can be true",
    "tolerance": "they differ by no more than the settings tolerate",
    "value": "they cannot both be true",
    "unit": "the same number stands with another unit",
    "currency": "the currencies differ",
    "period": "they speak of different periods",
    "subject": "they speak of different subjects",
    "measure": "they measure different things",
    "scope": "one is narrower than the other",
    "aspect": "one is a change, the other a level",
    "modality": "one is stated, the other is not",
    "percent_vs_points": "one counts percent, the other percentage points",
    "date": "they cannot both be true",
    "party": "two parties count differently",
    "later": "the later report has the higher figure, as figures that grow do",
    "later_and_lower": "the later report has the lower figure, though such figures only grow",
    "date_unknown": "which of the two is later is not known",
}


SIGNS: dict[Verdict, str] = {"agreement": "=", "contradiction": "≠", "update": "→"}
"""What stands between the two quotes; "~" for claims that were not compared."""


def explain(a: Claim, b: Claim, verdict: Verdict, reason: str, slips: tuple[str, ...]) -> str:
    """Return the sentence: both readings, the reason, and the slip that would explain it."""
    what = a.measure or b.measure
    head = f"{what.text}: " if what and what.text not in (a.quote, b.quote) else ""
    sign = SIGNS.get(verdict, "~")
    text = f"{head}“{a.quote}” {sign} “{b.quote}”: {REASONS.get(reason, reason)}"
    if slips:
        text += "; " + ", ".join(told(slip, a, b) for slip in slips)
    return " ".join(text.split())
