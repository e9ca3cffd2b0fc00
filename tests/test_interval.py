"""Imprecise time: the table of cases that the map application is run through too, and its laws."""

import contextlib
import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from libyamap.errors import IntervalError
from libyamap.interval import FIRST_DAY, LAST_DAY, UNDATED, Bounds, Overlap, date_of, day_number, parse

TABLE = json.loads((Path(__file__).parent / "cases" / "interval.json").read_text("utf-8"))
CASES: list[dict[str, Any]] = TABLE["cases"]


def _day(text: str | None, unlimited: int) -> int:
    return day_number(dt.date.fromisoformat(text)) if text else unlimited


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["edtf"])
def test_bounds_are_those_of_the_table(case: dict[str, Any]) -> None:
    bounds = parse(case["edtf"]).bounds
    written = [None if day in {FIRST_DAY, LAST_DAY} else date_of(day).isoformat() for day in bounds]
    assert written == case["bounds"]


@pytest.mark.parametrize(
    ("text", "first", "last", "expected"),
    [(case["edtf"], *window) for case in CASES for window in case["windows"]],
)
def test_windows_are_met_as_in_the_table(text: str, first: str | None, last: str | None, expected: str) -> None:
    assert parse(text).bounds.overlap(_day(first, FIRST_DAY), _day(last, LAST_DAY)) == expected


@pytest.mark.parametrize("text", TABLE["refused"])
def test_what_is_outside_the_profile_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(IntervalError) as caught:
        parse(text)
    assert f"“{text}”" in str(caught.value)


days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
dated = st.one_of(
    days.map(lambda day: day.isoformat()), days.map(lambda day: f"{day:%Y-%m}"), days.map(lambda day: f"{day:%Y}")
)
qualified = st.tuples(dated, st.sampled_from(["", "", "~", "?"])).map("".join)
expressions = st.one_of(
    qualified,
    st.tuples(dated, dated).map(lambda ends: "/".join(sorted(ends))),
    st.tuples(dated, dated).map(lambda ends: "[" + "..".join(sorted(ends)) + "]"),
    qualified.map(lambda end: f"/{end}"),
    qualified.map(lambda end: f"../{end}"),
    qualified.map(lambda start: f"{start}/.."),
    qualified.map(lambda start: f"{start}/"),
)


@given(expressions)
def test_bounds_are_in_order(text: str) -> None:
    start_earliest, start_latest, end_earliest, end_latest = parse(text).bounds
    assert start_earliest <= start_latest <= end_latest
    assert start_earliest <= end_earliest <= end_latest


@given(expressions, days, st.integers(0, 4000), st.integers(0, 400), st.integers(0, 400))
def test_a_wider_window_never_loses_anything(text: str, start: dt.date, length: int, before: int, after: int) -> None:
    order = [Overlap.NONE, Overlap.POSSIBLE, Overlap.CERTAIN]
    first, bounds = day_number(start), parse(text).bounds
    narrow = bounds.overlap(first, first + length)
    wide = bounds.overlap(first - before, first + length + after)
    assert order.index(wide) >= order.index(narrow)


@given(st.tuples(days, days, days, days), days, st.integers(0, 1000), st.randoms())
def test_certain_and_possible_mean_every_reading_and_some(
    four: tuple[dt.date, ...], start: dt.date, length: int, random: Any
) -> None:
    a, b, c, d = sorted(day_number(day) for day in four)
    bounds, first = Bounds(a, b, c, d), day_number(start)
    last = first + length
    begins = [a, b, random.randint(a, b)]
    ends = [c, d, random.randint(c, d)]
    met = [begin <= last and end >= first for begin in begins for end in ends if begin <= end]
    expected = Overlap.CERTAIN if all(met) else Overlap.POSSIBLE if any(met) else Overlap.NONE
    assert bounds.overlap(first, last) == expected


def _ends_are_equally_precise(text: str) -> bool:
    """The reference parser takes no set whose ends differ in precision."""
    first, _, last = text.strip("[]").partition("..")
    return not text.startswith("[") or len(first) == len(last)


@settings(deadline=None)
@given(expressions.filter(_ends_are_equally_precise))
def test_whatever_we_accept_is_edtf_to_the_reference_parser(text: str) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        assert edtf.parse_edtf(text) is not None


def test_what_is_undated_is_possible_in_every_window_and_certain_in_none() -> None:
    assert UNDATED.overlap(0, 365) == Overlap.POSSIBLE
    assert UNDATED.overlap(FIRST_DAY, LAST_DAY) == Overlap.CERTAIN


def test_a_confirmation_proves_that_it_lasted() -> None:
    since = parse("2020/").bounds
    assert since.overlap(*[day_number(dt.date(2023, 8, 1))] * 2) == Overlap.POSSIBLE
    confirmed = since.lasting_until(parse("2023-09").bounds)
    assert confirmed.overlap(*[day_number(dt.date(2023, 8, 1))] * 2) == Overlap.CERTAIN
    assert confirmed.overlap(*[day_number(dt.date(2023, 10, 1))] * 2) == Overlap.POSSIBLE
