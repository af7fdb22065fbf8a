"""Words and marks of a text, with their offsets."""

import re
from itertools import starmap

from attribution.records import Token

# The token definition of the reference scorers ("US-Geheimdienst", "U.S", "3.5" and "don't" are one
# token, "Kirby's" is two). Possessive, so that no run is ever given back: a megabyte without a
# space costs what ordinary text costs.
TOKEN = re.compile(r"\w++(?:-\w++|\.(?:\w\b|\d++))*+(?:['’](?!s\b)\w++)?+|['’]s\b|[^\w\s]")


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of ``text[start:end]``, with offsets into ``text``.

    Parameters
    ----------
    text : str
        Any text; white space is the only thing that no token holds.
    start, end : int
        Code points; ``end`` is the end of the text by default. Nothing outside is looked at.

    Examples
    --------
    >>> [t.form for t in tokenize("Kirby's US-Team don't pay 3.5 %.")]
    ['Kirby', "'s", 'US-Team', "don't", 'pay', '3.5', '%', '.']
    """
    found = TOKEN.finditer(text, start, len(text) if end is None else end)
    return list(starmap(Token, ((m.start(), m.end(), m.group()) for m in found)))


def is_word(form: str) -> bool:
    """Tell whether a token is a word or number rather than a mark or a clitic."""
    return form[0].isalnum()
