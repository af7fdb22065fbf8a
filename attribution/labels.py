"""The closed vocabularies of the codebook; their definitions live in ``data/labels``."""

from enum import StrEnum


class Form(StrEnum):
    """How the words are given (contract, "How forms correspond")."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    REPORTED = "reported"
    FREE_INDIRECT = "free_indirect"
    INDIRECT_FREE_INDIRECT = "indirect_free_indirect"


class Ident(StrEnum):
    """How the origin of the claim is identified (coding guide, field 1)."""

    NAMED = "N"
    SPOKESPERSON = "S"
    ANONYMOUS = "A"
    BODY = "O"
    DOCUMENT = "D"
    HEARSAY = "H"


class Kind(StrEnum):
    """What the origin is (coding guide, field 2)."""

    GOVERNMENT = "gov"
    PARTY = "pol"
    EXPERT = "exp"
    BUSINESS = "biz"
    CIVIL = "civ"
    CITIZEN = "cit"
    CULTURE = "cul"
    MEDIA = "med"
    AGENCY = "agy"
    ARMED = "arm"
    OTHER = "oth"


class Origin(StrEnum):
    """Home or abroad, seen from the article's home country (coding guide, field 3)."""

    DOMESTIC = "dom"
    FOREIGN = "for"
    INTERNATIONAL = "int"
    UNKNOWN = "unk"


class Via(StrEnum):
    """One relay of a claim; a chain is a tuple of them, nearest to the article first (field 4)."""

    OUTLET = "out"
    AGENCY = "agy"
    PERSON = "per"
    DOCUMENT = "doc"


class Voice(StrEnum):
    """How the claim is presented (coding guide, field 5)."""

    QUOTED = "q"
    MIXED = "m"
    PARAPHRASED = "p"
    THOUGHT = "t"


class AttributionType(StrEnum):
    """The flat types of the contract, derived from the codes by fixed rules."""

    NAMED_OFFICIAL = "named_official"
    NAMED_PERSON = "named_person"
    OFFICIAL_BODY = "official_body"
    ORGANISATION = "organisation"
    ANONYMOUS_OFFICIALS = "anonymous_officials"
    UNNAMED_PERSON = "unnamed_person"
    FOREIGN_OUTLET = "foreign_outlet"
    DOMESTIC_OUTLET = "domestic_outlet"
    AGENCY_WIRE = "agency_wire"
    STATE_MEDIA = "state_media"
    SOCIAL_MEDIA = "social_media"
    DOCUMENT = "document"
    HEARSAY = "hearsay"
    OWN_REPORTING = "own_reporting"
    UNRESOLVED = "unresolved"


class Zone(StrEnum):
    """Where in the layout a stretch of text stands (contract, ``zone``)."""

    HEADLINE = "headline"
    DEK = "dek"
    LEDE = "lede"
    BODY = "body"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    TEASER = "teaser"
    BOILERPLATE = "boilerplate"


class ClaimStatus(StrEnum):
    """What a sentence in the reporter's own voice rests on (codebook, T16)."""

    BACKGROUND = "background"
    WITNESSED = "witnessed"
    PUBLIC_EVENT = "public_event"
    CONTESTED = "contested"


class CreditKind(StrEnum):
    """What a credit line credits."""

    WIRE = "wire"
    PICTURE = "picture"


class SourceCategory(StrEnum):
    """What the head of the source phrase denotes, before any code is given."""

    PERSON = "person"  # a name, or a pronoun or office resolved to one
    UNNAMED_PERSON = "unnamed_person"  # people without a name: officials, insiders, residents
    SPOKESPERSON = "spokesperson"  # unnamed, speaks for a named body
    OFFICE = "office"  # an unnamed but unique office-holder
    BODY = "body"  # a state, authority, company, association
    OUTLET = "outlet"
    AGENCY = "agency"
    DOCUMENT = "document"
    SOCIAL = "social"  # posts, videos, users of platforms
    SELF = "self"  # the publishing newsroom
    NONE = "none"  # no source phrase and none to inherit
    UNRESOLVED = "unresolved"  # a phrase is there but stays open


SILENT_ZONES = frozenset({Zone.TEASER, Zone.BOILERPLATE})  # never yield statements (codebook A0)
