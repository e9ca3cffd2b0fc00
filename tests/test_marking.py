"""Markings: which covers which, and how each is shown."""

from __future__ import annotations

import pytest
from coloraide import Color

from libyamap.marking import OWN_FILL, OWN_INK, PALETTE, colours, combined, covers, level, shown

AA = 4.5


@pytest.mark.parametrize("text", ["RESTRICTED", " restricted ", "محدود التداول"])
def test_a_known_marking_is_known_in_either_language_and_case(text: str) -> None:
    found = level(text)
    assert found
    assert found.id == "restricted"
    assert (shown(text, "en"), shown(text, "ar")) == ("RESTRICTED", "محدود التداول")


def test_a_marking_in_ones_own_words_stays_as_it_is() -> None:
    assert level("Eyes of the board") is None
    assert shown("Eyes of the board", "ar") == "Eyes of the board"
    assert colours("Eyes of the board") == (OWN_FILL, OWN_INK)


@pytest.mark.parametrize(
    ("whole", "part", "does"),
    [
        (None, None, True),
        ("INTERNAL", None, True),
        (None, "PUBLIC", False),
        ("CONFIDENTIAL", "محدود التداول", True),
        ("INTERNAL", "RESTRICTED", False),
        ("tlp:red", "TLP:AMBER+STRICT", True),
        ("TLP:AMBER", "TLP:AMBER+STRICT", False),
        ("CONFIDENTIAL", "TLP:GREEN", False),
        ("Board only", "board  only", True),
        ("CONFIDENTIAL", "Board only", False),
        ("CONFIDENTIAL // Board only", "Board only", True),
        ("CONFIDENTIAL // Board only", "RESTRICTED // board only", True),
    ],
)
def test_a_marking_covers_what_is_at_most_as_high_on_its_scale(whole: str | None, part: str | None, does: bool) -> None:  # noqa: FBT001
    assert covers(whole, part) is does


@pytest.mark.parametrize(
    ("markings", "together"),
    [
        ([], None),
        ([None, ""], None),
        ([None, "INTERNAL"], "INTERNAL"),
        (["INTERNAL", "CONFIDENTIAL", "PUBLIC"], "CONFIDENTIAL"),
        (["INTERNAL", "Board only", "RESTRICTED"], "Board only // RESTRICTED"),
        (["TLP:GREEN", "RESTRICTED", "TLP:RED"], "RESTRICTED // TLP:RED"),
    ],
)
def test_what_holds_several_bears_the_highest_of_each_scale(markings: list[str | None], together: str | None) -> None:
    assert combined(markings) == together
    assert all(covers(together, one) for one in markings)


def test_every_band_can_be_read() -> None:
    bands = [(one.fill, one.ink) for one in PALETTE] + [(OWN_FILL, OWN_INK)]
    assert all(Color(fill).contrast(ink, method="wcag21") >= AA for fill, ink in bands)
