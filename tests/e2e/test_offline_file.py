"""The map application in one file, opened from the disk of a machine without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Route
from tests import hostile
from tests.e2e.browser import LANGUAGE_NAMES, Screen, screen
from tests.e2e.drawing import click, count, take
from tests.e2e.test_accessibility import problems

from libyamap import select
from libyamap.dataset import Dataset, read
from libyamap.i18n import message
from libyamap.render import html
from libyamap.view import View

pytestmark = pytest.mark.xdist_group("offline-file")

OpenFile = Callable[..., Screen]
"""Opens the file of a permalink's query; a dataset and what the file says of itself may be given."""

PWNED = "window.__pwned"


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[OpenFile]:
    windows: list[tuple[Screen, list[str]]] = []
    with ExitStack() as stack:

        def open_one(query: str, dataset: Dataset | None = None, *, address: str = "", **texts: Any) -> Screen:
            view = View.from_query(query)
            file = tmp_path / f"map-{len(windows)}.html"
            file.write_bytes(html.render(select(dataset or read(), view), **texts))
            one = stack.enter_context(screen(browser, file.as_uri()))
            asked: list[str] = []

            def refuse(route: Route) -> None:
                is_file = route.request.url.split("?")[0] == file.as_uri()
                if not is_file:
                    asked.append(route.request.url)
                route.continue_() if is_file else route.abort()

            one.page.context.set_offline(offline=True)
            one.page.context.route("**/*", refuse)
            windows.append((one, asked))
            one.page.goto(one.address + address)
            one.until("window.libyamap?.mounted && window.libyamap.state().viewport")
            one.until("performance.getEntriesByName('libyamap-ground').length === 1")
            one.page.locator(".ly-timeline").wait_for()
            return one.settled()

        yield open_one
        for one, asked in windows:
            one.assert_clean()
            assert not asked


def shown(query: str) -> set[str]:
    """Ids of the features that the library shows for a view, as the dashboard does."""
    return {one.item.feature.id for one in select(read(), View.from_query(query)).shown()}


def switch_language(one: Screen, lang: str) -> None:
    one.page.get_by_role("button", name=LANGUAGE_NAMES[lang], exact=True).click()
    one.until("(lang) => document.documentElement.lang === lang", lang).settled()


def test_the_whole_map_works_from_one_file(opened: OpenFile) -> None:
    one = opened("lang=en&theme=dark&from=2023-01-01", title="A title", subtitle="A subtitle", marking="Draft only")
    page = one.page
    assert one.drawn() == shown("lang=en&from=2023-01-01")
    assert page.title() == "Draft only · A title · Libyamap"
    assert page.locator(".ly-marking").all_inner_texts() == ["Draft only", "Draft only"]
    assert page.locator(".ly-headline").inner_text().split("\n")[0] == "A title · A subtitle"
    assert "As of 28 September 2023" in page.locator(".ly-headline").inner_text()
    assert page.evaluate("document.fonts.check('13px Vazirmatn', 'خريطة')")

    one.click_feature("wagner-at-jufra-base")
    assert one.evidence().locator(".ly-claim").count() > 0
    page.keyboard.press("Escape")

    page.locator(".ly-layers-tab").get_by_text("Redeployments", exact=True).click()
    one.until("!window.libyamap.state().layers.includes('movements')")
    assert page.locator("#ly-legend-body .ly-legend-entry").count() > 3
    assert page.locator("#ly-legend-body button.ly-legend-entry").count() == 0

    before = one.drawn()
    page.keyboard.press(",")
    one.until("location.search.includes('to=')")
    assert one.drawn() < before
    page.evaluate("() => history.back()")
    one.until("(n) => window.libyamap.state().drawn.length === n", len(before))

    click(take(one, "measure-distance"), (15, 27), (18, 27))
    page.keyboard.press("Enter")
    assert "km" in count(one, 1).state()["drawings"][0]["labels"][0]
    page.get_by_role("tab", name=one.says("web.panel.layers")).click()
    page.get_by_role("tab", name=one.says("web.bench.table")).click()
    page.locator(".ly-table tbody tr").first.wait_for()

    switch_language(one, "ar")
    assert page.evaluate("document.documentElement.dir") == "rtl"
    page.locator("#ly-search").fill("الجفرة")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    one.until("window.libyamap.state().selected !== null")
    page.get_by_role("button", name=one.says("web.theme.light")).click()
    one.until("document.documentElement.dataset.theme === 'light'").settled()
    assert one.state()["lang"] == "ar"


def test_filters_are_told_and_stay(opened: OpenFile) -> None:
    query = "lang=ar&kinds=meeting,visit"
    one = opened(query, address="?lang=ar&kinds=forces&layers=meetings", marking="مسودة")
    page = one.page
    assert one.state()["query"] == "kinds=meeting,visit"
    page.evaluate("() => history.replaceState(null, '', location.pathname)")
    page.goto(one.address)
    one.until("window.libyamap?.mounted && window.libyamap.state().viewport").settled()
    assert one.drawn() == shown(query)
    fixed = page.locator(".ly-active-fixed")
    assert problems(one) == []
    assert fixed.all_inner_texts() == [select(read(), View.from_query(query)).filters("ar")["kinds"]]
    assert page.locator("button.ly-active-chip").count() == 0
    for absent in (".ly-presets", "#ly-tab-filters", "#ly-bench-charts", ".ly-own-add"):
        assert page.locator(absent).count() == 0
    page.keyboard.press("v")
    page.locator("[data-offer=year]").wait_for()
    assert page.locator("[data-offer]").count() == 3
    page.locator("[data-offer=year]").click()
    one.until("window.libyamap.state().beside?.query === 'kinds=meeting,visit'")


def test_about_tells_of_the_file(opened: OpenFile) -> None:
    one = opened("lang=en&kinds=meeting", marking="Draft")
    one.page.get_by_role("button", name=one.says("web.about.open")).click()
    about = one.page.get_by_role("dialog")
    dataset = read()
    for told in (dataset.digest, dataset.catalog.licence, message("en", "web.about.file"), "Only 9", "only meetings"):
        assert told.removeprefix("Only ") in about.inner_text()
    about.locator("summary").click()
    assert "leaflet 1.9.4" in about.locator("details pre").inner_text()


def test_a_script_that_is_put_in_does_not_run(opened: OpenFile) -> None:
    one = opened("lang=en&kinds=meeting")
    one.page.evaluate(
        "() => { const script = document.createElement('script'); script.textContent = 'window.__pwned = 1';"
        " document.body.append(script); }"
    )
    one.until("() => true")
    assert one.page.evaluate(PWNED) is None
    assert any("Content Security Policy" in error for error in one.errors)
    one.errors.clear()


def test_a_dataset_that_means_harm_is_text(opened: OpenFile, tmp_path: Path) -> None:
    dataset = read(hostile.write(tmp_path / "data"))
    texts = {"title": hostile.PAYLOAD, "subtitle": hostile.PAYLOAD, "marking": hostile.PAYLOAD}
    one = opened("lang=en&layers=meetings,movements,outlook,wagner", dataset, **texts)
    page = one.page
    assert page.locator(".ly-marking").first.inner_text().startswith("<script>")
    for lang in ("en", "ar"):
        switch_language(one, lang)
        for selected in ("wagner-jufra", "wagner", "jufra", "will-stay"):
            one.go(f"lang={lang}&sel={selected}").until("(id) => window.libyamap.state().selected === id", selected)
            assert "<img src=x" in one.evidence().inner_text()
        page.get_by_role("button", name=one.says("web.about.open")).click()
        assert "<img src=x" in page.get_by_role("dialog").inner_text()
        page.keyboard.press("Escape")
    assert page.evaluate(PWNED) is None
