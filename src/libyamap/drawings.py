"""Drawings of the analyst as the permalink carries them: their form.

The map application draws them, reads and writes them (`web/src/drawing/codec.ts`, where the form is explained);
the library keeps them as text and makes sure that it is of the one form which the application writes.
"""

from __future__ import annotations

import binascii
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode

MOST_CHARACTERS = 1500
"""The most characters that all drawings take in an address."""

MOST_NAME, MOST_NOTE = 60, 280
"""The most characters of a drawing's name and of its note."""

_ID, _AT, _RADIUS = "[0-9a-z]{2}", r"(?:[\w-]{8})", r"(?:[\w-]{4})"
_SHAPES = (
    f"p[somn]{_ID}{_AT}{{3,}}(?::{_AT}{{3,}})*",
    f"r[son]{_ID}{_AT}{{2}}",
    f"c[son]{_ID}{_RADIUS}{_AT}",
    f"k[so]{_ID}{_RADIUS}{_AT}{{2,}}",
    f"gm{_ID}{_RADIUS}{{1,12}}:{_AT}",
    f"l[mn]{_ID}{_AT}{{2,}}",
    f"[nt]n{_ID}{_AT}",
)
_DRAWING = re.compile(rf"(?:{'|'.join(_SHAPES)})(?:,(?P<name>[\w-]+)|,(?P<before>[\w-]*),(?P<note>[\w-]+))?", re.ASCII)
_CONTROLS = re.compile("[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]+")
_ID_PLACE = slice(2, 4)


def checked(text: str) -> str:
    """The text, if it is one that the map application writes.

    Raises
    ------
    ValueError
        If it is not.
    """
    if len(text) > MOST_CHARACTERS:
        raise ValueError(text)
    return checked_form(text)


def checked_form(text: str) -> str:
    """The text, if it is of the form that the map application writes, however long it is.

    Raises
    ------
    ValueError
        If it is not.
    """
    parts = text.split(".") if text else []
    ids = {part[_ID_PLACE] for part in parts}
    if len(ids) < len(parts) or not all(map(_is_drawing, parts)):
        raise ValueError(text)
    return text


def _is_drawing(text: str) -> bool:
    match = _DRAWING.fullmatch(text)
    if not match:
        return False
    name = match["name"] or match["before"] or ""
    return _is_kept(name, MOST_NAME) and _is_kept(match["note"] or "", MOST_NOTE)


def _is_kept(encoded: str, most: int) -> bool:
    """Whether words are written as the application writes them: UTF-8 in base64url, tidy, not too long."""
    try:
        raw = urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))
        words = raw.decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return False
    canonical = urlsafe_b64encode(raw).decode("ascii").rstrip("=") == encoded
    return canonical and len(words) <= most and _CONTROLS.sub(" ", words).strip(" ") == words
