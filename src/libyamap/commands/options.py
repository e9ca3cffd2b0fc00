"""What commands have in common: options, exit codes, the form of their output, and how files are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import orjson
import typer

from libyamap.errors import UnpairedPicturesError, UnwritableError
from libyamap.view import View

FELL_SHORT, WRONG_USE = 1, 2


class Form(StrEnum):
    """Forms of output."""

    TEXT = "text"
    JSON = "json"


class Colours(StrEnum):
    """Colours of a picture."""

    LIGHT = "light"
    DARK = "dark"
    PRINT = "print"


class Language(StrEnum):
    """Languages of messages."""

    AR = "ar"
    EN = "en"


Data = Annotated[Path | None, typer.Option("--data", metavar="DIR", help="Another dataset of the same form.")]
Format = Annotated[Form, typer.Option("--format", help="How to print the result.")]
Lang = Annotated[Language, typer.Option("--lang", help="Language of messages.")]


def paired(queries: Sequence[str], files: Sequence[Path]) -> Iterator[tuple[View, Path]]:
    """Each file with its view."""
    if len(queries) not in {1, len(files)}:
        raise UnpairedPicturesError(views=len(queries), files=len(files))
    views = [View.from_query(query) for query in queries]
    return zip(views * len(files) if len(views) == 1 else views, files, strict=True)


def write(file: Path, content: bytes) -> None:
    """Write a file of a reader's, where the reader wants it."""
    try:
        file.write_bytes(content)
    except OSError as error:
        raise UnwritableError(path=file, reason=error.strerror or error) from error


def print_json(content: object) -> None:
    """Print the documented form of a result."""
    print(orjson.dumps(content, option=orjson.OPT_INDENT_2).decode())
