"""Small files of every format that is read, and files that mean harm."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import openpyxl
import pyogrio
import pyproj
import shapely

Json = dict[str, Any]

TRIPOLI, BENGHAZI, SEBHA = (13.19, 32.89), (20.07, 32.12), (14.43, 27.04)
ARABIC_CSV = """الاسم,خط الطول,خط العرض,التاريخ
طرابلس,13.19,32.89,2023-07-07
بنغازي,20.07,32.12,يوليو 2023
سبها,14.43,27.04,2022
"""
"""Three towns: a day, a month and a year."""


def zipped(members: Mapping[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def feature(geometry: Json | None, **properties: object) -> Json:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def point(lon: float, lat: float) -> Json:
    return {"type": "Point", "coordinates": [lon, lat]}


def geojson(*features: Json, **more: object) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features), **more}).encode()


def workbook(*rows: Sequence[object], sheets: Mapping[str, Sequence[Sequence[object]]] | None = None) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, listed in (sheets or {"Sheet1": rows}).items():
        sheet = book.create_sheet(name)
        for row in listed:
            sheet.append(list(row))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def kml(body: str, *, head: str = "") -> bytes:
    root = f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{body}</Document></kml>'
    return f'<?xml version="1.0" encoding="UTF-8"?>{head}{root}'.encode()


def gis_file(driver: str, shapes: Sequence[shapely.Geometry], names: Sequence[str], *, crs: str = "EPSG:4326") -> bytes:
    """A GeoPackage or FlatGeobuf as GDAL writes it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"towns.{driver.lower()}"
        _write(path, shapes, names, crs, driver)
        return path.read_bytes()


def _write(path: Path, shapes: Sequence[shapely.Geometry], names: Sequence[str], crs: str, driver: str) -> None:
    pyogrio.raw.write(
        path,
        shapely.to_wkb(np.array(shapes, dtype=object)),
        [np.array(names, dtype=object)],
        ["name"],
        geometry_type="Point",
        crs=crs,
        driver=driver,
        layer="towns",
    )


# --- shapefiles, byte by byte: what is wrong with them is wrong on purpose ---

WGS84 = pyproj.CRS.from_epsg(4326).to_wkt("WKT1_ESRI")
UTM33 = pyproj.CRS.from_epsg(32633).to_wkt("WKT1_ESRI")


def shapefile(
    spots: Sequence[tuple[float, float]], names: Sequence[bytes], *, prj: str | None = WGS84, cpg: str | None = None
) -> dict[str, bytes]:
    """A shapefile of points with one column, as the members of its archive."""
    members = {"towns.shp": _shp(spots, 28), "towns.shx": _shx(spots), "towns.dbf": _dbf(names)}
    if prj is not None:
        members["towns.prj"] = prj.encode()
    if cpg is not None:
        members["towns.cpg"] = cpg.encode()
    return members


def _header(words: int, spots: Sequence[tuple[float, float]]) -> bytes:
    xs, ys = zip(*spots, strict=True)
    return struct.pack(">7i", 9994, 0, 0, 0, 0, 0, words) + struct.pack(
        "<2i8d", 1000, 1, min(xs), min(ys), max(xs), max(ys), 0, 0, 0, 0
    )


def _shp(spots: Sequence[tuple[float, float]], size: int) -> bytes:
    records = b"".join(
        struct.pack(">2i", number, 10) + struct.pack("<i2d", 1, x, y) for number, (x, y) in enumerate(spots, start=1)
    )
    return _header(50 + len(spots) * size // 2, spots) + records


def _shx(spots: Sequence[tuple[float, float]]) -> bytes:
    index = b"".join(struct.pack(">2i", 50 + at * 14, 10) for at in range(len(spots)))
    return _header(50 + len(spots) * 4, spots) + index


def _dbf(names: Sequence[bytes], width: int = 40) -> bytes:
    field = b"NAME".ljust(11, b"\0") + b"C" + bytes(4) + bytes([width, 0]) + bytes(14)
    head = struct.pack("<4BI2H20x", 3, 123, 1, 1, len(names), 32 + 32 + 1, width + 1)
    return head + field + b"\r" + b"".join(b" " + name[:width].ljust(width) for name in names) + b"\x1a"
