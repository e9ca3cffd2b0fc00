"""A brief as the presenting page reads it: all scenes with all that they show, so that nothing is asked for later.

The form is that of `web/src/present/presentation.ts`. Text travels as text and is set as text.
"""

from __future__ import annotations

from typing import Any

from libyamap import dates
from libyamap.brief import Brief, Line, Scene, Wording
from libyamap.dataset import Dataset
from libyamap.i18n import LANGUAGES
from libyamap.interval import parse
from libyamap.marking import colours, combined, shown
from libyamap.model import Claim
from libyamap.render import scenes, web
from libyamap.render.excerpt import excerpt
from libyamap.selection import select
from libyamap.view import View

FORMAT = "libyamap-presentation/1"

Json = dict[str, Any]


def presentation(brief: Brief, dataset: Dataset, *, marking: str | None = None, handed_on: bool = False) -> Json:
    """A whole brief, with the dataset that its scenes show, in both languages.

    Parameters
    ----------
    brief : Brief
        What is presented.
    dataset : Dataset
        What its scenes show.
    marking : str, optional
        Handling marking of whoever shows it; what is marked otherwise has both.
    handed_on : bool
        Leave out what no scene shows: it is for a file that others are given.
    """
    views = [scene.looked_at("en") for scene in brief.scenes]
    return {
        "format": FORMAT,
        "brief": {
            "id": brief.id,
            "title": _text(brief.title),
            "subtitle": _text(brief.subtitle),
            "author": _text(brief.author),
            "date": {lang: dates.words(lang, parse(brief.date.isoformat())) for lang in LANGUAGES},
        },
        **(_shown(brief, dataset) if handed_on else _all(views, dataset)),
        "scenes": [
            _scene(scene, view, dataset, marking=combined((marking, brief.marking, scene.marking)))
            for scene, view in zip(brief.scenes, views, strict=True)
        ],
    }


def marked(text: str | None) -> Json | None:
    """A marking as the screen shows it: its text in both languages, and its colours."""
    if not text:
        return None
    ground, ink = colours(text)
    return {"text": {lang: shown(text, lang) for lang in LANGUAGES}, "ink": ink, "ground": ground}


def _all(views: list[View], dataset: Dataset) -> Json:
    """The dataset, and what the filters of each view leave, by their query: scenes with the same filters share one."""
    by_filters = {view.filters(): view for view in views}
    left = {filters: select(dataset, view) for filters, view in by_filters.items()}
    return {"document": web.document(dataset), "selections": {name: web.render(one) for name, one in left.items()}}


def _shown(brief: Brief, dataset: Dataset) -> Json:
    """The same, of what any scene shows and nothing else."""
    wholes = scenes.by_filters(brief, dataset)
    left = excerpt([*wholes.values()])
    return {
        "document": web.document(left.dataset),
        "selections": {
            filters: {**web.render(whole), "items": web.items(of_left)}
            for (filters, whole), of_left in zip(wholes.items(), left.selections, strict=True)
        },
    }


def _scene(scene: Scene, view: View, dataset: Dataset, *, marking: str | None) -> Json:
    # A claim that is no more has no footnote; what is lacking is told before a brief is shared.
    claims = [dataset.claims[claim] for claim in scene.claims if claim in dataset.claims]
    numbers = {claim.id: number for number, claim in enumerate(claims, start=1)}
    return {
        "id": scene.id,
        "title": _text(scene.title),
        "lines": [_line(line, numbers) for line in scene.lines],
        "footnotes": [_footnote(numbers[claim.id], claim, dataset) for claim in claims],
        "query": scene.view,
        "filters": view.filters(),
        "highlighted": [feature for feature in scene.highlighted if feature in dataset.features],
        "marking": marked(marking),
        "transition": scene.transition,
        "dwell": scene.dwell,
        "plays": scene.plays,
    }


def _line(line: Line, numbers: dict[str, int]) -> Json:
    return {"text": _text(line.text), "notes": [numbers[claim] for claim in line.claims if claim in numbers]}


def _footnote(number: int, claim: Claim, dataset: Dataset) -> Json:
    source = dataset.sources[claim.source]
    return {
        "number": number,
        "claim": claim.id,
        "text": claim.text.model_dump(),
        "attribution": claim.attribution.wording.model_dump(),
        "source": source.title.model_dump(),
        "locator": list(claim.locator),
        "grade": f"{source.reliability}{claim.grade.credibility}",
    }


def _text(wording: Wording) -> Json:
    """A text in both languages; one that is lacking is stood in for by the other."""
    return {lang: wording[lang] for lang in LANGUAGES}
