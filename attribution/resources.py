"""The shipped lists: the only module that opens ``data/``.

Keys of every mapping are case folded unless the accessor says otherwise. All results are cached
and read-only.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from attribution.errors import ResourceError

HEADER = ("columns", "content", "unit", "source", "licence", "date")
# Short forms that the country list does not hold.
COMMON_COUNTRY_WORDS = {
    **dict.fromkeys(("us", "u.s.", "usa", "u.s.a."), "US"),
    **dict.fromkeys(("uk", "u.k.", "britain", "großbritannien", "britisch", "british", "briten"), "GB"),
}
CHECKOUT = Path(__file__).resolve().parent.parent / "data"


class Table(NamedTuple):
    """One list: its header, its columns and its rows."""

    header: Mapping[str, str]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Outlet(NamedTuple):
    """A news outlet or agency."""

    name: str
    aliases: tuple[str, ...]
    kind: str  # newspaper, broadcaster, magazine, online, agency
    country: str  # ISO 3166-1 alpha-2
    domain: str
    state_control: bool
    ambiguous: frozenset[str]  # names, case folded, that are also ordinary words or acronyms


class Role(NamedTuple):
    """What somebody is called by office or trade."""

    role: str  # minister, gov_head, expert_science, ...
    kind: str  # kind code of the coding guide; empty where the role alone does not tell


class Body(NamedTuple):
    """A named body, party or institution."""

    name: str
    kind: str
    country: str  # ISO code, "INT" for bodies of states, empty where unknown


class Metonym(NamedTuple):
    """A place or building that stands for a government."""

    name: str
    institution: str
    country: str


def data_path(*parts: str) -> Path:
    """Path of a shipped file: from the installed package, else from the checkout beside it.

    Raises
    ------
    ResourceError
        The data folder is in neither place.
    """
    folder = data_folder()
    return folder.joinpath(*parts)


@cache
def data_folder() -> Path:
    """The folder of the shipped files."""
    if CHECKOUT.is_dir() and (CHECKOUT / "gazetteers").is_dir():
        return CHECKOUT
    installed = Path(__file__).resolve().parent / "data"
    if (installed / "gazetteers").is_dir():
        return installed
    raise ResourceError(
        "The lists and models of the toolkit are not installed.",
        remedy="python -m pip install --force-reinstall news-attribution",
    )


@cache
def read_table(name: str) -> Table:
    """Read one list, for example ``"gazetteers/outlets"``.

    Raises
    ------
    ResourceError
        The file is missing, or its header or a row is not as it must be.
    """
    path = data_path(*name.split("/")).with_suffix(".tsv")
    remedy = "python -m pip install --force-reinstall news-attribution"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ResourceError(f"The list {name} cannot be read ({error.strerror}).", remedy=remedy) from error
    header: dict[str, str] = {}
    first = 0
    while first < len(lines) and lines[first].startswith("# "):
        key, _, value = lines[first][2:].partition(": ")
        header[key] = value
        first += 1
    if missing := [key for key in HEADER if key not in header]:
        raise ResourceError(f"The list {name} has no {', '.join(missing)} in its header.", remedy=remedy)
    columns = tuple(header["columns"].split())
    rows = tuple(tuple(line.split("\t")) for line in lines[first:] if line)
    if any(len(row) != len(columns) for row in rows):
        raise ResourceError(f"The list {name} has a row without {len(columns)} columns.", remedy=remedy)
    return Table(MappingProxyType(header), columns, rows)


def names_of(name: str, aliases: str) -> tuple[str, ...]:
    """A name and its aliases, without empty ones."""
    return (name, *(a for a in aliases.split("|") if a))


@cache
def agencies() -> Mapping[str, Outlet]:
    """News agencies by name and alias."""
    return by_name(outlet_rows("gazetteers/agencies"))


@cache
def outlets() -> Mapping[str, Outlet]:
    """News outlets by name and alias; agencies are not among them."""
    return by_name(outlet_rows("gazetteers/outlets"))


@cache
def outlets_by_domain() -> Mapping[str, Outlet]:
    """Outlets and agencies by web domain without "www."."""
    rows = (*outlet_rows("gazetteers/outlets"), *outlet_rows("gazetteers/agencies"))
    return MappingProxyType({o.domain.removeprefix("www."): o for o in reversed(rows) if o.domain})


@cache
def outlet_rows(name: str) -> tuple[Outlet, ...]:
    """Rows of an outlet list, in file order."""
    out = []
    for title, aliases, kind, country, domain, control, flags in read_table(name).rows:
        other = tuple(a for a in aliases.split("|") if a)
        ambiguous = frozenset((title if f == "*" else f).casefold() for f in flags.split("|") if f)
        out.append(Outlet(title, other, kind, country, domain.casefold(), control == "yes", ambiguous))
    return tuple(out)


def by_name(rows: Iterable[Outlet]) -> Mapping[str, Outlet]:
    """Rows by name and alias; a name wins over another row's alias, the first row over later ones."""
    out: dict[str, Outlet] = {}
    rows = tuple(rows)
    for row in rows:
        out.setdefault(row.name.casefold(), row)
    for row in rows:
        for alias in row.aliases:
            out.setdefault(alias.casefold(), row)
    return MappingProxyType(out)


@cache
def state_media() -> Mapping[str, Outlet]:
    """Outlets and agencies under state control, by name and alias."""
    both = {**outlets(), **agencies()}
    return MappingProxyType({name: row for name, row in both.items() if row.state_control})


@cache
def countries() -> Mapping[str, str]:
    """ISO codes by German and English names of the country."""
    out: dict[str, str] = {}
    for iso, names, *_ in read_table("gazetteers/countries").rows:
        out.update((name.casefold(), iso) for name in names.split("|") if name)
    return MappingProxyType(out)


@cache
def country_words() -> Mapping[str, str]:
    """ISO codes by names, capitals, adjectives and demonyms of both languages.

    German adjectives are stems ("russisch"): compare a word without its ending.
    """
    out = dict(countries())
    for iso, _, capital, *forms in read_table("gazetteers/countries").rows:
        demonym = forms[1].split("(")[0].strip()  # "Australian(s)"
        for word in (capital, forms[0], demonym, demonym + "s", forms[2], forms[3], forms[3] + "n"):
            if len(word) > 2:
                out.setdefault(word.casefold(), iso)
    out.update(COMMON_COUNTRY_WORDS)
    return MappingProxyType(out)


def country_of(word: str) -> str | None:
    """ISO code of the country that a word names: a name, capital, adjective (also inflected) or demonym.

    >>> country_of("russischen"), country_of("Germany"), country_of("Hund")
    ('RU', 'DE', None)
    """
    words = country_words()
    key = word.casefold()
    if key in words:
        return words[key]
    for ending in ("en", "er", "es", "em", "e", "s"):
        stem = key.removesuffix(ending)
        if stem != key and stem in words and (ending == "s" or stem.endswith("sch") or len(stem) > 5):
            return words[stem]
    return None


@cache
def roles(lang: str) -> Mapping[str, Role]:
    """Roles by form."""
    rows = read_table(f"lexicons/{lang}/roles").rows
    return MappingProxyType({form.casefold(): Role(role, kind) for form, role, kind in rows})


@cache
def reporting_verbs(lang: str) -> Mapping[str, tuple[str, str]]:
    """Lemma and class of reporting verbs by each form; separable ones as "gab bekannt"."""
    out: dict[str, tuple[str, str]] = {}
    for lemma, forms, group in read_table(f"lexicons/{lang}/reporting_verbs").rows:
        out.update((form.casefold(), (lemma, group)) for form in forms.split("|"))
    return MappingProxyType(out)


def pairs(name: str) -> Mapping[str, str]:
    """A two-column list as a mapping."""
    return MappingProxyType({row[0].casefold(): row[1] for row in read_table(name).rows})


@cache
def cue_phrases(lang: str) -> Mapping[str, str]:
    """Class of fixed expressions by phrase."""
    return pairs(f"lexicons/{lang}/cue_phrases")


@cache
def body_nouns(lang: str) -> Mapping[str, str]:
    """Kind code by noun for bodies (Ministerium, police)."""
    return pairs(f"lexicons/{lang}/body_nouns")


@cache
def group_nouns(lang: str) -> Mapping[str, str]:
    """Kind code by noun for people without a name (Beamte, critics)."""
    return pairs(f"lexicons/{lang}/group_nouns")


@cache
def document_nouns(lang: str) -> Mapping[str, str]:
    """ "record" or "social" by head noun of an artefact."""
    return pairs(f"lexicons/{lang}/documents")


@cache
def outlet_nouns(lang: str) -> Mapping[str, str]:
    """ "outlet" or "agency" by noun (die Zeitung, the agency)."""
    return pairs(f"lexicons/{lang}/outlet_nouns")


@cache
def spokesperson_nouns(lang: str) -> frozenset[str]:
    """Nouns for those who speak for a body."""
    return frozenset(row[0].casefold() for row in read_table(f"lexicons/{lang}/spokesperson").rows)


@cache
def anonymity_terms(lang: str) -> Mapping[str, str]:
    """ "marker", "formulaic", "reason" or "access" by phrase."""
    return pairs(f"lexicons/{lang}/anonymity")


@cache
def hedges(lang: str) -> Mapping[str, str]:
    """ "reportative", "inferential" or "distancing" by marker."""
    return pairs(f"lexicons/{lang}/hedges")


@cache
def abbreviations(lang: str) -> frozenset[str]:
    """Abbreviations that end in a point, as printed."""
    return frozenset(row[0] for row in read_table(f"lexicons/{lang}/abbreviations").rows)


@cache
def firstnames() -> Mapping[str, str]:
    """ "m" or "f" by given name, as printed (not case folded)."""
    return MappingProxyType({row[0]: row[1] for row in read_table("lexicons/firstnames").rows})


@cache
def politicians() -> Mapping[str, tuple[str, str]]:
    """Parliament or government and party of German politicians by full name."""
    return MappingProxyType(
        {n.casefold(): (b, p) for n, b, p in read_table("gazetteers/politicians_de").rows}
    )


@cache
def institutions() -> Mapping[str, Body]:
    """Named bodies of both languages by name and alias."""
    out: dict[str, Body] = {}
    for name, aliases, kind, country in read_table("gazetteers/institutions_en").rows:
        for form in names_of(name, aliases):
            out.setdefault(form.casefold(), Body(name, kind, country))
    for name, aliases, kind in read_table("gazetteers/institutions_de").rows:
        for form in names_of(name, aliases):
            out.setdefault(form.casefold(), Body(name, kind, "DE"))
    return MappingProxyType(out)


@cache
def int_bodies() -> Mapping[str, Body]:
    """International bodies by name and alias."""
    out: dict[str, Body] = {}
    for name, aliases, kind in read_table("gazetteers/int_bodies").rows:
        for form in names_of(name, aliases):
            out.setdefault(form.casefold(), Body(name, kind, "INT"))
    return MappingProxyType(out)


@cache
def parties() -> Mapping[str, Body]:
    """Parties by name and alias."""
    out: dict[str, Body] = {}
    for name, aliases, country in read_table("gazetteers/parties").rows:
        for form in names_of(name, aliases):
            out.setdefault(form.casefold(), Body(name, "pol", country))
    return MappingProxyType(out)


@cache
def metonyms() -> Mapping[str, Metonym]:
    """Places and buildings that stand for a government."""
    rows = read_table("gazetteers/metonyms").rows
    return MappingProxyType({r[0].casefold(): Metonym(r[0], r[2], r[3]) for r in rows})
