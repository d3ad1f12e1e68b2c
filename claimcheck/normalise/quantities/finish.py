"""Turns a draft into a quantity: what the document decides, canonical numbers, offsets."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import Any

from claimcheck.model import Quantity, TextSpan
from claimcheck.normalise.language import Language
from claimcheck.normalise.measured import units
from claimcheck.normalise.measured.degrees import DEGREES
from claimcheck.normalise.measured.points import of_key_rate, of_rate
from claimcheck.normalise.numbers.decimals import negated, plain
from claimcheck.normalise.numbers.digits import DASHES
from claimcheck.normalise.quantities import hedges
from claimcheck.normalise.quantities.draft import Draft
from claimcheck.normalise.tokens import Tokens

WINDOW = 8
"""Tokens on each side that tell pounds of money from pounds of weight."""
MANY = 250_000
HOTTEST_AIR, BOILING = 57, 140
HALF_TURN, TURN = 180, 360
"""Degrees of an angle."""
HOT = 29
"""From here degrees are a summer's day in Celsius; fewer are one in winter, in either scale."""


class Context:
    """What the document says about money words of several states."""

    def __init__(self, tokens: Tokens, speech: Language) -> None:
        self._tokens = tokens
        self.speech = speech
        self._known: dict[str, str] = {}

    def code(self, bare: str) -> str:
        """Return the currency that a bare money word means in this document."""
        if bare not in self._known:
            self._known[bare] = self._decide(bare)
        return self._known[bare]

    def _decide(self, bare: str) -> str:
        row = self.speech.bare_rows[bare]
        best, most = row["default"], 0
        for code, beginnings in row["evidence"].items():
            hits = sum(
                self.lower.count(f" {start}") if len(start) > 3 else start in self.words
                for start in beginnings
            )
            if hits > most or (hits == most and hits and code == row["default"]):
                best, most = code, hits
        if best != row["default"] and "dense" in row and not self._at_home(row, str(best)):
            return str(row["default"])
        return str(best)

    def _at_home(self, row: dict[str, Any], code: str) -> bool:
        """Tell whether the text is about the state of a money, and not merely names it.

        It names its money ("S$", "Singapore dollars"), or the state often enough for its
        length and not just as a place in passing ("a meeting in Singapore").
        """
        written, beginnings = self._tokens.words, tuple(row["evidence"][code])
        text = f" {self._tokens.text}"
        signs = [f"{edge}{sign}" for sign in self.speech.own_signs(code) for edge in " ("]
        if code in written or any(sign in text for sign in signs):
            return True
        words = [*map(str.lower, written)]
        places = [i for i, word in enumerate(words) if word.startswith(beginnings)]
        forms = set(map(str.lower, row["forms"]))
        if any(not forms.isdisjoint(words[i + 1 : i + 3]) for i in places):
            return True
        named = any(written[i - 1] not in self.speech.place_words for i in places)
        return named and len(places) * int(row["dense"]) >= len(words)

    def told(self, bare: str) -> bool:
        """Tell whether the text names a state that a bare money word may belong to."""
        rows = self.speech.bare_rows[bare]["evidence"].values()
        return any(f" {start}" in self.lower for starts in rows for start in starts)

    def has(self, *words: str) -> bool:
        """Tell whether one of the words or signs stands in the text."""
        return any(word in self.lower for word in words)

    @cached_property
    def words(self) -> set[str]:
        """Return the words of the text in lower case."""
        return set(map(str.lower, self._tokens.words))

    @cached_property
    def speaks_of_heat(self) -> bool:
        """Tell whether the text is about weather, so that degrees are those of the air."""
        return not self.speech.weather_words.isdisjoint(self.words)

    @cached_property
    def pays_pounds(self) -> bool:
        """Tell whether pounds elsewhere in the text are money, and none are a weight."""
        words = self._tokens.words
        pounds = [
            _of_weights(self._tokens, at, self.speech)
            for at, word in enumerate(words)
            if word.lower().startswith("pound") and self.speech.unit_of(word) == "pound"
        ]
        return any(paid for _, paid in pounds) and not any(weighs for weighs, _ in pounds)

    @cached_property
    def at_sea(self) -> bool:
        """Tell whether the text is about ships or aircraft, so that 480 nm are nautical miles."""
        speech = self.speech
        tiny = not speech.tiny_words.isdisjoint(self.words)
        return not tiny and not speech.sea_words.isdisjoint(self.words)

    @cached_property
    def hottest(self) -> int:
        """Return the highest number of degrees without a scale in the text, or 0."""
        words, names = self._tokens.words, self.speech.unit_names
        return max(
            (
                int(word)
                for word, after in pairwise(words)
                if word.isdecimal()
                and len(word) < 4
                and names.match([after.lower()], 0)
                and self.speech.unit_of(after) == "degree"
            ),
            default=0,
        )

    @cached_property
    def lower(self) -> str:
        """Return the text in lower case."""
        return f" {self._tokens.text.lower()}"


def finished(draft: Draft, tokens: Tokens, context: Context) -> Quantity:
    """Turn a draft into a quantity with offsets and canonical numbers."""
    if draft.bare and draft.bare in context.speech.weights and _weighs(draft, tokens, context):
        draft.kind, draft.unit, draft.bare = "measure", context.speech.weights[draft.bare], ""
        draft.inferred.append("unit")
    if draft.bare:
        draft.unit = context.code(draft.bare)
        draft.inferred.append("currency")
    if draft.unit == "pound" and draft.kind == "measure" and _is_money(draft, tokens, context):
        draft.kind, draft.unit = "money", "GBP"
        draft.inferred.append("currency")
    if tokens.words[draft.stop - 1] in context.speech.at_sea and context.at_sea:
        draft.unit = context.speech.at_sea[tokens.words[draft.stop - 1]]
        draft.inferred.append("unit")
    if draft.unit == "degree" and draft.kind == "measure" and not _turns(draft, tokens, context):
        _temperature(draft, context)
    if draft.unit == "point" and draft.kind == "count" and of_rate(draft, tokens, context.speech):
        draft.kind, draft.unit, draft.noun = "percentage_point", "percentage_point", ""
        draft.inferred.append("unit")
    if draft.unit == "percent" and of_key_rate(draft, tokens, context.speech):
        draft.kind, draft.unit = "percentage_point", "percentage_point"
        draft.inferred.append("unit")
    if draft.unit in DEGREES and _differs(draft, tokens, context.speech):
        draft.label = "difference"
    unit = units.find(draft.unit) if draft.kind == "duration" and draft.unit else None
    if unit and unit.whole:
        draft.unit = unit.whole
        for number in filter(None, (draft.number, draft.upper)):
            number.scale = number.scale * unit.times
    if draft.times != 1:
        for number in filter(None, (draft.number, draft.upper)):
            number.scale = number.scale * draft.times
    bounds, qualifier = hedges.interval(draft)
    low, high = hedges.signed(bounds, negative=draft.negative)
    value = plain(draft.number.total)
    if draft.number.scale == 1 and draft.number.digits and value != value.to_integral_value():
        value = draft.number.value
    value = negated(value) if draft.negative else value
    start, end = tokens.starts[draft.first], tokens.end(draft.stop - 1)
    return Quantity(
        kind=draft.kind,
        value=value,
        low=_shared(low, value),
        high=_shared(high, value),
        unit=draft.unit,
        qualifier=qualifier,
        span=TextSpan(start, end),
        quote=tokens.text[start:end],
        number=TextSpan(tokens.starts[draft.number.first], tokens.end(draft.number.stop - 1)),
        noun=draft.noun,
        per=draft.per,
        relation=draft.relation,
        label=draft.label or ("vague" if draft.number.role == "vague" else ""),
        inferred=tuple(dict.fromkeys(draft.inferred)) if draft.inferred else (),
    )


def _shared(bound: Decimal | None, value: Decimal) -> Decimal | None:
    """Return a bound, as the same object where it is the value: many claims are held at once."""
    return value if bound == value and str(bound) == str(value) else bound


def _weighs(draft: Draft, tokens: Tokens, context: Context) -> bool:
    """Tell whether a word for money and weight is a weight here ("3 Pfund Kartoffeln")."""
    speech, at = context.speech, draft.stop
    if tokens.words[at].lower() in speech.mass_words:
        return True
    if draft.number.scale > 1 or context.told(draft.bare):
        return False
    if draft.number.value % 1 and not draft.number.digits and not draft.upper:
        return True  # "ein halbes Pfund"
    before = tokens.words[max(0, draft.first - WINDOW) : draft.first]
    if not speech.words["weighing"].isdisjoint(map(str.lower, before)):
        return True  # "wog 90 Pfund"
    if tokens.barrier(at):
        return False
    return tokens.words[at][:1].isupper() and speech.exact_case and draft.per is None


def _is_money(draft: Draft, tokens: Tokens, context: Context) -> bool:
    """Tell whether pounds are money: by a sign in the text, by size, by words near."""
    speech = context.speech
    first, stop = max(0, draft.first - WINDOW), draft.stop + WINDOW
    near = {word.lower() for word in tokens.words[first:stop]}
    if tokens.words[draft.stop].lower() in speech.words["of_words"]:
        return False
    if not speech.mass_words.isdisjoint(near):
        return False
    if context.has("£", "sterling") or draft.number.total >= MANY:
        return True
    if not speech.money_verbs.isdisjoint(near):
        return True
    before = tokens.word(draft.first - 1).lower()
    whole = draft.number.total == draft.number.total.to_integral_value()
    return whole and before in speech.price_leads and context.pays_pounds


def _of_weights(tokens: Tokens, at: int, speech: Language) -> tuple[bool, bool]:
    """Tell whether words near pounds are of weights, and whether they are of money."""
    near = {word.lower() for word in tokens.words[max(0, at - WINDOW) : at + WINDOW]}
    return not speech.mass_words.isdisjoint(near), not speech.money_verbs.isdisjoint(near)


def _differs(draft: Draft, tokens: Tokens, speech: Language) -> bool:
    """Tell a difference of temperatures from a reading ("2 Grad wärmer", "um 2 Grad")."""
    after = tokens.words[draft.stop].lower()
    before = tokens.word(draft.first - 1).lower()
    by = before in speech.words["by_words"] and not tokens.barrier(draft.first)
    return draft.relation == "by" or by or after in speech.words["difference_words"]


def _turns(draft: Draft, tokens: Tokens, context: Context) -> bool:
    """Tell whether degrees are those of an angle ("um 180 Grad", "360-Grad-Kamera")."""
    words = context.speech.angle_words
    behind = tokens.words[draft.stop] if draft.stop == draft.number.stop + 1 else ""
    if draft.number.total == TURN or behind in words or tokens.words[draft.stop - 1] in words:
        return True
    joined = tokens.words[draft.number.stop] in DASHES
    by = tokens.words[draft.first - 1].lower() in context.speech.words["by_words"]
    return draft.number.total == HALF_TURN and (joined or by)


def _temperature(draft: Draft, context: Context) -> None:
    """Read a bare degree as the scale of the document, German ones as Celsius.

    Air is never hotter than 57 degrees Celsius: more, in a text of weather, is Fahrenheit.
    """
    hot = HOTTEST_AIR < draft.number.total < BOILING and context.speaks_of_heat
    if hot or context.has("fahrenheit", "°f"):
        draft.unit = "degree_fahrenheit"
    elif context.has("celsius", "°c") or context.speech.data.get("celsius"):
        draft.unit = "degree_celsius"
    elif context.speaks_of_heat and context.hottest > HOTTEST_AIR:
        draft.unit = "degree_fahrenheit"
    elif context.speaks_of_heat and draft.number.total > HOT:
        draft.unit = "degree_celsius"
    else:
        return
    draft.inferred.append("temperature scale")
