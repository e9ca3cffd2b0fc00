"""The plain application that the dashboard is held against, with Leaflet from this machine: there is no network."""

from pathlib import Path

import streamlit as st
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from libyamap import paths

app = st.App(
    Path(__file__).with_name("main.py"),
    routes=[Mount("/leaflet", StaticFiles(directory=paths.front_end()))],
)
