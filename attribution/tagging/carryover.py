"""Statements that carry on an earlier source: which one they continue."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from attribution.labels import Form
from attribution.records import Document, Span, Statement
from attribution.segmenting.morphology_de import Mood, konjunktiv, subjunctive_verbs
from attribution.segmenting.tokens import tokenize
from attribution.tagging.forms import english_form, german_form

# Words that point back to a source already named (codebook A0, continuations).
BACKWARD = frozenset({"demnach", "danach", "hiernach", "weiter", "ferner", "zudem", "demzufolge"})
PARTICLES = frozenset("auf an ab aus bei ein fest hin mit nach vor zu zurück darauf dazu davon".split())


def points_back(statement: Statement, text: str) -> bool:
    """Tell whether the statement names no source but an earlier one is understood."""
    if not statement.cue:
        return True
    words = {w.lower() for cue in statement.cue for w in cue.of(text).split()}
    return bool(words & BACKWARD)


def sentence_start(document: Document, position: int, starts: Sequence[int]) -> int:
    """Start of the sentence that holds a position."""
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
        last = before[-1] if before else None
        if last is not None and is_carried_speech(document, me, here):
            me = replace(me, source=last.source, cue=(), form=Form.INDIRECT_FREE_INDIRECT, continues=last.id)
        elif me.source and me.source[0].start < here and not me.cue:
            same = next((s for s in reversed(before) if s.source == me.source), None)
            me = replace(me, continues=same.id if same else None)
        elif not me.source and last is not None and points_back(me, document.text):
            me = replace(me, source=last.source, continues=last.id)
        out.append(me)
    return tuple(out)


def is_carried_speech(document: Document, statement: Statement, sentence: int) -> bool:
    """Tell whether a demand or claim is itself told in the Konjunktiv: "Die Regierung fordere X auf, ..."

    Then the earlier source tells it; the sentence's subject is only what it is about.
    """
    if document.lang != "de" or statement.form is Form.DIRECT:
        return False
    start = statement.content[0].start
    tokens = tokenize(document.text, sentence, start)
    if not tokens:
        return False
    cues = {t.form for span in statement.cue for t in tokenize(document.text, span.start, span.end)}
    verbs = subjunctive_verbs([t.form for t in tokens])
    told = [v for v in verbs if v.mood is Mood.KONJUNKTIV_1 and not v.ambiguous]
    other = {c for c in cues if c.casefold() not in PARTICLES and konjunktiv(c) is None}
    return bool(told) and not other


def complete(document: Document, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Say of given spans what the tagger would: form, nesting, and what is continued; ids and spans stay."""
    rule = german_form if document.lang == "de" else english_form
    order = sorted(
        range(len(statements)), key=lambda i: (statements[i].content[0].start, -reach(statements[i]))
    )
    done: dict[int, Statement] = {}
    for i in order:
        bare = statements[i]
        me = replace(bare, form=rule(bare, document.text, document.quotations))
        if any(holds(s, me.content[0]) and reach(s) > reach(me) for s in done.values()):
            done[i] = replace(me, nested=True)
            continue
        before = [s for s in done.values() if not s.nested]
        same = next((s for s in reversed(before) if me.source and s.source == me.source), None)
        if same is not None and not me.cue:
            me = replace(me, continues=same.id)
        elif not me.source and before and points_back(me, document.text):
            me = replace(me, continues=before[-1].id)
        done[i] = me
    return tuple(done[i] for i in range(len(statements)))


def reach(statement: Statement) -> int:
    """Characters from the first to the last of a content."""
    return statement.content[-1].end - statement.content[0].start


def holds(statement: Statement, inner: Span) -> bool:
    """Tell whether a statement's content covers the stretch, gaps between its parts included."""
    return statement.content[0].start <= inner.start and inner.end <= statement.content[-1].end
