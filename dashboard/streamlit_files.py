"""Streamlit's own scripts, styles and fonts, from memory and compressed.

The page asks for a hundred of them before it is whole. Streamlit reads each from disk, through several threads, and
sends it as it is; from memory, compressed once, they come in a fraction of the time and of the bytes.
"""

from __future__ import annotations

from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

import streamlit_page
from served import Body, read


class StreamlitFiles:
    """ASGI middleware around Streamlit: answers for its files, and leaves everything else to it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._bodies: dict[str, Body] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        body = await self._body(scope["path"]) if scope["type"] == "http" and scope["method"] == "GET" else None
        answer = body.response(Request(scope), lasting=True) if body else self._app
        await answer(scope, receive, send)

    async def _body(self, address: str) -> Body | None:
        """The file at an address, read and compressed when it is first asked for; None if it is not Streamlit's."""
        file = streamlit_page.static_files().get(address)
        if file and address not in self._bodies:
            self._bodies[address] = await run_in_threadpool(_ready, file)
        return self._bodies.get(address)


def _ready(file: Path) -> Body:
    """Read and compress a file, so that nothing is left to do when it is sent."""
    body = read(file)
    _ = body.compressed
    return body
