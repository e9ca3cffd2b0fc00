"""What a reader of a brief would trip over, told before it is shared.

Nothing is asked of online tiles: no basemap of this tool comes from any.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping

from libyamap import marking
from libyamap.brief import Brief, Scene, Wording
from libyamap.briefs.fitting import ROOMS, excesses
from libyamap.briefs.making import claim_digest
from libyamap.briefs.references import leading_nowhere
from libyamap.briefs.sight import sight
from libyamap.dataset import Dataset
from libyamap.i18n import LANGUAGES, joined, message
from libyamap.model import Text
from libyamap.problems import Word


@dataclasses.dataclass(frozen=True)
class Finding:
    """One thing to mend.

    Attributes
    ----------
    scene : str
        Id of the scene; empty where it is the brief's own.
    field : str
        Path within it, with dots.
    kind : str
        Message key under ``finding.``.
    params : mapping
        Values of the message's placeholders.
    """

    scene: str
    field: str
    kind: str
    params: Mapping[str, object] = dataclasses.field(default_factory=dict)

    def sentence(self, lang: str) -> str:
        """What is to be mended, in words."""
        return message(lang, f"finding.{self.kind}", **{name: _said(lang, one) for name, one in self.params.items()})

    def line(self, lang: str) -> str:
        """Scene, field and sentence on one line."""
        where = ": ".join(part for part in (self.scene, self.field) if part)
        return f"{where}: {self.sentence(lang)}" if where else self.sentence(lang)


def _said(lang: str, value: object) -> object:
    if isinstance(value, Word):
        return message(lang, value)
    if isinstance(value, Text):
        return value[lang]
    return joined(lang, [str(_said(lang, one)) for one in value]) if isinstance(value, tuple) else value


def check(brief: Brief, dataset: Dataset) -> tuple[Finding, ...]:
    """Everything to mend in a brief before it is shared: first its own, then scene by scene."""
    own = [*_wordings(brief), *_marked(brief)]
    if not brief.scenes:
        own.append(Finding("", "scenes", "no-scenes"))
    lost = [
        Finding(one.scene, one.field, "unknown-id", {"sort": Word(f"sort.{one.sort}"), "id": one.target})
        for one in leading_nowhere(brief, dataset)
    ]
    found = [finding for scene in brief.scenes for test in TESTS for finding in test(scene, dataset)]
    order = {scene.id: number for number, scene in enumerate(brief.scenes)}
    return (*own, *sorted([*lost, *found], key=lambda finding: order[finding.scene]))


# --- the brief's own -----------------------------------------------------------------------------


def _wordings(brief: Brief) -> Iterator[Finding]:
    yield from _wording("", "title", brief.title, needed=True)
    yield from _wording("", "subtitle", brief.subtitle, needed=False)
    yield from _wording("", "author", brief.author, needed=False)


def _marked(brief: Brief) -> Iterator[Finding]:
    for scene in brief.scenes:
        if not marking.covers(brief.marking, scene.marking):
            kind = "marking-lower" if brief.marking else "marking-lacking"
            yield Finding("", "marking", kind, {"scene": scene.id, "marking": scene.marking, "own": brief.marking})


# --- a scene's -----------------------------------------------------------------------------------


def _texts(scene: Scene, _: Dataset) -> Iterator[Finding]:
    yield from _wording(scene.id, "title", scene.title, needed=True)
    for number, line in enumerate(scene.lines):
        yield from _wording(scene.id, f"lines.{number}", line.text, needed=True)


def _wording(scene: str, where: str, wording: Wording, *, needed: bool) -> Iterator[Finding]:
    lacking = wording.lacking
    if len(lacking) < len(LANGUAGES) and lacking:
        yield Finding(scene, where, "untranslated", {"languages": tuple(Word(f"language.{lang}") for lang in lacking)})
    elif lacking and needed:
        yield Finding(scene, where, "unwritten")


def _footnotes(scene: Scene, _: Dataset) -> Iterator[Finding]:
    for number, line in enumerate(scene.lines):
        if not line.claims:
            yield Finding(scene.id, f"lines.{number}", "unfooted")


def _room(scene: Scene, _: Dataset) -> Iterator[Finding]:
    for medium in ROOMS:
        for lang in LANGUAGES:
            for one in excesses(scene, lang, medium):
                params = {"medium": Word(f"medium.{medium}"), "lang": Word(f"language.{lang}")}
                yield Finding(scene.id, one.field, f"long-{one.field}", {**params, "n": one.rows, "most": one.most})


def _view(scene: Scene, dataset: Dataset) -> Iterator[Finding]:
    seen = sight(scene, dataset)
    if not seen.left:
        yield Finding(scene.id, "view", "filters-leave-nothing")
    elif not seen.shown:
        yield Finding(scene.id, "view", "layers-show-nothing")
    elif not seen.seen:
        yield Finding(scene.id, "view", "nothing-in-sight")
    for number, slug in enumerate(scene.highlighted):
        if slug not in dataset.features or slug in seen.seen:
            continue
        feature = dataset.features[slug]
        if slug not in seen.shown:
            kind = "highlight-not-shown"
        else:
            kind = "highlight-out-of-sight" if feature.geometry else "highlight-without-place"
        yield Finding(scene.id, f"highlighted.{number}", kind, {"title": feature.properties.title})


def _claims(scene: Scene, dataset: Dataset) -> Iterator[Finding]:
    for slug in scene.claims:
        claim = dataset.claims.get(slug)
        if claim is None:
            continue
        if slug not in scene.made_of:
            yield Finding(scene.id, f"made_of.{slug}", "claim-unread", {"id": slug})
        elif scene.made_of[slug] != claim_digest(claim):
            yield Finding(scene.id, f"made_of.{slug}", "claim-changed", {"id": slug})


TESTS: tuple[Callable[[Scene, Dataset], Iterator[Finding]], ...] = (_texts, _footnotes, _claims, _view, _room)
"""What is asked of each scene; ids that lead nowhere are told by `check` itself."""
