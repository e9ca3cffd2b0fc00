"""The dashboard as an ASGI application: Streamlit with routes of ours, on a page of ours.

Run it by `libyamap serve`, or `streamlit run dashboard/app.py`.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from page import Page
from routes import ROUTES
from streamlit_files import StreamlitFiles

app = st.App(
    Path(__file__).with_name("main.py"), routes=ROUTES, middleware=[Middleware(StreamlitFiles), Middleware(Page)]
)
