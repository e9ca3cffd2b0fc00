"""Which format a file is of: its content tells, never its name alone."""

from __future__ import annotations

from libyamap.overlays import geojson, gis, kml, tables
from libyamap.overlays.archive import Archive
from libyamap.overlays.refusals import NothingInsideError, UnknownFormatError
from libyamap.overlays.sheet import Sheet
from libyamap.overlays.wish import Wish

ENDINGS = (".geojson", ".json", ".kml", ".kmz", ".gpkg", ".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".zip")
"""What the files are called that are read."""

_SQLITE = b"SQLite format 3\0"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Begins older workbooks, and newer ones that are locked by a password."""
_BOOKS = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")
_ZIPPED = (".geojson", ".json", ".csv", ".tsv", ".gpkg")
"""What an archive may hold beside shapefiles and KML; archives in archives are not opened."""
_BINARY = (b"\x89PNG", b"\xff\xd8\xff", b"%PDF", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"\x7fELF", b"MZ")


def sheet(file: str, data: bytes, wish: Wish) -> Sheet:
    """What stands in a file, by the reader of its format."""
    if data.startswith(_SQLITE):
        return gis.read_geopackage(file, data, wish)
    if data.startswith(b"PK"):
        return _archived(file, data, wish)
    if data.startswith(_OLE):
        return tables.read_workbook(file, data, wish)
    if data.startswith(_BINARY):
        raise UnknownFormatError(file=file)
    match _first_sign(data):
        case "{" | "[" if not file.lower().endswith((".csv", ".tsv", ".txt")):
            return geojson.read(file, data, wish)
        case "<":
            return kml.read(file, data)
        case _:
            return tables.read_csv(file, data, wish)


def _archived(file: str, data: bytes, wish: Wish) -> Sheet:
    archive = Archive(file, data)
    if any(name in archive.names for name in _BOOKS):
        return tables.read_workbook(file, data, wish)
    if archive.named(".shp"):
        return gis.read_shapefile(file, archive, wish)
    if archive.named(".kml"):
        return kml.read_kmz(file, archive, wish)
    if inside := archive.named(*_ZIPPED):
        return sheet(f"{file}: {inside[0]}", archive.read(inside[0]), wish)
    raise NothingInsideError(file=file)


def _first_sign(data: bytes) -> str:
    """The first sign that is neither blank nor a byte-order mark, in whichever width."""
    head = data[:400].removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return head.replace(b"\0", b"").lstrip()[:1].decode("ascii", errors="replace")
