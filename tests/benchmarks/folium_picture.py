"""What folium itself takes for a picture of the same: all that it loads from this machine, its browser started.

The browser is spoken to directly. Through Selenium and its driver the same pictures took as long: 0.2 s without a
ground.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from typing import Any

import folium
from playwright.sync_api import Page
from tests.e2e.browser import launched

from libyamap import Selection, basemap, paths
from libyamap.geometry import anchor
from libyamap.model import Feature

WIDTH, HEIGHT = 1920, 1080
GROUND = ("countries", "borders", "district-lines")
"""Without a network there are no tiles; these are what our page draws of the ground."""
ZOOM = 6
"""Towns that our page names are those from this zoom on."""


@dataclass(frozen=True)
class _Found:
    """An element of the page."""

    page: Page

    @property
    def screenshot_as_png(self) -> bytes:
        """All of the window, which the map fills."""
        return self.page.screenshot()


@dataclass(frozen=True)
class Driver:
    """As much of a driver as folium uses, spoken to the browser directly: no program stands between."""

    page: Page

    def execute_script(self, _script: str, *size: int) -> Sequence[int]:
        """The size of a window in which a page has this size."""
        return size

    def set_window_size(self, width: int, height: int) -> None:
        """Make the window so large."""
        if self.page.viewport_size != {"width": width, "height": height}:
            self.page.set_viewport_size({"width": width, "height": height})

    def get(self, address: str) -> None:
        """Load a page, and all that it loads; a map that did not come up is no measure."""
        self.page.goto(address)
        self.page.locator(".leaflet-overlay-pane canvas").wait_for()

    def find_element(self, _by: str, name: str) -> _Found:
        """The element of a class."""
        self.page.locator(f".{name}").wait_for()
        return _Found(self.page)

    def quit(self) -> None:
        """Stay: the next picture wants it started."""


@contextmanager
def driver() -> Iterator[Driver]:
    """A browser that has started."""
    with launched() as browser:
        yield Driver(browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}))


def plain_map(selection: Selection) -> folium.Map:
    """What our page has on its map, by folium's own means: land and lines, areas and movements, symbols, and names."""
    front_end = paths.front_end().as_uri()
    west, south, east, north = selection.dataset.catalog.home
    made = folium.Map(tiles=None, prefer_canvas=True, width=WIDTH, height=HEIGHT)
    made.default_js = [("leaflet", f"{front_end}/leaflet.js")]
    made.default_css = [("leaflet-style", f"{front_end}/leaflet.css")]
    for role in GROUND:
        folium.GeoJson({"type": "FeatureCollection", "features": basemap.features(role)}).add_to(made)
    shown = [one.item.feature for one in selection.shown() if one.item.feature.geometry]
    folium.GeoJson(
        {"type": "FeatureCollection", "features": [_drawn(feature) for feature in shown]},
        marker=folium.CircleMarker(radius=7, weight=1, fill=True, fill_opacity=0.9),
    ).add_to(made)
    titles = {anchor(place): place.properties.name.en for place in selection.dataset.places.values()}
    towns = {
        (lon, lat): town["properties"]["name_en"]
        for town in basemap.features("cities")
        for lon, lat in [town["geometry"]["coordinates"]]
        if town["properties"]["min_zoom"] <= ZOOM and west <= lon <= east and south <= lat <= north
    }
    for (lon, lat), name in {**towns, **titles}.items():
        icon = folium.DivIcon(html=f"<b>{escape(name)}</b>", icon_size=(120, 16))
        folium.Marker((lat, lon), icon=icon).add_to(made)
    made.fit_bounds([[south, west], [north, east]])
    return made


def _drawn(feature: Feature) -> dict[str, Any]:
    geometry = feature.geometry.model_dump(mode="json") if feature.geometry else None
    return {"type": "Feature", "geometry": geometry, "properties": {"title": feature.properties.title.en}}
