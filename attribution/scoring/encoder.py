"""Reasons as columns of numbers."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from attribution.records import Reason

Reasons = tuple[Reason, ...]


class ReasonEncoder:
    """One column per reason code.

    ``X`` holds one tuple of reasons per statement. The result has
    shape (n_statements, n_codes), float64, 1.0 where the reason applies.

    It keeps scikit-learn's manners (``get_params``, ``clone``, learned state ends in ``_``)
    without inheriting from it: importing scikit-learn costs a second, and a loaded model only
    needs ``transform``.
    """

    def __init__(self, min_count: int = 2) -> None:
        self.min_count = min_count  # stored as given; checked in fit

    def fit(self, X: Sequence[Reasons], y: object = None) -> Self:
        """Learn which codes occur in at least ``min_count`` statements."""
        if self.min_count < 1:
            raise ValueError(f"min_count must be 1 or more, got {self.min_count!r}")
        seen = Counter(code for reasons in X for code in {r.code for r in reasons})
        return self.with_codes(sorted(c for c, n in seen.items() if n >= self.min_count))

    def with_codes(self, codes: Sequence[str]) -> Self:
        """Take the columns from a stored model instead of learning them."""
        self.codes_ = np.array(codes, dtype=np.str_)
        self.columns_ = {str(code): place for place, code in enumerate(codes)}
        return self

    def transform(self, X: Sequence[Reasons]) -> NDArray[np.float64]:
        """Encode; codes that were not learned have no column."""
        if not hasattr(self, "columns_"):
            raise ValueError("this ReasonEncoder is not fitted; call fit or with_codes first")
        out = np.zeros((len(X), len(self.columns_)))  # an article may have no statements
        for row, reasons in zip(out, X, strict=True):
            row[[self.columns_[r.code] for r in reasons if r.code in self.columns_]] = 1.0
        return out

    def fit_transform(self, X: Sequence[Reasons], y: object = None) -> NDArray[np.float64]:
        """Learn the codes and encode the same statements."""
        return self.fit(X, y).transform(X)

    # Any: scikit-learn's clone passes parameters through untyped
    def get_params(self, deep: bool = True) -> dict[str, Any]:
        """Return the parameters by name."""
        return {"min_count": self.min_count}

    def set_params(self, **params: Any) -> Self:
        """Set parameters by name."""
        for name, value in params.items():
            if name not in self.get_params():
                raise ValueError(f"ReasonEncoder has no parameter {name!r}")
            setattr(self, name, value)
        return self
