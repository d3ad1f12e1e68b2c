"""Laws of the whole run from articles to findings: what must not matter does not matter."""

import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from claimcheck import audit, check, compare, extract, read
from claimcheck.errors import InputError
from claimcheck.model import Document, Report
from claimcheck.read import number

ROOT = Path(__file__).resolve().parent.parent
BUNDLES = sorted(p.name for p in (ROOT / "fixtures").iterdir() if p.name != "drafts")
UNRELATED = Document(
    id="unrelated",
    text=(
        "Neuer Spielplatz in Obertal\n\nIn Obertal haben die Kinder der Siedlung am Bach seit "
        "gestern einen Spielplatz. Die Gemeinde hat dafür 83.000 Euro ausgegeben, ein Verein "
        "steuerte Holz und Farbe bei. 17 Geräte stehen auf der Wiese, die Rutsche ist elf Meter "
        "lang.\n\nGebaut wurde von Anfang September an. Ein Dutzend Eltern half an den "
        "Wochenenden mit. „Unsere Kleinen haben lange genug gewartet“, sagte die Erzieherin "
        "Petra Luckner, die den Kindergarten leitet.\n\nBänke und ein Zaun folgen, wenn das "
        "Wetter es zulässt. Im Winter soll ein Hügel zum Rodeln entstehen, vier Meter hoch."
    ),
    language="de",
)

Facts = frozenset[tuple[frozenset[tuple[str, int]], str, str]]


@cache
def bundle(name: str) -> tuple[Document, ...]:
    """Return a bundle's articles, named by their files, so that ids do not tell their order."""
    paths = sorted(path for path in (ROOT / "fixtures" / name).iterdir() if path.suffix != ".json")
    return tuple(replace(read(path), id=path.stem, path=path.name) for path in paths)


@cache
def audited(name: str) -> Report:
    return audit(bundle(name))


def verdicts(report: Report) -> Facts:
    """Return the comparisons as a set, without their order and without their sides."""
    at = {claim.id: (claim.document, claim.span.start) for claim in report.claims}
    return frozenset(
        (frozenset((at[c.a], at[c.b])), c.verdict, c.reason) for c in report.comparisons
    )


@settings(max_examples=8, deadline=None)
@given(name=st.sampled_from(BUNDLES), data=st.data())
def test_the_order_of_documents_does_not_matter(name: str, data: st.DataObject):
    shuffled = audit(data.draw(st.permutations(bundle(name))))
    assert verdicts(shuffled) == verdicts(audited(name))
    assert {f.id for f in shuffled.facts} == {f.id for f in audited(name).facts}
    assert {(f.id, f.level) for f in shuffled.findings} == {
        (f.id, f.level) for f in audited(name).findings
    }


@pytest.mark.parametrize("name", BUNDLES)
def test_swapped_documents_give_the_same_comparisons(name: str):
    one, two, *_ = bundle(name)
    forth = {frozenset((c.a, c.b)): c for c in compare([one, two])}
    back = {frozenset((c.a, c.b)): c for c in compare([two, one])}
    assert forth.keys() == back.keys()
    for key, comparison in forth.items():
        other = back[key]
        assert (comparison.verdict, comparison.reason) == (other.verdict, other.reason)
        assert comparison.score == pytest.approx(other.score, abs=0.001)
        assert comparison.level == other.level
        assert comparison.slips == other.slips


@pytest.mark.parametrize("name", BUNDLES)
def test_an_unrelated_article_changes_no_verdict(name: str):
    report = audit([*bundle(name), UNRELATED])
    known = {
        row for row in verdicts(report) if all(document != UNRELATED.id for document, _ in row[0])
    }
    assert known == verdicts(audited(name))
    alarms = {row for row in verdicts(report) - known if row[1] == "contradiction"}
    assert not alarms


@pytest.mark.parametrize("name", BUNDLES)
def test_a_draft_is_held_against_sources_as_in_an_audit(name: str):
    draft, *sources = bundle(name)
    report = check([draft], against=sources)
    documents = {claim.id: claim.document for claim in report.claims}
    sides = [{documents[c.a], documents[c.b]} for c in report.comparisons]
    assert sides
    assert all(draft.id in pair and len(pair) == 2 for pair in sides)


def test_an_article_does_not_contradict_its_own_copy():
    for name in BUNDLES:
        for article in bundle(name):
            report = audit([article, replace(article, id="copy", path="copy.txt")])
            assert not report.summary.contradictions, article.path
            assert report.summary.agreements


def test_the_same_input_gives_the_same_bytes_in_every_process():
    program = (
        "import sys; from pathlib import Path; from claimcheck import audit, read\n"
        "paths = sorted(Path(sys.argv[1]).glob('?-*'))\n"
        "sys.stdout.write(audit([read(path) for path in paths]).to_json())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program, "fixtures/microsoft"],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(outputs) == 1


def claims() -> Iterator[tuple[Document, Report]]:
    for name in BUNDLES:
        for document in bundle(name):
            yield document, audited(name)


def test_spans_slice_to_their_quotes():
    for document, report in claims():
        lines = document.text.split("\n")
        for claim in (c for c in report.claims if c.document == document.id):
            span = claim.span
            assert document.text[span.start : span.end] == claim.quote
            assert lines[span.line - 1][span.column - 1 :].startswith(claim.quote.split("\n")[0])
            assert claim.sentence.start <= span.start <= span.end <= claim.sentence.end
            assert claim.evidence.keys() <= {
                "subject", "measure", "aspect", "period", "modality", "speaker", "scope",
            } or all(0 <= s.start <= s.end for s in claim.evidence.values())  # fmt: skip


def test_every_claim_is_in_one_fact_and_findings_name_what_there_is():
    for name in BUNDLES:
        report = audited(name)
        ids = [claim.id for claim in report.claims]
        assert len(set(ids)) == len(ids)
        assert sorted(i for fact in report.facts for i in fact.claims) == sorted(ids)
        facts = {fact.id for fact in report.facts}
        assert len(facts) == len(report.facts)
        for finding in report.findings:
            assert finding.fact in facts
            assert set(finding.claims) <= set(ids)


def test_ids_of_facts_survive_edits_elsewhere():
    for name in BUNDLES:
        first, *rest = bundle(name)
        head, body = first.text[: first.body], first.text[first.body :]
        text = f"{head}Von unserer Redaktion\n\n{body}"
        report = audit([replace(first, text=text), *rest])
        assert {f.id for f in report.facts} == {f.id for f in audited(name).facts}
        assert [f.id for f in report.findings] == [f.id for f in audited(name).findings]


def test_extract_gives_the_claims_of_an_audit():
    document = bundle("microsoft")[0]
    quotes = [claim.quote for claim in extract(document)]
    assert quotes == [c.quote for c in audited("microsoft").claims if c.document == document.id]


def test_documents_without_ids_are_named_by_path_and_content():
    documents = [replace(document, id="") for document in bundle("sport")]
    report = audit(reversed(documents))
    assert [document.id for document in report.documents] == ["d1", "d2", "d3"]
    assert report.to_json() == audit(number(documents)).to_json()
    bare = [Document(text=document.text, published=document.published) for document in documents]
    assert audit(bare).to_json() == audit(reversed(bare)).to_json()


def test_a_draft_and_a_source_of_one_name_are_told_apart():
    draft, *sources = bundle("sport")
    plain = check([replace(draft, id="")], [replace(one, id="") for one in sources])
    for name in ("d1", "x"):
        named = [replace(one, id=f"{name}{index or ''}") for index, one in enumerate(sources)]
        report = check([replace(draft, id=name)], against=named)
        assert report.to_json() == plain.to_json()


def test_a_document_of_text_alone_has_the_language_of_its_words():
    german = Document(text="Die Stadt und ihre Vororte zählen 1.200 Einwohner.")
    english = Document(text="The city and its suburbs have 1.200 million residents.")
    assert str(extract(german)[0].quantity.value) == "1200"
    assert str(extract(english)[0].quantity.value) == "1200000"
    assert [one.language for one in audit([german, english]).documents] == ["de", "en"]
    assert audit([replace(german, language="de-AT")]).documents[0].language == "de"


def test_a_document_that_cannot_be_read_says_why():
    with pytest.raises(InputError, match="language 'fr' is not known"):
        extract(Document(text="1200 habitants", language="fr"))
    with pytest.raises(TypeError, match=r"give a datetime\.date"):
        audit([Document(text="1.200 Einwohner", published="2025-09-02")])
    with pytest.raises(TypeError, match=r"'a\.txt' is no Document: .* read"):
        audit(["a.txt"])


def test_nothing_to_compare():
    assert audit([]).claims == ()
    lone = audit([UNRELATED])
    assert lone.comparisons == ()
    assert {fact.verdict for fact in lone.facts} == {"single"}
    assert audit([replace(UNRELATED, text="Kein Wort über Zahlen.")]).facts == ()


def test_a_claim_is_within_its_sentence_where_a_line_is_broken_in_it():
    text = "In Lobau gibt es bis zu fünf Millionen\nSelbstständige, die von den\nHilfen leben."
    (claim,) = extract(Document(text=text, language="de"))
    assert claim.quote.endswith("\nSelbstständige")
    assert claim.sentence.start <= claim.span.start < claim.span.end <= claim.sentence.end
