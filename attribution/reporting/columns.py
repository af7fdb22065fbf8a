"""The flat schema: one row a statement, for spreadsheets and data frames."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from attribution.records import Analysis, Attribution, Spans
from attribution.reporting.contract import source_spans

SCHEMA_VERSION = 1  # raise when a column changes its meaning; new columns are added at the end
GAP = " … "  # between the parts of a discontinuous stretch

Row = dict[str, Any]  # Any: text, numbers, truth values and None side by side


class Column(NamedTuple):
    """One column: its name, what it holds, and whether its words come from the article."""

    name: str
    meaning: str
    free_text: bool = False


COLUMNS = (
    Column("article", "id of the article", True),
    Column("lang", "de or en"),
    Column("country", "home country, ISO 3166-1"),
    Column("publisher", "as read", True),
    Column("date", "as read", True),
    Column("statement", "id, unique in the article", True),
    Column("in_title", "true where the offsets point into the title instead of the text"),
    Column("zone", "where in the layout the content begins"),
    Column("start", "first code point of the content"),
    Column("end", "code point after the content's last"),
    Column("content", "the words of the content", True),
    Column("source", "the words of the source mention", True),
    Column("cue", "the words of the cue", True),
    Column("source_name", "who stands behind it, as resolved; empty for hearsay", True),
    Column("carriers", "relayers, nearest to the article first, joined with ' < '", True),
    Column("form", "direct, indirect, reported, free_indirect, indirect_free_indirect"),
    Column("nested", "true for a quotation inside another statement's content"),
    Column("continues", "id of the statement whose source carries over", True),
    Column("type", "the flat type"),
    Column("ident", "code: how the origin is identified"),
    Column("kind", "code: what the origin is"),
    Column("origin", "code: home or abroad"),
    Column("via", "code: the relay, nearest first; - for none"),
    Column("voice", "code: quoted, mixed, paraphrased, thought"),
    Column("level", "sourcing strength, 1 to 5"),
    Column("score", "sourcing strength, 0 to 100"),
)


def rows(analysis: Analysis) -> Iterator[Row]:
    """Yield a row for each statement, those of a separate title first, with the names of ``COLUMNS``."""
    article = analysis.article
    for item in analysis.headline_attributions:
        yield _row(analysis, item, article.title or "", in_title=True)
    for item in analysis.attributions:
        yield _row(analysis, item, article.text, in_title=False)


def words_of(spans: Spans, text: str) -> str:
    """The words that the spans cover, on one line."""
    return GAP.join(" ".join(span.of(text).split()) for span in spans)


def _row(analysis: Analysis, item: Attribution, text: str, *, in_title: bool) -> Row:
    article, statement, codes = analysis.article, item.statement, item.codes
    return {
        "article": article.id,
        "lang": article.lang,
        "country": article.country,
        "publisher": article.publisher,
        "date": article.date,
        "statement": statement.id,
        "in_title": in_title,
        "zone": item.zone.value,
        "start": statement.content[0].start,
        "end": statement.content[-1].end,
        "content": words_of(statement.content, text),
        "source": words_of(source_spans(item), text),
        "cue": words_of(statement.cue, text),
        "source_name": item.chain.origin.name or None,
        "carriers": " < ".join(carrier.name for carrier in item.chain.carriers) or None,
        "form": statement.form.value,
        "nested": statement.nested,
        "continues": statement.continues,
        "type": codes.type.value,
        "ident": codes.ident.value,
        "kind": codes.kind.value,
        "origin": codes.origin.value,
        "via": codes.via_code,
        "voice": codes.voice.value,
        "level": item.strength.level,
        "score": item.strength.score,
    }
