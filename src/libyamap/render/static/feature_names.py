"""Labels of what is drawn: what it is, in the colour of its layer, and where; as `web/src/map/feature-labels.ts`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from libyamap import dates
from libyamap.interval import parse
from libyamap.render.static.arrow import length, trimmed
from libyamap.render.static.features import RING, LaidMovement, Layout
from libyamap.render.static.labels import AROUND, Label, TextLine
from libyamap.render.static.letters import Font, wrapped
from libyamap.render.static.plane import Frame
from libyamap.render.static.scene import Stage, is_presence
from libyamap.render.static.spread import Pack
from libyamap.selection import Shown

PRIORITY = 1000
LONGEST_DATE = 20
"""A date that takes more characters is left to the evidence."""
SHORTEST_HALF = 50
"""Units of half a line that has room for a date."""
MOST_HEADINGS = 2
WIDEST = 230
"""Units of a heading that goes on in a second line, where there is no room for one."""


def feature_labels(layout: Layout, frame: Frame, stage: Stage) -> list[Label]:
    """Labels of what stands in a frame."""
    packs = [pack for pack in layout.packs if frame.box.has(*pack.middle)]
    return [
        *(_pack_label(pack, stage) for pack in packs),
        *(label for laid in layout.movements for label in _movement_label(laid, frame, stage)),
    ]


def _pack_label(pack: Pack, stage: Stage) -> Label:
    shown = [bead.shown for bead in pack.beads]
    lang = stage.selection.view.lang
    chosen = [one for one in shown if stage.chosen(one)]
    alpha = 1.0 if chosen else max(map(stage.opacity, shown))
    weight = 600 if len(shown) > 1 or chosen else 450
    where = TextLine(pack.place.properties.name[lang], Font(12, weight), stage.palette["ink"], alpha)
    headings = list(_headings(chosen or shown, stage))
    narrow = [line for heading in headings for line in _broken(heading, stage)]
    priority = PRIORITY + (500 if chosen else 0) - stage.rank(shown[0]) + min(len(shown), 9) / 10
    return Label(
        id=f"place:{pack.place.id}",
        lines=(*headings, where),
        narrower=(*narrow, where) if len(narrow) > len(headings) else (),
        at=pack.middle,
        gap=(pack.height + 8 if pack.plate else pack.radius + 3) + (RING if chosen else 0),
        priority=priority,
        sides=("below", "above") if pack.plate and len(shown) > 1 else AROUND,
    )


def _headings(shown: Sequence[Shown], stage: Stage) -> Iterator[TextLine]:
    """What stands there: presences by their layers, a single happening by its title; many are left to their symbols."""
    lang = stage.selection.view.lang
    presences = {one.item.feature.properties.layer: one for one in reversed(shown) if is_presence(one)}
    if presences:
        for one in sorted(presences.values(), key=stage.rank)[:MOST_HEADINGS]:
            yield _heading(one, stage.titles[one.item.feature.properties.layer], stage)
    elif len(shown) == 1:
        yield _heading(shown[0], shown[0].item.feature.properties.title[lang], stage)


def _heading(shown: Shown, text: str, stage: Stage) -> TextLine:
    return TextLine(text, Font(12.5, 650), stage.colour(shown), stage.opacity(shown))


def _broken(line: TextLine, stage: Stage) -> Iterator[TextLine]:
    """A heading in lines that are not too wide."""
    for text in wrapped(line.text, line.font, WIDEST, rtl=stage.lang == "ar"):
        yield replace(line, text=text)


def _movement_label(laid: LaidMovement, frame: Frame, stage: Stage) -> Iterator[Label]:
    """The date of a movement, at the middle of its line."""
    shown, lang = laid.movement.shown, stage.selection.view.lang
    when = shown.item.dated.when
    half = length(laid.line) / 2
    if not when or laid.movement.missing or half <= SHORTEST_HALF:
        return
    text = dates.words(lang, parse(when), lasting=shown.item.feature.lasts)
    x, y = trimmed(laid.line, half, 0.0)[0]
    if len(text) > LONGEST_DATE or not frame.box.has(x, y):
        return
    yield Label(
        id=f"move:{shown.item.feature.id}",
        lines=(TextLine(text, Font(11, 600), stage.colour(shown), stage.opacity(shown)),),
        at=(float(x), float(y)),
        gap=6,
        priority=PRIORITY / 2,
        sides=("above", "below", "end", "start"),
    )
