"""Presenting a brief: its page, and all that the page needs from then on.

==================================  ============================================================
``present/ID``                      the page that presents the brief ID
``libyamap/presentation/ID.json``   the brief with all that its scenes show
==================================  ============================================================
"""

from __future__ import annotations

import os
from functools import lru_cache

import orjson
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from arrival import view_on_arrival
from libyamap.brief import Brief
from libyamap.render.presentation import presentation
from libyamap.serve import MARKING_VARIABLE
from live import Edition, live_dataset
from named_brief import brief_named
from own_page import OwnPage
from served import Body


def present(request: Request) -> Response:
    """Answer with the page that presents a brief."""
    brief = brief_named(live_dataset().root, request.path_params["brief"])
    if brief is None:
        return _unknown()
    view = view_on_arrival(request.url.query, request.headers.get("accept-language", ""))
    page = OwnPage(
        host="present",
        title=f"{brief.title[view.lang]} · Libyamap",
        root="../",
        fetched=(f"presentation/{brief.id}.json", "basemap.json"),
        settings={"brief": brief.id},
    )
    return page.response(view)


def presentation_asked(request: Request) -> Response:
    """Answer with a brief and all that its scenes show."""
    live = live_dataset()
    brief = brief_named(live.root, request.path_params["brief"])
    if brief is None:
        return _unknown()
    return _presentation(brief.model_dump_json(), live.now(), os.environ.get(MARKING_VARIABLE)).response(request)


@lru_cache(maxsize=8)
def _presentation(brief: str, edition: Edition, marking: str | None) -> Body:
    shown = presentation(Brief.model_validate_json(brief), edition.dataset, marking=marking)
    return Body(orjson.dumps(shown), "application/json")


def _unknown() -> Response:
    return PlainTextResponse("not found", status_code=404)


ROUTES = [
    Route("/present/{brief}", present),
    Route("/libyamap/presentation/{brief}.json", presentation_asked),
]
