"""The ids that a brief names, each with the sort of object that it must be of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from libyamap.brief import Brief, Scene
from libyamap.dataset import Dataset
from libyamap.view import View, read_side


@dataclass(frozen=True)
class Reference:
    """An id that a scene names: where, of which sort, and which."""

    scene: str
    field: str
    sort: str
    target: str


def leading_nowhere(brief: Brief, dataset: Dataset) -> tuple[Reference, ...]:
    """The ids that the dataset does not have."""
    return tuple(one for one in references(brief) if not _there(one, dataset))


def references(brief: Brief) -> Iterator[Reference]:
    """Every id that the scenes of a brief name, in their order."""
    for scene in brief.scenes:
        for field, sort, target in _named(scene):
            yield Reference(scene.id, field, sort, target)


def _named(scene: Scene) -> Iterator[tuple[str, str, str]]:
    for number, line in enumerate(scene.lines):
        yield from _each(f"lines.{number}.claims", "claim", line.claims)
    yield from _each("highlighted", "feature", scene.highlighted)
    yield from ((f"made_of.{claim}", "claim", claim) for claim in scene.made_of if claim not in scene.claims)
    view = View.from_query(scene.view)
    yield from _looked_at(view)
    if view.versus is not None:
        yield from _looked_at(read_side(view.versus).view)


def _looked_at(view: View) -> Iterator[tuple[str, str, str]]:
    sorts = {
        "layer": {*(view.layers or ()), *view.order, *(layer for layer, _ in view.opacity)},
        "side": set(view.actors),
        "place": set(view.places),
        "object": {view.selected} if view.selected else set(),
    }
    yield from (("view", sort, target) for sort, targets in sorts.items() for target in sorted(targets))


def _each(field: str, sort: str, ids: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    yield from ((f"{field}.{number}", sort, target) for number, target in enumerate(ids))


def _there(reference: Reference, dataset: Dataset) -> bool:
    match reference.sort:
        case "claim":
            return reference.target in dataset.claims
        case "feature":
            return reference.target in dataset.features
        case "layer":
            return reference.target in dataset.layers
        case "place":
            return reference.target in dataset.places
        case "side":
            return reference.target in dataset.actors or any(g.id == reference.target for g in dataset.actor_groups)
    opened = (dataset.features, dataset.places, dataset.actors, dataset.claims)
    return any(reference.target in some for some in opened)
