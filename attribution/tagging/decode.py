"""From label scores to spans of words: the best valid path of each layer."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from attribution.tagging.layers import BEGIN, INSIDE, OUTSIDE

FORBIDDEN = -1e4
Floats = npt.NDArray[np.float32]


@dataclass(slots=True)
class WordSpan:
    """A run of words ``[first, last)`` in one layer, with the probability that it begins there."""

    first: int
    last: int
    confidence: float


def best_paths(
    scores: Floats, transitions: Floats, open_before: npt.NDArray[np.bool_]
) -> npt.NDArray[np.int64]:
    """Most probable label paths of all layers at once (Viterbi).

    Parameters
    ----------
    scores : ndarray of float, shape (layers, words, 3)
    transitions : ndarray of float, shape (layers, from, to)
        Inside after outside is forbidden here already.
    open_before : ndarray of bool, shape (layers,)
        Whether a span was open when the words begin; only then may they begin inside one.

    Returns
    -------
    ndarray of int, shape (layers, words)
    """
    layers, n, _ = scores.shape
    best = scores[:, 0].astype(np.float64)
    best[~open_before, INSIDE] += FORBIDDEN
    back = np.zeros((n, layers, 3), dtype=np.int8)
    for t in range(1, n):
        step = best[:, :, None] + transitions
        back[t] = step.argmax(1)
        best = step.max(1) + scores[:, t]
    path = np.zeros((layers, n), dtype=np.int64)
    path[:, -1] = best.argmax(1)
    rows = np.arange(layers)
    for t in range(n - 1, 0, -1):
        path[:, t - 1] = back[t, rows, path[:, t]]
    return path


def spans_of(path: npt.NDArray[np.int64], scores: Floats, offset: int, spans: list[WordSpan]) -> None:
    """Append the spans of one layer's path to ``spans``; a leading inside extends the last one.

    Parameters
    ----------
    path : ndarray of int, shape (words,)
    scores : ndarray of float, shape (words, 3)
    offset : int
        Index of the first word in the article.
    spans : list of WordSpan
        The layer's spans so far, changed in place.
    """
    open_span = bool(spans) and spans[-1].last == offset
    for t, label in enumerate(path.tolist()):
        if label == BEGIN:
            row = scores[t] - scores[t].max()
            confidence = float(np.exp(row[BEGIN]) / np.exp(row).sum())
            spans.append(WordSpan(offset + t, offset + t + 1, confidence))
        elif label == INSIDE and open_span:
            spans[-1].last = offset + t + 1
        open_span = label != OUTSIDE
