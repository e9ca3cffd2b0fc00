"""Arabic and English: complete, at once, with the view kept."""

from __future__ import annotations

import re

import pytest
from tests.conftest import Open
from tests.e2e.browser import LANGUAGE_NAMES, Screen

from libyamap.i18n import messages

pytestmark = pytest.mark.xdist_group("small")

LATIN_WORD = re.compile(r"[A-Za-z]{2,}(?:[ '’-][A-Za-z]+)*")
ARABIC_LETTER = re.compile(r"[\u0621-\u064a]")
ARABIC_INDIC_DIGIT = re.compile(r"[\u0660-\u0669\u06f0-\u06f9]")

LICENCE = "CC-BY-4.0"
NAMES = frozenset({"English", "Natural Earth", "GeoNames", "MGRS", "Esc", "Enter", "Tab"})
"""Latin words that an Arabic screen may hold: names, codes and units."""

VIEW = "c=29.5,17&z=6.5&layers=meetings,movements,wagner&from=2019-01-01&to=2023-12-31&sel=wagner-jufra"


@pytest.mark.parametrize(("lang", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_a_page_says_its_language_and_direction(small_map: Open, lang: str, direction: str) -> None:
    page = small_map(f"lang={lang}").page
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == [lang, direction]
    assert page.title() == messages(lang)["dashboard.title"]


@pytest.mark.parametrize(("locale", "lang"), [("ar-LY", "ar"), ("en-GB", "en"), ("it-IT", "en")])
def test_a_reader_without_a_permalink_gets_the_browser_s_language(small_map: Open, locale: str, lang: str) -> None:
    one = small_map("", locale=locale)
    assert one.state()["lang"] == lang
    assert f"lang={lang}" in one.query()


@pytest.mark.parametrize(("before", "after"), [("en", "ar"), ("ar", "en")])
def test_a_switch_of_language_keeps_the_view(small_map: Open, before: str, after: str) -> None:
    one = small_map(f"lang={before}&{VIEW}")
    held = one.state()
    one.switch_language(after)
    now = one.state()
    assert now["lang"] == after
    assert now["drawn"] == held["drawn"]
    assert now["selected"] == held["selected"] == "wagner-jufra"
    assert now["viewport"] == pytest.approx(held["viewport"])
    assert one.query().replace(f"lang={after}", f"lang={before}") == f"lang={before}&{VIEW}"


def test_there_and_back_again_leaves_nothing_changed(small_map: Open) -> None:
    one = small_map(f"lang=en&{VIEW}")
    before = one.state(), one.text()
    one.switch_language("ar").switch_language("en")
    assert (one.state(), one.text()) == before


@pytest.mark.parametrize("query", ["lang=ar", f"lang=ar&{VIEW}", "lang=ar&kinds=meeting&cred=3&q=%D9%83"])
def test_no_word_of_english_is_left_on_an_arabic_screen(small_map: Open, query: str) -> None:
    one = small_map(query)
    assert not _untranslated(one)
    one.show_filters()
    assert not _untranslated(one)


def test_no_word_of_english_is_left_after_a_switch(small_map: Open) -> None:
    one = small_map(f"lang=en&{VIEW}").show_filters().switch_language("ar")
    assert not _untranslated(one)


def test_no_word_of_arabic_is_left_on_an_english_screen(small_map: Open) -> None:
    one = small_map("lang=ar").show_filters().switch_language("en")
    arabic = [line for line in one.text().splitlines() if ARABIC_LETTER.search(line)]
    assert arabic == [LANGUAGE_NAMES["ar"]]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_digits_are_written_as_libya_writes_them(small_map: Open, lang: str) -> None:
    assert not ARABIC_INDIC_DIGIT.search(small_map(f"lang={lang}&sel=wagner-jufra").show_filters().text())


def _untranslated(one: Screen) -> set[str]:
    """Latin words that can be seen or heard: text, labels, titles, placeholders; but for names, codes and units."""
    spoken = one.page.evaluate(
        "() => ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'].flatMap((name) =>"
        "  [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name)))"
    )
    icons = one.page.locator("[translate=no]").all_inner_texts()
    state = one.state()
    codes = [state["digest"], state["selected"] or "", LICENCE, *icons]
    texts = [_without(codes, text) for text in (one.text(), *spoken)]
    return {word for text in texts for word in LATIN_WORD.findall(text) if word not in NAMES}


def _without(codes: list[str], text: str) -> str:
    for code in filter(None, codes):
        text = text.replace(code, "")
    return text
