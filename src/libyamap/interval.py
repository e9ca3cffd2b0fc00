"""Imprecise time: EDTF strings, their four bounds, and how they meet a window.

The profile of EDTF (ISO 8601-2, levels 0 to 2) that datasets may use:

=========================  ====================================================
``2023-09-26``             a day
``2023-08`` ``2019``       some time within a month, a year
``2017~`` ``2017?``        approximate, uncertain: widened by a stated margin
``A/B``                    lasted from A to B
``/B`` ``A/``              its start, its end is unknown
``../B`` ``A/..``          it has no start, no end
``[A..B]``                 happened once, at some time between A and B
``[..B]`` ``[A..]``        once, at some time up to B, from A on
=========================  ====================================================

Of a presence, ``[A..B]`` dates the beginning: it was there from some time between A and B, and until when is not told.

Days are counted from 1970-01-01 (UTC, proleptic Gregorian), edges inclusive. The bounds are our own: the
`edtf` package widens ``/2023-09-26`` to ten years and ``2023-09-17~`` to several, and answers some malformed
strings with a TypeError; the tests use it as a second opinion on what is EDTF.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Literal

from libyamap.errors import IntervalError, ReversedIntervalError

EPOCH = dt.date(1970, 1, 1)
FIRST_DAY = (dt.date.min - EPOCH).days
"""Stands for "no limit before"."""
LAST_DAY = (dt.date.max - EPOCH).days
"""Stands for "no limit after"."""
MARGIN_DAYS = 3
"""``~`` and ``?`` widen a day by three days either way, a month by a month, a year by a year."""

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<qualifier>[~?%])?", re.ASCII)
_SET = re.compile(r"\[(?P<first>[^\[\]/]*?)\.\.(?P<last>[^\[\]/]*)\]")


class Overlap(StrEnum):
    """How an imprecise interval meets a window."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    NONE = "none"


class Limit(StrEnum):
    """An end of an interval that is not a date."""

    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Bounds:
    """The four day numbers of an imprecise interval, edges inclusive.

    Attributes
    ----------
    start_earliest, start_latest : int
        First and last day on which it may have begun.
    end_earliest, end_latest : int
        First and last day on which it may have ended.
    """

    start_earliest: int
    start_latest: int
    end_earliest: int
    end_latest: int

    def __iter__(self) -> Iterator[int]:
        """Start earliest, start latest, end earliest, end latest."""
        return iter((self.start_earliest, self.start_latest, self.end_earliest, self.end_latest))

    def lasting_until(self, confirmed: Bounds) -> Bounds:
        """The same, known to have begun by the day on which it was last confirmed, and to have lasted until then."""
        start_latest = max(self.start_earliest, min(self.start_latest, confirmed.end_latest))
        end_earliest = max(self.end_earliest, confirmed.start_earliest)
        return Bounds(self.start_earliest, start_latest, end_earliest, max(self.end_latest, end_earliest))

    def overlap(self, first: int, last: int) -> Overlap:
        """How it meets the window from day `first` to day `last`.

        Certain if it overlaps under every reading of the bounds, possible if under some.
        """
        if self.start_latest <= last and self.end_earliest >= first:
            return Overlap.CERTAIN
        if self.start_earliest <= last and self.end_latest >= first:
            return Overlap.POSSIBLE
        return Overlap.NONE


UNDATED = Bounds(FIRST_DAY, LAST_DAY, FIRST_DAY, LAST_DAY)
"""What the source gives no date for: possible in every window, certain only in all of time."""


@dataclass(frozen=True)
class Date:
    """A calendar date known to the day, the month or the year."""

    year: int
    month: int | None = None
    day: int | None = None
    qualifier: str | None = None

    @property
    def precision(self) -> Literal["day", "month", "year"]:
        """What it is known to."""
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    @property
    def approximate(self) -> bool:
        """Whether it is marked approximate or uncertain."""
        return self.qualifier is not None

    @property
    def days(self) -> tuple[int, int]:
        """First and last day that it may mean, the margin of a qualifier included."""
        margin = 1 if self.approximate else 0
        if self.month is None:
            return _day(self.year - margin, 1, 1), _day(self.year + margin, 12, 31)
        if self.day is None:
            first, last = _shifted(self.year, self.month, -margin), _shifted(self.year, self.month, margin)
            return _day(*first, 1), _day(*last, calendar.monthrange(*last)[1])
        day = _day(self.year, self.month, self.day)
        return day - margin * MARGIN_DAYS, day + margin * MARGIN_DAYS


@dataclass(frozen=True)
class Expression:
    """A parsed EDTF string.

    Attributes
    ----------
    kind : {"date", "interval", "set"}
        One date; a lasting from `first` to `last`; one happening between them.
    first, last : Date or Limit
        Equal for a date.
    """

    kind: Literal["date", "interval", "set"]
    first: Date | Limit
    last: Date | Limit

    @property
    def bounds(self) -> Bounds:
        """Its four day numbers."""
        earliest = self.first.days[0] if isinstance(self.first, Date) else FIRST_DAY
        latest = self.last.days[1] if isinstance(self.last, Date) else LAST_DAY
        if self.kind != "interval":
            return Bounds(earliest, latest, earliest, latest)
        return Bounds(earliest, self._latest_start(latest), self._earliest_end(earliest), latest)

    @property
    def begun(self) -> Bounds:
        """The four day numbers of what lasts: a set tells when it began, and of its end nothing."""
        bounds = self.bounds
        if self.kind != "set":
            return bounds
        return Bounds(bounds.start_earliest, bounds.start_latest, bounds.end_earliest, LAST_DAY)

    def _latest_start(self, latest_end: int) -> int:
        if isinstance(self.first, Date):
            return min(self.first.days[1], latest_end)
        return FIRST_DAY if self.first is Limit.OPEN else latest_end

    def _earliest_end(self, earliest_start: int) -> int:
        if isinstance(self.last, Date):
            return max(self.last.days[0], earliest_start)
        return LAST_DAY if self.last is Limit.OPEN else earliest_start


@lru_cache(maxsize=4096)
def parse(text: str) -> Expression:
    """Read an EDTF string of the profile above.

    Raises
    ------
    IntervalError
        If it is not of the profile, names a day that no calendar has, or ends before it begins.
    """
    expression = _expression(text)
    first, last = expression.first, expression.last
    if isinstance(first, Date) and isinstance(last, Date) and first.days[0] > last.days[1]:
        raise ReversedIntervalError(text=text)
    return expression


def _expression(text: str) -> Expression:
    if matched := _SET.fullmatch(text):
        first, last = (_set_end(text, matched[end]) for end in ("first", "last"))
        if isinstance(first, Limit) and isinstance(last, Limit):
            raise IntervalError(text=text)
        return Expression("set", first, last)
    if "/" in text:
        first, last = (_interval_end(text, end) for end in text.split("/", 1))
        if isinstance(first, Limit) and isinstance(last, Limit):
            raise IntervalError(text=text)
        return Expression("interval", first, last)
    date = _date(text, text)
    return Expression("date", date, date)


def _set_end(text: str, end: str) -> Date | Limit:
    return _date(text, end) if end else Limit.UNKNOWN


def _interval_end(text: str, end: str) -> Date | Limit:
    if end == "..":
        return Limit.OPEN
    return _date(text, end) if end else Limit.UNKNOWN


def _date(text: str, part: str) -> Date:
    matched = _DATE.fullmatch(part)
    if not matched:
        raise IntervalError(text=text)
    year, month, day = (int(matched[unit]) if matched[unit] else None for unit in ("year", "month", "day"))
    try:
        dt.date(year or 0, month or 1, day or 1)
    except ValueError:
        raise IntervalError(text=text) from None
    return Date(year or 0, month, day, matched["qualifier"])


def _shifted(year: int, month: int, by: int) -> tuple[int, int]:
    years, months = divmod(month - 1 + by, 12)
    return year + years, months + 1


def _day(year: int, month: int, day: int) -> int:
    if year < dt.MINYEAR:
        return FIRST_DAY
    return LAST_DAY if year > dt.MAXYEAR else day_number(dt.date(year, month, day))


def day_number(date: dt.date) -> int:
    """Days from 1970-01-01 to `date`."""
    return (date - EPOCH).days


def date_of(day: int) -> dt.date:
    """The date of a day number."""
    return EPOCH + dt.timedelta(days=day)
