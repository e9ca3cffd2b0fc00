"""The features that a view shows, as a table: what is said, where, when, by whom, and how well it is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from libyamap import dates
from libyamap.dataset import Dataset
from libyamap.filters import location, origins
from libyamap.geometry import shapely_of
from libyamap.i18n import LANGUAGES, LEFT_TO_RIGHT, joined, message
from libyamap.interval import Bounds, parse
from libyamap.model import Claim, Feature, Part, Reliability, Strength
from libyamap.render import words
from libyamap.render.data.shapes import on_the_globe
from libyamap.render.data.table import Row, Table, Value, day, fields
from libyamap.selection import Selection, Shown

FIELDS = fields(
    "id", "layer", "layer_ar", "layer_en", "kind", "kind_ar", "kind_en", "title_ar", "title_en",
    "place", "place_ar", "place_en", "precision",
    radius_m="number", about="list",
    origin="text", origin_ar="text", origin_en="text",
    destination="text", destination_ar="text", destination_en="text", progress="number",
    actors="list", actors_ar="text", actors_en="text",
    when="text", when_ar="text", when_en="text",
    start_earliest="day", start_latest="day", end_earliest="day", end_latest="day",
    certain_first="day", certain_last="day", confirmed="text", confirmed_age="number", overlap="text",
    assertion="text", assertion_ar="text", assertion_en="text", hedges="list", hedges_ar="text", hedges_en="text",
    reliability="text", credibility="whole", grades="list", lineages="whole",
    declared="flag", strength_least="whole", strength_most="whole", strength_unit="text", strength_of="text",
    strength_ar="text", strength_en="text", ties="list",
    claims="list", sources="list", sources_ar="text", sources_en="text", evidence_ar="text", evidence_en="text",
    notes="list", notes_ar="text", notes_en="text",
)  # fmt: skip
"""Of two languages, each has its own field. Dates of `start_*` and `end_*` are empty where there is no limit."""

Values = Mapping[str, Value]


def table(selection: Selection) -> Table:
    """The features shown, those without a place too, in the dataset's order."""
    return Table("features", FIELDS, tuple(_row(shown, selection.dataset) for shown in selection.shown()), placed=True)


def _row(shown: Shown, dataset: Dataset) -> Row:
    feature, own = shown.item.feature, shown.item.feature.properties
    values: dict[str, Value] = {
        "id": feature.id,
        "layer": own.layer,
        "kind": str(own.kind),
        "overlap": str(shown.overlap),
        "declared": own.declared,
        "ties": tuple(f"{tie.relation}:{tie.feature}" for tie in own.ties),
        **_in_both("layer", lambda lang: dataset.layers[own.layer].title[lang]),
        **_in_both("kind", lambda lang: message(lang, f"web.kind.{own.kind}")),
        **_in_both("title", lambda lang: own.title[lang]),
        **_where(shown, dataset),
        **_who(own.actors, dataset),
        **_when(shown),
        **_strength(shown.item.dated.strength),
        **_known(shown, dataset),
        **_notes(feature, dataset),
    }
    return Row(values, on_the_globe(shapely_of(feature.geometry)) if feature.geometry else None)


def _in_both(name: str, say: Callable[[str], Value]) -> dict[str, Value]:
    return {f"{name}_{lang}": say(lang) for lang in LANGUAGES}


def _where(shown: Shown, dataset: Dataset) -> Values:
    feature, own = shown.item.feature, shown.item.feature.properties
    place = dataset.places[own.place].properties if own.place else None
    found: dict[str, Value] = {
        "place": own.place,
        "precision": location(feature, dataset),
        "radius_m": place.radius if place else None,
        "about": own.about,
        "origin": own.origin,
        "destination": own.destination,
        "progress": shown.progress if own.origin or own.destination else None,
    }
    for name, end in (("place", own.place), ("origin", own.origin), ("destination", own.destination)):
        if end:
            found |= _in_both(name, dataset.places[end].properties.name.__getitem__)
    return found


def _who(parts: Iterable[Part], dataset: Dataset) -> Values:
    parts = tuple(parts)
    said: dict[str, list[str]] = {
        lang: [f"{dataset.actors[part.actor].name[lang]} ({message(lang, f'web.role.{part.role}')})" for part in parts]
        for lang in LANGUAGES
    }
    return {
        "actors": tuple(f"{part.actor}:{part.role}" for part in parts),
        **_in_both("actors", lambda lang: joined(lang, said[lang]) if parts else None),
    }


def _when(shown: Shown) -> Values:
    item = shown.item
    known, bounds = item.dated, item.bounds
    return {
        "when": known.when,
        **_in_both("when", lambda lang: _dated(known.when, lang, lasting=item.feature.lasts)),
        **{name: day(number) for name, number in vars(bounds).items()},
        **_certain(bounds),
        "confirmed": known.confirmed,
        "confirmed_age": shown.age if item.feature.lasts else None,
    }


def _certain(bounds: Bounds) -> Values:
    """From the last day on which it may have begun to the first on which it may have ended: there it is certain."""
    if bounds.start_latest > bounds.end_earliest:
        return {}
    return {"certain_first": day(bounds.start_latest), "certain_last": day(bounds.end_earliest)}


def _dated(edtf: str | None, lang: str, *, lasting: bool) -> str | None:
    return dates.words(lang, parse(edtf), lasting=lasting) if edtf else None


def _strength(strength: Strength | None) -> Values:
    if strength is None:
        return {}
    return {
        "strength_least": strength.least,
        "strength_most": strength.most,
        "strength_unit": strength.unit,
        "strength_of": strength.of,
        **_in_both("strength", lambda lang: words.strength(strength, lang)),
    }


def _known(shown: Shown, dataset: Dataset) -> Values:
    """How well it is known: the best grades among its claims, those of each, and what each says."""
    claims, assertion = shown.item.claims, shown.item.assertion
    sources = {claim.source: dataset.sources[claim.source] for claim in claims}
    hedges = tuple(dict.fromkeys(claim.hedge for claim in claims if claim.hedge))
    return {
        "assertion": str(assertion),
        **_in_both("assertion", lambda lang: message(lang, f"web.assertion.{assertion}")),
        "hedges": hedges,
        **_in_both("hedges", lambda lang: _listed(lang, [dataset.hedges[hedge].name[lang] for hedge in hedges])),
        "reliability": str(min((one.reliability for one in sources.values()), key=list(Reliability).index)),
        "credibility": min(claim.grade.credibility for claim in claims),
        "grades": tuple(f"{claim.id}:{_grade(claim, dataset)}" for claim in claims),
        "lineages": len(origins(claims)),
        "claims": tuple(claim.id for claim in claims),
        "sources": tuple(sources),
        **_in_both("sources", lambda lang: _listed(lang, [one.title[lang] for one in sources.values()])),
        **_in_both("evidence", lambda lang: "\n".join(_evidence(claims, dataset, lang))),
    }


def _evidence(claims: Iterable[Claim], dataset: Dataset, lang: str) -> Iterator[str]:
    """A line a claim: its grade, what it says, who says so, and where."""
    for claim in claims:
        yield message(
            lang,
            "data.evidence",
            grade=_grade(claim, dataset),
            text=claim.text[lang],
            speaker=claim.attribution.wording[lang],
            source=dataset.sources[claim.source].title[lang],
            paragraphs=message(lang, "web.claim.paragraphs", n=len(claim.locator), list=_numbers(lang, claim.locator)),
            claim=claim.id,
        )


def _numbers(lang: str, numbers: Iterable[int]) -> str:
    return joined(lang, [LEFT_TO_RIGHT.format(number) if lang == "ar" else str(number) for number in numbers])


def _grade(claim: Claim, dataset: Dataset) -> str:
    return f"{dataset.sources[claim.source].reliability}{claim.grade.credibility}"


def _notes(feature: Feature, dataset: Dataset) -> Values:
    notes = dataset.notes_on.get(feature.id, ())
    return {
        "notes": tuple(note.id for note in notes),
        **_in_both("notes", lambda lang: "\n".join(note.text[lang] for note in notes) or None),
    }


def _listed(lang: str, parts: list[str]) -> str | None:
    return joined(lang, parts) if parts else None
