"""An excerpt: what filters leave of a dataset, and nothing else, for files that are handed on.

Who is given a filtered file is not to find in it what was filtered away: features outside the filters are not in it,
nor the claims, sources, places and actors that only they use. Where the view's clocks let claims be unknown, a feature
has the dates that those known tell. Layers and interval are no filters: what they hide is in the file, and can be
shown there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from libyamap.dataset import Dataset
from libyamap.filters import CLAIM_FILTERS
from libyamap.model import Actor, Claim, Feature, Note, Place, Role
from libyamap.selection import Item, Selection


@dataclass(frozen=True)
class Excerpt:
    """What selections leave.

    Attributes
    ----------
    dataset : Dataset
        What any of them leaves; its digest stays that of the whole, from which it was taken.
    selections : tuple of Selection
        The same selections, of this dataset.
    """

    dataset: Dataset
    selections: tuple[Selection, ...]


def excerpt(selections: Sequence[Selection]) -> Excerpt:
    """What some selections of one dataset leave together.

    Where one of them leaves out nothing, that is the whole dataset.
    """
    dataset = selections[0].dataset
    if any(_is_whole(selection) for selection in selections):
        return Excerpt(dataset, tuple(selections))
    items: dict[str, list[Item]] = defaultdict(list)
    for selection in selections:
        for item in selection.items:
            items[item.feature.id].append(item)
    features = {id_: _feature(found, items) for id_, found in items.items()}
    kept = _reached(features.values(), dataset, _admitted(selections, items))
    left = _dataset(dataset, features, kept)
    return Excerpt(left, tuple(_selection(selection, left, features) for selection in selections))


def _is_whole(selection: Selection) -> bool:
    return not selection.view.filters() and len(selection.items) == len(selection.dataset.features)


@dataclass
class _Kept:
    """Ids of the claims, actors and places that what is kept rests on or names."""

    claims: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)

    def __len__(self) -> int:
        return len(self.claims) + len(self.actors) + len(self.places)


def _feature(items: Sequence[Item], kept: Mapping[str, object]) -> Feature:
    """A feature with the claims that are left, the dates that they tell, and ties to what is kept."""
    own = items[0].feature
    left = {claim.id for item in items for claim in item.claims}
    known = max(items, key=lambda item: len(item.claims)).dated
    changes = {
        "claims": tuple(claim for claim in own.properties.claims if claim in left),
        "ties": tuple(tie for tie in own.properties.ties if tie.feature in kept),
        "when": known.when,
        "confirmed": known.confirmed,
        "strength": known.strength,
    }
    properties = own.properties.model_copy(update=changes)
    return Feature(type="Feature", id=own.id, geometry=own.geometry, properties=properties)


def _admitted(selections: Sequence[Selection], kept: Mapping[str, object]) -> frozenset[str]:
    """Claims that may be told of an actor or a place.

    No filter takes them away, and they are not of features only that are taken away.
    """
    dataset, views = selections[0].dataset, [selection.view for selection in selections]
    resting: dict[str, set[str]] = defaultdict(set)
    for feature in dataset.features.values():
        for claim in feature.properties.claims:
            resting[claim].add(feature.id)
    return frozenset(
        claim.id
        for claim in dataset.claims.values()
        if (not resting[claim.id] or not resting[claim.id].isdisjoint(kept))
        and any(all(one.keeps(claim, view, dataset) for one in CLAIM_FILTERS if one.active(view)) for view in views)
    )


def _reached(features: Iterable[Feature], dataset: Dataset, admitted: frozenset[str]) -> _Kept:
    """All that features rest on and name, and what that rests on and names in turn."""
    kept = _Kept()
    for feature in features:
        own = feature.properties
        kept.claims.update(own.claims)
        kept.actors.update(part.actor for part in own.actors)
        kept.places.update(place for place in (own.place, own.origin, own.destination, *own.about) if place)
        if own.strength:
            kept.places.add(own.strength.of)
    before = -1
    while before < len(kept):
        before = len(kept)
        for claim in [dataset.claims[id_] for id_ in kept.claims]:
            kept.actors.update(claim.actors)
            kept.places.update(claim.places)
        for role in [role for id_ in kept.actors for role in dataset.actors[id_].roles]:
            told = admitted.intersection(role.claims)
            kept.claims.update(told)
            if told and role.of:
                kept.actors.add(role.of)
        for place in [dataset.places[id_].properties for id_ in kept.places]:
            kept.claims.update(admitted.intersection(place.claims))
            if place.within in dataset.places:
                kept.places.add(place.within)
    return kept


def _dataset(dataset: Dataset, features: Mapping[str, Feature], kept: _Kept) -> Dataset:
    claims = {id_: _claim(claim, kept) for id_, claim in dataset.claims.items() if id_ in kept.claims}
    places = {id_: _place(place, kept) for id_, place in dataset.places.items() if id_ in kept.places}
    actors = {id_: _actor(actor, kept) for id_, actor in dataset.actors.items() if id_ in kept.actors}
    sources = {claim.source for claim in claims.values()}
    origins = {claim.attribution.origin for claim in claims.values()}
    groups = {actor.group for actor in actors.values()}
    gazetteers = {one.gazetteer for place in places.values() for one in place.properties.coordinates}
    there = {*features, *claims, *places, *actors, *sources}
    return replace(
        dataset,
        collections={
            name: tuple(features[one.id] for one in members if one.id in features)
            for name, members in dataset.collections.items()
        },
        notes=_notes(dataset, there),
        actor_groups=tuple(group for group in dataset.actor_groups if group.id in groups),
        sources={id_: source for id_, source in dataset.sources.items() if id_ in sources},
        origins={id_: origin for id_, origin in dataset.origins.items() if id_ in origins},
        gazetteers={id_: one for id_, one in dataset.gazetteers.items() if id_ in gazetteers},
        actors=actors,
        places=places,
        claims=claims,
    )


def _claim(claim: Claim, kept: _Kept) -> Claim:
    return claim.model_copy(update={"reason_for": tuple(one for one in claim.reason_for if one in kept.claims)})


def _place(place: Place, kept: _Kept) -> Place:
    claims = tuple(claim for claim in place.properties.claims if claim in kept.claims)
    return place.model_copy(update={"properties": place.properties.model_copy(update={"claims": claims})})


def _actor(actor: Actor, kept: _Kept) -> Actor:
    roles = (_role(role, kept) for role in actor.roles)
    return actor.model_copy(update={"roles": tuple(role for role in roles if role.claims)})


def _role(role: Role, kept: _Kept) -> Role:
    return role.model_copy(update={"claims": tuple(claim for claim in role.claims if claim in kept.claims)})


def _notes(dataset: Dataset, there: set[str]) -> tuple[Note, ...]:
    """Notes on what is there; one that tells of a feature or claim that is not would give it away."""
    told = dataset.features.keys() | dataset.claims.keys()
    notes = (
        note.model_copy(update={"touches": tuple(one for one in note.touches if one in there)})
        for note in dataset.notes
        if all(one in there for one in note.touches if one in told)
    )
    return tuple(note for note in notes if note.touches)


def _selection(selection: Selection, dataset: Dataset, features: Mapping[str, Feature]) -> Selection:
    """The selection, its items those of the excerpt."""
    items = (replace(item, feature=features[item.feature.id]) for item in selection.items)
    return Selection(dataset, selection.view, tuple(items))
