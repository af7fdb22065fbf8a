"""Codes and flat types of matched statements: accuracy, alpha, calibration.

Where an article was coded twice, a prediction may agree with either coder in accuracy and
type scores. Alpha, the Brier score and the calibration error need one reference value for
each statement and take coder A's, or the only one there is: choosing the row that agrees
better would let the prediction choose the marginals that its chance agreement is computed from.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from attribution.annotations.jsonl import GoldArticle
from attribution.annotations.labels_tsv import LabelRow
from attribution.classifying.types import coded_type
from attribution.evaluating.agreement import Distance, alpha_of, nominal_distance, ordinal_distance
from attribution.evaluating.challenge import characters, counted_type
from attribution.evaluating.figures import Counts, Formula, Measure, Sums, divide, precision_recall, share
from attribution.evaluating.matching import FloatArray, Row, TokenizedArticle
from attribution.labels import Form

CodeRow = Mapping[str, str]  # field -> code, both as the files write them
References = Mapping[str, tuple[CodeRow, ...]]  # statement id -> rows, coder A first

# "form" only where the gold rows give it beside the codes: in four forms, as the challenge has them
FIELDS = ("type", "form", "ident", "kind", "origin", "home", "via", "voice", "level")
LEVELS = ("1", "2", "3", "4", "5")
BINS = 10  # of equal width, for the calibration error

_HOME = {"dom": "home", "for": "abroad", "int": "abroad"}  # "home, abroad": unknown origins left out


def reference_codes(
    article: GoldArticle, labels: Mapping[str, tuple[LabelRow, ...]] | None = None
) -> dict[str, tuple[CodeRow, ...]]:
    """Return what each statement was coded as: from label rows, else from the article's own codes."""
    if labels:
        return {key: tuple(_from_label(row) for row in rows) for key, rows in labels.items()}
    pairs = zip(article.statements, article.codes, strict=False)
    return {
        statement.id: (predicted_codes({**codes, "form": statement.form.value}),)
        for statement, codes in pairs
        if codes
    }


def predicted_codes(row: Row) -> dict[str, str]:
    """Return the codes that a contract object brings, the type counted as the codes would give it."""
    codes = {field: str(row[field]) for field in FIELDS if row.get(field) is not None}
    if codes.get("form") == Form.INDIRECT_FREE_INDIRECT:
        codes["form"] = Form.FREE_INDIRECT.value
    if isinstance(row.get("via"), list):
        codes["via"] = "+".join(row["via"]) or "-"
    flat = counted_type(row)
    if flat is not None:
        codes["type"] = flat
    return _with_home(codes)


def _from_label(row: LabelRow) -> dict[str, str]:
    codes = {"ident": row.ident.value, "kind": row.kind.value, "origin": row.origin.value}
    codes |= {"via": row.via_code, "voice": row.voice.value, "level": str(row.level)}
    codes["type"] = coded_type(row.ident, row.kind, row.origin).value
    return _with_home(codes)


def _with_home(codes: dict[str, str]) -> dict[str, str]:
    origin = codes.get("origin")
    return codes if origin is None else {**codes, "home": _HOME.get(origin, "unknown")}


def join_statements(
    article: GoldArticle, predicted: Sequence[Row], tokenized: TokenizedArticle
) -> list[tuple[str, Row]]:
    """Pair gold statement ids with predictions.

    Predictions made on gold spans keep ids and spans and are joined by them; others are
    joined by their contents (Jaccard at least .5, one to one).
    """
    rows = article.record["attributions"]
    ids = [str(row.get("id", place)) for place, row in enumerate(rows)]
    contents = {key: characters(row.get("content")) for key, row in zip(ids, rows, strict=True)}
    if predicted and all(
        contents.get(str(row.get("id"))) == characters(row.get("content")) for row in predicted
    ):
        return [(str(row["id"]), row) for row in predicted]
    return [(ids[i], predicted[j]) for i, j in tokenized.match_contents()]


def count_codes(references: References, joined: Sequence[tuple[str, Row]], n_predicted: int) -> Counts:
    """Count one article's codes; statements that nobody coded count nowhere."""
    counts: Counter[str] = Counter()
    calibration: dict[str, float] = {}
    counts["k.gold"] = len(references)
    counts["k.predicted"] = n_predicted - sum(key not in references for key, _ in joined)
    for key, row in joined:
        rows = references.get(key)
        if not rows:
            continue
        codes = predicted_codes(row)
        for field in FIELDS:
            if field in codes and field in rows[0]:
                _count_field(field, codes[field], [r[field] for r in rows if field in r], counts)
        if "level" in rows[0]:
            _add_calibration(row.get("probabilities"), rows[0]["level"], calibration)
    return {**counts, **calibration}


def _count_field(field: str, code: str, coded: Sequence[str], counts: Counter[str]) -> None:
    first = coded[0]
    if field == "home" and first == "unknown":
        return
    right = code in coded
    counts[f"k.n:{field}"] += 1
    counts[f"k.right:{field}"] += right
    counts[f"k.pair:{field}:{first}:{code}"] += 1
    counts[f"k.pair:{field}:{code}:{first}"] += 1
    if field == "type":
        counts[f"k.type_gold:{code if right else first}"] += 1
        counts[f"k.type_pred:{code}"] += 1
        counts[f"k.type_hit:{code}"] += right


def _add_calibration(probabilities: object, level: str, counts: dict[str, float]) -> None:
    if not isinstance(probabilities, list | tuple) or len(probabilities) != len(LEVELS):
        return
    given = np.asarray(probabilities, dtype=float)
    truth = np.array([float(level == other) for other in LEVELS])
    best = int(np.argmax(given))  # the first of equals: ties go to the lower level
    place = min(int(given[best] * BINS), BINS - 1)
    for name, value in (
        ("k.n:brier", 1.0),
        ("k.brier", float(((given - truth) ** 2).sum())),
        (f"k.bin_confidence:{place}", float(given[best])),
        (f"k.bin_right:{place}", truth[best]),
    ):
        counts[name] = counts.get(name, 0.0) + value


def coding_measures(sums: Sums) -> tuple[Measure, ...]:
    """Return the figures about codes for the fields that were both coded and predicted."""
    fields = [field for field in FIELDS if sums[f"k.n:{field}"].any()]
    measures = []
    for field in fields:
        count = _column(f"k.n:{field}")
        measures.append(share(("codes", f"{field}_accuracy"), f"k.right:{field}", f"k.n:{field}"))
        measures.append(Measure(("codes", f"{field}_alpha"), _alpha(field, sums), count))
    if "type" in fields:
        types = sorted({*sums.names("k.type_gold:"), *sums.names("k.type_pred:")})
        measures.append(
            Measure(("codes", "type_macro_f1"), _macro_f1(sums.names("k.type_gold:")), _column("k.n:type"))
        )
        measures += precision_recall(("codes", "found_and_typed"), "k.right:type", "k.predicted", "k.gold")
        for flat in types:
            columns = (f"k.type_hit:{flat}", f"k.type_pred:{flat}", f"k.type_gold:{flat}")
            measures += precision_recall(("codes", "types", flat), *columns)
    if sums["k.n:brier"].any():
        count = _column("k.n:brier")
        measures.append(
            Measure(("codes", "level_brier"), lambda s: divide(s["k.brier"], s["k.n:brier"]), count)
        )
        measures.append(Measure(("codes", "level_calibration_error"), _calibration_error, count))
    return tuple(measures)


def _column(name: str) -> Formula:
    return lambda s: s[name]


def _alpha(field: str, sums: Sums) -> Formula:
    codes = sorted({code for pair in sums.names(f"k.pair:{field}:") for code in pair.split(":")})
    distance: Distance = nominal_distance
    if field == "level":
        codes, distance = list(LEVELS), ordinal_distance
    return lambda s: alpha_of(s.table(f"k.pair:{field}", codes), distance)


def _macro_f1(types: Sequence[str]) -> Formula:
    """Mean F1 of the types that the gold holds; a type that a resample lacks is left out there."""

    def macro(s: Sums) -> FloatArray:
        total, occurring = np.zeros_like(s["k.n:type"]), np.zeros_like(s["k.n:type"])
        for flat in types:
            gold = s[f"k.type_gold:{flat}"]
            f1 = divide(2 * s[f"k.type_hit:{flat}"], gold + s[f"k.type_pred:{flat}"])
            total = total + np.where(gold > 0, np.nan_to_num(f1), 0.0)
            occurring = occurring + (gold > 0)
        return divide(total, occurring)

    return macro


def _calibration_error(s: Sums) -> FloatArray:
    gaps = [np.abs(s[f"k.bin_confidence:{b}"] - s[f"k.bin_right:{b}"]) for b in range(BINS)]
    return divide(np.sum(gaps, axis=0), s["k.n:brier"])
