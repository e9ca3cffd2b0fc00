"""What narrows the view is said above the map, and each part of it can be taken away."""

from __future__ import annotations

import pytest
from tests.conftest import Open

from libyamap.i18n import message

pytestmark = pytest.mark.xdist_group("small")

WAGNER = "%D9%81%D8%A7%D8%BA%D9%86%D8%B1"
NARROW = f"layers=meetings,movements,wagner&from=2019-01-01&kinds=meeting,forces&q={WAGNER}&certain=1"


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_each_narrowing_is_said_and_can_be_taken_away(small_map: Open, lang: str) -> None:
    one = small_map(f"lang={lang}&{NARROW}")
    chips = one.page.locator("[data-narrowing]")
    for narrowing in ("kinds", "q", "interval", "certain", "layers"):
        chip = one.page.locator(f"[data-narrowing={narrowing}]")
        left = chips.count()
        assert chip.inner_text() in one.page.locator(".ly-sentence").inner_text()
        chip.click()
        one.until("(n) => document.querySelectorAll('[data-narrowing]').length === n", left - 1).settled()
    assert one.query().split("&c=")[0] == f"lang={lang}"
    assert one.page.locator(".ly-active").count() == 0
    one.page.go_back()
    one.page.locator("[data-narrowing=layers]").wait_for()


def test_a_filter_taken_away_is_gone_from_its_widget_too(small_map: Open) -> None:
    one = small_map(f"lang=en&{NARROW}").show_filters()
    one.page.locator("[data-narrowing=q]").click()
    one.until("window.libyamap.state().query === 'kinds=forces,meeting'").settled()
    assert one.page.locator(".st-key-f_q input").input_value() == ""


def test_everything_can_be_taken_away_at_once(small_map: Open) -> None:
    one = small_map(f"lang=en&{NARROW}")
    one.page.locator(".ly-active").get_by_text(message("en", "web.sentence.everything")).click()
    one.until("window.libyamap.state().query === ''").settled()
    assert one.query().split("&c=")[0] == "lang=en"
