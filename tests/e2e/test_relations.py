"""Relations: who met whom, as a picture and a list, linked with the map; an actor's own line of time."""

from __future__ import annotations

from typing import Any

import pytest
from tests.conftest import Open
from tests.e2e.browser import Screen
from tests.e2e.server import Server
from tests.e2e.test_accessibility import problems

LANGUAGES = ("en", "ar")
Json = dict[str, Any]
MEETING = "putin-haftar-2019"
PAIR = "haftar|putin"


@pytest.fixture(scope="module")
def document(curated_server: Server) -> Json:
    read: Json = curated_server.get("/libyamap/document.json").json()
    return read


def relations(one: Screen) -> Screen:
    """Turn to the relations."""
    one.page.get_by_role("tab", name=one.says("web.bench.relations"), exact=True).click()
    one.page.locator(".ly-network g[data-actor]").first.wait_for()
    return one


@pytest.mark.parametrize("lang", LANGUAGES)
def test_picture_and_list_tell_the_same_relations(curated: Open, document: Json, lang: str) -> None:
    one = relations(curated(f"lang={lang}"))
    drawn = one.page.locator(".ly-network g[data-relation]").evaluate_all(
        "all => all.map((one) => one.dataset.relation)"
    )
    listed = one.page.locator("button[data-relation]").evaluate_all("all => all.map((one) => one.dataset.relation)")
    assert sorted(drawn) == sorted(listed)
    assert PAIR in listed
    names = {actor["id"]: actor["name"][lang] for actor in document["actors"]}
    text = one.page.locator(f"button[data-relation='{PAIR}']").inner_text()
    assert all(names[actor] in text for actor in PAIR.split("|"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_relation_lists_who_met_where_and_when_and_flies_there(curated: Open, document: Json, lang: str) -> None:
    one = relations(curated(f"lang={lang}"))
    one.page.locator(f"g[data-relation='{PAIR}']").dispatch_event("click")
    button = one.page.locator(f"button[data-relation='{PAIR}']")
    assert button.get_attribute("aria-expanded") == "true"
    meeting = next(feature for feature in document["features"] if feature["id"] == MEETING)
    row = one.page.locator(".ly-relation-body .ly-row", has_text=meeting["when"]["text"][lang]).first
    assert meeting["title"][lang] in row.inner_text()
    row.click()
    one.until("(id) => window.libyamap.state().selected === id", MEETING)
    one.page.locator(f"[data-open={MEETING}]").wait_for()


@pytest.mark.parametrize(("lang", "theme"), [("en", "light"), ("ar", "dark")])
def test_the_picture_has_no_problem_that_axe_finds(curated: Open, lang: str, theme: str) -> None:
    assert problems(relations(curated(f"lang={lang}&theme={theme}"))) == []


def test_an_actor_of_the_picture_opens_its_page(curated: Open) -> None:
    one = relations(curated("lang=en"))
    one.page.locator("g[data-actor=haftar] path").click()
    one.page.locator("[data-open=haftar]").wait_for()


def test_pointing_at_the_map_lights_the_relation_and_back(curated: Open) -> None:
    one = relations(curated("lang=en&kinds=visit,meeting&places=benghazi"))
    shown = next(feature for feature in sorted(one.drawn()) if (one.point(feature) or (0, 0))[0] > 320)
    one.page.mouse.move(*(one.point(shown) or (0, 0)))
    one.page.locator(".ly-edge-lit, .ly-dot-lit").first.wait_for(state="attached")
    before = one.page.locator("#map_libyamap").screenshot()
    one.page.locator("button[data-relation]").first.hover()
    one.frames(3)
    assert one.page.locator("#map_libyamap").screenshot() != before


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_actor_s_time_runs_as_its_language_reads(curated: Open, document: Json, lang: str) -> None:
    one = curated(f"lang={lang}&sel=yevkurov")
    bars = one.page.locator(".ly-actor-timeline-row")
    dated = [
        feature
        for feature in document["features"]
        if feature["when"] and any(part["actor"] == "yevkurov" for part in feature["actors"])
    ]
    if one.page.locator(".ly-actor-timeline ~ button").count():
        one.page.locator(".ly-actor-timeline ~ button").click()
    assert bars.count() == len(dated) > 2
    imprecise = bars.locator(".ly-span-possible")
    starts = [
        float(box["x"] + (box["width"] if lang == "ar" else 0))
        for box in (imprecise.nth(index).bounding_box() for index in range(bars.count()))
        if box
    ]
    # Sorted by when they may have begun: from the left in English, from the right in Arabic.
    assert starts == sorted(starts, reverse=lang == "ar")
    bars.first.click()
    one.until("(ids) => ids.includes(window.libyamap.state().selected)", [feature["id"] for feature in dated])
