"""`libyamap export`: the data behind what a permalink shows."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from libyamap import selection
from libyamap.commands.options import Data, Language, paired, write
from libyamap.render import data
from libyamap.validation import open_dataset


def export(
    output: Annotated[
        list[Path], typer.Option("--output", "-o", help="File to write; its ending names the format. Repeatable.")
    ],
    query: Annotated[
        list[str], typer.Option("--query", help="A permalink's query: one for all files, or one for each.")
    ] = [""],  # noqa: B006 - Typer wants a list, and nothing changes it
    data_dir: Data = None,
    *,
    form: Annotated[
        str | None, typer.Option("--form", help=f"Where the ending does not say: {', '.join(data.FORMS)}.")
    ] = None,
    lang: Annotated[Language | None, typer.Option("--lang", help="Language; the query's, if not given.")] = None,
) -> None:
    """Write the data behind what a permalink shows, for GIS, spreadsheets and programs; tell what a format left out."""
    forms = {file: data.named(form) if form else data.form_of(file) for file in output}
    dataset = open_dataset(data_dir)
    for view, file in paired(query, output):
        chosen = selection.select(dataset, view.model_copy(update={"lang": lang.value}) if lang else view)
        exported = data.render(chosen, form=forms[file].name)
        beside = {data.beside(file, ending): content for ending, content in exported.beside.items()}
        for path, content in {file: exported.content, **beside}.items():
            write(path, content)
        print(*data.summary(chosen, file, forms[file], exported), sep="\n")
