"""Articles written by hand as TOML, as our seeds are: the keys of a JSON record."""

import tomllib

from attribution.errors import InputError
from attribution.reading.articles import article_from_record
from attribution.reading.options import Options
from attribution.records import Article


def read_toml(data: bytes, *, id: str, name: str, options: Options) -> Article:
    """Read one article; annotations beside it are left alone."""
    try:
        record = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{name} is no TOML file: {error}", remedy="mend the line that it names") from error
    return article_from_record(
        {"id": id, **record},
        lang=options.lang,
        country=options.country,
        max_chars=options.max_chars,
        where=name,
    )
