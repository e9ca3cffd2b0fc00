"""The library in the shell: a thin layer of commands.

Commands exit 0 when all is well, 1 when what was checked falls short, 2 on wrong use. With
`--format json` they print one documented form on standard output.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from libyamap import formatting, paths, selection
from libyamap.brief import schema as schema_of_briefs
from libyamap.commands import brief
from libyamap.commands.deck import deck
from libyamap.commands.export import export
from libyamap.commands.options import FELL_SHORT, WRONG_USE, Data, Form, Format, Lang, Language, print_json
from libyamap.commands.pack import pack
from libyamap.commands.report import report
from libyamap.commands.snapshot import snapshot
from libyamap.comparison import compare
from libyamap.comparison.form import described
from libyamap.comparison.words import Words
from libyamap.dataset import Dataset
from libyamap.errors import (
    LibyamapError,
    ViewError,
    WrongUseError,
)
from libyamap.i18n import message
from libyamap.model import FILES, schemas
from libyamap.problems import Problem
from libyamap.render import data
from libyamap.revisions import opened
from libyamap.validation import open_dataset, survey
from libyamap.validation.briefs import briefs
from libyamap.view import View

app = typer.Typer(
    name="libyamap",
    help="Who is where in Libya, since when, who says so, and how well it is known.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


for command in (snapshot, export, deck, report, pack):
    app.command()(command)
app.add_typer(brief.app, name="brief")


@app.command()
def validate(data_dir: Data = None, form: Format = Form.TEXT, lang: Lang = Language.EN) -> None:
    """Check a dataset and its briefs and print every problem with file, feature and field."""
    dataset, problems = survey(data_dir)
    problems += briefs(dataset)
    if form is Form.JSON:
        print_json({"ok": not problems, "problems": [_problem(problem, lang) for problem in problems]})
    elif problems:
        print("\n".join(problem.line(lang) for problem in problems))
        print(message(lang, "cli.validate.problems", n=len(problems)))
    else:
        print(_summary(dataset, lang))
    if problems:
        raise typer.Exit(FELL_SHORT)


@app.command("format")
def format_files(
    data_dir: Data = None,
    *,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if something would change.")] = False,
    lang: Lang = Language.EN,
) -> None:
    """Write the files of a dataset and its briefs in their one form, copying geometries from places."""
    changed = formatting.formatted(data_dir)
    if not check:
        for file, text in changed.items():
            formatting.write(file, text)
    key = "clean" if not changed else "needed" if check else "changed"
    print(*(file.name for file in changed), sep="\n", end="\n" if changed else "")
    print(message(lang, f"cli.format.{key}", n=len(changed)))
    if check and changed:
        raise typer.Exit(FELL_SHORT)


@app.command()
def select(
    query: Annotated[str, typer.Option("--query", help="A permalink's query, such as 'lang=ar&kinds=meeting'.")] = "",
    data_dir: Data = None,
    form: Format = Form.TEXT,
) -> None:
    """Print what a permalink's filters, layers and interval leave of a dataset."""
    view = View.from_query(query)
    chosen = selection.select(open_dataset(data_dir), view)
    if form is Form.JSON:
        print_json(data.described(chosen))
        return
    print(chosen.sentence(view.lang))
    for shown in chosen.shown():
        feature = shown.item.feature
        print(f"{feature.id}\t{shown.overlap}\t{shown.item.assertion}\t{feature.properties.title[view.lang]}")


@app.command()
def diff(
    old: Annotated[str, typer.Argument(help="A folder, or a git revision of the dataset's folder, such as HEAD~3.")],
    new: Annotated[str | None, typer.Argument(help="The same; the dataset's folder as it is, if not given.")] = None,
    data_dir: Data = None,
    form: Format = Form.TEXT,
    lang: Lang = Language.EN,
) -> None:
    """Compare two datasets; exit 0 if they say the same, 1 if they differ, 2 if one of them cannot be read."""
    folder = Path(data_dir or paths.geodata())
    name = str(folder) if new is None else new
    try:
        comparison = compare(opened(old, folder), opened(name, folder))
    except LibyamapError as error:
        raise typer.Exit(_refuse(error, WRONG_USE, lang)) from None
    if form is Form.JSON:
        print_json(described(comparison, old=old, new=name))
    else:
        print(*Words(comparison, lang).lines(old, name), sep="\n")
    if comparison:
        raise typer.Exit(FELL_SHORT)


@app.command()
def schema(
    directory: Annotated[Path, typer.Argument(help="Folder to write the schemas to.", file_okay=False)],
) -> None:
    """Write the JSON Schema of every file of a dataset, and of its briefs."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, content in {**schemas(), "brief.json": schema_of_briefs()}.items():
        formatting.write(directory / f"{Path(name).stem}.schema.json", formatting.dumped(content))


@app.command()
def serve(  # noqa: PLR0913 - each is an option
    data_dir: Data = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8501,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "localhost",
    *,
    embed_in: Annotated[
        list[str] | None, typer.Option(metavar="ORIGIN", help="Who may embed the map, as https://wiki.example.org.")
    ] = None,
    marking: Annotated[str | None, typer.Option(help="Handling marking of all that is shown and handed out.")] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Let nobody save briefs.")] = False,
) -> None:
    """Serve the map on http://localhost:8501."""
    from libyamap.serve import serve as run  # noqa: PLC0415 - Streamlit takes a second to import

    open_dataset(data_dir)
    run(data=data_dir, host=host, port=port, embed_in=embed_in or (), marking=marking, read_only=read_only)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; errors become a sentence on standard error and an exit code."""
    try:
        app(args=arguments)
    except (ViewError, WrongUseError) as error:
        return _refuse(error, WRONG_USE)
    except LibyamapError as error:
        return _refuse(error, FELL_SHORT)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    return 0


def _refuse(error: LibyamapError, code: int, lang: str = "en") -> int:
    typer.echo(error.sentence(lang), err=True)
    return code


def _summary(dataset: Dataset, lang: str) -> str:
    counted = {
        "claims": len(dataset.claims),
        "features": len(dataset.features),
        "places": len(dataset.places),
        "actors": len(dataset.actors),
        "notes": len(dataset.notes),
        "sources": len(dataset.sources),
    }
    checked = message(lang, "cli.validate.ok", n=sum(counted.values()), path=dataset.root, files=len(FILES))
    return checked + "\n" + message(lang, "cli.validate.counts", digest=dataset.digest, **counted)


def _problem(problem: Problem, lang: str) -> dict[str, str]:
    return {
        "file": problem.file,
        "feature": problem.feature,
        "field": problem.field,
        "problem": problem.key,
        "sentence": problem.sentence(lang),
    }
