"""A sheet: how a selection is put on paper."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from libyamap.render.moment import made_at
from libyamap.render.static.paper import SIZES, Paper

Style = Literal["light", "dark", "print"]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """How a selection is put on paper.

    Attributes
    ----------
    paper : Paper
        The page's size.
    style : str, optional
        Colours: light, dark, or print, which is black and white; the view's theme if None.
    title, subtitle : str, optional
        Instead of the dataset's title, and of the sentence that says what is shown; an empty one leaves it out.
    marking : str, optional
        Handling marking along the upper and the lower edge; the view's, if None.
    screen : tuple of float, optional
        Width and height in CSS pixels of the map whose extent is wanted: all that it shows is shown. One as large as
        the page in units if None.
    bare : bool
        The map alone fills the page: no title, legend, or anything else around it or in its corners.
    furnished : bool
        With `bare`: what stands in the map's corners stays, scale bar, north arrow and degrees.
    highlighted : tuple of str
        Ids of features that stand out, as what is open does.
    exported : datetime, optional
        The time that the page says that it was made at; now if None, or as `SOURCE_DATE_EPOCH` has it.
    """

    paper: Paper = SIZES["hd"]
    style: Style | None = None
    title: str | None = None
    subtitle: str | None = None
    marking: str | None = None
    screen: tuple[float, float] | None = None
    bare: bool = False
    furnished: bool = False
    highlighted: tuple[str, ...] = ()
    exported: dt.datetime | None = None

    @property
    def time(self) -> dt.datetime:
        """When it was made, in UTC."""
        return made_at(self.exported)
