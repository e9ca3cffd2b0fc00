"""Tables written by GDAL, through pyogrio: the same bytes for the same time of export."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from pyogrio import set_gdal_config_options
from pyogrio.raw import write

from libyamap.render.data.harmless import without_nul
from libyamap.render.data.shapes import as_many
from libyamap.render.data.table import Field, Table, Value, flat

CRS = "EPSG:4326"
QUICK = {"OGR_SQLITE_SYNCHRONOUS": "OFF"}
"""A file that is thrown away need not be on the disk."""
_clock = Lock()
"""GDAL's settings are those of the whole process."""
_TYPES: Mapping[str, tuple[str, object]] = {
    "day": ("datetime64[D]", "NaT"),
    "whole": ("int64", 0),
    "number": ("float64", float("nan")),
    "flag": ("bool", False),
}


@contextmanager
def workshop(time: dt.datetime) -> Iterator[Path]:
    """A folder to write to, whose files say that they were made at a time."""
    stamp = time.strftime("%Y-%m-%dT%H:%M:%S.000Z")
    with _clock, TemporaryDirectory() as folder:
        set_gdal_config_options({"OGR_CURRENT_DATE": stamp, **QUICK})
        try:
            yield Path(folder)
        finally:
            set_gdal_config_options(dict.fromkeys(("OGR_CURRENT_DATE", *QUICK)))


def write_table(file: Path, table: Table, *, driver: str, geometry_type: str | None, **options: Any) -> None:  # noqa: ANN401 - pyogrio's own
    """A table as a layer of a file.

    Parameters
    ----------
    geometry_type : str, optional
        The one type of its geometries, "Unknown" for any, or None for a table without.
    """
    columns = [_column(table, field) for field in table.fields]
    write(
        str(file),
        None if geometry_type is None else _geometries(table, single=geometry_type == "Unknown"),
        [values for values, _ in columns],
        [field.name for field in table.fields],
        field_mask=[mask for _, mask in columns],
        driver=driver,
        geometry_type=geometry_type,
        crs=None if geometry_type is None else CRS,
        encoding="UTF-8",
        **options,
    )


def _column(table: Table, field: Field) -> tuple[npt.NDArray[Any], npt.NDArray[np.bool_] | None]:
    """Values of a field, and which of them are not known."""
    values = table.column(field)
    if field.kind not in _TYPES:
        return _objects([without_nul(flat(value)) or None for value in values]), None
    dtype, nothing = _TYPES[field.kind]
    column = np.array([nothing if value is None else value for value in values], dtype=dtype)
    return column, np.array([value is None for value in values], dtype=bool)


def _geometries(table: Table, *, single: bool) -> npt.NDArray[np.object_]:
    shapes = [row.geometry if single else as_many(row.geometry) for row in table.rows]
    return _objects([None if shape is None else shapely.to_wkb(shape) for shape in shapes])


def _objects(values: Sequence[Value | bytes]) -> npt.NDArray[np.object_]:
    found = np.empty(len(values), dtype=object)
    found[:] = values
    return found
