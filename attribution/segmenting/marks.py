"""Quotation marks of one paragraph: which opens, which closes, which is an apostrophe."""

import re
from typing import NamedTuple

from attribution.records import Span

MARK = re.compile(r"''|``|‘‘|’’|,,(?=\w)|[„“”\"«»‚‘’'\u203a\u2039`]")
# Every style belongs to one of three families, and only marks of one family close each other.
FAMILY = dict.fromkeys(("„", "“", "”", '"', "''", "``", "‘‘", "’’", ",,"), "double")
FAMILY |= dict.fromkeys("«»\u203a\u2039", "angle") | dict.fromkeys("‚‘’'`", "single")
ALWAYS_OPENS = frozenset(("„", "``", "‘‘", ",,"))
CLOSERS = {
    "„": frozenset(("“", "”", '"', "''")),
    ",,": frozenset(("“", "”", '"', "''")),
    "“": frozenset(("”", "“", '"')),
    "”": frozenset("”"),
    '"': frozenset(('"', "”", "“")),
    "``": frozenset(("''", '"', "”")),
    "‘‘": frozenset(("’’", "''", "”")),
    "''": frozenset(("''",)),
    "’’": frozenset(("’’",)),
    "«": frozenset("»"),
    "»": frozenset("«"),
    "\u2039": frozenset("\u203a"),
    "\u203a": frozenset("\u2039"),
    "‚": frozenset("‘’'"),
    "‘": frozenset("’'"),
    "`": frozenset("'’"),
    "'": frozenset("'’"),
    "’": frozenset("’"),
}
BEFORE_OPENING = frozenset("([{/–—-=:>…*_|\u00a0") | frozenset("„“”\"«»‚‘'\u203a\u2039`")
AFTER_CLOSING = frozenset(".,;:!?)]}/–—-…*_|<") | frozenset("„“”\"«»‚‘’'\u203a\u2039")
# Words that begin with an apostrophe: "'tis", "rock 'n' roll", "'ne Frage"; years ("'90s") besides.
ELISION = re.compile(
    r"(?:tis|twas|twere|n|em|til|till|cause|cuz|bout|round|ne|nen|nem|ner|n|s|rum|runter|rein|raus|rauf"
    r"|\d{2}s?)\b",
    re.IGNORECASE,
)


class Mark(NamedTuple):
    """One quotation mark with what its neighbours allow; most marks allow one of the two."""

    start: int
    end: int
    form: str
    family: str
    opens: bool
    closes: bool
    spaced: bool = False  # white space follows, as behind an arrow
    doubtful: bool = False  # may be something else: "the players' union", six feet 2"

    def closed_by(self, other: "Mark") -> bool:
        """Tell whether ``other`` can be the partner of this opening mark."""
        return other.form in CLOSERS[self.form]


def find_marks(text: str, block: Span) -> list[Mark]:
    """Return the quotation marks of a paragraph in order, apostrophes left out."""
    marks: list[Mark] = []
    for match in MARK.finditer(text, block.start, block.end):
        before = text[match.start() - 1] if match.start() > block.start else " "
        after = text[match.end()] if match.end() < block.end else " "
        single = FAMILY[match.group()] == "single"
        if single and before.isalnum() and after.isalnum():
            continue  # "don't", "Kirby's"
        mark = _single(text, match, before, after) if single else _double(match, before, after)
        if mark.opens or mark.closes:
            marks.append(mark)
    return marks


def _sides(before: str, after: str) -> tuple[bool, bool]:
    """Tell whether a mark between two characters may open, and whether it may close."""
    left = (before.isspace() or before in BEFORE_OPENING) and not (after.isspace() or after in ",;:!?)]}")
    right = not before.isspace() and (after.isspace() or after in AFTER_CLOSING)
    return left, right


def _double(match: re.Match[str], before: str, after: str) -> Mark:
    """A double mark or guillemet: where the neighbours do not tell, it may do both."""
    form = match.group()
    left, right = _sides(before, after)
    if not left and not right:
        left = right = True  # "« Oui »", "sagte er.“Dann"
    if form in ALWAYS_OPENS:
        left, right = True, False
    inches = form == '"' and before.isdigit() and right
    if inches:
        left = False
    return Mark(*match.span(), form, FAMILY[form], left, right, spaced=after.isspace(), doubtful=inches)


def _single(text: str, match: re.Match[str], before: str, after: str) -> Mark:
    """A single mark, which is an apostrophe more often than not."""
    form, (start, end) = match.group(), match.span()
    left, right = _sides(before, after)
    if form == "‚":
        right = False
    elif form == "’" or ELISION.match(text, end):
        left = False  # "’90s"; whoever quotes with ’…’ opens with ‘
    if not left and not right:
        right = not before.isspace() and form != "‚"  # "gone.'Then"
    possessive = before in "sSzxß" and after == " " and text[end + 1 : end + 2].islower()
    return Mark(start, end, form, "single", left, right, doubtful=possessive and right)
