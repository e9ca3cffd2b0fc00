"""Static maps: a selection on paper, as PNG, SVG or PDF, as the screen shows it and with all that it needs to be read.

What the screen draws in TypeScript is drawn here by the same rules; a module names the one that it is the twin of.
"""

from __future__ import annotations

from pathlib import Path

from libyamap.i18n import message
from libyamap.render.static.drawing import Drawn, draw
from libyamap.render.static.paper import SIZES, Paper, screen_of
from libyamap.render.static.sheet import Sheet, Style
from libyamap.render.static.words import counted, file_words
from libyamap.render.static.writing import FORMS, About, Form, form_of, written
from libyamap.selection import Selection

__all__ = [
    "FORMS",
    "SIZES",
    "Drawn",
    "Form",
    "Paper",
    "Sheet",
    "Style",
    "draw",
    "form_of",
    "picture",
    "render",
    "screen_of",
    "summary",
]


def render(selection: Selection, *, form: Form = "png", sheet: Sheet | None = None) -> bytes:
    """A selection as a picture.

    Parameters
    ----------
    form : str
        `png`, `svg` or `pdf`.
    sheet : Sheet, optional
        Size, colours, texts; 1920 by 1080 pixels in the view's theme if None.
    """
    sheet = sheet or Sheet()
    return picture(selection, draw(selection, sheet), form=form, sheet=sheet)


def picture(selection: Selection, drawn: Drawn, *, form: Form, sheet: Sheet) -> bytes:
    """What was drawn of a selection, as a file."""
    title, description, keywords = file_words(selection, sheet)
    return written(drawn.pen, form, About(title, description, keywords, selection.view.lang, sheet.time))


def summary(file: Path, drawn: Drawn, sheet: Sheet, lang: str) -> str:
    """What was written, in a sentence."""
    size = {"width": str(sheet.paper.width), "height": str(sheet.paper.height)}
    return message(lang, "cli.snapshot.written", path=file, counted=counted(lang, drawn.tally), **size)
