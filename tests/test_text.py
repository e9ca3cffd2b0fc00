"""Search spelling: what readers write in different ways is found all the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libyamap.text import normalised, stemmed, unmarked


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أفريقيا", "افريقيا"),
        ("إيجاز", "ايجاز"),
        ("موسكو", "مـوسـكـو"),
        ("قاعدة", "قاعده"),
        ("مالي", "مالى"),
        ("مسؤول", "مسوول"),
        ("لقاءات", "لقاات"),
        ("فاغنَر", "فاغنر"),
        ("Türkiye", "turkiye"),
        ("Ma’aten al-Sarra", "maaten al sarra"),
        ("١٧ سبتمبر", "17 سبتمبر"),
    ],
)
def test_spellings_that_do_not_matter_are_one(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize("form", ["الفاغنر", "والفاغنر", "بالفاغنر", "للفاغنر"])
def test_the_article_does_not_hide_a_name(form: str) -> None:
    assert stemmed(form) == "فاغنر"


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهوي ً ٌ ٍ َ ُ ِ ّ ْ ـ"))
def test_diacritics_go_and_letters_stay(text: str) -> None:
    assert not set(unmarked(text)) & set("ًٌٍَُِّْـ")
    assert [char for char in text if char.isalpha() and char != "ـ"] == [c for c in unmarked(text) if c.isalpha()]
