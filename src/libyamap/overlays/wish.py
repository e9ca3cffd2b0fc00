"""What a reader says of a file: how it is to be read, where it could be read otherwise."""

from __future__ import annotations

import pydantic


class Wish(pydantic.BaseModel, frozen=True, extra="forbid", strict=True):
    """How a file is to be read; what is None is recognised, and a column named "" is none.

    Attributes
    ----------
    encoding : str, optional
        Of its text.
    part : str, optional
        Sheet of a workbook, layer of a GeoPackage, shapefile or KML file of an archive.
    lon, lat : str, optional
        Columns of the coordinates, where the format has no shapes.
    title, start, end : str, optional
        Columns of the name, the date, and the date of the end.
    """

    encoding: str | None = None
    part: str | None = None
    lon: str | None = None
    lat: str | None = None
    title: str | None = None
    start: str | None = None
    end: str | None = None


NO_WISH = Wish()
