"""What was known at the view's two clocks: nothing said or recorded later shows in what is selected."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.small import Files, both, claim, write

from libyamap.dataset import Dataset, read
from libyamap.interval import Overlap, day_number
from libyamap.selection import Item, select
from libyamap.view import View

JUFRA = "wagner-jufra"
Change = Callable[[Files], None]


def presence(files: Files) -> dict[str, Any]:
    feature = files["collections/presence.geojson"]["features"][0]
    assert feature["id"] == JUFRA
    properties: dict[str, Any] = feature["properties"]
    return properties


def resting_on(*claims: dict[str, Any], **properties: Any) -> Change:
    """The presence at Jufra resting on these claims alone, and dated by them as a curator would."""

    def change(files: Files) -> None:
        files["claims.json"]["claims"] += claims
        presence(files).pop("strength", None)
        presence(files).update(properties, claims=[one["id"] for one in claims])

    return change


def item(dataset: Dataset, query: str) -> Item:
    items = select(dataset, View.from_query(query)).items
    return next(one for one in items if one.feature.id == JUFRA)


EARLY = claim("seen-early", happened="2019/", said="2021-06-15", recorded="2021-07-01")
LATE = claim("left-late", happened="2019/2023-05", said="2023-06-30", recorded="2023-07-01")


@pytest.fixture
def seen_and_left(tmp_path: Path) -> Dataset:
    return read(write(tmp_path, resting_on(EARLY, LATE, when="2019/2023-05", confirmed="2023-05")))


def test_everything_known_is_as_it_was_curated(seen_and_left: Dataset) -> None:
    for query in ("", "asof=2023-06-30", "rec=2023-07-01", "asof=2024-01-01&rec=2024-01-01"):
        known = item(seen_and_left, query)
        assert known.as_curated, query
        assert known.bounds == known.feature.bounds


@pytest.mark.parametrize("query", ["asof=2022-06-15", "rec=2022-06-15&asof=2022-06-15"])
def test_a_later_claim_neither_dates_nor_confirms(seen_and_left: Dataset, query: str) -> None:
    known = item(seen_and_left, query)
    assert [one.id for one in known.claims] == ["seen-early"]
    assert (known.dated.when, known.dated.confirmed) == ("2019/", "2021-06-15")
    assert known.age(day_number(dt.date(2022, 6, 15))) == 0.5
    in_2021 = day_number(dt.date(2021, 1, 1))
    in_2024 = day_number(dt.date(2024, 1, 1))
    assert known.bounds.overlap(in_2021, in_2021) is Overlap.CERTAIN
    assert known.bounds.overlap(in_2024, in_2024) is Overlap.POSSIBLE
    assert seen_and_left.features[JUFRA].bounds.overlap(in_2024, in_2024) is Overlap.NONE


def test_what_was_recorded_later_was_not_known_though_it_was_said(seen_and_left: Dataset) -> None:
    assert item(seen_and_left, "asof=2023-06-30").dated.confirmed == "2023-05"
    assert item(seen_and_left, "asof=2023-06-30&rec=2023-06-30").dated.confirmed == "2021-06-15"


@pytest.mark.parametrize(
    ("early", "confirmed"),
    [
        ({"happened": None}, "2021-06-15"),
        ({"happened": "2017/2018"}, "2018"),
        ({"happened": "[2019..2020]"}, "[2019..2020]"),
        ({"happened": "2017/", "said": None, "source": "leaflet-sheet", "locator": [0]}, None),
        ({"happened": "2017/2018", "said": None, "source": "leaflet-sheet", "locator": [0]}, "2018"),
        ({"assertion": "denied"}, None),
        ({"assertion": "requested"}, None),
    ],
)
def test_a_claim_vouches_for_no_more_than_it_tells(
    tmp_path: Path, early: dict[str, Any], confirmed: str | None
) -> None:
    change = resting_on(EARLY | early, LATE, when="2019/2023-05", confirmed="2023-05")
    assert item(read(write(tmp_path, change)), "asof=2022-01-01").dated.confirmed == confirmed


def test_a_confirmation_is_never_later_than_the_curated_one_or_the_as_of_date(tmp_path: Path) -> None:
    change = resting_on(EARLY, LATE, when="2019/", confirmed="2020")
    assert item(read(write(tmp_path / "a", change)), "asof=2022-01-01").dated.confirmed == "2020"
    # One that its claims do not vouch for: whatever it rests on, it was not known before it came.
    ahead = resting_on(claim("undated", source="leaflet-sheet", locator=[0]), when="2019/", confirmed="2023-05")
    dataset = read(write(tmp_path / "b", ahead))
    assert item(dataset, "asof=2022-01-01").dated.confirmed is None
    assert item(dataset, "asof=2022-01-01").age(day_number(dt.date(2022, 1, 1))) == 1
    assert item(dataset, "asof=2023-05-01").dated.confirmed == "2023-05"


def test_numbers_are_known_with_the_claims_that_give_them(tmp_path: Path) -> None:
    def change(files: Files) -> None:
        resting_on(EARLY, LATE, when="2019/2023-05")(files)
        presence(files)["strength"] = {"most": 1000, "unit": "fighters", "of": "jufra", "claims": ["left-late"]}

    dataset = read(write(tmp_path, change))
    assert item(dataset, "asof=2022-01-01").dated.strength is None
    assert item(dataset, "asof=2023-06-30").dated.strength is not None


def test_dates_that_differ_are_spanned(tmp_path: Path) -> None:
    change = resting_on(
        claim("one", happened="2019", said="2021", recorded="2021-12-31"),
        claim("other", happened="2020-02", said="2021", recorded="2021-12-31"),
        LATE,
        when="2019/2023-05",
        confirmed="2023-05",
    )
    known = item(read(write(tmp_path, change)), "asof=2022-01-01")
    assert known.dated.when == "[2019-01-01..2019-12-31]"
    assert known.dated.confirmed == "2020-02"


def test_words_of_a_claim_that_is_not_known_are_not_found(tmp_path: Path) -> None:
    change = resting_on(EARLY, LATE | {"text": both("They left by sea.", "غادروا بحراً.")}, when="2019/2023-05")
    dataset = read(write(tmp_path, change))
    found = {
        query: len(select(dataset, View.from_query(query)).items) for query in ("q=by sea", "q=by sea&asof=2022-01-01")
    }
    assert list(found.values()) == [1, 0]


edtf_dates = st.sampled_from([None, "2018", "2019/", "2019/2023-05", "[2020..2025]", "2024-02", "/2023", "2020~"])
said_dates = st.dates(dt.date(2022, 1, 2), dt.date(2026, 1, 1)).map(dt.date.isoformat)
later = st.fixed_dictionaries(
    {
        "said": said_dates,
        "happened": edtf_dates,
        "assertion": st.sampled_from(["stated", "reported", "assessed", "denied", "forecast"]),
        "grade": st.sampled_from([{"credibility": 2, "basis": "one-voice"}, {"credibility": 4, "basis": "one-voice"}]),
        "text": st.sampled_from([both("A word.", "كلمة."), both("Another.", "أخرى.")]),
    }
)


@settings(max_examples=25, deadline=None)
@given(
    claims=st.lists(later, min_size=1, max_size=3),
    when=edtf_dates,
    confirmed=st.sampled_from(["2022-03", "2024", "2025-12-31"]),
)
@pytest.mark.parametrize("query", ["asof=2022-01-01", "asof=2022-01-01&q=word", "rec=2022-01-01"])
def test_nothing_said_or_recorded_later_shows(
    query: str, claims: list[dict[str, Any]], when: str | None, confirmed: str
) -> None:
    """Whatever is said later, and whatever dates a curator then gives, the map of that day stays as it was."""
    day = day_number(dt.date(2022, 1, 1))
    told = [claim(f"later-{n}", recorded="2026-02-01", **one) for n, one in enumerate(claims)]

    def seen(*others: dict[str, Any], **dates: str | None) -> list[tuple[object, ...]]:
        with TemporaryDirectory() as folder:
            dataset = read(write(Path(folder), resting_on(EARLY, *others, **dates)))
            items = select(dataset, View.from_query(query)).items
            return [(one.feature.id, one.claims, one.dated, one.assertion, one.age(day)) for one in items]

    assert seen(*told, when=when, confirmed=confirmed) == seen(LATE, when="2019/2023-05", confirmed="2023-05")
