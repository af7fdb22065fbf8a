"""Profiling: what the sourcing of an article amounts to, in counts and shares."""

from attribution.profiling.caveat import NOT_A_VERDICT

__all__ = ["NOT_A_VERDICT"]
