"""What every exported file says of itself: what it shows, whose it is, from which data and when it was made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from typing import Any

from libyamap.i18n import DIRECTIONS, LANGUAGES, LEFT_TO_RIGHT, Lang, joined, message
from libyamap.interval import date_of
from libyamap.render import words
from libyamap.render.data.exported import Loss
from libyamap.render.data.harmless import printable
from libyamap.selection import Selection

FORMAT = "libyamap-export/1"
PROGRAM = "Libyamap"
CAUTIONS = ("web.disclaimer.use", "web.about.not-for-control", "web.about.not-for-absence")
"""What data are not, where no map is beside them."""
REFERENCE = "WGS 84 (EPSG:4326)"


@dataclass(frozen=True)
class About:
    """What a file says of itself.

    Attributes
    ----------
    facts : mapping
        By name (a message `data.about.<name>` is its heading), in both languages.
    lang : str
        The language that stands first.
    time : datetime
        When the file was made, in UTC.
    """

    facts: Mapping[str, Mapping[str, str]]
    lang: Lang
    time: dt.datetime

    @property
    def title(self) -> str:
        """The title in the view's language."""
        return self.facts["title"][self.lang]

    @property
    def languages(self) -> Sequence[Lang]:
        """Both languages, the view's first."""
        return sorted(LANGUAGES, key=lambda lang: lang != self.lang)

    def lines(self, lang: str) -> list[tuple[str, str]]:
        """Headings and facts in a language."""
        return [(message(lang, f"data.about.{name}"), said[lang]) for name, said in self.facts.items() if said[lang]]

    def text(self, losses: Iterable[Loss] = ()) -> str:
        """All of it as a text to read, in one language after the other, with what the format could not hold."""
        losses = tuple(losses)
        return "\n\n".join("\n".join(self._lines(lang, losses)) for lang in self.languages) + "\n"

    def rows(self, losses: Iterable[Loss] = ()) -> Iterator[tuple[str, Mapping[str, str]]]:
        """Names and facts in both languages, losses last."""
        yield from self.facts.items()
        for loss in losses:
            yield "loss", {lang: loss.sentence(lang) for lang in LANGUAGES}

    def record(self, losses: Iterable[Loss] = ()) -> dict[str, Any]:
        """All of it as plain data: one text where both languages have the same, else both."""
        return {
            "format": FORMAT,
            **{name: said["en"] if said["ar"] == said["en"] else dict(said) for name, said in self.facts.items()},
            "losses": [
                {"kind": one.kind, "n": one.n, "names": list(one.names)}
                | {lang: one.sentence(lang) for lang in LANGUAGES}
                for one in losses
            ],
        }

    def flat(self, losses: Iterable[Loss] = ()) -> dict[str, str]:
        """All of it as texts by name, one for each language where they differ."""
        found: dict[str, str] = {"format": FORMAT}
        for name, said in self.facts.items():
            same = said["ar"] == said["en"]
            found |= {name: said["en"]} if same else {f"{name}_{lang}": said[lang] for lang in LANGUAGES}
        lost = {f"losses_{lang}": "\n".join(one.sentence(lang) for one in losses) for lang in LANGUAGES}
        return {name: text for name, text in (found | lost).items() if text}

    def _lines(self, lang: str, losses: Sequence[Loss]) -> Iterator[str]:
        for name, said in self.facts.items():
            if said[lang]:
                # What is the same in both languages is no Arabic, and keeps its order within Arabic.
                foreign = DIRECTIONS[lang] == "rtl" and said["ar"] == said["en"]
                fact = printable(said[lang])
                yield f"{message(lang, f'data.about.{name}')}: {LEFT_TO_RIGHT.format(fact) if foreign else fact}"
        if losses:
            yield ""
            yield message(lang, "data.losses")
            yield from (f"- {loss.sentence(lang)}" for loss in losses)


def about(selection: Selection, time: dt.datetime) -> About:
    """What a file made of a selection says of itself."""
    seen = {lang: replace(selection, view=selection.view.model_copy(update={"lang": lang})) for lang in LANGUAGES}
    catalog, view = selection.dataset.catalog, selection.view
    same = {
        "marking": view.marking or "",
        "query": view.query(),
        "as-of": date_of(selection.as_of).isoformat(),
        "licence": catalog.licence,
        "digest": selection.digest,
        "edition": f"{catalog.id} {catalog.version}",
        "exported": time.isoformat(timespec="seconds").replace("+00:00", "Z"),
        "program": f"{PROGRAM} {version('libyamap')}",
        "reference": REFERENCE,
    }
    said: dict[str, Mapping[str, str]] = {
        "title": {lang: catalog.title[lang] for lang in LANGUAGES},
        "sentence": {lang: _sentence(one) for lang, one in seen.items()},
        "sources": {lang: joined(lang, words.named_sources(one)) for lang, one in seen.items()},
        "attribution": {lang: catalog.attribution[lang] for lang in LANGUAGES},
        "disclaimer": {lang: " ".join(message(lang, key) for key in CAUTIONS) for lang in LANGUAGES},
    }
    facts: Mapping[str, Mapping[str, str]] = {
        **{name: dict.fromkeys(LANGUAGES, text) for name, text in same.items()},
        **said,
    }
    return About({name: facts[name] for name in ORDER}, view.lang, time)


ORDER = (
    "marking", "title", "sentence", "as-of", "sources", "attribution", "licence", "disclaimer",
    "edition", "digest", "query", "exported", "program", "reference",
)  # fmt: skip


def _sentence(selection: Selection) -> str:
    return " · ".join(filter(None, (words.sentence(selection), words.interval(selection))))
