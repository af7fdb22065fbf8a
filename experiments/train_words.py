"""Learn word vectors from unlabelled news: which nouns name people, bodies, papers, outlets."""

import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import numpy as np

from attribution.modelstore import save_model

WORD = re.compile(r"\w+(?:[-.’']\w+)*|[^\w\s]")
SOURCES = {
    "de": ("raw/fang-covid-de.sample.jsonl.gz", "corpora/wikinews-de.train.jsonl"),
    "en": (
        "raw/article-bias-en.sample.jsonl.gz",
        "raw/wikinews-en.jsonl.gz",
        "corpora/polnear-en.train.jsonl",
    ),
}
NAME = "words-de-en"
CONTEXTS = 3000  # the most frequent words, seen at distance -2, -1, 1, 2
DIMENSIONS = 50
KEPT = 16000  # words a language
MIN_COUNT = 8
SEED = 20260101

CARD = """# Word vectors, German and English

Positive pointwise mutual information of a word with the {contexts} most frequent words at
distance -2, -1, 1 and 2, reduced to {dimensions} dimensions by a singular value decomposition,
unit length, stored as int8. Words that stand in the same places get similar vectors: "Beamte"
is near "Polizisten", "Ministerium" near "Gericht". The type classifier reads the head of a
source phrase through them; the strength model does not use them.

Learned from {articles} unlabelled news articles (train parts only). Biases of news language are
in the vectors; they are not meant for any other use.

Fit again: `python -m experiments.train_words`
"""


def texts(shared: Path, lang: str) -> Iterator[str]:
    for name in SOURCES[lang]:
        path = shared / name
        content = path.read_bytes()
        if path.suffix == ".gz":
            content = gzip.decompress(content)
        for line in content.decode("utf-8").split("\n"):
            if line:
                yield json.loads(line)["text"]


def learn(shared: Path, lang: str) -> tuple[list[str], Any, int]:
    """Return words, their vectors as int8 rows and the number of articles read."""
    counts: Counter[str] = Counter()
    articles = []
    for text in texts(shared, lang):
        words = ["0" if word.isdigit() else word for word in WORD.findall(text.lower())]
        articles.append(words)
        counts.update(words)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    vocabulary = [word for word, count in ranked if count >= MIN_COUNT][: 3 * KEPT]
    place = {word: number for number, word in enumerate(vocabulary)}
    gap = [-1, -1]
    ids = np.array([n for words in articles for n in (*(place.get(w, -1) for w in words), *gap)])
    vectors = reduce(mutual_information(ids, len(vocabulary)))
    kept = [n for n, word in enumerate(vocabulary) if any(map(str.isalpha, word))][:KEPT]
    return [vocabulary[n] for n in kept], vectors[kept], len(articles)


def mutual_information(ids: Any, n_words: int) -> Any:
    """Return the positive pointwise mutual information, shape (n_words, 4 * CONTEXTS), sparse."""
    from scipy.sparse import coo_matrix, csr_matrix, hstack

    blocks = []
    for offset in (1, 2):
        for centre, context in ((ids[:-offset], ids[offset:]), (ids[offset:], ids[:-offset])):
            met = (centre >= 0) & (context >= 0) & (context < CONTEXTS)
            pairs = (centre[met], context[met])
            blocks.append(coo_matrix((np.ones(met.sum()), pairs), shape=(n_words, CONTEXTS)).tocsr())
    counts = hstack(blocks).tocsr()
    rows, total = np.asarray(counts.sum(axis=1)).ravel(), counts.sum()
    columns = np.asarray(counts.sum(axis=0)).ravel() ** 0.75  # Levy, Goldberg, Dagan 2015
    columns *= total / columns.sum()
    counts = counts.tocoo()
    values = np.log(counts.data * total / (rows[counts.row] * columns[counts.col]))
    kept = values > 0
    return csr_matrix((values[kept], (counts.row[kept], counts.col[kept])), shape=counts.shape)


def reduce(matrix: Any) -> Any:
    from sklearn.utils.extmath import randomized_svd

    left, singular, _ = randomized_svd(matrix, DIMENSIONS, n_iter=3, random_state=SEED)
    vectors = left * np.sqrt(singular)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    return np.round(np.clip(vectors, -0.6, 0.6) / 0.6 * 127).astype(np.int8)


@click.command()
@click.option("--shared", type=click.Path(path_type=Path, exists=True), default=Path("../shared"))
@click.option("--out", type=click.Path(path_type=Path), default=Path("data/models"))
def main(shared: Path, out: Path) -> None:
    """Write data/models/words-de-en from the unlabelled articles."""
    words, arrays, articles = {}, {}, 0
    for lang in SOURCES:
        words[lang], arrays[lang], count = learn(shared, lang)
        articles += count
        click.echo(f"{lang}: {count} articles, {len(words[lang])} words", err=True)
    digests = {
        name: hashlib.sha256((shared / name).read_bytes()).hexdigest()
        for names in SOURCES.values()
        for name in names
    }
    manifest = {"name": NAME, "words": words, "scale": 0.6 / 127, "training_data": digests, "seed": SEED}
    save_model(out / NAME, arrays, manifest)
    card = CARD.format(contexts=f"{CONTEXTS:,}", dimensions=DIMENSIONS, articles=f"{articles:,}")
    (out / NAME / "CARD.md").write_text(card, encoding="utf-8")


if __name__ == "__main__":
    main()
