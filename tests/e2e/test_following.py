"""Followers see the presenter's scene live, may go their own way and come back; only the presenter's link leads."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests import briefed
from tests.e2e.presenting import Slide, slides
from tests.e2e.server import serving

from libyamap.leading import LEAD_VARIABLE, token

pytestmark = pytest.mark.xdist_group("small")

SECRET = "known-to-these-tests"


@pytest.fixture
def window(browser: Browser, tmp_path: Path) -> Iterator[Any]:
    data = briefed.write(tmp_path / "data")
    environment = dict(os.environ) | {LEAD_VARIABLE: SECRET}
    with (
        serving(data, tmp_path / "server.log", environment=environment) as server,
        slides(browser, server.address) as opened,
    ):
        # The link that is printed for whoever presents is the one that leads.
        assert f"{server.address}/present/a-brief#lead={token(SECRET, 'a-brief')}" in server.log.read_text("utf-8")
        yield opened


def test_followers_see_what_the_presenter_shows(window: Any) -> None:
    presenter: Slide = window().open("a-brief", "lang=en", f"lead={token(SECRET, 'a-brief')}")
    assert presenter.one.page.url.endswith("/present/a-brief?lang=en#1")
    presenter.one.page.locator(".ly-live[data-connected=true]").wait_for()
    presenter.press("PageDown").at("in-time")
    follower: Slide = window().open("a-brief", "lang=ar&follow")
    follower.at("in-time")
    presenter.press("b")
    follower.one.until("libyamapShow.state().blank === 'black'")
    presenter.press("b", "PageDown").at("far")
    follower.at("far").one.until("libyamapShow.state().blank === null")
    assert follower.state()["lang"] == "ar"

    follower.press("Home").at("base")
    presenter.press("PageDown").at("home")
    follower.one.page.get_by_role("button", name="العودة إلى مقدّم العرض").wait_for()
    assert follower.state()["scene"] == "base"
    follower.press("g").at("home")
    presenter.press("Home").at("base")
    follower.at("base")

    # The presenter's window leads again after a reload; a link with another token does not.
    presenter.one.page.reload()
    presenter.at("base").press("PageDown").at("in-time")
    follower.at("in-time")
    other: Slide = window().open("a-brief", "lang=en", "lead=guessed")
    other.press("End").at("home")
    other.one.page.locator(".ly-live[data-connected=false]").wait_for()
    assert follower.state()["scene"] == "in-time"
    alone: Slide = window().open("a-brief")
    assert alone.state()["scene"] == "base"
    assert alone.one.page.locator(".ly-live, .ly-rejoin").count() == 0
    for slide in (presenter, follower, alone):
        slide.assert_clean()
    other.assert_clean(but="403")
