"""The features on the map one after another, by keys."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.conftest import Open

pytestmark = pytest.mark.xdist_group("curated")

ROW = 36
"""Pixels within which symbols stand in one row, as `stepping.ts` has it."""


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_features_on_the_map_are_stepped_through_in_reading_order(curated: Open, lang: str) -> None:
    one = curated(f"lang={lang}")
    stepped = one.page.locator(".ly-stepped")
    order: list[str] = []
    while True:
        one.page.keyboard.press("n")
        feature = str(stepped.get_attribute("data-feature"))
        if feature in order:
            break
        order.append(feature)
    assert feature == order[0], "the last is followed by the first"
    assert len(order) > 10
    points = [one.point(feature) for feature in order]
    forward = -1 if lang == "ar" else 1
    for before, after in pairwise(filter(None, points)):
        assert after[1] >= before[1] - ROW
        assert after[1] > before[1] or (after[0] - before[0]) * forward >= 0 or abs(after[1] - before[1]) < ROW
    assert stepped.locator("strong").inner_text()
    box, where = stepped.bounding_box(), points[0]
    assert box
    assert where
    assert abs(box["x"] - where[0]) < 340
    assert abs(box["y"] - where[1]) < 120
    one.page.keyboard.press("p")
    assert stepped.get_attribute("data-feature") == order[-1]
    one.page.keyboard.press("Enter")
    one.until("(id) => window.libyamap.state().selected === id", order[-1]).frames()
    assert one.page.evaluate("document.activeElement.matches('.ly-heading h2')")
    one.page.keyboard.press("Escape")
    one.until("window.libyamap.state().selected === null").frames()
    assert one.page.evaluate("document.activeElement.id") == "map_libyamap"
    assert stepped.get_attribute("data-feature") == order[-1]
    one.page.keyboard.press("Escape")
    stepped.wait_for(state="detached")
