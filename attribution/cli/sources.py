"""The articles that a command was given, one after the other, with the statements they bring."""

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attribution.cli.options import Settings
from attribution.errors import AnnotationError, AttributionError, ConfigError, ModelError, ResourceError

if TYPE_CHECKING:
    from attribution.annotations.jsonl import GoldArticle
    from attribution.records import Article, Statement

SEED_SUFFIX = ".toml"
GOLD_SUFFIXES = (".json", ".jsonl", SEED_SUFFIX)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One article to analyse; ``statements`` None means that they are to be found."""

    where: str
    article: "Article"
    statements: "tuple[Statement, ...] | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Something that could not be done, in words that end with what to do."""

    problem: str
    trace: str | None = None  # of an internal error
    fatal: bool = False  # it would meet every other article as well

    @classmethod
    def of(cls, error: AttributionError, where: str = "") -> "Failure":
        """An error raised on purpose; a wrong option or a missing model meets every article."""
        return cls(
            problem=f"{where}: {error}" if where else str(error),
            fatal=isinstance(error, ConfigError | ModelError | ResourceError),
        )

    @classmethod
    def internal(cls, where: str, error: Exception) -> "Failure":
        """An error of ours, inside one file, that must not stop the others."""
        import traceback

        return cls(
            problem=f"internal error in {where}: {type(error).__name__}: {str(error)[:300]}\n"
            "  Try: --debug, and please report what it shows",
            trace="".join(traceback.format_exception(error)),
        )


def read_tasks(settings: Settings) -> Iterator[Task | Failure]:
    """Read every file; what cannot be read is a failure in its place and the rest goes on."""
    gold = settings.spans == "gold"
    for source in settings.files:
        read = _gold_tasks if gold else _article_tasks
        try:
            yield from read(source, settings)
        except AttributionError as error:
            yield Failure.of(error)
        except Exception as error:
            yield Failure.internal(source, error)


def _article_tasks(source: str, settings: Settings) -> Iterator[Task | Failure]:
    from attribution.annotations.seeds import read_seed
    from attribution.reading import read_articles

    for path in (seeds := _seed_files(source)):
        try:
            yield _gold_task(read_seed(path).gold, path, settings, keep=False)
        except AttributionError as error:
            yield Failure.of(error)
    if seeds:
        return
    for article in read_articles(
        source,
        lang=settings.lang,
        country=settings.country,
        encoding=settings.encoding,
        max_chars=settings.max_chars,
    ):
        if isinstance(article, AttributionError):
            yield Failure.of(article)
        else:
            yield Task(where=f"{source} ({article.id})", article=article)


def _seed_files(source: str) -> list[str]:
    """A seed, or the seeds of a folder that holds nothing else to read (other TOML files are settings)."""
    from attribution.reading.files import SUFFIXES

    path = Path(source)
    if path.suffix.lower() == SEED_SUFFIX and not path.is_dir():
        return [source]
    if source == "-" or not path.is_dir():
        return []
    found = [p for p in path.rglob("*") if p.is_file()]
    if any(p.suffix.lower() in SUFFIXES for p in found):
        return []
    return sorted(str(p) for p in found if p.suffix.lower() == SEED_SUFFIX)


def _gold_tasks(source: str, settings: Settings) -> Iterator[Task | Failure]:
    from attribution.annotations.seeds import read_seed

    for path in _gold_files(source):
        try:
            if Path(path).suffix.lower() == SEED_SUFFIX:
                yield _gold_task(read_seed(path).gold, path, settings, keep=True)
            else:
                yield from _gold_records(path, settings)
        except AttributionError as error:
            yield Failure.of(error)


def _gold_files(source: str) -> list[str]:
    path = Path(source)
    if source == "-" or not path.is_dir():
        return [source]
    found = sorted(str(p) for p in path.rglob("*") if p.suffix.lower() in GOLD_SUFFIXES and p.is_file())
    if not found:
        raise AnnotationError(
            f"{source} holds no file with statements.",
            remedy=f"name a folder with files that end in {', '.join(GOLD_SUFFIXES)}",
        )
    return found


def _gold_records(source: str, settings: Settings) -> Iterator[Task | Failure]:
    from attribution.annotations.jsonl import gold_from_record

    seen = False
    for where, record in read_records(source, settings.encoding):
        seen = True
        try:
            if isinstance(record, AttributionError):
                raise record
            if not isinstance(record, dict):
                raise AnnotationError(f"{where} is no JSON object.", remedy="write one JSON object a line")
            gold = gold_from_record(record, where=where, spans_only=True)
            yield _gold_task(gold, where, settings, keep=True)
        except AttributionError as error:
            yield Failure.of(error)
    if not seen:
        raise AnnotationError(f"{source} is empty.", remedy="give a file with one JSON object a line")


def _gold_task(gold: "GoldArticle", where: str, settings: Settings, *, keep: bool) -> Task:
    """The article of an annotated record, with its statements where they are to be kept."""
    from attribution.reading import article_from_record

    record = {name: value for name, value in gold.record.items() if name != "attributions"}
    article = article_from_record(
        record, lang=settings.lang, country=settings.country, max_chars=settings.max_chars, where=where
    )
    statements = gold.bare_statements() if keep else None
    return Task(where=f"{where} ({article.id})", article=article, statements=statements)


def read_records(source: str, encoding: str | None = None) -> Iterator[tuple[str, Any]]:  # Any: parsed JSON
    """Parsed records with the place that each stands at; a line that is no JSON gives its error."""
    from attribution.reading.decoding import decode

    name = "standard input" if source == "-" else source
    text, _ = decode(_bytes(source), name=name, encoding=encoding)
    suffix = Path(source).suffix.lower()
    if suffix not in (".jsonl", ".json") and not text.lstrip().startswith(("{", "[")):
        raise AnnotationError(
            f"{name} is no JSON, so it brings no statements.",
            remedy='give JSON Lines with "id", "text" and "attributions", or leave --spans gold out',
        )
    if suffix != ".jsonl":
        with suppress(ValueError, RecursionError):
            parsed = json.loads(text)
            items = parsed if isinstance(parsed, list) else [parsed]
            yield from ((f"{name}, item {n}" if len(items) > 1 else name, x) for n, x in enumerate(items, 1))
            return
    for number, line in enumerate(text.split("\n"), 1):  # not splitlines: U+2028 may stand inside a string
        if not line.strip():
            continue
        where = f"{name}, line {number}"
        try:
            yield where, json.loads(line)
        except (ValueError, RecursionError) as error:
            yield (
                where,
                AnnotationError(
                    f"{where} is not JSON: {str(error)[:120]}.", remedy="write one JSON object a line"
                ),
            )


def _bytes(source: str) -> bytes:
    if source == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(source).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise AnnotationError(f"{source} cannot be read: {reason}.", remedy="check the name") from error
