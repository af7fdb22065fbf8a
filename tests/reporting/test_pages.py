"""Pages for the terminal: readable at 80 columns, and article words are never markup."""

import io
from dataclasses import replace

import pytest
from analyses import THRESHOLDS, bridge, empty

from attribution.profiling import NOT_A_VERDICT, profile
from attribution.records import Source
from attribution.reporting.explanations import explain, explanation_record, print_explanation
from attribution.reporting.profiles import print_profile
from attribution.reporting.tables import Printer, print_statements


def page(show, *arguments):
    out = io.StringIO()
    show(*arguments, Printer(out))
    return out.getvalue()


def statements(analysis):
    return page(print_statements, analysis)


def profiles(analysis):
    return page(print_profile, profile(analysis))


def explanations(analysis):
    found = explain(analysis.attributions[1], analysis.article.text, THRESHOLDS)
    return page(print_explanation, found, analysis)


PAGES = pytest.mark.parametrize("shown", [statements, profiles, explanations])


@PAGES
def test_pages_fit_eighty_columns(shown):
    text = shown(bridge())
    assert max(map(len, text.splitlines())) <= 80
    assert "\x1b" not in text


@PAGES
def test_the_sentence_stands_under_every_page(shown):
    words = " ".join(shown(bridge()).split())
    assert NOT_A_VERDICT["en"] in words
    assert NOT_A_VERDICT["de"] in words


@PAGES
def test_hostile_words_are_shown_as_words(shown):
    analysis = bridge()
    hostile = "[bold red]Kurz[/] \x1b]0;x\x07{0} :smile: [link=file:///x]"
    items = tuple(
        replace(
            item, chain=replace(item.chain, origin=Source(name=hostile, category=item.chain.origin.category))
        )
        for item in analysis.attributions
    )
    text = shown(replace(analysis, attributions=items))
    assert "[bold" in text
    assert "\x1b" not in text
    assert "\x07" not in text


def test_statements_are_all_there_with_their_words():
    text = statements(bridge())
    assert "Beamte, via Küstenbote" in text
    assert "fehlt das Geld" in text
    assert "no source" in text


def test_profiles_say_what_was_counted():
    text = profiles(bridge())
    assert "level 3 (vouched for), statement 1: Stadtrat" in text
    assert "two or more channels" in text


def test_an_empty_article_has_pages_too():
    analysis = empty(bridge().article)
    assert "No attributed statement" in statements(analysis)
    assert "No attributed statement" in profiles(analysis)


def test_a_sum_replays():
    text = explanations(bridge())
    assert "replayed: same level and score" in text
    assert "Bürgermeisterin Ute Kurz" in text


def test_a_wrong_sum_is_seen():
    analysis = bridge()
    item = analysis.attributions[1]
    wrong = replace(item, strength=replace(item.strength, score=item.strength.score + 1e-6))
    found = explain(wrong, analysis.article.text, THRESHOLDS)
    assert not found.replayed
    assert explanation_record(found, analysis)["replayed"] is False
    assert "NOT the same" in page(print_explanation, found, analysis)
