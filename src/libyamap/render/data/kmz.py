"""KMZ for Google Earth and phones: folders by layer, our symbols, time, descriptions in both languages.

Descriptions are HTML in which all text of the data is escaped. Every field stands in `ExtendedData`. What is imprecise
in time has a span over all days that it may fill.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from xml.etree.ElementTree import Element

from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from libyamap.geometry import circle
from libyamap.i18n import DIRECTIONS, Lang, message, number
from libyamap.interval import Overlap
from libyamap.model import Assertion
from libyamap.render.data.archive import zipped
from libyamap.render.data.contents import Contents
from libyamap.render.data.exported import Exported, Loss, told
from libyamap.render.data.harmless import holdable
from libyamap.render.data.icons import Icon, step_of
from libyamap.render.data.kml_geometry import write_geometry
from libyamap.render.data.labels import label
from libyamap.render.data.looks import AREA_ALPHA, DRAWN, HALO_ALPHA, LINE, Look, look_of, muted
from libyamap.render.data.markup import document, node
from libyamap.render.data.shapes import on_the_globe
from libyamap.render.data.table import Row, Table, altered, flat

NAMESPACE = "http://www.opengis.net/kml/2.2"
SCALE = 0.75
"""Of an icon of 64 pixels, which Google Earth shows at 32."""
HALO, DRAWING = "halo", "drawing"
TOLD = ("when", "place", "origin", "destination", "actors", "strength", "evidence", "notes")
"""What a description tells of a feature."""


def export(contents: Contents) -> Exported:
    """One document, and its icons."""
    told_by_id = (contents.claims, contents.sources, contents.places, contents.notes)
    unplaced = sum(row.geometry is None for row in contents.features.rows)
    losses = (
        Loss("plainer"),
        *told(
            Loss("unplaced", unplaced),
            Loss("characters", altered(holdable, (contents.features, contents.places, contents.drawings))),
            *(Loss(table.name, len(table.rows)) for table in told_by_id),
        ),
    )
    scribe = Scribe(contents)
    text = scribe.document(losses)
    icons = {_file(name): icon.picture for name, icon in sorted(scribe.icons.items())}
    return Exported(zipped({"doc.kml": text.encode(), **icons}, contents.time), losses)


class Scribe:
    """Writes the document, and keeps what icons it has used."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._lang: Lang = contents.about.lang
        self._root = Element("kml", xmlns=NAMESPACE)
        self._document = node(self._root, "Document")
        self._styles = 0
        self.icons: dict[str, Icon] = {}

    def document(self, losses: Iterable[Loss]) -> str:
        """All of it."""
        contents, about = self._contents, self._contents.about
        node(self._document, "name", about.title)
        node(self._document, "open", 1)
        node(self._document, "description", _paragraphs(about.text(losses)))
        self._styles = len(self._document)
        data = node(self._document, "ExtendedData")
        for name, fact in about.flat(losses).items():
            _datum(data, name, fact)
        for layer, table in contents.by_layer().items():
            self._folder(contents.selection.dataset.layers[layer].title[self._lang], layer, table)
        self._halos()
        self._drawings()
        return document(self._root)

    def _folder(self, title: str, layer: str, table: Table) -> None:
        folder, look = self._named_folder(title), look_of(layer, self._contents.selection)
        for row in table.rows:
            mark = node(folder, "Placemark")
            node(mark, "name", row.values[f"title_{self._lang}"])
            node(mark, "Snippet", maxLines=0)
            node(mark, "description", "".join(self._described(row)))
            _time(mark, row)
            node(mark, "styleUrl", f"#{self._style(layer, look, row)}")
            _data(mark, table, row, self._lang)
            write_geometry(mark, row.geometry)

    def _described(self, row: Row) -> Iterator[str]:
        """What a feature is, in one language after the other."""
        for lang in self._contents.about.languages:
            possible = row.values["overlap"] == Overlap.POSSIBLE
            lines = [f"<b>{escape(flat(row.values[f'title_{lang}']))}</b>"]
            lines += [f"<i>{escape(message(lang, 'data.possible'))}</i>"] if possible else []
            for name in TOLD:
                text = flat(row.values.get(f"{name}_{lang}"))
                heading = label(name, lang)
                lines += [f"<b>{escape(heading)}:</b> {_lines(text)}"] if text else []
            yield f'<div dir="{DIRECTIONS[lang]}" lang="{lang}">{"<br/>".join(lines)}</div><hr/>'

    def _style(self, layer: str, look: Look, row: Row) -> str:
        """The id of the style of a feature, which is made when first asked for."""
        assertion, certain = Assertion(str(row.values["assertion"])), row.values["overlap"] == Overlap.CERTAIN
        age = row.values.get("confirmed_age")
        step = step_of(float(age)) if isinstance(age, int | float) else 0
        name = f"{layer}-{assertion}-{step}{'' if certain else '-possible'}"
        if name not in self.icons:
            symbol = look.symbol
            self.icons[name] = Icon(symbol.shape, look.colour, look.paper, symbol.hole, assertion, step, certain)
            style = self._new_style(name, look.colour, look.opacity, AREA_ALPHA)
            picture = Element("IconStyle")
            node(picture, "color", _abgr("#ffffff", look.opacity))
            node(picture, "scale", SCALE)
            node(node(picture, "Icon"), "href", _file(name))
            node(picture, "hotSpot", x=0.5, y=0.5, xunits="fraction", yunits="fraction")
            style.insert(0, picture)
        return name

    def _new_style(self, name: str, colour: str, opacity: float, fill: float) -> Element:
        style = Element("Style", id=name)
        self._document.insert(self._styles, style)
        self._styles += 1
        line = node(style, "LineStyle")
        node(line, "color", _abgr(colour, opacity))
        node(line, "width", LINE)
        node(node(style, "PolyStyle"), "color", _abgr(colour, opacity * fill))
        return style

    def _halos(self) -> None:
        """Where places that are known to a radius may lie."""
        placed = [row for row in self._contents.places.rows if row.values.get("radius_m")]
        if not placed:
            return
        self._new_style(HALO, muted(self._contents.selection), 0.7, HALO_ALPHA)
        folder = self._named_folder(message(self._lang, "data.halos"))
        for row in placed:
            radius = float(flat(row.values["radius_m"]))
            mark = node(folder, "Placemark")
            node(mark, "name", row.values[f"name_{self._lang}"])
            node(mark, "Snippet", maxLines=0)
            said = message(self._lang, "data.halo", km=number(self._lang, radius / 1000))
            node(mark, "description", escape(said))
            node(mark, "styleUrl", f"#{HALO}")
            _data(mark, self._contents.places, row, self._lang)
            write_geometry(mark, _round_about(row.geometry, radius))

    def _drawings(self) -> None:
        drawings = self._contents.drawings
        if not drawings.rows:
            return
        self._new_style(DRAWING, DRAWN, 1.0, HALO_ALPHA)
        folder = self._named_folder(message(self._lang, "data.table.drawings"))
        for row in drawings.rows:
            mark = node(folder, "Placemark")
            node(mark, "name", row.values["name"] or row.values["id"])
            if row.values["note"]:
                node(mark, "description", _lines(flat(row.values["note"])))
            node(mark, "styleUrl", f"#{DRAWING}")
            _data(mark, drawings, row, self._lang)
            write_geometry(mark, row.geometry)

    def _named_folder(self, title: str) -> Element:
        folder = node(self._document, "Folder")
        node(folder, "name", title)
        return folder


def _round_about(geometry: BaseGeometry | None, radius: float) -> BaseGeometry | None:
    if geometry is None:
        return None
    middle = geometry.representative_point()
    return on_the_globe(Polygon(circle((middle.x, middle.y), radius)))


def _time(mark: Element, row: Row) -> None:
    """A day, or a span over all days that it may fill; nothing where none are known."""
    begin, end = flat(row.values.get("start_earliest")), flat(row.values.get("end_latest"))
    if begin and begin == end:
        node(node(mark, "TimeStamp"), "when", begin)
    elif begin or end:
        span = node(mark, "TimeSpan")
        for name, day in (("begin", begin), ("end", end)):
            if day:
                node(span, name, day)


def _data(mark: Element, table: Table, row: Row, lang: str) -> None:
    """Every field of which something is known."""
    data = node(mark, "ExtendedData")
    for field in table.fields:
        value = flat(row.values.get(field.name))
        if value:
            _datum(data, field.name, value, label(field.name, lang))


def _datum(parent: Element, name: str, value: str, title: str | None = None) -> None:
    datum = node(parent, "Data", name=name)
    if title:
        node(datum, "displayName", title)
    node(datum, "value", value)


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br/>")


def _paragraphs(text: str) -> str:
    return "".join(f'<p dir="auto">{_lines(part)}</p>' for part in text.strip().split("\n\n"))


def _abgr(colour: str, alpha: float) -> str:
    """A colour as KML has it: opacity, blue, green, red."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return bytes((round(alpha * 255), blue, green, red)).hex()


def _file(name: str) -> str:
    return f"files/{name}.png"
