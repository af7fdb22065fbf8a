"""The score gate: measures what is shipped anew and fails where a figure is below its floor.

Floors stand in ``floors.json``, half a point below what was measured (int8 differs a little between
processors), and only go up; ``--allow-regression NAME`` lets one fall and has to be
argued for in the commit. Without the shared corpora the committed results are compared instead.
"""

import json
import sys
from pathlib import Path

import click

from attribution.pipeline import Analyzer
from experiments.evaluate_corpora import RESULTS, SETS, measure

FLOORS = Path(__file__).parent / "floors.json"


def committed(name: str, spans: str) -> dict[str, float]:
    """Figures of a committed result file."""
    result = json.loads((RESULTS / f"{name}.{spans}.json").read_text(encoding="utf-8"))
    return {f["name"]: f["value"] for f in result["figures"]}


@click.command(help=__doc__)
@click.option("--shared", type=click.Path(path_type=Path), default=Path("../shared"))
@click.option("--allow-regression", multiple=True, help="A figure that may fall below its floor.")
def main(shared: Path, allow_regression: tuple[str, ...]) -> None:
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    fresh = (shared / "corpora").is_dir()
    if not fresh:
        click.echo(f"{shared} is not here: comparing the committed results, not what is shipped.")
    analyzer = Analyzer(threads=2)
    sets = {s.name: s for s in SETS}
    failed = passed = 0
    for place, wanted in floors.items():
        name, spans = place.rsplit("/", 1)
        if fresh:
            report = measure(shared, sets[name], spans, analyzer, resamples=0)
            figures = {f.name: f.value for f in report.figures}
        else:
            figures = committed(name, spans)
        for figure, floor in wanted.items():
            value = figures[figure]
            ok = value >= floor or f"{place}:{figure}" in allow_regression
            passed, failed = passed + ok, failed + (not ok)
            click.echo(f"{'ok  ' if ok else 'FAIL'} {place:28s} {figure:44s} {value:.4f} (floor {floor:.4f})")
    click.echo(f"score gate: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
