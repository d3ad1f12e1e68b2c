"""Cuts a document into sentences and says of each what part of the article it is.

Blocks (paragraphs, headings, bullets) come first, by `blocks.py`; here each block gets
its role and language and is cut into sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from claimcheck.language import clearly
from claimcheck.lexicon import table
from claimcheck.model import Document, Role, Sentence
from claimcheck.read.title import is_heading
from claimcheck.segment.blocks import Block, blocks
from claimcheck.segment.promotion import ENOUGH, mark_repeated, weight

__all__ = ["mark_repeated", "segment", "sentence_spans"]

_CLOSERS = "\"'”“»«’‘›‹)]"
_STOP = re.compile(rf"[.!?…]++[{re.escape(_CLOSERS)}]*+")
_NEXT = re.compile(r"[\s\"'„“”‚‘’»«›‹(\[–—*_-]*+(\w[\w'’]*)?")
_GLUED = re.compile(r"[\"„“»«]?[^\W\d_]{2,}(?![\w.@/])")
_OPENERS = "([{„“”\"'‚‘»«›‹/–—*_"
_LONGEST_TOKEN = 40
_LONGEST_HEADING = 100
_LONGEST_SENTENCE = 1000
"""In characters. Later steps look at all pairs within a sentence, so none may be endless."""


class _Rules(msgspec.Struct, frozen=True):
    """What a language says about full stops."""

    never: frozenset[str]
    tails: frozenset[str]
    """The last five letters of the long abbreviations."""
    sometimes: frozenset[str]
    stop_words: frozenset[str]
    ordinal_dot: bool
    ordinal_before: frozenset[str]
    captions: tuple[str, ...]


def segment(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of a document in their order, front matter left out.

    Headline, headings, bullets and captions count as sentences. What sells something
    and reports nothing has the role "promotion". Takes time linear in the text.
    """
    text = document.prose or document.text
    parts = blocks(text, document.body, document.language)
    weights = [weight(text[block.start : block.end], document.language) for block in parts]
    roles = _roles(text, parts, weights, document.language)
    found: list[Sentence] = []
    for number, (block, role) in enumerate(zip(parts, roles, strict=True)):
        language = _language(text, block, document.language)
        signed = weights[number] > 0
        if language != document.language:
            signed = weight(text[block.start : block.end], language) > 0
        found += [
            Sentence(
                start=start, end=end, paragraph=number, role=role, language=language, signed=signed
            )
            for start, end in sentence_spans(text, block.start, block.end, language)
        ]
    return tuple(found)


def sentence_spans(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence in `text[start:end]`, blanks left out.

    >>> text = "Am 3. Mai kamen rund 1.500 Gäste. Dr. Kern war zufrieden."
    >>> [text[a:b] for a, b in sentence_spans(text, 0, len(text), "de")]
    ['Am 3. Mai kamen rund 1.500 Gäste.', 'Dr. Kern war zufrieden.']
    """
    rules = _rules(language)
    begin = start
    for stop in _STOP.finditer(text, start, end):
        at = stop.end()
        if at < end and (
            _plainly(text, begin, stop, rules) or _ends(text, begin, stop, end, rules)
        ):
            yield from _trimmed(text, begin, at)
            begin = at
    yield from _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a stretch without the blanks around it, in pieces if it is no human sentence."""
    while end - start > _LONGEST_SENTENCE:
        at = _break(text, start, start + _LONGEST_SENTENCE)
        yield from _trimmed(text, start, at)
        start = at
    part = text[start:end]
    if not part[:1].isalnum():
        part = part.lstrip()
        start = end - len(part)
    part = part.rstrip()
    if part and (part[0].isalnum() or any(map(str.isalnum, part))):
        yield start, start + len(part)


def _break(text: str, start: int, end: int) -> int:
    """Return where an endless line (a table, a list, a dump) is best cut."""
    middle = (start + end) // 2
    for mark in ("; ", ", ", " "):
        at = text.rfind(mark, middle, end)
        if at >= 0:
            return at + len(mark)
    return end


def _plainly(text: str, begin: int, stop: re.Match[str], rules: _Rules) -> bool:
    """Tell at a glance what most ends are: a long word, a full stop, a blank and a capital."""
    at = stop.end()
    tail = text[at - 6 : at - 1]
    return (
        stop[0] == "."
        and text[at] == " "
        and text[at + 1 : at + 2].isupper()
        and at - 6 >= begin
        and tail.isalpha()
        and not tail.isupper()
        and tail.lower() not in rules.tails
    )


def _ends(text: str, begin: int, stop: re.Match[str], end: int, rules: _Rules) -> bool:
    """Tell whether the stop ends a sentence, by the words on both its sides."""
    at = stop.end()
    if not text[at].isspace():
        return len(stop[0]) == 1 and _glued(text, begin, stop.start(), at)
    following = _NEXT.match(text, at, min(end, at + _LONGEST_TOKEN))
    word = following[1] if following and following[1] else ""
    if word[:1].islower():
        return False
    if stop[0][0] != "." or stop[0].startswith(".."):
        return True
    token = _token(text, begin, stop.start())
    if text[at + 1 : at + 2] in _DASHES and _is_place(text[begin : stop.start()]):
        return False
    opens = word[:1].isupper() and word.lower() in rules.stop_words
    return _full_stop(text, begin, stop.start(), token, word, opens, rules)


def _is_place(head: str) -> bool:
    """Return whether a dateline's place and state stand before a dash: "ELLIS GROVE, Mo. -"."""
    place, comma, state = head.strip().partition(", ")
    return bool(comma) and place.isupper() and state.isalpha()


_DASHES = ("-", "–", "—")


def _full_stop(
    text: str, begin: int, at: int, token: str, word: str, opens: bool, rules: _Rules
) -> bool:
    """Decide on a full stop after `token` and before `word`, which may open a sentence."""
    if token[-1:].isdigit():
        return _after_number(text, begin, at, token, word, opens, rules)
    lowered = token.lower()
    if lowered in rules.never or lowered.rpartition("-")[2] in rules.never:
        return False
    if lowered in rules.sometimes or len(token) == 1 or "." in token or set(token) <= set("IVX"):
        return opens
    return True


def _after_number(
    text: str, begin: int, at: int, token: str, word: str, opens: bool, rules: _Rules
) -> bool:
    """Decide on a full stop after digits: an ordinal, a short date, or the end."""
    if word[:1].isdigit() and len(token) <= 2:
        return False
    day, dot, month = token.partition(".")
    if dot and day.isdigit() and month.isdigit() and len(month) <= 2 and len(day) <= 2:
        return opens
    if not rules.ordinal_dot or not token.isdigit() or len(token) > 3:
        return True
    near = max(begin, at - _LONGEST_TOKEN)
    before = _token(text, begin, len(text[near:at].rstrip("0123456789 \u00a0")) + near)
    ordinal = before.lower() in rules.ordinal_before
    return not ordinal if len(token) == 3 or int(token) > 31 else opens and not ordinal


def _glued(text: str, begin: int, at: int, after: int) -> bool:
    """Tell whether a sentence ends although no blank follows ("… im Jahr 2019.Die …")."""
    token = _token(text, begin, at)
    if len(token) < 3 or not token[-2:].isalnum() or not _GLUED.match(text, after):
        return False
    first = text[after] if text[after].isalpha() else text[after + 1]
    second = text[text.index(first, after) + 1]
    year = token.isdigit() and len(token) == 4
    word = token[-2:].islower() and not any(mark in token for mark in "./@:")
    return (year or word) and first.isupper() and second.islower()


def _token(text: str, begin: int, at: int) -> str:
    """Return the word that ends at `at`, without opening quotation marks."""
    part = text[max(begin, at - _LONGEST_TOKEN) : at]
    return part.split()[-1].lstrip(_OPENERS) if part and not part[-1].isspace() else ""


def _roles(text: str, parts: tuple[Block, ...], weights: list[float], language: str) -> list[Role]:
    """Return the role of each block, one after the other; `weights` speak for promotion."""
    rules = _rules(language)
    roles: list[Role] = []
    lead_seen = False
    for index, block in enumerate(parts):
        role: Role = "body"
        if weights[index] >= ENOUGH:
            role = "promotion"
        elif block.headline:
            role = "headline"
        elif block.bullet:
            role = "bullet"
        elif _is_caption(text[block.start : block.end], rules):
            role = "caption"
        elif block.marked or _is_subheading(text, parts, index):
            role = "heading"
        elif not lead_seen:
            role, lead_seen = "lead", True
        roles.append(role)
    return roles


def _is_subheading(text: str, parts: tuple[Block, ...], index: int) -> bool:
    """A short line without full stop that stands over a paragraph."""
    if index + 1 == len(parts) or not _looks_heading(text, parts[index]):
        return False
    return not _looks_heading(text, parts[index + 1])


def _looks_heading(text: str, block: Block) -> bool:
    if block.bullet or block.end - block.start > _LONGEST_HEADING:
        return False
    line = text[block.start : block.end]
    return is_heading(line, _LONGEST_HEADING) and not re.search(r"[.!?] \w", line)


def _is_caption(line: str, rules: _Rules) -> bool:
    """A credit line: "Foto: …", or a short line that ends "(Foto: …)"."""
    word, colon, _ = line[:30].partition(":")
    if colon and word.strip(" (").lower() in rules.captions:
        return True
    bracket = line.rfind("(") if len(line) < 250 and line.endswith(")") else -1
    inside = line[bracket + 1 : bracket + 30].partition(":")
    return bool(bracket > 0 and inside[1] and inside[0].strip().lower() in rules.captions)


def _language(text: str, block: Block, given: str) -> str:
    """Return the language of a block: the document's, unless it is clearly another."""
    if block.end - block.start < 60:
        return given
    return clearly(text[block.start : block.end], given)


@cache
def _rules(language: str) -> _Rules:
    data = table(f"{language}/text")
    abbreviations = [*data["abbreviations"], *data["abbreviations_final"]]
    return _Rules(
        tails=frozenset(word[-5:] for word in abbreviations),
        never=frozenset(data["abbreviations"]) - frozenset(data["abbreviations_final"]),
        sometimes=frozenset(data["abbreviations_final"]),
        stop_words=frozenset(data["stop_words"]),
        ordinal_dot=data["ordinal_dot"],
        ordinal_before=frozenset(data["ordinal_before"]),
        captions=tuple(data["captions"]),
    )
