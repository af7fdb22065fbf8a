"""From label scores to spans of words: the best valid path of each layer."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from attribution.tagging.layers import BEGIN, INSIDE, OUTSIDE

FORBIDDEN = -1e4
CHUNK = 16  # words: as many steps within a chunk as there are chunks in a window, about
Floats = npt.NDArray[np.float32]


@dataclass(slots=True)
class WordSpan:
    """A run of words ``[first, last)`` in one layer, with the probability that it begins there."""

    first: int
    last: int
    confidence: float


def best_paths(
    windows: Sequence[Floats], transitions: Floats
) -> list[tuple[npt.NDArray[np.int8], npt.NDArray[np.int8]]]:
    """Most probable label paths of all layers of several windows at once (Viterbi).

    Windows are cut into chunks; the best ways through all chunks from every label to every label
    are found in step, then joined chunk by chunk (max-plus products, as in Hassan, Särkkä and
    García-Fernández 2021, IEEE Transactions on Signal Processing 69). A window's path depends on
    whether a span is open where it begins, which the window before it tells: both are returned.

    Parameters
    ----------
    windows : sequence of ndarray of float, shape (layers, words, 3)
    transitions : ndarray of float, shape (layers, from, to)
        Inside after outside is forbidden here already.

    Returns
    -------
    list of pairs of ndarray of int, shape (layers, words)
        For each window the paths where no span, and where a span of the layer, is open before it.
    """
    layers = len(transitions)
    lengths = [w.shape[1] for w in windows]
    chunks = -(-max(lengths) // CHUNK)
    # (step in chunk, chunk, window, layer, label): what is done at once lies together.
    scores = np.zeros((chunks * CHUNK, len(windows), layers, 3))
    there = np.zeros((chunks * CHUNK, len(windows)), dtype=bool)
    for k, w in enumerate(windows):
        scores[: lengths[k], k] = w.transpose(1, 0, 2)
        there[: lengths[k], k] = True
    scores = scores.reshape(chunks, CHUNK, *scores.shape[1:]).swapaxes(0, 1)
    there = there.reshape(chunks, CHUNK, -1).swapaxes(0, 1)[..., None, None, None]
    through, back = chunk_paths(scores, there, transitions.astype(np.float64))

    # From chunk to chunk; the label before the first one says whether a span is open.
    best = through[0][:, :, :2]  # (window, layer, open, label)
    entry = np.zeros((chunks, len(windows), layers, 2, 3), dtype=np.int64)
    for c in range(1, chunks):
        ways = best[..., :, None] + through[c][:, :, None]
        entry[c] = ways.argmax(-2)
        best = ways.max(-2)
    label = best.argmax(-1)
    last = np.zeros((chunks, len(windows), layers, 2), dtype=np.int64)
    before = np.zeros_like(last)
    for c in range(chunks - 1, 0, -1):
        last[c] = label
        before[c] = label = np.take_along_axis(entry[c], label[..., None], -1)[..., 0]
    last[0], before[0] = label, np.arange(2)

    paths = np.zeros((CHUNK, *last.shape), dtype=np.int8)
    cell = 9 * np.arange(last[..., 0].size).reshape(last.shape[:-1])[..., None] + 3 * before
    label = last
    for t in range(CHUNK - 1, 0, -1):
        paths[t] = label
        label = back[t].reshape(-1)[cell + label]
    paths[0] = label
    whole = paths.swapaxes(0, 1).reshape(-1, *paths.shape[2:])
    return [(whole[:n, k, :, 0].T, whole[:n, k, :, 1].T) for k, n in enumerate(lengths)]


def chunk_paths(
    scores: npt.NDArray[np.float64], there: npt.NDArray[np.bool_], steps: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int8]]:
    """Best way through every chunk from each label before it to each label at its end.

    Parameters
    ----------
    scores : ndarray, shape (CHUNK, chunks, windows, layers, 3)
    there : ndarray of bool, shape (CHUNK, chunks, windows, 1, 1, 1)
        Where a window has a word at all; past its end every label just stays.
    steps : ndarray, shape (layers, from, to)

    Returns
    -------
    through : ndarray, shape (chunks, windows, layers, before, to)
    back : ndarray of int, shape (CHUNK, chunks, windows, layers, before, to)
        The label one word earlier on that way.
    """
    same = np.where(np.eye(3, dtype=bool), 0.0, 2 * FORBIDDEN)
    through = np.where(there[0], steps + scores[0][..., None, :], same)
    # Nothing precedes a window's first word; "before" means here: closed, open.
    through[0] = scores[0][0][..., None, :]
    through[0][..., OUTSIDE, INSIDE] += FORBIDDEN
    back = np.empty((len(scores), *through.shape), dtype=np.int8)
    back[:] = np.arange(3)
    ways = [steps[:, None, label] for label in range(3)]
    for t in range(1, len(scores)):
        top = through[..., OUTSIDE, None] + ways[OUTSIDE]
        came = np.zeros(top.shape, dtype=np.int8)
        for label in (BEGIN, INSIDE):
            other = through[..., label, None] + ways[label]
            np.copyto(came, label, where=other > top)
            np.maximum(top, other, out=top)
        top += scores[t][..., None, :]
        np.copyto(through, top, where=there[t])
        np.copyto(back[t], came, where=there[t])
    return through, back


def spans_of(path: npt.NDArray[np.int8], scores: Floats, offset: int, spans: list[WordSpan]) -> None:
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
    open_at = offset if spans and spans[-1].last == offset else -1  # where an inside may go on
    for t in np.flatnonzero(path).tolist():
        if path[t] == BEGIN:
            outside, begin, inside = scores[t].tolist()
            apart = math.exp(min(outside - begin, 700)) + math.exp(min(inside - begin, 700))
            spans.append(WordSpan(offset + t, offset + t + 1, 1 / (1 + apart)))
        elif offset + t == open_at:
            spans[-1].last = offset + t + 1
        else:
            continue
        open_at = offset + t + 1
