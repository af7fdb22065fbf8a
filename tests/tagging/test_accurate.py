"""The shipped accurate tagger, on text of our own."""

import pytest

from attribution.reading import article_from_text
from attribution.records import Article, Statement
from attribution.segmenting import segment
from attribution.tagging import Tagger, load_tagger

DE = (
    "Die Brücke bleibt gesperrt, teilte das Verkehrsministerium am Montag mit. „Wir haben Risse gefunden“, "
    "sagte Ministerin Ute Kurz. Die Arbeiten würden bis zum Herbst dauern."
)
EN = (
    "The bridge will stay closed, the transport ministry said on Monday. “We found cracks,” minister "
    "Ruth Hale "
    "said. According to two engineers, repairs could take until autumn."
)


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return load_tagger()


def story(text: str, lang: str) -> Article:
    return article_from_text(text, id="story", lang=lang)


def words(text: str, statement: Statement, role: str) -> str:
    return " ".join(text[s.start : s.end] for s in getattr(statement, role))


@pytest.mark.parametrize(
    ("text", "lang", "content", "source", "cue"),
    [
        pytest.param(DE, "de", "Wir haben Risse gefunden", "Ministerin Ute Kurz", "sagte", id="de-direct"),
        pytest.param(
            DE, "de", "Die Brücke bleibt gesperrt", "das Verkehrsministerium", "teilte mit", id="de-split"
        ),
        pytest.param(EN, "en", "We found cracks", "minister Ruth Hale", "said", id="en-direct"),
        pytest.param(
            EN, "en", "The bridge will stay closed", "the transport ministry", "said", id="en-indirect"
        ),
    ],
)
def test_finds_source_cue_and_content(
    tagger: Tagger, text: str, lang: str, content: str, source: str, cue: str
) -> None:
    found = tagger.tag(segment(story(text, lang)))
    statement = next(s for s in found if content in words(text, s, "content"))
    assert words(text, statement, "source") == source
    assert words(text, statement, "cue") == cue


def test_a_sentence_in_the_subjunctive_carries_the_source_on(tagger: Tagger) -> None:
    found = tagger.tag(segment(story(DE, "de")))
    last = next(s for s in found if "bis zum Herbst" in words(DE, s, "content"))
    assert last.continues is not None
    assert "Ute Kurz" in words(DE, last, "source")


def test_statements_are_numbered_in_text_order(tagger: Tagger) -> None:
    found = tagger.tag(segment(story(EN, "en")))
    assert [s.id for s in found] == [str(i) for i in range(len(found))]
    starts = [s.content[0].start for s in found]
    assert starts == sorted(starts)


def test_an_article_is_tagged_the_same_whatever_was_read_before(tagger: Tagger) -> None:
    alone = load_tagger().tag(segment(story(EN, "en")))
    tagger.tag(segment(story(DE * 20, "de")))
    assert tagger.tag(segment(story(EN, "en"))) == alone


def test_silent_zones_are_not_read(tagger: Tagger) -> None:
    teasers = (
        "Read more:\n“War is coming,” minister says\n2:14 min\nPort strike :“Enough is enough”\nwith video\n"
    )
    text = EN + "\n\nSource: AP, Reuters\n" + teasers
    article = article_from_text(text, id="page", lang="en")
    assert all(s.content[0].start < len(EN) for s in tagger.tag(segment(article)))


@pytest.mark.parametrize("text", ["", "…", "„“„“", "a" * 5000], ids=["empty", "dots", "marks", "one-word"])
def test_odd_text_yields_nothing_and_raises_nothing(tagger: Tagger, text: str) -> None:
    from attribution.labels import Zone
    from attribution.records import Block, Span

    blocks = (Block(span=Span(0, len(text)), zone=Zone.BODY),) if text else ()
    article = Article(id="odd", text=text, lang="de", country="DE", country_from="language", blocks=blocks)
    assert isinstance(tagger.tag(segment(article)), tuple)
