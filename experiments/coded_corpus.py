"""Articles with marked and coded statements, run through reading and resolving."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from attribution.annotations.jsonl import read_gold
from attribution.annotations.labels_tsv import LabelRow, read_labels
from attribution.annotations.seeds import read_seeds
from attribution.reading import article_from_record
from attribution.records import Chain, Document, Statement
from attribution.resolving import resolve
from attribution.segmenting import segment
from attribution.tagging.carryover import complete

CORPORA = {"de": "wikinews-de", "en": "polnear-en"}
SEEDS = Path(__file__).resolve().parent.parent / "seeds"
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
        # Form, nesting and continuation as a user's given spans get them, not as the corpus has them.
        statements = complete(document, gold.bare_statements())
        chains = resolve(document, statements)
        kept = [n for n, statement in enumerate(statements) if statement.id in coded]
        yield CodedArticle(
            document=document,
            statements=tuple(statements[n] for n in kept),
            chains=tuple(chains[n] for n in kept),
            labels=tuple(coded[statements[n].id] for n in kept),
        )


def coded_seeds(folder: Path) -> Iterator[CodedArticle]:
    """Yield our own annotated articles, where the types occur that the corpora hardly have."""
    for lang in CORPORA:
        for seed in read_seeds(folder / lang):
            record = {k: v for k, v in seed.gold.record.items() if k != "attributions"}
            document = segment(article_from_record(record))
            statements = complete(document, seed.gold.bare_statements())
            yield CodedArticle(
                document=document,
                statements=statements,
                chains=resolve(document, statements),
                labels=tuple((expected.labels,) for expected in seed.expected),
            )
