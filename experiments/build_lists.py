"""Turn the collected lists of facts into the files of ``data/gazetteers`` and ``data/lexicons``.

Example: ``python -m experiments.build_lists --shared ../shared``. Lists that were made by hand for this
project (noun lists, institutions, parties) stand in ``data/`` already and are edited there.
"""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

DATE = "2026-11-24"
KIND_OF_ROLE = {
    "minister": "gov", "gov_official": "gov", "gov_head": "gov", "legislator": "gov", "military": "gov",
    "police_rescue": "gov", "justice": "gov", "diplomat": "gov", "local_gov": "gov", "intl_org": "gov",
    "expert_science": "exp", "expert_medical": "exp", "expert_generic": "exp", "expert_economy": "exp",
    "corporate": "biz", "party": "pol", "ngo_activist": "civ", "activist": "civ", "union_association": "civ",
    "religion": "civ", "lawyer": "civ", "sport_culture": "cul", "media": "med", "witness_citizen": "cit",
    "accused": "cit", "insider": "oth", "spokesperson": "",
}  # fmt: skip
# Given names of people in the news that Berlin's newborns do not bear.
GIVEN_NAMES = {
    "m": "Al Alan Albert Allen Andrew Angus Arnold Barack Barry Benjamin Bernie Bill Bob Brad Bradley Brett Brian Bruce "
    "Bryan Carl Carlos Chad Charles Charlie Chris Christopher Chuck Clarence Clark Clay Colin Corey Craig Curtis Dale "
    "Dan Darren Dave Dean Dennis Derek Dick Don Donald Doug Douglas Drew Dwight Earl Ed Eddie Edward Elliott Emmanuel "
    "Eric Ernest Ernie Eugene Evan Floyd Francis Frank Fred Frederick Gary Gene Geoff Geoffrey George Gerald Glen "
    "Glenn Gordon Graham Grant Greg Gregory Guy Hal Harold Harry Harvey Henry Herbert Howard Hugh Huma Ian Ivan Jack "
    "Jacob Jake James Jared Jason Jay Jeb Jeff Jeffrey Jeremy Jerome Jerry Jesse Jim Jimmy Joe Joel John Johnny Jon "
    "Jonathan Jose Joseph Josh Joshua Juan Justin Karl Keith Ken Kenneth Kent Kevin Kim Kirk Kurt Kyle Lance Larry "
    "Lawrence Lee Leonard Leroy Lewis Lindsey Lloyd Louis Luis Luke Malcolm Marc Marco Mark Marshall Martin Marvin "
    "Matt Matthew Maurice Max Michael Miguel Mike Mitch Mitt Mohamed Mohammad Mohammed Muhammad Nathan Neil Newt "
    "Nicholas Nick Norman Oliver Oscar Patrick Paul Pete Peter Phil Philip Phillip Ralph Rand Randall Randy Ray "
    "Raymond Reince Rex Richard Rick Rob Robby Robert Roberto Rod Rodney Roger Roland Ron Ronald Ross Roy Rudy "
    "Russell Ryan Sam Samuel Scott Sean Sergei Sergej Seth Shane Shawn Sidney Simon Spencer Stanley Stephen Steve "
    "Steven Stuart Ted Terry Theodore Thomas Tim Timothy Todd Tom Tommy Tony Travis Trey Trent Tyler Vernon Victor "
    "Vince Vincent Vladimir Wladimir Walter Warren Wayne Wesley William Willie Xi Zach Jens-Uwe Heinz Horst Uwe Jürgen "
    "Günter Günther Gerhard Wolfgang Dieter Manfred Helmut Klaus Werner Rainer Reiner Norbert Siegfried Ulrich Rüdiger "
    "Hans-Peter Karl-Heinz Egon Olaf Volker Detlef Jörg Ingo Armin Guido Edmund Kofi Ban Recep Baschar Hosni Silvio",
    "f": "Alice Alicia Allison Amanda Amy Andrea Angela Ann Anne Annie April Ashley Barbara Becky Beth Betsy Betty "
    "Beverly Bonnie Brenda Carly Carol Carole Caroline Carolyn Carrie Catherine Cathy Cheryl Christine Cindy Claire "
    "Condoleezza Connie Crystal Cynthia Dana Deborah Debbie Debra Denise Diana Diane Dianne Donna Doris Dorothy "
    "Eileen Elaine Eleanor Elise Elizabeth Ellen Emily Erica Erin Evelyn Frances Gail Gina Gloria Grace Gwen Heather "
    "Heidi Helen Hillary Holly Irene Ivanka Jackie Jacqueline Jan Jane Janet Janice Jean Jeanne Jen Jennifer Jenny "
    "Jessica Jill Joan Joanne Jody Josephine Joy Joyce Juanita Judith Judy Julia Julie Karen Kate Katherine Kathleen "
    "Kathryn Kathy Katie Kay Kellyanne Kelly Kimberly Kirsten Kristen Kristin Laura Lauren Laurie Leslie Lillian "
    "Linda Lisa Liz Loretta Lori Lorraine Louise Lucy Lynn Madeleine Margaret Maria Marie Marilyn Marjorie Martha "
    "Mary Maureen Megan Melania Melinda Melissa Michele Michelle Mildred Nancy Nicole Nikki Norma Pamela Patricia "
    "Patty Paula Peggy Penny Phyllis Rachel Rebecca Regina Renee Rhonda Rita Roberta Robin Rosa Rose Ruth Sally "
    "Samantha Sandra Sara Sarah Shannon Sharon Sheila Shelly Sheryl Shirley Stacy Stephanie Sue Susan Suzanne Sylvia "
    "Tammy Tara Teresa Theresa Tiffany Tina Tracy Valerie Vanessa Veronica Vicki Victoria Virginia Wanda Wendy "
    "Yvonne Renate Ursula Gisela Brigitte Monika Ingrid Annegret Annalena Heike Petra Sabine Birgit Ulrike Claudia "
    "Gabriele Bärbel Edelgard Jutta Silke Anja Kerstin Martina Katrin Ilse Christa Uschi Renate Marietta",
}
STATE_CONTROL = {"state_controlled", "captured_public", "state_control"}  # SC and CaPu of the matrix


def rows_of(path: Path) -> list[dict[str, str]]:
    """Rows of a comma-separated file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]], **header: str) -> None:
    """Write one list: header lines, then sorted rows without duplicates."""
    path.parent.mkdir(parents=True, exist_ok=True)
    clean = sorted({tuple(" ".join(str(x).split()) for x in row) for row in rows})
    seen: set[str] = set()
    unique = [r for r in clean if not (r[0] in seen or seen.add(r[0]))]
    lines = [f"# columns: {' '.join(columns)}"]
    lines += [f"# {key}: {header[key]}" for key in ("content", "unit", "source", "licence")]
    lines += [f"# date: {DATE}", *("\t".join(r) for r in unique)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def media(shared: Path, out: Path) -> None:
    """Agencies, outlets and which of them a state controls."""
    columns = ("name", "aliases", "kind", "country", "domain", "state_control", "ambiguous")

    def row(r: dict[str, str]) -> tuple[str, ...]:
        control = "yes" if r["state_control"] in STATE_CONTROL else ""
        ambiguous = "|".join(x.split(":")[0] for x in r["aliases_ambiguous"].split("|") if x)
        flag = ("*|" if r["name_ambiguous"] else "") + ambiguous
        return r["name"], r["aliases"], r["kind"], r["country"], r["domain"], control, flag.strip("|")

    source = "Wikidata, DBOES 2026, State Media Matrix 2024-02-07, fundus, hand list"
    licence = "CC0, CC BY 4.0 (DBOES), MIT; facts"
    for name in ("agencies", "outlets_core"):
        target = out / "gazetteers" / f"{name.split('_')[0]}.tsv"
        rows = [row(r) for r in rows_of(shared / "gazetteers" / f"{name}.csv") if len(r["country"]) == 2]
        write(target, columns, rows, content=f"news {name.split('_')[0]}; ambiguous: * the name, or aliases "
              "that are also words", unit="one outlet", source=source, licence=licence)  # fmt: skip


def people(shared: Path, out: Path) -> None:
    """Institutions, politicians, first names."""
    kinds = {"research": "exp", "regional_authority": "gov", "authority": "gov", "party_org": "pol"}
    write(
        out / "gazetteers" / "institutions_de.tsv", ("name", "aliases", "kind"),
        [(r["name"], r["aliases"], kinds[r["class"]]) for r in rows_of(shared / "gazetteers/institutions_de.csv")
         if r["class"] in kinds],
        content="German authorities, research bodies and party organisations with the kind code of the guide",
        unit="one institution", source="DBOES 2026", licence="CC BY 4.0",
    )  # fmt: skip
    write(
        out / "gazetteers" / "politicians_de.tsv", ("name", "body", "party"),
        [(r["name"], r["body"], r["party"]) for r in rows_of(shared / "gazetteers/politicians_de.csv")],
        content="members of German parliaments and governments, state of March 2026", unit="one person",
        source="DBOES 2026", licence="CC BY 4.0",
    )  # fmt: skip
    names = [(n, g) for g, row in GIVEN_NAMES.items() for n in row.split()]
    for r in rows_of(shared / "lexicons/firstnames_berlin.csv"):
        m, f = int(r["m"] or 0), int(r["f"] or 0)
        if m + f >= 5 and len(r["name"]) > 2 and max(m, f) >= 0.8 * (m + f):
            names.append((r["name"], "m" if m > f else "f"))
    write(
        out / "lexicons" / "firstnames.tsv", ("name", "gender"), names,
        content="given names with the gender of four in five bearers", unit="one name",
        source="haeufige Vornamen Berlin, own", licence="CC BY 3.0 DE",
    )  # fmt: skip


def places(shared: Path, out: Path) -> None:
    """Countries and what stands for their governments."""
    columns = ("iso", "names", "capital", "adjective_en", "demonym_en", "adjective_de", "demonym_de")
    rows = []
    for r in rows_of(shared / "lexicons/countries.csv"):
        names = "|".join(dict.fromkeys(x for key in ("name_en", "name_de", "alt_en", "alt_de")
                                       for x in r[key].split("|") if x))  # fmt: skip
        rows.append((r["iso"], names, r["capital"], r["adjective_en"], r["demonym_en"], r["adjective_de"],
                     r["demonym_de"]))  # fmt: skip
    write(out / "gazetteers" / "countries.tsv", columns, rows, content="countries in both languages",
          unit="one country", source="Unicode CLDR, The World Factbook, own", licence="Unicode 3.0, public domain")  # fmt: skip
    rows = [(r["metonym"], r["language"], r["institution"], r["country"], r["class"])
            for r in rows_of(shared / "lexicons/government_metonyms.csv")]  # fmt: skip
    write(out / "gazetteers" / "metonyms.tsv", ("name", "languages", "institution", "country", "class"), rows,
          content="places and buildings that stand for a government", unit="one name", source="own",
          licence="Apache-2.0")  # fmt: skip


def words(shared: Path, out: Path, lang: str) -> None:
    """Roles, reporting verbs, cue phrases and abbreviations of one language."""
    own = {"source": "own", "licence": "Apache-2.0"}
    folder = out / "lexicons" / lang
    roles = []
    for r in rows_of(shared / f"lexicons/roles_{lang}.csv"):
        for form in (r["role"],) if lang == "en" else (r["masc"], r["fem"]):
            if form:
                roles.append((form, r["class"], KIND_OF_ROLE.get(r["class"], "")))
    write(folder / "roles.tsv", ("form", "class", "kind"), roles, content="what people are called by office "
          "or trade, with the kind code of the guide", unit="one form", **own)  # fmt: skip
    verbs = []
    for r in rows_of(shared / f"lexicons/reporting_verbs_{lang}.csv"):
        forms = {r["lemma"], r["pres3"], r["past"], r["participle"], r.get("gerund") or ""} - {""}
        verbs.append((r["lemma"], "|".join(sorted(forms)), r["class"]))
    write(folder / "reporting_verbs.tsv", ("lemma", "forms", "class"), verbs, content="verbs of saying, "
          "thinking and finding", unit="one verb", **own)  # fmt: skip
    phrases = [(r["phrase"], r["class"]) for r in rows_of(shared / f"lexicons/cue_phrases_{lang}.csv")]
    write(folder / "cue_phrases.tsv", ("phrase", "class"), phrases, content="fixed expressions of attribution, "
          "hearsay, relay and anonymity", unit="one phrase", **own)  # fmt: skip
    short = [(r["abbreviation"],) for r in rows_of(shared / f"lexicons/abbreviations_{lang}.csv")]
    write(folder / "abbreviations.tsv", ("abbreviation",), short, content="abbreviations that end in a point",
          unit="one abbreviation", source="Unicode CLDR, pySBD, own", licence="Unicode 3.0, MIT")  # fmt: skip


@click.command(help=__doc__)
@click.option("--shared", type=click.Path(exists=True, path_type=Path), default=Path("../shared"))
@click.option("--out", type=click.Path(path_type=Path), default=Path("data"))
def main(shared: Path, out: Path) -> None:
    media(shared, out)
    people(shared, out)
    places(shared, out)
    for lang in ("de", "en"):
        words(shared, out, lang)


if __name__ == "__main__":
    main()
