"""A page a site, and one for each actor with entries of no site: each entry with the claims that it rests on.

A claim is told in full once, where it is first met; everywhere else its number leads there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from libyamap import dates
from libyamap.dataset import Dataset
from libyamap.i18n import LEFT_TO_RIGHT, joined, message, number
from libyamap.interval import parse
from libyamap.model import Actor, Claim, Place, Strength
from libyamap.render import evidence
from libyamap.selection import Selection, Shown

Json = dict[str, Any]
METRES = 1000


@dataclass
class Teller:
    """Tells entries in a language, numbering claims as they are met.

    Attributes
    ----------
    numbers : dict
        The number of each claim met, by its id.
    noted : set
        Ids of the notes that the page at hand has told.
    """

    selection: Selection
    numbers: dict[str, int] = field(default_factory=dict)
    noted: set[str] = field(default_factory=set)

    @property
    def dataset(self) -> Dataset:
        """What the selection is of."""
        return self.selection.dataset

    @property
    def lang(self) -> str:
        """The language."""
        return self.selection.view.lang

    def said(self, key: str, **params: object) -> str:
        """A message in the language."""
        return message(self.lang, key, **params)

    def fact(self, key: str, value: str | None) -> list[list[str]]:
        """A line of a table of facts, if there is anything to say."""
        return [[self.said(key), value]] if value else []

    def when(self, shown: Shown) -> str:
        """When it was, in words."""
        edtf = shown.item.dated.when
        if not edtf:
            return self.said("web.fact.no-date")
        return dates.words(self.lang, parse(edtf), lasting=shown.item.feature.lasts)

    def where(self, shown: Shown) -> str:
        """Where it was, or between which places."""
        properties = shown.item.feature.properties
        names = {id_: place.properties.name[self.lang] for id_, place in self.dataset.places.items()}
        if properties.place:
            return names[properties.place]
        if properties.origin or properties.destination:
            unknown = self.said("web.fact.not-stated")
            ends = {"first": properties.origin, "last": properties.destination}
            return self.said("report.between", **{name: names.get(end or "", unknown) for name, end in ends.items()})
        return self.said("web.fact.no-place")

    def who(self, shown: Shown) -> str:
        """Who takes part in it, and as what."""
        parts = shown.item.feature.properties.actors
        named = [
            self.said(
                "report.part",
                actor=self.dataset.actors[part.actor].name[self.lang],
                role=self.said(f"web.role.{part.role}"),
            )
            for part in parts
        ]
        return self.said("list.semicolon").join(dict.fromkeys(named))

    def claims(self, ids: Iterable[str]) -> tuple[list[Json], list[int]]:
        """Claims that were not met before, in full, and the numbers of those that were."""
        new, known = [], []
        for id_ in ids:
            if id_ in self.numbers:
                known.append(self.numbers[id_])
            else:
                self.numbers[id_] = len(self.numbers) + 1
                new.append(self._claim(self.dataset.claims[id_]))
        return new, known

    def entry(self, shown: Shown) -> Json:
        """A feature with its facts, notes and claims."""
        feature = shown.item.feature
        notes = self.notes(feature.id)
        new, known = self.claims(claim.id for claim in shown.item.claims)
        return {
            "title": feature.properties.title[self.lang],
            "facts": self._facts(shown),
            "notes": notes,
            "claims": new,
            "elsewhere": known,
        }

    def notes(self, owner: str) -> list[list[str]]:
        """What is left open about something, as far as the page has not told it."""
        notes = [note for note in self.dataset.notes_on.get(owner, ()) if note.id not in self.noted]
        self.noted.update(note.id for note in notes)
        return [[self.said(f"web.note.{note.kind}"), note.text[self.lang]] for note in notes]

    def _facts(self, shown: Shown) -> list[list[str]]:
        properties, known = shown.item.feature.properties, shown.item.dated
        confirmed = dates.words(self.lang, parse(known.confirmed)) if known.confirmed else ""
        if shown.item.feature.lasts and not confirmed:
            confirmed = self.said("web.fact.never-confirmed")
        declared = {None: "", True: self.said("web.fact.declared"), False: self.said("web.fact.undeclared")}
        return [
            *self.fact("web.fact.when", self.when(shown)),
            *self.fact("web.fact.place", self.where(shown)),
            *self.fact("web.fact.who", self.who(shown)),
            *self.fact("web.fact.confirmed", confirmed),
            *self.fact("web.fact.status", declared[properties.declared]),
            *self.fact("web.fact.strength", self._strength(known.strength) if known.strength else ""),
        ]

    def _strength(self, strength: Strength) -> str:
        shapes = {(True, False): "most", (False, True): "least"}
        shape = shapes.get((strength.least is None, strength.most is None), "range")
        if strength.least == strength.most:
            shape = "exact"
        last = strength.least if strength.most is None else strength.most
        unit = self.said(f"unit.{strength.unit}", n=last or 0)
        figure = self.said(f"strength.{shape}", least=strength.least or 0, most=strength.most or 0, unit=unit)
        of = self.said("web.fact.strength-of", place=self.dataset.places[strength.of].properties.name[self.lang])
        return f"{figure} ({of})"

    def _claim(self, claim: Claim) -> Json:
        told = [
            evidence.speaker(claim, self.lang),
            evidence.whereabouts(claim, self.dataset, self.lang),
            evidence.manner(claim, self.dataset, self.lang),
        ]
        basis = self.dataset.bases[claim.grade.basis].text[self.lang]
        graded = [evidence.graded(claim, self.dataset, self.lang), basis]
        lines = [" · ".join(told), " · ".join(graded), " · ".join(evidence.circumstances(claim, self.lang))]
        lines += [" ".join(note) for note in ([f"{kind}:", text] for kind, text in self.notes(claim.id))]
        return {
            "number": self.numbers[claim.id],
            "text": claim.text[self.lang],
            "lines": [line for line in lines if line],
        }


def site_pages(teller: Teller, shown: Sequence[Shown]) -> Iterator[Json]:
    """A page for each place that something shown stands at or leads to."""
    by_place: dict[str, list[Shown]] = {}
    for one in shown:
        properties = one.item.feature.properties
        stands = properties.place or properties.destination or properties.origin
        if stands:
            by_place.setdefault(stands, []).append(one)
    for id_, place in teller.dataset.places.items():
        if id_ in by_place:
            yield _page(teller, place.properties.name[teller.lang], _about_place(teller, place), by_place[id_], id_)


def actor_pages(teller: Teller, shown: Sequence[Shown]) -> Iterator[Json]:
    """A page for each actor whose doings or sayings have no place, with what else it takes part in."""
    own: dict[str, list[Shown]] = {}
    takes_part: dict[str, list[Shown]] = {}
    for one in shown:
        properties = one.item.feature.properties
        actors = list(dict.fromkeys(part.actor for part in properties.actors))
        placed = properties.place or properties.destination or properties.origin
        for actor in actors:
            takes_part.setdefault(actor, []).append(one)
        if actors and not placed:
            own.setdefault(actors[0], []).append(one)
    for actor_id, who in teller.dataset.actors.items():
        if actor_id in own:
            page = _page(teller, who.name[teller.lang], _about_actor(teller, who), own[actor_id], actor_id)
            others = [one for one in takes_part[actor_id] if one not in own[actor_id]]
            yield {**page, "others": others}


def other_page(teller: Teller, shown: Sequence[Shown]) -> Iterator[Json]:
    """What has neither place nor actor."""
    left = [one for one in shown if not _is_told(one)]
    if left:
        yield _page(teller, teller.said("report.others"), [], left, "")


def also(teller: Teller, others: Iterable[Shown]) -> list[Json]:
    """Entries that are told on other pages, with the claims that lead there."""
    rows = []
    for one in others:
        known = [teller.numbers[claim.id] for claim in one.item.claims if claim.id in teller.numbers]
        title = one.item.feature.properties.title[teller.lang]
        rows.append({"title": title, "when": teller.when(one), "claims": known})
    return rows


def ranges(numbers: Iterable[int]) -> Iterator[str]:
    """Numbers as a reader lists them: "1–4", "7"."""
    ordered = sorted(numbers)
    for _, run in groupby(enumerate(ordered), lambda pair: pair[1] - pair[0]):
        found = [number for _, number in run]
        yield str(found[0]) if len(found) == 1 else LEFT_TO_RIGHT.format(f"{found[0]}–{found[-1]}")


def _is_told(shown: Shown) -> bool:
    properties = shown.item.feature.properties
    return bool(properties.place or properties.destination or properties.origin or properties.actors)


def _page(teller: Teller, title: str, facts: list[list[str]], shown: Sequence[Shown], owner: str) -> Json:
    teller.noted.clear()
    notes = teller.notes(owner)
    entries = [teller.entry(one) for one in shown]
    return {"title": title, "facts": facts, "notes": notes, "entries": entries, "others": []}


def _about_place(teller: Teller, place: Place) -> list[list[str]]:
    properties = place.properties
    precision = teller.said(f"web.precision.{properties.precision}")
    if properties.radius:
        within = teller.said("web.precision.within", km=number(teller.lang, properties.radius / METRES))
        precision = f"{precision}, {within}" if teller.lang == "en" else f"{precision}، {within}"
    return [
        [teller.said("web.table.column.kind"), teller.said(f"web.place.{properties.kind}")],
        [teller.said("web.fact.precision"), precision],
        *teller.fact("report.description", properties.description[teller.lang] if properties.description else ""),
    ]


def _about_actor(teller: Teller, actor: Actor) -> list[list[str]]:
    roles = [_role(teller, role.title[teller.lang], role.of) for role in actor.roles]
    return [
        [teller.said("web.table.column.kind"), teller.said(f"web.actor.{actor.kind}")],
        *teller.fact("web.role-kind.other", joined(teller.lang, roles)),
        *teller.fact("report.description", actor.description[teller.lang] if actor.description else ""),
    ]


def _role(teller: Teller, title: str, of: str | None) -> str:
    if of is None:
        return title
    return teller.said("report.role", title=title, actor=teller.dataset.actors[of].name[teller.lang])
