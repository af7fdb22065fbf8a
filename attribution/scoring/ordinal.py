"""Proportional odds: from a linear predictor to levels, probabilities and the score."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

LEVELS = (1, 2, 3, 4, 5)

Floats = NDArray[np.float64]


def level_probabilities(predictor: float, thresholds: Sequence[float]) -> tuple[float, ...]:
    """Return the probability of each level.

    P(level > k) = sigmoid(predictor - threshold k), McCullagh 1980; the probability of a level
    is the difference of its neighbours.

    Parameters
    ----------
    predictor : float
        The base plus the weights of all reasons.
    thresholds : sequence of float, shape (4,)
        Rising; no unit.

    Returns
    -------
    tuple of float, shape (5,)
        Not negative; sums to 1.

    >>> [round(p, 3) for p in level_probabilities(0.0, (-9.0, 0.0, 0.0, 9.0))]
    [0.0, 0.5, 0.0, 0.5, 0.0]
    """
    above = 0.5 * (1.0 + np.tanh(0.5 * (predictor - np.asarray(thresholds, dtype=np.float64))))
    edges = np.concatenate(([1.0], above, [0.0]))
    return tuple(float(p) for p in np.maximum(edges[:-1] - edges[1:], 0.0))


def most_probable_level(probabilities: Sequence[float]) -> int:
    """Return the level with the highest probability, ties to the lower."""
    return LEVELS[int(np.argmax(probabilities))]


def expected_score(probabilities: Sequence[float]) -> float:
    """Return 100 * (E[level] - 1) / 4, from 0 to 100 (codebook B1).

    >>> expected_score((0.0, 0.0, 1.0, 0.0, 0.0))
    50.0
    """
    expected = sum(level * p for level, p in zip(LEVELS, probabilities, strict=True))
    return float(min(max(25.0 * (expected - 1.0), 0.0), 100.0))


def fit_thresholds_and_weights(
    x: Floats,
    levels: Sequence[int],
    groups: Sequence[int],
    *,
    n_groups: int,
    c: float,
    sample_weight: Floats | None = None,
) -> tuple[Floats, Floats]:
    """Fit one proportional-odds model with thresholds of their own for each group.

    Every statement gives four rows that ask "is the level above k?", with an indicator for k;
    one logistic regression over all of them has common weights and a threshold per k.

    Parameters
    ----------
    x : ndarray of float, shape (n_statements, n_codes)
    levels : sequence of int, shape (n_statements,)
        1 to 5.
    groups : sequence of int, shape (n_statements,)
        0 to ``n_groups`` - 1; the language, whose thresholds are fitted apart.
    n_groups : int
    c : float
        Inverse strength of the ridge penalty on the weights.
    sample_weight : ndarray of float, shape (n_statements,), optional

    Returns
    -------
    weights : ndarray, shape (n_codes,)
    thresholds : ndarray, shape (n_groups, 4)
    """
    from sklearn.linear_model import LogisticRegression  # a second to import, and only fitting needs it

    n = len(levels)
    steps = len(LEVELS) - 1
    # The indicators are scaled up so that the penalty hardly touches the thresholds.
    scale = 10.0
    rows = np.zeros((n * steps, x.shape[1] + n_groups * steps))
    targets = np.zeros(n * steps, dtype=np.int64)
    for k in range(steps):
        part = slice(k * n, (k + 1) * n)
        rows[part, : x.shape[1]] = x
        columns = x.shape[1] + np.asarray(groups, dtype=np.int64) * steps + k
        rows[np.arange(k * n, (k + 1) * n), columns] = scale
        targets[part] = np.asarray(levels) > k + 1
    weight = None if sample_weight is None else np.tile(sample_weight, steps)
    model = LogisticRegression(C=c, fit_intercept=False, max_iter=2000, tol=1e-8)
    model.fit(rows, targets, sample_weight=weight)
    coefficients = np.asarray(model.coef_[0], dtype=np.float64)
    thresholds = -scale * coefficients[x.shape[1] :].reshape(n_groups, steps)
    return coefficients[: x.shape[1]], np.sort(thresholds, axis=1)
