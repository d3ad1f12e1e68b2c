"""What is so already, whatever else its sentence plans or expects."""

from __future__ import annotations

from claimcheck.extract.concepts.keys import SENTENCE
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.measures.carried import Bound
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.cues import Cue
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.lemma import morphology

_PAST = "past"


def is_told_after(analysis: Analysis, place: Place, cue: Cue) -> bool:
    """Return whether a clause in the past parts a cue from the number.

    In "raised its outlook after sales climbed to 4.8 million" the sales are told.
    """
    for opens in analysis.tags.get("told_after", ()):
        if cue.last <= opens.first < place.first:
            return any(_is_past(analysis, i) for i in range(opens.last + 1, place.first))
    return False


def _is_past(analysis: Analysis, index: int) -> bool:
    word = analysis.tokens.words[index]
    if analysis.tagged(_PAST, index, index + 1) is not None:
        return True
    language = analysis.sentence.language
    reading = morphology(language).reading(word)
    if (
        not word.islower()
        or word.endswith(grammar(language).not_past)
        or reading.verb in (None, word)
    ):
        return False
    return reading.noun is None and reading.adjective is None


def are_there(
    analysis: Analysis, place: Place, what: Bound | None, lexicon: MeasureLexicon
) -> bool:
    """Return whether people are counted as known: "the 11,500 dockers will get a lump sum".

    Nothing says what becomes of them ("the 300 workers are to go").
    """
    if what is None or place.quantity.kind != "count" or place.quantity.relation != "none":
        return False
    if what.tokens != (place.first, place.last) or place.first == 0:
        return False
    if "person" not in lexicon.info(what.name.key).units:
        return False
    words = analysis.tokens.words
    known = words[place.first - 1].lower() in grammar(analysis.sentence.language).definite
    return known and analysis.tagged("new", place.first, place.last) is None


def is_imposed(analysis: Analysis, place: Place, what: Bound | None, firm: Cue | None) -> bool:
    """Return whether a court has set a term: "Beal will spend six years in prison".

    Nobody asks for it ("will seek six years").
    """
    if what is None or what.name.key != SENTENCE or firm is None or "served" not in firm.tags:
        return False
    return analysis.tagged_in_clause("plan", place) is None
