"""Time: nothing is confirmed before it began, said before it happened, or later than its source."""

from __future__ import annotations

from collections.abc import Iterator

from libyamap.dataset import Dataset
from libyamap.interval import Bounds, day_number, parse
from libyamap.model import COLLECTION_KINDS, Assertion, Claim, Feature
from libyamap.problems import Problem
from libyamap.validation.objects import CLAIMS, features

LOOKING_AHEAD = frozenset({Assertion.FORECAST, Assertion.REQUESTED, Assertion.ASSESSED, Assertion.DENIED})
"""Assertions that may be made of what has not happened."""


def chronology(dataset: Dataset) -> Iterator[Problem]:
    """Orders of dates that cannot be."""
    for claim in dataset.claims.values():
        yield from (Problem(CLAIMS, claim.id, field, key) for field, key in _of_claim(claim, dataset))
    for file, _, feature in features(dataset):
        yield from (Problem(file, feature.id, field, key) for field, key in _of_feature(feature))


def _of_claim(claim: Claim, dataset: Dataset) -> Iterator[tuple[str, str]]:
    happened, said = _bounds(claim.happened), _bounds(claim.said)
    source = dataset.sources.get(claim.source)
    published = _bounds(source.published) if source else None
    ahead = claim.assertion in LOOKING_AHEAD
    if happened and said and not ahead and said.end_latest < happened.start_earliest:
        yield "said", "said-early"
    if happened and published and not ahead and happened.start_earliest > published.end_latest:
        yield "happened", "after-source"
    if said and said.start_earliest > day_number(claim.recorded):
        yield "recorded", "recorded-early"


def _of_feature(feature: Feature) -> Iterator[tuple[str, str]]:
    properties = feature.properties
    if properties.kind in COLLECTION_KINDS["presence"] and not (properties.when or properties.confirmed):
        yield "when", "presence-undated"
    when, confirmed = _bounds(properties.when), _bounds(properties.confirmed)
    if when and confirmed and confirmed.end_latest < when.start_earliest:
        yield "confirmed", "confirmed-early"


def _bounds(edtf: str | None) -> Bounds | None:
    return parse(edtf).bounds if edtf else None
