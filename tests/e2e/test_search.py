"""One search box for places, actors, events and claims, in both languages, forgiving of spelling, by keys alone."""

from __future__ import annotations

import pytest
from tests.conftest import Open
from tests.e2e.browser import Screen

pytestmark = pytest.mark.xdist_group("curated")


@pytest.mark.parametrize(
    ("lang", "typed", "sort", "hit"),
    [
        ("en", "Jufra", "place", "jufra-base"),
        ("en", "jofra", "place", "jufra-base"),
        ("ar", "الجفره", "place", "jufra-base"),
        ("en", "الجفرة", "place", "jufra-base"),
        ("ar", "jufra", "place", "jufra-base"),
        ("en", "yevkurof", "actor", "yevkurov"),
        ("ar", "يفكوروف", "actor", "yevkurov"),
        ("ar", "الغاغنر", "actor", "wagner"),
        ("en", "langley visit", "feature", None),
        ("ar", "اتفاق دفاعي", "claim", None),
    ],
)
def test_what_is_typed_is_found(curated: Open, lang: str, typed: str, sort: str, hit: str | None) -> None:
    one = curated(f"lang={lang}")
    _type(one, typed)
    group = one.page.get_by_role("group", name=one.says(f"web.search.{sort}"), exact=True)
    group.wait_for()
    assert group.get_by_role("option").count() > 0
    if hit:
        assert (group.get_by_role("option").first.get_attribute("id") or "").endswith(f"-{hit}")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_keys_alone_lead_from_the_box_to_a_hit_and_back(curated: Open, lang: str) -> None:
    one = curated(f"lang={lang}")
    _type(one, {"en": "Jufra", "ar": "الجفرة"}[lang])
    options = one.page.get_by_role("option")
    options.first.wait_for()
    one.page.keyboard.press("ArrowDown")
    assert options.nth(1).get_attribute("aria-selected") == "true"
    one.page.keyboard.press("ArrowUp")
    one.page.keyboard.press("Enter")
    one.until("() => window.libyamap.state().selected !== null").settled()
    viewport = one.state()["viewport"]
    assert (viewport["lat"], viewport["lon"]) == pytest.approx((29.2, 16.0), abs=1.5)
    one.page.keyboard.press("/")
    one.page.keyboard.press("Escape")
    one.page.keyboard.press("Escape")
    assert one.page.evaluate("document.activeElement.id") != "ly-search"


def test_nothing_found_says_so(curated: Open) -> None:
    one = curated("lang=en")
    _type(one, "qqqqzzzz")
    one.page.get_by_text(one.says("web.search.none")).wait_for()


def _type(one: Screen, text: str) -> None:
    one.page.keyboard.press("/")
    one.until("() => document.activeElement.id === 'ly-search'")
    one.page.keyboard.type(text)
