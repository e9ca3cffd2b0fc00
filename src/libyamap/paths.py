"""Where the package keeps its files: beside the code in a wheel, at the project's root in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = PACKAGE.parent.parent


def geodata() -> Path:
    """The curated dataset."""
    return _installed_or_checkout("geodata")


def basemap() -> Path:
    """The basemap, which is part of the package whatever dataset is shown."""
    return geodata() / "basemap"


def dashboard() -> Path:
    """The Streamlit application."""
    return _installed_or_checkout("dashboard")


def front_end() -> Path:
    """The built map application."""
    return PACKAGE / "web" / "dist"


def _installed_or_checkout(name: str) -> Path:
    installed = PACKAGE / name
    return installed if installed.is_dir() else _CHECKOUT / name
