"""Zip archives that are the same each time they are made of the same."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip archive can name."""
READABLE = 0o644


def zipped(members: Mapping[str, bytes], time: dt.datetime) -> bytes:
    """Files by name, in their order, as if all were written at one time."""
    moment = max(time.utctimetuple()[:6], EARLIEST)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            member = zipfile.ZipInfo(name, moment)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            member.external_attr = READABLE << 16
            archive.writestr(member, content)
    return buffer.getvalue()
