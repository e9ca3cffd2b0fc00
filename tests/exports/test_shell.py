"""`libyamap export`: formats by ending, files and losses told, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests import small

from libyamap.cli import main


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_it_writes_files_by_their_endings_and_tells_what_they_lack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, table, globe = small.write(tmp_path / "data"), tmp_path / "my.map.csv", tmp_path / "map.KMZ"
    code, out, _ = run(capsys, "export", "--data", data, "--query", "kinds=forces", "-o", table, "-o", globe)
    assert code == 0
    assert out.splitlines()[0] == f"{table} written: CSV table, 2 entries."
    assert f"{tmp_path / 'my.map.about.txt'} written beside it." in out.splitlines()
    assert "  - Symbols and colours: the format has none." in out.splitlines()
    assert f"{globe} written: KMZ for Google Earth, 2 entries." in out.splitlines()
    assert globe.read_bytes().startswith(b"PK")
    names = {"about.txt", "claims.csv", "sources.csv", "places.csv", "notes.csv", "csv"}
    assert {file.name for file in tmp_path.glob("my*")} == {f"my.map.{name}" for name in names}


def test_each_file_may_have_its_own_view_and_words_their_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, one, other = small.write(tmp_path / "data"), tmp_path / "one.geojson", tmp_path / "other.geojson"
    code, out, _ = run(
        capsys, "export", "--data", data, "--lang", "ar",
        "--query", "kinds=meeting", "-o", one, "--query", "kinds=forces", "-o", other,
    )  # fmt: skip
    assert code == 0
    assert "مادة واحدة" in out.splitlines()[0]
    assert "الرموز والألوان" in out
    shown = [[feature["id"] for feature in json.loads(file.read_bytes())["features"]] for file in (one, other)]
    assert shown == [["meeting-moscow"], ["wagner-jufra", "wagner-south"]]


def test_an_ending_that_says_too_little_is_helped_by_a_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, file = small.write(tmp_path / "data"), tmp_path / "map.zip"
    assert run(capsys, "export", "--data", data, "--form", "shapefile", "-o", file)[0] == 0
    assert file.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("-o", "map.zip"), 2, "Files of several formats end in “.zip”. Say which is meant, such as --form shapefile."),
        (("-o", "map.json"), 2, "such as --form geojson."),
        (("-o", "map.doc"), 2, "“.doc” is no format of data that is written here: .gpkg, .geojson, .kmz"),
        (("-o", "map"), 2, "“map” is no format of data"),
        (("-o", "map.csv", "--form", "tab"), 2, "“tab” is no format of data that is written here: geopackage, "),
        (("-o", "map.csv", "--query", "z=high"), 2, "The address has values that cannot be: z."),
        (
            ("-o", "a.csv", "-o", "b.csv", "-o", "c.csv", "--query", "", "--query", ""),
            2,
            "There are 2 views and 3 files",
        ),
        (("-o", "no/such/map.csv"), 1, "cannot be written: No such file or directory."),
        ((), 2, "--output"),
    ],
)
def test_it_refuses_in_a_sentence(
    arguments: tuple[str, ...],
    code: int,
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    got, out, err = run(capsys, "export", *arguments)
    assert (got, out) == (code, "")
    assert sentence in err
    assert not list(tmp_path.iterdir())
