"""Words, windows and their cuts."""

from hypothesis import given
from hypothesis import strategies as st

from attribution.tagging.pieces import Word, windows, word_spans


def made(n: int, pieces: int = 2) -> list[Word]:
    return [Word(i, i + 1, (5,) * pieces) for i in range(n)]


@given(st.lists(st.integers(1, 12), max_size=300), st.sets(st.integers(0, 300)), st.sets(st.integers(0, 300)))
def test_windows_label_every_word_once(lengths: list[int], sentences: set[int], paragraphs: set[int]) -> None:
    words = [Word(i, i + 1, (5,) * n) for i, n in enumerate(lengths)]
    starts = sorted(s for s in sentences if s < len(words))
    found = windows(words, starts, sorted(p for p in paragraphs if p in starts))
    labelled = [i for w in found for i in range(w.own, w.last)]
    assert labelled == list(range(len(words)))
    assert all(sum(len(words[i].pieces) for i in range(w.first, w.last)) <= 254 for w in found)


def test_windows_are_cut_at_sentence_ends() -> None:
    found = windows(made(300), [50, 100, 150, 200, 250], [])
    assert all(w.last in (50, 100, 150, 200, 250, 300) for w in found)


def test_an_unbroken_line_costs_no_more_than_text() -> None:
    spans = word_spans("a" * 1_000_000)
    assert len(spans) == 25_000
    assert max(e - s for s, e in spans) == 40
