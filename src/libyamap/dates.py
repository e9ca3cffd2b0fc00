"""Dates as people read them: an EDTF expression in words, with what it is known to."""

from __future__ import annotations

import datetime as dt

from babel.dates import format_date

from libyamap.i18n import LOCALES, message
from libyamap.interval import Date, Expression, Limit

_PATTERNS = {"day": "d MMMM y", "month": "MMMM y", "year": "y"}


def day(lang: str, date: dt.date) -> str:
    """A calendar date: "26 September 2023"."""
    return str(format_date(date, _PATTERNS["day"], locale=LOCALES[lang]))


def words(lang: str, expression: Expression, *, lasting: bool = False) -> str:
    """An expression in words: "some time between 10 and 23 September 2023".

    Parameters
    ----------
    lasting : bool
        Whether it dates a state, which began at that time, and not a happening.
    """
    first, last = expression.first, expression.last
    if expression.kind == "date" and isinstance(first, Date):
        return _date(lang, first)
    ends = {"first": _end(lang, first), "last": _end(lang, last)}
    return message(lang, f"when.{_kind(expression, lasting=lasting)}.{_shape(first, last)}", **ends)


def precision(lang: str, expression: Expression, *, lasting: bool = False) -> str:
    """What an expression is known to: "to the month", "once, within this period"."""
    first = expression.first
    if expression.kind == "date" and isinstance(first, Date):
        qualifier = "approximate" if first.approximate else "known"
        return message(lang, f"precision.{qualifier}.{first.precision}")
    return message(lang, f"precision.{_kind(expression, lasting=lasting)}.{_shape(first, expression.last)}")


def _kind(expression: Expression, *, lasting: bool) -> str:
    return "begun" if lasting and expression.kind == "set" else expression.kind


def _shape(first: Date | Limit, last: Date | Limit) -> str:
    if isinstance(first, Limit):
        return f"from-{first}"
    return f"to-{last}" if isinstance(last, Limit) else "between"


def _end(lang: str, end: Date | Limit) -> str:
    return _date(lang, end) if isinstance(end, Date) else ""


def _date(lang: str, date: Date) -> str:
    plain = dt.date(date.year, date.month or 1, date.day or 1)
    text = str(format_date(plain, _PATTERNS[date.precision], locale=LOCALES[lang]))
    return message(lang, "when.about", date=text) if date.approximate else text
