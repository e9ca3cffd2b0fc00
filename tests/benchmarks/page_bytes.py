"""What a cold page brings over the wire."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser
from tests.benchmarks.cold import BLANK_MAP, FEATURES
from tests.benchmarks.figure import Figure
from tests.benchmarks.pages import BLANK, STOPWATCH, Subject, dashboard, streamlit_app, until_idle
from tests.e2e.browser import launched, screen

OWN_PATH = "/libyamap/"


def own() -> float:
    """Kilobytes of the page's document and of all that the map application asks for, compressed."""
    with dashboard() as ours, launched() as browser:
        received = bytes_received(browser, Subject(f"{ours.address}/?lang=en", FEATURES))
    return sum(size for path, size in received.items() if path == "/" or path.startswith(OWN_PATH)) / 1000


def ratio() -> float:
    """All bytes of the map's page over all bytes of a blank page, Streamlit's own share included."""
    with dashboard() as ours, streamlit_app(BLANK) as blank, launched() as browser:
        received = bytes_received(browser, Subject(f"{ours.address}/?lang=en", FEATURES))
        compared = bytes_received(browser, Subject(f"{blank.address}/", BLANK_MAP))
    return sum(received.values()) / sum(compared.values())


def bytes_received(browser: Browser, subject: Subject) -> Mapping[str, int]:
    """Bytes that a cold page receives until nothing more comes, by path: answers as sent, and messages of sockets."""
    received, paths = Counter[str](), dict[str, str]()

    def asked(event: dict[str, Any]) -> None:
        paths[event["requestId"]] = urlsplit(event["request"]["url"]).path

    def answered(event: dict[str, Any]) -> None:
        received[paths[event["requestId"]]] += int(event["encodedDataLength"])

    def heard(event: dict[str, Any]) -> None:
        received["socket"] += len(event["response"]["payloadData"])

    with screen(browser, subject.address) as one:
        network = one.page.context.new_cdp_session(one.page)
        network.on("Network.requestWillBeSent", asked)
        network.on("Network.loadingFinished", answered)
        network.on("Network.webSocketFrameReceived", heard)
        network.send("Network.enable")
        one.page.add_init_script(STOPWATCH)
        one.page.goto(subject.address, wait_until="commit")
        one.page.evaluate(f"stopwatch.until(() => {subject.ready})")
        until_idle(one)
        one.page.wait_for_load_state("networkidle")
    return received


OWN = Figure(
    name="own-bytes",
    about="compressed bytes of the page, the map application, its font, the basemap and the dataset",
    unit="kB",
    target=700,
    better="lower",
    measure=own,
)
RATIO = Figure(
    name="page-bytes-ratio",
    about="all bytes of the cold page, over those of a blank Streamlit page with an empty Leaflet map",
    unit="ratio",
    target=1.3,
    better="lower",
    measure=ratio,
)
