"""Replay of a strength from its base and reasons."""

from collections.abc import Sequence

from attribution.records import Reason, Strength
from attribution.scoring.ordinal import expected_score, level_probabilities, most_probable_level


def strength_from(base: float, reasons: Sequence[Reason], thresholds: Sequence[float]) -> Strength:
    """Add up base and weights, then follow the thresholds to level, probabilities and score.

    Scoring and replay are this one function, so a stored result can be checked by anybody
    who has its reasons and the thresholds in the model's manifest.

    >>> only = Reason(code="identified-by-name", weight=2.0, span=None)
    >>> strength_from(-1.0, [only], (-6.0, -4.0, 0.5, 6.0)).level
    4
    """
    predictor = base + sum(reason.weight for reason in reasons)
    one, two, three, four, five = level_probabilities(predictor, thresholds)
    probabilities = (one, two, three, four, five)
    return Strength(
        level=most_probable_level(probabilities),
        score=expected_score(probabilities),
        probabilities=probabilities,
        base=base,
        reasons=tuple(reasons),
    )


def replay(strength: Strength, thresholds: Sequence[float]) -> Strength:
    """Recompute a strength from nothing but its base and reasons."""
    return strength_from(strength.base, strength.reasons, thresholds)
