"""The Export panel: chosen, seen before it is made, fetched, copied, given up; in both languages."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from defusedxml import ElementTree
from PIL import Image
from playwright.sync_api import Locator, Request
from pypdf import PdfReader
from tests.conftest import Open
from tests.e2e.browser import Screen
from tests.e2e.server import Server
from tests.e2e.test_accessibility import problems
from tests.overlays import samples

from libyamap.exports import selected, wished
from libyamap.exports.pictures import sheet
from libyamap.i18n import message
from libyamap.render import static
from libyamap.render.static.plane import projected
from libyamap.validation import open_dataset

pytestmark = pytest.mark.xdist_group("curated")

SEEN = """() => {
  const box = (name) => document.querySelector(name).getBoundingClientRect();
  const [start, tools, bar, foot] = ['.ly-start', '.ly-toolbar', '.ly-topbar', '.ly-timeline'].map(box);
  const [left, right] = start.left < tools.left ? [start.right, tools.right] : [tools.left, start.left];
  const corner = (x, y) => {
    const { lat, lng } = map_libyamap.containerPointToLatLng([x, y]);
    return [lng, lat];
  };
  return [corner(left, bar.bottom), corner(right, foot.top)];
}"""
"""Longitude and latitude of the upper left and the lower right corner of what is seen of the map between the panels."""
PICTURE = "document.querySelector('.ly-export-paper img')?.src"
WHEN = "2023-08-01--2023-09-30"
COPIED = """async () => {
  const [item] = await navigator.clipboard.read();
  const { width, height } = await createImageBitmap(await item.getType('image/png'));
  return [width, height];
}"""


class _Panel:
    """What a reader does in the panel."""

    def __init__(self, one: Screen) -> None:
        self.one = one
        self.page = one.page

    @property
    def dialog(self) -> Locator:
        return self.page.locator("dialog[open]")

    def says(self, key: str, **params: object) -> str:
        return message(self.one.state()["lang"], f"export.{key}", **params)

    def open(self) -> _Panel:
        """Open it by its key, and wait for the page as it would be."""
        self.page.keyboard.press("e")
        self.dialog.locator("input[name=form]:checked").and_(self.page.locator(":focus")).wait_for()
        return self.seen()

    def seen(self) -> _Panel:
        """Wait until the preview shows what was chosen last."""
        self.page.locator(".ly-export-stage[aria-busy=false] img").wait_for()
        return self

    @contextlib.contextmanager
    def redrawn(self) -> Iterator[None]:
        """Whatever is changed within changes the preview, which stays until then, and moves nothing."""
        before = self.page.evaluate(PICTURE)
        stage = self.dialog.locator(".ly-export-stage")
        box = stage.bounding_box()
        yield
        self.one.until(f"(before) => {{ const now = {PICTURE}; return now && now !== before; }}", before)
        self.seen()
        assert stage.bounding_box() == box

    def field(self, name: str) -> Locator:
        return self.dialog.locator(f"[data-field={name}]").locator("input, select, textarea").first

    def press(self, key: str) -> None:
        self.dialog.get_by_role("button", name=self.says(key), exact=True).click()

    @property
    def told(self) -> Locator:
        return self.dialog.locator(".ly-export-told [role=status]")

    @property
    def name(self) -> str:
        return self.dialog.locator(".ly-export-name bdi").inner_text()

    def save(self) -> tuple[str, bytes]:
        """The file, and the name that the browser gives it."""
        with self.page.expect_download() as saving:
            self.dialog.locator(".ly-export-foot .ly-primary").click()
        self.told.get_by_text(self.says("ui.saved", size="").split("{")[0].split("،")[0].split(",")[0]).wait_for()
        return saving.value.suggested_filename, Path(saving.value.path()).read_bytes()

    def form(self, form: str) -> None:
        self.dialog.locator(f"input[name=form][value={form}]").check(force=True)


def _children(pid: int) -> set[int]:
    """The processes that a process has started and that run."""
    listed = (Path(task) / "children" for task in Path(f"/proc/{pid}/task").iterdir())
    return {int(child) for file in listed for child in file.read_text("ascii").split()}


def _wishes(one: Screen) -> list[dict[str, Any]]:
    posted: list[dict[str, Any]] = []

    def heard(request: Request) -> None:
        if request.method == "POST" and request.url.endswith("/export/jobs"):
            posted.append(request.post_data_json or {})

    one.page.on("request", heard)
    return posted


def test_what_is_chosen_is_seen_and_then_fetched_in_both_languages(curated: Open) -> None:
    one = curated("lang=en&kinds=meeting,visit&from=2023-08-01&to=2023-09-30&c=29.123,17.4&z=6.25")
    panel = _Panel(one)
    _in_english(one, panel)
    panel.page.keyboard.press("Escape")
    panel.dialog.wait_for(state="detached")
    one.switch_language("ar").switch_theme()
    _in_arabic(one, panel)


def _in_english(one: Screen, panel: _Panel) -> None:
    asked = "performance.getEntriesByType('resource').filter((one) => /exports/.test(one.name)).length"
    assert one.page.evaluate(asked) == 0, "nothing of it is fetched before somebody asks"
    panel.open()
    digest = open_dataset(None).digest[:8]
    assert panel.field("title").input_value() == open_dataset(None).catalog.title["en"]
    suggested = panel.field("subtitle").input_value()
    assert "1 August 2023 to 30 September 2023" in suggested
    assert problems(one) == []

    with panel.redrawn():
        panel.field("title").fill("Who met whom")
    with panel.redrawn():
        panel.field("subtitle").fill("")
    with panel.redrawn():
        panel.field("marking").fill("Internal")
    with panel.redrawn():
        panel.dialog.get_by_role("button", name=panel.says("style.print")).click()
    name, content = panel.save()
    assert name == panel.name == f"libyamap-who-met-whom-en-{WHEN}-INTERNAL-{digest}.png"
    picture = Image.open(BytesIO(content))
    assert picture.size == (1920, 1080)
    assert picture.info["Title"] == "Who met whom"
    assert picture.info["Description"].startswith("Internal")
    assert suggested not in picture.info["Description"]

    with panel.redrawn():
        panel.form("svg")
    with panel.redrawn():
        panel.dialog.locator(".ly-text-button:visible").last.click()
    assert panel.field("subtitle").input_value() == suggested
    name, content = panel.save()
    assert name.endswith(".svg")
    assert "Who met whom" in "".join(ElementTree.fromstring(content).itertext())


def _in_arabic(one: Screen, panel: _Panel) -> None:
    posted = _wishes(one)
    panel.open()
    assert panel.field("title").input_value() == "Who met whom", "what was typed stays"
    with panel.redrawn():
        panel.dialog.locator(".ly-text-button:visible").first.click()
    assert panel.field("title").input_value() == open_dataset(None).catalog.title["ar"]
    with panel.redrawn():
        panel.field("size").select_option("a4-portrait")
    with panel.redrawn():
        panel.form("pdf")
    assert problems(one) == []
    name, content = panel.save()
    assert name == f"libyamap-haftar-moscow-2023-ar-{WHEN}-INTERNAL-{open_dataset(None).digest[:8]}.pdf"
    (page,) = PdfReader(BytesIO(content)).pages
    assert [round(side / 72 * 25.4) for side in (page.mediabox.width, page.mediabox.height)] == [210, 297]
    panel.page.keyboard.press("Escape")
    _assert_seen_is_exported(one, posted[-1])


def _assert_seen_is_exported(one: Screen, posted: dict[str, Any]) -> None:
    """The file shows all that the reader sees between the panels, and as much more as its shape has room for."""
    wish = wished(posted)
    frame = static.draw(selected(open_dataset(None), wish), sheet(wish.options)).frame
    (left, top), (right, bottom) = projected(one.page.evaluate(SEEN))
    west, south, east, north = frame.bounds
    (west, north), (east, south) = projected(((west, north), (east, south)))
    scale = frame.scale
    assert abs((west + east - left - right) / 2 * scale) < 12
    assert abs((north + south - top - bottom) / 2 * scale) < 12
    assert west * scale < left * scale + 12
    assert right * scale < east * scale + 12
    grown = min((east - west) / (right - left), (south - north) / (bottom - top))
    assert 0.97 < grown < 1.08, "no nearer and no farther than that"


def test_a_heavy_export_is_told_and_given_up_and_what_cannot_be_is_said(curated: Open, curated_server: Server) -> None:
    panel = _Panel(curated("lang=ar")).open()
    panel.field("size").select_option("own")
    sides = panel.dialog.locator(".ly-export-sides input")
    with panel.redrawn():
        sides.first.fill("10000")
        sides.last.fill("10000")
    panel.press("ui.save")
    panel.told.get_by_text(panel.says("ui.making")).wait_for()
    panel.page.wait_for_timeout(300)
    running = _children(curated_server.pid)
    panel.press("ui.cancel")
    panel.told.get_by_text(panel.says("ui.cancelled")).wait_for()
    for _ in range(100):
        if running - _children(curated_server.pid):
            break
        panel.page.wait_for_timeout(50)
    assert len(running - _children(curated_server.pid)) == 1, "the process has ended, and no other"

    assert panel.one.errors == []
    sides.first.fill("99999")
    problem = panel.dialog.locator("[data-field=size] [role=alert]")
    problem.get_by_text(message("ar", "error.paper", size="99999x10000", least=480, most=10000)).wait_for()
    assert panel.dialog.locator(".ly-export-foot .ly-primary").is_disabled()
    assert panel.dialog.locator(".ly-export-paper img").is_visible(), "what was seen last stays"
    # Browsers report a refusal on the console, whatever becomes of it.
    assert all("400" in error for error in panel.one.errors)
    panel.one.errors.clear()
    with panel.redrawn():
        sides.first.fill("1000")
    assert problem.count() == 0


def test_the_picture_is_copied_and_what_will_not_be_on_it_is_said(curated: Open) -> None:
    one = curated("lang=en", viewport={"width": 1024, "height": 768})
    assert one.page.evaluate("document.querySelector('.ly-topbar').scrollWidth <= innerWidth")
    one.page.evaluate(
        """(text) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([text], 'towns.csv'));
          document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
        }""",
        samples.ARABIC_CSV,
    )
    one.page.locator(".ly-overlay-buttons .ly-primary:enabled").click()
    one.page.locator("dialog[open]").wait_for(state="detached")
    one.settled()
    panel = _Panel(one).open()
    assert panel.says("ui.own-layers", n=1) in panel.dialog.inner_text()
    # Chromium lets every page that is in front copy pictures; others do not.
    one.page.evaluate(
        "() => { navigator.clipboard.write = async () => { throw new DOMException('', 'NotAllowedError'); }; }"
    )
    panel.press("ui.copy")
    panel.told.get_by_text(panel.says("ui.copy-refused")).wait_for()
    one.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    one.page.evaluate("() => { delete navigator.clipboard.write; }")
    panel.press("ui.copy")
    panel.told.get_by_text(panel.says("ui.copied")).wait_for()
    assert one.page.evaluate(COPIED) == [1920, 1080]
    box = panel.dialog.bounding_box()
    assert box
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 768
    assert panel.dialog.evaluate("(dialog) => dialog.scrollWidth <= dialog.clientWidth")
