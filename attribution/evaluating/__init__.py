"""Predictions held against gold: matches, scores, agreement, intervals."""

from attribution.evaluating.bootstrap import Figure
from attribution.evaluating.evaluation import evaluate
from attribution.evaluating.report import EvaluationReport, render_table

__all__ = ["EvaluationReport", "Figure", "evaluate", "render_table"]
