"""Datasets to compare: a folder, or a revision of a dataset's folder that git keeps.

A revision is read from git's objects alone. Nothing is checked out, no configuration of the repository runs a
program, and the name given is one argument of a strict form.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from libyamap import dataset as datasets
from libyamap.dataset import Dataset
from libyamap.errors import LibyamapError
from libyamap.i18n import message
from libyamap.model import FILES
from libyamap.problems import DatasetError, Problem
from libyamap.records import Gaps
from libyamap.validation.references import references

REVISION = re.compile(
    r"(?!.*(?:\.\.|//|@\{-))[A-Za-z0-9_][A-Za-z0-9_./+\-]{0,120}(?:[~^]\d{0,4}|@\{\d{1,4}\}){0,4}", re.ASCII
)
"""Names of revisions: branches, tags and hashes, with steps back from them."""
SHORT = 12
"""Hexadecimal digits of a commit that are shown."""
PATIENCE = 30
"""Seconds that git may take."""


class GitMissingError(LibyamapError):
    """There is no git on this machine."""

    key = "error.git-missing"


class GitFailedError(LibyamapError):
    """git could not read what it has."""

    key = "error.git-failed"


class NoRepositoryError(LibyamapError):
    """The dataset's folder is not kept in a git repository."""

    key = "error.no-repository"


class RevisionFormError(LibyamapError):
    """What was named is neither a folder nor of the form that revisions have."""

    key = "error.revision-form"


class UnknownRevisionError(LibyamapError):
    """The repository has no such revision."""

    key = "error.revision-unknown"


class EmptyRevisionError(LibyamapError):
    """The revision has no dataset in the folder."""

    key = "error.revision-empty"


class PastDatasetError(LibyamapError):
    """A dataset is not of the models of today."""

    key = "error.past-dataset"

    def __init__(self, name: str, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__(name=name, n=len(problems))

    def sentence(self, lang: str) -> str:
        """The message and every problem in the language `lang`."""
        lines = "\n".join(problem.line(lang) for problem in self.problems)
        return message(lang, self.key, **self.params, list=lines)


@dataclass(frozen=True)
class Commit:
    """A revision that changed the dataset's files.

    Attributes
    ----------
    id : str
        First digits of its hash.
    date : str
        ISO date on which it was made.
    subject : str
        First line of its message.
    """

    id: str
    date: str
    subject: str


def opened(name: str, folder: Path) -> Dataset:
    """The dataset in the folder `name`, or of the revision `name` of the dataset's folder `folder`.

    Raises
    ------
    LibyamapError
        If there is none, or it is not of the models of today; says which.
    """
    return _read(Path(name), name) if Path(name).is_dir() else at_revision(name, folder)


def at_revision(revision: str, folder: Path) -> Dataset:
    """The dataset that the revision `revision` has in `folder`.

    Raises
    ------
    LibyamapError
        If git is missing, the folder is in no repository, the revision is unknown, or its dataset is not one of today.
    """
    return at_commit(commit_of(revision, folder), folder, named=revision)


def commit_of(revision: str, folder: Path) -> str:
    """The whole hash of the commit that `revision` names now in the repository of `folder`.

    Raises
    ------
    LibyamapError
        If git is missing, the folder is in no repository, or the revision is unknown.
    """
    if not REVISION.fullmatch(revision):
        raise RevisionFormError(revision=revision)
    if _git(folder, "rev-parse", "--git-dir").returncode != 0:
        raise NoRepositoryError(revision=revision)
    answer = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if answer.returncode != 0:
        raise UnknownRevisionError(revision=revision)
    return answer.stdout.decode().strip()


def at_commit(commit: str, folder: Path, *, named: str) -> Dataset:
    """The dataset that the commit of the hash `commit` has in `folder`; problems call it `named`.

    Raises
    ------
    LibyamapError
        If git is missing, or the commit has no dataset there that is one of today.
    """
    prefix = _git(folder, "rev-parse", "--show-prefix").stdout.decode().rstrip("\n")
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        for file in FILES:
            content = _git(folder, "cat-file", "blob", f"{commit}:{prefix}{file}")
            if content.returncode == 0:
                (root / file).parent.mkdir(exist_ok=True)
                (root / file).write_bytes(content.stdout)
        if not (root / "catalog.json").is_file():
            raise EmptyRevisionError(revision=named)
        return _read(root, named)


def history(folder: Path, *, most: int = 50) -> tuple[Commit, ...]:
    """The revisions that changed a dataset's files, newest first; none where git does not keep the folder."""
    form = "--format=%H%x1f%cs%x1f%s%x1e"
    try:
        answer = _git(folder, "log", f"--max-count={most}", form, "HEAD", "--", *FILES)
    except LibyamapError:
        return ()
    lines = answer.stdout.decode("utf-8", "replace").split("\x1e") if answer.returncode == 0 else []
    parts = (line.strip("\n").split("\x1f", 2) for line in lines if line.strip("\n"))
    return tuple(Commit(commit[:SHORT], date, subject) for commit, date, subject in parts)


def _read(root: Path, name: str) -> Dataset:
    try:
        read = datasets.read(root)
    except DatasetError as error:
        raise PastDatasetError(name, error.problems) from None
    # Rules that came later do not count, but every id must lead somewhere.
    if problems := tuple(references(read, Gaps())):
        raise PastDatasetError(name, problems)
    return read


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command: Sequence[str] = ("git", "--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", *arguments)
    try:
        return subprocess.run(  # noqa: S603 - git alone, with arguments of our own and a revision of a strict form
            command, cwd=folder, env=kept | quiet, capture_output=True, timeout=PATIENCE, check=False
        )
    except FileNotFoundError:
        raise GitMissingError from None
    except OSError as error:
        raise GitFailedError(detail=error.strerror) from None
    except subprocess.TimeoutExpired:
        raise GitFailedError(detail=f"no answer within {PATIENCE} s") from None
