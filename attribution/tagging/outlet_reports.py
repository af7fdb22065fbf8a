"""Outlets that are said to report about something, which no corpus marks: "
""Auch X berichtete über das Treffen."."""

import re
from collections.abc import Iterator, Sequence

from attribution import resources
from attribution.labels import SILENT_ZONES, Form
from attribution.records import Document, Sentence, Span, Statement
from attribution.tagging.covered import Covered

REPORTED = {
    "de": re.compile(
        r"\b(?:berichten?|berichtete[nt]?|meldete[n]?) (?:zuvor |zuerst |auch "
        r"|bereits )?(?:über|von) "
    ),
    "en": re.compile(r"\b(?:reports?|reported|wrote) (?:also )?(?:on|about) "),
}
MARKS = "\"„“”«»‚‘’'›‹"
LONGEST_NAME = 5  # words of an outlet's name before the verb


def find_outlet_reports(document: Document, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Sentences in which a listed outlet or agency reports about a matter, where nothing else was found."""
    taken = Covered(span for s in statements for span in (*s.content, *s.source))
    for sentence in document.sentences:
        if sentence.zone in SILENT_ZONES or taken.meets(sentence.span):
            continue
        verb = REPORTED[document.lang].search(document.text, sentence.span.start, sentence.span.end)
        source = outlet_before(document, sentence, verb.start()) if verb else None
        if verb is None or source is None:
            continue
        end = sentence.span.end
        while end > verb.end() and document.text[end - 1] in ".!?":
            end -= 1
        if end - verb.end() > 2:
            cue = Span(verb.start(), verb.start() + len(verb.group().split()[0]))
            yield Statement(
                id="", content=(Span(verb.end(), end),), source=(source,), cue=(cue,), form=Form.REPORTED
            )


def outlet_before(document: Document, sentence: Sentence, verb: int) -> Span | None:
    """The listed outlet or agency that ends right before the verb, with the marks around its name."""
    tokens = [t for t in document.tokens[sentence.first : sentence.last] if t.end <= verb]
    while tokens and tokens[-1].form in MARKS:
        tokens.pop()
    for n in range(min(LONGEST_NAME, len(tokens)), 0, -1):
        start, end = tokens[-n].start, tokens[-1].end
        name = document.text[start:end].casefold()
        row = resources.outlets().get(name) or resources.agencies().get(name)
        before = document.text[start - 1 : start] if start else ""
        if row is not None and tokens[-n].form[:1].isupper():
            if name in row.ambiguous and before not in MARKS:
                continue
            marked = before in MARKS and before != ""
            return Span(start - 1, end + 1) if marked else Span(start, end)
    return None
