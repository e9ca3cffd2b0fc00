"""Our own addresses beside Streamlit's: what the map application is made of, and what it draws.

==============================  =====================================================
``libyamap/document.json``      the whole dataset, both languages
``libyamap/selection.json?Q``   what the filters of the permalink query Q leave of it
``libyamap/choices.json?Q``     what each choice of each filter would leave beside them
``libyamap/basemap.json``       coast, borders, places: the ground the map is drawn on
``libyamap/comparison.json?Q``  what changed: `with` a revision of its folder, `since` a digest
``libyamap/revisions.json``     the revisions that changed the dataset
``libyamap/map.js``             folium's script, which makes the map and its controls
``libyamap/export/*``           what is looked at as a file, wished for and fetched
``libyamap/overlay``            a file of the reader's own, posted, as a layer of the map
``libyamap/briefs/*``           the dataset's briefs: read, checked, saved
``libyamap/*``                  the built map application
==============================  =====================================================
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

import orjson
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

import comparing
import kept_briefs
from arrival import view_on_arrival
from exporting import Exporting
from libyamap import paths
from libyamap.render import basemap, web
from libyamap.selection import select
from libyamap.view import View
from live import Edition, live_dataset
from own_files import read_overlay
from served import Body, file_body

JSON = "application/json"
_NAMED_BY_CONTENT = re.compile(r"-[A-Z0-9]{8}\.js$")
"""Parts of the map application, as the build names them."""


def document() -> Body:
    """The dataset as it is now, as the map application reads it."""
    return _document(live_dataset().now())


def selection(edition: Edition, view: View) -> Body:
    """What the filters of `view` leave of an edition of the dataset."""
    return _selection(edition, view.filters())


def choices(edition: Edition, view: View) -> Body:
    """What each choice of each filter would leave, the filters of `view` staying as they are."""
    return _choices(edition, view.filters())


def map_script() -> Body:
    """Folium's script for the dataset as it is now."""
    return _map_script(live_dataset().now())


@cache
def ground() -> Body:
    """The basemap, which no dataset changes."""
    return Body(orjson.dumps(basemap.basemap()), JSON)


def asset(name: str) -> Body | None:
    """A file of the built map application, or None if it has none of that name."""
    return file_body(paths.front_end() / name)


def modules() -> list[str]:
    """Names of the files that the map application cannot start without."""
    written = asset("modules.json")
    return list(orjson.loads(written.content)) if written else []


@lru_cache(maxsize=2)
def _document(edition: Edition) -> Body:
    return Body(orjson.dumps(web.document(edition.dataset)), JSON)


@lru_cache(maxsize=64)
def _selection(edition: Edition, filters: str) -> Body:
    return Body(orjson.dumps(web.render(select(edition.dataset, View.from_query(filters)))), JSON)


@lru_cache(maxsize=64)
def _choices(edition: Edition, filters: str) -> Body:
    return Body(orjson.dumps(web.render_choices(select(edition.dataset, View.from_query(filters)))), JSON)


@lru_cache(maxsize=2)
def _map_script(edition: Edition) -> Body:
    return Body(web.map_script(edition.dataset).encode(), "text/javascript")


def _answering(
    body: Callable[[Request], Body | Response | None], *, lasting: Callable[[Request], bool] = lambda _: False
) -> Callable[[Request], Response]:
    # A plain function, so that Starlette runs it in a thread: reading and rendering never hold up the others.
    def endpoint(request: Request) -> Response:
        found = body(request)
        if isinstance(found, Response):
            return found
        if not found:
            return PlainTextResponse("not found", status_code=404)
        return found.response(request, lasting=lasting(request))

    return endpoint


def _asset_named(request: Request) -> Body | None:
    name = Path(request.path_params["name"])
    hidden = any(part.startswith(".") for part in name.parts)
    return None if name.is_absolute() or hidden else asset(str(name))


def _is_named_by_its_content(request: Request) -> bool:
    return _NAMED_BY_CONTENT.search(request.path_params["name"]) is not None


def _selection_asked(request: Request) -> Body:
    return selection(live_dataset().now(), view_on_arrival(request.url.query, ""))


def _choices_asked(request: Request) -> Body:
    return choices(live_dataset().now(), view_on_arrival(request.url.query, ""))


ROUTES = [
    Route("/libyamap/document.json", _answering(lambda _: document())),
    Route("/libyamap/selection.json", _answering(_selection_asked)),
    Route("/libyamap/choices.json", _answering(_choices_asked)),
    Route("/libyamap/comparison.json", _answering(lambda request: comparing.comparison(request.url.query))),
    Route("/libyamap/revisions.json", _answering(lambda _: comparing.revisions())),
    Route("/libyamap/basemap.json", _answering(lambda _: ground())),
    Route("/libyamap/map.js", _answering(lambda _: map_script())),
    *Exporting().routes(),
    Route("/libyamap/overlay", read_overlay, methods=["POST"]),
    *kept_briefs.ROUTES,
    Route("/libyamap/{name:path}", _answering(_asset_named, lasting=_is_named_by_its_content)),
]
