"""Best paths and spans."""

from itertools import pairwise, product

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
    path, _ = best_paths([scores(0, 2, 2, 0)], FREE)[0]
    assert path[0].tolist() in ([0, 1, 2, 0], [1, 2, 2, 0])


@pytest.mark.parametrize(("open_before", "first"), [(True, 2), (False, 1)], ids=["open", "closed"])
def test_words_begin_inside_only_where_a_span_was_open(open_before: bool, first: int) -> None:
    paths = best_paths([scores(2, 2)], FREE)[0]
    assert paths[open_before][0, 0] == first


def test_windows_decoded_together_get_the_paths_they_get_alone() -> None:
    rng = np.random.default_rng(3)
    steps = rng.normal(size=(2, 3, 3)).astype(np.float32)
    steps[:, 0, 2] = FORBIDDEN
    windows = [rng.normal(size=(2, n, 3)).astype(np.float32) for n in (1, 7, 30, 12)]
    together = best_paths(windows, steps)
    for window, both in zip(windows, together, strict=True):
        for path, alone in zip(both, best_paths([window], steps)[0], strict=True):
            assert path.tolist() == alone.tolist()


def test_no_other_path_scores_higher() -> None:
    rng = np.random.default_rng(5)
    window = rng.normal(size=(1, 5, 3)).astype(np.float32)
    steps = rng.normal(size=(1, 3, 3)).astype(np.float32)
    steps[:, 0, 2] = FORBIDDEN

    def value(path: tuple[int, ...]) -> float:
        own = sum(float(window[0, t, label]) for t, label in enumerate(path))
        return own + sum(float(steps[0, a, b]) for a, b in pairwise(path))

    found = tuple(best_paths([window], steps)[0][1][0].tolist())
    assert value(found) == pytest.approx(max(map(value, product(range(3), repeat=5))))


def test_a_leading_inside_extends_the_last_span() -> None:
    spans = [WordSpan(3, 5, 0.9)]
    spans_of(np.array([2, 2, 0, 1]), scores(2, 2, 0, 1)[0], 5, spans)
    assert [(s.first, s.last) for s in spans] == [(3, 7), (8, 9)]


def test_neighbouring_spans_stay_apart() -> None:
    spans: list[WordSpan] = []
    spans_of(np.array([1, 2, 1, 0]), scores(1, 2, 1, 0)[0], 0, spans)
    assert [(s.first, s.last) for s in spans] == [(0, 2), (2, 3)]
    assert all(0.5 < s.confidence < 1 for s in spans)
