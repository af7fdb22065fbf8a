"""Any text at all: nothing but our own errors, and blocks that fit the text."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attribution.errors import AttributionError
from attribution.reading import article_from_record, article_from_text, read_articles
from attribution.reading.html import read_html
from attribution.reading.options import Options
from attribution.records import Article

PIECES = (
    "Der Rat sagte, das sei so. ;(dpa);\n;\r\n;\n\n;Quelle: dpa;Foto: X/dpa;"
    'Kicker :Titel;mit Video;";„;Von Karl Meer;'
    "Lesen Sie auch;Berlin (dpa) - ; ;\u2028;\x85;|;Thema;8:06 min;\ufeff;By Jane Roe;:;."
)
FRAGMENTS = st.sampled_from(PIECES.split(";"))
MARKUP = "<p>;</p>;<div>;<h1>;</a>;<a>;Der Rat sagte das. ;<br>;&amp;;<!--;<;\x01"
TEXTS = st.one_of(st.text(), st.lists(FRAGMENTS | st.text(max_size=5), max_size=40).map("".join))


def check(article: Article) -> None:
    position = 0
    covered = set()
    for block in article.blocks:
        start, end = block.span
        assert position <= start < end <= len(article.text)
        assert block.span.of(article.text).strip() == block.span.of(article.text)
        covered.update(range(start, end))
        position = end
    assert all(i in covered or char.isspace() for i, char in enumerate(article.text))
    for credit in article.credits:
        assert 0 <= credit.span.start < credit.span.end <= len(article.text)


@given(TEXTS)
@settings(deadline=None)
def test_any_text_makes_ordered_disjoint_blocks(text: str) -> None:
    if text.strip():
        check(article_from_text(text, lang="de"))


@given(TEXTS)
@settings(deadline=None)
def test_any_text_raises_nothing_but_our_errors(text: str) -> None:
    try:
        check(
            article_from_record({"id": "a", "text": text, "title": text, "country": text, "lang": text[:2]})
        )
    except AttributionError as error:
        assert error.remedy


@given(st.binary(max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@pytest.mark.parametrize("suffix", [".txt", ".html", ".json", ".jsonl", ".docx", ".odd"])
def test_any_bytes_are_read_or_refused(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    for item in read_articles(path):
        assert isinstance(item, Article | AttributionError)


@given(st.lists(st.sampled_from(MARKUP.split(";")), max_size=30).map("".join))
@settings(max_examples=60, deadline=None)
def test_any_markup_is_read_or_refused(source: str) -> None:
    try:
        check(read_html(source.encode(), id="a", name="a", options=Options(lang="de")))
    except AttributionError as error:
        assert error.remedy


@pytest.mark.parametrize(
    "text",
    [
        "Der Minister sagte, dass es so sei. " * 25_000,
        "der die das und " + "(" * 900_000,
        "der die das und\n" * 50_000,
    ],
    ids=["one-line", "brackets", "short-lines"],
)
def test_long_texts_are_read(text: str) -> None:
    check(article_from_text(text[:900_000]))
