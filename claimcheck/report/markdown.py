"""Markdown for a comment on a pull request: findings first, the rest folded away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claimcheck.model import Claim, Document, Fact, Report
from claimcheck.report import ReportOptions, words
from claimcheck.report.alerts import one_line
from claimcheck.report.blocks import claim_parts
from claimcheck.report.labels import say, speaking
from claimcheck.report.lists import development
from claimcheck.report.reasons import label, told
from claimcheck.report.text import exit_reason
from claimcheck.report.view import Block, View
from claimcheck.rules import RULES

_MARKS = {"error": "🔴", "warning": "🟡"}
_FACTS = ("Fact", "Sources", "Said")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~@])")
_MOST_BLOCKS = 30
_MOST_ROWS = 100


def render(report: Report, options: ReportOptions) -> str:
    """Return the report as GitHub-flavoured Markdown, short enough for a comment."""
    with speaking(options.language):
        return _comment(View(report, options))


def _comment(view: View) -> str:
    report = view.report
    lines = [f"## claimcheck: {_headline(view)}", ""]
    for block in view.blocks[:_MOST_BLOCKS]:
        lines += _block(view, block)
    if len(view.blocks) > _MOST_BLOCKS:
        lines += [_more(len(view.blocks) - _MOST_BLOCKS), ""]
    for title, verdict in (("Agreements", "agreement"), ("Updates", "update")):
        facts = [fact for fact in report.facts if fact.verdict == verdict]
        lines += _folded(title, [_fact(view, fact) for fact in facts], _FACTS)
    sources = [_source(view, document) for document in report.documents]
    lines += _folded("Sources", sources, ("", "Source", "Date", "Claims"))
    lines.append(escape(exit_reason(report, view.options)[0]))
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """Return text that Markdown and HTML leave as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", one_line(text)).replace("&", "&amp;")


def _headline(view: View) -> str:
    levels = [block.level for block in view.blocks]
    parts = [words.plural(levels.count(kind), kind) for kind in ("error", "warning")]
    line = say(
        "{levels} in {claims} of {articles}",
        levels=", ".join(parts),
        claims=words.plural(len(view.report.claims), "claim"),
        articles=words.plural(len(view.report.documents), "article"),
    )
    return one_line(line)


def _more(count: int) -> str:
    return f"… {say('and {count} more', count=count)}."


def _block(view: View, block: Block) -> list[str]:
    first = block.findings[0]
    rule = RULES.get(first.rule)
    name = f"{first.rule} {rule.name}" if rule else first.rule
    lines = [
        f"### {_MARKS[block.level]} {say(block.level)} {escape(name)}",
        "",
        escape(told(view, first)),
        "",
    ]
    rows = []
    for value in block.values:
        shown, rest = value.quoted(view.options.witnesses)
        for claim in shown:
            rows.append((escape(_place(view, claim)), escape(claim_parts(claim)), _quote(claim)))
        if rest:
            also = say("{value} also in {places}", value=value.reading, places=view.places(rest, 8))
            rows.append(("", escape(also), ""))
    return [*lines, *_table(("Where", "Read as", "Written"), rows), f"`{block.id}`", ""]


def _quote(claim: Claim) -> str:
    return escape(say("“{quote}”", quote=claim.quote))


def _place(view: View, claim: Claim) -> str:
    document = view.documents[claim.document]
    outlet = f" ({document.source})" if document.source else ""
    if claim.span.page or claim.span.paragraph:
        return f"{words.name(document)}, {words.part(claim.span)}{outlet}"
    return f"{words.name(document)}:{claim.span.line}{outlet}"


def _fact(view: View, fact: Fact) -> Sequence[str]:
    count = view.held(fact)
    if fact.verdict == "update":
        return escape(label(view, fact)), count, escape(development(view, fact))
    said = (f"{v.reading} ({view.places(v.claims)})" for v in view.values(view.known(fact.claims)))
    return escape(label(view, fact)), count, escape("; ".join(said))


def _source(view: View, document: Document) -> Sequence[str]:
    name = escape(words.name(document))
    shown = f"[{name}](<{_link(document.url)}>)" if _link(document.url) else name
    if document.source:
        shown += f" ({escape(document.source)})"
    claims = str(view.claim_counts[document.id])
    return view.letters[document.id], shown, escape(words.published(document)), claims


def _link(url: str | None) -> str:
    if url and url.startswith(("https://", "http://")):
        return re.sub(r"[<>\s\\]", "", one_line(url))
    return ""


def _folded(title: str, rows: list[Sequence[str]], head: Sequence[str]) -> list[str]:
    if not rows:
        return []
    more = [_more(len(rows) - _MOST_ROWS), ""] if len(rows) > _MOST_ROWS else []
    summary = f"<details><summary>{say(title)} ({len(rows)})</summary>"
    return [summary, "", *_table(head, rows[:_MOST_ROWS]), *more, "</details>", ""]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [_line(map(say, head)), _line(["---"] * len(head)), *(_line(row) for row in rows)]
    return [*lines, ""]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
