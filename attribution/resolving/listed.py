"""Listed names in a text: agencies, outlets, bodies, parties and countries."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from attribution import resources
from attribution.resolving.nouns import NOT_NAMES, noun, noun_ending_at
from attribution.segmenting.tokens import tokenize

LONGEST_NAME = 7
OPENING = frozenset("\"„“”‚‘'»«›‹")
MEDIA = ("outlet", "agency")


class Row(NamedTuple):
    """A listed name."""

    listing: str  # agency, outlet, institution, international, party, metonym, country
    name: str
    kind: str
    country: str
    state_control: bool = False
    ambiguous: bool = False
    inflected: bool = False  # the key is another case of the listed name


class Hit(NamedTuple):
    """A listed name in the text: tokens ``[first, last)`` and its row."""

    first: int
    last: int
    row: Row

    @property
    def is_medium(self) -> bool:
        return self.row.listing in MEDIA


def key_of(name: str) -> str:
    """A name as its case folded tokens, joined by blanks."""
    return " ".join(token.form for token in tokenize(name.casefold()))


@cache
def names() -> dict[str, Row]:
    """Every listed name by key; earlier lists win over later ones."""
    out: dict[str, Row] = {}
    for name, agency in resources.agencies().items():
        put(out, name, Row("agency", agency.name, "agy", agency.country, agency.state_control,
                           name in agency.ambiguous))  # fmt: skip
    for listing, rows in (
        ("international", resources.int_bodies()),
        ("party", resources.parties()),
        ("institution", resources.institutions()),
    ):
        for name, body in rows.items():
            put(out, name, Row(listing, body.name, body.kind, body.country))
    for name, metonym in resources.metonyms().items():
        put(out, name, Row("metonym", metonym.name, "gov", metonym.country))
    for name, country in {**resources.countries(), **resources.COMMON_COUNTRY_WORDS}.items():
        put(out, name, Row("country", name.title(), "gov", country))
    for name, outlet in resources.outlets().items():
        if len(name) > 2:
            put(out, name, Row("outlet", outlet.name, "med", outlet.country, outlet.state_control,
                               name in outlet.ambiguous))  # fmt: skip
    return out


def put(out: dict[str, Row], name: str, row: Row) -> None:
    """Add a name and, where it begins with a German adjective, its inflected forms."""
    key = key_of(name)
    out.setdefault(key, row)
    first, _, rest = key.partition(" ")
    if rest and len(first) > 3 and first.endswith(("e", "er", "es")) and not first.endswith("ger"):
        stem = first.removesuffix("s").removesuffix("r").removesuffix("e")
        for ending in ("e", "en", "er", "es"):
            out.setdefault(f"{stem}{ending} {rest}", row._replace(inflected=True))


@cache
def first_words() -> dict[str, int]:
    """Longest listed name by its first token: most positions of a text are settled by this."""
    out: dict[str, int] = {}
    for key in names():
        words = key.split(" ")
        out[words[0]] = max(out.get(words[0], 0), len(words))
    return out


def row_of(lows: Sequence[str], first: int, last: int) -> Row | None:
    """The row of a run of tokens; a genitive s is taken off."""
    key = " ".join(lows[first:last])
    row = names().get(key)
    if row is None and key.endswith("s") and len(key) > 4:
        row = names().get(key[:-1])
    return row


def find_listed(forms: Sequence[str], lows: Sequence[str], lang: str) -> list[Hit]:
    """Listed names of a text, the longest at each place, none inside another."""
    starts = first_words()
    out: list[Hit] = []
    i = 0
    while i < len(forms):
        longest = starts.get(lows[i]) or starts.get(lows[i].removesuffix("s"))
        if longest is None or not (forms[i][0].isupper() or lows[i] == "dpa"):
            i += 1
            continue
        for length in range(min(longest, LONGEST_NAME, len(forms) - i), 0, -1):
            row = row_of(lows, i, i + length)
            if row is not None and is_meant(row, forms, lows, i, i + length, lang):
                out.append(Hit(i, i + length, row))
                i += length
                break
        else:
            i += 1
    return out


def is_meant(row: Row, forms: Sequence[str], lows: Sequence[str], first: int, last: int, lang: str) -> bool:
    """Tell whether a listed name is meant: ordinary words need marks or a media noun beside them."""
    form = forms[first]
    if last - first == 1:
        if lows[first] in NOT_NAMES and not (form.isupper() and len(form) > 2):
            return False
        if last < len(lows) and (role := noun_ending_at(lows, last, lang, first)) and role[1] == first:
            return False  # "Prime Minister"
    if lows[first] == "dpa":
        return True
    if last - first > 1 and not all(
        f[0].isupper() for f in forms[first:last] if len(f) > 4 and f[0].isalpha()
    ):
        return row.listing not in MEDIA
    if row.listing not in MEDIA:
        return True
    before = forms[first - 1] if first else ""
    after = forms[last] if last < len(forms) else ""
    if before in OPENING and after in OPENING:
        return True
    beside = noun(lows[first - 1], lang) if first else None
    if beside is not None and beside.what in MEDIA:
        return True
    if row.ambiguous:
        return last - first == 1 and form.isupper() and len(form) >= 3
    return last - first > 1 or len(form) > 3 or form.isupper() or row.listing == "agency"
