"""Files edited under the dataset's folder show on the next interaction; broken ones leave the last good data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests import small
from tests.e2e.browser import Screen, screen
from tests.e2e.server import serving

pytestmark = pytest.mark.xdist_group("live")

TITLE = "Wagner, as edited while somebody looks"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small.write(tmp_path / "data")


@pytest.fixture
def one(browser: Browser, folder: Path, tmp_path: Path) -> Iterator[Screen]:
    with serving(folder, tmp_path / "server.log") as server, screen(browser, server.address) as opened:
        yield opened.open("lang=en&sel=wagner-jufra&c=29,16&z=6")
        opened.assert_clean()


def test_an_edited_file_shows_on_the_next_interaction(one: Screen, folder: Path) -> None:
    before = one.state()
    _retitle(folder, TITLE)
    _interact(one)
    one.until("(digest) => window.libyamap.state().digest !== digest", before["digest"]).settled()
    assert TITLE in one.evidence().inner_text()
    assert one.state()["viewport"] == before["viewport"]
    assert one.state()["drawn"] == before["drawn"]


def test_a_broken_file_keeps_the_last_good_data_and_lists_the_problems(one: Screen, folder: Path) -> None:
    before = one.state()
    claims = folder / "claims.json"
    whole = claims.read_text("utf-8")
    broken = json.loads(whole)
    broken["claims"][0]["locator"] = [99]
    broken["claims"][1]["text"]["ar"] = "no Arabic"
    claims.write_text(json.dumps(broken), "utf-8")
    _interact(one)
    problems = one.page.locator(".ly-callout-problem")
    problems.wait_for()
    told = problems.inner_text()
    assert "claims.json: base: locator.0" in told
    assert "claims.json: base-again: text.ar" in told
    assert one.state()["digest"] == before["digest"]
    assert one.state()["drawn"] == before["drawn"]
    claims.write_text(whole, "utf-8")
    _interact(one)
    problems.wait_for(state="detached")


def test_a_file_that_is_no_json_is_told_in_words(one: Screen, folder: Path) -> None:
    (folder / "notes.json").write_text('{"notes": [', "utf-8")
    _interact(one)
    problems = one.page.locator(".ly-callout-problem")
    problems.wait_for()
    assert "notes.json" in problems.inner_text()
    assert "Traceback" not in one.text()


def _retitle(folder: Path, title: str) -> None:
    file = folder / "collections" / "presence.geojson"
    collection = json.loads(file.read_text("utf-8"))
    feature = next(one for one in collection["features"] if one["id"] == "wagner-jufra")
    feature["properties"]["title"]["en"] = title
    file.write_text(json.dumps(collection, ensure_ascii=False), "utf-8")


def _interact(one: Screen) -> None:
    """Change something that Streamlit hears of, and that changes nothing of what is shown."""
    one.switch_language("ar").switch_language("en")
