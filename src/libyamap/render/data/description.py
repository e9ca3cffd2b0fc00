"""A Selection as plain data, for the shell and for other programs."""

from __future__ import annotations

from typing import Any

from libyamap.i18n import LANGUAGES
from libyamap.selection import Selection, Shown
from libyamap.symbology import layer_opacity

FORMAT = "libyamap-select/1"


def described(selection: Selection) -> dict[str, Any]:
    """What a view leaves: its canonical query, sentence, digest, counts, sources, and every feature shown.

    Returns
    -------
    dict
        `format`, `query`, `digest`, `sentence` {ar, en}, `total`, `counts`, `sources`; `layers`: those shown, the one
        drawn on top first, each with its opacity from 0 to 1; `features`: each with its id, overlap with the
        interval, assertion, days (four day numbers since 1970-01-01), layer, kind, title, place, when and
        confirmed (EDTF, by what was known at the view's two clocks), claims, geometry.
    """
    return {
        "format": FORMAT,
        "query": selection.view.query(),
        "digest": selection.digest,
        "sentence": {lang: selection.sentence(lang) for lang in LANGUAGES},
        "total": len(selection.dataset.features),
        "counts": selection.counts,
        "sources": [source.model_dump(mode="json") for source in selection.sources],
        "layers": [{"id": layer, "opacity": layer_opacity(layer, selection.view)} for layer in selection.layers],
        "features": [_feature(shown) for shown in selection.shown()],
    }


def _feature(shown: Shown) -> dict[str, Any]:
    feature, properties = shown.item.feature, shown.item.feature.properties
    return {
        "id": feature.id,
        "overlap": shown.overlap,
        "assertion": shown.item.assertion,
        "days": list(shown.item.bounds),
        "layer": properties.layer,
        "kind": properties.kind,
        "title": properties.title.model_dump(),
        "place": properties.place,
        "when": shown.item.dated.when,
        "confirmed": shown.item.dated.confirmed,
        "claims": [claim.id for claim in shown.item.claims],
        "geometry": feature.geometry.model_dump(mode="json", exclude_none=True) if feature.geometry else None,
    }
