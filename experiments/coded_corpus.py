"""Articles with marked and coded statements, run through reading and resolving."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from attribution.annotations.jsonl import read_gold
from attribution.annotations.labels_tsv import LabelRow, read_labels
from attribution.reading import article_from_record
from attribution.records import Chain, Document, Statement
from attribution.resolving import resolve
from attribution.segmenting import segment

CORPORA = {"de": "wikinews-de", "en": "polnear-en"}
COUNTRY = {"de": "DE", "en": "US"}  # home countries of the two corpora (labels' README)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedArticle:
    """One article whose statements have codes; the tuples run parallel."""

    document: Document
    statements: tuple[Statement, ...]
    chains: tuple[Chain, ...]
    labels: tuple[tuple[LabelRow, ...], ...]  # each statement's rows, one a coder


def coded_articles(corpora: Path, labels: Path, part: str, lang: str) -> Iterator[CodedArticle]:
    """Yield the coded articles of one part ("train" or "dev") of one language's corpus.

    Chains are resolved over all statements of an article; statements without codes are then
    left out (PolNeAR's train part is coded for 119 articles only).
    """
    name = f"{CORPORA[lang]}.{part}"
    rows = read_labels(labels / f"{name}.tsv")
    for gold in read_gold(corpora / f"{name}.jsonl"):
        coded = rows.get(gold.id, {})
        if not coded:
            continue
        article = article_from_record({**gold.record, "country": COUNTRY[lang]})
        document = segment(article)
        chains = resolve(document, gold.statements)
        kept = [n for n, statement in enumerate(gold.statements) if statement.id in coded]
        yield CodedArticle(
            document=document,
            statements=tuple(gold.statements[n] for n in kept),
            chains=tuple(chains[n] for n in kept),
            labels=tuple(coded[gold.statements[n].id] for n in kept),
        )
