"""Profiling: what the sourcing of an article amounts to, in counts and shares."""

from attribution.profiling.article import profile
from attribution.profiling.caveat import NOT_A_VERDICT
from attribution.profiling.profiles import Profile, ProfileRow, TwoSources, WireDependence

__all__ = ["NOT_A_VERDICT", "Profile", "ProfileRow", "TwoSources", "WireDependence", "profile"]
