"""The address always holds the view, and opening it elsewhere gives the same screen."""

from __future__ import annotations

import pytest
from tests.conftest import Open
from tests.e2e.browser import Screen

pytestmark = pytest.mark.xdist_group("small")

FULL = (
    "lang=ar&theme=dark&c=29.5,17&z=6.5&layers=meetings,movements,wagner&from=2019-01-01&to=2023-12-31"
    "&asof=2023-09-28&kinds=forces,redeployment&actors=wagner&assertion=reported,stated&rel=E&cred=5&prec=exact,locality"
    "&sel=wagner-jufra"
)


def test_an_address_gives_the_screen_that_it_says(small_map: Open) -> None:
    one = small_map(FULL)
    state = one.state()
    assert one.query() == FULL
    assert set(state["drawn"]) == {"wagner-jufra", "sirte-jufra"}
    assert state["selected"] == "wagner-jufra"
    assert (state["lang"], state["theme"]) == ("ar", "dark")
    assert state["viewport"] == pytest.approx({"lat": 29.5, "lon": 17, "zoom": 6.5}, abs=1e-4)
    assert f"&{state['query']}&" in FULL


def test_what_a_reader_did_is_in_the_address_and_opens_elsewhere(small_map: Open) -> None:
    one = small_map("lang=en")
    at = one.point("wagner-jufra")
    assert at
    one.page.mouse.move(*at)
    one.page.mouse.wheel(0, -300)
    one.settled().switch_language("ar").switch_theme()
    one.click_feature("wagner-jufra").settled()
    elsewhere = small_map(one.query())
    assert _view(elsewhere) == _view(one)
    assert elsewhere.query() == one.query()


def test_a_reload_changes_nothing(small_map: Open) -> None:
    one = small_map(FULL)
    before = _view(one)
    one.open(one.query())
    assert _view(one) == before


def test_back_and_forward_undo_and_redo(small_map: Open) -> None:
    one = small_map("lang=en&layers=meetings,movements,wagner").show_filters()
    everything = one.drawn()
    one.page.locator(".st-key-f_q input").fill("Moscow")
    one.until("window.libyamap.state().query === 'q=Moscow'").settled()
    assert one.drawn() == {"meeting-moscow"}
    one.page.go_back()
    one.until("window.libyamap.state().query === ''").settled()
    assert one.drawn() == everything
    assert one.page.locator(".st-key-f_q input").input_value() == ""
    one.page.go_forward()
    one.until("window.libyamap.state().query === 'q=Moscow'").settled()
    assert one.drawn() == {"meeting-moscow"}
    assert one.page.locator(".st-key-f_q input").input_value() == "Moscow"


def test_back_is_told_to_the_server_once(small_map: Open) -> None:
    one = small_map("lang=en")
    told: list[bytes | str] = []

    def hear(frame: bytes | str) -> None:
        told.append(frame)

    one.page.on("websocket", lambda socket: socket.on("framesent", hear))
    one.open("lang=en").go("lang=en&kinds=meeting")
    one.until("window.libyamap.state().query === 'kinds=meeting'").settled()
    told.clear()
    one.page.go_back()
    one.until("window.libyamap.state().query === ''").settled()
    assert len(told) == 1, "whatever else Streamlit tells is what its widgets held before"


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("lang=en&kinds=nonsense&cred=2", "cred=2"),
        ("lang=en&z=99&c=1,2,3&rel=C", "rel=C"),
        ("lang=en&sel=nobody-knows&layers=nothing,wagner&actors=nobody", "actors=nobody"),
        ("lang=en&from=2023-05-01&to=2023-01-01", ""),
    ],
)
def test_an_address_that_cannot_be_opens_without_what_is_wrong(small_map: Open, query: str, kept: str) -> None:
    one = small_map(query)
    assert one.state()["query"] == kept


def _view(one: Screen) -> dict[str, object]:
    state = one.state()
    return {name: state[name] for name in ("view", "query", "digest", "drawn", "selected", "lang", "theme")}
