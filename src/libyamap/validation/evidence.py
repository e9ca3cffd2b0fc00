"""Claims and what rests on them: grades, locators, kinds and layers, reasons, nothing unused."""

from __future__ import annotations

from collections.abc import Iterator

from libyamap.dataset import Dataset
from libyamap.model import COLLECTION_KINDS, Claim, Feature
from libyamap.problems import Problem
from libyamap.records import Gaps
from libyamap.validation.objects import ACTORS, CLAIMS, COLLECTIONS, NOTES, PLACES, features


def evidence(dataset: Dataset) -> Iterator[Problem]:
    """What is wrong with claims, and with notes and features as their users."""
    for claim in dataset.claims.values():
        yield from (Problem(CLAIMS, claim.id, *found) for found in _of_claim(claim, dataset))
    last = max((source.paragraphs - 1 for source in dataset.sources.values()), default=None)
    for note in dataset.notes:
        yield from (Problem(NOTES, note.id, *found) for found in _beyond(note.locator, last))
    for file, collection, feature in features(dataset):
        yield from (Problem(file, feature.id, *found) for found in _of_feature(feature, collection, dataset))


def unused(dataset: Dataset, gaps: Gaps) -> Iterator[Problem]:
    """Claims on which nothing rests, unless what may rest on them could not be read."""
    if gaps.unread.intersection((ACTORS, PLACES, *COLLECTIONS)):
        return
    used = _used(dataset) | gaps.aside
    yield from (Problem(CLAIMS, claim, "", "unused-claim") for claim in dataset.claims if claim not in used)


Fault = tuple[str, str, dict[str, object]]
"""Field, key and parameters of a problem whose object is known."""


def _of_claim(claim: Claim, dataset: Dataset) -> Iterator[Fault]:
    source, basis = dataset.sources.get(claim.source), dataset.bases.get(claim.grade.basis)
    yield from _beyond(claim.locator, source.paragraphs - 1 if source else None)
    if basis and claim.grade.credibility not in basis.credibility:
        yield "grade", "basis", {"basis": basis.id, "credibility": claim.grade.credibility}
    if _leads_to(claim, claim.id, dataset, frozenset()):
        yield "reason_for", "reason-cycle", {}


def _beyond(locators: tuple[int, ...], last: int | None) -> Iterator[Fault]:
    for index, locator in enumerate(locators):
        if last is not None and locator > last:
            yield f"locator.{index}", "locator", {"last": last, "given": locator}


def _leads_to(claim: Claim, target: str, dataset: Dataset, seen: frozenset[str]) -> bool:
    if claim.id in seen:
        return False
    path = seen | {claim.id}
    reasons = (dataset.claims[reason] for reason in claim.reason_for if reason in dataset.claims)
    return any(reason.id == target or _leads_to(reason, target, dataset, path) for reason in reasons)


def _of_feature(feature: Feature, collection: str, dataset: Dataset) -> Iterator[Fault]:
    properties = feature.properties
    layer = dataset.layers.get(properties.layer)
    if layer and layer.collection != collection:
        yield "layer", "wrong-layer", {"layer": layer.id, "collection": layer.collection}
    if properties.kind not in COLLECTION_KINDS[collection]:
        yield "kind", "wrong-kind", {"kind": str(properties.kind)}
    for index, tie in enumerate(properties.ties):
        if tie.feature == feature.id:
            yield f"ties.{index}", "self-tie", {}
    strength = properties.strength
    if strength and strength.least is not None and strength.most is not None and strength.least > strength.most:
        yield "strength", "strength-order", {}


def _used(dataset: Dataset) -> frozenset[str]:
    used = {claim for feature in dataset.features.values() for claim in feature.properties.claims}
    used |= {claim for actor in dataset.actors.values() for role in actor.roles for claim in role.claims}
    used |= {claim for place in dataset.places.values() for claim in place.properties.claims}
    return frozenset(used)
