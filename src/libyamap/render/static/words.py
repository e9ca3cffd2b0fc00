"""What is written round the map beside what `render/words.py` says of a selection: title, counts, projection, dates."""

from __future__ import annotations

from dataclasses import dataclass

from babel.dates import format_datetime

from libyamap import dates
from libyamap.i18n import LEFT_TO_RIGHT, LOCALES, message
from libyamap.render.static.letters import plain
from libyamap.render.static.plane import Frame
from libyamap.render.static.sheet import Sheet
from libyamap.render.words import as_of, identity, interval, sentence, sources
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
    return " · ".join(filter(None, (sentence(selection), interval(selection), as_of(selection))))


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
