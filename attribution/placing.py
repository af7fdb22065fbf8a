"""Results moved along a text: every span shifted, what falls outside dropped."""

from collections.abc import Iterable
from dataclasses import replace

from attribution.records import (
    Attribution,
    Carrier,
    Chain,
    Notice,
    Reason,
    Source,
    Span,
    Spans,
    Statement,
    Strength,
    Unattributed,
)


class Placing:
    """A shift of every span into another text of a given length.

    A headline's source is often named only below it, in another text than its offsets point
    into: such spans are left out, the names stay.

    Parameters
    ----------
    by : int
        Characters to add to every offset.
    length : int
        Length of the text that the new offsets point into.
    """

    def __init__(self, by: int, length: int) -> None:
        self.by = by
        self.length = length

    def span(self, span: Span | None) -> Span | None:
        """The shifted span, or None where it falls outside."""
        if span is None:
            return None
        start, end = span.start + self.by, span.end + self.by
        return Span(start, end) if start >= 0 and end <= self.length else None

    def spans(self, spans: Iterable[Span]) -> Spans:
        """The shifted spans that lie inside."""
        return tuple(s for s in map(self.span, spans) if s is not None)

    def statement(self, statement: Statement) -> Statement:
        """The statement with its spans shifted."""
        return replace(
            statement,
            content=self.spans(statement.content),
            source=self.spans(statement.source),
            cue=self.spans(statement.cue),
            addressee=self.spans(statement.addressee),
            frame=self.spans(statement.frame),
        )

    def source(self, source: Source) -> Source:
        """The source with its mentions shifted."""
        return replace(
            source,
            mentions=self.spans(source.mentions),
            fullest=self.span(source.fullest),
            description=self.spans(source.description),
        )

    def carrier(self, carrier: Carrier) -> Carrier:
        """The carrier with its mention shifted."""
        return replace(carrier, span=self.span(carrier.span))

    def chain(self, chain: Chain) -> Chain:
        """The chain with the spans of origin and carriers shifted."""
        return replace(
            chain,
            origin=self.source(chain.origin),
            carriers=tuple(self.carrier(c) for c in chain.carriers),
            mention=self.span(chain.mention),
        )

    def reason(self, reason: Reason) -> Reason:
        """The reason with its evidence shifted."""
        return replace(reason, span=self.span(reason.span))

    def strength(self, strength: Strength) -> Strength:
        """The strength with the evidence of its reasons shifted."""
        return replace(strength, reasons=tuple(self.reason(r) for r in strength.reasons))

    def attribution(self, attribution: Attribution) -> Attribution:
        """The attribution with every span shifted."""
        return replace(
            attribution,
            statement=self.statement(attribution.statement),
            chain=self.chain(attribution.chain),
            strength=self.strength(attribution.strength),
        )

    def unattributed(self, sentences: Iterable[Unattributed]) -> tuple[Unattributed, ...]:
        """The sentences that lie inside, shifted."""
        moved = ((u, self.span(u.span)) for u in sentences)
        return tuple(replace(u, span=s) for u, s in moved if s is not None)

    def notices(self, notices: Iterable[Notice]) -> tuple[Notice, ...]:
        """The notices with their spans shifted."""
        return tuple(replace(n, span=self.span(n.span)) for n in notices)
