"""The words of a document, looked up by span."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from attribution.records import Document, Sentence, Span


class Words:
    """Finds tokens and sentences by character offsets in logarithmic time."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._starts = [token.start for token in document.tokens]
        self._sentence_starts = [sentence.span.start for sentence in document.sentences]
        self._quotations = [quotation.span for quotation in document.quotations if quotation.level == 1]
        self._quotation_starts = [quotation.start for quotation in self._quotations]

    def places(self, span: Span) -> range:
        """Return the indexes of the tokens that begin inside a span."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def of(self, spans: Iterable[Span]) -> list[str]:
        """Return the forms of the tokens inside the spans, in order."""
        tokens = self.document.tokens
        return [tokens[place].form for span in spans for place in self.places(span)]

    def before(self, span: Span, count: int) -> list[str]:
        """Return up to ``count`` forms before a span, nearest last, from the same sentence."""
        first = self.places(span).start
        floor = max(first - count, 0)
        sentence = self.sentence_at(span.start)
        if sentence is not None:
            floor = max(floor, sentence.first)
        return [token.form for token in self.document.tokens[floor:first]]

    def after(self, span: Span, count: int) -> list[str]:
        """Return up to ``count`` forms after a span from the same sentence."""
        last = self.places(span).stop
        ceiling = last + count
        sentence = self.sentence_at(max(span.end - 1, span.start))
        if sentence is not None:
            ceiling = min(ceiling, sentence.last)
        return [token.form for token in self.document.tokens[last:ceiling]]

    def sentence_place(self, offset: int) -> int:
        """Return the index of the sentence that holds an offset, -1 where none does."""
        place = bisect_right(self._sentence_starts, offset) - 1
        if place >= 0 and offset < self.document.sentences[place].span.end:
            return place
        return -1

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds an offset."""
        place = self.sentence_place(offset)
        return self.document.sentences[place] if place >= 0 else None

    def frame(self, spans: Sequence[Span], *, reach: int = 40) -> list[str]:
        """Return the forms around contents: of the sentences they touch, outside the spans.

        At most ``reach`` tokens on each side of every span, because a broken page may be one
        sentence of a million characters.
        """
        found: dict[int, str] = {}
        for number, span in enumerate(spans):
            inside = self.places(span)
            sentence = self.sentence_at(span.start)
            floor = max(inside.start - reach, sentence.first if sentence else 0)
            sentence = self.sentence_at(max(span.end - 1, span.start))
            ceiling = min(inside.stop + reach, sentence.last if sentence else len(self._starts))
            if number:
                floor = max(floor, self.places(spans[number - 1]).stop)
            if number + 1 < len(spans):
                ceiling = min(ceiling, self.places(spans[number + 1]).start)
            for place in (*range(floor, inside.start), *range(inside.stop, ceiling)):
                found[place] = self.document.tokens[place].form
        return [found[place] for place in sorted(found)]

    def quoted_share(self, spans: Sequence[Span]) -> float:
        """Return the share of the spans' characters that stands in quotation marks, 0 to 1."""
        total = sum(span.end - span.start for span in spans)
        inside = sum(
            min(span.end, quotation.end) - max(span.start, quotation.start)
            for span in spans
            for quotation in self.quotations(span)
        )
        return min(inside / total, 1.0) if total else 0.0

    def quotations(self, span: Span) -> list[Span]:
        """Return the outermost quotations that share a character with a span."""
        first = max(bisect_right(self._quotation_starts, span.start) - 1, 0)
        last = bisect_left(self._quotation_starts, span.end)
        return [quotation for quotation in self._quotations[first:last] if quotation.overlaps(span)]
