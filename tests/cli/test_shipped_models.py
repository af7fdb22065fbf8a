"""The commands with the shipped models, from bytes to exit status."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from attribution.errors import ResourceError
from attribution.resources import data_path

ROOT = Path(__file__).resolve().parent.parent.parent
MODELS = ("tagger-accurate", "types-de-en", "strength-de-en")

GERMAN = "„Der Damm hält“, sagte Bürgermeisterin Ute Kurz am Montag. Er werde täglich geprüft.\n"
ENGLISH = 'Mayor Jane Holt said the dam would hold. "We check it every day," she said on Monday.\n'


def shipped():
    try:
        return all(data_path("models", name, "manifest.json").is_file() for name in MODELS)
    except ResourceError:
        return False


pytestmark = pytest.mark.skipif(not shipped(), reason="needs the shipped models")


def attribution(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "attribution", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        cwd=ROOT,
        check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("stories")
    (path / "de.txt").write_text(GERMAN, encoding="utf-8")
    (path / "en.txt").write_text(ENGLISH, encoding="utf-8")
    (path / "empty.txt").write_text("", encoding="utf-8")
    return path


def test_processes_give_the_same_results_in_the_same_order(folder):
    one = attribution("tag", folder, "--format", "jsonl")
    two = attribution("tag", folder, "--format", "jsonl", "--jobs", "2")
    assert one.returncode == two.returncode == 2
    assert "empty.txt" in two.stderr
    assert [json.loads(line)["id"] for line in one.stdout.splitlines()] == ["de.txt", "en.txt"]
    for first, second in zip(one.stdout.splitlines(), two.stdout.splitlines(), strict=True):
        assert [row["content"] for row in json.loads(first)["attributions"]] == [
            row["content"] for row in json.loads(second)["attributions"]
        ]


def test_a_sum_replays(folder):
    result = attribution("explain", folder / "de.txt")
    assert result.returncode == 0, result.stderr
    assert "replayed: same level and score" in result.stdout


def test_a_model_that_is_not_there_is_said(folder):
    result = attribution("tag", folder / "de.txt", "--model", "slow")
    assert result.returncode == 2
    assert "Traceback" not in result.stderr
    assert "--model" in result.stderr
