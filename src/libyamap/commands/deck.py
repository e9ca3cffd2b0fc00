"""`libyamap deck`: a brief, or plain views, as slides."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from libyamap.briefs import store
from libyamap.commands.brief import file_of
from libyamap.commands.options import Colours, Data, Language, write
from libyamap.errors import BriefOrViewsError
from libyamap.i18n import message
from libyamap.validation import open_dataset
from libyamap.view import View


def deck(  # noqa: PLR0913 - each is an option
    output: Annotated[Path, typer.Option("--output", "-o", help="File to write: .pptx.")],
    brief: Annotated[
        str | None, typer.Argument(help="A brief: a JSON file, or the name of one under the dataset's briefs/.")
    ] = None,
    query: Annotated[
        list[str], typer.Option("--query", help="A permalink's query instead of a brief, a slide each. Repeatable.")
    ] = [],  # noqa: B006 - Typer wants a list, and nothing changes it
    data_dir: Data = None,
    *,
    lang: Annotated[Language, typer.Option("--lang", help="Language of the slides.")] = Language.EN,
    colours: Annotated[Colours, typer.Option("--style", help="Colours.")] = Colours.LIGHT,
    template: Annotated[
        Path | None, typer.Option(help="A presentation whose layouts, fonts and colours to use.")
    ] = None,
    marking: Annotated[str | None, typer.Option(help="Handling marking along both edges.")] = None,
) -> None:
    """Write a brief, or plain views, as slides: a scene each, with its map, lines, legend, sources and notes."""
    from libyamap.render import deck as decks  # noqa: PLC0415 - matplotlib takes half a second to import

    if bool(brief) == bool(query):
        raise BriefOrViewsError
    dataset = open_dataset(data_dir)
    made = store.read(file_of(brief, data_dir)) if brief else decks.brief_of(map(View.from_query, query), dataset)
    content = decks.render(made, dataset, lang=lang.value, theme=colours.value, template=template, marking=marking)
    write(output, content)
    print(message(lang, "cli.deck.written", path=output, n=decks.count(content)))
