"""Fit the type classifier on the coded train parts and report it on the dev parts."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
import numpy as np

from attribution.classifying.classifier import Decoding, TypeClassifier, pack_models
from attribution.classifying.vectors import WordVectors
from attribution.modelstore import load_model, save_model
from experiments.coded_corpus import CORPORA, SEEDS, coded_articles, coded_seeds
from experiments.coding_scores import code_scores
from experiments.type_models import (
    BALANCE,
    FOLDS,
    SEED,
    STRENGTHS,
    HeldOut,
    Rows,
    build_rows,
    fit_all,
    held_out,
)

NAME = "types-de-en"
WORDS = "words-de-en"

CARD = """# Type classifier, German and English

One multinomial logistic regression per coded dimension (ident, kind, origin, voice), one yes-or-no
model per relay, one for the flat type; fitted with scikit-learn, stored as arrays, applied with
plain array maths. Ident, kind and origin are chosen together so that they agree with the type.

- Train: {train}.
- Labels: coded by a language model that read each article with the coding guide, item by item, in
  independent passes. Agreement between passes is consistency, not human agreement.
- Texts: German Wikinews (text CC BY; annotations of Petersen-Frey and Biemann 2024,
  CC BY-NC-SA 4.0) and PolNeAR (Newell, Margolin and Ruths 2018; no licence stated). No text is in
  this folder; words and weights learned from it are.
- Dev, gold spans: {dev}.
- Not for: judging whether a statement is true.

Fit again: `python -m experiments.train_types`
"""


def load_rows(corpora: Path, labels: Path, part: str, vectors: WordVectors) -> Rows:
    """Features and labels of one part; the seeds, which are ours, teach with the train part."""
    articles = [article for lang in CORPORA for article in coded_articles(corpora, labels, part, lang)]
    return build_rows([*articles, *(coded_seeds(SEEDS) if part == "train" else ())], vectors)


def choose_decoding(rows: Rows, held: HeldOut) -> Decoding:
    """Choose the decoding that codes train articles best, held out, both languages alike."""

    def value(decoding: Decoding) -> float:
        scores = scores_by_language(rows, held.codes(rows, decoding))
        return sum(
            s["type_accuracy"] + 0.3 * s["via_alpha"] + 0.3 * s["origin_alpha"] for s in scores.values()
        )

    best = Decoding()
    for field, values in (
        ("type_weight", (0.5, 1.0)),
        ("pooling", (0.3, 0.6, 0.8)),
        ("via_threshold", (0.35, 0.5)),
    ):
        options = [Decoding(**{**as_dict(best), field: number}) for number in values]
        best = max(options, key=value)
    return best


def as_dict(decoding: Decoding) -> dict[str, float]:
    return {name: getattr(decoding, name) for name in Decoding.__dataclass_fields__}


def scores_by_language(rows: Rows, codes: Any) -> dict[str, dict[str, Any]]:
    langs = np.array(rows.langs)
    return {
        lang: code_scores(
            [rows.labels[n] for n in np.flatnonzero(langs == lang)],
            [codes[n] for n in np.flatnonzero(langs == lang)],
        )
        for lang in CORPORA
    }


def search(rows: Rows, report: Any) -> None:
    """Print held-out accuracy of several penalties for every dimension."""
    for c in (0.02, 0.05, 0.1, 0.2, 0.5):
        held = held_out(rows, n_folds=3, strengths=dict.fromkeys(STRENGTHS, c))
        scores = scores_by_language(rows, held.codes(rows, Decoding()))
        kept = {lang: {k: v for k, v in s.items() if k.endswith("accuracy")} for lang, s in scores.items()}
        report(f"C={c}: {json.dumps(kept)}")


def write_json(path: Path, value: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=1, sort_keys=True) + "\n", encoding="utf-8", newline="\n")


def digests(*folders: Path) -> dict[str, str]:
    """Return the sha256 of the train files."""
    names = [path for folder in folders for path in sorted(folder.glob("*.train.*"))]
    names += sorted(SEEDS.glob("*/*.toml"))
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in names}


@click.command()
@click.option("--corpora", type=click.Path(path_type=Path, exists=True), default=Path("../shared/corpora"))
@click.option("--labels", type=click.Path(path_type=Path, exists=True), default=Path("../shared/labels"))
@click.option("--out", type=click.Path(path_type=Path), default=Path("data/models"))
@click.option("--results", type=click.Path(path_type=Path), default=Path("experiments/results"))
@click.option("--search", "searching", is_flag=True, help="Only compare penalties on train.")
def main(corpora: Path, labels: Path, out: Path, results: Path, searching: bool) -> None:
    """Write data/models/types-de-en and experiments/results/types.json."""
    import sklearn

    words = load_model(out / WORDS)
    vectors = WordVectors.from_model(words)
    train = load_rows(corpora, labels, "train", vectors)
    if searching:
        search(train, click.echo)
        return
    held = held_out(train)
    decoding = choose_decoding(train, held)
    cross_validated = scores_by_language(train, held.codes(train, decoding))
    arrays, entries = pack_models(fit_all(train))
    manifest = {
        "name": NAME,
        **entries,
        "decoding": as_dict(decoding),
        "penalties": dict(STRENGTHS),
        "balance": dict(BALANCE),
        "words_digest": words.digest,
        "scikit_learn": sklearn.__version__,
        "training_data": digests(corpora, labels),
        "seed": SEED,
        "folds": FOLDS,
        "held_out_train": cross_validated,
    }
    save_model(out / NAME, arrays, manifest)
    classifier = TypeClassifier.from_models(load_model(out / NAME), words)
    dev = load_rows(corpora, labels, "dev", vectors)
    codes = tuple(c for a in dev.articles for c in classifier.classify(a.document, a.statements, a.chains))
    scores = scores_by_language(dev, codes)
    write_json(results / "types.json", {"dev": scores, "held_out_train": cross_validated})
    write_card(out / NAME / "CARD.md", train, scores)
    for lang, values in scores.items():
        click.echo(f"{lang} dev {json.dumps(values)}")
        click.echo(f"{lang} held out {json.dumps(cross_validated[lang])}")


def write_card(path: Path, train: Rows, scores: Mapping[str, Mapping[str, Any]]) -> None:
    counts = ", ".join(
        f"{train.langs.count(lang):,} statements of {CORPORA[lang]} and our seeds" for lang in CORPORA
    )
    dev = "; ".join(
        f"{lang} type accuracy {s['type_accuracy']:.3f}, macro-F1 {s['type_macro_f1']:.3f} (n = {s['n']:,})"
        for lang, s in scores.items()
    )
    path.write_text(CARD.format(train=counts, dev=dev), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
