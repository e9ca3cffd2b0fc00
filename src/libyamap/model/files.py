"""The files of a dataset, and what each must be."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from libyamap.model.actors import Actor, ActorGroup
from libyamap.model.claims import Claim, Gazetteer, Origin, Source
from libyamap.model.features import Feature, Note
from libyamap.model.places import Place
from libyamap.model.record import Prose, Record, Slug, Text
from libyamap.model.rubric import Rubric


class LayerGroup(Record):
    """A heading of the layer list."""

    id: Slug
    title: Text


class Layer(Record):
    """One entry of the layer list.

    Attributes
    ----------
    collection : str
        The file under `collections/` that holds its features.
    symbol : str
        Key of the symbology.
    """

    id: Slug
    title: Text
    group: Slug
    collection: Literal["presence", "events", "movements", "assessments"]
    symbol: Slug
    shown: bool = True
    description: Text


class Catalog(Record):
    """The dataset's own description.

    Attributes
    ----------
    as_of : date
        The date that the dataset speaks for; the default of every view.
    home : tuple of float
        Bbox (west, south, east, north) in degrees that a new view shows.
    """

    id: Slug
    title: Text
    description: Text
    version: Prose
    licence: Prose
    attribution: Text
    as_of: dt.date
    home: tuple[float, float, float, float]
    not_known: tuple[Text, ...]
    groups: tuple[LayerGroup, ...]
    layers: tuple[Layer, ...]


class SourcesFile(Record):
    """`sources.json`."""

    sources: tuple[Source, ...]
    origins: tuple[Origin, ...]
    gazetteers: tuple[Gazetteer, ...]


class ActorsFile(Record):
    """`actors.json`."""

    groups: tuple[ActorGroup, ...]
    actors: tuple[Actor, ...]


class ClaimsFile(Record):
    """`claims.json`."""

    claims: tuple[Claim, ...]


class NotesFile(Record):
    """`notes.json`."""

    notes: tuple[Note, ...]


class PlaceCollection(Record):
    """`collections/places.geojson`."""

    type: Literal["FeatureCollection"]
    features: tuple[Place, ...]


class FeatureCollection(Record):
    """Any other file of `collections/`."""

    type: Literal["FeatureCollection"]
    features: tuple[Feature, ...]


FILES: dict[str, type[Record]] = {
    "catalog.json": Catalog,
    "sources.json": SourcesFile,
    "rubric.json": Rubric,
    "actors.json": ActorsFile,
    "claims.json": ClaimsFile,
    "notes.json": NotesFile,
    "collections/places.geojson": PlaceCollection,
    "collections/presence.geojson": FeatureCollection,
    "collections/events.geojson": FeatureCollection,
    "collections/movements.geojson": FeatureCollection,
    "collections/assessments.geojson": FeatureCollection,
}
"""Every file of a dataset and the model it must satisfy, in the order they are read."""


def schemas() -> dict[str, dict[str, Any]]:
    """JSON Schema of every file of a dataset, by file name."""
    return {name: model.model_json_schema() for name, model in FILES.items()}
