"""Pictures of the map: whole, and small ones that show how they will be."""

from __future__ import annotations

from dataclasses import replace

from libyamap.exports.wish import Options
from libyamap.render import static
from libyamap.render.static import words
from libyamap.selection import Selection


def sheet(options: Options) -> static.Sheet:
    """The sheet that is wished for."""
    extent = options.extent
    return static.Sheet(
        paper=static.Paper.named(options.size),
        style=options.style,
        title=options.title,
        subtitle=options.subtitle,
        marking=options.marking,
        screen=(extent.width, extent.height) if extent else None,
    )


def picture(selection: Selection, form: static.Form, options: Options) -> bytes:
    """A selection on the page that is wished for."""
    return static.render(selection, form=form, sheet=sheet(options))


def small(selection: Selection, options: Options, width: int) -> bytes:
    """The same page, laid out alike, as a PNG of a width in pixels."""
    whole = sheet(options)
    paper, share = whole.paper, width / whole.paper.width
    drawn = replace(
        paper,
        width=width,
        height=max(1, round(paper.height * share)),
        dpi=paper.dpi * share,
        magnification=paper.magnification * share,
    )
    return static.render(selection, sheet=replace(whole, paper=drawn))


def headings(selection: Selection) -> tuple[str, str]:
    """Title and subtitle of a page where the reader has none of their own."""
    plain = static.Sheet()
    return words.title(selection, plain), words.subtitle(selection, plain)
