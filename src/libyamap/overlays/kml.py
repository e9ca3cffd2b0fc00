"""KML and KMZ: placemarks with what they say and when. Links are not followed, pictures and models not loaded."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, ParseError

import shapely
from defusedxml import DefusedXmlException
from defusedxml import ElementTree as Xml

from libyamap.overlays import encoding
from libyamap.overlays.archive import Archive
from libyamap.overlays.fault import Fault
from libyamap.overlays.refusals import (
    BrokenXmlError,
    EntityError,
    NestedError,
    NoRowsError,
    NothingInsideError,
    NotKmlError,
    UnknownPartError,
)
from libyamap.overlays.sheet import Sheet, check_length, check_width, from_records, shapes_of, shortened
from libyamap.overlays.wish import Wish

NAME, DESCRIPTION, FOLDER, BEGIN, END = "name", "description", "folder", "begin", "end"
DEEPEST = 60
_SEVERAL = frozenset({"MultiGeometry", "MultiTrack"})
_DRAWN = _SEVERAL | {"Point", "LineString", "LinearRing", "Polygon", "Track"}
_NOT_DRAWN = {"NetworkLink", "GroundOverlay", "ScreenOverlay", "PhotoOverlay", "Tour"}


def read(file: str, data: bytes) -> Sheet:
    """The placemarks of a KML file."""
    root = _parsed(file, data)
    if _tag(root) != "kml" and not any(_tag(one) == "Placemark" for one in root.iter()):
        raise NotKmlError(file=file, tag=_tag(root)[:40])
    marks = list(_placemarks(root, "", 0, file))
    check_length(file, len(marks))
    if not marks:
        raise NoRowsError(file=file)
    numbers = list(range(1, len(marks) + 1))
    columns, cells = from_records([_record(mark, folder) for mark, folder in marks])
    check_width(file, columns)
    shapes, broken = [], []
    for number, (mark, _) in zip(numbers, marks, strict=True):
        shape, whole = _shape(mark)
        shapes.append(shape)
        if not whole:
            broken.append(number)
    faults = [*shortened(cells, columns, numbers), *_left_out(root)]
    return Sheet(
        "kml",
        "feature",
        columns,
        cells,
        numbers,
        shapes=shapes_of(shapes),
        encoding="utf-8",
        broken=frozenset(broken),
        faults=tuple(faults),
    )


def read_kmz(file: str, archive: Archive, wish: Wish) -> Sheet:
    """A KML file of an archive: the one wished for, `doc.kml`, or the first."""
    names = archive.named(".kml")
    if not names:
        raise NothingInsideError(file=file)
    if wish.part is not None and wish.part not in names:
        raise UnknownPartError(file=file, part=wish.part)
    main = next((name for name in names if name.lower() == "doc.kml"), names[0])
    part = wish.part or main
    sheet = read(f"{file}: {part}", archive.read(part))
    return dataclasses.replace(sheet, parts=tuple(names), part=part)


def _parsed(file: str, data: bytes) -> Element:
    try:
        return _tree(data)
    except DefusedXmlException as error:
        raise EntityError(file=file, member=file) from error
    except RecursionError as error:
        raise NestedError(file=file) from error
    except (ParseError, ValueError, LookupError) as error:
        first = error
    # Not what its first line says: text of another encoding is read as such, and anything else refused.
    decoded = encoding.decode(file, data)
    line, column = getattr(first, "position", (1, 0))
    if decoded.encoding == "utf-8" and not decoded.odd:
        raise BrokenXmlError(file=file, line=line, column=column + 1) from first
    head, mark, rest = decoded.text.partition("?>")
    text = rest if mark and head.lstrip().startswith("<?xml") else decoded.text
    try:
        return _tree(text.encode("utf-8"))
    except DefusedXmlException as error:
        raise EntityError(file=file, member=file) from error
    except (ParseError, ValueError) as error:
        line, column = getattr(error, "position", (1, 0))
        raise BrokenXmlError(file=file, line=line, column=column + 1) from error


def _tree(data: bytes) -> Element:
    root: Element = Xml.fromstring(data, forbid_dtd=True)
    return root


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _placemarks(node: Element, folder: str, depth: int, file: str) -> Iterator[tuple[Element, str]]:
    """Placemarks in their order, each with the names of the folders that it lies in."""
    if depth > DEEPEST:
        raise NestedError(file=file)
    for child in node:
        match _tag(child):
            case "Placemark":
                yield child, folder
            case "Folder":
                name = _said(child, "name")
                yield from _placemarks(child, " / ".join(filter(None, (folder, name))), depth + 1, file)
            case "Document":
                yield from _placemarks(child, folder, depth + 1, file)
            case _:
                pass


def _record(mark: Element, folder: str) -> dict[str, str]:
    found = {
        NAME: _said(mark, "name"),
        DESCRIPTION: _plain(_said(mark, "description")),
        FOLDER: folder,
        BEGIN: "",
        END: "",
    }
    for node in mark.iter():
        match _tag(node):
            case "TimeStamp":
                found[BEGIN] = _said(node, "when")
            case "TimeSpan":
                found[BEGIN], found[END] = _said(node, "begin"), _said(node, "end")
            case "Data":
                found[node.get("name") or "?"] = _said(node, "value")
            case "SimpleData":
                found[node.get("name") or "?"] = (node.text or "").strip()
            case _:
                pass
    return {name: text for name, text in found.items() if text or name == NAME}


def _said(node: Element, name: str) -> str:
    return next(((child.text or "").strip() for child in node if _tag(child) == name), "")


class _Text(HTMLParser):
    """The text of markup; descriptions are written in it."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base's form
        self._skipped += tag in {"script", "style"}
        if tag in {"br", "p", "tr", "li", "div"}:
            self.parts.append("\n")
        elif tag in {"td", "th"}:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._skipped -= tag in {"script", "style"} and self._skipped > 0

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.parts.append(data)


def _plain(markup: str) -> str:
    """Markup as the text that it shows."""
    if "<" not in markup:
        return markup
    parser = _Text()
    parser.feed(markup)
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.parts).splitlines())
    return "\n".join(line for line in lines if line)


# --- shapes ---


def _shape(mark: Element) -> tuple[shapely.Geometry | None, bool]:
    """A placemark's shape, or what is left of it; and whether that is all of it."""
    parts, whole = [], True
    for node in mark:
        if _tag(node) in _DRAWN:
            found, complete = _geometry(node, 0)
            parts.extend(found)
            whole = whole and complete
    if not parts:
        return None, whole
    return (parts[0] if len(parts) == 1 else shapely.GeometryCollection(parts)), whole


def _geometry(node: Element, depth: int) -> tuple[list[shapely.Geometry], bool]:
    if _tag(node) in _SEVERAL:
        inner = [_geometry(child, depth + 1) for child in node if _tag(child) in _DRAWN] if depth < DEEPEST else []
        return [shape for shapes, _ in inner for shape in shapes], all(whole for _, whole in inner)
    try:
        return [_single(node)], True
    except (ValueError, IndexError, shapely.errors.GEOSException):
        return [], False


def _single(node: Element) -> shapely.Geometry:
    match _tag(node):
        case "Point":
            return shapely.Point(_ring(node)[0])
        case "Track":
            spots = _positions(" ".join((one.text or "").replace(" ", ",") for one in node if _tag(one) == "coord"))
            return shapely.LineString(spots) if len(spots) > 1 else shapely.Point(spots[0])
        case "Polygon":
            outer, *holes = (
                _ring(ring) for side in ("outerBoundaryIs", "innerBoundaryIs") for ring in _sides(node, side)
            )
            return shapely.Polygon(outer, holes)
        case _:
            return shapely.LineString(_ring(node))


def _sides(node: Element, name: str) -> list[Element]:
    return [ring for side in node if _tag(side) == name for ring in side if _tag(ring) == "LinearRing"]


def _ring(node: Element) -> list[tuple[float, float]]:
    return _positions(_said(node, "coordinates"))


def _positions(text: str) -> list[tuple[float, float]]:
    found = []
    for spot in text.split():
        lon, lat = spot.split(",")[:2]
        found.append((float(lon), float(lat)))
    return found


def _left_out(root: Element) -> Iterator[Fault]:
    """What is in the file beside placemarks: links to elsewhere, pictures, models."""
    counts = Counter(_tag(node) for node in root.iter())
    for kind in sorted(_NOT_DRAWN & counts.keys()):
        yield Fault("not-drawn", params={"kind": kind, "count": counts[kind]})
