"""Word documents: paragraphs become lines, heading styles become headline and subheads."""

import io
import zipfile
from typing import Any

from attribution.errors import InputError
from attribution.labels import Zone
from attribution.reading.articles import article_from_text
from attribution.reading.furniture import read_layout
from attribution.reading.options import Options
from attribution.records import Article

BODY = "word/document.xml"
MAX_RATIO = 200  # an honest document packs about 10 to 1; a bomb 1,000 to 1
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TITLE_STYLES = ("title", "titel", "heading1", "berschrift1", "überschrift1")
HEADING_STYLES = ("heading", "berschrift", "überschrift", "subtitle", "untertitel")


def read_docx(data: bytes, *, id: str, name: str, options: Options) -> Article:
    """Read a ``.docx`` file.

    Raises
    ------
    AttributionError
        If it is no Word document, is damaged, or unpacks to more than an article can hold.
    """
    root = _parsed(_unpacked(data, name, options.max_chars), name)
    lines: list[str] = []
    zones: dict[int, Zone] = {}
    for paragraph in root.iter(f"{W}p"):
        words = _words(paragraph).strip()
        if not words:
            continue
        zone = _zone_of_style(paragraph, bool(zones))
        if zone is not None and len(words) <= 250:
            zones[len(lines)] = zone
        lines.append(words.replace("\n", " "))
    text = "\n".join(lines)
    if not text.strip():
        raise InputError(f"{name} holds no text", remedy="save the article's text in the document itself")
    forced = {}
    position = 0
    for number, line in enumerate(lines):
        if number in zones:
            forced[position] = zones[number]
        position += len(line) + 1
    return article_from_text(
        text,
        id=id,
        lang=options.lang,
        country=options.country,
        layout=read_layout(text, known=forced),
        max_chars=options.max_chars,
    )


def _unpacked(data: bytes, name: str, max_chars: int) -> bytes:
    remedy = "open it in a word processor and save it as .docx or .txt"
    limit = max(20_000_000, 60 * max_chars)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entry = archive.getinfo(BODY)
            if (
                entry.file_size > limit
                or entry.file_size > MAX_RATIO * max(1, entry.compress_size) + 1_000_000
            ):
                raise InputError(
                    f"{name} unpacks to {entry.file_size:,} bytes, too many for one article", remedy=remedy
                )
            with archive.open(entry) as body:
                content = body.read(limit + 1)  # the directory's size may lie
    except KeyError as error:
        raise InputError(f"{name} is no Word document: {BODY} is missing", remedy=remedy) from error
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise InputError(f"{name} is no Word document or is damaged: {error}", remedy=remedy) from error
    except Exception as error:  # zlib.error and lzma.LZMAError have no common base
        if isinstance(error, InputError):
            raise
        raise InputError(f"{name} is damaged: {error}", remedy=remedy) from error
    if len(content) > limit:
        raise InputError(f"{name} unpacks to more than {limit:,} bytes", remedy=remedy)
    return content


# Any: lxml ships no types.
def _parsed(content: bytes, name: str) -> Any:
    from lxml import etree

    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise InputError(f"{name} defines XML entities", remedy="save it again in a word processor")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(
            f"{name} is damaged: {error}", remedy="open it in a word processor and save it again"
        ) from error


def _words(paragraph: Any) -> str:
    parts = []
    for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen"):
        if node.tag == f"{W}t":
            parts.append(node.text or "")
        else:
            parts.append("-" if node.tag.endswith("noBreakHyphen") else " ")
    return "".join(parts)


def _zone_of_style(paragraph: Any, seen: bool) -> Zone | None:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = (style.get(f"{W}val") or "").casefold().replace(" ", "") if style is not None else ""
    if name in TITLE_STYLES and not seen:
        return Zone.HEADLINE
    if name.startswith(HEADING_STYLES) or name in TITLE_STYLES:
        return Zone.SUBHEAD
    if name.startswith(("caption", "beschriftung")):
        return Zone.CAPTION
    return None
