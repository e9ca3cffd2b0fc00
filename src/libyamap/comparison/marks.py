"""What of a feature is drawn by what it rests on: how it is said, how well it is known, where its symbol stands."""

from __future__ import annotations

from libyamap.comparison.fields import Fields
from libyamap.dataset import Dataset
from libyamap.filters import location, origins, reliability
from libyamap.geometry import anchor
from libyamap.interval import day_number
from libyamap.selection import Item


def marks(item: Item, dataset: Dataset) -> Fields:
    """The marks of a feature, all filters off, by name; a mark that it does not have is left out.

    Returns
    -------
    dict
        `assertion`, the strongest of its claims; `credibility` and `reliability`, the best of them; `origins`, how
        many are independent; `fading` in percent, of a presence; `location`, how precisely it is known; `position`,
        latitude and longitude of its symbol or of the ends of its arrow; `shown`, whether a new view shows its layer.
    """
    properties = item.feature.properties
    ends = [place for place in (properties.place, properties.origin, properties.destination) if place]
    found: Fields = {
        "assertion": str(item.assertion),
        "credibility": min(claim.grade.credibility for claim in item.claims),
        "reliability": str(min(reliability(claim, dataset) for claim in item.claims)),
        "origins": len(origins(item.claims)),
        "location": str(location(item.feature, dataset)),
        "shown": dataset.layers[properties.layer].shown,
    }
    if item.feature.lasts:
        found["fading"] = round(item.age(day_number(dataset.catalog.as_of)) * 100)
    if ends:
        found["position"] = [degrees for place in ends for degrees in _position(place, dataset)]
    return found


def _position(place: str, dataset: Dataset) -> tuple[float, float]:
    lon, lat = anchor(dataset.places[place])
    return lat, lon
