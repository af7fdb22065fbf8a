"""How good is what is shipped? Every dev set, on predicted and on gold spans, with intervals.

Example: ``python -m experiments.evaluate_corpora --shared ../shared`` writes ``experiments/results/*.json``.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from attribution.annotations.jsonl import GoldArticle, read_gold
from attribution.annotations.labels_tsv import read_labels
from attribution.evaluating import EvaluationReport, evaluate
from attribution.pipeline import Analyzer
from attribution.reading import article_from_record
from attribution.reporting.contract import to_record

RESULTS = Path(__file__).parent / "results"
# Reports of one resample count fit in a page; the score gate compares points, not intervals.
RESAMPLES = 1000


@dataclass(frozen=True, slots=True)
class DevSet:
    """One set of gold articles: files below the shared folder, and their label files."""

    name: str
    gold: tuple[str, ...]
    labels: tuple[str, ...] = ()


SETS = (
    DevSet("wikinews-de.dev", ("corpora/wikinews-de.dev.jsonl",), ("labels/wikinews-de.dev.tsv",)),
    DevSet("polnear-en.dev", ("corpora/polnear-en.dev.jsonl",), ("labels/polnear-en.dev.tsv",)),
    DevSet("challenge-de.dev", ("challenge/de.dev.jsonl",)),
    DevSet("challenge-en.dev", ("challenge/en.dev.jsonl",)),
    DevSet("challenge.dev", ("challenge/de.dev.jsonl", "challenge/en.dev.jsonl")),
)


def predictions(
    gold: list[GoldArticle], analyzer: Analyzer, *, spans: str
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Contract statements of every article, found anew or kept from the gold."""
    for article in gold:
        record = {k: v for k, v in article.record.items() if k != "attributions"}
        statements = article.bare_statements() if spans == "gold" else None
        analysis = analyzer.analyze(article_from_record(record), statements)
        yield article.id, to_record(analysis)["attributions"]


def measure(
    shared: Path, dev: DevSet, spans: str, analyzer: Analyzer, *, resamples: int = RESAMPLES
) -> EvaluationReport:
    """Evaluate the shipped models on one set."""
    gold = [article for path in dev.gold for article in read_gold(shared / path)]
    labels = {k: v for path in dev.labels for k, v in read_labels(shared / path).items()}
    found = dict(predictions(gold, analyzer, spans=spans))
    return evaluate(gold, found, labels or None, resamples=resamples)


@click.command(help=__doc__)
@click.option("--shared", type=click.Path(exists=True, path_type=Path), default=Path("../shared"))
@click.option("--out", type=click.Path(path_type=Path), default=RESULTS)
@click.option("--only", multiple=True, help="Name of a set; all by default.")
@click.option(
    "--spans", type=click.Choice(["predicted", "gold"]), multiple=True, default=["predicted", "gold"]
)
def main(shared: Path, out: Path, only: tuple[str, ...], spans: tuple[str, ...]) -> None:
    analyzer = Analyzer(threads=2)
    out.mkdir(parents=True, exist_ok=True)
    for dev in SETS:
        if only and dev.name not in only:
            continue
        for kind in spans:
            report = measure(shared, dev, kind, analyzer)
            command = f"python -m experiments.evaluate_corpora --only {dev.name} --spans {kind}"
            result = {
                "set": dev.name,
                "spans": kind,
                "command": command,
                "models": {
                    "tagger": analyzer.tagger.digest[:16],
                    "types": analyzer.classifier.digest[:16],
                    "strength": analyzer.scorer.digest[:16],
                },
                **report.to_dict(),
            }
            path = out / f"{dev.name}.{kind}.json"
            path.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
            click.echo(path.name)


if __name__ == "__main__":
    main()
