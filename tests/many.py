"""A dataset of thousands of features, the same each time that it is made: for what must hold at that size.

Names and statements are invented; nothing in it is a claim about anybody.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

from shapely.geometry import Point
from tests import small
from tests.small import Files, both, claim, feature

from libyamap import basemap

FEATURES = 5_000
FEATURES_A_PLACE = 2.5
SEED = 2011

LAYERS = {
    "presence": {"wagner": "forces", "russia": "headquarters", "east": "forces", "west": "influence"},
    "events": {"meetings": "meeting", "announcements": "announcement", "military": "campaign", "disasters": "disaster"},
    "movements": {"movements": "redeployment", "journeys": "journey"},
    "assessments": {"positions": "position", "outlook": "forecast"},
}
"""Layers of each collection, named after their symbols, and the kind of their features."""
SHARES = {"presence": 0.2, "events": 0.6, "movements": 0.1, "assessments": 0.1}

ACTORS, GROUPS, ORIGINS, SOURCES = 40, 5, 30, 12
ASSERTIONS = ("stated", "reported", "reported", "assessed", "denied")
RELIABILITIES = "ABCCDEF"
RADII = {"exact": 800, "vicinity": 4000, "locality": 9000}
YEARS = (2014, 2023)


def write(folder: Path, features: int = FEATURES) -> Path:
    """Write a dataset of so many features to `folder`."""
    return small.write_formatted(folder, files(features))


def files(features: int = FEATURES) -> Files:
    """A dataset of so many features, all on layers that are shown from the start."""
    random = Random(SEED)
    content = small.files()
    places = _places(random, round(features / FEATURES_A_PLACE))
    collections = {
        name: [_feature(random, name, number, len(places)) for number in range(round(features * share))]
        for name, share in SHARES.items()
    }
    content["catalog.json"] |= {
        "id": "many",
        "title": both("Many features", "معالم كثيرة"),
        "layers": [_layer(layer, collection) for collection, layers in LAYERS.items() for layer in layers],
    }
    content["sources.json"] |= {
        "sources": [_source(content["sources.json"]["sources"][0], number) for number in range(SOURCES)],
        "origins": [{"id": _origin(n), "name": both(f"Origin {n}", f"أصل {n}")} for n in range(ORIGINS)],
    }
    content["actors.json"] = {
        "groups": [
            {"id": _side(n), "name": both(f"Side {n}", f"جهة {n}"), "description": both("A side.", "جهة.")}
            for n in range(GROUPS)
        ],
        "actors": [
            {
                "id": _actor(n),
                "name": both(f"Brigade {n}", f"لواء {n}"),
                "kind": "armed-group",
                "group": f"side-{n % GROUPS}",
            }
            for n in range(ACTORS)
        ],
    }
    resting = [one for members in collections.values() for one in members]
    content["claims.json"] = {
        "claims": [_claim(random, slug, one) for one in resting for slug in one["properties"]["claims"]]
    }
    content["notes.json"] = {"notes": []}
    content["collections/places.geojson"]["features"] = places
    for name, members in collections.items():
        content[f"collections/{name}.geojson"]["features"] = members
    return content


def _layer(layer: str, collection: str) -> dict[str, Any]:
    name = both(layer.capitalize(), f"طبقة {layer}")
    return {
        "id": layer,
        "title": name,
        "description": name,
        "group": "all",
        "collection": collection,
        "symbol": layer,
        "shown": True,
    }


def _source(like: dict[str, Any], number: int) -> dict[str, Any]:
    changed = {"id": f"source-{number}", "published": None, "reliability": RELIABILITIES[number % len(RELIABILITIES)]}
    return like | changed


def _places(random: Random, number: int) -> list[dict[str, Any]]:
    """Points all over Libya, named by number."""
    libya = basemap.country("LY")
    west, south, east, north = libya.bounds
    places: list[dict[str, Any]] = []
    while len(places) < number:
        lon, lat = round(random.uniform(west, east), 4), round(random.uniform(south, north), 4)
        if libya.contains(Point(lon, lat)):
            n, precision = len(places), random.choice(list(RADII))
            name = both(f"Village {n}", f"قرية {n}")
            places.append(
                small.point(_place(n), name, lon, lat, kind="town", precision=precision, radius=RADII[precision])
            )
    return places


def _feature(random: Random, collection: str, number: int, places: int) -> dict[str, Any]:
    layer = random.choice(list(LAYERS[collection]))
    slug = f"{collection}-{number}"
    described: dict[str, Any] = {
        "title": both(f"Report {number} of {layer}", f"خبر {number}"),
        "actors": [{"actor": _actor(n)} for n in random.sample(range(ACTORS), random.choice((1, 1, 2)))],
        "when": _date(random),
        "claims": [f"{slug}-{n}" for n in range(random.choice((1, 1, 2, 3)))],
    }
    if collection == "movements":
        origin, destination = random.sample(range(places), 2)
        described |= {"origin": _place(origin), "destination": _place(destination)}
    else:
        described["place"] = _place(random.randrange(places))
    if collection == "presence":
        described |= {"when": f"{_date(random)}/", "confirmed": _date(random, YEARS[1])}
    return feature(slug, layer, LAYERS[collection][layer], **described)


def _claim(random: Random, slug: str, resting: dict[str, Any]) -> dict[str, Any]:
    properties = resting["properties"]
    who = properties["actors"][0]["actor"].rpartition("-")[2]
    opinion = random.random() < 0.1
    return claim(
        slug,
        source=f"source-{random.randrange(SOURCES)}",
        attribution={"origin": _origin(random.randrange(ORIGINS)), "wording": both("Residents", "سكان")},
        assertion=random.choice(ASSERTIONS),
        grade={"credibility": 6, "basis": "opinion"} if opinion else {"credibility": 3, "basis": "one-voice"},
        text=both(f"Brigade {who} was seen there, said people of the village.", f"قال سكان إن اللواء {who} شوهد هناك."),
    )


def _date(random: Random, year: int | None = None) -> str:
    return f"{year or random.randrange(YEARS[0], YEARS[1])}-{random.randint(1, 12):02}-{random.randint(1, 28):02}"


def _place(number: int) -> str:
    return f"village-{number}"


def _actor(number: int) -> str:
    return f"brigade-{number}"


def _side(number: int) -> str:
    return f"side-{number % GROUPS}"


def _origin(number: int) -> str:
    return f"origin-{number}"
