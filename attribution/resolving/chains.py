"""Who stands behind each statement of an article, and who relayed it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from attribution.labels import AttributionType, Kind, SourceCategory, Via, Zone
from attribution.records import Carrier, Chain, Document, Source, Span, Spans, Statement
from attribution.resolving.lexicon import (
    BACKWARD as BACKWARD_WORDS,
)
from attribution.resolving.lexicon import (
    FEMALE,
    MALE,
    NEUTER,
    PLURAL,
    RELATIVE,
    SELF_WORDS,
    Hit,
    find_names,
    kind_of_role,
)
from attribution.resolving.persons import Cast, Person, find_persons, masculine
from attribution.resolving.phrases import OWN, Phrase, hits_in, read_phrase
from attribution.resolving.relays import (
    CITING,
    Surroundings,
    document_carrier,
    media_carrier,
    surroundings,
    unnamed_relay,
)

MEDIA = (SourceCategory.OUTLET, SourceCategory.AGENCY)
NOBODY = Source(name="", category=SourceCategory.NONE)
# Sentence openings that carry the sentence before on; a bare "soll" without one is hearsay.
BACKWARD = re.compile(r"(?:Demnach|Danach|Dabei|Dazu|Damit|Zudem|Außerdem|Ferner|Weiter|Auch|Hierzu|Dafür)\b")
HEARSAY = {
    "de": re.compile(
        r"\b(?:angeblich|offenbar|anscheinend|mutmaßlich|offensichtlich|dem Vernehmen nach|Gerüchten"
        r"|gerüchteweise)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:reportedly|allegedly|supposedly|purportedly|apparently|rumou?red|is said to|are said to"
        r"|is believed to|are believed to|is thought to|was believed to|is understood to)\b",
        re.IGNORECASE,
    ),
}
SHOULD = re.compile(r"\b(?:soll|sollen)\b")
BARE_REPORT = frozenset({"bericht", "berichte", "medienbericht", "medienberichte", "report", "reports"})
REPORT_NOUN = frozenset(
    {"bericht", "artikel", "medienbericht", "zeitungsbericht", "report", "article", "story"}
)
# Words that many outlets share in their names.
COMMON_TITLES = frozenset(
    "daily news times post zeitung tageblatt anzeiger kurier online presse press the morning".split()
)
HEAD_ZONES = (Zone.HEADLINE, Zone.DEK, Zone.SUBHEAD)
PAST = 60  # statements back that a reference may reach
AFTER = 120  # characters behind "nach eigenen Angaben" in which the subject may follow
JUST_BEFORE = 60  # characters between a name and the relative pronoun that takes it up
GOES_ON = 250  # characters between two statements of one source that belong to one conversation
REACH = 800  # characters back to the person whom a bare office means
AHEAD = 200  # characters from a quotation without a source to the next that names one
NEAR = 40  # characters around the cue in which an outlet heard, rather than is spoken of


def resolve(document: Document, statements: Sequence[Statement]) -> tuple[Chain, ...]:
    """Resolve the source of every statement to an entity of the article, with its relays.

    Parameters
    ----------
    document : Document
    statements : sequence of Statement
        Found by a tagger or given; in any order.

    Returns
    -------
    tuple of Chain
        Parallel to ``statements``: carriers nearest first, then the origin.
    """
    return _Resolver(document, statements).run()


class _Resolver:
    """One article while its statements are resolved in text order."""

    def __init__(self, document: Document, statements: Sequence[Statement]) -> None:
        self.document = document
        self.statements = statements
        self.home = document.article.country
        self.starts = [t.start for t in document.tokens]
        self.ends = [t.end for t in document.tokens]
        self.hits = find_names(document.tokens, document.lang)
        self.cast = Cast(find_persons(document, self.hits))
        self.sources = {id(p): person_source(p) for p in self.cast.people}
        self.chains: dict[int, Chain] = {}
        self.order = sorted(range(len(statements)), key=lambda i: statements[i].content[0].start)
        self.place = {i: at for at, i in enumerate(self.order)}
        self.by_id = {s.id: i for i, s in enumerate(statements)}
        self.by_source: dict[Spans, Chain] = {}
        self.media = {
            wanted: [h for h in self.hits if h.listing == wanted] for wanted in ("outlet", "agency")
        }
        self.sentences = [s.span.start for s in document.sentences]

    def run(self) -> tuple[Chain, ...]:
        """Every chain, in the order of the statements."""
        later: list[int] = []
        for at, i in enumerate(self.order):
            before = self.order[max(0, at - PAST) : at]
            if self.is_bare_report(self.statements[i]):
                later.append(i)  # a headline's "Bericht:" is explained by the text below
                continue
            self.chains[i] = self.chain(i, before)
            self.by_source[self.statements[i].source] = self.chains[i]
        for i in later:
            self.chains[i] = self.report_chain(i)
        for at in range(len(self.order) - 2, -1, -1):
            self.look_ahead(self.order[at], self.order[at + 1])
        return tuple(self.chains[i] for i in range(len(self.statements)))

    def look_ahead(self, i: int, following: int) -> None:
        """Give a quotation that opens the text the source that is named right after it."""
        statement, chain = self.statements[i], self.chains[following]
        mine = self.chains[i]
        if mine.origin.category is not SourceCategory.NONE or statement.source or statement.cue:
            return
        if chain.origin.category is SourceCategory.NONE or self.zone(statement) is Zone.CAPTION:
            return
        text = self.sentence_text(statement)
        lang = self.document.lang
        near = self.statements[following].content[0].start - statement.content[-1].end < AHEAD
        if near and not HEARSAY[lang].search(text) and not SHOULD.search(text):
            self.chains[i] = replace(chain, inherited=True)

    def is_bare_report(self, statement: Statement) -> bool:
        """Tell whether the source is a headline's bare "Bericht" or "Report"."""
        if len(statement.source) != 1 or self.zone(statement) not in HEAD_ZONES:
            return False
        return statement.source[0].of(self.document.text).strip(" :").casefold() in BARE_REPORT

    def report_chain(self, i: int) -> Chain:
        """The outlet whose report the nearest statements below rest on."""
        mention = self.statements[i].source[0]
        here = self.statements[i].content[0].start
        at = self.place[i]
        near = ((j, self.statements[j].content[0].start) for j in self.order[max(0, at - 12) : at + 12])
        around = [(start > here, self.chains[j]) for j, start in near if j in self.chains and start != here]
        below = [chain for after, chain in around if after]
        above = [chain for after, chain in reversed(around) if not after]
        for chain in (*below[:4], *above[:6]):
            if chain.origin.category in MEDIA and chain.origin.name:
                return Chain(origin=chain.origin, mention=mention)
            if chain.carriers and chain.carriers[0].via in (Via.OUTLET, Via.AGENCY):
                return Chain(origin=self.carrier_source(chain.carriers[0]), mention=mention)
        return Chain(
            origin=Source(name="", category=SourceCategory.OUTLET, mentions=(mention,)), mention=mention
        )

    def carrier_source(self, carrier: Carrier) -> Source:
        """An outlet that carried elsewhere, as an origin of its own."""
        hit = next(
            (h for h in self.hits if h.name == carrier.name and h.listing in ("outlet", "agency")), None
        )
        agency = carrier.via is Via.AGENCY
        return Source(
            name=carrier.name,
            category=SourceCategory.AGENCY if agency else SourceCategory.OUTLET,
            mentions=(carrier.span,) if carrier.span else (),
            fullest=carrier.span,
            kinds=(Kind.AGENCY if agency else Kind.MEDIA,),
            country=hit.country if hit else None,
            listing=listing_of(hit) if hit else None,
        )

    def chain(self, i: int, before: Sequence[int]) -> Chain:
        """The chain of one statement, all earlier ones being resolved."""
        statement = self.statements[i]
        others = [self.statements[j] for j in self.neighbours(i)]
        around = surroundings(self.document, statement, others)
        if not statement.source:
            return self.without_source(statement, before, around)
        mention = statement.source[0]
        if not statement.cue and (earlier := self.earlier(statement)) is not None:
            return replace(earlier, inherited=True)  # the same words for the source: the same chain
        phrase = self.phrase(mention)
        if phrase is None:
            return Chain(origin=NOBODY, mention=mention)
        origin, inherited = self.origin(phrase, statement, before)
        carriers = self.carriers(statement, phrase, origin, around)
        deeper = self.cited(around, origin, phrase)
        if deeper is not None:
            relay = self.as_carrier(origin, mention)
            origin, carriers = deeper, (*((relay,) if relay else ()), *carriers)
            mention = deeper.mentions[-1] if deeper.category is not SourceCategory.PERSON else mention
        if not carriers and inherited is not None:
            carriers = inherited.carriers
        elif not carriers and (same := self.earlier(statement)) is not None:
            carriers = same.carriers
        if not carriers and (same := self.same_source(statement, origin, before)) is not None:
            carriers = same.carriers
        return Chain(
            origin=origin,
            carriers=unique(carriers, origin),
            mention=mention,
            inherited=mention.start < self.sentence_start(statement.content[0].start) and not statement.cue,
        )

    def neighbours(self, i: int) -> list[int]:
        """Statements near enough to share a sentence."""
        at = self.place[i]
        return [j for j in self.order[max(0, at - 3) : at + 4] if j != i]

    def without_source(self, statement: Statement, before: Sequence[int], around: Surroundings) -> Chain:
        """The chain of a statement that names nobody: what it continues, or hearsay."""
        text = self.sentence_text(statement)
        lang = self.document.lang
        marked = HEARSAY[lang].search(text) is not None
        should = lang == "de" and SHOULD.search(text) is not None
        back = BACKWARD.match(text) is not None
        previous = self.previous(statement, before)
        if marked and not back:
            previous = None
        if should and not back and statement.continues is None:
            previous = None
        if self.zone(statement) is Zone.CAPTION:
            previous = None
        if statement.cue and statement.continues is None and lang == "en":
            previous = None  # "is expected to", "was told": the copy names nobody
        if previous is None:
            relay = unnamed_relay(around, lang)
            return Chain(origin=NOBODY, carriers=(relay,) if relay else ())
        return replace(previous, inherited=True)

    def previous(self, statement: Statement, before: Sequence[int]) -> Chain | None:
        """The chain that a statement without a source carries on."""
        if statement.continues is not None:
            continued = self.by_id.get(statement.continues, -1)
            if continued in self.chains:
                return self.chains[continued]
        for j in reversed(before):
            if j in self.chains:
                return self.chains[j]
        return None

    def earlier(self, statement: Statement) -> Chain | None:
        """The chain of an earlier statement with the very same source mention."""
        return self.by_source.get(statement.source)

    def same_source(self, statement: Statement, origin: Source, before: Sequence[int]) -> Chain | None:
        """The chain of the statement just before, where the same source goes on in the same place."""
        for j in reversed(before[-2:]):
            chain = self.chains.get(j)
            gap = statement.content[0].start - self.statements[j].content[-1].end
            if chain and chain.origin.name == origin.name and gap < GOES_ON:
                return chain if chain.carriers else None
        return None

    def origin(
        self, phrase: Phrase, statement: Statement, before: Sequence[int]
    ) -> tuple[Source, Chain | None]:
        """The entity a phrase denotes, and the chain it was taken from where it refers back."""
        if phrase.pronoun:
            return self.pronoun(phrase, statement, before)
        if phrase.person is not None:
            return self.sources[id(phrase.person)], None
        source = phrase_source(phrase)
        category = phrase.category
        if category is SourceCategory.SELF or self.is_publisher(phrase):
            name = self.document.article.publisher or source.name
            return replace(source, category=SourceCategory.SELF, name=name), None
        if category in MEDIA:
            return self.outlet(phrase, source), None
        if category is SourceCategory.DOCUMENT and phrase.definite and phrase.head.casefold() in REPORT_NOUN:
            report = self.report(phrase, before)
            if report is not None:
                return report, None
        if category is SourceCategory.UNNAMED_PERSON and phrase.definite:
            for j in reversed(before):
                chain = self.chains.get(j)
                if chain and chain.origin.category is category and same_head(chain.origin.name, phrase.head):
                    return chain.origin, chain
        if category in (SourceCategory.OFFICE, SourceCategory.SPOKESPERSON) and phrase.definite:
            person = self.office_holder(phrase) or self.bare_office(phrase)
            if person is not None:
                return self.sources[id(person)], None
        return source, None

    def is_publisher(self, phrase: Phrase) -> bool:
        """Tell whether a media word or a short name means the publishing newsroom itself."""
        publisher = self.document.article.publisher
        if not publisher or phrase.hit is not None or phrase.person is not None:
            return False
        own = {w.casefold() for w in publisher.split() if len(w) > 3} - COMMON_TITLES
        words = {w.casefold().strip('„“”"»«') for w in phrase.text.split() if w[:1].isupper()}
        return (
            bool(own & words)
            and len(phrase.text.split()) <= 6
            and phrase.category is not SourceCategory.PERSON
        )

    def pronoun(
        self, phrase: Phrase, statement: Statement, before: Sequence[int]
    ) -> tuple[Source, Chain | None]:
        """The entity a pronoun means: the last source that fits, else the last person that fits."""
        word = phrase.pronoun
        if word in BACKWARD_WORDS:
            last = self.previous(statement, before)
            return (last.origin, last) if last else (phrase_source(phrase), None)
        if word in SELF_WORDS and word not in ("me", "us", "mir", "uns"):
            inside = self.holder(statement, before) or self.previous(statement, before)
            return (inside.origin, inside) if inside else (phrase_source(phrase), None)
        here = phrase.span.start
        if word in OWN and (subject := self.subject(phrase)) is not None:
            return subject, None
        verb = self.following(phrase.span.end)
        plural = word in PLURAL and (word not in FEMALE or verb.endswith(("en", "ten")) or word == "they")
        if word in RELATIVE and word not in PLURAL | MALE | FEMALE:
            return self.antecedent(here), None
        for j in reversed(before):
            chain = self.chains.get(j)
            if chain is None or here - self.statements[j].content[-1].end > 1200:
                break
            if self.agrees(chain.origin, word, plural=plural):
                return chain.origin, chain
        if not plural and word not in NEUTER:
            gender = "m" if word in MALE else "f" if word in FEMALE else ""
            fits = (p for p, _ in self.cast.before(here) if not gender or p.gender in (gender, ""))
            if (person := next(fits, None)) is not None:
                return self.sources[id(person)], None
        for j in reversed(before):
            if (chain := self.chains.get(j)) and chain.origin.category is not SourceCategory.NONE:
                return chain.origin, chain
        return phrase_source(phrase), None

    def subject(self, phrase: Phrase) -> Source | None:
        """Who "nach eigenen Angaben" means: the noun phrase that opens the sentence, or the person "
        "named nearest."""
        start = self.sentence_start(phrase.span.start)
        tokens = self.document.tokens
        first = last = bisect_left(self.starts, start)
        end = bisect_left(self.starts, phrase.span.start)
        while last < end and (
            tokens[last].form[:1].isupper() or (tokens[last].form.islower() and last == first)
        ):
            last += 1
        if last > first and last < end:
            opening = read_phrase(tokens, first, last, self.document.lang, self.hits, self.cast)
            if opening.person is not None:
                return self.sources[id(opening.person)]
            if opening.category is not SourceCategory.UNRESOLVED and not opening.pronoun:
                return phrase_source(opening)
        sentence = Span(start, phrase.span.end + AFTER)
        near = sorted((abs(m.start - phrase.span.start), p.name) for p, m in self.cast.inside(sentence))
        return self.sources[id(self.cast.by_name[near[0][1]])] if near else None

    def agrees(self, source: Source, word: str, *, plural: bool) -> bool:
        """Tell whether a source may be meant by a pronoun."""
        single = source.category in (
            SourceCategory.PERSON,
            SourceCategory.SPOKESPERSON,
            SourceCategory.OFFICE,
        )
        if plural:
            return source.category in (SourceCategory.UNNAMED_PERSON, SourceCategory.BODY)
        if word in NEUTER:
            return source.category in (SourceCategory.BODY, *MEDIA, SourceCategory.DOCUMENT)
        singular = source.name.casefold().startswith(
            ("a ", "an ", "one ", "ein ", "eine ", "einer ", "der ", "die ")
        )
        if not single and not (source.category is SourceCategory.UNNAMED_PERSON and singular):
            return False
        person = self.cast.by_name.get(source.name)
        wanted = "m" if word in MALE else "f" if word in FEMALE else ""
        return person is None or not wanted or person.gender in (wanted, "")

    def antecedent(self, here: int) -> Source:
        """The person or name right before a relative pronoun."""
        person, mention = next(self.cast.before(here), (None, None))
        if person is not None and mention is not None and here - mention.end < JUST_BEFORE:
            return self.sources[id(person)]
        first = max(0, bisect_left(self.starts, here) - 4)
        last = bisect_left(self.starts, here)
        if last > first:
            tokens = self.document.tokens
            return phrase_source(read_phrase(tokens, first, last, self.document.lang, self.hits, self.cast))
        return Source(name="", category=SourceCategory.UNRESOLVED)

    def holder(self, statement: Statement, before: Sequence[int]) -> Chain | None:
        """The chain of the statement whose content holds this one."""
        for j in reversed(before):
            content = self.statements[j].content
            if (
                content[0].start <= statement.content[0].start
                and statement.content[-1].end <= content[-1].end
            ):
                return self.chains.get(j)
        return None

    def outlet(self, phrase: Phrase, source: Source) -> Source:
        """The outlet itself, or the last one that "die Zeitung" can mean."""
        if phrase.hit is not None:
            return hit_source(phrase.hit, self.span_of(phrase.hit), phrase)
        wanted = "agency" if phrase.category is SourceCategory.AGENCY else "outlet"
        media = self.media[wanted]
        at = bisect_left(media, phrase.span.start, key=lambda h: self.starts[h.first]) - 1
        if at >= 0 and phrase.definite:
            found = hit_source(media[at], self.span_of(media[at]), phrase)
            return replace(found, mentions=(*found.mentions, phrase.span))
        return source

    def report(self, phrase: Phrase, before: Sequence[int]) -> Source | None:
        """The outlet whose report is meant, where the sources before were an outlet's."""
        if phrase.hit is not None and phrase.hit.listing in ("outlet", "agency"):
            return hit_source(phrase.hit, self.span_of(phrase.hit), phrase)
        if len(phrase.text.split()) > 3:  # "the report of the ministry": a document of somebody's
            return None
        for j in reversed(before[-4:]):
            chain = self.chains.get(j)
            if chain is None:
                continue
            if chain.origin.category in MEDIA:
                return chain.origin
            if chain.carriers and chain.carriers[0].via is not Via.DOCUMENT:
                return self.carrier_source(chain.carriers[0])
            if chain.origin.category is SourceCategory.DOCUMENT:
                return chain.origin
        return None

    def office_holder(self, phrase: Phrase) -> Person | None:
        """The named person of the article who bears the role, if only one does and was named before."""
        if not phrase.roles or (phrase.extra and phrase.category is SourceCategory.SPOKESPERSON):
            return None
        role, title = phrase.roles[0], masculine(phrase.head.casefold())
        named = [p for p in self.cast.people if p.mentions and p.mentions[0].start < phrase.span.start]
        fits = [p for p in named if title in p.titles]
        fits = fits or [p for p in named if any(title in t or t in title for t in p.titles)]
        fits = fits or [p for p in named if role in p.roles]
        if phrase.country:
            fits = [p for p in fits if p.country in (phrase.country, None)]
        female = phrase.head.endswith("in") and self.document.lang == "de"
        fits = [p for p in fits if p.gender in ("", "f" if female else "m") or self.document.lang == "en"]
        if len(fits) > 1:  # the one named last
            return max(fits, key=lambda p: max(m.start for m in p.mentions if m.start < phrase.span.start))
        return fits[0] if fits else None

    def bare_office(self, phrase: Phrase) -> Person | None:
        """The person named last, where a bare "die Juristin" or "the senator" goes on about somebody."""
        if len(phrase.text.split()) > 2 or phrase.extra:
            return None
        here = phrase.span.start
        female = self.document.lang == "de" and phrase.head.endswith("in")
        gender = {"f", ""} if female else {"m", ""} if self.document.lang == "de" else {"m", "f", ""}
        for person, mention in self.cast.before(here):
            if here - mention.end >= REACH:
                return None
            if person.gender in gender:
                return person
        return None

    def carriers(
        self, statement: Statement, phrase: Phrase, origin: Source, around: Surroundings
    ) -> tuple[Carrier, ...]:
        """Outlets, agencies and documents that relay the claim by the words around it."""
        if origin.category in MEDIA and origin.name:
            return ()
        out: list[Carrier] = []
        low, high = bisect_left(self.starts, around.span.start), bisect_left(self.starts, around.span.end)
        for hit in hits_in(self.hits, low, high):
            span = self.span_of(hit)
            if hit.listing not in ("outlet", "agency") or not around.span.covers(span):
                continue
            if any(c.overlaps(span) for c in statement.content) or phrase.span.overlaps(span):
                continue
            if around.text[span.start - around.span.start] == " ":  # inside a neighbour's content
                continue
            if self.near(statement, span):
                out.append(media_carrier(hit, span, self.home))
        if not out and origin.category is not SourceCategory.DOCUMENT:
            for found in (
                document_carrier(around, self.document.lang),
                unnamed_relay(around, self.document.lang),
            ):
                if found is not None and not (found.span and phrase.span.overlaps(found.span)):
                    out.append(found)
        return tuple(out[:2])

    def near(self, statement: Statement, span: Span) -> bool:
        """Tell whether a name stands close enough to cue or source to have heard the claim."""
        anchors = [*statement.cue, *statement.source, *statement.addressee, *statement.frame]
        return any(span.start - a.end < NEAR and a.start - span.end < NEAR for a in anchors)

    def cited(self, around: Surroundings, origin: Source, phrase: Phrase) -> Source | None:
        """The deeper source that a relaying outlet or agency cites in the same sentence."""
        if origin.category not in MEDIA:
            return None
        found = CITING[self.document.lang].search(around.text)
        if found is None:
            return None
        first = bisect_left(self.starts, around.span.start + found.end())
        last = first
        tokens = self.document.tokens
        while last < len(tokens) and last - first < 16 and tokens[last].form not in ".!?;:":
            if tokens[last].start >= around.span.end or tokens[last].form in (",", "that", "dass"):
                break
            last += 1
        if last <= first:
            return None
        deeper = read_phrase(tokens, first, last, self.document.lang, self.hits, self.cast)
        if deeper.span.overlaps(phrase.span) or deeper.pronoun:
            return None
        if deeper.person is not None:
            return self.sources[id(deeper.person)]
        return phrase_source(deeper)

    def as_carrier(self, source: Source, mention: Span) -> Carrier | None:
        """A source that turned out to relay."""
        if source.category not in MEDIA:
            return None
        agency = source.category is SourceCategory.AGENCY
        foreign = bool(source.country) and source.country != self.home
        kind = AttributionType.FOREIGN_OUTLET if foreign else AttributionType.DOMESTIC_OUTLET
        if source.listing == "state_media":
            kind = AttributionType.STATE_MEDIA
        elif agency:
            kind = AttributionType.AGENCY_WIRE
        return Carrier(name=source.name, type=kind, via=Via.AGENCY if agency else Via.OUTLET, span=mention)

    def phrase(self, mention: Span) -> Phrase | None:
        """The source mention, read."""
        first = bisect_right(self.ends, mention.start)
        last = bisect_left(self.starts, mention.end)
        if last <= first:
            return None
        return read_phrase(self.document.tokens, first, last, self.document.lang, self.hits, self.cast)

    def span_of(self, hit: Hit) -> Span:
        """Characters of a listed name."""
        return Span(self.starts[hit.first], self.ends[hit.last - 1])

    def sentence_start(self, position: int) -> int:
        """Start of the sentence that holds a position."""
        at = bisect_right(self.sentences, position) - 1
        return self.sentences[at] if at >= 0 else 0

    def sentence_text(self, statement: Statement) -> str:
        """The sentence in which a content begins."""
        at = max(0, bisect_right(self.sentences, statement.content[0].start) - 1)
        return self.document.sentences[at].span.of(self.document.text) if self.sentences else ""

    def following(self, position: int) -> str:
        """The word after a position, lower case."""
        at = bisect_left(self.starts, position)
        return self.document.tokens[at].form.casefold() if at < len(self.starts) else ""

    def zone(self, statement: Statement) -> Zone:
        """Zone in which a content begins."""
        at = max(0, bisect_right(self.sentences, statement.content[0].start) - 1)
        return self.document.sentences[at].zone if self.sentences else Zone.BODY


def listing_of(hit: Hit) -> str:
    """What list a name comes from; state control weighs more than the trade."""
    return "state_media" if hit.state_control else hit.listing


def kinds_of(codes: Sequence[str]) -> tuple[Kind, ...]:
    """Kind codes of the lists as vocabulary, without repetition."""
    return tuple(dict.fromkeys(Kind(c) for c in codes if c))


def person_source(person: Person) -> Source:
    """A named person as a source."""
    kinds = [kind_of_role(lang).get(r, "") for r in person.roles for lang in ("de", "en")]
    if person.affiliation is not None:
        kinds.append(person.affiliation.kind)
    return Source(
        name=person.name,
        category=SourceCategory.PERSON,
        mentions=tuple(person.mentions),
        fullest=person.fullest,
        description=tuple(person.description),
        roles=(*person.roles, *(("former",) if person.former else ())),
        kinds=kinds_of(kinds),
        affiliation=person.affiliation.name if person.affiliation else None,
        country=person.country,
        listing=listing_of(person.affiliation) if person.affiliation else None,
    )


def phrase_source(phrase: Phrase) -> Source:
    """What a phrase denotes, as a source of its own."""
    if phrase.hit is not None and phrase.category in (*MEDIA, SourceCategory.BODY):
        return hit_source(phrase.hit, phrase.span, phrase)
    listed = phrase.hit or next(iter(phrase.extra), None)
    category = SourceCategory.UNRESOLVED if phrase.pronoun else phrase.category
    return Source(
        name=phrase.text,
        category=category,
        mentions=(phrase.span,),
        fullest=phrase.span,
        description=(phrase.span,),
        roles=phrase.roles,
        kinds=kinds_of(phrase.kinds),
        affiliation=listed.name if listed else None,
        country=phrase.country or (listed.country or None if listed else None),
        listing=listing_of(listed) if listed else None,
    )


def hit_source(hit: Hit, span: Span, phrase: Phrase) -> Source:
    """A listed body, outlet or agency as a source."""
    category = {"outlet": SourceCategory.OUTLET, "agency": SourceCategory.AGENCY}.get(
        hit.listing, SourceCategory.BODY
    )
    return Source(
        name=phrase.text if hit.listing == "country" else hit.name,
        category=category,
        mentions=tuple(dict.fromkeys((span, phrase.span))),
        fullest=span,
        description=(phrase.span,),
        roles=phrase.roles,
        kinds=kinds_of((hit.kind, *phrase.kinds)),
        country=hit.country or phrase.country,
        listing=listing_of(hit),
    )


def same_head(name: str, head: str) -> bool:
    """Tell whether an earlier phrase for people has the same head noun, inflection aside."""
    stem = head.casefold().rstrip("ens")
    return len(stem) > 3 and any(w.casefold().startswith(stem) for w in name.split())


def unique(carriers: Sequence[Carrier], origin: Source) -> tuple[Carrier, ...]:
    """Carriers without repetition and without the origin itself."""
    seen: set[str] = {origin.name}
    out = []
    for carrier in carriers:
        if carrier.name not in seen:
            seen.add(carrier.name)
            out.append(carrier)
    return tuple(out)
