"""All that we take of Streamlit's own page: what it looks like, and where we write into it.

Nothing else in this project leans on Streamlit's internals. The minor release is pinned, and a test reads
the installed page through this module: when an upgrade moves something, that test says what.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from streamlit import file_util

STATIC = "/static/"
"""Address below which Streamlit serves its scripts, styles and fonts; each file's name tells its version."""

HOST_CONFIG = "/_stcore/host-config"
"""Where the page asks from which origins it may take messages."""

_ROOT = '<html lang="en">'
_TITLE = re.compile(r"<title>[^<]*</title>")
_FONT_PRELOAD = re.compile(r'<link\s+rel="preload"\s+href="[^"]*SourceSans[^"]*"[^>]*>')
_BODY = "<body>"
_STREAMLIT_ROOT = '<div id="root"></div>'
_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)

ELEMENTS = ("BidiComponent", "TextInput", "Multiselect", "ButtonGroup", "Selectbox", "Checkbox", "DateInput", "Button")
"""Scripts of the elements that the dashboard draws, without the version in their names."""
_SCRIPT_NAME = re.compile(r"""["']\./(?:static/js/)?(?P<name>[^"'/]+\.js)["']""")


class StreamlitPageError(Exception):
    """Streamlit's page is not what we know it to be."""


@dataclass(frozen=True)
class Head:
    """What we add to the page.

    Attributes
    ----------
    root : str
        The opening `html` tag.
    head : str
        HTML that takes the place of the title, ahead of all of Streamlit's scripts.
    body : str
        HTML at the start of the body, ahead of Streamlit's root.
    """

    root: str
    head: str
    body: str


def rewritten(page: str, head: Head) -> str:
    """Streamlit's page with ours in it.

    Raises
    ------
    StreamlitPageError
        If the page lacks a place that we write to; says which.
    """
    if lacking := places_lacking(page):
        raise StreamlitPageError(f"Streamlit's index.html has changed; it lacks: {'; '.join(lacking)}.")
    page = page.replace(_ROOT, head.root, 1)
    page = _FONT_PRELOAD.sub("", page)
    page = _TITLE.sub(lambda _: head.head, page, count=1)
    return page.replace(_BODY, _BODY + head.body, 1)


def places_lacking(page: str) -> list[str]:
    """Name what we rely on in the page and do not find in it exactly once."""
    found = {
        f"the root element as {_ROOT}": page.count(_ROOT),
        "a title": len(_TITLE.findall(page)),
        "a preload of the font Source Sans, which ours replaces": len(_FONT_PRELOAD.findall(page)),
        f"a body that opens with {_BODY}": page.count(_BODY),
        f"the element that Streamlit draws into, {_STREAMLIT_ROOT}": page.count(_STREAMLIT_ROOT),
    }
    return [place for place, times in found.items() if times != 1]


def inline_script_hashes(page: str) -> list[str]:
    """Content-Security-Policy sources that allow exactly the scripts written into the page."""
    scripts = (match for match in _SCRIPT.finditer(page) if "src=" not in match["attributes"])
    return [f"'sha256-{_sha256(match['code'])}'" for match in scripts]


def _sha256(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def static_files() -> Mapping[str, Path]:
    """Streamlit's scripts, styles and fonts, by address."""
    root = Path(file_util.get_static_dir())
    files = (file for file in (root / STATIC.strip("/")).rglob("*") if file.is_file())
    return {"/" + file.relative_to(root).as_posix(): file for file in files}


@cache
def element_scripts() -> tuple[str, ...]:
    """Addresses of the scripts of the elements that the dashboard draws, and of all that they import.

    Streamlit asks for them once its script has run and it learns what to draw. The page asks from the start, so that
    they are there by then. What Streamlit's page asks for by itself is left out.
    """
    scripts = {address.rpartition("/")[2]: address for address in static_files() if address.endswith(".js")}
    known = set(_SCRIPT_NAME.findall(Path(file_util.get_static_dir(), "index.html").read_text("utf-8")))
    wanted = [name for name in sorted(scripts) if name.partition(".")[0] in ELEMENTS]
    found: list[str] = []
    while wanted:
        name = wanted.pop()
        if name in scripts and name not in known:
            known.add(name)
            found.append(scripts[name])
            wanted += _SCRIPT_NAME.findall(static_files()[scripts[name]].read_text("utf-8"))
    return tuple(found)
