"""How far do two passes over the same passages of the press agree? Spans, types, codes and levels.

Example: ``python -m experiments.coding_consistency``; ``results/coding_consistency.json``. Both passes were
coded by a language model with the same guides: what is measured is consistency, not human agreement.
"""

import json
from pathlib import Path
from typing import Any

import click

from experiments.coded_passages import CODED, RAW, read_passages
from experiments.coding_scores import FIELDS, alpha, coded, level_alpha

RESULTS = Path(__file__).parent / "results"
FIRST = ("press", "press-held")
SECOND = "press-second"
MATCH = 0.5  # least Jaccard index of the contents' characters


def characters(statement: dict[str, Any]) -> set[int]:
    return {k for first, last in statement["content"] for k in range(first, last)}


def matched(one: dict[str, Any], other: dict[str, Any]) -> list[tuple[str, str]]:
    """Ids of statements that both passes marked, best matches first, each once."""
    pairs = []
    for a in one["attributions"]:
        for b in other["attributions"]:
            x, y = characters(a), characters(b)
            pairs.append((len(x & y) / len(x | y), a["id"], b["id"]))
    found: list[tuple[str, str]] = []
    for share, a, b in sorted(pairs, reverse=True):
        if share >= MATCH and all(a != p and b != q for p, q in found):
            found.append((a, b))
    return found


def consistency(lang: str, raw: Path) -> dict[str, Any]:
    """Agreement of the two passes in one language."""
    first = {p["id"]: p for name in FIRST for p in read_passages(CODED / f"{name}.{lang}.jsonl", raw)}
    rows = []
    sizes = [0, 0, 0]
    for second in read_passages(CODED / f"{SECOND}.{lang}.jsonl", raw):
        one = first[second["id"]]
        pairs = matched(one, second)
        for k, n in enumerate((len(one["attributions"]), len(second["attributions"]), len(pairs))):
            sizes[k] += n
        rows += [(one["codes"][a][0], second["codes"][b][0]) for a, b in pairs]
    codes = [(coded(a), coded(b)) for a, b in rows]
    return {
        "statements": sizes[:2],
        "found_by_both": sizes[2],
        "content@.5_f1": round(2 * sizes[2] / (sizes[0] + sizes[1]), 4),
        "same_type": round(sum(a["type"] == b["type"] for a, b in codes) / len(codes), 4),
        **{f"{f}_alpha": alpha([(a[f], b[f]) for a, b in codes]) for f in FIELDS},
        "level_alpha": level_alpha([(a.level, b.level) for a, b in rows]),
    }


@click.command(help=__doc__)
@click.option("--raw", type=click.Path(exists=True, path_type=Path), default=RAW)
def main(raw: Path) -> None:
    result = {
        "command": "python -m experiments.coding_consistency",
        **{lang: consistency(lang, raw) for lang in ("de", "en")},
    }
    (RESULTS / "coding_consistency.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    click.echo(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
