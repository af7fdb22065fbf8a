"""Articles made from a text with its facts, and from a record."""

import re
from collections.abc import Mapping
from typing import Any

from attribution.errors import InputError
from attribution.labels import Zone
from attribution.reading.country import find_country
from attribution.reading.decoding import empty
from attribution.reading.furniture import Layout, read_layout
from attribution.reading.language import find_language
from attribution.records import Article, Notice

MAX_CHARS = 1_000_000
SURROGATE = re.compile(r"[\ud800-\udfff]")


def article_from_text(
    text: str,
    *,
    id: str = "text",
    lang: str | None = None,
    country: str | None = None,
    country_field: str | None = None,
    title: str | None = None,
    byline: str | None = None,
    date: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    layout: Layout | None = None,
    notices: tuple[Notice, ...] = (),
    max_chars: int = MAX_CHARS,
) -> Article:
    """Build an article from a text as it stands.

    Parameters
    ----------
    text : str
        Never changed: every offset points into it.
    id : str
    lang : str or None
        "de" or "en"; told from the text where it is not given.
    country : str or None
        A user's choice; goes before ``country_field``, what the file says.
    title : str or None
        Where a line of the text repeats it, that line is the headline and the article's
        ``title`` is None.
    layout : Layout or None
        Zones that the file's format tells (HTML, documents); read from the lines otherwise.
    max_chars : int

    Raises
    ------
    InputError
        If the text is blank or longer than ``max_chars``.
    LanguageError
        If it is neither German nor English.

    Examples
    --------
    >>> article = article_from_text("Der Rat stimmt zu. Das sagte die Bürgermeisterin am Montag.")
    >>> article.lang, article.country, article.country_from
    ('de', 'DE', 'language')
    """
    if not text.strip():
        raise empty(id)
    if len(text) > max_chars:
        raise InputError(
            f"{id} has {len(text):,} characters, more than the {max_chars:,} allowed",
            remedy=f"split it, or raise the limit with --max-chars {len(text)}",
        )
    if SURROGATE.search(text) is not None:
        text = SURROGATE.sub("\ufffd", text)
        message = "half characters (lone surrogates) were replaced, one for one"
        notices = (*notices, Notice(code="surrogates-replaced", message=message))
    found_lang, lang_notice = find_language(text, given=lang)
    home, home_from, home_notice = find_country(
        option=country, field=country_field, publisher=publisher, url=url, lang=found_lang
    )
    found = layout if layout is not None else read_layout(text, title=title)
    in_text = title is not None and any(
        block.zone is Zone.HEADLINE and _same_title(block.span.of(text), title) for block in found.blocks
    )
    return Article(
        id=id,
        text=text,
        lang=found_lang,
        country=home,
        country_from=home_from,
        blocks=found.blocks,
        title=None if in_text else title,
        byline=byline if byline is not None else found.byline,
        date=date,
        publisher=publisher,
        url=url,
        credits=found.credits,
        notices=(*notices, *(notice for notice in (lang_notice, home_notice) if notice is not None)),
    )


def article_from_record(
    record: Mapping[str, Any],
    *,
    lang: str | None = None,
    country: str | None = None,
    max_chars: int = MAX_CHARS,
    where: str = "the record",
    notices: tuple[Notice, ...] = (),
) -> Article:
    """Build an article from a JSON object with ``id`` and ``text``.

    ``title``, ``lang``, ``publisher``, ``country``, ``date``, ``url`` and ``byline`` are
    taken where they are strings; other fields are ignored.

    Parameters
    ----------
    record : Mapping
        Any: parsed JSON, checked field by field.
    lang, country : str or None
        The user's choice; goes before the record's fields.
    where : str
        What to call the record in an error.

    Raises
    ------
    InputError
        If ``id`` or ``text`` is missing or of another kind, or the text is blank or too long.
    LanguageError
        If the text is neither German nor English.
    """
    ident, text = record.get("id"), record.get("text")
    if isinstance(ident, bool) or not isinstance(ident, str | int | float) or ident == "":
        raise InputError(f'{where} has no "id"', remedy='give every record an "id", a string')
    if not isinstance(text, str):
        raise InputError(
            f'{where} (id {str(ident)[:60]!r}) has no "text"',
            remedy='put the article into the field "text", a string',
        )
    fields: dict[str, str | None] = {}
    odd = []
    for name in ("title", "lang", "publisher", "country", "date", "url", "byline"):
        value = record.get(name)
        if value is None or isinstance(value, str):
            fields[name] = SURROGATE.sub("\ufffd", value).strip() or None if value else None
        else:
            fields[name] = None
            odd.append(name)
    if odd:
        message = f"passed over, as no string: {', '.join(odd)}"
        notices = (*notices, Notice(code="field-ignored", message=message))
    return article_from_text(
        text,
        id=SURROGATE.sub("\ufffd", str(ident)),
        lang=lang if lang and lang != "auto" else fields["lang"],
        country=country,
        country_field=fields["country"],
        title=fields["title"],
        byline=fields["byline"],
        date=fields["date"],
        publisher=fields["publisher"],
        url=fields["url"],
        notices=notices,
        max_chars=max_chars,
    )


def _same_title(line: str, title: str) -> bool:
    def bare(words: str) -> str:
        return "".join(char for char in words.casefold() if char.isalnum())

    return bare(line) == bare(title)
