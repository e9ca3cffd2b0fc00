"""The operator's handling marking: on every screen, and on what is taken from it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests import small
from tests.e2e.browser import screen
from tests.e2e.server import serving

from libyamap.i18n import message
from libyamap.marking import colours
from libyamap.serve import MARKING_VARIABLE

pytestmark = pytest.mark.xdist_group("small")


def test_the_operator_s_marking_is_on_the_screen_and_on_what_leaves_it(browser: Browser, tmp_path: Path) -> None:
    data, environment = small.write(tmp_path / "data"), dict(os.environ) | {MARKING_VARIABLE: "internal"}
    named = {lang: message(lang, "marking.internal") for lang in ("ar", "en")}
    with serving(data, tmp_path / "log", environment=environment) as server, screen(browser, server.address) as one:
        one.open("lang=ar")
        bands = one.page.locator(".ly-marking")
        assert bands.all_inner_texts() == [named["ar"]] * 2
        top, bottom = (bands.nth(number).bounding_box() for number in (0, 1))
        assert top
        assert bottom
        assert top["y"] == 0
        assert bottom["y"] + bottom["height"] == one.page.evaluate("innerHeight")
        bar = one.page.locator(".ly-topbar h1, .ly-topbar button").first.bounding_box()
        assert bar
        assert bar["y"] >= top["height"], "nothing stands under the band"
        fill = one.page.evaluate("(band) => getComputedStyle(band).backgroundColor", bands.first.element_handle())
        assert fill == f"rgb{tuple(int(colours('internal')[0][place : place + 2], 16) for place in (1, 3, 5))}"
        one.switch_language("en")
        assert bands.all_inner_texts() == [named["en"]] * 2
        one.page.keyboard.press("e")
        one.page.get_by_role("radio", name="CSV").click(force=True)
        field = one.page.locator("input[list='ly-export-markings']")
        assert field.input_value() == named["en"]
        field.fill("")
        with one.page.expect_download() as download:
            one.page.get_by_role("button", name=message("en", "export.ui.save")).click()
        assert "INTERNAL" in download.value.suggested_filename
        one.assert_clean()
