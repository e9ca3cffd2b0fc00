"""The dashboard as an ASGI application: Streamlit with routes of ours, on a page of ours.

Run it by `libyamap serve`, or `streamlit run dashboard/app.py`.
"""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

import embedding
import presenting
from following import Following
from libyamap.leading import LEAD_VARIABLE, new_secret
from page import Page
from routes import ROUTES
from streamlit_files import StreamlitFiles

app = st.App(
    Path(__file__).with_name("main.py"),
    routes=[
        *presenting.ROUTES,
        *embedding.ROUTES,
        *Following(os.environ.get(LEAD_VARIABLE) or new_secret()).routes,
        *ROUTES,
    ],
    middleware=[Middleware(StreamlitFiles), Middleware(Page)],
)
