"""Alpha equals published values and nltk's."""

import random

import numpy as np
import pytest
from nltk.metrics.agreement import AnnotationTask

from attribution.annotations.labels_tsv import read_labels
from attribution.errors import SampleError
from attribution.evaluating.agreement import (
    alpha_of,
    coincidences,
    interval_distance,
    krippendorff_alpha,
    nominal_distance,
    ordinal_distance,
)


def units(*coders: str) -> list[tuple[str | None, ...]]:
    """Coders as lines of one character a unit, a dot where nothing was coded."""
    return [tuple(None if c == "." else c for c in unit) for unit in zip(*coders, strict=True)]


# Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, sections A, B and C to E.
BINARY = units("0100000010", "1110010000")
FIVE_VALUES = units("aabbdcccedda", "babbbccceddd")
FOUR_CODERS = units("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


@pytest.mark.parametrize(
    ("data", "distance", "expected"),
    [
        pytest.param(BINARY, nominal_distance, 0.095, id="binary"),
        pytest.param(FIVE_VALUES, nominal_distance, 0.692, id="nominal"),
        pytest.param(FOUR_CODERS, nominal_distance, 0.743, id="missing-nominal"),
        pytest.param(FOUR_CODERS, ordinal_distance, 0.815, id="missing-ordinal"),
        pytest.param(FOUR_CODERS, interval_distance, 0.849, id="missing-interval"),
    ],
)
def test_alpha_equals_the_published_value(data, distance, expected):
    alpha = krippendorff_alpha(
        data, values=sorted({v for unit in data for v in unit if v}), distance=distance
    )
    assert alpha == pytest.approx(expected, abs=0.0005)  # published to three digits


@pytest.mark.parametrize("seed", range(3))
def test_nominal_alpha_equals_nltk(seed):
    rng = random.Random(seed)
    first = [rng.choice("NSAODH") for _ in range(80)]
    second = [rng.choice("NSAODH") if rng.random() < 0.3 else code for code in first]
    data = [("a", str(i), c) for i, c in enumerate(first)] + [("b", str(i), c) for i, c in enumerate(second)]
    expected = AnnotationTask(data).alpha()
    assert krippendorff_alpha(list(zip(first, second, strict=True))) == pytest.approx(expected, abs=1e-12)


def test_alpha_of_the_labels_equals_what_their_readme_states(shared):
    labels = read_labels(shared / "labels/polnear-en.dev.tsv")
    twice = [rows for statements in labels.values() for rows in statements.values() if len(rows) == 2]
    levels = [tuple(row.level for row in rows) for rows in twice]
    alpha = krippendorff_alpha(levels, values=range(1, 6), distance=ordinal_distance)
    assert alpha == pytest.approx(0.977, abs=0.0005)


def test_many_tables_at_once_give_each_its_own_alpha():
    tables = np.stack([coincidences(BINARY, "01"), coincidences(BINARY[:6], "01")])
    alone = [krippendorff_alpha(BINARY), krippendorff_alpha(BINARY[:6])]
    assert alpha_of(tables) == pytest.approx(alone)


def test_a_single_value_leaves_alpha_undefined():
    with pytest.raises(SampleError, match="Try:"):
        krippendorff_alpha([("q", "q"), ("q", "q")])
