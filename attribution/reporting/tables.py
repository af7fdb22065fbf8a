"""Tables for the terminal: plain text elsewhere, words of articles always escaped."""

from typing import TYPE_CHECKING, Any, TextIO

from attribution.labels import AttributionType, CreditKind, Zone
from attribution.profiling.caveat import NOT_A_VERDICT
from attribution.records import Analysis, Attribution
from attribution.reporting.columns import words_of
from attribution.reporting.escaping import printable

if TYPE_CHECKING:
    from rich.table import Table

PLAIN_WIDTH = 80  # where no terminal tells its width


class Printer:
    """Writes rich tables to one stream; colour and boxes only on a terminal.

    Everything is shown as ``rich.text.Text``: markup in an article's words is never read.
    """

    def __init__(self, out: TextIO) -> None:
        from rich.console import Console

        terminal = out.isatty()
        self.console = Console(
            file=out,
            width=None if terminal else PLAIN_WIDTH,
            no_color=not terminal,
            force_terminal=terminal,
            markup=False,
            highlight=False,
            emoji=False,
            legacy_windows=False,
        )

    def line(self, text: str = "", *, style: str = "") -> None:
        """Print one paragraph, wrapped at the width."""
        from rich.text import Text

        self.console.print(Text(printable(text), style=style))

    def show(self, table: "Table") -> None:
        """Print a table."""
        self.console.print(table)


def new_table(*columns: tuple[str, dict[str, Any]]) -> "Table":  # Any: rich's column options
    """A table without walls: rows, and one rule under the header."""
    from rich.box import Box
    from rich.table import Table

    rule = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
    table = Table(box=rule, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for header, options in columns:
        table.add_column(header, **options)
    return table


def print_statements(analysis: Analysis, printer: Printer) -> None:
    """Print the statements of one article, a row each, and what the score is not."""
    article = analysis.article
    items = (*analysis.headline_attributions, *analysis.attributions)
    printer.line(title_of(analysis), style="bold")
    facts = [article.id, article.lang, article.country, f"{analysis.words} words"]
    facts += [f"{len(items)} statement{'' if len(items) == 1 else 's'}"]
    facts += [f"{len(analysis.unattributed)} claims in the reporter's own voice"]
    printer.line(" | ".join(facts))
    wires = [name for credit in article.credits if credit.kind is CreditKind.WIRE for name in credit.names]
    if wires:
        printer.line(f"Credit: {', '.join(wires)}")
    printer.line()
    if items:
        printer.show(_statement_table(analysis))
        printer.line()
        print_caveat(article.lang, printer)
    else:
        printer.line("No attributed statement was found.")
    printer.line()


def print_caveat(lang: str, printer: Printer) -> None:
    """Print what the score is not: in English, and in German under a German article."""
    printer.line(NOT_A_VERDICT["en"], style="italic")
    if lang == "de":
        printer.line(NOT_A_VERDICT["de"], style="italic")


def title_of(analysis: Analysis) -> str:
    """The title, else the headline in the text, else the id."""
    article = analysis.article
    headline = next((b.span.of(article.text) for b in article.blocks if b.zone is Zone.HEADLINE), "")
    return " ".join((article.title or headline).split()) or article.id


def who(attribution: Attribution) -> str:
    """Who stands behind a statement, and by which way it came."""
    chain = attribution.chain
    name = chain.origin.name or (
        "no source" if attribution.codes.type is AttributionType.HEARSAY else "not resolved"
    )
    carriers = " < ".join(carrier.name for carrier in chain.carriers)
    if carriers:
        return f"{name}, via {carriers}"
    return name if not attribution.codes.via else f"{name}, via {attribution.codes.via_code}"


def _statement_table(analysis: Analysis) -> "Table":
    table = new_table(
        ("#", {"max_width": 7}),
        ("Who says so", {"ratio": 3, "overflow": "fold", "min_width": 16}),
        ("Type", {"no_wrap": True, "min_width": 12}),
        ("Lvl", {"justify": "right"}),
        ("Score", {"justify": "right"}),
        ("Where", {"no_wrap": True}),
        ("Words", {"ratio": 3, "no_wrap": True, "overflow": "ellipsis", "min_width": 12}),
    )
    article = analysis.article
    for items, text in (
        (analysis.headline_attributions, article.title or ""),
        (analysis.attributions, article.text),
    ):
        for item in items:
            add_row(
                table,
                item.statement.id,
                who(item),
                item.codes.type.value + (" *" if item.statement.nested else ""),
                str(item.strength.level),
                f"{item.strength.score:.0f}",
                item.zone.value,
                words_of(item.statement.content, text),
            )
    return table


def add_row(table: "Table", *cells: str) -> None:
    """Add a row whose cells are shown as they stand."""
    from rich.text import Text

    table.add_row(*(Text(printable(cell)) for cell in cells))
