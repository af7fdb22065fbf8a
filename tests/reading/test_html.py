"""Web pages: layouts as outlets build them, with invented stories."""

import pytest

from attribution.errors import AttributionError
from attribution.labels import Zone
from attribution.reading.html import looks_like_html, read_html
from attribution.reading.options import Options
from attribution.records import Article

DE = [
    "Die Stadt Altwerder will den Hafen bis zum Sommer sperren. Das teilte die Verwaltung am Montag mit.",
    "Bürgermeisterin Ute Lorenz sagte, die Kaimauer sei nicht mehr sicher. „Wir können das "
    "nicht verantworten.“",
    "Der Hafenmeister widersprach. Nach seinen Angaben wurde die Mauer erst im vergangenen "
    "Jahr geprüft und für gut befunden.",
    "Die Reederei kündigte an, gegen die Sperrung zu klagen. Ein Gericht soll noch im Mai "
    "darüber entscheiden.",
]
EN = [
    "The harbour at Millbrook will close until the summer, the town council said on Monday "
    "after a long debate.",
    "Mayor Jane Carver said the quay wall was no longer safe. “We cannot take that risk,” "
    "she told reporters.",
    "The harbour master disagreed and said that the wall had been inspected only last year "
    "and found to be sound.",
    "The ferry company announced that it would sue. A court is expected to rule on the matter in May.",
]


def page(main: str, *, head: str = "", lang: str = "de") -> bytes:
    head = f'<head><meta charset="utf-8">{head}</head>'
    return f'<!doctype html><html lang="{lang}">{head}<body>{main}</body></html>'.encode()


def read(data: bytes) -> Article:
    return read_html(data, id="page", name="page.html", options=Options())


def lines(article: Article) -> list[tuple[str, str]]:
    return [(block.zone.value, block.span.of(article.text)) for block in article.blocks]


NAV = '<header><nav><ul><li><a href="/">Politik</a></li><li><a href="/s">Sport</a></li></ul></nav></header>'
FOOT = "<footer><p>© 2024 Altwerder Bote. Alle Rechte vorbehalten.</p></footer>"

PORTAL = page(
    NAV
    + '<main><article><header><span class="kicker">Altwerder</span><h1>Hafen wird gesperrt</h1>'
    + '<p class="article-dek">Die Kaimauer gilt als unsicher. Nun droht ein Streit vor '
    "Gericht um die Sperrung.</p>" + '<div class="byline">Von <a href="/a">Karl Meer</a></div><time '
    'datetime="2024-04-08T10:00">8.4.2024</time></header>'
    + '<figure><img src="x"><figcaption>Die Kaimauer im Hafen von Altwerder am Montag. <span '
    'class="copyright">Foto: Meer/dpa</span></figcaption></figure>'
    + '<div class="share-bar"><a href="#">Teilen</a><a href="#">Merken</a></div>'
    + f"<p>{DE[0]}</p><p>{DE[1]}</p>"
    + '<div class="related-teaser"><h3>Lesen Sie auch</h3><a href="/x">Was der Hafen die '
    "Stadt im Jahr kostet</a></div>"
    + f"<h2>Hafenmeister widerspricht</h2><p>{DE[2]}</p>"
    + '<p><a href="/y">Mehr zum Thema: So alt ist die Mauer wirklich</a></p>'
    + f"<p>{DE[3]}</p><p>Quelle: dpa, AFP</p></article>"
    + '<section class="newsletter"><p>Abonnieren Sie unseren Newsletter und verpassen Sie '
    "keine Nachricht mehr.</p></section>"
    + "<aside><h3>Meistgelesen</h3><p>Ein ganz anderer Text über den Wald, der hier nichts "
    "zu suchen hat.</p></aside></main>" + FOOT,
    head='<meta property="og:title" content="Hafen wird gesperrt">'
    '<meta property="og:site_name" content="Altwerder Bote">',
)


def test_portal_page_comes_in_page_order() -> None:
    assert lines(read(PORTAL)) == [
        ("headline", "Hafen wird gesperrt"),
        ("dek", "Die Kaimauer gilt als unsicher. Nun droht ein Streit vor Gericht um die Sperrung."),
        ("caption", "Die Kaimauer im Hafen von Altwerder am Montag."),
        ("lede", DE[0]),
        ("body", DE[1]),
        ("subhead", "Hafenmeister widerspricht"),
        ("body", DE[2]),
        ("body", DE[3]),
        ("boilerplate", "Quelle: dpa, AFP"),
    ]


def test_portal_page_gives_its_facts() -> None:
    article = read(PORTAL)
    assert (article.publisher, article.lang, article.date) == ("Altwerder Bote", "de", "2024-04-08T10:00")
    assert [credit.names for credit in article.credits] == [("dpa", "AFP")]


def body_of(article: Article) -> list[str]:
    zones = (Zone.LEDE, Zone.BODY)
    return [block.span.of(article.text) for block in article.blocks if block.zone in zones]


DIVS = page(
    "<h1>Harbour to close</h1><div class='story'>"
    + "".join(f"<div class='par'>{words}</div><div class='ad-slot'>Advertisement</div>" for words in EN)
    + "</div><div class='comments'><p>I always said so, and nobody in this town would listen "
    "to me at all.</p></div>",
    lang="en",
)
BREAKS = page("<h1>Harbour to close</h1><div id='text'>" + "<br><br>".join(EN) + "</div>", lang="en")
STORED = page(
    "<h1>Harbour to close</h1><div id='app'></div>",
    head='<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour to close",'
    '"articleBody": "' + "\\n".join(EN) + '"}</script>',
    lang="en",
)
TAILWIND = page(
    "<article><h1>Hafen wird gesperrt</h1>"
    + "".join(f"<div class='overflow-hidden md:hidden-x'><p>{words}</p></div>" for words in DE)
    + "<div class='paywall'><p>Jetzt abonnieren und weiterlesen.</p></div></article>"
)
CUT = page(
    f"<article><h1>Harbour to close</h1>"
    f"<div class='content'>{''.join(f'<p>{words}</p>' for words in EN)}</div>"
    "<h2>More on this story</h2><p>Ferries cross the bay in all weathers.</p>"
    "</article>",
    lang="en",
)
IN_FORM = page(f"<form><h1>Hafen wird gesperrt</h1>{''.join(f'<p>{words}</p>' for words in DE)}</form>")


@pytest.mark.parametrize(
    ("data", "expected"),
    [(DIVS, EN), (BREAKS, EN), (STORED, EN), (TAILWIND, DE), (CUT, EN), (IN_FORM, DE)],
    ids=["divs", "line-breaks", "json-ld-only", "utility-classes", "list-behind", "page-in-a-form"],
)
def test_body_is_whole_and_clean(data: bytes, expected: list[str]) -> None:
    assert body_of(read(data)) == expected


def test_pull_quote_is_told_once() -> None:
    quote = "<blockquote>“We cannot take that risk”</blockquote>"
    article = read(
        page(f"<h1>Harbour to close</h1><div><p>{EN[0]}</p><p>{EN[1]}</p>{quote}<p>{EN[2]}</p></div>")
    )
    assert article.text.count("We cannot take that risk") == 1


def test_declared_encoding_is_taken() -> None:
    source = page(f"<h1>Häfen gesperrt</h1><p>{DE[1]}</p><p>{DE[2]}</p>").decode()
    data = source.replace("utf-8", "windows-1252").encode("cp1252")
    assert "Bürgermeisterin Ute Lorenz" in read(data).text


@pytest.mark.parametrize(
    "main",
    [
        "<div>" * 10_000 + f"<p>{DE[0]}</p>",
        "<b>" * 10_000 + DE[0],
        f"<h1>Hafen<p>{DE[0]}<p>{DE[1]}<div <span",
    ],
    ids=["deep-blocks", "deep-inline", "unclosed"],
)
def test_broken_pages_are_read_as_far_as_they_go(main: str) -> None:
    assert "Die Stadt Altwerder will den Hafen" in read(page(main)).text


@pytest.mark.parametrize("source", ["<html></html>", "<p></p>", "<script>var x = 1;</script>"])
def test_pages_without_text_are_refused(source: str) -> None:
    with pytest.raises(AttributionError, match="Try"):
        read(source.encode())


def test_pages_are_told_from_text() -> None:
    assert looks_like_html(b"<!DOCTYPE html><html>")
    assert not looks_like_html(b"<quoted> he said <please")
