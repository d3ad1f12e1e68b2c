"""Which stretch of a sentence goes on behind an insertion.

"Die Quote, die im Mai noch höher war, liegt bei 5 Prozent": what stands before the first
comma and behind the second is one clause. `tokens` numbers the stretches between marks;
here those that belong together get the same number.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache
from itertools import pairwise

from claimcheck.extract.clauses.finite import finite
from claimcheck.extract.clauses.rows import led_rows
from claimcheck.extract.words.grammar import grammar
from claimcheck.lexicon import table

_OPENING = "(["
_CLOSING = ")]"
_DASHES = "–—"
_QUOTES = '„“”"»«'
_NESTED = 2
"""How many clauses may hang on the one that is inserted."""
_PLACE = 3
"""Of at most so many words is the name of a state behind that of a town."""


def resumed(
    words: Sequence[str], clauses: Sequence[int], inside: Set[int], language: str
) -> Sequence[int]:
    """Return the number of the clause of each token, with interrupted clauses joined.

    `clauses` are the stretches between marks, numbered from 0 on in order; the commas `inside`
    of them part nothing.
    """
    if not clauses:
        return clauses
    if clauses[-1] < 2 and not inside:
        return _subordinate(words, clauses, language)
    starts = [0, *(i for i in range(1, len(clauses)) if clauses[i] != clauses[i - 1])]
    joined = list(range(clauses[-1] + 1))
    open_at: int | None = None
    quoted: int | None = None
    for k in range(1, len(starts)):
        opens, mark = words[starts[k - 1]], words[starts[k]]
        if mark in _OPENING:
            open_at = k
        elif mark in _CLOSING and open_at is not None:
            joined[k] = joined[open_at - 1]
            open_at = None
        elif mark in _QUOTES:
            if quoted is None:
                quoted = k
            else:
                if _inside(words, starts[quoted], starts[k]):
                    joined[k] = joined[quoted - 1]
                    if quoted == k - 1 and words[starts[quoted] + 1][0].islower():
                        joined[quoted] = joined[quoted - 1]  # "sie sei „auf 3 Prozent“ gestiegen"
                quoted = None
        elif starts[k] in inside:
            joined[k] = joined[k - 1]
        elif k > 1:
            dashes = opens in _DASHES and mark in _DASHES
            commas = opens == mark == "," and starts[k - 1] not in inside
            closed = commas and (
                _closes(words, starts, k, language) or _ends(words, starts, k, language)
            )
            if dashes or closed:
                joined[k] = joined[k - 2]
            elif commas:
                base = _around(words, starts, k, language)
                if base not in joined[base + 1 : k]:  # it has its verb by now
                    joined[k] = joined[base]
    return _subordinate(words, [joined[clause] for clause in clauses], language)


def placing(words: Sequence[str], language: str) -> frozenset[int]:
    """Return the commas around a state that only says where a town is, and those of some rows.

    They part nothing: "in Springfield, Missouri, on Monday", "in Kiel, Husum und Emden".
    """
    if "," not in words:
        return frozenset()
    if grammar(language).capital_nouns:
        rows = led_rows(words, language)
        return frozenset([i for row in rows for i in row if words[i] == ","])
    found: set[int] = set()
    commas = [i for i, word in enumerate(words) if word == ","]
    for first, last in pairwise(commas):
        if 1 < last - first <= _PLACE + 1 and _is_state(words, first, last, language):
            found.update((first, last))
    return frozenset(found)


def _is_state(words: Sequence[str], first: int, last: int, language: str) -> bool:
    """Return whether two commas are around a state: a preposition leads to the town before."""
    town = first
    while town and words[town - 1][0].isupper():
        town -= 1
    behind = words[last + 1 : last + 2]
    goes_on = bool(behind) and behind[0][0].islower() and behind[0] not in _no_place(language)
    named = all(word[0].isupper() or word == "." for word in words[first + 1 : last])
    return 0 < town < first and named and goes_on and words[town - 1] in _leading(language)


@cache
def _no_place(language: str) -> frozenset[str]:
    """Return the words behind a comma that go on with a list or tell of somebody."""
    rules = grammar(language)
    return _joints(language) | rules.relative | rules.subordinators


@cache
def _leading(language: str) -> frozenset[str]:
    """Return the words of one part that lead to a place or open its phrase."""
    return (
        frozenset(table(f"{language}/claims")["cues"]["preposition"]) | grammar(language).articles
    )


def _subordinate(words: Sequence[str], clauses: Sequence[int], language: str) -> Sequence[int]:
    """Return the clauses, parted where no mark stands before a conjunction.

    "14 were trapped when a wall collapsed" are two.
    """
    openers = grammar(language).subordinators
    found = [i for i, word in enumerate(words) if i and word in openers] if openers else ()
    if not found:
        return clauses
    parted = list(clauses)
    for number, first in enumerate(found, max(clauses) + 1):
        old = clauses[first]
        for i in range(first, len(parted)):
            if clauses[i] == old:
                parted[i] = number
    return parted


def _inside(words: Sequence[str], opening: int, closing: int) -> bool:
    """Return whether the clause around two quotation marks goes on behind them.

    It does around a title, or a few words of somebody: "Das Projekt „Kiez“ kostet 3 Euro".
    """
    behind = words[closing + 1 : closing + 2]
    return words[opening - 1][-1].isalnum() and bool(behind) and behind[0][0].isalnum()


def _around(words: Sequence[str], starts: Sequence[int], k: int, language: str) -> int:
    """Return the stretch that lacks the verb that stretch `k` has; `k` if there is none.

    Between them is one stretch, or clauses that each hang on the one before: "Die Quote, die
    angibt, wie viele fehlen, sank". Where verbs stand last, one may end with stretch `k`:
    "während Berlin, bis es sich ändert, auf Platz drei liegt".
    """
    hanging, behind = _hanging(language), starts[k] + 1
    opens = finite(words, behind, language)
    if not opens and not _ends_in_verb(words, starts, k, language):
        return k
    for base in range(k - 2, max(k - 2 - _NESTED, 0) - 1, -1):
        inserted = starts[base + 1]
        hangs = words[inserted] == "," and words[inserted + 1].lower() in hanging
        if not hangs and (base < k - 2 or not opens):
            return k
        if not _has_verb(words, starts, base, language):
            opener = words[starts[base] + (base > 0)].lower()
            article = base == 0 and opener in grammar(language).relative
            return base if opens or (opener in hanging and not article) else k
    return k


def _has_verb(words: Sequence[str], starts: Sequence[int], k: int, language: str) -> bool:
    """Return whether a stretch has a verb, behind its last joint."""
    first = starts[k] + (k > 0)
    joints = [i for i in range(first, starts[k + 1]) if words[i] in _joints(language)]
    return any(
        finite(words, i, language) for i in range(joints[-1] if joints else first, starts[k + 1])
    )


def _ends_in_verb(words: Sequence[str], starts: Sequence[int], k: int, language: str) -> bool:
    """Return whether a stretch that hangs on no other ends in its only verb."""
    first, last = starts[k] + 1, (starts[k + 1] if k + 1 < len(starts) else len(words)) - 1
    while last > first and not words[last][0].isalnum():
        last -= 1
    if not grammar(language).verb_last or last <= first:
        return False
    verbs = [i for i in range(first, last + 1) if finite(words, i, language)]
    return verbs == [last] and words[first].lower() not in _hanging(language)


def _closes(words: Sequence[str], starts: Sequence[int], k: int, language: str) -> bool:
    """Return whether stretch `k` only tells by how much: "senkte das Risiko, zu sterben, um 3".

    The stretch before it depends on the one before that, and `k` has no verb.
    """
    first, inside = starts[k] + 1, range(starts[k - 1] + 1, starts[k])
    if by_words(language).isdisjoint(words[first : first + 1]) or not inside:
        return False
    dependent = words[inside[0]].lower() in _dependent(language)
    if not dependent and table(f"{language}/lemmas")["infix"] not in words[inside[0] : starts[k]]:
        return False
    last = starts[k + 1] if k + 1 < len(starts) else len(words)
    return not any(finite(words, i, language) for i in range(first, last))


def _ends(words: Sequence[str], starts: Sequence[int], k: int, language: str) -> bool:
    """Return whether stretch `k` ends in the verb that the stretch before the insertion lacks.

    "Während Emden mit 16 Tagen, bis es taut, auf Platz drei liegt", "die Liga, sofern das Amt es
    genehmigt, im Mai anzupfeifen": what is inserted ends in its own verb.
    """
    openers = grammar(language).inserting
    inside = starts[k - 1] + 1
    if words[inside].lower() not in openers or starts[k] + 2 >= len(words):
        return False
    stop = starts[k + 1] if k + 1 < len(starts) else len(words)
    while stop > starts[k] + 1 and not words[stop - 1][0].isalnum():
        stop -= 1
    first = starts[k - 2] + (k > 2)
    depends = words[first].lower() in openers
    verbs = [finite(words, i, language) for i in (starts[k] - 1, stop - 1)]
    if not all(verbs) or any(finite(words, i, language) for i in range(first, starts[k - 1])):
        return False
    infix = table(f"{language}/lemmas")["infix"]
    return depends or words[stop - 2] == infix or infix in words[stop - 1][1:]


@cache
def by_words(language: str) -> frozenset[str]:
    """Return the words before by how much something changes: "um"."""
    return frozenset(table(f"{language}/numbers")["by_words"])


@cache
def _hanging(language: str) -> frozenset[str]:
    """Return the words that open a clause within another one, behind a comma."""
    return _dependent(language).union(table(f"{language}/claims")["cues"]["hanging"])


@cache
def _dependent(language: str) -> frozenset[str]:
    """Return the words that open a clause which depends on the one before."""
    return frozenset(table(f"{language}/claims")["cues"]["dependent"]) | grammar(language).relative


@cache
def _joints(language: str) -> frozenset[str]:
    return frozenset(table(f"{language}/claims")["cues"]["joint"])
