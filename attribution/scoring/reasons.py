"""The named reasons of the strength model: what applies to a statement, and where it can be seen.

No reason knows a name, and none rewards what kind of source speaks: a minister and a baker who
are named, with their function, in their own words, have the same reasons (codebook B1, B2).
Pairs such as ``named-verbatim`` are reasons of their own because the anchors of the levels are
pairs: words of a named person count for more than words and a name apart.
"""

from collections.abc import Iterator, Sequence

from attribution import resources
from attribution.classifying.words import Words
from attribution.labels import Ident, Via, Voice
from attribution.records import Chain, Codes, Document, Reason, Span, Statement
from attribution.scoring.encoder import Reasons
from attribution.scoring.phrases import (
    ANNOUNCING,
    BARE_PEOPLE,
    DAYS,
    FIRST_FINDINGS,
    OCCASIONS,
    RECORDS,
    UNSPECIFIC_MEDIA,
    VAGUE_CUES,
)

_IDENT = {
    Ident.NAMED: "named",
    Ident.SPOKESPERSON: "spokesperson",
    Ident.ANONYMOUS: "unnamed",
    Ident.BODY: "body",
    Ident.DOCUMENT: "record",
    Ident.HEARSAY: "no-source",
}
_VOICE = {
    Voice.QUOTED: "verbatim",
    Voice.MIXED: "partly-verbatim",
    Voice.PARAPHRASED: "paraphrased",
    Voice.THOUGHT: "thought",
}
_VIA = {Via.OUTLET: "outlet", Via.AGENCY: "agency", Via.PERSON: "second-hand", Via.DOCUMENT: "document"}

Found = tuple[str, Span | None]


def find_reasons(
    document: Document,
    statements: Sequence[Statement],
    chains: Sequence[Chain],
    codes: Sequence[Codes],
) -> tuple[Reasons, ...]:
    """Return the reasons of each statement, in the order of the statements; weights are still 0."""
    words = Words(document)
    return tuple(
        tuple(
            Reason(code=code, weight=0.0, span=span)
            for code, span in _reasons(words, statement, chain, coded)
        )
        for statement, chain, coded in zip(statements, chains, codes, strict=True)
    )


def _reasons(words: Words, statement: Statement, chain: Chain, codes: Codes) -> Iterator[Found]:
    yield from _coded(statement, chain, codes)
    yield from _identification(words, statement, chain, codes)
    yield from _presentation(words, statement, chain, codes)
    yield from _locators(words, statement)
    if codes.ident is Ident.DOCUMENT:
        yield from _record(words, statement, chain)
    if codes.ident is Ident.ANONYMOUS:
        yield from _anonymity(words, statement, chain)


def _coded(statement: Statement, chain: Chain, codes: Codes) -> Iterator[Found]:
    """Identification, presentation, relay, and the pairs of them."""
    who, how = _IDENT[codes.ident], _VOICE[codes.voice]
    mention, content = _mention(statement, chain), statement.content[0]
    yield who, mention
    yield how, content
    yield f"{who}-{how}", mention or content
    if not codes.via:
        yield f"{who}-{how}-first-hand", mention or content
    for via in codes.via:
        relay = _carrier_span(chain, via) or content
        yield f"relayed-by-{_VIA[via]}", relay
        yield f"{who}-relayed-by-{_VIA[via]}", relay
        yield f"{who}-{how}-relayed-by-{_VIA[via]}", relay
    if len(codes.via) > 1:
        yield "relayed-twice", _carrier_span(chain, codes.via[-1]) or content


def _identification(words: Words, statement: Statement, chain: Chain, codes: Codes) -> Iterator[Found]:
    source, who = chain.origin, _IDENT[codes.ident]
    described = source.description[0] if source.description else None
    if described is not None or source.roles:
        yield f"{who}-function-stated", described or source.fullest
        if codes.voice is Voice.QUOTED:
            yield f"{who}-function-stated-verbatim", described or source.fullest
    if chain.inherited:
        yield "source-carried-over", chain.mention
        yield f"{who}-carried-over", chain.mention
    if chain.candidates > 1:
        yield "source-left-open", chain.mention
    forms = [form.casefold() for form in words.of(_mentions(statement, chain))[:30]]
    mention = _mention(statement, chain)
    lang = words.document.lang
    if codes.ident is Ident.BODY:
        if not set(forms).isdisjoint(UNSPECIFIC_MEDIA[lang]):
            yield "unspecific-media", mention
        if not set(forms).isdisjoint(FIRST_FINDINGS[lang]):
            yield "first-findings", mention
    if codes.ident is not Ident.NAMED and ("und" in forms or "and" in forms):
        yield "several-sources", mention


def _presentation(words: Words, statement: Statement, chain: Chain, codes: Codes) -> Iterator[Found]:
    """The cue, the extent of the quotation and the reporter's own hedges."""
    lang, who = words.document.lang, _IDENT[codes.ident]
    cue = [form.casefold() for form in words.of(statement.cue)[:12]]
    where = statement.cue[0] if statement.cue else None
    around = [form.casefold() for form in words.frame(statement.content, reach=15)]
    if not ANNOUNCING[lang].isdisjoint(cue):
        yield f"{who}-announces", where
    if not VAGUE_CUES[lang].isdisjoint(cue):
        yield f"{who}-vague-cue", where
    if not cue:
        yield f"{who}-no-cue", statement.content[0]
    elif " ".join(cue) in resources.reporting_verbs(lang) or cue[0] in resources.reporting_verbs(lang):
        verb = resources.reporting_verbs(lang).get(" ".join(cue)) or resources.reporting_verbs(lang)[cue[0]]
        yield f"cue-{verb[1]}", where
        yield f"{who}-cue-{verb[1]}", where
    share = words.quoted_share(statement.content)
    if share > 0.9 and len(words.of(statement.content[:1])) >= 8:
        yield f"{who}-full-sentence-verbatim", statement.content[0]
    elif 0.0 < share < 0.4:
        yield f"{who}-fragment", statement.content[0]
    hedges = resources.hedges(lang)
    for form in (*around, *(form.casefold() for form in words.of(statement.content)[:40])):
        if form in hedges:
            yield f"hedge-{hedges[form]}", statement.content[0]
            yield f"{who}-hedge-{hedges[form]}", statement.content[0]
    if statement.nested:
        yield "nested", statement.content[0]


def _locators(words: Words, statement: Statement) -> Iterator[Found]:
    """A day, an occasion, a figure: what lets a reader find the same words again."""
    lang = words.document.lang
    around = [form.casefold() for form in words.frame(statement.content, reach=15)]
    if not DAYS[lang].isdisjoint(around):
        yield "day-stated", statement.content[0]
    if any(form in OCCASIONS[lang] for form in around):
        yield "occasion-stated", statement.content[0]
    if statement.addressee:
        yield "addressee-stated", statement.addressee[0]
    if any(form[0].isdigit() for form in words.of(statement.content)[:60]):
        yield "figures", statement.content[0]


def _record(words: Words, statement: Statement, chain: Chain) -> Iterator[Found]:
    """What sort of record is cited, and whether it can be looked up."""
    lang = words.document.lang
    spans, mention = _mentions(statement, chain), _mention(statement, chain)
    forms = words.of(spans)[:30]
    lowered = [form.casefold() for form in forms]
    for sort, nouns in RECORDS[lang].items():
        if any(form.endswith(nouns) or form.rstrip("sen").endswith(nouns) for form in lowered):
            yield f"record-{sort}", mention
    named = any(form[0].isupper() for form in forms[1:]) if lang == "en" else len(forms) > 2
    if named:
        yield "record-identified", mention
    if any(form[0].isdigit() for form in forms):
        yield "record-dated", mention
    if forms and lowered[0] in {"ein", "eine", "einer", "einem", "a", "an"}:
        yield "record-indefinite", mention
    if any(form[0].isdigit() for form in words.of(statement.content)[:60]):
        yield "record-with-figures", statement.content[0]
    if not forms:
        yield "record-unnamed", statement.content[0]


def _anonymity(words: Words, statement: Statement, chain: Chain) -> Iterator[Found]:
    """How far the unnamed are described (D7), and why they are unnamed (D8)."""
    lang = words.document.lang
    mention = _mention(statement, chain)
    forms = [form.casefold() for form in words.of(_mentions(statement, chain))[:30]]
    if not forms:
        yield "unnamed-undescribed", statement.content[0]
        return
    bare = all(form in BARE_PEOPLE[lang] for form in forms if form.isalpha())
    yield ("unnamed-bare" if bare else "unnamed-described"), mention
    if forms[0] in BARE_PEOPLE[lang]:
        yield "unnamed-opens-bare", mention
    if len(forms) >= 4:
        yield "unnamed-described-at-length", mention
    near = " ".join((*forms, *(form.casefold() for form in words.frame(statement.content, reach=25))))
    for term, sort in resources.anonymity_terms(lang).items():
        if term in near:
            yield f"anonymity-{sort}", mention


def _mentions(statement: Statement, chain: Chain) -> tuple[Span, ...]:
    return statement.source or ((chain.mention,) if chain.mention else ())


def _mention(statement: Statement, chain: Chain) -> Span | None:
    spans = _mentions(statement, chain)
    return spans[0] if spans else None


def _carrier_span(chain: Chain, via: Via) -> Span | None:
    return next((carrier.span for carrier in chain.carriers if carrier.via is via and carrier.span), None)
