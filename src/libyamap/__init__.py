"""Libyamap: who is where in Libya, since when, who says so, and how well it is known."""

from libyamap.dataset import Dataset
from libyamap.selection import Selection, facets, select
from libyamap.validation import open_dataset
from libyamap.view import View

__all__ = ["Dataset", "Selection", "View", "facets", "open_dataset", "select"]
