"""Who speaks in an article, and by which independent channels it reached the newsroom."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from attribution.labels import AttributionType, Ident, SourceCategory, Via
from attribution.records import Attribution, Source
from attribution.segmenting.tokens import is_word, tokenize

ARTICLES = frozenset("a an the der die das den dem des ein eine einem einen einer eines".split())
SPOKESPERSON = "spokesperson"  # role class of data/lexicons/*/roles.tsv
RELAYS = frozenset({Via.OUTLET, Via.AGENCY, Via.PERSON})  # a document brings the origin's own words


class Place(NamedTuple):
    """One statement's origin and channel; None where the article names neither."""

    origin: str | None
    channel: str | None


def places(items: Sequence[Attribution]) -> tuple[Place, ...]:
    """Tell origin and channel of each statement, by keys that are equal for the same one.

    An origin is an entity after coreference. Rows that reach the newsroom only through one
    carrier form one channel, an outlet's own report and what it passes on included; otherwise
    an origin is a channel, and a body is one with its spokespersons (codebook B4).
    """
    bodies = {entity_key(item.chain.origin): None for item in items if item.codes.ident is Ident.BODY}
    return tuple(_place(item, bodies) for item in items)


def entity_key(source: Source) -> str:
    """A key that is the same for every mention of one entity."""
    if source.listing == "country" and source.country:
        return f"country {source.country}"  # "US-Angaben", "Washington" and "die USA" are one
    return name_key(source.name)


def name_key(name: str) -> str:
    """A name without case, articles and marks.

    >>> name_key("Die „Neue Küstenzeitung“")
    'neue küstenzeitung'
    """
    words = [t.form.casefold() for t in tokenize(name[:200]) if is_word(t.form)]
    while len(words) > 1 and words[0] in ARTICLES:
        words.pop(0)
    return " ".join(words)


def relays(item: Attribution) -> int:
    """How many outlets, agencies and persons relayed a statement before it got here."""
    coded = sum(via in RELAYS for via in item.codes.via)
    return coded or sum(carrier.via in RELAYS for carrier in item.chain.carriers)


def is_agency_row(item: Attribution) -> bool:
    """Tell whether an agency is the origin of a statement or one of its carriers."""
    chain = item.chain
    return (
        chain.origin.category is SourceCategory.AGENCY
        or item.codes.type is AttributionType.AGENCY_WIRE
        or Via.AGENCY in item.codes.via
        or any(carrier.via is Via.AGENCY for carrier in chain.carriers)
    )


def _place(item: Attribution, bodies: Mapping[str, None]) -> Place:
    source, codes = item.chain.origin, item.codes
    if codes.ident is Ident.HEARSAY or source.category is SourceCategory.NONE or not source.name:
        return Place(None, _carrier_key(item))
    origin = entity_key(source)
    return Place(origin, _carrier_key(item) or _body_key(item, origin, bodies))


def _carrier_key(item: Attribution) -> str | None:
    """The channel of a relayed row: its nearest carrier; unnamed ones of a kind count as one."""
    if not relays(item):
        return None
    nearest = next((carrier for carrier in item.chain.carriers if carrier.via in RELAYS), None)
    if nearest is not None and nearest.name:
        return name_key(nearest.name)
    return f"unnamed {next(via for via in item.codes.via if via in RELAYS).name.lower()}"


def _body_key(item: Attribution, origin: str, bodies: Mapping[str, None]) -> str:
    """The body that a spokesperson speaks for, else the origin itself."""
    source = item.chain.origin
    if item.codes.ident is not Ident.SPOKESPERSON and SPOKESPERSON not in source.roles:
        return origin
    if source.affiliation:
        return name_key(source.affiliation)
    words = origin.split()
    named = {
        part
        for i in range(len(words))
        for j in range(i + 1, len(words) + 1)
        if (part := " ".join(words[i:j])) in bodies
    }
    # "a coast guard spokeswoman" speaks for "the Coast Guard" where no other body fits
    return named.pop() if len(named) == 1 else origin
