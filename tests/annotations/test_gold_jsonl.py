"""Gold articles as JSON Lines: three dialects, one record."""

import json

import pytest

from attribution.annotations.jsonl import read_gold
from attribution.errors import AnnotationError
from attribution.labels import Form
from attribution.records import Span

TEXT = "Der Hafen bleibt zu, sagte Wirtin Jana Feld. Die Fähre sei defekt. 🚢 Das wisse sie."


def spans(*words: str) -> list[list[int]]:
    return [[TEXT.index(w), TEXT.index(w) + len(w)] for w in words]


ROWS = {
    "corpus": [
        {
            "id": 0,
            "content": spans("Der Hafen bleibt zu"),
            "source": spans("Wirtin Jana Feld"),
            "cue": spans("sagte"),
            "type": "Indirect",
            "frame": spans("sagte Wirtin Jana Feld."),
        },
        {"id": 1, "content": spans("Die Fähre sei defekt"), "type": "IndirectFreeIndirect", "nested": True},
    ],
    "challenge": [
        {
            "id": "0",
            "content": spans("Der Hafen bleibt zu"),
            "form": "mixed",
            "continues": False,
            "ident": "N",
        },
        {"id": "1", "content": spans("Die Fähre sei defekt"), "form": "free_indirect", "continues": True},
    ],
    "contract": [
        {"id": "s1", "content": spans("Der Hafen bleibt zu"), "form": "indirect", "continues": None},
        {"id": "s2", "content": spans("Das wisse sie"), "form": "indirect_free_indirect", "continues": "s1"},
    ],
}


def write(folder, rows, **fields):
    article = {"id": 7, "lang": "de", "text": TEXT, "title": "Zu", "attributions": rows, **fields}
    path = folder / "gold.jsonl"
    path.write_text(json.dumps(article) + "\n\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("dialect", "forms", "continues"),
    [
        pytest.param("corpus", [Form.INDIRECT, Form.INDIRECT_FREE_INDIRECT], [None, None], id="corpus"),
        pytest.param("challenge", [Form.INDIRECT, Form.FREE_INDIRECT], [None, "0"], id="challenge"),
        pytest.param("contract", [Form.INDIRECT, Form.INDIRECT_FREE_INDIRECT], [None, "s1"], id="contract"),
    ],
)
def test_every_dialect_gives_the_same_statements(tmp_path, dialect, forms, continues):
    (article,) = read_gold(write(tmp_path, ROWS[dialect]))
    assert (article.id, article.lang, article.title, article.country) == ("7", "de", "Zu", None)
    assert [s.form for s in article.statements] == forms
    assert [s.continues for s in article.statements] == continues
    assert article.statements[0].content[0].of(article.text) == "Der Hafen bleibt zu"


def test_spans_nesting_tokens_and_codes_are_read(tmp_path):
    (article,) = read_gold(write(tmp_path, ROWS["corpus"], tokens=[[0, 3], [4, 9]]))
    first, second = article.statements
    assert [s.of(TEXT) for s in (*first.source, *first.cue)] == ["Wirtin Jana Feld", "sagte"]
    assert (first.nested, second.nested) == (False, True)
    assert article.tokens == (Span(0, 3), Span(4, 9))
    assert article.codes == ()
    (coded,) = read_gold(write(tmp_path, ROWS["challenge"]))
    assert coded.codes == ({"ident": "N"}, {})


def test_offsets_count_code_points(tmp_path):
    (article,) = read_gold(write(tmp_path, ROWS["contract"]))
    assert article.statements[1].content[0].of(article.text) == "Das wisse sie"


def test_spans_only_ignores_every_other_field(tmp_path):
    rows = [dict(row, form="nonsense", nested=True, continues="?", ident=5) for row in ROWS["contract"]]
    (article,) = read_gold(write(tmp_path, rows), spans_only=True)
    assert [s.id for s in article.statements] == ["s1", "s2"]
    assert {(s.form, s.nested, s.continues) for s in article.statements} == {(Form.INDIRECT, False, None)}
    assert article.codes == ()
    (whole,) = read_gold(write(tmp_path, ROWS["contract"]))
    assert whole.bare_statements() == article.statements


def test_rows_without_content_are_no_statements(tmp_path):
    (article,) = read_gold(
        write(tmp_path, [*ROWS["corpus"], {"id": 2, "content": [], "cue": spans("sagte")}])
    )
    assert len(article.statements) == 2
    assert len(article.record["attributions"]) == 3


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param("{", "not valid JSON", id="json"),
        pytest.param("[" * 100_000, "not valid JSON", id="deep"),
        pytest.param("[]", "not a JSON object", id="array"),
        pytest.param('{"text": "x", "attributions": []}', "no id", id="id"),
        pytest.param('{"id": 1, "attributions": []}', "no text", id="text"),
        pytest.param('{"id": 1, "text": "x"}', "no list of attributions", id="attributions"),
        pytest.param('{"id": 1, "text": "x", "attributions": [3]}', "no list of attributions", id="row"),
        pytest.param(
            '{"id": 1, "text": "x", "attributions": [{"content": [[0, 2]]}]}', "text of 1", id="range"
        ),
        pytest.param(
            '{"id": 1, "text": "x", "attributions": [{"content": "x"}]}', "content holds", id="spans"
        ),
        pytest.param(
            '{"id": 1, "text": "x", "attributions": [{"content": [[0]]}]}', "content holds", id="pair"
        ),
        pytest.param(
            '{"id": 1, "text": "x", "attributions": [{"content": [[0, 1]], "form": "loud"}]}',
            "unknown form 'loud'",
            id="form",
        ),
        pytest.param(
            '{"id": 1, "text": "x", "attributions": '
            '[{"id": 1, "content": [[0, 1]]}, {"id": "1", "content": [[0, 1]]}]}',
            "two statements have the id '1'",
            id="ids",
        ),
    ],
)
def test_broken_lines_say_where_and_what_to_do(tmp_path, line, message):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": "ok", "text": "", "attributions": []}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(AnnotationError, match=r"gold\.jsonl, line 2(.|\n)*Try:") as caught:
        list(read_gold(path))
    assert message in caught.value.problem


def test_doubled_articles_missing_files_and_other_encodings_are_refused(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(
        '{"id": 1, "text": "", "attributions": []}\n{"id": "1", "text": "", "attributions": []}\n'
    )
    with pytest.raises(AnnotationError, match="already stands on line 1"):
        list(read_gold(path))
    with pytest.raises(AnnotationError, match="cannot be read"):
        list(read_gold(tmp_path / "none.jsonl"))
    path.write_bytes('{"id": "ä"}'.encode("latin-1"))
    with pytest.raises(AnnotationError, match="not UTF-8"):
        list(read_gold(path))


@pytest.mark.parametrize(
    ("name", "articles", "statements"),
    [
        pytest.param("corpora/wikinews-de.dev.jsonl", 150, 653, id="wikinews"),
        pytest.param("corpora/polnear-en.dev.jsonl", 84, 2190, id="polnear"),
        pytest.param("challenge/de.dev.jsonl", 144, 386, id="challenge-de"),
        pytest.param("challenge/en.dev.jsonl", 119, 398, id="challenge-en"),
    ],
)
def test_the_corpora_are_read_whole(shared, name, articles, statements):
    gold = list(read_gold(shared / name))
    assert (len(gold), sum(len(article.statements) for article in gold)) == (articles, statements)
