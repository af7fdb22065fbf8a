"""Whole documents: what must hold of any text, and that a megabyte costs linear time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.labels import Zone
from attribution.records import Article, Block, Document, Span
from attribution.segmenting import segment, words

LETTERS = "aB1 .!?…:,„“”\"»«›‹‚‘’'`()[]-–\u00a0é🙂"
TEXTS = st.lists(st.text(alphabet=st.sampled_from(LETTERS), max_size=60) | st.text(max_size=20), max_size=5)


def article(lines: list[str], *, lang: str = "de", zones: tuple[Zone, ...] = (Zone.BODY,)) -> Article:
    blocks, start = [], 0
    for number, line in enumerate(lines):
        blocks.append(Block(span=Span(start, start + len(line)), zone=zones[number % len(zones)]))
        start += len(line) + 1
    return Article(
        id="a", text="\n".join(lines), lang=lang, country="DE", country_from="option", blocks=tuple(blocks)
    )


def documents() -> st.SearchStrategy[Document]:
    return st.builds(
        lambda lines, lang: segment(article(lines, lang=lang)), TEXTS, st.sampled_from(["de", "en"])
    )


@given(documents())
def test_offsets_give_the_text_back(document):
    assert all(document.text[t.start : t.end] == t.form for t in document.tokens)
    covered = "".join(s.span.of(document.text) for s in document.sentences)
    assert "".join(covered.split()) == "".join(document.text.split())


@given(documents())
def test_sentences_are_ordered_and_stay_in_their_block(document):
    last = 0
    for sentence in document.sentences:
        assert last <= sentence.span.start < sentence.span.end
        assert document.article.blocks[sentence.block].span.covers(sentence.span)
        last = sentence.span.end


@given(documents())
def test_every_token_lies_in_its_sentence(document):
    after = 0
    for sentence in document.sentences:
        assert sentence.first == after
        after = sentence.last
        assert all(sentence.span.covers(t.span) for t in document.tokens[sentence.first : sentence.last])
    assert after == len(document.tokens)


@given(documents())
def test_quotations_nest_by_level_and_stay_in_their_block(document):
    open_ends: list[int] = []
    for quotation in document.quotations:
        while open_ends and open_ends[-1] <= quotation.span.start:
            open_ends.pop()
        assert not open_ends or quotation.span.end <= open_ends[-1]
        open_ends.append(quotation.span.end)
        assert quotation.level == len(open_ends)
        assert any(block.span.covers(quotation.span) for block in document.article.blocks)


def test_words_leave_marks_and_silent_zones_out():
    story = article(["„Wir gehen“, sagte Kurz.", "Mehr zum Thema"], zones=(Zone.BODY, Zone.TEASER))
    assert words(story) == words(segment(story)) == 4


HOSTILE = [
    "a-",
    "1.1",
    "U.",
    "a'",
    "'",
    '"',
    "„",
    "“",
    "''",
    ",,a",
    ".",
    "Ja. ",
    "1. ",
    "… ",
    "!“ ",
    "s' a ",
    " ",
    "« ",
]


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("unit", HOSTILE)
def test_one_long_line_costs_linear_time(unit, lang):
    """Eight times the text may cost eight times the time, not sixty-four; 24 leaves room for noise."""

    def cost(size: int) -> float:
        line = (unit * size)[:size]
        start = time.process_time()
        segment(article([line], lang=lang))
        return time.process_time() - start

    cost(1_000)
    large = min(
        cost(80_000) for _ in range(3)
    )  # the least of three: a collection of garbage is no cost of ours
    assert large < 24 * max(min(cost(10_000) for _ in range(3)), 0.02)
