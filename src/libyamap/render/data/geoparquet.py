"""GeoParquet 1.1: the features with every field in its own type; all else in the file's metadata."""

from __future__ import annotations

import io
from collections.abc import Mapping
from types import ModuleType
from typing import Any

import orjson
import shapely

from libyamap.errors import MissingLibraryError
from libyamap.render.data.contents import Contents
from libyamap.render.data.exported import Exported, Loss
from libyamap.render.data.gdal import CRS
from libyamap.render.data.table import Field, Row, Table

VERSION = "1.1.0"
METADATA = b"libyamap"
"""Key of the file's metadata: JSON with what it is, claims, sources, places, notes and drawings."""


def export(contents: Contents) -> Exported:
    """The features, those without a place too."""
    losses = (Loss("style"),)
    geopandas, arrow, parquet = _libraries()
    schema = arrow.schema([(field.name, _type(field, arrow)) for field in contents.features.fields])
    columns = {field.name: contents.features.column(field) for field in contents.features.fields}
    table = arrow.table(columns, schema=schema)
    geometry = geopandas.GeoSeries([row.geometry for row in contents.features.rows], crs=CRS)
    frame = geopandas.GeoDataFrame(table.to_pandas(types_mapper=_nullable(arrow)), geometry=geometry, crs=CRS)
    buffer = io.BytesIO()
    frame.to_parquet(buffer, index=False, schema_version=VERSION, write_covering_bbox=True)
    return Exported(_with_metadata(buffer.getvalue(), schema, _record(contents, losses), arrow, parquet), losses)


def _libraries() -> tuple[ModuleType, ModuleType, ModuleType]:
    try:
        import geopandas as gpd  # noqa: PLC0415 - an extra, which not everybody has
        import pyarrow as pa  # noqa: PLC0415
        from pyarrow import parquet as pq  # noqa: PLC0415
    except ImportError as error:
        raise MissingLibraryError(library="geopandas", extra="gis") from error
    return gpd, pa, pq


def _type(field: Field, arrow: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    return {
        "text": arrow.string(),
        "list": arrow.list_(arrow.string()),
        "day": arrow.date32(),
        "whole": arrow.int64(),
        "number": arrow.float64(),
        "flag": arrow.bool_(),
    }[field.kind]
