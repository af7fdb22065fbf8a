"""Classifying: who stands behind each statement, as codes and a flat type."""

from attribution.classifying.classifier import TypeClassifier
from attribution.classifying.loading import classify, load_classifier

__all__ = ["TypeClassifier", "classify", "load_classifier"]
