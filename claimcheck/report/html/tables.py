"""The tables of the HTML report: sources, matrix, agreements, look-alikes, one source only."""

from __future__ import annotations

from claimcheck.model import Document, Fact
from claimcheck.report import words
from claimcheck.report.html.cards import anchor
from claimcheck.report.html.markup import Markup, el, join, web
from claimcheck.report.labels import say
from claimcheck.report.lists import copies, look_alikes, reason_words, silenced_by
from claimcheck.report.reasons import explanation, label, told
from claimcheck.report.text import dated_from
from claimcheck.report.view import Value, View

MARKS = {
    "contradiction": "≠", "update": "→", "agreement": "=", "not_comparable": "?", "single": "•",
}  # fmt: skip
VERDICTS = {
    "contradiction": "contradict", "update": "update", "agreement": "agree",
    "not_comparable": "not comparable", "single": "one source",
}  # fmt: skip


def badge(verdict: str) -> Markup:
    """Return a verdict by sign, word and colour."""
    return el("span", f"{MARKS[verdict]} {say(VERDICTS[verdict])}", class_=f"badge {verdict}")


_LISTED = ("agreement", "update", "single")
_MOST_COLUMNS = 20
_FIT_UPRIGHT = 5
"""With more sources the matrix is printed on pages that lie."""


def table(head: list[str], rows: list[Markup], **attributes: str) -> Markup:
    """Return a table with a head row."""
    cells = (el("th", name, scope="col") for name in head)
    return el("table", el("thead", el("tr", cells)), el("tbody", rows), **attributes)


def sources(view: View) -> Markup:
    """Return the list of sources."""
    rows = []
    for document in view.report.documents:
        link = web(document.url)
        name = document.title or words.name(document)
        shown = el("a", name, href=link, rel="noreferrer") if link else el("span", name)
        draft = f" ({say('draft')})" if document.id in view.options.drafts else ""
        path = el("div", document.path or "", class_="soft mono") if document.title else ""
        letter = view.letters[document.id]
        rows.append(
            el(
                "tr",
                el("th", el("a", letter, href=f"#source-{letter}"), scope="row"),
                el("td", shown, draft, path, [el("div", note) for note in document.notes]),
                el("td", document.source or ""),
                el("td", words.published(document), class_="date"),
                el("td", dated_from(document)),
                el("td", str(view.claim_counts[document.id])),
                el("td", el("span", document.sha256[:12], class_="mono", title=document.sha256)),
            )
        )
    names = ("Source", "Outlet", "Date", "Date from", "Claims", "Text hash")
    return _scrolling(table(["#", *map(say, names)], rows), say("Sources"))


def at_home(view: View, fact: Fact, place: str) -> str | None:
    """Return the anchor of a fact in the one place of the page that links lead to."""
    home = view.told.get(fact.id) or ("list" if fact.verdict in _LISTED else "matrix")
    return fact.id if home == place else None


def weak(view: View) -> Markup:
    """Return what may contradict on weak evidence, one row a finding."""
    rows = []
    told_of: set[str] = set()
    for finding in view.weak:
        fact = view.facts.get(finding.fact or "")
        name = label(view, fact) if fact else finding.id
        home = at_home(view, fact, "weak") if fact and fact.id not in told_of else None
        told_of.add(finding.fact or "")
        claims = view.known(finding.claims)
        places = join((_places(view, value) for value in view.values(claims)), " ")
        because = told(view, finding).removeprefix(f"{name}: ")
        rows.append(
            el("tr", el("th", name, scope="row"), el("td", because), el("td", places), id=home)
        )
    return table([say("Fact"), say("Reason"), say("Where")], rows)


def silenced(view: View) -> Markup:
    """Return the findings that are not reported, by what and why."""
    rows = [
        el("tr", el("th", told(view, one.finding), scope="row"), el("td", silenced_by(one)))
        for one in view.report.suppressed
    ]
    return table([say("Fact"), say("Reason")], rows)


def matrix(view: View) -> Markup:
    """Return facts by sources with buttons to filter them.

    Many sources have no columns of their own: each value names those that hold it, and what
    one source alone says is left to its list.
    """
    order = list(MARKS)
    facts = sorted(view.report.facts, key=lambda fact: order.index(fact.verdict))
    crowd = len(view.documents) > _MOST_COLUMNS
    if crowd:
        facts = [fact for fact in facts if fact.verdict != "single"]
    rows = []
    for fact in facts:
        cells = [el("td", said(view, fact))] if crowd else _cells(view, fact)
        name = el("a", label(view, fact), href=f"#{fact.id}")
        rows.append(
            el("tr", el("th", name, scope="row"), el("td", badge(fact.verdict)), cells,
               data_verdict=fact.verdict, id=at_home(view, fact, "matrix"))
        )  # fmt: skip
    documents = () if crowd else view.report.documents
    heads = [say("Said")] if crowd else [_head(view, document) for document in documents]
    shown = table([say("Fact"), say("Verdict"), *heads], rows, id="matrix-table")
    size = f"{say('Facts by sources')}, {len(facts)} × {len(view.documents)}"
    wide = "many" if len(documents) > _FIT_UPRIGHT else None
    return el("div", _filters(facts), _scrolling(shown, size), class_=wide)


def _cells(view: View, fact: Fact) -> list[Markup]:
    """Return what each source says about a fact."""
    claims = view.known(fact.claims)
    cells = []
    for document in view.report.documents:
        values = view.values(claim for claim in claims if claim.document == document.id)
        cells.append(el("td", join((_link(view, v) for v in values), ", "), class_="values"))
    return cells


def _head(view: View, document: Document) -> Markup:
    letter = view.letters[document.id]
    return join(
        [
            el("a", letter, href=f"#source-{letter}"),
            el("div", document.source or view.short_name(document)),
            el("div", words.published(document)),
        ]
    )


def _filters(facts: list[Fact]) -> Markup:
    present = {fact.verdict for fact in facts}
    buttons = [el("button", say("all"), type="button", value="", aria_pressed="true")]
    buttons += [
        el("button", f"{sign} {say(VERDICTS[verdict])}",
           type="button", value=verdict, aria_pressed="false")
        for verdict, sign in MARKS.items() if verdict in present
    ]  # fmt: skip
    name = say("Show")
    return el(
        "div", el("span", f"{name}:"), buttons,
        class_="filters", hidden=True, role="group", aria_label=name, data_table="matrix-table",
    )  # fmt: skip


def _scrolling(content: Markup, label: str) -> Markup:
    return el("div", content, class_="scroll", tabindex="0", role="region", aria_label=label)


def _link(view: View, value: Value) -> Markup:
    claim = value.claims[0]
    return el("a", value.reading, href=f"#{anchor(view, claim)}", title=claim.quote)


def said(view: View, fact: Fact) -> Markup:
    """Return what is said about a fact and where."""
    values = view.values(view.known(fact.claims))
    parts = [
        join([el("strong", value.reading), " (", _places(view, value), ")"]) for value in values
    ]
    return join(parts, ", ")


def _places(view: View, value: Value) -> Markup:
    found = {view.place(claim): anchor(view, claim) for claim in value.claims}
    return join((el("a", place, href=f"#{target}") for place, target in found.items()), " ")


def facts(view: View, held: list[Fact]) -> Markup:
    """Return one row a fact: what, by how many independent sources, and said how."""
    rows = [
        el(
            "tr",
            el("th", label(view, fact), scope="row"),
            el(
                "td",
                view.held(fact),
                el("div", copies(view, fact), class_="soft") if fact.copies else "",
            ),
            el("td", said(view, fact)),
            id=at_home(view, fact, "list"),
        )
        for fact in held
    ]
    return table([say(name) for name in ("Fact", "Sources", "Said")], rows)


def alike(view: View) -> Markup:
    """Return the pairs that were not compared, and why."""
    rows = []
    for reason, pairs in look_alikes(view):
        claims = view.known(name for pair in pairs for name in (pair.a, pair.b))
        quoted = [
            join([_link(view, v), f" {words.period(v.claims[0].period)} (", _places(view, v), ")"])
            for v in view.values(claims)
        ]
        rows.append(
            el(
                "tr",
                el("th", reason_words(reason), scope="row"),
                el("td", join(quoted, ", ")),
                el("td", explanation(view, pairs[0])),
            )
        )
    return table([say("Verdict"), say("Said"), say("Reason")], rows)
