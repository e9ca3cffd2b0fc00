"""The map alone, for a frame on somebody's page: a view by the permalink's query, to be looked at."""

from __future__ import annotations

import os

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from arrival import view_on_arrival
from libyamap.framing import EMBED_VARIABLE, ancestors
from libyamap.i18n import message
from libyamap.render.presentation import marked
from libyamap.serve import MARKING_VARIABLE
from own_page import OwnPage


def embed(request: Request) -> Response:
    """Answer with the page of the map alone; who may frame it is the operator's setting."""
    view = view_on_arrival(request.url.query, request.headers.get("accept-language", ""))
    marking = marked(os.environ.get(MARKING_VARIABLE))
    filters = view.filters()
    page = OwnPage(
        host="embed",
        title=message(view.lang, "dashboard.title"),
        fetched=("document.json", f"selection.json?{filters}" if filters else "selection.json", "basemap.json"),
        settings={"marking": orjson.dumps(marking).decode()} if marking else {},
        ancestors=ancestors(os.environ.get(EMBED_VARIABLE, "").split()),
    )
    return page.response(view)


ROUTES = [Route("/embed", embed)]
