"""A report made by hand, for the tests of the renderers: no step before them is needed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import msgspec

from claimcheck.model import (
    Claim,
    Comparison,
    Document,
    Fact,
    Finding,
    Named,
    Period,
    Quantity,
    Report,
    Skipped,
    Span,
    Summary,
    TextSpan,
)

LONG = (
    "The yard at the mouth of the river, which has been in the hands of the same family since "
    "the war and has seen three owners come and go, now belongs to the line: "
)
TEXTS = {
    "d1": "Nordlicht buys its neighbour\n\n" + LONG + "Nordlicht paid 48.3 million euros for it. "
    "It employs 4,200 people, and revenue in the second quarter rose by 18 percent.\n"
    "The fire killed 12 people.\n",
    "d2": "---\npublished: 2025-05-06\n---\nDie Reederei Nordlicht zahlte 48,3 Millionen Dollar "
    "für die Werft. Beschäftigt sind rund 4.200 Menschen.\nDer Brand forderte 15 Tote.\n"
    "Das Schiff H100 bleibt im Dock.\n",
    "d3": "Nordlicht zahlte 48,3 Millionen Euro, so die Werft am Dienstag. 2024 lag der Umsatz "
    "bei 1.234.567.890 Euro.\nInzwischen zählt die Feuerwehr 19 Tote.",
}


def span(text: str, quote: str) -> Span:
    """Return the place of the first occurrence of a quote."""
    start = text.index(quote)
    end = start + len(quote)

    def place(at: int) -> tuple[int, int]:
        return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)

    return Span(start, end, *place(start), *place(end))


def document(name: str, **fields: object) -> Document:
    """Return the document of `TEXTS` with this id."""
    base = Document(
        text=TEXTS[name], id=name, path=f"press/{name}.txt", language="en", sha256="0" * 64
    )
    return msgspec.structs.replace(base, **fields)


def claim(
    name: str,
    quote: str,
    value: str | None,
    unit: str | None,
    *,
    kind: str = "money",
    qualifier: str = "exact",
    subject: str = "Nordlicht",
    measure: tuple[str, str] = ("paid", "price"),
    text: str | None = None,
    **fields: object,
) -> Claim:
    """Return a claim at the first occurrence of a quote in a document."""
    whole = TEXTS[name] if text is None else text
    at = span(whole, quote)
    exact: Decimal | str | None = value if kind == "date" or value is None else Decimal(value)
    edge = exact if isinstance(exact, Decimal) else None
    quantity = Quantity(
        kind=kind,
        value=exact,
        low=edge,
        high=edge,
        unit=unit,
        qualifier=qualifier,
        span=TextSpan(at.start, at.end),
        quote=quote,
    )
    base = Claim(
        id=f"{name}:{at.start}",
        document=name,
        span=at,
        quote=quote,
        sentence=TextSpan(at.start, at.end),
        quantity=quantity,
        subject=Named(subject, subject.casefold()),
        measure=Named(*measure),
        aspect="level",
        period=None,
        modality="stated",
        speaker=None,
        evidence={"measure": TextSpan(at.start, at.end)},
    )
    return msgspec.structs.replace(base, **fields)


def comparison(a: Claim, b: Claim, verdict: str, reason: str, **fields: object) -> Comparison:
    """Return a comparison of two claims with some evidence."""
    base = Comparison(
        a=a.id,
        b=b.id,
        verdict=verdict,
        reason=reason,
        explanation="the same number cannot be euros and dollars",
        score=0.9312,
        level="error",
        evidence=(
            ("subject:same", 2.125),
            ("measure:same", 1.5),
            ("near>0.1", 0.25),
            ("near>0.2", 0.5),
            ("kind:money", 0.125),
            ("noun:differs", -0.25),
        ),
    )
    return msgspec.structs.replace(base, **fields)


def fact(name: str, label: str, claims: Sequence[Claim], verdict: str, sources: int) -> Fact:
    """Return a fact over claims."""
    return Fact(
        id=name,
        label=label,
        claims=tuple(c.id for c in claims),
        verdict=verdict,
        independent_sources=sources,
    )


def sample() -> Report:
    """Return three articles: a contradiction, an agreement, an update and a look-alike."""
    price = [
        claim("d1", "48.3 million euros", "48300000", "EUR"),
        claim("d2", "48,3 Millionen Dollar", "48300000", "USD", inferred=("subject",)),
        claim("d3", "48,3 Millionen Euro", "48300000", "EUR"),
    ]
    staff = [
        claim("d1", "4,200 people", "4200", "person", kind="count", measure=("employs", "staff")),
        claim(
            "d2", "rund 4.200 Menschen", "4200", "person", kind="count", qualifier="about",
            measure=("Beschäftigt", "staff"),
        ),
    ]  # fmt: skip
    dead = [
        claim("d1", "12 people", "12", "person", kind="count", measure=("killed", "dead")),
        claim("d2", "15 Tote", "15", "person", kind="count", measure=("Tote", "dead")),
        claim("d3", "19 Tote", "19", "person", kind="count", measure=("Tote", "dead")),
    ]
    spring = Period("second quarter", date(2025, 4, 1), date(2025, 6, 30))
    revenue = [
        claim(
            "d1", "18 percent", "18", "percent", kind="percent", aspect="change", period=spring,
            measure=("revenue", "revenue"),
        ),
        claim(
            "d3", "1.234.567.890 Euro", "1234567890", "EUR", measure=("Umsatz", "revenue"),
            period=Period("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ),
    ]  # fmt: skip
    claims = sorted(price + staff + dead + revenue, key=lambda c: (c.document, c.span.start))
    conflict = "the same number, but 48.3 mn EUR against 48.3 mn USD"
    return Report(
        documents=(
            document("d1", published=date(2025, 5, 5), published_from="front matter"),
            document("d2", published=date(2025, 5, 6), published_from="front matter",
                     source="Küstenbote", language="de", notes=("read as Windows-1252",)),
            document("d3", published=date(2025, 5, 7), published_from="text", published_at=70,
                     language="de"),
        ),
        claims=tuple(claims),
        comparisons=(
            comparison(price[0], price[1], "contradiction", "currency",
                       slips=("same_number_other_currency",)),
            comparison(price[0], price[2], "agreement", "value", level="info"),
            comparison(staff[0], staff[1], "agreement", "value", level="info"),
            comparison(dead[0], dead[1], "update", "later", level="info"),
            comparison(dead[1], dead[2], "update", "later", level="info"),
            comparison(revenue[0], revenue[1], "not_comparable", "aspect", level="info"),
        ),
        facts=(
            fact("f-aaaaaa", "Nordlicht · price", price, "contradiction", 3),
            fact("f-bbbbbb", "Nordlicht · staff", staff, "agreement", 2),
            fact("f-cccccc", "Brand · dead", dead, "update", 3),
            fact("f-dddddd", "Nordlicht · revenue · Q2 2025", revenue[:1], "single", 1),
            fact("f-eeeeee", "Nordlicht · revenue · 2024", revenue[1:], "single", 1),
        ),
        findings=(
            Finding(id="x-1", rule="CC102", level="error", message=f"Nordlicht · price: {conflict}",
                    claims=(price[0].id, price[1].id), fact="f-aaaaaa"),
            Finding(id="x-2", rule="CC401", level="info", message="Brand · dead: 12, later 19",
                    claims=tuple(c.id for c in dead), fact="f-cccccc"),
        ),
        skipped=(
            Skipped(document="d2", span=span(TEXTS["d2"], "H100"), quote="H100",
                    reason="part of a name"),
        ),
        summary=Summary(documents=3, claims=len(claims), facts=5, agreements=2, contradictions=1,
                        updates=2, not_comparable=1),
    )  # fmt: skip
