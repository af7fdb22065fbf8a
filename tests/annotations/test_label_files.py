"""Label files: codes joined by ids, errors by line."""

import pytest

from attribution.annotations.labels_tsv import HEADER, LabelRow, read_labels
from attribution.errors import AnnotationError
from attribution.labels import Ident, Kind, Origin, Via, Voice

HEAD = "\t".join(HEADER)


def write(folder, *rows: str, head: str = HEAD):
    path = folder / "labels.tsv"
    path.write_text("\n".join([head, *(row.replace(" ", "\t") for row in rows), ""]), encoding="utf-8")
    return path


def test_rows_join_by_article_and_statement_with_coder_a_first(tmp_path):
    labels = read_labels(write(tmp_path, "a1 0 B O gov dom - p 3", "a1 0 A N gov for out+per q 5"))
    first, second = labels["a1"]["0"]
    assert first == LabelRow(
        coder="A",
        ident=Ident.NAMED,
        kind=Kind.GOVERNMENT,
        origin=Origin.FOREIGN,
        via=(Via.OUTLET, Via.PERSON),
        voice=Voice.QUOTED,
        level=5,
    )
    assert (first.via_code, second.via_code, second.coder) == ("out+per", "-", "B")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param("a1 0 A X gov dom - p 3", "unknown ident 'X'", id="ident"),
        pytest.param("a1 0 A N gov dom out+ p 3", "unknown via 'out+'", id="via"),
        pytest.param("a1 0 A N gov dom - p 6", "unknown level '6'", id="level"),
        pytest.param("a1 0 A N gov dom - p", "8 columns instead of 9", id="columns"),
        pytest.param("a1 1 A N gov dom - p 3", "twice", id="doubled"),
    ],
)
def test_broken_rows_say_where_and_what_to_do(tmp_path, row, message):
    path = write(tmp_path, "a1 1 A N gov dom - p 3", row)
    with pytest.raises(AnnotationError, match=r"labels\.tsv, line 3(.|\n)*Try:") as caught:
        read_labels(path)
    assert message in caught.value.problem


def test_other_tables_and_missing_files_are_refused(tmp_path):
    with pytest.raises(AnnotationError, match="header"):
        read_labels(write(tmp_path, head="id\ttype"))
    with pytest.raises(AnnotationError, match="cannot be read"):
        read_labels(tmp_path / "none.tsv")


def test_labels_of_the_corpora_are_read_whole(shared):
    labels = read_labels(shared / "labels/polnear-en.dev.tsv")
    rows = [rows for statements in labels.values() for rows in statements.values()]
    assert (len(rows), sum(len(r) == 2 for r in rows)) == (2190, 266)
