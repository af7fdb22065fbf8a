"""Zones and credits of pasted text."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from attribution.labels import SILENT_ZONES, CreditKind
from attribution.reading.articles import article_from_text
from attribution.reading.credits import line_credit
from attribution.reading.furniture import read_layout

CASES = Path(__file__).parent.parent / "cases" / "reading" / "zones.toml"


def cases() -> list[Any]:
    loaded = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
    return [pytest.param(case, id=case["id"]) for case in loaded]


@pytest.mark.parametrize("case", cases())
def test_lines_get_their_zones(case: dict[str, Any]) -> None:
    joins = case.get("joins", {})
    text = ""
    for number, (_, line) in enumerate(case["lines"]):
        text += line + joins.get(str(number), "\n")
    found = [[block.zone.value, block.span.of(text)] for block in read_layout(text).blocks]
    assert found == case["lines"]


@pytest.mark.parametrize(
    ("line", "kind", "names"),
    [
        ("Quelle: dpa, AFP", CreditKind.WIRE, ("dpa", "AFP")),
        ("Quelle: ntv.de, dpa", CreditKind.WIRE, ("ntv.de", "dpa")),
        ("(dpa)", CreditKind.WIRE, ("dpa",)),
        ("(APA, Reuters, 30.9.)", CreditKind.WIRE, ("APA", "Reuters")),
        ("dpa/lnw", CreditKind.WIRE, ("dpa",)),
        ("Mit Material von dpa", CreditKind.WIRE, ("dpa",)),
        ("Source: AP, Reuters", CreditKind.WIRE, ("AP", "Reuters")),
        ("Foto: Imago / Bildname", CreditKind.PICTURE, ("Imago", "Bildname")),
        ("Photograph: Jane Roe/Reuters", CreditKind.PICTURE, ("Jane Roe", "Reuters")),
        ("Photo by Jane Roe/AFP via Getty Images", CreditKind.PICTURE, ("Jane Roe", "AFP", "Getty Images")),
        ("Quelle: Jan Muster via AP (Archiv)", CreditKind.PICTURE, ("Jan Muster", "AP")),
    ],
)
def test_credit_lines_are_read(line: str, kind: CreditKind, names: tuple[str, ...]) -> None:
    credit = line_credit(line)
    assert credit is not None
    assert (credit.kind, credit.names) == (kind, names)


@pytest.mark.parametrize(
    "line",
    [
        "Quelle der Unruhe sei der Rat, sagte die Bürgermeisterin.",
        "Das Bild: ein Hafen ohne Schiffe, so beschreibt es der Hafenmeister in seinem "
        "langen Bericht an die Stadt.",
        "The council voted (unanimously).",
        "Die Partei (SPD) will klagen.",
    ],
)
def test_sentences_are_no_credits(line: str) -> None:
    assert line_credit(line) is None
    assert not any(block.zone in SILENT_ZONES for block in read_layout(line).blocks)


def test_a_credit_points_at_its_words() -> None:
    text = "Der Rat stimmte am Montag nach langem Streit zu, sagte eine Sprecherin. (dpa)"
    layout = read_layout(text)
    assert [credit.span.of(text) for credit in layout.credits] == ["(dpa)"]


def test_first_line_that_repeats_the_title_is_the_headline() -> None:
    text = "Harbour wall to be torn down.\n\nThe council voted on Monday. The mayor said it was a danger."
    article = article_from_text(text, title="Harbour wall to be torn down")
    assert article.blocks[0].zone.value == "headline"
    assert article.title is None


def test_title_that_is_not_in_the_text_is_kept() -> None:
    article = article_from_text("The council voted on Monday, and the mayor said so.", title="Wall to go")
    assert article.title == "Wall to go"


def test_lines_wrapped_by_hand_make_one_block() -> None:
    text = (
        "The town council of Millbrook voted on Monday to tear down the\n"
        "harbour wall, which the mayor called a danger to everybody who\n"
        "uses the ferry, and which the harbour master had defended in a\n"
        "long report to the council.\n\n"
        "The ferry company said that it would sue.\n"
    )
    assert len(read_layout(text).blocks) == 2


def test_the_clients_page_has_its_zones(shared: Path) -> None:
    with (shared / "seeds" / "zdf-kim-putin.txt").open(encoding="utf-8", newline="") as file:
        text = file.read()
    zones = [block.zone.value for block in read_layout(text).blocks]
    assert zones[:6] == ["boilerplate", "headline", "headline", "boilerplate", "dek", "caption"]
    assert zones.count("subhead") == 3
    assert set(zones[zones.index("teaser") :]) == {"teaser"}
