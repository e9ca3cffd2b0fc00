"""A page in one file: an application, its style and font, and all that it draws, opened without a server.

Whichever application it is, nothing of the data gets into its script or markup: data stand in elements of type
`application/json`, in which no text can end the element, and the application sets them as text. The page's
Content-Security-Policy lets run exactly the scripts that were written into it, and nothing be asked for.
"""

from __future__ import annotations

import gzip
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from html import escape

import orjson

from libyamap import paths
from libyamap.errors import MissingFrontEndError
from libyamap.i18n import DIRECTIONS, LANGUAGES, Lang, message
from libyamap.view import Theme

STYLES = ("leaflet.css", "app.css")
FONT = "fonts/Vazirmatn.woff2"
LICENCES = "LICENSES.txt"
BODY = '<div id="libyamap"><div id="map_libyamap"></div></div>'
"""Where an application and, within it, folium's map stand."""
SCENERY = '<div id="libyamap"><div class="ly-scenery"><div id="map_libyamap"></div></div></div>'
"""The same where the map has but a part of the page, as in presenting."""

POLICY = {
    "default-src": "'none'",
    "script-src": "{scripts}",
    "style-src": "{styles}",
    "font-src": "data:",
    "connect-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
"""The Content-Security-Policy of the page; in braces, the hashes of what is written into it."""

_URL = re.compile(r"""url\((["']?)(.*?)\1\)""")
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_ESCAPED = re.compile("[<>&\u2028\u2029]")


class LooseEndError(ValueError):
    """A script could end its element, or a style asks for a file: the front end was not built for this page."""


def page_file(  # noqa: PLR0913 - each is named
    *,
    lang: Lang,
    theme: Theme,
    title: str,
    script: str,
    held: Mapping[str, object],
    setup: str = "",
    marked: bool = False,
    styles: Sequence[str] = STYLES,
    body: str = BODY,
) -> bytes:
    """A page in one file.

    Parameters
    ----------
    title : str
        What the browser calls the page before the application does.
    script : str
        Name of an application in `web/build.mjs`'s table of those that stand alone.
    held : mapping of str to object
        What the application finds on the page, by name: JSON in an element of the id `libyamap-<name>`.
    setup : str
        Script that runs before the application, such as folium's; it must hold nothing of the data.
    marked : bool
        Leave room for a handling marking from the first paint on.
    styles : sequence of str
        Names of the application's styles.
    body : str
        Markup of ours in which it stands.

    Raises
    ------
    MissingFrontEndError
        If the map application was not built.
    """
    style = "\n".join(_style(name) for name in styles)
    first, *scripts = (_script(one) for one in (asset("boot.js"), asset("leaflet.js"), setup, _application(script)))
    root = f'<html lang="{lang}" dir="{DIRECTIONS[lang]}" data-theme="{theme}" data-host="file"'
    lines = [
        "<!doctype html>",
        f"{root}{' data-marked' if marked else ''}>",
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy(scripts=[first, *scripts], styles=[style])}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{escape(title)}</title>",
        f"<style>{style}</style>",
        f"<script>{first}</script>",
        "</head>",
        "<body>",
        body,
        *(f"<noscript><p>{escape(message(one, 'html.noscript'))}</p></noscript>" for one in LANGUAGES),
        *(_held(name, value) for name, value in held.items()),
        *(f"<script>{one}</script>" for one in scripts),
        "</body>",
        "</html>",
    ]
    return "\n".join(lines).encode() + b"\n"


def _held(name: str, value: object) -> str:
    return f'<script type="application/json" id="libyamap-{name}">{as_json(value)}</script>'


def as_json(value: object) -> str:
    """JSON that cannot end the element that it stands in, nor begin another."""
    return _ESCAPED.sub(lambda match: _ESCAPES[match[0]], orjson.dumps(value).decode())


def packed(value: object) -> str:
    """A value as gzipped JSON in base64: for what is large and not of the dataset."""
    return b64encode(gzip.compress(orjson.dumps(value), mtime=0)).decode()


def policy(*, scripts: list[str], styles: list[str]) -> str:
    """The Content-Security-Policy of a page with these scripts and styles in it."""
    hashes = {"scripts": " ".join(map(_hash, scripts)), "styles": " ".join(map(_hash, styles))}
    return "; ".join(f"{name} {sources.format(**hashes)}" for name, sources in POLICY.items())


def asset(name: str) -> str:
    """A text file of the built map application.

    Raises
    ------
    MissingFrontEndError
        If it was not built.
    """
    return _bytes(name).decode()


def _bytes(name: str) -> bytes:
    try:
        return (paths.front_end() / name).read_bytes()
    except FileNotFoundError:
        raise MissingFrontEndError from None


def _application(name: str) -> str:
    return asset(f"whole/{name}.js")


def _script(text: str) -> str:
    """A script as it stands in its element."""
    text = _SOURCE_MAP.sub("", text).strip()
    if re.search(r"</script|<!--", text, re.IGNORECASE):
        raise LooseEndError(text[:80])
    return text


def _style(name: str) -> str:
    """A style with the font in it."""
    font = f'url("data:font/woff2;base64,{b64encode(_bytes(FONT)).decode()}")'
    text = _URL.sub(lambda match: font if match[2] == f"./{FONT}" else match[0], asset(name)).strip()
    # Of pictures that are not used, the build leaves an empty address, which asks for nothing.
    if [url for _, url in _URL.findall(text) if url and not url.startswith(("data:", "#"))] or "</style" in text:
        raise LooseEndError(name)
    return text


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
