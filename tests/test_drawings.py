"""Drawings in an address: those that the application writes are kept, all else is refused."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libyamap import View
from libyamap.drawings import MOST_CHARACTERS, checked
from libyamap.view import read_query

digits = st.text("ABCxyz019-_", min_size=4, max_size=4)
positions = st.builds(str.__add__, digits, digits)
words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), max_size=12).map(
    lambda text: base64.urlsafe_b64encode(text.encode()).decode("ascii").rstrip("=")
)


@st.composite
def drawing(draw: st.DrawFn, number: int) -> str:
    shape = draw(st.sampled_from(["ps", "po", "rn", "cs", "ko", "gm", "lm", "nn", "tn"]))
    radii = draw(st.lists(digits, min_size=1, max_size=12 if shape == "gm" else 1)) if shape[0] in "ckg" else []
    least, most = {"p": (3, 6), "r": (2, 2), "k": (2, 5), "l": (2, 5)}.get(shape[0], (1, 1))
    path = draw(st.lists(positions, min_size=least, max_size=most))
    name, note = draw(words), draw(words)
    told = f",{name},{note}" if note else f",{name}" if name else ""
    return f"{shape}{number:02d}{''.join(radii)}{':' if shape == 'gm' else ''}{''.join(path)}{told}"


texts = (
    st.integers(0, 6)
    .flatmap(lambda count: st.tuples(*map(drawing, range(count))))
    .map(".".join)
    .filter(lambda text: len(text) <= MOST_CHARACTERS)
)


@given(texts)
def test_drawings_are_kept_as_they_are(text: str) -> None:
    view = View(drawings=text)
    assert view.drawings == text
    assert View.from_query(view.query()) == view
    assert View.model_validate_json(view.model_dump_json()) == view


@given(texts)
def test_drawings_need_no_escaping(text: str) -> None:
    assert View(drawings=text).query() == ("lang=en" + (f"&d={text}" if text else ""))


@given(st.text(max_size=60))
def test_what_is_no_drawing_is_refused_without_a_fault(text: str) -> None:
    try:
        assert checked(text) == text
    except ValueError:
        assert text


def test_drawings_decide_no_selection() -> None:
    assert View(drawings="nn01i8vhrGLQ").filters() == ""


@pytest.mark.parametrize("text", ["nn01i8vhrGLQ\n", "nn٠١i8vhrGLQ", "nn01i8vhrGLQ,٠٠٠٠"])
def test_the_form_is_that_of_ascii(text: str) -> None:
    with pytest.raises(ValueError, match="nn"):
        checked(text)
    assert read_query("lang=ar&d=" + text).view == View(lang="ar")
