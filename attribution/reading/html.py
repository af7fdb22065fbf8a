"""Web pages: the article in page order, without what stands around it."""

import re

from attribution.reading.options import Options
from attribution.reading.plain import read_plain
from attribution.records import Article

MARKUP = re.compile(rb"<(?:!doctype html|html|head|body|article|div|p|h1|meta|script)\b", re.I)


def looks_like_html(head: bytes) -> bool:
    """Tell whether a file that begins so is a web page."""
    return head.startswith(b"<") and MARKUP.search(head) is not None


def read_html(data: bytes, *, id: str, name: str, options: Options) -> Article:
    return read_plain(data, id=id, name=name, options=options)
