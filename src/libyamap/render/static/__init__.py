"""Static maps: a selection on paper, as PNG, SVG or PDF, as the screen shows it and with all that it needs to be read.

What the screen draws in TypeScript is drawn here by the same rules; a module names the one that it is the twin of.
"""

from __future__ import annotations

from libyamap.render.static.drawing import Drawn, draw
from libyamap.render.static.paper import SIZES, Paper
from libyamap.render.static.sheet import Sheet, Style
from libyamap.render.static.words import file_words
from libyamap.render.static.writing import FORMS, About, Form, form_of, written
from libyamap.selection import Selection

__all__ = ["FORMS", "SIZES", "Drawn", "Form", "Paper", "Sheet", "Style", "draw", "form_of", "render"]


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
    title, description, keywords = file_words(selection, sheet)
    about = About(title, description, keywords, selection.view.lang, sheet.time)
    return written(draw(selection, sheet).pen, form, about)
