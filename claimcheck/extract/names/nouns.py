"""Things that have no name but can be what a number belongs to: "die Werft", "the river"."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from itertools import pairwise

import msgspec

from claimcheck.extract.words.genders import FEMININE, MASCULINE, genders
from claimcheck.extract.words.grammar import Grammar, grammar
from claimcheck.extract.words.lemma import lemma, morphology
from claimcheck.extract.words.remembered import Remembered
from claimcheck.extract.words.usage import shapes

OWNERS = ("'s", "’s", "s'", "s’")
"""Endings of nouns to which the next one belongs."""
_OWNS = OWNERS[:2]
"""Those that close a phrase; "the traders' association" is one."""
_SHORT = 4
"""Letters of the longest word that only looks like a gerund: "king"."""
_MAX_PHRASE = 4
_ARTICLE, _PLURAL, _PERHAPS_PLURAL = 1, 2, 3
_EITHER = MASCULINE | FEMININE


class NounHit(msgspec.Struct, frozen=True, gc=False):
    """A noun phrase by its tokens [first, last), article included; the head is the last.

    `plain` phrases have no article.
    """

    first: int
    last: int
    text: str
    key: str
    plain: bool


def find_nouns(
    words: tuple[str, ...], language: str, taken: Collection[int], measured: Collection[int]
) -> list[NounHit]:
    """Return the noun phrases of a sentence, left to right.

    `taken` are the tokens of names, numbers and measures, which are no phrases of their own;
    `measured` those among them that are nouns, and may be the head of a phrase.
    """
    rules = grammar(language)
    if rules.capital_nouns:
        return _capitalised(words, language, rules, taken)
    return _after_articles(words, language, rules, taken, measured)


class _Head(msgspec.Struct, frozen=True, gc=False):
    """A word with a capital letter that can be the head of a phrase."""

    key: str
    opens: bool
    """Whether it can be so where a sentence opens, and all words have a capital letter."""


def _capitalised(
    words: tuple[str, ...], language: str, rules: Grammar, taken: Collection[int]
) -> list[NounHit]:
    """Return phrases where every noun has a capital letter, and some adjectives have."""
    hits = []
    known = shapes(language)
    capital = [i for i, word in enumerate(words) if word[0].isupper()]
    beside = [i for i, after in pairwise(capital) if after == i + 1]
    describing = {i for i in beside if _describes(words, i, language, rules, taken)}
    for i, head in enumerate(map(_heads(language).__getitem__, words)):
        if head is None or i in taken:
            continue
        if not head.opens and (i == 0 or not words[i - 1][-1].isalnum()):
            continue
        if i in describing or words[i + 1 : i + 2] == ("-",):
            continue  # "der Metall- und Elektroindustrie"
        first = cut = _cut_before(words, i)
        while first > 0 and first > cut - 3 and (
            known[words[first - 1]].adjective or first - 1 in describing
        ):  # fmt: skip
            first -= 1
        plain = first == 0 or not known[words[first - 1]].article
        text, key = words[i], head.key
        if cut < i:
            text = f"{words[cut]}- {words[i - 1]} {text}"
            key = f"{words[cut]}- {words[i - 1]} {key}".lower()
        hits.append(NounHit(first if plain else first - 1, i + 1, text, key, plain))
    return hits


def _cut_before(words: tuple[str, ...], i: int) -> int:
    """Return where a noun starts with one cut short: "Metall- und Elektroindustrie"."""
    cut = i > 2 and words[i - 2] == "-" and words[i - 3][0].isupper() and words[i - 1].islower()
    return i - 3 if cut else i


def _describes(
    words: tuple[str, ...], i: int, language: str, rules: Grammar, taken: Collection[int]
) -> bool:
    """Return whether a word with a capital letter is an adjective of the noun behind it.

    It is one of a place ("Berliner Kliniken"), or part of a name ("der Deutsche Filmpreis").
    """
    word, noun = words[i], words[i + 1]
    if word in rules.proper_adjectives:
        return True
    nouns = genders(language)
    if nouns is None or i in taken or i + 1 in taken or not i:
        return False
    led = shapes(language)[words[i - 1]]
    of = nouns[word][1]
    adjective = not of or of & _EITHER == _EITHER  # "Deutsche" can be a man or a woman
    inflected = adjective and word.endswith(rules.adjective_endings)
    return inflected and bool(nouns[noun][1]) and (led.article or led.adjective)


@cache
def _heads(language: str) -> Remembered[_Head | None]:
    rules = grammar(language)

    def head(word: str) -> _Head | None:
        if not word[0].isupper() or len(word) < 3 or not word[-1].isalpha():
            return None
        lower = word.lower()
        if lower in rules.no_subjects or lower in rules.stop_words:
            return None
        key = lemma(word, language).lower()
        if key in rules.no_subjects or key.endswith(rules.times):
            return None
        return _Head(key, lower not in rules.openers and _opening_noun(word, language, rules))

    return Remembered(head)


def _opening_noun(word: str, language: str, rules: Grammar) -> bool:
    reading = morphology(language).reading(word)
    if reading.noun is not None or reading.head is not None:
        return True
    endings = rules.adjective_endings + rules.adverb_endings
    return reading.verb is None and reading.adjective is None and not word.endswith(endings)


def _after_articles(
    words: tuple[str, ...],
    language: str,
    rules: Grammar,
    taken: Collection[int],
    measured: Collection[int],
) -> list[NounHit]:
    """Return phrases where nouns look like other words: after articles, and bare plurals."""
    hits: list[NounHit] = []
    end = 0
    for i, opens in enumerate(map(_openings(language).__getitem__, words)):
        if not opens or i < end:
            continue
        if opens == _ARTICLE:
            last = _phrase_end(words, i + 1, language, rules, taken, measured)
            owns = words[last - 1].endswith(_OWNS)
            whole = last == len(words) or not _modifies(words, last, language, rules, taken)
            goes_on = not owns and last in measured
            if whole and last > i + 1 and last - 1 not in measured and not goes_on:
                _add(hits, words, i, last, language, rules, plain=False)
            end = max(last, i + 1)
            end += last < len(words) and _acts(words, last, language, rules, taken)
        elif i not in taken and (opens == _PLURAL or _stands_first(words, i, rules)):
            _add(hits, words, i, i + 1, language, rules, plain=True)
    return hits


def _phrase_end(
    words: tuple[str, ...],
    first: int,
    language: str,
    rules: Grammar,
    taken: Collection[int],
    measured: Collection[int],
) -> int:
    """Return the end of the phrase whose first word behind the article is at `first`.

    A measure may open it ("the average household"), and a word that owns closes it
    ("the shipyard's profit").
    """
    forms = morphology(language)
    last = first
    while last < len(words) and last < first + _MAX_PHRASE:
        word = words[last]
        reading = forms.reading(word)
        opens = last == first and last in measured
        stops = word.lower() in rules.stop_words
        if (last in taken and not opens) or not word[0].isalpha() or stops:
            break
        if last > first and reading.noun is None and (
            reading.verb is not None or word.endswith(rules.other_endings)
        ):  # fmt: skip
            break
        last += 1
        if word.endswith(_OWNS):
            return last
    if last - first > 1 and _acts(words, last - 1, language, rules, taken):
        last -= 1
    return last


def _acts(
    words: tuple[str, ...], at: int, language: str, rules: Grammar, taken: Collection[int]
) -> bool:
    """Return whether a word in -s is the verb of the noun before it, by what comes next."""
    if not words[at].endswith("s") or at + 1 == len(words):
        return False
    reading = morphology(language).reading(words[at])
    if reading.noun is not None and reading.verb is None:
        return False
    following = words[at + 1]
    return _object_starts(following, at + 1, rules, taken) or _goes_on(following, rules)


def _goes_on(word: str, rules: Grammar) -> bool:
    """Return whether a word follows verbs: "the bank starts buying", "the board hopes to"."""
    gerund = word.endswith(rules.gerunds) and len(word) > _SHORT and word.islower()
    return gerund or word in rules.behind_verbs


def _object_starts(word: str, at: int, rules: Grammar, taken: Collection[int]) -> bool:
    return at in taken or word[0].isdigit() or word.lower() in rules.articles


@cache
def _openings(language: str) -> Remembered[int]:
    """Return the table of which phrases each word opens, 0 for none."""
    rules, forms = grammar(language), morphology(language)

    def opens(word: str) -> int:
        lower = word.lower()
        if lower in rules.articles:
            return _ARTICLE
        if not word.isalpha() or len(word) < 4 or not lower.endswith("s"):
            return 0
        other = lower in rules.openers or lower in rules.no_subjects
        if other or lower.endswith(rules.plain_s):
            return 0
        reading = forms.reading(lower)
        if reading.noun is not None:
            return _PLURAL
        return _PERHAPS_PLURAL if reading.verb is None else 0

    return Remembered(opens)


def _stands_first(words: tuple[str, ...], i: int, rules: Grammar) -> bool:
    """Return whether a word opens a sentence or a clause, or stands behind "of"."""
    return i == 0 or words[i - 1] in '.:;,“„"' or words[i - 1] in rules.owning


def _add(
    hits: list[NounHit],
    words: tuple[str, ...],
    first: int,
    last: int,
    language: str,
    rules: Grammar,
    plain: bool,
) -> None:
    head = words[last - 1]
    key = lemma(head, language).lower()
    if key in rules.no_subjects or head.lower() in rules.no_subjects:
        return
    if not rules.capital_nouns and _participle(head, language, rules):
        return
    start = first if plain else first + 1
    text = " ".join(words[start:last]).removesuffix("'s").removesuffix("’s")
    hits.append(NounHit(first, last, text, key, plain))


def _modifies(
    words: tuple[str, ...], last: int, language: str, rules: Grammar, taken: Collection[int]
) -> bool:
    """Return whether the last word of a phrase goes on to a noun that is taken, or to a name."""
    reading = morphology(language).reading(words[last - 1])
    if reading.noun is not None or not (last in taken or words[last][0].isupper()):
        return False
    return reading.adjective is not None or words[last - 1].endswith(rules.modifier_endings)


def _participle(word: str, language: str, rules: Grammar) -> bool:
    """Return whether a word is no noun: a participle before one that is taken, an adverb, a verb.

    "an updated 17-inch version", "it helped her financially", "a day that begins".
    """
    reading = morphology(language).reading(word)
    if reading.noun is not None:
        return False
    return reading.verb is not None or word.endswith(rules.other_endings)
