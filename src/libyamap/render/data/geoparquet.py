"""GeoParquet 1.1: the features with every field in its own type; all else in the file's metadata."""

from __future__ import annotations

import io
from types import ModuleType
from typing import Any

import orjson
import shapely

from libyamap.errors import MissingLibraryError
from libyamap.render.data.contents import Contents
from libyamap.render.data.exported import Exported, Loss
from libyamap.render.data.gdal import CRS
from libyamap.render.data.table import Field, Row, Table

Json = dict[str, Any]
VERSION = "1.1.0"
METADATA = b"libyamap"
"""Key of the file's metadata: JSON with what it is, claims, sources, places, notes and drawings."""


def export(contents: Contents) -> Exported:
    """The features, those without a place too."""
    losses = (Loss("style"),)
    geopandas, pandas, arrow, parquet = _libraries()
    table = contents.features
    schema = arrow.schema([(field.name, _type(field, arrow)) for field in table.fields])
    columns = arrow.table({field.name: _column(table, field) for field in table.fields}, schema=schema)
    geometry = geopandas.GeoSeries([row.geometry for row in table.rows], crs=CRS)
    frame = geopandas.GeoDataFrame(columns.to_pandas(types_mapper=pandas.ArrowDtype), geometry=geometry, crs=CRS)
    buffer = io.BytesIO()
    frame.to_parquet(buffer, index=False, schema_version=VERSION, write_covering_bbox=True)
    return Exported(_told(buffer, _record(contents, losses), arrow, parquet), losses)


def _told(file: io.BytesIO, record: Json, arrow: ModuleType, parquet: ModuleType) -> bytes:
    """The same file, which also says what it is."""
    written = parquet.read_table(arrow.BufferReader(file.getvalue()))
    # How pandas held the columns is no concern of the readers, and some of it pandas does not read again.
    kept = {b"geo": written.schema.metadata[b"geo"], METADATA: orjson.dumps(record)}
    target = io.BytesIO()
    parquet.write_table(written.replace_schema_metadata(kept), target, compression="zstd")
    return target.getvalue()


def _record(contents: Contents, losses: tuple[Loss, ...]) -> Json:
    tables = (contents.claims, contents.sources, contents.places, contents.notes, contents.drawings)
    return {
        **contents.about.record(losses),
        "tables": {table.name: [_plain(table, row) for row in table.rows] for table in tables},
    }


def _plain(table: Table, row: Row) -> Json:
    """A row as plain data, its geometry as GeoJSON."""
    values = {field.name: row.values.get(field.name) for field in table.fields}
    return values | {"geometry": orjson.loads(shapely.to_geojson(row.geometry))} if row.geometry else values


def _column(table: Table, field: Field) -> list[Any]:
    return [list(value) if isinstance(value, tuple) else value for value in table.column(field)]


def _libraries() -> tuple[ModuleType, ModuleType, ModuleType, ModuleType]:
    try:
        import geopandas as gpd  # noqa: PLC0415 - an extra, which not everybody has
        import pandas as pd  # noqa: PLC0415
        import pyarrow as pa  # noqa: PLC0415
        from pyarrow import parquet as pq  # noqa: PLC0415
    except ImportError as error:
        raise MissingLibraryError(library="geopandas", extra="gis") from error
    return gpd, pd, pa, pq


def _type(field: Field, arrow: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    return {
        "text": arrow.string(),
        "list": arrow.list_(arrow.string()),
        "day": arrow.date32(),
        "whole": arrow.int64(),
        "number": arrow.float64(),
        "flag": arrow.bool_(),
    }[field.kind]
