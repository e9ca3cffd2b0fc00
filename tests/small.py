"""A small dataset with one of everything, as plain JSON that a test may change before it is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from libyamap.formatting import formatted
from libyamap.formatting import write as save

Files = dict[str, Any]
LAYERS = {"wagner": "presence", "meetings": "events", "movements": "movements", "outlook": "assessments"}


def both(en: str, ar: str) -> dict[str, str]:
    return {"en": en, "ar": ar}


def claim(slug: str, **changes: Any) -> dict[str, Any]:
    return {
        "id": slug,
        "source": "report",
        "locator": [2],
        "attribution": {"origin": "report-itself", "wording": both("The report", "التقرير")},
        "assertion": "stated",
        "grade": {"credibility": 3, "basis": "one-voice"},
        "recorded": "2026-11-23",
        "text": both(f"Claim {slug}.", "قول."),
    } | changes


def feature(slug: str, layer: str, kind: str, **properties: Any) -> dict[str, Any]:
    described = {"layer": layer, "kind": kind, "title": both(slug, "عنوان")} | properties
    return {"type": "Feature", "id": slug, "geometry": None, "properties": described}


def point(slug: str, name: dict[str, str], lon: float, lat: float, **properties: Any) -> dict[str, Any]:
    described = {
        "kind": "city",
        "name": name,
        "precision": "locality",
        "radius": 3000,
        "within": "LY",
        "coordinates": [{"gazetteer": "register", "lat": lat, "lon": lon, "used": True}],
    } | properties
    geometry = {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", "id": slug, "geometry": geometry, "properties": described}


def files() -> Files:
    """A dataset that has no problem."""
    return {
        "catalog.json": {
            "id": "small",
            "title": both("A small dataset", "بيانات صغيرة"),
            "description": both("For tests.", "للاختبار."),
            "version": "1",
            "licence": "CC-BY-4.0",
            "attribution": both("Testers", "المختبرون"),
            "as_of": "2023-09-28",
            "home": [9, 19, 26, 34],
            "not_known": [both("Much.", "الكثير.")],
            "groups": [{"id": "all", "title": both("All", "الكل")}],
            "layers": [
                {
                    "id": layer,
                    "title": both(layer, "طبقة"),
                    "description": both(layer, "طبقة"),
                    "group": "all",
                    "collection": collection,
                    "symbol": layer,
                    "shown": layer != "outlook",
                }
                for layer, collection in LAYERS.items()
            ],
        },
        "sources.json": {
            "sources": [
                {
                    "id": "report",
                    "title": both("A report", "تقرير"),
                    "kind": "report",
                    "language": "ar",
                    "published": "2023-09-28/2023-10",
                    "paragraphs": 5,
                    "reliability": "C",
                    "reliability_basis": both("Because.", "لأنه كذلك."),
                    "description": both("A report.", "تقرير."),
                },
                {
                    "id": "leaflet-sheet",
                    "title": both("A leaflet", "منشور"),
                    "kind": "statement",
                    "language": "en",
                    "paragraphs": 1,
                    "reliability": "F",
                    "reliability_basis": both("Unknown.", "مجهول."),
                    "description": both("A leaflet.", "منشور."),
                },
            ],
            "origins": [
                {"id": "report-itself", "name": both("The report", "التقرير")},
                {"id": "kremlin-voice", "name": both("The Kremlin", "الكرملين"), "actor": "putin"},
            ],
            "gazetteers": [{"id": "register", "title": "A register", "lineage": "register", "licence": "CC0"}],
        },
        "rubric.json": {
            "hedges": [
                {
                    "id": "likely",
                    "name": both("likely", "مرجح"),
                    "rank": 6,
                    "phrases": {"en": ["probably"], "ar": ["على الأرجح"]},
                },
                {
                    "id": "possible",
                    "name": both("possible", "ممكن"),
                    "rank": 4,
                    "phrases": {"en": ["might"], "ar": ["ربما"]},
                },
            ],
            "bases": [
                {"id": "one-voice", "text": both("One voice only.", "صوت واحد."), "credibility": [2, 3, 4]},
                {"id": "opinion", "text": both("An opinion.", "رأي."), "credibility": [6]},
            ],
        },
        "actors.json": {
            "groups": [
                {"id": "wagner-side", "name": both("Wagner", "فاغنر"), "description": both("W", "ف")},
                {"id": "states", "name": both("States", "دول"), "description": both("S", "د")},
            ],
            "actors": [
                {
                    "id": "wagner",
                    "name": both("Wagner", "فاغنر"),
                    "kind": "armed-group",
                    "group": "wagner-side",
                    "aliases": {"ar": ["الغاغنر"], "en": ["Vagner"]},
                    "roles": [
                        {"kind": "subordinate", "title": both("Tool", "أداة"), "of": "putin", "claims": ["role"]}
                    ],
                },
                {"id": "putin", "name": both("Putin", "بوتين"), "kind": "person", "group": "states"},
            ],
        },
        "claims.json": {
            "claims": [
                claim("base", actors=["wagner"], places=["jufra"]),
                claim("base-again", attribution={"origin": "kremlin-voice", "wording": both("Kremlin", "الكرملين")}),
                claim("met", happened="2023-09-26", said="2023-09-28", assertion="reported"),
                claim("moved", assertion="reported", source="leaflet-sheet", locator=[0]),
                claim(
                    "will-stay",
                    assertion="forecast",
                    hedge="likely",
                    grade={"credibility": 6, "basis": "opinion"},
                    text=both("Wagner will probably stay.", "ستبقى فاغنر على الأرجح."),
                ),
                claim("why", reason_for=["will-stay"], assertion="assessed"),
                claim("role"),
                claim("town-named", places=["sirte"]),
            ]
        },
        "notes.json": {
            "notes": [{"id": "a-note", "kind": "gap", "text": both("Open.", "مفتوح."), "touches": ["wagner-jufra"]}]
        },
        "collections/places.geojson": {
            "type": "FeatureCollection",
            "features": [
                point(
                    "jufra",
                    both("Jufra base", "قاعدة الجفرة"),
                    16.001,
                    29.1981,
                    kind="base",
                    precision="exact",
                    radius=1500,
                ),
                point("sirte", both("Sirte", "سرت"), 16.5887, 31.2089, claims=["town-named"]),
                point("moscow", both("Moscow", "موسكو"), 37.6178, 55.752, within="RU", radius=20000),
                {
                    "type": "Feature",
                    "id": "south",
                    "geometry": {
                        "type": "Polygon",
                        "coordinates": [[[12, 25], [17, 25], [17, 28], [12, 28], [12, 25]]],
                    },
                    "properties": {
                        "kind": "region",
                        "name": both("The south", "الجنوب"),
                        "precision": "area",
                        "within": "LY",
                    },
                },
            ],
        },
        "collections/presence.geojson": {
            "type": "FeatureCollection",
            "features": [
                feature(
                    "wagner-jufra",
                    "wagner",
                    "forces",
                    place="jufra",
                    actors=[{"actor": "wagner"}],
                    when="2020~/",
                    confirmed="2023-09-28",
                    claims=["base", "base-again"],
                    strength={"most": 1000, "unit": "fighters", "of": "jufra", "claims": ["base"]},
                ),
                feature(
                    "wagner-south",
                    "wagner",
                    "forces",
                    place="south",
                    actors=[{"actor": "wagner"}],
                    when="2020/2021",
                    claims=["base"],
                ),
            ],
        },
        "collections/events.geojson": {
            "type": "FeatureCollection",
            "features": [
                feature(
                    "meeting-moscow",
                    "meetings",
                    "meeting",
                    place="moscow",
                    when="[2023-09-26..2023-09-28]",
                    actors=[{"actor": "putin", "role": "host"}],
                    claims=["met"],
                ),
            ],
        },
        "collections/movements.geojson": {
            "type": "FeatureCollection",
            "features": [
                feature(
                    "sirte-jufra",
                    "movements",
                    "redeployment",
                    origin="sirte",
                    destination="jufra",
                    actors=[{"actor": "wagner"}],
                    claims=["moved"],
                ),
            ],
        },
        "collections/assessments.geojson": {
            "type": "FeatureCollection",
            "features": [
                feature(
                    "wagner-stays",
                    "outlook",
                    "forecast",
                    about=["jufra"],
                    actors=[{"actor": "wagner"}],
                    claims=["will-stay", "why"],
                    ties=[{"feature": "wagner-jufra", "relation": "about"}],
                ),
            ],
        },
    }


def write(folder: Path, change: Callable[[Files], object] | None = None) -> Path:
    """Write the dataset to `folder`, formatted, after `change` was made to it."""
    content = files()
    write_formatted(folder, content)
    if change:
        content = {name: json.loads((folder / name).read_text("utf-8")) for name in content}
        change(content)
        _save(folder, content)
    return folder


def write_formatted(folder: Path, content: Files) -> Path:
    """Write any dataset to `folder`, as `libyamap format` would leave it."""
    _save(folder, content)
    for file, text in formatted(folder).items():
        save(file, text)
    return folder


def _save(folder: Path, content: Files) -> None:
    (folder / "collections").mkdir(parents=True, exist_ok=True)
    for name, record in content.items():
        (folder / name).write_text(json.dumps(record, ensure_ascii=False), "utf-8")
