"""Training windows of the tagger: words, labels a layer and links, from the annotated corpora."""

import json
import random
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from attribution.annotations.jsonl import FORMS as FORM_OF
from attribution.reading import article_from_record
from attribution.segmenting import segment
from attribution.tagging.fast import word_flags
from attribution.tagging.layers import EARLIER, FORMS, LAYERS, LINKS, NONE
from attribution.tagging.pieces import Pieces, Window, Word, windows

IGNORE = -100
# Same-length styles that papers print; learnt so that no style of marks is needed to find a quotation.
MARK_STYLES = {
    "de": ("„“", '""', "«»", "»«", "“”", "‚‘", "‘’", "''", "  "),
    "en": ("“”", '""', "«»", "»«", "„“", "‘’", "''", "  "),
}  # the last: a text that has lost its marks
MARKS = re.compile(r'[„“”"«»]')
SENTENCE_END = re.compile(r"[.!?…:]\W{0,3}\s+(?=[\W\d]*[A-ZÄÖÜ])|\n+")


@dataclass(slots=True)
class Example:
    """One window ready for the network; indexes count words of the window."""

    lang: str
    pieces: list[int]  # with both end marks
    heads: list[int]  # position of each word's first piece
    own: int  # words before it are context
    labels: np.ndarray  # (layers, words), 0 outside, 1 begin, 2 inside, IGNORE in context
    links: list[tuple[int, int, int]]  # (link, word, target); target: NONE, EARLIER or word + 2
    forms: list[tuple[int, int]]  # (word, form)
    flags: np.ndarray  # (words, flags)


def read_corpus(path: Path) -> list[dict[str, Any]]:
    """Articles of one corpus file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def restyle(text: str, lang: str, rng: random.Random) -> str:
    """The text with its double quotation marks printed in another style, length unchanged."""
    opening, closing = rng.choice(MARK_STYLES[lang])
    inside = False
    out = list(text)
    at = 0
    for m in MARKS.finditer(text):
        if "\n" in text[at : m.start()]:
            inside = False
        at = m.start()
        mark = m.group()
        opens = mark == "„" or (mark in '"“”«»' and not inside)
        out[at] = opening if opens else closing
        inside = opens
    return "".join(out)


def cuts(text: str, words: list[Word]) -> tuple[list[int], list[int]]:
    """Word indexes where sentences and paragraphs begin, by a rule good enough to cut windows."""
    starts = [w.start for w in words]
    sentences = [bisect_left(starts, m.end()) for m in SENTENCE_END.finditer(text)]
    paragraphs = [bisect_left(starts, m.end()) for m in re.finditer(r"\n+", text)]
    return sentences, paragraphs


def word_range(span: list[int], starts: list[int], ends: list[int]) -> tuple[int, int]:
    """First word and one past the last word that a character span touches."""
    return bisect_right(ends, span[0]), bisect_left(starts, span[1])


def examples(
    article: dict[str, Any], pieces: Pieces, *, rng: random.Random | None = None
) -> Iterator[Example]:
    """Cut one annotated article into windows; with ``rng`` its marks may be restyled."""
    lang, text = article["lang"], article["text"]
    if rng is not None and rng.random() < 0.3:
        text = restyle(text, lang, rng)
    words = pieces.words(text)
    if not words:
        return
    starts, ends = [w.start for w in words], [w.end for w in words]
    labels = np.zeros((len(LAYERS), len(words)), dtype=np.int64)
    links: list[tuple[int, int, int | None]] = []
    forms: list[tuple[int, int]] = []
    for statement in article["attributions"]:
        layer = "nested" if statement.get("nested") else "content"
        spans = {
            "content": layer,
            "source": "source",
            "cue": "cue",
            "addressee": "addressee",
            "frame": "frame",
        }
        found: dict[str, list[tuple[int, int]]] = {}
        for role, name in spans.items():
            ranges = [word_range(s, starts, ends) for s in statement.get(role) or ()]
            found[role] = [r for r in ranges if r[0] < r[1]]
            for first, last in found[role]:
                row = labels[LAYERS.index(name)]
                row[first] = 1
                row[first + 1 : last] = np.where(row[first + 1 : last] == 1, 1, 2)
        if not found["content"]:
            continue
        head = found["content"][0][0]
        for role in ("source", "cue", "addressee", "frame"):
            links.append((LINKS.index(role), head, found[role][0][0] if found[role] else None))
        for role, link in (("content", "join"), ("cue", "cue_join")):
            for k, (first, _) in enumerate(found[role]):
                links.append((LINKS.index(link), first, found[role][0][0] if k else None))
        if statement.get("type"):
            forms.append((head, FORMS.index(FORM_OF[statement["type"]])))
    if lang == "en":  # PolNeAR has content, source and cue only
        labels[[LAYERS.index(x) for x in ("nested", "addressee", "frame")]] = IGNORE
        skip = {LINKS.index("addressee"), LINKS.index("frame")}
        links = [x for x in links if x[0] not in skip]
    flags = word_flags(segment(article_from_record({"id": "gold", "lang": lang, "text": text})), words)
    for w in windows(words, *cuts(text, words)):
        yield window_example(lang, words, labels, links, forms, flags, w)


def window_example(
    lang: str,
    words: list[Word],
    labels: np.ndarray,
    links: list[tuple[int, int, int | None]],
    forms: list[tuple[int, int]],
    flags: np.ndarray,
    w: Window,
) -> Example:
    """The part of an article's labels that one window sees."""
    ids, heads = [0], []
    for word in words[w.first : w.last]:
        heads.append(len(ids))
        ids.extend(word.pieces)
    part = labels[:, w.first : w.last].copy()
    part[:, : w.own - w.first] = IGNORE
    here = []
    for link, word, target in links:
        if not w.own <= word < w.last:
            continue
        if target is None:
            where = NONE
        elif target < w.first:
            where = EARLIER
        elif target < w.last:
            where = target - w.first + 2
        else:
            continue  # stands after the window: not learnt
        here.append((link, word - w.first, where))
    return Example(
        lang,
        [*ids, 2],
        heads,
        w.own - w.first,
        part,
        here,
        [(word - w.first, form) for word, form in forms if w.own <= word < w.last],
        flags[w.first : w.last],
    )
