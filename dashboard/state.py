"""The View of a browser session, and the widgets that show it.

The View is the truth; widgets are written from it before each is drawn, and write to it when somebody uses
them. So a filter survives a change of language, of labels and of the counts in them. The address is read once,
when the session begins: from then on the browser keeps it, and the map application tells what it changed there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast
from urllib.parse import urlencode

import streamlit as st

from arrival import view_on_arrival
from libyamap.view import FILTERS, View, read_query

BRIDGE = "bridge"
"""Key of the component by which the map application and this script tell each other what changed."""

_VIEW = "view"
_SEEN = "seen"
_SHOWN = "shown"
_WRITTEN = "written"


def view() -> View:
    """The session's View; at its beginning, that of the address."""
    if _VIEW not in st.session_state:
        query = urlencode(st.query_params.to_dict())
        st.session_state[_VIEW] = view_on_arrival(query, st.context.headers.get("Accept-Language", ""))
    return cast("View", st.session_state[_VIEW])


def seen() -> int:
    """Return the number of the last filters that the map application wanted and that this run follows."""
    return cast("int", st.session_state.get(_SEEN, 0))


def is_news(shown: object) -> bool:
    """Whether the map is shown something else than by the session's last run; its first run is none."""
    before = st.session_state.get(_SHOWN, shown)
    st.session_state[_SHOWN] = shown
    return bool(before != shown)


def change(**fields: Any) -> None:  # noqa: ANN401 - values of the View's fields
    """Replace fields of the View."""
    st.session_state[_VIEW] = view().model_copy(update=fields)


def clear() -> None:
    """Take all filters away."""
    change(**{name: View.model_fields[name].get_default() for name in FILTERS})


def show_in_widget(key: str, value: object) -> None:
    """Write what the View holds into a widget, before it is drawn."""
    st.session_state[key] = value
    st.session_state.setdefault(_WRITTEN, {})[key] = value


def take_from_widget(key: str, field: str, read: Callable[[Any], Any]) -> Callable[[], None]:
    """Return a callback that writes what a widget holds into a field of the View.

    A browser that tells anything tells what all widgets hold, and Streamlit may take for a change what was only
    written into one before: somebody has used it only if it holds something else.
    """

    def take() -> None:
        value = st.session_state[key]
        if value != st.session_state.get(_WRITTEN, {}).get(key):
            change(**{field: read(value)})

    return take


def take_language() -> None:
    """Follow the language that the map application was switched to."""
    change(lang=_told("lang"))


def take_theme() -> None:
    """Follow the theme that the map application was switched to."""
    change(theme=_told("theme"))


def follow_filters() -> None:
    """Follow the filters that the map application wants: by Back and Forward, or by a click of its own.

    Called by the script and not as a callback, so that they win against what the same message says of widgets: the
    browser tells what those held before.
    """
    wanted = (st.session_state.get(BRIDGE) or {}).get("filters")
    if not wanted or wanted["n"] == seen():
        return
    filters = read_query(wanted["query"]).view
    change(**{name: getattr(filters, name) for name in FILTERS})
    st.session_state[_SEEN] = wanted["n"]


def _told(name: str) -> Any:  # noqa: ANN401 - whatever the component set
    return st.session_state[BRIDGE][name]
