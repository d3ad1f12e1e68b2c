"""Comments in drafts that silence findings."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from newsroom import HEAD, LENGTH, SALES, STAFF, WRONG, article, write

from claimcheck import check
from claimcheck.errors import InputError
from claimcheck.model import Document, Report
from claimcheck.read import document
from claimcheck.report.schema import SCHEMAS
from claimcheck.segment.comments import blanked

Cli = Callable[..., tuple[int, str, str]]

SOURCE = document(article("Bote", ("412,6", "1.252", "14,3")).encode(), path="b.txt")
WRONG_SALES, WRONG_STAFF = SALES.format(WRONG[0]), STAFF.format(WRONG[1])
IGNORE = "<!-- claimcheck: ignore CC101 checked by phone -->"
START = IGNORE.replace("ignore", "ignore-start")
END = "<!-- claimcheck: ignore-end -->"


def draft(*paragraphs: str) -> Document:
    text = HEAD.format("Wir") + "\n\n".join(paragraphs) + "\n"
    return document(text.encode(), path="draft.md")


def report(*paragraphs: str) -> Report:
    return check([draft(*paragraphs)], against=[SOURCE])


def wrong(found: Report) -> set[str]:
    """Return the wrong figures of the draft that are reported."""
    quotes = {claim.id: claim.quote for claim in found.claims if claim.document == "draft1"}
    told = {quotes[one] for f in found.findings for one in f.claims if one in quotes}
    return {quote.split()[0] for quote in told}


BOTH = {WRONG[0], WRONG[1]}


@pytest.mark.parametrize(
    ("paragraphs", "left"),
    [
        ((WRONG_SALES, WRONG_STAFF), BOTH),
        ((IGNORE, WRONG_SALES, WRONG_STAFF), {WRONG[1]}),
        ((f"{IGNORE}\n{WRONG_SALES}", WRONG_STAFF), {WRONG[1]}),
        ((f"{IGNORE} {WRONG_SALES}", WRONG_STAFF), {WRONG[1]}),
        ((f"{WRONG_SALES} {IGNORE}", WRONG_STAFF), {WRONG[1]}),
        ((WRONG_SALES, IGNORE, WRONG_STAFF), {WRONG[0]}),
        (
            (WRONG_SALES, f"<!-- claimcheck:\n ignore CC101\n by phone -->\n{WRONG_STAFF}"),
            {WRONG[0]},
        ),
        ((f"- {WRONG_SALES}\n- {IGNORE} {WRONG_STAFF}",), {WRONG[0]}),
        ((IGNORE, f"# {WRONG_SALES}", WRONG_STAFF), {WRONG[1]}),
        ((START, WRONG_SALES, WRONG_STAFF, END), set()),
        ((START, WRONG_SALES, END, WRONG_STAFF), {WRONG[1]}),
        ((START, START, WRONG_SALES, END, END, WRONG_STAFF), {WRONG[1]}),
        ((IGNORE.replace("CC101", "CC102,CC101"), WRONG_SALES), set()),
        ((IGNORE.replace("CC101", "CC102, value-conflict"), WRONG_SALES), set()),
        ((IGNORE.replace("CC101", "CC1"), WRONG_SALES), set()),
        ((IGNORE.replace("CC101", "all"), WRONG_SALES), set()),
        ((IGNORE.replace("CC101", "CC402"), WRONG_SALES), {WRONG[0]}),
        ((IGNORE, "Ein Absatz dazwischen.", WRONG_SALES), {WRONG[0]}),
        (("<!-- ignore CC101 no mark -->", WRONG_SALES), {WRONG[0]}),
        (("<!-- claimcheck: ignore CC101 never closed", WRONG_SALES), {WRONG[0]}),
        ((WRONG_SALES, IGNORE), {WRONG[0]}),
    ],
)
def test_what_a_comment_silences(paragraphs: tuple[str, ...], left: set[str]):
    assert wrong(report(*paragraphs)) == left


def test_what_is_silenced_is_kept_with_its_reason():
    (one,) = report(IGNORE, WRONG_SALES).suppressed
    assert (one.by, one.reason, one.place) == ("comment", "checked by phone", "draft.md:6")
    assert one.finding.rule == "CC101"
    text = report(IGNORE, WRONG_SALES).to_json()
    assert '"suppressed"' in text
    msgspec.json.decode(text, type=SCHEMAS["report"])
    assert '"suppressed"' not in report(WRONG_SALES).to_json()


def test_a_finding_that_also_rests_elsewhere_stays():
    found = report(IGNORE, WRONG_SALES, f"Noch einmal: {WRONG_SALES}")
    (finding,) = [one for one in found.findings if one.rule == "CC101"]
    assert sum(claim.startswith("draft1") for claim in finding.claims) == 1
    assert found.suppressed == ()


def test_sources_silence_nothing():
    source = document(
        (HEAD.format("B") + IGNORE + "\n\n" + SALES.format("412,6")).encode(), path="b"
    )
    assert wrong(check([draft(WRONG_SALES)], against=[source])) == {WRONG[0]}


@pytest.mark.parametrize(
    ("comment", "words", "hint"),
    [
        ("ignroe CC101 x", "unknown comment `claimcheck: ignroe`", "'ignore'"),
        ("", "unknown comment", "ignore CC101"),
        ("ignore", "names no rule", "ignore CC101"),
        ("ignore CC101", "gives no reason", "reason"),
        ("ignore CC999 because", "no rule is called 'CC999'", "ignore CC101"),
        ("ignore value-conflct because", "did you mean 'value-conflict'", "ignore CC101"),
        ("ignore-start CC101 because", "without ignore-end", "ignore-end"),
        ("ignore-end", "without ignore-start", "remove"),
    ],
)
def test_comments_that_make_no_sense(comment: str, words: str, hint: str):
    with pytest.raises(InputError) as caught:
        report("Ein Satz.", f"<!-- claimcheck: {comment} -->", WRONG_SALES)
    assert words in caught.value.message
    assert hint in caught.value.hint
    assert caught.value.place == "draft.md:8"


def test_comments_are_no_text():
    assert blanked("a <!-- b\nc --> d <!-- e") == "a       \n      d <!-- e"
    hidden = f"<!-- {LENGTH.format('99,9')} -->\n\n{LENGTH.format('14,3')}"
    assert {one.quote for one in report(hidden).claims if one.document == "draft1"} == {
        "14,3 Kilometer"
    }


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_a_comment_at_the_top_is_no_headline(name: str):
    text = f"{IGNORE}\n# Umsatz der Kern Werft\n\n{WRONG_SALES}\n"
    found = document(text.encode(), path=name)
    assert found.title == "Umsatz der Kern Werft"
    assert found.text == text


def test_many_comments_take_linear_time():
    blanked("<!-- " * 200_000)
    assert len(blanked("<!-- a -->" * 50_000)) == 500_000
    document(b"Es waren 5 Euro.\n\n" + b"<!-- <script> " * 20_000, path="a.md")


def test_unused_comments_are_told(claimcheck: Cli, newsroom: Path):
    args = ("check", "drafts", "--against", "sources", "--format", "github", "--fail-on", "never")
    draft = newsroom / "drafts/draft.md"
    text = draft.read_text("utf-8")
    write(
        draft,
        text.replace("Bei der", f"{IGNORE}\nBei der").replace("Der Tun", f"{IGNORE}\nDer Tun"),
    )
    status, out, err = claimcheck(*args)
    assert status == 0
    assert "1.520" not in out
    assert "1 finding left out: 1 ignored by a comment" in err
    assert "drafts/draft.md:11: the comment ignores CC101, and there is nothing to ignore" in err
    assert "draft.md:8:" not in err
    write(newsroom / "claimcheck.toml", 'unused_ignores = "error"\n')
    status, _, err = claimcheck(*args, "--quiet")
    assert status == 1
    assert "draft.md:11" in err
    entry = '[[ignore]]\nid = "f-00000000"\nreason = "x"\n'
    strict = f'unused_ignores = "error"\n{entry}'
    write(newsroom / "claimcheck.toml", strict)
    whole = article("Wir", WRONG)
    write(draft, whole)
    status, _, err = claimcheck(*args)
    assert (status, "f-00000000 matches nothing in these texts" in err) == (0, True)
    write(newsroom / "claimcheck.toml", f"{strict}until = 2020-01-01\n")
    status, _, err = claimcheck(*args)
    assert (status, "error: " in err, "f-00000000 ran out on 2020-01-01" in err) == (1, True, True)
    write(newsroom / "claimcheck.toml", 'unused_ignores = "off"\n')
    assert "draft.md:11" not in claimcheck(*args).err


def test_an_audit_says_that_comments_do_not_count(claimcheck: Cli, newsroom: Path):
    write(newsroom / "sources/a.txt", f"{IGNORE}\n\n{SALES.format('412,6')}")
    assert "in drafts under `check` alone" in claimcheck("audit", "sources").err
