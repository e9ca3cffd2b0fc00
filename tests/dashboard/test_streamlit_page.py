"""What we take of Streamlit's own page: if an upgrade moves it, these tests say what moved."""

from __future__ import annotations

import importlib.metadata
import re
from pathlib import Path

import pytest
import streamlit

import streamlit_page

STATIC = Path(streamlit.__file__).parent / "static"
PAGE = (STATIC / "index.html").read_text("utf-8")
HEAD = streamlit_page.Head(root='<html lang="ar" dir="rtl">', head="<title>T</title><!--head-->", body="<!--body-->")

ADVICE = (
    "Streamlit's internals have moved, which the dashboard's head start leans on. "
    "Look at the installed page and its scripts, then mend dashboard/streamlit_page.py or web/src/streamlit.ts: "
)


def test_streamlits_page_has_every_place_that_we_write_to() -> None:
    lacking = streamlit_page.places_lacking(PAGE)
    version = importlib.metadata.version("streamlit")
    assert not lacking, f"{ADVICE}Streamlit {version}'s index.html lacks {'; '.join(lacking)}."


def test_ours_comes_before_everything_of_streamlits() -> None:
    page = streamlit_page.rewritten(PAGE, HEAD)
    assert page.index('<html lang="ar" dir="rtl">') < page.index("<!--head-->") < page.index("<script")
    assert page.index("<!--body-->") < page.index('<div id="root">')
    assert "SourceSans" not in page
    assert page.count("<title>") == 1


def test_a_page_that_has_changed_is_refused_with_what_it_lacks() -> None:
    with pytest.raises(streamlit_page.StreamlitPageError, match="a title"):
        streamlit_page.rewritten(PAGE.replace("<title>", "<heading>"), HEAD)


def test_every_inline_script_is_allowed_by_its_hash() -> None:
    inline = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", PAGE)
    hashes = streamlit_page.inline_script_hashes(PAGE)
    assert len(hashes) == len(inline) > 0
    assert all(re.fullmatch(r"'sha256-[A-Za-z0-9+/]{43}='", source) for source in hashes)


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("stActiveTheme", "the key under which the theme is kept in localStorage"),
        ("SET_CUSTOM_THEME_CONFIG", "the message that changes the theme while the page is open"),
        ("stCommVersion", "the mark of messages that Streamlit listens to"),
        ("allowedOrigins", "the list of origins that messages are taken from"),
        ("react-aria.i18n.locale", "the symbol by which React Aria is told the language"),
        ("data-test-connection-state", "the attribute that tells whether the server answers"),
    ],
)
def test_streamlits_scripts_still_know_what_we_rely_on(words: str, what: str) -> None:
    scripts = (file.read_text("utf-8") for file in (STATIC / "static" / "js").glob("*.js"))
    assert any(words in script for script in scripts), f"{ADVICE}no script of Streamlit's holds “{words}”, {what}."
