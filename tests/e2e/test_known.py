"""The two clocks on the screen: as known on a day, by when claims were said and by when they were recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests import small
from tests.e2e.browser import Screen, screen
from tests.e2e.server import serving

from libyamap.i18n import message

pytestmark = pytest.mark.xdist_group("live")


def change(files: small.Files) -> None:
    """A presence of which one claim says that it is there, and a later one that it has left."""
    files["claims.json"]["claims"] += [
        small.claim("seen-early", happened="2019/", said="2021-06-15", recorded="2021-07-01"),
        small.claim("left-late", happened="2019/2023-05", said="2023-06-30", recorded="2023-07-01"),
    ]
    presence = files["collections/presence.geojson"]["features"][0]["properties"]
    files["actors.json"]["actors"][0]["roles"][0]["claims"] += presence["claims"]
    presence.update(claims=["seen-early", "left-late"], when="2019/2023-05", confirmed="2023-05")


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[[str], Screen]]:
    data = small.write(tmp_path / "data", change)
    with serving(data, tmp_path / "server.log") as server, screen(browser, server.address) as one:
        yield one.open
        one.assert_clean()


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("clock", ["asof", "rec"])
def test_the_evidence_of_a_day_rests_on_the_claims_of_that_day(
    opened: Callable[[str], Screen], lang: str, clock: str
) -> None:
    one = opened(f"lang={lang}&sel=wagner-jufra&{clock}=2022-01-01")
    told = one.evidence().inner_text()
    assert message(lang, "web.evidence.as-known") in told
    assert ("15 June 2021" if lang == "en" else "15 يونيو 2021") in told
    assert "2023" not in one.evidence().locator(".ly-facts").first.inner_text()
    assert message(lang, "web.evidence.left-out", n=1) in told
    chip = one.page.locator(f"[data-narrowing={clock}]")
    assert "2022" in chip.inner_text()
    chip.click()
    one.until("!location.search.includes('2022-01-01')").settled()
    assert message(lang, "web.evidence.as-known") not in one.evidence().inner_text()
    assert "2023" in one.evidence().locator(".ly-facts").first.inner_text()


def test_the_widget_sets_the_clock_of_recording(opened: Callable[[str], Screen]) -> None:
    one = opened("lang=en").show_filters()
    assert one.drawn() >= {"wagner-jufra", "meeting-moscow"}
    one.go("lang=en&rec=2022-01-01")
    one.until("window.libyamap.state().drawn.join() === 'wagner-jufra'").settled()
    year = one.page.locator(".st-key-f_rec").get_by_role("spinbutton").first
    year.filter(has_text="2022").click()
    one.page.keyboard.type("2027")
    # A date is taken over once the reader goes on.
    one.page.locator(".st-key-f_clear button").focus()
    one.until("new URLSearchParams(location.search).get('rec') === '2027-01-01'").settled()
    assert one.drawn() >= {"wagner-jufra", "meeting-moscow"}
