"""The flat type of a statement, derived from its codes."""

from attribution.labels import AttributionType, Ident, Kind, Origin, SourceCategory
from attribution.records import Source

_OUTLET_TYPES = (AttributionType.FOREIGN_OUTLET, AttributionType.DOMESTIC_OUTLET)

# Contract, "What the scorers do": these types are not in the codes and each counts as the
# coded type it refines, so a refinement may only replace its own coded type.
_REFINES: dict[AttributionType, tuple[AttributionType, ...]] = {
    AttributionType.STATE_MEDIA: (AttributionType.AGENCY_WIRE, *_OUTLET_TYPES),
    AttributionType.SOCIAL_MEDIA: (AttributionType.DOCUMENT,),
    AttributionType.OWN_REPORTING: (AttributionType.DOMESTIC_OUTLET,),
}


def coded_type(ident: Ident, kind: Kind, origin: Origin) -> AttributionType:
    """Return the flat type that follows from the codes: the first rule that matches.

    >>> coded_type(Ident.ANONYMOUS, Kind.GOVERNMENT, Origin.FOREIGN).value
    'anonymous_officials'
    >>> coded_type(Ident.BODY, Kind.MEDIA, Origin.UNKNOWN).value
    'domestic_outlet'
    """
    if ident is Ident.HEARSAY:
        return AttributionType.HEARSAY
    if ident is Ident.DOCUMENT:
        return AttributionType.DOCUMENT
    office = kind is Kind.GOVERNMENT
    if ident in (Ident.BODY, Ident.SPOKESPERSON):
        if kind is Kind.AGENCY:
            return AttributionType.AGENCY_WIRE
        if kind is Kind.MEDIA:
            return _OUTLET_TYPES[0] if origin is Origin.FOREIGN else _OUTLET_TYPES[1]
        return AttributionType.OFFICIAL_BODY if office else AttributionType.ORGANISATION
    if ident is Ident.NAMED:
        return AttributionType.NAMED_OFFICIAL if office else AttributionType.NAMED_PERSON
    return AttributionType.ANONYMOUS_OFFICIALS if office else AttributionType.UNNAMED_PERSON


def refined_type(coded: AttributionType, source: Source) -> AttributionType:
    """Return the coded type, or the finer one that a dated list or the text supports.

    The publishing newsroom is told by the resolver's category, state control by the dated
    list, posts by the head of the source phrase.
    """
    if source.category is SourceCategory.SELF:
        finer = AttributionType.OWN_REPORTING
    elif source.listing == "state_media":
        finer = AttributionType.STATE_MEDIA
    elif source.category is SourceCategory.SOCIAL:
        finer = AttributionType.SOCIAL_MEDIA
    else:
        return coded
    return finer if coded in _REFINES[finer] else coded


def crosswalk(kind: Kind, origin: Origin, flat: AttributionType) -> AttributionType:
    """Return the coded type that a finer type counts as (contract, "What the scorers do").

    >>> crosswalk(Kind.AGENCY, Origin.FOREIGN, AttributionType.STATE_MEDIA).value
    'agency_wire'
    """
    if flat is AttributionType.STATE_MEDIA:
        return coded_type(Ident.BODY, Kind.AGENCY if kind is Kind.AGENCY else Kind.MEDIA, origin)
    if flat is AttributionType.SOCIAL_MEDIA:
        return AttributionType.DOCUMENT
    if flat is AttributionType.OWN_REPORTING:
        return AttributionType.DOMESTIC_OUTLET
    return flat
