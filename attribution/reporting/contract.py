"""The JSON object of an article, field by field as the output contract has it."""

from collections.abc import Iterable
from typing import Any

from attribution.records import Analysis, Attribution, Carrier, Credit, Notice, Reason, Span, Spans

JsonObject = dict[str, Any]  # Any: nested JSON


def to_record(analysis: Analysis, *, with_text: bool = True) -> JsonObject:
    """Turn an analysis into the JSON object that ``attribution tag --format jsonl`` writes.

    Parameters
    ----------
    analysis : Analysis
    with_text : bool
        False leaves out ``text``; the offsets then point into the file that was read.

    Returns
    -------
    dict
        JSON values only. Offsets count Unicode code points, end exclusive, into ``text``;
        those of ``headline_attributions`` into ``title``. Numbers are not rounded: base and
        weights add up to the predictor that level, probabilities and score come from.
    """
    article = analysis.article
    record: JsonObject = {"id": article.id, "lang": article.lang}
    if with_text:
        record["text"] = article.text
    record |= {
        "title": article.title,
        "byline": article.byline,
        "date": article.date,
        "publisher": article.publisher,
        "country": article.country,
        "country_from": article.country_from,
        "credits": [_credit(credit) for credit in article.credits],
        "attributions": [statement_record(item) for item in analysis.attributions],
    }
    if article.title:
        record["headline_attributions"] = [statement_record(item) for item in analysis.headline_attributions]
    record |= {
        "unattributed": [{"span": list(u.span), "status": u.status.value} for u in analysis.unattributed],
        "notices": [_notice(notice) for notice in analysis.notices],
        "model": [{"name": model.name, "digest": model.digest} for model in analysis.models],
    }
    return record


def statement_record(attribution: Attribution) -> JsonObject:
    """Turn one attribution into the contract's statement."""
    statement, chain = attribution.statement, attribution.chain
    codes, strength = attribution.codes, attribution.strength
    return {
        "id": statement.id,
        "content": _spans(statement.content),
        "source": _spans(source_spans(attribution)),
        "cue": _spans(statement.cue),
        "addressee": _spans(statement.addressee),
        "frame": _spans(statement.frame),
        "carrier": _spans(sorted({c.span for c in chain.carriers if c.span is not None})),
        "form": statement.form.value,
        "nested": statement.nested,
        "continues": statement.continues,
        "ident": codes.ident.value,
        "kind": codes.kind.value,
        "origin": codes.origin.value,
        "via": codes.via_code,
        "voice": codes.voice.value,
        "level": strength.level,
        "type": codes.type.value,
        "source_name": chain.origin.name or None,
        "carriers": [_carrier(carrier) for carrier in chain.carriers],
        "score": strength.score,
        "probabilities": list(strength.probabilities),
        "base": strength.base,
        "reasons": [_reason(reason) for reason in strength.reasons],
        "zone": attribution.zone.value,
    }


def source_spans(attribution: Attribution) -> Spans:
    """The source as printed; for a continuation the mention that it continues."""
    chain = attribution.chain
    if attribution.statement.source or not chain.inherited or chain.mention is None:
        return attribution.statement.source
    return (chain.mention,)


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [list(span) for span in spans]


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)


def _credit(credit: Credit) -> JsonObject:
    return {"kind": credit.kind.value, "names": list(credit.names), "span": list(credit.span)}


def _carrier(carrier: Carrier) -> JsonObject:
    return {"name": carrier.name, "type": carrier.type.value}


def _reason(reason: Reason) -> JsonObject:
    return {"code": reason.code, "span": _span(reason.span), "weight": reason.weight}


def _notice(notice: Notice) -> JsonObject:
    return {"code": notice.code, "message": notice.message, "span": _span(notice.span)}
