"""Evidence filters by one click, charts that filter, and why a map is empty."""

from __future__ import annotations

import pytest
from tests.conftest import Open
from tests.e2e.browser import Screen

from libyamap import View, select
from libyamap.dataset import Dataset
from libyamap.emptiness import reason
from libyamap.i18n import message, number
from libyamap.presets import PRESETS
from libyamap.validation import open_dataset

LANGUAGES = ("en", "ar")
ALL = "layers=meetings,movements,outlook,wagner"


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return open_dataset()


def charts(one: Screen) -> Screen:
    """Turn to the charts, and wait for their counts."""
    one.page.get_by_role("tab", name=one.says("web.bench.charts"), exact=True).click()
    one.page.locator("[data-choice]").first.wait_for()
    return one


def told(one: Screen, selector: str) -> int:
    """The count on a button."""
    count = one.page.locator(f"{selector} .ly-count")
    one.until("(selector) => document.querySelector(`${selector} .ly-count`)?.innerText", selector)
    return int(count.inner_text())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_preset_leaves_what_it_says_and_is_taken_back(curated: Open, dataset: Dataset, lang: str) -> None:
    one = curated(f"lang={lang}")
    everything = one.drawn()
    for preset in PRESETS:
        button = f"[data-preset={preset.name}]"
        promised = told(one, button)
        one.page.locator(button).click()
        one.until("(query) => window.libyamap.state().query === query", preset.query).settled()
        left = {item.feature.id for item in select(dataset, View.from_query(preset.query)).items}
        assert one.drawn() == left
        assert len(left) == promised
        assert one.page.locator(button).get_attribute("aria-pressed") == "true"
        assert preset.query in one.query()
        one.page.locator(button).click()
        one.until("window.libyamap.state().query === ''").settled()
        assert one.drawn() == everything


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_map_says_why_and_offers_the_way_back(curated: Open, dataset: Dataset, lang: str) -> None:
    one = curated(f"lang={lang}")
    for query in ("sources=3", "ungraded=0", "kinds=death&places=benghazi"):
        one.go(f"lang={lang}&{query}").until("window.libyamap.state().drawn.length === 0").settled()
        selection = select(dataset, View.from_query(query))
        callout = one.page.locator(".ly-empty")
        assert reason(selection, lang) in callout.inner_text()
        removals = callout.locator("[data-removal]")
        active = list(removals.evaluate_all("buttons => buttons.map((button) => button.dataset.removal)"))
        assert set(active) == set(selection.filters(lang))
        for tab in ("table", "charts", "relations"):
            one.page.get_by_role("tab", name=one.says(f"web.bench.{tab}"), exact=True).click()
            assert reason(selection, lang) in callout.inner_text()
        removals.first.click()
        one.until("window.libyamap.state().drawn.length > 0").settled()
        assert callout.count() == 0


def test_where_only_the_interval_hides_everything_it_is_blamed(small_map: Open) -> None:
    one = small_map("lang=en&layers=meetings&from=1950-01-01&to=1950-12-31&kinds=meeting")
    callout = one.page.locator(".ly-empty")
    assert message("en", "web.empty.window", n=1) in callout.inner_text()
    assert callout.locator("[data-removal=kinds]").count() == 0
    callout.locator("[data-removal=interval]").click()
    one.until("window.libyamap.state().drawn.length === 1")


BARS = {
    "kinds:meeting": "kinds=meeting",
    "actors:wagner": "actors=wagner",
    "places:jufra": "places=jufra",
    "assertion:reported": "assertion=reported",
    "cred:2": "cred=2",
}
"""A bar of each chart, and the filters that a click on it makes."""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_bar_leaves_what_it_says(small_map: Open, lang: str) -> None:
    one = charts(small_map(f"lang={lang}&{ALL}"))
    for choice, query in BARS.items():
        bar = f"[data-choice='{choice}']"
        promised = told(one, bar)
        one.page.locator(bar).click()
        one.until("(query) => window.libyamap.state().query === query", query).settled()
        assert len(one.drawn()) == promised > 0
        assert one.page.locator(bar).get_attribute("aria-pressed") == "true"
        one.page.locator(bar).click()
        one.until("window.libyamap.state().query === ''").settled()


def test_bars_count_within_layers_and_interval(small_map: Open) -> None:
    one = charts(small_map("lang=en&layers=wagner&from=2022-01-01"))
    assert told(one, "[data-choice='kinds:forces']") == len(one.drawn())
    assert one.page.locator("[data-choice='kinds:meeting']").count() == 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_choice_in_a_chart_stands_in_streamlit_s_widget_too(small_map: Open, lang: str) -> None:
    one = charts(small_map(f"lang={lang}&{ALL}"))
    one.page.locator("[data-choice='places:sirte']").click()
    one.until("window.libyamap.state().query === 'places=sirte'").settled()
    assert one.drawn() == {"sirte-jufra"}
    name = {"en": "Sirte", "ar": "سرت"}[lang]
    one.show_filters().page.locator(".st-key-f_places").get_by_text(name).first.wait_for()
    assert number(lang, 1) in one.page.locator(".ly-sentence").inner_text() or lang == "ar"
