"""Source records of what was read: named people, listed names, phrases."""

from collections.abc import Iterable

from attribution.labels import AttributionType, Kind, SourceCategory, Via
from attribution.records import Carrier, Source, Span
from attribution.resolving.listed import Hit, Row, key_of, names
from attribution.resolving.nouns import noun_ending_at
from attribution.resolving.people import Person
from attribution.resolving.phrase import Phrase
from attribution.resolving.tokens import Tokens

MEDIA = (SourceCategory.OUTLET, SourceCategory.AGENCY)
PERSONAL = (SourceCategory.PERSON, SourceCategory.SPOKESPERSON, SourceCategory.OFFICE)
NOBODY = Source(name="", category=SourceCategory.NONE)
CATEGORY_OF = {"outlet": SourceCategory.OUTLET, "agency": SourceCategory.AGENCY}


def kinds_of(codes: Iterable[str]) -> tuple[Kind, ...]:
    """Kind codes of the lists as vocabulary, without repetition."""
    return tuple(dict.fromkeys(Kind(code) for code in codes if code))


def listing_of(row: Row) -> str:
    """What list a name comes from; control by a state weighs more than the trade."""
    return "state_media" if row.state_control else row.listing


def person_source(tokens: Tokens, person: Person) -> Source:
    """A named person as a source."""
    return Source(
        name=person.name,
        category=SourceCategory.PERSON,
        mentions=tuple(tokens.span(a, b) for a, b in person.mentions),
        fullest=tokens.span(*person.fullest) if person.fullest else None,
        description=tuple(person.description),
        roles=(*person.roles, *(("former",) if person.former else ())),
        kinds=kinds_of(person.kinds),
        affiliation=person.affiliation,
        country=person.country,
        listing=person.affiliation_listing,
    )


def phrase_source(tokens: Tokens, phrase: Phrase) -> Source:
    """What a phrase denotes, as a source of its own."""
    hit = phrase.hit
    category = phrase.category
    if hit is not None and category in (*MEDIA, SourceCategory.BODY) and (
        category not in MEDIA or hit.is_medium
    ) and is_head(phrase, hit):  # fmt: skip
        return hit_source(tokens, hit, phrase)
    roles, kinds = roles_in(tokens, phrase)
    return Source(
        name=phrase.text,
        category=category,
        mentions=(phrase.span,),
        fullest=phrase.span,
        description=(phrase.span,),
        roles=roles,
        kinds=kinds_of(kinds),
        affiliation=hit.row.name if hit is not None else None,
        country=phrase.country or (hit.row.country or None if hit is not None else None),
        listing=listing_of(hit.row) if hit is not None else None,
    )


def is_head(phrase: Phrase, hit: Hit) -> bool:
    """Tell whether a listed name is what the phrase is about, not where that belongs."""
    return hit.is_medium or phrase.noun is None or hit.row.listing not in ("country", "metonym")


def hit_source(tokens: Tokens, hit: Hit, phrase: Phrase | None = None) -> Source:
    """A listed body, outlet or agency as a source."""
    span = tokens.span(hit.first, hit.last)
    roles, kinds = roles_in(tokens, phrase) if phrase is not None else ((), ())
    return Source(
        name=phrase.text if phrase is not None and hit.row.listing == "country" else printed(tokens, hit),
        category=CATEGORY_OF.get(hit.row.listing, SourceCategory.BODY),
        mentions=tuple(dict.fromkeys((span, *((phrase.span,) if phrase is not None else ())))),
        fullest=span,
        description=(phrase.span,) if phrase is not None else (),
        roles=roles,
        kinds=kinds_of((hit.row.kind, *kinds)),
        country=hit.row.country or (phrase.country if phrase is not None else None),
        listing=listing_of(hit.row),
    )


def printed(tokens: Tokens, hit: Hit) -> str:
    """A listed name as the article gives it, without a genitive s."""
    words = tokens.words(hit.first, hit.last)
    if hit.row.inflected:
        return hit.row.name
    return words if key_of(words) in names() else words.removesuffix("s")


def roles_in(tokens: Tokens, phrase: Phrase) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Roles and kinds that the words of a phrase suggest, those of the head first."""
    found = [phrase.noun] if phrase.noun is not None else []
    for i in range(phrase.first, min(phrase.last, phrase.first + 30)):
        entry = (
            noun_ending_at(tokens.lows, i, tokens.lang, phrase.first) if len(tokens.forms[i]) > 2 else None
        )
        if entry is not None:
            found.append(entry[0])
    roles = dict.fromkeys(n.role for n in found if n.role)
    listed = [h.row.kind for h in tokens.listed_in(phrase.first, phrase.last)]
    kinds = dict.fromkeys([n.kind for n in found if n.kind] + [k for k in listed if k])
    return tuple(roles), tuple(kinds)


def carrier_type(source: Source, home: str) -> AttributionType:
    """Flat type of a relaying outlet or agency, seen from the article's home country."""
    if source.listing == "state_media":
        return AttributionType.STATE_MEDIA
    if source.category is SourceCategory.AGENCY:
        return AttributionType.AGENCY_WIRE
    foreign = bool(source.country) and source.country != home
    return AttributionType.FOREIGN_OUTLET if foreign else AttributionType.DOMESTIC_OUTLET


def media_carrier(source: Source, span: Span | None, home: str) -> Carrier:
    """An outlet or agency as a carrier."""
    via = Via.AGENCY if source.category is SourceCategory.AGENCY else Via.OUTLET
    return Carrier(name=source.name, type=carrier_type(source, home), via=via, span=span)
