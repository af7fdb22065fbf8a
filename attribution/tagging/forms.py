"""The form of a statement by rule: for English, which no corpus marks, and for spans that were given."""

from bisect import bisect_left
from collections.abc import Sequence

from attribution.labels import Form
from attribution.records import Quotation, Span, Spans, Statement
from attribution.resources import reporting_verbs
from attribution.segmenting.morphology_de import is_subjunctive_clause
from attribution.segmenting.tokens import tokenize

DIRECT_SHARE = 0.8  # of the content's characters inside marks; below it a quotation is a fragment
# What a summary of a speech act is about, where a clause would carry a claim of its own.
SUMMARY_OPENINGS = frozenset({"for", "about", "of", "on", "against", "over", "with", "as"})


def quoted_share(content: Spans, quotations: Sequence[Quotation]) -> float:
    """Share of the content's characters that stand in quotation marks, 0 to 1."""
    inside = total = 0
    for span in content:
        total += span.end - span.start
        # Quotations come in text order; those of the first level do not overlap.
        for k in range(bisect_left(quotations, span.end, key=lambda q: q.span.start) - 1, -1, -1):
            q = quotations[k]
            if q.level != 1:
                continue
            if q.span.end <= span.start:
                break
            inside += max(0, min(span.end, q.span.end) - max(span.start, q.span.start))
    return min(1.0, inside / total) if total else 0.0


def speaks(statement: Statement, text: str) -> bool:
    """Tell whether an English cue without a source holds a verb of saying or an evidential adverb.

    Passives and nouns ("emerged", "in favor of") name nobody and tell nothing that was said.
    """
    verbs = reporting_verbs("en")
    words = [word.lower() for cue in statement.cue for word in cue.of(text).split()]
    return not words or any(word in verbs or word.endswith("ly") for word in words)


def english_form(statement: Statement, text: str, quotations: Sequence[Quotation]) -> Form:
    """Form of an English statement by the contract's crosswalk."""
    if quoted_share(statement.content, quotations) >= DIRECT_SHARE:
        return Form.DIRECT
    if not statement.cue:
        return Form.FREE_INDIRECT
    opening = Span(*statement.content[0]).of(text).split(maxsplit=1)[0].lower()
    return Form.REPORTED if opening in SUMMARY_OPENINGS else Form.INDIRECT


def german_form(statement: Statement, text: str, quotations: Sequence[Quotation]) -> Form:
    """Form of a German statement whose spans were given (the tagger has a better judgement of its own)."""
    if quoted_share(statement.content, quotations) >= DIRECT_SHARE:
        return Form.DIRECT
    if statement.cue:
        return Form.INDIRECT
    content = [t.form for span in statement.content for t in tokenize(text, span.start, span.end)]
    holds_source = any(c.covers(s) for c in statement.content for s in statement.source)
    if holds_source:  # the corpus takes a summarised speech act whole, source included
        return Form.REPORTED
    return Form.INDIRECT_FREE_INDIRECT if is_subjunctive_clause(content) else Form.FREE_INDIRECT
