"""The HTML report: one file that needs no network, and no script to be read.

A Content-Security-Policy allows the one style sheet and the one script by their hashes
and nothing else; whatever comes from an article is escaped, for `markup` builds it all. The parts
of the page are `cards` for contradictions, `tables`, a `chart` of a figure that grows, and the
`articles` in full.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from claimcheck.model import Fact, Report
from claimcheck.report import ReportOptions
from claimcheck.report.html import tables
from claimcheck.report.html.articles import article
from claimcheck.report.html.cards import card
from claimcheck.report.html.chart import chart
from claimcheck.report.html.markup import Markup, el, join
from claimcheck.report.json import as_dict, dumps, tool_version
from claimcheck.report.labels import say, speaking, spoken
from claimcheck.report.lists import development, look_alikes, single_facts
from claimcheck.report.reasons import label
from claimcheck.report.text import counted
from claimcheck.report.view import View

_FILES = Path(__file__).parent
TITLES = {
    "contradictions": "Contradictions",
    "matrix": "Facts by sources",
    "agreements": "Agreements",
    "updates": "Updates",
    "alike": "Look alike, not compared",
    "single": "In one source only",
    "silenced": "Silenced",
    "articles": "The articles",
}
"""The sections by their anchors, in order."""
_KINDS = {
    "contradictions": "contradiction",
    "agreements": "agreement",
    "updates": "update",
    "alike": "not_comparable",
    "single": "single",
}
METHOD = (
    "The figures of each article are read with the words around them: whose number it is, "
    "what it measures, when, and how firmly it is said.",
    "Each figure is the interval that its wording allows: “about 15,000” is wider than “15,000”.",
    "Two figures are compared when subject, measure and period are the same as far as the "
    "texts say.",
    "They agree when the intervals meet, after conversion of units; they contradict each other "
    "when they cannot.",
    "A figure that grows with time and is higher in a later article is an update.",
    "What rests on something inferred is a warning at most, never an error.",
    "Figures of other periods, parts, currencies or firmness are listed and not compared.",
    "Not checked: whether a figure is true. Articles that agree can both be wrong.",
    "Pictures and figures without number words are not read.",
)


def render(report: Report, options: ReportOptions) -> str:
    """Return the whole page."""
    with speaking(options.language):
        return _page(View(report, options))


def _page(view: View) -> str:
    style = Markup((_FILES / "report.css").read_text("utf-8"))
    script = Markup((_FILES / "report.js").read_text("utf-8"))
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="referrer", content="no-referrer"),
        el("title", f"claimcheck: {say('Claims compared')}"),
        el("style", style),
    )
    body = el(
        "body",
        el("a", say("Skip to the contradictions"), href="#contradictions", class_="skip"),
        _header(view),
        el("main", _sections(view)),
        _footer(),
        el("script", _embedded(view.report), type="application/json", id="report"),
        el("script", script),
    )
    return f"<!DOCTYPE html>\n{el('html', head, body, lang=spoken())}\n"


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _embedded(report: Report) -> Markup:
    """Return the JSON report; "<" is written so that nothing in it can end the script."""
    return Markup(dumps(as_dict(report), indent=-1).replace("<", "\\u003c"))


def _header(view: View) -> Markup:
    counters = (
        ("contradictions", len(view.blocks)),
        ("agreements", len(_facts(view, "agreement"))),
        ("updates", len(_facts(view, "update"))),
        ("alike", len(look_alikes(view))),
        ("single", len(single_facts(view))),
    )
    items = (
        el("li", el("a", el("strong", f"{tables.MARKS[_KINDS[name]]} {count}",
                            class_=_KINDS[name]), say(TITLES[name]), href=f"#{name}"))
        for name, count in counters
    )  # fmt: skip
    about = [f"claimcheck {tool_version()}"]
    if view.options.command:
        about.append(view.options.command)
    return el(
        "header",
        el("h1", say("Claims compared")),
        el("p", join((el("code", part) for part in about), " · "), class_="soft"),
        el("ul", items, class_="counters"),
        el("p", counted(view), class_="soft"),
        el("h2", say("Sources")),
        tables.sources(view),
    )


def _facts(view: View, verdict: str) -> list[Fact]:
    return [fact for fact in view.report.facts if fact.verdict == verdict]


def _sections(view: View) -> list[Markup]:
    cards = [card(view, block, number) for number, block in enumerate(view.blocks, 1)]
    agreements = _facts(view, "agreement")
    none = el("p", say("None."), class_="soft")
    agreed = tables.facts(view, agreements) if agreements else none
    lone = single_facts(view)
    alike = tables.alike(view) if look_alikes(view) else none
    return [
        _section("contradictions", join([*(cards or [none]), _weak(view)])),
        _section("matrix", tables.matrix(view) if view.report.facts else none),
        _section("agreements", agreed),
        _section("updates", _developments(view) or none),
        _section("alike", alike),
        _section("single", tables.facts(view, lone) if lone else none),
        *([_section("silenced", tables.silenced(view))] if view.report.suppressed else []),
        _section("articles", join(article(view, d) for d in view.report.documents)),
    ]


def _weak(view: View) -> Markup:
    if not view.weak:
        return Markup()
    title = say("Perhaps contradictions, weak evidence")
    return el("div", el("h3", title), tables.weak(view), class_="weak")


def _section(name: str, content: Markup) -> Markup:
    return el("section", el("h2", say(TITLES[name]), id=f"{name}-title"), content,
              id=name, aria_labelledby=f"{name}-title")  # fmt: skip


def _developments(view: View) -> Markup:
    return join(
        el("div", el("h3", label(view, fact)), chart(view, fact), el("p", development(view, fact)),
           id=tables.at_home(view, fact, "list"))
        for fact in _facts(view, "update")
    )  # fmt: skip


def _footer() -> Markup:
    return el("footer", el("h2", say("Method")), el("ul", (el("li", say(line)) for line in METHOD)))
