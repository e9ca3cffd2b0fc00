"""What commands have in common: options, exit codes, the form of their output."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import orjson
import typer

FELL_SHORT, WRONG_USE = 1, 2


class Form(StrEnum):
    """Forms of output."""

    TEXT = "text"
    JSON = "json"


class Language(StrEnum):
    """Languages of messages."""

    AR = "ar"
    EN = "en"


Data = Annotated[Path | None, typer.Option("--data", metavar="DIR", help="Another dataset of the same form.")]
Format = Annotated[Form, typer.Option("--format", help="How to print the result.")]
Lang = Annotated[Language, typer.Option("--lang", help="Language of messages.")]


def print_json(content: object) -> None:
    """Print the documented form of a result."""
    print(orjson.dumps(content, option=orjson.OPT_INDENT_2).decode())
