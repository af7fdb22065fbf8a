"""Who relayed a claim: outlets, agencies and documents named beside the cue."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from attribution.labels import AttributionType, Via
from attribution.records import Carrier, Document, Span, Statement
from attribution.resolving.lexicon import Hit

# What introduces the deeper source that a relaying outlet names.
CITING = {
    "de": re.compile(r"\b(?:unter|mit) (?:Berufung|Verweis|Bezug) auf|\bberief sich (?:dabei )?auf"
    r"|\bberufen sich auf"
                     r"|\bzitiert(?:e|en)?\b|\bin Berufung auf|\bbeziehe?n? sich (?:dabei )?auf"),
    "en": re.compile(r"\bciting|\bcited|\bquoting|\bquoted|\battributed to|\battributing"),
}  # fmt: skip
# Media words that mark a relay without a listed name.
UNNAMED_RELAY = {
    "de": re.compile(r"\b(?:Medienberichten?|Zeitungsberichten?|Presseberichten?|Agenturberichten?"
    r"|Berichten) zufolge"
                     r"|\b(?:laut|nach) (?:Medien|Presse|Zeitungs)\w*|\bwie (?:Medien|Lokalmedien"
                     r"|Zeitungen) berichte\w*"
                     r"|\bin einem Interview\b|\bim Interview\b|\bim Gespräch mit (?:der|dem) \w+"),
    "en": re.compile(r"\btold reporters at|\bmedia reports|\bnews reports|\baccording to reports"
                     r"|\bin an interview (?:with|on|that)|\btold the (?:newspaper|paper|network"
                     r"|magazine|station)"),
}  # fmt: skip
DOCUMENT_RELAY = {
    "de": re.compile(
        r"\b(?:auf|über|via|per|bei) (?:Twitter|Facebook|Instagram|Telegram|X|Truth Social"
        r"|Kurznachrichtendienst\w*)\b"
        r"|\btwitter\w+\b|\bTweet\w*|\bin ein\w+ (?:Brief|Schreiben|Mitteilung|Erklärung|Stellungnahme"
        r"|Beitrag|Video\w*"
        r"|Blog\w*|Pressemitteilung|E-Mail|Gastbeitrag|Aufsatz|Interview-Buch|Bericht|Buch)\b"
        r"|\bin sein\w+ (?:Buch|Autobiografie|Memoiren|Blog)\b|\bin ihr\w* (?:Buch|Blog)\b|\bschriftlich\b"
    ),
    "en": re.compile(
        r"\b(?:on|via|to) (?:Twitter|Facebook|Instagram|Telegram|Truth Social|social media)\b|\btweet\w*"
        r"|\bin (?:a|an|the|his|her|their|its) (?:\w+ ){0,2}(?:statement|letter|email|e-mail|memo|post"
        r"|tweet|book|blog"
        r"|op-ed|news release|press release|release|filing|report|video|article|essay|column|testimony"
        r"|affidavit)\b"
        r"|\bwrote in\b"
    ),
}  # fmt: skip
TOLD = {
    "de": re.compile(r"\b(?:der|dem|den|gegenüber|im|in der|in einem)\b"),
    "en": re.compile(r"\b(?:told|tells|on|to|with|in)\b"),
}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words around a statement's content: where relays are named."""

    span: Span  # sentences of content, source and cue
    text: str  # of the same length, contents blanked out


def surroundings(document: Document, statement: Statement, others: Sequence[Statement]) -> Surroundings:
    """Sentences of source, cue and content with every content blanked out."""
    own = [*statement.cue, *statement.source] if statement.cue else list(statement.content)
    low, high = min(s.start for s in own), max(s.end for s in own)
    for piece in statement.content:
        if piece.start - high < 400 and low - piece.end < 400:
            low, high = min(low, piece.start), max(high, piece.end)
    sentences = document.sentences
    begin = bisect_right(sentences, low, key=lambda s: s.span.start) - 1
    finish = bisect_left(sentences, high, key=lambda s: s.span.end)
    first = sentences[begin].span.start if begin >= 0 else low
    last = sentences[finish].span.end if finish < len(sentences) else high
    chars = list(document.text[first:last])
    for other in (statement, *others):
        for span in other.content:
            for k in range(max(span.start, first), min(span.end, last)):
                chars[k - first] = " "
    return Surroundings(Span(first, last), "".join(chars))


def media_type(hit: Hit, home: str) -> AttributionType:
    """Type of an outlet or agency as a carrier, seen from the article's home country."""
    if hit.state_control:
        return AttributionType.STATE_MEDIA
    if hit.listing == "agency":
        return AttributionType.AGENCY_WIRE
    foreign = bool(hit.country) and hit.country != home
    return AttributionType.FOREIGN_OUTLET if foreign else AttributionType.DOMESTIC_OUTLET


def media_carrier(hit: Hit, span: Span, home: str) -> Carrier:
    """An outlet or agency as a carrier."""
    via = Via.AGENCY if hit.listing == "agency" else Via.OUTLET
    return Carrier(name=hit.name, type=media_type(hit, home), via=via, span=span)


def document_carrier(around: Surroundings, lang: str) -> Carrier | None:
    """The document or post in which a person said it, if the sentence names one."""
    found = DOCUMENT_RELAY[lang].search(around.text)
    if not found:
        return None
    span = Span(around.span.start + found.start(), around.span.start + found.end())
    return Carrier(name=found.group(), type=AttributionType.DOCUMENT, via=Via.DOCUMENT, span=span)


def unnamed_relay(around: Surroundings, lang: str) -> Carrier | None:
    """A relay by media that the sentence does not name."""
    found = UNNAMED_RELAY[lang].search(around.text)
    if not found:
        return None
    span = Span(around.span.start + found.start(), around.span.start + found.end())
    return Carrier(name=found.group(), type=AttributionType.DOMESTIC_OUTLET, via=Via.OUTLET, span=span)
