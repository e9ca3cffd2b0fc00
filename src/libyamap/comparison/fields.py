"""An object as flat fields, and which of them differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from libyamap.model import Catalog, Feature, Record

Value = Any
"""Of a field: JSON without objects, but for the members of lists, geometry and strength."""
Fields = dict[str, Value]

WHOLE = frozenset({"geometry", "strength"})
"""Fields whose value is compared, and told, as one."""


@dataclass(frozen=True)
class Difference:
    """A field that differs: its path within the object, with dots, and its two values; None where it has none."""

    field: str
    old: Value
    new: Value

    def reversed(self) -> Difference:
        """The same with old and new exchanged."""
        return Difference(self.field, self.new, self.old)


def fields(one: Record) -> Fields:
    """An object's fields by path: texts by language, lists whole, what has no value left out."""
    content = one.model_dump(mode="json", exclude={"type"})
    if isinstance(one, Feature):
        del content["geometry"]
    if isinstance(one, Catalog):
        # Layers and their groups are objects of their own.
        del content["groups"], content["layers"]
    else:
        del content["id"]
    content |= content.pop("properties", {})
    return dict(_flat(content, ""))


def differences(old: Mapping[str, Value], new: Mapping[str, Value]) -> tuple[Difference, ...]:
    """The fields that differ, in the order in which objects have them."""
    paths = sorted(old.keys() | new.keys(), key=lambda path: (path.partition(".")[0], path))
    both = (Difference(path, old.get(path), new.get(path)) for path in paths)
    return tuple(one for one in both if one.old != one.new)


def _flat(content: Mapping[str, Value], prefix: str) -> Iterator[tuple[str, Value]]:
    for key, value in content.items():
        if isinstance(value, Mapping) and key not in WHOLE:
            yield from _flat(value, f"{prefix}{key}.")
        elif value not in (None, [], ()):
            yield f"{prefix}{key}", value
