"""How much the memory of the page and of the server grows while filters are changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from playwright.sync_api import Page
from tests.benchmarks.cold import PANELS
from tests.benchmarks.figure import Figure
from tests.benchmarks.pages import Subject, dashboard, opened, until_idle, until_ready
from tests.e2e.browser import launched
from tests.e2e.server import Server

CHANGES = 200
BEFORE = 50
"""Changes before the first look: by then the browser has compiled what these changes run, and keeps it."""

CHANGE = """
async (changes) => {
  const choices = () => [...document.querySelectorAll('.st-key-f_assertion [data-variant=pills]')];
  const isIdle = () => document.querySelector('[data-testid=stApp][data-test-script-state=notRunning]') !== null;
  for (let change = 0; change < changes; change++) {
    const before = libyamap.state().query;
    const all = choices();
    all[Math.floor(change / 2) % all.length].click();
    await stopwatch.until(() => libyamap.state().query !== before && isIdle());
  }
}
"""
"""Choose one way of saying after another, and take each away again. This runs in the page: a driver that asked for
each change would leave traces of its own in the memory that is measured."""


@dataclass(frozen=True)
class Memory:
    """Bytes in use.

    Attributes
    ----------
    page : int
        JavaScript's heap after its garbage was collected, compiled code included, with the objects of the DOM and
        the buffers that it holds on to.
    server : int
        What the server's process has in main memory.
    """

    page: int
    server: int


def page_growth() -> float:
    """Growth of the page's memory in percent."""
    before, after = _measured()
    return 100 * (after.page / before.page - 1)


def server_growth() -> float:
    """Growth of the server's memory in percent."""
    before, after = _measured()
    return 100 * (after.server / before.server - 1)


@cache
def _measured() -> tuple[Memory, Memory]:
    with (
        dashboard() as served,
        launched() as browser,
        opened(browser, Subject(f"{served.address}/?lang=en", PANELS)) as one,
    ):
        until_ready(one)
        one.show_filters()
        until_idle(one)
        one.page.evaluate(CHANGE, BEFORE)
        before = in_use(one.page, served)
        one.page.evaluate(CHANGE, CHANGES)
        return before, in_use(one.page, served)


def in_use(page: Page, served: Server) -> Memory:
    """What a page and its server hold on to."""
    devtools = page.context.new_cdp_session(page)
    for _ in range(3):  # What one collection finalises, the next one frees.
        devtools.send("HeapProfiler.collectGarbage")
    usage = devtools.send("Runtime.getHeapUsage")
    devtools.detach()
    return Memory(
        page=int(usage["usedSize"] + usage["embedderHeapUsedSize"] + usage["backingStorageSize"]),
        server=served.resident(),
    )


PAGE = Figure(
    name="memory-page",
    about=f"growth of the page's heap, DOM and buffers over {CHANGES} filter changes, garbage collected",
    unit="%",
    target=5,
    better="lower",
    measure=page_growth,
)
SERVER = Figure(
    name="memory-server",
    about=f"growth of the server's resident memory over the same {CHANGES} filter changes",
    unit="%",
    target=5,
    better="lower",
    measure=server_growth,
)
