"""`libyamap brief`: the briefs of a dataset, and of one's own, in the shell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from libyamap.brief import Brief
from libyamap.briefs import store
from libyamap.briefs.check import Finding, check
from libyamap.briefs.making import refreshed
from libyamap.commands.options import FELL_SHORT, Data, Form, Format, Lang, Language, print_json
from libyamap.dataset import folder
from libyamap.errors import MissingBriefError
from libyamap.i18n import LANGUAGES, message
from libyamap.validation import open_dataset

app = typer.Typer(no_args_is_help=True, help="List the briefs of a dataset, check them, keep them up to date.")

Named = Annotated[str, typer.Argument(metavar="BRIEF", help="A brief's id in the dataset, or a file.")]


@app.command("list")
def list_briefs(data_dir: Data = None, form: Format = Form.TEXT, lang: Lang = Language.EN) -> None:
    """List the briefs of a dataset."""
    kept = folder(data_dir) / store.FOLDER
    found = [store.read(kept / f"{name}.json") for name in store.names(kept)]
    if form is Form.JSON:
        print_json({"briefs": [_described(brief) for brief in found]})
    elif not found:
        print(message(lang, "cli.brief.none", folder=kept))
    else:
        print(*(_listed(brief, lang) for brief in found), sep="\n")


@app.command("check")
def check_brief(brief: Named, data_dir: Data = None, form: Format = Form.TEXT, lang: Lang = Language.EN) -> None:
    """Say what a reader of a brief would trip over; exit 1 if there is anything."""
    looked_at = store.read(file_of(brief, data_dir))
    findings = check(looked_at, open_dataset(data_dir))
    if form is Form.JSON:
        print_json({"ok": not findings, "brief": looked_at.id, "findings": [_told(one) for one in findings]})
    elif findings:
        print("\n".join(one.line(lang) for one in findings))
        print(message(lang, "cli.brief.findings", n=len(findings)))
    else:
        print(message(lang, "cli.brief.ready", title=looked_at.title[lang], n=len(looked_at.scenes)))
    if findings:
        raise typer.Exit(FELL_SHORT)


@app.command()
def refresh(brief: Named, data_dir: Data = None, lang: Lang = Language.EN) -> None:
    """Record that a brief's lines have been read against the claims as they are now."""
    file = file_of(brief, data_dir)
    opened = store.opened(file)
    current = refreshed(opened.brief, open_dataset(data_dir))
    changed = _differing(opened.brief, current)
    if changed:
        store.save(current, file.parent, expected_revision=opened.revision)
    print(message(lang, "cli.brief.refreshed", n=changed) if changed else message(lang, "cli.brief.fresh"))


def file_of(brief: str, data_dir: Path | None) -> Path:
    """The file that is meant: one that is there, or the dataset's brief of that id."""
    kept = folder(data_dir) / store.FOLDER / f"{brief}.json"
    found = [file for file in (Path(brief), kept) if file.is_file()]
    if not found:
        raise MissingBriefError(brief=brief, folder=kept.parent)
    return found[0]


def _differing(before: Brief, after: Brief) -> int:
    return sum(one != other for one, other in zip(before.scenes, after.scenes, strict=True))


def _listed(brief: Brief, lang: str) -> str:
    scenes = message(lang, "cli.brief.listed", n=len(brief.scenes))
    return "\t".join((brief.id, brief.date.isoformat(), scenes, brief.title[lang]))


def _described(brief: Brief) -> dict[str, object]:
    told: Sequence[str] = ("id", "title", "subtitle", "author", "date", "marking")
    return brief.model_dump(mode="json", include=set(told)) | {"scenes": [scene.id for scene in brief.scenes]}


def _told(finding: Finding) -> dict[str, object]:
    return {
        "scene": finding.scene,
        "field": finding.field,
        "kind": finding.kind,
        "sentence": {lang: finding.sentence(lang) for lang in LANGUAGES},
    }
