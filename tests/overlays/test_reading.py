"""Files of every format are read: what is shown, what is left out, and why, in both languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import numpy as np
import pytest
import shapely
from tests.overlays import samples
from tests.overlays.samples import BENGHAZI, SEBHA, TRIPOLI

from libyamap.overlays import Overlay, Wish, packing, read
from libyamap.overlays.moments import bounds, order_of

BOW_TIE = shapely.Polygon([(13, 32), (14, 33), (14, 32), (13, 33)])


def _spots(overlay: Overlay) -> list[tuple[float, float]]:
    return [(round(shape.x, 2), round(shape.y, 2)) for shape in overlay.shapes]


def _column(overlay: Overlay, name: str) -> list[str]:
    return [(overlay.sheet.column(name) or [])[at] for at in overlay.shown]


def _faults(overlay: Overlay) -> dict[str, tuple[int, ...]]:
    return {fault.key: fault.rows for fault in overlay.faults}


# --- every format ---

TOWNS = [shapely.Point(TRIPOLI), shapely.Point(BENGHAZI), shapely.Point(SEBHA)]
NAMES = ["طرابلس", "بنغازي", "سبها"]
PLACES = list(zip(NAMES, (TRIPOLI, BENGHAZI, SEBHA), strict=True))
KML = samples.kml(
    "".join(
        f"<Placemark><name>{name}</name><Point><coordinates>{x},{y},0</coordinates></Point></Placemark>"
        for name, (x, y) in PLACES
    )
)
SHAPEFILE = samples.shapefile([TRIPOLI, BENGHAZI, SEBHA], [name.encode() for name in NAMES], cpg="UTF-8")
FEATURES = [samples.feature(samples.point(*spot), name=name) for name, spot in PLACES]
ROWS: list[list[object]] = [["name", "lon", "lat"], *([name, *spot] for name, spot in PLACES)]


@pytest.mark.parametrize(
    ("file", "make", "form"),
    [
        ("towns.csv", samples.ARABIC_CSV.encode, "csv"),
        ("towns.csv", lambda: samples.ARABIC_CSV.encode("cp1256"), "csv"),
        ("towns.csv", lambda: samples.ARABIC_CSV.encode("utf-8-sig"), "csv"),
        ("towns.csv", lambda: samples.ARABIC_CSV.encode("utf-16"), "csv"),
        ("towns.tsv", lambda: samples.ARABIC_CSV.replace(",", "\t").encode(), "csv"),
        ("towns.csv", lambda: samples.ARABIC_CSV.replace(",", ";").replace(".", ",").encode(), "csv"),
        ("towns.xlsx", lambda: samples.workbook(*ROWS), "workbook"),
        ("towns.geojson", lambda: samples.geojson(*FEATURES), "geojson"),
        ("towns.kml", KML.strip, "kml"),
        ("towns.kml", lambda: KML.decode().replace("UTF-8", "windows-1256").encode("cp1256"), "kml"),
        ("towns.kml", lambda: KML.decode().encode("cp1256"), "kml"),
        ("towns.kmz", lambda: samples.zipped({"files/icon.png": b"\x89PNG", "doc.kml": KML}), "kml"),
        ("towns.gpkg", lambda: samples.gis_file("GPKG", TOWNS, NAMES), "geopackage"),
        ("towns.zip", lambda: samples.zipped(SHAPEFILE), "shapefile"),
        ("towns.zip", lambda: samples.zipped({"towns.csv": samples.ARABIC_CSV.encode()}), "csv"),
    ],
)  # fmt: skip
def test_three_towns_are_read_from_every_format(file: str, make: Callable[[], bytes], form: str) -> None:
    overlay = read(file, make())
    assert overlay.sheet.format == form
    assert _spots(overlay) == [TRIPOLI, BENGHAZI, SEBHA]
    assert _column(overlay, overlay.columns.title) == NAMES
    assert (overlay.read, overlay.rejected) == (3, 0)


# --- columns ---


def test_columns_are_recognised_and_can_be_said_otherwise() -> None:
    data = b"id,x,y,a,b\n1,13.19,32.89,20.07,32.12\n"
    assert _spots(read("a.csv", data)) == [TRIPOLI]
    assert _spots(read("a.csv", data, Wish(lon="a", lat="b"))) == [BENGHAZI]
    assert _faults(read("a.csv", data, Wish(lon="", lat="")))["no-coordinates-column"] == (2,)


@pytest.mark.parametrize(
    ("lon", "lat"),
    [
        ("13.19", "32.89"),
        ("13,19", "32,89"),
        ("١٣٫١٩", "٣٢٫٨٩"),
        ('13°11\'24"" E', '32°53\'24"" N'),
        ("13.19°E", "32.89°N"),
    ],
)
def test_coordinates_are_read_as_people_write_them(lon: str, lat: str) -> None:
    assert _spots(read("a.csv", f'lon,lat\n"{lon}","{lat}"\n'.encode())) == [TRIPOLI]


def test_a_workbook_has_its_sheets_to_choose_from() -> None:
    data = samples.workbook(sheets={"empty": [], "east": [["lon", "lat"], BENGHAZI], "west": [["lon", "lat"], TRIPOLI]})
    overlay = read("a.xlsx", data)
    assert (overlay.sheet.parts, overlay.sheet.part) == (("empty", "east", "west"), "east")
    assert _spots(read("a.xlsx", data, Wish(part="west"))) == [TRIPOLI]


# --- what is left out is counted and told ---


def test_every_row_is_shown_or_told_to_be_left_out() -> None:
    rows = ["lon,lat,name", "13.19,32.89,a", ",32,b", "x,32,c", "13,95,d", "0,0,e", "13,32,f,g,h", "", "14,27,i"]
    overlay = read("a.csv", "\n".join(rows).encode())
    assert _column(overlay, "name") == ["a", "i"]
    told = {"no-coordinates": (3,), "not-a-coordinate": (4,), "off-globe": (5,), "zero": (6,), "row-too-wide": (7,)}
    assert _faults(overlay) == told
    assert (overlay.read, overlay.rejected) == (7, 5)
    assert all("a.csv" in line for lang in ("ar", "en") for line in overlay.sentences(lang))
    assert "a.csv, line 4, lon: not a number of degrees" in overlay.sentences("en")[2]


def test_shapes_that_cannot_be_read_are_named() -> None:
    open_ring = {"type": "Polygon", "coordinates": [[[13, 32], [14, 33], [14, 32]]]}
    features = [
        samples.feature(samples.point(*TRIPOLI)),
        samples.feature(None),
        samples.feature(open_ring),
        samples.feature({"type": "Point", "coordinates": ["a", "b"]}),
        samples.feature({"type": "Circle", "coordinates": [13, 32]}),
        samples.feature("POINT (13 32)"),  # type: ignore[arg-type]
        samples.feature(shapely.geometry.mapping(BOW_TIE)),
        samples.feature(samples.point(13, 132)),
    ]
    overlay = read("a.geojson", samples.geojson(*features, 7))  # type: ignore[arg-type]
    faults = _faults(overlay)
    assert faults["no-geometry"] == (2, 9)
    assert faults["geometry-broken"] == (3, 4, 5, 6)
    assert faults["off-globe"] == (8,)
    assert faults["mended"] == (7,)
    assert (overlay.read, len(overlay.shown)) == (9, 2)
    assert shapely.is_valid(overlay.shapes).all()
    assert "32.50000, 13.50000" in next(line for line in overlay.sentences("en") if "crosses itself" in line)


def test_an_odd_line_is_named_and_does_not_spoil_the_others() -> None:
    lines = samples.ARABIC_CSV.splitlines(keepends=True)
    data = b"".join(line.encode("cp1256" if number == 2 else "utf-8") for number, line in enumerate(lines))
    overlay = read("a.csv", data)
    assert _column(overlay, "الاسم") == NAMES
    assert _faults(overlay)["mixed"] == (3,)
    assert "Windows-1256" in " ".join(overlay.sentences("ar"))


# --- reference systems and encodings of GIS files ---


def test_other_reference_systems_are_converted() -> None:
    utm = shapely.Point(330_748.43, 3_640_423.46)
    overlay = read("a.gpkg", samples.gis_file("GPKG", [utm], ["x"], crs="EPSG:32633"))
    assert _spots(overlay) == [TRIPOLI]
    assert "UTM zone 33N" in overlay.sentences("en")[0]
    shapes = samples.shapefile([(utm.x, utm.y)], [b"x"], prj=samples.UTM33)
    assert _spots(read("a.zip", samples.zipped(shapes))) == [TRIPOLI]
    named = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32633"}}
    older = samples.geojson(samples.feature(samples.point(utm.x, utm.y)), crs=named)
    assert _spots(read("a.json", older)) == [TRIPOLI]


def test_a_missing_prj_is_told() -> None:
    overlay = read("a.zip", samples.zipped(samples.shapefile([TRIPOLI], [b"x"], prj=None)))
    assert _spots(overlay) == [TRIPOLI]
    assert "towns.prj is missing" in overlay.sentences("en")[0]


@pytest.mark.parametrize(
    ("written", "cpg", "told"),
    [("utf-8", "UTF-8", set()), ("cp1256", "1256", set()), ("cp1256", "ANSI 1256", set()),
     ("utf-8", None, {"cpg-missing"}), ("cp1256", None, {"cpg-missing"}), ("cp1256", "UTF-8", {"cpg-wrong"})],
)  # fmt: skip
def test_names_of_a_shapefile_are_read_in_their_encoding(written: str, cpg: str | None, told: set[str]) -> None:
    members = samples.shapefile([TRIPOLI, BENGHAZI, SEBHA], [name.encode(written) for name in NAMES], cpg=cpg)
    overlay = read("a.zip", samples.zipped(members))
    assert _column(overlay, "NAME") == NAMES
    assert _faults(overlay).keys() == told


# --- KML ---


def test_kml_keeps_folders_dates_and_plain_text_and_follows_nothing() -> None:
    body = """<Folder><name>East</name><Placemark><name>A</name><description><![CDATA[<b>bold</b>
      <script>alert(1)</script><br>next]]></description><TimeSpan><begin>2023-07</begin><end>2023-08-02</end></TimeSpan>
      <ExtendedData><Data name="grade"><value>C3</value></Data></ExtendedData>
      <MultiGeometry><Point><coordinates>20.07,32.12</coordinates></Point>
      <LineString><coordinates>1</coordinates></LineString></MultiGeometry></Placemark></Folder><NetworkLink><Link><href>http://example.org/x.kml</href></Link></NetworkLink>"""
    overlay = read("a.kml", samples.kml(body))
    assert _column(overlay, "folder") == ["East"]
    assert _column(overlay, "description") == ["bold\nnext"]
    assert _column(overlay, "grade") == ["C3"]
    assert overlay.days == [(19539, 19569, 19571, 19571)]
    assert _faults(overlay) == {"geometry-partly": (1,), "not-drawn": ()}


# --- dates ---


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-07-07", "2023-07-07", "2023-07-07"),
        ("2023-07-07 12:30:00", "2023-07-07", "2023-07-07"),
        ("2023-07-07T12:30:00Z", "2023-07-07", "2023-07-07"),
        ("07/08/2023", "2023-08-07", "2023-08-07"),
        ("٠٧/٠٨/٢٠٢٣", "2023-08-07", "2023-08-07"),
        ("20230707", "2023-07-07", "2023-07-07"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-07", "2023-07-01", "2023-07-31"),
        ("07/2023", "2023-07-01", "2023-07-31"),
        ("July 2023", "2023-07-01", "2023-07-31"),
        ("7 Jul 2023", "2023-07-07", "2023-07-07"),
        ("7 يوليو 2023", "2023-07-07", "2023-07-07"),
        ("تموز 2023", "2023-07-01", "2023-07-31"),
        ("1688688000000", "2023-07-07", "2023-07-07"),
        ("2023-07~", "2023-06-01", "2023-08-31"),
        ("[2023-09-10..2023-09-23]", "2023-09-10", "2023-09-23"),
    ],
)
def test_dates_are_read_as_people_write_them(text: str, first: str, last: str) -> None:
    found = bounds(text, "", "day")
    assert found is not None
    epoch = dt.date(1970, 1, 1)
    span = [(epoch + dt.timedelta(days=day)).isoformat() for day in (found.start_earliest, found.end_latest)]
    assert span == [first, last]


@pytest.mark.parametrize("text", ["soon", "2023-13", "31/02/2023", "12345", "7 July", "2023-07-07/2023-01-01"])
def test_what_is_no_date_is_not_taken_for_one(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        bounds(text, "", "day")


def test_a_columns_own_dates_tell_what_comes_first() -> None:
    assert order_of(["03/04/2023", "03/14/2023"]) == ("month", False)
    assert order_of(["03/04/2023", "14/03/2023"]) == ("day", False)
    assert order_of(["03/04/2023"]) == ("day", True)


def test_dates_of_a_table_are_intervals_and_what_has_none_is_told() -> None:
    rows = (
        "lon,lat,start,end\n13,32,2023-07,2023-09-02\n13,32,2023,\n13,32,,\n13,32,soon,\n13,32,2023-09-01,2023-01-01\n"
    )
    overlay = read("a.csv", rows.encode())
    assert overlay.columns.start == "start"
    assert overlay.days == [(19539, 19569, 19602, 19602), (19358, 19722, 19358, 19722), None, None, None]
    assert _faults(overlay) == {"not-a-date": (5, 6), "no-date": (4,)}
    assert len(overlay.shown) == 5


# --- as the browser reads it ---


def test_shapes_are_packed_as_chains_with_their_owners() -> None:
    mixed = shapely.GeometryCollection([shapely.Point(1, 2), shapely.LineString([(1, 2), (3, 4)])])
    ring = shapely.box(13, 32, 14, 33).difference(shapely.box(13.2, 32.2, 13.4, 32.4))
    overlay = read(
        "a.geojson", samples.geojson(*(samples.feature(shapely.geometry.mapping(one)) for one in (mixed, ring)))
    )
    positions, starts, kinds, owners = packing.chains(overlay)
    assert kinds.tolist() == [packing.POINT, packing.LINE, packing.RING, packing.RING]
    assert owners.tolist() == [0, 0, 1, 1]
    assert np.diff(starts).tolist() == [1, 2, 5, 5]
    assert positions[:3].tolist() == [[1, 2], [1, 2], [3, 4]]
