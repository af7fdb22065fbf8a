"""Scores of predicted codes against coded statements, by language."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from attribution.annotations.labels_tsv import LabelRow
from attribution.classifying.types import coded_type, crosswalk
from attribution.errors import SampleError
from attribution.evaluating.agreement import krippendorff_alpha, ordinal_distance
from attribution.records import Codes

FIELDS = ("ident", "kind", "origin", "via", "voice", "type")
LEVELS = (1, 2, 3, 4, 5)


def coded(row: LabelRow | Codes) -> dict[str, str]:
    """Return the fields as strings; the flat type counted as the codes give it."""
    if isinstance(row, Codes):
        flat = crosswalk(row.kind, row.origin, row.type)
    else:
        flat = coded_type(row.ident, row.kind, row.origin)
    fields = {name: str(getattr(row, name)) for name in ("ident", "kind", "origin", "voice")}
    return {**fields, "via": row.via_code, "type": str(flat)}


def code_scores(labels: Sequence[Sequence[LabelRow]], codes: Sequence[Codes]) -> dict[str, Any]:
    """Accuracy (either coder), alpha (coder A) of each field, macro-F1 of the flat type."""
    predicted = [coded(row) for row in codes]
    gold = [[coded(row) for row in rows] for rows in labels]
    scores: dict[str, Any] = {"n": len(codes)}
    for field in FIELDS:
        hits = [p[field] in [g[field] for g in rows] for p, rows in zip(predicted, gold, strict=True)]
        scores[f"{field}_accuracy"] = round(float(np.mean(hits)), 4)
        pairs = [(rows[0][field], p[field]) for p, rows in zip(predicted, gold, strict=True)]
        scores[f"{field}_alpha"] = alpha(pairs)
    scores["type_macro_f1"] = macro_f1(
        [(rows[0]["type"], p["type"]) for p, rows in zip(predicted, gold, strict=True)]
    )
    return scores


def alpha(pairs: Sequence[tuple[str, str]]) -> float | None:
    try:
        return round(krippendorff_alpha(pairs), 4)
    except SampleError:
        return None


def level_alpha(pairs: Sequence[tuple[int, int]]) -> float:
    """Krippendorff's alpha with the ordinal distance."""
    return round(krippendorff_alpha(pairs, values=LEVELS, distance=ordinal_distance), 4)


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Mean F1 of the types that the gold holds."""
    values = []
    for flat in sorted({gold for gold, _ in pairs}):
        hit = sum(g == p == flat for g, p in pairs)
        size = sum(g == flat for g, _ in pairs) + sum(p == flat for _, p in pairs)
        values.append(2 * hit / size)
    return round(float(np.mean(values)), 4)


def calibration(levels: Sequence[int], probabilities: Sequence[Sequence[float]]) -> dict[str, float]:
    """Brier score over the five levels and expected calibration error in ten bins."""
    given = np.asarray(probabilities, dtype=float)
    truth = np.asarray(levels)[:, None] == np.asarray(LEVELS)[None, :]
    best = given.argmax(axis=1)
    confidence, right = given.max(axis=1), truth[np.arange(len(truth)), best]
    bins = np.minimum((confidence * 10).astype(int), 9)
    gaps = [abs((confidence[bins == b] - right[bins == b]).sum()) for b in range(10)]
    return {
        "brier": round(float(((given - truth) ** 2).sum(axis=1).mean()), 4),
        "ece": round(float(np.sum(gaps) / len(given)), 4),
    }
