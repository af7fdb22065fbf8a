"""Quotation marks of every style, each paragraph with the quotations it should give."""

import tomllib
from pathlib import Path

import pytest

from attribution.labels import Zone
from attribution.records import Block, Span
from attribution.segmenting.quotes import find_quotations

CASES = tomllib.loads(
    (Path(__file__).parent.parent / "cases/segmenting/quotations.toml").read_text(encoding="utf-8")
)["case"]


def paragraphs(text: str) -> list[Block]:
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(span=Span(start, start + len(line)), zone=Zone.BODY))
        start += len(line) + 1
    return blocks


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_marks_are_paired(case):
    quotations, notices = find_quotations(case["text"], paragraphs(case["text"]))
    found = [[q.level, q.closed, q.span.of(case["text"])] for q in quotations]
    assert found == case["quotations"]
    assert [notice.code for notice in notices] == case.get("notices", [])


def test_a_notice_points_at_the_mark():
    text = "Ende. „Wir gehen, sagte er."
    _, (notice,) = find_quotations(text, paragraphs(text))
    assert notice.span is not None and notice.span.of(text) == "„"
