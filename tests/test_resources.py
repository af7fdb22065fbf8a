import tomllib
from pathlib import Path

import pytest

from attribution import labels, resources
from attribution.errors import ResourceError

DATA = resources.data_folder()
TABLES = sorted((*DATA.glob("gazetteers/*.tsv"), *DATA.glob("lexicons/**/*.tsv")))
KINDS = frozenset(labels.Kind)
VOCABULARIES = {
    "types": labels.AttributionType,
    "forms": labels.Form,
    "ident": labels.Ident,
    "kind": labels.Kind,
    "origin": labels.Origin,
    "via": labels.Via,
    "voice": labels.Voice,
    "zones": labels.Zone,
    "levels": tuple("12345"),
}


def name_of(path: Path) -> str:
    return path.relative_to(DATA).with_suffix("").as_posix()


@pytest.mark.parametrize("path", TABLES, ids=name_of)
def test_list_has_header_sorted_unique_rows_and_plain_line_ends(path):
    raw = path.read_bytes()
    assert b"\r" not in raw and raw.endswith(b"\n") and not raw.endswith(b"\n\n")
    table = resources.read_table(name_of(path))
    assert set(resources.HEADER) <= set(table.header)
    assert list(table.rows) == sorted(table.rows)
    keys = [row[0] for row in table.rows]
    assert len(keys) == len(set(keys)), "a first column is there twice"
    assert all(cell == cell.strip() for row in table.rows for cell in row)


@pytest.mark.parametrize("path", TABLES, ids=name_of)
def test_kind_codes_are_those_of_the_guide(path):
    table = resources.read_table(name_of(path))
    if "kind" in table.columns and path.parent.name != "gazetteers":
        column = table.columns.index("kind")
        assert {row[column] for row in table.rows} <= KINDS | {""}


@pytest.mark.parametrize("name", ["institutions_de", "institutions_en", "int_bodies"])
def test_bodies_have_a_kind(name):
    table = resources.read_table(f"gazetteers/{name}")
    column = table.columns.index("kind")
    assert {row[column] for row in table.rows} <= KINDS


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_role_class_has_one_kind(lang):
    kinds: dict[str, set[str]] = {}
    for role in resources.roles(lang).values():
        kinds.setdefault(role.role, set()).add(role.kind)
    assert {role: found for role, found in kinds.items() if len(found) > 1} == {}


@pytest.mark.parametrize("vocabulary", sorted(VOCABULARIES))
def test_labels_are_defined_with_examples(vocabulary):
    codes = resources.label_definitions(vocabulary)
    assert set(codes) == {str(code) for code in VOCABULARIES[vocabulary]}
    for code, entry in codes.items():
        for key in ("name", "definition", "example_de", "example_en", "counter_example"):
            assert entry.get(key, "").strip(), f"{vocabulary}.{code} has no {key}"


@pytest.mark.parametrize(
    ("name", "country"),
    [("kcna", "KP"), ("xinhua", "CN"), ("tass", "RU"), ("rossija 1", "RU"), ("sana", "SY"), ("granma", "CU")],
)
def test_state_media_are_known_under_their_usual_names(name, country):
    assert resources.state_media()[name].country == country


@pytest.mark.parametrize(
    "name",
    ["bbc", "ard", "zdf", "npr", "pbs", "voice of america", "interfax", "deutsche welle", "nbc", "dpa"],
)
def test_public_broadcasters_and_private_media_are_not_state_media(name):
    assert name not in resources.state_media()
    row = resources.agencies().get(name) or resources.outlets()[name]
    assert not row.state_control


def test_outlets_and_state_media_agree():
    both = {**resources.outlets(), **resources.agencies()}
    flagged = {row.name for row in both.values() if row.state_control}
    assert flagged == {row.name for row in resources.state_media().values()}


def test_each_media_name_belongs_to_one_medium():
    owners: dict[str, set[str]] = {}
    for listing in ("outlets", "programmes", "agencies"):
        for row in resources.outlet_rows(f"gazetteers/{listing}"):
            for form in (row.name, *row.aliases):
                owners.setdefault(form.casefold(), set()).add(row.name)
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


@pytest.mark.parametrize(
    ("word", "home", "iso"),
    [
        ("belarussischen", "", "BY"),
        ("Moskau", "", "RU"),
        ("Pjöngjang", "", "KP"),
        ("South Korean", "", "KR"),
        ("Bavaria", "", "DE"),
        ("Texas", "", "US"),
        ("Georgia", "", "GE"),
        ("Georgia", "US", "US"),
        ("Tisch", "", None),
    ],
)
def test_country_of(word, home, iso):
    assert resources.country_of(word, home) == iso


def test_split_verbs_are_found_in_any_number():
    verbs = resources.reporting_verbs("de")
    assert verbs["teilten mit"][0] == verbs["teile mit"][0] == verbs["mitzuteilen"][0] == "mitteilen"
    assert resources.verb_particles()["mitteilen"] == "mit"


def test_missing_and_damaged_lists_say_what_to_do(tmp_path, monkeypatch):
    with pytest.raises(ResourceError, match="pip install"):
        resources.read_table("gazetteers/none")
    (tmp_path / "broken.tsv").write_text("# columns: a b\nx\ty\n", encoding="utf-8")
    monkeypatch.setattr(resources, "data_path", lambda *parts: tmp_path.joinpath(*parts))
    with pytest.raises(ResourceError, match="header"):
        resources.read_table("broken")


def test_labels_parse_as_toml():
    for path in sorted((DATA / "labels").glob("*.toml")):
        tomllib.loads(path.read_text(encoding="utf-8"))


def test_lists_stay_small():
    assert sum(path.stat().st_size for path in TABLES) < 3_000_000


def test_readme_has_a_row_for_each_list():
    text = (DATA / "README.md").read_text(encoding="utf-8")
    names = {f"{name_of(path)}.tsv" for path in TABLES}
    assert {name for name in names if f"`{name}`" not in text} == set()
