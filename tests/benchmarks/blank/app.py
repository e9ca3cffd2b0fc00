"""The blank page that the map's page is held against: Streamlit as an ASGI application, and nothing of ours."""

from pathlib import Path

import streamlit as st

app = st.App(Path(__file__).with_name("main.py"))
