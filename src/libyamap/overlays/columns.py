"""Which columns hold coordinates, name and dates, by what they are called, in both languages, and what they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from libyamap.overlays.degrees import degrees
from libyamap.overlays.moments import is_date
from libyamap.overlays.sheet import Sheet
from libyamap.overlays.wish import Wish
from libyamap.text import normalised

_LON = ("lon", "long", "lng", "longitude", "x", "xcoord", "pointx", "lon dd", "longdd", "خط الطول", "الطول", "طول")
_LAT = ("lat", "latitude", "y", "ycoord", "pointy", "latdd", "خط العرض", "دائرة العرض", "العرض", "عرض")
_TITLE = (
    "name", "title", "label", "الاسم", "اسم", "العنوان", "عنوان", "name en", "name ar", "site", "place", "الموقع",
    "المكان", "location", "event", "event description", "description", "الوصف",
)  # fmt: skip
_START = (
    "date", "event date", "start", "start date", "begin", "from", "when", "day", "datetime", "timestamp", "time",
    "التاريخ", "تاريخ", "تاريخ الحدث", "البداية", "من", "month", "year", "الشهر", "السنة",
)  # fmt: skip
_END = ("end", "end date", "until", "to", "finish", "النهاية", "نهاية", "تاريخ النهاية", "الى", "حتى")

_SAMPLE = 200
_MOSTLY = 0.6
_TELLING = 3
"""Letters that a name has at least, of which a longer one may be made."""


@dataclass(frozen=True)
class Columns:
    """What a table's columns are for; "" where there is none."""

    lon: str = ""
    lat: str = ""
    title: str = ""
    start: str = ""
    end: str = ""


def recognised(sheet: Sheet, wish: Wish) -> Columns:
    """The columns wished for, and of the others those that look like it."""
    free = list(sheet.columns)

    def take(wanted: str | None, names: Iterable[str], holds: Callable[[str], bool]) -> str:
        if wanted is not None:
            return wanted if wanted in sheet.columns else ""
        found = _called(free, names, lambda column: _mostly(sheet, column, holds))
        if found:
            free.remove(found)
        return found

    lon = lat = ""
    if sheet.shapes is None:
        lon = take(wish.lon, _LON, _is_degrees)
        lat = take(wish.lat, _LAT, _is_degrees)
    start = take(wish.start, _START, is_date)
    end = take(wish.end, _END, is_date)
    title = take(wish.title, _TITLE, bool)
    return Columns(lon, lat, title, start, end)


def _called(columns: Iterable[str], names: Iterable[str], holds: Callable[[str], bool]) -> str:
    """The column of the first of these names; or the first whose name begins with one of them."""
    plain = {column: _plain(column) for column in columns}
    wanted = [_plain(name) for name in names]
    exact = (column for name in wanted for column, text in plain.items() if text == name)
    telling = [name for name in wanted if len(name) >= _TELLING]
    begun = (column for name in telling for column, text in plain.items() if text.startswith(f"{name} "))
    return next((column for column in (*exact, *begun) if holds(column)), "")


def _plain(name: str) -> str:
    return normalised(name.replace("_", " "))


def _mostly(sheet: Sheet, column: str, holds: Callable[[str], bool]) -> bool:
    filled = [text for text in (sheet.column(column) or []) if text][:_SAMPLE]
    return bool(filled) and sum(map(holds, filled)) >= _MOSTLY * len(filled)


def _is_degrees(text: str) -> bool:
    return degrees(text) is not None
