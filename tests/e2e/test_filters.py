"""Filters stand in Streamlit and decide what is drawn, on a map that is mounted once."""

from __future__ import annotations

import pytest
from tests.conftest import Open
from tests.e2e.browser import Screen

pytestmark = pytest.mark.xdist_group("small")

ALL = "layers=meetings,movements,outlook,wagner"


@pytest.fixture
def filters(small_map: Open) -> Screen:
    return small_map(f"lang=en&{ALL}").show_filters()


def test_words_narrow_what_is_drawn(filters: Screen) -> None:
    assert len(filters.drawn()) == 5
    filters.page.locator(".st-key-f_q input").fill("Moscow")
    filters.until("window.libyamap.state().query === 'q=Moscow'")
    assert filters.drawn() == {"meeting-moscow"}


def test_a_kind_narrows_what_is_drawn(filters: Screen) -> None:
    filters.page.locator(".st-key-f_kinds input").click()
    filters.page.get_by_role("option", name="meetings").click()
    filters.until("window.libyamap.state().query === 'kinds=meeting'")
    assert filters.drawn() == {"meeting-moscow"}


def test_ways_of_saying_narrow_what_is_drawn(filters: Screen) -> None:
    filters.page.locator(".st-key-f_assertion").get_by_role("button", name="Reported").click()
    filters.until("window.libyamap.state().query === 'assertion=reported'")
    assert filters.drawn() == {"meeting-moscow", "sirte-jufra"}


def test_clearing_brings_everything_back(filters: Screen) -> None:
    filters.page.locator(".st-key-f_q input").fill("Moscow")
    filters.until("window.libyamap.state().query === 'q=Moscow'").settled()
    filters.page.locator(".st-key-f_clear button").click()
    filters.until("window.libyamap.state().query === ''").settled()
    assert len(filters.drawn()) == 5
    assert filters.page.locator(".st-key-f_q input").input_value() == ""


def test_filters_of_an_address_stand_in_the_widgets(small_map: Open) -> None:
    one = small_map(f"lang=en&{ALL}&kinds=meeting&q=Moscow&asof=2023-09-28&ungraded=0").show_filters()
    assert one.page.locator(".st-key-f_q input").input_value() == "Moscow"
    assert "meetings" in one.page.locator(".st-key-f_kinds").inner_text()
    assert one.page.locator(".st-key-f_ungraded input").is_checked() is False


def test_the_map_is_mounted_once_and_never_again(small_map: Open) -> None:
    one = small_map(f"lang=en&{ALL}")
    one.page.evaluate("document.querySelector('#map_libyamap .leaflet-pane').dataset.witness = 'here'")
    one.show_filters().page.locator(".st-key-f_q input").fill("Moscow")
    one.until("window.libyamap.state().query === 'q=Moscow'").settled()
    one.switch_language("ar").switch_theme()
    one.page.set_viewport_size({"width": 1100, "height": 720})
    one.settled().switch_language("en")
    one.page.set_viewport_size({"width": 1920, "height": 1080})
    one.settled().page.locator(".st-key-f_clear button").click()
    one.until("window.libyamap.state().query === ''").settled()
    assert one.page.locator("#map_libyamap .leaflet-pane[data-witness=here]").count() == 1
    assert one.page.locator(".leaflet-container").count() == 1
    assert one.page.evaluate("window.libyamap.mounted") == 1
