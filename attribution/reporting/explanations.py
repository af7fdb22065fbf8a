"""The sum behind one strength, shown and added up again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from attribution.records import Analysis, Attribution, Strength
from attribution.reporting.columns import words_of
from attribution.reporting.contract import statement_record
from attribution.reporting.tables import (
    Printer,
    add_row,
    level_name,
    new_table,
    print_caveat,
    shortened,
    title_of,
    who,
)
from attribution.scoring.explain import replay

SHOWN = 600  # characters of a content in an explanation
TOLERANCE = 1e-9  # contract: the replay gives all of them; this is room for the order of summing


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One statement's strength beside what its base and reasons give when added up anew."""

    attribution: Attribution
    text: str  # what the offsets point into
    again: Strength

    @property
    def replayed(self) -> bool:
        """Tell whether level, probabilities and score came out the same."""
        first, again = self.attribution.strength, self.again
        pairs = zip((first.score, *first.probabilities), (again.score, *again.probabilities), strict=True)
        return first.level == again.level and all(abs(one - other) <= TOLERANCE for one, other in pairs)


def explain(attribution: Attribution, text: str, thresholds: Sequence[float]) -> Explanation:
    """Add a statement's base and reasons up again."""
    return Explanation(attribution=attribution, text=text, again=replay(attribution.strength, thresholds))


def explanation_record(explanation: Explanation, analysis: Analysis) -> dict[str, Any]:  # Any: nested JSON
    """The statement as in the contract, with its article's id, the sum and whether it replays."""
    return {
        "article": analysis.article.id,
        **statement_record(explanation.attribution),
        "predictor": explanation.attribution.strength.predictor,
        "replayed": explanation.replayed,
    }


def print_explanation(explanation: Explanation, analysis: Analysis, printer: Printer) -> None:
    """Print the sum, a reason a row with the words it rests on."""
    item, strength = explanation.attribution, explanation.attribution.strength
    printer.line(f"{title_of(analysis)} | statement {item.statement.id}", style="bold")
    printer.line(shortened(words_of(item.statement.content, explanation.text), SHOWN))
    printer.line(f"{who(item)} | {item.codes.type.value} | {item.statement.form.value} | {item.zone.value}")
    printer.line()
    table = new_table(
        ("Reason", {"overflow": "fold", "min_width": 20}),
        ("Weight", {"justify": "right", "no_wrap": True}),
        ("Words", {"ratio": 1, "overflow": "fold"}),
    )
    add_row(table, "base", f"{strength.base:+.3f}", "")
    for reason in strength.reasons:
        words = "" if reason.span is None else words_of((reason.span,), explanation.text)
        add_row(table, reason.code, f"{reason.weight:+.3f}", shortened(words))
    add_row(table, "sum", f"{strength.predictor:+.3f}", "")
    printer.show(table)
    printer.line()
    name = level_name(strength.level)
    chances = ", ".join(f"{n}: {100 * p:.0f} %" for n, p in enumerate(strength.probabilities, 1))
    printer.line(f"Level {strength.level} of 5 ({name}), score {strength.score:.1f} of 100")
    printer.line(f"Probability of each level: {chances}")
    if explanation.replayed:
        printer.line("replayed: same level and score")
    else:
        again = explanation.again
        printer.line(f"replayed: NOT the same, level {again.level} and score {again.score!r}")
    printer.line()
    print_caveat(analysis.article.lang, printer)
    printer.line()
