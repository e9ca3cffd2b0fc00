"""What a cold page brings over the wire."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser
from tests.benchmarks.figure import Figure
from tests.benchmarks.pages import Subject, pages, reach_mark
from tests.e2e.browser import screen

OWN_PATH = "/libyamap/"


def own() -> float:
    """Kilobytes of the page's document and of all that the map application asks for, compressed."""
    with pages() as both:
        received = bytes_received(both.browser, both.ours)
    return sum(size for path, size in received.items() if path == "/" or path.startswith(OWN_PATH)) / 1000


def ratio() -> float:
    """All bytes of the map's page over all bytes of a blank page, Streamlit's own share included."""
    with pages() as both:
        ours, blank = (sum(bytes_received(both.browser, one).values()) for one in (both.ours, both.blank))
    return ours / blank


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
        reach_mark(one, subject)
        one.page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(state="attached")
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
