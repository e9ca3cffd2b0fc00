"""What is shown as a table: sorted, by keys and pointer, linked with the map both ways, at thousands of rows too."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from tests.conftest import Open
from tests.e2e.browser import Screen

from libyamap.i18n import message

LANGUAGES = ("en", "ar")
ROW = "tr[data-feature]"
ALL = "layers=meetings,movements,outlook,wagner"


def table(one: Screen) -> Screen:
    """Turn to the table."""
    one.page.get_by_role("tab", name=one.says("web.bench.table"), exact=True).click()
    one.page.locator(ROW).first.wait_for()
    return one


def rows(one: Screen) -> list[str]:
    """Ids of the rows that are drawn, from above."""
    return list(one.page.locator(ROW).evaluate_all("rows => rows.map((row) => row.dataset.feature)"))


def sort(one: Screen, column: str, expected: str) -> None:
    """Click on a column's heading, and wait until it says how it is sorted."""
    heading = one.page.get_by_role("columnheader", name=one.says(f"web.table.column.{column}"), exact=True)
    heading.get_by_role("button").click()
    one.until("([name, order]) => [...document.querySelectorAll('th')]"
              ".some((head) => head.innerText.trim() === name && head.getAttribute('aria-sort') === order)",
              [one.says(f"web.table.column.{column}"), expected])  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_holds_what_the_map_shows(curated: Open, lang: str) -> None:
    one = table(curated(f"lang={lang}&actors=wagner&prec=exact,locality,vicinity"))
    assert set(rows(one)) == one.drawn()
    grid = one.page.get_by_role("grid")
    assert grid.get_attribute("aria-rowcount") == str(len(one.drawn()) + 1)
    assert message(lang, "web.table.count", n=len(one.drawn())) in one.evidence().inner_text()
    one.page.locator("[data-narrowing=prec]").click()
    one.until("window.libyamap.state().query === 'actors=wagner'").settled()
    assert set(rows(one)) <= one.drawn()
    assert grid.get_attribute("aria-rowcount") == str(len(one.drawn()) + 1)


def test_columns_sort_both_ways_by_language_date_and_grade(small_map: Open) -> None:
    one = table(small_map(f"lang=en&{ALL}"))
    sort(one, "title", "ascending")
    assert rows(one) == ["meeting-moscow", "sirte-jufra", "wagner-jufra", "wagner-south", "wagner-stays"]
    sort(one, "title", "descending")
    assert rows(one)[0] == "wagner-stays"
    sort(one, "when", "descending")
    assert rows(one)[0] == "meeting-moscow"
    assert set(rows(one)[-2:]) == {"sirte-jufra", "wagner-stays"}, "what has no date stands last"
    sort(one, "grade", "ascending")
    assert rows(one)[0] != "wagner-stays"


def test_a_click_selects_and_flies_and_the_table_stays(curated: Open) -> None:
    one = table(curated("lang=en&kinds=forces"))
    before = one.state()["viewport"]
    one.page.locator("tr[data-feature=wagner-at-jufra-base]").click()
    one.until("window.libyamap.state().selected === 'wagner-at-jufra-base'").settled()
    assert one.state()["viewport"] != before
    x, _ = one.point("wagner-at-jufra-base") or (0, 0)
    start, end = (one.page.locator(f"aside.{side}").bounding_box() for side in ("ly-start", "ly-end"))
    assert start
    assert end
    assert start["x"] + start["width"] < x < end["x"], "the symbol stands between the panels, not beneath one"
    row = one.page.locator("tr[data-feature=wagner-at-jufra-base]")
    assert row.get_attribute("aria-selected") == "true"


def test_pointing_at_the_map_lights_the_row_and_at_a_row_the_symbol(curated: Open) -> None:
    one = table(curated("lang=en&kinds=forces&c=29.2,18&z=7"))
    where = one.point("wagner-at-jufra-base") or (0, 0)
    clip: Any = {"x": where[0] - 25, "y": where[1] - 25, "width": 50, "height": 50}
    before = one.page.screenshot(clip=clip)
    one.page.locator("tr[data-feature=wagner-at-jufra-base]").hover()
    one.frames(3)
    assert one.page.screenshot(clip=clip) != before
    one.page.mouse.move(*where)
    one.page.locator("tr.ly-hovered-row[data-feature=wagner-at-jufra-base]").wait_for()
    one.page.mouse.click(*where)
    one.until("document.querySelector('tr[aria-selected=true]')?.dataset.feature === 'wagner-at-jufra-base'")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_keys_move_between_rows_and_enter_opens_the_evidence(curated: Open, lang: str) -> None:
    one = table(curated(f"lang={lang}"))
    grid = one.page.get_by_role("grid")
    grid.focus()
    active = "document.getElementById(document.querySelector('table').getAttribute('aria-activedescendant'))"
    listed = rows(one)
    assert len(listed) < len(one.drawn()), "only the rows in sight, and a few beyond, are drawn"
    one.page.keyboard.press("Home")
    one.until(f"(id) => {active}?.dataset.feature === id", listed[0])
    one.page.keyboard.press("ArrowDown")
    one.until(f"(id) => {active}?.dataset.feature === id", listed[1])
    one.page.keyboard.press("End")
    one.until(
        f"{active}?.getAttribute('aria-rowindex') === document.querySelector('table').getAttribute('aria-rowcount')"
    )
    assert one.page.evaluate(
        f"(() => {{ const row = {active}.getBoundingClientRect();"
        " const box = document.querySelector('.ly-table-scroll').getBoundingClientRect();"
        " return row.top >= box.top && row.bottom <= box.bottom + 1; })()"
    ), "the row that keys lead to is in sight"
    last = one.page.evaluate(f"{active}.dataset.feature")
    one.page.keyboard.press("Enter")
    one.page.locator(f"[data-open={last}]").wait_for()
    assert one.state()["selected"] == last


def test_columns_are_chosen_and_the_copy_has_them(small_map: Open) -> None:
    one = table(small_map(f"lang=en&{ALL}"))
    one.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    one.page.get_by_text(one.says("web.table.columns"), exact=True).first.click()
    one.page.get_by_role("checkbox", name=one.says("web.table.column.actors"), exact=True).check()
    one.page.get_by_role("checkbox", name=one.says("web.table.column.kind"), exact=True).uncheck()
    heads = one.page.get_by_role("columnheader").all_inner_texts()
    assert heads == ["Title", "Place", "When", "Who", "How said", "Grade"]
    one.page.get_by_role("button", name=one.says("web.table.copy"), exact=True).click()
    one.page.get_by_text(one.says("web.table.copied")).wait_for()
    copied = str(one.page.evaluate("navigator.clipboard.readText()"))
    lines = list(csv.reader(io.StringIO(copied), delimiter="\t"))
    assert lines[0] == heads
    assert {line[0] for line in lines[1:]} == one.drawn()
    assert next(line for line in lines if line[0] == "meeting-moscow")[3] == "Putin"


def test_nothing_of_a_hostile_dataset_is_a_formula_in_the_copy(hostile_map: Open) -> None:
    one = table(hostile_map("lang=en"))
    one.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    one.page.get_by_role("button", name=one.says("web.table.copy"), exact=True).click()
    one.page.get_by_text(one.says("web.table.copied")).wait_for()
    copied = str(one.page.evaluate("navigator.clipboard.readText()"))
    assert len(copied.splitlines()) == len(one.drawn()) + 1
    assert not [cell for line in copied.splitlines() for cell in line.split("\t") if cell.lstrip()[:1] in tuple("=+-@")]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_panel_is_made_wider_by_keys_and_by_its_edge(curated: Open, lang: str) -> None:
    one = table(curated(f"lang={lang}"))

    def width() -> float:
        return float((one.evidence().bounding_box() or {"width": 0})["width"])

    own = width()
    handle = one.page.get_by_role("separator", name=one.says("web.bench.resize"))
    handle.press("ArrowRight" if lang == "ar" else "ArrowLeft")
    one.frames()
    assert width() > own
    box: Any = handle.bounding_box()
    one.page.mouse.move(box["x"] + 4, 300)
    one.page.mouse.down()
    one.page.mouse.move(box["x"] + (-160 if lang == "ar" else 160), 300, steps=4)
    one.page.mouse.up()
    one.frames()
    assert width() < own
    one.page.get_by_role("tab", name=one.says("web.bench.evidence"), exact=True).click()
    one.page.get_by_role("tab", name=one.says("web.bench.table"), exact=True).click()
    one.frames()
    assert width() < own, "each tab keeps its width"
