"""The noun that leads straight to a number: "ein Umsatz von 3 Millionen"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from claimcheck.extract.concepts.fitting import dimension, is_sum
from claimcheck.extract.concepts.hits import MeasureHit
from claimcheck.extract.concepts.keys import VAGUE
from claimcheck.extract.concepts.lexicon import MeasureLexicon
from claimcheck.extract.measures.carried import BULK, RELATIVE
from claimcheck.extract.measures.others import is_led
from claimcheck.extract.names.nouns import OWNERS
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.words.grammar import grammar
from claimcheck.extract.words.lemma import morphology
from claimcheck.extract.words.usage import shapes
from claimcheck.lexicon import table
from claimcheck.model import Quantity

_COUNTED = frozenset({"count", "number", "ordinal", "date"})
_NAMED = frozenset({"noun", "entity"})
_BOUNDS = frozenset({"over", "under", "at_least", "at_most", "range"})
_PHRASE = 6
_SPANS = ("day", "week", "month", "year")
_YOUNG, _OLD = 5, 115


def governor(analysis: Analysis, place: Place, lexicon: MeasureLexicon) -> MeasureHit | int | None:
    """Return the concept that leads to the quantity, or the token of a noun that is none.

    Between the noun and its number stands a word such as "von" or "of", perhaps behind
    "in Höhe". Nothing is returned where that noun is a word of change, which the number
    is not a figure of, and for counts that follow a noun that is no concept.
    """
    last = place.first - 1
    cue = analysis.tagged("leads_to", last, place.first + 1) if last > 0 else None
    if cue is None or cue.first == 0 or analysis.clause(last) != place.clause:
        return None
    head = cue.first - 1
    hits = [hit for hit in analysis.measures_near(place) if hit.first <= head < hit.last]
    if any(hit.kind == "change" for hit in hits):
        return None
    for hit in hits:
        if hit.kind not in ("verb", "adjective") and _leads(hit, place.quantity, lexicon):
            return hit
    carriers = any(hit.kind != "noun" or hit.key in VAGUE for hit in hits)
    if carriers or place.quantity.kind in _COUNTED or not is_noun(analysis, head):
        return None
    outer = _outer(analysis, head)
    if outer is None:
        return head
    for hit in analysis.measures_near(place):
        noun = hit.kind not in ("verb", "adjective", "change") and hit.last == outer + 1
        if noun and _leads(hit, place.quantity, lexicon):
            return hit
    return outer


def _outer(analysis: Analysis, head: int) -> int | None:
    """Return the noun right before the preposition that leads another: "RATE bei Fällen von"."""
    words, forms = analysis.tokens.words, shapes(analysis.sentence.language)
    lead = head - 1
    while lead > 0 and (forms[words[lead]].article or forms[words[lead]].adjective):
        lead -= 1
    if lead < 2 or lead not in analysis.prepositions:
        return None  # "Erst nach einer Sperrung von" has a capital because it comes first
    known = grammar(analysis.sentence.language).capital_nouns and is_noun(analysis, lead - 1)
    return lead - 1 if known else None


def _leads(hit: MeasureHit, quantity: Quantity, lexicon: MeasureLexicon) -> bool:
    """Return whether the number behind a noun is a figure of it.

    None is in "das Unternehmen sprach von 30", nor in "Bestellungen von 30 Kunden".
    """
    if not lexicon.fits(hit.key, quantity):
        return False
    if quantity.kind not in ("count", "number"):
        return True
    units = lexicon.info(hit.key).units
    return hit.kind != "entity" and (quantity.unit != "person" or not units or "person" in units)


def numbered_noun(analysis: Analysis, place: Place) -> int | None:
    """Return the head of the phrase that an ordinal opens; None for a rank ("finished third")."""
    number = place.quantity.number
    behind = analysis.tokens.at(number.end) if number else place.first + 1
    words, forms = analysis.tokens.words, shapes(analysis.sentence.language)
    if behind in analysis.joints and forms["".join(words[behind + 1 : behind + 2])].adjective:
        behind += 2  # "the 13th and last flight"
    return None if _is_adverb(analysis, place, behind) else head_behind(analysis, behind)


def running(analysis: Analysis, place: Place) -> int | None:
    """Return what a counted time is one of: "in der dritten Woche des STREIKS", "im LOCKDOWN"."""
    words, language = analysis.tokens.words, analysis.sentence.language
    number = place.quantity.number
    index = analysis.tokens.at(number.end) if number else place.first + 1
    rules, behind = grammar(language), index + 2
    if not rules.capital_nouns or behind >= len(words) or behind in analysis.numbered:
        return None
    if words[index].lower() not in _spans(language) or not words[behind][0].isupper():
        return None
    joint = words[index + 1].lower()
    inside = index + 1 in analysis.prepositions and joint in rules.articles
    if not inside and joint not in rules.genitives | rules.genitive_articles:
        return None
    return behind if is_noun(analysis, behind, behind=True) else None


@cache
def _spans(language: str) -> frozenset[str]:
    """Return the forms of nouns for days, weeks, months and years."""
    units = table(f"{language}/dates")["units"]
    return frozenset(word for unit in _SPANS for word in units[unit])


def _is_adverb(analysis: Analysis, place: Place, behind: int) -> bool:
    """Return whether an ordinal only says when something was done: "first sent him to prison"."""
    words, language = analysis.tokens.words, analysis.sentence.language
    rules = grammar(language)
    if rules.capital_nouns or behind >= len(words) or not words[behind].islower():
        return False
    if words[behind].endswith("s"):
        return False  # "first pictures"
    before = words[place.first - 1].lower() if place.first else ""
    reading = morphology(language).reading(words[behind])
    opens = analysis.tagged("dependent", place.first - 1, place.first) is not None
    owned = (before in rules.articles and not opens) or before.endswith(OWNERS)
    return not owned and reading.verb is not None and reading.noun is None


def purpose(analysis: Analysis, place: Place) -> int | None:
    """Return the noun that a sum is said to be for: "drei Millionen Euro für neue Schulen"."""
    cue = analysis.tagged("meant_for", place.last, place.last + 1)
    if cue is None:
        return None
    head = head_behind(analysis, cue.last)
    return head if head is not None and is_noun(analysis, head) else None


def made_of(analysis: Analysis, place: Place, lexicon: MeasureLexicon) -> MeasureHit | None:
    """Return the concept that a sum is a sum of: "4 million dollars in federal grants"."""
    cue = analysis.tagged("made_of", place.last, place.last + 1)
    if place.quantity.kind != "money" or cue is None:
        return None
    head = head_behind(analysis, cue.last, articles=False)
    if head is None:
        return None
    for hit in analysis.measures:
        named = cue.last <= hit.first <= head + 1 and hit.kind == "noun"
        if named and lexicon.fits(hit.key, place.quantity):
            return hit
    return None


def said_as(analysis: Analysis, place: Place, lexicon: MeasureLexicon) -> MeasureHit | None:
    """Return the concept that a sum is given or taken as: "drei Millionen als Kredit"."""
    cue = analysis.tagged("said_as", place.last, place.last + 1)
    if cue is None or not is_sum(place.quantity):
        return None
    head = head_behind(analysis, cue.last)
    for hit in analysis.measures:
        if head is not None and hit.first <= head < hit.last and hit.kind == "noun":
            return hit if "money" in lexicon.info(hit.key).units else None
    return None


def stuff(analysis: Analysis, place: Place) -> int | None:
    """Return the noun that there is so much of: "600 Meter Kupferkabel", "3 tonnes of sand"."""
    tokens, number = analysis.tokens, place.quantity.number
    if not grammar(analysis.sentence.language).capital_nouns:
        return whole(analysis, place) if dimension(place.quantity.unit or "") in BULK else None
    if number is None:
        return None
    index = tokens.at(number.end) + 1
    known = index < len(tokens.words) and is_noun(analysis, index, of_number=True)
    return index if known else None


def share_noun(analysis: Analysis, place: Place) -> int | None:
    """Return a noun right behind a share that is no concept: "40 Prozent Sensitivität"."""
    index, words = place.last, analysis.tokens.words
    rules = grammar(analysis.sentence.language)
    if place.quantity.kind not in RELATIVE or not rules.capital_nouns or index >= len(words):
        return None
    if any(hit.first <= index < hit.last for hit in analysis.measures):
        return None
    return index if is_noun(analysis, index, behind=True) else None


def whole(analysis: Analysis, place: Place) -> int | None:
    """Return the noun that a share is a share of: "80 Prozent des Erbguts"."""
    cue = analysis.tagged("share_of", place.last, place.last + 1)
    if cue is None:
        return None
    for other in analysis.places:
        if other.first == cue.last and other.quantity.noun:  # "80 Prozent der 700 Flugzeuge"
            return other.last - 1
    head = head_behind(analysis, cue.last)
    return head if head is not None and is_noun(analysis, head, behind=True) else None


def head_behind(analysis: Analysis, behind: int, articles: bool = True) -> int | None:
    """Return the head of the noun phrase that opens at a token, behind an article perhaps."""
    words = analysis.tokens.words
    language = analysis.sentence.language
    rules, forms = grammar(language), morphology(language)
    head: int | None = None
    opens = behind < len(words) and behind not in analysis.prepositions
    if opens and words[behind].lower() in rules.articles:
        if not articles:
            return None
        behind += 1
    for i in range(behind, min(behind + _PHRASE, len(words))):
        word = words[i]
        lower = word.lower()
        stops = lower in rules.stop_words and not lower.endswith(rules.adjective_endings)
        if not word[0].isalpha() or stops or i in analysis.prepositions:
            break
        if rules.capital_nouns:
            if word[0].isupper() and not _is_named_so(words, i, language):
                return i
        elif head is not None and forms.reading(lower).verb not in (None, lower):
            break
        else:
            head = i
    return head


def _is_adverb_form(word: str, language: str) -> bool:
    """Return whether a word has the ending of an adverb and is no known noun."""
    ends = word.lower().endswith(grammar(language).adverb_endings)
    return ends and morphology(language).reading(word).noun is None


def _is_named_so(words: Sequence[str], index: int, language: str) -> bool:
    """Return whether a capital is that of an adjective in a name: "20. Internationale Messe"."""
    behind = words[index + 1] if index + 1 < len(words) else "."
    lower = words[index].lower()
    declined = lower.endswith(grammar(language).adjective_endings)
    known = morphology(language).reading(words[index]).noun is None
    return declined and known and behind[0].isupper() and shapes(language)[lower].adjective


def is_age(analysis: Analysis, place: Place) -> bool:
    """Return whether a bare number behind a name and a comma is an age.

    Another comma follows, or nothing where the name is a full one: "said Ann Reed, 81."
    """
    words, first, last = analysis.tokens.words, place.first, place.last
    if not is_bare_age(analysis, place) or first < 2 or words[first - 1] != ",":
        return False
    goes_on = last < len(words) and words[last] in ",;" and _tells(words, last)
    name = next((name for name in analysis.names if name.last == first - 1), None)
    if name is None:
        return goes_on and _is_person(analysis, first - 2)
    if goes_on:
        return True
    full = name.last - name.first > 1 and all(w[0].isalpha() for w in words[name.first : first - 1])
    return full and not any(word[0].isalnum() for word in words[last:])


def _is_person(analysis: Analysis, index: int) -> bool:
    """Return whether a noun behind an article is for somebody: "the senator, 71, said"."""
    words = analysis.tokens.words
    rules = grammar(analysis.sentence.language)
    word = words[index].lower()
    if not word.isalpha() or not rules.articles.intersection(
        before.lower() for before in words[max(index - 3, 0) : index]
    ):
        return False
    return shapes(analysis.sentence.language)[words[index]].role or word.endswith(rules.people)


def is_bare_age(analysis: Analysis, place: Place, led: bool = False) -> bool:
    """Return whether a number without a unit can be an age, `led` to by "at" ("died at 81")."""
    quantity = place.quantity
    bare = quantity.kind == "number" and quantity.unit is None and _is_years(quantity.value)
    return bare and (
        not led or analysis.tagged("aged_at", place.first - 1, place.first) is not None
    )


def is_aged(analysis: Analysis, place: Place) -> bool:
    """Return whether years in an adjective are the age of somebody: "der 77-jährige Soziologe"."""
    language = analysis.sentence.language
    rules, forms = grammar(language), shapes(language)
    words, last = analysis.tokens.words, place.last
    quantity = place.quantity
    if quantity.kind != "duration" or quantity.unit != "year" or not _is_years(quantity.value):
        return False
    if not words[last - 1].lower().endswith(rules.aged):
        return False
    while last < len(words) and forms[words[last]].adjective:
        last += 1
    if last == len(words) or not words[last][0].isupper():
        return False
    form = forms[words[last]]
    named = any(name.first == last for name in analysis.names)
    return form.role or named or words[last].lower().endswith(rules.people)


def is_age_limit(analysis: Analysis, place: Place, lexicon: MeasureLexicon) -> bool:
    """Return whether years behind people are bounds of their age: "Kinder ab sechs Jahren".

    Nobody is so old behind a preposition, where the case is that of a length of time ("bei
    Freunden über zwei Jahre"), nor before a noun that lasts ("Männer, über zehn Jahre Haft").
    """
    words, first, last = analysis.tokens.words, place.first, place.last
    quantity = place.quantity
    if quantity.kind != "duration" or quantity.unit != "year" or quantity.qualifier not in _BOUNDS:
        return False
    if not grammar(analysis.sentence.language).capital_nouns or not words[first].islower():
        return False
    if last < len(words) and words[last][0].isupper():
        return False
    return any(
        hit.last == first
        and hit.kind in _NAMED
        and "person" in lexicon.info(hit.key).units
        and (words[last - 1].endswith("n") or not is_led(analysis, hit.first))
        for hit in analysis.measures
    )


def _tells(words: Sequence[str], last: int) -> bool:
    """Return whether what goes on behind the comma is no list of names and numbers."""
    return last + 1 < len(words) and words[last + 1][0].islower()


def _is_years(value: object) -> bool:
    return isinstance(value, Decimal) and value == int(value) and _YOUNG <= value <= _OLD


def is_noun(analysis: Analysis, index: int, behind: bool = False, of_number: bool = False) -> bool:
    """Return whether the token is a plain noun that a number can be a figure of.

    A noun in the genitive belongs to the one before it, unless it stands `behind` its number.
    """
    word = analysis.tokens.words[index]
    language = analysis.sentence.language
    rules = grammar(language)
    lower = word.lower()
    if (index in analysis.numbered and not of_number) or len(word) < 3 or not word[-1].isalpha():
        return False
    if lower in rules.no_subjects or lower in rules.stop_words:
        return False
    if not index and rules.capital_nouns and _is_adverb_form(word, language):
        return False  # "Schließlich machte sie ein Angebot"
    if not rules.capital_nouns and morphology(language).reading(lower).noun in rules.no_subjects:
        return False  # "forecasts of 3 percent"
    if not of_number and any(name.first <= index < name.last for name in analysis.names):
        return False
    before = analysis.tokens.words[index - 1].lower() if index else ""
    if not behind and before in rules.genitives:
        return False
    reading = morphology(language).reading(word)
    if rules.capital_nouns:
        return word[0].isupper()
    return word.islower() and reading.verb is None and reading.adjective is None
