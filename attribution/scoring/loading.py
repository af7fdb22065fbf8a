"""The shipped strength model."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from attribution.modelstore import load_model
from attribution.records import Chain, Codes, Document, Statement, Strength
from attribution.resources import data_path
from attribution.scoring.scorer import StrengthScorer

STRENGTH = "strength-de-en"


def load_scorer(folder: str | Path | None = None) -> StrengthScorer:
    """Load a strength model; ``folder`` holds the model folders, by default the shipped ones."""
    models = Path(folder) if folder is not None else data_path("models")
    return StrengthScorer.from_model(load_model(models / STRENGTH))


@lru_cache(maxsize=1)
def _shipped() -> StrengthScorer:
    return load_scorer()


def score(
    document: Document,
    statements: Sequence[Statement],
    chains: Sequence[Chain],
    codes: Sequence[Codes],
) -> tuple[Strength, ...]:
    """Score each statement with the shipped model, in the order of the statements."""
    return _shipped().score(document, statements, chains, codes)
