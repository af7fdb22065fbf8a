"""Bytes to text: the encoding a file declares, has or seems to have."""

import codecs
import re

from attribution.errors import InputError
from attribution.records import Notice

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"RIFF", "a RIFF image or sound"),
)
# What Windows-1252 holds beyond ASCII in German and English copy; anything else there is a
# sign that the file is in some other encoding.
WESTERN = re.compile(
    r"[\x00-\x7fäöüÄÖÜßéèêëáàâãåçñíìîïóòôõøúùûýÉÈÁÀÅÇÑÓØšžŠŽ€£§©®°\xb4·«»“”„‚‘’–—…•™½¼¾²³\xd7¡¿\xa0\xad]*"
)
TEXT_CODECS = ("utf-8", "cp", "iso8859", "mac", "koi8", "big5", "gb", "euc", "shift")
MAX_BAD_SHARE = 0.1  # broken bytes for each good sequence, up to which a file is UTF-8 with slips
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
MAX_CONTROL_SHARE = 0.01
NON_ASCII = re.compile(r"[\x80-\ufffc]")
DETECTION_SAMPLE = 200_000  # bytes handed to the detector, which is slow


def decode(
    data: bytes, *, name: str, encoding: str | None = None, declared: str | None = None
) -> tuple[str, Notice | None]:
    """Decode a file.

    Parameters
    ----------
    data : bytes
    name : str
        What to call the file in an error.
    encoding : str or None
        The user's ``--encoding``; it wins.
    declared : str or None
        What the file says of itself (a ``charset`` in HTML); taken if it fits.

    Returns
    -------
    tuple of str and (Notice or None)
        The text, line ends as they are; a notice where the encoding was guessed.

    Raises
    ------
    InputError
        If the file is empty, binary or in no encoding that can be told.
    """
    if not data.strip():
        raise empty(name)
    if encoding is not None:
        return _as_given(data, name, encoding), None
    for mark, codec in BOMS:
        if data.startswith(mark):
            return _checked(_strict(data, name, codec), name), None
    for magic, kind in MAGIC:
        if data.startswith(magic):
            raise _binary(name, f"is {kind}")
    for codec in _candidates(declared):
        try:
            return _checked(data.decode(codec), name), None
        except (UnicodeError, LookupError):
            continue
    if b"\0" in data:
        raise _binary(name, "holds NUL bytes")
    return _guessed(data, name)


def _candidates(declared: str | None) -> list[str]:
    """Encodings to try in order; what a page declares is often out of date."""
    try:
        name = codecs.lookup(declared).name if declared else ""
    except (LookupError, ValueError):
        name = ""
    if name in ("iso8859-1", "ascii", "cp1252"):
        return ["utf-8", "cp1252"]  # browsers read both names as Windows-1252
    return [name, "utf-8"] if name.startswith(TEXT_CODECS) else ["utf-8"]


def empty(name: str) -> InputError:
    """Return the error for a file or text without a word in it."""
    return InputError(f"{name} is empty", remedy="give a file that holds an article's text")


def _as_given(data: bytes, name: str, encoding: str) -> str:
    try:
        codecs.lookup(encoding)
    except (LookupError, ValueError):
        raise InputError(
            f"--encoding {encoding[:40]!r} is not known", remedy="name one such as utf-8, cp1252 or utf-16"
        ) from None
    return _checked(_strict(data, name, encoding), name)


def _strict(data: bytes, name: str, codec: str) -> str:
    try:
        text = data.decode(codec)
    except (UnicodeError, LookupError, ValueError) as error:
        raise InputError(
            f"{name} is not in the encoding {codec}: {error}", remedy="name the right one with --encoding"
        ) from error
    return text


def _checked(text: str, name: str) -> str:
    if not text.strip():
        raise empty(name)
    if "\0" in text:
        raise _binary(name, "holds NUL characters")
    if len(CONTROL.findall(text)) > MAX_CONTROL_SHARE * len(text) + 1:
        raise _binary(name, "is full of control characters")
    return text


def _guessed(data: bytes, name: str) -> tuple[str, Notice]:
    slips = data.decode("utf-8", "replace")
    bad = slips.count("\ufffd")
    if bad <= MAX_BAD_SHARE * len(NON_ASCII.findall(slips)):
        message = f"{bad} broken bytes of UTF-8 were replaced; --encoding decides the encoding"
        return _checked(slips, name), Notice(code="bytes-replaced", message=message)
    codec = "cp1252"
    try:
        western = WESTERN.fullmatch(data.decode("cp1252")) is not None
    except UnicodeError:
        western = False
    if not western:
        codec = _detected(data[:DETECTION_SAMPLE])
    try:
        text = data.decode(codec) if codec else ""
    except (UnicodeError, LookupError):
        text = ""
    if not text:
        raise InputError(
            f"{name} is in no encoding that can be told",
            remedy="name it with --encoding, for instance --encoding cp1252",
        )
    message = f"the encoding was not declared and looks like {codec}; --encoding decides it"
    return _checked(text, name), Notice(code="encoding-guessed", message=message)


def _detected(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best is not None else ""


def _binary(name: str, why: str) -> InputError:
    return InputError(
        f"{name} {why}, not text",
        remedy="save the article as .txt, .html, .docx or .jsonl; for UTF-16 text name --encoding",
    )
