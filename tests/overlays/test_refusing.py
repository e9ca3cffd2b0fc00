"""Files that cannot be read, or mean harm, are refused in a sentence that says what is wrong, where, and what to do."""

from __future__ import annotations

import io
import json
import random
import struct
import zipfile
from collections.abc import Callable

import pytest
import shapely
from tests.overlays import samples

from libyamap.overlays import Wish, limits, packing, read, refusals
from libyamap.overlays.apart import read_apart
from libyamap.overlays.refusals import OverlayError

BOMB = b"0" * 20_000_000
LAUGHS = '<!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
STEALS = '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
PLACE = "<Placemark><name>&x;</name></Placemark>"
SHAPEFILE = samples.shapefile([samples.TRIPOLI], [b"x"])


def _locked() -> bytes:
    data = bytearray(samples.zipped({"a.kml": b"<kml/>"}))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + at] |= 1
    return bytes(data)


def _lying() -> bytes:
    """An archive that says its member is small, and it is not."""
    data = bytearray(samples.zipped({"a.kml": BOMB}))
    for sign, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        data[data.index(sign) + at : data.index(sign) + at + 4] = struct.pack("<I", 1000)
    return bytes(data)


def _with_member(book: bytes, name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        members = {one: archive.read(one) for one in archive.namelist()}
    return samples.zipped(members | {name: content})


@pytest.mark.parametrize(
    ("file", "make", "error", "words"),
    [
        ("a.csv", lambda: b"", refusals.EmptyFileError, ["a.csv"]),
        ("a.csv", lambda: b"lon,lat\n", refusals.NoRowsError, ["a.csv"]),
        ("a.csv", lambda: b"lon,lat\n" + b"1,2\n" * (limits.MOST_FEATURES + 1),
         refusals.TooManyFeaturesError, ["200,000"]),
        ("a.csv", lambda: ",".join(map(str, range(500))).encode() + b"\n1\n", refusals.TooManyColumnsError, ["500"]),
        ("a.csv", lambda: b"x" * (limits.MOST_BYTES + 1), refusals.TooLargeError, ["50 MB"]),
        ("a.csv", lambda: b"lon,lat\n3640423,330748\n", refusals.NotDegreesError, ["EPSG:4326"]),
        ("a.png", lambda: b"\x89PNG\r\n", refusals.UnknownFormatError, ["GeoJSON"]),
        ("a.bin", lambda: bytes(range(256)) * 20, refusals.UnknownFormatError, ["GeoJSON"]),
        ("a.geojson", lambda: b'{"type": "FeatureCollection",\n "features": [}', refusals.BrokenJsonError, ["line 2"]),
        ("a.geojson", lambda: b'{"type": "Feature", "geometry": {"type": "Point", "coordinates": [NaN, 1]}}',
         refusals.BrokenJsonError, ["line 1"]),
        ("a.json", lambda: b'{"type": "Topology"}', refusals.NotGeoJsonError, ["Topology"]),
        ("a.json", lambda: b"[" * 5000, refusals.NestedError, ["a.json"]),
        ("a.json", samples.geojson, refusals.NoRowsError, ["a.json"]),
        ("a.json", lambda: samples.geojson(samples.feature(None), crs={"properties": {"name": "MARS:1"}}),
         refusals.UnknownCrsError, ["MARS:1"]),
        ("a.kml", lambda: samples.kml(PLACE, head=LAUGHS), refusals.EntityError, ["entities"]),
        ("a.kml", lambda: samples.kml(PLACE, head=STEALS), refusals.EntityError, ["entities"]),
        ("a.kml", lambda: b"<kml>\n<Placemark>", refusals.BrokenXmlError, ["line 2"]),
        ("a.kml", lambda: b"<gpx></gpx>", refusals.NotKmlError, ["<gpx>"]),
        ("a.kml", lambda: samples.kml("<Folder>" * 200 + "</Folder>" * 200), refusals.NestedError, ["a.kml"]),
        ("a.kmz", lambda: samples.zipped({"doc.kml": BOMB}), refusals.BombError, ["doc.kml"]),
        ("a.kmz", _lying, refusals.BrokenArchiveError, ["damaged"]),
        ("a.kmz", _locked, refusals.LockedArchiveError, ["password"]),
        ("a.kmz", lambda: samples.zipped({"../../x.kml": b"<kml/>"}), refusals.UnsafeNameError, ["../../x.kml"]),
        ("a.zip", lambda: samples.zipped({"a.zip": samples.zipped({"a.zip": b"x"})}),
         refusals.NothingInsideError, [".shp"]),
        ("a.zip", lambda: samples.zipped(dict.fromkeys(map(str, range(3000)), b"")), refusals.BombError, ["a.zip"]),
        ("a.zip", lambda: samples.zipped(SHAPEFILE)[:200], refusals.BrokenArchiveError, ["damaged"]),
        ("a.zip", lambda: samples.zipped({name: one for name, one in SHAPEFILE.items() if name != "towns.shx"}),
         refusals.MissingMemberError, ["towns.shx"]),
        ("a.zip", lambda: samples.zipped(SHAPEFILE | {"towns.shp": b"nonsense"}),
         refusals.BrokenGisFileError, ["a.zip"]),
        ("a.zip", lambda: samples.zipped(SHAPEFILE | {"towns.dbf": b"x"}), refusals.BrokenGisFileError, ["a.zip"]),
        ("a.zip", lambda: samples.zipped(samples.shapefile([(330748, 3640423)], [b"x"], prj=None)),
         refusals.NotDegreesError, ["330748"]),
        ("a.gpkg", lambda: b"SQLite format 3\0" + bytes(2000), refusals.BrokenGisFileError, ["a.gpkg"]),
        ("a.xlsx", lambda: samples.workbook(["lon", "lat"], [1, 2])[:-100], refusals.BrokenArchiveError, ["a.xlsx"]),
        ("a.xlsx", lambda: _with_member(samples.workbook(["lon", "lat"], [1, 2]), "xl/evil.xml", LAUGHS.encode()),
         refusals.EntityError, ["xl/evil.xml"]),
        ("a.xlsx", lambda: _with_member(samples.workbook(["lon", "lat"], [1, 2]), "xl/media/x.bin", BOMB),
         refusals.BombError, ["xl/media/x.bin"]),
        ("a.xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), refusals.BrokenWorkbookError, ["a.xls"]),
    ],
)  # fmt: skip
def test_a_file_is_refused_in_a_sentence(
    file: str, make: Callable[[], bytes], error: type[OverlayError], words: list[str]
) -> None:
    with pytest.raises(error) as refused:
        read(file, make())
    assert file in refused.value.sentence("ar")
    assert all(word in refused.value.sentence("en") for word in [file, *words])


def test_a_wished_encoding_that_does_not_fit_names_the_line() -> None:
    with pytest.raises(refusals.EncodingError) as refused:
        read("a.csv", samples.ARABIC_CSV.encode("cp1256"), Wish(encoding="utf-8"))
    assert "line 1" in str(refused.value)


def test_a_sheet_that_is_not_there_is_told() -> None:
    with pytest.raises(refusals.UnknownPartError):
        read("a.xlsx", samples.workbook(["lon", "lat"], [1, 2]), Wish(part="other"))


# --- in a process of its own ---


def _head(answer: bytes) -> dict[str, object]:
    (length,) = struct.unpack_from("<I", answer)
    head: dict[str, object] = json.loads(answer[4 : 4 + length])
    return head


def test_the_process_answers_with_the_layer_or_the_sentence() -> None:
    head = _head(read_apart("a.csv", samples.ARABIC_CSV.encode("cp1256")))
    assert (head["format"], head["shown"], head["encoding"]) == (packing.FORMAT, 3, "Windows-1256")
    refused = _head(read_apart("a.kml", samples.kml(PLACE, head=STEALS)))
    assert "entities" in str(refused["error"])
    assert "root:" not in str(refused)


def test_what_breaks_off_is_told_and_harms_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("libyamap.overlays.apart.SECONDS", 0.01)
    assert "too much time" in str(_head(read_apart("a.csv", samples.ARABIC_CSV.encode()))["error"])


# --- whatever a file holds ---

BROKEN_BY = (b"", b"-", b"1e999", b"null", b"[]", b"{", b'"', b"\n", b"\xff\xfe", b"\0", b"<a>", b"9" * 30)


def _spoiled(data: bytes, chance: random.Random) -> bytes:
    """A file with some bytes changed, left out, put in between, or cut off."""
    spoiled = bytearray(data)
    for _ in range(chance.choice([1, 2, 5, 30])):
        at = chance.randrange(len(spoiled) or 1)
        match chance.randrange(4):
            case 0:
                spoiled[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del spoiled[at : at + chance.randrange(1, 60)]
            case 2:
                spoiled[at:at] = chance.choice(BROKEN_BY)
            case _:
                del spoiled[at + chance.randrange(400) :]
    return bytes(spoiled)


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("a.csv", samples.ARABIC_CSV.encode()),
        ("b.csv", samples.ARABIC_CSV.encode("cp1256")),
        ("a.xlsx", samples.workbook(["lon", "lat"], [1, 2], ["x", 3.5])),
        ("a.geojson", samples.geojson(samples.feature(samples.point(1, 2), a=1), samples.feature(None))),
        ("a.kml", samples.kml("<Placemark><Point><coordinates>13,32,0</coordinates></Point></Placemark>")),
        ("a.kmz", samples.zipped({"doc.kml": samples.kml("<Placemark/>")})),
        ("a.gpkg", samples.gis_file("GPKG", [shapely.Point(13, 32)], ["x"])),
        ("a.zip", samples.zipped(SHAPEFILE, method=zipfile.ZIP_STORED)),
    ],
)
def test_whatever_a_file_holds_it_is_read_or_refused_in_words(file: str, data: bytes) -> None:
    chance = random.Random(file)
    for _ in range(60):
        spoiled = _spoiled(data, chance)
        if _can_read(file, spoiled):
            assert _is_whole(file, spoiled)


def _can_read(file: str, data: bytes) -> bool:
    try:
        read(file, data)
    except OverlayError:
        return False
    return True


def _is_whole(file: str, data: bytes) -> bool:
    overlay = read(file, data)
    return overlay.read == len(overlay.shown) + overlay.rejected and len(packing.packed(overlay)) > 0
