"""A dataset's features with the files that hold them, and what the other checks name objects by."""

from __future__ import annotations

from collections.abc import Iterator

from libyamap.dataset import Dataset
from libyamap.model import COLLECTION_KINDS, Feature

ACTORS, CATALOG, CLAIMS, NOTES = "actors.json", "catalog.json", "claims.json", "notes.json"
PLACES, RUBRIC, SOURCES = "collections/places.geojson", "rubric.json", "sources.json"
COLLECTIONS = tuple(f"collections/{name}.geojson" for name in COLLECTION_KINDS)


def features(dataset: Dataset) -> Iterator[tuple[str, str, Feature]]:
    """File, collection and feature, for every feature."""
    for collection, members in dataset.collections.items():
        for feature in members:
            yield f"collections/{collection}.geojson", collection, feature
