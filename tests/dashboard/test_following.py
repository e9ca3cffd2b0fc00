"""Follow me: who is told what, and who may tell it."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from tests import briefed

import following
from following import Following, Position
from libyamap.leading import token
from live import LiveDataset

Result = TypeVar("Result")

SECRET = "not-guessed"
BASE, FAR, HOME = (Position(scene=scene) for scene in ("base", "far", "home"))
LINE = re.compile(r"^(\w+): (.*)$", re.MULTILINE)
MOVED = b'{"scene": "far", "blank": "black"}'


@pytest.fixture(autouse=True)
def _dataset(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = LiveDataset(briefed.write(tmp_path / "data"))
    monkeypatch.setattr(following, "live_dataset", lambda: one)


def to_end(coroutine: Coroutine[None, None, Result]) -> Result:
    # A browser that another test started has its loop in this thread.
    with ThreadPoolExecutor() as thread:
        return thread.submit(lambda: asyncio.run(coroutine)).result()


def post(one: Following, content: bytes = MOVED, *, key: str = "", brief: str = "a-brief") -> int:
    async def posted() -> int:
        transport = httpx.ASGITransport(Starlette(routes=one.routes))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            headers = {"authorization": f"Bearer {key or token(SECRET, brief)}"}
            return (await client.post(f"/libyamap/follow/{brief}", content=content, headers=headers)).status_code

    return to_end(posted())


async def follow(one: Following, seen: str = "", brief: str = "a-brief") -> Response:
    headers = [(b"last-event-id", seen.encode())]
    scope = {"type": "http", "method": "GET", "path": "/", "headers": headers, "path_params": {"brief": brief}}
    return await one.events(Request(scope))


async def told(one: Following, seen: str = "") -> AsyncIterator[dict[str, Any]]:
    """Positions that a follower is told of, with their ids."""
    answer = await follow(one, seen)
    assert isinstance(answer, StreamingResponse)
    async for chunk in answer.body_iterator:
        fields = dict(LINE.findall(str(chunk, "utf-8") if isinstance(chunk, bytes) else str(chunk)))
        if "data" in fields:
            yield {"id": fields["id"]} | json.loads(fields["data"])


def run(story: Callable[[], Awaitable[None]]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(10):
            await story()

    to_end(bounded())


def test_who_comes_late_is_told_at_once_and_then_of_every_move() -> None:
    one = Following(SECRET)

    async def story() -> None:
        await one.move("a-brief", BASE)
        positions = told(one)
        assert (await anext(positions))["scene"] == "base"
        coming = asyncio.ensure_future(anext(positions))
        await asyncio.sleep(0)
        await one.move("a-brief", FAR)
        assert (await coming)["scene"] == "far"

    run(story)


def test_who_reads_slowly_is_told_the_last_alone() -> None:
    one = Following(SECRET)

    async def story() -> None:
        await one.move("a-brief", BASE)
        positions = told(one)
        await anext(positions)
        for position in (FAR, BASE, HOME):
            await one.move("a-brief", position)
        assert (await anext(positions))["scene"] == "home"

    run(story)


def test_who_returns_is_told_what_it_has_missed_and_nothing_twice() -> None:
    one = Following(SECRET, keep_alive=0.05)

    async def story() -> None:
        await one.move("a-brief", BASE)
        seen = (await anext(told(one)))["id"]
        again = await follow(one, seen)
        assert isinstance(again, StreamingResponse)
        chunks = aiter(again.body_iterator)
        assert [await anext(chunks), await anext(chunks)] == [b"retry: 2000\n\n", b": still here\n\n"]
        await one.move("a-brief", FAR)
        assert (await anext(told(one, seen)))["scene"] == "far"
        # Another run of the server counts anew.
        other = Following(SECRET)
        await other.move("a-brief", HOME)
        assert (await anext(told(other, seen)))["scene"] == "home"

    run(story)


def test_briefs_are_led_apart() -> None:
    one = Following(SECRET)

    async def story() -> None:
        await one.move("alone", Position(scene="first"))
        await one.move("a-brief", BASE)
        assert (await anext(told(one)))["scene"] == "base"
        assert (await follow(one, brief="nowhere")).status_code == 404

    run(story)


def test_there_is_room_for_so_many_and_again_when_one_has_gone() -> None:
    one = Following(SECRET, most=1)

    async def story() -> None:
        await one.move("a-brief", BASE)
        first = told(one)
        await anext(first)
        refused = await follow(one)
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "2")
        coming = asyncio.ensure_future(anext(first))
        await asyncio.sleep(0)
        coming.cancel()
        await asyncio.wait([coming])
        assert (await follow(one)).status_code == 200

    run(story)


def test_only_the_brief_s_own_token_moves_its_followers() -> None:
    one = Following(SECRET)
    for key in ("guessed", SECRET, token(SECRET, "alone"), token("another", "a-brief")):
        assert post(one, key=key) == 403
    assert post(one) == 204
    assert post(one, brief="nowhere") == 404


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 400),
        (b"[]", 400),
        (b'{"scene": "far", "blank": "red"}', 400),
        (b'{"scene": "<script>"}', 400),
        (b'{"scene": "far", "more": 1}', 400),
        (b'{"scene": "far"' + b" " * 2000 + b"}", 400),
        (b'{"scene": "elsewhere"}', 422),
        (b'{"scene": "far"}', 204),
    ],
)
def test_only_a_scene_of_the_brief_is_a_position(content: bytes, status: int) -> None:
    assert post(Following(SECRET), content) == status
