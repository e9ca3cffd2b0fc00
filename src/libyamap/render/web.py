"""What the map application draws: a document (a whole dataset) and a selection, as JSON; and folium's map.

The forms are those of `web/src/document.ts`. Text travels as text and is set as text: no HTML is made here,
and nothing of the dataset gets into folium's templates.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import version
from typing import Any, cast

import branca
import folium
from geojson_pydantic import Point

from libyamap import dates, emptiness, symbology
from libyamap.dataset import Dataset
from libyamap.geometry import anchor, arc, circle
from libyamap.i18n import LANGUAGES
from libyamap.interval import day_number, parse
from libyamap.model import Actor, Claim, Feature, Place, Precision, Source, Strength
from libyamap.presets import PRESETS, offers
from libyamap.problems import Problem
from libyamap.render import words
from libyamap.selection import Item, Selection, choices
from libyamap.view import View

DOCUMENT_FORMAT = "libyamap-document/1"
SELECTION_FORMAT = "libyamap-selection/1"
CHOICES_FORMAT = "libyamap-choices/1"
MAP_ID = "libyamap"
"""folium names the map `map_libyamap`, in the page and in its script."""
MIN_ZOOM, MAX_ZOOM = 2, 14

Json = dict[str, Any]


def document(dataset: Dataset, problems: Iterable[Problem] = ()) -> Json:
    """A whole dataset as the map application reads it, in both languages.

    Parameters
    ----------
    dataset : Dataset
        What is shown.
    problems : iterable of Problem
        What is wrong with a newer version of its files, which is therefore not shown.
    """
    catalog = dataset.catalog
    return {
        "format": DOCUMENT_FORMAT,
        "digest": dataset.digest,
        "version": version("libyamap"),
        "title": catalog.title.model_dump(),
        "description": catalog.description.model_dump(),
        "attribution": catalog.attribution.model_dump(),
        "licence": catalog.licence,
        "asOf": day_number(catalog.as_of),
        "home": catalog.home,
        "notKnown": [text.model_dump() for text in catalog.not_known],
        "groups": [group.model_dump() for group in catalog.groups],
        "layers": [layer.model_dump() for layer in catalog.layers],
        "order": symbology.drawing_order(catalog.layers, View()),
        "symbols": {key: vars(symbol) for key, symbol in symbology.symbols().items()},
        "themes": {theme: symbology.palette(theme) for theme in symbology.THEMES},
        "actorGroups": [group.model_dump(include={"id", "name"}) for group in dataset.actor_groups],
        "actors": [_actor(actor, dataset) for actor in dataset.actors.values()],
        "places": [_place(place, dataset) for place in dataset.places.values()],
        "features": [
            _feature(feature, name, dataset) for name, members in dataset.collections.items() for feature in members
        ],
        "claims": [_claim(claim, dataset) for claim in dataset.claims.values()],
        "sources": [_source(source, dataset) for source in dataset.sources.values()],
        "origins": [origin.model_dump(include={"id", "name", "description"}) for origin in dataset.origins.values()],
        "hedges": [hedge.model_dump(include={"id", "name", "rank"}) for hedge in dataset.rubric.hedges],
        "notes": [note.model_dump(include={"id", "kind", "text", "touches"}) for note in dataset.notes],
        "presets": [{"id": preset.name, "query": preset.query} for preset in PRESETS],
        "problems": [{lang: problem.line(lang) for lang in LANGUAGES} for problem in problems],
    }


def render(selection: Selection) -> Json:
    """What the filters leave, as the map application reads it."""
    return {
        "format": SELECTION_FORMAT,
        "digest": selection.digest,
        "query": selection.view.filters(),
        "asOf": selection.as_of,
        "items": items(selection),
        "sentence": {lang: selection.sentence(lang) for lang in LANGUAGES},
        "filters": _filters(selection),
        "total": len(selection.dataset.features),
        "empty": _empty(selection),
    }


def items(selection: Selection) -> list[Json]:
    """The features that are left, as the map application reads them."""
    return [_item(item) for item in selection.items]


def render_choices(selection: Selection) -> Json:
    """What each choice of each filter, and each preset, would leave: positions in the document's list of features."""
    numbers = _numbers(selection.dataset)
    return {
        "format": CHOICES_FORMAT,
        "digest": selection.digest,
        "query": selection.view.filters(),
        "left": {
            parameter: {value: [numbers[feature] for feature in left] for value, left in offered.items()}
            for parameter, offered in choices(selection.dataset, selection.view).items()
        },
        "presets": {offer.preset.name: [numbers[feature] for feature in offer.left] for offer in offers(selection)},
    }


def _numbers(dataset: Dataset) -> dict[str, int]:
    """The position of each feature in the document's list, by its id."""
    ids = (feature.id for members in dataset.collections.values() for feature in members)
    return {feature: number for number, feature in enumerate(ids)}


def _empty(selection: Selection) -> Json | None:
    """Why nothing is left, and what each filter does: null where something is left or nothing is filtered."""
    removals = emptiness.removals(selection) if not selection.items else ()
    if not removals:
        return None
    return {
        "reason": {lang: emptiness.reason(selection, lang) for lang in LANGUAGES},
        "removals": [vars(removal) for removal in removals],
    }


def _known(item: Item) -> Json:
    """What takes the place of a feature's own dates and strength, where some of its claims were not yet known."""
    known = item.dated
    return {
        "days": tuple(known.bounds),
        "when": _when(known.when, lasting=item.feature.lasts),
        "confirmed": _when(known.confirmed),
        "strength": _strength(known.strength) if known.strength else None,
    }


def _filters(selection: Selection) -> list[Json]:
    said = {lang: selection.filters(lang) for lang in LANGUAGES}
    return [{"parameter": name, "text": {lang: said[lang][name] for lang in LANGUAGES}} for name in said["en"]]


def map_script(dataset: Dataset) -> str:
    """Folium's script: makes the Leaflet map `map_libyamap` in the element of that id; it holds no data."""
    west, south, east, north = dataset.catalog.home
    leaflet = folium.Map(
        location=((south + north) / 2, (west + east) / 2),
        zoom_start=6,
        tiles=None,
        min_zoom=MIN_ZOOM,
        max_zoom=MAX_ZOOM,
        zoom_control=False,
        attribution_control=False,
        prefer_canvas=True,
        zoom_snap=0.25,
        zoom_delta=0.5,
        wheel_px_per_zoom_level=90,
        world_copy_jump=False,
    )
    leaflet._id = MAP_ID  # noqa: SLF001 - folium has no other way to give a map a lasting name
    figure = cast("branca.element.Figure", leaflet.get_root())
    figure.render()
    return str(figure.script.render())


def _item(item: Item) -> Json:
    """A feature that is left; of its claims only where some are not, and of its dates only where they differ."""
    left: Json = {"id": item.feature.id, "assertion": item.assertion}
    if len(item.claims) < len(item.feature.properties.claims):
        left["claims"] = [claim.id for claim in item.claims]
    if not item.as_curated:
        left["known"] = _known(item)
    return left


def _actor(actor: Actor, dataset: Dataset) -> Json:
    roles = [
        {**role.model_dump(include={"kind", "title", "of", "claims"}), "when": _when(role.when)} for role in actor.roles
    ]
    described = actor.model_dump(include={"id", "name", "kind", "group", "aliases", "description"})
    return {**described, "roles": roles, "notes": _notes(actor.id, dataset)}


def _place(place: Place, dataset: Dataset) -> Json:
    properties = place.properties
    described = properties.model_dump(
        include={"kind", "name", "aliases", "precision", "radius", "within", "coordinates", "description", "claims"}
    )
    return {
        "id": place.id,
        **described,
        "point": anchor(place),
        "outline": _outline(place),
        "outlineBasis": properties.outline_basis.model_dump() if properties.outline_basis else None,
        "notes": _notes(place.id, dataset),
    }


def _outline(place: Place) -> list[Any] | None:
    """Polygons of rings: an area's own, or a circle of the radius round a point."""
    geometry = place.geometry
    if isinstance(geometry, Point):
        radius = place.properties.radius
        return [[circle(anchor(place), radius)]] if radius else None
    polygons = [geometry.coordinates] if geometry.type == "Polygon" else geometry.coordinates
    return [[[position[:2] for position in ring] for ring in rings] for rings in polygons]


def _feature(feature: Feature, collection: str, dataset: Dataset) -> Json:
    properties = feature.properties
    described = properties.model_dump(
        include={
            "layer",
            "kind",
            "title",
            "place",
            "about",
            "origin",
            "destination",
            "actors",
            "declared",
            "claims",
            "ties",
        }
    )
    return {
        "id": feature.id,
        "collection": collection,
        **described,
        "line": _line(feature, dataset),
        "schematic": _schematic(feature, dataset),
        "days": tuple(feature.bounds),
        "when": _when(properties.when, lasting=feature.lasts),
        "confirmed": _when(properties.confirmed),
        "strength": _strength(properties.strength) if properties.strength else None,
        "notes": _notes(feature.id, dataset),
    }


def _line(feature: Feature, dataset: Dataset) -> list[Any] | None:
    ends = (feature.properties.origin, feature.properties.destination)
    if None in ends:
        return None
    first, last = (anchor(dataset.places[end]) for end in ends if end)
    return arc(first, last)


def _schematic(feature: Feature, dataset: Dataset) -> bool:
    ends = (feature.properties.origin, feature.properties.destination)
    precisions = {dataset.places[end].properties.precision for end in ends if end}
    return bool(precisions & {Precision.COUNTRY, Precision.AREA, Precision.SEA})


def _strength(figure: Strength) -> Json:
    return {"text": {lang: words.strength(figure, lang) for lang in LANGUAGES}, "of": figure.of}


def _claim(claim: Claim, dataset: Dataset) -> Json:
    described = claim.model_dump(
        include={"id", "source", "locator", "assertion", "hedge", "condition", "dating", "actors", "places", "text"}
    )
    grade = claim.grade
    return {
        **described,
        "origin": claim.attribution.origin,
        "wording": claim.attribution.wording.model_dump(),
        "reliability": dataset.sources[claim.source].reliability,
        "credibility": grade.credibility,
        "basis": dataset.bases[grade.basis].text.model_dump(),
        "basisNote": grade.note.model_dump() if grade.note else None,
        "happened": _when(claim.happened),
        "said": _when(claim.said),
        "recorded": _when(claim.recorded.isoformat()),
        "reasonFor": claim.reason_for,
        "notes": _notes(claim.id, dataset),
    }


def _source(source: Source, dataset: Dataset) -> Json:
    described = source.model_dump(include={"id", "title", "description", "dating", "publisher", "reliability"})
    return {
        **described,
        "published": _when(source.published),
        "reliabilityBasis": source.reliability_basis.model_dump(),
        "notes": _notes(source.id, dataset),
    }


def _when(edtf: str | None, *, lasting: bool = False) -> Json | None:
    if edtf is None:
        return None
    expression = parse(edtf)
    return {
        "edtf": edtf,
        "days": tuple(expression.begun if lasting else expression.bounds),
        "text": {lang: dates.words(lang, expression, lasting=lasting) for lang in LANGUAGES},
        "precision": {lang: dates.precision(lang, expression, lasting=lasting) for lang in LANGUAGES},
    }


def _notes(owner: str, dataset: Dataset) -> list[str]:
    return [note.id for note in dataset.notes_on.get(owner, ())]
