"""Files, folders and standard input, read one article after the other."""

import sys
from collections.abc import Iterator
from pathlib import Path

from attribution.errors import AttributionError, InputError
from attribution.reading.docx import read_docx
from attribution.reading.html import looks_like_html, read_html
from attribution.reading.jsonl import read_json, read_json_lines
from attribution.reading.options import Options
from attribution.reading.plain import read_plain
from attribution.reading.toml import read_toml
from attribution.records import Article

SUFFIXES = (".txt", ".html", ".htm", ".json", ".jsonl", ".docx", ".toml")
MAX_BYTES_A_CHAR = 40  # room for the mark-up around an article's characters


def read_articles(
    source: str | Path,
    *,
    lang: str | None = None,
    country: str | None = None,
    encoding: str | None = None,
    max_chars: int = 1_000_000,
) -> Iterator[Article | AttributionError]:
    """Read the articles of a file, a folder or standard input.

    Parameters
    ----------
    source : str or Path
        A file (.txt, .html, .htm, .json, .jsonl, .docx, .toml; others are told by their content),
        a folder, which is read with its subfolders in sorted order, or "-".
    lang, country, encoding : str or None
        Go before what the files say.
    max_chars : int
        The longest article, in characters.

    Yields
    ------
    Article or AttributionError
        What cannot be read is yielded as an error, so that the others go on.
    """
    options = Options(lang=lang, country=country, encoding=encoding, max_chars=max_chars)
    if str(source) == "-":
        yield from _read_bytes(sys.stdin.buffer.read(), "stdin", "standard input", "", options)
        return
    path = Path(source)
    if not path.is_dir():
        yield from _read_file(path, path.name, options)
        return
    try:
        files = sorted(
            found for found in path.rglob("*") if found.suffix.lower() in SUFFIXES and found.is_file()
        )
    except OSError as error:
        yield InputError(
            f"{path} cannot be listed: {error.strerror}", remedy="check the folder's permissions"
        )
        return
    if not files:
        remedy = f"give a folder with files that end in {', '.join(SUFFIXES)}"
        yield InputError(f"{path} holds no article", remedy=remedy)
    for found in files:
        yield from _read_file(found, found.relative_to(path).as_posix(), options)


def read_article(
    source: str | Path,
    *,
    lang: str | None = None,
    country: str | None = None,
    encoding: str | None = None,
    max_chars: int = 1_000_000,
) -> Article:
    """Read a file that holds one article; the options are those of :func:`read_articles`.

    Raises
    ------
    AttributionError
        The file cannot be read, or it holds several articles.
    """
    limits = {"lang": lang, "country": country, "encoding": encoding}
    found = list(read_articles(source, max_chars=max_chars, **limits))
    if len(found) != 1:
        raise InputError(f"{source} holds {len(found)} articles, not one", remedy="use read_articles")
    if isinstance(found[0], AttributionError):
        raise found[0]
    return found[0]


def _read_file(path: Path, ident: str, options: Options) -> Iterator[Article | AttributionError]:
    try:
        if path.suffix.lower() == ".jsonl":
            with path.open("rb") as lines:
                yield from read_json_lines(lines, name=str(path), options=options)
            return
        size = path.stat().st_size
        if path.suffix.lower() != ".json" and size > options.max_chars * MAX_BYTES_A_CHAR:
            raise InputError(
                f"{path} has {size:,} bytes, too many for one article",
                remedy="split it, or raise the limit with --max-chars",
            )
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        yield InputError(f"{path} cannot be read: {reason}", remedy="check the name and its permissions")
    except ValueError as error:
        yield InputError(f"{str(path)!r} is no file name: {error}", remedy="check the name")
    except InputError as error:
        yield error
    else:
        yield from _read_bytes(data, ident, str(path), path.suffix.lower(), options)


def _read_bytes(
    data: bytes, ident: str, name: str, suffix: str, options: Options
) -> Iterator[Article | AttributionError]:
    kind = suffix if suffix in SUFFIXES else _sniffed(data)
    if kind in (".json", ".jsonl"):
        yield from read_json(data, name=name, options=options)
        return
    readers = {".html": read_html, ".htm": read_html, ".docx": read_docx, ".toml": read_toml}
    read = readers.get(kind, read_plain)
    try:
        yield read(data, id=ident, name=name, options=options)
    except AttributionError as error:
        named = name in error.problem or Path(name).name in error.problem
        yield error if named else type(error)(f"{name}: {error.problem}", remedy=error.remedy)


def _sniffed(data: bytes) -> str:
    head = data[:4_000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith((b'{"', b"{\n", b"{ ", b"[{", b"[\n", b"{\r", b"[ ")):
        return ".json"
    if head.startswith(b"PK\x03\x04"):
        return ".docx"
    return ".html" if looks_like_html(head) else ".txt"
