"""Briefs in the dashboard: scenes captured, ordered, written, undone, saved, and never lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, FilePayload, Locator
from tests import small
from tests.briefs import samples
from tests.e2e.browser import Screen, screen
from tests.e2e.server import serving
from tests.e2e.test_accessibility import problems
from tests.hostile import spoilt

from libyamap.briefs import store
from libyamap.briefs.form import written
from libyamap.i18n import message

pytestmark = pytest.mark.xdist_group("briefs")

VIEW = "c=29.5,16.5&z=6"
FEATURE = "wagner-jufra"
ARABIC = "طبقة"
"""Title of every layer of the small dataset."""
Json = dict[str, Any]


@dataclass(frozen=True)
class _Desk:
    """What a briefer does with a brief."""

    one: Screen

    def says(self, key: str, **params: object) -> str:
        return message(self.one.state()["lang"], f"brief.ui.{key}", **params)

    def show(self) -> _Desk:
        """Turn to the briefs by the key."""
        self.one.page.keyboard.press("b")
        self.panel.wait_for()
        return self

    @property
    def panel(self) -> Locator:
        return self.one.page.locator(".ly-briefing")

    def does(self, name: str) -> Locator:
        return self.panel.locator(f"[data-does={name}]")

    def field(self, label: str, lang: str) -> Locator:
        """A field of what is open, in one of the two languages."""
        name = self.says(f"named.{lang}", field=self.says(label))
        return self.panel.get_by_role("textbox", name=name, exact=True)

    def titles(self) -> list[str]:
        """Titles of the scenes in the reader's language, in their order."""
        return self.panel.locator(".ly-scene-title .ly-row-title bdi").all_inner_texts()

    def scene(self, number: int) -> Locator:
        return self.panel.locator(".ly-scene").nth(number)

    def state(self, name: str) -> _Desk:
        """Wait until it is said whether all is saved."""
        self.panel.locator(f".ly-brief-state[data-state={name}]").wait_for()
        return self


@dataclass(frozen=True)
class _Place:
    """A server, and the folder of its dataset's briefs."""

    browser: Browser
    address: str
    folder: Path

    def kept(self, name: str) -> Json:
        found: Json = json.loads((self.folder / f"{name}.json").read_text("utf-8"))
        return found


@pytest.fixture(scope="module")
def place(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Place]:
    folder = tmp_path_factory.mktemp("briefs")
    with serving(small.write(folder / "data"), folder / "server.log") as server:
        yield _Place(browser, server.address, folder / "data" / store.FOLDER)


def test_scenes_are_captured_written_ordered_undone_and_saved_in_both_languages(place: _Place) -> None:
    with screen(place.browser, place.address) as one:
        one.open(f"lang=en&{VIEW}&layers=wagner&sel={FEATURE}")
        assert not one.page.evaluate("performance.getEntriesByType('resource').some((one) => /briefs/.test(one.name))")
        desk = _Desk(one).show()
        found = {"list": problems(one)}
        _begin(desk)
        _assert_what_is_chosen_is_captured(desk)
        found["picking"] = _assert_lines_and_claims_are_written_by_keys_and_undone(desk)
        _assert_scenes_are_gone_to_and_back_undoes(desk)
        first, second = _assert_the_order_changes_by_keys_and_by_dragging(desk)
        _assert_a_copy_is_made_and_taken_away(desk)
        found["checked"] = _assert_what_is_to_mend_is_told_until_it_is_mended(desk)

        desk.state("unsaved")
        one.page.keyboard.press("Control+s")
        desk.state("saved")
        kept = place.kept("the-visit")
        assert kept["title"] == {"ar": "زيارة", "en": "A visit"}
        assert [scene["title"]["en"] for scene in kept["scenes"]] == [first, second]
        scene = kept["scenes"][0]
        line = {"text": {"ar": "هم في القاعدة.", "en": "They are at the base."}, "claims": ["base"]}
        assert (scene["lines"], set(scene["made_of"])) == ([line], {"base"})
        assert scene["highlighted"] == [FEATURE]
        assert scene["view"].endswith("&layers=wagner")

        one.switch_language("ar").switch_theme()
        assert desk.titles()[0] == ARABIC
        found["arabic"] = problems(one)
        assert {part: told for part, told in found.items() if told} == {}
        _assert_the_own_language_stands_first(desk)
        _assert_unsaved_work_outlives_a_reload(desk)
        _assert_it_is_packed(desk)
        one.assert_clean()


def _begin(desk: _Desk) -> None:
    desk.panel.get_by_role("button", name=desk.says("new")).click()
    desk.field("details.title", "en").fill("A visit")
    desk.field("details.title", "ar").fill("زيارة")
    desk.one.page.get_by_label(desk.says("id")).fill("The Visit!")


def _assert_what_is_chosen_is_captured(desk: _Desk) -> None:
    """What is chosen stands out, and the sentence gives the title in both languages."""
    desk.does("capture").click()
    desk.scene(0).wait_for()
    assert desk.titles() == ["Wagner"]
    assert desk.field("scene.title", "ar").input_value() == ARABIC
    assert desk.one.state()["highlighted"] == [FEATURE]


def _assert_lines_and_claims_are_written_by_keys_and_undone(desk: _Desk) -> list[str]:
    page = desk.one.page
    desk.does("add-line").press("Enter")
    desk.one.until("() => document.activeElement.matches('.ly-brief-lines textarea')")
    page.keyboard.type("They are at the base.")
    desk.does("pick-claims").press("Enter")
    page.keyboard.type("jufra")
    desk.panel.locator(".ly-pick[data-pick=base]").wait_for()
    found = problems(desk.one)
    page.keyboard.press("Enter")
    chip = desk.panel.locator("[data-claim=base]")
    chip.wait_for()
    page.keyboard.press("Escape")
    desk.one.until("() => document.activeElement.matches('[data-does=pick-claims]')")
    page.keyboard.press("Control+z")
    chip.wait_for(state="detached")
    page.keyboard.press("Control+z")
    assert desk.field("line.text", "en").input_value() == ""
    page.keyboard.press("Control+y")
    page.keyboard.press("Control+Shift+z")
    chip.wait_for()
    assert desk.field("line.text", "en").input_value() == "They are at the base."
    desk.field("line.text", "ar").fill("هم في القاعدة.")
    return found


def _assert_scenes_are_gone_to_and_back_undoes(desk: _Desk) -> None:
    one = desk.one
    one.go(f"lang=en&c=27,15&z=7&from=2023-09-01&to=2023-09-30&sel={FEATURE}").settled()
    assert desk.panel.get_by_text(desk.says("elsewhere")).count() == 1
    desk.does("capture").click()
    one.until("() => document.querySelectorAll('.ly-scene').length === 2")
    assert "September 2023" in desk.titles()[1]
    elsewhere = one.query()
    desk.scene(0).locator(".ly-scene-title").click()
    one.until("() => window.libyamap.state().view.layers?.[0] === 'wagner'").settled()
    view = one.state()["view"]
    assert view["zoom"] == 6
    assert (round(view["center"]["lat"], 1), round(view["center"]["lon"], 1)) == (29.5, 16.5)
    assert desk.panel.get_by_text(desk.says("on-screen")).count() == 1
    one.page.go_back()
    one.until("() => window.libyamap.state().view.layers === null").settled()
    assert one.query() == elsewhere
    desk.does("retake").click()
    assert desk.scene(0).get_by_text(desk.says("on-screen")).count() == 1
    one.page.keyboard.press("Control+z")
    desk.does("retake").wait_for()


def _assert_the_order_changes_by_keys_and_by_dragging(desk: _Desk) -> tuple[str, str]:
    leads = "(title) => document.querySelector('.ly-scene bdi').textContent === title"
    desk.scene(0).locator(".ly-scene-title").click()
    first, second = desk.titles()
    desk.scene(1).locator(".ly-grip").press("ArrowUp")
    desk.one.until(leads, second)
    desk.one.until("() => document.activeElement === document.querySelector('.ly-scene .ly-grip')")
    _drag(desk.one, desk.scene(0).locator(".ly-grip"), desk.scene(1))
    desk.one.until(leads, first)
    return first, second


def _assert_a_copy_is_made_and_taken_away(desk: _Desk) -> None:
    desk.scene(1).locator(".ly-scene-title").click()
    desk.does("duplicate").click()
    desk.one.until("() => document.querySelectorAll('.ly-scene').length === 3")
    assert desk.titles()[1] == desk.titles()[2]
    desk.does("remove").click()
    desk.one.until("() => document.querySelectorAll('.ly-scene').length === 2")
    assert desk.scene(1).locator(".ly-scene-title").evaluate("(title) => title === document.activeElement")


def _assert_what_is_to_mend_is_told_until_it_is_mended(desk: _Desk) -> list[str]:
    first = desk.scene(0).locator(".ly-scene-title")
    first.click()
    before = desk.field("scene.title", "ar").input_value()
    desk.field("scene.title", "ar").fill("")
    first.click()
    desk.does("check").click()
    untranslated = desk.panel.locator("[data-finding=untranslated]")
    untranslated.wait_for()
    found = problems(desk.one)
    untranslated.click()
    desk.one.until("() => document.activeElement.matches('[data-field=title] textarea[lang=ar]')")
    desk.one.page.keyboard.type(before)
    untranslated.wait_for(state="detached")
    return found


def _assert_it_is_packed(desk: _Desk) -> None:
    with desk.one.page.expect_download(timeout=60_000) as download:
        desk.does("pack").click()
        desk.panel.locator(".ly-brief-packing").get_by_role("button", name=desk.says("pack.cancel")).wait_for()
    assert download.value.suggested_filename.startswith("libyamap-")
    assert download.value.suggested_filename.endswith(".zip")
    desk.panel.locator(".ly-brief-packing[data-state=saved]").wait_for()


def _assert_the_own_language_stands_first(desk: _Desk) -> None:
    arabic, english = (desk.field("details.title", lang).bounding_box() for lang in ("ar", "en"))
    assert arabic
    assert english
    assert arabic["x"] > english["x"]
    assert arabic["y"] == english["y"]


def _drag(one: Screen, grip: Locator, below: Locator) -> None:
    start, end = grip.bounding_box(), below.bounding_box()
    assert start
    assert end
    one.page.mouse.move(start["x"] + 4, start["y"] + 8)
    one.page.mouse.down()
    one.page.mouse.move(end["x"] + 20, end["y"] + end["height"] - 2, steps=4)
    one.page.mouse.up()


def _assert_unsaved_work_outlives_a_reload(desk: _Desk) -> None:
    one, page = desk.one, desk.one.page
    desk.field("details.author", "en").fill("Nobody else")
    desk.state("unsaved")
    page.evaluate("() => location.reload()")
    one.until("() => true")
    assert len(one.dialogs) == 1, "leaving the page warns"
    one.dialogs.clear()
    page.evaluate(
        "() => { BeforeUnloadEvent.prototype.preventDefault = () => {}; delete window.libyamap; location.reload(); }"
    )
    one.until("window.libyamap?.mounted && window.libyamap.state().viewport")
    desk.state("unsaved")
    desk.panel.locator(".ly-brief-details > summary").click()
    assert desk.field("details.author", "en").input_value() == "Nobody else"
    one.settled()
    desk.does("save").click()
    desk.state("saved")


def test_of_two_windows_that_save_one_brief_the_second_is_told_and_nothing_is_lost(place: _Place) -> None:
    revision = store.save(samples.brief(samples.scene(), id="shared"), place.folder, expected_revision=None)
    with screen(place.browser, place.address) as first, screen(place.browser, place.address, locale="ar") as second:
        theirs = _opened(first.open(f"lang=en&{VIEW}"), "shared")
        mine = _opened(second.open(f"lang=ar&{VIEW}"), "shared")
        _retitle(theirs, "Theirs")
        theirs.does("save").click()
        theirs.state("saved")
        assert store.revision(place.folder / "shared.json") != revision

        _retitle(mine, "Mine")
        mine.does("save").click()
        mine.panel.locator(".ly-brief-conflict").wait_for()
        assert problems(second) == []
        mine.does("look").click()
        assert "Theirs" in mine.panel.locator(".ly-brief-differences").inner_text()
        assert place.kept("shared")["scenes"][0]["title"]["en"] == "Theirs"
        mine.does("keep-copy").click()
        mine.state("saved")
        assert place.kept("shared")["scenes"][0]["title"]["en"] == "Theirs"
        assert place.kept("shared-copy")["scenes"][0]["title"]["en"] == "Mine"

        # The other way: theirs is taken, and mine is one step back.
        opened = store.opened(place.folder / "shared.json")
        scenes = (samples.scene(title=samples.both("Theirs again", "نسخته")),)
        changed = opened.brief.model_copy(update={"scenes": scenes})
        store.save(changed, place.folder, expected_revision=opened.revision)
        _retitle(theirs, "Mine again")
        first.page.keyboard.press("Control+s")
        theirs.does("take-theirs").click()
        theirs.state("saved")
        assert theirs.titles() == ["Theirs again"]
        first.page.keyboard.press("Control+z")
        theirs.state("unsaved")
        assert theirs.titles() == ["Mine again"]
        theirs.does("save").click()
        theirs.state("saved")
        assert place.kept("shared")["scenes"][0]["title"]["en"] == "Mine again"
        for one in (first, second):
            # The answer of a conflict is no failure, but the console tells it.
            one.errors[:] = [error for error in one.errors if "409" not in error]
            one.assert_clean()


def _opened(one: Screen, name: str) -> _Desk:
    desk = _Desk(one).show()
    desk.panel.locator(f"[data-brief={name}]").click()
    desk.state("saved")
    desk.scene(0).locator(".ly-scene-title").click()
    one.settled()
    return desk


def _retitle(desk: _Desk, title: str) -> None:
    desk.field("scene.title", "en").fill(title)
    desk.field("scene.title", "ar").fill(title)
    desk.state("unsaved")


def test_a_file_of_ones_own_is_opened_and_saved_and_its_texts_stay_text(place: _Place) -> None:
    text = samples.both(spoilt("Said."), spoilt("قيل."))
    scene = samples.scene(title=text, lines=(samples.line("base", en=text.en, ar=text.ar),), marking="<b>M</b>")
    hostile = samples.brief(scene, id="own", title=text, author=text, marking="<i>M</i>")
    with screen(place.browser, place.address) as one:
        page = one.open(f"lang=ar&{VIEW}").page
        desk = _Desk(one).show()
        chooser = desk.panel.locator("input[type=file]")
        chooser.set_input_files(_file("wrong.json", json.dumps({"id": "X", "date": "soon", "scenes": [{"size": 1}]})))
        desk.panel.get_by_role("alert").wait_for()
        told = desk.panel.locator(".ly-brief-problems li").all_inner_texts()
        assert len(told) == 6
        assert any("scenes.0.size" in one for one in told)
        assert problems(one) == []

        chooser.set_input_files(_file("own.json", written(hostile)))
        desk.state("own")
        desk.scene(0).locator(".ly-scene-title").click()
        one.settled()
        assert desk.field("scene.title", "en").input_value() == text.en
        assert desk.panel.locator("h2").inner_text() == text.ar
        desk.does("check").click()
        desk.panel.locator("[data-finding]").first.wait_for()
        with page.expect_download() as download:
            desk.does("as-file").click()
        assert download.value.suggested_filename == "own.json"
        assert Path(download.value.path()).read_text("utf-8") == written(hostile)
        assert not (place.folder / "own.json").exists()
        assert page.evaluate("window.__pwned === undefined")
        one.assert_clean()


def _file(name: str, text: str) -> FilePayload:
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}
