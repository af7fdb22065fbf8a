"""Who says so? Attributed statements of German and English news: found, resolved, typed, scored."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from attribution.errors import AttributionError
    from attribution.pipeline import Analyzer, analyze, analyze_many
    from attribution.profiling import Profile, profile
    from attribution.reading import article_from_record, article_from_text, read_article, read_articles
    from attribution.records import Analysis, Article, Attribution, Span, Statement, Strength
    from attribution.reporting.contract import to_record
    from attribution.reporting.frames import to_frame

__version__ = "0.1.0"

# Public names in the order in which they are used, each with its module. They are imported when
# first asked for (PEP 562): `import attribution` alone must cost next to nothing.
_HOMES = {
    "read_article": "attribution.reading",
    "read_articles": "attribution.reading",
    "article_from_text": "attribution.reading",
    "article_from_record": "attribution.reading",
    "Analyzer": "attribution.pipeline",
    "analyze": "attribution.pipeline",
    "analyze_many": "attribution.pipeline",
    "profile": "attribution.profiling",
    "to_record": "attribution.reporting.contract",
    "to_frame": "attribution.reporting.frames",
    "Article": "attribution.records",
    "Span": "attribution.records",
    "Statement": "attribution.records",
    "Strength": "attribution.records",
    "Attribution": "attribution.records",
    "Analysis": "attribution.records",
    "Profile": "attribution.profiling",
    "AttributionError": "attribution.errors",
}

__all__ = [  # noqa: RUF022 - in the order of use, as above
    "read_article",
    "read_articles",
    "article_from_text",
    "article_from_record",
    "Analyzer",
    "analyze",
    "analyze_many",
    "profile",
    "to_record",
    "to_frame",
    "Article",
    "Span",
    "Statement",
    "Strength",
    "Attribution",
    "Analysis",
    "Profile",
    "AttributionError",
    "__version__",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first used."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
