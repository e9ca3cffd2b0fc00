"""The View: one frozen object that says what is looked at, and its permalink.

The permalink's parameters are fixed: an address made by any release is understood by all later ones.
Parameters stand in one order, defaults are left out (the language is always written), lists are joined by
commas and sorted (but for `order`, whose order is what it says), so that one view has one address.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from urllib.parse import parse_qsl, quote

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, model_validator

from libyamap.drawings import checked
from libyamap.errors import ViewError
from libyamap.i18n import Lang
from libyamap.model import Assertion, Credibility, FeatureKind, Precision, Reliability, Slug

Theme = Literal["light", "dark"]
Location = Precision | Literal["none"]
"""Precision of a feature's location; `none` is what the sources give no place for."""

MAX_ZOOM = 18
MAX_TEXT = 200
VERSUS = "vs"
"""Parameter that holds the query of the side to compare with."""
STANDS, FIRST = "side", "1"
"""Parameter within it, and its value where that side stands first."""
OPAQUE = 100
"""Opacity, in percent, of a layer that nothing is said of."""


def _pairs(opacity: object) -> object:
    return tuple(opacity.items()) if isinstance(opacity, Mapping) else opacity


def _seen_through(opacity: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    """Sorted by layer; of a repeated layer the last counts, and opaque ones need no mention."""
    return tuple(sorted((layer, percent) for layer, percent in dict(opacity).items() if percent != OPAQUE))


def _whole_side(query: str) -> str:
    """The query of a side in its canonical form, if nothing of it is refused."""
    side = read_side(query)
    if side.refused:
        raise ValueError(query)
    return side.query()


_once = AfterValidator(lambda values: tuple(dict.fromkeys(values)))
_sorted_once = AfterValidator(lambda values: tuple(sorted(set(values))))
_to_4_decimals = AfterValidator(lambda degrees: round(degrees, 4) + 0.0)
_to_2_decimals = AfterValidator(lambda level: round(level, 2) + 0.0)
_spaces_once = AfterValidator(lambda text: " ".join(text.split()))

Latitude = Annotated[float, Field(ge=-90, le=90), _to_4_decimals]
Longitude = Annotated[float, Field(ge=-180, le=180), _to_4_decimals]
Percent = Annotated[int, Field(ge=0, le=OPAQUE)]
Opacity = Annotated[
    tuple[tuple[Slug, Percent], ...],
    BeforeValidator(_pairs),
    AfterValidator(_seen_through),
    PlainSerializer(dict, return_type=dict[str, int]),
]
"""Layers that are seen through, with their opacity in percent; a mapping in JSON."""


class View(BaseModel):
    """What is looked at.

    Attributes
    ----------
    center : tuple of float, optional
        Latitude and longitude in degrees WGS 84, to 4 decimals (11 m); the dataset's home if None.
    zoom : float, optional
        Leaflet's zoom level, to 2 decimals.
    layers : tuple of str, optional
        Ids of the layers shown; the catalog's default if None.
    first, last : date, optional
        The interval, edges inclusive; all of time where None.
    certain : bool
        Leave out what is only possibly inside the interval.
    as_of : date, optional
        The first clock: confirmation fades towards this date, the dataset's if None, and claims said after it are
        unknown.
    kinds, actors, places, assertions, precisions : tuple
        What to keep; all if empty. Actors may be groups.
    reliability, credibility : optional
        The least grade that a claim must have.
    ungraded : bool
        Keep claims whose reliability (F) or credibility (6) cannot be judged.
    lineages : int
        The least number of independent origins that a feature must rest on.
    text : str
        Words to find, in either language.
    selected : str, optional
        Id of the feature, place, actor or claim that is open.
    order : tuple of str
        Ids of the layers drawn on top, the topmost first; all others follow in the dataset's own order.
    opacity : tuple of pairs
        Layers that are seen through, each with its opacity in percent; a mapping will do.
    recorded : date, optional
        The second clock: claims that were entered here after this date are unknown.
    drawings : str
        What the analyst drew, in the map application's own form; see `drawings.py`.
    versus : str, optional
        What stands beside it to be compared with: the query of another side's layers, interval and filters, with
        `side=1` where that stands first. Nothing is compared if None; see `contrast.py`.
    marking : str, optional
        Handling marking; part of a scene, never of an address.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    lang: Lang = "en"
    theme: Theme = "light"
    center: tuple[Latitude, Longitude] | None = None
    zoom: Annotated[float, Field(ge=0, le=MAX_ZOOM), _to_2_decimals] | None = None
    layers: Annotated[tuple[Slug, ...], _sorted_once] | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    as_of: dt.date | None = None
    kinds: Annotated[tuple[FeatureKind, ...], _sorted_once] = ()
    actors: Annotated[tuple[Slug, ...], _sorted_once] = ()
    places: Annotated[tuple[Slug, ...], _sorted_once] = ()
    assertions: Annotated[tuple[Assertion, ...], _sorted_once] = ()
    reliability: Reliability | None = None
    credibility: Credibility | None = None
    ungraded: bool = True
    lineages: Annotated[int, Field(ge=1, le=99)] = 1
    precisions: Annotated[tuple[Location, ...], _sorted_once] = ()
    text: Annotated[str, Field(max_length=MAX_TEXT), _spaces_once] = ""
    selected: Slug | None = None
    certain: bool = False
    order: Annotated[tuple[Slug, ...], _once] = ()
    opacity: Opacity = ()
    recorded: dt.date | None = None
    drawings: Annotated[str, AfterValidator(checked)] = ""
    versus: Annotated[str, AfterValidator(_whole_side)] | None = None
    marking: Annotated[str, Field(max_length=MAX_TEXT)] | None = None

    @model_validator(mode="after")
    def _in_order(self) -> View:
        if self.first and self.last and self.first > self.last:
            raise ValueError("from-after-to")
        return self

    @classmethod
    def from_query(cls, query: str) -> View:
        """Read a permalink's query.

        Raises
        ------
        ViewError
            If a parameter's value is none that it can have; names all such parameters.
        """
        reading = read_query(query)
        if reading.refused:
            raise ViewError(parameters=", ".join(reading.refused))
        return reading.view

    def query(self) -> str:
        """The permalink's query, in its one canonical form."""
        written = ((parameter.name, parameter.write(self)) for parameter in PARAMETERS)
        return "&".join(f"{name}={quote(value, safe=',.:-')}" for name, value in written if value is not None)

    def filters(self) -> str:
        """The part of the query that decides a Selection: no language, theme, viewport, layers or interval."""
        return View(**{name: getattr(self, name) for name in FILTERS}).query().partition("&")[2]


FILTERS = (
    "as_of", "kinds", "actors", "assertions",
    "reliability", "credibility", "ungraded", "lineages", "precisions", "text", "places", "recorded",
)  # fmt: skip
"""Fields of a View that decide a Selection."""

SIDE = ("layers", "first", "last", *FILTERS, "certain")
"""Fields of a View in which two sides that are compared may differ; all others they have in common."""


@dataclass(frozen=True)
class Reading:
    """A query as read: the view, and the parameters whose values were refused and so left at their defaults."""

    view: View
    refused: tuple[str, ...]


@dataclass(frozen=True)
class Parameter:
    """One parameter of the permalink: its name, the View's field, and both directions."""

    name: str
    field: str
    read: Callable[[str], Any]
    write_value: Callable[[Any], str]
    always: bool = False

    def write(self, view: View) -> str | None:
        """The parameter's value for `view`, or None where it is the default."""
        value = getattr(view, self.field)
        if value == View.model_fields[self.field].default and not self.always:
            return None
        return self.write_value(value)


def read_query(query: str) -> Reading:
    """Read a query, leaving what is unknown and setting aside what is refused.

    What is refused of a side that is compared with is named behind `vs.`, as in `vs.from`.
    """
    given = _given(query)
    read = _read(given, PARAMETERS)
    beside = (f"{VERSUS}.{name}" for name in read_side(given.get(VERSUS, "")).refused)
    return Reading(read.view, (*read.refused, *beside))


@dataclass(frozen=True)
class Side:
    """One of two sides as read: its view, whether it stands first, and the parameters that were refused."""

    view: View
    first: bool
    refused: tuple[str, ...]

    def query(self) -> str:
        """The side's query, in its one canonical form."""
        own = View(**{name: getattr(self.view, name) for name in SIDE}).query().partition("&")[2]
        return "&".join(part for part in (own, f"{STANDS}={FIRST}" if self.first else "") if part)


def read_side(query: str) -> Side:
    """Read the query of a side, leaving what is not a side's own: no side has another beside it."""
    given = _given(query)
    read = _read(given, tuple(parameter for parameter in PARAMETERS if parameter.field in SIDE))
    stands = given.get(STANDS)
    refused = read.refused if stands in {None, FIRST} else (*read.refused, STANDS)
    return Side(read.view, stands == FIRST, refused)


def _given(query: str) -> Mapping[str, str]:
    return dict(parse_qsl(query.removeprefix("?"), keep_blank_values=True))


def _read(given: Mapping[str, str], parameters: tuple[Parameter, ...]) -> Reading:
    values: dict[str, Any] = {}
    refused: list[str] = []
    for parameter in parameters:
        if parameter.name not in given:
            continue
        try:
            value = {parameter.field: parameter.read(given[parameter.name])}
            values[parameter.field] = getattr(View(**value), parameter.field)
        except ValueError:
            refused.append(parameter.name)
    if values.get("first") and values.get("last") and values["first"] > values["last"]:
        refused += ["from", "to"]
        del values["first"], values["last"]
    return Reading(View(**values), tuple(refused))


_NUMBER = re.compile(r"-?\d{1,3}(\.\d{1,10})?", re.ASCII)
_FLAG = re.compile(r"[01]", re.ASCII)
_WHOLE = re.compile(r"\d{1,2}", re.ASCII)
_PERCENT = re.compile(r"\d{1,3}", re.ASCII)
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _matched(pattern: re.Pattern[str], text: str) -> str:
    if not pattern.fullmatch(text):
        raise ValueError(text)
    return text


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(_number(part) for part in text.split(","))


def _number(text: str) -> float:
    return float(_matched(_NUMBER, text))


def _whole(text: str) -> int:
    return int(_matched(_WHOLE, text))


def _date(text: str) -> dt.date:
    return dt.date.fromisoformat(_matched(_ISO_DATE, text))


def _list(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(",") if part)


def _percents(text: str) -> tuple[tuple[str, int], ...]:
    return tuple(_percent(part) for part in _list(text))


def _percent(text: str) -> tuple[str, int]:
    layer, _, percent = text.partition(":")
    return layer, int(_matched(_PERCENT, percent))


def _flag(text: str) -> bool:
    return _matched(_FLAG, text) == "1"


def _written_numbers(values: tuple[float, float]) -> str:
    return ",".join(_written_number(value, 4) for value in values)


def _written_percents(opacity: tuple[tuple[str, int], ...]) -> str:
    return ",".join(f"{layer}:{percent}" for layer, percent in opacity)


def _written_number(value: float, decimals: int) -> str:
    return f"{value:.{decimals}f}".rstrip("0").rstrip(".")


PARAMETERS: tuple[Parameter, ...] = (
    Parameter("lang", "lang", str, str, always=True),
    Parameter("theme", "theme", str, str),
    Parameter("c", "center", _numbers, _written_numbers),
    Parameter("z", "zoom", _number, lambda zoom: _written_number(zoom, 2)),
    Parameter("layers", "layers", _list, ",".join),
    Parameter("from", "first", _date, dt.date.isoformat),
    Parameter("to", "last", _date, dt.date.isoformat),
    Parameter("asof", "as_of", _date, dt.date.isoformat),
    Parameter("kinds", "kinds", _list, ",".join),
    Parameter("actors", "actors", _list, ",".join),
    Parameter("assertion", "assertions", _list, ",".join),
    Parameter("rel", "reliability", str, str),
    Parameter("cred", "credibility", _whole, str),
    Parameter("ungraded", "ungraded", _flag, lambda value: str(int(value))),
    Parameter("sources", "lineages", _whole, str),
    Parameter("prec", "precisions", _list, ",".join),
    Parameter("q", "text", str, str),
    Parameter("sel", "selected", str, str),
    Parameter("certain", "certain", _flag, lambda value: str(int(value))),
    Parameter("order", "order", _list, ",".join),
    Parameter("opacity", "opacity", _percents, _written_percents),
    Parameter("places", "places", _list, ",".join),
    Parameter("d", "drawings", str, str),
    Parameter("rec", "recorded", _date, dt.date.isoformat),
    Parameter(VERSUS, "versus", lambda query: read_side(query).query(), str),
)
"""Every parameter of the permalink, in the order in which it is written."""

PARAMETERS_BY_NAME: Mapping[str, Parameter] = {parameter.name: parameter for parameter in PARAMETERS}
