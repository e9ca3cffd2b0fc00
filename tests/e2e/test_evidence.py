"""The evidence panel: what is open, who says so, how well it is known, and where to go from there."""

from __future__ import annotations

from typing import Any

import pytest
from tests.conftest import Open
from tests.e2e.browser import Screen
from tests.e2e.server import Server

from libyamap.i18n import message

pytestmark = pytest.mark.xdist_group("curated")

LANGUAGES = ["en", "ar"]
OTHER = {"en": "ar", "ar": "en"}
PRESENCE = "wagner-at-jufra-base"

Json = dict[str, Any]


@pytest.fixture(scope="module")
def document(curated_server: Server) -> Json:
    found: Json = curated_server.get("/libyamap/document.json").json()
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_presence_tells_all_that_is_known_of_it(curated: Open, document: Json, lang: str) -> None:
    one = curated(f"lang={lang}&sel={PRESENCE}")
    text = one.evidence().inner_text()
    feature = _by_id(document["features"], PRESENCE)
    place = _by_id(document["places"], feature["place"])
    for told in (
        feature["title"][lang],
        feature["title"][OTHER[lang]],
        feature["when"]["text"][lang],
        feature["when"]["precision"][lang],
        feature["confirmed"]["text"][lang],
        place["name"][lang],
        f"{place['point'][1]:.4f}° N",
        one.says(f"web.precision.{place['precision']}"),
        document["digest"],
    ):
        assert told in text
    for claim in (_by_id(document["claims"], claim) for claim in feature["claims"]):
        card = one.evidence().locator(".ly-claim", has_text=claim["text"][lang])
        held = card.text_content() or ""
        for told in (
            claim["wording"][lang],
            one.says(f"web.assertion.{claim['assertion']}"),
            f"{claim['reliability']}{claim['credibility']}",
            one.says(f"web.credibility.{claim['credibility']}"),
            claim["basis"][lang],
            claim["recorded"]["text"][lang],
            message(lang, "web.claim.paragraphs", n=len(claim["locator"]), list=str(claim["locator"][0])),
        ):
            assert told in held
        for when in filter(None, (claim["happened"], claim["said"])):
            assert when["text"][lang] in held


@pytest.mark.parametrize("lang", LANGUAGES)
def test_open_points_are_shown_on_what_they_touch(curated: Open, document: Json, lang: str) -> None:
    feature = next(one for one in document["features"] if one["notes"] and one["place"])
    one = curated(f"lang={lang}&sel={feature['id']}")
    one.evidence().locator(".ly-open-points summary, details:has(.ly-note) > summary").first.click()
    for note in (_by_id(document["notes"], note) for note in feature["notes"]):
        one.evidence().get_by_text(note["text"][lang], exact=True).first.wait_for()


def test_links_lead_to_places_actors_and_claims_and_back(curated: Open, document: Json) -> None:
    one = curated(f"lang=en&sel={PRESENCE}")
    feature = _by_id(document["features"], PRESENCE)
    actor = _by_id(document["actors"], feature["actors"][0]["actor"])
    place = _by_id(document["places"], feature["place"])
    trail = [PRESENCE]
    for target in (place, actor):
        one.evidence().get_by_role("link", name=target["name"]["en"], exact=True).first.click()
        one.until("(id) => window.libyamap.state().selected === id", target["id"])
        trail.append(target["id"])
        assert target["name"]["ar"] in one.evidence().inner_text()
        if target is place:
            one.evidence().get_by_role("link", name=feature["title"]["en"]).first.click()
            one.until("(id) => window.libyamap.state().selected === id", PRESENCE)
            trail.append(PRESENCE)
    for before in reversed(trail[:-1]):
        one.evidence().get_by_role("button", name=one.says("web.evidence.back")).click()
        one.until("(id) => window.libyamap.state().selected === id", before)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_claim_can_be_linked_to_and_cited_with_the_digest(curated: Open, document: Json, lang: str) -> None:
    one = curated(f"lang={lang}&sel={PRESENCE}")
    one.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    claim = _by_id(document["claims"], _by_id(document["features"], PRESENCE)["claims"][0])
    card = one.evidence().locator(".ly-claim", has_text=claim["text"][lang])
    card.get_by_role("button", name=one.says("web.claim.link")).click()
    one.page.get_by_text(one.says("web.share.copied")).wait_for()
    link = str(one.page.evaluate("navigator.clipboard.readText()"))
    assert f"sel={claim['id']}" in link
    elsewhere = curated(link.partition("?")[2])
    assert claim["text"][lang] in elsewhere.evidence().inner_text()
    elsewhere.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    elsewhere.evidence().get_by_role("button", name=elsewhere.says("web.cite.copy")).click()
    elsewhere.page.get_by_text(elsewhere.says("web.cite.copied")).wait_for()
    cited = str(elsewhere.page.evaluate("navigator.clipboard.readText()"))
    for told in (claim["text"][lang], document["digest"], claim["id"], document["licence"], "http://localhost"):
        assert told in cited


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_has_no_place_is_listed_and_tied_to_the_map(curated: Open, document: Json, lang: str) -> None:
    one = curated(f"lang={lang}")
    unplaced = [
        feature
        for feature in document["features"]
        if not (feature["place"] or feature["origin"] or feature["destination"])
    ]
    one.evidence().get_by_role("button", name=message(lang, "web.overview.unplaced", n=len(unplaced))).click()
    rows = one.evidence().locator(".ly-row")
    assert rows.count() == len(unplaced) > 0
    tied = next(feature for feature in unplaced if feature["about"])
    one.evidence().get_by_role("link", name=tied["title"][lang]).first.click()
    one.until("(id) => window.libyamap.state().selected === id", tied["id"])
    place = _by_id(document["places"], tied["about"][0])
    one.evidence().get_by_role("link", name=place["name"][lang], exact=True).first.click()
    one.until("(id) => window.libyamap.state().selected === id", place["id"])


def test_pointing_at_a_row_points_at_its_symbol(curated: Open) -> None:
    one = curated("lang=en&c=29.2,16&z=7")
    before = _around(one)
    one.evidence().locator(".ly-row", has_text="Wagner at Jufra base").hover()
    one.frames(3)
    assert _around(one) != before


def test_claims_that_the_filters_leave_out_are_told_apart(curated: Open, document: Json) -> None:
    feature = next(
        one
        for one in document["features"]
        if len({_by_id(document["claims"], claim)["assertion"] for claim in one["claims"]}) > 1
    )
    kept = _by_id(document["claims"], feature["claims"][0])["assertion"]
    one = curated(f"lang=en&assertion={kept}&sel={feature['id']}")
    left = [claim for claim in feature["claims"] if _by_id(document["claims"], claim)["assertion"] != kept]
    summary = message("en", "web.evidence.left-out", n=len(left))
    assert summary in one.evidence().inner_text()


def _by_id(objects: list[Json], wanted: str) -> Json:
    return next(one for one in objects if one["id"] == wanted)


def _around(one: Screen) -> bytes:
    """A picture of the map round a symbol."""
    x, y = one.point(PRESENCE) or (0, 0)
    return one.page.screenshot(clip={"x": x - 25, "y": y - 25, "width": 50, "height": 50})
