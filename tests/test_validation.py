"""Bad datasets: every fault is told with its file, object and field, all at once, in both languages."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.small import Files, claim, feature, point, write

from libyamap import open_dataset
from libyamap.dataset import read
from libyamap.errors import MissingDatasetError
from libyamap.formatting import formatted
from libyamap.formatting import write as save
from libyamap.i18n import messages
from libyamap.problems import DatasetError, Problem
from libyamap.validation import problems_of

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


def abroad(files: Files) -> None:
    geometry(files, 0, [8.0, 29.0])
    properties(files, PLACES)["coordinates"][0].update(lon=8.0, lat=29.0)


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
    ("claims.json", "base", "grade.credibility", "invalid", lambda f: first_claim(f)["grade"].update(credibility=9)),
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
    (PLACES, "jufra", "geometry", "outside", abroad),
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
    ("claims.json", "base", "recorded", "after-source", lambda f: first_claim(f).update(said="2027")),
]


def problems(folder: Path) -> tuple[Problem, ...]:
    try:
        return problems_of(read(folder))
    except DatasetError as error:
        return error.problems


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


def test_every_fault_that_can_be_told_is_tried_here() -> None:
    tried = {row[3] for row in BROKEN} | {"file-missing", "encoding", "json", "duplicate-key", "range"}
    assert {key.removeprefix("problem.") for key in messages("en") if key.startswith("problem.")} == tried


def test_the_small_dataset_is_well(tmp_path: Path) -> None:
    assert open_dataset(write(tmp_path)).catalog.id == "small"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"{", "json"),
        (b"\xff\xfe{}", "encoding"),
        (b'{"claims": [{"id": "base", "id": "base"}]}', "duplicate-key"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, content: bytes, key: str) -> None:
    write(tmp_path)
    (tmp_path / "claims.json").write_bytes(content)
    assert [(one.file, one.key) for one in problems(tmp_path)] == [("claims.json", key)]


def test_a_coordinate_outside_the_world_is_told(tmp_path: Path) -> None:
    ring = [[[170, 80], [190, 80], [190, 85], [170, 85], [170, 80]]]
    found = problems(write(tmp_path, lambda files: geometry(files, 3, ring, "Polygon")))
    assert (PLACES, "south", "geometry", "range") in {(one.file, one.feature, one.field, one.key) for one in found}


def test_all_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "notes.json").unlink()
    (tmp_path / "rubric.json").write_text("[", "utf-8")

    def change(files: Files) -> None:
        first_claim(files).pop("text")
        properties(files, PRESENCE).update(kind="party", claims=[])

    write(tmp_path / "other", change)
    shutil.copy(tmp_path / "other/claims.json", tmp_path)
    shutil.copy(tmp_path / "other" / PRESENCE, tmp_path / PRESENCE)
    told = {(one.file, one.field, one.key) for one in problems(tmp_path)}
    assert told == {
        ("notes.json", "", "file-missing"),
        ("rubric.json", "", "json"),
        ("claims.json", "text", "missing"),
        (PRESENCE, "properties.kind", "not-one-of"),
        (PRESENCE, "properties.claims", "empty"),
    }


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
