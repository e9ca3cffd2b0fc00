from __future__ import annotations

import pytest

from choices import Choices

KINDS = Choices("en", {"visit": "visits", "port-call": "calls · of ships"}, {"visit": 1234, "port-call": 0})


def test_a_choice_is_shown_with_what_it_would_leave() -> None:
    assert KINDS.label("visit") == "visits · 1,234"
    assert KINDS.label("port-call") == "calls · of ships · 0"


def test_a_choice_without_a_count_is_shown_by_its_name() -> None:
    assert Choices("en", {"": "Any"}, {}).label("") == "Any"


@pytest.mark.parametrize("held", ["visit", "visits · 1,234", "visits · 7"])
def test_a_label_with_the_count_of_a_moment_ago_is_still_its_choice(held: str) -> None:
    assert KINDS.chosen([held]) == ("visit",)


def test_what_was_never_offered_is_no_choice() -> None:
    assert KINDS.chosen(["calls · of ships · 3", "raids · 3", "raids"]) == ("port-call",)
