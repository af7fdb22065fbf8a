"""What a user may settle about the reading of a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Choices that go before what a file says or what can be told from it."""

    lang: str | None = None
    country: str | None = None
    encoding: str | None = None
    max_chars: int = 1_000_000
