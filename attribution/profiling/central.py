"""Which statements carry the claim that the article leads with."""

from collections.abc import Sequence
from typing import NamedTuple

from attribution.labels import Zone
from attribution.profiling.content_words import content_words
from attribution.records import Analysis, Article, Attribution, Span
from attribution.segmenting.sentences import split_sentences

LEAD_ZONES = (Zone.HEADLINE, Zone.DEK)
MIN_SHARED = 2  # content words
HEADLINE_SHARE = 0.5  # of the smaller side
LEDE_SHARE = 0.6  # sentences name more of the topic than headlines, so more must be shared


class Lead(NamedTuple):
    """The content words of one sentence that leads, and how many must be shared with it."""

    words: frozenset[str]
    share: float

    def is_asserted_by(self, own: frozenset[str]) -> bool:
        """Tell whether a statement with these content words says the same."""
        shared = len(own & self.words)
        return shared >= MIN_SHARED and shared >= self.share * min(len(own), len(self.words))


def central(analysis: Analysis, titled: int, items: Sequence[Attribution]) -> tuple[bool, ...]:
    """Tell of each statement whether it asserts the proposition of the headline or lede.

    Statements of headline and dek do. Others do where they share enough content words with the
    headline, the dek or the first sentence: codebook B4 asks for the same proposition, of which
    the same words are a sign.

    Parameters
    ----------
    analysis : Analysis
    titled : int
        How many of ``items``, from the first on, have offsets into the article's title.
    items : sequence of Attribution
    """
    article = analysis.article
    lead = leads(article)
    found = []
    for number, item in enumerate(items):
        text = (article.title or "") if number < titled else article.text
        own = content_words(text, item.statement.content, article.lang)
        asserted = any(sentence.is_asserted_by(own) for sentence in lead)
        found.append(number < titled or item.zone in LEAD_ZONES or asserted)
    return tuple(found)


def leads(article: Article) -> tuple[Lead, ...]:
    """The headline, the dek and the first sentence of the story, as far as they are there."""
    found = []
    if article.title:
        title = Span(0, len(article.title))
        found.append(Lead(content_words(article.title, (title,), article.lang), HEADLINE_SHARE))
    blocks: dict[Zone, Span] = {}
    for block in article.blocks:
        blocks.setdefault(block.zone, block.span)
    if Zone.HEADLINE in blocks:
        words = content_words(article.text, (blocks[Zone.HEADLINE],), article.lang)
        found.append(Lead(words, HEADLINE_SHARE))
    story = blocks.get(Zone.LEDE, blocks.get(Zone.BODY))
    for span in (blocks.get(Zone.DEK), story):
        if span is not None:
            first = next(iter(split_sentences(article.text, span, article.lang)), span)
            found.append(Lead(content_words(article.text, (first,), article.lang), LEDE_SHARE))
    return tuple(found)
