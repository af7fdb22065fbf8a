"""The lines of a text with what their shape tells, before any zone is given."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from attribution.records import Span

LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
FINAL = ".!?…:;,"
CLOSING = "\"'”“’‘»«\u203a\u2039)]}*"
WRAPPED_WIDTH = (45, 100)  # columns of a text that was broken by hand
# One sentence end: mark, closing quotation marks, white space, then a capital or an opening mark.
SENTENCE_END = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=[a-zäöüß]{2})|(?<=[\"'”“’»«)%]))[.!?…][\"'”“’‘»«)]{0,2}(?=\s+[^\sa-zäöü]|\s*$)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line or paragraph without its outer white space."""

    start: int
    end: int
    text: str
    after_blank: bool  # an empty line stands before it, or nothing at all

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def words(self) -> int:
        return self.text.count(" ") + 1

    @property
    def finished(self) -> bool:
        """Ends as a sentence does."""
        return self.text.rstrip(CLOSING)[-1:] in FINAL or self.text[-1] in FINAL

    @property
    def prose(self) -> bool:
        """A sentence or more: finished and long enough, or long in any case."""
        return (self.words >= 7 and self.finished and self.text[-1] != ":") or self.words >= 22


def read_lines(text: str) -> list[Line]:
    """Return the non-blank lines of a text; lines that were wrapped by hand are joined."""
    lines = list(_physical_lines(text))
    return _unwrapped(text, lines) if _is_wrapped(lines) else lines


def _physical_lines(text: str) -> Iterator[Line]:
    previous_end = 0
    for match in LINE.finditer(text):
        raw = match.group()
        stripped = raw.strip()
        if not stripped:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        gap = text[previous_end:start]
        breaks = gap.count("\n") or gap.count("\r") or len(gap)
        yield Line(start, start + len(stripped), stripped, breaks > 1 or previous_end == 0)
        previous_end = start + len(stripped)


def _is_wrapped(lines: list[Line]) -> bool:
    """Tell whether most lines break in mid-sentence at about the same column."""
    if len(lines) < 4:
        return False
    inner = [line for line, after in pairwise(lines) if not after.after_blank]
    full = [line for line in inner if WRAPPED_WIDTH[0] <= line.end - line.start <= WRAPPED_WIDTH[1]]
    if len(full) < 3 or max(line.end - line.start for line in lines) > WRAPPED_WIDTH[1]:
        return False
    widest = max(line.end - line.start for line in full)
    even = sum(line.end - line.start > 0.75 * widest for line in full)
    return even > 0.7 * len(inner) and sum(line.finished for line in full) < 0.5 * len(full)


def _unwrapped(text: str, lines: list[Line]) -> list[Line]:
    joined: list[Line] = []
    group: list[Line] = []
    for line in lines:
        if line.after_blank and group:
            joined.append(_join(text, group))
            group = []
        group.append(line)
    if group:
        joined.append(_join(text, group))
    return joined


def _join(text: str, group: list[Line]) -> Line:
    start, end = group[0].start, group[-1].end
    return Line(start, end, text[start:end], group[0].after_blank)
