"""Front matter: values, what is passed over, and what is broken."""

from datetime import date

import pytest

from claimcheck.errors import InputError
from claimcheck.read import document
from claimcheck.read.frontmatter import parse


def values(head: str) -> dict[str, str]:
    return dict(parse(f"---\n{head}\n---\nText.\n", path="a.md").values)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("title: Hafen wird tiefer", "Hafen wird tiefer"),
        ("title:   Hafen  # vorläufig", "Hafen"),
        ('title: "Hafen: \\"tiefer\\""', 'Hafen: "tiefer"'),
        ("title: 'Hafen: ''tiefer'''", "Hafen: 'tiefer'"),
        ('title: "Hafen" # vorläufig', "Hafen"),
        ("title: Hafen: wird tiefer", "Hafen: wird tiefer"),
        ("title:", ""),
        ("title: ~", ""),
    ],
)
def test_values(line: str, value: str):
    assert values(line) == {"title": value}


def test_everything_at_once():
    found = document(
        b"---\r\ntitle: Harbour\r\npublished: 2025-09-02T08:00:00Z\r\nlang: en\r\n"
        b"source: The Beacon\r\nurl: https://example.org/a\r\n---\r\nThe harbour is deep.\r\n",
        path="a.txt",
    )
    assert (found.title, found.source, found.language) == ("Harbour", "The Beacon", "en")
    assert found.published == date(2025, 9, 2)
    assert found.url == "https://example.org/a"
    assert found.text[found.body :] == "The harbour is deep.\r\n"


def test_foreign_keys_are_passed_over():
    assert values("tags:\n  - port\n- sea\nauthor: {name: Kim}\n# note\ntitle: T") == {"title": "T"}


def test_a_near_miss_is_noted():
    found = document(b"---\npublishd: 2025-09-02\n---\nDer Hafen ist tief.\n", path="a.txt")
    assert found.notes == ("front matter key 'publishd' (line 2) ignored; 'published'?",)


@pytest.mark.parametrize(
    "text", ["Text ohne Kopf.\n", "---\nEin Strich, dann der Text.\n", "--- kein Kopf\nText.\n"]
)
def test_an_article_may_open_without(text: str):
    assert parse(text, path="a.txt").body == 0


@pytest.mark.parametrize(
    ("head", "line", "words"),
    [
        ("title: T\nfoo bar", 3, "not `key: value`"),
        ("published: gestern", 2, "not an ISO date"),
        ("published: 2025-02-30", 2, "not an ISO date"),
        ("title: T\nlang: klingon", 3, "does not know"),
        ('title: "T', 2, "not closed"),
        ("title: 'T", 2, "not closed"),
        ('title: "T" and more', 2, "not closed"),
        ("title: T\ntitle: U", 3, "twice"),
    ],
)
def test_broken(head: str, line: int, words: str):
    with pytest.raises(InputError) as caught:
        document(f"---\n{head}\n---\nText.\n".encode(), path="a.txt")
    assert caught.value.place == f"a.txt:{line}"
    assert words in caught.value.message
    assert caught.value.hint


def test_never_closed():
    with pytest.raises(InputError, match="never closed"):
        document(b"---\ntitle: T\n", path="a.txt")


def test_nothing_after_it():
    with pytest.raises(InputError, match="no text"):
        document(b"---\ntitle: T\n---\n\n", path="a.txt")


def test_another_programs_key_is_noted_unless_ours_is_given():
    assert parse("---\ndate: 2025-09-02\n---\nText.", path="a.txt").notes == (
        "front matter key 'date' (line 2) ignored; 'published'?",
    )
    both = "---\ndate: 2025-09-03\npublished: 2025-09-02\nauthor: Lena\n---\nText."
    assert parse(both, path="a.txt").notes == ()
