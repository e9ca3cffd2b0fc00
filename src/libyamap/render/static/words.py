"""What is written round the map: what it shows, who says so, when it was made, and what has to be known to read it."""

from __future__ import annotations

from dataclasses import dataclass

from babel.dates import format_datetime

from libyamap import dates
from libyamap.i18n import LEFT_TO_RIGHT, LOCALES, joined, message
from libyamap.interval import date_of
from libyamap.render.static.letters import plain
from libyamap.render.static.plane import Frame
from libyamap.render.static.sheet import Sheet
from libyamap.selection import Selection


@dataclass(frozen=True)
class Tally:
    """How many of the entries shown are where.

    Attributes
    ----------
    inside, outside, nowhere : int
        On the map, beyond its edges, and without a place.
    hidden : int
        Labels of what is on the map that there was no room for.
    """

    inside: int
    outside: int
    nowhere: int
    hidden: int


def title(selection: Selection, sheet: Sheet) -> str:
    """The title: the dataset's, unless the sheet has its own."""
    return selection.dataset.catalog.title[selection.view.lang] if sheet.title is None else sheet.title


def subtitle(selection: Selection, sheet: Sheet) -> str:
    """What is shown, in a sentence, unless the sheet has its own."""
    if sheet.subtitle is not None:
        return sheet.subtitle
    return " · ".join(filter(None, (sentence(selection), _interval(selection), as_of(selection))))


def sentence(selection: Selection) -> str:
    """How many entries filters, layers and interval leave, and by which filters."""
    lang, total, left = selection.view.lang, len(selection.dataset.features), len(selection.shown())
    said = list(selection.filters(lang).values())
    if selection.view.certain:
        said.append(message(lang, "static.certain"))
    key, n = ("some", left) if 0 < left < total else ("all" if left else "none", total)
    count = message(lang, f"sentence.{key}", n=n, total=total)
    filters = message(lang, "list.semicolon").join(said)
    return message(lang, "sentence.with-filters", count=count, filters=filters) if said else count


def as_of(selection: Selection) -> str:
    """The day that it speaks for."""
    lang = selection.view.lang
    return message(lang, "static.as-of", date=dates.day(lang, date_of(selection.as_of)))


def sources(selection: Selection) -> str:
    """The sources of what is shown, with their grades."""
    lang = selection.view.lang
    named = [
        message(
            lang,
            "static.source",
            title=source.title[lang],
            grade=LEFT_TO_RIGHT.format(source.reliability),
            words=message(lang, f"web.reliability.{source.reliability}"),
        )
        for source in selection.sources
    ]
    return message(lang, "static.sources", list=joined(lang, named)) if named else message(lang, "static.no-sources")


def rights(selection: Selection) -> str:
    """Whose the data are, and under which licence."""
    catalog, lang = selection.dataset.catalog, selection.view.lang
    licence = LEFT_TO_RIGHT.format(catalog.licence)
    return message(lang, "static.rights", attribution=catalog.attribution[lang], licence=licence)


def cautions(lang: str) -> str:
    """What the map is not, and what its borders are not."""
    return " ".join(message(lang, key) for key in ("web.disclaimer.borders-long", "web.disclaimer.use"))


def dating(selection: Selection, sheet: Sheet) -> str:
    """The day that it speaks for, and when it was made."""
    lang = selection.view.lang
    time = sheet.time
    clock = LEFT_TO_RIGHT.format(str(format_datetime(time, "HH:mm", locale=LOCALES["en"])) + " UTC")
    return f"{as_of(selection)} · {message(lang, 'static.exported', date=dates.day(lang, time.date()), time=clock)}"


def projection(selection: Selection, frame: Frame) -> str:
    """The projection, and where its scale is true."""
    lang = selection.view.lang
    latitude = frame.center[1]
    at = LEFT_TO_RIGHT.format(f"{abs(latitude):.1f}°{'N' if latitude >= 0 else 'S'}")
    name = LEFT_TO_RIGHT.format("WGS 84 / Web Mercator (EPSG:3857)")
    return message(lang, "static.projection", name=name, latitude=at)


def identity(selection: Selection) -> str:
    """Which data it was made from."""
    return message(selection.view.lang, "static.digest", digest=LEFT_TO_RIGHT.format(selection.digest))


def counted(lang: str, tally: Tally) -> str:
    """How many entries are on the map and how many are not, and how many labels had no room."""
    told = [message(lang, "static.count.inside", n=tally.inside)]
    if tally.outside:
        told.append(message(lang, "static.count.outside", n=tally.outside))
    if tally.nowhere:
        told.append(message(lang, "static.count.nowhere", n=tally.nowhere))
    if tally.hidden:
        told.append(message(lang, "static.count.hidden", n=tally.hidden))
    return " · ".join(told)


def file_words(selection: Selection, sheet: Sheet) -> tuple[str, str, str]:
    """Title, description and keywords for the file itself."""
    marking = sheet.marking or selection.view.marking or ""
    described = " · ".join(filter(None, (marking, subtitle(selection, sheet), sources(selection), identity(selection))))
    return plain(title(selection, sheet)), plain(described), selection.view.query()


def _interval(selection: Selection) -> str:
    """The interval of the view, in words."""
    view = selection.view
    ends = {name: dates.day(view.lang, day) for name, day in (("first", view.first), ("last", view.last)) if day}
    if not ends:
        return ""
    shape = "between" if len(ends) > 1 else "since" if view.first else "until"
    return message(view.lang, f"static.interval.{shape}", **ends)
