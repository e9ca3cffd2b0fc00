"""The formats that are written, and how a file's ending names one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from libyamap.errors import AmbiguousEndingError, DataFormatError
from libyamap.i18n import message


@dataclass(frozen=True)
class Form:
    """A format.

    Attributes
    ----------
    suffix : str
        The ending of its files.
    media_type : str
        As HTTP has it.
    """

    name: str
    suffix: str
    media_type: str

    def title(self, lang: str) -> str:
        """What it is called: "GeoPackage, with styles"."""
        return message(lang, f"data.form.{self.name}")

    def purpose(self, lang: str) -> str:
        """What it is good for."""
        return message(lang, f"data.purpose.{self.name}")


FORMS: Mapping[str, Form] = {
    form.name: form
    for form in (
        Form("geopackage", ".gpkg", "application/geopackage+sqlite3"),
        Form("geojson", ".geojson", "application/geo+json"),
        Form("kmz", ".kmz", "application/vnd.google-earth.kmz"),
        Form("xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        Form("csv", ".csv", "text/csv"),
        Form("shapefile", ".shp.zip", "application/zip"),
        Form("geoparquet", ".parquet", "application/vnd.apache.parquet"),
        Form("flatgeobuf", ".fgb", "application/flatgeobuf"),
    )
}
"""By name, in the order in which they are offered."""

AMBIGUOUS: Mapping[str, str] = {".zip": "shapefile", ".json": "geojson"}
"""Endings that files of other sorts have too, with the format that may be meant."""


def form_of(file: Path) -> Form:
    """The format that a file's ending asks for.

    Raises
    ------
    AmbiguousEndingError
        If several formats have that ending.
    DataFormatError
        If none that is written here has it.
    """
    name = file.name.lower()
    for form in FORMS.values():
        if name.endswith(form.suffix):
            return form
    if file.suffix.lower() in AMBIGUOUS:
        raise AmbiguousEndingError(ending=file.suffix, form=AMBIGUOUS[file.suffix.lower()])
    raise DataFormatError(ending=file.suffix or file.name, forms=", ".join(form.suffix for form in FORMS.values()))


def named(name: str) -> Form:
    """The format of a name.

    Raises
    ------
    DataFormatError
        If there is none.
    """
    if name not in FORMS:
        raise DataFormatError(ending=name, forms=", ".join(FORMS))
    return FORMS[name]
