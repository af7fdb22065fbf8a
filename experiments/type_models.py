"""Fitting the type classifier on coded articles, and its codes for articles held out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from attribution.annotations.labels_tsv import LabelRow
from attribution.classifying.classifier import DIMENSIONS, Decoding, decode
from attribution.classifying.features import Features, statement_features
from attribution.classifying.fitting import design, fit_logistic, folds, linear_model, vocabulary
from attribution.classifying.linear import Floats, LinearModel
from attribution.classifying.types import coded_type
from attribution.classifying.vectors import WordVectors
from attribution.records import Codes
from experiments.coded_corpus import CodedArticle

SEED = 20260101
FOLDS = 3
MIN_ARTICLES = 3  # a feature must occur in that many articles
SEED_WEIGHT = 0.3  # of a seed's statement: seeds have every type as often, news does not
PRUNE = 0.01  # smaller weights are dropped from the stored model

# Inverse penalty and class balance, one value for all dimensions. Set by hand: 0.03 and 0.1 were
# compared on train, three folds by article, with an early stand-in for the resolver; balance was not
# compared. `train_types --search` compares more values and has not been run on the present features.
STRENGTHS: Mapping[str, float] = dict.fromkeys(DIMENSIONS, 0.1)
BALANCE: Mapping[str, float] = dict.fromkeys(DIMENSIONS, 0.3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """Statements of many articles in one row each; everything runs parallel."""

    articles: tuple[CodedArticle, ...]
    features: tuple[Features, ...]
    groups: tuple[str, ...]  # article ids: folds keep them whole
    langs: tuple[str, ...]
    labels: tuple[tuple[LabelRow, ...], ...]


def build_rows(articles: Sequence[CodedArticle], vectors: WordVectors) -> Rows:
    """Compute the features of all statements."""
    features: list[Features] = []
    for article in articles:
        features += statement_features(article.document, article.statements, article.chains, vectors)
    return Rows(
        articles=tuple(articles),
        features=tuple(features),
        groups=tuple(a.document.article.id for a in articles for _ in a.statements),
        langs=tuple(a.document.lang for a in articles for _ in a.statements),
        labels=tuple(rows for a in articles for rows in a.labels),
    )


def targets(rows: Rows, dimension: str) -> list[str]:
    """Return what one model has to predict, coder A's code."""
    first = [labels[0] for labels in rows.labels]
    if dimension == "type":
        return [str(coded_type(row.ident, row.kind, row.origin)) for row in first]
    if dimension.startswith("via-"):
        via = dimension.removeprefix("via-")
        return ["yes" if via in row.via else "no" for row in first]
    return [str(getattr(row, dimension)) for row in first]


def fit_all(rows: Rows) -> dict[str, LinearModel]:
    """Fit every dimension on all rows."""
    names = vocabulary(rows.features, rows.groups, min_groups=MIN_ARTICLES)
    matrix = design(rows.features, names)
    models = {}
    for dimension in DIMENSIONS:
        fitted = fit_logistic(
            matrix,
            targets(rows, dimension),
            c=STRENGTHS[dimension],
            balance=BALANCE[dimension],
            sample_weight=weights_of(rows),
        )
        models[dimension] = linear_model(fitted, names, prune=PRUNE)
    return models


def weights_of(rows: Rows) -> Floats:
    """A weight for each row, from 0 to 1."""
    return np.array([SEED_WEIGHT if group.startswith(("de-", "en-")) else 1.0 for group in rows.groups])


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOut:
    """Log-probabilities of every row from models that never saw its article."""

    scores: Mapping[str, Floats]
    labels: Mapping[str, tuple[str, ...]]

    def codes(self, rows: Rows, decoding: Decoding) -> tuple[Codes, ...]:
        """Decode article by article."""
        found: list[Codes] = []
        for article in rows.articles:
            part = slice(len(found), len(found) + len(article.statements))
            scores = {name: values[part] for name, values in self.scores.items()}
            found += decode(scores, self.labels, article.chains, decoding)
        return tuple(found)


def held_out(rows: Rows, *, n_folds: int = FOLDS, strengths: Mapping[str, float] = STRENGTHS) -> HeldOut:
    """Fit on all folds but one, predict that one, for every fold and dimension."""
    names = vocabulary(rows.features, rows.groups, min_groups=MIN_ARTICLES)
    matrix = design(rows.features, names)
    splits = folds(rows.groups, n_folds, seed=SEED)
    scores, labels = {}, {}
    for dimension, c in strengths.items():
        wanted = np.asarray(targets(rows, dimension))
        labels[dimension] = tuple(sorted(set(wanted.tolist())))
        scores[dimension] = predict_folds(matrix, wanted, splits, labels[dimension], c, BALANCE[dimension])
    return HeldOut(scores=scores, labels=labels)


def predict_folds(
    matrix: Any,
    wanted: Any,
    splits: Sequence[tuple[Any, Any]],
    labels: Sequence[str],
    c: float,
    balance: float,
) -> Floats:
    """Return held-out log-probabilities; a label that a fold never saw gets almost none."""
    out = np.full((len(wanted), len(labels)), -20.0)
    for train, test in splits:
        fitted = fit_logistic(matrix[train], wanted[train].tolist(), c=c, balance=balance)
        columns = [labels.index(str(label)) for label in fitted.classes_]
        out[np.ix_(test, columns)] = np.log(np.maximum(fitted.predict_proba(matrix[test]), 1e-9))
    return out
