"""Seeds: invented articles annotated by hand in TOML, which quote words instead of counting offsets."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

from attribution.annotations.jsonl import FORMS, GoldArticle, gold_from_record
from attribution.annotations.labels_tsv import LabelRow, parse_via
from attribution.errors import AnnotationError
from attribution.labels import (
    AttributionType,
    ClaimStatus,
    CreditKind,
    Ident,
    Kind,
    Origin,
    Voice,
    Zone,
)
from attribution.records import Block, Credit, Span, Spans, Unattributed

Table = dict[str, Any]  # Any: parsed TOML, checked field by field below

CODER = "seed"  # stands where label files have A or B
PIECES = ("content", "source", "cue", "addressee", "carrier")
ARTICLE_KEYS = {"id", "lang", "text"}
ARTICLE_OPTIONAL = {"publisher", "country", "title", "date", "byline", "zone", "credit", "statement"}
STATEMENT_KEYS = {"id", "passage", "content", "ident", "kind", "origin", "via", "voice", "level", "type"}
STATEMENT_KEYS |= {"form", "why"}
STATEMENT_OPTIONAL = {
    "source",
    "cue",
    "addressee",
    "carrier",
    "carriers",
    "continues",
    "nested",
    "source_name",
}

_Code = TypeVar("_Code", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedCarrier:
    """One relayer that must be found, nearest to the article first."""

    name: str
    type: AttributionType | None = None  # None: the seed does not say


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedStatement:
    """What a seed demands of one statement beyond its spans."""

    id: str
    labels: LabelRow
    type: AttributionType
    source_name: str | None  # None for hearsay
    carrier: Spans
    carriers: tuple[SeedCarrier, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedArticle:
    """One seed; ``expected`` runs parallel to ``gold.statements``.

    ``gold.record`` is the seed as a contract object. A continuation that names no source of
    its own has there the source of the statement it continues, as the contract wants it.
    """

    gold: GoldArticle
    expected: tuple[SeedStatement, ...]
    zones: tuple[Block, ...]  # only the stretches that the seed marks, in text order
    credits: tuple[Credit, ...]
    unattributed: tuple[Unattributed, ...]
    path: Path


def read_seeds(folder: str | Path) -> tuple[SeedArticle, ...]:
    """Read every ``*.toml`` below a folder, in path order.

    Raises
    ------
    AnnotationError
        No seed is there, one breaks the format, or two have the same id.
    """
    folder = Path(folder)
    seeds = tuple(read_seed(path) for path in sorted(folder.rglob("*.toml")))
    if not seeds:
        raise AnnotationError(f"{folder} holds no seeds.", remedy="name a folder with *.toml files")
    paths: dict[str, Path] = {}
    for seed in seeds:
        if seed.gold.id in paths:
            raise AnnotationError(
                f"{seed.path.name} and {paths[seed.gold.id].name} have the same id {seed.gold.id!r}.",
                remedy="give every seed an id of its own",
            )
        paths[seed.gold.id] = seed.path
    return seeds


def read_seed(path: str | Path) -> SeedArticle:
    """Read one seed and check it; raises AnnotationError that names file and passage."""
    path = Path(path)
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise AnnotationError(f"{path} cannot be read: {error.strerror}.", remedy="check the path") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise AnnotationError(
            f"{path.name} is not valid TOML ({error}).", remedy="check quotation marks and brackets there"
        ) from error
    return seed_from_table(table, path)


def seed_from_table(table: Table, path: Path) -> SeedArticle:
    """Build a seed from parsed TOML; ``path`` names the file in errors."""
    where = path.name
    _check_keys(table, ARTICLE_KEYS, ARTICLE_OPTIONAL | {"unattributed"}, where)
    text = table["text"]
    if table["lang"] not in {"de", "en"} or not isinstance(text, str) or not text.strip():
        raise AnnotationError(
            f"{where}: lang must be de or en, text a string that is not blank.",
            remedy="see the guideline beside the seeds",
        )
    rows: list[Table] = []
    expected: dict[str, SeedStatement] = {}
    for statement in table.get("statement", ()):
        row = _row(statement, text, rows, where)
        expected[row["id"]] = _expected(statement, row, where)
        rows.append(row)
    rows.sort(key=lambda row: row["content"][0][0])
    record = {key: table[key] for key in sorted(ARTICLE_KEYS | ARTICLE_OPTIONAL) if _is_plain(table, key)}
    record["attributions"] = rows
    gold = gold_from_record(record, where=where)
    return SeedArticle(
        gold=gold,
        expected=tuple(expected[statement.id] for statement in gold.statements),
        zones=_zones(table, text, where),
        credits=tuple(_credits(table, text, where)),
        unattributed=tuple(_unattributed(table, text, where)),
        path=path,
    )


def _is_plain(table: Table, key: str) -> bool:
    return key in table and not isinstance(table[key], list)


def _check_keys(table: Table, needed: set[str], optional: set[str], where: str) -> None:
    missing, unknown = needed - set(table), set(table) - needed - optional
    if missing or unknown:
        words = [f"without {', '.join(sorted(missing))}"] if missing else []
        words += [f"with unknown {', '.join(sorted(unknown))}"] if unknown else []
        raise AnnotationError(
            f"{where}: {' and '.join(words)}.",
            remedy=f"needed are {', '.join(sorted(needed))}; allowed also {', '.join(sorted(optional))}",
        )


def _locate(words: object, text: str, within: Span, where: str) -> Span:
    """The one place where ``words`` stand inside ``within``, cutting no word."""
    if not isinstance(words, str) or not words.strip():
        raise AnnotationError(
            f"{where}: {words!r} is not a stretch of words.", remedy="quote words of the text"
        )
    found = list(_occurrences(words, text, within))
    if not found:
        raise AnnotationError(
            f"{where}: {words!r} does not occur there.",
            remedy="copy the words exactly, quotation marks included",
        )
    # "an" is a word of its own once and a part of "Land" and "dann" besides
    whole = [span for span in found if not _cuts_a_word(span, text)]
    if len(whole) != 1:
        often = "occurs more than once there" if whole else "occurs only inside longer words"
        raise AnnotationError(
            f"{where}: {words!r} {often}.",
            remedy="quote a longer stretch, or choose a shorter passage around it",
        )
    return whole[0]


def _occurrences(words: str, text: str, within: Span) -> Iterator[Span]:
    start = text.find(words, within.start, within.end)
    while start >= 0:
        yield Span(start, start + len(words))
        start = text.find(words, start + 1, within.end)


def _cuts_a_word(span: Span, text: str) -> bool:
    return any(text[edge - 1 : edge].isalnum() and text[edge : edge + 1].isalnum() for edge in span)


def _passage(table: Table, text: str, where: str) -> Span:
    return _locate(table.get("passage"), text, Span(0, len(text)), f"{where}, passage")


def _strings(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _row(table: Table, text: str, earlier: Sequence[Table], where: str) -> Table:
    """A seed statement as a contract object with offsets."""
    where = f"{where}, statement {table.get('id')!r}"
    _check_keys(table, STATEMENT_KEYS, STATEMENT_OPTIONAL, where)
    if any(row["id"] == str(table["id"]) for row in earlier):
        raise AnnotationError(f"{where}: the id stands twice.", remedy="number the statements anew")
    within = _passage(table, text, where)
    row = {key: table[key] for key in table if key not in {"passage", "why", *PIECES}}
    row["id"] = str(table["id"])
    for role in PIECES:
        pieces = [
            _locate(p, text, within, f"{where}, {role}") for p in _strings(table.get(role, [])) if p != ""
        ]
        row[role] = [list(span) for span in sorted(pieces)]
    if not row["content"]:
        raise AnnotationError(f"{where}: no content.", remedy="quote what is claimed")
    if table.get("continues") is not None:
        continued = next((r for r in earlier if r["id"] == str(table["continues"])), None)
        if continued is None:
            raise AnnotationError(
                f"{where}: continues {table['continues']!r}, which does not stand before it.",
                remedy="name the id of an earlier [[statement]]",
            )
        row["continues"] = continued["id"]
        row["source"] = row["source"] or continued["source"]
    if table["form"] not in FORMS:
        raise _unknown(where, "form", table["form"], list(FORMS))
    row["form"] = FORMS[table["form"]].value
    return row


def _expected(table: Table, row: Table, where: str) -> SeedStatement:
    where = f"{where}, statement {row['id']!r}"
    level = table["level"]
    if type(level) is not int or not 1 <= level <= 5:
        raise _unknown(where, "level", level, list("12345"))
    try:
        via = parse_via("+".join(map(str, _strings(table["via"]))) or "-")
    except ValueError as error:
        raise AnnotationError(f"{where}: {error}.", remedy='write "-" or codes joined with "+"') from error
    if not isinstance(table["why"], str) or not table["why"].strip():
        raise AnnotationError(
            f"{where}: why is blank.", remedy="say in half a sentence what decides the codes"
        )
    return SeedStatement(
        id=row["id"],
        labels=LabelRow(
            coder=CODER,
            ident=_code(Ident, "ident", table, where),
            kind=_code(Kind, "kind", table, where),
            origin=_code(Origin, "origin", table, where),
            via=via,
            voice=_code(Voice, "voice", table, where),
            level=level,
        ),
        type=_code(AttributionType, "type", table, where),
        source_name=table.get("source_name") or None,
        carrier=tuple(Span(*pair) for pair in row["carrier"]),
        carriers=tuple(_carrier(item, where) for item in _strings(table.get("carriers", []))),
        why=table["why"],
    )


def _carrier(item: object, where: str) -> SeedCarrier:
    if isinstance(item, str):
        return SeedCarrier(name=item)
    if isinstance(item, dict) and isinstance(item.get("name"), str):
        kind = _code(AttributionType, "type", item, where) if "type" in item else None
        return SeedCarrier(name=item["name"], type=kind)
    raise AnnotationError(
        f"{where}: carriers holds {item!r}.", remedy="write names, or tables of name and type"
    )


def _zones(table: Table, text: str, where: str) -> tuple[Block, ...]:
    blocks = []
    for item in table.get("zone", ()):
        here = f"{where}, zone"
        _check_keys(item, {"passage", "zone"}, {"why"}, here)
        blocks.append(Block(span=_passage(item, text, here), zone=_code(Zone, "zone", item, here)))
    blocks.sort(key=lambda block: block.span)
    for one, other in pairwise(blocks):
        if one.span.overlaps(other.span):
            raise AnnotationError(
                f"{where}: the zones {one.span.of(text)[:40]!r} and {other.span.of(text)[:40]!r} overlap.",
                remedy="shorten one of the passages",
            )
    return tuple(blocks)


def _credits(table: Table, text: str, where: str) -> Iterator[Credit]:
    for item in table.get("credit", ()):
        here = f"{where}, credit"
        _check_keys(item, {"kind", "names", "passage"}, {"why"}, here)
        names = tuple(str(name) for name in _strings(item["names"]))
        yield Credit(kind=_code(CreditKind, "kind", item, here), names=names, span=_passage(item, text, here))


def _unattributed(table: Table, text: str, where: str) -> Iterator[Unattributed]:
    for item in table.get("unattributed", ()):
        here = f"{where}, unattributed"
        _check_keys(item, {"passage", "status"}, {"why"}, here)
        yield Unattributed(span=_passage(item, text, here), status=_code(ClaimStatus, "status", item, here))


def _code(vocabulary: type[_Code], field: str, table: Table, where: str) -> _Code:
    try:
        return vocabulary(table[field])
    except ValueError as error:
        raise _unknown(where, field, table[field], list(vocabulary)) from error


def _unknown(where: str, field: str, value: object, known: Sequence[str]) -> AnnotationError:
    return AnnotationError(f"{where}: unknown {field} {value!r}.", remedy=f"use one of {', '.join(known)}")
