"""What a page says of itself: JSON-LD, Open Graph and other meta elements."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from attribution.reading.page import tidy

ARTICLE_TYPES = (
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "analysisnewsarticle",
    "opinionnewsarticle",
    "liveblogposting",
    "blogposting",
    "backgroundnewsarticle",
    "reviewnewsarticle",
    "webpage",
)
MAX_NODES = 20_000  # of JSON-LD that are looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Facts about a page; None or "" where it does not tell."""

    title: str | None = None
    titles: tuple[str, ...] = ()  # every wording of the headline that the page gives
    descriptions: tuple[str, ...] = ()
    body: str = ""  # articleBody of the JSON-LD
    byline: str | None = None
    date: str | None = None
    publisher: str | None = None
    url: str | None = None


# Any: lxml ships no types, and JSON-LD is of any shape.
def read_metadata(root: Any) -> Metadata:
    """Read a page's metadata; what is broken is passed over."""
    meta = _meta(root)
    node = next(_article_nodes(root), {})
    titles = [
        _text(node.get("headline")),
        meta.get("og:title"),
        _text(node.get("name")),
        meta.get("twitter:title"),
        meta.get("dc.title"),
        _first_text(root, "title"),
    ]
    descriptions = [
        _text(node.get("description")),
        meta.get("og:description"),
        meta.get("description"),
        meta.get("twitter:description"),
        _text(node.get("alternativeHeadline")),
    ]
    links = [link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    authors = _people(node.get("author")) or [meta.get("author") or meta.get("article:author") or ""]
    named = [name for name in authors if name and not name.startswith("http")]
    body = node.get("articleBody")
    return Metadata(
        title=next((title for title in titles if title), None),
        titles=tuple(title for title in titles if title),
        descriptions=tuple(words for words in descriptions if words),
        body=body if isinstance(body, str) else "",
        byline=_plain_byline(", ".join(named)),
        date=(_text(node.get("datePublished")) or meta.get("article:published_time") or meta.get("date"))
        or _first_time(root),
        publisher=meta.get("og:site_name") or next(iter(_people(node.get("publisher"))), None),
        url=next((link for link in (*links, meta.get("og:url"), _text(node.get("url"))) if link), None),
    )


def _plain_byline(words: str) -> str | None:
    first, _, rest = words.partition(" ")
    return (rest if first.casefold() in ("by", "von") else words).strip() or None


def _meta(root: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or "").lower()
        content = tidy(element.get("content") or "")
        if name and content:
            found.setdefault(name, content)
    return found


def _first_text(root: Any, tag: str) -> str | None:
    element = next(root.iter(tag), None)
    return tidy("".join(element.itertext())) or None if element is not None else None


def _first_time(root: Any) -> str | None:
    return next((time.get("datetime") for time in root.iter("time") if time.get("datetime")), None)


def _article_nodes(root: Any) -> Iterator[dict[str, Any]]:
    """Nodes of the JSON-LD that describe an article, the most telling first."""
    nodes: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            stack = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while stack and len(nodes) < MAX_NODES:
            node = stack.pop()
            if isinstance(node, list):
                stack.extend(reversed(node))
            elif isinstance(node, dict):
                nodes.append(node)
                stack.extend(
                    value
                    for key, value in node.items()
                    if key in ("@graph", "mainEntity", "mainEntityOfPage")
                )
    articles = [node for node in nodes if _is_article(node)]
    return iter(
        sorted(
            articles, key=lambda node: (not isinstance(node.get("articleBody"), str), "headline" not in node)
        )
    )


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.lower() in ARTICLE_TYPES for kind in kinds)


def _text(value: Any) -> str | None:
    return tidy(unescape(value)) or None if isinstance(value, str) else None


def _people(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    names = (_text(item.get("name")) if isinstance(item, dict) else _text(item) for item in values)
    return [name for name in names if name]
