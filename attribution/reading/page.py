"""A web page as a run of text units: each paragraph, heading or caption with where it stands."""

import re
from dataclasses import dataclass, field
from typing import Any

BLOCK_NAMES = (
    "p h1 h2 h3 h4 h5 h6 li blockquote figcaption td th dd dt pre div section article main header footer "
    "aside figure ul ol dl table tr tbody thead address details summary body hr caption nav form fieldset "
    "center"
)
BLOCKS = frozenset(BLOCK_NAMES.split())
SKIPPED_NAMES = (
    "script style noscript template svg iframe button input select textarea object video audio canvas map "
    "dialog head math label option"
)
SKIPPED = frozenset(SKIPPED_NAMES.split())
ASIDES = frozenset(("nav", "footer", "aside", "form"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# Words in class or id that name furniture, matched as whole parts of hyphenated names.
FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:related|relatedcontent|teasers?|teaserlist|newsletter\w*|shar(?:e|ing)\w*|social\w*|comments?"
    r"|disqus\w*|ad|ads|advert\w*|anzeige|werbung|sponsor\w*|promo\w*|recommend\w*|recirc\w*|sidebar|breadcrumbs?"
    r"|cookie\w*|consent|author-?box|bio|about-author|tags?|taglist|topics?|keywords|most-?read|popular|trending"
    r"|player|videoplayer|subscri\w*|sign-?up|toolbar|byline|dateline|timestamp|pubdate|metadata|read-?more|more-on"
    r"|outbrain|taboola|navigation|nav|menu|footer|copyright|rating|poll|quiz|gallery\w*|slideshow|lightbox|modal"
    r"|overlay|popup|tooltip|banner|donat\w*|infobox|factbox|link-?list|twitter-tweet|instagram-media|print-only"
    r"|noprint|skip-link|opta|webshop|correction-form|feedback|moreinfo|read-?also|dossier|pull-?quote)(?:$|[\s_-])",
    re.I,
)
UNSEEN = re.compile(
    r"(?:^|\s)(?:is-hidden|hidden|visually-?hidden|sr-only|screen-reader-text|screenreader|invisible|u-hidden)(?:$|\s)",
    re.I,
)
CAPTION = re.compile(
    r"(?:caption|bildunterschrift|bildtext|image-?text|image__text|media__text|legend)", re.I
)
CREDIT = re.compile(r"(?:copyright|credit|source|rights|quelle|photographer|attribution|bildnachweis)", re.I)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
OWN_SHARE = 0.3  # a "furniture" element that holds more of the page's paragraphs is the story itself
WHOLE = frozenset(("html", "body", "main", "article", "h1"))  # never furniture, whatever their class
SPACES = re.compile(r"\s+")
INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


# Any: lxml ships no types.
@dataclass(slots=True)
class Unit:
    """One run of text without a block border inside."""

    tag: str
    element: Any
    text: str
    linked: int  # characters inside links
    caption: bool = False
    credit: bool = False
    suspect: bool = False  # stands in an element whose class or id names furniture

    @property
    def link_share(self) -> float:
        return self.linked / max(1, len(self.text))


@dataclass(slots=True)
class _Buffer:
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    credit: bool = False
    breaks: int = 0


def tidy(words: str) -> str:
    """Collapse white space and drop invisible characters: HTML's own line breaks mean nothing."""
    return SPACES.sub(" ", CONTROL.sub(" ", INVISIBLE.sub("", words))).strip()


def parse(text: str) -> Any:
    """Parse a page as far as it goes; None where there is nothing to parse."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def read_units(root: Any, *, everything: bool = False) -> list[Unit]:
    """Return the page's text units in page order, without scripts.

    Hidden parts, navigation, asides and footers are left out unless ``everything`` is wanted,
    as on the odd page that keeps its story there.
    """
    from lxml import etree

    sizes = _paragraph_sizes(root)
    total = max(1, sizes.get(root, 0))
    units: list[Unit] = []
    buffer = _Buffer()
    blocks: list[Any] = []
    links = captions = credits = suspects = 0
    skipped: Any = None
    walk = etree.iterwalk(root, events=("start", "end"))

    def flush() -> None:
        nonlocal buffer
        words = tidy("".join(buffer.parts))
        if words and blocks:
            element = blocks[-1]
            units.append(
                Unit(
                    element.tag,
                    element,
                    words,
                    min(buffer.linked, len(words)),
                    captions > 0,
                    buffer.credit,
                    suspects > 0,
                )
            )
        buffer = _Buffer()

    def write(words: str | None) -> None:
        if words:
            buffer.parts.append(words)
            buffer.breaks = 0 if words.strip() else buffer.breaks
            if links:
                buffer.linked += len(tidy(words))

    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        is_caption = tag == "figcaption" or bool(CAPTION.search(_names(element)))
        is_credit = captions > 0 and (bool(CREDIT.search(_names(element))) or tag in ("small", "cite"))
        is_small = tag not in WHOLE and sizes.get(element, 0) < OWN_SHARE * total
        is_suspect = is_small and FURNITURE.search(_names(element)) is not None
        if event == "start":
            if tag in SKIPPED or not tag or (is_small and not everything and _is_aside(element, tag)):
                skipped = element
                walk.skip_subtree()
                continue
            if tag in BLOCKS or is_suspect:
                flush()
            if tag in BLOCKS:
                blocks.append(element)
            elif tag == "br":
                buffer.breaks += 1
                if buffer.breaks > 1:  # two in a row set paragraphs apart
                    flush()
                buffer.parts.append("\n")
            links += tag == "a"
            captions += is_caption
            suspects += is_suspect
            if is_credit and not credits:
                flush()
                buffer.credit = True
            credits += is_credit
            if tag in ("span", "em", "strong", "b") and blocks and blocks[-1].tag in HEADINGS:
                buffer.parts.append(" ")
            write(element.text)
            continue
        if element is skipped:
            skipped = None
            if tag in BLOCKS:
                flush()
            write(element.tail)
            continue
        links -= tag == "a"
        if is_credit:
            credits -= 1
            if not credits:
                flush()
        if tag in BLOCKS or is_suspect:
            flush()
        if tag in BLOCKS:
            blocks.pop()
        captions -= is_caption
        suspects -= is_suspect
        write(element.tail)
    flush()
    return units


def _names(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-testid') or ''}"


def _is_aside(element: Any, tag: str) -> bool:
    return (
        tag in ASIDES
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or element.get("role") in ("navigation", "dialog", "complementary")
        or UNSEEN.search(element.get("class") or "") is not None
        or HIDDEN.search(element.get("style") or "") is not None
    )


def _paragraph_sizes(root: Any) -> dict[Any, int]:
    """Characters of paragraph text below each element."""
    sizes: dict[Any, int] = {}
    for paragraph in root.iter("p"):
        size = sum(len(words) for words in paragraph.itertext())
        for element in (paragraph, *paragraph.iterancestors()):
            sizes[element] = sizes.get(element, 0) + size
    return sizes
