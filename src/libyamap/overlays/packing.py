"""An overlay as the map application draws it: a head of JSON, and flat arrays after it.

Four bytes say how long the head is (little-endian); it names each array's kind, and where it begins and how many
numbers it has, counted from the first multiple of eight bytes after the head.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import Any

import numpy as np
import orjson
import shapely
from numpy.typing import NDArray

from libyamap.i18n import LANGUAGES
from libyamap.interval import FIRST_DAY, LAST_DAY
from libyamap.overlays import encoding
from libyamap.overlays.placing import Overlay
from libyamap.overlays.refusals import OverlayError
from libyamap.overlays.wish import Wish

FORMAT = "libyamap-overlay/1"
POINT, LINE, RING = 0, 1, 2
"""What a chain of positions is."""
PREVIEWED = 6
"""Rows that are shown before they are added, as they stand in the file."""

_ALIGNMENT = 8
_FIRST_MULTIPLE = 4
_POLYGON = 3
_DIGITS = 7

Json = dict[str, Any]
Arrays = Mapping[str, NDArray[Any]]


def packed(overlay: Overlay) -> bytes:
    """What the map application reads of an overlay."""
    sheet, columns = overlay.sheet, overlay.columns
    arrays = _arrays(overlay)
    head: Json = {
        "format": FORMAT,
        "file": overlay.file,
        "kind": sheet.format,
        "unit": sheet.unit,
        "encoding": encoding.said(sheet.encoding) if sheet.encoding else "",
        "part": sheet.part,
        "parts": sheet.parts,
        "crs": sheet.crs.name if sheet.crs is not None else "",
        "hasShapes": sheet.shapes is not None,
        "columns": sheet.columns,
        "mapping": vars(columns),
        "read": overlay.read,
        "shown": len(overlay.shown),
        "rejected": overlay.rejected,
        "preview": [[column[at][:120] for column in sheet.cells] for at in range(min(PREVIEWED, len(sheet.numbers)))],
        "faults": [dict(zip(LANGUAGES, texts, strict=True)) for texts in _told(overlay)],
        "cells": [[column[at] for at in overlay.shown] for column in sheet.cells],
    }
    return _framed(head, arrays)


def refused(error: OverlayError) -> bytes:
    """The same form for a file that cannot be read: nothing but the sentence that says why."""
    return _framed({"format": FORMAT, "error": {lang: error.sentence(lang) for lang in LANGUAGES}}, {})


def question(name: str, data: bytes, wish: Wish) -> bytes:
    """A file with its name and what was said of it, for another process."""
    return b"".join([orjson.dumps({"name": name, "wish": wish.model_dump()}), b"\n", data])


def asked(asking: bytes) -> tuple[str, bytes, Wish]:
    """The same again, taken apart."""
    head, _, data = asking.partition(b"\n")
    found = orjson.loads(head)
    return found["name"], data, Wish(**found["wish"])


def _told(overlay: Overlay) -> list[tuple[str, ...]]:
    return list(zip(*(overlay.sentences(lang) for lang in LANGUAGES), strict=True))


def _arrays(overlay: Overlay) -> dict[str, NDArray[Any]]:
    positions, starts, kinds, owners = chains(overlay)
    arrays: dict[str, NDArray[Any]] = {
        "positions": positions.astype("<f8").ravel(),
        "anchors": _anchors(overlay).astype("<f8").ravel(),
        "starts": starts.astype("<u4"),
        "owners": owners.astype("<u4"),
        "rows": np.array([overlay.sheet.numbers[at] for at in overlay.shown], dtype="<u4"),
        "kinds": kinds.astype("<u1"),
    }
    if overlay.days is not None:
        undated = (FIRST_DAY, LAST_DAY, FIRST_DAY, LAST_DAY)
        arrays["days"] = np.array([days or undated for days in overlay.days], dtype="<i4").ravel()
    return arrays


def chains(overlay: Overlay) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]:
    """All shapes as chains of positions: the positions, where each chain starts, what it is, and whose."""
    parts, owners = overlay.shapes, np.arange(len(overlay.shapes))
    while (shapely.get_type_id(parts) >= _FIRST_MULTIPLE).any():
        parts, index = shapely.get_parts(parts, return_index=True)
        owners = owners[index]
    areas = shapely.get_type_id(parts) == _POLYGON
    rings, index = shapely.get_rings(parts[areas], return_index=True)
    kinds = np.concatenate([np.where(shapely.get_type_id(parts[~areas]) == 0, POINT, LINE), np.full(len(rings), RING)])
    owners = np.concatenate([owners[~areas], owners[areas][index]])
    pieces = np.concatenate([parts[~areas], rings])
    order = np.argsort(owners, kind="stable")
    pieces, kinds, owners = pieces[order], kinds[order], owners[order]
    counts = shapely.get_num_coordinates(pieces)
    starts = np.concatenate([[0], np.cumsum(counts)])
    return np.round(shapely.get_coordinates(pieces), _DIGITS), starts, kinds, owners


def _anchors(overlay: Overlay) -> NDArray[Any]:
    """A position on each shape, where its label stands."""
    if not len(overlay.shapes):
        return np.empty((0, 2))
    return np.round(shapely.get_coordinates(shapely.point_on_surface(overlay.shapes)), _DIGITS)


def _framed(head: Json, arrays: Arrays) -> bytes:
    listed: list[Json] = []
    parts: list[bytes] = []
    offset = 0
    # The widest first, so that each begins where its numbers may.
    for name, values in sorted(arrays.items(), key=lambda one: -one[1].itemsize):
        content = values.tobytes()
        listed.append({"name": name, "type": values.dtype.str[1:], "offset": offset, "length": len(values)})
        parts.append(content)
        offset += len(content)
    written = orjson.dumps(head | {"arrays": listed})
    filling = b" " * (-(len(written) + 4) % _ALIGNMENT)
    return b"".join([struct.pack("<I", len(written) + len(filling)), written, filling, *parts])
