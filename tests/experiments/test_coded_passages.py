"""Our own coded passages: complete, and placed on the text that was coded."""

import json

import pytest

from attribution.classifying.types import coded_type
from experiments.coded_passages import CODED, as_one_quotation, digest, label_row, read_passages

FILES = sorted(CODED.glob("*.jsonl"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_rows_hold_offsets_and_codes_and_no_text(path):
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert "text" not in row
        for statement in row["statements"]:
            codes = label_row(statement)
            assert statement["content"] and statement["type"] == coded_type(
                codes.ident, codes.kind, codes.origin
            )
            spans = [span for role in ("content", "source", "cue", "carrier") for span in statement[role]]
            assert all(0 <= first < last <= row["end"] - row["start"] for first, last in spans)


def test_no_passage_is_held_out_and_learnt_from():
    def articles(stem: str) -> set[tuple[str, int]]:
        found = set()
        for path in CODED.glob(f"{stem}.??.jsonl"):
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                found.add((row["file"], row["row"]))
        return found

    assert articles("press") and not articles("press") & articles("press-held")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_texts_are_those_that_were_coded(path, shared):
    for passage in read_passages(path, shared / "raw"):
        assert set(passage["codes"]) == {s["id"] for s in passage["attributions"]}


def test_digest_tells_texts_apart():
    assert digest("Der Hafen schließt.") != digest("Der Hafen schließt")


def test_sentences_of_one_quotation_become_one_content():
    text = "„Wir gehen. Wir kommen.“ Sie lachte. „Wir bleiben.“"

    def statement(key: str, first: int, last: int, *, continues: bool) -> dict[str, object]:
        return {"id": key, "content": [[first, last]], "source": [], "cue": [], "type": "Direct",
                "continues": continues}  # fmt: skip

    article = {
        "text": text,
        "attributions": [
            statement("0", 0, 11, continues=False),
            statement("1", 12, 24, continues=True),
            statement("2", 37, 51, continues=True),
        ],
    }
    whole = as_one_quotation(article)["attributions"]
    assert [s["content"] for s in whole] == [[[0, 24], [37, 51]]]
