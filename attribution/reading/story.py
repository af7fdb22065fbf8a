"""Which of a page's text units tell its story."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from attribution.labels import Zone
from attribution.reading.furniture import Mark, mark_of
from attribution.reading.layout import Line
from attribution.reading.metadata import Metadata
from attribution.reading.page import HEADINGS, Unit

WORD = re.compile(r"\w{1,40}")
RUN = 4  # words that must stand together for two texts to count as sharing them
CONFIRMED = 0.5  # share of a unit's word runs that must be known
CONTAINER_SHARE = 0.85  # of the confirmed words that the story's element holds
CAPTION_SHARE = 0.03  # captions beyond this share of the story's words are a gallery's
TAIL_SHARE = 0.2  # of the story that may stand behind a list of other stories and be cut with it
ENDS = '.!?…:"”“’»«'
CAPTION_MINIMUM = 100  # characters that captions may have beside any story
MIN_WORDS = 60  # below this an extraction is taken to have failed
DEK = re.compile(
    r"(?:dek|standfirst|sub-?title|sub-?headline|summary|lead|intro|excerpt|abstract|teaser-?text|vorspann"
    r"|unterzeile|description|deck|einleitung|perex)",
    re.I,
)


class Runs:
    """The word runs of a text, to ask how much of another text they hold."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.runs: set[tuple[str, ...]] = set()
        self.short: set[str] = set()
        self.words = 0
        for text in texts:
            words = _words(text)
            self.words += len(words)
            self.runs.update(_runs(words))
            self.short.add(" ".join(words))

    def share(self, text: str) -> float:
        """Share of the text's runs that are known; a text of few words is known as a whole or not."""
        words = _words(text)
        runs = list(_runs(words))
        if not runs:
            return float(" ".join(words) in self.short)
        return sum(run in self.runs for run in runs) / len(runs)


@dataclass(frozen=True, slots=True)
class Piece:
    """A unit that belongs to the article, with its zone (None: told from its words)."""

    text: str
    zone: Zone | None


def choose_story(units: Sequence[Unit], extracted: Sequence[str], meta: Metadata) -> list[Piece]:
    """Pick headline, dek, body, subheads, captions and credits in page order.

    Parameters
    ----------
    units : sequence of Unit
    extracted : sequence of str
        Paragraphs that the extraction library took for the main text.
    meta : Metadata
    """
    marks = [mark_of(Line(0, len(unit.text), unit.text, True)) for unit in units]
    known = _known(units, marks, extracted, meta)
    container = _container(units, marks, known)
    kept = _body(units, marks, known, container)
    if not kept:
        return []
    headline = _headline(units, min(kept), meta)
    zones: dict[int, Zone | None] = dict.fromkeys(kept)
    zones = {i: Zone.BODY if marks[i] is not Mark.WIRE else None for i in kept}
    top = headline if headline is not None else -1
    zones.update(dict.fromkeys(_dek(units, marks, top, kept, meta), Zone.DEK))
    zones.update(dict.fromkeys(_subheads(units, marks, kept, container), Zone.SUBHEAD))
    zones.update(_captions(units, marks, kept, top, container))
    title = units[headline].text if headline is not None else meta.title
    return list(_pieces(units, zones, title, headline))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(words[i:] for i in range(RUN)), strict=False)


def _known(units: Sequence[Unit], marks: Sequence[Mark], extracted: Sequence[str], meta: Metadata) -> Runs:
    """The text that is sure to be story: JSON-LD's body, the extraction, or every paragraph."""
    taken, declared = Runs(extracted), Runs([meta.body])
    told = Runs(unit.text for unit in units if declared.share(unit.text) >= CONFIRMED)
    if (
        declared.words >= MIN_WORDS
        and told.words >= 0.8 * declared.words
        and declared.words >= 0.75 * taken.words
    ):
        return declared
    if taken.words >= MIN_WORDS or taken.words >= declared.words > 0:
        return taken
    if told.words >= MIN_WORDS:
        return declared
    return Runs(
        unit.text
        for unit, mark in zip(units, marks, strict=True)
        if mark is Mark.PROSE and unit.link_share < 0.3 and not unit.caption
    )


def _container(units: Sequence[Unit], marks: Sequence[Mark], known: Runs) -> Any:
    """The deepest element that holds most of what is known to be story."""
    held: Counter[Any] = Counter()
    total = 0
    for unit, mark in zip(units, marks, strict=True):
        if mark is Mark.PROSE and not unit.caption and known.share(unit.text) >= CONFIRMED:
            size = len(unit.text)
            total += size
            for element in (unit.element, *unit.element.iterancestors()):
                held[element] += size
    full = [element for element, size in held.items() if size >= CONTAINER_SHARE * total]
    return max(full, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _inside(unit: Unit, container: Any) -> bool:
    return container is None or unit.element is container or container in unit.element.iterancestors()


def _body(units: Sequence[Unit], marks: Sequence[Mark], known: Runs, container: Any) -> list[int]:
    sure = {
        i
        for i, unit in enumerate(units)
        if unit.tag not in HEADINGS and not unit.caption and known.share(unit.text) >= CONFIRMED
    }
    homes = {_home(units[i]) for i in sure if marks[i] is Mark.PROSE and _inside(units[i], container)}
    kept: list[int] = []
    seen: set[str] = set()
    for i, (unit, mark) in enumerate(zip(units, marks, strict=True)):
        if unit.tag in HEADINGS or unit.caption or not _inside(unit, container):
            continue
        beside = unit.tag in ("p", "div", "blockquote") and _home(unit) in homes
        tells = mark in (Mark.PROSE, Mark.WIRE) or (mark is Mark.SHORT and unit.text[-1] in ENDS)
        story = i in sure or (beside and tells and unit.link_share < 0.3)
        if unit.suspect:
            story = i in sure and mark in (Mark.PROSE, Mark.WIRE) and unit.link_share < 0.3
        if not story or not _tells(unit, mark):
            continue
        key = " ".join(_words(unit.text))
        if key in seen and key.count(" ") >= 4:  # shorter ones may well be said twice
            continue
        seen.add(key)
        kept.append(i)
    return _before_lists(units, marks, [i for i in kept if not _pulled(units, i, kept)])


def _before_lists(units: Sequence[Unit], marks: Sequence[Mark], kept: list[int]) -> list[int]:
    """Cut what follows a heading such as "More on this story" near the story's end."""
    total = sum(len(units[i].text) for i in kept)
    story = set(kept)
    behind = 0
    cut = len(units)
    for i in range(len(units) - 1, -1, -1):
        behind += len(units[i].text) if i in story else 0
        if behind >= TAIL_SHARE * total:
            break
        if marks[i] is Mark.OPENER:
            cut = i
    return [i for i in kept if i < cut or marks[i] is Mark.WIRE]


def _home(unit: Unit) -> tuple[Any, str, str]:
    """Where a paragraph hangs: beside others, or each in a wrapper of the same kind."""
    parent = unit.element.getparent()
    alone = unit.element.getnext() is None and unit.element.getprevious() is None
    if parent is None or parent.getparent() is None or not alone:
        return parent, "", ""
    return parent.getparent(), parent.tag, parent.get("class") or ""


def _tells(unit: Unit, mark: Mark) -> bool:
    """Tell whether a unit's own words and links allow it to be story."""
    if mark not in (Mark.PROSE, Mark.SHORT, Mark.WIRE):
        return False
    if unit.link_share > 0.8 or (unit.link_share > 0.5 and mark is not Mark.PROSE):
        return False
    return bool(_words(unit.text))


def _pulled(units: Sequence[Unit], index: int, kept: Sequence[int]) -> bool:
    """A quotation set in large type that repeats words of the story beside it."""
    unit = units[index]
    quoted = unit.tag != "p" or unit.element.getparent().tag == "blockquote"
    if not quoted or len(unit.text) > 400:
        return False
    words = " ".join(_words(unit.text))
    near = kept[max(0, kept.index(index) - 12) : kept.index(index) + 12] if len(kept) < 2_000 else []
    return any(other != index and words in " ".join(_words(units[other].text)) for other in near)


def _headline(units: Sequence[Unit], first: int, meta: Metadata) -> int | None:
    """The heading before the story that says what the metadata call the title."""
    headings = [i for i in range(first) if units[i].tag in HEADINGS and len(units[i].text) <= 300]
    titles = [set(_words(title)) for title in meta.titles if title]

    def likeness(index: int) -> float:
        words = set(_words(units[index].text))
        return max((len(words & title) / max(1, len(words | title)) for title in titles), default=0.0)

    best = max(headings, key=likeness, default=None)
    if best is not None and likeness(best) >= 0.5:
        return best
    return next((i for i in reversed(headings) if units[i].tag == "h1"), None)


def _dek(
    units: Sequence[Unit], marks: Sequence[Mark], top: int, kept: Sequence[int], meta: Metadata
) -> list[int]:
    first, more = min(kept), len(kept) > 2
    described = Runs(meta.descriptions)
    found: list[int] = []
    for i in range(top + 1, first + 1):
        unit = units[i]
        if unit.suspect and described.share(unit.text) < 0.6:
            continue
        if unit.caption or marks[i] not in (Mark.PROSE, Mark.SHORT) or not 4 <= len(_words(unit.text)) <= 90:
            continue
        classes = " ".join(element.get("class") or "" for element in (unit.element, unit.element.getparent()))
        named = DEK.search(classes) is not None and top >= 0
        if (
            described.share(unit.text) >= 0.6 or (named and unit.link_share < 0.3 and (i < first or more))
        ) and len(found) < 2:
            found.append(i)
    if found == [first] and top < 0:
        return []
    return found


def _subheads(units: Sequence[Unit], marks: Sequence[Mark], kept: Sequence[int], container: Any) -> list[int]:
    """Headings between paragraphs of the story, with a paragraph before the next heading."""
    story = set(kept)
    found = []
    follows = False
    for i in range(max(kept), min(kept), -1):
        if i in story:
            follows = marks[i] is not Mark.WIRE
        elif units[i].tag in HEADINGS and follows:
            follows = False
            fits = (
                not units[i].suspect
                and marks[i] in (Mark.PROSE, Mark.SHORT)
                and units[i].link_share < 0.5
                and len(units[i].text) <= 200
            )
            if fits and _inside(units[i], container):
                found.append(i)
    return found


def _captions(
    units: Sequence[Unit], marks: Sequence[Mark], kept: Sequence[int], top: int, container: Any
) -> dict[int, Zone | None]:
    """Captions that say something, as long as they are few, each with its credit."""
    budget = max(CAPTION_MINIMUM, CAPTION_SHARE * sum(len(units[i].text) for i in kept))
    found: dict[int, Zone | None] = {}
    seen: set[str] = set()
    for i in range(top + 1, max(kept)):
        unit = units[i]
        if (
            not unit.caption
            or unit.suspect
            or (i > min(kept) and not _inside(unit, container))
            or unit.text in seen
        ):
            continue
        if marks[i] is Mark.PICTURE and i - 1 in found:
            found[i] = None
        elif (
            marks[i] is Mark.PROSE and not unit.credit and unit.link_share < 0.5 and len(unit.text) <= budget
        ):
            budget -= len(unit.text)
            seen.add(unit.text)
            found[i] = Zone.CAPTION
    return found


def _pieces(
    units: Sequence[Unit], zones: dict[int, Zone | None], title: str | None, headline: int | None
) -> Iterator[Piece]:
    said = " ".join(_words(title)) if title else ""
    if title:
        yield Piece(title, Zone.HEADLINE)
    deks = {" ".join(_words(units[i].text)) for i, zone in zones.items() if zone is Zone.DEK}
    for i in sorted(zones):
        words = " ".join(_words(units[i].text))
        if i == headline or (words == said and words) or (zones[i] is not Zone.DEK and words in deks):
            continue
        yield Piece(units[i].text, zones[i])
