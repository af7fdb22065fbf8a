"""Percentile intervals from resampled articles."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from attribution.evaluating.figures import Measure, Path, Tally, point
from attribution.evaluating.matching import FloatArray

CONFIDENCE = 0.95
DEFAULT_RESAMPLES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured figure with its interval.

    Shares, precision, recall, F1 and accuracies run from 0 to 1; alpha may be negative.
    """

    path: Path  # the group, then names from wide to narrow
    value: float
    low: float | None  # None where there is nothing to resample or the figure is undefined
    high: float | None
    n: int  # items that the value rests on, mostly the denominator

    @property
    def name(self) -> str:
        """The path joined with dots: "attribution.content@.5.F"."""
        return ".".join(self.path)


def article_weights(n_articles: int, resamples: int, seed: int) -> FloatArray:
    """Draw how often each article stands in each resample, shape (resamples, n_articles)."""
    draws = np.random.default_rng(seed).multinomial(
        n_articles, np.full(n_articles, 1 / n_articles), size=resamples
    )
    return draws.astype(float)


def measure_figures(
    tally: Tally, measures: Sequence[Measure], *, resamples: int = DEFAULT_RESAMPLES, seed: int = 0
) -> tuple[Figure, ...]:
    """Compute every measure with its 95 % percentile interval over articles.

    Articles, not statements, are drawn: statements of one article share sources and style.
    Resamples in which a figure is undefined (a rare type that was not drawn) are left out
    of its interval. With fewer than two articles or no resamples there is no interval.
    """
    total = tally.total()
    drawn = None
    if len(tally) > 1 and resamples > 0:
        drawn = tally.weighted(article_weights(len(tally), resamples, seed))
    figures = []
    for measure in measures:
        low = high = None
        if drawn is not None:
            values = measure.formula(drawn)
            values = values[~np.isnan(values)]
            if len(values):
                tail = (1 - CONFIDENCE) / 2
                low, high = (float(bound) for bound in np.quantile(values, [tail, 1 - tail]))
        n = round(float(measure.count(total)[0]))
        figures.append(
            Figure(path=measure.path, value=point(measure.formula, total), low=low, high=high, n=n)
        )
    return tuple(figures)
