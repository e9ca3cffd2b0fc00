"""The bridge between this script and the map application, which stands on the page beside Streamlit.

A component of Streamlit's, version 2: data go in on every run, and what the reader changed on the map's side
comes back as states. It is loaded as a file (see `pyproject.toml` inside the package), as the page's
Content-Security-Policy asks.
"""

from __future__ import annotations

from typing import Any

import orjson
import streamlit as st

import routes
import state
from libyamap.render import web
from libyamap.selection import Selection
from live import Sentences


def show(selection: Selection, problems: tuple[Sentences, ...]) -> None:
    """Hand a selection to the map application.

    Parameters
    ----------
    selection : Selection
        What the filters leave.
    problems : tuple of mapping
        What is wrong with a newer version of the dataset's files, each in both languages.
    """
    component = st.components.v2.component("libyamap.bridge", js="bridge.js", isolate_styles=False)
    view = selection.view
    data: dict[str, Any] = {
        "selection": web.render(selection),
        "query": view.filters(),
        "lang": view.lang,
        "problems": problems,
        "seen": state.seen(),
    }
    component(
        key=state.BRIDGE,
        data=data | (_whole() if _stands_alone() else {}),
        on_lang_change=state.take_language,
        on_theme_change=state.take_theme,
        on_filters_change=lambda: None,
        on_alone_change=lambda: None,
    )


def _stands_alone() -> bool:
    """Whether the map application is missing from the page: this script then runs without `app.py`."""
    told = st.session_state.get(state.BRIDGE) or {}
    return bool(told.get("alone"))


def _whole() -> dict[str, Any]:
    """What the page's own addresses would have served."""
    return {
        "document": orjson.loads(routes.document().content),
        "basemap": orjson.loads(routes.ground().content),
        "map": routes.map_script().content.decode(),
    }
