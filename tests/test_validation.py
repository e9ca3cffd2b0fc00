"""Bad datasets: every fault is told with its file, object and field, all at once, in both languages."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.small import Files, claim, feature, point, write

from libyamap import open_dataset
from libyamap.errors import MissingDatasetError
from libyamap.formatting import formatted
from libyamap.formatting import write as save
from libyamap.i18n import messages
from libyamap.problems import DatasetError, Problem
from libyamap.validation import survey

PLACES = "collections/places.geojson"
PRESENCE = "collections/presence.geojson"
EVENTS = "collections/events.geojson"
MOVEMENTS = "collections/movements.geojson"


def first_claim(files: Files) -> dict[str, Any]:
    record: dict[str, Any] = files["claims.json"]["claims"][0]
    return record


def properties(files: Files, file: str, index: int = 0) -> dict[str, Any]:
    record: dict[str, Any] = files[file]["features"][index]["properties"]
    return record


def hedged(files: Files) -> dict[str, Any]:
    record: dict[str, Any] = files["claims.json"]["claims"][4]
    return record


def geometry(files: Files, index: int, coordinates: Any, kind: str = "Point") -> None:
    files[PLACES]["features"][index]["geometry"] = {"type": kind, "coordinates": coordinates}


def move_jufra(files: Files, lon: float, lat: float) -> None:
    geometry(files, 0, [lon, lat])
    properties(files, PLACES)["coordinates"][0].update(lon=lon, lat=lat)


Change = Callable[[Files], object]
BROKEN: list[tuple[str, str, str, str, Change]] = [
    ("claims.json", "base", "text", "missing", lambda f: first_claim(f).pop("text")),
    ("claims.json", "base", "text.ar", "missing", lambda f: first_claim(f)["text"].pop("ar")),
    ("claims.json", "base", "sound", "unknown-field", lambda f: first_claim(f).update(sound=1)),
    ("claims.json", "base", "assertion", "not-one-of", lambda f: first_claim(f).update(assertion="shouted")),
    ("claims.json", "base", "locator", "empty", lambda f: first_claim(f).update(locator=[])),
    ("claims.json", "base", "recorded", "date", lambda f: first_claim(f).update(recorded="yesterday")),
    ("claims.json", "base", "happened", "interval", lambda f: first_claim(f).update(happened="2023-13")),
    ("claims.json", "base", "happened", "interval", lambda f: first_claim(f).update(happened="2023/2022")),
    ("claims.json", "base", "grade.credibility", "limit", lambda f: first_claim(f)["grade"].update(credibility=9)),
    ("claims.json", "Not A Slug", "id", "pattern", lambda f: first_claim(f).update(id="Not A Slug")),
    ("claims.json", "base", "id", "duplicate-id", lambda f: f["claims.json"]["claims"].append(claim("base"))),
    (PRESENCE, "sirte", "id", "duplicate-id", lambda f: f[PRESENCE]["features"][0].update(id="sirte")),
    ("claims.json", "base", "source", "unknown-id", lambda f: first_claim(f).update(source="nobody")),
    (
        "claims.json",
        "base",
        "attribution.origin",
        "unknown-id",
        lambda f: first_claim(f)["attribution"].update(origin="x"),
    ),
    ("claims.json", "base", "actors.0", "unknown-id", lambda f: first_claim(f).update(actors=["x"])),
    ("claims.json", "base", "reason_for.0", "unknown-id", lambda f: first_claim(f).update(reason_for=["x"])),
    ("notes.json", "a-note", "touches.0", "unknown-id", lambda f: f["notes.json"]["notes"][0].update(touches=["x"])),
    (
        "actors.json",
        "wagner",
        "roles.0.of",
        "unknown-id",
        lambda f: f["actors.json"]["actors"][0]["roles"][0].update(of="x"),
    ),
    (
        PLACES,
        "jufra",
        "coordinates.0",
        "unknown-id",
        lambda f: properties(f, PLACES)["coordinates"][0].update(gazetteer="x"),
    ),
    (PRESENCE, "wagner-jufra", "place", "unknown-id", lambda f: properties(f, PRESENCE).update(place="x")),
    (
        PRESENCE,
        "wagner-jufra",
        "strength.of",
        "unknown-id",
        lambda f: properties(f, PRESENCE)["strength"].update(of="x"),
    ),
    ("claims.json", "base", "locator.0", "locator", lambda f: first_claim(f).update(locator=[5])),
    ("claims.json", "base", "grade", "basis", lambda f: first_claim(f)["grade"].update(credibility=1)),
    ("claims.json", "why", "reason_for", "reason-cycle", lambda f: hedged(f).update(reason_for=["why"])),
    ("claims.json", "spare", "", "unused-claim", lambda f: f["claims.json"]["claims"].append(claim("spare"))),
    (PRESENCE, "wagner-jufra", "layer", "wrong-layer", lambda f: properties(f, PRESENCE).update(layer="meetings")),
    (PRESENCE, "wagner-jufra", "kind", "wrong-kind", lambda f: properties(f, PRESENCE).update(kind="meeting")),
    (
        PRESENCE,
        "wagner-jufra",
        "strength",
        "strength-order",
        lambda f: properties(f, PRESENCE)["strength"].update(least=2000),
    ),
    (
        PRESENCE,
        "wagner-jufra",
        "ties.0",
        "self-tie",
        lambda f: properties(f, PRESENCE).update(ties=[{"feature": "wagner-jufra", "relation": "follows"}]),
    ),
    (
        "claims.json",
        "will-stay",
        "text.en",
        "hedge-missing",
        lambda f: hedged(f)["text"].update(en="Wagner will stay."),
    ),
    ("claims.json", "will-stay", "text.ar", "hedge-missing", lambda f: hedged(f)["text"].update(ar="ستبقى فاغنر.")),
    (
        "claims.json",
        "will-stay",
        "text.ar",
        "hedge-stray",
        lambda f: hedged(f)["text"].update(ar="ربما تبقى فاغنر على الأرجح."),
    ),
    ("claims.json", "base", "text.en", "hedge-stray", lambda f: first_claim(f)["text"].update(en="It might be.")),
    ("claims.json", "base", "text.ar", "not-arabic", lambda f: first_claim(f)["text"].update(ar="A base.")),
    ("claims.json", "base", "text.en", "not-english", lambda f: first_claim(f)["text"].update(en="قاعدة")),
    ("catalog.json", "", "title.ar", "not-arabic", lambda f: f["catalog.json"]["title"].update(ar="Small")),
    (
        PLACES,
        "jufra",
        "geometry",
        "outside",
        lambda f: move_jufra(f, 8.0, 29.0),
    ),
    (PLACES, "jufra", "coordinates", "coordinate-unused", lambda f: geometry(f, 0, [16.0011, 29.1981])),
    (
        PLACES,
        "jufra",
        "coordinates.1",
        "radius-small",
        lambda f: properties(f, PLACES)["coordinates"].append({"gazetteer": "register", "lat": 29.3, "lon": 16.0}),
    ),
    (PLACES, "jufra", "radius", "radius-missing", lambda f: properties(f, PLACES).pop("radius")),
    (PLACES, "south", "radius", "radius-stray", lambda f: properties(f, PLACES, 3).update(radius=10)),
    (PLACES, "jufra", "within", "unknown-area", lambda f: properties(f, PLACES).update(within="ZZ")),
    (PLACES, "jufra", "geometry", "precision-geometry", lambda f: properties(f, PLACES).update(precision="area")),
    (
        PLACES,
        "south",
        "geometry",
        "winding",
        lambda f: geometry(f, 3, [[[12, 25], [12, 28], [17, 28], [17, 25], [12, 25]]], "Polygon"),
    ),
    (
        PLACES,
        "south",
        "geometry",
        "geometry-invalid",
        lambda f: geometry(f, 3, [[[12, 25], [17, 28], [17, 25], [12, 28], [12, 25]]], "Polygon"),
    ),
    (PLACES, "moscow", "geometry", "outside", lambda f: properties(f, PLACES, 2).update(within="mediterranean")),
    (PRESENCE, "wagner-jufra", "geometry", "geometry-copy", lambda f: f[PRESENCE]["features"][0].update(geometry=None)),
    (
        MOVEMENTS,
        "sirte-jufra",
        "destination",
        "movement-ends",
        lambda f: properties(f, MOVEMENTS).update(place="sirte"),
    ),
    (EVENTS, "meeting-moscow", "origin", "place-on-movement", lambda f: properties(f, EVENTS).update(origin="sirte")),
    (PRESENCE, "wagner-south", "when", "presence-undated", lambda f: properties(f, PRESENCE, 1).pop("when")),
    (
        PRESENCE,
        "wagner-jufra",
        "confirmed",
        "confirmed-early",
        lambda f: properties(f, PRESENCE).update(confirmed="2015"),
    ),
    ("claims.json", "met", "said", "said-early", lambda f: f["claims.json"]["claims"][2].update(said="2023-09-01")),
    (
        "claims.json",
        "met",
        "happened",
        "after-source",
        lambda f: f["claims.json"]["claims"][2].update(happened="2024", said=None),
    ),
    ("claims.json", "base", "recorded", "recorded-early", lambda f: first_claim(f).update(said="2027")),
    ("claims.json", "base", "text", "not-object", lambda f: first_claim(f).update(text="A base.")),
    ("claims.json", "base", "actors", "not-list", lambda f: first_claim(f).update(actors="wagner")),
    ("claims.json", "base", "happened", "not-text", lambda f: first_claim(f).update(happened=2019)),
    ("claims.json", "base", "locator.0", "not-number", lambda f: first_claim(f).update(locator=["2"])),
    ("claims.json", "base", "locator.0", "not-number", lambda f: first_claim(f).update(locator=[True])),
    ("claims.json", "base", "locator.0", "limit", lambda f: first_claim(f).update(locator=[-1])),
    ("claims.json", "base", "text.en", "too-long", lambda f: first_claim(f)["text"].update(en="long " * 500)),
    ("claims.json", "base", "text.en", "control-character", lambda f: first_claim(f)["text"].update(en="A\x00base.")),
    (
        PRESENCE,
        "wagner-jufra",
        "properties.declared",
        "not-truth",
        lambda f: properties(f, PRESENCE).update(declared=1),
    ),
    ("catalog.json", "", "home", "bbox", lambda f: f["catalog.json"].update(home=[26, 34, 9, 19])),
    ("catalog.json", "wagner", "symbol", "unknown-id", lambda f: f["catalog.json"]["layers"][0].update(symbol="x")),
    ("notes.json", "a-note", "locator.0", "locator", lambda f: f["notes.json"]["notes"][0].update(locator=[9])),
    (PLACES, "jufra", "geometry", "geometry-form", lambda f: f[PLACES]["features"][0].update(geometry=None)),
    (PLACES, "jufra", "geometry", "geometry-form", lambda f: geometry(f, 0, ["16.001", "29.1981"])),
    (PLACES, "jufra", "geometry", "geometry-form", lambda f: geometry(f, 0, [16.001, 29.1981], "Circle")),
    (PLACES, "south", "geometry", "geometry-form", lambda f: geometry(f, 3, [], "Polygon")),
    (PLACES, "south", "geometry", "geometry-form", lambda f: geometry(f, 3, [[[12, 25], [17, 25]]], "Polygon")),
    (
        PLACES,
        "south",
        "geometry",
        "geometry-form",
        lambda f: geometry(f, 3, [[[12, 25], [17, 25], [17, 28], [12, 28]]], "Polygon"),
    ),
    (
        PLACES,
        "south",
        "geometry",
        "outside-share",
        lambda f: geometry(f, 3, [[[12, 25], [17, 25], [17, 36], [12, 36], [12, 25]]], "Polygon"),
    ),
    (PLACES, "jufra", "geometry", "outside", lambda f: move_jufra(f, 19.0, 33.5)),
]


UNREADABLE = [
    (b"{", "json"),
    (b"", "file-empty"),
    (b"\n", "file-empty"),
    (b"null", "not-object"),
    (b"\xff\xfe{}", "encoding"),
    (b'\xef\xbb\xbf{"claims": []}', "byte-order-mark"),
    (b'{"claims": NaN}', "number"),
    (b'{"claims": ' + b"9" * 5000 + b"}", "number"),
    (b"[" * 100_000, "nested"),
    (b'{"claims": [{"id": "base", "id": "base"}]}', "duplicate-key"),
]


def problems(folder: Path) -> tuple[Problem, ...]:
    return survey(folder)[1]


@pytest.mark.parametrize(
    ("file", "owner", "field", "key", "change"), BROKEN, ids=[f"{row[3]}-{row[1]}-{row[2]}" for row in BROKEN]
)
def test_a_fault_is_told_with_file_object_and_field(
    tmp_path: Path, file: str, owner: str, field: str, key: str, change: Change
) -> None:
    found = {(one.file, one.feature, one.field, one.key): one for one in problems(write(tmp_path, change))}
    assert (file, owner, field, key) in found
    for problem in found.values():
        english, arabic = problem.line("en"), problem.line("ar")
        assert english.startswith(problem.file)
        assert problem.feature in english
        assert problem.feature in arabic
        assert "{" not in problem.sentence("en")


IN_BRIEFS = {"query", "duplicate-scene", "brief-name"}
"""Tried in `briefs/`."""


def test_every_fault_that_can_be_told_is_tried_here() -> None:
    unreadable = {row[1] for row in UNREADABLE} | {"file-missing", "file-unreadable"}
    tried = {row[3] for row in BROKEN} | unreadable | {"range", "invalid"} | IN_BRIEFS
    assert {key.removeprefix("problem.") for key in messages("en") if key.startswith("problem.")} == tried


def test_the_small_dataset_is_well(tmp_path: Path) -> None:
    assert open_dataset(write(tmp_path)).catalog.id == "small"


@pytest.mark.parametrize(("content", "key"), UNREADABLE)
def test_a_file_that_cannot_be_read_is_told_and_nothing_is_blamed_on_others(
    tmp_path: Path, content: bytes, key: str
) -> None:
    write(tmp_path)
    (tmp_path / "claims.json").write_bytes(content)
    assert [(one.file, one.key) for one in problems(tmp_path)] == [("claims.json", key)]


@pytest.mark.parametrize("name", ["sources.json", "rubric.json", "actors.json", "notes.json", PLACES, PRESENCE])
def test_a_file_that_is_missing_or_none_is_told_alone(tmp_path: Path, name: str) -> None:
    (write(tmp_path) / name).unlink()
    assert [(one.file, one.key) for one in problems(tmp_path)] == [(name, "file-missing")]
    (tmp_path / name).mkdir()
    assert [(one.file, one.key) for one in problems(tmp_path)] == [(name, "file-unreadable")]


def test_a_catalog_that_cannot_be_read_is_told_alone(tmp_path: Path) -> None:
    (write(tmp_path) / "catalog.json").write_text("[]", "utf-8")
    assert [(one.file, one.key) for one in problems(tmp_path)] == [("catalog.json", "not-object")]


def test_half_a_character_is_told(tmp_path: Path) -> None:
    (write(tmp_path) / "notes.json").write_text('{"notes": [{"id": "\\ud800"}]}', "utf-8")
    assert [(one.file, one.key) for one in problems(tmp_path)] == [("notes.json", "invalid")]


def test_what_names_a_broken_object_is_not_blamed(tmp_path: Path) -> None:
    def change(files: Files) -> None:
        first_claim(files).pop("text")
        files[PLACES]["features"][1].pop("properties")
        files["actors.json"]["actors"][0].pop("id")

    told = {(one.file, one.feature, one.field, one.key) for one in problems(write(tmp_path, change))}
    assert told == {
        ("claims.json", "base", "text", "missing"),
        (PLACES, "sirte", "properties", "missing"),
        ("actors.json", "", "actors.0.id", "missing"),
    }


def test_a_place_s_own_fault_is_not_told_again_of_what_stands_there(tmp_path: Path) -> None:
    found = problems(write(tmp_path, lambda files: geometry(files, 0, [8.0, 29.0])))
    assert {(one.file, one.feature, one.key) for one in found} == {
        (PLACES, "jufra", "coordinate-unused"),
        (PLACES, "jufra", "outside"),
    }


def test_a_dataset_opens_only_without_problems(tmp_path: Path) -> None:
    def change(files: Files) -> None:
        first_claim(files).pop("text")
        geometry(files, 0, [8.0, 29.0])

    with pytest.raises(DatasetError) as caught:
        open_dataset(write(tmp_path, change))
    assert {one.key for one in caught.value.problems} == {"missing", "outside", "coordinate-unused"}


def test_a_coordinate_outside_the_world_is_told(tmp_path: Path) -> None:
    ring = [[[170, 80], [190, 80], [190, 85], [170, 85], [170, 80]]]
    found = problems(write(tmp_path, lambda files: geometry(files, 3, ring, "Polygon")))
    assert (PLACES, "south", "geometry", "range") in {(one.file, one.feature, one.field, one.key) for one in found}


def test_all_problems_of_all_files_are_told_at_once_in_the_order_of_the_files(tmp_path: Path) -> None:
    def change(files: Files) -> None:
        first_claim(files).pop("text")
        hedged(files)["text"].update(en="Wagner will stay.")
        geometry(files, 3, [[[12, 25], [12, 28], [17, 28], [17, 25], [12, 25]]], "Polygon")
        properties(files, PRESENCE).update(kind="party", sound=1)
        properties(files, PRESENCE, 1).update(place="nowhere")
        properties(files, EVENTS).update(when="2023-09-31")
        files[MOVEMENTS]["features"][0].update(geometry=None)

    write(tmp_path, change)
    (tmp_path / "notes.json").unlink()
    (tmp_path / "rubric.json").write_text("[", "utf-8")
    assert [(one.file, one.feature, one.field, one.key) for one in problems(tmp_path)] == [
        ("rubric.json", "", "", "json"),
        ("claims.json", "base", "text", "missing"),
        ("notes.json", "", "", "file-missing"),
        (PLACES, "south", "geometry", "winding"),
        (PRESENCE, "wagner-jufra", "properties.kind", "not-one-of"),
        (PRESENCE, "wagner-jufra", "properties.sound", "unknown-field"),
        (PRESENCE, "wagner-south", "place", "unknown-id"),
        (EVENTS, "meeting-moscow", "properties.when", "interval"),
        (MOVEMENTS, "sirte-jufra", "geometry", "geometry-copy"),
    ]


def test_a_folder_without_a_catalog_is_no_dataset(tmp_path: Path) -> None:
    with pytest.raises(MissingDatasetError, match=str(tmp_path)):
        open_dataset(tmp_path)


def test_the_new_feature_of_a_curator_is_accepted_once_formatted(tmp_path: Path) -> None:
    def change(files: Files) -> None:
        files[PLACES]["features"].append(point("derna", {"en": "Derna", "ar": "درنة"}, 22.6367, 32.767))
        files[EVENTS]["features"].append(feature("visit-derna", "meetings", "visit", place="derna", claims=["base"]))

    write(tmp_path, change)
    assert {one.key for one in problems(tmp_path)} == {"geometry-copy"}
    for file, text in formatted(tmp_path).items():
        save(file, text)
    assert problems(tmp_path) == ()
    assert formatted(tmp_path) == {}
