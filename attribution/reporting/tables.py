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
SHOWN = 110  # characters of a content in a table
LEVEL_NAMES = ("untraceable", "bounded", "vouched for", "accountable", "checkable")


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
            no_color=None if terminal else True,  # None: as NO_COLOR has it
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


def new_table(
    *columns: tuple[str, dict[str, Any]], header: bool = True
) -> "Table":  # Any: rich's column options
    """A table without walls: rows, and one rule under the header."""
    from rich.box import Box
    from rich.table import Table

    rule = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
    table = Table(
        box=rule,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        header_style="bold",
        show_header=header,
    )
    for name, options in columns:
        table.add_column(name, **options)
    return table


def print_statements(analysis: Analysis, printer: Printer) -> None:
    """Print the statements of one article, a row each, and what the score is not."""
    article = analysis.article
    items = (*analysis.headline_attributions, *analysis.attributions)
    printer.line(title_of(analysis), style="bold")
    facts = [article.id, article.lang, article.country, f"{analysis.words} words"]
    facts += [f"statements: {len(items)}", f"claims without a source: {len(analysis.unattributed)}"]
    printer.line(" | ".join(facts))
    wires = [name for credit in article.credits if credit.kind is CreditKind.WIRE for name in credit.names]
    if wires:
        printer.line(f"Credit: {', '.join(wires)}")
    printer.line()
    if items:
        printer.show(_statement_table(analysis))
        if any(item.statement.nested for item in items):
            printer.line("* quoted inside another statement")
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
    return shortened(" ".join((article.title or headline).split()) or article.id)


def who(attribution: Attribution) -> str:
    """Who stands behind a statement, and by which way it came."""
    chain, codes = attribution.chain, attribution.codes
    name = chain.origin.name or nameless(codes.type)
    return via_words(name, tuple(carrier.name for carrier in chain.carriers), codes.via_code)


def nameless(type_: AttributionType) -> str:
    """What to call a source without a name."""
    return "no source" if type_ is AttributionType.HEARSAY else "not resolved"


def via_words(name: str, carriers: tuple[str, ...], via: str) -> str:
    """A name with the way it came: the carriers' names, else the code of the relay."""
    name = shortened(name)
    if carriers:
        return f"{name}, via {' < '.join(map(shortened, carriers))}"
    return name if via == "-" else f"{name}, via {via}"


def level_name(level: int) -> str:
    """The codebook's name of a level (B1)."""
    return LEVEL_NAMES[level - 1]


def _statement_table(analysis: Analysis) -> "Table":
    from rich.console import Group
    from rich.padding import Padding
    from rich.text import Text

    table = new_table(
        ("#", {"max_width": 6}),
        ("Who says what", {"ratio": 1, "overflow": "fold"}),
        ("Type", {"no_wrap": True}),
        ("Lvl", {"justify": "right"}),
        ("Score", {"justify": "right"}),
        ("Where", {"no_wrap": True}),
    )
    title, text = analysis.article.title or "", analysis.article.text
    pairs = [(item, title) for item in analysis.headline_attributions]
    for item, words in (*pairs, *((item, text) for item in analysis.attributions)):
        said = shortened(words_of(item.statement.content, words))
        codes, strength = item.codes, item.strength
        table.add_row(
            Text(printable(item.statement.id)),
            Group(Text(printable(who(item)), style="bold"), Padding(Text(printable(said)), (0, 0, 0, 2))),
            Text(codes.type.value + (" *" if item.statement.nested else "")),
            Text(str(strength.level)),
            Text(f"{strength.score:.0f}"),
            Text(item.zone.value),
        )
    return table


def shortened(words: str, length: int = SHOWN) -> str:
    """The beginning of a long stretch, cut between words."""
    if len(words) <= length:
        return words
    return (words[:length].rpartition(" ")[0] or words[:length]) + " …"


def add_row(table: "Table", *cells: str) -> None:
    """Add a row whose cells are shown as they stand."""
    from rich.text import Text

    table.add_row(*(Text(printable(cell)) for cell in cells))
