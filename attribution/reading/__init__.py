"""Reading: files, records and pasted text become articles with zones and credits."""

from attribution.reading.articles import article_from_record, article_from_text
from attribution.reading.files import read_article, read_articles

__all__ = ["article_from_record", "article_from_text", "read_article", "read_articles"]
