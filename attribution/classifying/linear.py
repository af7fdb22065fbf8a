"""A multinomial linear model over named features, applied with plain array maths."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FeatureRow = Mapping[str, float]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LinearModel:
    """Coefficients of a fitted multinomial logistic regression.

    ``weights`` has shape (n_features, n_labels), float32, so that a statement's few features
    are gathered row by row; ``intercept`` has shape (n_labels,).
    """

    labels: tuple[str, ...]
    index: Mapping[str, int]  # feature name -> row of weights
    weights: NDArray[np.float32]
    intercept: NDArray[np.float32]

    def decision(self, rows: Sequence[FeatureRow]) -> Floats:
        """Return the linear predictors, shape (n_rows, n_labels); unknown features count nothing."""
        out = np.empty((len(rows), len(self.labels)), dtype=np.float64)
        for target, row in zip(out, rows, strict=True):
            known = [
                (place, value) for name, value in row.items() if (place := self.index.get(name, -1)) >= 0
            ]
            target[:] = self.intercept
            if known:
                places, values = zip(*known, strict=True)
                target += np.asarray(values, dtype=np.float64) @ self.weights[list(places)]
        return out

    def log_proba(self, rows: Sequence[FeatureRow]) -> Floats:
        """Return log-probabilities, shape (n_rows, n_labels)."""
        return log_softmax(self.decision(rows))


def log_softmax(decision: Floats) -> Floats:
    """Normalise linear predictors row by row, without overflow.

    >>> log_softmax(np.array([[0.0, 0.0]])).round(3).tolist()
    [[-0.693, -0.693]]
    """
    shifted = decision - decision.max(axis=1, keepdims=True, initial=-np.inf)
    normalised: Floats = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return normalised
