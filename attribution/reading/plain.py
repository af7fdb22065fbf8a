"""Plain text files: the decoded file, unchanged, is the article's text."""

from attribution.reading.articles import article_from_text
from attribution.reading.decoding import decode
from attribution.reading.options import Options
from attribution.records import Article


def read_plain(data: bytes, *, id: str, name: str, options: Options) -> Article:
    """Read a text file or pasted text; its line ends and furniture stay as they are.

    Raises
    ------
    AttributionError
        If it is empty, binary, too long, undecodable or in another language.
    """
    text, notice = decode(data, name=name, encoding=options.encoding)
    return article_from_text(
        text,
        id=id,
        lang=options.lang,
        country=options.country,
        max_chars=options.max_chars,
        notices=() if notice is None else (notice,),
    )
