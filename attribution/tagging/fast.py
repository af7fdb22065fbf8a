"""The fast tagger: a small network of convolutions, taught by the accurate one."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from attribution.records import Document
from attribution.tagging.decode import Floats
from attribution.tagging.pieces import Window, Word
from attribution.tagging.windowed import Scores, WindowTagger

FLAGS = ("quoted", "sentence", "block")


class FastTagger(WindowTagger):
    """Finds statements with the network of ``data/models/tagger-fast``."""

    name = "fast"

    def reader(self, document: Document, words: Sequence[Word]) -> Callable[[Window], Scores]:
        """Return what scores the windows of one document."""
        inputs = np.hstack([self._embedded(words), word_flags(document, words)])

        def read(w: Window) -> Scores:
            # onnxruntime ships no types: the three outputs are float32 arrays, as the export says.
            out: list[Any] = self._session.run(
                ["labels", "links", "forms"], {"words": inputs[w.first : w.last]}
            )
            return out[0], out[1], out[2]

        return read

    def _embedded(self, words: Sequence[Word]) -> Floats:
        """First, mean and last piece of each word, (words, 3 * row)."""
        lengths = np.array([len(word.pieces) for word in words])
        ids = np.array([p for word in words for p in word.pieces])
        rows = self._rows[ids].astype(np.float32) * self._scales[ids, None]
        starts = np.cumsum(lengths) - lengths
        mean = np.add.reduceat(rows, starts, axis=0) / lengths[:, None]
        parts: Floats = np.hstack([rows[starts], mean, rows[starts + lengths - 1]]).astype(np.float32)
        return parts


def word_flags(document: Document, words: Sequence[Word]) -> Floats:
    """What the text says of each word beside its spelling, (words, flags) of 0 or 1.

    Whether it stands in a quotation, begins a sentence, begins a block.
    """
    starts = [word.start for word in words]
    out = np.zeros((len(words) + 1, len(FLAGS)), dtype=np.float32)
    for quotation in document.quotations:
        span = quotation.span
        out[bisect_left(starts, span.start) : bisect_left(starts, span.end), 0] = 1
    for column, spans in ((1, document.sentences), (2, document.article.blocks)):
        out[[bisect_left(starts, item.span.start) for item in spans], column] = 1
    return out[:-1]
