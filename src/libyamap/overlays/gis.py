"""GeoPackages and zipped shapefiles, read by GDAL from memory."""

from __future__ import annotations

import codecs
import io
import struct
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import Any

import numpy as np
import pyogrio
import pyproj
import shapely
from numpy.typing import NDArray

from libyamap.overlays import encoding
from libyamap.overlays.archive import Archive
from libyamap.overlays.fault import Fault
from libyamap.overlays.limits import MOST_FEATURES
from libyamap.overlays.refusals import (
    BrokenGisFileError,
    EncodingError,
    MissingMemberError,
    NoRowsError,
    UnknownCrsError,
    UnknownPartError,
)
from libyamap.overlays.sheet import Sheet, check_length, check_width, distinct, shapes_of, shortened
from libyamap.overlays.wish import Wish

_BROKEN = (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, pyogrio.errors.FeatureError)
_NEEDED = (".shx", ".dbf")
_CUT = 5
"""Of so many letters beyond ASCII, one may be cut in two."""
_DBF_HEADER = struct.Struct("<8xH")
"""After eight bytes that do not matter here, where the records of a dBASE table begin."""


# --- GeoPackage ---


def read_geopackage(file: str, data: bytes, wish: Wish) -> Sheet:
    """A layer of a GeoPackage: the one wished for, or the first that has shapes."""
    try:
        with _quiet():
            layers = [(str(name), kind) for name, kind in pyogrio.list_layers(data)]
    except _BROKEN as error:
        raise BrokenGisFileError(file=file) from error
    drawn = tuple(name for name, kind in layers if kind is not None)
    if wish.part is not None and wish.part not in drawn:
        raise UnknownPartError(file=file, part=wish.part)
    if not drawn:
        raise NoRowsError(file=file)
    part = wish.part or drawn[0]
    return _read(file, data, "geopackage", parts=drawn, part=part, layer=part, text="utf-8", faults=[])


# --- shapefile ---


def read_shapefile(file: str, archive: Archive, wish: Wish) -> Sheet:
    """A shapefile of an archive: the one wished for, or the first."""
    shapes = archive.named(".shp")
    if wish.part is not None and wish.part not in shapes:
        raise UnknownPartError(file=file, part=wish.part)
    part = wish.part or shapes[0]
    members = _members(archive, part)
    for ending in _NEEDED:
        if ending not in members:
            raise MissingMemberError(file=file, member=str(PurePosixPath(part).with_suffix(ending)))
    faults = []
    if ".prj" not in members:
        faults.append(Fault("prj-missing", params={"member": str(PurePosixPath(part).with_suffix(".prj"))}))
    text = wish.encoding or _table_encoding(file, members, faults)
    return _read(
        file, _repacked(members), "shapefile", parts=tuple(shapes), part=part, layer="layer", text=text, faults=faults
    )


def _members(archive: Archive, part: str) -> dict[str, bytes]:
    """The files of one shapefile, by ending."""
    stem = part[: -len(".shp")].lower()
    endings = (".shp", ".shx", ".dbf", ".prj", ".cpg")
    wanted = {name: name[-4:].lower() for name in archive.names if name[:-4].lower() == stem}
    return {ending: archive.read(name) for name, ending in wanted.items() if ending in endings}


def _repacked(members: dict[str, bytes]) -> bytes:
    """An archive of nothing but these, under names of ours."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for ending, content in members.items():
            if ending != ".cpg":
                archive.writestr(f"layer{ending}", content)
    return packed.getvalue()


def _table_encoding(file: str, members: dict[str, bytes], faults: list[Fault]) -> str:
    """What the table's text is in: what is said beside it where that holds, or what it looks like."""
    said = _codec(members.get(".cpg", b"").decode("ascii", errors="ignore").strip())
    table = members[".dbf"]
    if len(table) < _DBF_HEADER.size:
        raise BrokenGisFileError(file=file)
    records = table[_DBF_HEADER.unpack_from(table)[0] :]
    is_utf8 = _is_utf8(records)
    if said and (said != "utf-8" or is_utf8):
        return said
    found = "utf-8" if is_utf8 else encoding.guess_legacy(records.replace(b" ", b"\n"))
    if found is None:
        raise EncodingError(file=file, encoding="UTF-8", line=1, offset=0)
    if said:
        faults.append(Fault("cpg-wrong", params={"said": encoding.said(said), "encoding": encoding.said(found)}))
    elif not records.isascii():
        faults.append(Fault("cpg-missing", params={"encoding": encoding.said(found)}))
    return found


def _is_utf8(records: bytes) -> bool:
    """Whether text is UTF-8 but for letters that the end of their field cuts in two."""
    letters = [letter for letter in records.decode("utf-8", errors="replace") if not letter.isascii()]
    return _CUT * letters.count("\ufffd") <= len(letters)


def _codec(said: str) -> str:
    """Python's name of an encoding as it stands in a .cpg file; "" where there is none."""
    plain = said.lower().removeprefix("ansi ").removeprefix("oem ").strip()
    name = {"65001": "utf-8", "1256": "cp1256", "1252": "cp1252", "88591": "iso8859_1", "88596": "iso8859_6"}.get(
        plain, plain
    )
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""


# --- both ---


@contextmanager
def _quiet() -> Iterator[None]:
    """GDAL warns of what does not matter here, such as a file in memory whose name has no ending."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _read(  # noqa: PLR0913 - what a format knows of itself
    file: str, data: bytes, form: str, *, parts: tuple[str, ...], part: str, layer: str, text: str, faults: list[Fault]
) -> Sheet:
    try:
        with _quiet():
            info = pyogrio.read_info(data, layer=layer, encoding=text)
            check_length(file, int(info["features"]))
            meta, _, wkb, fields = pyogrio.raw.read(
                data, layer=layer, encoding=text, force_2d=True, max_features=MOST_FEATURES + 1, datetime_as_string=True
            )
    except _BROKEN as error:
        raise BrokenGisFileError(file=file) from error
    except UnicodeDecodeError as error:
        raise EncodingError(file=file, encoding=encoding.said(text), line=1, offset=error.start) from error
    columns = distinct(meta["fields"])
    check_width(file, columns)
    count = len(wkb) if wkb is not None else 0
    if not count:
        raise NoRowsError(file=file)
    cells = tuple(_texts(values) for values in fields)
    numbers = list(range(1, count + 1))
    shapes = shapely.from_wkb(wkb, on_invalid="ignore")
    broken = (n for n, raw, shape in zip(numbers, wkb, shapes, strict=True) if raw is not None and shape is None)
    return Sheet(
        form,
        "feature",
        columns,
        cells,
        numbers,
        shapes=shapes_of(shapes),
        crs=_crs(file, meta["crs"]),
        parts=parts,
        part=part,
        encoding=text,
        broken=frozenset(broken),
        faults=(*faults, *shortened(cells, columns, numbers)),
    )


def _texts(values: NDArray[Any]) -> list[str]:
    if values.dtype.kind == "M":
        return [
            "" if np.isnat(value) else str(value.astype("datetime64[s]")).removesuffix("T00:00:00") for value in values
        ]
    return [_text(value) for value in values.tolist()]


def _text(value: object) -> str:
    if value is None or value != value:  # noqa: PLR0124 - a number that is none is not itself
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return f"({len(value)} bytes)" if isinstance(value, bytes) else str(value).strip()


def _crs(file: str, named: str | None) -> pyproj.CRS | None:
    if not named:
        return None
    try:
        return pyproj.CRS.from_user_input(named)
    except pyproj.exceptions.CRSError as error:
        raise UnknownCrsError(file=file, crs=named[:80]) from error
