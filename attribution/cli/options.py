"""The options that mean the same in every command."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, TypeVar

import click

FORMATS = ("table", "json", "jsonl", "csv")
MAX_CHARS = 1_000_000  # contract, "Bad input"

Command = TypeVar("Command", bound=Callable[..., Any])  # Any: a command takes whatever its options are


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the user settled about reading and analysing."""

    files: tuple[str, ...]
    lang: str | None = None
    country: str | None = None
    encoding: str | None = None
    max_chars: int = MAX_CHARS
    model: str = "accurate"
    spans: str = "predicted"
    jobs: int = 1
    debug: bool = False


def settings_from(params: Mapping[str, Any]) -> Settings:  # Any: click's parameters
    """Gather the settings from a command's parameters."""
    known = {name: params[name] for name in Settings.__dataclass_fields__ if name in params}
    if known.get("lang") == "auto":
        known["lang"] = None
    return Settings(**known)


def files_argument(command: Command) -> Command:
    """Add FILES."""
    return click.argument("files", nargs=-1, required=True, metavar="FILES...")(command)


def reading_options(command: Command) -> Command:
    """Add the options about how articles are read and analysed."""
    for option in reversed(
        (
            click.option(
                "--lang",
                type=click.Choice(["de", "en", "auto"]),
                default="auto",
                help="Language of the articles; told from the text by default.",
            ),
            click.option("--country", metavar="CODE", help="Home country, goes before what the files say."),
            click.option("--encoding", metavar="NAME", help="Encoding of the files, where it is not found."),
            click.option(
                "--max-chars",
                type=click.IntRange(min=1),
                default=MAX_CHARS,
                show_default=True,
                help="Longest article, in characters.",
            ),
            click.option(
                "--model",
                metavar="NAME",
                default="accurate",
                show_default=True,
                help="Which tagger finds the statements.",
            ),
            click.option("--debug", is_flag=True, help="Show the traceback of an internal error."),
        )
    ):
        command = option(command)
    return command


def jobs_option(command: Command) -> Command:
    """Add ``--jobs``."""
    return click.option(
        "--jobs",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        help="Processes; the order of the results stays.",
    )(command)


def spans_option(command: Command) -> Command:
    """Add ``--spans``."""
    return click.option(
        "--spans",
        type=click.Choice(["predicted", "gold"]),
        default="predicted",
        show_default=True,
        help="gold keeps the statements (ids and spans) that the files bring.",
    )(command)


def output_options(*formats: str) -> Callable[[Command], Command]:
    """Add ``--format`` with the given choices and ``-o``."""

    def add(command: Command) -> Command:
        command = click.option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write there instead of standard output; its ending tells the format.",
        )(command)
        return click.option(
            "--format",
            "format_",
            type=click.Choice(formats or FORMATS),
            help="Format of the results; table by default.",
        )(command)

    return add


def chosen_format(format_: str | None, output: str | None, *formats: str) -> str:
    """The format asked for, else the one that the output's name ends in, else a table."""
    if format_ is not None:
        return format_
    suffix = PurePath(output).suffix.lower().removeprefix(".") if output else ""
    return suffix if suffix in (formats or FORMATS) and suffix != "table" else "table"
