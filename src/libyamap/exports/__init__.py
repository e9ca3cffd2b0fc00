"""Exports: what is looked at, as a file of any form, under a name that says what it is."""

from libyamap.exports.forms import FORMS, Form, Kind, offered
from libyamap.exports.making import Exported, Sketch, export, selected, sketch
from libyamap.exports.naming import file_name
from libyamap.exports.refusals import WishError
from libyamap.exports.wish import Extent, Options, Wish, wished
from libyamap.exports.written import Loss, Written

__all__ = [
    "FORMS",
    "Exported",
    "Extent",
    "Form",
    "Kind",
    "Loss",
    "Options",
    "Sketch",
    "Wish",
    "WishError",
    "Written",
    "export",
    "file_name",
    "offered",
    "selected",
    "sketch",
    "wished",
]
