"""Streamlit's own files come from memory, compressed, and are asked for before they are needed."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

import streamlit_page
from streamlit_files import StreamlitFiles

SCRIPTS = [address for address in streamlit_page.static_files() if address.endswith(".js")]
BEHIND = Starlette(
    routes=[Route("/{path:path}", lambda _: PlainTextResponse("Streamlit itself"), methods=["GET", "POST"])],
    middleware=[Middleware(StreamlitFiles)],
)
"""The middleware, with something behind it that answers whatever it does not."""


def answer(address: str, method: str = "GET", **headers: str) -> httpx.Response:
    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app=BEHIND)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.request(method, address, headers=headers)

    # In a thread of its own: a browser that an earlier test drove keeps an event loop running in this one.
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(lambda: asyncio.run(asked())).result()


@pytest.mark.parametrize("address", [*SCRIPTS[:3], max(SCRIPTS, key=len)])
def test_a_file_is_sent_as_it_is_and_kept_by_the_browser(address: str) -> None:
    response = answer(address, **{"accept-encoding": "gzip"})
    assert response.content == streamlit_page.static_files()[address].read_bytes()
    assert response.headers["content-encoding"] == "gzip"
    assert response.headers["content-type"].startswith("text/javascript")
    assert "immutable" in response.headers["cache-control"]


def test_a_browser_that_reads_no_gzip_is_sent_none() -> None:
    response = answer(SCRIPTS[0], **{"accept-encoding": "identity"})
    assert "content-encoding" not in response.headers
    assert response.content == streamlit_page.static_files()[SCRIPTS[0]].read_bytes()


def test_a_file_that_the_browser_has_is_not_sent_again() -> None:
    etag = answer(SCRIPTS[0]).headers["etag"]
    response = answer(SCRIPTS[0], **{"if-none-match": etag})
    assert response.status_code == httpx.codes.NOT_MODIFIED
    assert not response.content


@pytest.mark.parametrize("address", ["/", "/static/js/no.js", "/static/../app.py", "/static/js/", "/_stcore/health"])
def test_everything_else_is_left_to_streamlit(address: str) -> None:
    assert answer(address).text == "Streamlit itself"
    assert answer(SCRIPTS[0], "POST").text == "Streamlit itself"


def test_the_scripts_of_all_elements_that_the_dashboard_draws_are_known() -> None:
    names = {Path(urlsplit(address).path).name.partition(".")[0] for address in streamlit_page.element_scripts()}
    missing = set(streamlit_page.ELEMENTS) - names
    assert not missing, (
        f"Streamlit {streamlit.__version__} has no script named {', '.join(sorted(missing))}: mend ELEMENTS in "
        "dashboard/streamlit_page.py, or the dashboard's widgets are there later than they could be."
    )
