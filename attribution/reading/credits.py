"""Credit lines: agencies and pictures that an article names as where its material comes from."""

import re
from dataclasses import dataclass

from attribution.labels import CreditKind
from attribution.reading.lists import agency_names
from attribution.resources import agencies

# Enough to read a credit where the gazetteer is silent on an abbreviation.
ABBREVIATIONS = frozenset(
    word
    for line in (
        "dpa afp apa reuters rtr ap sid epd kna dapd ddp upi ansa tass ria xinhua kyodo efe pa cnn ots dts",
        "keystone-sda sda ats",
    )
    for word in line.split()
)
DESK = re.compile(
    r"[a-zäöü]{2,4}\d?|red\.?|red/|bearb\.?|\d{1,2}\.\s?\d{1,2}\.?(?:\s?\d{2,4})?|mit material", re.I
)
SEPARATOR = re.compile(r"\s*(?:[,/;|+&]|\bund\b|\band\b|\bsowie\b|\bmit\b|\bwith\b)\s*", re.I)

PICTURE_SEPARATOR = re.compile(r"\s*(?:/|\||,|;|\bvia\b)\s*", re.I)
ARCHIVE = re.compile(r"\((?:Archiv|archive|file|Symbol)[^()]{0,20}\)", re.I)

LABEL = r"(?:Quellen?|Sources?|Agentur(?:en)?|Nachrichtenagentur(?:en)?)"
WIRE_LINE = re.compile(rf"^\(?{LABEL}\s*:\s*(?P<names>(?:[^:.!?]|\.(?=\w)){{2,120}})\)?\.?$", re.I)
MATERIAL_LINE = re.compile(
    r"^\(?\s*(?:Dieser (?:Text|Artikel|Beitrag) (?:wurde|enthält|entstand)\s)?"
    r"(?:Mit (?:Material|Informationen|Inhalten|Agenturmaterial|Meldungen)(?: der| von| des)?"
    r"(?: Nachrichtenagentur(?:en)?)?|With (?:reporting|material|files|information)(?: by| from)?"
    r"|(?:Additional )?Reporting by|Writing by|Editing by|Compiled by)\s+(?P<names>[^.!?]{2,200})[.)]*$",
    re.I,
)
REPORTING = re.compile(
    r"^[\W_]*(?:Additional |With )?(?:Reporting|Writing|Editing|Compiled|Graphics?)(?: and (?:writing"
    r"|editing))? by\s",
    re.I,
)
CONTRIBUTED = re.compile(
    r"^[\W_]*(?P<names>[^.!?]{2,120}?) (?:also |journalists? "
    r"|staff )*contributed(?: reporting)?(?: to this (?:report|story|article))?\.?[\W_]*$",
    re.I,
)
INFOCOM = re.compile(r"^\W{0,4}dpa-infocom\b", re.I)  # signs agency texts, not pictures
PICTURE_LABEL = re.compile(
    r"^[\W_]*(?:(?:Foto|Bild|Symbolbild|Symbolfoto|Archivbild|Archivfoto|Grafik|Fotografie|Titelbild"
    r"|Bildquelle|"
    r"Photo|Photograph|Photographer|Picture|Image|Photo credit|Image credit|Image source|Illustration"
    r"|Credit|"
    r"Foto-Credit|Bildnachweis|Bildrechte|Copyright|Composite)s?\s?:\s?|©\s?|(?:Photo|Photograph"
    r"|Image|Picture|Composite)s? (?:by|via) |"
    r"(?:Image )?copyright )(?P<names>.{2,140})$",
    re.I,
)
PICTURE_WORDS = re.compile(
    r"\b(?:via|Archiv(?:bild|foto)?|Imago|imago images|Getty(?: Images)?|picture[- ]alliance|Shutterstock|"
    r"Photo|Foto|iStock|Adobe Stock|EPA-EFE|Pixabay|Unsplash|Screenshot|Zoonar|Bildfunk|ZUMA|Photoshot)\b",
    re.I,
)
# "(AP Photo/Jane Roe)", "(Foto: dpa)", "(Joe Roe/Getty Images)" at the end of a caption
PICTURE_TAIL = re.compile(
    r"(?:\((?P<paren>[^()]{2,120})\)|(?:Foto|Bild|Photo|Photograph|Photographer|Image|Credit|Bildrechte"
    r"|Grafik)s?\s?:\s?"
    r"(?P<label>[^.:!?]{2,90})|©\s?(?P<sign>[^.!?©]{2,80})|"
    r"(?P<bare>(?<=[.!?]\s)[^.!?()]{2,60}/(?:AFP|AP|Reuters|Getty Images|EPA|dpa|imago)[^.!?()]{0,40}))$",
    re.I,
)
# "Berlin (dpa) - ", "WASHINGTON, 3 May (Reuters) – ", "(Reuters) - "
DATELINE = re.compile(
    r"^(?:[^\W\d_][^().!?:\n]{0,60}\s)?\((?P<names>[A-Za-z][\w /,.&-]{1,40})\)\s*(?:[-–—]{1,2}|:)\s+"
)
END_PARENS = re.compile(r"\((?P<names>[^()]{2,60})\)\.?$")
END_SLASH = re.compile(r"(?<=[.!?\"”“«»)]\s)(?P<names>[A-Za-z]{2,8}(?:\s?/\s?[A-Za-z]{2,8}){1,3})$")


@dataclass(frozen=True, slots=True)
class CreditMatch:
    """A credit in a line: which stretch it is and whom it names."""

    kind: CreditKind
    names: tuple[str, ...]
    start: int  # in the line
    end: int


def is_agency(name: str) -> bool:
    """Tell whether a credit's word names a news agency."""
    folded = name.strip(" .").casefold()
    known = agency_names()
    return any(
        name in listed for listed in (ABBREVIATIONS, known) for name in (folded, folded.removeprefix("the "))
    )


def split_names(listed: str) -> tuple[str, ...]:
    """Split "dpa, AFP und eigene" into its names."""
    parts = (REPORTING.sub("", part).strip(" .()*") for part in SEPARATOR.split(listed))
    return tuple(part for part in parts if part)


def picture_names(listed: str) -> tuple[str, ...]:
    """Split a picture credit into who took it and who passed it on, agencies by their short name.

    Examples
    --------
    >>> picture_names("Korean Central News Agency/Korea News Service via AP (Archiv)")
    ('KCNA', 'Korea News Service', 'AP')
    """
    bare = ARCHIVE.sub("", listed)
    parts = (part.strip(" .()*") for part in PICTURE_SEPARATOR.split(bare))
    return tuple(dict.fromkeys(short_name(part) for part in parts if part))


def short_name(name: str) -> str:
    """An agency printed in full as it signs its copy; any other name as printed."""
    listed = agencies().get(name.casefold())
    if listed is None or listed.name.casefold() != name.casefold():
        return name
    return next((alias for alias in listed.aliases if alias.isupper() and len(alias) <= 6), name)


def _wire_names(listed: str) -> tuple[str, ...]:
    """Names of a bare list that is nothing but agencies, desk signs and dates; () otherwise."""
    names = split_names(listed)
    wires = tuple(name for name in names if is_agency(name))
    if not wires or not all(is_agency(name) or DESK.fullmatch(name) for name in names):
        return ()
    return wires


def line_credit(line: str) -> CreditMatch | None:
    """Read a line that is a credit from end to end.

    Examples
    --------
    >>> line_credit("Quelle: dpa, AFP").names
    ('dpa', 'AFP')
    >>> line_credit("Foto: Maria Muster/dpa").kind.value
    'picture'
    """
    if len(line) > 400:
        return None
    size = len(line)
    if (found := WIRE_LINE.match(line)) is not None:
        names = found["names"]
        picture = PICTURE_WORDS.search(names) is not None
        parts = picture_names(names) if picture else split_names(names)
        if len(names.split()) <= 14:
            return CreditMatch(CreditKind.PICTURE if picture else CreditKind.WIRE, parts, 0, size)
    if INFOCOM.match(line) is not None:
        return CreditMatch(CreditKind.WIRE, ("dpa-infocom",), 0, size)
    if (found := PICTURE_LABEL.match(line)) is not None and not _reads_on(found["names"]):
        return CreditMatch(CreditKind.PICTURE, picture_names(found["names"]), 0, size)
    if REPORTING.match(line) or (found := MATERIAL_LINE.match(line)) is not None:
        found = MATERIAL_LINE.match(line)
        names_of = split_names(found["names"]) if found else (line.strip(" ()."),)
        return CreditMatch(CreditKind.WIRE, names_of, 0, size)
    if (found := CONTRIBUTED.match(line)) is not None and len(found["names"].split()) <= 14:
        return CreditMatch(CreditKind.WIRE, split_names(found["names"]), 0, size)
    bare = line.strip(" ()[].*–-")
    if len(bare) <= 60 and (names_of := _wire_names(bare)):
        return CreditMatch(CreditKind.WIRE, names_of, 0, size)
    return None


def _reads_on(names: str) -> bool:
    """Tell whether what follows "Video:" or "Bild:" is a sentence rather than a name."""
    return len(names.split()) > 16 or (
        names.rstrip()[-1] in "?!" or (names[-1] == "." and names.count(" ") > 7)
    )


def credits_inside(line: str) -> list[CreditMatch]:
    """Find the credits at the edges of a paragraph: dateline in front, agency or picture behind."""
    found = []
    head = DATELINE.match(line[:140])
    if head is not None and (names := _wire_names(head["names"])) and head.end() < len(line):
        found.append(CreditMatch(CreditKind.WIRE, names, 0, len(line[: head.end()].rstrip())))
    window = max(0, len(line) - 220)  # credits are short; a line of a megabyte costs no more
    tail = line[window:]
    for pattern in (END_PARENS, END_SLASH):
        match = pattern.search(tail)
        if match is not None and match.start() + window > 0 and (names := _wire_names(match["names"])):
            found.append(CreditMatch(CreditKind.WIRE, names, match.start() + window, len(line)))
            return found
    reporting = re.search(r"\((?:Additional )?(?:Reporting|Writing) by [^()]{2,200}\)$", tail, re.I)
    if reporting is not None and reporting.start() + window > 0:
        words = reporting.group().strip("()")
        found.append(CreditMatch(CreditKind.WIRE, (words,), reporting.start() + window, len(line)))
        return found
    picture = PICTURE_TAIL.search(tail)
    if picture is not None and picture.start() + window > 0 and _is_picture_credit(picture):
        name = next(group for group in picture.groups() if group).strip()
        found.append(
            CreditMatch(CreditKind.PICTURE, picture_names(name), picture.start() + window, len(line))
        )
    return found


def _is_picture_credit(match: re.Match[str]) -> bool:
    paren = match["paren"]
    if paren is None:
        return True
    label = PICTURE_LABEL.match(paren)
    if label is not None and not _reads_on(label["names"]):
        return True
    named = PICTURE_WORDS.search(paren) is not None and len(paren.split()) <= 12
    slashed = "/" in paren and any(is_agency(part) for part in paren.split("/")) and len(paren.split()) <= 8
    return named or slashed
