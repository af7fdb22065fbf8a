"""The formulas of the article profile (codebook B4); shares run from 0 to 1, None is a share of nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from attribution.labels import ClaimStatus, Kind
from attribution.profiling.content_words import content_words
from attribution.records import Analysis, Span, Spans

TOO_FEW = 4  # rows below which a diversity says nothing
REPEATED = 0.6  # of a sentence's content words in one statement: it is attributed elsewhere
COMMON = 50  # statements from which a word is too common in an article to tell them apart


@dataclass(frozen=True, slots=True)
class Share:
    """How often one value occurs."""

    name: str
    count: int
    share: float


def share(part: int, whole: int) -> float | None:
    """The share, None of nothing.

    >>> share(1, 4), share(0, 0)
    (0.25, None)
    """
    return part / whole if whole else None


def shares(values: Sequence[str], order: Iterable[str] = ()) -> tuple[Share, ...]:
    """Count values: in the given order, also where there are none, else the most frequent first."""
    counts = Counter(values)
    names = list(order) or [name for name, _ in counts.most_common()]
    return tuple(Share(name, counts[name], counts[name] / len(values) if values else 0.0) for name in names)


def weighted_mean(values: Sequence[float], weights: Sequence[float]) -> float | None:
    """The mean of values by weight, None of no values."""
    total = sum(weights)
    return sum(v * w for v, w in zip(values, weights, strict=True)) / total if total else None


def effective_number(amounts: Mapping[str, float]) -> float | None:
    """How many equal parts would be as concentrated as these: 1 / sum of squared shares.

    >>> effective_number({"a": 1.0, "b": 1.0})
    2.0
    """
    total = sum(amounts.values())
    return 1 / sum((amount / total) ** 2 for amount in amounts.values()) if total else None


def kind_diversity(kinds: Sequence[Kind]) -> float | None:
    """Normalised Simpson index over the kinds of sources: 0 one kind, 1 all kinds alike.

    None where there are fewer than four rows.

    >>> kind_diversity([Kind.GOVERNMENT] * 5)
    0.0
    """
    if len(kinds) < TOO_FEW:
        return None
    n = len(kinds)
    simpson = 1 - sum((count / n) ** 2 for count in Counter(kinds).values())
    return simpson / (1 - 1 / len(Kind))


def ladder(n_named: int) -> str:
    """The rung of the source transparency ladder: 0, 1, 2-3 or 4+ fully identified origins."""
    return "4+" if n_named >= 4 else "2-3" if n_named >= 2 else str(n_named)


def contested_claims(analysis: Analysis, contents: Sequence[Spans]) -> tuple[Span, ...]:
    """Contested sentences in the reporter's own voice that no statement attributes elsewhere.

    Parameters
    ----------
    analysis : Analysis
    contents : sequence of Spans
        The contents of the statements in the article's text.
    """
    article = analysis.article
    holders: dict[str, list[int]] = {}
    for number, content in enumerate(contents):
        for word in content_words(article.text, content, article.lang):
            holders.setdefault(word, []).append(number)
    found = []
    for claim in analysis.unattributed:
        if claim.status is not ClaimStatus.CONTESTED:
            continue
        words = content_words(article.text, (claim.span,), article.lang)
        # a cap on common words keeps this linear in articles of a million characters
        hits = Counter(
            n for word in words if len(holders.get(word, ())) <= COMMON for n in holders.get(word, ())
        )
        best = max(hits.values(), default=0)
        if not words or best < REPEATED * len(words):
            found.append(claim.span)
    return tuple(found)
