"""From an article to its analysis, with the shipped models."""

import math

import pytest

from attribution.labels import AttributionType, Via
from attribution.pipeline import Analyzer, with_title
from attribution.reading import article_from_record, article_from_text
from attribution.records import Analysis, Span, Statement
from attribution.reporting.contract import to_record
from attribution.scoring import replay

DE = (
    "Das Werk in Selmshagen werde geschlossen, berichtete die „New York Times“ unter Berufung auf zwei "
    "Beamte des Finanzministeriums. Den Beamten zufolge fällt die Entscheidung im Mai.\n\n"
    "„Davon weiß ich nichts“, sagte Bürgermeisterin Ute Kurz der dpa. Das Rathaus liegt am Markt."
)
EN = (
    "The plant in Selmshaven will close, Reuters reported, citing two treasury officials.\n\n"
    "“I know nothing of it,” Mayor Ruth Hale said. The town hall stands on the market square."
)


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer()


@pytest.fixture(scope="module")
def german(analyzer: Analyzer) -> Analysis:
    return analyzer.analyze(article_from_text(DE, id="de", lang="de"))


def of_type(analysis: Analysis, wanted: AttributionType) -> list[str]:
    return [a.chain.origin.name for a in analysis.attributions if a.codes.type is wanted]


def test_officials_behind_a_paper_stay_anonymous_officials(german: Analysis) -> None:
    first = german.attributions[0]
    assert first.codes.type is AttributionType.ANONYMOUS_OFFICIALS
    assert [(c.name, c.via) for c in first.chain.carriers] == [("New York Times", Via.OUTLET)]


def test_a_mayor_is_a_named_official(german: Analysis) -> None:
    assert "Ute Kurz" in of_type(german, AttributionType.NAMED_OFFICIAL)


@pytest.mark.parametrize(("text", "lang"), [(DE, "de"), (EN, "en")], ids=["de", "en"])
def test_base_and_reasons_sum_and_replay(analyzer: Analyzer, text: str, lang: str) -> None:
    analysis = analyzer.analyze(article_from_text(text, id="t", lang=lang))
    assert analysis.attributions
    for item in analysis.attributions:
        s = item.strength
        assert math.isclose(s.predictor, s.base + sum(r.weight for r in s.reasons), abs_tol=1e-9)
        again = replay(s, analyzer.scorer.thresholds[lang])
        assert (again.level, again.score) == (s.level, pytest.approx(s.score, abs=1e-9))
        assert math.isclose(sum(s.probabilities), 1.0, abs_tol=1e-9)


def test_given_spans_are_kept_and_the_rest_is_added(analyzer: Analyzer) -> None:
    given = [Statement(id="x7", content=(Span(0, 36),), source=(Span(38, 45),), cue=(Span(46, 54),))]
    analysis = analyzer.analyze(article_from_text(EN, id="en", lang="en"), given)
    (only,) = analysis.attributions
    assert (only.statement.id, only.statement.content) == ("x7", (Span(0, 36),))
    assert only.codes.type is not None


def test_a_title_outside_the_text_is_read_with_it(analyzer: Analyzer) -> None:
    record = {"id": 1, "lang": "de", "title": "Kurz: Ich weiß nichts von der Schließung", "text": DE}
    analysis = analyzer.analyze(article_from_record(record))
    title = analysis.article.title or ""
    for item in analysis.headline_attributions:
        assert all(0 <= s.start < s.end <= len(title) for s in item.statement.content)
    plain = analyzer.analyze(article_from_record({"id": 1, "lang": "de", "text": DE}))
    spans = [a.statement.content for a in analysis.attributions]
    assert spans[0] == plain.attributions[0].statement.content


def test_a_title_that_stands_in_the_text_is_not_read_twice() -> None:
    article = article_from_text("Das Tor\n\nDas Tor bleibt zu, sagte er.", id="t", lang="de", title="Das Tor")
    assert with_title(article)[1] == 0


def test_the_record_holds_what_the_contract_names(german: Analysis) -> None:
    record = to_record(german)
    fields = {
        "id",
        "lang",
        "text",
        "country",
        "country_from",
        "credits",
        "attributions",
        "unattributed",
        "model",
    }
    assert fields <= set(record)
    statement = record["attributions"][0]
    assert {"content", "source", "cue", "carrier", "form", "via", "voice", "level", "type"} <= set(statement)
    assert statement["via"] == "out"


def test_unattributed_sentences_are_no_statements(german: Analysis) -> None:
    text = german.article.text
    loose = [text[u.span.start : u.span.end] for u in german.unattributed]
    assert any("liegt am Markt" in sentence for sentence in loose)
