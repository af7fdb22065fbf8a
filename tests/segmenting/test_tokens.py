"""Tokens: what is one, what is two, and that the reference scorers' tokens are never cut across."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.segmenting.tokens import tokenize

# The definition that the reference scorers use, word for word.
REFERENCE = re.compile(r"\w+(?:-\w+|\.(?:\w\b|\d+))*(?:['’](?!s\b)\w+)?|['’]s\b|[^\w\s]")


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        pytest.param("Kirby's Team", ["Kirby", "'s", "Team"], id="clitic"),
        pytest.param("Kirby’s", ["Kirby", "’s"], id="curly-clitic"),
        pytest.param("don't", ["don't"], id="contraction"),
        pytest.param("US-Geheimdienst", ["US-Geheimdienst"], id="hyphen"),
        pytest.param("3.5 %", ["3.5", "%"], id="number"),
        pytest.param("U.S. officials", ["U.S", ".", "officials"], id="abbreviation"),
        pytest.param("am 3. Mai", ["am", "3", ".", "Mai"], id="ordinal"),
        pytest.param("„Ja!“", ["„", "Ja", "!", "“"], id="quotation"),
        pytest.param("", [], id="empty"),
    ],
)
def test_forms(text, forms):
    assert [token.form for token in tokenize(text)] == forms


@given(st.text(alphabet=st.sampled_from("aB1s-.'’„ \u00a0\n_é\u0301")) | st.text())
def test_tokens_are_those_of_the_reference_scorers(text):
    assert [(t.start, t.end) for t in tokenize(text)] == [m.span() for m in REFERENCE.finditer(text)]


def test_bounds_are_kept():
    assert [t.form for t in tokenize("eins zwei drei", 5, 9)] == ["zwei"]
