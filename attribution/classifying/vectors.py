"""Word vectors learned from unlabelled news, so that unseen nouns resemble seen ones."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from attribution.modelstore import StoredModel

Vector = NDArray[np.float64]

_SHORTEST_END = 5  # letters of a German compound's last part that must be known


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WordVectors:
    """Vectors of the frequent words of each language, each of unit length.

    ``vectors`` has shape (n_words, n_dimensions), int8; ``scale`` turns it back.
    """

    index: Mapping[str, Mapping[str, int]]  # language -> word -> row
    vectors: Mapping[str, NDArray[np.int8]]
    scale: float

    @classmethod
    def from_model(cls, stored: StoredModel) -> Self:
        """Read the vectors from a stored model."""
        words = stored.manifest["words"]
        return cls(
            index={lang: {word: row for row, word in enumerate(words[lang])} for lang in words},
            vectors={lang: stored.arrays[lang] for lang in words},
            scale=float(stored.manifest["scale"]),
        )

    @property
    def dimensions(self) -> int:
        return int(next(iter(self.vectors.values())).shape[1])

    def vector(self, word: str, lang: str) -> Vector | None:
        """Return a word's vector; an unknown compound has that of its longest known end.

        "Hafenamtssprecherin" is unknown, "sprecherin" is not.
        """
        lowered = word.lower()
        index = self.index[lang]
        row = index.get(lowered)
        if row is None and lang == "de":
            for start in range(1, min(len(lowered) - _SHORTEST_END + 1, 30)):
                row = index.get(lowered[start:])
                if row is not None:
                    break
        return None if row is None else self.vectors[lang][row] * self.scale

    def mean(self, words: Iterable[str], lang: str) -> Vector | None:
        """Return the mean of the known words' vectors, None where none is known."""
        found = [vector for word in words if (vector := self.vector(word, lang)) is not None]
        return np.mean(found, axis=0) if found else None
