"""Read collected lists, and write lists in the format that the toolkit ships."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

DATE = "2026-11-24"
HAND = Path(__file__).parent / "lists"


def rows_of(path: Path) -> list[dict[str, str]]:
    """Rows of a comma-separated file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def hand_rows(name: str) -> list[dict[str, str]]:
    """Rows of one of our own lists, with their column names."""
    lines = (HAND / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    columns = lines[0].removeprefix("# columns: ").split()
    rows = []
    for line in lines:
        if line and not line.startswith("# "):
            cells = line.split("\t")
            rows.append(dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True)))
    return rows


def unique(values: Iterable[str]) -> str:
    """Values joined with bars, each once, without empty ones."""
    return "|".join(dict.fromkeys(value.strip() for value in values if value.strip()))


def write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]], **header: str) -> None:
    """Write one list: header lines, then sorted rows; of rows with one key the first in order stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    clean = sorted({tuple(" ".join(str(cell).split()) for cell in row) for row in rows})
    kept: dict[str, tuple[str, ...]] = {}
    for row in clean:
        kept.setdefault(row[0], row)
    lines = [f"# columns: {' '.join(columns)}"]
    lines += [f"# {key}: {header[key]}" for key in ("content", "unit", "source", "licence")]
    lines += [f"# date: {header.get('date', DATE)}", *("\t".join(row) for row in kept.values())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def tidy(path: Path) -> None:
    """Sort a list that is edited by hand and take out what is there twice."""
    lines = path.read_text(encoding="utf-8").splitlines()
    header = dict(line[2:].split(": ", 1) for line in lines if line.startswith("# "))
    rows = [line.split("\t") for line in lines if line and not line.startswith("# ")]
    write(path, header.pop("columns").split(), rows, **header)
