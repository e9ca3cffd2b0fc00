"""Files of a reader's own: read in a process of its own, sent back as a layer of the map, and forgotten."""

from __future__ import annotations

import asyncio

import pydantic
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from libyamap.overlays import Wish, packing
from libyamap.overlays.apart import read_apart
from libyamap.overlays.limits import MOST_BYTES
from libyamap.overlays.refusals import TooLargeError
from posted import posted

BINARY = "application/octet-stream"
AT_ONCE = 2
"""Files that are read at the same time; further ones wait."""

_reading = asyncio.Semaphore(AT_ONCE)


async def read_overlay(request: Request) -> Response:
    """Answer a file with the layer that it is, or the sentence that says why it is none.

    The file is the request's body; its name and what was said of it stand in the query. Only this page's own scripts
    can ask: a page of another host would have to ask for leave to send bytes of this type, and nobody gives it.
    """
    if request.headers.get("content-type") != BINARY:
        return PlainTextResponse("unsupported media type", status_code=415)
    asked = dict(request.query_params)
    name = asked.pop("name", "?")[:200]
    try:
        wish = Wish(**asked)
    except pydantic.ValidationError:
        return PlainTextResponse("bad request", status_code=400)
    data = await posted(request, most=MOST_BYTES)
    if data is None:
        size = int(request.headers.get("content-length", MOST_BYTES)) / 1e6
        refusal = TooLargeError(file=name, size=round(size), limit=MOST_BYTES // 1_000_000)
        return _sent(packing.refused(refusal))
    async with _reading:
        return _sent(await run_in_threadpool(read_apart, name, data, wish))


def _sent(content: bytes) -> Response:
    return Response(
        content, media_type=BINARY, headers={"cache-control": "no-store", "x-content-type-options": "nosniff"}
    )
