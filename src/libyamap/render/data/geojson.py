"""GeoJSON (RFC 7946): features with all that they hold; provenance, places, claims, sources in a foreign member."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import orjson
import shapely

from libyamap.render.data.contents import Contents
from libyamap.render.data.exported import Exported, Loss
from libyamap.render.data.shapes import bounds
from libyamap.render.data.table import Row, Table, Value

Json = dict[str, Any]
DRAWINGS_LAYER = "drawings"
"""The layer of what the analyst drew, which no layer of a dataset is taken for: it is written without a title."""


def export(contents: Contents) -> Exported:
    """A feature collection; drawings follow the features."""
    losses = (Loss("style"),)
    features, drawings = contents.features, contents.drawings
    extent = bounds(row.geometry for row in (*features.rows, *drawings.rows))
    collection: Json = {
        "type": "FeatureCollection",
        "libyamap": {**contents.about.record(losses), **_evidence(contents)},
        **({"bbox": extent} if extent else {}),
        "features": [*_features(features), *_features(drawings, layer=DRAWINGS_LAYER)],
    }
    return Exported(orjson.dumps(collection, option=orjson.OPT_APPEND_NEWLINE), losses)


def _evidence(contents: Contents) -> Json:
    """The tables that ids lead to."""
    tables = (contents.claims, contents.sources, contents.notes)
    return {
        "places": [*_features(contents.places)],
        **{table.name: [_properties(table, row) for row in table.rows] for table in tables},
    }


def _features(table: Table, **more: Value) -> Iterator[Json]:
    for row in table.rows:
        geometry = orjson.loads(shapely.to_geojson(row.geometry)) if row.geometry else None
        properties = {**more, **_properties(table, row)}
        yield {"type": "Feature", "id": properties["id"], "geometry": geometry, "properties": properties}


def _properties(table: Table, row: Row) -> Json:
    """Every field, null where nothing is known."""
    return {field.name: _plain(row.values.get(field.name)) for field in table.fields}


def _plain(value: Value) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value
