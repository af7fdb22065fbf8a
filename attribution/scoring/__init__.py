"""Scoring: how checkable the sourcing of each statement is."""

from attribution.scoring.explain import replay
from attribution.scoring.loading import load_scorer, score
from attribution.scoring.scorer import StrengthScorer

__all__ = ["StrengthScorer", "load_scorer", "replay", "score"]
