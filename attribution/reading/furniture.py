"""Zones of a text: headline, dek, lede, body, subheads, captions and the furniture around them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from attribution.labels import CreditKind, Zone
from attribution.reading.credits import CreditMatch, credits_inside, line_credit
from attribution.reading.layout import SENTENCE_END, Line, read_lines
from attribution.reading.phrases import (
    BOILERPLATE,
    BULLET,
    BYLINE,
    DATED,
    DURATION,
    KICKER_TITLE,
    LONGEST,
    OPENER,
    POINTER,
    PROMPT,
)
from attribution.records import Block, Credit, Span

LEDE_SENTENCES = 2  # codebook A0
LONGEST_HEADLINE = 12  # words; of two longer lines the first is the headline, the other its dek
LONG_PARAGRAPH = 1_000  # characters behind the lede's sentences from which a paragraph is split
GLUED_KICKER = re.compile(r"[^:]{3,70}(?: :|:)(?=[^\W\d_]|[\"„“»])")  # "Talks over arms:US: Leader to travel"
QUOTE_MARKS = re.compile(r"[\"“”„«»]")


class Mark(Enum):
    """What a line is by its own shape."""

    PROSE = auto()
    SHORT = auto()
    BOILERPLATE = auto()
    BYLINE = auto()
    OPENER = auto()
    TEASER = auto()
    DURATION = auto()
    WIRE = auto()
    PICTURE = auto()


PLAIN = (Mark.PROSE, Mark.SHORT)
STRONG = (Mark.TEASER, Mark.DURATION, Mark.OPENER)


@dataclass(frozen=True, slots=True)
class Layout:
    """The zones of a text with what its lines gave away about the article."""

    blocks: tuple[Block, ...]
    credits: tuple[Credit, ...]
    byline: str | None


def read_layout(text: str, *, title: str | None = None, known: Mapping[int, Zone] | None = None) -> Layout:
    """Give every non-blank line of a text its zone and find the credits.

    Parameters
    ----------
    text : str
    title : str or None
        The article's title; a first line that repeats it is the headline.
    known : Mapping of int to Zone, or None
        Zones that the file's format tells, by the offset at which a line begins.

    Returns
    -------
    Layout
        Blocks in order that never overlap; a credit at the edge of a paragraph is a block of
        its own with the zone ``boilerplate``.
    """
    lines = read_lines(text)
    marks = [mark_of(line) for line in lines]
    zones = _zones(lines, marks, title, known or {})
    blocks: list[Block] = []
    found: list[Credit] = []
    for line, mark, zone in zip(lines, marks, zones, strict=True):
        whole = line_credit(line.text) if mark in (Mark.WIRE, Mark.PICTURE) else None
        if whole is not None:
            kind = CreditKind.PICTURE if mark is Mark.PICTURE else whole.kind
            found.append(Credit(kind=kind, names=whole.names, span=line.span))
            blocks.append(Block(span=line.span, zone=Zone.BOILERPLATE))
            continue
        inside = credits_inside(line.text) if zone not in (Zone.TEASER, Zone.BOILERPLATE) else []
        found += [_placed(credit, line.start) for credit in inside]
        blocks += _pieces(line, zone, inside)
    byline = next(
        (
            match["who"].strip(" ,|/")
            for line, mark in zip(lines, marks, strict=True)
            if mark is Mark.BYLINE and (match := BYLINE.match(line.text))
        ),
        None,
    )
    return Layout(_lede_split(text, blocks), tuple(found), byline)


def mark_of(line: Line) -> Mark:
    """Tell what a line is by its own words, whatever stands around it."""
    text = line.text
    if len(text) > LONGEST:
        return Mark.WIRE if line_credit(text) else Mark.PROSE
    if DURATION.fullmatch(text):
        return Mark.DURATION
    if BOILERPLATE.fullmatch(text):
        return Mark.BOILERPLATE
    if OPENER.fullmatch(text):
        return Mark.OPENER
    if (credit := line_credit(text)) is not None:
        return Mark.PICTURE if credit.kind is CreditKind.PICTURE else Mark.WIRE
    if PROMPT.match(text):
        return Mark.BOILERPLATE
    if BYLINE.fullmatch(text) or (line.words <= 14 and DATED.fullmatch(text) and not line.prose):
        return Mark.BYLINE
    if POINTER.fullmatch(text) or KICKER_TITLE.fullmatch(text):
        return Mark.TEASER
    return Mark.PROSE if line.prose else Mark.SHORT


def _zones(
    lines: Sequence[Line], marks: list[Mark], title: str | None, known: Mapping[int, Zone]
) -> list[Zone]:
    """The zone of each line; may correct marks that only the neighbourhood decides."""
    prose = [i for i, mark in enumerate(marks) if mark is Mark.PROSE]
    zones = [Zone.BODY if mark in PLAIN else Zone.BOILERPLATE for mark in marks]
    for i, mark in enumerate(marks):
        if mark in STRONG:
            zones[i] = Zone.TEASER
    first = prose[0] if prose else len(lines)
    _head(lines, marks, zones, first, title)
    _tail(lines, marks, zones)
    _lists(lines, marks, zones)
    _captions(lines, marks, zones)
    _dek(lines, marks, zones)
    _subheads(lines, marks, zones)
    zones = [known.get(line.start, zone) for line, zone in zip(lines, zones, strict=True)]
    _lede(lines, zones)
    return zones


def _head(lines: Sequence[Line], marks: list[Mark], zones: list[Zone], first: int, title: str | None) -> None:
    """Headline, kicker and dek among the short lines before the first paragraph."""
    if title is not None and lines:
        repeats = [i for i in range(min(first + 1, len(lines), 8)) if _same_words(lines[i].text, title)]
        if repeats:
            zones[repeats[0]] = Zone.HEADLINE
    if first == len(lines):
        return
    head = [
        i
        for i in range(min(first, 12))
        if marks[i] is Mark.SHORT or (marks[i] is Mark.TEASER and KICKER_TITLE.fullmatch(lines[i].text))
    ]
    head = [i for i in head if not BULLET.match(lines[i].text) and lines[i].text[-1] not in ".:;,"]
    full = [i for i in head if lines[i].words >= 4] or head[:1]
    if Zone.HEADLINE in zones:
        main = zones.index(Zone.HEADLINE)
    elif full:  # the longest; kickers and the names of sections are shorter
        main = max(full, key=lambda i: min(lines[i].words, LONGEST_HEADLINE))
    else:
        return
    for i in head:
        if i < main:
            kicker = i == main - 1 or lines[i].words >= 4
            zones[i] = Zone.HEADLINE if kicker else Zone.BOILERPLATE
        elif i in full:
            zones[i] = Zone.HEADLINE if i == main else Zone.DEK


def _same_words(line: str, title: str) -> bool:
    def bare(words: str) -> str:
        return "".join(char for char in words[:400].casefold() if char.isalnum())

    return bool(bare(title)) and bare(line) == bare(title)


def _tail(lines: Sequence[Line], marks: list[Mark], zones: list[Zone]) -> None:
    """Everything behind the end of the story that looks like a list of other stories."""
    last_long = max((i for i, line in enumerate(lines) if _is_story(line, marks[i])), default=-1)
    signs_behind = 0
    start = None
    for i in range(len(lines) - 1, -1, -1):
        signs_behind += marks[i] in STRONG
        ends = marks[i] in (Mark.WIRE, Mark.OPENER)
        if ends and (i > last_long or (marks[i] is Mark.WIRE and signs_behind >= 4)):
            start = i
    if start is None and sum(mark in STRONG for mark in marks[last_long + 1 :]) >= 2:
        start = last_long
    if start is None or start < 0:
        return
    for i in range(start + 1, len(lines)):
        if marks[i] in PLAIN:
            zones[i] = Zone.TEASER


def _is_story(line: Line, mark: Mark) -> bool:
    """A paragraph that no list of headlines holds."""
    if mark is not Mark.PROSE:
        return False
    return line.words >= 22 or (line.words >= 9 and line.finished and line.text[-1] not in "?!")


def _lists(lines: Sequence[Line], marks: list[Mark], zones: list[Zone]) -> None:
    """Titles under a heading such as "Lesen Sie auch" in the middle of the text."""
    inside = 0
    for i, mark in enumerate(marks):
        if mark is Mark.OPENER:
            inside = 6  # no list inside a story is longer
        elif mark is Mark.PROSE:
            inside = 0
        elif mark is Mark.SHORT and inside:
            if lines[i].finished and lines[i].text[-1] not in "?!":
                inside = 0
                continue
            inside -= 1
            zones[i] = Zone.TEASER


def _captions(lines: Sequence[Line], marks: list[Mark], zones: list[Zone]) -> None:
    for i, line in enumerate(lines):
        if zones[i] not in (Zone.BODY, Zone.DEK) or line.words > 70:
            continue
        follows = i + 1 < len(lines) and marks[i + 1] is Mark.PICTURE
        if follows or any(credit.kind is CreditKind.PICTURE for credit in credits_inside(line.text)):
            zones[i] = Zone.CAPTION
    # "Quelle: dpa" under a picture: a source line before the first paragraph of the story.
    for i, mark in enumerate(marks):
        if mark is not Mark.WIRE or not lines[i].text.startswith(("Quelle", "Source")):
            continue
        told = sum(zones[k] is Zone.BODY for k in range(i))
        more = sum(zones[k] is Zone.BODY for k in range(i + 1, len(lines)))
        if told <= 2 < more and Zone.HEADLINE in zones[:i]:
            marks[i] = Mark.PICTURE
            if i and zones[i - 1] is Zone.BODY and lines[i - 1].words <= 45:
                zones[i - 1] = Zone.CAPTION
        break


def _dek(lines: Sequence[Line], marks: list[Mark], zones: list[Zone]) -> None:
    """A summary between the headline and the byline, the date or the first picture."""
    if Zone.HEADLINE not in zones:
        return
    top = zones.index(Zone.HEADLINE) + 1
    body = [i for i, zone in enumerate(zones) if zone is Zone.BODY]
    stop = next(
        (
            i
            for i in range(top, min(top + 6, len(lines)))
            if marks[i] in (Mark.BYLINE, Mark.PICTURE) or zones[i] is Zone.CAPTION
        ),
        None,
    )
    if stop is None:
        return
    between = [i for i in body if top <= i < stop]
    brief = 1 <= len(between) <= 2 and sum(lines[i].words for i in between) <= 75
    if brief and len(body) - len(between) >= 2:
        for i in between:
            zones[i] = Zone.DEK


def _subheads(lines: Sequence[Line], marks: list[Mark], zones: list[Zone]) -> None:
    story = [i for i, zone in enumerate(zones) if zone in (Zone.BODY, Zone.DEK, Zone.HEADLINE)]
    for before, i, after in zip(story, story[1:], story[2:], strict=False):
        line = lines[i]
        heading = (not line.finished or line.text[-1] in "?!") and line.words <= 14 and len(line.text) <= 110
        starts = not BULLET.match(line.text) and not line.text[0].islower()
        short = marks[i] is not Mark.PROSE or line.text[-1] == "?"
        between = marks[before] is Mark.PROSE and marks[after] is Mark.PROSE
        if zones[i] is Zone.BODY and heading and starts and short and between:
            zones[i] = Zone.SUBHEAD


def _lede(lines: Sequence[Line], zones: list[Zone]) -> None:
    sentences = 0
    for i, line in enumerate(lines):
        if zones[i] is Zone.BODY:
            zones[i] = Zone.LEDE
            ends = sum(1 for _ in SENTENCE_END.finditer(line.text[:4_000]))
            sentences += ends if line.finished else max(1, ends)
            if sentences >= LEDE_SENTENCES:
                return


def _placed(credit: CreditMatch, offset: int) -> Credit:
    span = Span(credit.start + offset, credit.end + offset)
    return Credit(kind=credit.kind, names=credit.names, span=span)


def _pieces(line: Line, zone: Zone, inside: Sequence[CreditMatch]) -> list[Block]:
    """The line as blocks: its own words, and its credits as boilerplate."""
    blocks = []
    position = 0
    kicker = GLUED_KICKER.match(line.text) if zone is Zone.HEADLINE else None
    if kicker is not None:
        position = kicker.end()
        blocks += _block(line, 0, position, zone)
    for credit in inside:
        start = max(position, credit.start)  # a kicker's colon may look like a dateline's
        if start >= credit.end:
            continue
        blocks += _block(line, position, start, zone)
        blocks += _block(line, start, credit.end, Zone.BOILERPLATE)
        position = credit.end
    return blocks + _block(line, position, len(line.text), zone)


def _block(line: Line, start: int, end: int, zone: Zone) -> list[Block]:
    words = line.text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start >= end:
        return []
    return [Block(span=Span(line.start + start, line.start + end), zone=zone)]


def _lede_split(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Cut a very long lede paragraph behind its second sentence."""
    result: list[Block] = []
    for block in blocks:
        cut = _second_end(block.span.of(text)) if block.zone is Zone.LEDE else None
        if cut is None:
            result.append(block)
            continue
        start, end = block.span
        middle = start + cut
        rest = middle + len(text[middle:end]) - len(text[middle:end].lstrip())
        result += [
            Block(span=Span(start, middle), zone=Zone.LEDE),
            Block(span=Span(rest, end), zone=Zone.BODY),
        ]
    return tuple(result)


def _second_end(paragraph: str) -> int | None:
    if len(paragraph) < LONG_PARAGRAPH:
        return None
    ends = [match.end() for match in SENTENCE_END.finditer(paragraph[:2_000])]
    for end in ends[LEDE_SENTENCES - 1 :]:
        balanced = len(QUOTE_MARKS.findall(paragraph[:end])) % 2 == 0
        if balanced and len(paragraph) - end >= LONG_PARAGRAPH:
            return end
    return None
