"""The way from an article to its analysis, stage by stage."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from attribution.classifying import TypeClassifier, load_classifier
from attribution.classifying.unattributed import find_unattributed
from attribution.labels import Zone
from attribution.placing import Placing
from attribution.reading import article_from_text, read_article
from attribution.records import (
    Analysis,
    Article,
    Attribution,
    Block,
    Document,
    ModelId,
    Span,
    Statement,
)
from attribution.resolving import resolve
from attribution.scoring import StrengthScorer, load_scorer
from attribution.segmenting import segment, words
from attribution.tagging import Tagger, load_tagger
from attribution.tagging.carryover import complete

TITLE_GAP = "\n\n"


class Analyzer:
    """Every stage with its models, loaded once and used for any number of articles.

    Parameters
    ----------
    model : {"accurate"}
        Which tagger finds the statements.
    threads : int
        Threads of the tagger; 1 where several processes share the machine.
    tagger, classifier, scorer : optional
        Stages to use instead of the shipped ones.

    Examples
    --------
    >>> from attribution import Analyzer, article_from_text
    >>> story = article_from_text("„Wir prüfen alles“, sagte Bürgermeisterin Ute Kurz.", lang="de")
    >>> [a.codes.type.value for a in Analyzer().analyze(story).attributions]
    ['named_official']
    """

    def __init__(
        self,
        *,
        model: str = "accurate",
        threads: int = 1,
        tagger: Tagger | None = None,
        classifier: TypeClassifier | None = None,
        scorer: StrengthScorer | None = None,
    ) -> None:
        self.model = model
        self.threads = threads
        self._tagger = tagger
        self._classifier = classifier
        self._scorer = scorer

    @cached_property
    def tagger(self) -> Tagger:
        """The tagger, loaded when first needed: gold spans need none."""
        return self._tagger or load_tagger(self.model, threads=self.threads)

    @cached_property
    def classifier(self) -> TypeClassifier:
        """The classifier of the coded dimensions."""
        return self._classifier or load_classifier()

    @cached_property
    def scorer(self) -> StrengthScorer:
        """The strength model."""
        return self._scorer or load_scorer()

    def analyze(self, article: Article, statements: Sequence[Statement] | None = None) -> Analysis:
        """Analyse one article.

        Parameters
        ----------
        article : Article
        statements : sequence of Statement, optional
            Statements to keep (gold spans); by default the tagger finds them.

        Returns
        -------
        Analysis
            Offsets of ``attributions`` point into ``article.text``, those of
            ``headline_attributions`` into ``article.title``.
        """
        whole, shift = with_title(article)
        document = segment(whole)
        models: tuple[ModelId, ...] = ()
        if statements is None:
            found = self.tagger.tag(document)
            models = (ModelId(name=f"tagger-{self.tagger.name}", digest=self.tagger.digest),)
        else:
            into = Placing(shift, len(whole.text))
            found = complete(document, tuple(into.statement(s) for s in statements))
        chains = resolve(document, found)
        codes = self.classifier.classify(document, found, chains)
        strengths = self.scorer.score(document, found, chains, codes)
        zones = (zone_at(document, s.content[0].start) for s in found)
        attributions = tuple(
            Attribution(statement=s, chain=c, codes=k, strength=g, zone=z)
            for s, c, k, g, z in zip(found, chains, codes, strengths, zones, strict=True)
        )
        back = Placing(-shift, len(article.text))
        title = Placing(0, len(article.title or ""))
        body = [a for a in attributions if a.statement.content[0].start >= shift]
        head = [a for a in attributions if a.statement.content[0].start < shift]
        return Analysis(
            article=article,
            attributions=tuple(map(back.attribution, body)) if shift else tuple(body),
            headline_attributions=tuple(map(title.attribution, head)),
            unattributed=back.unattributed(find_unattributed(document, found)),
            notices=(*article.notices, *back.notices(document.notices)),
            models=(
                *models,
                ModelId(name=self.classifier.name, digest=self.classifier.digest),
                ModelId(name=self.scorer.name, digest=self.scorer.digest),
            ),
            words=words(document),
        )


def analyze(
    article: Article | str | Path, *, lang: str | None = None, country: str | None = None
) -> Analysis:
    """Analyse one article with the shipped models.

    Parameters
    ----------
    article : Article, str or Path
        A record, the text itself, or the path of a file that holds one article.
    lang, country : str, optional
        As for :func:`attribution.read_article`; ignored where an Article is given.
    """
    if isinstance(article, Path):
        article = read_article(article, lang=lang, country=country)
    elif isinstance(article, str):
        article = article_from_text(article, lang=lang, country=country)
    return Analyzer().analyze(article)


def analyze_many(articles: Iterable[Article], *, analyzer: Analyzer | None = None) -> Iterator[Analysis]:
    """Analyse articles one after the other with models loaded once."""
    analyzer = analyzer or Analyzer()
    for article in articles:
        yield analyzer.analyze(article)


def with_title(article: Article) -> tuple[Article, int]:
    """The article with a title that is not part of its text put before it, and by how much that shifts.

    Title and text are then read as one story: a headline's source is often named only below.
    """
    if not article.title or not article.title.strip() or article.title.strip() in article.text[:400]:
        return article, 0
    title = article.title
    shift = len(title) + len(TITLE_GAP)
    blocks = (
        Block(span=Span(0, len(title)), zone=Zone.HEADLINE),
        *(Block(span=Span(b.span.start + shift, b.span.end + shift), zone=b.zone) for b in article.blocks),
    )
    credits = tuple(replace(c, span=Span(c.span.start + shift, c.span.end + shift)) for c in article.credits)
    text = title + TITLE_GAP + article.text
    return replace(article, text=text, title=None, blocks=blocks, credits=credits), shift


def zone_at(document: Document, position: int) -> Zone:
    """Zone of the block that holds a position; the body where none does."""
    blocks = document.article.blocks
    at = bisect_right(blocks, position, key=lambda block: block.span.start) - 1
    return blocks[at].zone if at >= 0 and position < blocks[at].span.end else Zone.BODY
