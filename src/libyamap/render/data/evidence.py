"""What the features shown rest on, as tables: places, claims, sources, and what is left open."""

from __future__ import annotations

from collections.abc import Iterable

from libyamap.dataset import Dataset
from libyamap.geometry import shapely_of
from libyamap.i18n import LANGUAGES
from libyamap.known import said
from libyamap.model import Claim, Note, Place, Source, Text
from libyamap.render.data.shapes import on_the_globe
from libyamap.render.data.table import Row, Table, Value, fields
from libyamap.selection import Selection

PLACES = fields(
    "id", "name_ar", "name_en", "kind", "precision", "within",
    radius_m="number", aliases_ar="list", aliases_en="list", gazetteers="list",
    outline_basis_ar="text", outline_basis_en="text", description_ar="text", description_en="text",
    features="list", notes="list",
)  # fmt: skip
CLAIMS = fields(
    "id", "text_ar", "text_en", "speaker_ar", "speaker_en", "lineage", "lineage_ar", "lineage_en",
    "source", "source_ar", "source_en",
    paragraphs="list", assertion="text", hedge="text", condition_ar="text", condition_en="text",
    reliability="text", credibility="whole", basis_ar="text", basis_en="text",
    basis_note_ar="text", basis_note_en="text",
    happened="text", said="text", dating_ar="text", dating_en="text", recorded="day",
    actors="list", places="list", reason_for="list", features="list", notes="list",
)  # fmt: skip
SOURCES = fields(
    "id", "title_ar", "title_en", "kind", "language", "publisher_ar", "publisher_en", "author_ar", "author_en",
    "published", "dating_ar", "dating_en", "url",
    paragraphs="whole", reliability="text", reliability_basis_ar="text", reliability_basis_en="text",
    description_ar="text", description_en="text", notes="list",
)  # fmt: skip
NOTES = fields("id", "kind", "text_ar", "text_en", paragraphs="list", touches="list")


def places(selection: Selection) -> Table:
    """Where the features shown are, move between, and what they are about."""
    dataset, stands = selection.dataset, _features_by_place(selection)
    rows = tuple(_place(place, stands[place.id], dataset) for place in dataset.places.values() if place.id in stands)
    return Table("places", PLACES, rows, placed=True)


def claims(selection: Selection) -> Table:
    """The claims that the features shown rest on, as far as the filters leave them."""
    dataset, carried = selection.dataset, _features_by_claim(selection)
    rows = tuple(_claim(claim, carried[claim.id], dataset) for claim in dataset.claims.values() if claim.id in carried)
    return Table("claims", CLAIMS, rows)


def sources(selection: Selection) -> Table:
    """The sources of these claims."""
    dataset, carried = selection.dataset, _features_by_claim(selection)
    used = {dataset.claims[claim].source for claim in carried}
    return Table("sources", SOURCES, tuple(_source(one, dataset) for one in dataset.sources.values() if one.id in used))


def notes(selection: Selection) -> Table:
    """What the sources leave open on the features shown, their places, actors, claims and sources."""
    dataset, carried = selection.dataset, _features_by_claim(selection)
    touched = {*carried, *_features_by_place(selection), *(dataset.claims[claim].source for claim in carried)}
    for shown in selection.shown():
        feature = shown.item.feature
        touched |= {feature.id, *(part.actor for part in feature.properties.actors)}
    return Table("notes", NOTES, tuple(_note(note) for note in dataset.notes if touched.intersection(note.touches)))


def _features_by_place(selection: Selection) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for shown in selection.shown():
        own = shown.item.feature.properties
        for place in dict.fromkeys((own.place, own.origin, own.destination, *own.about)):
            if place:
                found.setdefault(place, []).append(shown.item.feature.id)
    return found


def _features_by_claim(selection: Selection) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for shown in selection.shown():
        for claim in shown.item.claims:
            found.setdefault(claim.id, []).append(shown.item.feature.id)
    return found


def _place(place: Place, features: Iterable[str], dataset: Dataset) -> Row:
    own = place.properties
    return Row(
        {
            "id": place.id,
            "kind": str(own.kind),
            "precision": str(own.precision),
            "within": own.within,
            "radius_m": own.radius,
            **{f"aliases_{lang}": getattr(own.aliases, lang) for lang in LANGUAGES},
            "gazetteers": tuple(
                f"{dataset.gazetteers[one.gazetteer].title} ({one.lat}, {one.lon})" for one in own.coordinates
            ),
            **_both(name=own.name, outline_basis=own.outline_basis, description=own.description),
            "features": tuple(features),
            "notes": _touching(place.id, dataset),
        },
        on_the_globe(shapely_of(place.geometry)),
    )


def _claim(claim: Claim, features: Iterable[str], dataset: Dataset) -> Row:
    source, origin = dataset.sources[claim.source], dataset.origins[claim.attribution.origin]
    return Row(
        {
            "id": claim.id,
            "lineage": origin.id,
            "source": source.id,
            "paragraphs": tuple(map(str, claim.locator)),
            "assertion": str(claim.assertion),
            "hedge": claim.hedge,
            "reliability": str(source.reliability),
            "credibility": claim.grade.credibility,
            "happened": claim.happened,
            "said": said(claim, dataset),
            "recorded": claim.recorded,
            "actors": claim.actors,
            "places": claim.places,
            "reason_for": claim.reason_for,
            "features": tuple(features),
            "notes": _touching(claim.id, dataset),
            **_both(
                text=claim.text,
                speaker=claim.attribution.wording,
                lineage=origin.name,
                source=source.title,
                condition=claim.condition,
                basis=dataset.bases[claim.grade.basis].text,
                basis_note=claim.grade.note,
                dating=claim.dating,
            ),
        }
    )


def _source(source: Source, dataset: Dataset) -> Row:
    return Row(
        {
            "id": source.id,
            "kind": source.kind,
            "language": source.language,
            "published": source.published,
            "url": source.url,
            "paragraphs": source.paragraphs,
            "reliability": str(source.reliability),
            "notes": _touching(source.id, dataset),
            **_both(
                title=source.title,
                publisher=source.publisher,
                author=source.author,
                dating=source.dating,
                reliability_basis=source.reliability_basis,
                description=source.description,
            ),
        }
    )


def _note(note: Note) -> Row:
    paragraphs = tuple(map(str, note.locator))
    return Row(
        {"id": note.id, "kind": note.kind, "paragraphs": paragraphs, "touches": note.touches, **_both(text=note.text)}
    )


def _both(**texts: Text | None) -> dict[str, Value]:
    return {f"{name}_{lang}": text[lang] for name, text in texts.items() if text for lang in LANGUAGES}


def _touching(owner: str, dataset: Dataset) -> tuple[str, ...]:
    return tuple(note.id for note in dataset.notes_on.get(owner, ()))
