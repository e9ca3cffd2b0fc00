"""Data exports: a Selection as files for other programs, one module a format.

What is exported is what the view shows: `Selection.shown()`, with the claims that the filters leave and what the
analyst drew. Each file says inside, or beside it, what it is: title, sentence, attribution, licence, digest, query,
time of export and what it is not for. What a format cannot hold is listed there, and given back as `Loss`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import cast

from libyamap.i18n import message
from libyamap.render.data.contents import Contents
from libyamap.render.data.description import described
from libyamap.render.data.exported import Exported, Loss
from libyamap.render.data.forms import FORMS, Form, form_of, named
from libyamap.render.moment import made_at
from libyamap.selection import Selection

__all__ = ["FORMS", "Exported", "Form", "Loss", "beside", "described", "form_of", "named", "render", "summary"]


def render(selection: Selection, *, form: str, time: dt.datetime | None = None) -> Exported:
    """A selection as a file.

    Parameters
    ----------
    form : str
        A key of `FORMS`.
    time : datetime, optional
        When it was made; now if None, or as `SOURCE_DATE_EPOCH` has it. The same time gives the same bytes.

    Raises
    ------
    DataFormatError
        If there is no such format.
    MissingLibraryError
        If a library that it takes is not installed.
    """
    # Loaded when first asked for: GDAL, matplotlib and pandas take their time.
    exporter = import_module(f"{__name__}.{named(form).name}")
    return cast("Exported", exporter.export(Contents(selection, made_at(time))))


def beside(file: Path, ending: str) -> Path:
    """Where a file of `Exported.beside` belongs: "map.about.txt" beside "map.csv"."""
    return file.with_name(f"{file.stem}{ending}")


def summary(selection: Selection, file: Path, form: Form, exported: Exported) -> Iterator[str]:
    """What was written and what was lost, in sentences."""
    lang = selection.view.lang
    yield message(lang, "cli.export.written", path=file, form=form.title(lang), n=len(selection.shown()))
    yield from (message(lang, "cli.export.beside", path=beside(file, ending)) for ending in exported.beside)
    yield from (f"  - {loss.sentence(lang)}" for loss in exported.losses)
