"""What a scene shows is what its map has room for."""

from __future__ import annotations

import pytest

from libyamap.briefs.fitting import MAP
from libyamap.briefs.sight import framed
from libyamap.render.static.plane import Box, Frame

HOME = (9.0, 19.0, 26.0, 34.0)


@pytest.mark.parametrize(("center", "zoom"), [((28.3, 17.0), 5.5), ((46.0, 33.0), 4.0), ((0.0, 0.0), 2.0)])
def test_the_frame_is_that_of_a_map_of_that_size(center: tuple[float, float], zoom: float) -> None:
    drawn = Frame.centred(Box(0, 0, *map(float, MAP)), center, zoom)
    assert framed(center, zoom, HOME) == pytest.approx(drawn.bounds)


def test_without_a_centre_all_of_home_is_in_the_frame() -> None:
    west, south, east, north = framed(None, None, HOME)
    assert west <= HOME[0] + 1e-9
    assert south <= HOME[1] + 1e-9
    assert east >= HOME[2] - 1e-9
    assert north >= HOME[3] - 1e-9
