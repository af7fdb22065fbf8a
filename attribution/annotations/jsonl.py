"""Gold articles as JSON Lines: the corpora, the challenge passages and the contract's own output."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from attribution.errors import AnnotationError
from attribution.labels import Form
from attribution.records import Span, Spans, Statement

# Any: parsed JSON, checked field by field below.
JsonObject = dict[str, Any]

CODE_FIELDS = ("ident", "kind", "origin", "via", "voice", "level", "type")

# Contract, "How forms correspond"; the corpora write the form into `type`.
FORMS: Mapping[str, Form] = {
    **{form.value: form for form in Form},
    "mixed": Form.INDIRECT,
    "Direct": Form.DIRECT,
    "Indirect": Form.INDIRECT,
    "Reported": Form.REPORTED,
    "FreeIndirect": Form.FREE_INDIRECT,
    "IndirectFreeIndirect": Form.INDIRECT_FREE_INDIRECT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """One article with the statements somebody marked in it.

    ``record`` is the line as it was read: the scorers count its rows as they stand, and the
    readers build the :class:`~attribution.records.Article` from it. ``codes`` runs parallel
    to ``statements`` where the file gives codes, and is empty where it gives none.
    """

    record: JsonObject
    id: str
    lang: str  # "" where the file does not tell
    text: str
    title: str | None = None
    country: str | None = None  # code or name, as the file has it
    publisher: str | None = None
    statements: tuple[Statement, ...] = ()
    tokens: Spans | None = None  # the corpus's own tokens; None where it brings none
    codes: tuple[JsonObject, ...] = ()

    def bare_statements(self) -> tuple[Statement, ...]:
        """Return ids and spans alone: what a stage may see that is measured on gold spans."""
        return tuple(
            replace(statement, form=Form.INDIRECT, nested=False, continues=None)
            for statement in self.statements
        )


def read_gold(path: str | Path, *, spans_only: bool = False) -> Iterator[GoldArticle]:
    """Read annotated articles, one JSON object a line.

    Rows without content (GePaDe marks such events) are no statements and are left out of
    ``statements``; ``record`` keeps them. A challenge row with ``continues`` true continues
    the row before it in text order.

    Parameters
    ----------
    path : str or Path
        UTF-8 JSON Lines with ``id``, ``text`` and ``attributions``.
    spans_only : bool
        Take nothing but each statement's id and spans, as ``tag --spans gold`` promises;
        form, nesting, continuation and codes are then left at their defaults.

    Yields
    ------
    GoldArticle
        In file order.

    Raises
    ------
    AnnotationError
        The file cannot be read, or a line breaks the format; the message names file and line.
    """
    path = Path(path)
    seen: dict[str, int] = {}
    for number, line in _lines(path):
        where = f"{path.name}, line {number}"
        article = gold_from_record(_parse(line, where), where=where, spans_only=spans_only)
        if article.id in seen:
            raise AnnotationError(
                f"{where}: the article id {article.id!r} already stands on line {seen[article.id]}.",
                remedy="give every article an id of its own",
            )
        seen[article.id] = number
        yield article


def gold_from_record(record: JsonObject, *, where: str, spans_only: bool = False) -> GoldArticle:
    """Build one gold article from a parsed line; ``where`` names the line in errors."""
    identity = record.get("id")
    if isinstance(identity, bool) or not isinstance(identity, str | int):
        raise AnnotationError(f"{where}: the article has no id.", remedy='add "id" to the object')
    text = record.get("text")
    if not isinstance(text, str):
        raise AnnotationError(
            f"{where}: the article {identity!r} has no text, so its offsets point nowhere.",
            remedy='add "text"; output of `attribution tag` has it unless --no-text was given',
        )
    rows = record.get("attributions")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise AnnotationError(
            f"{where}: the article {identity!r} has no list of attributions.",
            remedy='add "attributions", a list of objects; an empty list where nothing is attributed',
        )
    kept = [(str(row.get("id", place)), row) for place, row in enumerate(rows) if row.get("content")]
    _check_ids([statement_id for statement_id, _ in kept], where)
    previous = _previous_ids(kept)
    statements = tuple(
        _statement(statement_id, row, text, where, None if spans_only else previous)
        for statement_id, row in kept
    )
    coded = not spans_only and any("ident" in row for _, row in kept)
    return GoldArticle(
        record=record,
        id=str(identity),
        lang=_string(record, "lang") or "",
        text=text,
        title=_string(record, "title"),
        country=_string(record, "country"),
        publisher=_string(record, "publisher"),
        statements=statements,
        tokens=_spans(record, "tokens", text, where) if record.get("tokens") else None,
        codes=tuple({f: row[f] for f in CODE_FIELDS if f in row} for _, row in kept) if coded else (),
    )


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        # utf-8-sig: files saved on Windows may begin with a byte order mark
        with path.open(encoding="utf-8-sig", newline="\n") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield number, line
    except OSError as error:
        raise AnnotationError(f"{path} cannot be read: {error.strerror}.", remedy="check the path") from error
    except UnicodeDecodeError as error:
        raise AnnotationError(
            f"{path.name} is not UTF-8 (byte {error.start}).", remedy="save the file as UTF-8"
        ) from error


def _parse(line: str, where: str) -> JsonObject:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise AnnotationError(
            f"{where}: not valid JSON ({error}).", remedy="write one JSON object a line, without line breaks"
        ) from error
    if not isinstance(record, dict):
        raise AnnotationError(f"{where}: not a JSON object.", remedy="write one JSON object a line")
    return record


def _string(record: JsonObject, field: str) -> str | None:
    value = record.get(field)
    return value if isinstance(value, str) and value else None


def _check_ids(ids: list[str], where: str) -> None:
    if len(set(ids)) < len(ids):
        twice = next(i for i in ids if ids.count(i) > 1)
        raise AnnotationError(
            f"{where}: two statements have the id {twice!r}.",
            remedy="give every statement of an article an id of its own (ids are compared as strings)",
        )


def _previous_ids(rows: list[tuple[str, JsonObject]]) -> dict[str, str]:
    """Each statement's predecessor in text order; the challenge marks continuation only as true."""

    def start(row: tuple[str, JsonObject]) -> int:
        # flattened, because malformed spans are reported later, with the field they stand in
        return min(
            (n for span in _listed(row[1]["content"]) for n in _listed(span) if type(n) is int), default=0
        )

    ordered = [statement_id for statement_id, _ in sorted(rows, key=start)]
    return dict(zip(ordered[1:], ordered, strict=False))


def _listed(value: Any) -> list[Any]:  # Any: unchecked JSON
    return value if isinstance(value, list) else [value]


def _statement(
    statement_id: str, row: JsonObject, text: str, where: str, previous: Mapping[str, str] | None
) -> Statement:
    where = f"{where}, statement {statement_id!r}"
    statement = Statement(
        id=statement_id,
        content=_spans(row, "content", text, where),
        source=_spans(row, "source", text, where),
        cue=_spans(row, "cue", text, where),
        addressee=_spans(row, "addressee", text, where),
        frame=_spans(row, "frame", text, where),
    )
    if previous is None:
        return statement
    continues = row.get("continues")
    if continues is True:
        continues = previous.get(statement_id)
    elif continues is not None:
        continues = None if continues is False else str(continues)
    return replace(statement, form=_form(row, where), nested=row.get("nested") is True, continues=continues)


def _form(row: JsonObject, where: str) -> Form:
    """The form from ``form``, else from the corpora's ``type``; PolNeAR has neither."""
    if row.get("form") is None:
        return FORMS.get(str(row.get("type")), Form.INDIRECT)
    form = FORMS.get(str(row["form"]))
    if form is None:
        raise AnnotationError(
            f"{where}: unknown form {row['form']!r}.", remedy=f"use one of {', '.join(Form)} or mixed"
        )
    return form


def _spans(row: JsonObject, field: str, text: str, where: str) -> Spans:
    value = row.get(field)
    if not value:
        return ()
    if not isinstance(value, list):
        raise _span_error(value, field, where)
    if type(value[0]) is int:  # a single [start, end) without the outer list
        value = [value]
    spans = []
    for pair in value:
        if not isinstance(pair, list) or len(pair) != 2 or not all(type(n) is int for n in pair):
            raise _span_error(pair, field, where)
        start, end = pair
        if not 0 <= start < end <= len(text):
            raise AnnotationError(
                f"{where}: {field} [{start}, {end}) does not lie in the text of {len(text)} characters.",
                remedy="count offsets in Unicode code points from 0, end exclusive; not in bytes or UTF-16",
            )
        spans.append(Span(start, end))
    return tuple(spans)


def _span_error(value: object, field: str, where: str) -> AnnotationError:
    return AnnotationError(
        f"{where}: {field} holds {str(value)[:60]!r}.", remedy=f"write {field} as [[start, end], ...]"
    )
