"""Best paths and spans."""

import numpy as np
import pytest

from attribution.tagging.decode import FORBIDDEN, WordSpan, best_paths, spans_of

FREE = np.zeros((1, 3, 3), dtype=np.float32)
FREE[:, 0, 2] = FORBIDDEN


def scores(*labels: int, margin: float = 2.0) -> np.ndarray:
    out = np.zeros((1, len(labels), 3), dtype=np.float32)
    for t, label in enumerate(labels):
        out[0, t, label] = margin
    return out


def test_inside_never_follows_outside() -> None:
    path = best_paths(scores(0, 2, 2, 0), FREE, np.array([False]))
    assert path[0].tolist() in ([0, 1, 2, 0], [1, 2, 2, 0])


@pytest.mark.parametrize(("open_before", "first"), [(True, 2), (False, 1)], ids=["open", "closed"])
def test_words_begin_inside_only_where_a_span_was_open(open_before: bool, first: int) -> None:
    path = best_paths(scores(2, 2), FREE, np.array([open_before]))
    assert path[0, 0] == first


def test_a_leading_inside_extends_the_last_span() -> None:
    spans = [WordSpan(3, 5, 0.9)]
    spans_of(np.array([2, 2, 0, 1]), scores(2, 2, 0, 1)[0], 5, spans)
    assert [(s.first, s.last) for s in spans] == [(3, 7), (8, 9)]


def test_neighbouring_spans_stay_apart() -> None:
    spans: list[WordSpan] = []
    spans_of(np.array([1, 2, 1, 0]), scores(1, 2, 1, 0)[0], 0, spans)
    assert [(s.first, s.last) for s in spans] == [(0, 2), (2, 3)]
    assert all(0.5 < s.confidence < 1 for s in spans)
