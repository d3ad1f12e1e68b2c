"""The ends of a change and of a range: from, by and to, and bounds that belong together."""

from __future__ import annotations

from claimcheck.normalise.language import Language
from claimcheck.normalise.quantities.draft import Draft
from claimcheck.normalise.quantities.quantity import Reader
from claimcheck.normalise.tokens import Tokens

REACH = 12
SHARE = "fraction"
PERCENTS = ("percent", "percentage_point")
SOUGHT_REACH = 5
"""How many words before a number that is fought for the verb may stand."""
LOWEST, HIGHEST = ("at_least", "over"), ("at_most", "under")


def relate(drafts: list[Draft], reader: Reader) -> None:
    """Set from, by and to of the ends of changes, and join the bounds of ranges."""
    tokens, language = reader.t, reader.language
    _join_bounds(drafts, tokens, language)
    for at, draft in enumerate(drafts):
        if draft.kind == "ordinal":
            continue
        previous = drafts[at - 1] if at else None
        following = drafts[at + 1] if at + 1 < len(drafts) else None
        if tokens.barrier(draft.first):
            if following and _signed_step(draft, following, tokens, language):
                draft.relation = "by"
            continue
        if following and following.kind == "ordinal":
            following = None  # "… von 166 Milliarden. Auf Platz zwei …"
        if draft.kind == "duration" and previous and previous.stop == draft.first:
            _spread(draft, previous, before=tokens.word(draft.first).lower(), language=language)
        _set_relation(draft, previous, following, tokens, language)


def _set_relation(
    draft: Draft,
    previous: Draft | None,
    following: Draft | None,
    tokens: Tokens,
    language: Language,
) -> None:
    lead = draft.first - 1
    before = tokens.word(lead).lower()
    if before in language.words["lately"]:
        lead = _lead(draft, tokens, language)
        before = tokens.word(lead).lower()
    share = draft.label == SHARE and before not in language.words["to_words"]
    if share and before in language.words["determiners"]:
        lead -= 1  # "um die Hälfte"
        before = tokens.word(lead).lower()
    if before not in language.relating:
        if (
            following
            and draft.kind in PERCENTS
            and _signed_step(draft, following, tokens, language)
        ):
            draft.relation = "by"
        return
    if _is_by(draft, following, lead, tokens, language):
        draft.relation = "by"
    elif _is_near(draft, before, tokens, language):
        draft.hedge, draft.first = language.around, draft.first - 1
    elif before in language.words["to_words"]:
        if (
            previous and previous.relation in ("from", "by") and _near(previous, draft)
        ) or _changes(tokens, draft, language, reach=REACH):
            draft.relation = "to"
    elif before in language.words["from_words"] and following and _near(draft, following):
        if _leads_to(following, tokens, language):
            draft.relation = "from"
    elif before in language.words["from_words"] and previous and previous.relation == "to":
        if _near(previous, draft) and previous.unit == draft.unit:
            draft.relation = "from"
    elif before in language.words["from_words"] and _opens_from(tokens, draft, language):
        draft.relation = "from"
    elif before in language.words["change_verbs"] and not language.exact_case:
        draft.relation = "by" if _is_step(draft) or _then_to(tokens, draft, language) else "none"


def _lead(draft: Draft, tokens: Tokens, language: Language) -> int:
    """Return where the word stands that relates a number: "auf" of "auf künftig 15 Euro"."""
    at = draft.first - 1
    if tokens.word(at).lower() not in language.words["lately"] or tokens.barrier(at):
        return at
    before = tokens.word(at - 1).lower()
    ends = language.words["to_words"] | language.words["from_words"]
    return at - 1 if before in ends else at


def _leads_to(draft: Draft, tokens: Tokens, language: Language) -> bool:
    """Tell whether a number is what something comes to, by the word before it."""
    return tokens.word(_lead(draft, tokens, language)).lower() in language.words["to_words"]


def _signed_step(draft: Draft, following: Draft, tokens: Tokens, language: Language) -> bool:
    """Tell whether a percentage is a step by where it leads: "plus 4,1 Prozent auf 312 Mio."."""
    if draft.kind not in PERCENTS or not _near(draft, following):
        return False
    sign = (tokens.words[draft.first].lower(), tokens.word(draft.first - 1).lower())
    signed = draft.negative or any(word == "+" or word in language.words["plus"] for word in sign)
    return signed and _leads_to(following, tokens, language) and not tokens.barrier(following.first)


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


def _is_by(
    draft: Draft, following: Draft | None, lead: int, tokens: Tokens, language: Language
) -> bool:
    """Tell whether a number is a difference: "um 18 Prozent", "a gain of 3 percent"."""
    before = tokens.word(lead).lower()
    if before in language.words["of_words"]:
        if tokens.word(lead + 1).lower() in language.words["lately"]:
            return False  # "ein Rückgang von ZULETZT 3 Millionen"
        result = tokens.word(lead - 1).lower().endswith(language.results)
        return not (result and draft.kind == "money") and _change_noun(tokens, lead - 1, language)
    if before not in language.words["by_words"]:
        return False
    near = following if following and _near(draft, following) else None
    if near and _leads_to(near, tokens, language) and not tokens.barrier(near.first):
        return True
    steps = before in language.words["step_words"] and not tokens.barrier(draft.stop)
    if steps and tokens.words[draft.stop].lower() in language.words["comparatives"]:
        return True  # "um zwei Sekunden langsamer"
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
