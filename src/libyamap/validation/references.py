"""Every id that an object names must be that of an object of the right sort."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from libyamap.dataset import Dataset
from libyamap.model import Actor, Claim, Feature
from libyamap.problems import Problem, Word
from libyamap.records import Gaps
from libyamap.symbology import symbols
from libyamap.validation.objects import (
    ACTORS,
    CATALOG,
    CLAIMS,
    COLLECTIONS,
    NOTES,
    PLACES,
    RUBRIC,
    SOURCES,
    features,
)

Reference = tuple[str, str, str | None]
"""Field, sort of object, id."""


HOMES: Mapping[str, tuple[str, ...]] = {
    "actor": (ACTORS,),
    "actor-group": (ACTORS,),
    "basis": (RUBRIC,),
    "claim": (CLAIMS,),
    "feature": COLLECTIONS,
    "gazetteer": (SOURCES,),
    "hedge": (RUBRIC,),
    "layer": (CATALOG,),
    "layer-group": (CATALOG,),
    "object": (ACTORS, CLAIMS, PLACES, SOURCES, *COLLECTIONS),
    "origin": (SOURCES,),
    "place": (PLACES,),
    "source": (SOURCES,),
    "symbol": (),
}
"""The files that hold each sort of object; symbols are the themes' own."""


def references(dataset: Dataset, gaps: Gaps) -> Iterator[Problem]:
    """Ids that lead nowhere, save to what could not be read."""
    known = _known(dataset)
    unread = {sort for sort, files in HOMES.items() if gaps.unread.intersection(files)}
    for file, owner, found in _owners(dataset):
        for field, sort, target in found:
            there = target is None or target in known[sort] or target in gaps.aside
            if not there and sort not in unread:
                yield Problem(file, owner, field, "unknown-id", {"sort": Word(f"sort.{sort}"), "id": target})


def _known(dataset: Dataset) -> Mapping[str, Collection[str]]:
    known: dict[str, Collection[str]] = {
        "actor": dataset.actors,
        "actor-group": {group.id for group in dataset.actor_groups},
        "basis": dataset.bases,
        "claim": dataset.claims,
        "feature": dataset.features,
        "gazetteer": dataset.gazetteers,
        "hedge": dataset.hedges,
        "layer": dataset.layers,
        "layer-group": {group.id for group in dataset.catalog.groups},
        "origin": dataset.origins,
        "place": dataset.places,
        "source": dataset.sources,
        "symbol": symbols(),
    }
    touchable = ("actor", "claim", "feature", "place", "source", "origin")
    known["object"] = {one for sort in touchable for one in known[sort]}
    return known


def _owners(dataset: Dataset) -> Iterator[tuple[str, str, Iterable[Reference]]]:
    for layer in dataset.catalog.layers:
        yield CATALOG, layer.id, [("group", "layer-group", layer.group), ("symbol", "symbol", layer.symbol)]
    for origin in dataset.origins.values():
        yield SOURCES, origin.id, [("actor", "actor", origin.actor)]
    for actor in dataset.actors.values():
        yield ACTORS, actor.id, _of_actor(actor)
    for claim in dataset.claims.values():
        yield CLAIMS, claim.id, _of_claim(claim)
    for note in dataset.notes:
        yield NOTES, note.id, _each("touches", "object", note.touches)
    for place in dataset.places.values():
        coordinates = (coordinate.gazetteer for coordinate in place.properties.coordinates)
        found = [*_each("claims", "claim", place.properties.claims), *_each("coordinates", "gazetteer", coordinates)]
        yield PLACES, place.id, found
    for file, _, feature in features(dataset):
        yield file, feature.id, _of_feature(feature)


def _each(field: str, sort: str, ids: Iterable[str]) -> Iterator[Reference]:
    for index, target in enumerate(ids):
        yield f"{field}.{index}", sort, target


def _of_actor(actor: Actor) -> Iterator[Reference]:
    yield "group", "actor-group", actor.group
    for index, role in enumerate(actor.roles):
        yield f"roles.{index}.of", "actor", role.of
        yield from _each(f"roles.{index}.claims", "claim", role.claims)


def _of_claim(claim: Claim) -> Iterator[Reference]:
    yield "source", "source", claim.source
    yield "attribution.origin", "origin", claim.attribution.origin
    yield "hedge", "hedge", claim.hedge
    yield "grade.basis", "basis", claim.grade.basis
    yield from _each("actors", "actor", claim.actors)
    yield from _each("places", "place", claim.places)
    yield from _each("reason_for", "claim", claim.reason_for)


def _of_feature(feature: Feature) -> Iterator[Reference]:
    properties = feature.properties
    yield "layer", "layer", properties.layer
    yield "place", "place", properties.place
    yield "origin", "place", properties.origin
    yield "destination", "place", properties.destination
    yield from _each("about", "place", properties.about)
    yield from _each("actors", "actor", (part.actor for part in properties.actors))
    yield from _each("claims", "claim", properties.claims)
    yield from _each("ties", "feature", (tie.feature for tie in properties.ties))
    if properties.strength:
        yield "strength.of", "place", properties.strength.of
        yield from _each("strength.claims", "claim", properties.strength.claims)
