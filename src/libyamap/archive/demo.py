"""Made-up events as large sets have them: gathered in a few hundred towns, more of them in some years than in others.

Nothing of it happened, and every event says so. It is there to try an archive of any size before there is data.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from libyamap import basemap
from libyamap.archive.events import TOLD, named_id
from libyamap.interval import EPOCH

Numbers = NDArray[np.signedinteger]

SOURCE = "demo"
FIRST, LAST = 9862, 20818  # 1997-01-01 to 2026-12-31
BATCH = 65_536

_KINDS = ("battle", "explosion", "violence", "protest", "riot", "development")
_SHARES = (0.31, 0.24, 0.13, 0.2, 0.05, 0.07)
_TOLD = {
    "battle": ("Armed clash", "Government regains territory", "Non-state actor overtakes territory"),
    "explosion": ("Air/drone strike", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED"),
    "violence": ("Attack", "Abduction/forced disappearance", "Sexual violence"),
    "protest": ("Peaceful protest", "Protest with intervention", "Excessive force against protesters"),
    "riot": ("Violent demonstration", "Mob violence", "Looting"),
    "development": ("Change to group/activity", "Agreement", "Headquarters or base established"),
}
_ACTORS = (
    "Military Forces of Libya (2014-) Haftar Faction",
    "Military Forces of Libya (2016-2021) Government of National Accord",
    "Wagner Group", "Islamic State (Libya)", "Libya Shield Brigade", "Protesters (Libya)", "Rioters (Libya)",
    "Zintan Brigade", "Misratah Brigade", "Police Forces of Libya", "Civilians (Libya)",
    "Unidentified Armed Group (Libya)",
    "Tuareg Ethnic Militia (Libya)", "Tebu Ethnic Militia (Libya)", "Military Forces of Turkey (2016-)",
    "Benghazi Revolutionaries Shura Council", "Derna Protection Force", "Kaniyat Militia", "Sudanese Mercenaries",
    "Tripoli Revolutionaries Brigade", "Nawasi Brigade", "Petroleum Facilities Guard", "444 Brigade",
    "Special Deterrence Force", "Al-Saiqa Forces", "Tariq Ibn Ziyad Brigade", "Stability Support Apparatus",
    "Operation Dawn of Libya", "Ajdabiya Revolutionaries", "Chadian Rebels",
)  # fmt: skip
_MANNERS = (
    "on the road to the airport", "near the port", "in the city centre", "at a checkpoint", "south of the town",
    "near a military camp", "at the oil terminal", "in a residential quarter", "near the university",
)  # fmt: skip
_DEADLY = 0.35
_SPEAKERS = ("Libya Observer", "Libya Herald", "Al-Wasat", "AFP", "Undisclosed Source", "Facebook: local council")
_PRECISION = {"exact": 0, "vicinity": 5_000, "locality": 15_000, "area": 60_000}


def demo(events: int, *, seed: int = 1) -> Iterator[pa.RecordBatch]:
    """Batches of `TOLD` with `events` rows together, the same for the same seed."""
    towns = _Towns(seed)
    for first in range(0, events, BATCH):
        yield _batch(first, min(BATCH, events - first), np.random.default_rng([seed, first]), towns)


class _Towns:
    """Where things happen: the basemap's towns of Libya and villages about them, a few far busier than the rest."""

    def __init__(self, seed: int) -> None:
        chance = np.random.default_rng(seed)
        towns = [one for one in basemap.features("cities") if one["properties"]["iso"] == "LY"]
        centres = np.array([one["geometry"]["coordinates"] for one in towns])
        names = [one["properties"]["name_en"] for one in towns]
        of = np.concatenate([np.arange(len(towns)), chance.integers(len(towns), size=4 * len(towns))])
        away = np.concatenate([np.zeros((len(towns), 2)), chance.normal(scale=0.25, size=(4 * len(towns), 2))])
        self.points = np.round(centres[of] + away, 4)
        self.names = [names[at] if number < len(towns) else f"{names[at]} - {number}" for number, at in enumerate(of)]
        self.districts = [names[at] for at in of]
        weight = 1 / (1 + chance.permutation(len(of))) ** 0.9
        weight[: min(6, len(of))] += 0.08 * weight.sum()
        self.weight = weight / weight.sum()


def _batch(first: int, count: int, chance: np.random.Generator, towns: _Towns) -> pa.RecordBatch:
    where = chance.choice(len(towns.names), size=count, p=towns.weight)
    kind = chance.choice(len(_KINDS), size=count, p=_SHARES)
    told = chance.integers(3, size=count)
    precision = chance.choice(4, size=count, p=(0.62, 0.22, 0.12, 0.04))
    day = (FIRST + (LAST - FIRST) * chance.beta(3.2, 1.6, size=count)).astype(np.int32)
    spread = chance.choice([0, 3, 15], size=count, p=(0.86, 0.1, 0.04)).astype(np.int32)
    earliest, latest = np.maximum(day - spread, FIRST).astype(np.int32), (day + spread).astype(np.int32)
    actor1, actor2 = (chance.zipf(1.4, size=count) % len(_ACTORS) for _ in range(2))
    alone = np.isin(kind, [3, 4, 5])
    deaths = np.where(chance.random(count) < _DEADLY, chance.poisson(3, size=count), 0).astype(np.int32)
    scatter = chance.normal(scale=0.01, size=(count, 2)) * (precision == 0)[:, None]
    points = np.round(towns.points[where] + scatter, 4)
    manner, speaker = chance.integers(len(_MANNERS), size=count), chance.integers(len(_SPEAKERS), size=count)
    texts = {
        "kind": _picked(_KINDS, kind),
        "kind_told": _picked([name for kind in _KINDS for name in _TOLD[kind]], kind * 3 + told),
        "precision": _picked(list(_PRECISION), precision),
        "place_name": _picked(towns.names, where),
        "place_id": _picked([named_id("p", name) for name in towns.names], where),
        "admin": _picked(towns.districts, where),
        "actor1_name": _picked(_ACTORS, actor1),
        "actor1_id": _picked([named_id("a", name) for name in _ACTORS], actor1),
        "actor2_name": _picked(["", *_ACTORS], np.where(alone, 0, actor2 + 1)),
        "actor2_id": _picked(["", *(named_id("a", name) for name in _ACTORS)], np.where(alone, 0, actor2 + 1)),
        "attribution": _picked(_SPEAKERS, speaker),
        "when": _edtf(earliest, latest),
        "notes": [
            f"Made up: {_TOLD[_KINDS[k]][t].lower()} involving {_ACTORS[a]} {_MANNERS[m]}, {towns.names[w]}."
            for k, t, a, m, w in zip(kind, told, actor1, manner, where, strict=True)
        ],
        "source_id": [f"demo{number:09}" for number in range(first, first + count)],
    }
    same = {
        "source": SOURCE, "title": "", "country": "Libya", "others": "", "assertion": "reported", "reliability": "F",
        "credibility": 6, "basis": "", "link": "",
    }  # fmt: skip
    columns = {
        "lon": points[:, 0], "lat": points[:, 1], "radius": np.array(list(_PRECISION.values()), np.int32)[precision],
        "start_earliest": earliest, "start_latest": latest, "end_earliest": earliest, "end_latest": latest,
        "said": latest + 7, "deaths_least": deaths, "deaths_best": deaths, "deaths_most": deaths,
        "line": np.arange(first + 1, first + count + 1),
    }  # fmt: skip
    found = {**texts, **columns} | {name: [value] * count for name, value in same.items()}
    return pa.RecordBatch.from_arrays([_column(found[one.name], one.type) for one in TOLD], schema=TOLD)


def _picked(values: tuple[str, ...] | list[str], at: Numbers) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(at, pa.int32()), pa.array(list(values))).cast(pa.string())


def _edtf(earliest: Numbers, latest: Numbers) -> list[str]:
    days = np.datetime64(EPOCH)
    firsts, lasts = (np.datetime_as_string(days + one) for one in (earliest, latest))
    return [first if first == last else f"[{first}..{last}]" for first, last in zip(firsts, lasts, strict=True)]


def _column(values: object, kind: pa.DataType) -> pa.Array:
    return values if isinstance(values, pa.Array) else pa.array(values, kind)
