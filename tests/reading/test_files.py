"""Files, folders, records and their errors."""

import io
import json
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from attribution.errors import AttributionError, ConfigError, InputError, LanguageError
from attribution.reading import article_from_record, article_from_text, read_articles
from attribution.reading import country as country_module
from attribution.records import Article

DE = "Der Rat stimmte am Montag zu. Das sagte die Bürgermeisterin über den Beschluss."
EN = "The council voted on Monday. The mayor said that it was the right thing to do."


def only(path: Path, **options: str) -> Article:
    (article,) = read_articles(path, **options)  # type: ignore[arg-type]  # strings only in these tests
    assert isinstance(article, Article), article
    return article


def failure(path: Path, **options: object) -> AttributionError:
    (error,) = read_articles(path, **options)  # type: ignore[arg-type]
    assert isinstance(error, AttributionError)
    return error


def test_text_is_the_decoded_file_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(f"  {DE}\r\n\r\n{DE}\t\n".encode())
    assert only(path).text == f"  {DE}\r\n\r\n{DE}\t\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "latin-1"])
def test_encodings_are_told(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(DE.encode(codec))
    article = only(path)
    assert article.text == DE
    assert [n.code for n in article.notices] == (
        ["encoding-guessed"] if codec in ("cp1252", "latin-1") else []
    )


def test_utf8_with_slips_is_read_with_a_notice(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((DE * 20).encode() + b"\xff")
    article = only(path)
    assert article.text == DE * 20 + "\ufffd"
    assert [notice.code for notice in article.notices] == ["bytes-replaced"]


def test_named_encoding_wins(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Die Bürgermeisterin sagte, das sei nicht so und der Rat habe recht.".encode("cp850"))
    assert "Bürgermeisterin" in only(path, encoding="cp850").text


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"%PDF-1.7 abc", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"Der Rat\x00\x00tagt", "NUL"),
        (b"\x01\x02\x03\x04\x05 Rat", "control"),
    ],
)
def test_bad_files_are_errors_with_a_remedy(tmp_path: Path, data: bytes, word: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    error = failure(path)
    assert word in error.problem
    assert error.remedy


def test_too_long_text_names_the_option(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(DE, encoding="utf-8")
    assert "--max-chars" in failure(path, max_chars=20).remedy


def test_wrong_encoding_names_the_option(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(DE.encode("cp1252"))
    assert "--encoding" in failure(path, encoding="utf-8").remedy
    assert "--encoding" in failure(path, encoding="klingon").problem


def test_missing_file_is_an_error() -> None:
    assert isinstance(failure(Path("no-such-file.txt")), InputError)


def test_bad_lines_do_not_stop_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps({"id": 7, "text": DE, "publisher": "x", "extra": [1]})
    path.write_text(f'{good}\n{{bad\n[1]\n{{"id": "b"}}\n\n{good}\n{"[" * 100_000}\n', encoding="utf-8")
    found = list(read_articles(path))
    assert [isinstance(item, Article) for item in found] == [True, False, False, False, True, False]
    assert "line 2" in str(found[1])
    assert isinstance(found[0], Article)
    assert found[0].id == "7"


def test_json_holds_one_or_many(tmp_path: Path) -> None:
    record = {"id": "a", "text": EN, "country": "Österreich", "title": None}
    for content in (record, [record, record]):
        path = tmp_path / "a.json"
        path.write_text(json.dumps(content), encoding="utf-8")
        assert all(isinstance(item, Article) and item.text == EN for item in read_articles(path))


def test_half_characters_keep_the_offsets() -> None:
    article = article_from_record({"id": "a", "text": EN + "\ud800x"})
    assert article.text == EN + "\ufffdx"
    assert "surrogates-replaced" in [notice.code for notice in article.notices]


def test_folder_is_read_in_sorted_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/a.txt", "c.txt", "a.TXT"):
        (tmp_path / name).write_text(EN, encoding="utf-8")
    (tmp_path / "notes.md").write_text(EN, encoding="utf-8")
    assert [item.id for item in read_articles(tmp_path) if isinstance(item, Article)] == [
        "a.TXT",
        "b/a.txt",
        "c.txt",
    ]


@pytest.mark.parametrize(
    "data",
    [
        EN.encode(),
        f"<html><body><h1>Wall</h1><p>{EN}</p></body></html>".encode(),
        json.dumps({"id": "stdin", "text": EN}).encode(),
    ],
)
def test_standard_input_is_told_by_its_content(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    (article,) = read_articles("-")
    assert isinstance(article, Article)
    assert EN in article.text
    assert article.id == "stdin"


WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def document(path: Path, body: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", body)
    return path


def test_word_document_has_headings(tmp_path: Path) -> None:
    def paragraph(words: str, style: str = "") -> str:
        properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        return f"<w:p>{properties}<w:r><w:t>{words}</w:t></w:r></w:p>"

    body = (
        paragraph("Rat stimmt zu", "Heading1")
        + paragraph(DE)
        + paragraph("Streit", "Heading2")
        + paragraph(DE)
    )
    path = document(
        tmp_path / "a.docx", f'<w:document xmlns:w="{WORD_NAMESPACE}"><w:body>{body}</w:body></w:document>'
    )
    article = only(path)
    assert article.text == f"Rat stimmt zu\n{DE}\nStreit\n{DE}"
    assert [block.zone.value for block in article.blocks] == ["headline", "lede", "subhead", "body"]


@pytest.mark.parametrize(
    "body",
    [
        f'<w:document xmlns:w="{WORD_NAMESPACE}">' + " " * 40_000_000 + "</w:document>",
        f'<!DOCTYPE a [<!ENTITY b "c">]><w:document xmlns:w="{WORD_NAMESPACE}">&b;</w:document>',
        "<broken",
    ],
    ids=["bomb", "entities", "broken"],
)
def test_hostile_documents_are_errors(tmp_path: Path, body: str) -> None:
    assert isinstance(failure(document(tmp_path / "a.docx", body)), InputError)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (DE, "de"),
        (EN, "en"),
        ("Die Wall Street Journal Story über den New York Times Report ist da und wird gelesen.", "de"),
    ],
)
def test_language_is_told(text: str, lang: str) -> None:
    assert article_from_text(text).lang == lang


@pytest.mark.parametrize(
    "text",
    [
        "Le conseil a voté lundi et la maire a dit que les murs du port sont dans un état "
        "qui ne permet pas de les garder.",
        "El consejo votó el lunes y la alcaldesa dijo que el muro del puerto no es seguro para los barcos.",
        "Il consiglio ha votato e il sindaco ha detto che il muro del porto non è più "
        "sicuro per le navi della città.",
        "De raad stemde maandag en de burgemeester zei dat het niet langer veilig is voor "
        "de schepen van de stad.",
        "Совет проголосовал в понедельник, и мэр сказала, что стена небезопасна.",
    ],
    ids=["fr", "es", "it", "nl", "ru"],
)
def test_other_languages_are_refused(text: str) -> None:
    with pytest.raises(LanguageError, match="--lang"):
        article_from_text(text)


def test_given_language_wins_and_few_words_are_a_guess() -> None:
    assert article_from_text("Oui.", lang="en").lang == "en"
    assert [notice.code for notice in article_from_text("Hafen gesperrt").notices] == ["language-guessed"]


@pytest.fixture
def lists(monkeypatch: pytest.MonkeyPatch) -> None:
    outlet = SimpleNamespace(name="Der Bote", aliases=("Bote",), domain="bote.example", country="AT")
    codes = {"switzerland": "CH", "schweiz": "CH", "austria": "AT", "germany": "DE", "united kingdom": "GB"}
    monkeypatch.setattr(country_module, "codes_by_name", lambda: codes)
    monkeypatch.setattr(
        country_module,
        "outlet_index",
        lambda: ({"bote.example": outlet}, {"der bote": outlet, "bote": outlet}),
    )


@pytest.mark.usefixtures("lists")
@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"country": "ch", "country_field": "AT"}, ("CH", "option")),
        ({"country_field": "Schweiz", "publisher": "Bote"}, ("CH", "field")),
        ({"country_field": "uk"}, ("GB", "field")),
        ({"publisher": "Der Bote"}, ("AT", "publisher")),
        ({"publisher": "www.bote.example"}, ("AT", "publisher")),
        ({"url": "https://news.bote.example/a?b"}, ("AT", "publisher")),
        ({"country_field": "Atlantis"}, ("DE", "language")),
        ({}, ("DE", "language")),
    ],
)
def test_country_comes_from_the_first_that_knows(facts: dict[str, str], expected: tuple[str, str]) -> None:
    article = article_from_text(DE, **facts)  # type: ignore[arg-type]
    assert (article.country, article.country_from) == expected


@pytest.mark.usefixtures("lists")
def test_unknown_country_option_is_an_error() -> None:
    with pytest.raises(ConfigError, match="--country"):
        article_from_text(DE, country="Atlantis")
