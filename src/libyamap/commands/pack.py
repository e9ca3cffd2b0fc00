"""`libyamap pack`: a brief to be handed over, in one archive."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from libyamap import i18n
from libyamap.briefs import store
from libyamap.commands.brief import file_of
from libyamap.commands.options import Colours, Data, Language, write
from libyamap.i18n import message
from libyamap.validation import open_dataset


def pack(  # noqa: PLR0913 - each is an option
    brief: Annotated[str, typer.Argument(help="A brief: a JSON file, or the name of one under the dataset's briefs/.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="File to write: .zip; or a folder, where it gets its own name.")
    ],
    data_dir: Data = None,
    *,
    langs: Annotated[
        list[Language], typer.Option("--lang", help="Language of slides and handout, repeatable; both, if not given.")
    ] = [],  # noqa: B006 - Typer wants a list, and nothing changes it
    colours: Annotated[Colours, typer.Option("--style", help="Colours.")] = Colours.LIGHT,
    template: Annotated[
        Path | None, typer.Option(help="A presentation whose layouts, fonts and colours the slides use.")
    ] = None,
    marking: Annotated[str | None, typer.Option(help="Handling marking, beside those of the brief's own.")] = None,
) -> None:
    """Pack a brief to be handed over: slides, a handout, a page that presents offline, the data, with checksums."""
    from libyamap import pack as packs  # noqa: PLC0415 - matplotlib takes half a second to import

    dataset, packed = open_dataset(data_dir), store.read(file_of(brief, data_dir))
    spoken: list[i18n.Lang] = [lang.value for lang in langs] or list(i18n.LANGUAGES)
    content = packs.pack(packed, dataset, langs=spoken, theme=colours.value, template=template, marking=marking)
    file = output / packs.name(packed, dataset, marking=marking) if output.is_dir() else output
    write(file, content)
    print(message(langs[0] if langs else "en", "cli.pack.written", path=file, size=round(len(content) / 1e6, 1)))
