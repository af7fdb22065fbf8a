"""The shipped lists: the only module that opens ``data/``.

Keys of every mapping are case folded (``str.casefold``) and hold the whole form with its blanks
("wie es heißt", "new york times"), except where the accessor says "as printed": ``firstnames`` and
``abbreviations``. German nouns, roles and verbs are listed with their inflected forms as far as
these follow from the lists; look up the end of a compound yourself. Nothing here knows a language.
All results are cached and read-only.
"""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from attribution.errors import ResourceError
from attribution.listings import Body as Body
from attribution.listings import Head as Head
from attribution.listings import Metonym as Metonym
from attribution.listings import Outlet as Outlet
from attribution.listings import Place as Place
from attribution.listings import Role as Role
from attribution.listings import StateMedium as StateMedium
from attribution.listings import Table as Table

HEADER = ("columns", "content", "unit", "source", "licence", "date")
# Short forms that the country list does not hold.
COMMON_COUNTRY_WORDS = {
    **dict.fromkeys(("us", "u.s.", "usa", "u.s.a."), "US"),
    **dict.fromkeys(("uk", "u.k.", "britain", "großbritannien", "britisch", "british", "briten"), "GB"),
}
REINSTALL = "python -m pip install --force-reinstall news-attribution"
NOTHING: frozenset[str] = frozenset()
CHECKOUT = Path(__file__).resolve().parent.parent / "data"


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
        remedy=REINSTALL,
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
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ResourceError(
            f"The list {name} cannot be read ({error.strerror}).", remedy=REINSTALL
        ) from error
    header: dict[str, str] = {}
    first = 0
    while first < len(lines) and lines[first].startswith("# "):
        key, _, value = lines[first][2:].partition(": ")
        header[key] = value
        first += 1
    if missing := [key for key in HEADER if key not in header]:
        raise ResourceError(f"The list {name} has no {', '.join(missing)} in its header.", remedy=REINSTALL)
    columns = tuple(header["columns"].split())
    rows = tuple(tuple(line.split("\t")) for line in lines[first:])
    if not set(map(len, rows)) <= {len(columns)}:
        raise ResourceError(f"The list {name} has a row without {len(columns)} columns.", remedy=REINSTALL)
    return Table(MappingProxyType(header), columns, rows)


def names_of(name: str, aliases: str) -> tuple[str, ...]:
    """A name and its aliases."""
    return (name, *aliases.split("|")) if aliases else (name,)


@cache
def agencies() -> Mapping[str, Outlet]:
    """News agencies by name and alias."""
    return by_name(outlet_rows("gazetteers/agencies"))


@cache
def outlets() -> Mapping[str, Outlet]:
    """News outlets and programmes by name and alias; agencies are not among them."""
    return by_name((*outlet_rows("gazetteers/outlets"), *outlet_rows("gazetteers/programmes")))


@cache
def programmes() -> Mapping[str, Outlet]:
    """News programmes and talk shows by name and alias, also part of ``outlets``."""
    return by_name(outlet_rows("gazetteers/programmes"))


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
        other = tuple(aliases.split("|")) if aliases else ()
        ambiguous = NOTHING
        if flags:
            ambiguous = frozenset((title if f == "*" else f).casefold() for f in flags.split("|"))
        out.append(Outlet(title, other, kind, country, domain, control == "yes", ambiguous))
    return tuple(out)


def by_name(rows: Iterable[Outlet]) -> Mapping[str, Outlet]:
    """Rows by name and alias; a name wins over another row's alias, the first row over later ones."""
    rows = tuple(rows)
    out = {row.name.casefold(): row for row in reversed(rows)}
    for row in rows:
        for alias in row.aliases:
            out.setdefault(alias.casefold(), row)
    return MappingProxyType(out)


@cache
def state_media() -> Mapping[str, StateMedium]:
    """Media under government control by name and alias; the same that have ``state_control`` set."""
    rows = read_table("gazetteers/state_media").rows
    out = {name.casefold(): StateMedium(name, *rest) for name, _, *rest in rows}
    for name, aliases, *_ in rows:
        for form in names_of(name, aliases):
            out.setdefault(form.casefold(), out[name.casefold()])
    return MappingProxyType(out)


@cache
def countries() -> Mapping[str, str]:
    """ISO codes by German and English names of the country."""
    out: dict[str, str] = {}
    for iso, names, *_ in read_table("gazetteers/countries").rows:
        for name in names.casefold().split("|"):
            out.setdefault(name, iso)
    return MappingProxyType(out)


@cache
def capitals() -> Mapping[str, str]:
    """ISO codes by capital, as printed."""
    table = read_table("gazetteers/countries")
    at = table.columns.index("capitals")
    named = ((capital, row[0]) for row in table.rows for capital in row[at].split("|") if len(capital) > 3)
    return MappingProxyType(dict(named))


@cache
def country_words() -> Mapping[str, str]:
    """ISO codes by names, capitals, adjectives and demonyms of both languages.

    German adjectives are stems ("russisch"): ``country_of`` takes endings off.
    """
    out = dict(countries())
    for iso, _, *cells in read_table("gazetteers/countries").rows:
        for word in "|".join(cells).casefold().split("|"):
            if len(word) > 2:
                out.setdefault(word, iso)
    out.update(COMMON_COUNTRY_WORDS)
    return MappingProxyType(out)


@cache
def places() -> Mapping[str, Place]:
    """Regions and cities by name and alias; capitals of countries are in ``country_words``."""
    out: dict[str, Place] = {}
    for name, aliases, kind, country in read_table("gazetteers/places").rows:
        for form in names_of(name, aliases):
            out.setdefault(form.casefold(), Place(name, kind, country))
    return MappingProxyType(out)


def country_of(word: str, home: str = "") -> str | None:
    """ISO code of the country that a word names or belongs to.

    Names, capitals, adjectives (also inflected), demonyms, regions and cities count.

    Parameters
    ----------
    word : str
        A word or a name of several words, in any case.
    home : str
        ISO code of the article's country: its own regions win ("Georgia" in a US story).

    Examples
    --------
    >>> country_of("russischen"), country_of("Germany"), country_of("Hund")
    ('RU', 'DE', None)
    >>> country_of("Köln"), country_of("Georgia"), country_of("Georgia", home="US")
    ('DE', 'GE', 'US')
    """
    words, regions = country_words(), places()
    key = word.casefold()
    if home and key in regions and regions[key].country == home:
        return home
    if key in words:
        return words[key]
    if key in regions:
        return regions[key].country
    for ending in ("en", "er", "es", "em", "e", "s"):
        stem = key.removesuffix(ending)
        if stem == key or (ending != "s" and not stem.endswith("sch") and len(stem) <= 5):
            continue
        if stem in words:
            return words[stem]
        if stem in regions:
            return regions[stem].country
    return None


@cache
def heads() -> Mapping[str, tuple[Head, ...]]:
    """Heads of state and government by full name; several terms or people under one name are all given."""
    out: dict[str, list[Head]] = {}
    for row in read_table("gazetteers/heads").rows:
        out.setdefault(row[0].casefold(), []).append(Head(*row))
    return MappingProxyType({name: tuple(rows) for name, rows in out.items()})


@cache
def roles(lang: str) -> Mapping[str, Role]:
    """Roles by form."""
    rows = read_table(f"lexicons/{lang}/roles").rows
    known: dict[tuple[str, str], Role] = {(role, kind): Role(role, kind) for _, role, kind in rows}
    return MappingProxyType({form.casefold(): known[role, kind] for form, role, kind in rows})


@cache
def reporting_verbs(lang: str) -> Mapping[str, tuple[str, str]]:
    """Lemma and class of reporting verbs by each form; separable ones as "gab bekannt"."""
    out: dict[str, tuple[str, str]] = {}
    rows = read_table(f"lexicons/{lang}/reporting_verbs").rows
    for lemma, forms, group, _ in rows:
        for form in forms.casefold().split("|"):
            out.setdefault(form, (lemma, group))
    out.update((lemma.casefold(), (lemma, group)) for lemma, _, group, _ in rows)
    return MappingProxyType(out)


@cache
def verb_particles() -> Mapping[str, str]:
    """Particle by lemma of German reporting verbs that split ("mitteilen": "mit")."""
    rows = read_table("lexicons/de/reporting_verbs").rows
    return MappingProxyType({lemma.casefold(): particle for lemma, _, _, particle in rows if particle})


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


def bodies(rows: Iterable[tuple[str, str, str, str]]) -> dict[str, Body]:
    """Bodies by name and alias from rows of name, aliases, kind and country; the first row wins."""
    out: dict[str, Body] = {}
    for name, aliases, kind, country in rows:
        body = Body(name, kind, country)
        for form in names_of(name, aliases):
            out.setdefault(form.casefold(), body)
    return out


@cache
def institutions() -> Mapping[str, Body]:
    """Named bodies of both languages by name and alias, companies and armed groups among them."""
    english = ((n, a, k, c) for n, a, k, c in read_table("gazetteers/institutions_en").rows)
    german = ((n, a, k, "DE") for n, a, k in read_table("gazetteers/institutions_de").rows)
    return MappingProxyType(bodies((*english, *german)))


@cache
def int_bodies() -> Mapping[str, Body]:
    """International bodies by name and alias."""
    return MappingProxyType(bodies((n, a, k, "INT") for n, a, k in read_table("gazetteers/int_bodies").rows))


@cache
def parties() -> Mapping[str, Body]:
    """Parties by name and alias."""
    return MappingProxyType(bodies((n, a, "pol", c) for n, a, c in read_table("gazetteers/parties").rows))


@cache
def metonyms() -> Mapping[str, Metonym]:
    """Places and buildings that stand for a government."""
    rows = read_table("gazetteers/metonyms").rows
    return MappingProxyType({r[0].casefold(): Metonym(r[0], r[2], r[3]) for r in rows})


@cache
def label_definitions(vocabulary: str) -> Mapping[str, Mapping[str, Any]]:
    """Definitions of one vocabulary by code as printed: types, forms, ident, kind, origin, via, voice, ...

    Each has ``name``, ``definition``, ``example_de``, ``example_en``, ``counter_example`` and, where
    they exist, the names that other schemes use.
    """
    path = data_path("labels", f"{vocabulary}.toml")
    try:
        codes = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ResourceError(f"The labels {vocabulary} cannot be read ({error}).", remedy=REINSTALL) from error
    return MappingProxyType(codes)
