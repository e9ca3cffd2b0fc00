"""Light and dark, on arrival and by a switch: text can be read on what it stands on, Streamlit's widgets included."""

from __future__ import annotations

import pytest
from tests.conftest import Open
from tests.e2e.browser import Screen

pytestmark = pytest.mark.xdist_group("small")

LEAST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3, level AA, for text of common size."""

CONTRAST = """(selector) => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const element = document.querySelector(selector);
  const panel = document.querySelector('.ly-start');
  const colours = [getComputedStyle(element).color, getComputedStyle(panel).backgroundColor];
  const [ink, paper] = colours.map(channels).map(light);
  return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
}"""

TEXTS = (
    "#ly-tab-layers",
    ".st-key-f_kinds [data-testid=stWidgetLabel] p",
    ".st-key-f_ungraded p",
    ".st-key-f_clear button p",
)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_widgets_can_be_read_on_arrival(small_map: Open, theme: str) -> None:
    assert _contrasts(small_map(f"lang=en&theme={theme}&kinds=meeting").show_filters())


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_widgets_can_be_read_after_a_switch(small_map: Open, theme: str) -> None:
    one = small_map(f"lang=ar&theme={theme}&kinds=meeting").show_filters().switch_theme()
    assert one.state()["theme"] != theme
    assert _contrasts(one)


def _contrasts(one: Screen) -> bool:
    """Whether all texts reach the least contrast, once colours have stopped changing."""
    one.until(f"(texts) => texts.every((text) => ({CONTRAST})(text) >= {LEAST_CONTRAST})", list(TEXTS))
    return True
