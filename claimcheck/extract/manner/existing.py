"""What is so already, whatever else its sentence plans or expects."""

from __future__ import annotations

from claimcheck.extract.concepts.keys import SENTENCE
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.measures.carried import Bound
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.cues import Cue
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.lemma import morphology
from claimcheck.extract.words.usage import shapes

_PAST = "past"
_OPEN = frozenset({"plan", "forecast"})
_LED = 2
_INFLECTED = ("te", "ten", "ter", "tes", "tem", "ene", "enen", "ener", "enes", "enem")
_SIZES = frozenset({"measure", "duration"})


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


def is_known(analysis: Analysis, place: Place, cue: Cue) -> bool:
    """Return whether a size is one of a known thing, which the plan is about.

    "Der 1,9 Tonnen schwere Satellit soll messen"; "ein 200 Meter langer Tunnel" may be planned.
    """
    words, rules = analysis.tokens.words, grammar(analysis.sentence.language)
    if place.quantity.kind not in _SIZES or not rules.capital_nouns or _OPEN.isdisjoint(cue.tags):
        return False
    first, last = place.first, place.last
    if not first or last + 1 >= len(words) or words[first - 1].lower() not in rules.definite:
        return False
    described = shapes(analysis.sentence.language)[words[last]].adjective
    return described and words[last].islower() and words[last + 1][0].isupper()


def is_taken(place: Place, cue: Cue) -> bool:
    """Return whether a time is what something took: "sie benötigte eine Minute"."""
    return "needs" in cue.tags and place.quantity.kind == "duration"


def only_describes(analysis: Analysis, place: Place, cue: Cue) -> bool:
    """Return whether a participle describes another thing, and no date before or behind it.

    "Am Montag wurden die lange erwarteten Daten gezeigt", not "die für Montag erwartete Rede".
    """
    words, rules = analysis.tokens.words, grammar(analysis.sentence.language)
    if place.quantity.kind != "date" or not rules.capital_nouns or _OPEN.isdisjoint(cue.tags):
        return False
    if cue.last - cue.first != 1 or cue.last >= len(words) or place.last == cue.first:
        return False
    if cue.last == place.first or not words[cue.last][0].isupper():
        return False
    led = map(str.lower, words[max(cue.first - _LED, 0) : cue.first])  # "die lange erwarteten"
    return words[cue.first].endswith(_INFLECTED) and not rules.articles.isdisjoint(led)


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
