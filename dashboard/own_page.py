"""Pages of our own beside Streamlit's: a map and the one script that drives it, under the strictest policy.

Nothing is written into them but addresses of our own files and a title: what they show they fetch as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from starlette.responses import HTMLResponse

import routes
from libyamap.i18n import DIRECTIONS
from libyamap.view import View

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
FONT = "fonts/Vazirmatn.woff2"


@dataclass(frozen=True)
class OwnPage:
    """What differs between our pages.

    Attributes
    ----------
    host : str
        What the map application calls it; its script and style are named so.
    title : str
    root : str
        Path from the page to the server's own root.
    fetched : tuple of str
        Addresses that its script will ask for, below `libyamap/`.
    settings : mapping
        What the server tells the script, as `data-` attributes.
    ancestors : str
        Who may show it in a frame, as a Content-Security-Policy says it.
    """

    host: str
    title: str
    root: str = ""
    fetched: tuple[str, ...] = ()
    settings: Mapping[str, str] | None = None
    ancestors: str = "'none'"

    def response(self, view: View) -> HTMLResponse:
        """The page in the view's language and theme."""
        allowed = POLICY | {"frame-ancestors": self.ancestors}
        policy = "; ".join(f"{name} {sources}" for name, sources in allowed.items())
        headers = {
            "content-security-policy": policy,
            "cache-control": "no-cache",
            "vary": "accept-language",
            "referrer-policy": "no-referrer",
            "x-content-type-options": "nosniff",
        }
        return HTMLResponse(self._html(view), headers=headers)

    def _html(self, view: View) -> str:
        settings = {"host": self.host, "theme": view.theme} | dict(self.settings or {})
        data = " ".join(f'data-{name}="{escape(value)}"' for name, value in settings.items())
        below = f"{self.root}libyamap/"
        lines = [
            "<!doctype html>",
            f'<html lang="{view.lang}" dir="{DIRECTIONS[view.lang]}" {data}>',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(self.title)}</title>",
            '<link rel="icon" href="data:,">',
            *(f'<link rel="preload" href="{escape(below + name)}" as="fetch" crossorigin>' for name in self.fetched),
            f'<link rel="preload" href="{below}{FONT}" as="font" crossorigin>',
            *(f'<link rel="stylesheet" href="{below}{address(name)}">' for name in ("leaflet.css", f"{self.host}.css")),
            *(f'<script defer src="{below}{address(name)}"></script>' for name in ("leaflet.js", "map.js")),
            f'<script type="module" src="{below}{address(f"{self.host}.js")}"></script>',
            "</head>",
            '<body><div id="libyamap"><div class="ly-scenery"><div id="map_libyamap"></div></div></div></body>',
            "</html>",
        ]
        return "\n".join(lines)


def address(name: str) -> str:
    """A file of the map application with its version, below `libyamap/`."""
    body = routes.map_script() if name == "map.js" else routes.asset(name)
    return f"{name}?v={body.version}" if body else name
