"""Who may lead a presentation that others follow: whoever holds the presenter's link of its brief.

The link ends in a token that nobody can guess, made from the server's secret and the brief's id: who may lead one
brief cannot lead another.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets

LEAD_VARIABLE = "LIBYAMAP_LEAD"
"""Environment variable that holds the server's secret; one is made at its start where none is given."""

_BYTES = 32


def new_secret() -> str:
    """Make a secret of 256 bits."""
    return secrets.token_urlsafe(_BYTES)


def token(secret: str, brief: str) -> str:
    """What the presenter's link of a brief ends in."""
    return hmac.new(secret.encode(), brief.encode(), hashlib.sha256).hexdigest()


def leads(secret: str, brief: str, offered: str) -> bool:
    """Whether a token is that of the brief; how long the answer takes tells nothing of it."""
    return hmac.compare_digest(token(secret, brief).encode(), offered.encode())
