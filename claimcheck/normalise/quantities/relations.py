"""What neighbours share: the ends of a change, and units written once for several numbers."""

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

REACH = 12
SHARED = ("money", "percent", "measure", "duration")
"""What stands behind a bracket for the numbers before and in it; counts only for two."""
SHARE = "fraction"
PERCENTS = ("percent", "percentage_point")
SOUGHT_REACH = 5
"""How many words before a number that is fought for the verb may stand."""
LEGS = 20
"""How many times one side of a thing may be as long as the other."""
LOWEST, HIGHEST = ("at_least", "over"), ("at_most", "under")
MILLION, BILLION = Decimal(10) ** 6, Decimal(10) ** 9


def relate(drafts: list[Draft], reader: Reader) -> None:
    """Set from, by and to, then let bare numbers take the unit of the neighbour they share."""
    tokens, language = reader.t, reader.language
    _join_bounds(drafts, tokens, language)
    for at, draft in enumerate(drafts):
        before = tokens.word(draft.first - 1).lower()
        if draft.label == SHARE and before in language.words["determiners"]:
            before = tokens.word(draft.first - 2).lower()  # "um die Hälfte"
        previous = drafts[at - 1] if at else None
        following = drafts[at + 1] if at + 1 < len(drafts) else None
        if following and following.kind == "ordinal":
            following = None  # "… von 166 Milliarden. Auf Platz zwei …"
        if tokens.barrier(draft.first) or draft.kind == "ordinal":
            continue
        if draft.kind == "duration" and previous and previous.stop == draft.first:
            _spread(draft, previous, before=tokens.word(draft.first).lower(), language=language)
        if _is_by(draft, following, before, tokens, language):
            draft.relation = "by"
        elif _is_near(draft, before, tokens, language):
            draft.hedge, draft.first = language.around, draft.first - 1
        elif before in language.words["to_words"]:
            if (
                previous and previous.relation in ("from", "by") and _near(previous, draft)
            ) or _changes(tokens, draft, language, reach=REACH):
                draft.relation = "to"
        elif before in language.words["from_words"] and following and _near(draft, following):
            if tokens.word(following.first - 1).lower() in language.words["to_words"]:
                draft.relation = "from"
        elif before in language.words["from_words"] and previous and previous.relation == "to":
            if _near(previous, draft) and previous.unit == draft.unit:
                draft.relation = "from"
        elif before in language.words["from_words"] and _opens_from(tokens, draft, language):
            draft.relation = "from"
        elif before in language.words["change_verbs"] and not language.exact_case:
            draft.relation = (
                "by" if _is_step(draft) or _then_to(tokens, draft, language) else "none"
            )
    for at, draft in enumerate(drafts):
        if at + 1 < len(drafts):
            _share_unit(draft, drafts[at + 1], tokens, language)
    pairs = [*pairwise(drafts)]
    for first, second in reversed(pairs):
        if second.kind == "percent" and first.kind == "number":
            share_percent(first, second, first, tokens, language)
    for first, second in pairs:
        if first.kind == "percent" and second.kind == "number":
            share_percent(first, second, second, tokens, language)
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


def _join_bounds(drafts: list[Draft], tokens: Tokens, language: Language) -> None:
    """Make one range of "at least 3 but no more than 7 members"."""
    for at in range(len(drafts) - 1, 0, -1):
        first, last = drafts[at - 1], drafts[at]
        if not first.hedge or not last.hedge or last.first - first.stop > 2:
            continue
        between = [word.lower() for word in tokens.words[first.stop : last.first]]
        joined = 0 < len(between) <= 2 and all(word in language.words["joins"] for word in between)
        alike = first.unit == last.unit or (first.unit is None and first.kind == "number")
        if not joined or not alike or tokens.barrier(last.first) or first.times != last.times:
            continue
        ends = sorted((first, last), key=lambda draft: draft.number.total)
        if _are_bounds(*ends):
            last.number, last.upper = ends[0].number, ends[1].number
            last.first, last.hedge = first.first, None
            del drafts[at - 1]


def _are_bounds(low: Draft, high: Draft) -> bool:
    """Tell whether two numbers are a lower and an upper bound."""
    if not low.hedge or not high.hedge or low.upper or high.upper or low.negative or high.negative:
        return False
    fits = low.hedge.qualifier in LOWEST and high.hedge.qualifier in HIGHEST
    return fits and high.hedge.low is None and low.number.total < high.number.total


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
    if found:
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


def _is_by(
    draft: Draft, following: Draft | None, before: str, tokens: Tokens, language: Language
) -> bool:
    """Tell whether a number is a difference: "um 18 Prozent", "a gain of 3 percent"."""
    if before in language.words["of_words"]:
        result = tokens.word(draft.first - 2).lower().endswith(language.results)
        return not (result and draft.kind == "money") and _change_noun(
            tokens, draft.first - 2, language
        )
    if before not in language.words["by_words"]:
        return False
    if following and _near(draft, following):
        word = tokens.word(following.first - 1).lower()
        if word in language.words["to_words"] and not tokens.barrier(following.first):
            return True
    return _is_share_step(draft, before, tokens, language) or _changes(
        tokens, draft, language, reach=REACH
    )


def _is_share_step(draft: Draft, before: str, tokens: Tokens, language: Language) -> bool:
    """Tell whether "um" is enough: "um 3 Prozent", but not "es geht um 3 Prozent"."""
    if before not in language.words["step_words"] or draft.kind not in PERCENTS:
        return False
    return not any(
        tokens.words[at].lower().endswith(language.sought)
        for at in range(max(draft.first - SOUGHT_REACH, 0), draft.first - 1)
    )


def _is_near(draft: Draft, before: str, tokens: Tokens, language: Language) -> bool:
    """Tell whether "um" is "about" behind what has values: "Höchstwerte um 25 Grad"."""
    if before not in language.words["by_words"] or draft.kind not in ("measure", "money"):
        return False
    noun = tokens.word(draft.first - 2)
    valued = noun[:1].isupper() and noun.lower().endswith(language.valued_nouns)
    compared = tokens.words[draft.stop].lower() in language.words["difference_words"]
    return (
        valued
        and not compared
        and not (draft.hedge or draft.upper or tokens.barrier(draft.first - 1))
    )


def _is_step(draft: Draft) -> bool:
    """Tell whether what rises by it needs no "by": "fell 3 percent", "rose 12 points"."""
    return draft.kind in ("percent", "percentage_point") or draft.unit == "point"


def _opens_from(tokens: Tokens, draft: Draft, language: Language) -> bool:
    """Tell whether an older value opens a bracket: "(up from $4.7 million)"."""
    change = tokens.word(draft.first - 2).lower() in language.words["change_verbs"]
    return change and tokens.word(draft.first - 3) in ("(", ",")


def _spread(draft: Draft, previous: Draft, *, before: str, language: Language) -> None:
    """Take "over" for the time of an amount: "$200 million over five years" is no more than 5."""
    amount = previous.kind in ("money", "percent", "measure") and not draft.label
    over = draft.hedge is not None and draft.hedge.qualifier == "over"
    lone = before in language.data["prepositions"] and draft.number.first == draft.first + 1
    if amount and over and lone:
        draft.hedge, draft.first = None, draft.first + 1


def _near(first: Draft, second: Draft) -> bool:
    return 0 <= second.first - first.stop <= 3


def _then_to(tokens: Tokens, draft: Draft, language: Language) -> bool:
    return tokens.word(draft.stop).lower() in language.words["to_words"]


def _change_noun(tokens: Tokens, at: int, language: Language) -> bool:
    word = tokens.word(at).lower()
    if word in language.words["change_nouns"]:
        return True
    return language.joined and word.endswith(language.change_endings)


def _changes(tokens: Tokens, draft: Draft, language: Language, *, reach: int) -> bool:
    """Tell whether a word of change stands in the clause before or, for some, after."""
    verbs, nouns = language.words["change_verbs"], language.words["change_nouns"]
    at = draft.first - 1
    for _ in range(reach):
        if at < 0 or tokens.words[at] in ".!?;" or tokens.barrier(at + 1):
            break
        word = tokens.words[at].lower()
        if word in verbs or word in nouns or _change_noun(tokens, at, language):
            return True
        at -= 1
    at = draft.stop
    for _ in range(reach if language.exact_case else 0):
        if at >= tokens.size or tokens.words[at] in ".!?;:" or tokens.barrier(at):
            break
        if tokens.words[at].lower() in verbs:
            return True
        at += 1
    return False


def _share_unit(first: Draft, second: Draft, tokens: Tokens, language: Language) -> None:
    """Let "64,7" in "von 64,7 auf 76,4 Milliarden" take scale and unit, and the other way."""
    if second.first - first.stop > 4:
        return
    between = [word.lower() for word in tokens.words[first.stop : second.first]]
    if tokens.barrier(second.first):
        return
    pair = first.relation in ("from", "by") and second.relation == "to"
    sides = len(between) == 1 and between[0] in language.words["ratio_words"]
    hung = len(between) == 2 and between[0] == "-"  # "13- and 15-inch"
    owned = len(between) == 3 and between[2] in language.articles  # "ein 19- und ein 22-Jähriger"
    if (hung or (owned and between[0] == "-")) and tokens.glued(first.stop):
        between = between[1:2]
    sides = sides or _instead(between, language)
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
    part = _is_part(between, language) and second.kind == "count"
    if not (pair or listed or bracket or part):
        return
    if first.relation == "by" and first.kind in ("percent", "percentage_point"):
        pair = False  # "um 12,4 Prozent auf 1.760": of what, is not written
    if first.unit is None and first.kind == "number" and second.unit is not None and not bracket:
        if second.kind in ("money", "percent", "percentage_point", "measure", "duration", "count"):
            if listed and second.kind == "count" and between[0] == ",":
                return
            take(first, second, scale=not part or first.number.last < 1)
    elif first.relation == "from" and first.kind == second.kind == "number":
        if first.number.scale < second.number.scale and first.number.value < 1000:
            take(first, second, scale=True)  # "von 2,1 auf 2,4 Millionen"
    elif listed and first.label == AGE and _aged_too(second, tokens, language):
        second.kind, second.unit, second.label = first.kind, first.unit, first.label
        second.inferred.append("unit")
    elif (
        second.unit is None
        and second.kind == "number"
        and first.unit is not None
        and (pair or (older and tokens.word(second.stop) == ")"))
    ):
        take(second, first, scale=True)


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
    """Tell "statt der erlaubten" between two numbers of one unit."""
    if not 1 < len(between) < 4 or between[0] not in language.words["ratio_words"]:
        return False
    article, *rest = between[1:]
    known = article in language.words["determiners"] or article in language.articles
    return known and all(word.isalpha() and len(word) > 4 for word in rest)


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


def _is_part(between: list[str], language: Language) -> bool:
    """Tell whether "6 der 12 Mitglieder" counts the same thing twice."""
    return 0 < len(between) <= 2 and all(word in language.partitive for word in between)
