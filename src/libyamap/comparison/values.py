"""Values of fields in the reader's language: names for ids, words for terms, dates as people read them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from babel.numbers import format_percent

from libyamap import dates
from libyamap.comparison import Sort, called, objects
from libyamap.comparison.fields import Value
from libyamap.dataset import Dataset
from libyamap.i18n import LEFT_TO_RIGHT, LOCALES, message, messages, number
from libyamap.interval import parse

NAMED: Mapping[str, Sort] = {
    "about": Sort.PLACE, "actor": Sort.ACTOR, "actors": Sort.ACTOR, "basis": Sort.BASIS, "claims": Sort.CLAIM,
    "destination": Sort.PLACE, "feature": Sort.FEATURE, "gazetteer": Sort.GAZETTEER, "hedge": Sort.HEDGE,
    "layer": Sort.LAYER, "of": Sort.PLACE, "place": Sort.PLACE, "places": Sort.PLACE, "reason_for": Sort.CLAIM,
    "source": Sort.SOURCE,
}  # fmt: skip
"""Fields that hold ids, and of what; `_NAMED_IN` has those that hold others in other sorts of objects."""
_NAMED_IN: Mapping[tuple[Sort, str], Sort] = {
    (Sort.FEATURE, "origin"): Sort.PLACE,
    (Sort.CLAIM, "origin"): Sort.ORIGIN,
    (Sort.ACTOR, "group"): Sort.ACTOR_GROUP,
    (Sort.LAYER, "group"): Sort.LAYER_GROUP,
}
TERMS: Mapping[str, str] = {
    "assertion": "web.assertion", "collection": "web.collection", "precision": "web.precision",
    "reliability": "web.reliability", "credibility": "web.credibility", "location": "location",
}  # fmt: skip
"""Fields that hold terms, and where their messages stand."""
_TERMS_IN: Mapping[tuple[Sort, str], str] = {
    (Sort.FEATURE, "kind"): "web.kind",
    (Sort.PLACE, "kind"): "web.place",
    (Sort.ACTOR, "kind"): "web.actor",
    (Sort.NOTE, "kind"): "web.note",
}
EDTF = frozenset({"when", "confirmed", "happened", "said", "published"})
DAYS = frozenset({"recorded", "as_of"})
SEQUENCES = frozenset({"home", "locator", "position"})
"""Fields that hold numbers which belong together."""
LONGEST = 220
"""Characters of a value that are told."""


@dataclass(frozen=True)
class Telling:
    """The values of one object's fields, told in words.

    Attributes
    ----------
    dataset : Dataset
        Where the object stands, and what its ids name.
    lasting : bool
        Whether its dates are those of a state.
    """

    lang: str
    dataset: Dataset
    sort: Sort
    lasting: bool = False

    def told(self, field: str, value: Value) -> str | None:
        """A value in words; None where there is none."""
        if value is None or value == []:
            return None
        if isinstance(value, list) and field not in SEQUENCES:
            return message(self.lang, "list.semicolon").join(self._one(field, part) for part in value)
        return self._one(field, value)

    def anywhere(self, one: str) -> str | None:
        """What an object is called whose sort is not told."""
        for sort in (Sort.FEATURE, Sort.CLAIM, Sort.PLACE, Sort.ACTOR, Sort.SOURCE):
            if found := objects(sort, self.dataset).get(one):
                return shortened(called(found)[self.lang])
        return None

    def _one(self, field: str, value: Any) -> str:  # noqa: ANN401 - a value of JSON
        if isinstance(value, dict):
            return self._object(field, value)
        if isinstance(value, list):
            return self._numbers(value)
        if isinstance(value, bool):
            return self._say("yes" if value else "no")
        if isinstance(value, int | float):
            return self._term(field, value) or self._number(field, value)
        return self._words(field, str(value))

    def _words(self, field: str, value: str) -> str:
        if field in EDTF:
            return dates.words(self.lang, parse(value), lasting=self.lasting)
        if field in DAYS:
            return dates.day(self.lang, dt.date.fromisoformat(value))
        if field == "touches":
            return self.anywhere(value) or value
        return shortened(self._term(field, value) or self._name(field, value) or value)

    def _term(self, field: str, value: object) -> str | None:
        prefix = _TERMS_IN.get((self.sort, field)) or TERMS.get(field)
        key = f"{prefix}.{value}"
        if not prefix or key not in messages(self.lang):
            return None
        grade = field in {"reliability", "credibility"}
        words = message(self.lang, key)
        return self._say("grade", grade=LEFT_TO_RIGHT.format(value), words=words) if grade else words

    def _number(self, field: str, value: float) -> str:
        if field == "fading":
            return str(format_percent(value / 100, locale=LOCALES[self.lang]))
        return number(self.lang, value)

    def _name(self, field: str, value: str) -> str | None:
        named = _NAMED_IN.get((self.sort, field)) or NAMED.get(field)
        found = objects(named, self.dataset).get(value) if named else None
        return called(found)[self.lang] if found else None

    def _numbers(self, values: list[float]) -> str:
        return LEFT_TO_RIGHT.format(", ".join(f"{value:g}" if value == int(value) else str(value) for value in values))

    def _object(self, field: str, value: Mapping[str, Any]) -> str:
        match field:
            case "actors":
                return self._actor(value)
            case "coordinates":
                return self._coordinate(value)
            case "geometry":
                return self._geometry(value)
            case "strength":
                return self._strength(value)
            case "ties":
                return self._tie(value)
        # A text, or a role, which its title tells.
        return str(value.get("title", value)[self.lang])

    def _actor(self, value: Mapping[str, Any]) -> str:
        name, role = self._name("actor", value["actor"]) or value["actor"], f"web.role.{value['role']}"
        return self._part(name, message(self.lang, role)) if role in messages(self.lang) else name

    def _tie(self, value: Mapping[str, Any]) -> str:
        name = self._name("feature", value["feature"]) or value["feature"]
        return self._part(name, message(self.lang, f"web.relation.{value['relation']}"))

    def _coordinate(self, value: Mapping[str, Any]) -> str:
        name = self._name("gazetteer", value["gazetteer"]) or value["gazetteer"]
        return self._part(self._numbers([value["lat"], value["lon"]]), name)

    def _geometry(self, value: Mapping[str, Any]) -> str:
        if value["type"] == "Point":
            return self._numbers(value["coordinates"][1::-1])
        polygons = [value["coordinates"]] if value["type"] == "Polygon" else value["coordinates"]
        return self._say("outline", n=sum(len(ring) - 1 for rings in polygons for ring in rings))

    def _strength(self, value: Mapping[str, Any]) -> str:
        least, most = value["least"], value["most"]
        shape = "most" if least is None else "least" if most is None else "exact" if least == most else "range"
        unit = message(self.lang, f"unit.{value['unit']}", n=(least if most is None else most) or 0)
        told = message(self.lang, f"strength.{shape}", least=least or 0, most=most or 0, unit=unit)
        return self._part(told, self._name("of", value["of"]) or value["of"])

    def _part(self, name: str, role: str) -> str:
        return self._say("part", name=name, role=role)

    def _say(self, key: str, **params: object) -> str:
        return message(self.lang, f"comparison.{key}", **params)


def shortened(text: str) -> str:
    """A text cut to a length at which it can still be told beside another."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
