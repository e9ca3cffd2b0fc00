"""Zip archives that may mean harm: what they say of themselves is checked first, what they do is counted after."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from pathlib import PurePosixPath

from libyamap.overlays.limits import MOST_EXPANDED, MOST_MEMBERS, MOST_RATIO, SMALL
from libyamap.overlays.refusals import BombError, BrokenArchiveError, LockedArchiveError, UnsafeNameError

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    LookupError,
    struct.error,
)
"""What the library may raise at damaged archives: a bad offset, a method that there is not."""
_CHUNK = 1 << 20
_ENCRYPTED = 0x1
_LITTER = ("__MACOSX/", ".")


class Archive:
    """A zip archive whose members are read into memory, and never written anywhere."""

    def __init__(self, file: str, data: bytes) -> None:
        """Check names, counts and sizes before anything is expanded."""
        self._file = file
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGE as error:
            raise BrokenArchiveError(file=file) from error
        members = [one for one in self._zip.infolist() if not one.is_dir()]
        if len(members) > MOST_MEMBERS:
            raise BombError(file=file, member=file, size=len(members))
        for member in members:
            self._check(member)
        if (total := sum(one.file_size for one in members)) > MOST_EXPANDED:
            raise BombError(file=file, member=file, size=round(total / 1e6))
        self._left = MOST_EXPANDED
        self.names = tuple(one.filename for one in members if not _is_litter(one.filename))

    def named(self, *endings: str) -> list[str]:
        """Members whose names end so, in the archive's order."""
        return [name for name in self.names if name.lower().endswith(endings)]

    def read(self, name: str) -> bytes:
        """The content of a member; no more than the archive said, and than all members may have together."""
        declared = self._zip.getinfo(name).file_size
        parts: list[bytes] = []
        read = 0
        try:
            with self._zip.open(name) as member:
                while chunk := member.read(_CHUNK):
                    read += len(chunk)
                    if read > declared or read > self._left:
                        raise BombError(file=self._file, member=name, size=round(read / 1e6))
                    parts.append(chunk)
        except _DAMAGE as error:
            raise BrokenArchiveError(file=self._file, member=name) from error
        self._left -= read
        return b"".join(parts)

    def _check(self, member: zipfile.ZipInfo) -> None:
        path = PurePosixPath(member.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or path.parts[0].endswith(":"):
            raise UnsafeNameError(file=self._file, member=member.filename)
        if member.flag_bits & _ENCRYPTED:
            raise LockedArchiveError(file=self._file, member=member.filename)
        ratio = member.file_size / max(1, member.compress_size)
        if member.file_size > SMALL and ratio > MOST_RATIO:
            raise BombError(file=self._file, member=member.filename, size=round(member.file_size / 1e6))


def _is_litter(name: str) -> bool:
    return name.startswith(_LITTER) or PurePosixPath(name).name.startswith(".")
