"""A dataset that means harm: every text in it holds script, markup, template and formula, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests import small
from tests.small import Files, both

FORMULA = "=1+1"
PAYLOAD = (
    "<script>window.__pwned='script'</script>"
    "<img src=x onerror=\"window.__pwned='image'\">"
    "<svg onload=window.__pwned='svg'>"
    "<style>body{display:none!important}</style>"
    "</script></title></textarea><!-- "
    "${window.__pwned='dollar'} `${window.__pwned='backtick'}` {{7*7}} {%raw%} "
    "\"' &lt;b&gt; \\u003cb\\u003e %3Cb%3E "
    "![p](http://example.org/p.png) [l](javascript:window.__pwned='link') **b** :red[r] $x^2$ "
    "\u202etfel\u202c -->"
)
"""Follows every text. Each part that ran would leave its name in `window.__pwned`, change the page, or ask a host."""

ADDRESS = "javascript:window.__pwned='address'"

LANGUAGES = frozenset({"ar", "en"})


def write(folder: Path) -> Path:
    """Write `small`'s dataset to `folder`, with every text turned hostile and every optional text there."""
    return small.write(folder, _turn)


def spoilt(text: str) -> str:
    """A text as this dataset has it."""
    return f"{FORMULA} {text} {PAYLOAD}"


def _turn(content: Files) -> None:
    _fill_in(content)
    content.update(_hostile(content))


def _fill_in(content: Files) -> None:
    """Set what the small dataset leaves out."""
    for source in content["sources.json"]["sources"]:
        source |= {
            "publisher": both("A publisher", "ناشر"),
            "author": both("An author", "كاتب"),
            "dating": both("Inferred", "مستنتج"),
            "url": ADDRESS,
        }
    for origin in content["sources.json"]["origins"]:
        origin["description"] = both("An origin", "مصدر القول")
    for actor in content["actors.json"]["actors"]:
        actor |= {"description": both("An actor", "طرف"), "aliases": {"ar": ["اسم آخر"], "en": ["Another name"]}}
    for claim in content["claims.json"]["claims"]:
        claim |= {"condition": both("On a condition", "بشرط"), "dating": both("Resolved", "محسوب")}
        claim["grade"]["note"] = both("A remark", "ملاحظة")
        if claim.get("hedge"):
            # A hedged text holds a phrase of the hedge; once both are spoilt, only one that is the phrase does.
            claim["text"] = both("probably", "على الأرجح")
    for place in content["collections/places.geojson"]["features"]:
        place["properties"] |= {
            "description": both("A place", "مكان"),
            "outline_basis": both("An outline", "حدود"),
            "aliases": {"ar": ["مكان آخر"], "en": ["Another place"]},
        }
        for coordinate in place["properties"].get("coordinates", []):
            coordinate["note"] = both("A coordinate", "إحداثي")


def _hostile(value: Any, name: str = "") -> Any:
    """A copy with every text in it spoilt: pairs of languages, aliases, and what is free text by its name."""
    if isinstance(value, Mapping):
        if value.keys() <= LANGUAGES:
            return {lang: _each(text) for lang, text in value.items()}
        return {key: _hostile(member, key) for key, member in value.items()}
    if isinstance(value, list):
        return [_hostile(member, name) for member in value]
    return spoilt(value) if name in {"version", "licence"} or _is_title(value, name) else value


def _each(text: str | list[str]) -> str | list[str]:
    return [spoilt(one) for one in text] if isinstance(text, list) else spoilt(text)


def _is_title(value: Any, name: str) -> bool:
    """A gazetteer's title is one text for both languages."""
    return name == "title" and isinstance(value, str)
