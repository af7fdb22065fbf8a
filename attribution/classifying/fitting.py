"""Fitting of the type classifier's linear models with scikit-learn."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from attribution.classifying.linear import FeatureRow, Floats, LinearModel


def vocabulary(rows: Sequence[FeatureRow], groups: Sequence[object], *, min_groups: int) -> tuple[str, ...]:
    """Return the features that occur in at least ``min_groups`` articles, sorted.

    A name that one article repeats fifty times teaches nothing about other articles.
    """
    seen: Counter[str] = Counter()
    by_group: dict[object, set[str]] = {}
    for row, group in zip(rows, groups, strict=True):
        by_group.setdefault(group, set()).update(row)
    for names in by_group.values():
        seen.update(names)
    return tuple(sorted(name for name, count in seen.items() if count >= min_groups))


def design(rows: Sequence[FeatureRow], names: Sequence[str]) -> Any:  # Any: a scipy sparse matrix
    """Return the rows as a sparse matrix, shape (n_rows, n_names), float32."""
    from scipy.sparse import csr_matrix

    index = {name: place for place, name in enumerate(names)}
    data: list[float] = []
    columns: list[int] = []
    ends = [0]
    for row in rows:
        for name, value in row.items():
            place = index.get(name)
            if place is not None:
                data.append(value)
                columns.append(place)
        ends.append(len(data))
    return csr_matrix((data, columns, ends), shape=(len(rows), len(names)), dtype=np.float32)


def fit_logistic(
    matrix: Any,  # a scipy sparse matrix
    labels: Sequence[str],
    *,
    c: float,
    balance: float,
    sample_weight: Floats | None = None,
) -> Any:  # a fitted scikit-learn estimator
    """Fit a multinomial logistic regression.

    ``balance`` from 0 to 1 moves the class weights from equal per statement to equal per
    class: weight = (n / (n_classes * n_class)) ** balance.
    """
    from sklearn.linear_model import LogisticRegression  # a second to import, and only fitting needs it

    counts = Counter(labels)
    weight = {label: (len(labels) / (len(counts) * n)) ** balance for label, n in counts.items()}
    model = LogisticRegression(C=c, class_weight=weight, max_iter=100, tol=1e-3)
    return model.fit(matrix, np.asarray(labels), sample_weight=sample_weight)


def linear_model(
    fitted: Any,  # a fitted scikit-learn estimator
    names: Sequence[str],
    *,
    prune: float = 0.0,
) -> LinearModel:
    """Take the arrays out of a fitted logistic regression.

    Features whose largest absolute weight is below ``prune`` are left out.
    """
    weights = np.asarray(fitted.coef_, dtype=np.float64)
    intercept = np.asarray(fitted.intercept_, dtype=np.float64)
    if len(weights) == 1:  # two labels: one column tells; softmax(0, d) is sigmoid(d)
        weights = np.vstack((np.zeros_like(weights), weights))
        intercept = np.concatenate((np.zeros(1), intercept))
    kept = np.flatnonzero(np.abs(weights).max(axis=0) >= prune)
    return LinearModel(
        labels=tuple(str(label) for label in fitted.classes_),
        index={names[place]: row for row, place in enumerate(kept.tolist())},
        weights=np.ascontiguousarray(weights[:, kept].T, dtype=np.float32),
        intercept=intercept.astype(np.float32),
    )


def folds(groups: Sequence[str], n_folds: int, *, seed: int) -> list[tuple[Any, Any]]:
    """Split rows into folds that keep articles whole; (train, held out) index arrays."""
    names = sorted(set(groups))
    order = np.random.default_rng(seed).permutation(len(names))
    fold_of: Mapping[str, int] = {names[n]: place % n_folds for place, n in enumerate(order.tolist())}
    fold = np.array([fold_of[group] for group in groups])
    return [(np.flatnonzero(fold != n), np.flatnonzero(fold == n)) for n in range(n_folds)]
