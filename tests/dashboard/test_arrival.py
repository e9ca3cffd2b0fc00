from __future__ import annotations

import pytest

from arrival import preferred_language, view_on_arrival


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("ar", "ar"),
        ("ar-LY,ar;q=0.9,en;q=0.8", "ar"),
        ("en-GB,en;q=0.9,ar;q=0.8", "en"),
        ("fr-FR,fr;q=0.9,ar;q=0.5", "ar"),
        ("de,fr;q=0.9", "en"),
        ("en;q=0.1,ar;q=0.9", "ar"),
        ("ar;q=0,en;q=0", "en"),
        ("ar;q=nonsense", "en"),
    ],
)
def test_a_browser_gets_the_language_that_it_prefers(header: str, language: str) -> None:
    assert preferred_language(header) == language


def test_the_address_names_the_language_over_the_browser() -> None:
    assert view_on_arrival("lang=en&kinds=meeting", "ar").lang == "en"


def test_an_address_without_a_language_takes_the_browsers_and_keeps_its_filters() -> None:
    view = view_on_arrival("kinds=meeting&asof=2023-09-01", "ar-LY")
    assert view.lang == "ar"
    assert view.filters() == "asof=2023-09-01&kinds=meeting"


def test_an_address_with_impossible_values_opens_without_them() -> None:
    view = view_on_arrival("lang=en&kinds=nonsense&z=high&cred=2", "")
    assert view.filters() == "cred=2"
