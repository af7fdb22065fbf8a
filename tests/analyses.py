"""Analyses built by hand: no model runs in the tests of what comes after it."""

from collections.abc import Sequence

from attribution.labels import (
    AttributionType,
    ClaimStatus,
    Form,
    Ident,
    Kind,
    Origin,
    SourceCategory,
    Via,
    Voice,
    Zone,
)
from attribution.reading import article_from_text
from attribution.records import (
    Analysis,
    Article,
    Attribution,
    Carrier,
    Chain,
    Codes,
    ModelId,
    Reason,
    Source,
    Span,
    Statement,
    Unattributed,
)
from attribution.scoring.explain import strength_from

THRESHOLDS = (-3.0, -1.0, 1.0, 3.0)

TEXT_DE = """Stadtrat will Hafenbrücke sperren

Der Stadtrat will die Hafenbrücke im Mai sperren, sagte Bürgermeisterin Ute Kurz am Montag.
Die Hafenbrücke werde ab Mai gesperrt, teilte die Stadt mit.
„Das dauert drei Wochen“, sagte ein Sprecher der Stadt.

Beamte rechnen mit höheren Kosten, berichtete der Küstenbote.
Der Bau habe schon begonnen, berichtete das Blatt weiter.
Angeblich fehlt das Geld. Niemand weiß, wer am Ende die Rechnung bezahlt.
"""


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def attribution(
    text: str,
    content: str,
    *,
    id: str,
    name: str = "",
    source: str = "",
    cue: str = "",
    ident: Ident = Ident.NAMED,
    kind: Kind = Kind.GOVERNMENT,
    type: AttributionType = AttributionType.NAMED_OFFICIAL,
    category: SourceCategory = SourceCategory.PERSON,
    carriers: Sequence[tuple[str, AttributionType, Via]] = (),
    level: int = 4,
    zone: Zone = Zone.BODY,
    nested: bool = False,
    inherited: bool = False,
    affiliation: str | None = None,
    form: Form = Form.INDIRECT,
) -> Attribution:
    mention = span_of(text, source) if source else None
    reasons = (Reason(code="named", weight=2.0 * (level - 3), span=mention),)
    return Attribution(
        statement=Statement(
            id=id,
            content=(span_of(text, content),),
            source=(mention,) if mention is not None and not inherited else (),
            cue=(span_of(text, cue),) if cue else (),
            nested=nested,
            form=form,
        ),
        chain=Chain(
            origin=Source(name=name, category=category, affiliation=affiliation),
            carriers=tuple(Carrier(name=n, type=t, via=v) for n, t, v in carriers),
            mention=mention,
            inherited=inherited,
        ),
        codes=Codes(
            ident=ident,
            kind=kind,
            origin=Origin.DOMESTIC,
            via=tuple(v for _, _, v in carriers),
            voice=Voice.PARAPHRASED,
            type=type,
        ),
        strength=strength_from(0.0, reasons, THRESHOLDS),
        zone=zone,
    )


OUTLET = ("Küstenbote", AttributionType.DOMESTIC_OUTLET, Via.OUTLET)


def bridge(article: Article | None = None) -> Analysis:
    """Seven statements: a named official, her body and its spokesman, two rows through a paper, hearsay."""
    text = TEXT_DE
    officials = {
        "ident": Ident.ANONYMOUS,
        "type": AttributionType.ANONYMOUS_OFFICIALS,
        "category": SourceCategory.UNNAMED_PERSON,
        "level": 1,
        "carriers": (OUTLET,),
    }
    body = {"kind": Kind.GOVERNMENT, "type": AttributionType.OFFICIAL_BODY, "category": SourceCategory.BODY}
    items = (
        attribution(
            text,
            "Stadtrat will Hafenbrücke sperren",
            id="1",
            name="Stadtrat",
            source="Stadtrat",
            ident=Ident.BODY,
            level=3,
            zone=Zone.HEADLINE,
            **body,
        ),
        attribution(
            text,
            "Der Stadtrat will die Hafenbrücke im Mai sperren",
            id="2",
            name="Ute Kurz",
            source="Bürgermeisterin Ute Kurz",
            cue="sagte",
            zone=Zone.LEDE,
            affiliation="Stadt",
        ),
        attribution(
            text,
            "Die Hafenbrücke werde ab Mai gesperrt",
            id="3",
            name="die Stadt",
            source="die Stadt",
            cue="teilte",
            ident=Ident.BODY,
            **body,
        ),
        attribution(
            text,
            "„Das dauert drei Wochen“",
            id="4",
            name="ein Sprecher der Stadt",
            source="ein Sprecher der Stadt",
            ident=Ident.SPOKESPERSON,
            level=3,
            form=Form.DIRECT,
            **body,
        ),
        attribution(
            text, "Beamte rechnen mit höheren Kosten", id="5", name="Beamte", source="Beamte", **officials
        ),
        attribution(
            text,
            "Der Bau habe schon begonnen",
            id="6",
            name="Küstenbote",
            source="der Küstenbote",
            ident=Ident.BODY,
            kind=Kind.MEDIA,
            type=AttributionType.DOMESTIC_OUTLET,
            category=SourceCategory.OUTLET,
            level=3,
            inherited=True,
        ),
        attribution(
            text,
            "fehlt das Geld",
            id="7",
            ident=Ident.HEARSAY,
            kind=Kind.OTHER,
            level=1,
            type=AttributionType.HEARSAY,
            category=SourceCategory.NONE,
            cue="Angeblich",
        ),
    )
    claim = Unattributed(
        span=span_of(text, "Niemand weiß, wer am Ende die Rechnung bezahlt."), status=ClaimStatus.CONTESTED
    )
    article = article or article_from_text(text, id="bruecke", lang="de")
    return Analysis(
        article=article,
        attributions=items,
        notices=article.notices,
        unattributed=(claim,),
        models=(ModelId(name="tagger-by-hand", digest="0" * 64),),
        words=70,
    )


def empty(article: Article) -> Analysis:
    return Analysis(article=article, attributions=())
