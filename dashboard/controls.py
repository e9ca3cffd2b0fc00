"""The filters of a View as widgets, each choice with the number of features that it would leave."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

import streamlit as st

import state
from choices import Choices
from libyamap import dates
from libyamap.dataset import Dataset
from libyamap.filters import stations
from libyamap.i18n import message
from libyamap.model import Assertion, FeatureKind, Precision, Reliability
from libyamap.selection import facets
from libyamap.view import MAX_TEXT, View
from live import Edition

PANEL = "ly_panel"
"""Keys of containers are CSS classes: `.st-key-ly_panel`."""
ANY = ""
"""The choice that filters nothing, where one must be chosen."""

EARLIEST, LATEST = dt.date(1900, 1, 1), dt.date(2099, 12, 31)
PAUSE = "300ms"
"""How long a reader stops typing before the words are looked for."""

Counts = Mapping[str, Mapping[str, int]]


def controls(edition: Edition, view: View) -> None:
    """Draw all filters; what somebody changes in them is in the View when the script runs again."""
    dataset, counts = edition.dataset, _counts(edition, view.filters())
    with st.container(key=PANEL):
        _words(view)
        with st.container(key="ly_what"):
            _heading(view, "what")
            _several(view, "kinds", _kinds(dataset, view, counts))
            _several(view, "actors", _actors(dataset, view, counts))
        with st.container(key="ly_evidence"):
            _heading(view, "evidence")
            _pills(view, "assertion", "assertions", _named(view, counts, "assertion", Assertion))
            _at_least(view, "rel", "reliability", _graded(view, counts, "rel", "ABCDE"), Reliability)
            _at_least(view, "cred", "credibility", _graded(view, counts, "cred", "12345"), int)
            _ungraded(view, counts)
            _at_least(view, "sources", "lineages", _origins(view, counts), int)
        with st.container(key="ly_where"):
            _heading(view, "where")
            _several(view, "places", _places(dataset, view, counts))
            _pills(view, "prec", "precisions", _named(view, counts, "prec", (*Precision, "none")))
            _as_of(dataset, view)
            _recorded(view)
        st.button(
            _say(view, "clear"), key="f_clear", on_click=state.clear, width="stretch", disabled=not view.filters()
        )


def _words(view: View) -> None:
    key = "f_q"
    if _spaced_once(st.session_state.get(key) or "") != view.text:
        # Only then: a space that is being typed is not taken away again.
        state.show_in_widget(key, view.text)
    st.text_input(
        _say(view, "q"),
        key=key,
        type="search",
        live=PAUSE,
        placeholder=_say(view, "q.placeholder"),
        label_visibility="collapsed",
        icon=":material/search:",
        on_change=state.take_from_widget(key, "text", _spaced_once),
    )


def _several(view: View, field: str, choices: Choices) -> None:
    key = f"f_{field}"
    state.show_in_widget(key, [str(one) for one in getattr(view, field) if one in choices.names])
    st.multiselect(
        _say(view, field),
        choices.ids,
        format_func=choices.label,
        key=key,
        placeholder=_say(view, f"{field}.placeholder"),
        select_all=False,
        on_change=state.take_from_widget(key, field, choices.chosen),
    )


def _pills(view: View, parameter: str, field: str, choices: Choices) -> None:
    key = f"f_{parameter}"
    state.show_in_widget(key, [str(one) for one in getattr(view, field)])
    st.pills(
        _say(view, parameter),
        choices.ids,
        selection_mode="multi",
        format_func=choices.label,
        key=key,
        help=_say(view, f"{parameter}.help"),
        on_change=state.take_from_widget(key, field, choices.chosen),
    )


def _at_least(view: View, parameter: str, field: str, choices: Choices, read: Callable[[Any], Any]) -> None:
    key = f"f_{parameter}"
    default = View.model_fields[field].get_default()
    held = getattr(view, field)

    def value(chosen: str) -> object:
        ids = choices.chosen([chosen])
        return read(ids[0]) if ids and ids[0] != ANY else default

    state.show_in_widget(key, ANY if held == default else str(held))
    st.selectbox(
        _say(view, parameter),
        choices.ids,
        format_func=choices.label,
        key=key,
        placeholder=_say(view, f"{parameter}.any"),
        help=_say(view, f"{parameter}.help"),
        on_change=state.take_from_widget(key, field, value),
    )


def _ungraded(view: View, counts: Counts) -> None:
    key = "f_ungraded"
    state.show_in_widget(key, view.ungraded)
    label = Choices(view.lang, {"1": _say(view, "ungraded")}, counts["ungraded"]).label("1")
    st.toggle(label, key=key, on_change=state.take_from_widget(key, "ungraded", bool))


def _as_of(dataset: Dataset, view: View) -> None:
    _clock(view, "asof", "as_of", date=dates.day(view.lang, dataset.catalog.as_of))


def _recorded(view: View) -> None:
    _clock(view, "rec", "recorded")


def _clock(view: View, parameter: str, field: str, **params: object) -> None:
    key = f"f_{parameter}"
    state.show_in_widget(key, getattr(view, field))
    st.date_input(
        _say(view, parameter),
        min_value=EARLIEST,
        max_value=LATEST,
        format="YYYY-MM-DD",
        key=key,
        help=_say(view, f"{parameter}.help", **params),
        on_change=state.take_from_widget(key, field, lambda date: date),
    )


def _kinds(dataset: Dataset, view: View, counts: Counts) -> Choices:
    present = {feature.properties.kind for feature in dataset.features.values()}
    names = {str(kind): message(view.lang, f"kind.{kind}") for kind in FeatureKind if kind in present}
    return Choices(view.lang, names, _filled(names, counts["kinds"]))


def _actors(dataset: Dataset, view: View, counts: Counts) -> Choices:
    """Groups first, then the actors that take part in a feature."""
    taking_part = {part.actor for feature in dataset.features.values() for part in feature.properties.actors}
    groups = {dataset.actors[actor].group for actor in taking_part}
    names = {
        group.id: _say(view, "actors.group", name=group.name[view.lang])
        for group in dataset.actor_groups
        if group.id in groups
    }
    names |= {actor.id: actor.name[view.lang] for actor in dataset.actors.values() if actor.id in taking_part}
    return Choices(view.lang, names, _filled(names, counts["actors"]))


def _places(dataset: Dataset, view: View, counts: Counts) -> Choices:
    """Places that a feature stands at, moves between, or is about."""
    reached = {place for feature in dataset.features.values() for place in stations(feature)}
    names = {place.id: place.properties.name[view.lang] for place in dataset.places.values() if place.id in reached}
    return Choices(view.lang, names, _filled(names, counts["places"]))


def _named(view: View, counts: Counts, parameter: str, values: Iterable[str]) -> Choices:
    names = {str(value): _say(view, f"{parameter}.{value}") for value in values}
    return Choices(view.lang, names, _filled(names, counts[parameter]))


def _graded(view: View, counts: Counts, parameter: str, grades: str) -> Choices:
    names = {ANY: _say(view, f"{parameter}.any")} | {grade: _say(view, f"{parameter}.{grade}") for grade in grades}
    return Choices(view.lang, names, counts[parameter])


def _origins(view: View, counts: Counts) -> Choices:
    """One origin is what every feature has; the view's own number is offered even where nothing has so many."""
    numbers = sorted({int(most) for most in counts["sources"]} | {view.lineages} - {1})
    names = {ANY: _say(view, "sources.any")} | {str(n): _say(view, "sources.least", n=n) for n in numbers if n > 1}
    return Choices(view.lang, names, counts["sources"])


def _filled(names: Mapping[str, str], counts: Mapping[str, int]) -> Mapping[str, int]:
    return {choice: counts.get(choice, 0) for choice in names}


@lru_cache(maxsize=256)
def _counts(edition: Edition, filters: str) -> Counts:
    return facets(edition.dataset, View.from_query(filters))


def _spaced_once(text: str) -> str:
    return " ".join(text.split())[:MAX_TEXT]


def _heading(view: View, section: str) -> None:
    st.subheader(_say(view, section), anchor=False)


def _say(view: View, key: str, **params: object) -> str:
    return message(view.lang, f"dashboard.{key}", **params)
