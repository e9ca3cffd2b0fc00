"""What changed: against a revision, and against what was shown before a file was edited, in either language."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator
from tests import small
from tests.e2e.browser import Screen, screen
from tests.e2e.server import serving
from tests.e2e.test_accessibility import problems

from libyamap.i18n import message

pytestmark = pytest.mark.xdist_group("live")

LANGUAGES = ["en", "ar"]
SUBJECT = "Curate <b>everything</b>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small dataset as git keeps it, with changes that were made since."""
    kept = small.write(tmp_path / "data")
    who = ("-c", "user.name=Tester", "-c", "user.email=tester@localhost", "-c", "commit.gpgsign=false")
    for arguments in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", SUBJECT)):
        subprocess.run(["git", *who, *arguments], cwd=kept, check=True)
    edit(kept, "claims.json", lambda claims: claims["claims"][2]["grade"].update(credibility=2))
    edit(kept, "notes.json", lambda notes: notes["notes"].clear())
    return kept


@pytest.fixture
def opened(browser: Browser, folder: Path, tmp_path: Path) -> Iterator[Callable[[str], Screen]]:
    with serving(folder, tmp_path / "server.log") as server, screen(browser, server.address) as one:
        yield lambda lang: one.open(f"lang={lang}&c=29,16&z=6")
        one.assert_clean()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_changed_since_a_revision_is_listed_in_words(opened: Callable[[str], Screen], lang: str) -> None:
    one = opened(lang)
    panel = compared(one)
    assert SUBJECT in panel.locator("select").inner_text()
    assert message(lang, "web.comparison.sort.claim") in panel.inner_text()
    met = panel.locator("[data-change=met]")
    told = met.locator("[data-field='grade.credibility']").inner_text()
    assert message(lang, "comparison.field.credibility") in told
    assert message(lang, "web.credibility.3") in told
    assert message(lang, "web.credibility.2") in told
    meeting = panel.locator("[data-change=meeting-moscow]")
    assert meeting.get_attribute("data-how") == "affected"
    drawn = message(lang, "web.comparison.on-map", what=message(lang, "comparison.mark.credibility"))
    assert drawn in meeting.inner_text()
    removed = panel.locator("[data-change=a-note]")
    assert removed.get_attribute("data-how") == "removed"
    assert removed.get_by_role("link").count() == 0
    assert problems(one) == []
    assert problems(one.switch_theme()) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_changes_stand_out_on_the_map_and_lead_to_their_evidence(opened: Callable[[str], Screen], lang: str) -> None:
    one = opened(lang)
    panel = compared(one)
    assert one.state()["marked"] == ["meeting-moscow"]
    panel.locator("[data-how=affected]").first.click()
    one.until("window.libyamap.state().marked.length === 0")
    assert panel.locator("[data-change=meeting-moscow]").count() == 0
    panel.locator(".ly-how[data-how=affected]").click()
    link = panel.locator("[data-change=meeting-moscow]").get_by_role("link").first
    link.hover()
    one.until("window.libyamap.state().pointed.join() === 'meeting-moscow'")
    before = one.state()["viewport"]
    link.click()
    one.until("window.libyamap.state().selected === 'meeting-moscow'").settled()
    assert one.state()["viewport"] != before
    one.page.get_by_role("button", name=one.says("web.evidence.back"), exact=True).click()
    panel.locator("[data-change=meeting-moscow]").wait_for()
    panel.get_by_role("button", name=one.says("web.comparison.close"), exact=True).click()
    one.until("window.libyamap.state().marked.length === 0")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_revision_that_is_none_is_told_in_words(opened: Callable[[str], Screen], lang: str) -> None:
    one = opened(lang)
    panel = started(one)
    for name, key in (("--output=x", "form"), ("nowhere", "unknown")):
        panel.locator("input").fill(name)
        panel.locator("input").press("Enter")
        told = message(lang, f"error.revision-{key}", revision=name)
        panel.get_by_role("alert").filter(has_text=told).wait_for()
    # What the browser reports of the two refusals, and nothing else.
    assert len(one.errors) == 2
    assert all("comparison.json?with=" in error for error in one.errors)
    one.errors.clear()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_newer_files_offer_what_changed(opened: Callable[[str], Screen], folder: Path, lang: str) -> None:
    one = opened(lang)
    one.until("window.libyamap.state().digest")
    edit(folder, "actors.json", lambda actors: actors["actors"][1]["name"].update(en="Vladimir", ar="فلاديمير"))
    other = "ar" if lang == "en" else "en"
    one.switch_language(other).switch_language(lang)
    one.page.get_by_role("button", name=one.says("web.comparison.what-changed"), exact=True).click()
    panel = one.evidence()
    change = panel.locator("[data-change=putin]")
    change.wait_for()
    assert panel.locator("[data-change]").count() == 1
    assert "Putin" in change.locator("[data-field='name.en'] del").inner_text()
    assert "Vladimir" in change.locator("[data-field='name.en'] ins").inner_text()
    chosen = panel.locator("select option:checked").inner_text()
    assert chosen == message(lang, "web.comparison.before")


def compared(one: Screen) -> Locator:
    """The list of what changed since the one revision."""
    panel = started(one)
    panel.locator("select").select_option(index=1)
    panel.locator("[data-change]").first.wait_for()
    return panel


def started(one: Screen) -> Locator:
    one.page.get_by_role("button", name=one.says("web.comparison.open"), exact=True).click()
    panel = one.evidence()
    panel.locator("select option").nth(1).wait_for(state="attached")
    return panel


def edit(folder: Path, name: str, change: Callable[[Any], object]) -> None:
    file = folder / name
    content = json.loads(file.read_text("utf-8"))
    change(content)
    file.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
