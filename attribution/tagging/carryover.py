"""Statements that carry on an earlier source: which one they continue."""

from collections.abc import Sequence
from dataclasses import replace

from attribution.labels import Form
from attribution.records import Document, Span, Statement

# Words that point back to a source already named (codebook A0, continuations).
BACKWARD = frozenset({"demnach", "danach", "hiernach", "weiter", "ferner", "zudem", "demzufolge"})
CUELESS = frozenset({Form.FREE_INDIRECT, Form.INDIRECT_FREE_INDIRECT})


def points_back(statement: Statement, text: str) -> bool:
    """Tell whether the statement names no source but an earlier one is understood."""
    if not statement.cue:
        return True
    words = {w.lower() for cue in statement.cue for w in cue.of(text).split()}
    return bool(words & BACKWARD)


def sentence_start(document: Document, position: int, starts: Sequence[int]) -> int:
    """Start of the sentence that holds a position."""
    from bisect import bisect_right

    at = bisect_right(starts, position) - 1
    return starts[at] if at >= 0 else 0


def carry_over(document: Document, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Number the statements and say which earlier one each continues.

    A statement continues an earlier one where its source mention stands before its own sentence and
    was used before, or where it has no source and no cue of its own; a nested quotation shares the
    source of what holds it. The carried mention becomes the statement's source (contract, ``source``).
    """
    starts = [s.span.start for s in document.sentences]
    out: list[Statement] = []
    for number, statement in enumerate(statements):
        me = replace(statement, id=str(number))
        if me.nested:
            holder = next((s for s in reversed(out) if not s.nested and holds(s, me.content[0])), None)
            if holder and not me.source:
                me = replace(me, source=holder.source)
            out.append(me)
            continue
        before = [s for s in out if not s.nested]
        here = sentence_start(document, me.content[0].start, starts)
        if me.source and me.source[0].start < here and not me.cue:
            same = next((s for s in reversed(before) if s.source == me.source), None)
            me = replace(me, continues=same.id if same else None)
        elif not me.source and before and points_back(me, document.text):
            last = before[-1]
            me = replace(me, source=last.source, continues=last.id)
        out.append(me)
    return tuple(out)


def holds(statement: Statement, inner: Span) -> bool:
    """Tell whether a statement's content covers the stretch, gaps between its parts included."""
    return statement.content[0].start <= inner.start and inner.end <= statement.content[-1].end
