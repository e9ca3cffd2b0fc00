"""Files and texts as they are served: compressed once, known by their content, asked for again only if changed."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

FOREVER = "public, max-age=31536000, immutable"
"""For an address that names its content's version."""
ASK_AGAIN = "no-cache"
"""For an address whose content may change: the browser asks whether it did."""

_COMPRESSIBLE = ("text/", "application/json", "image/svg+xml")
_TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".woff2": "font/woff2"}
"""Types that a badly kept machine may name otherwise."""


@dataclass(frozen=True)
class Body:
    """What is sent, and as what."""

    content: bytes
    media_type: str

    @cached_property
    def version(self) -> str:
        """First digits of the content's SHA-256."""
        return hashlib.sha256(self.content).hexdigest()[:12]

    @cached_property
    def compressed(self) -> bytes | None:
        """The content by gzip, or None where that gains nothing."""
        if not self.media_type.startswith(_COMPRESSIBLE):
            return None
        return gzip.compress(self.content, compresslevel=9, mtime=0)

    def response(self, request: Request, *, lasting: bool = False) -> Response:
        """Answer `request`: nothing if the browser has it, compressed if it can read that.

        Parameters
        ----------
        lasting : bool
            Whether the address's content never changes, as is also the case where a query names its version.
        """
        lasting = lasting or request.query_params.get("v") == self.version
        headers = {
            "cache-control": FOREVER if lasting else ASK_AGAIN,
            "etag": f'"{self.version}"',
            "vary": "accept-encoding",
            "x-content-type-options": "nosniff",
        }
        if f'"{self.version}"' in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if self.compressed is not None and "gzip" in request.headers.get("accept-encoding", ""):
            return Response(self.compressed, headers=headers | {"content-encoding": "gzip"}, media_type=self.media_type)
        return Response(self.content, headers=headers, media_type=self.media_type)


def file_body(path: Path) -> Body | None:
    """The file at `path` as it is now, or None if there is none."""
    if not path.is_file():
        return None
    status = path.stat()
    return _file_body(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=64)
def _file_body(path: Path, _modified: int, _size: int) -> Body:
    return read(path)


def read(path: Path) -> Body:
    """Read a file that is there."""
    media_type = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Body(path.read_bytes(), media_type)
