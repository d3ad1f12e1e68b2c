"""The HTML report: one file that needs no network, and no script to be read.

A Content-Security-Policy allows the one style sheet and the one script by their hashes
and nothing else; whatever comes from an article is escaped.
"""

from __future__ import annotations

import tomllib
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from claimcheck.model import Fact, Report
from claimcheck.report import ReportOptions
from claimcheck.report.html import tables
from claimcheck.report.html.articles import article
from claimcheck.report.html.cards import Labels, card
from claimcheck.report.html.chart import chart
from claimcheck.report.html.markup import Markup, el, join
from claimcheck.report.json import as_dict, dumps, tool_version
from claimcheck.report.lists import development, look_alikes, single_facts
from claimcheck.report.text import exit_reason
from claimcheck.report.view import View

_FILES = files("claimcheck.report.html")


def render(report: Report, options: ReportOptions) -> str:
    """Return the whole page."""
    view = View(report, options)
    labels = labels_for(options.language)
    style = Markup((_FILES / "report.css").read_text("utf-8"))
    script = Markup((_FILES / "report.js").read_text("utf-8"))
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("title", f"claimcheck: {labels['title']}"),
        el("style", style),
    )
    body = el(
        "body",
        el("a", labels["skip"], href="#contradictions", class_="skip"),
        _header(view, labels),
        el("main", _sections(view, labels)),
        _footer(labels),
        el("script", _embedded(report), type="application/json", id="report"),
        el("script", script),
    )
    language = options.language if options.language in _labels() else "en"
    return f"<!DOCTYPE html>\n{el('html', head, body, lang=language)}\n"


def labels_for(language: str) -> Labels:
    """Return the labels in a language, in English where there are none."""
    return _labels().get(language) or _labels()["en"]


def _labels() -> dict[str, Labels]:
    return tomllib.loads((_FILES / "labels.toml").read_text("utf-8"))


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _embedded(report: Report) -> Markup:
    """Return the JSON report; "<" is written so that nothing in it can end the script."""
    return Markup(dumps(as_dict(report)).replace("<", "\\u003c"))


def _header(view: View, labels: Labels) -> Markup:
    counters = (
        ("contradictions", "contradiction", len(view.blocks)),
        ("agreements", "agreement", len(_facts(view, "agreement"))),
        ("updates", "update", len(_facts(view, "update"))),
        ("alike", "not_comparable", len(look_alikes(view))),
        ("single", "single", len(single_facts(view))),
    )
    items = (
        el("li", el("a", el("strong", f"{tables.MARKS[kind]} {count}", class_=kind), labels[name],
                    href=f"#{name}"))
        for name, kind, count in counters
    )  # fmt: skip
    about = [f"claimcheck {tool_version()}"]
    if view.options.command:
        about.append(view.options.command)
    return el(
        "header",
        el("h1", labels["title"]),
        el("p", join((el("code", part) for part in about), " · "), class_="soft"),
        el("ul", items, class_="counters"),
        el("p", exit_reason(view.report, view.options)[0], class_="soft"),
        el("h2", labels["sources"]),
        tables.sources(view, labels),
    )


def _facts(view: View, verdict: str) -> list[Fact]:
    return [fact for fact in view.report.facts if fact.verdict == verdict]


def _sections(view: View, labels: Labels) -> list[Markup]:
    cards = [card(view, block, labels, number) for number, block in enumerate(view.blocks, 1)]
    agreements = _facts(view, "agreement")
    none = el("p", labels["none"], class_="soft")
    agreed = tables.facts(view, agreements, labels) if agreements else none
    lone = single_facts(view)
    alike = tables.alike(view, labels) if look_alikes(view) else none
    return [
        _section("contradictions", labels, join(cards) if cards else none),
        _section("matrix", labels, tables.matrix(view, labels) if view.report.facts else none),
        _section("agreements", labels, agreed),
        _section("updates", labels, _developments(view) or none),
        _section("alike", labels, alike),
        _section("single", labels, tables.facts(view, lone, labels) if lone else none),
        _section("articles", labels, join(article(view, d) for d in view.report.documents)),
    ]


def _section(name: str, labels: Labels, content: Markup) -> Markup:
    return el("section", el("h2", labels[name], id=f"{name}-title"), content,
              id=name, aria_labelledby=f"{name}-title")  # fmt: skip


def _developments(view: View) -> Markup:
    return join(
        el("div", el("h3", fact.label), chart(view, fact), el("p", development(view, fact)),
           id=fact.id)
        for fact in _facts(view, "update")
    )  # fmt: skip


def _footer(labels: Labels) -> Markup:
    lines = labels["method_text"].strip().splitlines()
    return el("footer", el("h2", labels["method"]), el("ul", (el("li", line) for line in lines)))
