"""The commands, with a pipeline that finds what the test says it finds."""

import csv
import io
import json
from dataclasses import replace
from types import SimpleNamespace

import pytest
from analyses import TEXT_DE, THRESHOLDS, bridge
from click.testing import CliRunner

from attribution.cli import cli, running
from attribution.errors import ModelError
from attribution.profiling import NOT_A_VERDICT
from attribution.records import Analysis

STORY = TEXT_DE
ENGLISH = "The council said on Monday that the bridge would be closed for most of the month of May."


class Pipeline:
    """Finds the statements of one known text; trips over one word, as a bug would."""

    scorer = SimpleNamespace(thresholds={"de": THRESHOLDS, "en": THRESHOLDS})

    def analyze(self, article, statements=None):
        if "stolpert" in article.text:
            raise IndexError("list index out of range")
        if statements is not None:
            items = tuple(replace(bridge().attributions[1], statement=statement) for statement in statements)
            return Analysis(article=article, attributions=items)
        if article.text == STORY:
            return bridge(article)
        return Analysis(article=article, attributions=())


@pytest.fixture(autouse=True)
def pipeline(monkeypatch):
    monkeypatch.setattr(running, "make_analyzer", lambda model, threads: Pipeline())


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8", newline="")
    return str(path)


def run(*arguments, **options):
    result = CliRunner().invoke(cli, list(map(str, arguments)), **options)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.stderr
    return result


def test_tag_writes_the_contract(story):
    result = run("tag", story, "--format", "jsonl")
    assert result.exit_code == 0
    record = json.loads(result.stdout)
    assert record["text"] == STORY
    assert [row["id"] for row in record["attributions"]] == list("1234567")


def test_tag_without_text(story):
    assert "text" not in json.loads(run("tag", story, "--format", "jsonl", "--no-text").stdout)


def test_json_is_a_list(story):
    assert len(json.loads(run("tag", story, story, "--format", "json").stdout)) == 2


def test_csv_has_a_row_for_each_statement(story):
    rows = list(csv.DictReader(io.StringIO(run("tag", story, "--format", "csv").stdout)))
    assert [row["statement"] for row in rows] == list("1234567")
    assert rows[0]["via"] == "-"


@pytest.mark.parametrize("command", ["tag", "profile", "explain"])
def test_tables_say_what_the_score_is_not(command, story):
    words = " ".join(run(command, story).stdout.split())
    assert NOT_A_VERDICT["en"] in words
    assert NOT_A_VERDICT["de"] in words


@pytest.mark.parametrize("format_", ["json", "jsonl", "csv"])
def test_profile_formats(format_, story):
    result = run("profile", story, "--format", format_)
    assert result.exit_code == 0
    assert "two_channels" in result.stdout


def test_standard_input():
    result = run("tag", "-", "--format", "jsonl", input=STORY)
    assert len(json.loads(result.stdout)["attributions"]) == 7


def test_output_goes_to_a_file_whose_ending_tells_the_format(story, tmp_path):
    result = run("tag", story, "-o", tmp_path / "out.jsonl")
    assert result.stdout == ""
    assert json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))["id"] == "story.txt"


def test_an_output_that_cannot_be_written_is_said(story, tmp_path):
    result = run("tag", story, "-o", tmp_path / "missing" / "out.jsonl")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
    assert "Try: " in result.stderr


BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 40,
    "long.txt": b"Das sagte sie. " * 80_000,
    "broken.jsonl": b'{"id": "1", "text": \n',
    "trips.txt": "Der Läufer stolpert über die letzte Schwelle vor dem alten Bahnhof.".encode(),
}


@pytest.mark.parametrize("jobs", [1, 2])
def test_bad_files_are_said_and_the_others_are_done(tmp_path, story, jobs, monkeypatch):
    if jobs > 1:
        pytest.importorskip("joblib")
        # threads instead of processes: the hand-made pipeline lives in this process only
        monkeypatch.setattr("joblib.parallel.DEFAULT_BACKEND", "threading")
    for name, content in BAD.items():
        (tmp_path / name).write_bytes(content)
    names = [tmp_path / name for name in BAD]
    files = [story, *names[:2], tmp_path / "missing.txt", *names[2:], story]
    result = run("tag", *files, "--format", "jsonl", "--jobs", jobs)
    assert result.exit_code == 2
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["story.txt", "story.txt"]
    for name in (*BAD, "missing.txt"):
        assert name in result.stderr
    assert result.stderr.count("Try: ") == len(BAD) + 1
    assert "--max-chars" in result.stderr
    assert "internal error in" in result.stderr


def test_the_traceback_of_an_internal_error_is_there_when_asked_for(tmp_path):
    path = tmp_path / "trips.txt"
    path.write_bytes(BAD["trips.txt"])
    result = CliRunner().invoke(cli, ["tag", str(path), "--debug"])
    assert result.exit_code == 2
    assert "Traceback" in result.stderr


def test_a_wrong_option_is_said_once(story):
    result = run("tag", story, story, story, "--country", "Atlantis")
    assert result.exit_code == 2
    assert result.stderr.count("Atlantis") == 1


def test_a_missing_model_is_said_once(story, monkeypatch):
    def broken(model, threads):
        raise ModelError("The model is missing.", remedy="install it")

    monkeypatch.setattr(running, "make_analyzer", broken)
    result = run("tag", story, story)
    assert result.exit_code == 2
    assert result.stderr.count("Try: install it") == 1


@pytest.mark.parametrize(
    "arguments", [["tag"], ["tag", "x", "--format", "xml"], ["nothing"], ["tag", "x", "--jobs", "0"]]
)
def test_wrong_usage_is_exit_2(arguments):
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage" in result.stderr


def test_interruption_is_130(story, monkeypatch):
    def stop(model, threads):
        raise KeyboardInterrupt

    monkeypatch.setattr(running, "make_analyzer", stop)
    assert run("tag", story).exit_code == 130


def gold_line(**more):
    rows = [{"id": "g7", "content": [[4, 12]], "source": [[0, 3]], "level": 5, "form": "nonsense"}]
    return json.dumps({"id": "a", "lang": "en", "text": ENGLISH, "attributions": rows, **more}) + "\n"


def test_gold_spans_keep_ids_and_spans_and_ignore_the_rest(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(gold_line(), encoding="utf-8")
    record = json.loads(run("tag", path, "--spans", "gold", "--format", "jsonl").stdout)
    (row,) = record["attributions"]
    assert (row["id"], row["content"], row["source"], row["level"]) == ("g7", [[4, 12]], [[0, 3]], 4)


def test_gold_spans_of_a_list_a_pipe_and_a_bad_line(tmp_path):
    path = tmp_path / "gold.json"
    path.write_text(f"[{gold_line()},{gold_line(id='b')}]", encoding="utf-8")
    assert len(run("tag", path, "--spans", "gold", "--format", "jsonl").stdout.splitlines()) == 2
    lines = (
        gold_line()
        + "{not json\n"
        + gold_line(id="b", attributions=[{"content": [[5, 999]]}])
        + gold_line(id="c")
    )
    result = run("tag", "-", "--spans", "gold", "--format", "jsonl", input=lines)
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a", "c"]
    assert result.exit_code == 2
    assert "line 2" in result.stderr
    assert "line 3" in result.stderr


def test_gold_spans_need_statements(story):
    result = run("tag", story, "--spans", "gold")
    assert result.exit_code == 2
    assert "brings no statements" in result.stderr


def test_explain_one_statement(story):
    text = run("explain", story, "--statement", "2").stdout
    assert "statement 2" in text
    assert "statement 3" not in text
    assert "replayed: same level and score" in text


def test_explain_as_json(story):
    (record,) = json.loads(run("explain", story, "--statement", "2", "--format", "json").stdout)
    assert record["replayed"] is True
    assert record["predictor"] == pytest.approx(record["base"] + sum(r["weight"] for r in record["reasons"]))


def test_explain_what_is_not_there(story):
    result = run("explain", story, "--statement", "99")
    assert result.exit_code == 2
    assert "no such statement" in result.stderr


def test_evaluate_on_gold_spans(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(gold_line().replace("nonsense", "indirect"), encoding="utf-8")
    result = run("evaluate", path, "--spans", "gold", "--format", "json", "--resamples", "0")
    assert result.exit_code == 0, result.stderr
    report = json.loads(result.stdout)
    assert (report["gold_statements"], report["predicted_statements"], report["untagged"]) == (1, 1, 0)


def test_evaluate_ready_predictions(tmp_path):
    gold, predictions = tmp_path / "gold.jsonl", tmp_path / "predictions.jsonl"
    gold.write_text(gold_line().replace("nonsense", "indirect"), encoding="utf-8")
    predictions.write_text(gold_line().replace("nonsense", "indirect"), encoding="utf-8")
    result = run("evaluate", gold, "--predictions", predictions, "--resamples", "0")
    assert result.exit_code == 0, result.stderr
    assert "1 articles, 1 gold and 1 predicted statements" in result.stdout


def test_evaluate_without_a_model_gives_no_figures(tmp_path, monkeypatch):
    def broken(model, threads):
        raise ModelError("The model is missing.", remedy="install it")

    monkeypatch.setattr(running, "make_analyzer", broken)
    path, out = tmp_path / "gold.jsonl", tmp_path / "out.json"
    path.write_text(gold_line(), encoding="utf-8")
    result = run("evaluate", path, "--spans", "gold", "-o", out)
    assert (result.exit_code, result.stdout, out.exists()) == (2, "", False)


def test_notices_are_said_where_the_output_has_no_place_for_them(tmp_path):
    path = tmp_path / "story.txt"
    path.write_bytes(STORY.encode("cp1252"))
    assert "note: " in run("tag", path).stderr
    assert "note: " not in run("tag", path, "--format", "jsonl").stderr


def test_evaluate_what_is_missing(tmp_path):
    result = run("evaluate", tmp_path / "missing.jsonl")
    assert result.exit_code == 2
    assert "Try: " in result.stderr
