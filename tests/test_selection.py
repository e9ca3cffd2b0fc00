"""What filters leave: each filter, the counts of its choices, the sentence, layers and interval."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.small import Files, write

from libyamap.dataset import Dataset, read
from libyamap.interval import day_number
from libyamap.model import Assertion, FeatureKind, Precision, Reliability
from libyamap.selection import choices, facets, select
from libyamap.view import View

ALL = {"wagner-jufra", "wagner-south", "meeting-moscow", "sirte-jufra", "wagner-stays"}


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return read(write(tmp_path_factory.mktemp("small")))


def left(dataset: Dataset, query: str) -> set[str]:
    return {item.feature.id for item in select(dataset, View.from_query(query)).items}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ALL),
        ("kinds=forces", {"wagner-jufra", "wagner-south"}),
        ("actors=putin", {"meeting-moscow"}),
        ("actors=wagner-side", ALL - {"meeting-moscow"}),
        ("actors=states,wagner", ALL),
        ("assertion=stated", {"wagner-jufra", "wagner-south"}),
        ("assertion=forecast,assessed", {"wagner-stays"}),
        ("rel=B", {"sirte-jufra"}),
        ("rel=C", ALL),
        ("rel=B&ungraded=0", set()),
        ("ungraded=0", ALL - {"sirte-jufra"}),
        ("cred=2", {"wagner-stays"}),
        ("cred=2&ungraded=0", set()),
        ("sources=2", {"wagner-jufra"}),
        ("sources=2&assertion=stated", {"wagner-jufra"}),
        ("places=jufra", {"wagner-jufra", "sirte-jufra", "wagner-stays"}),
        ("places=moscow,sirte", {"meeting-moscow", "sirte-jufra"}),
        ("prec=exact", {"wagner-jufra"}),
        ("prec=area", {"wagner-south"}),
        ("prec=locality", {"meeting-moscow", "sirte-jufra"}),
        ("prec=none", {"wagner-stays"}),
        ("q=الغاغنر", ALL - {"meeting-moscow"}),
        ("q=vagner jufra", {"wagner-jufra", "sirte-jufra", "wagner-stays"}),
        ("q=موسكو", {"meeting-moscow"}),
        ("q=kremlin", {"wagner-jufra"}),
        ("asof=2023-09-27", {"sirte-jufra"}),
        ("asof=2023-09-28", ALL),
        ("rec=2026-11-22", set()),
        ("rec=2026-11-23", ALL),
        ("layers=wagner&from=1999-01-01&to=1999-12-31", ALL),
    ],
)
def test_a_filter_leaves_what_it_says(small: Dataset, query: str, expected: set[str]) -> None:
    assert left(small, query) == expected


def test_a_feature_keeps_only_the_claims_that_pass(small: Dataset) -> None:
    selection = select(small, View.from_query("assertion=assessed"))
    assert [[claim.id for claim in item.claims] for item in selection.items] == [["why"]]
    assert selection.items[0].assertion is Assertion.ASSESSED


def test_layers_and_interval_are_applied_last(small: Dataset) -> None:
    selection = select(small, View())
    layers = {"wagner", "meetings"}
    first, last = (day_number(dt.date.fromisoformat(date)) for date in ("2023-09-27", "2023-12-31"))
    shown = {one.item.feature.id: str(one.overlap) for one in selection.at(layers, first, last)}
    assert shown == {"wagner-jufra": "certain", "meeting-moscow": "possible"}
    assert [one.item.feature.id for one in selection.at(layers, first, last, certain=True)] == ["wagner-jufra"]


def test_a_presence_that_began_within_a_period_may_last_beyond_it(tmp_path: Path) -> None:
    def change(files: Files) -> None:
        properties = files["collections/presence.geojson"]["features"][1]["properties"]
        properties.update(when="[2020..2021]", confirmed="2023-09-28")

    bounds = read(write(tmp_path, change)).features["wagner-south"].bounds
    years = {year: (day_number(dt.date(year, 1, 1)), day_number(dt.date(year, 12, 31))) for year in range(2019, 2025)}
    met = {year: str(bounds.overlap(first, last)) for year, (first, last) in years.items()}
    assert met == {2019: "none", 2020: "possible", 2021: "certain", 2022: "certain", 2023: "certain", 2024: "possible"}


def test_a_view_without_layers_shows_the_catalog_s(small: Dataset) -> None:
    shown = {one.item.feature.id for one in select(small, View()).shown()}
    assert shown == ALL - {"wagner-stays"}
    assert select(small, View(layers=())).shown() == ()


def test_confirmation_ages_towards_the_as_of_date_or_an_earlier_end_of_the_interval(small: Dataset) -> None:
    def age(query: str, feature: str = "wagner-jufra") -> float:
        shown = select(small, View.from_query(query)).shown()
        return next(one.age for one in shown if one.item.feature.id == feature)

    assert age("") == 0
    assert age("asof=2024-09-27") == 0.5
    assert age("asof=2033-01-01") == 1
    assert age("asof=2033-01-01&to=2024-09-27") == 0.5
    assert age("asof=2033-01-01&to=2022-01-01") == 0
    assert age("asof=2024-09-27&to=2033-01-01") == 0.5
    assert age("", "wagner-south") == 1


def test_the_sentence_says_every_active_filter_in_both_languages(small: Dataset) -> None:
    view = View.from_query(
        "actors=wagner&assertion=stated&cred=3&q=base&kinds=forces&prec=area,exact&sources=2&rel=C&ungraded=0"
    )
    sentence = select(small, view).sentence("en")
    assert sentence.startswith("1 of 5 entries: only forces; ")
    for part in ("Wagner", "stated as fact", "credibility 3", "“base”", "2 independent", "reliability C", "ungraded"):
        assert part in sentence
    arabic = select(small, view).sentence("ar")
    for part in ("فاغنر", "«base»", "أصلين", "المصداقية"[2:], "بدقة"):
        assert part in arabic


def test_the_sentence_counts_all_some_and_none(small: Dataset) -> None:
    assert select(small, View()).sentence("en") == "All 5 entries"
    assert select(small, View()).sentence("ar") == "المواد الـ5 كلها"
    assert select(small, View(text="zzz")).sentence("en") == "None of the 5 entries: containing “zzz”"


VALUES: dict[str, tuple[str, Any]] = {
    "kinds": ("kinds", lambda value: (FeatureKind(value),)),
    "actors": ("actors", lambda value: (value,)),
    "places": ("places", lambda value: (value,)),
    "prec": ("precisions", lambda value: (value,)),
    "assertion": ("assertions", lambda value: (Assertion(value),)),
    "rel": ("reliability", Reliability),
    "cred": ("credibility", int),
    "sources": ("lineages", int),
    "ungraded": ("ungraded", lambda value: value == "1"),
}
filtered = st.builds(
    View,
    kinds=st.lists(st.sampled_from([FeatureKind.FORCES, FeatureKind.MEETING]), max_size=2).map(tuple),
    actors=st.lists(st.sampled_from(["wagner", "putin", "states"]), max_size=2).map(tuple),
    places=st.lists(st.sampled_from(["jufra", "moscow", "nowhere"]), max_size=2).map(tuple),
    assertions=st.lists(st.sampled_from(list(Assertion)), max_size=3).map(tuple),
    reliability=st.none() | st.sampled_from([Reliability.B, Reliability.C]),
    credibility=st.none() | st.integers(2, 3),
    ungraded=st.booleans(),
    lineages=st.integers(1, 2),
    precisions=st.lists(st.sampled_from([*Precision, "none"]), max_size=3).map(tuple),
    text=st.sampled_from(["", "wagner", "موسكو"]),
    as_of=st.none() | st.sampled_from([dt.date(2023, 9, 27), dt.date(2023, 9, 28), dt.date(2024, 1, 1)]),
    recorded=st.none() | st.sampled_from([dt.date(2026, 11, 22), dt.date(2026, 11, 23)]),
)


@given(view=filtered)
def test_a_choice_s_count_is_what_choosing_it_leaves(small: Dataset, view: View) -> None:
    for parameter, counts in facets(small, view).items():
        field, read_value = VALUES[parameter]
        for value, count in counts.items():
            chosen = view.model_copy(update={field: read_value(value)})
            assert len(select(small, chosen).items) == count, (parameter, value)


@given(view=filtered)
def test_choices_name_what_facets_count(small: Dataset, view: View) -> None:
    named = choices(small, view)
    assert {parameter: {value: len(left) for value, left in values.items()} for parameter, values in named.items()} == (
        facets(small, view)
    )
    field, read_value = VALUES["places"]
    for place, left_over in named["places"].items():
        chosen = view.model_copy(update={field: read_value(place)})
        assert tuple(item.feature.id for item in select(small, chosen).items) == left_over


@given(view=filtered)
def test_filters_only_ever_take_away(small: Dataset, view: View) -> None:
    assert {item.feature.id for item in select(small, view).items} <= ALL


EPOCH = dt.date(1970, 1, 1).toordinal()
TWINS = json.loads((Path(__file__).parent / "cases" / "selection.json").read_text("utf-8"))


@pytest.mark.parametrize("case", TWINS["windows"], ids=lambda case: case["name"])
def test_at_gives_what_the_browser_gives(small: Dataset, case: dict[str, Any]) -> None:
    first, last = (day_number(dt.date.fromisoformat(case[end])) for end in ("first", "last"))
    as_of = dt.date.fromisoformat(TWINS["as of"])
    shown = select(small, View(as_of=as_of)).at(case["layers"], first, last, certain=case["certain"])
    assert {one.item.feature.id: str(one.overlap) for one in shown} == case["shown"]
    assert {one.item.feature.id: one.age for one in shown if one.age} == case["ages"]
    assert all(one.progress == 1 for one in shown), "nothing of the table moves on known days"


@pytest.mark.parametrize("case", TWINS["movements"], ids=lambda case: case["name"])
def test_a_movement_is_as_far_as_in_the_browser(tmp_path: Path, case: dict[str, Any]) -> None:
    def change(files: Files) -> None:
        moved = files["collections/movements.geojson"]["features"][0]["properties"]
        moved.update({"when": case["when"]} if case["when"] else {})

    item = next(item for item in select(read(write(tmp_path, change)), View()).items if item.feature.id == case["id"])
    assert [dt.date.fromordinal(day + EPOCH).isoformat() for day in item.bounds] == case["days"]
    for date, progress in case["progress"].items():
        assert item.progress(day_number(dt.date.fromisoformat(date))) == pytest.approx(progress, abs=1e-6)
