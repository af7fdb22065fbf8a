"""From spans and links to statements."""

from attribution.labels import Form
from attribution.tagging.decode import WordSpan
from attribution.tagging.link import Links, assemble
from attribution.tagging.pieces import Word

WORDS = [Word(i * 2, i * 2 + 1, (5,)) for i in range(20)]


def span(first: int, last: int) -> WordSpan:
    return WordSpan(first, last, 0.9)


def test_parts_of_a_content_become_one_statement() -> None:
    links = Links(join={8: 0}, form={0: Form.DIRECT})
    links.role["source"][0] = 4
    links.role["cue"][0] = 3
    layers = {"content": [span(0, 3), span(8, 10)], "cue": [span(3, 4)], "source": [span(4, 6)]}
    (statement,) = assemble(layers, links, WORDS)
    assert statement.content == ((0, 5), (16, 19))
    assert statement.source == ((8, 11),)
    assert statement.form is Form.DIRECT


def test_both_parts_of_a_split_verb_are_cue() -> None:
    links = Links(cue_join={9: 2})
    links.role["cue"][4] = 2
    layers = {"content": [span(4, 8)], "cue": [span(2, 3), span(9, 10)]}
    (statement,) = assemble(layers, links, WORDS)
    assert statement.cue == ((4, 5), (18, 19))


def test_joins_that_run_in_a_circle_end() -> None:
    links = Links(join={0: 4, 4: 0})
    found = assemble({"content": [span(0, 2), span(4, 6)]}, links, WORDS)
    assert 1 <= len(found) <= 2


def test_nested_quotations_follow_what_holds_them() -> None:
    found = assemble({"content": [span(0, 9)], "nested": [span(3, 5)]}, Links(), WORDS)
    assert [s.nested for s in found] == [False, True]
