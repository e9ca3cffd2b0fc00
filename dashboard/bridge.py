"""The bridge between this script and the map application, which stands on the page beside Streamlit.

A component of Streamlit's, version 2: data go in on every run, and what the reader changed on the map's side
comes back as states. It is loaded as a file (see `pyproject.toml` inside the package), as the page's
Content-Security-Policy asks.
"""

from __future__ import annotations

import time
from typing import Any

import orjson
import streamlit as st

import routes
import state
from libyamap.view import View
from live import Edition

HEAD_START = 0.025
"""Seconds by which the map's part of a change goes ahead of the panels'. The page takes what arrives together in one
go, and dozens of widgets with new counts would keep the map waiting for longer than this."""


def show(edition: Edition, view: View) -> None:
    """Hand what the filters of a view leave to the map application.

    Parameters
    ----------
    edition : Edition
        The dataset, and what is wrong with a newer version of its files.
    view : View
        What is looked at.
    """
    component = st.components.v2.component("libyamap.bridge", js="bridge.js", isolate_styles=False)
    data: dict[str, Any] = {
        # As text: Streamlit would write thousands of items as JSON, and compare them, each time that it runs.
        "selection": routes.selection(edition, view).content.decode(),
        "query": view.filters(),
        "lang": view.lang,
        "problems": edition.problems,
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
    if state.is_news((edition.dataset.digest, view.filters())):
        time.sleep(HEAD_START)


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
