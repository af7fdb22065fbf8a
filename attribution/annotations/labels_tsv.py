"""Label files: tab-separated codes of marked statements, joined to articles by ids."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from attribution.errors import AnnotationError
from attribution.labels import Ident, Kind, Origin, Via, Voice

HEADER = ("article", "attribution", "coder", "ident", "kind", "origin", "via", "voice", "level")

_Code = TypeVar("_Code", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRow:
    """One coder's codes of one statement (fields 1 to 6 of the coding guide)."""

    coder: str
    ident: Ident
    kind: Kind
    origin: Origin
    via: tuple[Via, ...]  # nearest to the article first; empty for "-"
    voice: Voice
    level: int  # 1 to 5

    @property
    def via_code(self) -> str:
        """The relay as the file writes it: "-" or codes joined with "+"."""
        return "+".join(self.via) or "-"


Labels = dict[str, dict[str, tuple[LabelRow, ...]]]


def read_labels(path: str | Path) -> Labels:
    """Read a label file into article id -> statement id -> rows, a row for each coder.

    Parameters
    ----------
    path : str or Path
        UTF-8, tab-separated, with the columns of ``HEADER`` in the first line.

    Returns
    -------
    dict
        Rows of one statement in coder order (A before B).

    Raises
    ------
    AnnotationError
        The file cannot be read, the header differs, a code is unknown or a row stands twice.
    """
    path = Path(path)
    rows: dict[str, dict[str, dict[str, LabelRow]]] = {}
    for number, cells in _cells(path):
        where = f"{path.name}, line {number}"
        if len(cells) != len(HEADER):
            raise AnnotationError(
                f"{where}: {len(cells)} columns instead of {len(HEADER)}.",
                remedy=f"separate {', '.join(HEADER)} by single tabs",
            )
        article, attribution, coder = cells[:3]
        coders = rows.setdefault(article, {}).setdefault(attribution, {})
        if coder in coders:
            raise AnnotationError(
                f"{where}: coder {coder!r} coded statement {attribution!r} of {article!r} twice.",
                remedy="delete one of the two rows",
            )
        coders[coder] = _label(coder, cells[3:], where)
    return {
        article: {key: tuple(coders[c] for c in sorted(coders)) for key, coders in statements.items()}
        for article, statements in rows.items()
    }


def parse_via(code: str) -> tuple[Via, ...]:
    """Parse a relay code, "-" or codes joined with "+"; raises ValueError on an unknown one.

    >>> parse_via("out+per")
    (<Via.OUTLET: 'out'>, <Via.PERSON: 'per'>)
    """
    return () if code == "-" else tuple(Via(part) for part in code.split("+"))


def _cells(path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise AnnotationError(f"{path} cannot be read: {error.strerror}.", remedy="check the path") from error
    except UnicodeDecodeError as error:
        raise AnnotationError(f"{path.name} is not UTF-8.", remedy="save the file as UTF-8") from error
    if not lines or tuple(lines[0].split("\t")) != HEADER:
        raise AnnotationError(
            f"{path.name}: the first line is not the header of a label file.",
            remedy=f"begin with the columns {', '.join(HEADER)}, separated by tabs",
        )
    for number, line in enumerate(lines[1:], start=2):
        if line.strip():
            yield number, line.split("\t")


def _label(coder: str, cells: list[str], where: str) -> LabelRow:
    ident, kind, origin, via, voice, level = cells
    try:
        relay = parse_via(via)
    except ValueError as error:
        raise _unknown("via", via, ["-", *Via], where) from error
    if level not in {"1", "2", "3", "4", "5"}:
        raise _unknown("level", level, list("12345"), where)
    return LabelRow(
        coder=coder,
        ident=_code(Ident, "ident", ident, where),
        kind=_code(Kind, "kind", kind, where),
        origin=_code(Origin, "origin", origin, where),
        via=relay,
        voice=_code(Voice, "voice", voice, where),
        level=int(level),
    )


def _code(vocabulary: type[_Code], field: str, value: str, where: str) -> _Code:
    try:
        return vocabulary(value)
    except ValueError as error:
        raise _unknown(field, value, list(vocabulary), where) from error


def _unknown(field: str, value: str, known: list[str], where: str) -> AnnotationError:
    return AnnotationError(
        f"{where}: unknown {field} {value!r}.", remedy=f"use one of {', '.join(known)} (coding guide)"
    )
