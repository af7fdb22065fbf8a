"""Who relayed a claim: outlets, agencies and documents named around the cue."""

from collections.abc import Sequence
from dataclasses import dataclass

from attribution import resources
from attribution.labels import AttributionType, SourceCategory, Via
from attribution.records import Carrier, Source, Statement
from attribution.resolving.listed import Hit
from attribution.resolving.nouns import noun
from attribution.resolving.people import People
from attribution.resolving.phrase import Phrase
from attribution.resolving.phrases import read_phrase
from attribution.resolving.scenes import Scene
from attribution.resolving.sources import MEDIA, hit_source, media_carrier, printed
from attribution.resolving.tokens import Tokens

CITING = {
    lang: tuple(tuple(phrase.split()) for phrase in phrases.split("|"))
    for lang, phrases in {
        "de": "unter berufung auf|mit verweis auf|unter verweis auf|in berufung auf|unter bezugnahme auf"
        "|mit berufung auf|unter bezug auf|mit bezug auf|beruft sich auf|berief sich auf|berufen sich auf"
        "|beriefen sich auf|sich auf|zitiert|zitierte|zitieren|zitierten",
        "en": "citing|cited|cites|quoting|quoted|quotes|attributed to|attributing",
    }.items()
}
INTERVIEW = {
    "de": frozenset("interview interviews interviewt sommerinterview".split()),
    "en": frozenset("interview interviewed interviews".split()),
}
ARTEFACTS = {
    "de": frozenset(
        "abschlussbericht aufruf aufsatz aussendung autobiografie beitrag blog blogbeitrag blogeintrag "
        "brandbrief brief buch denkschrift e-mail eintrag essay facebook facebook-eintrag facebook-post "
        "fachblatt fachmagazin fachzeitschrift gastbeitrag homepage instagram internetseite klageschrift "
        "kolumne kommuniqué kurznachrichtendienst mail memoiren mitteilung newsletter papier positionspapier "
        "posting presseaussendung presseaussendungen presseerklärung pressemitteilung rundschreiben "
        "schreiben "
        "stellungnahme telegram telegramm tiktok tweet tweets twitter twitter-account twitter-konto video "
        "videobotschaft webseite website youtube zeitschrift".split()
    ),
    "en": frozenset(
        "affidavit autobiography blog book column complaint documents e-mail editorial email essay facebook "
        "filing instagram lawsuit letter manifesto memo memoir newsletter op-ed petition post "
        "release snapchat "
        "statement telegram testimony tiktok tweet tweets twitter website youtube".split()
    ),
}
WRITING = {
    "de": frozenset(
        "bloggte gepostet geschrieben getwittert postete schreibt schrieb schrieben twittert twitterte "
        "twitterten".split()
    ),
    "en": frozenset("blogged posted retweeted tweeted tweeting tweets writes writing written wrote".split()),
}
HELD = {
    "de": frozenset("auf im in per via über".split()),
    "en": frozenset("by in on through to via".split()),
}
UNNAMED_MEDIA = {
    "de": frozenset(
        "agenturberichten agenturmeldungen lokalmedien medien medienbericht medienberichte medienberichten "
        "presse presseberichten zeitungsbericht zeitungsberichten".split()
    ),
    "en": frozenset("media reports".split()),
}
PLATFORMS = frozenset(
    "blog facebook facebook-seite homepage instagram internetseite kurznachrichtendienst snapchat telegram "
    "tiktok twitter twitter-account twitter-konto webseite website youtube".split()
)
LONGEST_CITED = 18  # tokens of a phrase that names who is cited
REACH = 12  # tokens around cue, source or addressee within which an outlet heard it
TOLD_TOKENS = {
    "de": frozenset("bei beim dem den der gegenüber im in laut mit nach von wie zufolge zum zur".split()),
    "en": frozenset("according by cited in on telling tells to told via with".split()),
}


@dataclass(frozen=True, slots=True)
class Relays:
    """Reads the carriers of statements from their scenes."""

    tokens: Tokens
    people: People
    home: str
    publisher: str  # squeezed; empty where unknown

    def carriers(
        self, statement: Statement, scene: Scene, phrase: Phrase | None, origin: Source
    ) -> tuple[Carrier, ...]:
        """Carriers that the scene names, nearest to the article first."""
        found = [*self.media(statement, scene, phrase, origin)]
        if not found and origin.category not in MEDIA:
            found += self.unnamed(statement, scene, phrase)
        if not found and origin.category not in (*MEDIA, SourceCategory.DOCUMENT, SourceCategory.SOCIAL):
            written = self.document(scene, phrase, statement)
            found += [written] if written is not None else []
        return tuple(found[:2])

    def media(
        self, statement: Statement, scene: Scene, phrase: Phrase | None, origin: Source
    ) -> list[Carrier]:
        """Listed outlets and agencies near cue, source, addressee or frame."""
        anchors = [self.tokens.range_of(s) for s in (*statement.cue, *statement.addressee, *statement.frame)]
        if phrase is not None and scene.first <= phrase.first < scene.last:
            anchors.append((phrase.first, phrase.last))
        own = set(scene.own)
        told = [self.tokens.range_of(s) for s in statement.addressee]
        out: list[tuple[int, Carrier]] = []
        for hit in self.tokens.listed_in(scene.first, scene.last):
            if not hit.is_medium or hit.first not in own:
                continue
            if phrase is not None and phrase.first <= hit.first < phrase.last:
                continue
            if (
                origin.name in (hit.row.name, printed(self.tokens, hit))
                or not self.near(anchors, hit)
                or self.is_own(hit)
            ):
                continue
            if not self.heard(hit, scene) and not any(a <= hit.first < b for a, b in told):
                continue
            source = hit_source(self.tokens, hit)
            out.append((hit.first, media_carrier(source, self.tokens.span(hit.first, hit.last), self.home)))
        return [carrier for _, carrier in out]

    def near(self, anchors: Sequence[tuple[int, int]], hit: Hit) -> bool:
        """Tell whether a name stands close enough to have heard the claim, and is not spoken of."""
        if not anchors:
            return True
        return any(hit.first - last <= REACH and first - hit.last <= REACH for first, last in anchors)

    def heard(self, hit: Hit, scene: Scene) -> bool:
        """Tell whether an outlet heard or reported the claim by the words beside it."""
        lows, lang = self.tokens.lows, self.tokens.lang
        before = range(max(scene.first, hit.first - 6), hit.first)
        if any(lows[k] in TOLD_TOKENS[lang] for k in before):
            return True
        beside = (
            *lows[max(scene.first, hit.first - 4) : hit.first],
            *lows[hit.last : min(hit.last + 4, scene.last)],
        )
        return any(
            word in resources.reporting_verbs(lang) or word in ("zufolge", "berufung") for word in beside
        )

    def is_own(self, hit: Hit) -> bool:
        """Tell whether an outlet is the one that publishes the article: what it is told needs no relay."""
        return self.is_publisher(hit.row.name)

    def is_publisher(self, name: str) -> bool:
        """Tell whether a name is that of the publishing newsroom."""
        return bool(self.publisher) and squeezed(name).removeprefix("the") == self.publisher

    def unnamed(self, statement: Statement, scene: Scene, phrase: Phrase | None) -> list[Carrier]:
        """An interview or media without a listed name."""
        lang = self.tokens.lang
        inside = range(phrase.first, phrase.last) if phrase is not None else range(0)
        told = [self.tokens.range_of(s) for s in statement.addressee]
        for first, last in told:
            for i in range(first, last):
                entry = noun(self.tokens.lows[i], lang)
                if (
                    entry is not None
                    and entry.what in ("outlet", "agency")
                    and self.tokens.lows[i]
                    not in ("reporters", "journalisten", "reporter", "reportern", "journalists")
                ):
                    return [self.plain(first, last, entry.what)]
        for i in scene.own:
            if i in inside:
                continue
            low = self.tokens.lows[i]
            if low in INTERVIEW[lang] or (lang == "de" and low.endswith("-interview")) or self.media_word(i):
                return [self.plain(i, i + 1, "outlet")]
            if low in ("told", "gegenüber", "sagte", "erklärte") and i + 2 < len(self.tokens):
                at = next(
                    (k for k in range(i + 1, min(i + 5, len(self.tokens))) if self.medium_noun(k)), None
                )
                if at is not None and at not in inside and at in scene.own and self.tokens.lows[at - 1] in (
                    "the", "der", "dem", "einer", "a", "einem", "local"
                ):  # fmt: skip
                    return [self.plain(i + 1, at + 1, "outlet")]
        return []

    def media_word(self, i: int) -> bool:
        """Tell whether media in general relay the claim."""
        lows, lang = self.tokens.lows, self.tokens.lang
        if lows[i] not in UNNAMED_MEDIA[lang]:
            return False
        if lang == "de":
            return "bericht" in lows[i] or lows[max(0, i - 1)] in (
                "laut",
                "gegenüber",
                "wie",
                "der",
                "mehreren",
            )
        if lows[i] == "media":
            return lows[i + 1 : i + 2] == ["reports"]
        return lows[i - 1 : i] in (["news"], ["media"], ["to"], ["published"], ["local"])

    def medium_noun(self, k: int) -> bool:
        """Tell whether a token is a noun for an outlet, "the network"."""
        entry = noun(self.tokens.lows[k], self.tokens.lang)
        if entry is None or self.tokens.lows[k] in (
            "reporters",
            "journalists",
            "reporter",
            "reportern",
            "journalisten",
        ):
            return False
        return entry.what in ("outlet", "agency")

    def plain(self, first: int, last: int, what: str) -> Carrier:
        """A medium that is not named."""
        agency = what == "agency"
        return Carrier(
            name=self.tokens.words(first, last),
            type=AttributionType.AGENCY_WIRE if agency else AttributionType.DOMESTIC_OUTLET,
            via=Via.AGENCY if agency else Via.OUTLET,
            span=self.tokens.span(first, last),
        )

    def document(self, scene: Scene, phrase: Phrase | None, statement: Statement) -> Carrier | None:
        """The document or post in which the origin said it."""
        lang, lows = self.tokens.lang, self.tokens.lows
        inside = range(phrase.first, phrase.last) if phrase is not None else range(0)
        cue = {i for s in statement.cue for i in range(*self.tokens.range_of(s))}
        for i in (*cue, *scene.own):
            if i in inside:
                continue
            low = lows[i]
            if low in WRITING[lang] and i in cue:
                return self.artefact(i, i + 1)
            if low in ARTEFACTS[lang] and self.held(i):
                return self.artefact(i, i + 1)
        return None

    def held(self, i: int) -> bool:
        """Tell whether words stand in a document: "in a letter", never "the answer to a letter"."""
        lows = self.tokens.lows
        if self.tokens.is_capital(i) and self.tokens.lang == "en" and lows[i] not in PLATFORMS:
            return False
        for k in range(i - 1, max(-1, i - 5), -1):
            if lows[k] in HELD[self.tokens.lang]:
                return lows[k] != "auf" or lows[i] in PLATFORMS
            if lows[k] in ("to", "on", "of", "about", "zu", "für"):
                return False
        return False

    def artefact(self, first: int, last: int) -> Carrier:
        """A document as a carrier."""
        return Carrier(
            name=self.tokens.words(first, last),
            type=AttributionType.DOCUMENT,
            via=Via.DOCUMENT,
            span=self.tokens.span(first, last),
        )

    def cited(self, statement: Statement, scene: Scene, phrase: Phrase) -> Phrase | None:
        """The deeper source that an outlet or agency cites in the same sentence."""
        lows = self.tokens.lows
        content = [self.tokens.range_of(span) for span in statement.content]
        for i in scene.own:
            for words in CITING[self.tokens.lang]:
                first = i + len(words)
                if lows[i] != words[0] or tuple(lows[i:first]) != words:
                    continue
                if words[0] in ("cited", "quoted", "zitiert") and lows[first : first + 1] in (
                    ["by"],
                    ["von"],
                ):
                    continue
                last = self.cited_end(first, scene, content)
                if last > first and not phrase.first <= first < phrase.last:
                    deeper = read_phrase(self.tokens, self.people, first, last)
                    if not deeper.pronoun and deeper.category is not SourceCategory.UNRESOLVED:
                        return deeper
        return None

    def cited_end(self, first: int, scene: Scene, content: Sequence[tuple[int, int]]) -> int:
        """One past the phrase that names who is cited."""
        lows = self.tokens.lows
        last = first
        while last < min(scene.last, first + LONGEST_CITED) and lows[last] not in ".!?;:,":
            if any(a <= last < b for a, b in content):
                break
            if self.tokens.lang == "en" and lows[last] in ("that", "as", "said") and last > first + 1:
                break
            last += 1
        return last


def squeezed(name: str) -> str:
    """A name without case, spaces and marks, as in a web address."""
    return "".join(c for c in name.casefold() if c.isalnum())


def unique(carriers: Sequence[Carrier], origin: Source) -> tuple[Carrier, ...]:
    """Carriers without repetition and without the origin itself."""
    seen = {origin.name}
    out = []
    for carrier in carriers:
        if carrier.name not in seen:
            seen.add(carrier.name)
            out.append(carrier)
    return tuple(out)
