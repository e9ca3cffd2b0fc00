"""Briefs to keep, change and check."""

from __future__ import annotations

import datetime as dt
from typing import Any

from libyamap.brief import Brief, Line, Scene, Wording


def both(en: str = "Said.", ar: str = "قيل.") -> Wording:
    return Wording(en=en, ar=ar)


def line(*claims: str, en: str = "Said.", ar: str = "قيل.") -> Line:
    return Line(text=both(en, ar), claims=claims)


def scene(slug: str = "one", **changes: Any) -> Scene:
    return Scene(**({"id": slug, "title": both("A scene", "مشهد"), "lines": (line("met"),)} | changes))


def brief(*scenes: Scene, **changes: Any) -> Brief:
    described = {"id": "visit", "title": both("A visit", "زيارة"), "date": dt.date(2023, 9, 28), "scenes": scenes}
    return Brief(**(described | changes))
