"""The JSON object of an article keeps to the contract."""

import json
from dataclasses import replace

import pytest
from analyses import TEXT_DE, THRESHOLDS, attribution, bridge, empty

from attribution.labels import Zone
from attribution.records import Analysis, Notice, Span
from attribution.reporting.contract import to_record
from attribution.scoring.ordinal import expected_score, level_probabilities, most_probable_level

ARTICLE = (
    "id lang text title byline date publisher country country_from credits attributions "
    "unattributed notices model"
).split()
STATEMENT = (
    "id content source cue addressee frame carrier form nested continues ident kind origin via voice level "
    "type source_name carriers score probabilities base reasons zone"
).split()


@pytest.fixture
def record():
    return json.loads(json.dumps(to_record(bridge())))


def test_fields_stand_in_the_order_of_the_contract(record):
    assert list(record) == ARTICLE
    assert all(list(row) == STATEMENT for row in record["attributions"])


def test_offsets_point_at_the_words(record):
    row = record["attributions"][1]
    (start, end) = row["source"][0]
    assert record["text"][start:end] == "Bürgermeisterin Ute Kurz"
    assert (row["type"], row["via"], row["zone"]) == ("named_official", "-", "lede")


def test_a_continuation_has_the_mention_it_continues(record):
    (start, end) = record["attributions"][5]["source"][0]
    assert record["text"][start:end] == "der Küstenbote"


def test_relays_are_codes_and_names(record):
    row = record["attributions"][4]
    assert row["via"] == "out"
    assert row["carriers"] == [{"name": "Küstenbote", "type": "domestic_outlet"}]


def test_hearsay_has_no_name(record):
    assert record["attributions"][6]["source_name"] is None


def test_base_and_weights_replay_level_probabilities_and_score(record):
    for row in record["attributions"]:
        predictor = row["base"] + sum(reason["weight"] for reason in row["reasons"])
        probabilities = level_probabilities(predictor, THRESHOLDS)
        assert row["level"] == most_probable_level(probabilities)
        # JSON keeps every digit of a float, so nothing but the order of summing could differ
        assert row["probabilities"] == pytest.approx(probabilities, abs=1e-12)
        assert row["score"] == pytest.approx(expected_score(probabilities), abs=1e-12)


def test_text_can_be_left_out():
    assert list(to_record(bridge(), with_text=False)) == [name for name in ARTICLE if name != "text"]


def test_a_separate_title_brings_its_statements():
    analysis = bridge()
    title = "Kurz: Brücke gesperrt"
    item = attribution(title, "Brücke gesperrt", id="t", name="Kurz", source="Kurz", zone=Zone.HEADLINE)
    analysis = replace(
        analysis, article=replace(analysis.article, title=title), headline_attributions=(item,)
    )
    record = to_record(analysis)
    assert [row["content"] for row in record["headline_attributions"]] == [[[6, 21]]]
    assert "headline_attributions" not in to_record(bridge())


def test_notices_and_unattributed_sentences():
    analysis = replace(bridge(), notices=(Notice(code="odd", message="was odd", span=Span(0, 1)),))
    record = to_record(analysis)
    assert record["notices"] == [{"code": "odd", "message": "was odd", "span": [0, 1]}]
    ((start, end),) = [claim["span"] for claim in record["unattributed"]]
    assert TEXT_DE[start:end].startswith("Niemand")
    assert record["unattributed"][0]["status"] == "contested"


def test_an_article_without_statements():
    record = to_record(empty(bridge().article))
    assert (record["attributions"], record["model"]) == ([], [])
    assert isinstance(bridge(), Analysis)
