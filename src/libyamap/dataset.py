"""A dataset: a folder of JSON and GeoJSON files, read whole, checked whole, and frozen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol, cast

from libyamap import paths, records
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
from libyamap.problems import DatasetError
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
        """What a reader may search a feature for beside its claims, by its id: `text.stemmed`, both languages."""
        return {feature.id: _searchable(self, feature) for feature in self.features.values()}

    @cached_property
    def searchable_claims(self) -> Mapping[str, str]:
        """What a reader may search a claim for, by its id: `text.stemmed`, both languages."""
        return {
            claim.id: " ".join(stemmed(text) for text in (*_both(claim.text), *_both(claim.attribution.wording)))
            for claim in self.claims.values()
        }


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
    root = folder(path)
    reading = records.read(root)
    if reading.problems:
        raise DatasetError(reading.problems)
    return assembled(root, reading.records)


def folder(path: Path | str | None = None) -> Path:
    """The folder of the dataset at `path`, or of the curated one.

    Raises
    ------
    MissingDatasetError
        If it holds no `catalog.json`.
    """
    root = Path(path) if path is not None else paths.geodata()
    if not (root / "catalog.json").is_file():
        raise MissingDatasetError(path=root)
    return root


def digest(root: Path) -> str:
    """First digits of the SHA-256 over names and bytes of a dataset's files."""
    total = hashlib.sha256()
    for file in (root / name for name in FILES if (root / name).is_file()):
        name = file.relative_to(root).as_posix()
        total.update(name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()[:DIGEST_LENGTH]


def signature(root: Path) -> tuple[tuple[int, int], ...]:
    """Times and sizes of a dataset's files: changes when one of them is written."""
    found = (root / name for name in FILES)
    return tuple((stat.st_mtime_ns, stat.st_size) for stat in (file.stat() for file in found if file.exists()))


def _searchable(dataset: Dataset, feature: Feature) -> str:
    properties = feature.properties
    places = (properties.place, properties.origin, properties.destination, *properties.about)
    texts = [
        *_both(properties.title),
        *(name for place in places if place for name in _names(dataset.places[place].properties)),
        *(name for part in properties.actors for name in _names(dataset.actors[part.actor])),
    ]
    return " ".join(stemmed(text) for text in texts)


def _names(named: Named) -> Iterator[str]:
    yield from (*_both(named.name), *named.aliases.ar, *named.aliases.en)


def _both(text: Text) -> tuple[str, str]:
    return text.ar, text.en


def assembled(root: Path, files: Mapping[str, Record]) -> Dataset:
    """The dataset that the records of its files make."""
    sources = cast("SourcesFile", files["sources.json"])
    actors = cast("ActorsFile", files["actors.json"])
    collections = {
        Path(name).stem: record.features for name, record in files.items() if isinstance(record, FeatureCollection)
    }
    return Dataset(
        root=root,
        digest=digest(root),
        catalog=cast("Catalog", files["catalog.json"]),
        rubric=cast("Rubric", files["rubric.json"]),
        collections=collections,
        notes=cast("NotesFile", files["notes.json"]).notes,
        actor_groups=actors.groups,
        sources={source.id: source for source in sources.sources},
        origins={origin.id: origin for origin in sources.origins},
        gazetteers={gazetteer.id: gazetteer for gazetteer in sources.gazetteers},
        actors={actor.id: actor for actor in actors.actors},
        places={place.id: place for place in cast("PlaceCollection", files["collections/places.geojson"]).features},
        claims={claim.id: claim for claim in cast("ClaimsFile", files["claims.json"]).claims},
    )
