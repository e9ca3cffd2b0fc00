"""Streamlit's page, made ours before it is sent: the map is on it before Streamlit starts.

Language, direction, theme, the map application and the addresses of what it draws stand in the first bytes, so
that features are drawn while Streamlit boots; and the map stands beside Streamlit's root, where no rerun can
remount it. Every page carries a strict Content-Security-Policy.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Awaitable, Callable
from html import escape

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

import routes
import streamlit_page
from arrival import view_on_arrival
from libyamap.i18n import DIRECTIONS, message
from libyamap.render.presentation import marked
from libyamap.serve import MARKING_VARIABLE
from libyamap.view import View

LOG = logging.getLogger("libyamap.page")

BODY = '<div id="libyamap"><div id="map_libyamap"></div></div>'
"""Where the map application and, within it, folium's map stand."""

SCRIPTS = ("leaflet.js", "map.js")
APPLICATION = "app.js"
"""A module. It runs after the scripts, in this order, once the page is parsed; `boot.js` runs before anything else."""
STYLES = ("leaflet.css", "app.css")
BRIDGE = "/_stcore/bidi-components/libyamap.bridge/bridge.js"
"""Address at which Streamlit serves the bridge between the script and the map application."""
FONT = "fonts/Vazirmatn.woff2"

POLICY = {
    "default-src": "'self'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",  # Streamlit writes its widgets' styles into the page
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}
"""The Content-Security-Policy of the page, but for the hashes of its inline scripts."""

Change = Callable[[bytes, MutableHeaders], Awaitable[bytes]]
"""Makes an answer's content another, and its headers with it."""

_CONDITIONAL = (b"accept-encoding", b"if-none-match", b"if-modified-since")
"""Request headers to which Streamlit might answer with something other than the page as text."""
_OWN_HEADERS = ("content-length", "etag", "last-modified")
_HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d+)?|\[[0-9a-fA-F:.]+\](:\d+)?")


class Page:
    """ASGI middleware around Streamlit: rewrites its page, answers for its origin, guards every document."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        unconditional = [(name, value) for name, value in scope["headers"] if name not in _CONDITIONAL]
        match scope["path"]:
            case "/":
                await self._app(dict(scope, headers=unconditional), receive, _Whole(send, _page(scope)))
            case streamlit_page.HOST_CONFIG:
                await self._app(dict(scope, headers=unconditional), receive, _Whole(send, _host_config(scope)))
            case _:
                await self._app(scope, receive, send)


class _Whole:
    """Holds an answer back until it is whole, and sends it changed."""

    def __init__(self, send: Send, change: Change) -> None:
        self._send = send
        self._change = change
        self._start: Message = {}
        self._content = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            return
        self._content += message.get("body", b"")
        if message.get("more_body"):
            return
        headers = MutableHeaders(raw=list(self._start["headers"]))
        content = self._content
        if self._start["status"] == 200:  # noqa: PLR2004 - HTTP's "OK"
            content = await self._change(content, headers)
            for name in _OWN_HEADERS:
                del headers[name]
            headers["content-length"] = str(len(content))
        await self._send(dict(self._start, headers=headers.raw))
        await self._send({"type": "http.response.body", "body": content})


def _page(scope: Scope) -> Change:
    query = scope["query_string"].decode("latin-1")
    view = view_on_arrival(query, Headers(scope=scope).get("accept-language", ""))

    async def change(content: bytes, headers: MutableHeaders) -> bytes:
        page = content.decode()
        try:
            page = streamlit_page.rewritten(page, await run_in_threadpool(head, view))
        except streamlit_page.StreamlitPageError:
            # The map application then starts later, from within Streamlit: slower, but whole.
            LOG.exception("Streamlit's page is sent as it is")
        headers["content-security-policy"] = policy(page)
        headers["cache-control"] = "no-cache"
        headers["vary"] = "accept-language"
        headers["referrer-policy"] = "same-origin"
        headers["x-content-type-options"] = "nosniff"
        return page.encode()

    return change


def _host_config(scope: Scope) -> Change:
    """Let the page take messages from its own origin, by which the map application changes Streamlit's theme."""
    host = Headers(scope=scope).get("host", "")

    async def change(content: bytes, _: MutableHeaders) -> bytes:
        origins = [f"http://{host}", f"https://{host}"] if _HOST.fullmatch(host) else []
        return orjson.dumps(orjson.loads(content) | {"allowedOrigins": origins})

    return change


def policy(page: str) -> str:
    """Content-Security-Policy of a page: nothing but our own files, and exactly the scripts written into it."""
    hashes = " ".join(streamlit_page.inline_script_hashes(page))
    return "; ".join(
        f"{name} {sources} {hashes if name == 'script-src' else ''}".strip() for name, sources in POLICY.items()
    )


def head(view: View) -> streamlit_page.Head:
    """What is added to Streamlit's page for the view of its address."""
    root = f'<html lang="{view.lang}" dir="{DIRECTIONS[view.lang]}" data-theme="{view.theme}"{_marking()}>'
    lines = [
        f"<title>{escape(message(view.lang, 'dashboard.title'))}</title>",
        *(_preload(address, "script") for address in _addresses(SCRIPTS)),
        *(_module(address, "high") for address in (*_addresses((APPLICATION,)), *map(_own, routes.modules()))),
        *(_preload(f"libyamap/{name}", "fetch") for name in ("document.json", _selection_name(view))),
        *_boot(),
        *(f'<link rel="stylesheet" href="{escape(address)}">' for address in _addresses(STYLES)),
        *(f'<script defer src="{escape(address)}"></script>' for address in _addresses(SCRIPTS)),
        *(f'<script type="module" src="{escape(address)}"></script>' for address in _addresses((APPLICATION,))),
        _preload(f"libyamap/{FONT}", "font"),
        _preload("libyamap/basemap.json", "fetch", "auto"),
        *(_module(address) for address in (*streamlit_page.element_scripts(), BRIDGE)),
    ]
    return streamlit_page.Head(root=root, head="\n".join(lines), body=BODY)


def _marking() -> str:
    """The operator's handling marking, with room for it from the first paint on."""
    marking = marked(os.environ.get(MARKING_VARIABLE))
    return f' data-marked data-marking="{escape(orjson.dumps(marking).decode())}"' if marking else ""


def _boot() -> list[str]:
    """The script that runs before anything is painted, written into the page: nothing waits for it to be fetched."""
    boot = routes.asset("boot.js")
    return [f"<script>{boot.content.decode()}</script>"] if boot else []


def _selection_name(view: View) -> str:
    filters = view.filters()
    return f"selection.json?{filters}" if filters else "selection.json"


def _preload(address: str, kind: str, priority: str = "high") -> str:
    crossorigin = "" if kind == "script" else " crossorigin"
    return f'<link rel="preload" href="{escape(address)}" as="{kind}" fetchpriority="{priority}"{crossorigin}>'


def _module(address: str, priority: str = "low") -> str:
    href = escape(address.removeprefix("/"))
    return f'<link rel="modulepreload" href="{href}" fetchpriority="{priority}" crossorigin>'


def _own(name: str) -> str:
    """Address of a file whose name tells its content."""
    return f"libyamap/{name}"


def _addresses(names: tuple[str, ...]) -> list[str]:
    """Addresses of files of the map application, each with its version; a file that was not built has none."""
    bodies = ((name, routes.map_script() if name == "map.js" else routes.asset(name)) for name in names)
    return [f"libyamap/{name}?v={body.version}" for name, body in bodies if body]
