"""Documents and data, by the renderers that there are; one that is not there is not offered (`forms.py`).

Each is loaded when it is first asked for: what it takes need not be installed for the others.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from libyamap.exports.wish import Extent, Options
from libyamap.exports.written import Written
from libyamap.i18n import LANGUAGES
from libyamap.selection import Selection

HTML, DECK, REPORT, DATA = (f"libyamap.render.{name}" for name in ("html", "deck", "report", "data"))

SLIDE = (1280, 720)
PAGE = (1920, 1080)
"""Pixels of the screen that slides and pages take a view to have been made on."""


def html(selection: Selection, options: Options) -> Written:
    """The map application in one file."""
    texts = {"title": options.title, "subtitle": options.subtitle, "marking": options.marking}
    return Written(import_module(HTML).render(selection, **texts))


def deck(selection: Selection, options: Options) -> Written:
    """What is looked at as slides."""
    module = import_module(DECK)
    view, dataset = selection.view, selection.dataset
    brief = module.brief_of([seen_on(selection, options.extent, SLIDE)], dataset)
    style = options.style or view.theme
    return Written(module.render(brief, dataset, lang=view.lang, theme=style, marking=options.marking))


def report(selection: Selection, options: Options) -> Written:
    """What is looked at as pages to be printed and filed."""
    langs = LANGUAGES if options.lang == "both" else (selection.view.lang,)
    said = {"style": options.style, "marking": options.marking, "title": options.title}
    return Written(import_module(REPORT).render(seen_on(selection, options.extent, PAGE), langs=langs, **said))


def data(form: str) -> Callable[[Selection, Options], Written]:
    """What is looked at in a format of data."""

    def write(selection: Selection, options: Options) -> Written:
        marking = options.marking or selection.view.marking
        marked = replace(selection, view=selection.view.model_copy(update={"marking": marking}))
        made = import_module(DATA).render(marked, form=form)
        return Written(made.content, made.losses, made.beside)

    return write


def seen_on(selection: Selection, extent: Extent | None, screen: tuple[int, int]) -> Selection:
    """The same looked at on another screen, on which all that was seen is seen."""
    if extent is None:
        return selection
    grown = math.log2(min(screen[0] / extent.width, screen[1] / extent.height))
    zoom = max(0.0, extent.zoom + grown)
    return replace(selection, view=selection.view.model_copy(update={"zoom": zoom}))
