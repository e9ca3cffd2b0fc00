"""Who may lead a presentation."""

from __future__ import annotations

from libyamap.leading import leads, new_secret, token


def test_only_the_brief_s_own_token_leads() -> None:
    secret = new_secret()
    assert leads(secret, "a-brief", token(secret, "a-brief"))
    for offered in ("", "é", secret, token(secret, "another"), token(new_secret(), "a-brief")):
        assert not leads(secret, "a-brief", offered)


def test_secrets_and_tokens_are_too_long_to_be_guessed() -> None:
    assert len({new_secret() for _ in range(20)}) == 20
    assert len(new_secret()) >= 43
    assert len(token(new_secret(), "a-brief")) == 64
