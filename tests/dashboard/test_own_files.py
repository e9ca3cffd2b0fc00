"""Files of a reader's own: posted by the page, answered as a layer or a sentence."""

from __future__ import annotations

import asyncio
import json
import struct
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

import httpx
import pytest
from starlette.applications import Starlette
from tests.overlays import samples

from own_files import BINARY
from routes import ROUTES

CSV = samples.ARABIC_CSV.encode()


def _ask(method: str, data: bytes = b"", *, query: dict[str, str] | None = None, **headers: str) -> httpx.Response:
    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(Starlette(routes=ROUTES))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            return await client.request(method, "/libyamap/overlay", params=query, content=data, headers=named)

    # A browser that another test started has its loop in this thread.
    with ThreadPoolExecutor() as thread:
        return thread.submit(lambda: asyncio.run(asked())).result()


def _post(data: bytes, **query: str) -> dict[str, Any]:
    answer = _ask("POST", data, query=query, content_type=BINARY)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    (length,) = struct.unpack_from("<I", answer.content)
    return cast("dict[str, Any]", json.loads(answer.content[4 : 4 + length]))


def test_a_file_comes_back_as_a_layer() -> None:
    head = _post(CSV, name="مدن.csv", title="التاريخ")
    assert (head["file"], head["shown"], head["mapping"]["title"]) == ("مدن.csv", 3, "التاريخ")


def test_what_is_too_large_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("own_files.MOST_BYTES", 10)
    assert "a.csv has" in _post(CSV, name="a.csv")["error"]["en"]


def test_a_page_of_another_host_cannot_ask_without_leave() -> None:
    assert _ask("POST", CSV, query={"name": "a.csv"}, content_type="text/plain").status_code == 415
    leave = _ask("OPTIONS", origin="http://example.org", access_control_request_method="POST")
    assert "access-control-allow-origin" not in leave.headers


def test_words_that_mean_nothing_are_refused() -> None:
    assert _ask("POST", CSV, query={"name": "a.csv", "evil": "1"}, content_type=BINARY).status_code == 400
