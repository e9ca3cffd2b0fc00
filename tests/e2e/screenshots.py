"""Make the pictures of the documents: `python -m tests.e2e.screenshots [--to FOLDER]`.

The curated dataset on the real dashboard, each scene by its permalink. A picture in which anything went wrong is
not made.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser
from tests.e2e.browser import launched, screen
from tests.e2e.presenting import slides
from tests.e2e.server import serving

from libyamap import View, select
from libyamap.render import static
from libyamap.validation import open_dataset

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"


@dataclass(frozen=True)
class Scene:
    """A picture and the permalink that it is taken of."""

    name: str
    query: str
    filters: bool = False
    export: bool = False


SCENES = (
    Scene("map.en", "lang=en"),
    Scene("map.ar", "lang=ar"),
    Scene("evidence.en", "lang=en&sel=wagner-at-jufra-base"),
    Scene("evidence.ar", "lang=ar&theme=dark&sel=wagner-at-jufra-base"),
    Scene("filters.en", "lang=en&theme=dark&kinds=forces,redeployment", filters=True),
    Scene("filters.ar", "lang=ar&kinds=forces,redeployment", filters=True),
    Scene("export.ar", "lang=ar&theme=dark", export=True),
)

PRESENTED = ("present.en", "haftar-moscow-2023", "lang=en", "4")
"""A picture, and the brief, query and scene that it is taken of."""

SNAPSHOTS = {"snapshot.en": "lang=en", "snapshot.ar": "lang=ar&theme=dark"}
"""Pages on paper, and their permalinks."""
TAKEN = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)


def main(arguments: Sequence[str] | None = None) -> int:
    """Take all pictures."""
    parser = argparse.ArgumentParser(prog="python -m tests.e2e.screenshots", description="Make the pictures.")
    parser.add_argument("--to", type=Path, default=PICTURES, metavar="FOLDER", help="where to write them")
    folder = parser.parse_args(arguments).to
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as scratch,
        serving(None, Path(scratch) / "server.log") as server,
        launched() as browser,
    ):
        for scene in SCENES:
            take(browser, server.address, scene, folder / f"{scene.name}.png")
        take_presented(browser, server.address, folder)
    for name, query in SNAPSHOTS.items():
        chosen = select(open_dataset(None), View.from_query(query))
        (folder / f"{name}.png").write_bytes(static.render(chosen, sheet=static.Sheet(exported=TAKEN)))
    return 0


def take(browser: Browser, address: str, scene: Scene, file: Path) -> None:
    """Take one picture."""
    with screen(browser, address) as one:
        one.open(scene.query)
        if scene.filters:
            one.show_filters().settled()
        if scene.export:
            one.page.keyboard.press("e")
            one.page.locator(".ly-export-stage[aria-busy=false] img").wait_for()
        one.assert_clean()
        one.page.screenshot(path=file, animations="disabled", caret="hide")


def take_presented(browser: Browser, address: str, folder: Path) -> None:
    """Take a picture of a brief that is presented."""
    name, *presented = PRESENTED
    with slides(browser, address) as window:
        slide = window().open(*presented)
        slide.assert_clean()
        slide.one.page.screenshot(path=folder / f"{name}.png", animations="disabled", caret="hide")


if __name__ == "__main__":
    sys.exit(main())
