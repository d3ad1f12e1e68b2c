"""What is written once for several numbers: their unit, their scale, their noun."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from claimcheck.normalise.language import Language
from claimcheck.normalise.measured import units
from claimcheck.normalise.quantities import nouns
from claimcheck.normalise.quantities.draft import Draft
from claimcheck.normalise.quantities.lending import AGE, over_comma, share_percent, take
from claimcheck.normalise.quantities.quantity import Reader
from claimcheck.normalise.tokens import Tokens

SHARED = ("money", "percent", "measure", "duration")
"""What stands behind a bracket for the numbers before and in it; counts only for two."""
PEOPLE = "person"
LEGS = 20
"""How many times one side of a thing may be as long as the other."""
WHOLE_SHARE = 100
_SHORT, _OWNED = 4, 6
"""So many tokens may stand between two numbers that share a unit, and where an owner does."""
MILLION, BILLION = Decimal(10) ** 6, Decimal(10) ** 9


def share_units(drafts: list[Draft], reader: Reader) -> None:
    """Let bare numbers take the unit of the neighbour they share it with."""
    tokens, language = reader.t, reader.language
    pairs = [*pairwise(drafts)]
    _share_between(pairs, tokens, language)
    _share_percents(pairs, tokens, language)
    for first, second in pairs:
        kinds = first.kind, second.kind
        if "number" in kinds and ("measure" in kinds or first.kind == "percent"):
            over_comma(first, second, tokens, language)
    for at, draft in enumerate(drafts):
        if draft.kind == "number" and draft.unit is None:
            _unit_past_bracket(at, drafts, tokens, reader)
    _lend_money(drafts, tokens)
    for first, second in pairs:
        if {first.kind, second.kind} == {"money", "number"}:
            _share_price(first, second, tokens, language)
    for draft, measure in pairwise(drafts):
        if draft.kind == "number" and measure.first == draft.stop:
            _count_of_measured(draft, measure, tokens, language)


def _share_between(pairs: list[tuple[Draft, Draft]], tokens: Tokens, language: Language) -> None:
    """Share units from left to right, and back to numbers before one that was lent its own."""
    for first, second in pairs:
        _share_unit(first, second, tokens, language)
    for first, second in reversed(pairs):
        if first.kind == "number" and first.unit is None and "unit" in second.inferred:
            _share_unit(first, second, tokens, language)  # "125, 150 oder 220 Kilowatt"
        if second.kind == "percent" and first.kind == "number":
            share_percent(first, second, first, tokens, language)


def _share_percents(pairs: list[tuple[Draft, Draft]], tokens: Tokens, language: Language) -> None:
    """Share the percent sign with numbers behind, in lists and where sides stand apart."""
    for first, second in pairs:
        if first.kind == "percent" and second.kind == "number":
            share_percent(first, second, second, tokens, language)
    for first, second in pairs:
        if first.kind == "percent" and second.kind == "number" and second.unit is None:
            _step_aside(first, second, tokens, language)


def _unit_past_bracket(at_draft: int, drafts: list[Draft], tokens: Tokens, reader: Reader) -> None:
    """Read "5,1 Millionen (Vorjahr: 4,7 Millionen) Euro": one unit for both numbers."""
    draft, following = drafts[at_draft], drafts[at_draft + 1 : at_draft + 3]
    at = draft.stop
    if tokens.word(at) != "(":
        return
    stop = next((k for k in range(at, min(tokens.size, at + 12)) if tokens.words[k] == ")"), 0)
    if not stop or tokens.barrier(stop + 1):
        return
    scale = reader.scale_at(stop + 1)
    behind = stop + (2 if scale > 1 else 1)
    behind += scale > 1 and tokens.words[behind] == "." and tokens.glued(behind)
    probe = Draft(draft.number, draft.first, behind)
    reader.follow(probe)
    inside = [d for d in following if d.stop <= stop and d.unit is None and d.kind == "number"]
    if probe.kind not in SHARED and not (probe.kind == "count" and inside):
        return
    for number in (draft.number, *(d.number for d in following if d.stop <= stop)):
        number.scale = scale if number.scale == 1 else number.scale
    for bare in (draft, *(d for d in following if d.stop <= stop and d.unit is None)):
        take(bare, probe, scale=bare is not draft)
    swallowed = (k for k, d in enumerate(drafts) if stop < d.first < probe.stop)
    for k in list(swallowed)[::-1]:
        del drafts[k]


def _lend_money(drafts: list[Draft], tokens: Tokens) -> None:
    """Let a bare number of billions take the money that the text names with that scale."""
    for at, draft in enumerate(drafts):
        if draft.kind != "number" or draft.unit is not None or draft.number.scale < MILLION:
            continue
        if draft.number.scale < BILLION:
            _lend_in_sentence(at, drafts, tokens)
            continue
        near = sorted((abs(at - k), k) for k in range(max(0, at - 30), min(len(drafts), at + 31)))
        for _, k in near:
            other = drafts[k]
            if other.kind == "money" and other.number.scale >= BILLION:
                draft.kind, draft.unit, draft.bare = "money", other.unit, other.bare
                draft.inferred.append("unit")
                break


def _count_of_measured(draft: Draft, measure: Draft, tokens: Tokens, language: Language) -> None:
    """Let "two" in "two 16-year-old girls", "fünf" in "fünf 100 Meter hohe Türme" count them."""
    number, at = draft.number, measure.stop
    whole = number.last == 1 and number.role == "number" and draft.unit is None and not draft.upper
    if not whole or measure.kind not in ("measure", "duration") or tokens.barrier(measure.first):
        return
    found = nouns.find(tokens, at, language, plural=True)
    if measure.label == AGE and tokens.words[at - 1].endswith(language.ages.aged):
        draft.kind, draft.unit = "count", PEOPLE  # "zwei 14-Jährige"
    elif found:
        draft.kind, draft.unit, draft.noun = "count", found.key, tokens.quote(at, found.stop)


def _lend_in_sentence(at: int, drafts: list[Draft], tokens: Tokens) -> None:
    """Let bare millions take the money of a neighbour in their sentence ("statt 500 Millionen")."""
    draft = drafts[at]
    if draft.number.role != "number":
        return
    for other in (*drafts[at + 1 : at + 2], *drafts[max(0, at - 1) : at]):
        first, last = sorted((draft, other), key=lambda one: one.first)
        between = tokens.words[first.stop : last.first]
        apart = tokens.barrier(last.first) or any(word in ".!?;:" for word in between)
        if other.kind == "money" and other.number.scale >= MILLION and not apart:
            draft.kind, draft.unit, draft.bare = "money", other.unit, other.bare
            draft.inferred.append("unit")
            return


def _share_unit(first: Draft, second: Draft, tokens: Tokens, language: Language) -> None:
    """Let "64,7" in "von 64,7 auf 76,4 Milliarden" take scale and unit, and the other way."""
    if second.first - first.stop > _OWNED:
        return
    between = [word.lower() for word in tokens.words[first.stop : second.first]]
    whose = second.kind == "count" and _is_of_owner(between, language)
    if len(between) > _SHORT and not whose:
        return
    if tokens.barrier(second.first):
        return
    pair = first.relation in ("from", "by") and second.relation == "to"
    sides = len(between) == 1 and between[0] in language.words["ratio_words"]
    hung = len(between) == 2 and between[0] == "-"  # "13- and 15-inch"
    owned = len(between) == 3 and between[2] in language.articles  # "ein 19- und ein 22-Jähriger"
    if (hung or (owned and between[0] == "-")) and tokens.glued(first.stop):
        between = between[1:2]
    if len(between) == 2 and between[1] == "." and tokens.glued(first.stop + 1):
        between = between[:1]  # "20 bzw. 30 Euro"
    sides = sides or _instead(between, language) or _rather(between, first, tokens, language)
    sides = sides or " ".join(between) in language.words["rather"]  # "100, eher 150 Millionen"
    listed = (len(between) == 1 or sides) and (
        sides
        or between[0] in language.words["list_words"]
        or between[0] in ("/", ",")
        or (between[0] == ":" and tokens.glued(second.first) and tokens.glued(second.first - 1))
        or (between[0] in language.words["cross_words"] and _is_side(first, second))
    )
    bracket = bool(between) and between[0] == "("
    older = bracket and not language.words["earlier"].isdisjoint(between)
    older = older or (bracket and between[2:] == [":"] and _is_year(between[1]))  # "(2021: 26,1)"
    part = whose or (_is_part(between, language) and second.kind == "count")
    if not (pair or listed or bracket or part):
        return
    if first.relation == "by" and first.kind in ("percent", "percentage_point"):
        pair = False  # "um 12,4 Prozent auf 1.760": of what, is not written
    if second.label == "fraction" and second.kind == "percent":
        return  # "a dozen and a half"
    if first.unit is None and first.kind == "number" and second.unit is not None and not bracket:
        if second.kind in ("money", "percent", "percentage_point", "measure", "duration", "count"):
            fresh = second.kind == "count" or (second.label == AGE and not first.number.digits)
            if listed and fresh and between == [","]:
                return  # "a mother of three, 38,"
            take(first, second, scale=not part or first.number.last < 1)
    elif first.relation == "from" and first.kind == second.kind == "number":
        if first.number.scale < second.number.scale and first.number.value < 1000:
            take(first, second, scale=True)  # "von 2,1 auf 2,4 Millionen"
    elif listed and first.label == AGE and _aged_too(second, tokens, language):
        second.kind, second.unit, second.label = first.kind, first.unit, first.label
        second.inferred.append("unit")
    elif first.label == AGE and first.unit == second.unit and between[0] != ",":
        if tokens.words[first.stop - 1].isdecimal():
            second.label = AGE  # "im Alter von 20 und 30 Jahren"
    elif (
        second.unit is None
        and second.kind == "number"
        and first.unit is not None
        and tokens.words[second.stop].lower() not in language.words["of_words"]
        and (pair or (older and tokens.word(second.stop) == ")"))
    ):
        take(second, first, scale=True)


def _step_aside(share: Draft, bare: Draft, tokens: Tokens, language: Language) -> None:
    """Read the step in "24,6 Prozent (minus 5,2)", "31.4 per cent (+2.1)" as points."""
    at = share.stop
    led = tokens.word(at) == "(" and tokens.word(bare.stop) == ")" and bare.first - at <= 2
    word = tokens.word(bare.first).lower()
    signed = bare.negative or word in ("+", "±") or tokens.word(bare.first - 1) == "+"
    signed = signed or tokens.word(bare.first - 1).lower() in language.words["plus"]
    if led and signed and share.relation == "none" and bare.number.total < WHOLE_SHARE:
        bare.kind = bare.unit = "percentage_point"
        bare.inferred.append("unit")


def _share_price(first: Draft, second: Draft, tokens: Tokens, language: Language) -> None:
    """Let "8" in "12 Euro, ermäßigt 8" be money."""
    between = [word.lower() for word in tokens.words[first.stop : second.first]]
    led = between[:1] in ([","], ["("]) and between[1:] and len(between) == 2
    if not led or between[1] not in language.words["price_words"]:
        return
    if first.kind == "number":
        take(first, second, scale=False)  # "fünf, ermäßigt drei Euro"
        return
    ends = tokens.barrier(second.stop) or tokens.words[second.stop] in (".", ",", ")", ";")
    if ends and first.number.scale == 1 and not tokens.barrier(second.first):
        take(second, first, scale=False)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and "1900" <= word <= "2100"


def _instead(between: list[str], language: Language) -> bool:
    """Tell "statt der erlaubten", "statt bisher" between two numbers of one unit."""
    if not 1 < len(between) < 4 or between[0] not in language.words["ratio_words"]:
        return False
    article, *rest = between[1:]
    if not rest and article in language.words["earlier"]:
        return True
    known = article in language.words["determiners"] or article in language.articles
    return known and all(word.isalpha() and len(word) > 4 for word in rest)


def _rather(between: list[str], first: Draft, tokens: Tokens, language: Language) -> bool:
    """Tell ", sondern" and "but" behind a number that is denied: "nicht 5, sondern 8 Euro"."""
    at = 1 if between[:1] == [","] else 0
    joined = between[at : at + 1] and between[at] in language.words["but"]
    denied = tokens.word(first.first - 1).lower() in language.words["not_one"]
    return bool(joined) and len(between) == at + 1 and denied


def _is_side(first: Draft, second: Draft) -> bool:
    """Tell whether two numbers are the sides of something, and not a race of legs ("4 x 100 m")."""
    return (
        second.kind == "measure"
        and units.dimension(second.unit or "") == "length"
        and first.number.total * LEGS > second.number.total
    )


def _aged_too(bare: Draft, tokens: Tokens, language: Language) -> bool:
    """Tell whether a bare number goes on a list of ages ("ages 12, 14 and 16")."""
    plain = bare.kind == "number" and bare.number.digits and bare.number.scale == 1
    if not plain or bare.number.total >= 120 or bare.hedge or bare.upper:
        return False
    after = tokens.word(bare.stop)
    ends = after in (".", ",", ";", ")", "") or after.lower() in language.words["list_words"]
    return ends or tokens.barrier(bare.stop)


def _is_of_owner(between: list[str], language: Language) -> bool:
    """Tell whether "10 of the Hawks' 19 points" counts the same thing twice."""
    if len(between) < _SHORT - 1 or between[0] not in language.words["of_words"]:
        return False
    owner = between[:-1] if between[-1] == "s" else between
    return owner[-1] in ("'", "’") and all(map(str.isalpha, owner[1:-1]))


def _is_part(between: list[str], language: Language) -> bool:
    """Tell whether "6 der 12 Mitglieder" counts the same thing twice."""
    if not 0 < len(between) <= 2 or between[0] not in language.partitive:
        return False
    return all(word in language.partitive or word in language.words["all_told"] for word in between)
