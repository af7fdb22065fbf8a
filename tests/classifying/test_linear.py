"""Plain array maths gives the probabilities that scikit-learn gives."""

import numpy as np
import pytest

from attribution.classifying.fitting import design, fit_logistic, folds, linear_model, vocabulary

ROWS = [{"a": 1.0, "b": 0.5}, {"a": 1.0}, {"c": 2.0}, {"c": 1.0, "b": 1.0}, {"b": 1.0}, {"a": 0.3, "c": 0.2}]


@pytest.mark.parametrize(
    "labels",
    [pytest.param(list("xxyyzz"), id="three-labels"), pytest.param(list("xxyyyx"), id="two-labels")],
)
def test_probabilities_are_those_of_scikit_learn(labels):
    names = vocabulary(ROWS, range(len(ROWS)), min_groups=1)
    matrix = design(ROWS, names)
    fitted = fit_logistic(matrix, labels, c=1.0, balance=0.3)
    model = linear_model(fitted, names)
    # float32 weights keep about seven digits
    assert np.allclose(np.exp(model.log_proba(ROWS)), fitted.predict_proba(matrix), atol=1e-5)
    assert model.labels == tuple(fitted.classes_)


def test_unknown_features_and_no_rows_count_nothing():
    names = vocabulary(ROWS, range(len(ROWS)), min_groups=1)
    model = linear_model(fit_logistic(design(ROWS, names), list("xxyyzz"), c=1.0, balance=0.0), names)
    assert np.array_equal(model.decision([{"unseen": 9.0}])[0], model.intercept)
    assert model.log_proba([]).shape == (0, 3)


def test_features_of_one_article_are_left_out():
    assert vocabulary([{"a": 1.0}, {"a": 1.0}, {"b": 1.0}, {"b": 1.0}], [1, 1, 1, 2], min_groups=2) == ("b",)


def test_folds_keep_articles_whole_and_cover_every_row():
    groups = ["p", "q", "p", "r", "s", "q"]
    covered = []
    for train, test in folds(groups, 2, seed=1):
        assert not {groups[n] for n in train} & {groups[n] for n in test}
        covered += test.tolist()
    assert sorted(covered) == list(range(len(groups)))
