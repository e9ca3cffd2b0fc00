"""A brief in one file that presents by itself: the presenting page, with all that its scenes show and nothing else."""

from __future__ import annotations

from libyamap.brief import Brief
from libyamap.dataset import Dataset
from libyamap.i18n import Lang, message
from libyamap.render import basemap, web
from libyamap.render.html.page import LICENCES, SCENERY, asset, packed, page_file
from libyamap.render.presentation import presentation
from libyamap.view import Theme

APPLICATION = "present"
STYLES = ("leaflet.css", "present.css")


def presenting(
    brief: Brief, dataset: Dataset, *, lang: Lang = "en", theme: Theme = "light", marking: str | None = None
) -> bytes:
    """A brief as a page in one file, in both languages; nobody can follow it.

    Parameters
    ----------
    lang, theme : str
        How it opens.
    marking : str, optional
        Handling marking of all scenes that have none of their own.

    Raises
    ------
    MissingFrontEndError
        If the map application was not built.
    """
    name = " · ".join(filter(None, (marking or brief.handling, brief.title[lang], message(lang, "web.name"))))
    return page_file(
        lang=lang,
        theme=theme,
        title=name,
        script=APPLICATION,
        styles=STYLES,
        body=SCENERY,
        setup=web.map_script(dataset),
        held={
            "presentation": presentation(brief, dataset, marking=marking, handed_on=True),
            "basemap": packed(basemap.basemap()),
            "licences": asset(LICENCES),
        },
        marked=bool(marking or brief.handling),
    )
