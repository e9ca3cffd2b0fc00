"""Dates as people write them in tables, read as EDTF: a year stays a year, a month a month."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Literal

from babel.dates import get_month_names

from libyamap.errors import IntervalError
from libyamap.interval import Bounds, Expression, parse
from libyamap.overlays.degrees import ascii_digits

Order = Literal["day", "month"]
"""What comes first in `07/08/2023`."""

_YEAR_FIRST = re.compile(r"(\d{4})(?:\.0|[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ]+\d{1,2}:.*)?", re.ASCII)
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ,]+\d{1,2}:.*)?", re.ASCII)
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})", re.ASCII)
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})", re.ASCII)
_MILLISECONDS = re.compile(r"-?\d{12,13}", re.ASCII)
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+", re.ASCII)
_LAST_MONTH = 12
_EASTERN = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
    "كانون الأول",
)  # fmt: skip
_LIBYAN = {"هانيبال": 8, "ناصر": 7, "الفاتح": 9, "التمور": 10, "الحرث": 11, "الكانون": 12, "أي النار": 1, "النوار": 2,
           "الربيع": 3, "الطير": 4, "الماء": 5, "الصيف": 6}  # fmt: skip


def bounds(start: str, end: str, order: Order) -> Bounds | None:
    """The four days of a row, or None where it has no date that can be read.

    Raises
    ------
    ValueError
        If something stands there that is no date, or ends before it begins.
    """
    if not start and not end:
        return None
    first, last = (_expression(text, order) if text else None for text in (start, end))
    if first and last:
        begun, ended = first.bounds, last.bounds
        if begun.start_earliest > ended.end_latest:
            raise ValueError(end)
        return Bounds(
            begun.start_earliest,
            min(begun.end_latest, ended.end_latest),
            max(ended.start_earliest, begun.start_earliest),
            ended.end_latest,
        )
    if first:
        return first.bounds
    return parse(f"/{end_text}").bounds if (end_text := _edtf(end, order)) else None


def is_date(text: str) -> bool:
    """Whether a cell says a date, whichever comes first."""
    return any(_readable(text, order) for order in ("day", "month"))


def order_of(cells: Iterable[str]) -> tuple[Order, bool]:
    """What comes first in a column's dates; and whether that can only be guessed, while it matters."""
    pairs = {(int(found[1]), int(found[2])) for text in cells if (found := _YEAR_LAST.fullmatch(ascii_digits(text)))}
    day_first = any(first > _LAST_MONTH for first, _ in pairs)
    month_first = any(second > _LAST_MONTH for _, second in pairs)
    if month_first and not day_first:
        return "month", False
    return "day", not day_first and any(first != second for first, second in pairs)


def _readable(text: str, order: Order) -> bool:
    try:
        return _expression(text, order) is not None
    except ValueError:
        return False


@lru_cache(maxsize=65_536)
def _expression(text: str, order: Order) -> Expression:
    if edtf := _edtf(text, order):
        return parse(edtf)
    raise ValueError(text)


def _edtf(text: str, order: Order) -> str | None:
    """A cell as EDTF, or None where it is no date."""
    plain = ascii_digits(text.strip())
    found = _numeric(plain, order) or _worded(plain) or plain
    try:
        parse(found)
    except IntervalError:
        return None
    return found


def _numeric(text: str, order: Order) -> str | None:
    if found := _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text):
        return _written(*found.groups())
    if found := _YEAR_LAST.fullmatch(text):
        first, second, year = found.groups()
        return _written(year, second, first) if order == "day" else _written(year, first, second)
    if found := _MONTH_YEAR.fullmatch(text):
        return _written(found[2], found[1])
    if _MILLISECONDS.fullmatch(text):
        moment = dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(milliseconds=int(text))
        return moment.date().isoformat()
    return None


def _worded(text: str) -> str | None:
    """`7 July 2023`, `July 7, 2023`, `يوليو 2023`."""
    numbers = _NUMBER.findall(text)
    years = [number for number in numbers if len(number) == 4]  # noqa: PLR2004 - digits of a year
    days = [number for number in numbers if len(number) <= 2]  # noqa: PLR2004 - digits of a day
    plain = " ".join(_WORD.findall(text.lower()))
    month = next((number for name, number in _months().items() if re.search(rf"\b{name}\b", plain)), None)
    if month is None or len(years) != 1 or len(days) > 1 or len(numbers) != len(years) + len(days):
        return None
    return _written(years[0], str(month), *days)


def _written(year: str, month: str | None = None, day: str | None = None) -> str:
    return "-".join(part.zfill(2) for part in (year, month, day) if part)


@lru_cache(maxsize=1)
def _months() -> Mapping[str, int]:
    """Months by name, the longest names first."""
    found: dict[str, int] = dict(_LIBYAN)
    for locale in ("en", "ar_LY", "ar_MA", "fr"):
        found |= {name.lower(): number for number, name in get_month_names("wide", locale=locale).items()}
    found |= {name.lower(): number for number, name in get_month_names("abbreviated", locale="en").items()}
    found |= {name: number for number, name in enumerate(_EASTERN, start=1)}
    return dict(sorted(found.items(), key=lambda one: -len(one[0])))
