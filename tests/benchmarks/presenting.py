"""How soon a scene stands after a key, beside the bare flight; and how soon followers see it too."""

from __future__ import annotations

import asyncio
import functools
import json
import os
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle, product
from pathlib import Path
from typing import Any

import httpx
from tests.benchmarks.figure import Figure
from tests.benchmarks.pages import HERE, STOPWATCH
from tests.e2e.browser import Screen, launched, screen
from tests.e2e.server import Server, serving

from libyamap import paths
from libyamap.leading import LEAD_VARIABLE, token

ROUNDS = 8
WINDOW = {"width": 1280, "height": 720}
FOLLOWERS, SESSIONS, MOVES = 50, 10, 60
PACE = 0.2
"""Seconds between two moves of the presenter."""
TURN = 0.5
"""Seconds until the next session filters: each does so every five seconds, which is brisk for a reader."""
SECRET = "measured"
BRIEF = "flights"
VIEWS = ("c=29,17&z=5.75", "c=50,30&z=4", "c=31.5,20&z=7&layers=wagner,movements", "c=26,15&z=5.5&from=2020-01-01")
"""Scenes near and far, with much and with little on them."""
OURS = "window.libyamapShow?.state().index === {0} && libyamapShow.state().rests"
BARE = "window.flight?.at === {0} && flight.rests"


def settled(share: float) -> float:
    """Of the times from a key to the settled scene, one of their quantiles, over the same of the bare flight."""
    ours, bare = _flights()
    return _quantile(ours, share) / _quantile(bare, share)


@cache
def _flights() -> tuple[list[float], list[float]]:
    """Milliseconds from a key to the settled scene, of ours and of the bare page, in turns."""
    options: dict[str, Any] = {"viewport": WINDOW, "reduced_motion": "no-preference"}
    ours, bare = list[float](), list[float]()
    with (
        briefed() as server,
        bare_map() as address,
        launched() as browser,
        screen(browser, server.address, **options) as show,
        screen(browser, address, **options) as plain,
    ):
        for one, path in ((show, f"/present/{BRIEF}?lang=en"), (plain, "/index.html")):
            one.page.add_init_script(STOPWATCH)
            one.page.goto(one.address + path)
        show.until(OURS.format(0))
        plain.page.evaluate("(targets) => { flight.targets = targets; }", _targets(show))
        for number in range(ROUNDS + 1):
            for scene, key in ((1, "PageDown"), (2, "PageDown"), (3, "PageDown"), (0, "Home")):
                pair = [_pressed(one, key, ready.format(scene)) for one, ready in ((show, OURS), (plain, BARE))]
                # The first round readies what later ones find ready.
                if number:
                    ours.append(pair[0])
                    bare.append(pair[1])
    return ours, bare


def _targets(show: Screen) -> list[Any]:
    """Where the map rests in each scene."""
    found = [show.page.evaluate("libyamapShow.state().viewport")]
    for scene in range(1, len(VIEWS)):
        show.page.keyboard.press("PageDown")
        show.until(OURS.format(scene))
        found.append(show.page.evaluate("libyamapShow.state().viewport"))
    show.page.keyboard.press("Home")
    show.until(OURS.format(0))
    return found


def _pressed(one: Screen, key: str, ready: str) -> float:
    one.page.bring_to_front()
    one.page.evaluate(f"() => {{ window.taken = stopwatch.fromAction(() => {ready}); }}")
    one.page.keyboard.press(key)
    return float(one.page.evaluate("taken"))


def followed() -> float:
    """Milliseconds that 95 of 100 followers' views of a move come after it, beside sessions of the dashboard."""
    with briefed() as server, launched() as browser, ExitStack() as windows:
        sessions = [windows.enter_context(screen(browser, server.address)) for _ in range(SESSIONS)]
        for one in sessions:
            one.open("lang=en")
        lags: list[float] = []
        led = threading.Thread(target=lambda: lags.extend(asyncio.run(_led(server))))
        led.start()
        turns = cycle(product(("kinds=meeting", "actors=wagner", "cred=3"), sessions))
        while led.is_alive():
            query, one = next(turns)
            one.go(f"lang=en&{query}")
            led.join(TURN)
    return _quantile(lags, 0.95)


async def _led(server: Server) -> list[float]:
    """Lead followers from scene to scene; each lag, in milliseconds, of each follower."""
    address = f"{server.address}/libyamap/follow/{BRIEF}"
    sent: dict[str, float] = {}
    lags: list[float] = []
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(timeout=60, limits=limits) as client:
        ready = asyncio.Semaphore(0)
        following = [asyncio.ensure_future(_follow(client, address, sent, lags, ready)) for _ in range(FOLLOWERS)]
        for _ in range(FOLLOWERS):
            await ready.acquire()
        headers = {"authorization": f"Bearer {token(SECRET, BRIEF)}"}
        for number in range(MOVES):
            position = {"scene": f"scene-{number % len(VIEWS)}", "blank": None}
            sent[position["scene"] or ""] = time.perf_counter()
            (await client.post(address, json=position, headers=headers)).raise_for_status()
            await asyncio.sleep(PACE)
        for one in following:
            one.cancel()
        await asyncio.gather(*following, return_exceptions=True)
    if len(lags) < FOLLOWERS * MOVES * 0.95:
        raise RuntimeError(f"Only {len(lags)} of {FOLLOWERS * MOVES} views of a move were seen.")
    return lags


async def _follow(
    client: httpx.AsyncClient, address: str, sent: dict[str, float], lags: list[float], ready: asyncio.Semaphore
) -> None:
    async with client.stream("GET", f"{address}/events") as answer:
        ready.release()
        async for line in answer.aiter_lines():
            news, _, data = line.partition("data: ")
            if not news and data:
                lag = time.perf_counter() - sent[json.loads(data)["scene"]]
                lags.append(lag * 1000)


@contextmanager
def briefed() -> Iterator[Server]:
    """Serve the curated dataset with a brief that flies."""
    scenes = [
        {"id": f"scene-{number}", "title": {"en": f"Scene {number}"}, "view": view} for number, view in enumerate(VIEWS)
    ]
    brief = {"id": BRIEF, "title": {"en": "Flights"}, "date": "2023-10-01", "scenes": scenes}
    with tempfile.TemporaryDirectory() as folder:
        data = Path(shutil.copytree(paths.geodata(), Path(folder) / "data"))
        (data / "briefs").mkdir(exist_ok=True)
        (data / "briefs" / f"{BRIEF}.json").write_text(json.dumps(brief), "utf-8")
        environment = dict(os.environ) | {LEAD_VARIABLE: SECRET}
        with serving(data, Path(folder) / "server.log", environment=environment) as server:
            yield server


@contextmanager
def bare_map() -> Iterator[str]:
    """Serve a page that has Leaflet and flies, and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(HERE / "flight", Path(folder) / "flight"))
        for name in ("leaflet.js", "leaflet.css"):
            shutil.copy(paths.front_end() / name, root)
        answer = functools.partial(_Silent, directory=str(root))
        with ThreadingHTTPServer(("localhost", 0), answer) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://localhost:{server.server_address[1]}"
            server.shutdown()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def _quantile(values: Sequence[float], share: float) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[round(share * 100) - 1]


MEDIAN = Figure(
    name="scene-settled-ratio",
    about="key press to the settled scene, over the same flight in a bare Leaflet page; the median",
    unit="ratio",
    target=1.3,
    better="lower",
    measure=lambda: settled(0.5),
)
SLOWEST = Figure(
    name="scene-settled-p95",
    about="the same of the slowest of twenty",
    unit="ratio",
    target=1.3,
    better="lower",
    measure=lambda: settled(0.95),
)
LAG = Figure(
    name="follow-lag-p95",
    about="a presenter's move to its news at 50 followers, beside ten dashboard sessions; the slowest of twenty",
    unit="ms",
    target=500,
    better="lower",
    measure=followed,
)
