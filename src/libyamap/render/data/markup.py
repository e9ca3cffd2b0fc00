"""XML put together: every text is escaped, and holds nothing that XML cannot."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from libyamap.render.data.harmless import holdable


def node(parent: Element, tag: str, text: object = None, /, **attributes: object) -> Element:
    """A new element inside another; attributes end in `_` where their name is a word of Python."""
    named = {key.rstrip("_"): holdable(str(value)) for key, value in attributes.items()}
    made = SubElement(parent, tag, named)
    made.text = None if text is None else holdable(str(text))
    return made


def document(root: Element, *, doctype: str = "") -> str:
    """An element as a file, in UTF-8."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}{tostring(root, encoding="unicode")}\n'
