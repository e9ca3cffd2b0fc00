"""An empty Leaflet map, the quickest way that Streamlit offers: Leaflet comes along with the component."""

import streamlit as st

from libyamap import paths

LEAFLET = (paths.front_end() / "leaflet.js").read_text("utf-8")
MAP = """
export default function ({ parentElement }) {
  const element = parentElement.querySelector('#map');
  const map = element.map ?? L.map(element, { attributionControl: false });
  element.map = map;
  map.whenReady(() => performance.mark('blank-drawn'));
  map.setView([27, 17], 6);
}
"""

component = st.components.v2.component(
    "blank_map", html='<div id="map" style="height: 600px"></div>', js=LEAFLET + MAP, isolate_styles=False
)
component(key="map")
