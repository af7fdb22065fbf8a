"""Tagging: from a document to its statements, by exchangeable models."""

from typing import Protocol

from attribution.errors import ConfigError
from attribution.records import Document, Statement
from attribution.resources import data_path


class Tagger(Protocol):
    """What every tagger offers."""

    name: str

    @property
    def digest(self) -> str:
        """Digest of the model's files."""
        ...

    def tag(self, document: Document) -> tuple[Statement, ...]:
        """Find the statements of a document, in order of their first content character."""
        ...


MODELS = {"accurate": "tagger-accurate"}


def load_tagger(model: str = "accurate", *, threads: int = 1) -> Tagger:
    """Load a shipped tagger by name.

    Raises
    ------
    ConfigError
        No model has that name.
    """
    from attribution.tagging.encoder import EncoderTagger
    from attribution.tagging.fast import FastTagger

    if model not in MODELS:
        raise ConfigError(f"no tagger is called {model!r}", remedy=f"--model {'|'.join(MODELS)}")
    kind = FastTagger if model == "fast" else EncoderTagger
    return kind(data_path("models", MODELS[model]), threads=threads)
