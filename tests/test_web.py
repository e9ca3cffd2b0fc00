"""What the map application gets: complete, in both languages, and never as code."""

import json
import re
from pathlib import Path

import pytest
from tests.small import write

from libyamap import View, select
from libyamap.dataset import Dataset, read
from libyamap.geometry import arc, circle, distance
from libyamap.render import web
from libyamap.symbology import THEMES, palette, symbols

WEB = Path(web.__file__).parent.parent / "web" / "src"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return read(write(tmp_path_factory.mktemp("small")))


def _interfaces() -> dict[str, set[str]]:
    """Names of the fields of the TypeScript interfaces that describe the document."""
    source = re.sub(r"/\*.*?\*/", "", (WEB / "document.ts").read_text("utf-8"), flags=re.DOTALL)
    found = re.findall(r"export interface (\w+) \{(.*?)\n\}", source, flags=re.DOTALL)
    return {name: set(re.findall(r"^  readonly (\w+):", body, flags=re.MULTILINE)) for name, body in found}


@pytest.mark.parametrize(
    ("interface", "part"),
    [("Actor", "actors"), ("Claim", "claims"), ("Feature", "features"), ("Place", "places"), ("Source", "sources")],
)
def test_a_document_has_the_fields_that_the_application_reads(small: Dataset, interface: str, part: str) -> None:
    for record in json.loads(json.dumps(web.document(small)))[part]:
        assert set(record) == _interfaces()[interface]


def test_a_selection_has_the_fields_that_the_application_reads(small: Dataset) -> None:
    rendered = web.render(select(small, View.from_query("lang=ar&kinds=forces&z=4")))
    assert set(rendered) == _interfaces()["Selection"]
    assert rendered["query"] == "kinds=forces"
    assert {key for item in rendered["items"] for key in item} == _interfaces()["Item"]
    assert set(web.document(small)) == _interfaces()["Document"]


def test_choices_name_features_by_their_position_in_the_document(small: Dataset) -> None:
    rendered = json.loads(json.dumps(web.render_choices(select(small, View.from_query("kinds=forces")))))
    assert set(rendered) == _interfaces()["Choices"]
    ids = [feature["id"] for feature in web.document(small)["features"]]
    named = {value: {ids[position] for position in left} for value, left in rendered["left"]["kinds"].items()}
    assert named["meeting"] == {"meeting-moscow"}
    assert {ids[position] for position in rendered["presets"]["corroborated"]} == {"wagner-jufra"}
    assert set(rendered["presets"]) == {preset["id"] for preset in web.document(small)["presets"]}


def test_a_selection_says_why_it_is_empty(small: Dataset) -> None:
    assert web.render(select(small, View.from_query("kinds=forces")))["empty"] is None
    empty = json.loads(json.dumps(web.render(select(small, View.from_query("kinds=death&q=wagner")))))["empty"]
    assert set(empty) == _interfaces()["Emptiness"]
    assert empty["removals"][0] == {"parameter": "kinds", "alone": 5, "without": 4}
    assert all("\n" not in empty["reason"][lang] for lang in ("ar", "en"))


def test_movements_are_drawn_as_curves_from_origin_to_destination(small: Dataset) -> None:
    moved = next(one for one in web.document(small)["features"] if one["id"] == "sirte-jufra")
    assert moved["line"][0] == (16.5887, 31.2089)
    assert moved["line"][-1] == (16.001, 29.1981)
    assert moved["schematic"] is False


def test_a_radius_is_a_circle_on_the_globe(small: Dataset) -> None:
    place = next(one for one in web.document(small)["places"] if one["id"] == "jufra")
    ring = place["outline"][0][0]
    assert ring[0] == ring[-1]
    for point in ring:
        assert distance((16.001, 29.1981), point) == pytest.approx(1500, abs=8)


def test_circles_and_arcs_hold_on_a_large_scale() -> None:
    assert all(distance((20, 30), point) == pytest.approx(1_000_000, abs=10) for point in circle((20, 30), 1_000_000))
    line = arc((13.19, 32.89), (37.62, 55.75))
    assert (line[0], line[-1]) == ((13.19, 32.89), (37.62, 55.75))


def test_folium_s_script_holds_no_data(small: Dataset) -> None:
    script = web.map_script(small)
    assert "map_libyamap" in script
    assert "L.map(" in script
    for text in ("Jufra", "الجفرة", "Wagner", "http"):
        assert text not in script


def test_every_symbol_has_a_colour_in_either_theme_and_layers_have_symbols() -> None:
    for symbol in symbols().values():
        assert set(symbol.colour) == set(THEMES)
    assert palette("light").keys() == palette("dark").keys()


def _luminance(colour: str) -> float:
    channels = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_text_and_symbols_stand_out_as_wcag_aa_wants(theme: str) -> None:
    colours = palette(theme)
    for ink, ground in (("ink", "paper"), ("muted", "paper"), ("accent", "paper"), ("muted", "field"),
                        ("country-ink", "land"), ("place-ink", "libya"), ("sea-ink", "sea"),
                        ("warning-ink", "warning-paper"), ("danger", "paper")):  # fmt: skip
        assert _contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
    for name, colour in colours.items():
        if name.startswith("symbol-"):
            assert _contrast(colour, colours["libya"]) >= 3, name
            assert _contrast(colour, colours["sea"]) >= 3, name
