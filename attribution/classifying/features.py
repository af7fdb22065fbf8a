"""What the type classifier looks at: named features of a statement, its chain and the article."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attribution import resources
from attribution.classifying.story import article_features, entity_features, entity_key
from attribution.classifying.vectors import WordVectors
from attribution.classifying.wording import (
    DETERMINERS,
    band,
    class_features,
    head_features,
    head_noun,
    lexical,
)
from attribution.classifying.words import Words
from attribution.records import Chain, Document, Span, Statement

Features = dict[str, float]
_PRONOUNS = {
    "de": frozenset("er sie es ihm ihr ihn ihnen man wir ich dieser diese dieses".split()),
    "en": frozenset("he she it they him her them we i you who".split()),
}
# Present and past subjunctives that carry German reported speech without a cue.
_SUBJUNCTIVES = frozenset(
    "sei seien habe hätten hätte werde würden würde könne könnten könnte solle müsse müssten wolle "
    "dürfe wäre wären gebe gäbe komme stehe gehe liege".split()
)
_MODALS = frozenset(
    "soll sollen sollten will wollen would will should could might may must can könnte könnten".split()
)

# Groups of word features that are many and weak; a smaller value means a stronger penalty.
# Chosen by cross-validation on train.
_VALUES = {"story": 0.3, "t": 0.3, "pw": 0.3, "oo": 0.3, "e": 0.4, "o": 0.5, "d": 0.6}
_NAMING = frozenset({"m", "f", "d", "e", "af"})  # groups whose capitalised words are mostly names
_VECTOR_VALUE = 3.0  # unit vectors have small entries; cross-validated 1, 3


def statement_features(
    document: Document, statements: Sequence[Statement], chains: Sequence[Chain], vectors: WordVectors
) -> tuple[Features, ...]:
    """Return the features of each statement, in the order of the statements.

    Names that begin with a language ("de:") are seen in that language only; the others are
    shared, so that a class which is rare in one language profits from the other.
    """
    words = Words(document)
    campaign = in_campaign(document)
    # Keyed by identity: the resolver hands out one Source per entity, and hashing its mentions for
    # every statement would be quadratic in a long article.
    sources = {id(chain.origin): chain.origin for chain in chains}
    entities = {key: tuple(entity_features(words, source)) for key, source in sources.items()}
    article = tuple(article_features(document))
    rows = []
    for place, (statement, chain) in enumerate(zip(statements, chains, strict=True)):
        names = (
            *article,
            *_own_features(words, statement, chain),
            *entities[id(chain.origin)],
            *_neighbours(chains, place),
            *_earlier_relays(words, statements, chains, place),
            f"lang={document.lang}",
        )
        if campaign:
            names = tuple(_in_campaign(names))
        row = {name: _VALUES.get(_group(name.removeprefix("campaign:")), 1.0) for name in names}
        row.update(_vector_features(words, statement, chain, vectors))
        rows.append(row)
    return tuple(rows)


def in_campaign(document: Document) -> bool:
    """Tell whether a story comes from the US presidential campaign of 2016.

    The English train articles do, and there even office-holders speak as candidates (coding guide,
    ``kind``): what their names and offices say then must not be learnt for other times.
    """
    date = document.article.date or ""
    return document.article.country == "US" and "2015-06" <= date[:7] <= "2016-11"


def _in_campaign(names: Sequence[str]) -> Iterator[str]:
    """Names of features, those of people's names set apart; offices count both ways."""
    named = {tuple(name.split("=", 1)) for name in names if _group(name) in _NAMING and name[2:3] != ":"}
    words = {word for _, word in named}
    starts, ends = {word[:6] for word in words}, {word[-6:] for word in words}
    for name in names:
        stem, _, word = name.partition("=")
        known = {"start": starts, "end": ends}.get(stem.rpartition("-")[2], words)
        if _group(name) in _NAMING and word in known:
            yield f"campaign:{name}"
            continue
        yield name
        if name.startswith(("role=", "kind=", "category=")):
            yield f"campaign:{name}"
    yield "campaign"


def _group(name: str) -> str:
    """The group of a feature: "de:o-start=berich" belongs to "o"."""
    stem = name.split("=", 1)[0]
    return stem.removeprefix("de:").removeprefix("en:").removesuffix("-start").removesuffix("-end")


def _vector_features(
    words: Words, statement: Statement, chain: Chain, vectors: WordVectors
) -> Iterator[tuple[str, float]]:
    """What the head, the phrase and the cue resemble."""
    lang = words.document.lang
    mention = words.of(mention_spans(statement, chain))[:20]
    source = chain.origin
    fullest = words.of((source.fullest,))[:20] if source.fullest else []
    stretches = (
        ("hv", [head_noun(mention, lang)]),
        ("mv", [form for form in mention if len(form) > 3]),
        ("fv", [head_noun(fullest, lang)]),
        ("cv", words.of(statement.cue)[:6]),
    )
    for name, forms in stretches:
        vector = vectors.mean(forms, lang)
        if vector is not None:
            for number, value in enumerate(vector.tolist()):
                yield f"{lang}:{name}{number}", _VECTOR_VALUE * value


def mention_spans(statement: Statement, chain: Chain) -> tuple[Span, ...]:
    """Return where the statement's own or inherited source stands."""
    if chain.mention is not None and not any(s.overlaps(chain.mention) for s in statement.source):
        return (chain.mention,)  # a deeper source than the marked one, or an inherited mention
    return statement.source


def _own_features(words: Words, statement: Statement, chain: Chain) -> tuple[str, ...]:
    return (
        *_mention_features(words, statement, chain),
        *_cue_features(words, statement),
        *_content_features(words, statement),
        *_relay_features(words, statement, chain),
    )


def _mention_features(words: Words, statement: Statement, chain: Chain) -> Iterator[str]:
    """The phrase that this statement uses for its source."""
    lang = words.document.lang
    if chain.inherited:
        yield "inherited"
    if not statement.source:
        yield "no-source-span"
    if chain.candidates > 1:
        yield "open"
    spans = mention_spans(statement, chain)
    forms = words.of(spans)[:30]
    if not forms:
        yield "mention=none"
        return
    yield from lexical("m", lang, forms)
    first = forms[0].lower()
    if first in _PRONOUNS[lang]:
        yield f"mention=pronoun:{len(forms) > 1}"
    elif first in DETERMINERS[lang]:
        yield f"mention=determined:{lang}:{first}"
    elif first.isdigit():
        yield "mention=number"
    elif forms[0][0].isupper():
        yield "mention=capital"
    else:
        yield "mention=bare"
    capitals = sum(form[0].isupper() for form in forms)
    yield f"capitals={min(capitals, 4)}"
    yield f"length={min(len(forms), 8) // 2}"
    yield from head_features("head", lang, head_noun(forms, lang))
    yield from class_features("m", forms, words.document)
    for span in spans[:1]:
        for form in words.before(span, 2):
            yield f"{lang}:mb={form.lower()}"
        for form in words.after(span, 2):
            yield f"{lang}:ma={form.lower()}"


def _cue_features(words: Words, statement: Statement) -> Iterator[str]:
    lang = words.document.lang
    yield f"form={statement.form}"
    forms = words.of(statement.cue)[:10]
    if not forms:
        yield "cue=none"
        return
    for form in forms:
        yield f"{lang}:c={form.lower()}"
        yield f"{lang}:cp={form.lower()[:5]}"
    phrase = " ".join(forms[:4]).lower()
    yield f"{lang}:cue={phrase}"
    verbs = resources.reporting_verbs(lang)
    for form in (phrase, *(form.casefold() for form in forms)):
        if form in verbs:
            yield f"verb={verbs[form][1]}"


def _content_features(words: Words, statement: Statement) -> Iterator[str]:
    """How the claim is presented: quotation marks, subjunctive, hedges, tense."""
    lang = words.document.lang
    share = words.quoted_share(statement.content)
    yield f"quoted={band(share)}"
    if share:
        marks = sum(len(words.quotations(span)) for span in statement.content)
        yield f"quotations={min(marks, 3)}"
    else:
        yield f"quoted-near={bool(words.quotations(_widened(statement)))}"
    forms = [form.lower() for form in words.of(statement.content)[:60]]
    if lang == "de":
        moods = _SUBJUNCTIVES.intersection(forms)
        yield f"subjunctive={bool(moods)}"
    for modal in _MODALS.intersection(forms):
        yield f"{lang}:modal={modal}"
    hedges = resources.hedges(lang)
    for form in forms:
        if form in hedges:
            yield f"hedge={hedges[form]}"
    for form in forms[:2]:
        yield f"{lang}:first={form}"
    for form in forms:
        yield f"{lang}:t={form}"
    yield f"tokens={min(len(forms) // 8, 5)}"
    sentence = words.sentence_at(statement.content[0].start)
    yield f"zone={sentence.zone if sentence else 'none'}"
    if statement.nested:
        yield "nested"


def _relay_features(words: Words, statement: Statement, chain: Chain) -> Iterator[str]:
    """Carriers, addressees, and the words around the content in its sentences."""
    lang = words.document.lang
    for carrier in chain.carriers:
        yield f"carrier={carrier.via}"
        yield f"carrier-type={carrier.type}"
    yield f"carriers={min(len(chain.carriers), 3)}"
    if statement.addressee:
        yield "addressee"
        yield from lexical("a", lang, words.of(statement.addressee)[:10])
    if statement.frame:
        yield "frame"
    around = words.frame(statement.content)
    yield from class_features("o", around, words.document)
    yield from lexical("o", lang, around)
    for pair in pairwise(around):
        yield f"{lang}:oo={' '.join(pair).lower()}"


def _neighbours(chains: Sequence[Chain], place: int) -> Iterator[str]:
    """Who speaks in the statements before and after."""
    for step in (-1, 1):
        other = place + step
        if 0 <= other < len(chains):
            source = chains[other].origin
            same = entity_key(source) == entity_key(chains[place].origin)
            yield f"next{step:+d}=same:{same}"
            yield f"next{step:+d}={source.category}"
            if step < 0:
                for role in source.roles[:2]:
                    yield f"next{step:+d}-role={role}"
        else:
            yield f"next{step:+d}=none"


def _earlier_relays(
    words: Words, statements: Sequence[Statement], chains: Sequence[Chain], place: int
) -> Iterator[str]:
    """The relay of the same source's statements before: an interview runs on without being named again."""
    key = entity_key(chains[place].origin)
    for step in (1, 2):
        other = place - step
        if other < 0 or entity_key(chains[other].origin) != key:
            continue
        for carrier in chains[other].carriers:
            yield f"earlier{step}={carrier.via}"
        around = words.frame(statements[other].content)
        yield from class_features("po", around, words.document)
        yield from lexical("pw", words.document.lang, [form for form in around if len(form) > 3])


def _widened(statement: Statement) -> Span:
    return Span(max(statement.content[0].start - 60, 0), statement.content[-1].end + 60)
