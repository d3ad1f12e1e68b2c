"""Words that belong to another number or noun, or only look like what is said of a number."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.extract.concepts.fitting import dimension, is_sum
from claimcheck.extract.concepts.hits import MeasureHit
from claimcheck.extract.concepts.keys import VAGUE
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.concepts.meanings import TOPIC
from claimcheck.extract.measures.carried import APART
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.lemma import morphology
from claimcheck.extract.words.usage import shapes
from claimcheck.extract.words.verbs import is_whole, verb_words
from claimcheck.model import Quantity

_RELATIVE = frozenset({"percent", "percentage_point", "ratio"})
_MOVED = frozenset({"by", "to", "from"})
_NUMBER_WORDS_BEFORE = 3
_LED = 4
"""How many tokens before a noun the preposition can stand that leads it."""
_COUNTS = frozenset({"count", "person", "percent", "rank", "date", "clock"})
_OTHERS = frozenset({"person", "number", "money", "rank", "points"})
"""Units of concepts whose figures need not count several of what the noun names."""
_WHOLE_UNITS = frozenset({"count", "person", "rank"})
"""Units of concepts that have no parts."""
_TIMES = frozenset({"date", "duration", "time_of_day"})
_DATA = "data"
_SAYING = 2
"""How far behind a noun its verb may stand: "economists had predicted"."""


def is_figure(
    analysis: Analysis, quantity: Quantity, hit: MeasureHit, lexicon: MeasureLexicon
) -> bool:
    """Return whether a quantity can be a figure of what a word says.

    A verb that also tells a change tells nothing else of its end: "the dividend is raised to".
    Verbs that mean a concept only in articles that speak of it mean it of its own units alone:
    "given ten years", but "given ten days to appeal".
    """
    if not lexicon.fits(hit.key, quantity):
        return False
    info = lexicon.info(hit.key)
    if hit.kind == "verb" and quantity.relation in _MOVED:
        return not any(
            other.kind == "change" and other.first == hit.first for other in analysis.measures
        )
    if hit.only != TOPIC or hit.kind != "verb":
        return True
    if quantity.kind == "duration":
        return not info.in_units or quantity.unit in info.in_units
    return quantity.kind not in _RELATIVE or "percent" in info.units


def _is_one(analysis: Analysis, hit: MeasureHit) -> bool:
    """Return whether a noun has the form of one thing: "the satellite carries fuel for ten"."""
    if grammar(analysis.sentence.language).capital_nouns:
        return False
    word = analysis.tokens.words[hit.last - 1].lower()
    return morphology(analysis.sentence.language).reading(word).noun == word


def _goes_on(one: Place, two: Place) -> bool:
    """Return whether two numbers are a change: "ein Umsatz von drei auf vier Millionen"."""
    return one.quantity.relation == "from" and two.first - one.last <= 1


def is_led_to_other(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether a noun leads to another number, or right behind it is what that is a sum of.

    "die Kosten einer Prämie von 1500 Euro betragen neun Millionen".
    """
    cue = analysis.tagged("leads_to", hit.last, hit.last + 1)
    return any(
        (cue is not None and other.first == cue.last and not _goes_on(other, place))
        or (other.last == hit.first and is_sum(other.quantity))
        for other in analysis.places
        if other is not place
    )


def is_of_other_kind(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether a noun leads to another number that this one cannot be a figure beside.

    "bei einem Verbrauch von 18.000 Kilowattstunden sind das 700 Euro".
    """
    cue = analysis.tagged("leads_to", hit.last, hit.last + 1)
    kind = place.quantity.kind
    return cue is not None and any(
        other.first == cue.last and {kind, other.quantity.kind} == APART
        for other in analysis.places
    )


def of_other_size(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether an adjective stands right behind another number: "2 feet long, 9 deep".

    It is said of both in "60 or 70 feet tall".
    """
    return hit.first != place.last and any(
        other.last == hit.first and not 0 <= other.first - place.last <= 1
        for other in analysis.places
        if other is not place
    )


def is_of_other(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether an adjective is said of a noun that is not counted here.

    "er gab den betroffenen Häusern zwei Millionen", but "die Zahl der betroffenen Häuser".
    """
    words, behind, rules = analysis.tokens.words, hit.last, grammar(analysis.sentence.language)
    if not rules.capital_nouns or behind == place.first or not words[behind][0].isupper():
        return False
    article = hit.first and words[hit.first - 1].lower() in rules.articles
    if words[behind - 1][0].isupper() or (hit.kind == "verb" and not article):
        return False
    first = max(hit.first - _NUMBER_WORDS_BEFORE, 0)
    return analysis.tagged("number_of", first, hit.first) is None and not any(
        other.key in VAGUE and first <= other.first < hit.first for other in analysis.measures
    )


def is_led(analysis: Analysis, index: int) -> bool:
    """Return whether a preposition leads the noun, over its article and adjectives.

    "unter dem bisherigen Rekord".
    """
    return _led_by(analysis, index) >= 0


def _led_by(analysis: Analysis, index: int) -> int:
    """Return the preposition that leads the noun, over its article and adjectives; -1 for none.

    Names stand before English nouns as well: "from the Halvern rail crash".
    """
    words, forms = analysis.tokens.words, shapes(analysis.sentence.language)
    named = not grammar(analysis.sentence.language).capital_nouns
    for i in range(index - 1, max(index - _LED, 0) - 1, -1):
        if i in analysis.prepositions:
            return i
        if i == index - 1 or (named and words[i][0].isupper()):
            continue
        if not (forms[words[i]].adjective or forms[words[i]].article):
            return -1
    return -1


def only_says_when(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether a noun only says when somebody else's number was.

    "Vor dem Angriff lagen die Lager bei 39 Prozent"; but "after the losses came to 3 million".
    """
    if hit.kind != "noun" or place.quantity.kind in _TIMES:
        return False
    times = verb_words(analysis.sentence.language).other_times
    lead = _led_by(analysis, hit.first)
    if not 0 <= lead < hit.first - 1 or analysis.tokens.words[lead].lower() not in times:
        return False
    if analysis.order is not None:
        subject = analysis.order.clauses[place.first].acting()
        if subject is None or subject.first <= hit.first < subject.last:
            return False  # "after the losses rose"
    return place.last <= hit.first or is_whole(analysis, range(hit.last, place.first))


def looks_like_verb(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether a word of a counted noun only looks like a verb: "live shells", "watches"."""
    word = analysis.tokens.words[hit.first].lower()
    verb = morphology(analysis.sentence.language).reading(word).verb
    plural = hit.last == place.last and word.endswith("s")
    return hit.kind == "verb" and verb is not None and (verb == word or plural)


def is_other_stuff(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether a noun is what another size is one of: "88 miles with 90 feet of climbing"."""
    if place.quantity.kind != "measure":
        return False
    cue = analysis.tagged("share_of", hit.first - 1, hit.first)
    return cue is not None and any(
        other.last == cue.first and other.quantity.kind == "measure"
        for other in analysis.places
        if other is not place
    )


def is_currency(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether a word of a sum is only its currency: "40 bitcoins"."""
    return hit.first == place.last - 1 and "-" not in analysis.tokens.words[hit.first]


def is_stuff(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether the noun is what there is so much of: "256GB of storage".

    Of land something may be done to it: "burned 90 hectares of forest".
    """
    if dimension(place.quantity.unit or "") != _DATA:
        return False
    cue = analysis.tagged("share_of", place.last, place.last + 1)
    return cue is not None and cue.last == hit.first


def is_gap(analysis: Analysis, place: Place) -> bool:
    """Return whether a time only lies between two things: "three days before the vote".

    Behind a preposition it may be how long something lasts: "jailed for years after a trial".
    """
    if place.quantity.kind != "duration" or place.first - 1 in analysis.prepositions:
        return False
    return analysis.tagged("apart_in_time", place.last, place.last + 1) is not None


def is_source(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether the noun is of those who say or expect a bare number.

    No economists are counted in "economists had predicted 125,000".
    """
    if place.quantity.kind != "number" or hit.last > place.first:
        return False
    if analysis.tagged("party", hit.first, hit.last) is None:
        return False
    return any(
        analysis.tagged(tag, hit.last, min(hit.last + _SAYING, place.first)) is not None
        for tag in ("says", "forecast")
    )


def is_said_of(analysis: Analysis, place: Place, hit: MeasureHit) -> bool:
    """Return whether a word behind counted people is said of them.

    "40 Menschen, die starben"; "nine fishermen are still missing".
    """
    words, behind = analysis.tokens.words, place.last + 1
    rules = grammar(analysis.sentence.language)
    if words[place.last : behind] == (",",):
        who = words[behind : behind + 1]
        return (
            place.quantity.unit == "person"
            and bool(who)
            and who[0].lower() in rules.relative
            and analysis.clause(hit.first) == analysis.clause(behind)
        )
    between = words[place.last : hit.first]
    helpers = verb_words(analysis.sentence.language).helpers
    return hit.kind == "adjective" and 0 < len(between) <= _SAYING and between[0].lower() in helpers


def is_no_count(analysis: Analysis, place: Place, hit: MeasureHit, lexicon: MeasureLexicon) -> bool:
    """Return whether a bare number cannot be a figure of the concept here.

    One airport is not what thirteen million counts in "am Flughafen dreizehn Millionen",
    and "die alte schafft 1100" gives no age.
    """
    units = lexicon.info(hit.key).units
    value = place.quantity.value
    parted = isinstance(value, Decimal) and value != value.to_integral_value()
    if parted and units and units <= _WHOLE_UNITS:
        return True  # "won in 9.79, 0.01 ahead"
    if hit.kind == "adjective":
        return hit.last <= place.first and bool(units) and units.isdisjoint(_COUNTS)
    if hit.kind == "verb" or "count" not in units or not units.isdisjoint(_OTHERS):
        return False
    if not isinstance(value, Decimal) or value <= 1:
        return False
    before = analysis.tokens.words[hit.first - 1].lower() if hit.first else ""
    rules = grammar(analysis.sentence.language)
    return before in rules.singular or (hit.kind == "entity" and _is_one(analysis, hit))
