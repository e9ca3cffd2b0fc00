"""Paper and screen show the same: their bounds agree within a pixel."""

from __future__ import annotations

import pytest
from tests.conftest import Open
from tests.static_pages import drawn

from libyamap.render.static.plane import projected

pytestmark = pytest.mark.xdist_group("small")

VIEWPORTS = ("c=29.5,17&z=6.5", "c=32.8872,13.1913&z=9.25")


@pytest.mark.parametrize("viewport", VIEWPORTS)
def test_a_bare_page_of_the_map_s_size_has_the_map_s_bounds(small_map: Open, viewport: str) -> None:
    one = small_map(f"lang=en&{viewport}")
    width, height, *bounds = one.page.evaluate(
        """() => {
            const { x, y } = map_libyamap.getSize();
            const bounds = map_libyamap.getBounds();
            return [x, y, bounds.getWest(), bounds.getNorth(), bounds.getEast(), bounds.getSouth()];
        }"""
    )
    page = drawn(f"lang=en&{viewport}", f"{width}x{height}", bare=True)
    west, south, east, north = page.frame.bounds
    apart = projected([bounds[:2], bounds[2:]]) - projected(((west, north), (east, south)))
    assert abs(apart * page.frame.scale).max() < 1
