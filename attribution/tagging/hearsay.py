"""Hearsay: clauses that an evidential marker presents and nobody is named for (codebook T14)."""

import re
from collections.abc import Iterator, Sequence

from attribution.labels import SILENT_ZONES, Form
from attribution.records import Document, Sentence, Span, Statement
from attribution.segmenting.morphology_de import reportative_modals
from attribution.tagging.covered import Covered

# Adverbs alone: as adjectives ("angebliche Beweise", "the alleged thief") they mark a word, not a claim.
MARKER = {
    "de": re.compile(
        r"\b(?:angeblich|offenbar|anscheinend|augenscheinlich|gerüchteweise|dem Vernehmen nach"
        r"|Gerüchten zufolge"
        r"|dem Anschein nach)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:reportedly|allegedly|apparently|supposedly|purportedly"
        r"|(?:is|are|was|were) (?:said|believed|thought|rumou?red|understood|alleged) to)\b",
        re.IGNORECASE,
    ),
}
# Where a claim's clause begins: after a stop inside the sentence, or after what introduces the clause.
OPENING = {
    "de": re.compile(r"[;:–—]\s|, (?:weil|da|nachdem|obwohl|während|denn|aber|und|wonach|wobei|sodass) "),
    "en": re.compile(
        r"[;:–—]\s|,? (?:after|because|though|although|while|since|as|but|and|in which|where|when) (?=\w+ )"
    ),
}
CLOSING = re.compile(r"[;–—]\s|\s[-–—]\s")
LONGEST = 400  # characters of a clause; what is longer is no single claim


def find_hearsay(document: Document, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Clauses with an evidential marker that no statement covers, as statements without a source."""
    taken = Covered(span for s in statements for span in (*s.content, *s.cue, *s.source))
    quoted = Covered(q.span for q in document.quotations)
    for sentence in document.sentences:
        if sentence.zone in SILENT_ZONES or sentence.span.end - sentence.span.start > 2 * LONGEST:
            continue
        if taken.meets(sentence.span):
            continue
        marker = marker_of(document, sentence)
        if marker is not None and not quoted.meets(marker):
            claim = clause(document, sentence, marker)
            if claim:
                yield Statement(id="", content=claim, cue=(marker,), form=Form.INDIRECT)


def marker_of(document: Document, sentence: Sentence) -> Span | None:
    """The marker of a sentence: an adverb or phrase, else a German "soll" that reports the past."""
    found = MARKER[document.lang].search(document.text, sentence.span.start, sentence.span.end)
    if found:
        return Span(*found.span())
    if document.lang != "de":
        return None
    tokens = document.tokens[sentence.first : sentence.last]
    for modal in reportative_modals([t.form for t in tokens]):
        if modal.perfect and tokens[modal.at].form.casefold() in ("soll", "sollen"):
            return tokens[modal.at].span
    return None


def clause(document: Document, sentence: Sentence, marker: Span) -> tuple[Span, ...]:
    """The claim around the marker, in the parts that the marker leaves."""
    start, end = sentence.span
    for m in OPENING[document.lang].finditer(document.text, start, marker.start):
        start = m.end()
    closing = CLOSING.search(document.text, marker.end, end)
    if closing:
        end = closing.start()
    if end - start > LONGEST:
        return ()
    parts = (trimmed(document.text, start, marker.start), trimmed(document.text, marker.end, end))
    return tuple(p for p in parts if p is not None)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without white space and marks at its ends, or None where no word is left."""
    while start < end and not (text[start].isalnum() or text[start] in "„“\"'«»‚‘("):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in "“”\"'«»’%)"):
        end -= 1
    return Span(start, end) if any(c.isalnum() for c in text[start:end]) else None
