"""Let the accurate tagger label unlabelled text, for the fast one to learn from.

Example: ``python -m experiments.teach_fast --raw ../shared/raw --part 0 --parts 2`` writes shards below
``build/taught``; parts may run side by side and go on where they stopped. No text is kept, only pieces.
"""

import gzip
import json
import random
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import click
import numpy as np

from attribution.reading import article_from_text
from attribution.records import Article, Document
from attribution.segmenting import segment
from attribution.tagging.decode import WordSpan, best_paths, spans_of
from attribution.tagging.encoder import EncoderTagger
from attribution.tagging.fast import word_flags
from attribution.tagging.layers import EARLIER, LAYERS, LAYERS_OF, LINKS, NONE
from attribution.tagging.pieces import Pieces, Window, windows
from attribution.tagging.windowed import Scores, visible_words
from experiments.tagger_data import IGNORE, cuts, restyle

SEED = 20
RAW = {"de": "fang-covid-de.sample.jsonl.gz", "en": "article-bias-en.sample.jsonl.gz"}
SHARD = 100  # articles
LONGEST = 12_000  # characters of one article; the rest of a long one adds little that is new


def articles(raw: Path, part: int, parts: int) -> Iterator[Article]:
    """Unlabelled articles, the two languages in turn, in an order that a part of them represents."""
    rng = random.Random(SEED)
    lists = []
    for lang, name in RAW.items():
        with gzip.open(raw / name, "rt", encoding="utf-8") as lines:
            records = [json.loads(line) for line in lines]
        rng.shuffle(records)
        lists.append([(lang, r) for r in records])
    mixed = [pair for both in zip(*lists, strict=False) for pair in both]
    for k, (lang, record) in enumerate(mixed):
        if k % parts == part:
            text = str(record["text"])[:LONGEST]
            style = random.Random(k)
            text = restyle(text, lang, style) if style.random() < 0.2 else text
            yield article_from_text(text, lang=lang, id=str(k))


def lesson(document: Document, tagger: EncoderTagger, pieces: Pieces) -> Iterator[dict[str, Any]]:
    """What the teacher sees and says, window by window."""
    words = visible_words(document, pieces)
    if not words:
        return
    flags = word_flags(document, words)
    for w in windows(words, *cuts(document.text, words)):
        scores = tagger.scores(words, w)
        ids = [word.pieces for word in words[w.first : w.last]]
        yield {
            "pieces": np.array([p for each in ids for p in each], dtype=np.uint16),
            "lengths": np.array([len(each) for each in ids], dtype=np.uint8),
            "flags": flags[w.first : w.last].astype(np.uint8),
            "emissions": scores[0].transpose(1, 0, 2).astype(np.float16),
            "forms": scores[2].astype(np.float16),
            **decoded(scores, w, tagger, document.lang),
            "window": np.array([[w.last - w.first, w.own - w.first, document.lang == "de"]]),
        }


def decoded(scores: Scores, w: Window, tagger: EncoderTagger, lang: str) -> dict[str, np.ndarray]:
    """The teacher's labels (words, layers) and links (link, word, target) of one window."""
    labels, links, _ = scores
    n, own = w.last - w.first, w.own - w.first
    path = np.full((len(LAYERS), n), IGNORE, dtype=np.int8)
    # Read from the first word on, context included: a span may be open where the own words begin.
    whole = best_paths([labels], tagger.transitions)[0][0]
    spans: dict[str, list[WordSpan]] = {name: [] for name in LAYERS}
    for k, name in enumerate(LAYERS):
        if name in LAYERS_OF[lang]:
            path[k, own:] = whole[k, own:]
            spans_of(whole[k], labels[k], 0, spans[name])
    found: list[tuple[int, int, int]] = []
    for layer in ("content", "nested"):
        for span in spans[layer]:
            for role in ("source", "cue", "addressee", "frame", "join"):
                if role in LAYERS_OF[lang] or role == "join":
                    aims = spans[layer] if role == "join" else spans[role]
                    found.append(aim(links, role, span, aims))
    found.extend(aim(links, "cue_join", span, spans["cue"]) for span in spans["cue"])
    kept = [x for x in found if x[1] >= own]
    return {"path": path.T, "links": np.array(kept, dtype=np.int32).reshape(-1, 3)}


def aim(links: np.ndarray, link: str, span: WordSpan, targets: Sequence[WordSpan]) -> tuple[int, int, int]:
    """Where the teacher links a span to: "none", "earlier" or the first word of another span, plus 2."""
    row = links[LINKS.index(link), span.first]
    before = link.endswith("join")
    options = [NONE, EARLIER]
    options += [
        t.first + 2 for t in targets if t.first < span.first or (not before and t.first != span.first)
    ]
    return LINKS.index(link), span.first, max(options, key=lambda k: row[k])


@click.command(help=__doc__)
@click.option("--raw", type=click.Path(exists=True, path_type=Path), default=Path("../shared/raw"))
@click.option(
    "--teacher", type=click.Path(exists=True, path_type=Path), default=Path("data/models/tagger-accurate")
)
@click.option("--out", type=click.Path(path_type=Path), default=Path("build/taught"))
@click.option("--part", default=0)
@click.option("--parts", default=1)
@click.option("--shards", default=1000, help="Shards a part writes at most.")
def main(raw: Path, teacher: Path, out: Path, part: int, parts: int, shards: int) -> None:
    tagger = EncoderTagger(teacher)
    pieces = Pieces(teacher / "tokenizer.json")
    out.mkdir(parents=True, exist_ok=True)
    source = articles(raw, part, parts)
    for number in range(shards):
        batch = list(islice(source, SHARD))
        target = out / f"{part:02d}-{number:04d}.npz"
        if not batch:
            break
        if target.exists():
            continue
        rows = [row for article in batch for row in lesson(segment(article), tagger, pieces)]
        columns = {k: np.concatenate([row[k] for row in rows]) for k in rows[0]}
        columns["links_count"] = np.array([len(row["links"]) for row in rows])
        with target.with_suffix(".new").open("wb") as stream:
            np.savez(stream, **columns)
        target.with_suffix(".new").replace(target)
        click.echo(f"{target.name}: {len(columns['lengths'])} words", err=True)


if __name__ == "__main__":
    main()
