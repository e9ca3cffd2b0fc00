"""`libyamap report`: what a permalink shows, as pages to print."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from libyamap import i18n, selection
from libyamap.commands.options import Colours, Data, Language, write
from libyamap.i18n import message
from libyamap.validation import open_dataset
from libyamap.view import View


def report(  # noqa: PLR0913 - each is an option
    output: Annotated[Path, typer.Option("--output", "-o", help="File to write: .pdf.")],
    query: Annotated[str, typer.Option("--query", help="A permalink's query.")] = "",
    data_dir: Data = None,
    *,
    langs: Annotated[
        list[Language], typer.Option("--lang", help="Language of a part, repeatable; the query's, if not given.")
    ] = [],  # noqa: B006 - Typer wants a list, and nothing changes it
    colours: Annotated[
        Colours | None, typer.Option("--style", help="Of the maps; the query's theme, if not given.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Instead of the dataset's.")] = None,
    marking: Annotated[str | None, typer.Option(help="Handling marking along both edges.")] = None,
) -> None:
    """Write what a permalink shows as pages to print: maps, events, who says what of each site and actor, sources."""
    from libyamap.render import report as reports  # noqa: PLC0415 - matplotlib takes half a second to import

    view = View.from_query(query)
    chosen = selection.select(open_dataset(data_dir), view)
    spoken: list[i18n.Lang] = [lang.value for lang in langs] or [view.lang]
    write(
        output,
        reports.render(chosen, langs=spoken, style=colours.value if colours else None, title=title, marking=marking),
    )
    print(message(spoken[0], "cli.report.written", path=output, shown=chosen.sentence(spoken[0])))
