"""The evidence model: what a dataset is made of, typed and frozen.

Geometry stands once, in places. Statements stand once, in claims. Features (presence, events,
movements, assessments) tie the two together and are drawn. Everything here is plain data with the
checks that one object can make of itself; what needs a second object is checked in
`libyamap.validation`.

Coordinates are degrees WGS 84 in GeoJSON's order (longitude, latitude); lengths are metres; dates are
EDTF strings read by `libyamap.interval`.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Literal

from geojson_pydantic import LineString, MultiPolygon, Point, Polygon
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from libyamap.interval import UNDATED, Bounds, parse

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]


def _checked_edtf(text: str) -> str:
    parse(text)
    return text


Edtf = Annotated[str, AfterValidator(_checked_edtf)]


class Record(BaseModel):
    """Base of every object of a dataset: frozen, and closed to fields that nobody defined."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Record):
    """One text in the two languages of the map.

    Attributes
    ----------
    ar, en : str
        Arabic and English, saying the same with the same strength.
    """

    ar: Prose
    en: Prose

    def __getitem__(self, lang: str) -> str:
        return self.ar if lang == "ar" else self.en


class Aliases(Record):
    """Other spellings and names, by script."""

    ar: tuple[Prose, ...] = ()
    en: tuple[Prose, ...] = ()


class Precision(StrEnum):
    """How well a location is known, from best to worst."""

    EXACT = "exact"
    VICINITY = "vicinity"
    LOCALITY = "locality"
    AREA = "area"
    SEA = "sea"
    COUNTRY = "country"


class Assertion(StrEnum):
    """In which way a source says what it says."""

    STATED = "stated"
    REPORTED = "reported"
    ASSESSED = "assessed"
    FORECAST = "forecast"
    REQUESTED = "requested"
    DENIED = "denied"


class Reliability(StrEnum):
    """Admiralty reliability of a source; F cannot be judged."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


Credibility = Annotated[int, Field(ge=1, le=6)]
"""Admiralty credibility of a claim: 1 confirmed ... 5 improbable; 6 cannot be judged."""


class PlaceKind(StrEnum):
    """What sort of place it is."""

    BASE = "base"
    HEADQUARTERS = "headquarters"
    CITY = "city"
    TOWN = "town"
    CAPITAL = "capital"
    EMBASSY = "embassy"
    SEA_AREA = "sea-area"
    REGION = "region"
    COUNTRY = "country"
    CONTINENT = "continent"


class FeatureKind(StrEnum):
    """What sort of thing a feature is; each collection holds the kinds of its own."""

    # presence
    FORCES = "forces"
    HEADQUARTERS = "headquarters"
    INFLUENCE = "influence"
    # events
    VISIT = "visit"
    MEETING = "meeting"
    TOUR_STOP = "tour-stop"
    ANNOUNCEMENT = "announcement"
    PORT_CALL = "port-call"
    CAMPAIGN = "campaign"
    WITHDRAWAL = "withdrawal"
    SUPPORT = "support"
    DISASTER = "disaster"
    DEATH = "death"
    # movements
    REDEPLOYMENT = "redeployment"
    JOURNEY = "journey"
    # assessments
    REQUEST = "request"
    PLEDGE = "pledge"
    POSITION = "position"
    PRESSURE = "pressure"
    MOTIVE = "motive"
    RELATION = "relation"
    CONCLUSION = "conclusion"
    FORECAST = "forecast"
    REASON = "reason"


COLLECTION_KINDS: dict[str, frozenset[FeatureKind]] = {
    "presence": frozenset({FeatureKind.FORCES, FeatureKind.HEADQUARTERS, FeatureKind.INFLUENCE}),
    "events": frozenset(
        {
            FeatureKind.VISIT,
            FeatureKind.MEETING,
            FeatureKind.TOUR_STOP,
            FeatureKind.ANNOUNCEMENT,
            FeatureKind.PORT_CALL,
            FeatureKind.CAMPAIGN,
            FeatureKind.WITHDRAWAL,
            FeatureKind.SUPPORT,
            FeatureKind.DISASTER,
            FeatureKind.DEATH,
        }
    ),
    "movements": frozenset({FeatureKind.REDEPLOYMENT, FeatureKind.JOURNEY}),
    "assessments": frozenset(
        {
            FeatureKind.REQUEST,
            FeatureKind.PLEDGE,
            FeatureKind.POSITION,
            FeatureKind.PRESSURE,
            FeatureKind.MOTIVE,
            FeatureKind.RELATION,
            FeatureKind.CONCLUSION,
            FeatureKind.FORECAST,
            FeatureKind.REASON,
        }
    ),
}


# --- who says so -------------------------------------------------------------------------------


class Origin(Record):
    """A lineage: where statements come from. Two voices of one house are one origin.

    Attributes
    ----------
    actor : str, optional
        The actor that speaks, where it is one of the dataset's actors.
    """

    id: Slug
    name: Text
    actor: Slug | None = None
    description: Text | None = None


class Gazetteer(Record):
    """A register of coordinates. Gazetteers of one lineage do not confirm each other."""

    id: Slug
    title: Prose
    lineage: Slug
    licence: Prose


class Source(Record):
    """A document that claims are taken from.

    Attributes
    ----------
    reliability : Reliability
        Admiralty grade, with its basis in words.
    published : str, optional
        EDTF; how it was inferred stands in `dating`.
    paragraphs : int
        Number of locators: non-empty lines, the title being 0.
    """

    id: Slug
    title: Text
    kind: Literal["report", "article", "statement", "dataset", "imagery", "other"]
    language: Literal["ar", "en", "fr", "ru", "tr", "it", "other"]
    publisher: Text | None = None
    author: Text | None = None
    published: Edtf | None = None
    dating: Text | None = None
    url: str | None = None
    paragraphs: Annotated[int, Field(ge=1)]
    reliability: Reliability
    reliability_basis: Text
    description: Text


class Attribution(Record):
    """Who said it, as the source has it.

    Attributes
    ----------
    origin : str
        Id of the `Origin`: the lineage that is counted.
    wording : Text
        How the source names the speaker ("an official close to ...").
    """

    origin: Slug
    wording: Text


class Grade(Record):
    """Credibility of a claim and why: `basis` names an entry of the rubric."""

    credibility: Credibility
    basis: Slug
    note: Text | None = None


class Claim(Record):
    """One statement of one speaker: the unit of evidence.

    Attributes
    ----------
    locator : tuple of int
        Paragraphs of the source, counted from 0 (the title).
    hedge : str, optional
        Entry of the rubric's hedges: the strength of the wording. Both texts use a phrase of it.
    condition : Text, optional
        What the statement depends on.
    happened, said : str, optional
        EDTF: when it happened and when it was said.
    dating : Text, optional
        How a relative or implied date was resolved.
    recorded : date
        When it was entered here.
    actors, places : tuple of str
        Whom and where it is about.
    reason_for : tuple of str
        Claims that this one is given as a reason for.
    """

    id: Slug
    source: Slug
    locator: Annotated[tuple[Annotated[int, Field(ge=0)], ...], Field(min_length=1)]
    attribution: Attribution
    assertion: Assertion
    hedge: Slug | None = None
    condition: Text | None = None
    grade: Grade
    happened: Edtf | None = None
    said: Edtf | None = None
    dating: Text | None = None
    recorded: dt.date
    actors: tuple[Slug, ...] = ()
    places: tuple[Slug, ...] = ()
    reason_for: tuple[Slug, ...] = ()
    text: Text


class Hedge(Record):
    """A strength of wording and the phrases that carry it in either language, rank 1 being weakest."""

    id: Slug
    name: Text
    rank: Annotated[int, Field(ge=1, le=9)]
    phrases: Aliases


class Basis(Record):
    """A reason for a credibility grade, and the grades that it can support."""

    id: Slug
    text: Text
    credibility: Annotated[tuple[Credibility, ...], Field(min_length=1)]


class Rubric(Record):
    """How claims are graded and hedges are rendered."""

    hedges: tuple[Hedge, ...]
    bases: tuple[Basis, ...]


# --- who ---------------------------------------------------------------------------------------


class ActorGroup(Record):
    """A side of the map: an editorial grouping for filters and colours, not a claim."""

    id: Slug
    name: Text
    description: Text


class Role(Record):
    """An office, membership, alliance or other tie of an actor: itself a claim.

    Attributes
    ----------
    of : str, optional
        The actor it is a role in or towards.
    when : str, optional
        EDTF interval, where the source gives one.
    """

    kind: Literal["office", "member", "ally", "representative", "subordinate", "other"]
    title: Text
    of: Slug | None = None
    when: Edtf | None = None
    claims: Annotated[tuple[Slug, ...], Field(min_length=1)]


class Actor(Record):
    """A person, body, force or government that does or says something.

    Attributes
    ----------
    aliases : Aliases
        Other names, and every spelling that the sources use.
    """

    id: Slug
    name: Text
    kind: Literal["person", "government", "institution", "armed-force", "armed-group", "ship", "people"]
    group: Slug
    aliases: Aliases = Aliases()
    roles: tuple[Role, ...] = ()
    description: Text | None = None


# --- where -------------------------------------------------------------------------------------


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


_BY_TYPE = Field(discriminator="type")


class Place(Record):
    """A place as a GeoJSON feature; the only home of geometry."""

    type: Literal["Feature"]
    id: Slug
    geometry: Annotated[Point | Polygon | MultiPolygon, _BY_TYPE]
    properties: PlaceProperties


# --- what is drawn -----------------------------------------------------------------------------


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
    geometry: Annotated[Point | Polygon | MultiPolygon | LineString, _BY_TYPE] | None
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


# --- the files ---------------------------------------------------------------------------------


class LayerGroup(Record):
    """A heading of the layer list."""

    id: Slug
    title: Text


class Layer(Record):
    """One entry of the layer list.

    Attributes
    ----------
    collection : str
        The file under `collections/` that holds its features.
    symbol : str
        Key of the symbology.
    """

    id: Slug
    title: Text
    group: Slug
    collection: Literal["presence", "events", "movements", "assessments"]
    symbol: Slug
    shown: bool = True
    description: Text


class Catalog(Record):
    """The dataset's own description.

    Attributes
    ----------
    as_of : date
        The date that the dataset speaks for; the default of every view.
    home : tuple of float
        Bbox (west, south, east, north) in degrees that a new view shows.
    """

    id: Slug
    title: Text
    description: Text
    version: Prose
    licence: Prose
    attribution: Text
    as_of: dt.date
    home: tuple[float, float, float, float]
    not_known: tuple[Text, ...]
    groups: tuple[LayerGroup, ...]
    layers: tuple[Layer, ...]


class SourcesFile(Record):
    """`sources.json`."""

    sources: tuple[Source, ...]
    origins: tuple[Origin, ...]
    gazetteers: tuple[Gazetteer, ...]


class ActorsFile(Record):
    """`actors.json`."""

    groups: tuple[ActorGroup, ...]
    actors: tuple[Actor, ...]


class ClaimsFile(Record):
    """`claims.json`."""

    claims: tuple[Claim, ...]


class NotesFile(Record):
    """`notes.json`."""

    notes: tuple[Note, ...]


class PlaceCollection(Record):
    """`collections/places.geojson`."""

    type: Literal["FeatureCollection"]
    features: tuple[Place, ...]


class FeatureCollection(Record):
    """Any other file of `collections/`."""

    type: Literal["FeatureCollection"]
    features: tuple[Feature, ...]


FILES: dict[str, type[Record]] = {
    "catalog.json": Catalog,
    "sources.json": SourcesFile,
    "rubric.json": Rubric,
    "actors.json": ActorsFile,
    "claims.json": ClaimsFile,
    "notes.json": NotesFile,
    "collections/places.geojson": PlaceCollection,
    "collections/presence.geojson": FeatureCollection,
    "collections/events.geojson": FeatureCollection,
    "collections/movements.geojson": FeatureCollection,
    "collections/assessments.geojson": FeatureCollection,
}
"""Every file of a dataset and the model it must satisfy, in the order they are read."""


def schemas() -> dict[str, dict[str, Any]]:
    """JSON Schema of every file of a dataset, by file name."""
    return {name: model.model_json_schema() for name, model in FILES.items()}
