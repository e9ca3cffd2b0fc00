"""What is wished for: what is looked at, in which form, and with what of the reader's own on it."""

from __future__ import annotations

from typing import Annotated, Literal

import pydantic
from pydantic import BaseModel, Field
from pydantic_core import ErrorDetails

from libyamap.brief import Brief
from libyamap.drawings import checked_form
from libyamap.errors import LibyamapError
from libyamap.exports.refusals import PaperWishError, TooLongError, WishError
from libyamap.view import MAX_ZOOM, read_query

MOST_TITLE, MOST_SUBTITLE, MOST_MARKING = 200, 600, 80
"""Characters."""
MOST_QUERY = 40_000
MOST_FEATURES = 200_000
NARROWEST_SKETCH, WIDEST_SKETCH = 160, 1600
"""Pixels of a sketch's width."""

PACK = "pack"
"""The form of a brief that is handed over whole; it has no view, and stands beside the table of forms."""

Style = Literal["light", "dark", "print"]
Languages = Literal["ar", "en", "both"]


class Extent(BaseModel, frozen=True, extra="forbid"):
    """The part of the map that a reader sees.

    Attributes
    ----------
    lat, lon : float
        Its middle, as precisely as the screen has it; longitudes may run on beyond 180.
    zoom : float
        Leaflet's zoom level.
    width, height : float
        Its size in CSS pixels.
    """

    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Annotated[float, Field(ge=-36_000, le=36_000)]
    zoom: Annotated[float, Field(ge=0, le=MAX_ZOOM)]
    width: Annotated[float, Field(ge=1, le=20_000)]
    height: Annotated[float, Field(ge=1, le=20_000)]


def _paper(size: str) -> str:
    from libyamap.render.static.paper import Paper  # noqa: PLC0415 - comes with matplotlib, which takes half a second

    Paper.named(size)
    return size


class Options(BaseModel, frozen=True, extra="forbid"):
    """What can be said of an export; a form takes some of it.

    Attributes
    ----------
    size : str
        As `render.static` names pages: "hd", "a4-portrait", "1500x1000".
    title, subtitle : str, optional
        Instead of the dataset's title and of the sentence that says what is shown; an empty one leaves it out.
    lang : str, optional
        `ar`, `en`, or `both` where a form has room for both; the view's if None.
    style : str, optional
        `light`, `dark` or `print`; the view's theme if None.
    marking : str
        Handling marking; none if empty.
    extent : Extent, optional
        What is to be seen of the map; the view's centre and zoom if None.
    """

    size: Annotated[str, Field(max_length=20), pydantic.AfterValidator(_paper)] = "hd"
    title: Annotated[str, Field(max_length=MOST_TITLE)] | None = None
    subtitle: Annotated[str, Field(max_length=MOST_SUBTITLE)] | None = None
    lang: Languages | None = None
    style: Style | None = None
    marking: Annotated[str, Field(max_length=MOST_MARKING), pydantic.AfterValidator(str.strip)] = ""
    extent: Extent | None = None


def _understood(query: str) -> str:
    if read_query(query).refused:
        raise ValueError(query)
    return query


class Wish(Options, frozen=True, extra="forbid"):
    """An export that somebody wishes for.

    Attributes
    ----------
    form : str
        Which of `FORMS`.
    query : str
        The permalink's query of what is looked at.
    drawings : str, optional
        All drawings, where the query has no room for them.
    only : set of str, optional
        Ids of the features that are shown, where drawings leave out what is not inside of them.
    digest : str, optional
        Of the dataset that is on the screen; the newest if None.
    brief : Brief, optional
        What is packed, where the form is `PACK`, as whoever writes it has it.
    sketch : int, optional
        Pixels of the width of a small picture of the page that is wanted, instead of the file.
    """

    form: Annotated[str, Field(max_length=40)]
    query: Annotated[str, Field(max_length=MOST_QUERY), pydantic.AfterValidator(_understood)] = ""
    drawings: Annotated[str, Field(max_length=MOST_QUERY), pydantic.AfterValidator(checked_form)] | None = None
    only: Annotated[frozenset[str], Field(max_length=MOST_FEATURES)] | None = None
    digest: Annotated[str, Field(max_length=64)] | None = None
    brief: Brief | None = None
    sketch: Annotated[int, Field(ge=NARROWEST_SKETCH, le=WIDEST_SKETCH)] | None = None

    @property
    def options(self) -> Options:
        """What is said of the export."""
        return Options(**{name: getattr(self, name) for name in Options.model_fields})


def wished(told: object) -> Wish:
    """Read a wish from plain data.

    Raises
    ------
    WishError
        If something of it cannot be; names the first such field.
    """
    try:
        return Wish.model_validate(told)
    except pydantic.ValidationError as error:
        raise _refusal(error.errors()[0]) from None


def _refusal(fault: ErrorDetails) -> WishError:
    field = str(fault["loc"][0]) if fault["loc"] else ""
    if field not in Wish.model_fields:
        return WishError(field="wish")
    context = fault.get("ctx", {})
    if fault["type"] == "string_too_long":
        return TooLongError(field=field, most=context["max_length"])
    reason = context.get("error")
    if isinstance(reason, LibyamapError):
        return PaperWishError(field=field, **reason.params)
    return WishError(field=field)
