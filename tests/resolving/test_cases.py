"""Cases of sources: marked statements of an invented text, and who is meant by the last."""

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from attribution.reading import article_from_text
from attribution.records import Span, Statement
from attribution.resolving import resolve
from attribution.segmenting import segment
from attribution.tagging.carryover import complete

CASES = Path(__file__).resolve().parents[1] / "cases" / "resolving" / "sources.toml"


def found(text: str, words: str, near: int) -> tuple[Span, ...]:
    """The place of words nearest to a position."""
    places = [i for i in range(len(text)) if text.startswith(words, i)] if words else []
    if not places:
        return ()
    at = min(places, key=lambda place: abs(place - near))
    return (Span(at, at + len(words)),)


@pytest.mark.parametrize(
    "case", [pytest.param(c, id=c["id"]) for c in tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]]
)
def test_the_last_statement_has_its_source(case: dict[str, Any]) -> None:
    text, statements = case["text"], []
    for number, (content, source, cue) in enumerate(case["statements"]):
        start = text.index(content)
        statements.append(
            Statement(
                id=str(number),
                content=(Span(start, start + len(content)),),
                source=found(text, source, start),
                cue=found(text, cue, start),
            )
        )
    document = segment(article_from_text(text, id="case", lang=case["lang"]))
    origin = resolve(document, complete(document, statements))[-1].origin
    assert (origin.name, origin.category.value) == (case["name"], case["category"])


@pytest.mark.parametrize("end", [". ", " und "], ids=["sentences", "one sentence"])
def test_a_long_article_costs_what_its_length_costs(end: str) -> None:
    """Ten times the text, at most thirty times the work: a factor of a hundred would show."""
    unit = "Der Minister Karl Kurz sagte der dpa, es regne" + end

    def work(times: int) -> float:

        document = segment(article_from_text(unit * times, id="long", lang="de"))
        marked = [
            Statement(
                id=str(k),
                content=(Span(k * len(unit) + 38, k * len(unit) + 46),),
                source=(Span(k * len(unit), k * len(unit) + 22),),
                cue=(Span(k * len(unit) + 23, k * len(unit) + 28),),
            )
            for k in range(times)
        ]
        began = time.process_time()
        resolve(document, marked)
        return time.process_time() - began

    work(10)  # the lists are read once
    assert min(work(2000), work(2000)) < 30 * max(work(200), 0.03)
