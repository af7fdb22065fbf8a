"""Turn the collected lists of facts into the files of ``data/gazetteers`` and ``data/lexicons``.

Example: ``python -m experiments.build_lists --shared ../shared``. What the collections lack stands
in ``experiments/lists`` and is merged in. Lists that are wholly ours (noun lists, institutions,
parties) stand in ``data/``, are edited there, and are only sorted here.
"""

import html
import re
from pathlib import Path

import click

from experiments.build_media import build_media
from experiments.german_forms import demonym_forms, role_forms, verb_forms
from experiments.list_files import hand_rows, rows_of, tidy, unique, write

OWN = {"source": "own", "licence": "Apache-2.0"}
KIND_OF_ROLE = {
    "minister": "gov", "gov_official": "gov", "gov_head": "gov", "legislator": "gov", "military": "gov",
    "police_rescue": "gov", "justice": "gov", "diplomat": "gov", "local_gov": "gov", "intl_org": "gov",
    "expert_science": "exp", "expert_medical": "exp", "expert_generic": "exp", "expert_economy": "exp",
    "corporate": "biz", "party": "pol", "ngo_activist": "civ", "activist": "civ", "union_association": "civ",
    "religion": "civ", "lawyer": "civ", "sport_culture": "cul", "media": "med", "witness_citizen": "cit",
    "accused": "cit", "insider": "oth", "spokesperson": "", "armed": "arm",
}  # fmt: skip
KIND_OF_INSTITUTION = {"research": "exp", "authority": "gov", "party_org": "pol"}


def institutions(shared: Path, out: Path) -> None:
    """German institutions; towns and districts are among the places."""
    rows = []
    for row in rows_of(shared / "gazetteers/institutions_de.csv"):
        aside = re.match(r"(.+?) \((soweit.+)\)$", row["name"])
        name = aside[1] if aside else row["name"]
        aliases = unique(a for a in row["aliases"].split("|") if not a.startswith("soweit"))
        if row["class"] in KIND_OF_INSTITUTION and name != "Bundespräsident":
            rows.append((name, aliases, KIND_OF_INSTITUTION[row["class"]]))
    write(
        out / "gazetteers" / "institutions_de.tsv", ("name", "aliases", "kind"), rows,
        content="German authorities, research bodies and party organisations with the kind code of the guide",
        unit="one institution", source="DBOES 2026", licence="CC BY 4.0",
    )  # fmt: skip


def people(shared: Path, out: Path) -> None:
    """Politicians, heads of state and government, given names."""
    politicians = rows_of(shared / "gazetteers/politicians_de.csv")
    write(
        out / "gazetteers" / "politicians_de.tsv", ("name", "body", "party"),
        [(row["name"], row["body"], row["party"]) for row in politicians],
        content="members of German parliaments and governments, state of March 2026", unit="one person",
        source="DBOES 2026", licence="CC BY 4.0",
    )  # fmt: skip
    heads = [tuple(row.values()) for row in hand_rows("heads")]
    known = {row[0] for row in heads}
    heads += [row for row in factbook_heads(shared) if row[0] not in known]
    write(
        out / "gazetteers" / "heads.tsv", ("name", "family", "office", "country", "since", "until"), heads,
        content="heads of state and government; since and until are years, empty where open or unknown",
        unit="one person", source="The World Factbook (rows of 2025 and 2026), own", licence="public domain",
    )  # fmt: skip
    given_names(shared, out, politicians)


def factbook_heads(shared: Path) -> list[tuple[str, ...]]:
    """Heads of the factbook: an office, then a name with the family name in capitals."""
    office = re.compile(
        r"(?:Interim |Transitional |Acting )?(President|Prime Minister|Chancellor|Premier|King|Queen|Emir|"
        r"Sultan|Taoiseach|Supreme Leader|Grand Duke|Prince)\b(?: of the Swiss Confederation)? "
        r"([^,;()]{4,60}?) \((?:chairperson )?since (?:[^)]{0,20} )?(\d{4})"
    )
    out = []
    for row in rows_of(shared / "gazetteers/heads_of_state_government_factbook.csv"):
        for cell in (row["chief_of_state"], row["head_of_government"]):
            found = office.match(html.unescape(cell))
            # Crowns that reign over several countries are left to their own.
            if not found or (found[2].startswith("CHARLES") and row["country"] != "GB"):
                continue
            words = [
                w
                for w in found[2].split()
                if w not in ("Sir", "Capt.", "Gen.", "Dr.", "and", "Prime", "Minister")
            ]
            family = " ".join(w for w in words if w.isupper() and len(w.strip(".")) > 1)
            if family and len(words) > 1:
                name = " ".join(spelled(w) for w in words)
                out.append((name, spelled(family), found[1], row["country"], found[3], ""))
    return out


def spelled(words: str) -> str:
    """Capitals of the factbook as names are written; numbers of monarchs stay."""
    numbers = {"II", "III", "IV", "V", "VI", "VII", "VIII", "X", "XIV"}
    particles = {"DER", "DE", "DA", "DI", "DU", "DOS", "EL", "AL", "BIN", "VON", "E"}
    return " ".join(
        w if w in numbers or not w.isupper() or len(w.strip(".")) < 2
        else w.lower() if w in particles and words.split()[0] != w
        else w.title().replace("Mcc", "McC")
        for w in words.split()
    )  # fmt: skip


def given_names(shared: Path, out: Path, politicians: list[dict[str, str]]) -> None:
    """Given names with a clear gender, from newborns, politicians and our own list."""
    counts: dict[str, list[int]] = {}
    for row in rows_of(shared / "lexicons/firstnames_berlin.csv"):
        counts[row["name"]] = [int(row["m"] or 0), int(row["f"] or 0)]
    for row in politicians:
        for name in row["given"].split()[:1]:
            pair = counts.setdefault(name, [0, 0])
            if row["gender"] in ("männlich", "weiblich"):
                pair[row["gender"] == "weiblich"] += 5
    genders = {
        name: "m" if m > f else "f"
        for name, (m, f) in counts.items()
        if m + f >= 5 and len(name) > 2 and max(m, f) >= 0.8 * (m + f)
    }
    for row in hand_rows("firstnames"):
        genders[row["name"]] = row["gender"]
    write(
        out / "lexicons" / "firstnames.tsv", ("name", "gender"),
        [(name, gender) for name, gender in genders.items() if gender != "-"],
        content="given names with the gender of four in five bearers, without names that are ordinary words",
        unit="one name", source="haeufige Vornamen Berlin, DBOES 2026, own",
        licence="CC BY 3.0 DE, CC BY 4.0",
    )  # fmt: skip


def places(shared: Path, out: Path) -> None:
    """Countries, regions and cities, and what stands for governments."""
    fixes: dict[str, dict[str, str]] = {}
    for row in hand_rows("countries"):
        fixes[row["iso"]] = {**fixes.get(row["iso"], {}), **{k: v for k, v in row.items() if v}}
    rows = [country_row(row, fixes.get(row["iso"], {})) for row in rows_of(shared / "lexicons/countries.csv")]
    write(
        out / "gazetteers" / "countries.tsv",
        ("iso", "names", "capitals", "adjectives_en", "adjectives_de", "demonyms"), rows,
        content="countries in both languages; German adjectives are stems", unit="one country",
        source="Unicode CLDR, The World Factbook, own", licence="Unicode 3.0, public domain",
    )  # fmt: skip
    named = {form for row in rows for cell in row[1:3] for form in cell.split("|")}
    regions = [tuple(row.values()) for row in hand_rows("places")]
    listed = {form for row in regions for form in (row[0], *row[1].split("|"))} | named
    for row in rows_of(shared / "gazetteers/institutions_de.csv"):
        if row["class"] == "regional_authority" and row["name"] not in listed:
            regions.append((row["name"], "", "city", "DE"))
    regions = [row for row in regions if row[2] != "-"]  # ordinary words and given names
    write(
        out / "gazetteers" / "places.tsv", ("name", "aliases", "class", "country"), regions,
        content="regions and cities with their country; capitals of countries are in countries.tsv",
        unit="one place", source="own, DBOES 2026 (German towns)", licence="Apache-2.0, CC BY 4.0",
    )  # fmt: skip
    metonyms = [
        (row["metonym"], row["language"], row["institution"], row["country"], row["class"])
        for row in (*rows_of(shared / "lexicons/government_metonyms.csv"), *hand_rows("metonyms"))
    ]
    write(
        out / "gazetteers" / "metonyms.tsv", ("name", "languages", "institution", "country", "class"),
        metonyms, content="places and buildings that stand for a government", unit="one name", **OWN,
    )  # fmt: skip


def country_row(row: dict[str, str], fix: dict[str, str]) -> tuple[str, ...]:
    """One country with our corrections: a leading "=" replaces what the source has."""

    def cell(column: str, source: str) -> str:
        ours = fix.get(column, "")
        return unique((ours[1:] if ours.startswith("=") else f"{source}|{ours}").split("|"))

    def alternatives(text: str) -> str:
        text = re.sub(r"\(.*?\)|;.*", "", html.unescape(text))
        parts = [part.strip() for part in re.split(r", | or |\|", text)]
        return "|".join(part for part in parts if part not in ("none", "NA"))

    names = "|".join(row[key] for key in ("name_en", "name_de", "alt_en", "alt_de"))
    capital = "" if "&" in row["capital"] or " in " in row["capital"] else alternatives(row["capital"])
    nouns = "" if row["iso"] in ("KP", "KR", "CG") else alternatives(row["demonym_en"])
    plural = "|".join(
        n if n.endswith(("s", "se", "sh", "ch")) else f"{n}|{n}s" for n in nouns.split("|") if n
    )
    german = [n for n in row["demonym_de"].split("|") if n and row["iso"] != "CG"]
    german_plural = "|".join(form for noun in german for form in demonym_forms(noun))
    return (
        row["iso"],
        cell("names", names),
        cell("capitals", capital),
        cell("adjectives_en", alternatives(row["adjective_en"])),
        cell("adjectives_de", "" if row["iso"] == "CG" else row["adjective_de"]),
        cell("demonyms", f"{plural}|{german_plural}"),
    )


def words(shared: Path, out: Path, lang: str) -> None:
    """Roles, reporting verbs, cue phrases and abbreviations of one language."""
    folder = out / "lexicons" / lang
    own_roles = hand_rows(f"roles_{lang}")
    columns = ("role",) if lang == "en" else ("masc", "fem")
    roles: dict[str, tuple[str, str, str]] = {}
    for row in (*own_roles, *rows_of(shared / f"lexicons/roles_{lang}.csv")):
        forms = (row["role"],) if lang == "en" else role_forms(row["masc"], row["fem"])
        for form in (*(row[c] for c in columns), *forms):
            if form:
                roles.setdefault(form, (form, row["class"], KIND_OF_ROLE[row["class"]]))
    write(folder / "roles.tsv", ("form", "class", "kind"), roles.values(), unit="one form", **OWN,
          content="what people are called by office or trade, with the kind code of the guide")  # fmt: skip
    verbs = []
    for row in (*rows_of(shared / f"lexicons/reporting_verbs_{lang}.csv"), *hand_rows(f"verbs_{lang}")):
        forms = {row["lemma"], row["pres3"], row["past"], row["participle"], row.get("gerund") or ""} - {""}
        particle = ""
        if lang == "de":
            particle, more = verb_forms(row["lemma"], row["pres3"], row["past"])
            forms |= more
        verbs.append((row["lemma"], "|".join(sorted(forms)), row["class"], particle))
    write(folder / "reporting_verbs.tsv", ("lemma", "forms", "class", "particle"), verbs, **OWN,
          unit="one verb",
          content="verbs of saying, thinking and finding; particle of German verbs that split")  # fmt: skip
    phrases = rows_of(shared / f"lexicons/cue_phrases_{lang}.csv")
    pairs = [(row["phrase"], row["class"]) for row in phrases]
    write(folder / "cue_phrases.tsv", ("phrase", "class"), pairs, unit="one phrase", **OWN,
          content="fixed expressions of attribution, hearsay, relay and anonymity")  # fmt: skip
    short = [(row["abbreviation"],) for row in rows_of(shared / f"lexicons/abbreviations_{lang}.csv")]
    write(folder / "abbreviations.tsv", ("abbreviation",), short, content="abbreviations that end in a point",
          unit="one abbreviation", source="Unicode CLDR, pySBD, own", licence="Unicode 3.0, MIT")  # fmt: skip


@click.command(help=__doc__)
@click.option("--shared", type=click.Path(exists=True, path_type=Path), default=Path("../shared"))
@click.option("--out", type=click.Path(path_type=Path), default=Path("data"))
def main(shared: Path, out: Path) -> None:
    institutions(shared, out)
    people(shared, out)
    places(shared, out)
    for lang in ("de", "en"):
        words(shared, out, lang)
    build_media(shared, out)
    for path in sorted((*out.glob("gazetteers/*.tsv"), *out.glob("lexicons/**/*.tsv"))):
        tidy(path)


if __name__ == "__main__":
    main()
