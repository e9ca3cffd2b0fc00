"""Who may embed the map."""

from __future__ import annotations

import pytest

from libyamap.errors import OriginError
from libyamap.framing import ancestors


@pytest.mark.parametrize(
    ("origins", "named"),
    [
        ([], "'none'"),
        (["https://wiki.example.org"], "https://wiki.example.org"),
        (["https://wiki.example.org/", "https://wiki.example.org"], "https://wiki.example.org"),
        (["http://localhost:8080", "https://*.example.org"], "http://localhost:8080 https://*.example.org"),
        (["*"], "*"),
    ],
)
def test_origins_are_named_as_a_policy_names_them(origins: list[str], named: str) -> None:
    assert ancestors(origins) == named


@pytest.mark.parametrize(
    "wrong",
    ["wiki.example.org", "https://wiki.example.org/page", "https://a.org; script-src *", "'self'", "https://a b"],
)
def test_what_is_no_origin_is_refused(wrong: str) -> None:
    with pytest.raises(OriginError):
        ancestors(["https://wiki.example.org", wrong])
