"""Features name what a reader sees: the head of the phrase, its class, the quotation marks."""

import numpy as np
import pytest

from attribution.classifying.features import statement_features
from attribution.classifying.unattributed import find_unattributed
from attribution.classifying.vectors import WordVectors
from attribution.classifying.wording import head_noun
from attribution.labels import ClaimStatus
from attribution.reading import article_from_text
from attribution.records import Document, Span, Statement
from attribution.resolving import resolve
from attribution.segmenting import segment


def document(text: str, lang: str) -> Document:
    return segment(article_from_text(text, lang=lang))


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.fixture
def vectors() -> WordVectors:
    return WordVectors(
        index={"de": {"sprecherin": 0}, "en": {"spokesman": 0}},
        vectors={lang: np.full((1, 2), 100, dtype=np.int8) for lang in ("de", "en")},
        scale=0.01,
    )


@pytest.mark.parametrize(
    ("phrase", "lang", "head"),
    [
        pytest.param("zwei ranghohe Beamte des Hafenamts", "de", "Beamte", id="de-genitive"),
        pytest.param("der Sprecherin", "de", "Sprecherin", id="de-article"),
        pytest.param("a senior official in the agency", "en", "official", id="en-preposition"),
        pytest.param("the", "en", "the", id="en-only-an-article"),
        pytest.param("", "en", "", id="nothing"),
    ],
)
def test_head_noun(phrase, lang, head):
    assert head_noun(phrase.split(), lang) == head


@pytest.mark.parametrize(
    ("text", "lang", "source", "cue", "content", "expected"),
    [
        pytest.param(
            "„Wir prüfen den Fall“, sagte eine Sprecherin.",
            "de",
            "eine Sprecherin",
            "sagte",
            "„Wir prüfen den Fall“",
            ("head*spokesperson", "quoted=all", "verb=neutral"),
            id="de",
        ),
        pytest.param(
            "Officials said the pier was apparently closed.",
            "en",
            "Officials",
            "said",
            "the pier was apparently closed",
            ("head*group:gov", "quoted=none", "hedge=inferential"),
            id="en",
        ),
    ],
)
def test_features_of_a_statement(text, lang, source, cue, content, expected, vectors):
    doc = document(text, lang)
    statement = Statement(
        id="1", content=(span(text, content),), source=(span(text, source),), cue=(span(text, cue),)
    )
    (row,) = statement_features(doc, [statement], resolve(doc, (statement,)), vectors)
    assert set(expected) <= set(row)


def test_an_unknown_compound_has_the_vector_of_its_end(vectors):
    assert vectors.vector("Hafenamtssprecherin", "de") is not None
    assert vectors.vector("Anlage", "de") is None


def test_no_statements_have_no_features(vectors):
    assert statement_features(document("Nichts.", "de"), [], [], vectors) == ()


@pytest.mark.parametrize(
    ("text", "lang", "status"),
    [
        pytest.param("Die Stadt liegt an der Mündung der Weser.", "de", "background", id="de-geography"),
        pytest.param("Drei Glocken läuten über dem leeren Platz.", "de", "witnessed", id="de-scene"),
        pytest.param("Der Hafen gilt als der größte des Landes.", "de", "background", id="de-background"),
        pytest.param("Der Vorstand hat die Bilanz gefälscht.", "de", "contested", id="de-contested"),
        pytest.param("Am Montag wurde der neue Kai eröffnet.", "de", "public_event", id="de-event"),
        pytest.param("The company lied about the leak for years.", "en", "contested", id="en-contested"),
        pytest.param(
            "The harbor is one of the largest in the region.", "en", "background", id="en-background"
        ),
    ],
)
def test_claims_in_the_reporters_voice(text, lang, status):
    (found,) = find_unattributed(document(text, lang), ())
    assert found.status is ClaimStatus(status)


def test_a_sentence_with_a_statement_is_attributed():
    text = "Der Hafen sei der größte des Landes, sagte Kurz."
    statement = Statement(id="1", content=(span(text, "Der Hafen sei der größte des Landes"),))
    assert find_unattributed(document(text, "de"), (statement,)) == ()
