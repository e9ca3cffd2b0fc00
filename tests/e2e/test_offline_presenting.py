"""A brief in one file presents by itself, opened from disk on a machine without a network."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.e2e.presenting import Slide, slides

from libyamap.briefs import store
from libyamap.dataset import read
from libyamap.render.html.presenting import presenting
from libyamap.selection import select

pytestmark = pytest.mark.xdist_group("offline-file")


def test_the_first_brief_is_presented_by_keys_in_both_languages(browser: Browser, tmp_path: Path) -> None:
    dataset = read()
    brief = store.read(dataset.root / "briefs" / "haftar-moscow-2023.json")
    file = tmp_path / "brief.html"
    file.write_bytes(presenting(brief, dataset, marking="Draft"))
    with slides(browser, file.as_uri()) as windows:
        slide: Slide = windows()
        slide.one.page.context.set_offline(offline=True)
        slide.one.page.goto(file.as_uri())
        slide.rests().press("m")
        for scene in brief.scenes:
            slide.at(scene.id)
            shown = {one.item.feature.id for one in select(dataset, scene.looked_at("en")).shown()}
            if not scene.plays:
                assert set(slide.state()["drawn"]) == shown
            for _ in range(2):
                lang = slide.state()["lang"]
                slide.one.until("(title) => document.querySelector('h1').textContent === title", scene.title[lang])
                slide.press("l")
                slide.one.until("(lang) => document.documentElement.lang !== lang", lang)
            assert slide.one.page.locator(".ly-marking").all_inner_texts() == ["Draft", "Draft"]
            slide.press("PageDown")
        slide.one.until("libyamapShow.state().ended")
        slide.assert_clean()
