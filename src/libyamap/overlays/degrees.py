"""Coordinates as people write them in tables: decimal, with a comma, in Arabic digits, in degrees and minutes."""

from __future__ import annotations

import math
import re

_ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫−", "01234567890123456789.-")
_DECIMAL_COMMA = re.compile(r"[-+]?\d+,\d+")
_PARTS = re.compile(
    r"""(?P<sign>[-+])?\s*(?P<degrees>\d+(?:\.\d+)?)\s*[°ºd]?\s*
    (?:(?P<minutes>\d+(?:\.\d+)?)\s*['′’m]?\s*)?(?:(?P<seconds>\d+(?:\.\d+)?)\s*(?:["″”s]|'')?\s*)?
    (?P<side>[NSEW]|شمالا?|جنوبا?|شرقا?|غربا?)?""",
    re.VERBOSE | re.IGNORECASE,
)
_NEGATIVE = ("S", "W", "جنوب", "غرب")
_SIXTY = 60


def ascii_digits(text: str) -> str:
    """Digits, the decimal sign and the minus in the Latin script."""
    return text.translate(_ARABIC_DIGITS)


def degrees(text: str) -> float | None:
    """The number that a cell says, or None: `32.89`, `32,89`, `٣٢٫٨٩`, `32°53'24" N`."""
    plain = ascii_digits(text.strip())
    if _DECIMAL_COMMA.fullmatch(plain):
        plain = plain.replace(",", ".")
    try:
        number = float(plain)
    except ValueError:
        return _sexagesimal(plain)
    return number if math.isfinite(number) and "_" not in plain else None


def _sexagesimal(text: str) -> float | None:
    matched = _PARTS.fullmatch(text)
    if not matched:
        return None
    minutes, seconds = float(matched["minutes"] or 0), float(matched["seconds"] or 0)
    if minutes >= _SIXTY or seconds >= _SIXTY:
        return None
    size = float(matched["degrees"]) + minutes / _SIXTY + seconds / _SIXTY**2
    side = (matched["side"] or "").upper()
    return -size if matched["sign"] == "-" or side.startswith(_NEGATIVE) else size
