"""What is drawn: presence, events, movements, assessments; and notes on what is left open."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from geojson_pydantic import LineString, MultiPolygon, Point, Polygon
from pydantic import Field

from libyamap.interval import UNDATED, Bounds, parse
from libyamap.model.record import Edtf, Record, Slug, Text
from libyamap.model.terms import COLLECTION_KINDS, FeatureKind


class Part(Record):
    """An actor's part in a feature."""

    actor: Slug
    role: Literal["subject", "visitor", "host", "party", "speaker", "addressee", "present", "mentioned", "opponent"] = (
        "subject"
    )


class Strength(Record):
    """How many, as a range: `[None, 1000]` is "no more than 1,000".

    Attributes
    ----------
    of : str
        Id of the place that the figure was said of; it holds for no smaller one.
    """

    least: Annotated[int, Field(ge=0)] | None = None
    most: Annotated[int, Field(ge=0)] | None = None
    unit: Literal["fighters", "troops", "aircraft", "vehicles", "ships", "people"]
    of: Slug
    claims: Annotated[tuple[Slug, ...], Field(min_length=1)]


class Tie(Record):
    """A relation to another feature."""

    feature: Slug
    relation: Literal[
        "part-of", "follows", "announces", "possibly-same-as", "reason-for", "condition-of", "answers", "about"
    ]


class FeatureProperties(Record):
    """What a drawn feature says.

    Attributes
    ----------
    place : str, optional
        Where it is drawn; none for movements and for what the source gives no place for.
    about : tuple of str
        Other places that it is about.
    origin, destination : str, optional
        Ends of a movement, either of which may be unknown.
    when : str, optional
        EDTF; none where the source gives no date. A set dates the beginning of a presence.
    confirmed : str, optional
        EDTF: when a presence was last confirmed.
    declared : bool, optional
        Whether the presence is officially acknowledged.
    """

    layer: Slug
    kind: FeatureKind
    title: Text
    place: Slug | None = None
    about: tuple[Slug, ...] = ()
    origin: Slug | None = None
    destination: Slug | None = None
    actors: tuple[Part, ...] = ()
    when: Edtf | None = None
    confirmed: Edtf | None = None
    declared: bool | None = None
    strength: Strength | None = None
    claims: Annotated[tuple[Slug, ...], Field(min_length=1)]
    ties: tuple[Tie, ...] = ()


class Feature(Record):
    """A feature of presence, events, movements or assessments, as GeoJSON.

    The geometry is a copy that `libyamap format` writes: the place's, or a movement's line from origin
    to destination (its known end where the other is unknown), or null.
    """

    type: Literal["Feature"]
    id: Slug
    geometry: Annotated[Point | Polygon | MultiPolygon | LineString, Field(discriminator="type")] | None
    properties: FeatureProperties

    @property
    def lasts(self) -> bool:
        """Whether it is a state, a presence, and not a happening."""
        return self.properties.kind in COLLECTION_KINDS["presence"]

    @cached_property
    def bounds(self) -> Bounds:
        """Four day numbers of `when`; a presence lasts at least until it was last confirmed."""
        return self.bounded(self.properties.when, self.properties.confirmed)

    def bounded(self, when: str | None, confirmed: str | None) -> Bounds:
        """Four day numbers that it would have with these dates instead of its own."""
        bounds = self._dated(when)
        return bounds.lasting_until(parse(confirmed).bounds) if confirmed else bounds

    def _dated(self, when: str | None) -> Bounds:
        if when is None:
            return UNDATED
        expression = parse(when)
        return expression.begun if self.lasts else expression.bounds


class Note(Record):
    """What the sources leave open, contradict, or make us infer; shown on all that it touches."""

    id: Slug
    kind: Literal["ambiguity", "contradiction", "dating", "gap", "spelling", "location"]
    text: Text
    locator: tuple[int, ...] = ()
    touches: Annotated[tuple[Slug, ...], Field(min_length=1)]
