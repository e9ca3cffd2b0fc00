"""Styles as OGC has them (SLD 1.1, Symbology Encoding): what GeoServer and others read.

Symbols are given as `wkt://` marks, which GeoServer draws by their own shape. QGIS reads the QML beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from libyamap.model import Assertion
from libyamap.render.data.looks import AREA_ALPHA, BOUNDARY, HALO_ALPHA, LINE, SIZE, Look
from libyamap.render.data.marks import outline
from libyamap.render.data.markup import document, node
from libyamap.render.data.shapes import Sort

METRE = "http://www.opengeospatial.org/se/units/metre"
NAMESPACES = {
    "xmlns": "http://www.opengis.net/sld",
    "xmlns:ogc": "http://www.opengis.net/ogc",
    "xmlns:se": "http://www.opengis.net/se",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": "http://www.opengis.net/sld http://schemas.opengis.net/sld/1.1.0/StyledLayerDescriptor.xsd",
    "version": "1.1.0",
}
DASHES = "5 3"
_SOLID: frozenset[Assertion] = frozenset({Assertion.STATED})

Draw = Callable[[Element, Assertion], None]


def of_features(look: Look, sort: Sort, name: str) -> str:
    """The style of a layer's features of one sort: a rule for each assertion."""
    draw: Mapping[Sort, Draw] = {
        "points": lambda rule, assertion: _mark(rule, look, assertion),
        "lines": lambda rule, assertion: _line(rule, look.colour, look.opacity, broken=assertion not in _SOLID),
        "areas": lambda rule, _: _area(rule, look.colour, AREA_ALPHA * look.opacity, look.opacity),
    }
    root, style = _root(name)
    for assertion in Assertion:
        rule = node(style, "se:Rule")
        node(rule, "se:Name", assertion)
        equal = node(node(rule, "ogc:Filter"), "ogc:PropertyIsEqualTo")
        node(equal, "ogc:PropertyName", "assertion")
        node(equal, "ogc:Literal", assertion)
        draw[sort](rule, assertion)
    return document(root)


def of_one(sort: Sort, colour: str, name: str) -> str:
    """The style of a table all of whose rows look alike."""
    root, style = _root(name)
    rule = node(style, "se:Rule")
    match sort:
        case "points":
            _disc(rule, colour, size="8", alpha=1.0)
        case "lines":
            _line(rule, colour, 1.0, broken=True)
        case _:
            _area(rule, colour, HALO_ALPHA, 1.0)
    return document(root)


def of_halos(colour: str, name: str) -> str:
    """The style of places at points: a dot, and round it all of where the place may lie."""
    root, style = _root(name)
    rule = node(style, "se:Rule")
    known = node(node(node(rule, "ogc:Filter"), "ogc:Not"), "ogc:PropertyIsNull")
    node(known, "ogc:PropertyName", "radius_m")
    size = _disc(rule, colour, size=None, alpha=HALO_ALPHA, uom=METRE)
    twice = node(size, "ogc:Mul")
    node(twice, "ogc:PropertyName", "radius_m")
    node(twice, "ogc:Literal", 2)
    _disc(node(style, "se:Rule"), colour, size="5", alpha=1.0)
    return document(root)


def _root(name: str) -> tuple[Element, Element]:
    root = Element("StyledLayerDescriptor", NAMESPACES)
    layer = node(root, "NamedLayer")
    node(layer, "se:Name", name)
    style = node(layer, "UserStyle")
    node(style, "se:Name", name)
    return root, node(style, "se:FeatureTypeStyle")


def _mark(rule: Element, look: Look, assertion: Assertion) -> None:
    graphic = node(node(rule, "se:PointSymbolizer"), "se:Graphic")
    mark = node(graphic, "se:Mark")
    node(mark, "se:WellKnownName", f"wkt://{outline(look.symbol)}")
    _fill(mark, look.colour if assertion in _SOLID else look.paper)
    _stroke(
        mark, look.paper if assertion in _SOLID else look.colour, BOUNDARY, 1.0, broken=assertion is Assertion.REPORTED
    )
    node(graphic, "se:Opacity", f"{look.opacity:g}")
    node(graphic, "se:Size", SIZE)


def _disc(rule: Element, colour: str, *, size: str | None, alpha: float, **attributes: str) -> Element:
    graphic = node(node(rule, "se:PointSymbolizer", **attributes), "se:Graphic")
    mark = node(graphic, "se:Mark")
    node(mark, "se:WellKnownName", "circle")
    _fill(mark, colour, alpha)
    _stroke(mark, colour, 1.0, 0.6, broken=alpha < 1)
    return node(graphic, "se:Size", size)


def _line(rule: Element, colour: str, alpha: float, *, broken: bool) -> None:
    _stroke(node(rule, "se:LineSymbolizer"), colour, LINE, alpha, broken=broken)


def _area(rule: Element, colour: str, alpha: float, edge: float) -> None:
    polygon = node(rule, "se:PolygonSymbolizer")
    _fill(polygon, colour, alpha)
    _stroke(polygon, colour, BOUNDARY, edge, broken=True)


def _fill(parent: Element, colour: str, alpha: float = 1.0) -> None:
    fill = node(parent, "se:Fill")
    _set(fill, "fill", colour)
    _set(fill, "fill-opacity", f"{alpha:g}")


def _stroke(parent: Element, colour: str, width: float, alpha: float, *, broken: bool) -> None:
    stroke = node(parent, "se:Stroke")
    _set(stroke, "stroke", colour)
    _set(stroke, "stroke-width", f"{width:g}")
    _set(stroke, "stroke-opacity", f"{alpha:g}")
    if broken:
        _set(stroke, "stroke-dasharray", DASHES)


def _set(parent: Element, name: str, value: str) -> None:
    node(parent, "se:SvgParameter", value, name=name)
