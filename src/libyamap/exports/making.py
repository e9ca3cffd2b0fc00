"""Exports made: a selection as a file, or as a small picture of how the file will be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from libyamap.brief import Brief
from libyamap.dataset import Dataset
from libyamap.exports.forms import FORMS, Form
from libyamap.exports.naming import file_name
from libyamap.exports.refusals import WishError
from libyamap.exports.wish import Options, Wish
from libyamap.exports.written import Loss, Written
from libyamap.i18n import LANGUAGES
from libyamap.selection import Selection, select
from libyamap.view import View

ZIP = ".zip"
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Exported:
    """A file that was made.

    Attributes
    ----------
    content : bytes
    name : str
        What it is called.
    media_type : str
    losses : tuple of mapping
        What its form could not hold, each in both languages.
    """

    content: bytes
    name: str
    media_type: str
    losses: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True)
class Sketch:
    """How a file will be.

    Attributes
    ----------
    picture : bytes
        PNG; empty where the form is none that is seen.
    name : str
        What the file will be called.
    title, subtitle : str
        What it says where the reader says nothing of their own.
    """

    picture: bytes
    name: str
    title: str
    subtitle: str


def selected(dataset: Dataset, wish: Wish) -> Selection:
    """What is looked at, by a wish.

    Where the map is, and what is drawn on it, is taken as precisely as the screen has it: an address rounds the one,
    and may have no room for the other.
    """
    view = View.from_query(wish.query)
    changes: dict[str, object] = {"marking": wish.marking or None}
    if wish.lang in LANGUAGES:
        changes["lang"] = wish.lang
    if wish.style in {"light", "dark"}:
        changes["theme"] = wish.style
    if wish.drawings is not None:
        changes["drawings"] = wish.drawings
    if wish.extent:
        changes |= {"center": (wish.extent.lat, wish.extent.lon), "zoom": wish.extent.zoom}
    found = select(dataset, view.model_copy(update=changes))
    if wish.only is None:
        return found
    return replace(found, items=tuple(item for item in found.items if item.feature.id in wish.only))


def export(selection: Selection, form: str, options: Options | None = None) -> Exported:
    """A selection as a file.

    Parameters
    ----------
    form : str
        Which of `FORMS`.
    options : Options, optional
        What is said of it.

    Raises
    ------
    WishError
        If there is no such form.
    """
    options, written_as = options or Options(), form_named(form)
    written = written_as.write(selection, options)
    name = file_name(selection, written_as, options)
    losses = tuple(_said(loss) for loss in written.losses)
    if written.beside:
        stem = name.removesuffix(written_as.suffix)
        return Exported(_packed(stem, written_as, written), stem + ZIP, "application/zip", losses)
    return Exported(written.content, name, written_as.media_type, losses)


def packed(dataset: Dataset, brief: Brief, options: Options) -> Exported:
    """A brief as a pack, in both languages.

    Raises
    ------
    EmptyBriefError
        If it has no scene.
    """
    from libyamap import pack  # noqa: PLC0415 - takes in every renderer that there is

    marking, theme = options.marking or None, options.style or "light"
    content = pack.pack(brief, dataset, theme=theme, marking=marking)
    return Exported(content, pack.name(brief, dataset, marking=marking), "application/zip")


def sketch(selection: Selection, form: str, options: Options, *, width: int) -> Sketch:
    """How a file will be, as a picture of a width in pixels.

    Raises
    ------
    WishError
        If there is no such form.
    """
    from libyamap.exports import pictures  # noqa: PLC0415 - matplotlib takes half a second to import

    drawn_as = form_named(form)
    picture = pictures.small(selection, options, width) if drawn_as.is_sketched else b""
    return Sketch(picture, file_name(selection, drawn_as, options), *pictures.headings(selection))


def form_named(form: str) -> Form:
    """The form of an id.

    Raises
    ------
    WishError
        If there is none, or none who writes it.
    """
    found = FORMS.get(form)
    if found is None or not found.is_offered:
        raise WishError(field="form")
    return found


def _said(loss: Loss) -> Mapping[str, str]:
    return {lang: loss.sentence(lang) for lang in LANGUAGES}


def _packed(stem: str, form: Form, written: Written) -> bytes:
    """A file and what belongs beside it, in an archive that is the same each time."""
    target = BytesIO()
    files = {stem + form.suffix: written.content}
    files |= {stem + ending: content for ending, content in written.beside.items()}
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for member, content in files.items():
            archive.writestr(ZipInfo(member, _FIRST_DAY_OF_ZIP), content, ZIP_DEFLATED)
    return target.getvalue()
