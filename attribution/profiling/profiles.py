"""The nouns of a profile.

Shares run from 0 to 1 and are over the counted rows (neither nested nor unresolved) unless
their comment says otherwise; None is a share of nothing.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from attribution.labels import AttributionType, Form, Ident, Kind, Zone
from attribution.profiling.measures import Share
from attribution.records import Span

HEAVY_ZONES = frozenset({Zone.HEADLINE, Zone.LEDE})  # weigh twice (codebook B4)


class WireDependence(StrEnum):
    """How far an article rests on agencies."""

    NONE = "none"
    PARTIAL = "partial"  # agency rows, or a credit beside a byline or something heard at first hand
    WHOLLY = "wholly"  # a credit, no byline, nothing that the newsroom heard itself


class TwoSources(StrEnum):
    """Whether the central claim has two channels, or a primary authority."""

    TWO_CHANNELS = "two_channels"
    PRIMARY_AUTHORITY = "primary_authority"
    NOT_MET = "not_met"
    NO_CENTRAL_CLAIM = "no_central_claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileRow:
    """One statement as the profile counts it."""

    id: str
    in_title: bool  # the span points into the title
    span: Span  # from the first character of the content to its last
    type: AttributionType
    source_name: str | None
    carriers: tuple[str, ...]
    via: str
    form: Form
    zone: Zone
    level: int
    score: float
    kind: Kind
    ident: Ident
    words: int
    nested: bool
    inherited: bool  # the source carries over from an earlier statement
    central: bool  # asserts what headline or lede assert
    relays: int
    agency: bool  # as origin or carrier
    origin: str | None  # equal for rows of one origin
    channel: str | None  # equal for rows of one channel

    @property
    def counted(self) -> bool:
        """Tell whether the row stands in the shares."""
        return not self.nested and self.type is not AttributionType.UNRESOLVED

    @property
    def weight(self) -> float:
        """Square root of the words, twice in headline and lede."""
        return sqrt(self.words) * (2 if self.zone in HEAVY_ZONES else 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Who speaks, and by how many independent channels it came."""

    n_origins: int
    n_named_origins: int
    ladder: str  # "0", "1", "2-3" or "4+" named origins
    n_channels: int
    largest_channel: str | None
    largest_channel_share: float | None  # of the contents' words that have a channel
    effective_channels: float | None  # 1 / sum of squared shares
    kind_diversity: float | None  # 0 to 1; None where there are too few rows
    anonymous_share: float | None
    anonymous_origin_share: float | None  # of the origins
    solely_anonymous: bool
    hearsay_share: float | None
    relay_share: float | None
    depth_mean: float | None  # relays a row
    depth_max: int
    state_share: float | None  # officials and official bodies, named or not


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnVoice:
    """What the article claims without a source."""

    n_claims: int
    n_contested: int  # of these, contested and attributed nowhere else in the article
    unattributed_share: float | None  # contested ones, of all claims with and without a source


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """How far the article rests on agencies."""

    dependence: WireDependence
    share: float | None  # rows with an agency as origin or carrier
    credit: tuple[str, ...]  # names in the credit line


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthSummary:
    """How checkable the sourcing is, with the claim that headline or lede make."""

    mean: float | None  # 0 to 100, weighted by the square root of words and by zone
    lede: float | None  # the same over the lede
    min_central: int | None  # lowest level among the rows of the central claim
    weakest_central: str | None  # id of that row, the first of equals
    n_central: int
    n_central_channels: int
    two_sources: TwoSources
    grade_cap: int | None  # one above min_central
    grade: int | None  # 1 to 5: the mean as a level, not above the cap


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Counts and shares of one article's sourcing (codebook B4)."""

    article: str
    title: str | None
    lang: str
    country: str
    n_words: int
    rows: tuple[ProfileRow, ...]  # all statements, those of a separate title first
    n_counted: int
    n_nested: int
    n_inherited: int  # of the counted ones
    unresolved_rate: float | None  # of all rows that are not nested
    types: tuple[Share, ...]  # the most frequent first
    levels: tuple[Share, ...]  # "1" to "5"
    sources: Sources
    own_voice: OwnVoice
    wire: Wire
    strength: StrengthSummary
