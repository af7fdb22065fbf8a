"""Results written as JSON, JSON Lines or CSV, to a file at once or to standard output as they come."""

import csv
import io
import json
import os
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO

from attribution.errors import ConfigError
from attribution.reporting.escaping import guard_formula

JsonObject = Mapping[str, Any]  # Any: nested JSON


def write_json(objects: Iterable[JsonObject], out: TextIO) -> None:
    """Write a JSON list, an object a line, as the objects come."""
    out.write("[")
    for number, item in enumerate(objects):
        out.write(",\n" if number else "\n")
        out.write(json_line(item))
    out.write("\n]\n")


def write_jsonl(objects: Iterable[JsonObject], out: TextIO) -> None:
    """Write an object a line and flush after each, so that a reader can follow."""
    for item in objects:
        out.write(json_line(item) + "\n")
        out.flush()


def write_csv(
    rows: Iterable[Mapping[str, Any]], out: TextIO, *, columns: Sequence[str], guarded: Iterable[str]
) -> None:
    """Write rows under a header.

    Missing values are empty, truth values ``true`` and ``false``. A cell of the ``guarded``
    columns (words of the article) that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line
    break gets an apostrophe before it, because spreadsheets would run it as a formula.
    """
    free = frozenset(guarded)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row[name], guard=name in free) for name in columns])
        out.flush()


def json_line(item: object) -> str:
    """One line of JSON, letters as they are."""
    return json.dumps(item, ensure_ascii=False, allow_nan=False)


def _cell(value: Any, *, guard: bool) -> str:  # Any: one value of a flat row
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = repr(value) if isinstance(value, float) else str(value)
    return guard_formula(text) if guard else text


@contextmanager
def open_output(path: str | Path | None) -> Iterator[TextIO]:
    """Open the place that results go to.

    A file is written beside its place under another name and put there in the end, so that a
    run that breaks off leaves what was there before. None and "-" are standard output, always
    in UTF-8.

    Raises
    ------
    ConfigError
        The file cannot be made or put in its place.
    """
    if path is None or str(path) == "-":
        yield from _standard_output()
        return
    target = Path(path)
    try:
        if target.exists() and not target.is_file():
            yield from _special_file(target)
        else:
            yield from _replaced_file(Path(os.path.realpath(target)))
    except _WriteError as error:
        raise ConfigError(
            f"{path} cannot be written: {error}",
            remedy="name a file with -o in a folder that exists, has room and lets you write",
        ) from error


class _WriteError(Exception):
    """An operating system's refusal, told apart from errors of the code that writes."""


def _standard_output() -> Iterator[TextIO]:
    sys.stdout.flush()
    out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", errors="replace", newline="")
    try:
        yield out
    finally:
        try:
            out.flush()
        finally:
            # detached, or closing the wrapper would close standard output with it
            with suppress(ValueError, OSError):
                out.detach()


def _special_file(target: Path) -> Iterator[TextIO]:
    """A pipe or a device cannot be replaced; it is written to."""
    if target.is_dir():
        raise _WriteError("it is a folder")
    try:
        out = target.open("w", encoding="utf-8", errors="replace", newline="")
    except OSError as error:
        raise _WriteError(error.strerror or str(error)) from error
    with out:
        yield out


def _replaced_file(target: Path) -> Iterator[TextIO]:
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:100]}.", suffix=".part", dir=target.parent)
    except (OSError, ValueError) as error:
        raise _WriteError(getattr(error, "strerror", None) or str(error)) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="") as out:
            yield out
        try:
            part.chmod(_mode(target))
            part.replace(target)
        except OSError as error:
            raise _WriteError(error.strerror or str(error)) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _mode(target: Path) -> int:
    """Permissions of the file that is replaced, else those that a new file would have."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
