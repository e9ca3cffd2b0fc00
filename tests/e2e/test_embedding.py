"""The map alone in a frame of another page: for those whom the operator names, and nobody else."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame
from tests import small
from tests.e2e.browser import Screen, screen
from tests.e2e.server import Server, serving
from tests.e2e.test_accessibility import problems

from libyamap.framing import EMBED_VARIABLE
from libyamap.serve import MARKING_VARIABLE

pytestmark = pytest.mark.xdist_group("small")

QUERY = "lang=ar&theme=dark&c=30,16.5&z=6&kinds=meeting,redeployment"


@contextmanager
def wiki() -> Iterator[ThreadingHTTPServer]:
    """A page of somebody's, on an origin of its own, with a frame for each address of its query."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            address = self.path.partition("?")[2].replace("&", "&amp;")
            self.wfile.write(f'<!doctype html><title>W</title><iframe width=640 height=420 src="{address}">'.encode())

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("localhost", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def origin(server: ThreadingHTTPServer) -> str:
    return f"http://localhost:{server.server_address[1]}"


@pytest.fixture
def sites(tmp_path: Path) -> Iterator[tuple[Server, str, str]]:
    """The map's server, a page that may embed it, and one that may not."""
    with wiki() as allowed, wiki() as other:
        settings = {EMBED_VARIABLE: origin(allowed), MARKING_VARIABLE: "FOR TESTS"}
        data = small.write(tmp_path / "data")
        with serving(data, tmp_path / "server.log", environment=dict(os.environ) | settings) as server:
            yield server, origin(allowed), origin(other)


def framed(one: Screen, page: str, address: str) -> Frame:
    """Open somebody's page with an address in its frame."""
    one.page.goto(f"{page}/?{address}", wait_until="load")
    return one.page.frames[1]


def test_the_map_is_embedded_where_it_may_be(browser: Browser, sites: tuple[Server, str, str]) -> None:
    server, allowed, other = sites
    with screen(browser, server.address) as one:
        frame = framed(one, allowed, f"{server.address}/embed?{QUERY}")
        frame.wait_for_function("() => window.libyamapEmbed?.drawn().length === 2")
        assert frame.evaluate("libyamapEmbed.point('sirte-jufra')") is not None
        assert frame.locator(".ly-marking").all_text_contents() == ["FOR TESTS", "FOR TESTS"]
        assert "المختبرون" in (frame.locator(".ly-credit").text_content() or "")
        legend = frame.locator(".ly-key li")
        assert not legend.first.is_visible()
        frame.get_by_text("مفتاح الخريطة").click()
        assert legend.first.is_visible()
        link = frame.get_by_role("link")
        with one.page.expect_popup() as opened:
            link.click()
        opened.value.wait_for_url(f"{server.address}/?{QUERY}")
        opened.value.close()
        assert not one.errors
        assert not one.foreign

    with screen(browser, server.address) as one:
        one.page.goto(f"{server.address}/embed?{QUERY}")
        one.until("window.libyamapEmbed?.drawn().length === 2")
        assert problems(one) == []

    with screen(browser, server.address) as one:
        for page, path in ((other, "/embed"), (allowed, "/"), (allowed, "/present/a-brief"), (other, "/")):
            one.errors.clear()
            frame = framed(one, page, server.address + path)
            assert frame.locator("#map_libyamap").count() == 0, (page, path)
            if not path.startswith("/present"):
                assert any("frame-ancestors" in error for error in one.errors), (page, path)
