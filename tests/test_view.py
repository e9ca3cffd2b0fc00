"""Permalinks: every view has one address, every address gives its view back, and bad ones are told."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libyamap.errors import ViewError
from libyamap.model import Assertion, FeatureKind, Precision, Reliability
from libyamap.view import PARAMETERS, View, read_query

words = st.text("abcxyz019", min_size=1, max_size=8)
slugs = st.lists(words, min_size=1, max_size=3).map("-".join)
dates = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
views = st.builds(
    View,
    lang=st.sampled_from(["ar", "en"]),
    theme=st.sampled_from(["light", "dark"]),
    center=st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180)),
    zoom=st.none() | st.floats(0, 18),
    layers=st.none() | st.lists(slugs, max_size=4).map(tuple),
    first=st.none() | st.dates(dt.date(1900, 1, 1), dt.date(1999, 12, 31)),
    last=st.none() | st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)),
    as_of=st.none() | dates,
    kinds=st.lists(st.sampled_from(list(FeatureKind)), max_size=4).map(tuple),
    actors=st.lists(slugs, max_size=4).map(tuple),
    assertions=st.lists(st.sampled_from(list(Assertion)), max_size=4).map(tuple),
    reliability=st.none() | st.sampled_from(list(Reliability)),
    credibility=st.none() | st.integers(1, 6),
    ungraded=st.booleans(),
    lineages=st.integers(1, 99),
    precisions=st.lists(st.sampled_from([*Precision, "none"]), max_size=4).map(tuple),
    text=st.text(max_size=60),
    selected=st.none() | slugs,
    certain=st.booleans(),
    order=st.lists(slugs, max_size=4).map(tuple),
    opacity=st.dictionaries(slugs, st.integers(0, 100), max_size=4),
    recorded=st.none() | dates,
    versus=st.none()
    | st.sampled_from(["", "side=1", "layers=", "from=2019-01-01&to=2020-12-31&q=%D8%AD%26&certain=1&side=1"]),
)


@given(views)
def test_a_permalink_gives_its_view_back(view: View) -> None:
    assert View.from_query(view.query()) == view


@given(views)
def test_a_view_has_one_address(view: View) -> None:
    assert View.from_query("?" + view.query()).query() == view.query()


@given(views)
def test_a_scene_gives_its_view_back(view: View) -> None:
    marked = view.model_copy(update={"marking": "غير مصنف // UNCLASSIFIED"})
    assert View.model_validate_json(marked.model_dump_json()) == marked


@given(st.text(max_size=200))
def test_no_address_breaks_the_reader(query: str) -> None:
    reading = read_query(query)
    assert isinstance(reading.view, View)


@given(st.sampled_from([parameter.name for parameter in PARAMETERS]), st.text(max_size=30))
def test_a_bad_value_is_set_aside_and_told(name: str, value: str) -> None:
    reading = read_query(f"lang=ar&{name}={value.replace('&', '').replace('#', '')}")
    assert {refused.partition(".")[0] for refused in reading.refused} <= {name}
    assert name == "lang" or reading.view.lang == "ar"


def test_the_parameters_of_the_first_release_are_kept() -> None:
    names = [
        "lang",
        "theme",
        "c",
        "z",
        "layers",
        "from",
        "to",
        "asof",
        "kinds",
        "actors",
        "assertion",
        "rel",
        "cred",
        "ungraded",
        "sources",
        "prec",
        "q",
        "sel",
    ]
    assert [parameter.name for parameter in PARAMETERS][: len(names)] == names


def test_an_old_address_still_means_the_same() -> None:
    query = (
        "lang=ar&theme=dark&c=31.2089,16.5887&z=7.5&layers=east,wagner&from=2019-01-01&to=2023-09-30&asof=2023-09-28"
        "&kinds=forces,meeting&actors=khalifa-haftar,wagner&assertion=reported,stated&rel=C&cred=3&ungraded=0&sources=2"
        "&prec=exact,vicinity&q=%D8%AD%D9%81%D8%AA%D8%B1&sel=wagner-sirte"
    )
    view = View.from_query(query)
    assert view == View(
        lang="ar",
        theme="dark",
        center=(31.2089, 16.5887),
        zoom=7.5,
        layers=("east", "wagner"),
        first=dt.date(2019, 1, 1),
        last=dt.date(2023, 9, 30),
        as_of=dt.date(2023, 9, 28),
        kinds=(FeatureKind.FORCES, FeatureKind.MEETING),
        actors=("khalifa-haftar", "wagner"),
        assertions=(Assertion.REPORTED, Assertion.STATED),
        reliability=Reliability.C,
        credibility=3,
        ungraded=False,
        lineages=2,
        precisions=(Precision.EXACT, Precision.VICINITY),
        text="حفتر",
        selected="wagner-sirte",
    )
    assert view.query() == query


@pytest.mark.parametrize(
    ("query", "refused"),
    [
        ("c=91,0", "c"),
        ("c=1", "c"),
        ("c=1,2,3", "c"),
        ("c=nan,0", "c"),
        ("z=99", "z"),
        ("z=1e3", "z"),
        ("from=2023-02-30", "from"),
        ("from=2023", "from"),
        ("from=2023-05-01&to=2023-01-01", "from, to"),
        ("kinds=nonsense", "kinds"),
        ("rel=Z", "rel"),
        ("cred=7", "cred"),
        ("ungraded=yes", "ungraded"),
        ("sources=0", "sources"),
        ("lang=fr&theme=blue", "lang, theme"),
        ("sel=%3Cscript%3E", "sel"),
        ("order=Wagner&opacity=wagner:101", "order, opacity"),
    ],
)
def test_strict_reading_names_every_bad_parameter(query: str, refused: str) -> None:
    with pytest.raises(ViewError) as caught:
        View.from_query(query)
    assert str(caught.value).endswith(f": {refused}.")


def test_what_came_later_stands_after_all_others() -> None:
    assert [parameter.name for parameter in PARAMETERS][18:] == [
        "certain",
        "order",
        "opacity",
        "places",
        "d",
        "rec",
        "vs",
    ]
    view = View.from_query("lang=ar&sel=sirte&order=meetings,wagner&opacity=wagner:40,east:0,west:100")
    assert view == View(
        lang="ar", selected="sirte", order=("meetings", "wagner"), opacity=(("east", 0), ("wagner", 40))
    )
    assert view.query() == "lang=ar&sel=sirte&order=meetings,wagner&opacity=east:0,wagner:40"


def test_a_scene_names_the_opacity_of_layers() -> None:
    view = View.model_validate_json('{"opacity": {"wagner": 40, "meetings": 70, "east": 100}}')
    assert view.opacity == (("meetings", 70), ("wagner", 40))
    assert view.model_dump()["opacity"] == {"meetings": 70, "wagner": 40}


def test_a_side_to_compare_with_is_told_by_its_own_parameters() -> None:
    view = View.from_query("lang=ar&kinds=forces&vs=from%3D2019-01-01%26kinds%3Dmeeting,forces%26side%3D1")
    assert view == View(lang="ar", kinds=(FeatureKind.FORCES,), versus="from=2019-01-01&kinds=forces,meeting&side=1")
    assert view.filters() == "kinds=forces"
    assert View.from_query("vs=").versus == ""


def test_a_side_has_no_side_beside_it_and_nothing_that_both_have_in_common() -> None:
    reading = read_query("vs=vs%3Dfrom%253D2019-01-01%26lang%3Dar%26theme%3Ddark%26sel%3Dsirte%26order%3Deast")
    assert reading.view.versus == ""
    assert reading.refused == ()


def test_what_is_refused_of_a_side_is_told_as_its_own() -> None:
    reading = read_query("from=2019-01-01&vs=from%3D2019-02-31%26cred%3D9%26side%3D3%26q%3Dx")
    assert reading.refused == ("vs.from", "vs.cred", "vs.side")
    assert reading.view == View(first=dt.date(2019, 1, 1), versus="q=x")
    with pytest.raises(ViewError, match=re.escape("vs.from, vs.cred, vs.side")):
        View.from_query("vs=from%3D2019-02-31%26cred%3D9%26side%3D3")
    with pytest.raises(ValueError, match="versus"):
        View(versus="from=2019-02-31")


def test_unknown_parameters_are_ignored() -> None:
    assert View.from_query("utm_source=chat&lang=ar") == View(lang="ar")


def test_filters_are_the_part_that_decides_a_selection() -> None:
    view = View.from_query(
        "lang=ar&theme=dark&c=30,20&z=5&layers=wagner&from=2020-01-01&kinds=forces&q=x&sel=y&certain=1"
        "&order=wagner&opacity=wagner:40"
    )
    assert view.filters() == "kinds=forces&q=x"
