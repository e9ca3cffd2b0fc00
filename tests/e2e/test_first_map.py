"""The main job, on the curated dataset, with the network unplugged: see it, click it, read who says so."""

from __future__ import annotations

from typing import Any

import pytest
from tests.conftest import Open
from tests.e2e.browser import Screen
from tests.e2e.server import Server

pytestmark = pytest.mark.xdist_group("curated")

APART = 26
"""Pixels between symbols that cannot be taken for one another."""

Json = dict[str, Any]


@pytest.fixture(scope="module")
def document(curated_server: Server) -> Json:
    found: Json = curated_server.get("/libyamap/document.json").json()
    return found


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_all_that_the_layers_show_is_drawn(curated: Open, document: Json, lang: str) -> None:
    one = curated(f"lang={lang}")
    shown = {layer["id"] for layer in document["layers"] if layer["shown"]}
    assert one.drawn() == {feature["id"] for feature in document["features"] if feature["layer"] in shown}
    assert one.page.locator("#map_libyamap canvas").count() > 0


def test_what_is_in_libya_is_on_the_screen(curated: Open, document: Json) -> None:
    one = curated("lang=en")
    libyan = {place["id"] for place in document["places"] if place["within"] == "LY" and place["kind"] != "country"}
    here = [one.point(feature["id"]) for feature in document["features"] if feature["place"] in libyan]
    on_screen = [point for point in here if point and 0 < point[0] < 1440 and 0 < point[1] < 900]
    assert len(on_screen) == len(list(filter(None, here))) > 5


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_click_shows_who_said_it_and_how_well_it_is_known(curated: Open, document: Json, lang: str) -> None:
    one = curated(f"lang={lang}")
    features = {feature["id"]: feature for feature in document["features"]}
    feature = features[_alone(one)]
    one.click_feature(feature["id"])
    panel = one.evidence()
    shown, held = panel.inner_text(), panel.text_content() or ""
    claims = {claim["id"]: claim for claim in document["claims"]}
    for claim in (claims[claim] for claim in feature["claims"]):
        assert claim["text"][lang] in shown
        assert claim["wording"][lang] in shown
        assert claim["basis"][lang] in held
    assert feature["title"][lang] in shown
    assert f"sel={feature['id']}" in one.settled().query()
    one.page.keyboard.press("Escape")
    one.until("window.libyamap.state().selected === null").settled()
    assert "sel=" not in one.query()


def test_a_click_on_the_empty_map_closes_the_evidence(curated: Open, document: Json) -> None:
    feature = next(feature["id"] for feature in document["features"] if feature["place"])
    one = curated(f"lang=en&c=30,24&z=6&sel={feature}")
    one.page.mouse.click(*_empty_spot(one))
    one.until("window.libyamap.state().selected === null")


def test_every_feature_of_the_dataset_opens_its_evidence(curated: Open, document: Json) -> None:
    one = curated("lang=en&layers=" + ",".join(sorted(layer["id"] for layer in document["layers"])))
    claims = {claim["id"]: claim["text"]["en"] for claim in document["claims"]}
    for feature in document["features"]:
        one.go(f"lang=en&sel={feature['id']}")
        one.until("(id) => window.libyamap.state().selected === id", feature["id"])
        for claim in feature["claims"]:
            one.evidence().locator(".ly-claim-text").get_by_text(claims[claim], exact=True).wait_for()


def test_the_page_has_a_strict_content_security_policy(curated_server: Server) -> None:
    written = curated_server.get("/?lang=ar").headers["content-security-policy"]
    policy = {name: sources for name, *sources in (part.split() for part in written.split(";"))}
    assert policy["default-src"] == ["'self'"]
    assert policy["object-src"] == ["'none'"]
    assert policy["base-uri"] == ["'self'"]
    assert policy["connect-src"] == ["'self'"]
    own, *hashes = policy["script-src"]
    assert own == "'self'"
    assert all(source.startswith("'sha256-") for source in hashes)
    for name, sources in policy.items():
        assert "*" not in sources
        assert "'unsafe-eval'" not in sources
        assert "'unsafe-inline'" not in sources or name == "style-src"
        assert not any(source.startswith("http") for source in sources)


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("document.json", "application/json"),
        ("selection.json", "application/json"),
        ("basemap.json", "application/json"),
        ("app.js", "text/javascript"),
        ("map.js", "text/javascript"),
        ("app.css", "text/css"),
        ("fonts/Vazirmatn.woff2", "font/woff2"),
    ],
)
def test_files_say_what_they_are_and_are_not_guessed(curated_server: Server, path: str, media_type: str) -> None:
    answer = curated_server.get(f"/libyamap/{path}")
    assert answer.headers["content-type"].partition(";")[0] == media_type
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["../catalog.json", "%2e%2e/boot.ts", ".built-from", "%2fetc/passwd", "nothing.js"])
def test_no_file_but_the_front_end_s_is_served(curated_server: Server, path: str) -> None:
    answer = curated_server.get(f"/libyamap/{path}")
    assert not answer.is_success or 'id="root"' in answer.text


def _alone(one: Screen) -> str:
    """A feature whose symbol stands by itself, in sight, under nothing else."""
    points = {feature: point for feature in sorted(one.drawn()) if (point := one.point(feature))}
    for feature, (x, y) in points.items():
        near = [other for other, at in points.items() if abs(at[0] - x) < APART and abs(at[1] - y) < APART]
        if near == [feature] and one.is_map_at(x, y):
            return feature
    raise AssertionError("No symbol stands alone on the screen.")


def _empty_spot(one: Screen) -> tuple[float, float]:
    """A spot of the map far from every symbol."""
    points = [point for feature in one.drawn() if (point := one.point(feature))]
    spots = [(float(x), float(y)) for y in range(200, 800, 50) for x in range(400, 1000, 50)]
    free = [
        (x, y)
        for x, y in spots
        if one.is_map_at(x, y) and all(abs(x - at[0]) > 3 * APART or abs(y - at[1]) > 3 * APART for at in points)
    ]
    return free[0]
