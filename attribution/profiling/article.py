"""The sourcing profile of one article."""

from collections import defaultdict
from collections.abc import Sequence

from attribution.labels import AttributionType, CreditKind, Ident, Kind, Zone
from attribution.profiling.central import central
from attribution.profiling.channels import Place, is_agency_row, name_key, places, relays
from attribution.profiling.content_words import count_words
from attribution.profiling.measures import (
    contested_claims,
    effective_number,
    kind_diversity,
    ladder,
    share,
    shares,
    weighted_mean,
)
from attribution.profiling.profiles import (
    OwnVoice,
    Profile,
    ProfileRow,
    Sources,
    StrengthSummary,
    TwoSources,
    Wire,
    WireDependence,
)
from attribution.records import Analysis, Article, Attribution, Span
from attribution.resources import agencies

STATE_TYPES = frozenset(
    {AttributionType.NAMED_OFFICIAL, AttributionType.OFFICIAL_BODY, AttributionType.ANONYMOUS_OFFICIALS}
)
LEVELS = ("1", "2", "3", "4", "5")
AUTHORITY_LEVEL = 4  # a body's formal announcement or an official by name (codebook B1)

Rows = Sequence[ProfileRow]


def profile(analysis: Analysis) -> Profile:
    """Profile the sourcing of one article.

    Statements of a title that is not part of the text are rows like others.

    Examples
    --------
    >>> from attribution.reading import article_from_text
    >>> from attribution.records import Analysis
    >>> story = article_from_text("Der Rat tagt am Montag in der Halle am Fluss.", lang="de")
    >>> found = profile(Analysis(article=story, attributions=()))
    >>> found.n_counted, found.sources.anonymous_share, found.strength.two_sources.value
    (0, None, 'no_central_claim')
    """
    article = analysis.article
    rows = _rows(analysis)
    counted = [row for row in rows if row.counted]
    plain = [row for row in rows if not row.nested]
    unresolved = sum(row.type is AttributionType.UNRESOLVED for row in plain)
    return Profile(
        article=article.id,
        title=article.title or _headline(article),
        lang=article.lang,
        country=article.country,
        n_words=analysis.words,
        rows=rows,
        n_counted=len(counted),
        n_nested=len(rows) - len(plain),
        n_inherited=sum(row.inherited for row in counted),
        unresolved_rate=share(unresolved, len(plain)),
        types=shares([row.type.value for row in counted]),
        levels=shares([str(row.level) for row in counted], LEVELS),
        sources=_sources(counted),
        own_voice=_own_voice(analysis, len(counted)),
        wire=_wire(article, counted),
        strength=_strength(counted),
    )


def _rows(analysis: Analysis) -> tuple[ProfileRow, ...]:
    items = (*analysis.headline_attributions, *analysis.attributions)
    titled = len(analysis.headline_attributions)
    inside = central(analysis, titled, items)
    title, text = analysis.article.title or "", analysis.article.text
    return tuple(
        _row(item, title if n < titled else text, place, in_title=n < titled, is_central=is_central)
        for n, (item, place, is_central) in enumerate(zip(items, places(items), inside, strict=True))
    )


def _row(item: Attribution, text: str, place: Place, *, in_title: bool, is_central: bool) -> ProfileRow:
    statement, chain, codes = item.statement, item.chain, item.codes
    return ProfileRow(
        id=statement.id,
        in_title=in_title,
        span=Span(statement.content[0].start, statement.content[-1].end),
        type=codes.type,
        source_name=chain.origin.name or None,
        carriers=tuple(carrier.name for carrier in chain.carriers),
        via=codes.via_code,
        form=statement.form,
        zone=item.zone,
        level=item.strength.level,
        score=item.strength.score,
        kind=codes.kind,
        ident=codes.ident,
        words=count_words(text, statement.content),
        nested=statement.nested,
        inherited=chain.inherited or statement.continues is not None,
        central=is_central,
        relays=relays(item),
        agency=is_agency_row(item),
        origin=place.origin,
        channel=place.channel,
    )


def _headline(article: Article) -> str | None:
    return next((b.span.of(article.text) for b in article.blocks if b.zone is Zone.HEADLINE), None)


def _sources(rows: Rows) -> Sources:
    n = len(rows)
    idents: dict[str, set[Ident]] = defaultdict(set)
    channels: dict[str, float] = defaultdict(float)
    for row in rows:
        if row.origin is not None:
            idents[row.origin].add(row.ident)
        if row.channel is not None:
            channels[row.channel] += row.words
    named = sum(Ident.NAMED in found for found in idents.values())
    anonymous = sum(found == {Ident.ANONYMOUS} for found in idents.values())
    largest = max(channels, key=channels.__getitem__, default=None)
    total = sum(channels.values())
    return Sources(
        n_origins=len(idents),
        n_named_origins=named,
        ladder=ladder(named),
        n_channels=len(channels),
        largest_channel=_channel_name(largest, rows),
        largest_channel_share=channels[largest] / total if largest is not None and total else None,
        effective_channels=effective_number(channels),
        kind_diversity=kind_diversity([row.kind for row in rows]),
        anonymous_share=share(sum(row.ident is Ident.ANONYMOUS for row in rows), n),
        anonymous_origin_share=share(anonymous, len(idents)),
        solely_anonymous=bool(idents) and anonymous == len(idents),
        hearsay_share=share(sum(row.type is AttributionType.HEARSAY for row in rows), n),
        relay_share=share(sum(row.relays > 0 for row in rows), n),
        depth_mean=share(sum(row.relays for row in rows), n),
        depth_max=max((row.relays for row in rows), default=0),
        state_share=share(sum(row.type in STATE_TYPES for row in rows), n),
    )


def _channel_name(channel: str | None, rows: Rows) -> str | None:
    """A channel as the article calls it: the body or carrier itself rather than who speaks for it."""
    through = [row for row in rows if row.channel == channel is not None]
    itself = next((row for row in through if row.origin == channel), None)
    relayed = next((row for row in through if row.relays and row.carriers), None)
    if itself is not None:
        return itself.source_name
    return relayed.carriers[0] if relayed is not None else channel


def _own_voice(analysis: Analysis, n_counted: int) -> OwnVoice:
    contents = [item.statement.content for item in analysis.attributions]
    contested, claims = len(contested_claims(analysis, contents)), len(analysis.unattributed)
    return OwnVoice(
        n_claims=claims,
        n_contested=contested,
        unattributed_share=share(contested, n_counted + claims),
    )


def _wire(article: Article, rows: Rows) -> Wire:
    credit = tuple(n for c in article.credits if c.kind is CreditKind.WIRE for n in c.names)
    signed = article.byline or ""
    byline_agency = any(name_key(part) in agencies() for part in signed.replace(",", "/").split("/"))
    credited, signed_by_person = bool(credit) or byline_agency, bool(signed) and not byline_agency
    # only what the newsroom says it heard itself is its own: a wire copy quotes people as well
    own = any(row.type is AttributionType.OWN_REPORTING for row in rows)
    if credited and not signed_by_person and not own:
        dependence = WireDependence.WHOLLY
    elif credited or any(row.agency for row in rows):
        dependence = WireDependence.PARTIAL
    else:
        dependence = WireDependence.NONE
    return Wire(dependence=dependence, share=share(sum(row.agency for row in rows), len(rows)), credit=credit)


def _strength(rows: Rows) -> StrengthSummary:
    lede = [row for row in rows if row.zone is Zone.LEDE]
    inside = [row for row in rows if row.central]
    mean = _mean(rows)
    weakest = min(inside, key=lambda row: row.level, default=None)
    channels = {row.channel for row in inside} - {None}
    cap = min(5, weakest.level + 1) if weakest is not None else None
    level = None if mean is None else round(1 + mean / 25)
    if not inside:
        check = TwoSources.NO_CENTRAL_CLAIM
    elif len(channels) > 1:
        check = TwoSources.TWO_CHANNELS
    elif any(_is_authority(row) for row in inside):
        check = TwoSources.PRIMARY_AUTHORITY
    else:
        check = TwoSources.NOT_MET
    return StrengthSummary(
        mean=mean,
        lede=_mean(lede),
        min_central=weakest.level if weakest is not None else None,
        weakest_central=weakest.id if weakest is not None else None,
        n_central=len(inside),
        n_central_channels=len(channels),
        two_sources=check,
        grade_cap=cap,
        grade=level if level is None or cap is None else min(level, cap),
    )


def _mean(rows: Rows) -> float | None:
    return weighted_mean([row.score for row in rows], [row.weight for row in rows])


def _is_authority(row: ProfileRow) -> bool:
    """A public body or its spokesperson that announces something at first hand (ZDF's exemption)."""
    return (
        row.kind is Kind.GOVERNMENT
        and row.ident in (Ident.BODY, Ident.SPOKESPERSON, Ident.NAMED)
        and row.relays == 0
        and row.level >= AUTHORITY_LEVEL
    )
