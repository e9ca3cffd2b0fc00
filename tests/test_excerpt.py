"""What of a dataset goes into a file that is handed on: what filters leave, and nothing that tells of the rest."""

from __future__ import annotations

from pathlib import Path

import orjson
import pytest
from tests.small import both, claim, files, write, write_formatted

from libyamap.dataset import Dataset, read
from libyamap.render import web
from libyamap.render.excerpt import Excerpt, excerpt
from libyamap.selection import select
from libyamap.view import View


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    return read(write(tmp_path))


def left(dataset: Dataset, *queries: str) -> Excerpt:
    return excerpt([select(dataset, View.from_query(f"lang=en&{query}")) for query in queries])


def test_without_filters_it_is_the_whole_dataset(dataset: Dataset) -> None:
    assert left(dataset, "layers=wagner&from=2023-01-01").dataset is dataset
    assert left(dataset, "kinds=meeting", "").dataset is dataset


def test_only_what_is_left_is_there_with_what_it_rests_on(dataset: Dataset) -> None:
    found = left(dataset, "kinds=meeting").dataset
    assert set(found.features) == {"meeting-moscow"}
    assert set(found.claims) == {"met"}
    assert set(found.actors) == {"putin"}
    assert set(found.places) == {"moscow"}
    assert set(found.sources) == {"report"}
    assert set(found.origins) == {"report-itself"}
    assert [group.id for group in found.actor_groups] == ["states"]
    assert not found.notes
    assert found.digest == dataset.digest


def test_the_curated_dataset_keeps_no_trace_of_what_was_filtered_away() -> None:
    whole = read()
    found = left(whole, "actors=turkish-state").dataset
    assert 0 < len(found.features) < len(whole.features)
    written = orjson.dumps(web.document(found)).decode()
    gone = [feature for id_, feature in whole.features.items() if id_ not in found.features]
    for feature in gone:
        assert f'"{feature.id}"' not in written
        assert f'"title":{orjson.dumps(feature.properties.title.model_dump()).decode()}' not in written
    only_theirs = {one for feature in gone for one in feature.properties.claims} - {
        one for feature in found.features.values() for one in feature.properties.claims
    }
    assert only_theirs
    for id_ in only_theirs:
        assert f'"{id_}"' not in written
        assert orjson.dumps(whole.claims[id_].text.en).decode() not in written


@pytest.mark.parametrize("query", ["kinds=meeting", "cred=3&ungraded=0", "sources=2", "asof=2020-01-01", "q=haftar"])
def test_everything_that_is_named_is_there(query: str) -> None:
    found = left(read(), query).dataset
    web.document(found)  # Follows every id but these.
    for one in found.claims.values():
        assert {*one.actors} <= found.actors.keys()
        assert {*one.places} <= found.places.keys()
        assert {*one.reason_for} <= found.claims.keys()
    for feature in found.features.values():
        assert {*feature.properties.claims} <= found.claims.keys()
        assert {tie.feature for tie in feature.properties.ties} <= found.features.keys()
        assert {part.actor for part in feature.properties.actors} <= found.actors.keys()
    for actor in found.actors.values():
        assert all({*role.claims} <= found.claims.keys() for role in actor.roles)
        assert all(role.of in found.actors for role in actor.roles if role.of)


def test_claims_that_filters_take_away_are_not_there(dataset: Dataset) -> None:
    found = left(dataset, "cred=4&ungraded=0&kinds=forecast")
    (feature,) = found.dataset.features.values()
    assert feature.properties.claims == ("why",)
    assert "will-stay" not in found.dataset.claims
    assert found.dataset.claims["why"].reason_for == ()
    assert feature.properties.ties == ()
    assert web.items(found.selections[0]) == [{"id": "wagner-stays", "assertion": "assessed"}]


def test_what_was_not_yet_known_shows_in_no_date(tmp_path: Path) -> None:
    content = files()
    content["claims.json"]["claims"] += [
        claim("early", happened="2020", said="2020-06-01"),
        claim("late", happened="2022", said="2022-06-01"),
    ]
    presence = content["collections/presence.geojson"]["features"][0]["properties"]
    presence |= {"claims": ["early", "late"], "when": "2020/2022", "confirmed": "2022-06-01"}
    presence["strength"] = {"most": 4321, "unit": "fighters", "of": "jufra", "claims": ["late"]}
    found = left(read(write_formatted(tmp_path, content)), "asof=2021-01-01").dataset
    feature = found.features["wagner-jufra"]
    assert feature.properties.claims == ("early",)
    assert feature.properties.strength is None
    written = orjson.dumps(web.document(found)).decode()
    assert "2022" not in written
    assert "4,321" not in written


def test_two_sides_are_both_there_each_as_it_is(dataset: Dataset) -> None:
    found = left(dataset, "kinds=forces", "kinds=forces&sources=2")
    assert set(found.dataset.features) == {"wagner-jufra", "wagner-south"}
    assert [[item.feature.id for item in one.items] for one in found.selections] == [
        ["wagner-jufra", "wagner-south"],
        ["wagner-jufra"],
    ]


def test_a_note_that_tells_of_what_is_gone_goes_too(tmp_path: Path) -> None:
    content = files()
    content["notes.json"]["notes"] += [
        {"id": "both", "kind": "gap", "text": both("Both.", "كلاهما."), "touches": ["meeting-moscow", "wagner-south"]},
        {"id": "one", "kind": "gap", "text": both("One.", "واحد."), "touches": ["meeting-moscow", "jufra"]},
    ]
    found = left(read(write_formatted(tmp_path, content)), "kinds=meeting").dataset
    assert [(note.id, note.touches) for note in found.notes] == [("one", ("meeting-moscow",))]


def test_where_nothing_is_left_nothing_is_there(dataset: Dataset) -> None:
    found = left(dataset, "kinds=disaster").dataset
    for some in (found.features, found.claims, found.actors, found.places, found.sources, found.notes):
        assert not some
