"""``attribution profile``: what the sourcing of each article amounts to."""

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
    from attribution.profiling import Profile
    from attribution.records import Analysis


@click.command("profile")
@files_argument
@output_options()
@spans_option
@jobs_option
@reading_options
@click.pass_context
def command(ctx: click.Context, /, format_: str | None, output: str | None, **_: Any) -> None:
    """Profile the sourcing of each article: who speaks, how checkable, through which channels.

    FILES are read as for tag.

    \b
    Example:
        attribution profile story.txt
        attribution profile --format csv stories/ -o profiles.csv
    """
    from attribution.reporting.export import open_output

    chosen = chosen_format(format_, output)
    run = Run(settings_from(ctx.params), notices=True)
    with open_output(output) as out:
        analyses = with_progress(run.analyses(), shown=output is not None or not out.isatty())
        _write(analyses, chosen, out)
    ctx.exit(run.status)


def _write(analyses: "Iterator[Analysis]", format_: str, out: TextIO) -> None:
    from attribution.profiling import profile
    from attribution.reporting import export, profiles

    found = map(profile, analyses)
    if format_ == "table":
        _write_tables(found, out)
    elif format_ == "csv":
        names = [column.name for column in profiles.PROFILE_COLUMNS]
        free = [column.name for column in profiles.PROFILE_COLUMNS if column.free_text]
        export.write_csv(map(profiles.profile_row, found), out, columns=names, guarded=free)
    else:
        records = map(profiles.profile_record, found)
        (export.write_jsonl if format_ == "jsonl" else export.write_json)(records, out)


def _write_tables(found: "Iterable[Profile]", out: TextIO) -> None:
    from attribution.reporting.profiles import print_profile
    from attribution.reporting.tables import Printer

    printer = Printer(out)
    for item in found:
        print_profile(item, printer)
