"""Flat rows, frames, and files written all or not at all."""

import csv
import io
import json
import stat

import pytest
from analyses import bridge, empty

from attribution.errors import ConfigError
from attribution.profiling import profile
from attribution.reporting.columns import COLUMNS, rows
from attribution.reporting.escaping import guard_formula, printable
from attribution.reporting.export import open_output, write_csv, write_json, write_jsonl
from attribution.reporting.frames import to_frame
from attribution.reporting.profiles import PROFILE_COLUMNS, profile_record, profile_row

NAMES = [column.name for column in COLUMNS]


def test_rows_have_the_documented_columns():
    found = list(rows(bridge()))
    assert all(list(row) == NAMES for row in found)
    assert len(set(NAMES)) == len(NAMES)
    assert found[1]["content"] == "Der Stadtrat will die Hafenbrücke im Mai sperren"
    assert found[4]["carriers"] == "Küstenbote"


def test_frames_have_them_too_even_without_rows():
    assert list(to_frame(bridge()).columns) == NAMES
    frame = to_frame([empty(bridge().article)])
    assert (list(frame.columns), len(frame)) == (NAMES, 0)
    assert to_frame([bridge(), bridge()])["level"].tolist().count(3) == 6


def test_profile_rows_have_their_columns():
    names = [column.name for column in PROFILE_COLUMNS]
    assert list(profile_row(profile(bridge()))) == names
    assert list(profile_row(profile(empty(bridge().article)))) == names


def test_profiles_are_json():
    record = json.loads(json.dumps(profile_record(profile(bridge()))))
    assert record["wire"]["dependence"] == "none"
    assert record["rows"][0]["central"] is True
    assert "Er sagt nie" in record["not_a_verdict"]


@pytest.mark.parametrize(
    ("cell", "guarded"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30", "'+49 30"),
        ("-2 Grad", "'-2 Grad"),
        ("@kurz", "'@kurz"),
        ("\t=1", "'\t=1"),
        ("Kurz = Rat", "Kurz = Rat"),
        ("", ""),
    ],
)
def test_cells_cannot_be_formulas(cell, guarded):
    assert guard_formula(cell) == guarded


def test_csv_guards_words_but_not_codes():
    out = io.StringIO()
    write_csv([{"content": "=1", "via": "-", "nested": True, "n": None}], out,
              columns=["content", "via", "nested", "n"], guarded=["content"])  # fmt: skip
    assert list(csv.reader(io.StringIO(out.getvalue()))) == [
        ["content", "via", "nested", "n"],
        ["'=1", "-", "true", ""],
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a\x1b[31mb", "a�[31mb", id="escape"),
        pytest.param("a\r\nb\tc", "a  b c", id="white-space"),
        pytest.param("a\u202eb", "a�b", id="direction"),
        pytest.param("a\x9bb", "a�b", id="c1"),
        pytest.param("Straße „ja“", "Straße „ja“", id="letters"),
        pytest.param("a\udc80b", "a�b", id="surrogate"),
    ],
)
def test_words_cannot_steer_a_terminal(text, shown):
    assert printable(text) == shown


def test_json_of_none_and_of_several():
    out = io.StringIO()
    write_json([], out)
    assert json.loads(out.getvalue()) == []
    out = io.StringIO()
    write_json([{"a": 1}, {"a": "ü"}], out)
    assert json.loads(out.getvalue()) == [{"a": 1}, {"a": "ü"}]
    out = io.StringIO()
    write_jsonl([{"a": 1}, {"a": 2}], out)
    assert out.getvalue() == '{"a": 1}\n{"a": 2}\n'


def test_a_file_is_replaced_in_the_end(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_text("before", encoding="utf-8")
    with open_output(path) as out:
        out.write("after")
        assert path.read_text(encoding="utf-8") == "before"
    assert path.read_text(encoding="utf-8") == "after"
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_run_that_breaks_off_leaves_what_was_there(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_text("before", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt), open_output(path) as out:
        out.write("half")
        raise KeyboardInterrupt
    assert path.read_text(encoding="utf-8") == "before"
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_permissions_are_those_of_any_new_file(tmp_path):
    with open_output(tmp_path / "new") as out:
        out.write("x")
    plain = tmp_path / "plain"
    plain.write_text("x", encoding="utf-8")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


@pytest.mark.parametrize("name", ["missing/out.csv", "."])
def test_a_place_that_cannot_be_written_is_an_error_with_a_remedy(tmp_path, name):
    with pytest.raises(ConfigError, match="Try: "), open_output(tmp_path / name):
        pass
