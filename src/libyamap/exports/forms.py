"""The one table of what can be exported, and who writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import Literal, Protocol

from libyamap.exports.wish import Languages, Options, Style
from libyamap.selection import Selection

Kind = Literal["picture", "document", "data"]


class Loss(Protocol):
    """Something that a form cannot hold."""

    def sentence(self, lang: str) -> str:
        """It in words."""


@dataclass(frozen=True)
class Written:
    """A file.

    Attributes
    ----------
    content : bytes
    losses : sequence of Loss
        What its form could not hold.
    beside : mapping of str to bytes
        Files that belong beside it, by what follows its name without its own suffix.
    """

    content: bytes
    losses: Sequence[Loss] = ()
    beside: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Form:
    """A form of file.

    Attributes
    ----------
    id : str
        `export.form.<id>` in `locale/` is its name, `export.form.<id>.about` says what it is good for.
    kind : str
    suffix : str
        Of its files' names, with the dot.
    media_type : str
    write : callable
        Makes the file of a selection.
    needs : str
        Module without which it is not offered.
    options : tuple of str
        Fields of `Options` that it takes.
    styles : tuple of str
        The styles that it has.
    langs : tuple of str
        The languages that it has.
    """

    id: str
    kind: Kind
    suffix: str
    media_type: str
    write: Callable[[Selection, Options], Written]
    needs: str
    options: tuple[str, ...] = ()
    styles: tuple[Style, ...] = ("light", "dark", "print")
    langs: tuple[Languages, ...] = ("ar", "en")

    @property
    def is_offered(self) -> bool:
        """Whether who writes it is there."""
        return find_spec(self.needs) is not None

    @property
    def is_sketched(self) -> bool:
        """Whether a small picture can show how it will be."""
        return self.kind == "picture"


def _picture(form: Literal["png", "svg", "pdf"]) -> Callable[[Selection, Options], Written]:
    def write(selection: Selection, options: Options) -> Written:
        from libyamap.exports.pictures import picture  # noqa: PLC0415 - matplotlib takes half a second to import

        return Written(picture(selection, form, options))

    return write


_STATIC = "libyamap.render.static"
_ON_PAPER = ("size", "title", "subtitle", "lang", "style", "marking")

FORMS: Mapping[str, Form] = {
    form.id: form
    for form in (
        Form(
            id="png",
            kind="picture",
            suffix=".png",
            media_type="image/png",
            write=_picture("png"),
            needs=_STATIC,
            options=_ON_PAPER,
        ),
        Form(
            id="svg",
            kind="picture",
            suffix=".svg",
            media_type="image/svg+xml",
            write=_picture("svg"),
            needs=_STATIC,
            options=_ON_PAPER,
        ),
        Form(
            id="pdf",
            kind="picture",
            suffix=".pdf",
            media_type="application/pdf",
            write=_picture("pdf"),
            needs=_STATIC,
            options=_ON_PAPER,
        ),
    )
}
"""Every form, by its id, in the order in which they are offered."""


def offered() -> tuple[Form, ...]:
    """The forms whose writers are there."""
    return tuple(form for form in FORMS.values() if form.is_offered)
