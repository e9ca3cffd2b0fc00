"""What is said of a selection wherever it goes: what is left, who says so, whose it is, how it may be read."""

from __future__ import annotations

from libyamap import dates
from libyamap.i18n import LEFT_TO_RIGHT, joined, message
from libyamap.interval import date_of
from libyamap.model import Strength
from libyamap.selection import Selection


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
    """The sources of what is shown, with their grades, as a sentence."""
    lang, named = selection.view.lang, named_sources(selection)
    return message(lang, "static.sources", list=joined(lang, named)) if named else message(lang, "static.no-sources")


def named_sources(selection: Selection) -> list[str]:
    """The sources of what is shown, each with its grade."""
    lang = selection.view.lang
    return [
        message(
            lang,
            "static.source",
            title=source.title[lang],
            grade=LEFT_TO_RIGHT.format(source.reliability),
            words=message(lang, f"web.reliability.{source.reliability}"),
        )
        for source in selection.sources
    ]


def rights(selection: Selection) -> str:
    """Whose the data are, and under which licence."""
    catalog, lang = selection.dataset.catalog, selection.view.lang
    licence = LEFT_TO_RIGHT.format(catalog.licence)
    return message(lang, "static.rights", attribution=catalog.attribution[lang], licence=licence)


def cautions(lang: str) -> str:
    """What the map is not, and what its borders are not."""
    return " ".join(message(lang, key) for key in ("web.disclaimer.borders-long", "web.disclaimer.use"))


def identity(selection: Selection) -> str:
    """Which data it was made from."""
    return message(selection.view.lang, "static.digest", digest=LEFT_TO_RIGHT.format(selection.digest))


def interval(selection: Selection) -> str:
    """The interval of the view, in words; nothing if it has none."""
    view = selection.view
    ends = {name: dates.day(view.lang, day) for name, day in (("first", view.first), ("last", view.last)) if day}
    if not ends:
        return ""
    shape = "between" if len(ends) > 1 else "since" if view.first else "until"
    return message(view.lang, f"static.interval.{shape}", **ends)


def strength(figure: Strength, lang: str) -> str:
    """How many: "no more than 1,000 fighters"."""
    least, most = figure.least, figure.most
    shape = "most" if least is None else "least" if most is None else "exact" if least == most else "range"
    last = least if most is None else most
    unit = message(lang, f"unit.{figure.unit}", n=last or 0)
    return message(lang, f"strength.{shape}", least=least or 0, most=most or 0, unit=unit)
