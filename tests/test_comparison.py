"""Two datasets compared: what was added, changed and removed, field by field, and what that means for the map."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.small import Files, claim, feature, write

from libyamap.comparison import Change, Comparison, How, Sort, compare, objects
from libyamap.comparison.fields import Difference, fields
from libyamap.comparison.form import described
from libyamap.comparison.words import Words
from libyamap.dataset import Dataset, read
from libyamap.i18n import LANGUAGES, messages
from libyamap.model import (
    Actor,
    ActorGroup,
    Attribution,
    Basis,
    Catalog,
    Claim,
    FeatureProperties,
    Gazetteer,
    Grade,
    Hedge,
    Layer,
    LayerGroup,
    Note,
    Origin,
    PlaceProperties,
    Record,
    Source,
)
from libyamap.paths import geodata

Edit = Callable[[Files], object]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return read(write(tmp_path_factory.mktemp("small")))


def edited(edit: Edit) -> Dataset:
    with TemporaryDirectory() as folder:
        return read(write(Path(folder), edit))


def one_of(files: Files, file: str, members: str, slug: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in files[file][members] if one["id"] == slug)
    return found


def of(comparison: Comparison, slug: str) -> Change:
    return next(change for change in comparison.changes if change.id == slug)


# --- edits that may be made together -------------------------------------------------------------


def add_claim(files: Files) -> None:
    files["claims.json"]["claims"].append(claim("new-one", assertion="stated"))
    one_of(files, "collections/movements.geojson", "features", "sirte-jufra")["properties"]["claims"].append("new-one")


def regrade(files: Files) -> None:
    one_of(files, "claims.json", "claims", "met")["grade"]["credibility"] = 2


def retitle(files: Files) -> None:
    one_of(files, "collections/presence.geojson", "features", "wagner-south")["properties"]["title"]["ar"] = "جديد"


def move(files: Files) -> None:
    place = one_of(files, "collections/places.geojson", "features", "moscow")
    place["geometry"]["coordinates"] = [37.7, 55.8]


def remove_meeting(files: Files) -> None:
    files["collections/events.geojson"]["features"] = []


def add_forecast(files: Files) -> None:
    more = feature("another", "outlook", "forecast", about=["sirte"], claims=["will-stay"])
    files["collections/assessments.geojson"]["features"].append(more)


def distrust(files: Files) -> None:
    one_of(files, "sources.json", "sources", "report")["reliability"] = "D"


def later(files: Files) -> None:
    files["catalog.json"]["as_of"] = "2024-09-27"


def hide(files: Files) -> None:
    one_of(files, "catalog.json", "layers", "wagner")["shown"] = False


def unnote(files: Files) -> None:
    files["notes.json"]["notes"] = []


def rename(files: Files) -> None:
    one_of(files, "actors.json", "actors", "putin")["name"]["en"] = "Vladimir Putin"


EDITS: tuple[Edit, ...] = (
    add_claim, regrade, retitle, move, remove_meeting, add_forecast, distrust, later, hide, unnote, rename,
)  # fmt: skip


def together(edits: list[Edit]) -> Edit:
    def edit(files: Files) -> None:
        for one in edits:
            one(files)

    return edit


edits = st.lists(st.sampled_from(EDITS), max_size=5, unique=True).map(together)


@settings(max_examples=20, deadline=None)
@given(edit=edits)
def test_a_dataset_does_not_differ_from_itself(edit: Edit) -> None:
    assert not compare(edited(edit), edited(edit))


@settings(max_examples=40, deadline=None)
@given(old=edits, new=edits)
def test_the_comparison_the_other_way_round_is_its_inverse(old: Edit, new: Edit) -> None:
    before, after = edited(old), edited(new)
    assert compare(after, before).changes == compare(before, after).reversed().changes
    assert compare(before, after).reversed().reversed().changes == compare(before, after).changes


@settings(max_examples=30, deadline=None)
@given(old=edits, new=edits)
def test_every_comparison_can_be_told_in_both_languages(old: Edit, new: Edit) -> None:
    comparison = compare(edited(old), edited(new))
    told = json.loads(json.dumps(described(comparison, old="a", new="b")))
    assert told["same"] == (not comparison.changes)
    assert sum(told["counts"].values()) == len(told["changes"])
    for lang in LANGUAGES:
        lines = "\n".join(Words(comparison, lang).lines("a", "b"))
        assert all(change.id in lines for change in comparison.changes)
        assert told["sentence"][lang] in lines


# --- what each edit is told as -------------------------------------------------------------------


def test_a_claim_s_new_grade_is_told_with_the_feature_that_it_affects(small: Dataset) -> None:
    comparison = compare(small, edited(regrade))
    met = of(comparison, "met")
    assert (met.sort, met.how) == (Sort.CLAIM, How.CHANGED)
    assert [(one.field, one.old, one.new) for one in met.fields] == [("grade.credibility", 3, 2)]
    meeting = of(comparison, "meeting-moscow")
    assert (meeting.sort, meeting.how, meeting.fields) == (Sort.FEATURE, How.AFFECTED, ())
    assert [(one.field, one.old, one.new) for one in meeting.effects] == [("credibility", 3, 2)]
    assert meeting.because == ("met",)
    assert len(comparison.changes) == 2
    lines = list(Words(comparison, "en").lines("old", "new"))
    assert "      on the map: best credibility: \u20663\u2069, possibly true → \u20662\u2069, probably true" in lines
    assert lines[-1] == "What changed: 1 changed and 1 affected."


def test_a_new_claim_may_make_a_feature_better_known(small: Dataset) -> None:
    comparison = compare(small, edited(add_claim))
    assert of(comparison, "new-one").how is How.ADDED
    moved = of(comparison, "sirte-jufra")
    assert moved.how is How.CHANGED
    assert [(one.field, one.old, one.new) for one in moved.fields] == [("claims", ["moved"], ["moved", "new-one"])]
    assert {one.field: (one.old, one.new) for one in moved.effects} == {
        "assertion": ("reported", "stated"),
        "reliability": ("F", "C"),
    }
    assert [(one.old, one.new) for one in Words(comparison, "en").fields(moved)] == [(None, "Claim new-one.")]


def test_a_place_that_moved_moves_what_stands_there(small: Dataset) -> None:
    comparison = compare(small, edited(move))
    assert [one.field for one in of(comparison, "moscow").fields] == ["geometry"]
    meeting = of(comparison, "meeting-moscow")
    assert (meeting.how, meeting.because) == (How.AFFECTED, ("moscow",))
    assert [(one.field, one.old, one.new) for one in meeting.effects] == [
        ("position", [55.752, 37.6178], [55.8, 37.7]),
    ]


def test_a_later_day_fades_confirmations(small: Dataset) -> None:
    comparison = compare(small, edited(later))
    assert [(one.field, one.old, one.new) for one in of(comparison, "wagner-jufra").effects] == [("fading", 0, 50)]
    assert of(comparison, "catalog").fields[0].field == "as_of"


def test_a_source_s_reliability_changes_what_rests_on_it(small: Dataset) -> None:
    comparison = compare(small, edited(distrust))
    affected = {change.id for change in comparison.changes if change.how is How.AFFECTED}
    assert affected == {"wagner-jufra", "wagner-south", "meeting-moscow", "wagner-stays"}


def test_what_was_removed_is_told_by_the_name_that_it_had(small: Dataset) -> None:
    comparison = compare(small, edited(together([remove_meeting, unnote])))
    removed = [change for change in comparison.changes if change.how is How.REMOVED]
    assert [(one.sort, one.id) for one in removed] == [(Sort.FEATURE, "meeting-moscow"), (Sort.NOTE, "a-note")]
    assert [Words(comparison, "en").title(one) for one in removed] == ["meeting-moscow", "Open."]


def test_the_form_of_the_files_does_not_count(tmp_path: Path) -> None:
    folder = write(tmp_path)
    before = read(folder)
    notes = folder / "notes.json"
    notes.write_text(json.dumps(json.loads(notes.read_text("utf-8")), indent=7), "utf-8")
    after = read(folder)
    assert before.digest != after.digest
    comparison = compare(before, after)
    assert not comparison
    assert Words(comparison, "en").counts() == "Nothing differs but the form in which the files are written."
    assert Words(compare(before, before), "en").counts() == "Nothing differs."


MODELS: tuple[type[Record], ...] = (
    Actor, ActorGroup, Attribution, Basis, Catalog, Claim, FeatureProperties, Gazetteer, Grade, Hedge, Layer,
    LayerGroup, Note, Origin, PlaceProperties, Source,
)  # fmt: skip
"""Models whose fields stand by themselves in a comparison."""


def test_every_field_of_every_object_has_a_name() -> None:
    declared = {name for model in MODELS for name in model.model_fields}
    told = {key.removeprefix("comparison.field.") for key in messages("en") if key.startswith("comparison.field.")}
    # What is made of fields that have names, and what is told as objects of their own.
    assert declared - told == {"attribution", "grade", "groups", "layers"} - told


def test_every_object_of_the_curated_dataset_can_be_told_field_by_field() -> None:
    curated = read(geodata())
    nothing = replace(curated, collections={}, notes=(), claims={}, actors={}, sources={}, origins={}, places={})
    comparison = compare(nothing, curated)
    assert {change.how for change in comparison.changes} == {How.ADDED}
    for sort in Sort:
        for slug, one in objects(sort, curated).items():
            whole = tuple(Difference(path, None, value) for path, value in fields(one).items())
            for lang in LANGUAGES:
                told = Words(comparison, lang).fields(Change(sort, slug, How.CHANGED, whole))
                assert all(one.label and one.new for one in told), slug
