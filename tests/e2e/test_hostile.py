"""Nothing of a dataset, and nothing of an address, becomes code: it is shown as it is written."""

from __future__ import annotations

import re

import pytest
from tests import hostile
from tests.conftest import Open
from tests.e2e.browser import Screen

pytestmark = pytest.mark.xdist_group("hostile")

EVERYTHING = "layers=meetings,movements,outlook,wagner"
OBJECTS = (
    "wagner-jufra",
    "wagner-south",
    "meeting-moscow",
    "sirte-jufra",
    "wagner-stays",
    "jufra",
    "south",
    "wagner",
    "putin",
    "will-stay",
)
"""Something of every sort that evidence can be opened for."""

SCRIPT = "%3Cscript%3Ewindow.__pwned%3D1%3C%2Fscript%3E"
IMAGE = "%22%3E%3Cimg%20src%3Dx%20onerror%3Dwindow.__pwned%3D1%3E"

MARKS_OF_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""An interface may set foreign text apart by these, and may take them out of it."""


@pytest.mark.parametrize(
    ("lang", "texts"),
    [
        ("en", ("Claim base.", "Jufra base", "wagner-jufra", "One voice only.", "On a condition", "Open.")),
        ("ar", ("قول.", "قاعدة الجفرة", "عنوان", "صوت واحد.", "بشرط", "مفتوح.")),
    ],
)
def test_evidence_is_shown_as_it_is_written(hostile_map: Open, lang: str, texts: tuple[str, ...]) -> None:
    one = hostile_map(f"lang={lang}&sel=wagner-jufra")
    for text in texts:
        assert _bare(hostile.spoilt(text)) in _shown(one), text
    _assert_harmless(one)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_whatever_is_opened_is_harmless(hostile_map: Open, lang: str) -> None:
    one = hostile_map(f"lang={lang}&{EVERYTHING}")
    for opened in OBJECTS:
        one.open(f"lang={lang}&{EVERYTHING}&sel={opened}")
        assert one.state()["selected"] == opened
        _assert_harmless(one)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_feature_under_the_pointer_is_harmless(hostile_map: Open, lang: str) -> None:
    one = hostile_map(f"lang={lang}&{EVERYTHING}")
    for feature in sorted(one.drawn()):
        where = one.point(feature)
        if where:
            one.page.mouse.move(*where)
            one.frames()
    _assert_harmless(one)


def test_layers_and_legend_are_shown_as_they_are_written(hostile_map: Open) -> None:
    one = hostile_map("lang=en")
    for text in ("wagner", "meetings", "All"):
        assert _bare(hostile.spoilt(text)) in _shown(one), text
    _assert_harmless(one)


@pytest.mark.parametrize(("lang", "words"), [("en", "jufra"), ("ar", "الجفرة")])
def test_what_is_found_is_shown_as_it_is_written(hostile_map: Open, lang: str, words: str) -> None:
    one = hostile_map(f"lang={lang}")
    name = {"en": "Jufra base", "ar": "قاعدة الجفرة"}[lang]
    one.page.get_by_role("combobox", name=one.says("web.search.label")).fill(words)
    option = one.page.get_by_role("option").first
    option.wait_for()
    assert _bare(hostile.spoilt(name)) in _bare(option.text_content() or "")
    _assert_harmless(one)


def test_choices_of_filters_are_shown_as_they_are_written(hostile_map: Open) -> None:
    one = hostile_map("lang=en").show_filters()
    one.page.locator(".st-key-f_actors input").click()
    option = one.page.get_by_role("option").filter(has_text="Wagner").first
    option.wait_for()
    assert hostile.FORMULA in (option.text_content() or "")
    assert "<script>" in (option.text_content() or "")
    option.click()
    one.until("window.libyamap.state().query.startsWith('actors=')").settled()
    _assert_harmless(one)


def test_another_language_is_harmless(hostile_map: Open) -> None:
    one = hostile_map("lang=en&sel=wagner-jufra").switch_language("ar")
    assert _bare(hostile.spoilt("قول.")) in _shown(one)
    _assert_harmless(one)


@pytest.mark.parametrize(
    "query",
    [
        f"lang=en&q={SCRIPT}",
        f"lang=en&q={IMAGE}",
        "lang=en&q=$%7Bwindow.__pwned%3D1%7D%60",
        f"lang=en%22%3E{SCRIPT}",
        f"theme=%22%3E{SCRIPT}",
        f"lang=en&sel={SCRIPT}",
        f"{SCRIPT}=1&lang=ar",
    ],
)
def test_an_address_is_harmless(hostile_map: Open, query: str) -> None:
    _assert_harmless(hostile_map(query))


def _assert_harmless(one: Screen) -> None:
    page = one.page
    assert page.evaluate("'__pwned' in window") is False, page.evaluate("String(window.__pwned)")
    assert (
        page.locator("[onerror], [onload], img[src='x'], a[href^='javascript:' i], [href*='example.org']").count() == 0
    )
    assert page.evaluate("getComputedStyle(document.body).display") != "none", "a style of the dataset took hold"
    assert "{{7*7}}" in _shown(one), "a template of the dataset was filled in"


def _shown(one: Screen) -> str:
    """All text of the page."""
    return _bare(one.page.locator("body").text_content() or "")


def _bare(text: str) -> str:
    return MARKS_OF_DIRECTION.sub("", text)
