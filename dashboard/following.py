"""Follow me: whoever opens a brief to follow it sees the presenter's scene live.

==================================  ============================================================
``libyamap/follow/ID/events``       where the presenter is, as server-sent events
``libyamap/follow/ID``              posted by the presenter's page: where it is now
==================================  ============================================================

Nobody is forced into a language or a theme: what is told is the scene, and whether the screen is blank. Of what a slow
reader has missed, only the last is sent: a follower costs one position, however slowly it reads.
"""

from __future__ import annotations

import asyncio
import secrets
from collections import defaultdict
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Literal

from pydantic import ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from libyamap.leading import leads
from libyamap.model import Record, Slug
from live import live_dataset
from named_brief import brief_named
from posted import posted

MOST_FOLLOWERS = 500
"""Followers of all briefs together; further ones are asked to come back."""
RETRY = 2
"""Seconds after which a follower that was cut off, or found no room, asks again."""
KEEP_ALIVE = 15.0
"""Seconds without news after which a sign of life is sent: proxies keep the connection, and the dead are found."""
MOST_BYTES = 1000
"""Of a position that is posted."""


class Position(Record):
    """Where the presenter is.

    Attributes
    ----------
    scene : str
        Id of the scene.
    blank : str, optional
        The colour of a screen that shows nothing.
    """

    scene: Slug
    blank: Literal["black", "white"] | None = None


@dataclass
class Led:
    """One brief, as its presenter leads it."""

    position: Position | None = None
    number: int = 0
    moved: asyncio.Condition = field(default_factory=asyncio.Condition)


class Following:
    """Where the presenters are, and who follows them: one for an application."""

    def __init__(self, secret: str, *, most: int = MOST_FOLLOWERS, keep_alive: float = KEEP_ALIVE) -> None:
        self._secret = secret
        self._most = most
        self._keep_alive = keep_alive
        self._run = secrets.token_hex(4)
        self._briefs: defaultdict[str, Led] = defaultdict(Led)
        self._followers = 0

    @property
    def routes(self) -> list[Route]:
        """The two addresses."""
        return [
            Route("/libyamap/follow/{brief}/events", self.events, methods=["GET"]),
            Route("/libyamap/follow/{brief}", self.lead, methods=["POST"]),
        ]

    async def lead(self, request: Request) -> Response:
        """Take the presenter's position, from the holder of the presenter's link alone."""
        name = request.path_params["brief"]
        offered = request.headers.get("authorization", "").removeprefix("Bearer ")
        if not leads(self._secret, name, offered):
            return PlainTextResponse("forbidden", status_code=403)
        brief = await run_in_threadpool(brief_named, live_dataset().root, name)
        if brief is None:
            return PlainTextResponse("not found", status_code=404)
        try:
            position = Position.model_validate_json(await posted(request, most=MOST_BYTES) or b"")
        except (ValidationError, ClientDisconnect):
            return PlainTextResponse("bad request", status_code=400)
        if all(scene.id != position.scene for scene in brief.scenes):
            return PlainTextResponse("no such scene", status_code=422)
        await self.move(name, position)
        return Response(status_code=204)

    async def move(self, brief: str, position: Position) -> None:
        """Tell all followers of a brief where its presenter is, if that is news."""
        led = self._briefs[brief]
        async with led.moved:
            if led.position != position:
                led.position = position
                led.number += 1
                led.moved.notify_all()

    async def events(self, request: Request) -> Response:
        """Answer a follower: where the presenter is at once, then whenever it moves, until the follower goes."""
        name = request.path_params["brief"]
        if await run_in_threadpool(brief_named, live_dataset().root, name) is None:
            return PlainTextResponse("not found", status_code=404)
        if self._followers >= self._most:
            return PlainTextResponse("too many followers", status_code=503, headers={"retry-after": str(RETRY)})
        seen = request.headers.get("last-event-id", "")
        return StreamingResponse(
            self._told(name, seen),
            media_type="text/event-stream",
            headers={"cache-control": "no-store", "x-accel-buffering": "no", "x-content-type-options": "nosniff"},
        )

    async def _told(self, brief: str, seen: str) -> AsyncIterator[bytes]:
        led = self._briefs[brief]
        self._followers += 1
        try:
            yield f"retry: {RETRY * 1000}\n\n".encode()
            while True:
                if led.position and self._id(led) != seen:
                    seen = self._id(led)
                    yield f"id: {seen}\nevent: position\ndata: {led.position.model_dump_json()}\n\n".encode()
                elif not await self._has_moved(led):
                    yield b": still here\n\n"
        finally:
            self._followers -= 1

    async def _has_moved(self, led: Led) -> bool:
        number = led.number
        try:
            async with asyncio.timeout(self._keep_alive), led.moved:
                await led.moved.wait_for(lambda: led.number != number)
        except TimeoutError:
            return False
        return True

    def _id(self, led: Led) -> str:
        """What the follower hands back when it returns; another run of the server has other ones."""
        return f"{self._run}-{led.number}"
