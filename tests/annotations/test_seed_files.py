"""Seeds: quoted words become offsets, and what is ambiguous is refused."""

import pytest

from attribution.annotations.seeds import SeedCarrier, read_seed, read_seeds
from attribution.errors import AnnotationError
from attribution.labels import AttributionType, CreditKind, Form, Ident, Via, Zone

SEED = """
id = "de-faehre"
lang = "de"
publisher = "Küstenbote"
text = '''
Fähre liegt fest
Die Fähre sei defekt, sagte Wirtin Jana Feld dem „Deichblatt“. Sie fahre erst im Mai wieder.
Der Hafen ist seit Montag zu.
Foto: Ole Brand
'''

[[zone]]
passage = "Fähre liegt fest"
zone = "headline"

[[credit]]
kind = "picture"
names = ["Ole Brand"]
passage = "Foto: Ole Brand"

[[statement]]
id = 1
passage = "Die Fähre sei defekt, sagte Wirtin Jana Feld dem „Deichblatt“."
content = ["Die Fähre sei defekt"]
source = ["Wirtin Jana Feld"]
cue = "sagte"
carrier = ["Deichblatt"]
form = "indirect"
ident = "N"
kind = "biz"
origin = "dom"
via = "out"
voice = "p"
level = 3
type = "named_person"
source_name = "Jana Feld"
carriers = ["Deichblatt", { name = "dpa", type = "agency_wire" }]
why = "a named person relayed through another outlet"

[[statement]]
id = 2
passage = "Sie fahre erst im Mai wieder."
content = ["Sie fahre erst im Mai wieder"]
form = "indirect_free_indirect"
continues = 1
ident = "N"
kind = "biz"
origin = "dom"
via = "out"
voice = "p"
level = 3
type = "named_person"
source_name = "Jana Feld"
why = "the Konjunktiv carries the source on"

[[unattributed]]
passage = "Der Hafen ist seit Montag zu."
status = "background"
"""


def write(folder, text: str, name: str = "seed.toml"):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_quoted_words_become_offsets(tmp_path):
    seed = read_seed(write(tmp_path, SEED))
    text = seed.gold.text
    first, second = seed.gold.statements
    words = [span.of(text) for span in (*first.content, *first.source, *first.cue, *seed.expected[0].carrier)]
    assert words == ["Die Fähre sei defekt", "Wirtin Jana Feld", "sagte", "Deichblatt"]
    assert second.form is Form.INDIRECT_FREE_INDIRECT
    assert (seed.gold.id, seed.gold.lang, seed.gold.publisher) == ("de-faehre", "de", "Küstenbote")
    assert [(b.zone, b.span.of(text)) for b in seed.zones] == [(Zone.HEADLINE, "Fähre liegt fest")]
    assert [(c.kind, c.names) for c in seed.credits] == [(CreditKind.PICTURE, ("Ole Brand",))]
    assert [u.span.of(text) for u in seed.unattributed] == ["Der Hafen ist seit Montag zu."]


def test_a_continuation_takes_the_source_that_it_continues(tmp_path):
    first, second = read_seed(write(tmp_path, SEED)).gold.statements
    assert second.continues == first.id == "1"
    assert second.source == first.source


def test_a_word_is_found_beside_longer_words_that_hold_it(tmp_path):
    passage = "Die Fähre sei defekt, sagte Wirtin Jana Feld dem „Deichblatt“."
    split = SEED.replace(
        passage, "Die Fähre lege nicht an, kündigte Wirtin Jana Feld dem „Deichblatt“ an land."
    )
    split = split.replace('["Die Fähre sei defekt"]', '["Die Fähre lege nicht an"]').replace("sagte", "land")
    seed = read_seed(write(tmp_path, split.replace(" an land", " Ausland land")))
    assert seed.gold.statements[0].cue[0].of(seed.gold.text) == "land"


def test_codes_and_chain_are_kept(tmp_path):
    seed = read_seed(write(tmp_path, SEED))
    expected = seed.expected[0]
    assert (expected.labels.ident, expected.labels.via, expected.labels.level) == (
        Ident.NAMED,
        (Via.OUTLET,),
        3,
    )
    assert expected.type is AttributionType.NAMED_PERSON
    assert expected.carriers == (
        SeedCarrier(name="Deichblatt"),
        SeedCarrier(name="dpa", type=AttributionType.AGENCY_WIRE),
    )
    assert seed.gold.codes[0]["type"] == "named_person"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param('cue = "sagte"', 'cue = "meinte"', "'meinte' does not occur", id="absent"),
        pytest.param('cue = "sagte"', 'cue = "ag"', "only inside longer words", id="cut"),
        pytest.param('["Die Fähre sei defekt"]', '["F", "„"]', "only inside longer words", id="cut-content"),
        pytest.param(
            'passage = "Fähre liegt fest"', 'passage = "Fähre"', "'Fähre' occurs more than once", id="passage"
        ),
        pytest.param('why = "a named', 'wy = "a named', "unknown wy", id="key"),
        pytest.param("continues = 1", "continues = 9", "does not stand before it", id="continues"),
        pytest.param('ident = "N"', 'ident = "Z"', "unknown ident 'Z'", id="ident"),
        pytest.param("level = 3", "level = 9", "unknown level 9", id="level"),
        pytest.param("id = 2", "id = 1", "the id stands twice", id="id"),
        pytest.param('lang = "de"', 'lang = "fr"', "lang must be de or en", id="lang"),
        pytest.param('type = "named_person"', 'type = "someone"', "unknown type", id="type"),
        pytest.param('status = "background"', 'status = "rumour"', "unknown status", id="status"),
        pytest.param('lang = "de"', "lang = de", "not valid TOML", id="toml"),
    ],
)
def test_broken_seeds_say_where_and_what_to_do(tmp_path, old, new, message):
    assert old in SEED
    with pytest.raises(AnnotationError, match=r"seed\.toml(.|\n)*Try:") as caught:
        read_seed(write(tmp_path, SEED.replace(old, new, 1)))
    assert message in caught.value.problem


def test_a_folder_is_read_in_path_order_and_ids_are_unique(tmp_path):
    write(tmp_path, SEED, "b.toml")
    write(tmp_path, SEED.replace("de-faehre", "de-hafen"), "a.toml")
    assert [seed.gold.id for seed in read_seeds(tmp_path)] == ["de-hafen", "de-faehre"]
    write(tmp_path, SEED, "c.toml")
    with pytest.raises(AnnotationError, match="same id"):
        read_seeds(tmp_path)


def test_an_empty_folder_is_refused(tmp_path):
    with pytest.raises(AnnotationError, match="holds no seeds"):
        read_seeds(tmp_path)
