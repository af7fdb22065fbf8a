"""Write the score table of the README from the committed result files."""

import json
from pathlib import Path

RESULTS = Path(__file__).parent / "results"
README = Path(__file__).resolve().parent.parent / "README.md"
MARK = "<!-- scores -->"
ROWS = (
    ("German (Wikinews), Message / Roles / Joint / Form F1, official metric", "wikinews-de.dev", "predicted",
     ("official.f1_msg", "official.f1_roles", "official.f1_joint", "official.f1_form")),
    ("German, content at 0.5 / whole relation at 0.5, F1", "wikinews-de.dev", "predicted",
     ("attribution.content@.5.F", "attribution.full@.5.F")),
    ("English (PolNeAR), content at 0.5 / whole relation at 0.5, F1", "polnear-en.dev", "predicted",
     ("attribution.content@.5.F", "attribution.full@.5.F")),
    ("Passages of the press, both languages, found, F1", "challenge.dev", "predicted", ("challenge.f1",)),
    ("Type right of those found", "challenge.dev", "predicted", ("challenge.type_right_of_found",)),
    ("Type accuracy on given spans, German", "wikinews-de.dev", "gold", ("codes.type_accuracy",)),
    ("Type accuracy on given spans, English", "polnear-en.dev", "gold", ("codes.type_accuracy",)),
    ("Strength level, given spans, ordinal alpha, German", "wikinews-de.dev", "gold", ("codes.level_alpha",)),
    ("Strength level, given spans, ordinal alpha, English", "polnear-en.dev", "gold", ("codes.level_alpha",)),
)  # fmt: skip


def figures(name: str, spans: str) -> dict[str, float]:
    """Figures of one result file by name."""
    result = json.loads((RESULTS / f"{name}.{spans}.json").read_text(encoding="utf-8"))
    return {f["name"]: f["value"] for f in result["figures"]}


def table() -> str:
    """The table, in Markdown, percent or alpha as the figure is."""
    lines = [MARK, "| what | dev |", "|---|---|"]
    for what, name, spans, names in ROWS:
        found = figures(name, spans)
        cells = (f"{found[n]:.2f}" if n.endswith("alpha") else f"{100 * found[n]:.1f}" for n in names)
        lines.append(f"| {what} | {' / '.join(cells)} |")
    command = "`python -m experiments.evaluate_corpora`, table by `python -m experiments.readme_scores`"
    return "\n".join([*lines, "", f"Command: {command}."])


def main() -> None:
    text = README.read_text(encoding="utf-8")
    head, _, tail = text.partition(MARK)
    rest = tail.partition("\nWeak:")[2]
    README.write_text(f"{head}{table()}\n\nWeak:{rest}", encoding="utf-8")


if __name__ == "__main__":
    main()
