"""One search box for places, actors, events and claims, in both languages, forgiving of spelling, by keys alone."""

from __future__ import annotations

import pytest
from tests.conftest import Open
from tests.e2e.browser import Screen

pytestmark = pytest.mark.xdist_group("curated")


TYPED = {
    "en": (
        ("Jufra", "place", "jufra-base"),
        ("jofra", "place", "jufra-base"),
        ("الجفرة", "place", "jufra-base"),
        ("yevkurof", "actor", "yevkurov"),
        ("langley visit", "feature", None),
    ),
    "ar": (
        ("الجفره", "place", "jufra-base"),
        ("jufra", "place", "jufra-base"),
        ("يفكوروف", "actor", "yevkurov"),
        ("الغاغنر", "actor", "wagner"),
        ("اتفاق دفاعي", "claim", None),
    ),
}
"""By language: what is typed, the sort of its best hit, and which one that is."""


@pytest.mark.parametrize("lang", TYPED)
def test_what_is_typed_is_found(curated: Open, lang: str) -> None:
    one = curated(f"lang={lang}")
    for typed, sort, hit in TYPED[lang]:
        _type(one, typed)
        group = one.page.get_by_role("group", name=one.says(f"web.search.{sort}"), exact=True)
        first = group.locator(f"[role=option][id$='-{hit}']").first if hit else group.get_by_role("option").first
        first.wait_for()
        best = group.get_by_role("option").first.get_attribute("id") or ""
        assert not hit or best.endswith(f"-{hit}"), typed
        one.page.keyboard.press("Escape")


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
