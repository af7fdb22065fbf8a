"""Segmenting: from an article to its sentences, tokens and quotations."""

from attribution.labels import SILENT_ZONES
from attribution.records import Article, Document, Sentence, Token
from attribution.segmenting.quotes import find_quotations
from attribution.segmenting.sentences import split_sentences
from attribution.segmenting.tokens import tokenize

__all__ = ["segment", "words"]


def segment(article: Article) -> Document:
    """Split an article; sentences never cross a block, tokens never a sentence."""
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    for number, block in enumerate(article.blocks):
        for span in split_sentences(article.text, block.span, article.lang):
            first = len(tokens)
            tokens.extend(tokenize(article.text, span.start, span.end))
            sentences.append(
                Sentence(span=span, first=first, last=len(tokens), block=number, zone=block.zone)
            )
    quotations, notices = find_quotations(article.text, article.blocks)
    return Document(
        article=article,
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        quotations=quotations,
        notices=notices,
    )


def words(document: Document) -> int:
    """Words of a document, furniture left out."""
    return sum(
        sum(document.tokens[i].form[0].isalnum() for i in range(s.first, s.last))
        for s in document.sentences
        if s.zone not in SILENT_ZONES
    )
