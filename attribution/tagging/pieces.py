"""Words of a text as vocabulary pieces, cut into windows that the encoder can read."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

# Finer than any token definition that scores us, and linear on any text: a word never grows
# past 40 characters, so one unbroken line of a megabyte costs what ordinary text costs.
WORD = re.compile(r"\w{1,40}|[^\w\s]")
MAX_PIECES_A_WORD = 12  # longer ones are chemical names or noise; their head decides the label

BOS, EOS = 0, 2  # as in XLM-RoBERTa's vocabulary
WINDOW = 256  # pieces of one window, the two end marks included
CONTEXT = 48  # pieces of text before the window that are read but not labelled
PARAGRAPH_FILL = 0.6  # past this share of a window a paragraph end is where to cut


def word_spans(text: str) -> list[tuple[int, int]]:
    """Offsets of the words and marks of a text."""
    return [m.span() for m in WORD.finditer(text)]


def spelt(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    """Words as the vocabulary spells them: "▁" in front where white space, all that is no word, precedes."""
    before = [-1, *(end for _, end in spans)]
    return [
        text[start:end] if start == last else "▁" + text[start:end]
        for (start, end), last in zip(spans, before, strict=False)
    ]


def normalise(form: str) -> str:
    """Compatibility forms folded (NFKC), as the encoder's own vocabulary was built."""
    return unicodedata.normalize("NFKC", form).replace(" ", "")


class Word(NamedTuple):
    """One word or mark with its offsets in the text and its pieces."""

    start: int
    end: int
    pieces: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """A run of words that the encoder reads at once.

    ``words[first:last]`` are read, ``words[own:last]`` are labelled; what stands before
    ``own`` is context.
    """

    first: int
    own: int
    last: int


class Pieces:
    """Words of a text with their pieces, by a vocabulary cut to German and English.

    Parameters
    ----------
    path : Path
        A ``tokenizer.json`` with a Unigram model, without a pre-tokenizer: words come ready.
    """

    def __init__(self, path: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(path))
        self._known: dict[str, tuple[int, ...]] = {}

    def words(self, text: str) -> list[Word]:
        """Split ``text`` into words and look their pieces up, once a word type."""
        found = word_spans(text)
        forms = spelt(text, found)
        self._learn(set(forms))
        known = self._known
        return [Word(s, e, known[form]) for (s, e), form in zip(found, forms, strict=True)]

    def _learn(self, forms: Iterable[str]) -> None:
        if len(self._known) > 500_000:  # flat memory over a corpus
            self._known.clear()
        new = sorted(form for form in forms if form not in self._known)
        encodings = self._tokenizer.encode_batch([normalise(n) for n in new], add_special_tokens=False)
        for form, encoding in zip(new, encodings, strict=True):
            self._known[form] = tuple(encoding.ids[:MAX_PIECES_A_WORD]) or (3,)


def windows(
    words: Sequence[Word],
    sentence_starts: Sequence[int],
    paragraph_starts: Sequence[int],
    *,
    breaks: Collection[int] = (),
    walls: Collection[int] = (),
    size: int = WINDOW,
    context: int = CONTEXT,
) -> list[Window]:
    """Cut words into windows at sentence ends, at a paragraph end where one comes late enough.

    Parameters
    ----------
    words : sequence of Word
    sentence_starts, paragraph_starts : sequence of int
        Indexes into ``words``, ascending; 0 need not be given.
    breaks : collection of int
        Indexes where a window must end, whatever room is left.
    walls : collection of int
        Those of them that no context crosses.
    size, context : int
        Pieces of a window with its end marks; pieces of context inside it at most.
    """
    room = size - 2
    lengths = [len(w.pieces) for w in words]
    cuts = sorted({*sentence_starts, *breaks, len(words)} - {0})
    paragraphs = set(paragraph_starts)
    out: list[Window] = []
    own = 0
    at = 0  # index into cuts
    while own < len(words):
        first, read = own, 0
        while first > 0 and first not in walls and read + lengths[first - 1] <= context:
            first -= 1
            read += lengths[first]
        last, best = own, None
        while at < len(cuts):
            more = sum(lengths[last : cuts[at]])
            if read + more > room:
                break
            read += more
            last = cuts[at]
            at += 1
            if last in breaks:
                best = None
                break
            if last in paragraphs and read >= PARAGRAPH_FILL * room:
                best = (last, at)
        if best is not None:
            last, at = best
        if last == own:  # one sentence longer than a window: cut it where the room ends
            while last < len(words) and read + lengths[last] <= room:
                read += lengths[last]
                last += 1
        out.append(Window(first, own, last))
        own = last
        while at < len(cuts) and cuts[at] <= own:
            at += 1
    return out
