"""Ready-made evidence filters, each with what it would leave: what stays without the weakest evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from libyamap.model import Assertion
from libyamap.selection import Selection
from libyamap.sieve import sieve
from libyamap.view import View

CORROBORATED = 2
"""Independent origins that corroborate one another."""
PROBABLE = 2
"""Credibility of what is probably true."""


@dataclass(frozen=True)
class Preset:
    """A question to the evidence, asked by one click.

    Attributes
    ----------
    name : str
        Key of its words.
    changes : mapping
        Fields of the View that it sets, with their values.
    """

    name: str
    changes: Mapping[str, object]

    @property
    def query(self) -> str:
        """The part of a permalink that sets its fields."""
        return View(**dict(self.changes)).filters()

    def on(self, view: View) -> bool:
        """Whether a view asks it already."""
        return all(getattr(view, field) == value for field, value in self.changes.items())

    def toggled(self, view: View) -> View:
        """The view with its fields set; where they are set already, with their defaults."""
        defaults = {field: View.model_fields[field].get_default() for field in self.changes}
        return view.model_copy(update=defaults if self.on(view) else dict(self.changes))


@dataclass(frozen=True)
class Offer:
    """A preset as it is offered beside a view.

    Attributes
    ----------
    view : View
        The view after a click on it.
    left : tuple of str
        Ids of the features that its filters leave.
    """

    preset: Preset
    on: bool
    view: View
    left: tuple[str, ...]


PRESETS: tuple[Preset, ...] = (
    Preset("corroborated", MappingProxyType({"lineages": CORROBORATED})),
    Preset(
        "no-forecasts",
        MappingProxyType({"assertions": tuple(sorted(one for one in Assertion if one is not Assertion.FORECAST))}),
    ),
    Preset("probable", MappingProxyType({"credibility": PROBABLE})),
    Preset("graded", MappingProxyType({"ungraded": False})),
)


def offers(selection: Selection) -> tuple[Offer, ...]:
    """All presets beside the view of a selection, each with what a click on it would leave."""
    view, kept = selection.view, sieve(selection.dataset)
    after = ((preset, preset.toggled(view)) for preset in PRESETS)
    return tuple(Offer(preset, preset.on(view), toggled, kept.ids(toggled)) for preset, toggled in after)
