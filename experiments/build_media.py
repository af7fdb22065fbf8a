"""Build the lists of outlets, agencies, programmes and state-controlled media for ``build_lists``."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from experiments.list_files import hand_rows, rows_of, unique, write

STATE_CONTROL = {
    "state_controlled": "state_run",
    "captured_public": "captured_public",
}  # SC, CaPu of the matrix
STATE_OWNERS = {"state"}  # agencies of our own list that no other source codes
HOME = ("DE", "AT", "CH", "US", "GB")
SOURCE = (
    "Wikidata, DBOES 2026, State Media Matrix 2024-02-07, fundus, awesome-rss-feeds, wiki-media-cred, own"
)
LICENCE = "CC0, CC BY 4.0 (DBOES), MIT; facts"
COLUMNS = ("name", "aliases", "kind", "country", "domain", "state_control", "ambiguous")


@dataclass
class Medium:
    """One outlet, agency or programme while the lists are merged."""

    name: str
    aliases: list[str]
    kind: str
    country: str
    domain: str
    rank: int  # who keeps a name that several claim: the lowest
    ambiguous: set[str] = field(default_factory=set)
    control: str = ""
    since: str = ""
    provenance: str = ""

    def forms(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)

    def row(self) -> tuple[str, ...]:
        flags = sorted("*" if flag == self.name else flag for flag in self.ambiguous & set(self.forms()))
        control = "yes" if self.control else ""
        aliases = unique(a for a in self.aliases if a != self.name)
        return self.name, aliases, self.kind, self.country, self.domain, control, "|".join(flags)


def build_media(shared: Path, out: Path) -> None:
    """Write outlets, agencies, programmes and state media."""
    media = [medium for name in ("agencies", "outlets_core", "programmes_and_other")
             for row in rows_of(shared / "gazetteers" / f"{name}.csv")
             if (medium := collected(row))]  # fmt: skip
    add_programmes(media)
    add_state_media(media)
    withdraw_codes(media)
    words = ordinary_words(out)
    media = [m for m in media if m.name.casefold() not in country_names(out)]
    for medium in media:
        flag_ambiguous(medium, words)
    settle_names(media)
    for kind, name, content in (
        ("agency", "agencies", "news agencies"),
        ("programme", "programmes", "news programmes and talk shows"),
        ("", "outlets", "news outlets"),
    ):
        chosen = [m for m in media if m.kind == kind or (not kind and m.kind not in ("agency", "programme"))]
        write(
            out / "gazetteers" / f"{name}.tsv", COLUMNS, [m.row() for m in chosen], unit="one outlet",
            content=f"{content}; ambiguous: * the name, or those aliases that are also ordinary words, "
            "places or acronyms", source=SOURCE, licence=LICENCE,
        )  # fmt: skip
    write(
        out / "gazetteers" / "state_media.tsv",
        ("name", "aliases", "kind", "country", "control", "since", "provenance"),
        [(m.name, unique(m.aliases), m.kind, m.country, m.control, m.since, m.provenance)
         for m in media if m.control],
        content="media whose editorial line is under government control; public broadcasters with editorial "
        "freedom are not among them; codes as of 2024, since is a year or empty", unit="one medium",
        source="State Media Matrix 2024-02-07 (codes SC and CaPu, corrected), own", licence="MIT; facts",
    )  # fmt: skip


def collected(row: dict[str, str]) -> Medium | None:
    """One row of the collected lists; rows without a country of today are left out."""
    country = row["country"]
    if len(country) != 2 or country in ("DD", "SU", "YU"):
        return None
    kind = "outlet" if row["kind"] == "other" else row["kind"]
    hand = "hand" in row["sources"].split("|")
    rank = 0 if hand and kind != "agency" else 1 if kind == "agency" else 2 if country in HOME else 4
    if row["scope"] == "local_us":
        rank = 3
    aliases = [a for a in row["aliases"].split("|") if a and a != "English" and not a.endswith("edition")]
    medium = Medium(row["name"], aliases, kind, country, row["domain"].casefold(), rank)
    reasons = dict(item.rsplit(":", 1) for item in row["aliases_ambiguous"].split("|") if ":" in item)
    reasons[row["name"]] = row["name_ambiguous"]
    for form, reason in reasons.items():
        known = rank == 0 and reason == "acronym" and form.isupper() and len(form) > 2  # BBC, CNN
        if reason and not known:
            medium.ambiguous.add(form)
    medium.control = STATE_CONTROL.get(row["state_control"], "")
    medium.provenance = "State Media Matrix 2024" if medium.control else ""
    if not row["state_control"] and row["ownership"] in STATE_OWNERS and kind == "agency":
        medium.control, medium.provenance = "state_run", "own list of agencies"
    return medium


def add_programmes(media: list[Medium]) -> None:
    """Programmes from our own list; a collected one under the same name is replaced."""
    for row in hand_rows("programmes"):
        aliases = [a for a in row["aliases"].split("|") if a]
        flags = {row["name"] if f == "*" else f for f in row["ambiguous"].split("|") if f}
        media[:] = [m for m in media if m.kind != "programme" or m.name != row["name"]]
        media.append(Medium(row["name"], aliases, "programme", row["country"], "", 1, flags))


def add_state_media(media: list[Medium]) -> None:
    """Merge our own list: control and aliases go to the row that has one of the names, else a new row."""
    by_form: dict[tuple[str, str], Medium] = {}
    for medium in media:
        for form in medium.forms():
            by_form.setdefault((form.casefold(), medium.country), medium)
    for row in hand_rows("state_media"):
        forms = [row["name"], *(a for a in row["aliases"].split("|") if a)]
        found = [by_form[key] for form in forms if (key := (form.casefold(), row["country"])) in by_form]
        if found:
            medium = found[0]
            for twin in found[1:]:  # the same medium under another spelling
                if twin is not medium and twin in media:
                    medium.aliases += twin.forms()
                    medium.domain = medium.domain or twin.domain
                    media.remove(twin)
        else:
            medium = Medium(row["name"], [], row["kind"], row["country"], "", 1)
            media.append(medium)
        medium.aliases += [form for form in forms if form not in medium.forms()]
        medium.rank = min(medium.rank, 1)
        medium.control, medium.since = row["control"], row["since"]
        medium.provenance = "; ".join(x for x in ("own list", row["note"]) if x)


def withdraw_codes(media: Iterable[Medium]) -> None:
    """Take back codes that are too coarse or out of date; our own list is not touched."""
    withdrawn = {(row["name"], row["country"]) for row in hand_rows("state_media_not")}
    for medium in media:
        listed = medium.provenance.startswith("own list") and medium.provenance != "own list of agencies"
        if not listed and withdrawn & {("*", medium.country), (medium.name, medium.country)}:
            medium.control = medium.provenance = ""


def country_names(out: Path) -> frozenset[str]:
    """Names of countries, case folded."""
    rows = table_rows(out / "gazetteers" / "countries.tsv")
    return frozenset(name.casefold() for row in rows for name in row[1].split("|"))


def ordinary_words(out: Path) -> frozenset[str]:
    """Given names, places and words of countries: an outlet of that name needs marks or a noun beside it."""
    cells = [cell for row in table_rows(out / "gazetteers" / "countries.tsv") for cell in row[1:]]
    cells += [cell for row in table_rows(out / "gazetteers" / "places.tsv") for cell in row[:2]]
    cells += [row[0] for row in table_rows(out / "lexicons" / "firstnames.tsv")]
    return frozenset(form.casefold() for cell in cells for form in cell.split("|") if form)


def table_rows(path: Path) -> list[list[str]]:
    """Rows of a list that was written before."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("# ")]


def flag_ambiguous(medium: Medium, words: frozenset[str]) -> None:
    """Flag forms that are names of people or places, or short acronyms of media that few know."""
    for form in medium.forms():
        short = len(form) <= 3 and medium.rank > 1
        one_word = form.isalpha() and form.islower() and form != "dpa"
        if form.casefold().removeprefix("the ") in words or short or one_word:
            medium.ambiguous.add(form)


def settle_names(media: list[Medium]) -> None:
    """Leave each name to one medium: others lose the alias, or get their country added to the name."""
    claims: defaultdict[str, list[Medium]] = defaultdict(list)
    for medium in media:
        for form in dict.fromkeys(form.casefold() for form in medium.forms()):
            claims[form].append(medium)
    for form, claimants in claims.items():
        # A name beats an alias of equal rank; ties between countries leave the name to nobody.
        order = sorted(claimants, key=lambda m: (m.rank, m.name.casefold() != form, m.country, m.name))
        best = order[0]
        tied = [
            m
            for m in order
            if (m.rank, m.name.casefold() != form) == (best.rank, best.name.casefold() != form)
        ]
        nobody = best.rank > 1 and len({m.country for m in tied}) > 1
        for medium in order if nobody else order[1:]:
            medium.aliases = [a for a in medium.aliases if a.casefold() != form]
            if medium.name.casefold() == form:
                was = medium.name
                medium.name = f"{was} ({medium.country})"
                if was in medium.ambiguous:
                    medium.ambiguous.add(medium.name)
