"""Does the client's article come out as the client expects? Row by row against the expected list.

Example: ``python -m experiments.evaluate_client_article --shared ../shared``
A row is right if the statement is found, its type, its resolved source and its relay are right; credit rows
if the credit is read as such. Statements in the furniture are counted as false.
"""

import csv
import json
import re
from pathlib import Path
from typing import Any

import click

from attribution.pipeline import Analyzer
from attribution.reading import read_article
from attribution.records import Analysis
from attribution.reporting.contract import to_record

RESULTS = Path(__file__).parent / "results"
SILENT = {"teaser", "boilerplate"}


def rows_of(path: Path) -> list[dict[str, str]]:
    """Rows of the expected list."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def sentence_around(text: str, needle: str) -> tuple[int, int]:
    """Where a substring of a content (or of its sentence) stands."""
    start = text.index(needle)
    return start, start + len(needle)


def matching(record: dict[str, Any], needle: str) -> list[dict[str, Any]]:
    """Statements whose content holds the substring, or most of it."""
    text = record["text"]
    start, end = sentence_around(text, needle)
    out = []
    for a in record["attributions"]:
        inside = sum(max(0, min(e, end) - max(s, start)) for s, e in a["content"])
        if inside >= 0.5 * (end - start) and not a["nested"]:
            out.append(a)
    return out


def check(row: dict[str, str], record: dict[str, Any]) -> tuple[bool, str]:
    """Whether one row is met, and what stands in its way."""
    wanted = row["type"]
    if row["zone"] in ("credit", "picture_credit"):
        kind = "wire" if row["zone"] == "credit" else "picture"
        names = [n for c in record["credits"] if c["kind"] == kind for n in c["names"]]
        needed = [row["accept"]] if row["accept"] else re.split("[;,] *", row["source_text"])
        ok = all(any(n.casefold() in name.casefold() for name in names) for n in needed)
        return ok, "" if ok else f"{kind} credits {names}"
    found = matching(record, row["content_contains"])
    if wanted == "reporter_voice":
        return not found, "" if not found else f"attributed to {found[0]['source_name']}"
    if not found:
        return False, "not found"
    problems = []
    for a in found:
        accept = row["accept"]
        via = (row["via"] or "-").split("+")
        checks = (
            ("type " + a["type"], a["type"] == wanted),
            (
                "source " + str(a["source_name"]),
                not accept or re.search(accept, a["source_name"] or "") is not None,
            ),
            ("via " + a["via"], a["via"].split("+") == via),
        )
        wrong = [name for name, ok in checks if not ok]
        if not wrong:
            return True, ""
        problems.append(", ".join(wrong))
    return False, " / ".join(problems)


def furniture(record: dict[str, Any], analysis: Analysis) -> list[str]:
    """Statements that lie in silent zones or behind the last body block."""
    blocks = [b for b in analysis.article.blocks if b.zone.value in SILENT]
    return [
        record["text"][a["content"][0][0] : a["content"][-1][1]]
        for a in record["attributions"]
        if any(b.span.start <= a["content"][0][0] < b.span.end for b in blocks)
    ]


def measure(shared: Path, analyzer: Analyzer | None = None) -> dict[str, Any]:
    """Rows met, rows missed with the reason, false statements from the furniture."""
    article = read_article(shared / "seeds" / "zdf-kim-putin.txt")
    analysis = (analyzer or Analyzer()).analyze(article)
    record = to_record(analysis)
    rows = rows_of(shared / "seeds" / "zdf-kim-putin.expected.tsv")
    outcomes = [(row, *check(row, record)) for row in rows]
    return {
        "rows": len(rows),
        "right": sum(ok for _, ok, _ in outcomes),
        "furniture": len(furniture(record, analysis)),
        "missed": {row["n"]: why for row, ok, why in outcomes if not ok},
    }


@click.command(help=__doc__)
@click.option("--shared", type=click.Path(exists=True, path_type=Path), default=Path("../shared"))
@click.option("--out", type=click.Path(path_type=Path), default=RESULTS / "client_article.json")
def main(shared: Path, out: Path) -> None:
    result = {"command": "python -m experiments.evaluate_client_article", **measure(shared)}
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    click.echo(f"{result['right']} of {result['rows']} rows, {result['furniture']} from the furniture")
    for n, why in result["missed"].items():
        click.echo(f"  row {n}: {why}")


if __name__ == "__main__":
    main()
