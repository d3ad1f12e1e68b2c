"""Lends the unit of one number to another: "bis zu 30, teils 40 Zentimeter"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.normalise.language import Language
from claimcheck.normalise.measured.degrees import DEGREES
from claimcheck.normalise.quantities.draft import Draft
from claimcheck.normalise.tokens import Tokens

AGE = "age"
MEASURED = ("measure", "percent")
CLAUSE = 6
"""Tokens from the comma to a number that may share the unit ("bis 40, in Staulagen bis 60 cm")."""
ANOTHER = 4
"""Tokens that say of what else a number is ("120 Meter, der neue Turm 150")."""
NOUN = 2
"""Tokens of what is measured before that comma ("20 Zentimeter Neuschnee, …")."""
WHOLE = 100
SHARES = 7
"""Tokens between two shares whose unit is written once ("auf 14, die FDP auf 4 Prozent")."""
SENTENCE = frozenset(".!?;:(")
ENDS = frozenset(".;!?)")
FAR = 10
"""How many times one of two such numbers may be as large as the other."""


def take(bare: Draft, full: Draft, *, scale: bool) -> None:
    """Give a bare number the kind and unit of another, and its scale as well."""
    bare.kind, bare.unit, bare.bare = full.kind, full.unit, full.bare
    bare.times, bare.per = full.times, full.per
    bare.noun = full.noun
    bare.label = full.label if full.label == AGE else bare.label
    number, other = bare.number, full.upper or full.number
    if scale and number.scale == 1 and other.scale > 1 and number.value < 1000:
        ratio = number.value / other.value if other.value else Decimal(0)
        if Decimal("0.02") < ratio < Decimal(50):
            number.scale = other.scale
    bare.inferred.append("unit")


def over_comma(first: Draft, second: Draft, tokens: Tokens, language: Language) -> None:
    """Let one of two measures in clauses side by side take the unit that only the other has.

    "Bis zu 30, teils 40 Zentimeter"; "11 bis 7, im Bergland auf 4 Grad"; "bis 90 km/h, auf dem
    Brocken bis 120"; "120 Meter, der neue 150".
    """
    between = tokens.words[first.stop : second.first]
    comma = between.index(",") if "," in between[: NOUN + 1] else NOUN + 1
    clause = between[comma + 1 :]
    told = 0 < len(clause) <= CLAUSE and clause[0].islower() and all(map(str.isalpha, clause))
    if not told or tokens.barrier(second.first) or not _alike(first, second):
        return
    if _is_bare(first) and second.kind == "measure" and comma == 0:
        there = " ".join(clause) in language.words["there"]
        led = tokens.words[first.first - 1] == clause[-1] or _is_bounded(first)
        if there or (led and second.unit in DEGREES):
            take(first, second, scale=False)
    elif _is_bare(second) and first.kind in MEASURED:
        ends = tokens.barrier(second.stop) or tokens.words[second.stop] in ENDS
        bounded = second.hedge is not None and _is_bounded(first)
        other = first.kind == "measure" and comma < NOUN and _of_another(clause, language)
        if ends and (bounded or other):
            take(second, first, scale=False)


def _of_another(clause: list[str], language: Language) -> bool:
    """Tell whether a clause only says of what else its number is: "der neue", "mit dem Gespann"."""
    if not 1 < len(clause) <= ANOTHER:
        return False
    known = language.articles | language.words["determiners"]
    led = clause[0] in language.function_words and clause[1] in known and len(clause) > 2
    return clause[0] in known or led


def share_percent(
    first: Draft, second: Draft, bare: Draft, tokens: Tokens, language: Language
) -> None:
    """Let "14" in "die SPD kam auf 14, die FDP auf 4 Prozent" be percent, and the other way.

    One word leads both numbers, or a name does and the bare one has decimals ("SPD 15,3"), or it
    is the share of another party or time: "31 Prozent, SPD 22"; "67 percent, up from 62".
    """
    number = bare.number
    if not number.digits or number.scale != 1 or number.total > WHOLE or bare.upper or bare.unit:
        return
    between, led = tokens.words[first.stop : second.first], tokens.words[first.first - 1]
    if not between or len(between) > SHARES or not SENTENCE.isdisjoint(between):
        return
    opens = between[0] == "," or between[0].islower()
    if not opens or tokens.barrier(second.first) or not between[-1].isalpha():
        return
    names = [word for word in between[1:] if word.lower() not in language.words["determiners"]]
    if any(word.lower().endswith(language.rate_endings) for word in names):
        return  # "Das KGV liegt bei 17,3, die Rendite bei 4,8 Prozent": only that is a rate
    named = number.last < 1 and len(names) == 1 and names[0][0].isupper()
    stepped = bare is second and number.last == 1 and led in language.words["by_words"]
    alike = len(between) > 2 and between[-1] == led and not stepped
    other = bare is second and _goes_on(first, second, between, tokens, language)
    if named or alike or other:
        take(bare, second if bare is first else first, scale=False)


def is_party(name: str) -> bool:
    """Tell whether a name is written like that of a party: "SPD", "AfD"."""
    return sum(map(str.isupper, name)) > 1


def _goes_on(
    first: Draft, second: Draft, between: list[str], tokens: Tokens, language: Language
) -> bool:
    """Tell whether a bare number ends its clause as the share of another party or time."""
    after, lead = tokens.words[second.stop], between[-1].lower()
    ends = tokens.barrier(second.stop) or not after.isalpha() or after in language.function_words
    whole = first.number.last < 1 == second.number.last  # "42.3 percent, the Greens on 9"
    named = any(word[0].isupper() for word in between[1:])
    if not ends or first.relation == "by":
        return False
    if first.number.last != second.number.last and not (whole and named):
        return False
    if lead in language.words["share_leads"]:
        change = language.words["change_nouns"] - language.words["change_verbs"]
        stepped = tokens.words[first.first - 1].lower() in language.words["change_verbs"]
        return not stepped and change.isdisjoint(map(str.lower, between))
    names = [word for word in between[1:] if word.lower() not in language.words["determiners"]]
    party = is_party(between[-1])
    party = party or (between[-1][0].isupper() and is_party(tokens.words[first.first - 1]))
    return between[0] == "," and len(names) == 1 and party


def _is_bare(draft: Draft) -> bool:
    number = draft.number
    return draft.kind == "number" and draft.unit is None and number.digits and number.scale == 1


def _is_bounded(draft: Draft) -> bool:
    return draft.upper is not None or draft.hedge is not None


def _alike(first: Draft, second: Draft) -> bool:
    """Tell whether two numbers are of one size, but for degrees, which may be near zero."""
    if first.unit in DEGREES or second.unit in DEGREES:
        return True
    low, high = sorted((first.number.total, second.number.total))
    return 0 < high <= low * FAR
