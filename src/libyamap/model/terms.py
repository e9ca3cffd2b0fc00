"""Terms of the evidence model: precisions, assertions, grades, kinds."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field


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
    # events of large sets
    BATTLE = "battle"
    EXPLOSION = "explosion"
    VIOLENCE = "violence"
    PROTEST = "protest"
    RIOT = "riot"
    DEVELOPMENT = "development"
    EVENT = "event"
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
            FeatureKind.BATTLE,
            FeatureKind.EXPLOSION,
            FeatureKind.VIOLENCE,
            FeatureKind.PROTEST,
            FeatureKind.RIOT,
            FeatureKind.DEVELOPMENT,
            FeatureKind.EVENT,
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
