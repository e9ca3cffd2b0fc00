"""A map by streamlit-folium, as its documentation advises: a filter, circle markers with tooltips, evidence on click.

It is written to be quick. What changes is a feature group, which streamlit-folium replaces without loading the map
anew; that group is one GeoJSON layer, which folium writes much faster than thousands of markers; Leaflet draws on a
canvas; nothing but the click comes back; the dataset is read once. There is no basemap.
"""

from __future__ import annotations

import os
from typing import Any

import folium
import streamlit as st
from streamlit_folium import st_folium

from libyamap.dataset import Dataset, read
from libyamap.geometry import anchor
from libyamap.model import FeatureProperties
from libyamap.serve import DATA_VARIABLE

HOME, ZOOM = (27, 17), 6
CLICKED = "last_object_clicked_tooltip"

folium.Map.default_js = [("leaflet", "/leaflet/leaflet.js")]
folium.Map.default_css = [("leaflet", "/leaflet/leaflet.css")]


@st.cache_resource
def dataset() -> Dataset:
    return read(os.environ.get(DATA_VARIABLE))


@st.cache_resource
def points() -> list[dict[str, Any]]:
    """What is drawn, as GeoJSON: each feature of the layers that are shown at first, where its symbol stands."""
    shown = {layer.id for layer in dataset().catalog.layers if layer.shown}
    anchors = {place.id: anchor(place) for place in dataset().places.values()}
    drawn = ((feature.id, feature.properties) for feature in dataset().features.values())
    return [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": anchors[place]},
            "properties": {"id": id_, "kind": str(properties.kind), "title": properties.title.en},
        }
        for id_, properties in drawn
        if properties.layer in shown and (place := end(properties))
    ]


def end(properties: FeatureProperties) -> str | None:
    return properties.place or properties.destination or properties.origin


def markers(kinds: list[str]) -> folium.FeatureGroup:
    left = [point for point in points() if not kinds or point["properties"]["kind"] in kinds]
    group = folium.FeatureGroup()
    if left:
        collection = {"type": "FeatureCollection", "features": left}
        tooltip = folium.GeoJsonTooltip(("title", "id"), labels=False)
        folium.GeoJson(collection, marker=folium.CircleMarker(radius=6), tooltip=tooltip).add_to(group)
    return group


st.set_page_config(layout="wide")
chosen = st.multiselect("Kinds", sorted({point["properties"]["kind"] for point in points()}), key="kinds")
clicked = st_folium(
    folium.Map(HOME, zoom_start=ZOOM, tiles=None, prefer_canvas=True),
    key="map",
    height=700,
    use_container_width=True,
    feature_group_to_add=markers(chosen),
    returned_objects=[CLICKED],
)
if tooltip := clicked[CLICKED]:
    feature = dataset().features[tooltip.split()[-1]]
    st.subheader(feature.properties.title.en)
    for claim in feature.properties.claims:
        st.write(dataset().claims[claim].text.en)
