"""One evaluation end to end, on invented articles."""

import json

import pytest

from attribution.annotations.jsonl import gold_from_record
from attribution.annotations.labels_tsv import LabelRow
from attribution.errors import AnnotationError, SampleError
from attribution.evaluating import evaluate, render_table
from attribution.labels import Ident, Kind, Origin, Voice

GERMAN = "Der Hafen bleibt zu, sagte Wirtin Jana Feld. Die Fähre sei defekt, hieß es im Amt."
ENGLISH = "The ferry is broken, said harbour master Ian Pell. Officials said it would sail again."


def record(key: str, text: str, *contents: str, **fields):
    rows = [
        {"id": str(i), "content": [[text.index(c), text.index(c) + len(c)]], "source": [], "cue": []}
        for i, c in enumerate(contents)
    ]
    return {"id": key, "lang": "de", "text": text, "attributions": rows, **fields}


def label(ident=Ident.NAMED, kind=Kind.CITIZEN, level=4, coder="A"):
    return LabelRow(
        coder=coder,
        ident=ident,
        kind=kind,
        origin=Origin.DOMESTIC,
        via=(),
        voice=Voice.PARAPHRASED,
        level=level,
    )


CODES = {"ident": "N", "kind": "cit", "origin": "dom", "via": "-", "voice": "p", "level": 4}
DE = record("de", GERMAN, "Der Hafen bleibt zu", "Die Fähre sei defekt")
EN = record("en", ENGLISH, "The ferry is broken", "it would sail again")
GOLD = [gold_from_record(DE, where="de"), gold_from_record(EN, where="en")]
LABELS = {
    "de": {"0": (label(),), "1": (label(Ident.BODY, Kind.GOVERNMENT, 3),)},
    "en": {"0": (label(Ident.NAMED, Kind.GOVERNMENT),), "1": (label(Ident.ANONYMOUS, Kind.GOVERNMENT, 2),)},
}


def predictions(**changes):
    """Every statement found; every one coded as a citizen called by name."""
    rows = {r["id"]: [dict(row, **CODES, type="named_person") for row in r["attributions"]] for r in (DE, EN)}
    for row in rows["de"] + rows["en"]:
        row.update(changes)
    return rows


def test_spans_found_and_types_missed_are_told_apart():
    report = evaluate(GOLD, predictions(), LABELS, resamples=50)
    assert report["attribution.content@.5.F"].value == 1
    assert report["codes.type_accuracy"].value == 0.25
    assert report["codes.found_and_typed.F"].value == 0.25
    assert report["codes.level_accuracy"].value == 0.5
    assert report["codes.types.named_person.R"].value == 1


def test_missed_articles_count_as_missed_statements():
    report = evaluate(GOLD, {"de": predictions()["de"]}, LABELS, resamples=0)
    assert report.untagged == 1
    assert report["attribution.content@.5.R"].value == 0.5
    assert report["codes.found_and_typed.R"].value == 0.25
    assert report["codes.type_accuracy"].n == 2


def test_a_prediction_may_agree_with_either_coder_but_alpha_takes_coder_a():
    twice = {"de": {"0": (label(Ident.BODY), label(coder="B")), "1": (label(Ident.BODY), label(coder="B"))}}
    report = evaluate(GOLD, predictions(), twice, resamples=0)
    assert report["codes.ident_accuracy"].value == 1
    assert report["codes.ident_alpha"].value < 0.1


def test_statements_on_gold_spans_are_joined_by_id():
    twins = record("de", GERMAN, "Der Hafen bleibt zu", "Der Hafen bleibt zu")
    rows = [dict(twins["attributions"][1], ident="A"), dict(twins["attributions"][0], ident="N")]
    labels = {"de": {"0": (label(),), "1": (label(Ident.ANONYMOUS),)}}
    report = evaluate([gold_from_record(twins, where="de")], {"de": rows}, labels, resamples=0)
    assert report["codes.ident_accuracy"].value == 1


def test_types_that_the_codes_do_not_hold_count_as_the_codes_would():
    labels = {"de": {"0": (label(Ident.DOCUMENT),), "1": (label(Ident.BODY, Kind.AGENCY),)}}
    rows = predictions()
    rows["de"][0].update(type="social_media")
    rows["de"][1].update(type="state_media", kind="agy")
    assert evaluate(GOLD, rows, labels, resamples=0)["codes.type_accuracy"].value == 1


def test_brier_and_calibration_follow_from_the_probabilities():
    report = evaluate(GOLD, predictions(probabilities=[0, 0, 0, 0.8, 0.2]), LABELS, resamples=0)
    # two of four are level 4 at .8: (.04 + .04), the others .64 + .04 + 1
    assert report["codes.level_brier"].value == pytest.approx((2 * 0.08 + 2 * 1.68) / 4)
    assert report["codes.level_calibration_error"].value == pytest.approx(0.3)


def test_challenge_figures_come_with_coded_gold():
    coded = record("p", GERMAN, "Der Hafen bleibt zu", stratum="anon", publisher="zeit.de")
    coded["attributions"][0].update(CODES, type="named_person", form="mixed", continues=False)
    gold = gold_from_record(coded, where="p")
    rows = [dict(coded["attributions"][0], form="indirect")]
    report = evaluate([gold], {"p": rows}, resamples=0)
    assert report["challenge.f1"].value == 1
    assert report["challenge.press=quality.type_right_of_found"].value == 1
    assert report["codes.form_accuracy"].value == 1  # mixed corresponds to indirect
    assert not any(figure.path[0] == "challenge" for figure in evaluate(GOLD, {}, resamples=0).figures)


def test_nested_statements_can_be_left_out():
    outer = record("de", GERMAN, "Der Hafen bleibt zu", "Hafen")
    outer["attributions"][1]["nested"] = True
    gold = [gold_from_record(outer, where="de")]
    assert evaluate(gold, {}, resamples=0).gold_statements == 2
    assert evaluate(gold, {}, resamples=0, nested=False).gold_statements == 1


def test_intervals_hold_the_value_and_repeat_with_the_seed():
    rows = predictions()
    del rows["en"][0]
    one, other = (evaluate(GOLD, rows, LABELS, resamples=200, seed=7) for _ in range(2))
    assert one == other
    recall = one["attribution.content@.5.R"]
    assert (recall.low, recall.value, recall.high) == (0.5, 0.75, 1.0)


def test_the_report_becomes_json_and_a_table():
    report = evaluate(GOLD, predictions(), LABELS, resamples=20)
    scores = json.loads(json.dumps(report.to_dict(), allow_nan=False))["scores"]
    assert scores["attribution"]["content@.5"]["F"] == 1
    assert set(scores) == {"official", "official_cue_source", "attribution", "codes"}
    lines = render_table(report).splitlines()
    row = next(line for line in lines if line.startswith("content@.5"))
    assert row.split() == ["content@.5", "100.0", "100.0", "100.0", "[100.0,", "100.0]", "4"]
    ends = {len(line) for line in lines[lines.index("Attribution level") + 1 :][:5]}
    assert len(ends) == 1


def test_the_table_shows_forms_only_where_the_gold_has_them():
    assert "type_acc" not in render_table(evaluate(GOLD, predictions(), resamples=0))
    rows = [dict(DE["attributions"][0], form="direct")]
    formed = gold_from_record(dict(DE, attributions=rows), where="de")
    assert "type_acc" in render_table(evaluate([formed], {"de": rows}, resamples=0))


def test_no_gold_doubled_ids_and_foreign_labels_are_refused():
    with pytest.raises(SampleError, match="Try:"):
        evaluate([], {})
    with pytest.raises(AnnotationError, match="Try:"):
        evaluate([GOLD[0], GOLD[0]], {})
    with pytest.raises(SampleError, match="Try:"):
        evaluate(GOLD, {}, {"other": {}})


def test_macro_f1_equals_the_library_of_record():
    from sklearn.metrics import f1_score

    from attribution.evaluating.coding import coding_measures, count_codes
    from attribution.evaluating.figures import Tally, point

    gold = ["hearsay", "document", "document", "hearsay", "organisation"]
    guess = ["hearsay", "hearsay", "document", "document", "unresolved"]
    references = {str(i): ({"type": flat},) for i, flat in enumerate(gold)}
    joined = [(str(i), {"type": flat}) for i, flat in enumerate(guess)]
    sums = Tally([count_codes(references, joined, len(joined))]).total()
    (macro,) = (m for m in coding_measures(sums) if m.path[-1] == "type_macro_f1")
    expected = f1_score(gold, guess, labels=sorted(set(gold)), average="macro", zero_division=0)
    assert point(macro.formula, sums) == pytest.approx(expected)
