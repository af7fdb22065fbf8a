"""The words around a statement outside every content: where cue, source and relays stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from attribution.records import Span, Statement
from attribution.resolving.tokens import Tokens

WIDEST = 150  # tokens of a sentence on either side that are read
FARTHEST = 600  # characters between content and cue above which they are read apart


@dataclass(frozen=True, slots=True)
class Scene:
    """Tokens around a statement, in text order; contents of all statements left out."""

    own: tuple[int, ...]  # tokens of the sentences of cue, source and content
    first: int  # sentence tokens [first, last), contents included
    last: int


class Contents:
    """Which tokens belong to the content of some statement."""

    def __init__(self, tokens: Tokens, statements: Sequence[Statement]) -> None:
        self.tokens = tokens
        self.inside = bytearray(len(tokens))
        for statement in statements:
            # A reported act's content is its whole sentence; its source and relay stand inside.
            outside = [tokens.range_of(s) for s in (*statement.source, *statement.cue)]
            whole = any(c.covers(s) for c in statement.content for s in (*statement.source, *statement.cue))
            if whole or (not statement.source and not statement.cue and not statement.frame):
                continue
            for span in statement.content:
                first, last = tokens.range_of(span)
                self.inside[first:last] = b"\x01" * (last - first)
            for first, last in outside:
                self.inside[first:last] = b"\x00" * (last - first)

    def scene(self, statement: Statement) -> Scene:
        """The scene of one statement."""
        tokens = self.tokens
        anchors = [*statement.cue, *statement.frame, *statement.addressee]
        start, end = statement.content[0].start, statement.content[-1].end
        anchors += [
            s for s in statement.source if abs(s.start - start) < FARTHEST or s.overlaps(Span(start, end))
        ]
        near = [a for a in anchors if a.start - end < FARTHEST and start - a.end < FARTHEST] or list(
            statement.content
        )
        low, high = min(s.start for s in near), max(s.end for s in near)
        if statement.source and not statement.cue:
            low, high = min(low, start), max(high, min(end, start + FARTHEST))
        sentences = tokens.document.sentences
        if not sentences:
            return Scene((), 0, 0)
        one = tokens.sentence_number(low)
        two = max(one, tokens.sentence_number(max(low, high - 1)))
        first = max(sentences[one].first, tokens.range_of(Span(low, low + 1))[0] - WIDEST)
        last = min(sentences[min(two, one + 6)].last, tokens.range_of(Span(high - 1, high))[1] + WIDEST)
        own = tuple(i for i in range(first, last) if not self.inside[i])
        return Scene(own, first, last)
