"""The script of the dashboard: what the View selects goes to the map, and the filters stand beside it."""

from __future__ import annotations

import streamlit as st

import state
from bridge import show
from controls import controls
from libyamap.i18n import message
from live import live_dataset

state.follow_filters()
view = state.view()
st.set_page_config(page_title=message(view.lang, "dashboard.title"), layout="wide")

edition = live_dataset().now()

show(edition, view)
controls(edition, view)
