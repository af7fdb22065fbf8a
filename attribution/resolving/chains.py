"""Who stands behind each statement of an article, and who relayed it."""

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from attribution.labels import SourceCategory, Via, Zone
from attribution.records import Carrier, Chain, Document, Source, Statement
from attribution.resolving.hearsay import is_hearsay, points_back
from attribution.resolving.people import find_people
from attribution.resolving.phrase import Phrase
from attribution.resolving.phrases import read_phrase
from attribution.resolving.references import References
from attribution.resolving.relays import Relays, squeezed, unique
from attribution.resolving.roles import describe_people
from attribution.resolving.scenes import Contents, Scene
from attribution.resolving.sources import (
    MEDIA,
    NOBODY,
    media_carrier,
    person_source,
    phrase_source,
)
from attribution.resolving.tokens import Tokens

BARE_REPORT = frozenset("bericht berichte medienbericht medienberichte report reports".split())
AHEAD = 200  # characters from words without a source to the next that name one
HEAD_ZONES = (Zone.HEADLINE, Zone.DEK, Zone.SUBHEAD)


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
    return Resolver(document, statements).run()


def publisher_of(document: Document) -> str:
    """The publisher's name without case, spaces, marks and the end of a web address."""
    publisher = (document.article.publisher or "").casefold().removeprefix("www.")
    for ending in (".com", ".de", ".at", ".ch", ".org", ".net", ".co.uk"):
        publisher = publisher.removesuffix(ending)
    return squeezed(publisher).removeprefix("the")


class Resolver:
    """One article while its statements are resolved in text order."""

    def __init__(self, document: Document, statements: Sequence[Statement]) -> None:
        self.statements = statements
        self.home = document.article.country
        self.tokens = Tokens(document)
        self.people = find_people(self.tokens)
        describe_people(self.people)
        self.entities = {id(p): person_source(self.tokens, p) for p in self.people.everybody}
        self.contents = Contents(self.tokens, statements)
        self.relays = Relays(self.tokens, self.people, self.home, publisher_of(document))
        self.references = References(self.tokens, self.people, self.entities)
        self.order = sorted(
            range(len(statements)),
            key=lambda i: (statements[i].content[0].start, -statements[i].content[-1].end),
        )
        self.chains: dict[int, Chain] = {}
        self.recent: deque[int] = deque(maxlen=6)
        self.by_id: dict[str, int] = {}
        self.by_source: dict[object, int] = {}
        self.last: int | None = None  # the last statement whose chain has a source

    def run(self) -> tuple[Chain, ...]:
        """Every chain, in the order of the statements."""
        later = []
        for i in self.order:
            if self.is_bare_report(self.statements[i]):
                later.append(i)  # a headline's "Bericht:" is explained by the text below
            else:
                self.note(i, self.chain(i))
        for i in later:
            self.chains[i] = self.report_chain(i)
        for i, following in zip(self.order[-2::-1], self.order[:0:-1], strict=True):
            self.look_ahead(i, following)
        return tuple(self.chains[i] for i in range(len(self.statements)))

    def look_ahead(self, i: int, following: int) -> None:
        """Give words without a source and cue the source that is named right after them."""
        statement, chain = self.statements[i], self.chains[following]
        if self.chains[i].origin.category is not SourceCategory.NONE or statement.source or statement.cue:
            return
        if chain.origin.category is SourceCategory.NONE or self.zone(statement) is Zone.CAPTION:
            return
        gap = self.statements[following].content[0].start - statement.content[-1].end
        if gap < AHEAD and not is_hearsay(self.tokens, statement, None):
            self.chains[i] = replace(chain, inherited=True)

    def note(self, i: int, chain: Chain) -> None:
        """Remember a chain for those that refer back to it."""
        statement = self.statements[i]
        self.chains[i] = chain
        self.recent.append(i)
        self.by_id[statement.id] = i
        if statement.source:
            self.by_source.setdefault(statement.source, i)
        if chain.origin.category is not SourceCategory.NONE and not statement.nested:
            self.last = i
            self.references.note(statement, chain)

    def chain(self, i: int) -> Chain:
        """The chain of one statement, all earlier ones being resolved."""
        statement = self.statements[i]
        scene = self.contents.scene(statement)
        phrase, relaying = self.phrases(statement)
        if phrase is None:
            return self.without_source(statement, scene)
        earlier = self.by_source.get(statement.source)
        own = scene.first <= phrase.first < scene.last
        if earlier is not None and not own:
            return replace(self.chains[earlier], inherited=True)
        if phrase.category is SourceCategory.NONE or is_hearsay(self.tokens, statement, phrase):
            return Chain(origin=NOBODY, mention=phrase.span)
        found = self.references.resolve(phrase, statement, scene)
        origin, carriers = found.origin, found.carriers
        if origin.category is SourceCategory.SELF or (
            origin.category is SourceCategory.OUTLET and self.relays.is_publisher(origin.name)
        ):
            name = self.tokens.document.article.publisher or origin.name
            return Chain(origin=replace(origin, category=SourceCategory.SELF, name=name), mention=phrase.span)
        if origin.category in MEDIA and (deeper := self.relays.cited(statement, scene, phrase)) is not None:
            relay = media_carrier(origin, phrase.span, self.home)
            origin = self.references.resolve(deeper, statement, scene).origin
            return Chain(origin=origin, carriers=unique((relay, *carriers), origin), mention=phrase.span)
        named = [media_carrier(phrase_source(self.tokens, p), p.span, self.home) for p in relaying]
        seen = self.relays.carriers(statement, scene, phrase, origin)
        carriers = (*named, *seen) or carriers
        return Chain(
            origin=origin,
            carriers=unique(carriers, origin),
            mention=phrase.span,
            inherited=not own and not statement.cue,
            candidates=found.candidates,
        )

    def phrases(self, statement: Statement) -> tuple[Phrase | None, list[Phrase]]:
        """The phrase that names the origin, and further ones that name a medium."""
        read = []
        for span in statement.source:
            first, last = self.tokens.range_of(span)
            if first < last:
                read.append(read_phrase(self.tokens, self.people, first, last))
        if len(read) < 2:
            return (read[0] if read else None), []
        media = [p for p in read if p.category in MEDIA]
        others = [p for p in read if p.category not in MEDIA and p.category is not SourceCategory.UNRESOLVED]
        if others and media:
            return others[0], media
        named = [p for p in read if p.person is not None]
        return (named or read)[0], []

    def without_source(self, statement: Statement, scene: Scene) -> Chain:
        """The chain of a statement that names nobody: what it continues, or hearsay."""
        holder = self.holder(statement) if statement.nested else None
        if holder is not None:
            return replace(holder, inherited=True)
        previous = self.by_id.get(statement.continues) if statement.continues is not None else None
        back = points_back(self.tokens, statement)
        marked = is_hearsay(self.tokens, statement, None)
        if previous is None and (back or not marked):
            previous = self.last
        if marked and not back:
            previous = None
        if self.zone(statement) is Zone.CAPTION:
            previous = None
        if self.tokens.lang == "en" and statement.cue and statement.continues is None:
            previous = None  # "is expected to", "was asked": the copy names nobody
        if previous is None:
            return Chain(origin=NOBODY, carriers=tuple(self.relays.unnamed(statement, scene, None)))
        return replace(self.chains[previous], inherited=True)

    def holder(self, statement: Statement) -> Chain | None:
        """The chain of the statement whose content holds this one."""
        for i in reversed(self.recent):
            content = self.statements[i].content
            if (
                content[0].start <= statement.content[0].start
                and statement.content[-1].end <= content[-1].end
            ):
                return self.chains[i]
        return None

    def zone(self, statement: Statement) -> Zone:
        """Zone in which a content begins."""
        sentence = self.tokens.sentence_at(statement.content[0].start)
        return sentence.zone if sentence is not None else Zone.BODY

    def is_bare_report(self, statement: Statement) -> bool:
        """Tell whether the source is a headline's bare "Bericht" or "Report"."""
        if len(statement.source) != 1 or self.zone(statement) not in HEAD_ZONES:
            return False
        return statement.source[0].of(self.tokens.text).strip(' :"„“').casefold() in BARE_REPORT

    def report_chain(self, i: int) -> Chain:
        """The outlet whose report the statements below a headline rest on."""
        mention = self.statements[i].source[0]
        here = self.statements[i].content[0].start
        resolved = [j for j in self.order if j in self.chains]
        below = [j for j in resolved if self.statements[j].content[0].start > here][:4]
        above = [j for j in resolved if self.statements[j].content[0].start < here][:-7:-1]
        for j in (*below, *above):
            chain = self.chains[j]
            if chain.origin.category in MEDIA and chain.origin.name:
                return Chain(origin=chain.origin, mention=mention)
            for carrier in chain.carriers:
                if carrier.via in (Via.OUTLET, Via.AGENCY):
                    return Chain(origin=self.carrying(carrier), mention=mention)
        return Chain(
            origin=Source(name="", category=SourceCategory.OUTLET, mentions=(mention,)), mention=mention
        )

    def carrying(self, carrier: Carrier) -> Source:
        """An outlet that carried elsewhere, as an origin of its own."""
        return self.references.carrying(carrier)
