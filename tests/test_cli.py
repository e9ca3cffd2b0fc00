"""The command: exit codes, sentences, and the documented JSON."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.briefs.samples import brief, line, scene
from tests.small import Files, write

from libyamap.briefs import store
from libyamap.cli import main
from libyamap.dataset import digest


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def break_two(files: Files) -> None:
    claims: list[dict[str, Any]] = files["claims.json"]["claims"]
    claims[0]["locator"] = [9]
    claims[1]["text"]["ar"] = "english"


def test_validate_tells_what_it_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "validate", "--data", write(tmp_path))
    assert code == 0
    assert "8 claims, 5 features, 4 places, 2 actors, 1 notes, 2 sources; digest " in out


def test_the_curated_dataset_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "validate")
    assert code == 0, out


def test_validate_prints_every_problem_and_exits_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path, break_two)
    code, out, _ = run(capsys, "validate", "--data", folder)
    assert code == 1
    assert "claims.json: base: locator.0: The source has paragraphs 0 to 4; there is no 9.\n" in out
    assert "claims.json: base-again: text.ar: The Arabic text has no Arabic letters.\n" in out
    assert out.endswith("2 problems.\n")
    code, out, _ = run(capsys, "validate", "--data", folder, "--format", "json")
    assert code == 1
    told = json.loads(out)
    assert [(one["file"], one["feature"], one["field"], one["problem"]) for one in told["problems"]] == [
        ("claims.json", "base", "locator.0", "locator"),
        ("claims.json", "base-again", "text.ar", "not-arabic"),
    ]
    code, out, _ = run(capsys, "validate", "--data", folder, "--lang", "ar")
    assert out.endswith("مشكلتان.\n")


def test_format_copies_geometry_and_is_done_after_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def unset(files: Files) -> None:
        files["collections/presence.geojson"]["features"][0]["geometry"] = None

    folder = write(tmp_path, unset)
    assert run(capsys, "format", "--check", "--data", folder)[0] == 1
    assert run(capsys, "validate", "--data", folder)[0] == 1
    assert run(capsys, "format", "--data", folder)[0] == 0
    assert run(capsys, "format", "--check", "--data", folder)[0] == 0
    assert run(capsys, "validate", "--data", folder)[0] == 0


def test_the_curated_files_are_in_their_one_form(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "format", "--check")
    assert code == 0, out


def test_select_gives_the_documented_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    query = "lang=ar&layers=wagner,outlook&from=2021-06-01&to=2021-06-30&sources=1&order=outlook&opacity=wagner:40"
    code, out, _ = run(capsys, "select", "--data", write(tmp_path), "--query", query, "--format", "json")
    assert code == 0
    told = json.loads(out)
    assert told["format"] == "libyamap-select/1"
    assert told["query"] == (
        "lang=ar&layers=outlook,wagner&from=2021-06-01&to=2021-06-30&order=outlook&opacity=wagner:40"
    )
    assert told["layers"] == [{"id": "outlook", "opacity": 1.0}, {"id": "wagner", "opacity": 0.4}]
    assert told["total"] == 5
    assert told["counts"]["layers"] == {"wagner": 2, "meetings": 1, "movements": 1, "outlook": 1}
    assert {one["id"]: one["overlap"] for one in told["features"]} == {
        "wagner-jufra": "possible",
        "wagner-south": "possible",
        "wagner-stays": "possible",
    }


def test_select_prints_the_sentence_in_the_view_s_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "select", "--data", write(tmp_path), "--query", "lang=ar&kinds=meeting")
    assert code == 0
    assert out.splitlines()[0] == "مادة واحدة من 5: لقاءات فقط"
    assert out.splitlines()[1].startswith("meeting-moscow\tcertain\treported\t")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["select", "--query", "rel=Z&cred=9"], 2, "rel, cred"),
        (["select", "--colour"], 2, "--colour"),
        (["fly"], 2, "fly"),
        (["validate", "--data", "nowhere"], 1, "nowhere"),
        (["validate", "--format", "xml"], 2, "xml"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(
    arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    exit_code, _, err = run(capsys, *arguments)
    assert exit_code == code
    assert said in err
    assert "Traceback" not in err


def test_the_schemas_are_those_of_the_models(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = Path(__file__).parent.parent / "geodata" / "schema"
    assert run(capsys, "schema", tmp_path)[0] == 0
    written = {file.name: file.read_text("utf-8") for file in tmp_path.iterdir()}
    assert written == {file.name: file.read_text("utf-8") for file in kept.iterdir()}


def test_diff_exits_0_1_or_2_and_says_what_differs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def regrade(files: Files) -> None:
        files["claims.json"]["claims"][2]["grade"]["credibility"] = 2

    old, new = write(tmp_path / "old"), write(tmp_path / "new", regrade)
    assert run(capsys, "diff", old, old)[:2] == (
        0,
        f"{old} ({digest(old)}) → {old} ({digest(old)})\nNothing differs.\n",
    )
    code, out, _ = run(capsys, "diff", old, "--data", new)
    assert code == 1
    assert "  ≠ met: Claim met.\n      Credibility: " in out
    code, arabic, _ = run(capsys, "diff", old, new, "--lang", "ar")
    assert code == 1
    assert arabic.endswith("ما تغيّر: تعديل واحد ومادة واحدة متأثرة.\n")
    code, out, err = run(capsys, "diff", "no-such-revision", new, "--data", new)
    assert (code, out) == (2, "")
    assert "no-such-revision" in err


def test_diff_as_json_has_the_documented_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def rename(files: Files) -> None:
        files["actors.json"]["actors"][1]["name"]["en"] = "Vladimir Putin"

    old, new = write(tmp_path / "old"), write(tmp_path / "new", rename)
    code, out, _ = run(capsys, "diff", old, new, "--format", "json")
    told = json.loads(out)
    assert code == 1
    assert {key: told[key] for key in ("format", "same", "old", "counts")} == {
        "format": "libyamap-diff/1",
        "same": False,
        "old": {"name": str(old), "digest": digest(old)},
        "counts": {"added": 0, "changed": 1, "affected": 0, "removed": 0},
    }
    assert told["changes"] == [
        {
            "sort": "actor",
            "id": "putin",
            "how": "changed",
            "title": {"en": "Vladimir Putin", "ar": "بوتين"},
            "because": [],
            "fields": [
                {
                    "field": "name.en",
                    "old": "Putin",
                    "new": "Vladimir Putin",
                    "told": {
                        "ar": {"label": "الاسم (بالإنجليزية)", "old": "Putin", "new": "Vladimir Putin"},
                        "en": {"label": "Name (English)", "old": "Putin", "new": "Vladimir Putin"},
                    },
                }
            ],
            "effects": [],
        }
    ]


def test_snapshot_writes_a_picture_by_its_ending(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [tmp_path / name for name in ("map.png", "map.svg", "map.pdf")]
    outputs = [part for file in files for part in ("-o", file)]
    code, out, _ = run(capsys, "snapshot", "--query", "lang=en", "--lang", "ar", "--size", "800x600", *outputs)
    assert code == 0
    assert [file.read_bytes()[:4] for file in files] == [b"\x89PNG", b"<?xm", b"%PDF"]
    assert out.count("800 × 600") == 3


def test_snapshot_makes_many_views_in_one_process(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = tmp_path / "one.png", tmp_path / "other.png"
    views = ("--query", "lang=en", "-o", one, "--query", "lang=en&theme=dark", "-o", other)
    assert run(capsys, "snapshot", "--size", "640x480", "--title", "Mine", *views)[0] == 0
    assert one.read_bytes() != other.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("-o", "map.gif"), 2, "“.gif” is no form of picture that is written here: png, svg, pdf."),
        (("-o", "map.png", "--size", "a9"), 2, "“a9” is no size of paper"),
        (("-o", "map.png", "--screen", "0x5"), 2, "“0x5” is no size of paper"),
        (("-o", "map.png", "--query", "z=high"), 2, "The address has values that cannot be: z."),
        (
            ("-o", "a.png", "-o", "b.png", "-o", "c.png", "--query", "", "--query", ""),
            2,
            "There are 2 views and 3 files",
        ),
        (("-o", "no/such/folder/map.png", "--size", "480x480"), 1, "cannot be written: No such file or directory."),
    ],
)
def test_snapshot_refuses_in_a_sentence(
    arguments: tuple[str, ...],
    code: int,
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    got, _, err = run(capsys, "snapshot", *arguments)
    assert got == code
    assert sentence in err
    assert not list(tmp_path.iterdir())


def test_briefs_are_listed_checked_refreshed_formatted_and_validated(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = write(tmp_path / "data")
    assert run(capsys, "brief", "list", "--data", data) == (0, f"There are no briefs in {data / 'briefs'}.\n", "")
    revision = store.save(brief(scene(lines=(line("met"),))), data / "briefs", expected_revision=None)
    assert run(capsys, "brief", "list", "--data", data)[1] == "visit\t2023-09-28\t1 scene\tA visit\n"
    listed = json.loads(run(capsys, "brief", "list", "--data", data, "--format", "json")[1])
    assert [(one["id"], one["scenes"]) for one in listed["briefs"]] == [("visit", ["one"])]

    code, out, _ = run(capsys, "brief", "check", "visit", "--data", data)
    assert code == 1
    assert out.startswith("one: made_of.met: That the line follows the claim “met” has not been recorded")
    assert out.endswith("1 thing to mend.\n")
    code, out, _ = run(capsys, "brief", "check", "visit", "--data", data, "--format", "json")
    told = json.loads(out)
    assert (code, told["ok"], told["findings"][0]["kind"]) == (1, False, "claim-unread")
    assert set(told["findings"][0]["sentence"]) == {"ar", "en"}

    assert run(capsys, "brief", "refresh", "visit", "--data", data)[1].startswith("1 scene is now of the claims")
    assert store.revision(data / "briefs" / "visit.json") != revision
    assert run(capsys, "brief", "refresh", "visit", "--data", data)[1].startswith("All scenes are of the claims")
    file = data / "briefs" / "visit.json"
    assert run(capsys, "brief", "check", file, "--data", data)[:2] == (0, "A visit: 1 scene, nothing to mend.\n")
    assert run(capsys, "brief", "check", "visit", "--data", data, "--lang", "ar")[1].startswith("زيارة: مشهد واحد")

    kept = file.read_text("utf-8")
    file.write_text(json.dumps(json.loads(kept)), "utf-8")
    assert run(capsys, "format", "--data", data)[1] == "visit.json\nOne file written.\n"
    assert file.read_text("utf-8") == kept
    file.rename(file.with_name("other.json"))
    file.with_name("broken.json").write_text(kept.replace('"met"', '"nobody"').replace('"visit"', '"broken"'), "utf-8")
    file.with_name("torn.json").write_text(kept[:50], "utf-8")
    code, out, _ = run(capsys, "validate", "--data", data)
    assert code == 1
    assert out.splitlines() == [
        "briefs/broken.json: one: lines.0.claims.0: There is no claim “nobody”.",
        "briefs/other.json: id: A brief’s file bears its id: visit.json.",
        "briefs/torn.json: This is not JSON (line 3, column 17).",
        "3 problems.",
    ]
    code, out, err = run(capsys, "brief", "check", "no-such", "--data", data)
    assert (code, out) == (1, "")
    assert "no-such" in err


def test_serve_refuses_what_is_no_origin_before_it_starts(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(
        capsys, "serve", "--embed-in", "https://wiki.example.org", "--embed-in", "wiki.example.org/page"
    )
    assert code == 2
    assert "Not an origin that may embed the map: wiki.example.org/page." in err
    assert not out
