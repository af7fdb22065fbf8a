"""Segmenting: from an article to its sentences, tokens and quotations."""

from attribution.labels import SILENT_ZONES
from attribution.records import Article, Document, Sentence, Token
from attribution.segmenting.quotes import find_quotations
from attribution.segmenting.sentences import split_sentences
from attribution.segmenting.tokens import is_word, tokenize

__all__ = ["segment", "words"]


def segment(article: Article) -> Document:
    """Split an article into sentences, tokens and quotations.

    A sentence never crosses a block and takes its zone; a token never crosses a sentence. Odd
    text never raises: marks without a partner leave a notice.

    Examples
    --------
    >>> from attribution.reading import article_from_text
    >>> story = article_from_text("„Wir gehen!“, rief er am 3. Mai. Dann ging er.", lang="de")
    >>> [s.span.of(story.text) for s in segment(story).sentences]
    ['„Wir gehen!“, rief er am 3. Mai.', 'Dann ging er.']
    """
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    for number, block in enumerate(article.blocks):
        for span in split_sentences(article.text, block.span, article.lang):
            first = len(tokens)
            tokens.extend(tokenize(article.text, span.start, span.end))
            sentence = Sentence(span=span, first=first, last=len(tokens), block=number, zone=block.zone)
            sentences.append(sentence)
    quotations, notices = find_quotations(article.text, article.blocks)
    return Document(
        article=article,
        sentences=tuple(sentences),
        tokens=tuple(tokens),
        quotations=quotations,
        notices=notices,
    )


def words(story: Article | Document) -> int:
    """Count the words of a story; marks, teasers and boilerplate are left out."""
    document = segment(story) if isinstance(story, Article) else story
    return sum(
        is_word(token.form)
        for sentence in document.sentences
        if sentence.zone not in SILENT_ZONES
        for token in document.tokens[sentence.first : sentence.last]
    )
