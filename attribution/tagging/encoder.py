"""The accurate tagger: a small pretrained encoder, run as an int8 graph."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from attribution.records import Document
from attribution.tagging.pieces import BOS, EOS, Window, Word
from attribution.tagging.windowed import Scores, WindowTagger


class EncoderTagger(WindowTagger):
    """Finds statements with the encoder of ``data/models/tagger-accurate``."""

    name = "accurate"

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        super().__init__(folder, threads=threads)
        self._positions = self._stored.arrays["positions"].astype(np.float32)

    def reader(self, document: Document, words: Sequence[Word]) -> Callable[[Window], Scores]:
        """Return what scores the windows of one document."""
        return lambda w: self.scores(words, w)

    def scores(self, words: Sequence[Word], w: Window) -> Scores:
        """Scores of one window."""
        ids, heads = [BOS], []
        for word in words[w.first : w.last]:
            heads.append(len(ids))
            ids.extend(word.pieces)
        ids.append(EOS)
        embedded = self._rows[ids].astype(np.float32) * self._scales[ids, None] + self._positions[: len(ids)]
        feeds = {"embedded": embedded, "heads": np.array(heads, dtype=np.int64)}
        # onnxruntime ships no types: the three outputs are float32 arrays, as the export says.
        out: list[Any] = self._session.run(["labels", "links", "forms"], feeds)
        return out[0], out[1], out[2]
