"""The metric of the challenge passages, where one prediction may run over several gold sentences."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from attribution.evaluating.figures import (
    Counts,
    Formula,
    Measure,
    Path,
    Sums,
    Tally,
    divide,
    harmonic,
    point,
    share,
)
from attribution.evaluating.matching import FloatArray, Record, Row

THRESHOLD = 0.5  # Jaccard of characters for a prediction, share of a gold row for being found

# German passages from the quality press, a third of them, are easier and reported apart.
QUALITY_PRESS = frozenset({"derstandard.at", "sueddeutsche.de", "tagesspiegel.de", "zeit.de"})

# Types that the labels' codes do not hold (contract, "What the scorers do").
_COUNTED_AS = {"social_media": "document", "own_reporting": "domestic_outlet"}


@dataclass(frozen=True, slots=True)
class _Stretch:
    """One statement as the set of its content's characters."""

    row: Row
    cells: frozenset[int]


def counted_type(row: Row) -> str | None:
    """Return a statement's flat type as the labels' codes would give it.

    >>> counted_type({"type": "state_media", "kind": "agy", "origin": "for"})
    'agency_wire'
    """
    flat = row.get("type")
    if flat == "state_media":
        if row.get("kind") == "agy":
            return "agency_wire"
        return "foreign_outlet" if row.get("origin") == "for" else "domestic_outlet"
    return None if flat is None else _COUNTED_AS.get(flat, str(flat))


def count_challenge(record: Record, predicted: Sequence[Row]) -> Counts:
    """Count one passage; nested predictions and unmatched attitudes (voice t) are left out."""
    gold = [_Stretch(row, characters(row.get("content"))) for row in record["attributions"]]
    tried = [_Stretch(row, characters(row.get("content"))) for row in predicted if not row.get("nested")]
    covered = [_covered(stretch, gold) for stretch in tried]
    counts: Counter[str] = Counter()
    for stretch, rows in zip(tried, covered, strict=True):
        if not rows and stretch.row.get("voice") == "t":
            continue
        flat = counted_type(stretch.row)
        counts["c.predicted"] += 1
        counts["c.hit"] += bool(rows)
        counts[f"c.type_pred:{flat}"] += 1
        counts[f"c.type_right:{flat}"] += flat in {gold[i].row.get("type") for i in rows}
    for i, row in enumerate(gold):
        finders = [stretch for stretch, rows in zip(tried, covered, strict=True) if i in rows]
        _count_gold(row, finders, counts)
    for group in _groups(record):
        counts.update({f"{group}|{name}": counts[name] for name in list(counts) if name in _GROUPED})
    return dict(counts)


_GROUPED = frozenset({"c.gold", "c.found", "c.predicted", "c.hit", "c.right", "c.source"})


def _covered(stretch: _Stretch, gold: Sequence[_Stretch]) -> set[int]:
    """Indexes of the gold rows that a prediction covers, if it fits their union."""
    rows = {i for i, row in enumerate(gold) if len(row.cells & stretch.cells) >= THRESHOLD * len(row.cells)}
    union = frozenset[int]().union(*(gold[i].cells for i in rows))
    return rows if _likeness(stretch.cells, union) >= THRESHOLD else set()


def _count_gold(gold: _Stretch, finders: Sequence[_Stretch], counts: Counter[str]) -> None:
    flat = gold.row.get("type")
    counts["c.gold"] += 1
    counts[f"c.type_gold:{flat}"] += 1
    if not finders:
        return
    best = max(finders, key=lambda stretch: _likeness(stretch.cells, gold.cells))
    right = counted_type(best.row) == flat
    counts["c.found"] += 1
    counts["c.right"] += right
    counts[f"c.type_found:{flat}"] += right
    predicted, printed = characters(best.row.get("source")), characters(gold.row.get("source"))
    # a continuation names no source; any predicted one may be the mention that it continues
    silent = not printed and (not predicted or bool(gold.row.get("continues")))
    counts["c.source"] += bool(predicted & printed) or silent


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / max(1, len(one | other))


def characters(spans: Any) -> frozenset[int]:  # Any: parsed JSON, one pair or a list of pairs
    """Return the characters that spans cover; a single ``[start, end)`` is taken too."""
    if not spans:
        return frozenset()
    pairs = [spans] if isinstance(spans[0], int) else spans
    return frozenset(x for start, end in pairs for x in range(start, end))


def _groups(record: Record) -> list[str]:
    groups = [f"stratum={record['stratum']}"] if record.get("stratum") else []
    if record.get("stratum") and record.get("lang") == "de" and record.get("publisher"):
        press = "quality" if record["publisher"] in QUALITY_PRESS else "other"
        groups.append(f"press={press}")
    return groups


def challenge_measures(sums: Sums) -> tuple[Measure, ...]:
    """Return the challenge's figures; ``sums`` tells which types and groups occur."""
    measures = list(_core(("challenge",), ""))
    types = sorted({*sums.names("c.type_gold:"), *sums.names("c.type_pred:")})
    for flat in types:
        measures += [
            share(("challenge", "types", flat, "recall"), f"c.type_found:{flat}", f"c.type_gold:{flat}"),
            share(("challenge", "types", flat, "precision"), f"c.type_right:{flat}", f"c.type_pred:{flat}"),
        ]
    groups = sorted({name.split("|")[0] for key in ("press=", "stratum=") for name in sums.full_names(key)})
    for group in groups:
        measures += _core(("challenge", group), f"{group}|")
    return tuple(measures)


def _core(path: Path, prefix: str) -> tuple[Measure, ...]:
    return (
        share((*path, "recall"), f"{prefix}c.found", f"{prefix}c.gold"),
        share((*path, "precision"), f"{prefix}c.hit", f"{prefix}c.predicted"),
        Measure((*path, "f1"), _f1(prefix), lambda s: s[f"{prefix}c.gold"]),
        share((*path, "type_right_of_found"), f"{prefix}c.right", f"{prefix}c.found"),
        share((*path, "source_of_found"), f"{prefix}c.source", f"{prefix}c.found"),
    )


def _f1(prefix: str) -> Formula:
    def f1(s: Sums) -> FloatArray:
        recall = divide(s[f"{prefix}c.found"], s[f"{prefix}c.gold"])
        return harmonic(divide(s[f"{prefix}c.hit"], s[f"{prefix}c.predicted"]), recall)

    return f1


def challenge_scores(gold: Mapping[str, Record], predicted: Mapping[str, Sequence[Row]]) -> dict[str, float]:
    """Compute the challenge metric as the reference names it, but as shares from 0 to 1."""
    tally = Tally([count_challenge(record, predicted.get(key, ())) for key, record in gold.items()])
    sums = tally.total()
    return {".".join(measure.path[1:]): point(measure.formula, sums) for measure in challenge_measures(sums)}
