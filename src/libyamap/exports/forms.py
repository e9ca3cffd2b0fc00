"""The one table of what can be exported, and who writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Literal

from libyamap.exports import documents
from libyamap.exports.wish import Languages, Options, Style
from libyamap.exports.written import Written
from libyamap.i18n import message
from libyamap.render import data
from libyamap.selection import Selection

Kind = Literal["picture", "document", "data"]


@dataclass(frozen=True, kw_only=True)
class Form:
    """A form of file.

    Attributes
    ----------
    id : str
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
    words : tuple of str
        Keys of its name and of what it is good for, if not of this topic.
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
    words: tuple[str, str] | None = None

    def name(self, lang: str) -> str:
        """What it is called."""
        return message(lang, self.words[0] if self.words else f"export.form.{self.id}")

    def about(self, lang: str) -> str:
        """What it is good for."""
        return message(lang, self.words[1] if self.words else f"export.form.{self.id}.about")

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

_MEDIA_TYPES: Mapping[Literal["png", "svg", "pdf"], str] = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
}

_PICTURES = tuple(
    Form(
        id=form,
        kind="picture",
        suffix=f".{form}",
        media_type=media_type,
        write=_picture(form),
        needs=_STATIC,
        options=_ON_PAPER,
    )
    for form, media_type in _MEDIA_TYPES.items()
)

_DOCUMENTS = (
    Form(
        id="html",
        kind="document",
        suffix=".html",
        media_type="text/html",
        write=documents.html,
        needs=documents.HTML,
        options=("title", "subtitle", "lang", "style", "marking"),
        styles=("light", "dark"),
    ),
    Form(
        id="pptx",
        kind="document",
        suffix=".pptx",
        media_type="application/vnd.openxmlformats-officedocument.presentationml.presentation",
        write=documents.deck,
        needs=documents.DECK,
        options=("lang", "style", "marking"),
    ),
    Form(
        id="report",
        kind="document",
        suffix=".report.pdf",
        media_type="application/pdf",
        write=documents.report,
        needs=documents.REPORT,
        options=("title", "lang", "style", "marking"),
        langs=("ar", "en", "both"),
    ),
)


_LIBRARIES = {"geoparquet": "geopandas"}
"""What not every installation has."""


def _data() -> Iterator[Form]:
    """A form for each format of data that there is, in that module's own words."""
    for one in data.FORMS.values():
        yield Form(
            id=one.name,
            kind="data",
            suffix=one.suffix,
            media_type=one.media_type,
            write=documents.data(one.name),
            options=("marking",),
            needs=_LIBRARIES.get(one.name, data.__name__),
            words=(f"data.form.{one.name}", f"data.purpose.{one.name}"),
        )


FORMS: Mapping[str, Form] = {form.id: form for form in (*_PICTURES, *_DOCUMENTS, *_data())}
"""Every form, by its id, in the order in which they are offered."""


def offered() -> tuple[Form, ...]:
    """The forms whose writers are there."""
    return tuple(form for form in FORMS.values() if form.is_offered)
