"""The curated dataset: nothing on the map that no claim carries, and nothing of the report left out.

What a checker can't know without the report (that a claim says what its paragraph says) is the curator's to read.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from libyamap import basemap, open_dataset, paths
from libyamap.dataset import Dataset
from libyamap.geometry import shapely_of
from libyamap.model import Assertion, Feature, Precision

HEADINGS = {1, 12}
"""Paragraphs of the report that only head what follows."""
SPELLINGS = {
    "yevkurov": {"يونس بك يفكيروف", "يفكيروف", "يفكوروف"},
    "wagner": {"فاغنر", "الفاغنر", "الغاغنر", "مجموعات فاغنر"},
    "peskov": {"ديمتري بيسكوف"},
    "admiral-kuznetsov": {"الأميرال كوزنتسوف"},
    "eastern-forces": {"قوات الشرق الليبي", "قوات شرق ليبيا"},
    "africom": {"أفريكوم"},
}
"""How the report spells those whom it spells in more than one way, or otherwise than is usual."""
REGIONS = {
    "eastern-libya": {"benghazi", "derna", "rajma", "kharruba-base"},
    "western-libya": {"tripoli"},
    "southern-libya": {"jufra-base"},
}
SHORE = 0.05
"""Degrees that a town on the coast may lie off a generalised outline."""


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return open_dataset()


def on_the_map(feature: Feature) -> set[str]:
    properties = feature.properties
    places = (properties.place, properties.origin, properties.destination, *properties.about)
    return {place for place in places if place}


def test_every_paragraph_that_says_something_has_claims(dataset: Dataset) -> None:
    (source,) = dataset.sources.values()
    told = {locator for claim in dataset.claims.values() for locator in claim.locator}
    assert told == set(range(source.paragraphs)) - HEADINGS


def test_a_feature_stands_only_where_its_claims_are_about(dataset: Dataset) -> None:
    unsaid = {
        feature.id: on_the_map(feature) - {place for claim in claims for place in dataset.claims[claim].places}
        for feature in dataset.features.values()
        for claims in [feature.properties.claims]
    }
    assert {feature: places for feature, places in unsaid.items() if places} == {}


def test_a_feature_names_only_those_whom_its_claims_name(dataset: Dataset) -> None:
    unsaid = {
        feature.id: {part.actor for part in feature.properties.actors}
        - {actor for claim in feature.properties.claims for actor in dataset.claims[claim].actors}
        for feature in dataset.features.values()
    }
    assert {feature: actors for feature, actors in unsaid.items() if actors} == {}


def test_a_role_rests_on_claims_about_its_bearer(dataset: Dataset) -> None:
    for actor in dataset.actors.values():
        for role in actor.roles:
            assert all(actor.id in dataset.claims[claim].actors for claim in role.claims), (actor.id, role.title.en)


def test_every_actor_and_every_place_is_in_a_claim(dataset: Dataset) -> None:
    claims = dataset.claims.values()
    assert {actor for claim in claims for actor in claim.actors} == set(dataset.actors)
    assert {place for claim in claims for place in claim.places} == set(dataset.places)


def test_what_is_implied_says_by_what(dataset: Dataset) -> None:
    implied = [claim for claim in dataset.claims.values() if claim.grade.basis == "implied"]
    assert implied
    assert [claim.id for claim in implied if claim.grade.note is None] == []


def test_a_date_that_was_worked_out_says_how(dataset: Dataset) -> None:
    imprecise = re.compile(r"[\[~?]|^/|/$")
    silent = [one.id for one in dataset.claims.values() if imprecise.search(one.happened or "") and not one.dating]
    assert silent == []


def test_the_weeks_and_months_that_the_report_counts_back_are_resolved_alike(dataset: Dataset) -> None:
    when = {name: feature.properties.when for name, feature in dataset.features.items()}
    assert when["yevkurov-haftar-17-september"] == "2023-09-17"
    assert when["yevkurov-visit-week-before-last"] == when["request-repeated-september"] == "[2023-09-10..2023-09-23]"
    assert when["yevkurov-visit-august"] == when["request-repeated-august"] == "2023-08"
    assert when["embassy-reopening"] == "2023-03"
    assert when["putin-shoigu-meet-haftar"] == "[2023-09-26..2023-09-28]"
    assert when["kremlin-announcement"] == "2023-09-28"
    stops = {when[name] for name in when if name.startswith("tour-stop-")}
    assert stops == {when["yevkurov-tour"]} == {"[2023-08..2023-09]"}
    assert when["prigozhin-death"] == "[..2023-09]"


def test_what_may_be_the_same_is_tied_both_ways(dataset: Dataset) -> None:
    same = {
        (feature.id, tie.feature)
        for feature in dataset.features.values()
        for tie in feature.properties.ties
        if tie.relation == "possibly-same-as"
    }
    assert same
    assert same == {(other, one) for one, other in same}


def test_a_strength_is_told_only_of_the_place_that_it_was_said_of(dataset: Dataset) -> None:
    strong = [feature for feature in dataset.features.values() if feature.properties.strength]
    assert [feature.id for feature in strong] == ["wagner-in-libya"]
    (strength,) = (feature.properties.strength for feature in strong)
    assert strength
    assert (strength.least, strength.most, strength.of) == (None, 1000, "libya")


@pytest.mark.parametrize("actor", SPELLINGS)
def test_the_report_s_spellings_find_whom_they_mean(dataset: Dataset, actor: str) -> None:
    found = dataset.actors[actor]
    assert SPELLINGS[actor] <= {found.name.ar, *found.aliases.ar}


@pytest.mark.parametrize("region", REGIONS)
def test_an_outline_of_ours_lies_in_libya_and_holds_what_belongs_to_it(dataset: Dataset, region: str) -> None:
    outline = shapely_of(dataset.places[region].geometry)
    country = basemap.country("LY")
    assert outline.difference(country).area < outline.area / 100
    assert dataset.places[region].properties.outline_basis
    for place in REGIONS[region]:
        assert outline.distance(shapely_of(dataset.places[place].geometry)) < SHORE, place
    others = [shapely_of(dataset.places[other].geometry) for other in REGIONS if other != region]
    assert all(outline.intersection(other).area < outline.area / 100 for other in others)


def test_an_area_says_whose_outline_it_is(dataset: Dataset) -> None:
    drawn = [place for place in dataset.places.values() if place.properties.precision in {"area", "sea"}]
    assert drawn
    assert [place.id for place in drawn if not place.properties.outline_basis] == []


def test_a_point_comes_from_a_gazetteer_and_a_country_s_says_that_it_is_none(dataset: Dataset) -> None:
    for place in dataset.places.values():
        properties = place.properties
        if shapely_of(place.geometry).geom_type != "Point" or properties.precision == Precision.SEA:
            continue
        used = [coordinate.gazetteer for coordinate in properties.coordinates if coordinate.used]
        assert len(used) == 1, place.id
        assert (used == ["libyamap-label"]) == (properties.precision == Precision.COUNTRY), place.id


def test_russia_as_a_whole_is_not_put_in_moscow(dataset: Dataset) -> None:
    assert dataset.features["haftar-visit-to-russia"].properties.place == "russia"
    assert dataset.features["yevkurov-receives-haftar-2023"].properties.place == "russia"
    moscow = shapely_of(dataset.places["moscow"].geometry)
    assert shapely_of(dataset.places["russia"].geometry).distance(moscow) > 1


def test_voices_of_one_house_are_one_origin(dataset: Dataset) -> None:
    spoken: dict[str, set[str]] = {}
    for claim in dataset.claims.values():
        spoken.setdefault(claim.attribution.origin, set()).add(claim.attribution.wording.en)
    assert spoken.keys() == dataset.origins.keys()
    assert {wording.split(",")[0] for wording in spoken["russian-state-voice"]} == {
        "The Kremlin", "The Kremlin's spokesman", "Moscow", "Yevkurov",
    }  # fmt: skip
    asked = [claim for claim in dataset.claims.values() if claim.assertion is Assertion.REQUESTED]
    assert {claim.attribution.origin for claim in asked} == {"libyan-sources"}


def test_the_readme_counts_what_is_there(dataset: Dataset) -> None:
    readme = (Path(paths.geodata()) / "README.md").read_text("utf-8")
    counted = {"actors.json": len(dataset.actors), "claims.json": len(dataset.claims), "notes.json": len(dataset.notes)}
    counted["collections/places.geojson"] = len(dataset.places)
    counted |= {f"collections/{name}.geojson": len(members) for name, members in dataset.collections.items()}
    rows = dict(re.findall(r"^\| `([^`]+)` \|([^|]*)\|$", readme, flags=re.MULTILINE))
    assert {file: int(re.findall(r"\d+", rows[file])[0]) for file in counted} == counted
    assert f"the {len(dataset.notes)} open points" in readme


def test_every_reason_and_hedge_of_the_rubric_is_explained_and_used(dataset: Dataset) -> None:
    readme = (Path(paths.geodata()) / "README.md").read_text("utf-8")
    claims = dataset.claims.values()
    assert {claim.grade.basis for claim in claims} == set(dataset.bases)
    assert {claim.hedge for claim in claims if claim.hedge} == set(dataset.hedges)
    assert [basis for basis in dataset.bases if f"`{basis}`" not in readme] == []
    assert [hedge.id for hedge in dataset.hedges.values() if f"| {hedge.rank} |" not in readme] == []
