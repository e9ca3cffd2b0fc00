"""Room for text: estimates hold against the letters themselves, as they are shaped."""

from __future__ import annotations

import pytest

from libyamap import open_dataset
from libyamap.briefs.fitting import rows, width
from libyamap.i18n import LANGUAGES
from libyamap.render.static import letters

EM = letters.Font(1.0)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_estimate_is_within_a_tenth_of_how_wide_a_line_is(lang: str) -> None:
    for claim in open_dataset().claims.values():
        text = claim.text[lang]
        shaped = letters.width(text, EM, rtl=lang == "ar")
        assert 0.9 * shaped <= width(text) <= 1.12 * shaped, text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_rows_are_those_that_letters_take_or_one_off(lang: str) -> None:
    for claim in open_dataset().claims.values():
        text = claim.text[lang]
        assert abs(rows(text, 19.0) - len(letters.wrapped(text, EM, 19.0, rtl=lang == "ar"))) <= 1, text


@pytest.mark.parametrize(("text", "taken"), [("", 0), ("one", 1), ("one two", 1), ("m" * 50, 5), ("a " * 40, 4)])
def test_text_is_broken_at_spaces_and_long_words_within(text: str, taken: int) -> None:
    assert rows(text, 9.0) == taken
