"""Tagging window by window: what every network's scores are turned into statements by."""

from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from attribution.labels import SILENT_ZONES, Form, Zone
from attribution.modelstore import StoredModel, load_model
from attribution.records import Document, Statement
from attribution.tagging.carryover import carry_over, find_carried_sentences, without_aside
from attribution.tagging.covered import Covered
from attribution.tagging.decode import Floats, WordSpan, best_paths, spans_of
from attribution.tagging.forms import english_form, speaks
from attribution.tagging.headlines import find_headline_statements, headline_area
from attribution.tagging.hearsay import find_hearsay
from attribution.tagging.layers import EARLIER, FORMS, LAYERS, LAYERS_OF, LINKS, NONE
from attribution.tagging.link import ROLES, Links, assemble
from attribution.tagging.outlet_reports import find_outlet_reports
from attribution.tagging.pieces import WINDOW, Pieces, Window, Word, windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

TOGETHER = 8  # windows decoded in step: enough to share the cost of a step, few enough to hold in memory
# Labels (layers, words, 3), links (links, words, words + 2), forms (words, forms) of one window
Scores = tuple[Floats, Floats, Floats]


class WindowTagger(ABC):
    """Finds statements with a network that reads a document window by window.

    Each window is read by itself, so that what is found in an article does not depend on what
    else is read beside it.

    Parameters
    ----------
    folder : Path
        The model: ``model.onnx``, ``embedding.npy`` (int8 rows of the pieces), ``weights.npz``
        (scales, transitions and what the network needs), ``tokenizer.json``, ``manifest.json``.
    threads : int
        Threads of one window; corpus runs use one a worker.
    """

    name: str
    size = WINDOW  # pieces of a window

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        self.folder = folder
        self.threads = threads
        self._stored: StoredModel = load_model(folder)
        arrays = self._stored.arrays
        self._rows = np.load(folder / "embedding.npy", mmap_mode="r")
        self._scales = arrays["embedding_scale"].astype(np.float32)
        self.transitions = arrays["transitions"].astype(np.float32)

    @property
    def digest(self) -> str:
        """Digest of the model's files."""
        return self._stored.digest

    @cached_property
    def _pieces(self) -> Pieces:
        return Pieces(self.folder / "tokenizer.json")

    @cached_property
    def _session(self) -> "InferenceSession":
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(
            str(self.folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )

    @abstractmethod
    def reader(self, document: Document, words: Sequence[Word]) -> Callable[[Window], Scores]:
        """Return what scores the windows of one document."""

    def tag(self, document: Document) -> tuple[Statement, ...]:
        """Find the statements of a document, in order of their first content character."""
        words = visible_words(document, self._pieces)
        if not words:
            return ()
        starts = [w.start for w in words]
        sentences = [bisect_left(starts, s.span.start) for s in document.sentences]
        paragraphs = [bisect_left(starts, b.span.start) for b in document.article.blocks]
        breaks = {bisect_left(starts, at) for at in layout_breaks(document)}
        layers: dict[str, list[WordSpan]] = {name: [] for name in LAYERS_OF[document.lang]}
        links = Links()
        walls = {bisect_left(starts, at) for at in story_starts(document)}
        read = self.reader(document, words)
        cut = windows(words, sentences, paragraphs, breaks=breaks, walls=walls, size=self.size)
        for at in range(0, len(cut), TOGETHER):
            part = cut[at : at + TOGETHER]
            scored = [read(w) for w in part]
            own = [labels[:, w.own - w.first :] for (labels, _, _), w in zip(scored, part, strict=True)]
            paths = best_paths(own, self.transitions)
            for w, (_, link_scores, forms), label_scores, both in zip(part, scored, own, paths, strict=True):
                add_spans(both, label_scores, w, layers, fresh=w.own in breaks)
                collect_links(link_scores, forms, w, layers, links, sentences)
        statements = assemble(layers, links, words)
        if document.lang == "en":
            formed = [
                replace(s, form=english_form(s, document.text, document.quotations)) for s in statements
            ]
            # Every English statement of the corpus has a cue; without one only a quotation is to be trusted
            # (dev: relation F1 62.1 -> 63.5, precision of the rest .40).
            statements = [
                s
                for s in formed
                if (s.cue or s.form is Form.DIRECT) and (s.source or speaks(s, document.text))
            ]
        else:
            statements = [without_aside(s, document.text) for s in statements]
        heads = headline_area(document)
        statements = [s for s in statements if s.source or not heads.holds(s.content[0].start)]
        return carry_over(document, in_order((*statements, *added(document, statements))))


def add_spans(
    paths: tuple[npt.NDArray[np.int8], npt.NDArray[np.int8]],
    scores: Floats,
    w: Window,
    layers: dict[str, list[WordSpan]],
    *,
    fresh: bool,
) -> None:
    """Add the spans of one window's own words to their layers; a fresh part of the page opens none."""
    for i, name in enumerate(LAYERS):
        if name in layers:
            spans = layers[name]
            open_before = bool(spans) and spans[-1].last == w.own and not fresh
            spans_of(paths[open_before][i], scores[i], w.own, spans)


def layout_breaks(document: Document) -> list[int]:
    """Where a headline, dek, subhead or caption begins or ends: no statement runs across."""
    blocks = document.article.blocks
    apart = [b.zone not in (Zone.BODY, Zone.LEDE) for b in blocks]
    return [b.span.start for k, b in enumerate(blocks) if k and (apart[k] or apart[k - 1])]


def story_starts(document: Document) -> list[int]:
    """Where the story itself begins below a headline, dek or caption, which the corpus has no words of."""
    blocks = document.article.blocks
    above = (Zone.HEADLINE, Zone.DEK, Zone.CAPTION)
    story = (Zone.LEDE, Zone.BODY)
    return [b.span.start for a, b in pairwise(blocks) if a.zone in above and b.zone in story]


def added(document: Document, statements: Sequence[Statement]) -> Iterator[Statement]:
    """What the corpora do not mark and rules find: statements of headlines, hearsay without a source."""
    yield from find_headline_statements(document, statements)
    reports = tuple(find_outlet_reports(document, statements))
    yield from reports
    yield from find_hearsay(document, (*statements, *reports))
    if document.lang == "de":
        yield from find_carried_sentences(document, statements)


def in_order(statements: Iterable[Statement]) -> list[Statement]:
    """Statements by their first content character, what holds others first."""
    return sorted(statements, key=lambda s: (s.content[0].start, s.nested))


def visible_words(document: Document, pieces: Pieces) -> list[Word]:
    """Words of the zones that may hold statements; furniture is not even read."""
    words = pieces.words(document.text)
    silent = [b.span for b in document.article.blocks if b.zone in SILENT_ZONES]
    if not silent:
        return words
    hidden = Covered(silent)
    return [word for word in words if not hidden.holds(word.start)]


def collect_links(
    scores: Floats,
    forms: Floats,
    w: Window,
    layers: dict[str, list[WordSpan]],
    links: Links,
    sentences: Sequence[int],
) -> None:
    """Link the spans that begin in one window to the best span that its scores allow."""

    def starts(layer: str, low: int) -> list[int]:
        found: list[int] = []
        for span in reversed(layers.get(layer, [])):
            if span.first < low:
                break
            found.append(span.first)
        return found[::-1]

    def best(link: str, word: int, targets: list[int]) -> int | None:
        row = scores[LINKS.index(link), word - w.first]
        allowed = [t for t in targets if t != word]
        values = [float(row[t - w.first + 2]) for t in allowed]
        top = max(values, default=-np.inf)
        return None if top <= max(row[NONE], row[EARLIER]) else allowed[values.index(top)]

    for layer in ("content", "nested"):
        targets = starts(layer, w.first)
        for word in starts(layer, w.own):
            links.form[word] = Form(FORMS[int(forms[word - w.first].argmax())])
            joined = best("join", word, [t for t in targets if t < word])
            if joined is not None:
                links.join[word] = joined
            for role in ROLES:
                if role in layers and (target := best(role, word, starts(role, w.first))) is not None:
                    links.role[role][word] = target
    cues = starts("cue", w.first)
    for word in starts("cue", w.own):
        here = bisect_right(sentences, word)  # a split verb ends where its sentence does
        joined = best("cue_join", word, [t for t in cues if t < word and bisect_right(sentences, t) == here])
        if joined is not None:
            links.cue_join[word] = joined
