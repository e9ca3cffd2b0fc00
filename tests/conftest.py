"""What tests share: a browser per process, and a server per dataset, started when the first test asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import pytest
from hypothesis import settings
from playwright.sync_api import Browser
from tests import hostile, small
from tests.e2e.browser import Screen, launched, screen
from tests.e2e.server import Server, serving

settings.register_profile("libyamap", deadline=None)  # how long things take is measured, not tested
settings.load_profile("libyamap")

Open = Callable[..., Screen]
"""Opens a permalink's query in a window of its own; further options are Playwright's."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with launched() as one:
        yield one


@pytest.fixture(scope="session")
def curated_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(None, tmp_path_factory.mktemp("curated") / "server.log") as server:
        yield server


@pytest.fixture(scope="session")
def small_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("small")
    with serving(small.write(folder / "data"), folder / "server.log") as server:
        yield server


@pytest.fixture(scope="session")
def hostile_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("hostile")
    with serving(hostile.write(folder / "data"), folder / "server.log") as server:
        yield server


@pytest.fixture
def curated(browser: Browser, curated_server: Server) -> Iterator[Open]:
    with _windows(browser, curated_server) as opened:
        yield opened


@pytest.fixture
def small_map(browser: Browser, small_server: Server) -> Iterator[Open]:
    with _windows(browser, small_server) as opened:
        yield opened


@pytest.fixture
def hostile_map(browser: Browser, hostile_server: Server) -> Iterator[Open]:
    with _windows(browser, hostile_server) as opened:
        yield opened


@contextmanager
def _windows(browser: Browser, server: Server) -> Iterator[Open]:
    """Windows that are closed after the test, none of which may have had anything go wrong."""
    opened: list[Screen] = []
    with ExitStack() as windows:

        def open_one(query: str = "lang=en", **options: object) -> Screen:
            one = windows.enter_context(screen(browser, server.address, **options))
            opened.append(one)
            return one.open(query)

        yield open_one
        for one in opened:
            one.assert_clean()
