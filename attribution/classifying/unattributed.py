"""Sentences in the reporter's own voice that make a claim, with what they rest on (codebook, T16).

A sentence counts where it stands in the lede or the body, no statement's
content, source or cue lies in it, it is no question, ends like a sentence and has at least five
words. The first rule that matches gives the status:

1. ``contested``: a reporter's hedge (offenbar, apparently) or a word that blames or judges
   (Skandal, betrogen, illegally, failed to): a reader would ask who says so.
2. ``public_event``: a day, a date or a scheduled occasion (trial, election, match, session) in
   the sentence: others were there, or it is on record.
3. ``witnessed``: verbs of a scene in the present tense and no date (läuten, winken, wave,
   chant); "liegt" and "stands" are not among them, because they also place a town on a map.
4. ``background``: everything else: definitions, history, geography, what is common knowledge.

The rules are careful: only the first status counts against an article, so it needs a plain word.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attribution import resources
from attribution.labels import ClaimStatus, Zone
from attribution.records import Document, Sentence, Span, Statement, Unattributed

_ZONES = frozenset({Zone.LEDE, Zone.BODY})
_FEWEST_WORDS = 5
_MOST_TOKENS = 200  # longer "sentences" are lists or broken pages

_JUDGING = {
    "de": frozenset(
        "skandal betrug betrogen gelogen lüge lügen vertuscht verschwiegen gefälscht illegal rechtswidrig "
        "korrupt korruption versagt versagen manipuliert unterschlagen verantwortungslos".split()
    ),
    "en": frozenset(
        "scandal fraud fraudulent lied lying lies hid covered falsely illegal illegally corrupt corruption "
        "rigged stole stolen reckless misled bungled".split()
    ),
}
_EVENTS = {
    "de": frozenset(
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag gestern heute wahl prozess "
        "spiel sitzung gipfel konferenz abstimmung eröffnet begann endete unterzeichnet gewann".split()
    ),
    "en": frozenset(
        "monday tuesday wednesday thursday friday saturday sunday yesterday today election trial match "
        "session summit conference vote opened began ended signed won".split()
    ),
}
_SCENE = {
    "de": frozenset("läuten rufen skandieren winken drängen warten stapeln schwenken jubeln weinen".split()),
    "en": frozenset("wave waves chant chants cheer cheers stack huddle huddles weep clap".split()),
}


def find_unattributed(document: Document, statements: Sequence[Statement]) -> tuple[Unattributed, ...]:
    """Return the claim sentences that no statement touches, in text order."""
    taken = _merged(statements)
    starts = [span.start for span in taken]
    found = []
    for sentence in document.sentences:
        if sentence.zone not in _ZONES or _touched(sentence.span, taken, starts):
            continue
        status = _status(document, sentence)
        if status is not None:
            found.append(Unattributed(span=sentence.span, status=status))
    return tuple(found)


def _merged(statements: Sequence[Statement]) -> list[Span]:
    """The stretches that statements cover, merged where they overlap."""
    spans = sorted(span for s in statements for span in (*s.content, *s.source, *s.cue))
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _touched(span: Span, taken: Sequence[Span], starts: Sequence[int]) -> bool:
    place = bisect_left(starts, span.end)
    return place > 0 and taken[place - 1].end > span.start


def _status(document: Document, sentence: Sentence) -> ClaimStatus | None:
    """The status of a sentence; None where it makes no claim."""
    if sentence.last - sentence.first > _MOST_TOKENS:
        return None
    forms = [document.tokens[place].form for place in range(sentence.first, sentence.last)]
    words = [form.casefold() for form in forms if form[0].isalnum()]
    # A claim is a full sentence: captions, datelines and list items often lack the final mark.
    if len(words) < _FEWEST_WORDS or forms[-1] == "?" or not any(mark in forms[-2:] for mark in ".!"):
        return None
    lang = document.lang
    if any(word in _JUDGING[lang] for word in words) or any(_hedging(words, lang)):
        return ClaimStatus.CONTESTED
    if any(word in _EVENTS[lang] for word in words):
        return ClaimStatus.PUBLIC_EVENT
    if any(word in _SCENE[lang] for word in words):
        return ClaimStatus.WITNESSED
    return ClaimStatus.BACKGROUND


def _hedging(words: Sequence[str], lang: str) -> Iterator[bool]:
    """Inferential hedges only: "soll" is hearsay or a duty, which the tagger tells apart."""
    hedges = resources.hedges(lang)
    for word in words:
        yield hedges.get(word) == "inferential" and word not in {"wohl", "likely", "wahrscheinlich"}
