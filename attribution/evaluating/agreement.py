"""Krippendorff's alpha from coincidences of values.

Krippendorff, K. (2011): Computing Krippendorff's Alpha-Reliability; Hayes and Krippendorff
(2007): Answering the Call for a Standard Reliability Measure for Coding Data.
"""

from collections.abc import Callable, Hashable, Sequence

import numpy as np

from attribution.errors import SampleError
from attribution.evaluating.matching import FloatArray

# Squared difference of every two values, shape (..., K, K), from how often each value was given, (..., K).
Distance = Callable[[FloatArray], FloatArray]


def nominal_distance(marginals: FloatArray) -> FloatArray:
    """Every two different values differ by one."""
    size = marginals.shape[-1]
    return np.broadcast_to(1.0 - np.eye(size), (*marginals.shape, size))


def ordinal_distance(marginals: FloatArray) -> FloatArray:
    """Values differ by the number of ratings between them, each end counted half."""
    upto = np.cumsum(marginals, axis=-1)
    middle = upto - marginals / 2
    between: FloatArray = (middle[..., :, None] - middle[..., None, :]) ** 2
    return between


def interval_distance(marginals: FloatArray) -> FloatArray:
    """Values are equally far from their neighbours."""
    ranks = np.arange(marginals.shape[-1], dtype=float)
    square: FloatArray = (ranks[:, None] - ranks[None, :]) ** 2
    return np.broadcast_to(square, (*marginals.shape, len(ranks)))


def coincidences(units: Sequence[Sequence[Hashable | None]], values: Sequence[Hashable]) -> FloatArray:
    """Count how often two values stand beside each other in a unit.

    Parameters
    ----------
    units : sequence of sequences
        Each unit's ratings, one a coder; None where a coder gave none. Units with fewer
        than two ratings pair nothing and count nothing.
    values : sequence
        Every value that may occur; for ordinal and interval distances in ascending order.

    Returns
    -------
    ndarray of float, shape (n_values, n_values)
        Symmetric; sums to the number of pairable ratings.
    """
    place = {value: i for i, value in enumerate(values)}
    table = np.zeros((len(values), len(values)))
    for unit in units:
        rated = [place[value] for value in unit if value is not None]
        if len(rated) < 2:
            continue
        counts = np.bincount(rated, minlength=len(values)).astype(float)
        table += (np.outer(counts, counts) - np.diag(counts)) / (len(rated) - 1)
    return table


def alpha_of(table: FloatArray, distance: Distance = nominal_distance) -> FloatArray:
    """Compute alpha from coincidences of shape (..., K, K); NaN where nothing varies."""
    marginals = table.sum(axis=-1)
    total = marginals.sum(axis=-1)
    squared = distance(marginals)
    observed = (table * squared).sum(axis=(-2, -1))
    expected = (marginals[..., :, None] * marginals[..., None, :] * squared).sum(axis=(-2, -1))
    out: FloatArray = np.full(np.shape(total), np.nan)
    np.divide((total - 1) * observed, expected, out=out, where=expected > 0)
    return 1.0 - out


def krippendorff_alpha(
    units: Sequence[Sequence[Hashable | None]],
    *,
    values: Sequence[Hashable] | None = None,
    distance: Distance = nominal_distance,
) -> float:
    """Krippendorff's alpha of any number of coders, missing ratings allowed.

    Parameters
    ----------
    units : sequence of sequences
        Each unit's ratings, one a coder; None where a coder gave none.
    values : sequence, optional
        The values in ascending order; needed for ordinal and interval distances.
    distance : callable
        ``nominal_distance``, ``ordinal_distance`` or ``interval_distance``.

    Returns
    -------
    float
        1 is perfect agreement, 0 chance.

    Raises
    ------
    SampleError
        No unit was rated twice, or only one value occurs: alpha is undefined then.

    Examples
    --------
    >>> round(krippendorff_alpha([("q", "q"), ("p", "q"), ("p", "p"), ("q", "q")]), 3)
    0.533
    """
    if values is None:
        if distance is not nominal_distance:
            raise ValueError("ordered distances need `values` in ascending order")
        values = list(dict.fromkeys(value for unit in units for value in unit if value is not None))
    alpha = float(alpha_of(coincidences(units, values), distance))
    if np.isnan(alpha):
        raise SampleError(
            "Alpha is undefined: fewer than two different values were given to units coded twice.",
            remedy="code more units, drawn so that more than one value occurs",
        )
    return alpha
