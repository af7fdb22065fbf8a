"""Article text made harmless for terminals and spreadsheets."""

import unicodedata

# A spreadsheet takes a cell that begins so for a formula, also after a tab or a line break.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - full width

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def printable(text: str) -> str:
    """Replace what could steer a terminal; white space of every kind becomes a space.

    Control characters, escape sequences, marks that turn the direction of writing and lone
    surrogates become U+FFFD one for one, so that nothing shown can look like something else.

    >>> printable("a\\x1b[31mb\\tc")
    'a\N{REPLACEMENT CHARACTER}[31mb c'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_printable, text))


def _printable(char: str) -> str:
    if char.isprintable():
        return char
    if char.isspace():
        return " "
    category = unicodedata.category(char)
    # joiners stand inside words of many languages and steer nothing
    if category == "Cf" and char in "\N{SOFT HYPHEN}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}":
        return ""
    return REPLACEMENT


def guard_formula(cell: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet would run.

    >>> guard_formula("=SUM(A1)"), guard_formula("a=b")
    ("'=SUM(A1)", 'a=b')
    """
    return "'" + cell if cell.startswith(FORMULA_STARTS) else cell
