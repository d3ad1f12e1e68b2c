"""Recognises paragraphs that sell something and report nothing.

What they have in common is whom they speak to and what they want: the reader is to buy,
to subscribe or to read on. Each sign has a weight; a paragraph with enough of them is
promotion. Copy of an agency has none of the signs, however often it is repeated.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

import msgspec

from claimcheck.lexicon import table
from claimcheck.model import Document, Sentence

ENOUGH = 3.0
"""The weight from which a paragraph is promotion on its own account."""

HINT = 1.0
"""The weight from which a paragraph is promotion if other documents repeat it."""

_LONGEST = 900
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.!?…]++[.!?…]*+")
_LINK = re.compile(r"https?://|www\.|\[[^\]]+\]\(")
_QUOTED = re.compile(r"[„»“\"][^„“”«»\"]{25,}+[“”«\"]")
_ALIKE = 0.8


class _Signs(msgspec.Struct, frozen=True):
    go_on: dict[str, tuple[str, ...]]
    """The phrases by their first word, with a blank on both sides."""
    labels: frozenset[str]
    offer: frozenset[str]
    trade: frozenset[str]
    reader: frozenset[str]
    any_word: frozenset[str]
    telling: re.Pattern[str]
    """The words and phrases of which promotion has at least one."""


def is_promotion(paragraph: str, language: str) -> bool:
    """Tell whether a paragraph on its own is promotion."""
    return weight(paragraph, language) >= ENOUGH


def weight(paragraph: str, language: str) -> float:
    """Return how much in a paragraph speaks for promotion; 0 for ordinary text."""
    if len(paragraph) > _LONGEST:
        return 0.0
    signs = _signs(language)
    lowered = paragraph.lower()
    if lowered.strip(" []()*:-–") in signs.labels:
        return ENOUGH
    if not signs.telling.search(lowered):
        return 0.0
    found = _WORD.findall(lowered)
    words = set(found)
    offers = len(words & signs.offer)
    traded = "?" in lowered and bool(words & signs.trade) and _asks_to_trade(lowered, signs)
    goes_on = _goes_on(found, words, signs)
    if not (goes_on or offers or traded) or not _throughout(lowered, signs):
        return 0.0
    calls = "!" in paragraph or paragraph.rstrip().endswith((":", "...", "…", "»", ">"))
    total = 2.0 * goes_on + min(offers, 3) * 0.75 + 1.5 * traded
    total += 1.0 * bool(words & signs.reader) + 0.75 * calls
    total += 1.0 * (goes_on and len(paragraph) < 120) + 1.0 * bool(_LINK.search(paragraph))
    total += 1.0 * (traded and _only_questions(paragraph))
    return total - 2.5 * bool(_QUOTED.search(paragraph))


def mark_repeated(
    documents: Sequence[Document], segmented: Sequence[Sequence[Sentence]]
) -> tuple[tuple[Sentence, ...], ...]:
    """Return the sentences with those as promotion that several documents repeat.

    Only paragraphs with a sign of promotion are looked at: agency copy stays what it is.
    Two paragraphs are alike when most of their words are the same, figures left aside.
    """
    if len(documents) < 2:
        return tuple(map(tuple, segmented))
    seen: dict[str, list[tuple[int, int, frozenset[str]]]] = defaultdict(list)
    for index, (document, sentences) in enumerate(zip(documents, segmented, strict=True)):
        for number, text, language in _signed(document, sentences):
            if weight(text, language) >= HINT:
                words = _WORD.findall(text.lower())
                letters = frozenset(word for word in words if not word.isdigit())
                seen[words[0]].append((index, number, letters))
    repeated = {place for group in seen.values() for place in _repeated(group)}
    concerned = {index for index, _ in repeated}
    return tuple(
        tuple(_as_promotion(s) if (index, s.paragraph) in repeated else s for s in sentences)
        if index in concerned
        else tuple(sentences)
        for index, sentences in enumerate(segmented)
    )


def _repeated(group: list[tuple[int, int, frozenset[str]]]) -> set[tuple[int, int]]:
    """Return the places of paragraphs that another document has nearly the same."""
    distinct: dict[frozenset[str], set[tuple[int, int]]] = defaultdict(set)
    for index, number, words in group:
        distinct[words].add((index, number))
    kinds = sorted(distinct.items(), key=lambda item: min(item[1]))[:200]
    found: set[tuple[int, int]] = set()
    for at, (words, places) in enumerate(kinds):
        for other, others in kinds[at:]:
            together = places | others
            if _alike(words, other) and len({index for index, _ in together}) > 1:
                found |= together
    return found


def _alike(words: frozenset[str], other: frozenset[str]) -> bool:
    return len(words & other) >= _ALIKE * len(words | other)


def _signed(document: Document, sentences: Sequence[Sentence]) -> list[tuple[int, str, str]]:
    """Return number, text and language of each paragraph that has a sign of promotion.

    What is promotion already is left out.
    """
    spans: dict[int, tuple[int, int, str]] = {}
    for sentence in sentences:
        if sentence.role == "promotion" or not sentence.signed:
            continue
        start = spans.get(sentence.paragraph, (sentence.start,))[0]
        spans[sentence.paragraph] = (start, sentence.end, sentence.language)
    text = document.prose or document.text
    return [(number, text[a:b], code) for number, (a, b, code) in spans.items()]


def _as_promotion(sentence: Sentence) -> Sentence:
    return msgspec.structs.replace(sentence, role="promotion")


def _goes_on(found: list[str], words: set[str], signs: _Signs) -> bool:
    """Tell whether a text of these words, and the set of them, sends to another page."""
    spaced = ""
    for word in words & signs.go_on.keys():
        spaced = spaced or f" {' '.join(found)} "
        if any(phrase in spaced for phrase in signs.go_on[word]):
            return True
    return False


def _throughout(lowered: str, signs: _Signs) -> bool:
    """Tell whether at least half of the sentences have a sign: news has at most an odd one."""
    sentences = [_WORD.findall(part) for part in _SENTENCE.findall(lowered)]
    sentences = [words for words in sentences if len(words) > 1]
    signed = sum(
        not signs.any_word.isdisjoint(words) or _goes_on(words, set(words), signs)
        for words in sentences
    )
    return 2 * signed >= len(sentences)


def _asks_to_trade(lowered: str, signs: _Signs) -> bool:
    """Tell whether a question asks the reader to buy, sell or hold."""
    return any(
        "?" in sentence and signs.trade & set(_WORD.findall(sentence))
        for sentence in _SENTENCE.findall(lowered)
    )


def _only_questions(paragraph: str) -> bool:
    return all("?" in sentence for sentence in _SENTENCE.findall(paragraph) if len(sentence) > 3)


@cache
def _signs(language: str) -> _Signs:
    data = table(f"{language}/text")["promotion"]
    phrases: dict[str, tuple[str, ...]] = {}
    for phrase in data["go_on"]:
        words = _WORD.findall(phrase)
        phrases[words[0]] = (*phrases.get(words[0], ()), f" {' '.join(words)} ")
    return _Signs(
        go_on=phrases,
        labels=frozenset(data["labels"]),
        offer=frozenset(data["offer"]),
        trade=frozenset(data["trade"]),
        reader=frozenset(data["reader"]),
        any_word=frozenset(data["offer"] + data["trade"] + data["reader"]),
        telling=_any_of([*data["offer"], *data["trade"], *data["go_on"]]),
    )


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern of words and phrases; it is quicker with one branch for each letter."""
    tails: dict[str, list[str]] = defaultdict(list)
    for phrase in phrases:
        whole = r"\W+".join(_WORD.findall(phrase))
        tails[whole[0]].append(whole[1:])
    branches = (f"{letter}(?:{'|'.join(rest)})" for letter, rest in tails.items())
    return re.compile(rf"\b(?:{'|'.join(branches)})\b")
