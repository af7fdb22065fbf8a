"""How long until something happens? ``--help`` and one article, beside importing pandas and scikit-learn.

Example: ``python -m experiments.bench.startup`` writes ``experiments/results/startup.json``.
"""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

import click

RESULTS = Path(__file__).resolve().parent.parent / "results"
SEED = Path(__file__).resolve().parents[2] / "seeds" / "de" / "eisbrecher.toml"
YARDSTICK = [sys.executable, "-c", "import pandas, sklearn.linear_model"]


def seconds(command: list[str]) -> float:
    """Wall time of one run."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begun


@click.command(help=__doc__)
@click.option("--repeats", default=7)
@click.option("--out", type=click.Path(path_type=Path), default=RESULTS / "startup.json")
def main(repeats: int, out: Path) -> None:
    tool = [sys.executable, "-m", "attribution"]
    commands = {
        "yardstick": YARDSTICK,
        "help": [*tool, "--help"],
        "article": [*tool, "tag", str(SEED), "--format", "jsonl"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for name, command in commands.items():
        seconds(command)  # fill the caches of the disk
        del name
    for _ in range(repeats):
        for name, command in commands.items():
            times[name].append(seconds(command))
    medians = {name: statistics.median(values) for name, values in times.items()}
    result = {
        "command": "python -m experiments.bench.startup",
        "article_words": len(SEED.read_text(encoding="utf-8").split("'''")[1].split()),
        "repeats": repeats,
        "median_seconds": {k: round(v, 3) for k, v in medians.items()},
        "help_faster_than_yardstick": round(medians["yardstick"] / medians["help"], 2),
        "article_as_multiple_of_yardstick": round(medians["article"] / medians["yardstick"], 2),
    }
    out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    click.echo(json.dumps(result))


if __name__ == "__main__":
    main()
