"""``attribution evaluate``: scores against a hand-annotated corpus."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from attribution.cli.options import (
    Settings,
    chosen_format,
    jobs_option,
    output_options,
    settings_from,
    spans_option,
)
from attribution.cli.running import Run
from attribution.cli.sources import Failure, Task
from attribution.errors import AnnotationError, AttributionError

if TYPE_CHECKING:
    from attribution.annotations.jsonl import GoldArticle
    from attribution.annotations.labels_tsv import Labels

FORMATS = ("table", "json")
# The labels are coded as seen from Germany and the United States (coding guide, origin).
HOME = {"de": "DE", "en": "US"}

Rows = Sequence[dict[str, Any]]  # Any: parsed statements of the contract


@click.command("evaluate")
@click.argument("gold", metavar="GOLD")
@click.option("--labels", metavar="TSV", multiple=True, help="Codes of the gold statements.")
@click.option(
    "--predictions", metavar="FILE", help="Output of tag --format jsonl, instead of a run of the models."
)
@click.option("--resamples", type=click.IntRange(min=0), default=1000, show_default=True)
@spans_option
@output_options(*FORMATS)
@jobs_option
@click.option("--model", metavar="NAME", default="accurate", show_default=True)
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    gold: str,
    labels: tuple[str, ...],
    predictions: str | None,
    resamples: int,
    format_: str | None,
    output: str | None,
    **_: Any,
) -> None:
    """Hold the toolkit against a gold corpus: JSON Lines, a seed (.toml) or a folder of seeds.

    \b
    Example:
        attribution evaluate corpus.dev.jsonl --labels corpus.dev.tsv --spans gold
    """
    from attribution.evaluating import evaluate, render_table
    from attribution.reporting.export import json_line, open_output

    articles, codes = _read(gold, labels)
    run = Run(settings_from({**ctx.params, "files": (gold,)}))
    with open_output(output) as out:
        found = _given(predictions) if predictions is not None else _predict(run, articles)
        if run.stopped:
            ctx.exit(run.status)
        report = evaluate(articles, found, codes, resamples=resamples)
        if chosen_format(format_, output, *FORMATS) == "json":
            out.write(json_line(report.to_dict()) + "\n")
        else:
            out.write(render_table(report) + "\n")
    ctx.exit(run.status)


def _read(gold: str, labels: Sequence[str]) -> "tuple[list[GoldArticle], Labels | None]":
    from attribution.annotations.jsonl import read_gold
    from attribution.annotations.labels_tsv import read_labels
    from attribution.annotations.seeds import read_seed, read_seeds

    path = Path(gold)
    if path.is_dir() or path.suffix.lower() == ".toml":
        seeds = read_seeds(path) if path.is_dir() else (read_seed(path),)
        coded: Labels = {seed.gold.id: {row.id: (row.labels,) for row in seed.expected} for seed in seeds}
        return [seed.gold for seed in seeds], coded
    articles = list(read_gold(path))
    found: Labels = {}
    for name in labels:
        found.update(read_labels(name))
    return articles, found or None


def _predict(run: Run, articles: "Sequence[GoldArticle]") -> dict[str, Rows]:
    """Contract statements by article id, from the models."""
    from attribution.reporting.contract import to_record

    tasks = _tasks(articles, run.settings)
    return {analysis.article.id: to_record(analysis)["attributions"] for analysis in run.analyses(tasks)}


def _tasks(articles: "Sequence[GoldArticle]", settings: Settings) -> Iterator[Task | Failure]:
    from attribution.reading import article_from_record

    for gold in articles:
        record = {name: value for name, value in gold.record.items() if name != "attributions"}
        try:
            article = article_from_record(
                record, country=None if gold.country else HOME.get(gold.lang), max_chars=len(gold.text) + 1
            )
        except AttributionError as error:
            yield Failure.of(error, gold.id)
            continue
        statements = gold.bare_statements() if settings.spans == "gold" else None
        yield Task(where=gold.id, article=article, statements=statements)


def _given(path: str) -> dict[str, Rows]:
    """Contract statements by article id, from a file of ready output."""
    from attribution.cli.sources import read_records

    found: dict[str, Rows] = {}
    for where, record in read_records(path):
        if isinstance(record, AttributionError):
            raise record
        if not isinstance(record, dict) or "id" not in record:
            raise AnnotationError(f"{where} has no id.", remedy="give the output of tag --format jsonl")
        rows = record.get("attributions")
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise AnnotationError(
                f"{where} has no list of attributions.", remedy="give the output of tag --format jsonl"
            )
        found[str(record["id"])] = rows
    return found
