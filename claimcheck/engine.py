"""The seven steps that articles take, in order: read, segment, normalise, extract, match,
compare, report. Reading and reporting are the caller's; here is what lies between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.compare import compare as compare_matches
from claimcheck.extract import Extraction
from claimcheck.extract import extract as extract_document
from claimcheck.extract.measures import MeasureLexicon
from claimcheck.facts import findings, group
from claimcheck.match import match
from claimcheck.model import Claim, Comparison, Document, Report, Summary
from claimcheck.read import number
from claimcheck.segment import mark_repeated, segment


def audit(documents: Iterable[Document]) -> Report:
    """Compare all documents with each other."""
    named = _named(documents, "d")
    extracted = extractions(named)
    return _report(extracted, compare_matches(match(extracted), named))


def check(drafts: Iterable[Document], against: Iterable[Document]) -> Report:
    """Hold drafts against sources; sources are not compared among themselves."""
    held = _named(drafts, "draft")
    sources = _named(against, "d")
    documents = [*held, *sources]
    extracted = extractions(documents)
    matches = match(extracted, drafts=frozenset(range(len(held))))
    return _report(extracted, compare_matches(matches, documents))


def extract(document: Document) -> list[Claim]:
    """Return the claims of one document, in order of the text."""
    (only,) = extractions(_named([document], "d"))
    return list(only.claims)


def compare(documents: Iterable[Document]) -> list[Comparison]:
    """Return the comparisons of an audit alone."""
    return list(audit(documents).comparisons)


def extractions(documents: Sequence[Document]) -> list[Extraction]:
    """Segment, normalise and extract each document."""
    lexicon = MeasureLexicon()
    segmented = mark_repeated(documents, [segment(document) for document in documents])
    return [
        extract_document(document, sentences, lexicon)
        for document, sentences in zip(documents, segmented, strict=True)
    ]


def _named(documents: Iterable[Document], prefix: str) -> list[Document]:
    """Return the documents with an id each; ids given by the caller are kept when unique."""
    held = list(documents)
    ids = {document.id for document in held}
    if len(ids) == len(held) and "" not in ids:
        return held
    return number(held, prefix)


def _report(extracted: Sequence[Extraction], comparisons: list[Comparison]) -> Report:
    claims = tuple(claim for one in extracted for claim in one.claims)
    facts = group(claims, comparisons)
    verdicts = [comparison.verdict for comparison in comparisons]
    return Report(
        documents=tuple(one.document for one in extracted),
        claims=claims,
        comparisons=tuple(comparisons),
        facts=tuple(facts),
        findings=tuple(findings(facts, comparisons)),
        skipped=tuple(skip for one in extracted for skip in one.skipped),
        summary=Summary(
            documents=len(extracted),
            claims=len(claims),
            facts=len(facts),
            agreements=verdicts.count("agreement"),
            contradictions=verdicts.count("contradiction"),
            updates=verdicts.count("update"),
            not_comparable=verdicts.count("not_comparable"),
        ),
    )
