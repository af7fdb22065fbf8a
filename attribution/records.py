"""The nouns that the stages hand on: frozen records without I/O."""

from dataclasses import dataclass, field
from typing import NamedTuple

from attribution.labels import (
    AttributionType,
    ClaimStatus,
    CreditKind,
    Form,
    Ident,
    Kind,
    Origin,
    SourceCategory,
    Via,
    Voice,
    Zone,
)


class Span(NamedTuple):
    """A half-open stretch ``[start, end)`` of ``Article.text`` in Unicode code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something odd that was met and skipped, never an error."""

    code: str  # stable, kebab-case
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph or line of the layout with its zone; blocks follow each other, never overlap."""

    span: Span
    zone: Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A credit line: article metadata, never a statement."""

    kind: CreditKind
    names: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news story as printed, with what its reader knew about it.

    ``blocks`` cover every non-blank line of ``text`` in order. ``title`` is the title that
    is *not* part of ``text``; where the headline stands in the text its block has the zone.
    """

    id: str
    text: str
    lang: str  # "de" or "en"
    country: str  # ISO 3166-1 alpha-2
    country_from: str  # "option", "field", "publisher" or "language"
    blocks: tuple[Block, ...]
    title: str | None = None
    byline: str | None = None
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    credits: tuple[Credit, ...] = ()
    notices: tuple[Notice, ...] = ()


class Token(NamedTuple):
    """A word or mark: offsets and its form."""

    start: int
    end: int
    form: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence: its span, the tokens ``Document.tokens[first:last]``, its block and zone."""

    span: Span
    first: int
    last: int
    block: int  # index into Article.blocks
    zone: Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A stretch in quotation marks, marks included; ``level`` 1 is outermost."""

    span: Span
    level: int
    closed: bool  # False: the closing mark is missing and the paragraph's end was taken


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article with its sentences, tokens and quotations; no results hang on it."""

    article: Article
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    quotations: tuple[Quotation, ...]
    notices: tuple[Notice, ...] = ()

    @property
    def text(self) -> str:
        return self.article.text

    @property
    def lang(self) -> str:
        return self.article.lang


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What the copy says someone said: the attribution relation of PARC 3.0."""

    id: str
    content: Spans  # more than one span where the content is discontinuous
    source: Spans = ()  # the mention as printed, possibly an earlier one that is continued
    cue: Spans = ()  # empty in a Konjunktiv sentence; two for "teilte ... mit"
    addressee: Spans = ()
    frame: Spans = ()
    form: Form = Form.INDIRECT
    nested: bool = False  # a quotation inside another statement's content
    continues: str | None = None  # id of the statement whose source carries over
    confidence: float = 1.0  # the tagger's local score for its first word, 0 to 1; not calibrated

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError(f"statement {self.id!r} has no content")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who is meant: one entity of the article, with every mention of it.

    ``name`` is the fullest name the article gives ("John Kirby"; for the unnamed the
    descriptive phrase). ``roles`` are classes of ``data/lexicons/*/roles.tsv`` or of the
    noun lists that were met at any mention; ``kinds`` the kind codes those lists suggest.
    """

    name: str
    category: SourceCategory
    mentions: Spans = ()  # in text order, including the one the statement uses
    fullest: Span | None = None  # the mention that gives the name or the role
    description: Spans = ()  # where role, title or affiliation are stated
    roles: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    affiliation: str | None = None  # body, party or company stated beside the name
    country: str | None = None  # ISO code where the text or a list tells it; "INT" for bodies of states
    listing: str | None = None  # "agency", "outlet", "state_media", "institution", ... where a list knows it


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """One relayer of a claim, as resolved."""

    name: str
    type: AttributionType
    via: Via
    span: Span | None = None  # where it stands; may be an earlier mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The way a claim took: carriers nearest first, then the origin."""

    origin: Source
    carriers: tuple[Carrier, ...] = ()
    mention: Span | None = None  # the mention that this statement uses, own or inherited
    inherited: bool = False  # the statement names no source itself
    candidates: int = 1  # how many origins were possible; more than 1 left it open


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """The coded dimensions of one statement with the flat type that follows from them."""

    ident: Ident
    kind: Kind
    origin: Origin
    via: tuple[Via, ...]  # nearest to the article first; empty for "-"
    voice: Voice
    type: AttributionType

    @property
    def via_code(self) -> str:
        """The relay as the label files write it: "-" or codes joined with "+"."""
        return "+".join(self.via) or "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One term of the strength model's sum."""

    code: str
    weight: float  # on the linear scale of the model
    span: Span | None  # where a reader can see it; None only for the base and for what is absent


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """How checkable the sourcing of one statement is; never a verdict on truth.

    ``base`` plus the weights of ``reasons`` is the linear predictor; level, probabilities
    and score follow from it by the stored thresholds of the model.
    """

    level: int  # 1 to 5
    score: float  # 0 to 100: 100 * (expected level - 1) / 4
    probabilities: tuple[float, float, float, float, float]
    base: float
    reasons: tuple[Reason, ...]

    @property
    def predictor(self) -> float:
        """The linear predictor: the base and every weight added up."""
        return self.base + sum(reason.weight for reason in self.reasons)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One statement with everything that was found out about it, built once and complete."""

    statement: Statement
    chain: Chain
    codes: Codes
    strength: Strength
    zone: Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Unattributed:
    """A sentence in the reporter's own voice that makes a claim."""

    span: Span
    status: ClaimStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelId:
    """Which model was used: its name and the digest of its files."""

    name: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """One article's attributions and notices: what users keep."""

    article: Article
    attributions: tuple[Attribution, ...]
    headline_attributions: tuple[Attribution, ...] = ()  # offsets into Article.title
    unattributed: tuple[Unattributed, ...] = ()
    notices: tuple[Notice, ...] = ()
    models: tuple[ModelId, ...] = ()
    words: int = field(default=0)  # words of the text, furniture left out
