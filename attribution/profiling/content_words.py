"""The words of a stretch that say what it is about."""

from functools import cache

from attribution.records import Span
from attribution.resources import read_table
from attribution.segmenting.tokens import is_word, tokenize

STEM = 6  # letters compared: enough for most inflected forms of both languages to meet
MIN_LETTERS = 3


def content_words(text: str, spans: tuple[Span, ...], lang: str) -> frozenset[str]:
    """Return the beginnings of the content words that the spans cover, case folded.

    >>> sorted(content_words("Kim will Putin treffen", (Span(0, 22),), "de"))
    ['kim', 'putin', 'treffe']
    """
    skipped = function_words(lang)
    found: set[str] = set()
    for span in spans:
        for token in tokenize(text, span.start, span.end):
            word = token.form.casefold()
            if is_word(word) and word not in skipped and (len(word) >= MIN_LETTERS or word.isdigit()):
                found.update(
                    part[:STEM] for part in word.split("-") if len(part) >= MIN_LETTERS or part == word
                )
    return frozenset(found)


def count_words(text: str, spans: tuple[Span, ...]) -> int:
    """Count the words and numbers that the spans cover; marks are left out."""
    return sum(is_word(token.form) for span in spans for token in tokenize(text, span.start, span.end))


@cache
def function_words(lang: str) -> frozenset[str]:
    """Words that are about nothing: articles, pronouns, auxiliaries."""
    return frozenset(row[0] for row in read_table(f"lexicons/{lang}/function_words").rows)
