"""The seven steps that articles take, in order: read, segment, normalise, extract, match,
compare, report. Reading and reporting are the caller's; here is what lies between.

What compares is imported where it is used: who only extracts does without."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from claimcheck.config.knowledge import Knowledge, knowledge
from claimcheck.config.own_units import reading
from claimcheck.extract import Extraction
from claimcheck.extract import extract as extract_document
from claimcheck.given import complete
from claimcheck.memory import few_collections
from claimcheck.model import Claim, Comparison, Document, Report, Summary
from claimcheck.progress import begin, track
from claimcheck.read import number
from claimcheck.segment.comments import without_comments
from claimcheck.segment.sentences import mark_repeated, segment

if TYPE_CHECKING:
    from claimcheck.config.settings import Config


def audit(documents: Iterable[Document], config: Config | None = None) -> Report:
    """Compare all documents with each other, by the settings `config`."""
    known = knowledge(config)
    named = _named(documents, "d", known)
    with reading(known.config):
        extracted = _extractions(named, known)
        comparisons = _compared(extracted, named, known)
    return _report(extracted, comparisons, known)


def check(
    drafts: Iterable[Document], against: Iterable[Document], config: Config | None = None
) -> Report:
    """Hold drafts against sources; sources are not compared among themselves."""
    known = knowledge(config)
    held = _named(drafts, "draft", known)
    sources = _named(against, "d", known)
    if {document.id for document in held} & {document.id for document in sources}:
        held, sources = number(held, "draft"), number(sources)
    documents = [*held, *sources]
    with reading(known.config):
        extracted = _extractions(documents, known)
        comparisons = _compared(extracted, documents, known, frozenset(range(len(held))))
    return _report(extracted, comparisons, known, drafts=len(held))


def extract(document: Document, config: Config | None = None) -> list[Claim]:
    """Return the claims of one document, in order of the text."""
    (only,) = extractions([document], config, contexts=False)
    return list(only.claims)


def compare(documents: Iterable[Document], config: Config | None = None) -> list[Comparison]:
    """Return the comparisons of an audit alone."""
    return list(audit(documents, config).comparisons)


def extractions(
    documents: Iterable[Document], config: Config | None = None, *, contexts: bool = True
) -> list[Extraction]:
    """Segment, normalise and extract each document.

    Who compares nothing does without the `contexts` of claims, which take time.
    """
    known = knowledge(config)
    with reading(known.config):
        return _extractions(_named(documents, "d", known), known, contexts)


def _extractions(
    documents: Sequence[Document], known: Knowledge, contexts: bool = True
) -> list[Extraction]:
    with few_collections():
        bare = [without_comments(document) for document in documents]
        segmented = mark_repeated(bare, [segment(document) for document in bare])
        return [
            extract_document(document, sentences, known.measures, known.words, contexts)
            for document, sentences in track(
                "reading the figures of articles", list(zip(bare, segmented, strict=True))
            )
        ]


def _compared(
    extracted: Sequence[Extraction],
    documents: Sequence[Document],
    known: Knowledge,
    drafts: frozenset[int] | None = None,
) -> list[Comparison]:
    from claimcheck.compare import compare_groups
    from claimcheck.match import match_groups

    begin("comparing")
    groups = match_groups(extracted, drafts=drafts, terms=known.terms)
    return compare_groups(groups, documents, known.ladder)


def _named(documents: Iterable[Document], prefix: str, known: Knowledge) -> list[Document]:
    """Return the documents with an id each; ids given by the caller are kept when unique.

    Documents that do not say their language have that of the settings, else of their words.
    """
    held = complete(documents, known.config.language)
    ids = {document.id for document in held}
    if len(ids) == len(held) and "" not in ids:
        return held
    return number(held, prefix)


@few_collections()
def _report(
    extracted: Sequence[Extraction],
    comparisons: list[Comparison],
    known: Knowledge,
    drafts: int = 0,
) -> Report:
    """Return what was found; the first `drafts` documents are under check."""
    from claimcheck.facts.copies import Passages
    from claimcheck.facts.grouping import findings, group
    from claimcheck.facts.ranks import Ranks
    from claimcheck.findings.policy import apply, hush

    documents = tuple(one.document for one in extracted)
    claims = tuple(claim for one in extracted for claim in one.claims)
    held = documents[:drafts]
    under_check = frozenset(document.id for document in held)
    facts = group(claims, comparisons, under_check)
    passages = Passages(claims, documents, under_check)
    facts = [passages.independent(fact) for fact in facts]
    ranks = Ranks(claims, documents, known.rank)
    facts = [ranks.ordered(fact) for fact in facts]
    verdicts = [comparison.verdict for comparison in comparisons]
    report = Report(
        documents=documents,
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
    report = apply(hush(report, held), known.config, date.today(), under_check)
    return replace(report, findings=tuple(ranks.told(finding) for finding in report.findings))
