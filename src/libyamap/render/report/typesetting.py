"""Pages set by Typst: a text of ours, and data that it reads as data, in a folder that is gone afterwards."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import matplotlib as mpl
import orjson
import typst

from libyamap import paths

_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\ufffe\uffff\ud800-\udfff]")
_LONG = re.compile(r"\S{25,}")
_STEP = 12
_MAY_BREAK = "\u200b"
STATIONERY = "stationery.typ"
"""What all documents have in common."""


def set_in_type(
    data: Mapping[str, object], pictures: Mapping[str, bytes], time: dt.datetime, *, form: Traversable
) -> bytes:
    """A document as a PDF.

    Parameters
    ----------
    data : mapping
        All that it says, in the form that its text reads.
    pictures : mapping of str to bytes
        Files that it shows, by name.
    time : datetime
        When it was made.
    form : Traversable
        The text that sets it, which finds `stationery.typ` beside it.
    """
    with TemporaryDirectory(prefix="libyamap-") as folder:
        root = Path(folder)
        (root / "data.json").write_bytes(orjson.dumps(fit(data)))
        for name, content in pictures.items():
            (root / name).write_bytes(content)
        (root / STATIONERY).write_bytes((resources.files(__package__) / STATIONERY).read_bytes())
        compiler = typst.Compiler(form.read_bytes(), root=root, font_paths=_fonts(), ignore_system_fonts=True)
        return cast("bytes", compiler.compile(format="pdf", timestamp=int(time.timestamp())))


def fit(value: object) -> object:
    """A copy whose texts have no controls, and no word too long to be broken."""
    if isinstance(value, str):
        return _LONG.sub(_broken, _UNFIT.sub(" ", value))
    if isinstance(value, Mapping):
        return {key: fit(member) for key, member in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes):
        return [fit(member) for member in value]
    return value


def _broken(word: re.Match[str]) -> str:
    text = word[0]
    return _MAY_BREAK.join(text[start : start + _STEP] for start in range(0, len(text), _STEP))


@cache
def _fonts() -> typst.Fonts:
    """Ours, and the one with other scripts that matplotlib brings."""
    own, others = paths.front_end() / "fonts", Path(mpl.get_data_path()) / "fonts" / "ttf"
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[own, others])
