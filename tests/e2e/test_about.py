"""About: everything that a reader has to know before believing a map, in both languages."""

from __future__ import annotations

import pytest
from tests.conftest import Open
from tests.e2e.browser import Screen
from tests.e2e.server import Server

from libyamap.i18n import message

pytestmark = pytest.mark.xdist_group("curated")

PARTS = (
    "not-for", "dataset", "method", "assertions", "grades", "precision", "time", "not-known", "borders", "licences",
    "report",
)  # fmt: skip
SAID = (
    "web.about.lead", "web.disclaimer.use", "web.about.not-for-targeting", "web.about.not-for-absence",
    "web.about.not-for-control", "web.about.method-claims", "web.about.method-open", "web.about.method-origins",
    "web.about.grades-lead", "web.about.time-text", "web.disclaimer.borders-long", "web.about.report-lead",
)  # fmt: skip
TERMS = {
    "assertion-help": ("stated", "reported", "assessed", "forecast", "requested", "denied"),
    "reliability": tuple("ABCDEF"),
    "credibility": tuple("123456"),
    "precision-help": ("exact", "vicinity", "locality", "area", "sea", "country"),
}


def _open(one: Screen) -> Screen:
    one.page.get_by_role("button", name=one.says("web.about.open")).click()
    one.page.locator("dialog[open]").wait_for()
    return one


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_it_says_all_that_a_reader_has_to_know(curated: Open, curated_server: Server, lang: str) -> None:
    document = curated_server.get("/libyamap/document.json").json()
    dialog = _open(curated(f"lang={lang}")).page.locator("dialog[open]")
    said = " ".join(dialog.inner_text().split())
    headings = dialog.locator("h3").all_inner_texts()
    assert headings == [message(lang, f"web.about.{part}") for part in PARTS]
    for key in SAID:
        assert message(lang, key) in said
    for topic, names in TERMS.items():
        for name in names:
            assert message(lang, f"web.{topic}.{name}") in said
    for text in (document["title"], document["description"], document["attribution"], *document["notKnown"]):
        assert " ".join(text[lang].split()) in said
    for source in document["sources"]:
        assert source["title"][lang] in said
        assert source["reliabilityBasis"][lang] in said
    for code in (document["digest"], document["version"], document["licence"], "MIT", "Natural Earth", "GeoNames"):
        assert code in said


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_it_scrolls_by_keys_and_closes_by_escape(curated: Open, lang: str) -> None:
    one = _open(curated(f"lang={lang}", viewport={"width": 1024, "height": 600}))
    dialog = one.page.locator("dialog[open]")
    box = dialog.bounding_box()
    assert box
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 600
    one.page.keyboard.press("End")
    one.until("document.querySelector('dialog[open]').scrollTop > 500")
    assert dialog.locator("h2").is_visible()
    assert dialog.get_by_role("button", name=one.says("web.about.report-copy")).is_visible()
    one.page.keyboard.press("Escape")
    dialog.wait_for(state="detached")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_report_carries_what_was_on_the_screen(curated: Open, curated_server: Server, lang: str) -> None:
    document = curated_server.get("/libyamap/document.json").json()
    query = f"lang={lang}&theme=dark&sel=wagner-at-jufra-base"
    one = _open(curated(query, permissions=["clipboard-read", "clipboard-write"]))
    one.page.get_by_role("button", name=one.says("web.about.report-copy")).click()
    one.page.get_by_text(one.says("web.about.report-copied")).wait_for()
    copied = one.page.evaluate("navigator.clipboard.readText()")
    for part in (document["digest"], document["version"], curated_server.address, "sel=wagner-at-jufra-base"):
        assert part in copied
    assert "@" not in one.page.locator("dialog[open]").inner_text()
