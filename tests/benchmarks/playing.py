"""How smoothly time is played, and how soon the map follows a handle of the timeline."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.benchmarks.figure import Figure
from tests.benchmarks.pages import STOPWATCH, dashboard, many_features
from tests.e2e.browser import Screen, launched, screen

WINDOW = {"width": 1920, "height": 1080}
SECONDS = 5
MOVES = 20
QUERY = "lang=en&from=2020-01-01&to=2020-12-31"
RATE = """(seconds) => new Promise((done) => {
  const begun = performance.now();
  let pictures = 0;
  const count = () => {
    pictures += 1;
    const passed = performance.now() - begun;
    if (passed < seconds * 1000) requestAnimationFrame(count);
    else done((pictures * 1000) / passed);
  };
  requestAnimationFrame(count);
})"""
"""Pictures a second."""
MOVED = """async ([edge, far]) => {
  const handle = document.querySelector(`.ly-handle-${edge}`);
  const { x, y, width, height } = handle.getBoundingClientRect();
  const at = { clientX: x + width / 2, clientY: y + height / 2, pointerId: 1, button: 0, bubbles: true };
  const before = handle.getBoundingClientRect().x;
  const begun = performance.now();
  handle.dispatchEvent(new PointerEvent('pointermove', { ...at, clientX: at.clientX + far }));
  return (await stopwatch.until(() => handle.getBoundingClientRect().x !== before)) - begun;
}"""


def curated_rate() -> float:
    """Pictures a second while the curated set is played."""
    return _rates(None)[0]


def curated_ratio() -> float:
    """The same over what an animation that draws nothing reaches on the same page."""
    playing, empty = _rates(None)
    return playing / empty


def thousands_rate() -> float:
    """Pictures a second while thousands of features are played."""
    with many_features() as data:
        return _rates(data)[0]


def thousands_ratio() -> float:
    """The same over what an animation that draws nothing reaches on the same page."""
    with many_features() as data:
        playing, empty = _rates(data)
    return playing / empty


def handle_moves() -> float:
    """Milliseconds from a move of the pointer that holds a handle to the picture that shows it; the median."""
    with _opened(None) as one:
        one.page.mouse.move(*_middle(one))
        one.page.mouse.down()
        taken = [float(one.page.evaluate(MOVED, ["last", 12 if n % 2 else -12])) for n in range(MOVES)]
        one.page.mouse.up()
    return median(taken)


def _rates(data: Path | None) -> tuple[float, float]:
    """Pictures a second while time is played, and while nothing moves."""
    with _opened(data) as one:
        empty = float(one.page.evaluate(RATE, SECONDS))
        one.page.keyboard.press("Space")
        one.until("document.querySelector('.ly-timeline-button svg rect')")
        playing = float(one.page.evaluate(RATE, SECONDS))
    return playing, empty


@contextmanager
def _opened(data: Path | None) -> Iterator[Screen]:
    options = {"viewport": WINDOW, "device_scale_factor": 1, "reduced_motion": "no-preference"}
    with dashboard(data) as server, launched() as browser, screen(browser, server.address, **options) as one:
        one.page.add_init_script(STOPWATCH)
        one.open(QUERY)
        one.page.get_by_role("button", name="Start over at the end").click()
        one.page.locator("#map_libyamap").focus()
        yield one


def _middle(one: Screen) -> tuple[float, float]:
    box = one.page.locator(".ly-handle-last").bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


CURATED = Figure(
    name="play-curated-rate",
    about="pictures a second while the curated set is played, 1920 by 1080",
    unit="1/s",
    target=50,
    better="higher",
    measure=curated_rate,
)
CURATED_RATIO = Figure(
    name="play-curated-ratio",
    about="the same over an animation on the same page that draws nothing",
    unit="ratio",
    target=0.8,
    better="higher",
    measure=curated_ratio,
)
THOUSANDS = Figure(
    name="play-5000-rate",
    about="pictures a second while 5,000 features are played, 1920 by 1080",
    unit="1/s",
    target=30,
    better="higher",
    measure=thousands_rate,
)
THOUSANDS_RATIO = Figure(
    name="play-5000-ratio",
    about="the same over an animation on the same page that draws nothing",
    unit="ratio",
    target=0.5,
    better="higher",
    measure=thousands_ratio,
)
HANDLE = Figure(
    name="handle-to-paint",
    about="a move of the pointer that holds an end of the interval to the picture that shows it",
    unit="ms",
    target=50,
    better="lower",
    measure=handle_moves,
)
