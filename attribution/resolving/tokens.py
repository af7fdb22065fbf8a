"""An article's tokens with what the lists know of them, read once for all stages of resolving."""

from bisect import bisect_left, bisect_right
from collections import Counter

from attribution.labels import SILENT_ZONES
from attribution.records import Document, Sentence, Span
from attribution.resolving.listed import Hit, find_listed


class Tokens:
    """Forms, case folded forms and listed names of a document, addressed by token index.

    Parameters
    ----------
    document : Document
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.lang = document.lang
        self.text = document.text
        self.forms = [t.form for t in document.tokens]
        self.lows = [form.casefold() for form in self.forms]
        self.starts = [t.start for t in document.tokens]
        self.ends = [t.end for t in document.tokens]
        self.hits = find_listed(self.forms, self.lows, self.lang)
        self.hit_firsts = [hit.first for hit in self.hits]
        self.sentence_starts = [s.span.start for s in document.sentences]
        self.counts = Counter(self.forms)
        self.lowered = {form for form in self.forms if form.islower()}
        self.silent = {
            i for s in document.sentences if s.zone in SILENT_ZONES for i in range(s.first, s.last)
        }  # teasers tell of other stories

    def __len__(self) -> int:
        return len(self.forms)

    def range_of(self, span: Span) -> tuple[int, int]:
        """Tokens ``[first, last)`` that share a character with a span."""
        return bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)

    def span(self, first: int, last: int) -> Span:
        """Characters of the tokens ``[first, last)``."""
        return Span(self.starts[first], self.ends[last - 1])

    def words(self, first: int, last: int) -> str:
        """The text of the tokens ``[first, last)`` with its spaces made even."""
        return " ".join(self.text[self.starts[first] : self.ends[last - 1]].split())

    def listed_in(self, first: int, last: int) -> list[Hit]:
        """Listed names that share a token with ``[first, last)``."""
        low = max(0, bisect_left(self.hit_firsts, first) - 1)
        out = []
        for hit in self.hits[low:]:
            if hit.first >= last:
                break
            if hit.last > first:
                out.append(hit)
        return out

    def sentence_number(self, position: int) -> int:
        """Index of the sentence that holds a character."""
        return max(0, bisect_right(self.sentence_starts, position) - 1)

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds a character."""
        sentences = self.document.sentences
        return sentences[self.sentence_number(position)] if sentences else None

    def is_capital(self, i: int) -> bool:
        """Tell whether a token begins with a capital letter."""
        return self.forms[i][0].isupper()

    def glued(self, i: int) -> bool:
        """Tell whether no space stands between a token and the one before it."""
        return i > 0 and self.starts[i] == self.ends[i - 1]
