"""Statements of headlines, which no corpus marks: "USA: Kim will ...", "Report: ...", "USA fordern ..."."""

import re
from collections.abc import Iterator, Sequence

from attribution import resources
from attribution.labels import Form, Zone
from attribution.records import Document, Sentence, Span, Statement
from attribution.tagging.covered import Covered

ZONES = frozenset({Zone.HEADLINE, Zone.DEK, Zone.SUBHEAD})
COLON = re.compile(r"[^:\n]{2,60}:\s+(?=\S)")
LONGEST_SOURCE = 5  # words before a colon or verb that may name a source
# Verbs of saying in headlines are in the present; these are also plain verbs of acting.
NOT_SAYING = frozenset(
    "geben gibt findet finden zeigt zeigen macht find finds show shows make makes see sees".split()
)


def find_headline_statements(document: Document, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Headline lines whose first words name a source, where the tagger found nothing."""
    taken = Covered(span for s in statements for span in s.content)
    for sentence in document.sentences:
        if sentence.zone not in ZONES or taken.meets(sentence.span):
            continue
        found = colon_statement(document, sentence) or verb_statement(document, sentence)
        if found is not None:
            yield found


def headline_area(document: Document) -> Covered:
    """The stretches of headlines, deks and subheads: there nothing carries over."""
    return Covered(b.span for b in document.article.blocks if b.zone in ZONES)


def colon_statement(document: Document, sentence: Sentence) -> Statement | None:
    """ "Source: content", without a cue."""
    found = COLON.match(document.text, sentence.span.start, sentence.span.end)
    if found is None:
        return None
    source = Span(found.start(), document.text.rindex(":", found.start(), found.end()))
    content = Span(found.end(), sentence.span.end)
    if not is_source(document, source.of(document.text)) or len(content.of(document.text).split()) < 2:
        return None
    return Statement(id="", content=(content,), source=(source,), form=Form.INDIRECT)


def verb_statement(document: Document, sentence: Sentence) -> Statement | None:
    """ "Source demands content": a known source, then a verb of saying."""
    tokens = document.tokens[sentence.first : sentence.last]
    verbs = resources.reporting_verbs(document.lang)
    for k in range(1, min(LONGEST_SOURCE + 1, len(tokens) - 1)):
        form = tokens[k].form
        if not form.islower() or form in NOT_SAYING or form not in verbs:
            continue
        source = Span(tokens[0].start, tokens[k - 1].end)
        content = Span(tokens[k + 1].start, sentence.span.end)
        if not is_source(document, source.of(document.text)):
            return None
        cue = (tokens[k].span,)
        return Statement(id="", content=(content,), source=(source,), cue=cue, form=Form.REPORTED)
    return None


def is_source(document: Document, words: str) -> bool:
    """Tell whether words name somebody who can speak: a listed body, a report, a person of the story."""
    name = words.strip(" \t\"„“”'«»").casefold()
    parts = name.split()
    if not parts or len(parts) > LONGEST_SOURCE:
        return False
    lang = document.lang
    tables = (
        resources.countries(),
        resources.COMMON_COUNTRY_WORDS,
        resources.metonyms(),
        resources.int_bodies(),
        resources.institutions(),
        resources.parties(),
        resources.agencies(),
        resources.outlets(),
    )
    if any(name in table for table in tables):
        return True
    last = parts[-1]
    nouns = (
        resources.body_nouns(lang),
        resources.group_nouns(lang),
        resources.outlet_nouns(lang),
        resources.document_nouns(lang),
    )
    if any(last in table for table in nouns) or last in resources.spokesperson_nouns(lang):
        return True
    # A surname that the story itself gives with a first name
    names = resources.firstnames()
    surname = words.split()[-1].strip("\"„“”'«»")
    before = re.compile(rf"\b(\w+) {re.escape(surname)}\b") if surname[:1].isupper() else None
    return before is not None and any(m.group(1) in names for m in before.finditer(document.text))
