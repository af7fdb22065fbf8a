"""One evaluation: every metric that gold, predictions and labels allow, with intervals."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from attribution.annotations.jsonl import GoldArticle
from attribution.annotations.labels_tsv import LabelRow
from attribution.errors import AnnotationError, SampleError
from attribution.evaluating.bootstrap import DEFAULT_RESAMPLES, measure_figures
from attribution.evaluating.challenge import challenge_measures, count_challenge
from attribution.evaluating.coding import coding_measures, count_codes, join_statements, reference_codes
from attribution.evaluating.figures import Counts, Measure, Tally
from attribution.evaluating.matching import Row, tokenize_article
from attribution.evaluating.report import EvaluationReport
from attribution.evaluating.scores import (
    CUE_SOURCE,
    attribution_measures,
    count_attribution,
    count_official,
    drop_nested,
    official_measures,
)

Labels = Mapping[str, Mapping[str, tuple[LabelRow, ...]]]


def evaluate(
    gold: Sequence[GoldArticle],
    predicted: Mapping[str, Sequence[Row]],
    labels: Labels | None = None,
    *,
    resamples: int = DEFAULT_RESAMPLES,
    seed: int = 0,
    nested: bool = True,
) -> EvaluationReport:
    """Hold predictions against gold.

    Parameters
    ----------
    gold : sequence of GoldArticle
        Each id once. An article without a prediction counts as one with no statements.
    predicted : mapping
        Article id -> the ``attributions`` of ``attribution tag --format jsonl``, parsed.
        Predictions on gold spans (same ids, same contents) are joined by id.
    labels : mapping, optional
        :func:`~attribution.annotations.labels_tsv.read_labels`; articles that it does not
        hold are coded by the gold file's own codes, if there are any.
    resamples, seed : int
        Of the bootstrap over articles; 0 resamples give no intervals.
    nested : bool
        False leaves nested statements out on both sides.

    Returns
    -------
    EvaluationReport
        Groups ``official``, ``official_cue_source`` and ``attribution`` always;
        ``challenge`` where the gold rows carry types; ``codes`` where codes were both given
        and predicted.

    Raises
    ------
    SampleError
        No gold article, or labels of which none belongs to the gold.
    AnnotationError
        Two gold articles with the same id.
    """
    _check(gold, labels)
    typed = any("type" in codes for article in gold for codes in article.codes)
    counts = [
        _count_article(
            article if nested else _without_nested(article),
            predicted.get(article.id, ()) if nested else drop_nested(predicted.get(article.id, ())),
            (labels or {}).get(article.id),
            typed=typed,
        )
        for article in gold
    ]
    tally = Tally(counts)
    sums = tally.total()
    measures: list[Measure] = [
        # medium is not predicted, so its accuracy says nothing (contract, "What the scorers do")
        *official_measures(stwr=False),
        *official_measures("official_cue_source", CUE_SOURCE, stwr=False),
        *attribution_measures(sums),
        *(challenge_measures(sums) if typed else ()),
        *coding_measures(sums),
    ]
    return EvaluationReport(
        figures=measure_figures(tally, measures, resamples=resamples, seed=seed),
        articles=len(gold),
        untagged=sum(article.id not in predicted for article in gold),
        gold_statements=round(float(sums["a.gold"][0])),
        predicted_statements=round(float(sums["a.predicted"][0])),
        resamples=resamples,
        seed=seed,
    )


def _check(gold: Sequence[GoldArticle], labels: Labels | None) -> None:
    if not gold:
        raise SampleError("No gold article to evaluate on.", remedy="name a JSON Lines file with articles")
    ids = {article.id for article in gold}
    if len(ids) < len(gold):
        raise AnnotationError(
            "Two gold articles have the same id.", remedy="evaluate the files one by one, or rename the ids"
        )
    if labels is not None and not ids & set(labels):
        raise SampleError(
            "No row of the labels belongs to a gold article.",
            remedy="name the label file of the same corpus and part",
        )


def _count_article(
    article: GoldArticle,
    predicted: Sequence[Row],
    labels: Mapping[str, tuple[LabelRow, ...]] | None,
    *,
    typed: bool,
) -> Counts:
    tokenized = tokenize_article(article.record, predicted)
    counts = {**count_official(tokenized), **count_attribution(tokenized)}
    if typed:
        counts |= count_challenge(article.record, predicted)
    references = reference_codes(article, labels)
    if references:
        present = {statement.id for statement in article.statements}
        references = {key: rows for key, rows in references.items() if key in present}
        joined = join_statements(article, predicted, tokenized)
        counts |= count_codes(references, joined, len(predicted))
    return counts


def _without_nested(article: GoldArticle) -> GoldArticle:
    kept = [place for place, statement in enumerate(article.statements) if not statement.nested]
    return replace(
        article,
        record={**article.record, "attributions": drop_nested(article.record["attributions"])},
        statements=tuple(article.statements[place] for place in kept),
        codes=tuple(article.codes[place] for place in kept) if article.codes else (),
    )
