"""The HTML report in a real browser: Chromium, with axe-core for what a screen reader needs.

Skipped where there is no Chromium or no Playwright (`pip install '.[browser]'`).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sample_report import sample
from test_report_formats import evil

from claimcheck import audit
from claimcheck.model import Report
from claimcheck.read import read_all
from claimcheck.report import FORMATS, ReportOptions

sync_api = pytest.importorskip("playwright.sync_api")
axe = pytest.importorskip("axe_playwright_python.sync_playwright")

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome", "chrome")
     if (found := shutil.which(name))),
    None,
)  # fmt: skip
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")
FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
A4 = 680
"""The printable width of an upright page in CSS pixels: 180 mm."""
SHOWN = "[...document.querySelectorAll('#matrix-table tbody tr')].filter(r => r.offsetParent)"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def real() -> Report:
    return audit(read_all([str(FIXTURES / "court")]))


class Seen:
    """A page with everything that its browser complained about or asked the network for."""

    def __init__(self, browser: Any, file: Path, **how: Any) -> None:
        self.page = browser.new_page(**how)
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("dialog", lambda dialog: self.said.append(dialog.message))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(file.as_uri())


def written(folder: Path, report: Report, language: str = "en") -> Path:
    file = folder / "report.html"
    file.write_text(FORMATS["html"](report, ReportOptions(language=language)), "utf-8")
    return file


def test_nothing_is_asked_of_the_network_and_nothing_complains(browser, real, tmp_path):
    seen = Seen(browser, written(tmp_path, real))
    assert seen.said == []
    assert [url for url in seen.asked if not url.startswith("file:")] == []
    assert seen.page.title() == "claimcheck: Claims compared"


def test_what_articles_hold_is_never_run(browser, tmp_path):
    seen = Seen(browser, written(tmp_path, evil()))
    assert seen.said == []
    assert seen.page.locator("script").count() == 2
    assert seen.page.locator("b, img, iframe, object").count() == 0


def test_the_policy_stops_a_script_that_got_in(browser, tmp_path):
    file = written(tmp_path, sample())
    text = file.read_text("utf-8")
    file.write_text(text.replace("</main>", "<script>document.title = 'x'</script></main>"))
    seen = Seen(browser, file)
    assert seen.page.title() != "x"
    assert "Content Security Policy" in seen.said[0]


def test_the_matrix_is_filtered(browser, real, tmp_path):
    page = Seen(browser, written(tmp_path, real)).page
    everything = page.evaluate(f"{SHOWN}.length")
    page.get_by_role("button", name="≠ contradict").click()
    assert page.evaluate(f"{SHOWN}.map(r => r.dataset.verdict)") == ["contradiction"]
    assert page.get_by_role("button", name="≠ contradict").get_attribute("aria-pressed") == "true"
    page.get_by_role("button", name="all", exact=True).click()
    assert page.evaluate(f"{SHOWN}.length") == everything > 1


def test_links_to_facts_and_claims_lead_there(browser, real, tmp_path):
    file = written(tmp_path, real)
    page = Seen(browser, file).page
    card = page.locator("article.card").first.get_attribute("id")
    page.goto(f"{file.as_uri()}#{card}")
    assert page.evaluate("document.querySelector(':target').id") == card
    assert page.locator(f"[id='{card}']").evaluate("e => e.getBoundingClientRect().top") < 100
    broken = (
        "[...document.querySelectorAll('a[href^=\"#\"]')].filter("
        "a => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).map(a => a.hash)"
    )
    assert page.evaluate(broken) == []
    page.locator(".side a").first.click()
    assert page.evaluate("document.querySelector(':target').closest('.article') !== null")


def test_it_is_read_without_a_script(browser, real, tmp_path):
    page = Seen(browser, written(tmp_path, real), java_script_enabled=False).page
    assert page.get_by_role("button").count() == 0
    assert page.locator("#matrix-table tbody tr").first.is_visible()
    assert page.locator("details .article").first.is_visible()


@pytest.mark.parametrize(("language", "scheme"), [("en", "dark"), ("de", "light")])
def test_a_screen_reader_finds_its_way(browser, real, tmp_path, language, scheme):
    file = written(tmp_path, real if language == "de" else sample(), language)
    page = Seen(browser, file, color_scheme=scheme, bypass_csp=True).page
    found = axe.Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_the_keyboard_reaches_the_contradictions_first(browser, real, tmp_path):
    page = Seen(browser, written(tmp_path, real)).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hash") == "#contradictions"
    assert page.locator(":focus").bounding_box()["x"] >= 0


def test_no_page_is_wider_than_its_screen(browser, real, tmp_path):
    page = Seen(browser, written(tmp_path, real)).page
    for width in (360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_fits_on_paper(browser, real, tmp_path):
    page = Seen(browser, written(tmp_path, real), viewport={"width": A4, "height": 900}).page
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= A4
    table = page.locator("#matrix-table").bounding_box()
    assert table["x"] + table["width"] <= A4
    assert not page.locator(".filters").is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_the_chart_shows_its_values(browser, tmp_path):
    page = Seen(browser, written(tmp_path, sample())).page
    chart = page.get_by_role("img")
    assert chart.count() == 1
    boxes = [box.bounding_box() for box in chart.locator("text").all()]
    whole = chart.bounding_box()
    for box in boxes:
        assert whole["x"] <= box["x"]
        assert box["x"] + box["width"] <= whole["x"] + whole["width"]


def test_no_words_leave_their_box(browser, real, tmp_path):
    page = Seen(browser, written(tmp_path, real, "de")).page
    wide = (
        "[...document.querySelectorAll('.counters a, .card, .side')]"
        ".filter(e => e.scrollWidth > e.clientWidth).map(e => e.textContent.trim().slice(0, 40))"
    )
    for width in (360, 560, 860, 1000, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(wide) == []
