"""Pages that are looked at in tests: languages, sizes, and views with little and with much on them."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Literal

from libyamap.dataset import Dataset
from libyamap.render.static import Drawn, Paper, Sheet, draw, render
from libyamap.selection import Selection, select
from libyamap.validation import open_dataset
from libyamap.view import View

LANGUAGES = ("ar", "en")
SIZES = ("1920x1080", "a4", "a4-portrait", "800x600", "480x480")
VIEWS = {
    "sparse": "kinds=headquarters",
    "empty": "kinds=death",
    "home": "",
    "dense": "c=30,20&z=3",
    "close": "c=32.2,20.5&z=8&order=positions&opacity=wagner:40&sel=wagner-at-jufra-base",
}
TIME = dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.UTC)


@cache
def curated() -> Dataset:
    return open_dataset(None)


def chosen(query: str = "") -> Selection:
    return select(curated(), View.from_query(query))


def sheet(size: str = "1920x1080", **options: object) -> Sheet:
    given: dict[str, object] = {"paper": Paper.named(size), "exported": TIME, **options}
    return Sheet(**given)  # type: ignore[arg-type]


def drawn(query: str = "", size: str = "1920x1080", **options: object) -> Drawn:
    return draw(chosen(query), sheet(size, **options))


def rendered(query: str, form: Literal["png", "svg", "pdf"], size: str = "1920x1080", **options: object) -> bytes:
    return render(chosen(query), form=form, sheet=sheet(size, **options))
