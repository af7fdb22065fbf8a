"""Figures as functions of sums over articles: what is counted, and how a ratio follows from it.

Every scorer counts each article once into named columns. A :class:`Measure` computes a figure
from the columns' sums, for one sum or for many at a time, so that resampling articles costs
a matrix product and not a new evaluation.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from attribution.evaluating.matching import FloatArray

Counts = dict[str, float]  # one article's columns; a column that is absent is 0
Formula = Callable[["Sums"], FloatArray]
Path = tuple[str, ...]


class Sums:
    """Sums of named columns, each of shape (n_samples,)."""

    def __init__(self, columns: Mapping[str, int], values: FloatArray) -> None:
        self._columns = columns
        self._values = values  # shape (n_samples, n_columns)

    def __getitem__(self, column: str) -> FloatArray:
        place = self._columns.get(column)
        return np.zeros(len(self._values)) if place is None else self._values[:, place]

    def add(self, columns: Iterable[str]) -> FloatArray:
        """Return the columns added up."""
        total = np.zeros(len(self._values))
        for column in columns:
            total = total + self[column]
        return total

    def table(self, prefix: str, labels: Sequence[str]) -> FloatArray:
        """Return ``prefix:row:column`` of every two labels, shape (n_samples, n_labels, n_labels)."""
        out = np.zeros((len(self._values), len(labels), len(labels)))
        for i, row in enumerate(labels):
            for k, column in enumerate(labels):
                out[:, i, k] = self[f"{prefix}:{row}:{column}"]
        return out

    def names(self, prefix: str) -> list[str]:
        """Return the columns that begin with ``prefix``, sorted, the prefix cut off."""
        return [name.removeprefix(prefix) for name in self.full_names(prefix)]

    def full_names(self, prefix: str) -> list[str]:
        """Return the columns that begin with ``prefix``, sorted."""
        return sorted(name for name in self._columns if name.startswith(prefix))


class Tally:
    """The counts of every article, ready to be summed with weights."""

    def __init__(self, articles: Sequence[Counts]) -> None:
        names = sorted({name for counts in articles for name in counts})
        self._columns = {name: place for place, name in enumerate(names)}
        self._values = np.zeros((len(articles), len(names)))
        for row, counts in enumerate(articles):
            for name, value in counts.items():
                self._values[row, self._columns[name]] = value

    def __len__(self) -> int:
        return len(self._values)

    def total(self) -> Sums:
        """Sum every article once; one sample."""
        return Sums(self._columns, self._values.sum(axis=0, keepdims=True))

    def weighted(self, weights: FloatArray) -> Sums:
        """Sum with weights of shape (n_samples, n_articles)."""
        return Sums(self._columns, weights @ self._values)


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure: its name, the formula, and the sum that it rests on.

    A formula returns NaN where the figure is undefined (a share of nothing).
    """

    path: Path  # ("attribution", "content@.5", "P"): the group, then names from wide to narrow
    formula: Formula
    count: Formula  # what `n` counts: mostly the denominator


def divide(numerator: FloatArray, denominator: FloatArray) -> FloatArray:
    """Divide where the denominator is above 0; NaN elsewhere."""
    out: FloatArray = np.full(np.broadcast(numerator, denominator).shape, np.nan)
    np.divide(numerator, denominator, out=out, where=denominator > 0)
    return out


def harmonic(precision: FloatArray, recall: FloatArray) -> FloatArray:
    """F1 of precision and recall; 0 where both are 0, NaN where neither is defined."""
    p, r = np.nan_to_num(precision), np.nan_to_num(recall)
    f1 = np.nan_to_num(divide(2 * p * r, p + r))
    return np.where(np.isnan(precision) & np.isnan(recall), np.nan, f1)


def share(path: Path, numerator: str, denominator: str) -> Measure:
    """A share of two columns."""
    return Measure(path, lambda s: divide(s[numerator], s[denominator]), lambda s: s[denominator])


def precision_recall(path: Path, hits: str, predicted: str, gold: str) -> tuple[Measure, Measure, Measure]:
    """Precision, recall and F1 from the columns of hits, predictions and gold items."""

    def precision(sums: Sums) -> FloatArray:
        return divide(sums[hits], sums[predicted])

    def recall(sums: Sums) -> FloatArray:
        return divide(sums[hits], sums[gold])

    return (
        Measure((*path, "P"), precision, lambda s: s[predicted]),
        Measure((*path, "R"), recall, lambda s: s[gold]),
        Measure((*path, "F"), lambda s: harmonic(precision(s), recall(s)), lambda s: s[gold]),
    )


def point(formula: Formula, sums: Sums) -> float:
    """Evaluate a formula on one sample; a share of nothing is 0, as the reference scorers have it."""
    return float(np.nan_to_num(formula(sums)[0]))
