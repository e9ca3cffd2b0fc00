"""The map application in one file that opens without a server or a network, with what a Selection leaves in it.

Filters are part of what was handed on: what they take away is not in the file (`render.excerpt`), and they cannot be
changed there. Layers, interval, search, drawing, measuring, comparing within layers and interval, both languages and
both themes are all there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from libyamap.i18n import LANGUAGES, Lang, message
from libyamap.render import basemap, web
from libyamap.render.excerpt import Excerpt, excerpt
from libyamap.render.html.page import LICENCES, asset, packed, page_file
from libyamap.render.moment import made_at
from libyamap.render.presentation import marked
from libyamap.selection import Selection, select
from libyamap.view import View, read_side

__all__ = ["held", "imprint", "page_file", "render"]

APPLICATION = "map"
TIME = "%Y-%m-%dT%H:%M:%SZ"

Json = dict[str, object]


def render(
    selection: Selection,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    marking: str | None = None,
    time: dt.datetime | None = None,
) -> bytes:
    """A selection as the map application in one file, in the view's language and theme.

    Parameters
    ----------
    title : str, optional
        Instead of the dataset's, in both languages; an empty one leaves it out.
    subtitle : str, optional
        A line beside the title; none if None. What is shown is always told.
    marking : str, optional
        Handling marking along the upper and the lower edge; the view's, if None.
    time : datetime, optional
        The time that the file says that it was made at; now if None, or as `SOURCE_DATE_EPOCH` has it.

    Raises
    ------
    MissingFrontEndError
        If the map application was not built.
    """
    view, dataset = selection.view, selection.dataset
    texts = imprint(selection, title=title, subtitle=subtitle, marking=marking, time=time)
    contents = held([selection, *_beside(selection)])
    return page_file(
        lang=view.lang,
        theme=view.theme,
        title=_page_title(texts, view.lang),
        script=APPLICATION,
        setup=web.map_script(dataset),
        held={**contents, "imprint": texts},
        marked=bool(texts["marking"]),
    )


def held(selections: Sequence[Selection]) -> Json:
    """What an application in one file draws: what these selections leave, the first being the one that it opens with.

    Parameters
    ----------
    selections : sequence of Selection
        Of one dataset. Each is found by the filters of its view.
    """
    left = excerpt(selections)
    return {
        "view": _opened(left).query(),
        "document": web.document(left.dataset),
        "selections": {
            whole.view.filters(): {**web.render(whole), "items": web.items(of_left)}
            for whole, of_left in zip(selections, left.selections, strict=True)
        },
        "basemap": packed(basemap.basemap()),
    }


def imprint(
    selection: Selection,
    *,
    title: str | None = None,
    subtitle: str | None = None,
    marking: str | None = None,
    time: dt.datetime | None = None,
) -> Json:
    """What a file tells of itself; the parameters are those of `render`."""
    own = selection.dataset.catalog.title.model_dump()
    handling = _line(selection.view.marking if marking is None else marking)
    return {
        "title": own if title is None else dict.fromkeys(LANGUAGES, _line(title)),
        "subtitle": _line(subtitle),
        "marking": handling,
        "band": marked(handling),
        "made": made_at(time).strftime(TIME),
        "licences": asset(LICENCES),
    }


def _beside(selection: Selection) -> Iterator[Selection]:
    """What the filters of the side that the view is compared with leave."""
    versus = selection.view.versus
    side = read_side(versus).view if versus is not None else selection.view
    if side.filters() != selection.view.filters():
        yield select(selection.dataset, side)


def _opened(left: Excerpt) -> View:
    """The view that the file opens with; what is open in it is there."""
    view, dataset = left.selections[0].view, left.dataset
    there = (dataset.features, dataset.claims, dataset.places, dataset.actors)
    return view if any(view.selected in some for some in there) else view.model_copy(update={"selected": None})


def _line(text: str | None) -> str:
    """A text as one line of letters that can be written."""
    return " ".join((text or "").encode("utf-8", "replace").decode().split())


def _page_title(texts: Json, lang: Lang) -> str:
    titles, marking = texts["title"], texts["marking"]
    named = titles[lang] if isinstance(titles, dict) else ""
    return " · ".join(filter(None, (str(marking), str(named), message(lang, "web.name"))))
