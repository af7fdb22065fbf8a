"""``attribution tag``: the statements of each article."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

import click

from attribution.cli.options import (
    chosen_format,
    files_argument,
    jobs_option,
    output_options,
    reading_options,
    settings_from,
    spans_option,
)
from attribution.cli.running import Run, with_progress

if TYPE_CHECKING:
    from attribution.records import Analysis


@click.command("tag")
@files_argument
@output_options()
@spans_option
@click.option("--no-text", is_flag=True, help="Leave the article's text out of JSON.")
@jobs_option
@reading_options
@click.pass_context
def command(ctx: click.Context, /, format_: str | None, output: str | None, no_text: bool, **_: Any) -> None:
    """Find the attributed statements of each article.

    FILES are .txt, .html, .docx, .json, .jsonl, seeds (.toml), folders, or - for standard input.

    \b
    Example:
        attribution tag story.txt
        attribution tag --format jsonl --lang de stories/ > statements.jsonl
    """
    from attribution.reporting.export import open_output

    chosen = chosen_format(format_, output)
    run = Run(settings_from(ctx.params), notices=chosen in ("table", "csv"))
    with open_output(output) as out:
        analyses = with_progress(run.analyses(), shown=output is not None or not out.isatty())
        _write(analyses, chosen, out, with_text=not no_text)
    ctx.exit(run.status)


def _write(analyses: "Iterator[Analysis]", format_: str, out: TextIO, *, with_text: bool) -> None:
    from attribution.reporting import columns, contract, export

    if format_ == "table":
        _write_tables(analyses, out)
    elif format_ == "csv":
        rows = (row for analysis in analyses for row in columns.rows(analysis))
        names = [column.name for column in columns.COLUMNS]
        free = [column.name for column in columns.COLUMNS if column.free_text]
        export.write_csv(rows, out, columns=names, guarded=free)
    else:
        records = (contract.to_record(analysis, with_text=with_text) for analysis in analyses)
        (export.write_jsonl if format_ == "jsonl" else export.write_json)(records, out)


def _write_tables(analyses: "Iterable[Analysis]", out: TextIO) -> None:
    from attribution.reporting.tables import Printer, print_statements

    printer = Printer(out)
    for analysis in analyses:
        print_statements(analysis, printer)
