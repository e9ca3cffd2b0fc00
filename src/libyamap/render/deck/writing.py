"""A deck as the bytes of a file: the same deck, made at the same time, gives the same bytes."""

from __future__ import annotations

import datetime as dt
import zipfile
from io import BytesIO

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.presentation import Presentation

PROGRAM = "Libyamap"
_EARLIEST = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
"""Zip archives know no earlier time."""
_PLAIN_FILE = 0o600 << 16


def written(deck: Presentation, time: dt.datetime) -> bytes:
    """The deck as a file."""
    _forget(deck)
    saved, target = BytesIO(), BytesIO()
    deck.save(saved)
    stamp = max(time, _EARLIEST).timetuple()[:6]
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            fresh = zipfile.ZipInfo(entry.filename, stamp)
            fresh.compress_type, fresh.external_attr, fresh.create_system = zipfile.ZIP_DEFLATED, _PLAIN_FILE, 3
            new.writestr(fresh, old.read(entry))
    return target.getvalue()


def _forget(deck: Presentation) -> None:
    """Let go of parts that say nothing of this deck: a picture of another one, and a printer."""
    package = deck.part.package
    for relation in [one for one in package.iter_rels() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        package.drop_rel(relation.rId)
    for key in [key for key, one in deck.part.rels.items() if one.reltype == RELATIONSHIP_TYPE.PRINTER_SETTINGS]:
        deck.part.rels.pop(key)
