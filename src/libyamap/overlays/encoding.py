"""Bytes as text: UTF-8 by rule, Windows-1256 and its like where it is not, and line by line where a file has both."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

import charset_normalizer

from libyamap.overlays.refusals import EncodingError, UnknownFormatError

CHOICES = ("utf-8", "cp1256", "iso8859_6", "cp1252", "utf-16")
"""What a reader can choose among."""

_LEGACY = ["cp1256", "iso8859_6", "cp1252"]
"""Among which one is guessed: what Arabic, French and Italian tables are written in."""
_WIDE = ["utf_16_le", "utf_16_be"]
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000
_ASCII = 0x80


@dataclass(frozen=True)
class Decoded:
    """A text, and what it was written in.

    Attributes
    ----------
    odd : tuple of int
        Lines, counted from 1, that are not of the encoding of the others; read as `legacy`.
    """

    text: str
    encoding: str
    odd: tuple[int, ...] = ()
    legacy: str = ""


def decode(file: str, data: bytes, wanted: str | None = None) -> Decoded:
    """The text of a file.

    Raises
    ------
    EncodingError
        If it is not of the encoding wanted, or of none that can be told.
    UnknownFormatError
        If it is no text.
    """
    if wanted:
        return _as_wanted(file, data, wanted)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _as_wanted(file, data, name)
    if b"\0" in data[:_SAMPLE]:
        return _wide(file, data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _by_lines(file, data)


def guess_legacy(data: bytes) -> str | None:
    """The encoding of bytes that are not UTF-8, or None."""
    telling = b"\n".join(line for line in data.splitlines() if max(line, default=0) >= _ASCII)
    best = charset_normalizer.from_bytes(telling[:_SAMPLE], cp_isolation=_LEGACY).best()
    return best.encoding if best else None


def _as_wanted(file: str, data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode(name).removeprefix("\ufeff"), name.removesuffix("-sig"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise EncodingError(file=file, encoding=name, line=line, offset=error.start) from error
    except LookupError as error:
        raise EncodingError(file=file, encoding=name, line=1, offset=0) from error


def _wide(file: str, data: bytes) -> Decoded:
    best = charset_normalizer.from_bytes(data[:_SAMPLE], cp_isolation=_WIDE).best()
    if best is None:
        raise UnknownFormatError(file=file)
    return _as_wanted(file, data, best.encoding)


def _by_lines(file: str, data: bytes) -> Decoded:
    """Each line by itself, so that one which was pasted in from elsewhere is named and does not spoil the others."""
    lines = data.split(b"\n")
    utf8 = [_try(line) for line in lines]
    odd = [number for number, text in enumerate(utf8, start=1) if text is None]
    legacy = guess_legacy(b"\n".join(lines[number - 1] for number in odd))
    mixed = any(text is not None and not text.isascii() for text in utf8)
    if legacy is None:
        raise EncodingError(
            file=file, encoding="UTF-8", line=odd[0], offset=sum(len(one) + 1 for one in lines[: odd[0] - 1])
        )
    if not mixed:
        return Decoded(data.decode(legacy, errors="replace"), legacy)
    read = (
        line.decode(legacy, errors="replace") if text is None else text for line, text in zip(lines, utf8, strict=True)
    )
    return Decoded("\n".join(read), "utf-8", tuple(odd), legacy)


def _try(line: bytes) -> str | None:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return None


def said(name: str) -> str:
    """An encoding's name as people know it."""
    plain = name.lower().replace("_", "-")
    known = {"cp1256": "Windows-1256", "cp1252": "Windows-1252", "iso8859-6": "ISO 8859-6"}
    return known.get(plain, plain.upper())
