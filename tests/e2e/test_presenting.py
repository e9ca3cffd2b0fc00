"""A brief is presented by keys, in either language, in a room without a network; and by touch."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from tests import briefed, hostile
from tests.e2e.browser import LANGUAGE_NAMES
from tests.e2e.presenting import SIZES, Slide, slides
from tests.e2e.server import Server, serving
from tests.e2e.test_accessibility import problems
from tests.e2e.test_hostile import _bare as bare

from libyamap.brief import Brief
from libyamap.marking import combined

pytestmark = pytest.mark.xdist_group("small")

CURATED = Path(__file__).parents[2] / "geodata"
LEAST_TYPE = 24
"""Pixels of the lines' type in a window 720 pixels high, where there is room for it."""

Window = Callable[..., Slide]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("briefed")
    with serving(briefed.write(folder / "data"), folder / "server.log") as one:
        yield one


@pytest.fixture
def window(browser: Browser, server: Server) -> Iterator[Window]:
    with slides(browser, server.address) as opened:
        yield opened


def briefs() -> list[Any]:
    """The brief of the tests, and those that ship with the dataset."""
    curated = sorted((CURATED / "briefs").glob("*.json"))
    own = Brief.model_validate(briefed.BRIEF)
    read = [Brief.model_validate_json(file.read_bytes()) for file in curated]
    return [pytest.param(one, id=one.id) for one in (own, *read)]


SHOWN = """
([ids, number]) => {
  const texts = (selector) => [...document.querySelectorAll(selector)].map((one) => one.textContent);
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  const [scenery, text] = [box('.ly-scenery'), box('.ly-text')];
  const isCut = (one) => one.scrollHeight > one.clientHeight + 2 || one.scrollWidth > one.clientWidth + 2;
  const { drawn } = libyamapShow.state();
  const isSeen = (id) => {
    const at = libyamapShow.point(id);
    return at && at.x > scenery.left && at.x < scenery.right && at.y > scenery.top && at.y < scenery.bottom;
  };
  return {
    title: texts('h1')[0],
    lines: texts('.ly-lines bdi'),
    footnotes: texts('.ly-footnotes li').length > 0,
    progress: texts('.ly-count')[0],
    markings: texts('.ly-marking'),
    legend: texts('.ly-key li').length > 0,
    cut: [...document.querySelectorAll('.ly-words, .ly-key')].filter(isCut).map((one) => one.className),
    unseen: ids.filter((id) => drawn.includes(id) && !isSeen(id)),
    beside: document.dir === 'rtl' ? scenery.right <= text.left + 1 : text.right <= scenery.left + 1,
  };
}
"""
"""What a scene shows, at once."""


@pytest.mark.parametrize("brief", briefs())
def test_a_whole_brief_goes_on_when_the_server_is_gone(browser: Browser, tmp_path: Path, brief: Brief) -> None:
    data = briefed.write(tmp_path / "data") if brief.id == "a-brief" else None
    with slides(browser, "") as windows:
        with serving(data, tmp_path / "server.log") as server:
            slide: Slide = windows()
            slide.one.page.goto(f"{server.address}/present/{brief.id}?lang=en")
            slide.rests().one.page.wait_for_load_state("networkidle")
        for width, height in SIZES:
            slide.one.page.set_viewport_size({"width": width, "height": height})
            slide.one.until("(height) => innerHeight === height", height)
            for number in range(1, len(brief.scenes) + 1):
                _assert_shown(slide, brief, number)
                slide.press("l")
                _assert_shown(slide, brief, number)
                slide.press("PageDown")
            slide.one.until("libyamapShow.state().ended")
            slide.press("Home")
        slide.assert_clean()


def _assert_shown(slide: Slide, brief: Brief, number: int) -> None:
    scene = brief.scenes[number - 1]
    slide.at(scene.id).one.frames()
    lang = slide.state()["lang"]
    marking = combined((brief.marking, scene.marking))
    shown = slide.one.page.evaluate(SHOWN, [list(scene.highlighted), number])
    assert shown == {
        "title": scene.title[lang],
        "lines": [line.text[lang] for line in scene.lines],
        "footnotes": bool(scene.claims),
        "progress": f"{number} / {len(brief.scenes)}",
        "markings": [marking, marking] if marking else [],
        "legend": True,
        "cut": [],
        "unseen": [],
        "beside": True,
    }


def test_keys_and_clickers_lead_through_a_brief(window: Window) -> None:
    slide = window().open("a-brief")
    slide.press("ArrowRight").at("in-time").press("ArrowLeft").at("base")
    slide.press("l").one.until("document.dir === 'rtl'")
    slide.press("ArrowLeft").at("in-time").press("ArrowRight").at("base")
    slide.press("PageDown", "PageDown").at("far").press("PageUp").at("in-time")
    slide.press(" ").at("far").press("Shift+ ").at("in-time").press("Enter").at("far")
    slide.press("Home").at("base").press("End").at("home")
    slide.press("2").one.page.locator(".ly-typed").wait_for()
    slide.press("Enter").at("in-time")
    assert slide.one.page.locator(".ly-typed").count() == 0
    slide.press("9", "9", "Enter").at("in-time")

    for key, colour in (("b", "black"), (".", "black"), ("w", "white")):
        slide.press(key)
        assert slide.state()["blank"] == colour
        assert slide.box(".ly-blank") == {"x": 0, "y": 0, "width": 1280, "height": 720}
        # The first press brings the picture back, and no more.
        slide.press("PageDown")
        assert (slide.state()["blank"], slide.state()["scene"]) == (None, "in-time")
    slide.press("b", "b")
    assert slide.state()["blank"] is None

    slide.press("t").one.until("document.documentElement.dataset.theme === 'dark'")
    slide.one.page.reload()
    slide.at("in-time")
    assert (slide.state()["lang"], slide.state()["theme"]) == ("ar", "dark")

    slide.press("?").one.page.locator("dialog[open] kbd").first.wait_for()
    slide.press("Escape")
    assert slide.one.page.locator("dialog[open]").count() == 0
    slide.press("Escape").one.until("libyamapShow.state().ended")
    slide.press("PageUp").one.until("!libyamapShow.state().ended")
    slide.at("in-time").press("Escape", "Escape")
    slide.one.page.wait_for_url("**/?lang=ar&theme=dark&c=28,17&z=6&from=2019-01-01&to=2023-09-28")


def test_pen_pointer_and_touch(window: Window) -> None:
    slide = window(has_touch=True).open("a-brief")
    mouse = slide.one.page.mouse
    slide.press("p")
    for x in (600, 700):
        mouse.move(x, 300)
        mouse.down()
        mouse.move(x + 60, 360)
        mouse.up()
    assert slide.state()["strokes"] == 2
    slide.press("PageDown").at("in-time")
    assert slide.state()["strokes"] == 0
    slide.press("PageUp").at("base")
    assert slide.state()["strokes"] == 2
    slide.press("c")
    assert slide.state()["strokes"] == 0
    slide.press("r")
    mouse.move(800, 400)
    dot = slide.box(".ly-laser")
    assert (dot["x"] + dot["width"] / 2, dot["y"] + dot["height"] / 2) == pytest.approx((800, 400), abs=1)
    slide.press("r")
    assert slide.one.page.locator(".ly-laser").is_hidden()

    _swipe(slide, 900, 600)
    slide.at("in-time").press("l")
    _swipe(slide, 600, 900)
    slide.at("far")
    before = slide.state()["viewport"]
    _swipe(slide, 600, 610)
    _swipe(slide, 900, 600)
    slide.at("in-time").press("PageDown").at("far")
    assert slide.state()["viewport"] == before
    slide.assert_clean()


def _swipe(slide: Slide, start: int, end: int) -> None:
    """Draw a finger over the map."""
    touch = slide.one.page.context.new_cdp_session(slide.one.page)
    for sort, x in (("touchStart", start), ("touchMove", (start + end) // 2), ("touchMove", end)):
        touch.send("Input.dispatchTouchEvent", {"type": sort, "touchPoints": [{"x": x, "y": 300}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_scenes_move_as_they_are_told_to(window: Window) -> None:
    slide = window(reduced_motion="no-preference").open("a-brief")
    # A flight leaves its picture behind, a cut does not, and neither do flights that are turned off.
    slide.press("PageDown")
    assert not slide.state()["rests"]
    slide.at("in-time")
    # Its time is played to the end, and the date is told.
    slide.one.until("libyamapShow.state().last > 17900")
    assert slide.one.page.locator(".ly-playhead").text_content()
    slide.press("PageDown").at("far").one.until("libyamapShow.state().last === null")
    slide.press("m", "Home").at("base")
    # What is large enough to be read from the back of a room.
    size = "getComputedStyle(document.querySelector('.ly-lines')).fontSize"
    assert float(slide.one.page.evaluate(size).removesuffix("px")) >= LEAST_TYPE
    slide.open("alone").at("second")
    slide.assert_clean()


@pytest.mark.parametrize(("lang", "theme"), [("en", "light"), ("ar", "dark")])
def test_no_scene_has_a_problem(window: Window, lang: str, theme: str) -> None:
    slide = window().open("a-brief", f"lang={lang}&theme={theme}")
    found = {"scene": problems(slide.one)}
    slide.press("?").one.page.locator("dialog[open]").wait_for()
    found["keys"] = problems(slide.one)
    slide.press("Escape", "Escape")
    found["end"] = problems(slide.one)
    assert {where: told for where, told in found.items() if told} == {}


def test_a_brief_that_means_harm_is_shown_as_it_is_written(browser: Browser, tmp_path: Path) -> None:
    def spoilt(brief: Any) -> Any:
        return json.loads(json.dumps(brief), object_hook=_spoilt)

    data = briefed.write(tmp_path / "data", make=hostile.write, change=spoilt)
    with serving(data, tmp_path / "server.log") as server, slides(browser, server.address) as windows:
        slide: Slide = windows().open("a-brief", "lang=en")
        for lang in LANGUAGE_NAMES:
            for scene in briefed.BRIEF["scenes"]:
                assert bare(slide.text("h1")) == bare(hostile.spoilt(scene["title"][slide.state()["lang"]])), lang
                slide.press("PageDown")
            slide.press("Home", "l").at("base")
        shown = slide.one.page.content()
        assert slide.one.page.evaluate("'__pwned' in window") is False
        assert slide.one.page.locator("[onerror], [onload], img, a[href^='javascript:' i]").count() == 0
        assert "{{7*7}}" in shown
        slide.assert_clean()


def _spoilt(found: dict[str, Any]) -> dict[str, Any]:
    return {lang: hostile.spoilt(text) for lang, text in found.items()} if found.keys() == {"en", "ar"} else found


def test_an_unknown_brief_is_not_found(server: Server) -> None:
    for path in ("/present/nowhere", "/present/A-BRIEF", "/libyamap/presentation/nowhere.json"):
        assert server.get(path).status_code == 404
