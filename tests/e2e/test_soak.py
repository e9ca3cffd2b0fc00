"""What is too heavy for every run: a long day's use by several readers, and thousands of features."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import cycle, islice

import pytest
from playwright.sync_api import Browser
from tests import many
from tests.benchmarks.memory import CHANGE, in_use
from tests.benchmarks.pages import STOPWATCH
from tests.e2e.browser import Screen, screen
from tests.e2e.server import Server, serving

from libyamap.dataset import Dataset
from libyamap.i18n import message
from libyamap.model import FeatureKind
from libyamap.selection import select
from libyamap.validation import open_dataset
from libyamap.view import View

pytestmark = [pytest.mark.soak, pytest.mark.xdist_group("soak")]

READERS = 3
ROUNDS = 10
CHANGES, SWITCHES, RELOADS = 500, 200, 50
MOST_GROWTH = 1.25
"""How much more memory the last round may end with than the first, whose caches fill and whose code is compiled."""

CLICKS = 30


@dataclass(frozen=True)
class Many:
    """Thousands of features, and who serves them."""

    dataset: Dataset
    server: Server


def test_a_long_day_leaves_no_trace(browser: Browser, curated_server: Server) -> None:
    """Filters, languages and reloads by several readers: nothing on the console, and memory where it was."""
    with ExitStack() as windows:
        readers = [_opened(windows, browser, curated_server) for _ in range(READERS)]
        memory = []
        for _ in range(ROUNDS):
            for one in readers:
                _use(one)
            memory.append([in_use(one.page, curated_server) for one in readers])
        for one in readers:
            one.assert_clean()
    for first, last in zip(memory[0], memory[-1], strict=True):
        assert last.page < first.page * MOST_GROWTH
        assert last.server < first.server * MOST_GROWTH


def _opened(windows: ExitStack, browser: Browser, server: Server) -> Screen:
    one = windows.enter_context(screen(browser, server.address))
    one.page.add_init_script(STOPWATCH)
    return one.open().show_filters()


def _use(one: Screen) -> None:
    """A reader's part of a round."""
    share = READERS * ROUNDS
    for lang in islice(cycle(["ar", "en"]), 2 * (SWITCHES // share // 2 + 1)):
        one.switch_language(lang)
    for _ in range(RELOADS // share + 1):
        one.open().show_filters()
    one.page.evaluate(CHANGE, 2 * (CHANGES // share // 2 + 1))


@pytest.fixture(scope="module")
def thousands(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Many]:
    folder = tmp_path_factory.mktemp("many")
    data = many.write(folder / "data")
    with serving(data, folder / "server.log") as server:
        yield Many(open_dataset(data), server)


@pytest.fixture
def crowded(browser: Browser, thousands: Many) -> Iterator[Screen]:
    with screen(browser, thousands.server.address) as one:
        one.page.set_default_timeout(60_000)
        yield one.open()
        one.assert_clean()


def test_thousands_of_features_are_drawn(crowded: Screen, thousands: Many) -> None:
    assert crowded.drawn() == thousands.dataset.features.keys()


@pytest.mark.parametrize("kind", [FeatureKind.MEETING, FeatureKind.FORCES, FeatureKind.JOURNEY])
def test_thousands_of_features_are_filtered(crowded: Screen, thousands: Many, kind: FeatureKind) -> None:
    left = {item.feature.id for item in select(thousands.dataset, View(kinds=(kind,))).items}
    crowded.show_filters().page.locator(".st-key-f_kinds input").click()
    crowded.page.get_by_role("option", name=message("en", f"kind.{kind}")).click()
    crowded.until(f"window.libyamap.state().query === 'kinds={kind}'")
    assert crowded.drawn() == left
    crowded.settled().page.locator(".st-key-f_clear button").click()
    crowded.until("window.libyamap.state().query === ''")
    assert crowded.drawn() == thousands.dataset.features.keys()


def test_thousands_of_features_are_clicked_through(crowded: Screen, thousands: Many) -> None:
    features = list(thousands.dataset.features.values())
    for feature in features[:: len(features) // CLICKS]:
        crowded.go(f"lang=en&sel={feature.id}")
        crowded.until("(id) => window.libyamap.state().selected === id", feature.id)
        crowded.evidence().get_by_role("heading", name=feature.properties.title.en, exact=True).wait_for()
    assert len(features) >= many.FEATURES
