"""`libyamap snapshot`: what a permalink shows, as a picture or as the map application in one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from libyamap import selection
from libyamap.commands.options import Colours, Data, Language, paired, write
from libyamap.errors import PageOptionError
from libyamap.i18n import message
from libyamap.validation import open_dataset

if TYPE_CHECKING:
    from libyamap.render.static import Sheet

PAGES = frozenset({".html", ".htm"})
"""Endings of files that hold the map application."""


def snapshot(  # noqa: PLR0913 - each is an option
    output: Annotated[
        list[Path], typer.Option("--output", "-o", help="File to write: .png, .svg, .pdf or .html. Repeatable.")
    ],
    query: Annotated[
        list[str], typer.Option("--query", help="A permalink's query: one for all files, or one for each.")
    ] = [""],  # noqa: B006 - Typer wants a list, and nothing changes it
    data_dir: Data = None,
    *,
    size: Annotated[
        str, typer.Option(help="Of pictures: pixels, such as 1920x1080, or hd, 4k, a4, a3, a4-portrait, a3-portrait.")
    ] = "hd",
    lang: Annotated[Language | None, typer.Option("--lang", help="Language; the query's, if not given.")] = None,
    colours: Annotated[Colours | None, typer.Option("--style", help="The query's theme, if not given.")] = None,
    title: Annotated[str | None, typer.Option(help="Instead of the dataset's; '' for none.")] = None,
    subtitle: Annotated[str | None, typer.Option(help="Instead of what is shown, in a sentence; '' for none.")] = None,
    marking: Annotated[str | None, typer.Option(help="Handling marking along both edges.")] = None,
    screen: Annotated[
        str | None, typer.Option(help="Of pictures: pixels of the map on the screen whose extent is wanted.")
    ] = None,
    bare: Annotated[bool, typer.Option("--bare", help="Of pictures: the map alone.")] = False,
) -> None:
    """Write what a permalink shows as a picture, or as the map application in one file (.html) for offline use.

    Both have title, legend, scale, dates and sources. In an HTML file the filters stay as they are, and what they
    leave out is not in it; it has no size, and says in its title bar what is shown whatever its subtitle.
    """
    from libyamap.render import static  # noqa: PLC0415 - matplotlib takes half a second to import

    sheet = static.Sheet(
        paper=static.Paper.named(size),
        style=colours.value if colours else None,
        title=title,
        subtitle=subtitle,
        marking=marking,
        screen=static.screen_of(screen) if screen else None,
        bare=bare,
    )
    pages = {file for file in output if file.suffix.lower() in PAGES}
    for file in pages:
        _check_page(file, colours, bare=bare)
    forms = {file: static.form_of(file) for file in output if file not in pages}
    dataset = open_dataset(data_dir)
    for view, file in paired(query, output):
        chosen = selection.select(dataset, view.model_copy(update={"lang": lang.value} if lang else {}))
        if file in pages:
            _write_page(file, chosen, sheet)
            continue
        drawn = static.draw(chosen, sheet)
        write(file, static.picture(chosen, drawn, form=forms[file], sheet=sheet))
        print(static.summary(file, drawn, sheet, chosen.view.lang))


def _check_page(file: Path, colours: Colours | None, *, bare: bool) -> None:
    """Refuse what would not be followed: a page has panels, and is seen on a screen."""
    for option, given in (("--bare", bare), ("--style print", colours is Colours.PRINT)):
        if given:
            raise PageOptionError(option=option, path=file)


def _write_page(file: Path, chosen: selection.Selection, sheet: Sheet) -> None:
    """Write the map application with what a selection leaves."""
    from libyamap.render import html  # noqa: PLC0415 - folium takes a while to import

    themed = chosen.view.model_copy(update={"theme": sheet.style} if sheet.style else {})
    shown = selection.Selection(chosen.dataset, themed, chosen.items)
    content = html.render(shown, title=sheet.title, subtitle=sheet.subtitle, marking=sheet.marking)
    write(file, content)
    lang = themed.lang
    print(
        message(lang, "cli.snapshot.page", path=file, size=round(len(content) / 1e6, 1), counted=shown.sentence(lang))
    )
