"""Web pages: the article in page order, without what stands around it."""

import re
from html import unescape
from typing import Any

from attribution.errors import InputError
from attribution.labels import Zone
from attribution.reading.articles import article_from_text
from attribution.reading.country import outlet_of
from attribution.reading.decoding import decode
from attribution.reading.furniture import read_layout
from attribution.reading.metadata import Metadata, read_metadata
from attribution.reading.options import Options
from attribution.reading.page import parse, read_units, tidy
from attribution.reading.story import Piece, choose_story
from attribution.records import Article, Notice

MARKUP = re.compile(rb"<(?:!doctype html|html|head|body|article|div|p|h1|meta|script)\b", re.I)
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,30})", re.I)
INVISIBLE = re.compile(r"<(script|style|template)\b[^>]*>.*?</\1\s*>", re.I | re.S)
TAG = re.compile(r"<[^<>]*>")
ENOUGH = 0.6  # of the text that the extraction found; below it the units missed the story
SHORT_PAGE = 300  # characters; a story below this is probably a paywall's or a broken page's


def looks_like_html(head: bytes) -> bool:
    """Tell whether a file that begins so is a web page."""
    return head.startswith(b"<") and MARKUP.search(head) is not None


def read_html(data: bytes, *, id: str, name: str, options: Options) -> Article:
    """Read a web page: headline, dek, body with subheads, captions and credits in page order.

    Raises
    ------
    AttributionError
        If the page is binary, holds no text, is too long or in another language.
    """
    declared = CHARSET.search(data[:4_096])
    codec = declared[1].decode("ascii") if declared is not None else None
    source, notice = decode(data, name=name, encoding=options.encoding, declared=codec)
    root = parse(source)
    if root is None:
        raise _nothing(name)
    meta = read_metadata(root)
    pieces = _story(root, source, meta)
    if not pieces:
        raise _nothing(name)
    text = "\n".join(piece.text for piece in pieces)
    known: dict[int, Zone] = {}
    position = 0
    for piece in pieces:
        if piece.zone is not None:
            known[position] = piece.zone
        position += len(piece.text) + 1
    notices = [] if notice is None else [notice]
    if len(text) < SHORT_PAGE:
        message = "the page gives little text; it may be cut off by a paywall"
        notices.append(Notice(code="little-text", message=message))
    return article_from_text(
        text,
        id=id,
        lang=options.lang,
        country=options.country,
        title=meta.title,
        byline=meta.byline,
        date=meta.date,
        publisher=meta.publisher or _listed_name(meta.url),
        url=meta.url,
        layout=read_layout(text, known=known),
        notices=tuple(notices),
        max_chars=options.max_chars,
    )


def _story(root: Any, source: str, meta: Metadata) -> list[Piece]:
    """The story as the page's own units tell it; what the library or the JSON-LD hold otherwise."""
    extracted = _extracted(source)
    wanted = sum(map(len, extracted))
    pieces: list[Piece] = []
    for everything in (False, True):
        pieces = choose_story(read_units(root, everything=everything), extracted, meta)
        if pieces and sum(len(piece.text) for piece in pieces) >= ENOUGH * wanted:
            break
    found = sum(len(piece.text) for piece in pieces)
    declared = _declared(meta)
    if not any(piece.zone in (Zone.BODY, None) for piece in pieces) and not extracted and not declared:
        return _stripped(source)
    stored = sum(len(piece.text) for piece in declared)
    if stored > found / ENOUGH and stored > 0.9 * wanted:
        return declared
    if found < ENOUGH * wanted:
        title = [Piece(meta.title, Zone.HEADLINE)] if meta.title else []
        return title + [Piece(words, None) for words in extracted]
    return pieces


def _listed_name(url: str | None) -> str | None:
    entry = outlet_of(url) if url else None
    return entry.name if entry is not None else None


def _nothing(name: str) -> InputError:
    return InputError(
        f"{name} holds no article text", remedy="save the page with its text, or paste the text into a .txt"
    )


def _extracted(source: str) -> list[str]:
    """Paragraphs that trafilatura takes for the main text; none where it fails."""
    import logging

    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its warnings are no news to a user
    try:
        found: Any = bare_extraction(
            source, include_comments=False, include_tables=False, with_metadata=False
        )
        body = getattr(found, "body", None)
        if body is None:
            return []
        return [words for element in body.iterchildren() if (words := tidy(" ".join(element.itertext())))]
    except Exception:  # a third party's code on hostile pages: what it raises is not ours to list
        return []


def _stripped(source: str) -> list[Piece]:
    """Whatever text is left without the tags, for a page too broken to be parsed."""
    bare = TAG.sub("\n", INVISIBLE.sub("", source))
    return [Piece(line, None) for part in bare.split("\n") if (line := tidy(unescape(part)))]


def _declared(meta: Metadata) -> list[Piece]:
    """The article that the JSON-LD holds, where the page itself shows none."""
    paragraphs = [tidy(line) for line in re.split(r"[\r\n]+|<br\s*/?>|</p>", meta.body)]
    paragraphs = [tidy(re.sub(r"<[^<>]{1,200}>", " ", line)) for line in paragraphs]
    body = [Piece(line, Zone.BODY) for line in paragraphs if line]
    return [Piece(meta.title, Zone.HEADLINE), *body] if body and meta.title else body
