"""Where: the only home of geometry."""

from __future__ import annotations

from typing import Annotated, Literal

from geojson_pydantic import MultiPolygon, Point, Polygon
from pydantic import Field, StringConstraints

from libyamap.model.record import Aliases, Record, Slug, Text
from libyamap.model.terms import PlaceKind, Precision


class Coordinate(Record):
    """What a gazetteer gives for a place, degrees WGS 84."""

    gazetteer: Slug
    lat: Annotated[float, Field(ge=-90, le=90)]
    lon: Annotated[float, Field(ge=-180, le=180)]
    used: bool = False
    note: Text | None = None


class PlaceProperties(Record):
    """What is known of a place beside its geometry.

    Attributes
    ----------
    radius : float, optional
        Metres within which the place lies round its point; none for polygons and countries.
    within : str
        ISO 3166-1 alpha-2 code of the country that holds it, the id of a sea, or `world`.
    """

    kind: PlaceKind
    name: Text
    aliases: Aliases = Aliases()
    precision: Precision
    radius: Annotated[float, Field(gt=0, le=2_000_000)] | None = None
    within: Annotated[str, StringConstraints(pattern=r"^([A-Z]{2}|[a-z0-9-]+)$")]
    coordinates: tuple[Coordinate, ...] = ()
    outline_basis: Text | None = None
    claims: tuple[Slug, ...] = ()
    description: Text | None = None


class Place(Record):
    """A place as a GeoJSON feature; the only home of geometry."""

    type: Literal["Feature"]
    id: Slug
    geometry: Annotated[Point | Polygon | MultiPolygon, Field(discriminator="type")]
    properties: PlaceProperties
