"""Stretches of a text that are taken, asked about at the cost of a bisection."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from attribution.records import Span


class Covered:
    """A set of spans that tells whether another one meets it.

    Parameters
    ----------
    spans : iterable of Span
        In any order; overlapping ones are merged.
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def meets(self, span: Span) -> bool:
        """Tell whether any of the spans shares a character with ``span``."""
        at = bisect_left(self._starts, span.end) - 1
        return at >= 0 and self._ends[at] > span.start

    def holds(self, position: int) -> bool:
        """Tell whether a character lies in one of the spans."""
        at = bisect_right(self._starts, position) - 1
        return at >= 0 and self._ends[at] > position
