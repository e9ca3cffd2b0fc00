"""Packs: a brief to be handed over, in one archive: slides, a handout, a page that presents by itself, and the data.

Every file is listed in `manifest.json`, with what it is and its checksum; `sha256sum -c SHA256SUMS` checks them. The
marking of the whole, which is at least that of each scene, is in every file and in every name.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from libyamap.brief import Brief
from libyamap.briefs import form
from libyamap.dataset import Dataset
from libyamap.errors import EmptyBriefError
from libyamap.i18n import LANGUAGES, Lang
from libyamap.marking import combined
from libyamap.pack.contents import File, listed
from libyamap.pack.naming import stem
from libyamap.render import data, deck, handout
from libyamap.render.data.archive import zipped
from libyamap.render.html.presenting import presenting
from libyamap.render.moment import made_at
from libyamap.render.scenes import together
from libyamap.render.static.sheet import Style

__all__ = ["name", "pack"]

FORMS = ("geojson", "geopackage", "csv")
"""Formats of the data."""
MOST_OF_MARKING = 80
"""Characters of a marking that a brief's file can hold."""


def pack(  # noqa: PLR0913 - each says how
    brief: Brief,
    dataset: Dataset,
    *,
    langs: Sequence[Lang] = LANGUAGES,
    theme: Style = "light",
    template: Path | None = None,
    marking: str | None = None,
    time: dt.datetime | None = None,
) -> bytes:
    """A brief as a pack: one zip archive.

    Parameters
    ----------
    langs : sequence of str
        Languages of decks and handout; the page has both, and opens in the first.
    theme : str
        Colours: light, dark, or print, which is black and white; the page is light then.
    template : Path, optional
        A presentation whose layouts, fonts and colours the decks use.
    marking : str, optional
        Handling marking, beside those of the brief and its scenes.
    time : datetime, optional
        When it was made; now if None, or as `SOURCE_DATE_EPOCH` has it. The same time gives the same bytes.

    Raises
    ------
    EmptyBriefError
        If the brief has no scene.
    """
    if not brief.scenes:
        raise EmptyBriefError(id=brief.id)
    moment, whole = made_at(time).replace(microsecond=0), combined((marking, brief.handling))
    folder = name(brief, dataset, marking=marking).removesuffix(".zip")
    marked = _marked(brief, whole)
    files = [
        *_documents(marked, dataset, list(dict.fromkeys(langs)), theme, template, whole, moment),
        *_data(marked, dataset, moment, langs[0], whole),
        File("brief.json", form.written(_kept(brief, whole)).encode(), "brief"),
    ]
    root = stem(brief, whole)
    named = [File(f"{root}.{one.name}", one.content, one.kind, one.lang) for one in files]
    told = listed(brief, dataset, named, marking=whole or "", time=moment)
    return zipped({f"{folder}/{one.name}": one.content for one in (*told, *named)}, moment)


def name(brief: Brief, dataset: Dataset, *, marking: str | None = None) -> str:
    """What a pack is called: "libyamap-BRIEF-DAY-MARKING-DIGEST.zip"."""
    whole = combined((marking, brief.handling))
    return f"libyamap-{stem(brief, whole, day=brief.date)}-{dataset.digest[:8]}.zip"


def _documents(  # noqa: PLR0913, PLR0917 - all of the pack's own
    brief: Brief,
    dataset: Dataset,
    langs: Sequence[Lang],
    theme: Style,
    template: Path | None,
    marking: str | None,
    time: dt.datetime,
) -> Iterator[File]:
    page = presenting(brief, dataset, lang=langs[0], theme="dark" if theme == "dark" else "light", marking=marking)
    yield File("html", page, "page")
    for lang in langs:
        slides = deck.render(brief, dataset, lang=lang, theme=theme, template=template, marking=marking, time=time)
        yield File(f"{lang}.pptx", slides, "deck", lang)
    yield File("pdf", handout.render(brief, dataset, langs=langs, style=theme, marking=marking, time=time), "handout")


def _data(brief: Brief, dataset: Dataset, time: dt.datetime, lang: Lang, marking: str | None) -> Iterator[File]:
    """The data behind all scenes."""
    selection = together(brief, dataset)
    view = selection.view.model_copy(update={"lang": lang, "marking": marking})
    selection = type(selection)(dataset, view, selection.items)
    for one in FORMS:
        exported = data.render(selection, form=one, time=time)
        yield File(data.FORMS[one].suffix.removeprefix("."), exported.content, one)
        for ending, content in exported.beside.items():
            yield File(ending.removeprefix("."), content, f"{one}-beside")


def _marked(brief: Brief, marking: str | None) -> Brief:
    """The brief with the marking of the whole on all of it: a scene out of a pack is of that pack."""
    scenes = tuple(scene.model_copy(update={"marking": marking}) for scene in brief.scenes)
    return brief.model_copy(update={"marking": marking, "scenes": scenes})


def _kept(brief: Brief, marking: str | None) -> Brief:
    """The brief as its file has it; a marking that the file cannot hold stays in the manifest."""
    fits = marking is not None and len(marking) <= MOST_OF_MARKING
    return brief.model_copy(update={"marking": marking}) if fits else brief
