"""The evidence model: what a dataset is made of, typed and frozen.

Geometry stands once, in places. Statements stand once, in claims. Features (presence, events,
movements, assessments) tie the two together and are drawn. Everything here is plain data with the
checks that one object can make of itself; what needs a second object is checked in
`libyamap.validation`.

Coordinates are degrees WGS 84 in GeoJSON's order (longitude, latitude); lengths are metres; dates are
EDTF strings read by `libyamap.interval`.
"""

from libyamap.model.actors import Actor, ActorGroup, Role
from libyamap.model.claims import Attribution, Claim, Gazetteer, Grade, Origin, Source
from libyamap.model.features import Feature, FeatureProperties, Note, Part, Strength, Tie
from libyamap.model.files import (
    FILES,
    ActorsFile,
    Catalog,
    ClaimsFile,
    FeatureCollection,
    Layer,
    LayerGroup,
    NotesFile,
    PlaceCollection,
    SourcesFile,
    schemas,
)
from libyamap.model.places import Coordinate, Place, PlaceProperties
from libyamap.model.record import Aliases, Edtf, Prose, Record, Slug, Text
from libyamap.model.rubric import Basis, Hedge, Rubric
from libyamap.model.terms import (
    COLLECTION_KINDS,
    Assertion,
    Credibility,
    FeatureKind,
    PlaceKind,
    Precision,
    Reliability,
)

__all__ = [
    "COLLECTION_KINDS",
    "FILES",
    "Actor",
    "ActorGroup",
    "ActorsFile",
    "Aliases",
    "Assertion",
    "Attribution",
    "Basis",
    "Catalog",
    "Claim",
    "ClaimsFile",
    "Coordinate",
    "Credibility",
    "Edtf",
    "Feature",
    "FeatureCollection",
    "FeatureKind",
    "FeatureProperties",
    "Gazetteer",
    "Grade",
    "Hedge",
    "Layer",
    "LayerGroup",
    "Note",
    "NotesFile",
    "Origin",
    "Part",
    "Place",
    "PlaceCollection",
    "PlaceKind",
    "PlaceProperties",
    "Precision",
    "Prose",
    "Record",
    "Reliability",
    "Role",
    "Rubric",
    "Slug",
    "Source",
    "SourcesFile",
    "Strength",
    "Text",
    "Tie",
    "schemas",
]
