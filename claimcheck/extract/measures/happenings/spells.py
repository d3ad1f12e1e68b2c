"""What a date begins or ends where its clause names no event: "the ferry has sailed since March".

"Seit dem 28. Mai liefert die Sonne" tells when something started, as an article does that says
so; "ab Juli klettern die Renten" when more takes effect. Nothing begins in a clause that
compares: "the first defeat since 1997".
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.extract.concepts.keys import EFFECT, END, START
from claimcheck.extract.measures.carried import Bound
from claimcheck.extract.measures.governor import is_noun
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.things import common_key
from claimcheck.extract.words.verbs import infinitive, is_whole
from claimcheck.model import Named, TextSpan


def spell(analysis: Analysis, place: Place, index: int, clause: Sequence[int]) -> Bound | None:
    """Return the start or the end, by a date, of what the verb of its clause does."""
    if place.quantity.kind != "date":
        return None
    if any(_tagged(analysis, tag, clause) for tag in ("not", "since_last")):
        return None
    key = _key(analysis, place, index, clause)
    if key is None:
        return None
    tokens = analysis.tokens
    span = TextSpan(tokens.starts[index], tokens.ends[index])
    name = Named(tokens.words[index], key)
    own = common_key(infinitive(analysis, index, clause), analysis.sentence.language)
    return Bound(name, span, False, (index, index + 1), True, frozenset({own}))


def starts_rule(analysis: Analysis, place: Place, clause: Sequence[int]) -> Bound | None:
    """Return that a rule takes effect: "seit Montag müssen Händler Ausweise prüfen"."""
    if not _begins(analysis, place):
        return None
    duty = next((cue for cue in analysis.tags.get("duty", ()) if cue.first in clause), None)
    if duty is None:
        return None
    tokens = analysis.tokens
    span = TextSpan(tokens.starts[duty.first], tokens.ends[duty.last - 1])
    name = Named(" ".join(tokens.words[duty.first : duty.last]), EFFECT)
    return Bound(name, span, False, (duty.first, duty.last), True)


def _key(analysis: Analysis, place: Place, index: int, clause: Sequence[int]) -> str | None:
    """Return the concept; what changes by then ends no more than what changes since then starts."""
    words, before = analysis.tokens.words, place.first - 1
    changes = any(
        hit.kind == "change" and hit.first in clause and words[hit.first].islower()
        for hit in analysis.measures
    )
    if place.quantity.low is None:
        return END if not changes and _tagged(analysis, "plan", clause) else None
    if changes and analysis.tagged("takes_effect", before, place.first) is not None:
        compared = analysis.tagged("previous_period", place.first, place.last)
        return EFFECT if compared is None else None
    if not _begins(analysis, place) or _is_of_noun(analysis, place, index):
        return None
    if not changes:
        return START
    return None if analysis.tagged("since", place.first, place.last) else EFFECT


def _begins(analysis: Analysis, place: Place) -> bool:
    """Return whether a date follows a word such as "from", and is no stretch with an end."""
    first = place.first
    if place.quantity.high is None and analysis.tagged("opens", first, first + 1) is not None:
        return True
    if analysis.tagged("onward", place.last, place.last + 1) is not None:
        return analysis.tagged("opens", first - 1, first + 1) is not None  # "vom Montag AN"
    ends = analysis.tagged("ends_on", first, place.last + 1) is not None
    return analysis.tagged("begins_on", first - 1, first) is not None and not ends


def _is_of_noun(analysis: Analysis, place: Place, index: int) -> bool:
    """Return whether a date tells of the noun before it, and the first verb follows both.

    "Ihr Preisgeld seit Januar beläuft sich auf 238.000 Euro."
    """
    before = place.first - 1
    if index != place.last or before < 0 or not is_noun(analysis, before):
        return False
    return not is_whole(analysis, range(place.first))


def _tagged(analysis: Analysis, tag: str, clause: Sequence[int]) -> bool:
    return any(cue.first in clause for cue in analysis.tags.get(tag, ()))
