"""What a share is said to be of, and the concepts that it is therefore no figure of."""

from __future__ import annotations

from claimcheck.extract.concepts.hits import MeasureHit
from claimcheck.extract.concepts.keys import COSTS, PRICE
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.measures.governor import whole
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.verbs import verb_words

_COPULA = 2
"""Within how many tokens before a share the verb stands: "is about 87 per cent pure"."""
_SUMS = frozenset({"money"})
_PRICES = frozenset({COSTS, PRICE})
_FRACTION = "fraction"
_SHARES = frozenset({"percent", "points"})


def quality(analysis: Analysis, place: Place) -> int | None:
    """Return what something is said to be in so large a part: "the drug was 87 per cent PURE".

    Where nouns have no capitals only a verb such as "is" before the share tells this from
    "an 87 per cent stake".
    """
    words, index = analysis.tokens.words, place.last
    rules = grammar(analysis.sentence.language)
    if place.quantity.kind != "percent" or rules.capital_nouns or index >= len(words):
        return None
    helpers = verb_words(analysis.sentence.language).helpers
    if helpers.isdisjoint(words[max(place.first - _COPULA, 0) : place.first]):
        return None
    word = words[index]
    behind = words[index + 1] if index + 1 < len(words) else "."
    ends = not behind[0].isalnum() or index + 1 in analysis.prepositions
    bare = word.isalpha() and word.islower() and word not in rules.stop_words
    if not (bare and (ends or index + 1 in analysis.joints)) or index in analysis.prepositions:
        return None
    compares = analysis.tagged("more_less", index, index + 1) is not None
    return None if compares or word.endswith(rules.adverb_endings) else index


def wholes(analysis: Analysis, place: Place) -> list[MeasureHit]:
    """Return the concepts that the number is said to be a share of."""
    return [
        hit
        for hit in analysis.measures
        if hit.first >= place.last and hit.kind != "verb" and is_share_of(analysis, place, hit)
    ]


def is_of_sum(analysis: Analysis, place: Place, lexicon: MeasureLexicon) -> bool:
    """Return whether a share is one of money: "die Kranken erhalten 60 Prozent des Lohns"."""
    return any("money" in lexicon.info(hit.key).units for hit in wholes(analysis, place))


def counts_people(lexicon: MeasureLexicon, key: str) -> bool:
    """Return whether people are figures of the concept, and no sums are."""
    units = lexicon.info(key).units
    return "person" in units and "money" not in units


def is_opinion(analysis: Analysis, place: Place, hit: MeasureHit, lexicon: MeasureLexicon) -> bool:
    """Return whether a preposition leads from a share to a noun, and nothing changes.

    In "54 Prozent sind für ein Tempolimit" no speed is measured.
    """
    led = {hit.first - 1, hit.first - 2} & analysis.prepositions
    if not led or max(led) < place.last or lexicon.info(hit.key).units <= _SHARES:
        return False
    return not is_share_of(analysis, place, hit) and not changes(analysis, place)


def is_of_others(
    analysis: Analysis, place: Place, verb: MeasureHit, lexicon: MeasureLexicon
) -> bool:
    """Return whether what a verb says of shares or sums is not said of what this is a share of.

    "sie erhielt 60 Prozent der Stimmen", but no votes are in "60 Prozent des Erlöses", and
    "20 Prozent der Bürger zahlen Steuern" is no payment.
    """
    concept = lexicon.info(verb.key)
    cue = analysis.tagged("share_of", place.last, place.last + 1)
    if cue is None or not concept.units:
        return False
    parts = wholes(analysis, place)
    if concept.units <= _SUMS:
        return not any("money" in lexicon.info(hit.key).units for hit in parts)
    if not concept.units <= _SHARES:
        return False
    if not parts:
        head = whole(analysis, place)  # "die Hälfte der rund 800 Infizierten"
        parts = [hit for hit in analysis.measures if hit.last - 1 == head and hit.kind != "verb"]
    same = (verb.key, *concept.near)
    return bool(parts) and not any(
        hit.key in same or (counts_people(lexicon, hit.key) and not lexicon.info(hit.key).befalls)
        for hit in parts
    )


def is_share_of(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether the concept is the whole that the number is a share of ("der Haushalte")."""
    cue = analysis.tagged("share_of", place.last, min(place.last + 1, hit.first))
    if cue is None and not _is_one_in(analysis, place):
        return False
    last = cue.last if cue is not None else place.last
    while last + 1 in analysis.joints and last + 2 not in analysis.numbered:
        last += 2  # "der Schülerinnen und Schüler"
    if last >= len(analysis.tokens.words):
        return False
    word = analysis.tokens.words[last]
    capital = grammar(analysis.sentence.language).capital_nouns and word[0].isupper()
    return hit.first <= last or (not capital and hit.first == last + 1)


def _is_one_in(analysis: Analysis, place: Place) -> bool:
    """Return whether a share is told by counts: "jeder sechste Kunde", but "ein Drittel Frauen"."""
    return place.quantity.label == _FRACTION and analysis.tokens.words[place.last - 1].islower()


def has_rate(analysis: Analysis, place: Place, lexicon: MeasureLexicon) -> bool:
    """Return whether the clause of a share names before it what only percentages are figures of."""
    if analysis.tagged("share_of", place.last, place.last + 1) is not None:
        return False
    return any(
        hit.kind == "noun"
        and hit.last <= place.first
        and analysis.clause(hit.first) == place.clause
        and bool(lexicon.info(hit.key).units)
        and lexicon.info(hit.key).units <= _SHARES
        for hit in analysis.measures
    )


def has_whole(analysis: Analysis, place: Place) -> bool:
    """Return whether the number is said to be a share of something: "90 Prozent ihrer Züge"."""
    return whole(analysis, place) is not None


def costs(analysis: Analysis, place: Place, lexicon: MeasureLexicon) -> bool:
    """Return whether a verb says that something costs more or less: "Karten verteuern sich um"."""
    clause = analysis.clause(place.first)
    return changes(analysis, place) and any(
        hit.kind == "verb" and hit.key in _PRICES and analysis.clause(hit.first) == clause
        for hit in analysis.measures
    )


def changes(analysis: Analysis, place: Place) -> bool:
    """Return whether a word of the number's clause says that something has changed."""
    clause = place.clause
    return any(
        hit.kind == "change" and analysis.clause(hit.first) == clause for hit in analysis.measures
    )
