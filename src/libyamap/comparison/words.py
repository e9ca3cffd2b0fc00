"""A comparison in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from libyamap.comparison import Change, Comparison, How, Sort, called, objects
from libyamap.comparison.fields import Difference, Value
from libyamap.comparison.values import SEQUENCES, Telling
from libyamap.dataset import Dataset
from libyamap.i18n import joined, message
from libyamap.model import Feature

SIGNS = {How.ADDED: "+", How.CHANGED: "≠", How.AFFECTED: "○", How.REMOVED: "−"}
"""Before what was added, changed, affected or removed."""


@dataclass(frozen=True)
class Told:
    """A difference in words: what the field is called, and its values; of lists, what was lost and what was gained."""

    label: str
    old: str | None
    new: str | None


@dataclass(frozen=True)
class Words:
    """A comparison's parts in words of one language."""

    comparison: Comparison
    lang: str

    def title(self, change: Change) -> str:
        """What an object is called: as it is now, or was."""
        dataset = self.comparison.old if change.how is How.REMOVED else self.comparison.new
        return called(objects(change.sort, dataset)[change.id])[self.lang]

    def because(self, change: Change) -> list[str]:
        """What the changed claims and places are called that a feature rests on."""
        tellings = [Telling(self.lang, one, Sort.FEATURE) for one in (self.comparison.new, self.comparison.old)]
        found = (next(filter(None, (telling.anywhere(one) for telling in tellings)), one) for one in change.because)
        return list(found)

    def fields(self, change: Change) -> list[Told]:
        """An object's own fields that differ."""
        return [Told(self._label(one.field), *self._values(change, one)) for one in change.fields]

    def effects(self, change: Change) -> list[Told]:
        """What is drawn differently."""
        return [Told(self._say(f"mark.{one.field}"), *self._values(change, one)) for one in change.effects]

    def counts(self) -> str:
        """How much was added, changed, affected and removed."""
        if not self.comparison:
            same = self.comparison.old.digest == self.comparison.new.digest
            return self._say("same" if same else "same-content")
        counts = self.comparison.counts
        told = [self._say(f"count.{how}", n=counts[how]) for how in How if counts[how]]
        return self._say("counts", counts=joined(self.lang, told))

    def lines(self, old: str, new: str) -> Iterator[str]:
        """All of it as lines of text; `old` and `new` name the datasets."""
        names = {"old": (old, self.comparison.old.digest), "new": (new, self.comparison.new.digest)}
        told = {end: self._say("version", name=name, digest=digest) for end, (name, digest) in names.items()}
        yield self._say("heading", **told)
        for sort, changes in groupby(self.comparison.changes, key=lambda change: change.sort):
            yield ""
            yield message(self.lang, f"web.comparison.sort.{sort}")
            for change in changes:
                yield from self._change(change)
        if self.comparison:
            yield ""
        yield self.counts()

    def _change(self, change: Change) -> Iterator[str]:
        yield f"  {SIGNS[change.how]} {change.id}: {self.title(change)}"
        yield from (f"      {self._difference(one)}" for one in self.fields(change))
        yield from (f"      {self._say('on-map', text=self._difference(one))}" for one in self.effects(change))
        if change.because:
            list_ = message(self.lang, "list.semicolon").join(change.because)
            yield f"      {self._say('because', list=list_)}"

    def _difference(self, one: Told) -> str:
        key = "gained" if one.old is None else "lost" if one.new is None else "from-to"
        return self._say(key, label=one.label, old=one.old or "", new=one.new or "")

    def _label(self, path: str) -> str:
        field, language = _split(path)
        name = self._say(f"field.{field}")
        return self._say("field-in", field=name, language=self._say(f"language.{language}")) if language else name

    def _values(self, change: Change, one: Difference) -> tuple[str | None, str | None]:
        field = _split(one.field)[0]
        old, new = (one.old, one.new) if field in SEQUENCES else _lost_and_gained(one.old, one.new)
        return (
            self._telling(change, self.comparison.old).told(field, old),
            self._telling(change, self.comparison.new).told(field, new),
        )

    def _telling(self, change: Change, dataset: Dataset) -> Telling:
        one = objects(change.sort, dataset).get(change.id)
        return Telling(self.lang, dataset, change.sort, lasting=isinstance(one, Feature) and one.lasts)

    def _say(self, key: str, **params: object) -> str:
        return message(self.lang, f"comparison.{key}", **params)


def _split(path: str) -> tuple[str, str]:
    """The field at the end of a path, and the language that it is in."""
    core, _, last = path.rpartition(".")
    return (core.rpartition(".")[2], last) if core and last in {"ar", "en"} else (last, "")


def _lost_and_gained(old: Value, new: Value) -> tuple[Value, Value]:
    """Of two lists, the members that only one of them has; where only their order differs, the lists themselves."""
    if not isinstance(old if new is None else new, list):
        return old, new
    before, after = old or [], new or []
    lost, gained = [one for one in before if one not in after], [one for one in after if one not in before]
    return (lost, gained) if lost or gained else (old, new)
