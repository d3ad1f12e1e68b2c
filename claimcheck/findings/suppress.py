"""Comments in drafts that silence findings: `<!-- claimcheck: ignore CC101 reason -->`.

    ignore RULES REASON         for the next paragraph, or the one that the comment stands in
    ignore-start RULES REASON   from here on …
    ignore-end                  … to here

RULES are codes, beginnings of codes or names, with commas between. A reason has to be given.
Only drafts silence: a source is somebody else's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from claimcheck.errors import InputError
from claimcheck.model import Claim, Comparison, Document, Record, TextSpan
from claimcheck.rule_names import codes
from claimcheck.rules import rule_for
from claimcheck.segment.comments import MARK, comments, speaks, without_comments
from claimcheck.segment.sentences import segment

_WORDS = ("ignore", "ignore-start", "ignore-end")
_SYNTAX = "write <!-- claimcheck: ignore CC101 reason -->"
_COMMAS = re.compile(r"\s*,\s*")


class Silencer(Record, frozen=True, kw_only=True):
    """A comment with the stretch of text it silences; `covered` is None where none follows."""

    document: str
    place: str
    """File and line."""
    rules: str
    """As written."""
    codes: frozenset[str]
    reason: str
    covered: TextSpan | None

    def silences(self, claim: Claim, code: str) -> bool:
        """Return whether the comment silences a rule for a claim."""
        return (
            claim.document == self.document
            and code in self.codes
            and self.covered is not None
            and self.covered.start <= claim.span.start < self.covered.end
        )


def silencers(documents: Iterable[Document]) -> tuple[Silencer, ...]:
    """Return the comments that silence, in order.

    Raises `InputError`, naming file and line, for comments that are written wrongly.
    """
    return tuple(one for document in documents for one in _of(document))


def silenced(
    claims: Iterable[Claim], comparisons: Sequence[Comparison], by: Sequence[Silencer]
) -> dict[int, Silencer]:
    """Return the comparisons, by their index, that a comment silences, each with the comment."""
    documents = {one.document for one in by}
    known = {claim.id: claim for claim in claims if claim.document in documents}
    found: dict[int, Silencer] = {}
    for index, comparison in enumerate(comparisons):
        sides = [known[side] for side in (comparison.a, comparison.b) if side in known]
        rule = rule_for(comparison.verdict, comparison.reason) if sides else None
        if rule is not None:
            for one in by:
                if any(one.silences(claim, rule.code) for claim in sides):
                    found.setdefault(index, one)
    return found


def unused(
    claims: Iterable[Claim], comparisons: Sequence[Comparison], by: Sequence[Silencer]
) -> list[Silencer]:
    """Return the comments that silence nothing, even if no other did."""
    return [one for one in by if not silenced(claims, comparisons, [one])]


def _of(document: Document) -> list[Silencer]:
    if not speaks(document):
        return []
    paragraphs = _paragraphs(document)
    found: list[Silencer] = []
    opened: list[tuple[TextSpan, str, str]] = []
    for span in comments(document.text):
        written = document.text[span.start + 4 : span.end - 3].strip()
        if not written.startswith(MARK) or span.start < document.body:
            continue
        word, *more = written.removeprefix(MARK).split(maxsplit=1) or [""]
        rest = more[0] if more else ""
        place = _place(document, span)
        if word not in _WORDS:
            from difflib import get_close_matches

            close = get_close_matches(word, _WORDS, n=1)
            hint = f"did you mean {close[0]!r}?" if close else _SYNTAX
            raise InputError(f"unknown comment `{MARK} {word}`", place=place, hint=hint)
        if word == "ignore":
            found.append(_silencer(document, span, rest, _next(document, paragraphs, span)))
        elif word == "ignore-start":
            opened.append((span, rest, place))
        elif opened:
            start, rest, _ = opened.pop()
            found.append(_silencer(document, start, rest, TextSpan(start.end, span.start)))
        else:
            raise InputError(
                "ignore-end without ignore-start", place=place, hint="remove it, or say the start"
            )
    for _, _, place in opened:
        raise InputError(
            "ignore-start without ignore-end", place=place,
            hint=f"close it with <!-- {MARK} ignore-end -->",
        )  # fmt: skip
    return found


def _silencer(
    document: Document, span: TextSpan, written: str, covered: TextSpan | None
) -> Silencer:
    rules, *more = _COMMAS.sub(",", written).split(maxsplit=1) or [""]
    reason = " ".join(more).strip(" :–—-")
    place = _place(document, span)
    if not rules:
        raise InputError("the comment names no rule", place=place, hint=_SYNTAX)
    try:
        named = frozenset(code for name in rules.split(",") if name for code in codes(name))
    except ValueError as error:
        raise InputError(str(error), place=place, hint=_SYNTAX) from None
    if not reason:
        raise InputError(
            f"the comment gives no reason to ignore {rules}", place=place, hint=_SYNTAX
        )
    return Silencer(
        document=document.id, place=place, rules=rules, codes=named,
        reason=" ".join(reason.split()), covered=covered,
    )  # fmt: skip


def _paragraphs(document: Document) -> list[TextSpan]:
    """Return the stretches of the document's paragraphs, headings and bullets."""
    sentences = segment(without_comments(document))
    groups = (list(held) for _, held in groupby(sentences, key=lambda one: one.paragraph))
    return [TextSpan(held[0].start, held[-1].end) for held in groups]


def _next(document: Document, paragraphs: Sequence[TextSpan], span: TextSpan) -> TextSpan | None:
    """Return the next paragraph; the one before if the comment stands behind it on its line."""
    line = document.text.rfind("\n", 0, span.start) + 1
    before = next((one for one in reversed(paragraphs) if one.start < span.start), None)
    if before is not None and before.end > line:
        return before
    return next((one for one in paragraphs if one.start >= span.end), None)


def _place(document: Document, span: TextSpan) -> str:
    line = document.text.count("\n", 0, span.start) + 1
    return f"{document.path or document.id}:{line}"
