"""Styles as QGIS keeps them (QML): a layer's symbols by assertion, its areas and lines, names of fields."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from xml.etree.ElementTree import Element

from libyamap.i18n import message
from libyamap.model import Assertion
from libyamap.render.data.labels import label
from libyamap.render.data.looks import AREA_ALPHA, BOUNDARY, HALO_ALPHA, LINE, SIZE, Look
from libyamap.render.data.marks import EDGE, svg
from libyamap.render.data.markup import document, node
from libyamap.render.data.shapes import Sort
from libyamap.render.data.table import Field
from libyamap.render.static.symbol import HALF

VERSION = "3.28.0-Firenze"
DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
_GEOMETRY: Mapping[Sort, int] = {"points": 0, "lines": 1, "areas": 2}
_TYPES: Mapping[Sort, str] = {"points": "marker", "lines": "line", "areas": "fill"}

Draw = Callable[[Element, Assertion], None]


def of_features(look: Look, sort: Sort, fields: Iterable[Field], lang: str) -> str:
    """The style of a layer's features of one sort: another symbol for each assertion."""
    draw: Mapping[Sort, Draw] = {
        "points": lambda symbol, assertion: _picture(symbol, look, assertion),
        "lines": lambda symbol, assertion: _line(symbol, look.colour, LINE, broken=assertion is not Assertion.STATED),
        "areas": lambda symbol, _: _area(symbol, look.colour, AREA_ALPHA),
    }
    root = _root(fields, lang, shown=f"title_{lang}", opacity=look.opacity, sort=sort)
    renderer = node(root, "renderer-v2", type="categorizedSymbol", attr="assertion", enableorderby=0, forceraster=0)
    categories, symbols = node(renderer, "categories"), node(renderer, "symbols")
    for number, assertion in enumerate(Assertion):
        name = message(lang, f"web.assertion.{assertion}")
        node(categories, "category", symbol=number, value=assertion, label=name, render="true", type="string")
        draw[sort](_symbol(symbols, sort, str(number)), assertion)
    return document(root, doctype=DOCTYPE)


def of_one(sort: Sort, colour: str, fields: Iterable[Field], lang: str, *, shown: str) -> str:
    """The style of a table all of whose rows look alike: drawings, outlines of places."""
    root = _root(fields, lang, shown=shown, opacity=1.0, sort=sort)
    renderer = node(root, "renderer-v2", type="singleSymbol", enableorderby=0, forceraster=0)
    symbol = _symbol(node(renderer, "symbols"), sort, "0")
    match sort:
        case "points":
            _layer(symbol, "SimpleMarker", name="circle", color=_rgba(colour), size=2.4, size_unit="MM")
        case "lines":
            _line(symbol, colour, LINE, broken=True)
        case _:
            _area(symbol, colour, HALO_ALPHA)
    return document(root, doctype=DOCTYPE)


def of_halos(colour: str, fields: Iterable[Field], lang: str) -> str:
    """The style of places at points: a dot, and round it all of where the place may lie."""
    root = _root(fields, lang, shown=f"name_{lang}", opacity=1.0, sort="points")
    renderer = node(root, "renderer-v2", type="singleSymbol", enableorderby=0, forceraster=0)
    symbol = _symbol(node(renderer, "symbols"), "points", "0")
    halo = _layer(
        symbol, "SimpleMarker", name="circle", color=_rgba(colour, HALO_ALPHA), outline_color=_rgba(colour, 0.6),
        outline_style="dash", outline_width=0.3, size=0, size_unit="RenderMetersInMapUnits", scale_method="diameter",
    )  # fmt: skip
    _sized_by(halo, '2 * coalesce("radius_m", 0)')
    _layer(symbol, "SimpleMarker", name="circle", color=_rgba(colour), size=1.4, size_unit="MM")
    return document(root, doctype=DOCTYPE)


def _root(fields: Iterable[Field], lang: str, *, shown: str, opacity: float, sort: Sort) -> Element:
    root = Element(
        "qgis", version=VERSION, styleCategories="Symbology|Fields|MapTips|Rendering", hasScaleBasedVisibilityFlag="0"
    )
    aliases = node(root, "aliases")
    for number, field in enumerate(fields):
        node(aliases, "alias", field=field.name, index=number, name=label(field.name, lang))
    node(root, "previewExpression", f'"{shown}"')
    node(root, "layerOpacity", f"{opacity:g}")
    node(root, "blendMode", 0)
    node(root, "layerGeometryType", _GEOMETRY[sort])
    return root


def _symbol(symbols: Element, sort: Sort, name: str) -> Element:
    return node(symbols, "symbol", type=_TYPES[sort], name=name, alpha=1, clip_to_extent=1, force_rhr=0)


def _picture(symbol: Element, look: Look, assertion: Assertion) -> None:
    picture = svg(look.symbol, assertion, colour=look.colour, paper=look.paper)
    name = f"base64:{b64encode(picture.encode()).decode()}"
    _layer(symbol, "SvgMarker", name=name, size=f"{SIZE * EDGE / HALF:g}", size_unit="Pixel")


def _line(symbol: Element, colour: str, width: float, *, broken: bool) -> None:
    style = "dash" if broken else "solid"
    _layer(symbol, "SimpleLine", line_color=_rgba(colour), line_width=width, line_width_unit="Pixel", line_style=style)


def _area(symbol: Element, colour: str, alpha: float) -> None:
    _layer(
        symbol, "SimpleFill", color=_rgba(colour, alpha), style="solid", outline_color=_rgba(colour),
        outline_style="dash", outline_width=BOUNDARY, outline_width_unit="Pixel",
    )  # fmt: skip


def _layer(symbol: Element, sort: str, **options: object) -> Element:
    layer = node(symbol, "layer", class_=sort, enabled=1, locked=0, **{"pass": 0})
    listed = node(layer, "Option", type="Map")
    for name, value in options.items():
        node(listed, "Option", type="QString", name=name, value=value)
    return layer


def _sized_by(layer: Element, expression: str) -> None:
    """The size of a mark by an expression over its row."""
    defined = node(node(layer, "data_defined_properties"), "Option", type="Map")
    node(defined, "Option", type="QString", name="name", value="")
    size = node(node(defined, "Option", type="Map", name="properties"), "Option", type="Map", name="size")
    node(size, "Option", type="bool", name="active", value="true")
    node(size, "Option", type="QString", name="expression", value=expression)
    node(size, "Option", type="int", name="type", value=3)
    node(defined, "Option", type="QString", name="type", value="collection")


def _rgba(colour: str, alpha: float = 1.0) -> str:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return f"{red},{green},{blue},{round(alpha * 255)}"
