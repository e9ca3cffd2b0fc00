"""Why a file cannot be read, one class a reason. Each sentence says where the fault is and what to do."""

from __future__ import annotations

from libyamap.errors import LibyamapError


class OverlayError(LibyamapError):
    """Base of all refusals; `file` is always among the parameters."""


class EmptyFileError(OverlayError):
    """There is nothing in the file."""

    key = "overlay.error.empty"


class TooLargeError(OverlayError):
    """The file has more bytes than an overlay may have."""

    key = "overlay.error.too-large"


class TooManyFeaturesError(OverlayError):
    """The file has more rows or features than an overlay may have."""

    key = "overlay.error.too-many"


class TooManyColumnsError(OverlayError):
    """A table is wider than an overlay may be."""

    key = "overlay.error.too-wide"


class TooManyVerticesError(OverlayError):
    """Shapes have more corners than an overlay may have."""

    key = "overlay.error.too-fine"


class UnknownFormatError(OverlayError):
    """The content is of no format that is read."""

    key = "overlay.error.unknown-format"


class BrokenArchiveError(OverlayError):
    """A zip archive is damaged or cut off."""

    key = "overlay.error.archive-broken"


class LockedArchiveError(OverlayError):
    """A member of an archive, or a workbook, is locked by a password."""

    key = "overlay.error.locked"


class BombError(OverlayError):
    """An archive would expand to far more than it should."""

    key = "overlay.error.bomb"


class UnsafeNameError(OverlayError):
    """A member's name leads out of its archive."""

    key = "overlay.error.unsafe-name"


class NothingInsideError(OverlayError):
    """An archive holds nothing that is read."""

    key = "overlay.error.nothing-inside"


class MissingMemberError(OverlayError):
    """A shapefile's archive lacks one of the files that belong together."""

    key = "overlay.error.member-missing"


class EncodingError(OverlayError):
    """Text is not of the encoding that it is said to be of."""

    key = "overlay.error.encoding"


class BrokenXmlError(OverlayError):
    """A KML file is not well-formed."""

    key = "overlay.error.xml"


class EntityError(OverlayError):
    """XML declares a document type or entities, which are not read."""

    key = "overlay.error.entity"


class NotKmlError(OverlayError):
    """XML is not KML."""

    key = "overlay.error.not-kml"


class BrokenJsonError(OverlayError):
    """A GeoJSON file is not JSON."""

    key = "overlay.error.json"


class NestedError(OverlayError):
    """JSON or XML is nested deeper than anything that is meant to be read."""

    key = "overlay.error.nested"


class NotGeoJsonError(OverlayError):
    """JSON is not GeoJSON."""

    key = "overlay.error.not-geojson"


class NoRowsError(OverlayError):
    """A table or a collection has nothing in it."""

    key = "overlay.error.no-rows"


class UnknownPartError(OverlayError):
    """There is no sheet or layer of the name that was asked for."""

    key = "overlay.error.part"


class BrokenWorkbookError(OverlayError):
    """A workbook is damaged."""

    key = "overlay.error.workbook"


class BrokenGisFileError(OverlayError):
    """A GeoPackage or a shapefile is damaged."""

    key = "overlay.error.gis"


class UnknownCrsError(OverlayError):
    """It is not known in which coordinate reference system the coordinates are."""

    key = "overlay.error.crs"


class NotDegreesError(OverlayError):
    """Coordinates that should be longitude and latitude are not."""

    key = "overlay.error.not-degrees"


class TookTooMuchError(OverlayError):
    """Reading took more time or memory than one file may take, or broke off."""

    key = "overlay.error.too-much"
