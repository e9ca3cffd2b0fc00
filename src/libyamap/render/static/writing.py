"""A page written to a file: PNG, SVG or PDF. The same page, and the same time of export, give the same bytes."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any, Literal

import matplotlib as mpl
from matplotlib.figure import Figure

from libyamap.errors import PictureFormatError
from libyamap.render.static.pen import Drawing, Pen

Form = Literal["png", "svg", "pdf"]
FORMS: tuple[Form, ...] = ("png", "svg", "pdf")

SETTINGS: Mapping[str, Any] = {
    "svg.fonttype": "path",
    "svg.hashsalt": "libyamap",
    "pdf.fonttype": 42,
    "path.simplify": False,
    "text.hinting": "no_hinting",
    "text.parse_math": False,
}
PROGRAM = "Libyamap"
_HAIR = 0.01
"""Pixels that keep a page's size from being rounded down."""

_settings = Lock()
"""Matplotlib's settings are those of the whole process."""


@dataclass(frozen=True)
class About:
    """What a file says of itself."""

    title: str
    description: str
    keywords: str
    lang: str
    time: dt.datetime


def form_of(file: Path) -> Form:
    """The form that a file's ending asks for.

    Raises
    ------
    PictureFormatError
        If it is none that is written here.
    """
    for form in FORMS:
        if file.suffix.lower() == f".{form}":
            return form
    raise PictureFormatError(ending=file.suffix or file.name, forms=", ".join(FORMS))


def written(pen: Pen, form: Form, about: About) -> bytes:
    """All that a pen has put down, as a file."""
    paper = pen.paper
    target = BytesIO()
    rc: Any = dict(SETTINGS)
    with _settings, mpl.rc_context(rc), warnings.catch_warnings():
        # A letter that no font has is drawn as an empty box: that is all that can be said of it.
        warnings.filterwarnings("ignore", message="Glyph .* missing from")
        figure = Figure(((paper.width + _HAIR) / paper.dpi, (paper.height + _HAIR) / paper.dpi), dpi=paper.dpi)
        figure.patch.set_visible(False)
        figure.add_artist(Drawing(pen, live=form == "pdf"))
        figure.savefig(target, format=form, dpi=paper.dpi, metadata=_METADATA[form](about))
    return target.getvalue()


def _png(about: About) -> dict[str, str]:
    return {
        "Title": about.title,
        "Description": about.description,
        "Source": about.keywords,
        "Creation Time": about.time.isoformat(timespec="seconds"),
        "Software": PROGRAM,
    }


def _svg(about: About) -> dict[str, str]:
    return {
        "Title": about.title,
        "Description": about.description,
        "Language": about.lang,
        "Date": about.time.isoformat(timespec="seconds"),
        "Creator": PROGRAM,
    }


def _pdf(about: About) -> dict[str, object]:
    return {
        "Title": about.title,
        "Subject": about.description,
        "Keywords": about.keywords,
        "Creator": PROGRAM,
        "Producer": PROGRAM,
        "CreationDate": about.time,
    }


_METADATA: Mapping[str, Any] = {"png": _png, "svg": _svg, "pdf": _pdf}
