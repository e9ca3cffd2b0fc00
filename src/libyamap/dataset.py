"""A dataset: a folder of JSON and GeoJSON files, read whole, checked whole, and frozen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol, cast

import pydantic
from pydantic_core import ErrorDetails

from libyamap import paths
from libyamap.errors import MissingDatasetError
from libyamap.model import (
    FILES,
    Actor,
    ActorGroup,
    ActorsFile,
    Aliases,
    Basis,
    Catalog,
    Claim,
    ClaimsFile,
    Feature,
    FeatureCollection,
    Gazetteer,
    Hedge,
    Layer,
    LayerGroup,
    Note,
    NotesFile,
    Origin,
    Place,
    PlaceCollection,
    Record,
    Rubric,
    Source,
    SourcesFile,
    Text,
)
from libyamap.problems import DatasetError, Problem
from libyamap.text import stemmed

DIGEST_LENGTH = 12
"""Hexadecimal digits of a digest that are shown: 48 bits, enough to tell releases apart."""


class Named(Protocol):
    """What has a name in both languages, and others beside it."""

    @property
    def name(self) -> Text:
        """The name that is shown."""

    @property
    def aliases(self) -> Aliases:
        """Other names and spellings."""


@dataclass(frozen=True, eq=False)
class Dataset:
    """Everything of one dataset's folder.

    Attributes
    ----------
    root : Path
        The folder.
    digest : str
        First digits of the SHA-256 of all files' names and bytes: the dataset's identity.
    collections : mapping of str to tuple of Feature
        By name: presence, events, movements, assessments.
    """

    root: Path
    digest: str
    catalog: Catalog
    rubric: Rubric
    collections: Mapping[str, tuple[Feature, ...]]
    notes: tuple[Note, ...]
    actor_groups: tuple[ActorGroup, ...]
    sources: Mapping[str, Source]
    origins: Mapping[str, Origin]
    gazetteers: Mapping[str, Gazetteer]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    claims: Mapping[str, Claim]

    @cached_property
    def features(self) -> Mapping[str, Feature]:
        """The features of all collections, by id."""
        return {feature.id: feature for features in self.collections.values() for feature in features}

    @cached_property
    def layers(self) -> Mapping[str, Layer]:
        """The catalog's layers, by id."""
        return {layer.id: layer for layer in self.catalog.layers}

    @cached_property
    def bases(self) -> Mapping[str, Basis]:
        """The rubric's reasons for grades, by id."""
        return {basis.id: basis for basis in self.rubric.bases}

    @cached_property
    def hedges(self) -> Mapping[str, Hedge]:
        """The rubric's hedges, by id."""
        return {hedge.id: hedge for hedge in self.rubric.hedges}

    @cached_property
    def notes_on(self) -> Mapping[str, tuple[Note, ...]]:
        """The notes that touch an object, by its id."""
        touching: dict[str, list[Note]] = {}
        for note in self.notes:
            for touched in note.touches:
                touching.setdefault(touched, []).append(note)
        return {touched: tuple(notes) for touched, notes in touching.items()}

    @cached_property
    def searchable(self) -> Mapping[str, str]:
        """All that a reader may search a feature for, by its id: folded by `text.stemmed`, both languages."""
        return {feature.id: _searchable(self, feature) for feature in self.features.values()}


def read(path: Path | str | None = None) -> Dataset:
    """Read the dataset in the folder `path`, or the curated one, checking each object by itself.

    `libyamap.validation.open_dataset` also checks them against one another.

    Raises
    ------
    MissingDatasetError
        If the folder holds no `catalog.json`.
    DatasetError
        If a file is missing or an object is not of its model; names every problem of every file.
    """
    root = Path(path) if path is not None else paths.geodata()
    if not (root / "catalog.json").is_file():
        raise MissingDatasetError(path=root)
    records: dict[str, Record] = {}
    problems: list[Problem] = []
    for name, model in FILES.items():
        try:
            records[name] = _record(root, name, model)
        except DatasetError as error:
            problems.extend(error.problems)
    if problems := problems or list(_duplicates(records)):
        raise DatasetError(tuple(problems))
    return _assembled(root, records)


def digest(root: Path) -> str:
    """First digits of the SHA-256 over names and bytes of a dataset's files."""
    total = hashlib.sha256()
    for name in FILES:
        total.update(name.encode() + b"\0" + hashlib.sha256((root / name).read_bytes()).digest())
    return total.hexdigest()[:DIGEST_LENGTH]


def signature(root: Path) -> tuple[tuple[int, int], ...]:
    """Times and sizes of a dataset's files: changes when one of them is written."""
    found = (root / name for name in FILES)
    return tuple((stat.st_mtime_ns, stat.st_size) for stat in (file.stat() for file in found if file.exists()))


def _searchable(dataset: Dataset, feature: Feature) -> str:
    properties = feature.properties
    claims = [dataset.claims[claim] for claim in properties.claims]
    places = (properties.place, properties.origin, properties.destination, *properties.about)
    texts = [
        *_both(properties.title),
        *(name for place in places if place for name in _names(dataset.places[place].properties)),
        *(name for part in properties.actors for name in _names(dataset.actors[part.actor])),
        *(text for claim in claims for text in (*_both(claim.text), *_both(claim.attribution.wording))),
    ]
    return " ".join(stemmed(text) for text in texts)


def _names(named: Named) -> Iterator[str]:
    yield from (*_both(named.name), *named.aliases.ar, *named.aliases.en)


def _both(text: Text) -> tuple[str, str]:
    return text.ar, text.en


def _assembled(root: Path, records: Mapping[str, Record]) -> Dataset:
    sources = cast("SourcesFile", records["sources.json"])
    actors = cast("ActorsFile", records["actors.json"])
    collections = {
        Path(name).stem: record.features for name, record in records.items() if isinstance(record, FeatureCollection)
    }
    return Dataset(
        root=root,
        digest=digest(root),
        catalog=cast("Catalog", records["catalog.json"]),
        rubric=cast("Rubric", records["rubric.json"]),
        collections=collections,
        notes=cast("NotesFile", records["notes.json"]).notes,
        actor_groups=actors.groups,
        sources={source.id: source for source in sources.sources},
        origins={origin.id: origin for origin in sources.origins},
        gazetteers={gazetteer.id: gazetteer for gazetteer in sources.gazetteers},
        actors={actor.id: actor for actor in actors.actors},
        places={place.id: place for place in cast("PlaceCollection", records["collections/places.geojson"]).features},
        claims={claim.id: claim for claim in cast("ClaimsFile", records["claims.json"]).claims},
    )


_NAMESPACES: Mapping[type[Record], str] = {
    Layer: "layers", LayerGroup: "groups", Origin: "origins", Gazetteer: "gazetteers", Hedge: "hedges", Basis: "bases",
}  # fmt: skip
"""Sorts of objects with ids of their own; all others share one, since a permalink may open any of them."""


def _duplicates(records: Mapping[str, Record]) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for file, record in records.items():
        for one in _identified(record):
            key = (_NAMESPACES.get(type(one), ""), cast("Any", one).id)
            if key in first:
                yield Problem(file, key[1], "id", "duplicate-id", {"other": first[key]})
            first.setdefault(key, file)


def _identified(record: Record) -> Iterator[Record]:
    members = (value for _, value in record if isinstance(value, tuple))
    yield from (one for member in members for one in member if isinstance(one, Record) and hasattr(one, "id"))


def _record(root: Path, name: str, model: type[Record]) -> Record:
    raw = _json(root, name)
    try:
        return model.model_validate(raw)
    except pydantic.ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
        raise DatasetError(tuple(_distinct(_problem(name, raw, detail) for detail in details))) from None


def _json(root: Path, name: str) -> Any:  # noqa: ANN401 - JSON before it has been checked
    try:
        text = (root / name).read_text("utf-8")
        return json.loads(text, object_pairs_hook=_unique_keys)
    except FileNotFoundError:
        problem = Problem(name, "", "", "file-missing")
    except UnicodeDecodeError as error:
        problem = Problem(name, "", "", "encoding", {"offset": error.start})
    except json.JSONDecodeError as error:
        problem = Problem(name, "", "", "json", {"line": error.lineno, "column": error.colno})
    except _DuplicateKeyError as error:
        problem = Problem(name, str(error.record.get("id", "")), error.name, "duplicate-key")
    raise DatasetError((problem,))


class _DuplicateKeyError(Exception):
    def __init__(self, name: str, record: Mapping[str, object]) -> None:
        super().__init__(name)
        self.name, self.record = name, record


def _unique_keys(pairs: list[tuple[str, object]]) -> dict[str, object]:
    record = dict(pairs)
    if len(record) < len(pairs):
        names = [name for name, _ in pairs]
        raise _DuplicateKeyError(next(name for name in names if names.count(name) > 1), record)
    return record


_KEYS_BY_TYPE = {
    "missing": "missing",
    "extra_forbidden": "unknown-field",
    "enum": "not-one-of",
    "literal_error": "not-one-of",
    "string_pattern_mismatch": "pattern",
    "string_too_short": "empty",
    "too_short": "empty",
    "date_from_datetime_parsing": "date",
    "date_parsing": "date",
}


def _problem(file: str, raw: object, detail: ErrorDetails) -> Problem:
    feature, field = _located(raw, detail["loc"])
    context = detail.get("ctx", {})
    if isinstance(cause := context.get("error"), ValueError) and hasattr(cause, "sentence"):
        return Problem(file, feature, field, "interval", {"text": detail["input"]})
    params = {
        "expected": context.get("expected") or context.get("pattern") or "",
        "given": _shortened(detail["input"]),
        "detail": detail["msg"],
    }
    return Problem(file, feature, field, _KEYS_BY_TYPE.get(detail["type"], "invalid"), params)


def _located(raw: object, loc: tuple[int | str, ...]) -> tuple[str, str]:
    """Id of the innermost object with one on the way to `loc`, and the rest of the way."""
    feature, field, node = "", list(loc), raw
    for depth, step in enumerate(loc):
        try:
            node = cast("Any", node)[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(node, dict) and isinstance(node.get("id"), str):
            feature, field = node["id"], list(loc[depth + 1 :])
    return feature, ".".join(str(step) for step in field)


def _shortened(value: object, limit: int = 60) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _distinct(problems: Iterator[Problem]) -> list[Problem]:
    seen: dict[tuple[str, str, str, str], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.file, problem.feature, problem.field, problem.key), problem)
    return list(seen.values())
