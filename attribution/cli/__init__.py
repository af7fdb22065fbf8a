"""The command line: a group whose commands are imported when they are asked for."""

from attribution.cli.group import cli

__all__ = ["cli", "main"]


def main() -> None:
    """Run the command line; the entry point of the installed commands."""
    cli.main()
