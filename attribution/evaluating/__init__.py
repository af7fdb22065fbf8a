"""Predictions held against gold: matches, scores, agreement, intervals."""
