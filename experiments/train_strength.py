"""Fit the strength model on codes predicted for train articles held out; report it on dev."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import numpy as np

from attribution.annotations.labels_tsv import LabelRow
from attribution.classifying.classifier import Decoding, TypeClassifier
from attribution.classifying.fitting import folds
from attribution.modelstore import load_model, save_model
from attribution.records import Codes
from attribution.scoring.encoder import ReasonEncoder, Reasons
from attribution.scoring.ordinal import fit_thresholds_and_weights, level_probabilities
from attribution.scoring.reasons import find_reasons
from attribution.scoring.scorer import StrengthScorer
from experiments.coded_corpus import CORPORA
from experiments.coding_scores import calibration, level_alpha
from experiments.train_types import NAME as TYPES
from experiments.train_types import WORDS, digests, load_rows, write_json
from experiments.type_models import SEED, Rows, held_out

NAME = "strength-de-en"
LANGS = tuple(CORPORA)
MIN_COUNT = 8  # a reason needs that many statements
PENALTIES = (0.1, 0.3, 1.0, 3.0)
FOLDS = 5

CARD = """# Strength model, German and English

Ordinal, additive: P(level > k) = sigmoid(base + sum of the weights of the reasons that apply -
threshold k). One logistic regression over threshold indicators, fitted with scikit-learn; weights
are common to both languages, base and thresholds a language's own. The score is
100 * (expected level - 1) / 4. It says how well a reader could check the sourcing, never whether
a claim is true. Reasons know no names and reward no kind of source as such.

- Train: levels of {train}; reasons from codes that were predicted out of fold by article, so that
  fitting and use agree.
- Labels: coded by a language model that read each article with the coding guide, in independent
  passes. Agreement between passes is consistency, not human agreement.
- Texts: German Wikinews (annotations CC BY-NC-SA 4.0) and PolNeAR (no licence stated).
- Dev, gold spans, predicted codes: {dev}.
- A table of (ident, voice, via) on the same predicted codes: {table}.

Fit again: `python -m experiments.train_strength`
"""

Table = Mapping[tuple[str, ...], int]


def reasons_of(rows: Rows, codes: Sequence[Codes]) -> list[Reasons]:
    """Return the reasons of all statements, article by article."""
    found: list[Reasons] = []
    for article in rows.articles:
        part = codes[len(found) : len(found) + len(article.statements)]
        found += find_reasons(article.document, article.statements, article.chains, part)
    return found


def levels_of(rows: Rows) -> list[int]:
    return [labels[0].level for labels in rows.labels]


def fit_model(
    reasons: Sequence[Reasons], levels: Sequence[int], langs: Sequence[str], c: float
) -> dict[str, Any]:
    """Return codes, weights, base and thresholds; the base takes the thresholds' mean."""
    encoder = ReasonEncoder(min_count=MIN_COUNT)
    x = encoder.fit_transform(reasons)
    groups = [LANGS.index(lang) for lang in langs]
    weights, thresholds = fit_thresholds_and_weights(x, levels, groups, n_groups=len(LANGS), c=c)
    base = -thresholds.mean(axis=1)
    return {
        "codes": encoder.codes_.tolist(),
        "weights": weights,
        "base": base,
        "thresholds": thresholds + base[:, None],
    }


def predict(
    model: Mapping[str, Any], reasons: Sequence[Reasons], langs: Sequence[str]
) -> list[tuple[float, ...]]:
    x = ReasonEncoder().with_codes(model["codes"]).transform(reasons)
    predictors = x @ model["weights"] + model["base"][[LANGS.index(lang) for lang in langs]]
    return [
        level_probabilities(predictor, model["thresholds"][LANGS.index(lang)])
        for predictor, lang in zip(predictors, langs, strict=True)
    ]


def choose_penalty(reasons: Sequence[Reasons], rows: Rows, report: Any) -> float:
    """Choose the penalty with the best held-out Brier score, folds by article."""
    levels = levels_of(rows)
    splits = folds(rows.groups, FOLDS, seed=SEED)
    scores = {}
    for c in PENALTIES:
        out: list[tuple[float, ...]] = [()] * len(levels)
        for train, test in splits:
            model = fit_model(*([v[n] for n in train] for v in (reasons, levels, rows.langs)), c=c)
            found = predict(model, [reasons[n] for n in test], [rows.langs[n] for n in test])
            for n, probabilities in zip(test, found, strict=True):
                out[n] = probabilities
        scores[c] = calibration(levels, out)["brier"]
        report(f"C={c}: held-out Brier {scores[c]}", err=True)
    return min(scores, key=lambda c: (scores[c], c))


def look_up_table(codes: Sequence[Codes], levels: Sequence[int]) -> Table:
    """The baseline: the most frequent level of each (ident, voice, via), ties to the lower."""
    seen: dict[tuple[str, ...], Counter[int]] = defaultdict(Counter)
    for row, level in zip(codes, levels, strict=True):
        seen[(row.ident, row.voice, row.via_code)][level] += 1
        seen[(row.ident,)][level] += 1
    return {key: min(counts, key=lambda n: (-counts[n], n)) for key, counts in seen.items()}


def table_level(table: Table, codes: Codes) -> int:
    return table.get((codes.ident, codes.voice, codes.via_code), table.get((codes.ident,), 3))


def level_scores(
    labels: Sequence[Sequence[LabelRow]],
    levels: Sequence[int],
    probabilities: Sequence[Sequence[float]] | None,
) -> dict[str, Any]:
    """Accuracy (either coder), ordinal alpha (coder A), Brier, calibration error."""
    hits = [level in [row.level for row in rows] for rows, level in zip(labels, levels, strict=True)]
    scores: dict[str, Any] = {
        "n": len(levels),
        "accuracy": round(float(np.mean(hits)), 4),
        "alpha": level_alpha([(rows[0].level, level) for rows, level in zip(labels, levels, strict=True)]),
    }
    if probabilities is not None:
        scores |= calibration([rows[0].level for rows in labels], probabilities)
    return scores


def by_language(rows: Rows, values: Sequence[Any], scores: Any) -> dict[str, Any]:
    places = {lang: [n for n, other in enumerate(rows.langs) if other == lang] for lang in LANGS}
    return {
        lang: scores([rows.labels[n] for n in kept], [values[n] for n in kept])
        for lang, kept in places.items()
    }


@click.command()
@click.option("--corpora", type=click.Path(path_type=Path, exists=True), default=Path("../shared/corpora"))
@click.option("--labels", type=click.Path(path_type=Path, exists=True), default=Path("../shared/labels"))
@click.option("--out", type=click.Path(path_type=Path), default=Path("data/models"))
@click.option("--results", type=click.Path(path_type=Path), default=Path("experiments/results"))
def main(corpora: Path, labels: Path, out: Path, results: Path) -> None:
    """Write data/models/strength-de-en and experiments/results/strength.json."""
    import sklearn

    types = load_model(out / TYPES)
    classifier = TypeClassifier.from_models(types, load_model(out / WORDS))
    train = load_rows(corpora, labels, "train", classifier.vectors)
    train_codes = held_out(train).codes(train, Decoding(**types.manifest["decoding"]))
    reasons = reasons_of(train, train_codes)
    c = choose_penalty(reasons, train, click.echo)
    model = fit_model(reasons, levels_of(train), train.langs, c)
    manifest = {
        "name": NAME,
        "reasons": model["codes"],
        "languages": list(LANGS),
        "thresholds": {lang: row.tolist() for lang, row in zip(LANGS, model["thresholds"], strict=True)},
        "penalty": c,
        "types_digest": types.digest,
        "scikit_learn": sklearn.__version__,
        "training_data": digests(corpora, labels),
        "seed": SEED,
    }
    save_model(out / NAME, {key: model[key] for key in ("weights", "base", "thresholds")}, manifest)
    scorer = StrengthScorer.from_model(load_model(out / NAME))
    table = look_up_table(train_codes, levels_of(train))
    report(
        classifier, scorer, table, train, load_rows(corpora, labels, "dev", classifier.vectors), out, results
    )


def report(
    classifier: TypeClassifier,
    scorer: StrengthScorer,
    table: Table,
    train: Rows,
    dev: Rows,
    out: Path,
    results: Path,
) -> None:
    """Write dev scores with predicted codes, beside the look-up table and gold codes."""
    codes = [c for a in dev.articles for c in classifier.classify(a.document, a.statements, a.chains)]
    strengths = [scorer.strength(lang, r) for lang, r in zip(dev.langs, reasons_of(dev, codes), strict=True)]

    def of_strengths(labels: Any, values: Any) -> dict[str, Any]:
        return level_scores(labels, [v.level for v in values], [v.probabilities for v in values])

    def of_levels(labels: Any, values: Any) -> dict[str, Any]:
        return level_scores(labels, values, None)

    scores = by_language(dev, strengths, of_strengths)
    looked_up = by_language(dev, [table_level(table, row) for row in codes], of_levels)
    write_json(results / "strength.json", {"dev": scores, "dev_look_up_table": looked_up})
    lines = [
        "; ".join(
            f"{lang} level alpha {s['alpha']:.3f}, accuracy {s['accuracy']:.3f}" for lang, s in r.items()
        )
        for r in (scores, looked_up)
    ]
    counts = ", ".join(
        f"{train.langs.count(lang):,} statements of {CORPORA[lang]} and our seeds" for lang in LANGS
    )
    card = CARD.format(train=counts, dev=lines[0], table=lines[1])
    (out / NAME / "CARD.md").write_text(card, encoding="utf-8", newline="\n")
    click.echo(json.dumps({"dev": scores, "table": looked_up}))


if __name__ == "__main__":
    main()
