"""Text that does no harm where it goes: no formula in a spreadsheet, nothing that XML cannot hold."""

from __future__ import annotations

import re

_BEGINS_FORMULA = re.compile(r"^[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]*[=+\-@＝＋－＠|%]")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def neutral(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe goes before what might be one."""
    return f"'{text}" if _is_formula(text) else text


def holdable(text: str) -> str:
    """Text with a sign in the place of each character that XML cannot hold."""
    return _NOT_XML.sub(REPLACEMENT, text)


def without_nul(text: str) -> str:
    """Text with a sign in the place of NUL, where many programs believe that it ends."""
    return text.replace("\0", REPLACEMENT)


def printable(text: str) -> str:
    """Text on one line, without characters that steer a terminal."""
    return _CONTROLS.sub(REPLACEMENT, text.replace("\r\n", " ").replace("\n", " ").replace("\t", " "))


def _is_formula(text: str) -> bool:
    return bool(_BEGINS_FORMULA.match(text)) or text[:1] in {"\t", "\r", "\n"}
