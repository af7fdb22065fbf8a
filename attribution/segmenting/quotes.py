"""Stretches in quotation marks: all German and English styles, nested, unbalanced, over paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from attribution.records import Block, Notice, Quotation, Span
from attribution.segmenting.marks import Mark, find_marks

DEEPEST = 4  # levels; print has two or three, hostile text a million, and each would be looked through
OPEN_MESSAGE = "a quotation mark is never closed; the quotation is taken to the end of its paragraph"
STRAIGHT_SINGLE = ("'", "`")
STRAY_MESSAGE = "a closing quotation mark has no opening one and is left out"


@dataclass(slots=True)
class _Paragraph:
    """What is found while the marks of one paragraph are read."""

    end: int
    stack: list[Mark] = field(default_factory=list)
    found: list[tuple[Span, bool]] = field(default_factory=list)  # with "closed"
    stray: Mark | None = None  # the first closing mark without a partner
    left_open: Mark | None = None  # the outermost opening mark without a partner

    def take(self, mark: Mark, *, closer_follows: bool) -> None:
        """Let one mark close what it can close, or else open a level."""
        level = self._partner(mark)
        if mark.closes and level is not None:
            if not (mark.doubtful and closer_follows):
                self._close(level, mark)
        elif mark.opens:
            self._open(mark)
        elif mark.family != "single" and not mark.doubtful and self.stray is None:
            self.stray = mark

    def _partner(self, mark: Mark) -> int | None:
        """Return the innermost open level that a mark can close."""
        return next((n for n in reversed(range(len(self.stack))) if self.stack[n].closed_by(mark)), None)

    def _open(self, mark: Mark) -> None:
        if mark.family == "single":
            # Single marks do not nest in each other; an open straight one was an apostrophe.
            open_level = next((n for n, m in enumerate(self.stack) if m.family == "single"), None)
            if open_level is not None and self.stack[open_level].form in STRAIGHT_SINGLE:
                del self.stack[open_level]
            elif open_level is not None:
                return
        if len(self.stack) < DEEPEST:
            self.stack.append(mark)

    def _close(self, level: int, mark: Mark) -> None:
        """Close a level; what is still open inside ends before the closing mark."""
        self.found.append((Span(self.stack[level].start, mark.end), True))
        inner = self.stack[level + 1 :]
        self.found += [(Span(m.start, mark.start), False) for m in inner if not _is_bare(m)]
        del self.stack[level:]

    def finish(self) -> None:
        """Take what is open to the paragraph's end."""
        still_open = [m for m in self.stack if not _is_bare(m)]
        self.found += [(Span(m.start, self.end), False) for m in still_open]
        self.left_open = still_open[0] if still_open else None


def _is_bare(mark: Mark) -> bool:
    """Tell whether a mark without a partner is no quotation mark: an apostrophe, an arrow."""
    return mark.form in STRAIGHT_SINGLE or (mark.family == "angle" and mark.spaced)


def find_quotations(text: str, blocks: Sequence[Block]) -> tuple[tuple[Quotation, ...], tuple[Notice, ...]]:
    """Pair the quotation marks of every block.

    A quotation never crosses a block: where one runs over several paragraphs, each has its own,
    ``closed`` only in the last. A mark without a partner leaves a notice, one a paragraph at most.

    Parameters
    ----------
    text : str
        The article's text.
    blocks : sequence of Block
        Its paragraphs, in order.

    Returns
    -------
    quotations : tuple of Quotation
        By start, outer before inner; two either nest or are disjoint.
    notices : tuple of Notice
        ``open-quotation`` and ``stray-closing-mark``.
    """
    quotations: list[Quotation] = []
    notices: list[Notice] = []
    marks = [find_marks(text, block.span) for block in blocks]
    carried: Mark | None = None
    for number, block in enumerate(blocks):
        paragraph = _read(block.span, marks[number], carried)
        quotations.extend(_levelled(paragraph.found))
        following = marks[number + 1] if number + 1 < len(marks) else []
        carried = paragraph.left_open
        if carried is not None and not _goes_on(carried, following, blocks, number):
            notices.append(_notice("open-quotation", OPEN_MESSAGE, carried))
            carried = None
        if paragraph.stray is not None:
            notices.append(_notice("stray-closing-mark", STRAY_MESSAGE, paragraph.stray))
    return tuple(quotations), tuple(notices)


def _notice(code: str, message: str, mark: Mark) -> Notice:
    return Notice(code=code, message=message, span=Span(mark.start, mark.end))


def _goes_on(opening: Mark, following: Sequence[Mark], blocks: Sequence[Block], number: int) -> bool:
    """Tell whether the next paragraph opens with such a mark again, or first closes it."""
    if not following:
        return False
    first = following[0]
    again = first.start == blocks[number + 1].span.start and first.opens and first.family == opening.family
    return again or (first.closes and not first.opens and opening.closed_by(first))


def _read(block: Span, marks: Sequence[Mark], carried: Mark | None) -> _Paragraph:
    """Pair the marks of one paragraph; ``carried`` is what the paragraph before left open."""
    paragraph = _Paragraph(block.end)
    if carried and marks and marks[0].closes and not marks[0].opens and carried.closed_by(marks[0]):
        first = Mark(block.start, block.start, carried.form, carried.family, opens=True, closes=False)
        paragraph.stack.append(first)
    follows = _closer_follows(marks)
    for mark, closer_follows in zip(marks, follows, strict=True):
        paragraph.take(mark, closer_follows=closer_follows)
    paragraph.finish()
    return paragraph


def _closer_follows(marks: Sequence[Mark]) -> list[bool]:
    """Tell of each mark whether the next one of its family can only close."""
    follows: list[bool] = []
    states: dict[str, bool] = {}
    for mark in reversed(marks):
        follows.append(states.get(mark.family, False))
        states[mark.family] = mark.closes and not mark.opens
    follows.reverse()
    return follows


def _levelled(found: Sequence[tuple[Span, bool]]) -> Iterator[Quotation]:
    """Order what was found by start, outer before inner, and count how deep each lies."""
    ends: list[int] = []
    for span, closed in sorted(found, key=lambda item: (item[0].start, -item[0].end)):
        while ends and ends[-1] <= span.start:
            ends.pop()
        ends.append(span.end)
        yield Quotation(span=span, level=len(ends), closed=closed)
