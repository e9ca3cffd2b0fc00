"""What a pack says of itself: manifest, checksums, and a text to read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version

import orjson

from libyamap.brief import Brief
from libyamap.dataset import Dataset
from libyamap.i18n import LANGUAGES, message

FORMAT = "libyamap-pack/1"
README, MANIFEST, SUMS = "README.txt", "manifest.json", "SHA256SUMS"


@dataclass(frozen=True)
class File:
    """A file of a pack.

    Attributes
    ----------
    kind : str
        The message `pack.file.<kind>` says what it is.
    lang : str, optional
        Its language, if it has but one.
    """

    name: str
    content: bytes
    kind: str
    lang: str | None = None

    def about(self, lang: str) -> str:
        """What it is, in words."""
        said = message(lang, f"pack.file.{self.kind}")
        return f"{said} ({message(lang, f'pack.lang.{self.lang}')})" if self.lang else said


def listed(brief: Brief, dataset: Dataset, files: Sequence[File], *, marking: str, time: dt.datetime) -> list[File]:
    """README, manifest and checksums of a pack's files."""
    exported = time.strftime("%Y-%m-%dT%H:%M:%SZ")
    readme = File(README, _readme(brief, dataset, files, marking=marking, exported=exported).encode(), "readme")
    catalog = dataset.catalog
    told = {
        "format": FORMAT,
        "brief": brief.id,
        "title": {lang: brief.title[lang] for lang in LANGUAGES},
        "date": brief.date.isoformat(),
        "marking": marking,
        "digest": dataset.digest,
        "edition": f"{catalog.id} {catalog.version}",
        "version": version("libyamap"),
        "licence": catalog.licence,
        "attribution": catalog.attribution.model_dump(),
        "exported": exported,
        "files": [_entry(one) for one in (readme, *files)],
    }
    content = orjson.dumps(told, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    manifest = File(MANIFEST, content, "manifest")
    sums = "".join(f"{_digest(one)}  {one.name}\n" for one in (readme, manifest, *files))
    return [readme, manifest, File(SUMS, sums.encode(), "sums")]


def _entry(file: File) -> dict[str, object]:
    about = {lang: file.about(lang) for lang in LANGUAGES}
    return {"name": file.name, "bytes": len(file.content), "sha256": _digest(file), "about": about}


def _digest(file: File) -> str:
    return sha256(file.content).hexdigest()


def _readme(brief: Brief, dataset: Dataset, files: Sequence[File], *, marking: str, exported: str) -> str:
    parts = []
    for lang in LANGUAGES:
        lines = [
            *filter(None, (marking, brief.title[lang], brief.author[lang])),
            message(lang, "pack.readme.lead"),
            *(f"- {one.name}: {one.about(lang)}" for one in files),
            message(lang, "pack.readme.check"),
            message(
                lang,
                "pack.readme.rights",
                attribution=dataset.catalog.attribution[lang],
                licence=dataset.catalog.licence,
            ),
            message(lang, "pack.readme.made", digest=dataset.digest, time=exported),
            message(lang, "web.disclaimer.use"),
        ]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"
