"""The report of an evaluation: its figures as a record, as JSON and as a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from attribution.evaluating.bootstrap import CONFIDENCE, Figure

_HEADINGS = {
    "official": "Official Wikinews metric, all roles",
    "official_cue_source": "Official Wikinews metric, cue and source only",
    "attribution": "Attribution level",
    "challenge": "Challenge passages",
    "codes": "Codes and types of matched statements",
}
_COLUMNS = ("P", "R", "F")
_LEAVES = {"P": "P", "R": "R", "F": "F", "precision": "P", "recall": "R", "f1": "F"}
_PREFIXES = {"prec_": "P", "rec_": "R", "f1_": "F"}
_FORM_FIGURES = {"prec_form", "rec_form", "f1_form", "type_acc"}
_PLAIN = ("_alpha", "_brier", "_calibration_error")  # no shares: printed as they are, not in percent


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationReport:
    """Every figure of one evaluation with what it was computed from."""

    figures: tuple[Figure, ...]
    articles: int
    untagged: int  # gold articles without a prediction; their statements count as missed
    gold_statements: int
    predicted_statements: int
    resamples: int
    seed: int

    def __getitem__(self, name: str) -> Figure:
        """Return the figure of that name, as in ``report["attribution.content@.5.F"]``."""
        for figure in self.figures:
            if figure.name == name:
                return figure
        raise KeyError(name)

    def to_dict(self) -> dict[str, Any]:  # Any: nested JSON
        """Return JSON: ``scores`` nested as the reference scorers name them, ``figures`` with intervals."""
        scores: dict[str, Any] = {}
        for figure in self.figures:
            place = scores
            for step in figure.path[:-1]:
                place = place.setdefault(step, {})
            place[figure.path[-1]] = figure.value
        return {
            "articles": self.articles,
            "untagged": self.untagged,
            "gold_statements": self.gold_statements,
            "predicted_statements": self.predicted_statements,
            "resamples": self.resamples,
            "seed": self.seed,
            "confidence": CONFIDENCE,
            "scores": scores,
            "figures": [
                {"name": f.name, "value": f.value, "low": f.low, "high": f.high, "n": f.n}
                for f in self.figures
            ],
        }


def render_table(report: EvaluationReport) -> str:
    """Render a report as aligned plain text, shares in percent, alpha and errors as they are.

    A row holds precision, recall and F1, or one value in the last of these columns; the
    interval belongs to the rightmost figure of the row. A dash stands for a share of nothing.
    Where the gold has no forms (PolNeAR), figures about forms are left out of the table.
    """
    formed = any(f.path[1] == "recall_by_type" and f.path[2] != "None" for f in report.figures)
    lines = [
        f"{report.articles} articles, {report.gold_statements} gold and "
        f"{report.predicted_statements} predicted statements"
    ]
    if report.untagged:
        lines.append(f"{report.untagged} articles have no prediction; their statements count as missed")
    if report.resamples and report.articles > 1:
        lines.append(f"95 % intervals from {report.resamples} resamples of articles, seed {report.seed}")
    for group, heading in _HEADINGS.items():
        figures = [f for f in report.figures if f.path[0] == group and (formed or not _about_forms(f))]
        if figures:
            lines += ["", heading, *_render_rows(figures)]
    return "\n".join(lines)


def _about_forms(figure: Figure) -> bool:
    name = figure.path[1]
    return name.endswith("_by_type") or (figure.path[0] != "codes" and name in _FORM_FIGURES)


def _render_rows(figures: Iterable[Figure]) -> list[str]:
    rows: dict[str, dict[str, Figure]] = {}
    for figure in figures:
        label, column = _place(figure)
        rows.setdefault(label, {})[column] = figure
    table = [["", *_COLUMNS, "interval", "n"]]
    for label, cells in rows.items():
        last = [cells[column] for column in _COLUMNS if column in cells][-1]
        values = [_format(cells[column]) if column in cells else "" for column in _COLUMNS]
        table.append([label, *values, _interval(last), str(last.n)])
    widths = [max(len(row[i]) for row in table) for i in range(len(table[0]))]
    return [
        "  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]).rstrip() for row in table
    ]


def _place(figure: Figure) -> tuple[str, str]:
    """The row and the column of a figure: precision, recall and F1 share a row."""
    *above, leaf = figure.path[1:]
    if leaf in _LEAVES:
        return ".".join(above) or "statements", _LEAVES[leaf]
    for prefix, column in _PREFIXES.items():
        if leaf.startswith(prefix):
            return ".".join([*above, leaf.removeprefix(prefix)]), column
    if above and above[0].endswith("_by_type"):
        return f"form {leaf}", "P" if above[0].startswith("precision") else "R"
    return ".".join([*above, leaf]), "F"


def _format(figure: Figure) -> str:
    return _number(figure, figure.value) if figure.n else "-"


def _interval(figure: Figure) -> str:
    if figure.low is None or figure.high is None or not figure.n:
        return ""
    return f"[{_number(figure, figure.low)}, {_number(figure, figure.high)}]"


def _number(figure: Figure, value: float) -> str:
    return f"{value:.3f}" if figure.path[-1].endswith(_PLAIN) else f"{100 * value:.1f}"
