"""Stretches in quotation marks: all German and English styles, nested, over paragraphs, unbalanced."""

from collections.abc import Sequence

from attribution.records import Block, Notice, Quotation, Span

OPEN_ONLY = "„‚"
DOUBLE = '„“”"«»'
SINGLE = "‚‘’'›‹"
CLOSER = {"„": "“”\"", "“": "”“\"", "”": "”\"", '"': '"“”', "«": "»", "»": "«", "‚": "‘’'", "‘": "’'", "'": "'’", "›": "‹", "‹": "›"}


def find_quotations(text: str, blocks: Sequence[Block]) -> tuple[tuple[Quotation, ...], tuple[Notice, ...]]:
    """Quotations of every block, in text order, with a notice for each mark that stays open."""
    out: list[Quotation] = []
    notices: list[Notice] = []
    for number, block in enumerate(blocks):
        following = blocks[number + 1].span.start if number + 1 < len(blocks) else None
        carries = following is not None and text[following] in DOUBLE
        out.extend(quotations_of(text, block.span, notices, carries=carries))
    out.sort(key=lambda q: (q.span.start, -q.span.end))
    return tuple(out), tuple(notices)


def quotations_of(text: str, span: Span, notices: list[Notice], *, carries: bool) -> list[Quotation]:
    """Quotations of one block; ``carries`` tells that the next block opens with a mark again."""
    out: list[Quotation] = []
    stack: list[tuple[str, int]] = []
    for at in range(span.start, span.end):
        mark = text[at]
        if mark not in DOUBLE and mark not in SINGLE:
            continue
        if mark in SINGLE and is_apostrophe(text, at, stack):
            continue
        if stack and mark in CLOSER[stack[-1][0]] and not (mark in OPEN_ONLY):
            _, start = stack.pop()
            out.append(Quotation(span=Span(start, at + 1), level=len(stack) + 1, closed=True))
        elif mark in DOUBLE or opens(text, at):
            stack.append((mark, at))
    while stack:
        _, start = stack.pop()
        out.append(Quotation(span=Span(start, span.end), level=len(stack) + 1, closed=False))
        if not carries:
            message = "a quotation mark is never closed; the quotation is taken to the end of its paragraph"
            notices.append(Notice(code="open-quotation", message=message, span=Span(start, start + 1)))
    return out


def opens(text: str, at: int) -> bool:
    """Tell whether a mark stands where a quotation may begin."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not before.isalnum() and not after.isspace()


def is_apostrophe(text: str, at: int, stack: Sequence[tuple[str, int]]) -> bool:
    """Tell whether a single mark is an apostrophe: inside a word, or closing nothing."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if before.isalnum() and after.isalnum():
        return True
    closes = bool(stack) and text[at] in CLOSER[stack[-1][0]]
    return not closes and not opens(text, at)
