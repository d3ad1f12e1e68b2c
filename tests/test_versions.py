"""Which version of a product a number is of, and that figures of two are not one fact."""

from __future__ import annotations

from datetime import date

import pytest
from test_measured import CASES, rows

from claimcheck.engine import extractions
from claimcheck.extract.names.versions import clash
from claimcheck.model import Document

VERSIONS = rows(CASES.with_name("versions.tsv"))


@pytest.mark.parametrize(("text", "language", "expected"), VERSIONS)
def test_version_of_a_number(text: str, language: str, expected: str) -> None:
    document = Document(id="d", text=text, language=language, published=date(2025, 9, 2))
    (extraction,) = extractions([document])
    for row in expected.split("|"):
        quote, _, want = row.partition("=")
        (claim,) = [claim for claim in extraction.claims if quote in claim.quote]
        told = extraction.contexts[claim.id].version
        assert ", ".join(f"{sort} {name}" for sort, name in sorted(told)) == want, quote


@pytest.mark.parametrize(
    ("one", "two", "clashes"),
    [
        ([("screen", "13")], [("screen", "15")], True),
        ([("screen", "13")], [("storage", "64")], False),
        ([("make", "nova"), ("tier", "pro")], [("tier", "mini")], True),
        ([("make", "nova"), ("tier", "pro")], [("make", "orbit"), ("tier", "mini")], False),
        ([("tier", "pro")], [], False),
    ],
)
def test_versions_that_cannot_be_one(
    one: list[tuple[str, str]], two: list[tuple[str, str]], clashes: bool
) -> None:
    assert clash(tuple(one), tuple(two)) is clashes
    assert clash(tuple(two), tuple(one)) is clashes
