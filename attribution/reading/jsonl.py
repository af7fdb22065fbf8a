"""Articles as JSON: one object, a list of objects, or one object a line."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from attribution.errors import AttributionError, InputError
from attribution.reading.articles import article_from_record
from attribution.reading.decoding import decode
from attribution.reading.options import Options
from attribution.records import Article, Notice


def read_json(data: bytes, *, name: str, options: Options) -> Iterator[Article | AttributionError]:
    """Read a ``.json`` file: an object, a list of objects, or JSON Lines after all."""
    try:
        text, notice = decode(data, name=name, encoding=options.encoding)
    except AttributionError as error:
        yield error
        return
    try:
        parsed = json.loads(text)
    except (ValueError, RecursionError) as error:
        if "\n" in text.strip() and text.lstrip().startswith("{"):
            yield from read_json_lines(data.splitlines(keepends=True), name=name, options=options)
        else:
            yield _not_json(name, error)
        return
    records = parsed if isinstance(parsed, list) else [parsed]
    if not records:
        yield InputError(f"{name} is an empty list", remedy="give at least one article")
    notices = () if notice is None else (notice,)
    for number, record in enumerate(records, 1):
        where = f"{name}, item {number}" if isinstance(parsed, list) else name
        yield _article(record, where, options, notices)


def read_json_lines(
    lines: Iterable[bytes], *, name: str, options: Options
) -> Iterator[Article | AttributionError]:
    """Read JSON Lines as they come; a bad line is yielded as its error and the next are read."""
    seen = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        seen = True
        where = f"{name}, line {number}"
        try:
            text, notice = decode(line, name=where, encoding=options.encoding)
            record = json.loads(text)
        except AttributionError as error:
            yield error
        except (ValueError, RecursionError) as error:
            yield _not_json(where, error)
        else:
            yield _article(record, where, options, () if notice is None else (notice,))
    if not seen:
        yield InputError(f"{name} is empty", remedy="give a file with one JSON object a line")


# Any: parsed JSON of unknown shape.
def _article(
    record: Any, where: str, options: Options, notices: tuple[Notice, ...]
) -> Article | AttributionError:
    if not isinstance(record, dict):
        return InputError(
            f"{where} is no JSON object",
            remedy='give objects such as {"id": "1", "text": "The minister said ..."}',
        )
    try:
        return article_from_record(
            record,
            lang=options.lang,
            country=options.country,
            max_chars=options.max_chars,
            where=where,
            notices=notices,
        )
    except AttributionError as error:
        return error


def _not_json(where: str, error: Exception) -> InputError:
    why = "nested too deeply" if isinstance(error, RecursionError) else str(error)[:120]
    return InputError(f"{where} is not JSON: {why}", remedy="write one JSON object a line, in UTF-8")
