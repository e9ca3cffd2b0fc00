"""The basemap: vector data in the package, the same for screen and paper.

The files and their origin are described in `geodata/basemap/README.md`; `manifest.json` beside them lists
each with its role, and everything here goes by role.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, cast

from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from libyamap import paths

WORLD = "world"
"""What lies in no one country or sea."""

Json = dict[str, Any]


@cache
def manifest() -> Json:
    """The list of the basemap's files."""
    return _read("manifest.json")


def country_codes() -> frozenset[str]:
    """ISO 3166-1 alpha-2 codes of the countries that have a polygon."""
    return frozenset(_countries())


def country(code: str) -> BaseGeometry:
    """A country's polygon, degrees WGS 84, generalised as the basemap draws it."""
    return _countries()[code]


def seas() -> frozenset[str]:
    """Ids of the seas that a place may be declared to lie in."""
    return frozenset(sea["properties"]["id"] for sea in features("seas"))


def features(role: str) -> list[Json]:
    """The GeoJSON features of every file that has a role."""
    files = [file for file in manifest()["files"] if file["role"] == role]
    return [feature for file in files for feature in _read(file["file"])["features"]]


@cache
def _countries() -> Mapping[str, BaseGeometry]:
    found: dict[str, BaseGeometry] = {}
    for feature in features("countries"):
        found.setdefault(feature["properties"]["iso"], shape(feature["geometry"]))
    return found


def _read(name: str) -> Json:
    return cast("Json", json.loads((paths.basemap() / name).read_text("utf-8")))
