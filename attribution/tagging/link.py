"""From spans of words and link scores to statements."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from attribution.labels import Form
from attribution.records import Span, Spans, Statement
from attribution.tagging.decode import WordSpan
from attribution.tagging.pieces import Word

ROLES = ("source", "cue", "addressee", "frame")


@dataclass(slots=True)
class Links:
    """What the network linked, by index of the first word; a missing key means "none"."""

    role: dict[str, dict[int, int]] = field(default_factory=lambda: {r: {} for r in ROLES})
    join: dict[int, int] = field(default_factory=dict)  # a later part of a content to its first
    cue_join: dict[int, int] = field(default_factory=dict)
    form: dict[int, Form] = field(default_factory=dict)


def root(start: int, joins: dict[int, int]) -> int:
    """The first part of what ``start`` belongs to, however many joins away."""
    seen = {start}
    while start in joins and joins[start] not in seen:
        start = joins[start]
        seen.add(start)
    return start


def characters(parts: Sequence[WordSpan], words: Sequence[Word]) -> Spans:
    """Character spans of runs of words, in text order."""
    ordered = sorted(parts, key=lambda p: p.first)
    return tuple(Span(words[p.first].start, words[p.last - 1].end) for p in ordered)


def groups(spans: Sequence[WordSpan], joins: dict[int, int]) -> dict[int, list[WordSpan]]:
    """Parts that belong together, by the first word of their first part."""
    starts = {s.first for s in spans}
    out: dict[int, list[WordSpan]] = {}
    for span in spans:
        first = root(span.first, joins)
        out.setdefault(first if first in starts else span.first, []).append(span)
    return out


def assemble(layers: dict[str, list[WordSpan]], links: Links, words: Sequence[Word]) -> list[Statement]:
    """Put contents and what they are linked to together, in order of the first content word.

    Parameters
    ----------
    layers : dict of layer name to its spans
    links : Links
    words : sequence of Word
    """
    cues = groups(layers.get("cue", ()), links.cue_join)
    single = {r: {s.first: s for s in layers.get(r, ())} for r in ROLES}
    found: list[tuple[int, bool, Statement]] = []
    for layer in ("content", "nested"):
        for head, parts in groups(layers.get(layer, ()), links.join).items():
            roles: dict[str, Spans] = {}
            for role in ROLES:
                target = links.role[role].get(head)
                if target is None:
                    roles[role] = ()
                elif role == "cue":
                    roles[role] = characters(cues.get(root(target, links.cue_join), ()), words)
                else:
                    roles[role] = characters([single[role][target]], words) if target in single[role] else ()
            statement = Statement(
                id=str(head),
                content=characters(parts, words),
                form=links.form.get(head, Form.INDIRECT),
                nested=layer == "nested",
                confidence=min(1.0, max(p.confidence for p in parts)),
                source=roles["source"],
                cue=roles["cue"],
                addressee=roles["addressee"],
                frame=roles["frame"],
            )
            found.append((min(p.first for p in parts), layer == "nested", statement))
    found.sort(key=lambda x: x[:2])
    return joined([statement for _, _, statement in found])


def joined(statements: Sequence[Statement]) -> list[Statement]:
    """Join contents that share one mention of the source and one cue: the parts around "so Kirby"."""
    out: list[Statement] = []
    for statement in statements:
        last = next((s for s in reversed(out) if s.nested == statement.nested), None)
        same = last is not None and bool(statement.cue) and bool(statement.source)
        if last is None or not same or (last.source, last.cue) != (statement.source, statement.cue):
            out.append(statement)
            continue
        between = Span(last.content[-1].end, statement.content[0].start)
        # Only what the source and cue themselves interrupted
        if any(between.covers(span) for span in (*statement.source, *statement.cue)):
            out[out.index(last)] = replace(last, content=(*last.content, *statement.content))
        else:
            out.append(statement)
    return out
