"""Sentences of a paragraph: Punkt with our own abbreviations, mended where news differs."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from attribution.records import Span
from attribution.resources import abbreviations

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

CLOSING = "\"”“’'»«)]›‹‘"
MONTHS = (
    "januar februar märz april mai juni juli august september oktober november dezember "
    "jänner jahrhundert jahrestag tag platz runde weltkrieg"
).split()
NEXT_WORD = re.compile(r"\w+")
LONG = 50_000  # characters; a paragraph beyond this is cut by the plain rule, at linear cost


@cache
def punkt(lang: str) -> "PunktSentenceTokenizer":
    """A Punkt splitter that knows our abbreviations; nothing is downloaded."""
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = {a.rstrip(".").lower() for a in abbreviations(lang)}
    return PunktSentenceTokenizer(parameters)


def split_sentences(text: str, span: Span, lang: str) -> Iterator[Span]:
    """Sentences of one block, without the white space around them."""
    start = span.start
    for end in boundaries(text[span.start : span.end], lang):
        stop = span.start + end
        trimmed = trim(text, start, stop)
        if trimmed is not None:
            yield trimmed
        start = stop
    trimmed = trim(text, start, span.end)
    if trimmed is not None:
        yield trimmed


def boundaries(block: str, lang: str) -> Iterator[int]:
    """Positions after which a new sentence begins, relative to the block."""
    if len(block) > LONG:
        yield from (m.end() for m in re.finditer(r"[.!?]\s", block))
        return
    spans = list(punkt(lang).span_tokenize(block))
    for (_, end), (after, _) in zip(spans, spans[1:], strict=False):
        at = end
        while at < after and block[at : at + 1] in CLOSING:  # a closing mark belongs to what it closes
            at += 1
        if at < len(block) and block[after] in "”»" and after - at <= 1:
            at = after + 1
        if not joined(block, end, after, lang):
            yield at


def joined(block: str, end: int, after: int, lang: str) -> bool:
    """Tell whether what Punkt cut belongs together after all."""
    following = NEXT_WORD.search(block, after)
    word = following.group() if following else ""
    if lang == "de" and re.search(r"\d\.$", block[max(0, end - 4) : end]):
        return word.lower() in MONTHS or word[:1].islower()
    # „Wir gehen!“, rief er - the quotation ends, the sentence does not.
    rest = block[after - 1 : after + 1] if after else ""
    return word[:1].islower() or rest.lstrip(CLOSING + " ").startswith(",")


def trim(text: str, start: int, end: int) -> Span | None:
    """The stretch without white space around it, or None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
