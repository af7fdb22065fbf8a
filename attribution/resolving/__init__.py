"""Resolving: who stands behind each statement, and through whom it came."""

from attribution.resolving.chains import resolve

__all__ = ["resolve"]
