"""The group of commands: lazy loading, exit codes, and the last word on errors."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any, NoReturn

import click

from attribution import __version__
from attribution.errors import AttributionError

COULD_NOT_RUN = 2
INTERRUPTED = 130  # 128 + SIGINT, as shells have it
PIPE_CLOSED = 141  # 128 + SIGPIPE

# In the order of the help text.
COMMANDS = ("tag", "profile", "explain", "evaluate")

EPILOG = """\b
Exit status: 0 done, 2 something could not run (the rest is done all the same).

The score says how well a reader could check the sourcing; it never says whether a claim is true.

Another distribution owns the name "attribution" on the package index. This one is called
news-attribution and installs the command news-attribution beside attribution: use it, or
python -m attribution, where both are installed.
"""


class LazyGroup(click.Group):
    """A group that imports a command's module only when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"attribution.cli.{name}").command
        return command

    # Any: click's own signature
    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> NoReturn:
        """Run, then exit with the documented status; no error of ours ends in a traceback."""
        try:
            status = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except click.ClickException as error:
            error.show()
            status = COULD_NOT_RUN
        except AttributionError as error:
            complain(error)
            status = COULD_NOT_RUN
        except (click.Abort, KeyboardInterrupt):
            click.echo("interrupted", err=True)
            status = INTERRUPTED
        except OSError as error:
            complain(f"the output cannot be written: {error.strerror or error}\n  Try: -o with another place")
            status = COULD_NOT_RUN
        sys.exit(status if isinstance(status, int) else 0)

    def invoke(self, ctx: click.Context) -> Any:  # Any: click's own signature
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            close_quietly()
            ctx.exit(PIPE_CLOSED)


def complain(problem: object) -> None:
    """Put an error on standard error; words from files cannot steer the terminal."""
    from attribution.reporting.escaping import printable

    lines = str(problem).splitlines()
    click.echo("attribution: " + "\n".join(map(printable, lines)), err=True)


def close_quietly() -> None:
    """Point standard output nowhere: its reader has gone, and Python would complain on leaving."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())


@click.group(
    cls=LazyGroup,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="news-attribution")
def cli() -> None:
    """Who says so? Reads German and English news and finds every attributed statement, who stands
    behind it, its attribution type, and how well a reader could check the sourcing.
    """
