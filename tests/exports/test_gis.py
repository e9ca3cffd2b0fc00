"""Formats of geography, opened again by GDAL and by geopandas: every field that they can hold comes back."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import geopandas as gpd
import pytest
import shapely
from defusedxml import ElementTree as Xml
from pyarrow import parquet
from tests.exports import made
from tests.exports.made import ACROSS, DRAWN, EVERYTHING, NOTHING

from libyamap.render.data import render
from libyamap.render.data.harmless import without_nul
from libyamap.render.data.shapefile import MOST_BYTES, short_names
from libyamap.render.data.sorting import sorted_out
from libyamap.selection import Selection

SLD = "{http://www.opengis.net/sld}"
SE = "{http://www.opengis.net/se}"


def _selections() -> dict[str, Selection]:
    return {
        "curated": made.selected(made.curated(), f"lang=en&d={DRAWN}"),
        "hostile": made.selected(made.hostile_dataset(), f"lang=ar&{EVERYTHING}"),
        "odd": made.selected(made.odd_dataset(), EVERYTHING),
    }


@pytest.fixture(params=["curated", "hostile", "odd"])
def selection(request: pytest.FixtureRequest) -> Selection:
    return _selections()[request.param]


def _geojson(selection: Selection) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(made.exported(selection, "geojson").content)
    return content


def test_geojson_keeps_every_field(selection: Selection) -> None:
    features = made.contents(selection).features
    told = [feature for feature in _geojson(selection)["features"] if feature["properties"]["layer"] != "drawings"]
    assert [feature["id"] for feature in told] == [row.values["id"] for row in features.rows]
    for feature, row in zip(told, features.rows, strict=True):
        assert list(feature["properties"]) == [field.name for field in features.fields]
        for field in features.fields:
            value = row.values.get(field.name)
            plain = list(value) if isinstance(value, tuple) else value
            assert feature["properties"][field.name] == (str(value) if field.kind == "day" and value else plain)
        assert (feature["geometry"] is None) == (row.geometry is None)


def test_geojson_is_wound_and_boxed_as_its_rules_say() -> None:
    told = _geojson(made.selected(made.curated()))
    shapes = [shapely.from_geojson(json.dumps(one["geometry"])) for one in told["features"] if one["geometry"]]
    rings = [ring for shape in shapes for part in shapely.get_parts(shape) if part.geom_type == "Polygon"
             for ring in (part.exterior,)]  # fmt: skip
    assert rings
    assert all(ring.is_ccw for ring in rings)
    assert told["bbox"] == list(shapely.total_bounds(shapes))
    assert "crs" not in told


def test_geojson_has_what_it_rests_on_beside_the_features() -> None:
    selection = made.selected(made.curated(), "kinds=meeting")
    contents, told = made.contents(selection), _geojson(selection)["libyamap"]
    for table in (contents.claims, contents.sources, contents.notes):
        assert {row["id"] for row in told[table.name]} == made.ids(table)
    assert {place["id"] for place in told["places"]} == made.ids(contents.places)
    named = {claim for feature in _geojson(selection)["features"] for claim in feature["properties"]["claims"]}
    assert named == made.ids(contents.claims)


def test_what_crosses_the_antimeridian_is_cut_there() -> None:
    line, circle = _geojson(made.selected(made.small_dataset(), f"{NOTHING}&d={ACROSS}"))["features"]
    assert line["geometry"]["type"] == "MultiLineString"
    starts = sorted(part[0][0] for part in line["geometry"]["coordinates"])
    assert starts == [-180, pytest.approx(170, abs=1e-4)]
    assert circle["geometry"]["type"] == "MultiPolygon"
    west, _, east, _ = shapely.from_geojson(json.dumps(circle["geometry"])).bounds
    assert (west, east) == (-180, 180)
    for part in shapely.get_parts(shapely.from_geojson(json.dumps(circle["geometry"]))):
        assert part.bounds[2] - part.bounds[0] < 5


def test_geopackage_keeps_every_field_of_every_table(selection: Selection, tmp_path: Path) -> None:
    file, contents = (
        made.saved(made.exported(selection, "geopackage"), "geopackage", tmp_path),
        made.contents(selection),
    )
    listed = made.layers(file)
    for whole in (*contents.by_layer().values(), contents.places, contents.drawings):
        for sort, part in sorted_out(whole):
            rows = made.rows(file, part.name)
            assert made.found(part, rows) == made.expected(part, without_nul)
            assert all(("#geometry" in row) == (sort != "unplaced") for row in rows)
            assert listed[part.name] == {"points": "Point", "lines": "MultiLineString", "areas": "MultiPolygon"}.get(
                sort
            )
    for table in (contents.claims, contents.sources, contents.notes):
        assert made.found(table, made.rows(file, table.name)) == made.expected(table, without_nul)


def test_geopackage_has_a_style_for_every_table_that_is_drawn(selection: Selection, tmp_path: Path) -> None:
    file = made.saved(made.exported(selection, "geopackage"), "geopackage", tmp_path)
    with closing(sqlite3.connect(file)) as base:
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        drawn = {name for (name,) in base.execute("SELECT table_name FROM gpkg_geometry_columns")}
        styles = base.execute(
            "SELECT f_table_name, f_geometry_column, styleQML, styleSLD, useAsDefault FROM layer_styles"
        ).fetchall()
    assert {name for name, *_ in styles} == drawn
    for name, column, qml, sld, default in styles:
        assert (column, default) == ("geom", 1)
        assert _classes(Xml.fromstring(qml.partition("'SYSTEM'>")[2]))
        style = Xml.fromstring(sld)
        assert style.findtext(f"{SLD}NamedLayer/{SE}Name") == name
        assert style.findall(f".//{SE}Rule")


def _classes(style: Element) -> set[str]:
    return {layer.get("class", "") for layer in style.iter("layer")}


def test_geopackage_draws_halos_as_wide_as_the_place_is_uncertain(tmp_path: Path) -> None:
    file = made.saved(made.exported(made.selected(made.small_dataset()), "geopackage"), "geopackage", tmp_path)
    with closing(sqlite3.connect(file)) as base:
        ((qml, sld),) = base.execute(
            "SELECT styleQML, styleSLD FROM layer_styles WHERE f_table_name = 'places_points'"
        ).fetchall()
    assert "2 * coalesce(&quot;radius_m&quot;, 0)" in qml
    assert "RenderMetersInMapUnits" in qml
    assert 'uom="http://www.opengeospatial.org/se/units/metre"' in sld
    radii = {row["id"]: float(row["radius_m"]) for row in made.rows(file, "places_points")}
    assert radii == {"jufra": 1500, "sirte": 3000, "moscow": 20000}


def test_flatgeobuf_keeps_every_field(selection: Selection, tmp_path: Path) -> None:
    file = made.saved(made.exported(selection, "flatgeobuf"), "flatgeobuf", tmp_path)
    features = made.contents(selection).features
    rows = made.rows(file)
    assert made.found(features, rows) == made.expected(features, without_nul)
    placed = {str(row.values["id"]) for row in features.rows if row.geometry is not None}
    assert {row["id"] for row in rows if "#geometry" in row} == placed


def test_geoparquet_keeps_every_field_with_its_type(selection: Selection, tmp_path: Path) -> None:
    file = made.saved(made.exported(selection, "geoparquet"), "geoparquet", tmp_path)
    features, table = made.contents(selection).features, parquet.read_table(file)
    for field in features.fields:
        values = [list(value) if isinstance(value, tuple) else value for value in features.column(field)]
        assert table[field.name].to_pylist() == values
    geo = json.loads(table.schema.metadata[b"geo"])
    assert geo["version"] == "1.1.0"
    assert geo["columns"]["geometry"]["crs"]["id"] == {"authority": "EPSG", "code": 4326}
    told = json.loads(table.schema.metadata[b"libyamap"])["tables"]
    assert {claim["id"] for claim in told["claims"]} == made.ids(made.contents(selection).claims)
    assert len(told["drawings"]) == len(made.contents(selection).drawings.rows)
    frame = gpd.read_parquet(file)
    assert list(frame.geometry.isna()) == [row.geometry is None for row in features.rows]


def test_shapefiles_keep_what_their_tables_can_and_the_rest_beside(selection: Selection, tmp_path: Path) -> None:
    exported = made.exported(selection, "shapefile")
    file, contents = made.saved(exported, "shapefile", tmp_path), made.contents(selection)
    listed = made.layers(file)
    for whole in (contents.features, contents.places, contents.drawings):
        names = short_names(whole.fields)
        assert len(set(names.values())) == len(names)
        assert all(len(short) <= 10 and short.isascii() for short in names.values())
        for sort, part in sorted_out(whole):
            rows = made.rows(file, part.name)
            assert made.found(part, rows, names) == made.expected(part, _cut)
            assert all(("#geometry" in row) == (sort != "unplaced") for row in rows)
            assert part.name in listed
    members = made.members(exported)
    for name in listed:
        assert members[f"{name}.cpg"] == b"UTF-8"
    sheet = list(csv.DictReader(io.StringIO(members["fields.csv"].decode("utf-8-sig"))))
    assert {row["name"]: row["field"] for row in sheet if row["table"] == "features"} == short_names(
        contents.features.fields
    )
    (lost,) = [loss for loss in exported.losses if loss.kind == "cut-whole"]
    assert lost.n == sum(
        len(text.encode()) > MOST_BYTES
        for whole in (contents.features, contents.places, contents.drawings)
        for record in made.expected(whole).values()
        for text in record.values()
        if isinstance(text, str)
    )


def _cut(text: str) -> str:
    """As much of a text as a field of a shapefile holds."""
    return without_nul(text).encode()[:MOST_BYTES].decode(errors="ignore").rstrip(" ")


def test_drawings_are_a_layer_of_their_own(tmp_path: Path) -> None:
    selection = made.selected(made.small_dataset(), f"d={DRAWN}")
    file = made.saved(made.exported(selection, "geopackage"), "geopackage", tmp_path)
    (point,) = made.rows(file, "drawings_points")
    assert (point["name"], point["note"], point["role"]) == ("Here", "A note", "note")
    assert shapely.from_wkb(point["#geometry"]).equals_exact(shapely.Point(13.19, 32.89), 1e-4)
    (circle,) = made.rows(file, "drawings_areas")
    assert circle["radii_m"] == "50000"
    (lost,) = [loss for loss in render(selection, form="flatgeobuf").losses if loss.kind == "drawings"]
    assert lost.n == 2
