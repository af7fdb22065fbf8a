"""Statements that carry on an earlier source: which one they continue."""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from attribution.labels import Form, Zone
from attribution.records import Document, Span, Spans, Statement
from attribution.segmenting.morphology_de import Mood, is_subjunctive_clause, konjunktiv, subjunctive_verbs
from attribution.segmenting.tokens import tokenize
from attribution.tagging.covered import Covered
from attribution.tagging.forms import english_form, german_form
from attribution.tagging.headlines import headline_area

# Words that point back to a source already named (codebook A0, continuations).
BACKWARD = frozenset({"demnach", "danach", "hiernach", "weiter", "ferner", "zudem", "demzufolge"})
HOLDERS = 40  # statements back within which a quotation's holder is looked for
MAIN_VERB = 9  # tokens into the sentence where a main clause's verb stands at the latest
# An indicative main clause behind a dash, in a content that is told in another mood.
ASIDE = re.compile(
    r"\s[-–—]\s(?=(?:der|die|das|dies|es|sie|er)\s(?:\w+\s){0,3}(?:ist|sind|war|waren|hat|hatte|wird"
    r"|wurde|liegt|gilt)\b)"
)
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
    heads = headline_area(document)
    past = Past(heads)
    out: list[Statement] = []
    for number, statement in enumerate(statements):
        me = replace(statement, id=str(number))
        if me.nested:
            holder = past.holder(me)
            if holder and not me.source:
                me = replace(me, source=holder.source)
            out.append(me)
            continue
        # What a subhead says is taken up below it, never carried on from it.
        here = sentence_start(document, me.content[0].start, starts)
        last = past.last
        in_body = not heads.holds(me.content[0].start)
        linked_up = bool(me.source) and in_body and heads.holds(me.source[0].start)
        if linked_up and last is not None and points_back(me, document.text):
            me = replace(me, source=())
        if last is not None and is_carried_speech(document, me, here):
            me = replace(me, source=last.source, cue=(), form=Form.INDIRECT_FREE_INDIRECT, continues=last.id)
        elif me.source and me.source[0].start < here and not me.cue:
            same = past.by_source.get(me.source)
            me = replace(me, continues=same.id if same else None)
        elif not me.source and last is not None and points_back(me, document.text):
            me = replace(me, source=last.source, continues=last.id)
        out.append(me)
        past.add(me)
    return tuple(out)


class Past:
    """The statements before, as far as a later one may carry them on; nested ones carry nothing."""

    def __init__(self, heads: Covered) -> None:
        self._heads = heads
        self._recent: deque[Statement] = deque(maxlen=HOLDERS)
        self.last: Statement | None = None  # outside headlines and subheads
        self.by_source: dict[Spans, Statement] = {}

    def add(self, statement: Statement) -> None:
        """Take the next statement in text order."""
        self._recent.append(statement)
        if not self._heads.holds(statement.content[0].start):
            self.last = statement
            self.by_source[statement.source] = statement

    def holder(self, inner: Statement) -> Statement | None:
        """The nearest statement whose content holds another's beginning and reaches further."""
        return next((s for s in reversed(self._recent) if holds(s, inner.content[0])), None)


def without_aside(statement: Statement, text: str) -> Statement:
    """Cut the reporter's own aside off a content: "... stattfinden - das Forum ist für Mai anberaumt"."""
    if statement.form is Form.DIRECT:
        return statement
    last = statement.content[-1]
    aside = ASIDE.search(text, last.start, last.end)
    if aside is None or aside.start() <= last.start + 10:
        return statement
    return replace(statement, content=(*statement.content[:-1], Span(last.start, aside.start())))


def find_carried_sentences(document: Document, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Sentences whose main verb is in the Konjunktiv I right after a statement, where the tagger saw none."""
    taken = Covered(span for s in statements for span in s.content)
    told = False
    for sentence in document.sentences:
        covered = taken.meets(sentence.span)
        if not covered and told and sentence.zone in (Zone.BODY, Zone.LEDE):
            tokens = [t.form for t in document.tokens[sentence.first : sentence.last]]
            verb = is_subjunctive_clause(tokens)
            if verb is not None and verb.mood is Mood.KONJUNKTIV_1 and verb.at <= MAIN_VERB:
                yield Statement(id="", content=(sentence.span,), form=Form.INDIRECT_FREE_INDIRECT)
                covered = True
        told = covered


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
    forms = [t.form for t in tokens]
    verbs = subjunctive_verbs(forms)
    told = [v for v in verbs if v.mood is Mood.KONJUNKTIV_1 and not (v.ambiguous and "ich" in forms)]
    other = {c for c in cues if c.casefold() not in PARTICLES and konjunktiv(c) is None}
    return bool(told) and not other


def complete(document: Document, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Say of given spans what the tagger would: form, nesting, and what is continued; ids and spans stay."""
    rule = german_form if document.lang == "de" else english_form
    order = sorted(
        range(len(statements)), key=lambda i: (statements[i].content[0].start, -reach(statements[i]))
    )
    done: dict[int, Statement] = {}
    past = Past(headline_area(document))
    for i in order:
        bare = statements[i]
        me = replace(bare, form=rule(bare, document.text, document.quotations))
        holder = past.holder(me)
        if holder is not None and reach(holder) > reach(me):
            done[i] = replace(me, nested=True)
            continue
        same = past.by_source.get(me.source) if me.source else None
        if same is not None and not me.cue:
            me = replace(me, continues=same.id)
        elif not me.source and past.last is not None and points_back(me, document.text):
            me = replace(me, continues=past.last.id)
        done[i] = me
        past.add(me)
    return tuple(done[i] for i in range(len(statements)))


def reach(statement: Statement) -> int:
    """Characters from the first to the last of a content."""
    return statement.content[-1].end - statement.content[0].start


def holds(statement: Statement, inner: Span) -> bool:
    """Tell whether a statement's content covers the stretch, gaps between its parts included."""
    return statement.content[0].start <= inner.start and inner.end <= statement.content[-1].end
