"""``attribution explain``: why a statement has its strength."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

import click

from attribution.cli.group import COULD_NOT_RUN, complain
from attribution.cli.options import (
    chosen_format,
    output_options,
    reading_options,
    settings_from,
    spans_option,
)
from attribution.cli.running import Run
from attribution.errors import InputError

if TYPE_CHECKING:
    from attribution.records import Analysis, Attribution

FORMATS = ("table", "json", "jsonl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which statements of which article to explain; None means all."""

    article: str | None
    statement: str | None

    def of(self, analysis: "Analysis") -> "Iterator[tuple[Attribution, str]]":
        """The wanted statements with the text that their offsets point into."""
        article = analysis.article
        if self.article is not None and article.id != self.article:
            return
        for items, text in (
            (analysis.headline_attributions, article.title or ""),
            (analysis.attributions, article.text),
        ):
            for item in items:
                if self.statement is None or item.statement.id == self.statement:
                    yield item, text


@click.command("explain")
@click.argument("file", metavar="FILE")
@click.option("--statement", metavar="ID", help="Only this statement; all of them by default.")
@click.option("--article", metavar="ID", help="Only this article of the file.")
@output_options(*FORMATS)
@spans_option
@reading_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    file: str,
    statement: str | None,
    article: str | None,
    format_: str | None,
    output: str | None,
    **_: Any,
) -> None:
    """Show the sum behind a statement's strength, reason by reason, and add it up again.

    \b
    Example:
        attribution explain story.txt --statement 3
    """
    from attribution.reporting.export import open_output

    settings = settings_from({**ctx.params, "files": (file,)})
    run = Run(settings)
    wanted = Wanted(article=article, statement=statement)
    with open_output(output) as out:
        shown, differing = _write(run, wanted, chosen_format(format_, output, *FORMATS), out)
    if not shown and not run.failures and (article is not None or statement is not None):
        raise InputError(
            f"{file} has no such statement.", remedy=f"attribution tag {file} lists articles and statements"
        )
    if differing:
        complain("a sum does not replay\n  Try: please report the article and the version")
    ctx.exit(COULD_NOT_RUN if differing else run.status)


def _write(run: Run, wanted: Wanted, format_: str, out: TextIO) -> tuple[int, int]:
    """Write the explanations; return how many there were and how many did not replay."""
    from attribution.reporting import explanations, export

    counts = [0, 0]

    def explained() -> "Iterator[tuple[Analysis, explanations.Explanation]]":
        for analysis in run.analyses():
            for item, text in wanted.of(analysis):
                thresholds = run.analyzer.scorer.thresholds[analysis.article.lang]
                found = explanations.explain(item, text, thresholds)
                counts[0] += 1
                counts[1] += not found.replayed
                yield analysis, found

    if format_ == "table":
        from attribution.reporting.tables import Printer

        printer = Printer(out)
        for analysis, found in explained():
            explanations.print_explanation(found, analysis, printer)
    else:
        records = (explanations.explanation_record(found, analysis) for analysis, found in explained())
        (export.write_jsonl if format_ == "jsonl" else export.write_json)(records, out)
    return counts[0], counts[1]
