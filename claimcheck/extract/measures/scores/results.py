"""Scores as claims: the results of matches, sets and votes, and the records of teams.

The normaliser knows "20-13" and "3:1" for no quantities. Where words beside them say that
somebody won, led or voted, they are what an article is about, and two articles can differ
on it. Without such words ("1:1-Übertragung") they stay what they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

import msgspec

from claimcheck.extract.concepts.keys import BY_SCORE, LOSSES, WINS
from claimcheck.extract.measures.carried import Bound
from claimcheck.extract.measures.scores.records import is_record
from claimcheck.extract.sentence import Analysis, Place
from claimcheck.extract.tokens import Tokens, tokenise
from claimcheck.extract.words.cues import Cue, CueTable
from claimcheck.extract.words.grammar import grammar
from claimcheck.lexicon import table
from claimcheck.model import Named, Quantity, Sentence, Skip, TextSpan

_WINS_AND_LOSSES = frozenset({WINS, LOSSES})
"""What the sides of a record count."""
_WHOLE, _BESIDE = frozenset({"aggregate", "series"}), 2
"""What is no result of one match, and how near its words must stand."""
_SHOOTOUT, _ODDS = "shootout", "odds"
_LED_BEHIND = "led_behind"
"""The tag of words that tell of a lead only right behind it: "2-0 up"."""
_OF = {
    "won": "final", "drawn": "final", "ended": "final", "met": "final",
    "led": "standing", "levelled": "standing", _LED_BEHIND: "standing",
}  # fmt: skip
"""What a score is of, by the tags of such words; the other tags say it themselves."""
_UNEVEN, _EVEN = frozenset({"won", "led", "set", "shootout"}), frozenset({"drawn", "levelled"})
"""Nobody wins or leads by 1:1, and nobody draws 2:1."""
_AT_END = frozenset({"won", "drawn", "ended"})
_LEAST = "met"
"""Whom it was against says less than any other word of what a score is of."""
_TIME = "clock time"
_SCORES = frozenset({"score", _TIME})
_SIDES = re.compile(r"\d{1,3}")
_DASHES = frozenset("-–:")
_REACH, _FAR, _NEAR = 9, 25, 4
"""No word further away than so many tokens says what a score is of, or than the second where a
word joins the score to its verb ("schlug … MIT 6:4"); within fewer the break
says more than whoever won ("3:1 (1:0) zur Pause"), and what looks like a time of day is none."""
_LIST = re.compile(
    r"(?:^(?:[^\W\d_][\w.'’&-]*\.?[ ]){1,4}\d{1,3}[-–]\d{1,3}(?:[-–]\d{1,3})?[ ]*$\s*){3,}",
    re.MULTILINE,
)
"""Lines with a name and a record, and no more."""
_WORD, _ABOVE = re.compile(r"\w+"), 150
"""So many letters above them, a word must call it a list of records."""
_BEFORE_NAME = 2
"""So many small words may stand before whom a team played: "gegen den starken SV Morlau"."""


class _Score(msgspec.Struct, frozen=True):
    """Digits that may be a score: where they stand, and its sides."""

    span: TextSpan
    quote: str
    sides: tuple[int, ...]
    timed: bool


def of_score(analysis: Analysis, place: Place) -> Bound:
    """Return what a score is of, by the words that say so: "gewann", "at the break"."""
    quantity, tokens = place.quantity, analysis.tokens
    key = BY_SCORE[quantity.label]
    said = said_of(analysis, place.first, place.last, quantity.label)
    others = _WINS_AND_LOSSES if quantity.label == "record" else frozenset()
    if said is None:
        return Bound(Named(quantity.quote, key), quantity.span, loose=False, others=others)
    span = TextSpan(tokens.starts[said.start], tokens.ends[said.stop - 1])
    name = Named(" ".join(tokens.words[said.start : said.stop]), key)
    return Bound(name, span, loose=False, others=others)


def results(text: str, skipped: Sequence[Skip], sentences: Sequence[Sentence]) -> list[Quantity]:
    """Return the skipped scores of a text that are results, in order.

    `value` is "20:13", the higher side first, but for records, whose wins come first; `low` and
    `high` are its sides. `label` is what the score is of: "final", "half_time", "standing" (for
    the time being), "set", "record" or "vote".
    """
    starts = [sentence.start for sentence in sentences]
    by_sentence: dict[int, list[_Score]] = {}
    for score in _scores(text, [skip for skip in skipped if skip.reason in _SCORES]):
        by_sentence.setdefault(bisect_right(starts, score.span.start) - 1, []).append(score)
    listed = _listed_records(text, sentences[0].language) if by_sentence else ()
    return [
        quantity
        for at, scores in by_sentence.items()
        if at >= 0
        for quantity in _of_sentence(text, sentences[at], scores, listed)
    ]


def _listed_records(text: str, language: str) -> Sequence[TextSpan]:
    """Return the lists whose lines give a name and its record alone: "Jo Berg 26-1"."""
    known = _cues(language)
    found = []
    for match in _LIST.finditer(text) if known is not None else ():
        above = tuple(_WORD.findall(text[max(match.start() - _ABOVE, 0) : match.start()]))
        tags = (
            {tag for cue in known.find(above) for tag in cue.tags} if known is not None else set()
        )
        if "record" in tags and not tags & _AT_END:
            found.append(TextSpan(match.start(), match.end()))
    return found


def beside(skipped: Sequence[Skip], played: Sequence[Quantity]) -> list[Skip]:
    """Return what stays skipped beside the `played` results."""
    return [
        skip
        for skip in skipped
        if not any(q.span.start <= skip.span.start < q.span.end for q in played)
    ]


def said_of(analysis: Analysis, first: int, last: int, label: str) -> range | None:
    """Return the nearest words that say what the score in the tokens [first, last) is of."""
    known = _cues(analysis.sentence.language)
    held = range(first, last)
    said = known.find(analysis.tokens.words) if known is not None else ()
    telling = [cue for cue in said if any(_OF.get(tag, tag) == label for tag in cue.tags)]
    near = min(telling, key=lambda cue: (_distance(cue, held), cue.first), default=None)
    return range(near.first, near.last) if near is not None else None


def sides(analysis: Analysis) -> frozenset[str]:
    """Return the keys of who may have played in a sentence: its names, and whom it was against."""
    words = analysis.tokens.words
    found = {name.key for name in analysis.names}
    for cue in analysis.tags.get("against", ()):
        first = cue.last
        while first < len(words) and words[first].islower() and first < cue.last + _BEFORE_NAME:
            first += 1
        last = first
        while last < len(words) and (words[last][0].isupper() or words[last].isdecimal()):
            last += 1
        named = " ".join(words[first:last]).lower()
        if named and not any(set(named.split()) & set(key.split()) for key in found):
            found.add(named)
    return frozenset(found)


def _scores(text: str, skips: Sequence[Skip]) -> Iterator[_Score]:
    """Yield what may be scores; "3-6", which might be a range, was skipped side by side."""
    passed = False
    for skip, after in pairwise([*skips, None]):
        assert skip is not None
        sides = tuple(int(side) for side in _SIDES.findall(skip.quote))
        span, lone = skip.span, skip.quote.isdecimal()
        joined = after is not None and text[span.end : after.span.start] in _DASHES
        if lone and joined and after is not None and after.quote.isdecimal():
            whole = TextSpan(span.start, after.span.end)
            both = (*sides, int(after.quote))
            yield _Score(whole, text[whole.start : whole.end], both, False)
        elif len(sides) == 1 and not lone and not passed:  # "13-all"
            yield _Score(span, skip.quote, sides * 2, False)
        elif 1 < len(sides) <= 3:
            yield _Score(span, skip.quote, sides, skip.reason == _TIME)
        passed = joined


def _of_sentence(
    text: str, sentence: Sentence, scores: Sequence[_Score], listed: Sequence[TextSpan]
) -> list[Quantity]:
    known = _cues(sentence.language)
    if known is None:
        return []
    tokens = tokenise(
        text, sentence.start, sentence.end, [(s.span.start, s.span.end) for s in scores]
    )
    said = known.find(tokens.words)
    joints = grammar(sentence.language).between_scores
    found: list[Quantity] = []
    chained: list[bool] = []
    end = -1
    placed = [tokens.covering(score.span.start, score.span.end) for score in scores]
    for score, held in zip(scores, placed, strict=True):
        chain = bool(found) and _is_chain(tokens, end, held.start, joints)
        near = [cue for cue in said if not _parted(cue, held, placed)]
        previous = found[-1] if chain else None
        label = _label(tokens, held, score, near, previous, sentence.language)
        if any(lines.start <= score.span.start < lines.end for lines in listed):
            label = "record"
        if label is not None and (len(score.sides) == 2 or label == "record"):
            found.append(_quantity(score, label))
            chained.append(chain)
            end = held.stop
    return _with_sets(found, chained)


def _is_chain(tokens: Tokens, end: int, first: int, joints: frozenset[str]) -> bool:
    """Return whether two scores stand together: "6:4, 3:6", "3:1 (1:0)"."""
    between = tokens.words[end:first]
    if between[:1] == ("(",) and between[2:3] == (")",):  # "6-7 (2), 6-2"
        between = between[3:]
    return joints.issuperset(between) or between == ("(",)


def _quantity(score: _Score, label: str) -> Quantity:
    sides = score.sides if label == "record" else sorted(score.sides, reverse=True)
    return Quantity(
        kind="score", value=":".join(map(str, sides)),
        low=Decimal(min(sides)), high=Decimal(max(sides)), unit="score",
        qualifier="exact", span=score.span, quote=score.quote, number=score.span, label=label,
    )  # fmt: skip


def _with_sets(found: Sequence[Quantity], chained: Sequence[bool]) -> list[Quantity]:
    """Return the scores, those in a row that a match was won by as its sets."""
    rows = [*chained, False]
    return [
        msgspec.structs.replace(quantity, label="set")
        if quantity.label == "final"
        and (rows[i] or (rows[i + 1] and found[i + 1].label == "final"))
        else quantity
        for i, quantity in enumerate(found)
    ]


def _label(
    tokens: Tokens, held: range, score: _Score, said: Sequence[Cue], before: Quantity | None,
    language: str,
) -> str | None:  # fmt: skip
    """Return what a score in the tokens `held` is of; None where nothing tells.

    `before` is the score right before it, if there is one.
    """
    words, first = tokens.words, held.start
    if any(cue.first == held.stop and _ODDS in cue.tags for cue in said):
        return None  # "the 9-2 favourite"
    bracketed = first > 0 and words[first - 1] == "("
    if before is not None:
        return "half_time" if bracketed and before.label != "record" else before.label
    if bracketed and first > 1 and words[first - 2].istitle() and ":" not in score.quote:
        return "record"
    even = len(set(score.sides)) == 1
    joined = first > 0 and words[first - 1].lower() in grammar(language).by_score
    reach = _FAR if joined else _REACH
    near = sorted(
        (away, cue.first, tag)
        for cue in said
        for tag in cue.tags - (_UNEVEN if even else _EVEN) - {_ODDS}
        if tag != _LED_BEHIND or cue.first == held.stop
        if (away := _distance(cue, held)) <= (_NEAR if score.timed else reach)
    )
    at_break = [away for away, _, tag in near if tag == "half_time"]
    if at_break and (min(at_break) <= _NEAR or not any(tag in _AT_END for _, _, tag in near)):
        return "half_time"
    tags = [tag for _, _, tag in near]
    if any(tag == _SHOOTOUT and first == held.stop for _, first, tag in near):
        return _SHOOTOUT  # "won 4-2 on penalties"
    if ":" not in score.quote and is_record(tokens, held, said, language):
        return "record"
    if not tags:
        return None
    whole = [tag for away, _, tag in near if tag in _WHOLE and away <= _BESIDE]
    nearest = next((tag for tag in tags if tag != _LEAST and tag not in _WHOLE), _LEAST)
    if whole or nearest not in tags:
        return whole[0] if whole else None
    return _OF.get(nearest, nearest)


def _parted(cue: Cue, held: range, placed: Sequence[range]) -> bool:
    """Return whether another score stands between a word and the score in `held`.

    One in brackets right behind it is no other: "a 2-1 (1-0) win".
    """
    first, last = min(cue.last, held.stop), max(cue.first, held.start)
    if "half_time" in cue.tags and cue.first != held.stop + 1:
        before = (cue.first, cue.first - 1)
        beside = [o for o in placed if o.stop in before or o.start == cue.last]
        if any(other != held for other in beside):
            return True  # "led 14-10 at half-time and won 33-20"
    return any(
        first <= other.start < last
        for other in placed
        if other != held and other.start != held.stop + 1
    )


def _distance(cue: Cue, held: range) -> int:
    """Return how many tokens stand between a word and a score."""
    return held.start - cue.last if cue.first < held.start else cue.first - held.stop


@cache
def _cues(language: str) -> CueTable | None:
    """Return the words of results of a language, from the `[results]` of its `claims.toml`."""
    lists = table(f"{language}/claims").get("results")
    return CueTable(lists, language) if lists else None
