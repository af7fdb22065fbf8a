"""Statements as sets of tokens, and the optimal one-to-one match of predictions with gold."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Row = Mapping[str, Any]  # Any: one parsed statement, as corpora or contract write it
Record = Mapping[str, Any]  # Any: one parsed article
Pairs = list[tuple[int, int]]  # (gold, predicted)
FloatArray = NDArray[np.float64]

ROLES = ("content", "source", "cue")
OFFICIAL_ROLES = ("content", "addressee", "cue", "frame", "source")

CONTENT_THRESHOLD = 0.5  # Jaccard of content tokens from which two statements count as the same

# The reference scorer's tokens; linear, because no repeated part can begin where another one ends.
TOKEN = re.compile(r"\w+(?:-\w+|\.(?:\w\b|\d+))*(?:['’](?!s\b)\w+)?|['’]s\b|[^\w\s]")

# The corpora's names of forms; the reference scorer compares these.
CORPUS_FORMS = {
    "direct": "Direct",
    "indirect": "Indirect",
    "reported": "Reported",
    "free_indirect": "FreeIndirect",
    "indirect_free_indirect": "IndirectFreeIndirect",
}


class TokenIndex:
    """The tokens of one article, sorted; maps character spans to token numbers."""

    def __init__(self, record: Record) -> None:
        tokens = record.get("tokens") or [match.span() for match in TOKEN.finditer(record["text"])]
        self._starts = [token[0] for token in tokens]
        self._ends = [token[1] for token in tokens]

    def numbers(self, spans: Sequence[Sequence[int]] | None) -> tuple[int, ...]:
        """Return the sorted numbers of the tokens that share a character with any span."""
        found: set[int] = set()
        for start, end in spans or ():
            found.update(range(bisect_right(self._ends, start), bisect_left(self._starts, end)))
        return tuple(sorted(found))


@dataclass(frozen=True)
class TokenizedStatement:
    """One statement's roles as sorted token numbers, with what the scorers compare beside them."""

    roles: Mapping[str, tuple[int, ...]]
    form: str | None
    medium: str | None

    @cached_property
    def sets(self) -> Mapping[str, frozenset[int]]:
        """The same roles as sets."""
        return {role: frozenset(numbers) for role, numbers in self.roles.items()}


@dataclass(frozen=True)
class TokenizedArticle:
    """Gold and predicted statements of one article on the gold record's tokens."""

    gold: tuple[TokenizedStatement, ...]
    predicted: tuple[TokenizedStatement, ...]

    @cached_property
    def overlaps(self) -> FloatArray:
        """Content tokens in common, shape (n_gold, n_predicted)."""
        owners: dict[int, list[int]] = {}
        for i, statement in enumerate(self.gold):
            for token in statement.roles["content"]:
                owners.setdefault(token, []).append(i)
        shared = np.zeros((len(self.gold), len(self.predicted)))
        for j, statement in enumerate(self.predicted):
            for token in statement.roles["content"]:
                for i in owners.get(token, ()):
                    shared[i, j] += 1
        return shared

    @cached_property
    def sizes(self) -> tuple[FloatArray, FloatArray]:
        """Content sizes in tokens: gold as a column, predictions as a row."""
        gold = np.array([len(s.roles["content"]) for s in self.gold], dtype=float)
        predicted = np.array([len(s.roles["content"]) for s in self.predicted], dtype=float)
        return gold.reshape(-1, 1), predicted.reshape(1, -1)

    @cached_property
    def content_jaccard(self) -> FloatArray:
        """Jaccard index of the contents; two empty contents count as equal."""
        gold, predicted = self.sizes
        union = gold + predicted - self.overlaps
        return np.where(union > 0, self.overlaps / np.maximum(union, 1), 1.0)

    def match_contents(self, threshold: float = CONTENT_THRESHOLD) -> Pairs:
        """Pair gold with predictions one to one: most pairs first, then the highest Jaccard."""
        likeness = self.content_jaccard
        # one more per pair above the threshold, so that the number of pairs is maximised first
        return [
            (i, j)
            for i, j in assign(np.where(likeness >= threshold, likeness + 1, 0))
            if likeness[i, j] >= threshold
        ]

    def match_official(self) -> Pairs:
        """Pair as the Wikinews metric does: token F1 of content, ties by form, then by medium."""
        gold, predicted = self.sizes
        precision = self.overlaps / np.maximum(predicted, 1)
        recall = self.overlaps / np.maximum(gold, 1)
        total = precision + recall
        f1 = np.divide(2 * precision * recall, total, out=np.zeros_like(total), where=total > 0)
        some = f1 > 0
        same_form = _equal([s.form for s in self.gold], [s.form for s in self.predicted])
        same_medium = _equal([s.medium for s in self.gold], [s.medium for s in self.predicted])
        return assign(f1 + 0.01 * (some & same_form) + 0.001 * (some & same_medium))


def tokenize_article(record: Record, predicted: Sequence[Row]) -> TokenizedArticle:
    """Map gold and predicted statements of one article to the gold record's tokens."""
    index = TokenIndex(record)
    return TokenizedArticle(
        gold=tuple(_tokenize(row, index) for row in record["attributions"]),
        predicted=tuple(_tokenize(row, index) for row in predicted),
    )


def assign(weights: FloatArray) -> Pairs:
    """Return the one-to-one assignment of rows to columns with the greatest sum of weights."""
    if 0 in weights.shape:
        return []
    from scipy.optimize import linear_sum_assignment  # heavy: only where something is scored

    rows, columns = linear_sum_assignment(weights, maximize=True)
    return list(zip(rows.tolist(), columns.tolist(), strict=True))


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """Jaccard index of two sets; 1.0 where both are empty.

    >>> jaccard(frozenset({1, 2}), frozenset({2, 3}))
    0.3333333333333333
    """
    if not one and not other:
        return 1.0
    shared = len(one & other)
    return shared / (len(one) + len(other) - shared)


def form_name(row: Row) -> str | None:
    """The form under the corpora's name: from ``form`` where given, else from ``type``."""
    if "form" in row:
        return CORPUS_FORMS.get(row["form"], row["form"])
    return row.get("type")


def _tokenize(row: Row, index: TokenIndex) -> TokenizedStatement:
    roles = {role: index.numbers(row.get(role)) for role in OFFICIAL_ROLES}
    return TokenizedStatement(roles=roles, form=form_name(row), medium=row.get("medium"))


def _equal(gold: Sequence[str | None], predicted: Sequence[str | None]) -> NDArray[np.bool_]:
    table = [[one == other for other in predicted] for one in gold]
    return np.array(table, dtype=bool).reshape(len(gold), len(predicted))
