"""The shipped type classifier."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from attribution.classifying.classifier import TypeClassifier
from attribution.modelstore import load_model
from attribution.records import Chain, Codes, Document, Statement
from attribution.resources import data_path

TYPES = "types-de-en"
WORDS = "words-de-en"


def load_classifier(folder: str | Path | None = None) -> TypeClassifier:
    """Load a type classifier; ``folder`` holds the model folders, by default the shipped ones."""
    models = Path(folder) if folder is not None else data_path("models")
    return TypeClassifier.from_models(load_model(models / TYPES), load_model(models / WORDS))


@lru_cache(maxsize=1)
def _shipped() -> TypeClassifier:
    return load_classifier()


def classify(
    document: Document, statements: Sequence[Statement], chains: Sequence[Chain]
) -> tuple[Codes, ...]:
    """Code each statement with the shipped model, in the order of the statements."""
    return _shipped().classify(document, statements, chains)
