"""Strength is a sum of named reasons that anybody can add up again."""

import numpy as np
import pytest

from attribution.records import Reason
from attribution.scoring.encoder import ReasonEncoder
from attribution.scoring.explain import replay, strength_from
from attribution.scoring.ordinal import (
    expected_score,
    fit_thresholds_and_weights,
    level_probabilities,
    most_probable_level,
)
from attribution.scoring.scorer import StrengthScorer

THRESHOLDS = (-3.0, -1.0, 1.0, 3.0)


def reasons(*codes):
    return tuple(Reason(code=code, weight=0.0, span=None) for code in codes)


@pytest.fixture
def scorer():
    return StrengthScorer(
        weights={"named": 1.25, "verbatim": 2.5, "no-source": -6.0},
        base={"de": 0.5, "en": -0.5},
        thresholds={"de": THRESHOLDS, "en": THRESHOLDS},
        name="strength-toy",
        digest="0",
    )


def test_base_and_weights_sum_to_the_predictor(scorer):
    strength = scorer.strength("de", reasons("named", "verbatim"))
    assert strength.predictor == pytest.approx(4.25, abs=1e-9)
    assert strength.level == 5


def test_replay_gives_the_same_strength(scorer):
    for codes in (("named",), ("no-source",), (), ("named", "verbatim")):
        strength = scorer.strength("en", reasons(*codes))
        assert replay(strength, THRESHOLDS) == strength


def test_reasons_without_weight_and_repeated_codes_do_not_count(scorer):
    strength = scorer.strength("en", reasons("named", "named", "unheard-of"))
    assert [reason.code for reason in strength.reasons] == ["named"]


def test_languages_have_their_own_base(scorer):
    assert scorer.strength("de", ()).predictor - scorer.strength("en", ()).predictor == 1.0


@pytest.mark.parametrize("predictor", [-800.0, -2.0, 0.0, 0.7, 800.0])
def test_probabilities_sum_to_one_and_the_score_stays_in_range(predictor):
    probabilities = level_probabilities(predictor, THRESHOLDS)
    assert sum(probabilities) == pytest.approx(1.0, abs=1e-12)
    assert min(probabilities) >= 0.0
    assert 0.0 <= expected_score(probabilities) <= 100.0


def test_ties_go_to_the_lower_level():
    assert most_probable_level((0.1, 0.3, 0.2, 0.3, 0.1)) == 2


def test_the_score_scales_the_expected_level():
    assert expected_score((1.0, 0.0, 0.0, 0.0, 0.0)) == 0.0
    assert expected_score((0.0, 0.0, 0.0, 0.5, 0.5)) == 87.5


def test_fitting_orders_levels_and_thresholds():
    x = np.repeat(np.eye(3), 20, axis=0)
    levels = [1] * 20 + [3] * 18 + [2, 2] + [5] * 20
    weights, thresholds = fit_thresholds_and_weights(x, levels, [0] * 60, n_groups=1, c=1.0)
    assert weights[0] < weights[1] < weights[2]
    assert (np.diff(thresholds[0]) >= 0).all()
    found = [most_probable_level(level_probabilities(w, thresholds[0])) for w in weights]
    assert found == [1, 3, 5]


def test_the_predictor_equals_scikit_learns_decision_function():
    from sklearn.linear_model import LogisticRegression

    encoder = ReasonEncoder(min_count=1)
    rows = [reasons("a"), reasons("a", "b"), reasons("b"), reasons()]
    fitted = LogisticRegression().fit(encoder.fit_transform(rows), [0, 1, 1, 0])
    weights = dict(zip(encoder.codes_.tolist(), fitted.coef_[0].tolist(), strict=True))
    for row, decision in zip(rows, fitted.decision_function(encoder.transform(rows)), strict=True):
        weighted = [Reason(code=r.code, weight=weights[r.code], span=None) for r in row]
        strength = strength_from(float(fitted.intercept_[0]), weighted, THRESHOLDS)
        assert strength.predictor == pytest.approx(decision, abs=1e-9)


def test_the_encoder_keeps_scikit_learns_manners():
    from sklearn.base import clone

    encoder = clone(ReasonEncoder(min_count=3))
    assert encoder.min_count == 3
    with pytest.raises(ValueError, match="not fitted"):
        encoder.transform([])
    assert ReasonEncoder(min_count=1).fit([reasons("a")]).transform([]).shape == (0, 1)
    with pytest.raises(ValueError, match="min_count"):
        ReasonEncoder(min_count=0).fit([])
