"""Our own marked and coded passages of newspapers: offsets and codes here, the text in the shared folder.

A line of ``experiments/coded/*.jsonl`` names a row of one file of unlabelled articles, the stretch that was
read, the digest of its text, and the statements found in it, offsets counted from the stretch's start. They
were marked and coded by a language model with the guides ``SPANS.md`` and ``CODING.md``.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from attribution.annotations.labels_tsv import LabelRow, parse_via
from attribution.errors import AnnotationError
from attribution.labels import Ident, Kind, Origin, Voice

CODED = Path(__file__).parent / "coded"
RAW = Path("../shared/raw")
# "mixed" is direct speech in pieces or indirect speech with quoted words: the corpus decides by other rules
FORMS = {
    "direct": "Direct",
    "indirect": "Indirect",
    "reported": "Reported",
    "free_indirect": "FreeIndirect",
}
BETWEEN = " \n\t\"'“”„«»‚‘’.!?"


@cache
def raw_texts(path: Path) -> tuple[str, ...]:
    """Texts of one file of unlabelled articles, row by row."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return tuple(str(json.loads(line)["text"]) for line in lines)


def read_passages(path: Path, raw: Path = RAW) -> Iterator[dict[str, Any]]:
    """Passages with their text, statements and codes, as the articles of a corpus."""
    for row, text in passages(path, raw):
        yield {
            **head(row, text),
            "partial": True,  # neither addressees nor frames were marked
            "attributions": [corpus_statement(s) for s in row["statements"]],
            "codes": {s["id"]: (label_row(s),) for s in row["statements"]},
        }


def challenge_records(path: Path, raw: Path = RAW) -> Iterator[dict[str, Any]]:
    """Passages as the challenge files have them: the codes stand in the statements."""
    for row, text in passages(path, raw):
        yield {**head(row, text), "stratum": "press", "attributions": row["statements"]}


def head(row: dict[str, Any], text: str) -> dict[str, Any]:
    """What an article has beside its statements."""
    return {**{key: row[key] for key in ("id", "lang", "publisher", "country", "date")}, "text": text}


def passages(path: Path, raw: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """Rows of one file with the text that they mark.

    Raises
    ------
    AnnotationError
        The text that was coded is not what the folder of unlabelled articles holds.
    """
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = raw_texts(raw / row["file"])[row["row"]][row["start"] : row["end"]]
            if digest(text) != row["sha256"]:
                raise AnnotationError(
                    f"{path.name}: the text of {row['id']!r} is not the one that was coded.",
                    remedy=f"use the version of {row['file']} that PROVENANCE.md describes",
                )
            yield row, text


def digest(text: str) -> str:
    """What tells one text from another, short."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def corpus_statement(row: dict[str, Any]) -> dict[str, Any]:
    """A statement with the field names of the corpora."""
    roles = {role: row[role] for role in ("content", "source", "cue")}
    return {"id": row["id"], **roles, "type": FORMS.get(row["form"]), "continues": row["continues"]}


def label_row(row: dict[str, Any]) -> LabelRow:
    """The codes of a statement as a row of the label files."""
    return LabelRow(
        coder="A",
        ident=Ident(row["ident"]),
        kind=Kind(row["kind"]),
        origin=Origin(row["origin"]),
        via=parse_via(row["via"]),
        voice=Voice(row["voice"]),
        level=row["level"],
    )


def as_one_quotation(article: dict[str, Any]) -> dict[str, Any]:
    """The passage with the sentences of one quotation in one statement, as the corpora have it."""
    out: list[dict[str, Any]] = []
    for s in article["attributions"]:
        last = out[-1] if out else None
        bare = s["continues"] and not s["source"] and not s["cue"] and s["type"] == "Direct"
        if last is None or not bare or last["type"] != "Direct":
            out.append({**s, "content": list(s["content"])})
            continue
        gap = article["text"][last["content"][-1][1] : s["content"][0][0]]
        if gap.strip(BETWEEN):
            last["content"].extend(s["content"])
        else:
            last["content"][-1] = [last["content"][-1][0], s["content"][0][1]]
            last["content"].extend(s["content"][1:])
    return {**article, "attributions": out}
