"""References back: pronouns, "the minister", "die Zeitung", "the officials"."""

from bisect import bisect_left
from dataclasses import dataclass, replace

from attribution.labels import SourceCategory, Via
from attribution.records import Carrier, Chain, Source, Statement
from attribution.resolving.people import People, Person
from attribution.resolving.phrase import Phrase
from attribution.resolving.phrase_words import (
    BACKWARD,
    DETERMINERS,
    NEUTER,
    PLURAL,
    POSSESSIVE,
    RELATIVE,
    SINGULAR,
    SPEAKERS,
)
from attribution.resolving.phrases import read_phrase
from attribution.resolving.scenes import Scene
from attribution.resolving.sources import MEDIA, PERSONAL, hit_source, person_source, phrase_source, printed
from attribution.resolving.tokens import Tokens

REACH = 800  # characters back to the person whom a bare "the senator" means
# Roles by which a story goes on about somebody: "the senator", "the candidate".
GOES_BY = frozenset("accused expert_science gov_head lawyer legislator party person sport_culture".split())
GOES_ON = 300  # characters between two statements of one conversation
FAR = 1500  # characters above which an earlier source is no antecedent any more
REPORTS = (
    "bericht",
    "berichts",
    "artikel",
    "medienbericht",
    "zeitungsbericht",
    "meldung",
    "report",
    "article",
    "story",
    "berichten",
)


@dataclass(frozen=True, slots=True)
class Found:
    """The entity that a phrase means."""

    origin: Source
    carriers: tuple[Carrier, ...] = ()
    candidates: int = 1


class References:
    """Resolves phrases of one article against its people and the sources met so far."""

    def __init__(self, tokens: Tokens, people: People, entities: dict[int, Source]) -> None:
        self.tokens = tokens
        self.people = people
        self.entities = entities
        self.met: list[tuple[int, Chain]] = []  # end of the content, chain; in text order
        self.person_of = {id(source): p for p in people.everybody if (source := entities[id(p)])}
        self.mentions = sorted((first, id(p)) for p in people.everybody for first, _ in p.mentions)
        self.people_by_id = {id(p): p for p in people.everybody}

    def note(self, statement: Statement, chain: Chain) -> None:
        """Remember the source of a statement."""
        self.met.append((statement.content[-1].end, chain))

    def resolve(self, phrase: Phrase, statement: Statement, scene: Scene) -> Found:
        """The entity a phrase means, with the carriers of the chain that it refers back to."""
        if phrase.pronoun:
            return self.pronoun(phrase, statement)
        if phrase.person is not None:
            return self.named(phrase.person, phrase)
        category = phrase.category
        if category in MEDIA:
            return Found(self.medium(phrase))
        if category is SourceCategory.BODY and (body := self.fuller(phrase)) is not None:
            return Found(body)
        if category is SourceCategory.DOCUMENT and (report := self.report(phrase)) is not None:
            return Found(report)
        if category in (SourceCategory.OFFICE, SourceCategory.SPOKESPERSON) and (
            holder := self.holder(phrase)
        ):
            return self.named(holder, phrase)
        if (
            category is SourceCategory.UNNAMED_PERSON
            and self.determined(phrase)
            and (again := self.again(phrase))
        ):
            return Found(again.origin, again.carriers)
        if category is SourceCategory.PERSON:
            person = self.new_person(phrase)
            if person is not None:
                return self.named(person, phrase)
        return Found(phrase_source(self.tokens, phrase))

    def named(self, person: Person, phrase: Phrase) -> Found:
        """A named person, with the relays of their last statement."""
        entity = self.entities[id(person)]
        rivals = max((self.people.rivals.get(i, 0) for i in range(phrase.first, phrase.last)), default=0)
        return Found(entity, self.earlier_carriers(entity, phrase.span.start), 1 + rivals)

    def earlier_carriers(self, entity: Source, here: int) -> tuple[Carrier, ...]:
        """Relays of the entity's statement just before: an interview goes on."""
        for end, chain in reversed(self.met[-2:]):
            if here - end > GOES_ON:
                return ()
            if chain.origin is entity:
                return chain.carriers
            if chain.origin.category not in PERSONAL:
                return ()
        return ()

    def new_person(self, phrase: Phrase) -> Person | None:
        """A name that only stands as a source: noted as a person of its own."""
        named = [i for i in range(phrase.first, phrase.last) if self.tokens.is_capital(i)]
        if not named:
            return None
        person = self.people.add(named[0], named[-1] + 1)
        person.mentions.sort()
        if id(person) not in self.entities:
            self.entities[id(person)] = person_source(self.tokens, person)
        return person

    def pronoun(self, phrase: Phrase, statement: Statement) -> Found:
        """The source met before that a pronoun fits, else the person named last that fits."""
        lang, word = self.tokens.lang, phrase.pronoun
        if word in BACKWARD and self.met:
            return Found(self.met[-1][1].origin, self.met[-1][1].carriers)
        if word in SPEAKERS:
            holder = self.speaking(statement)
            if holder is not None:
                return Found(holder.origin, holder.carriers)
        plural = self.is_plural(phrase)
        gender = SINGULAR[lang].get(word, "") if not plural else ""
        relative = (
            word in RELATIVE[lang]
            and (word not in SINGULAR[lang])
            and self.tokens.lows[phrase.first - 1 : phrase.first] != ["."]
        )
        if relative and (before := self.antecedent(phrase)) is not None:
            return before
        here = phrase.span.start
        for end, chain in reversed(self.met[-6:]):
            if here - end > FAR:
                break
            if self.agrees(chain.origin, gender, word, plural=plural):
                if gender and (newer := self.newer_person(end, phrase, gender, chain.origin)) is not None:
                    return Found(newer)
                return Found(chain.origin, chain.carriers if here - end < GOES_ON else ())
        if gender and (person := self.last_person(phrase.first, gender)) is not None:
            return Found(self.entities[id(person)])
        if plural or word in NEUTER or not gender:
            for end, chain in reversed(self.met[-3:]):
                if here - end < FAR:
                    return Found(chain.origin, chain.carriers, 2)
        source = phrase_source(self.tokens, phrase)
        if gender and word not in ("ihr", "ihm", "dieser"):
            # Somebody is meant whom an earlier part of the story named.
            return Found(replace(source, category=SourceCategory.PERSON), (), 2)
        return Found(source)

    def newer_person(self, end: int, phrase: Phrase, gender: str, origin: Source) -> Source | None:
        """Somebody who has become the topic since the last source: subject of the sentence before."""
        sentences = self.tokens.document.sentences
        at = self.tokens.sentence_number(phrase.span.start)
        for number in (at, at - 1):
            if number < 0 or sentences[number].span.end <= end:
                continue
            low, high = (
                sentences[number].first,
                min(sentences[number].first + 8, sentences[number].last, phrase.first),
            )
            for first, _, person in self.people.in_range(low, high):
                if (
                    person.gender == gender
                    and self.entities[id(person)] is not origin
                    and self.tokens.starts[first] > end
                ):
                    return self.entities[id(person)]
        return None

    def is_plural(self, phrase: Phrase) -> bool:
        """Tell whether a pronoun is plural; "sie" by the verb beside it."""
        word = phrase.pronoun
        if word not in PLURAL:
            return False
        if word != "sie":
            return True
        lows = self.tokens.lows
        beside = lows[phrase.last : phrase.last + 1] + lows[max(0, phrase.first - 1) : phrase.first]
        return any(v.endswith("en") and len(v) > 3 for v in beside)

    def agrees(self, source: Source, gender: str, word: str, *, plural: bool) -> bool:
        """Tell whether a source may be meant by a pronoun."""
        category = source.category
        if plural:
            return category in (SourceCategory.UNNAMED_PERSON, SourceCategory.BODY)
        if word in NEUTER:
            return category in (SourceCategory.BODY, SourceCategory.DOCUMENT, *MEDIA)
        person = self.person_of.get(id(source))
        if person is not None:
            return not gender or person.gender in ("", gender)
        if category in PERSONAL:
            return self.gender_of(source) in ("", gender) or not gender
        if category is SourceCategory.UNNAMED_PERSON:
            return bool(gender) and (
                self.gender_of(source) == gender
                or source.name.casefold().startswith(("a ", "an ", "one ", "another "))
            )
        return not gender

    def gender_of(self, source: Source) -> str:
        """Gender that the words for somebody without a name tell."""
        words = source.name.casefold().split()
        if self.tokens.lang == "de":
            if words and words[0] in ("die", "eine") and any(w.endswith("in") for w in words):
                return "f"
            return "m" if words and words[0] in ("der", "ein", "einem", "dem") else ""
        if any(w.endswith("woman") or w in ("woman", "girl", "mother", "wife", "daughter") for w in words):
            return "f"
        return (
            "m" if any(w.endswith("man") or w in ("boy", "father", "husband", "son") for w in words) else ""
        )

    def last_person(self, token: int, gender: str, reach: int = FAR) -> Person | None:
        """The person of a gender whom the article named last before a token."""
        at = bisect_left(self.mentions, (token, 0))
        for first, key in reversed(self.mentions[max(0, at - 30) : at]):
            person = self.people_by_id[key]
            if self.tokens.starts[token] - self.tokens.starts[first] > reach:
                return None
            if not gender or person.gender in ("", gender):
                return person
        return None

    def antecedent(self, phrase: Phrase) -> Found | None:
        """What stands right before a relative pronoun."""
        last = phrase.first
        while last > 0 and self.tokens.lows[last - 1] in (
            ",",
            "in",
            "of",
            "mit",
            "von",
            "bei",
            "an",
            "auf",
            '"',
            "”",
            "“",
        ):
            last -= 1
        for first in range(last - 1, max(-1, last - 9), -1):
            if first in self.people.at and self.people.end_of[first] == last:
                return Found(self.entities[id(self.people.at[first])])
        first = last
        while (
            first > 0
            and last - first < 7
            and self.tokens.forms[first - 1][0].isalnum()
            and self.tokens.lows[first - 1]
            not in (
                "by",
                "with",
                "to",
                "that",
                "and",
                "from",
                "said",
                "is",
                "was",
                "were",
                "are",
                "a",
                "the",
                "der",
                "die",
                "den",
                "dem",
                "ein",
                "eine",
                "einem",
            )
        ):
            first -= 1
        if first == last:
            return None
        read = read_phrase(self.tokens, self.people, first, last)
        if read.pronoun or read.category is SourceCategory.UNRESOLVED:
            return None
        return Found(
            self.entities[id(read.person)] if read.person is not None else phrase_source(self.tokens, read)
        )

    def speaking(self, statement: Statement) -> Chain | None:
        """The chain of the statement in whose words a first person speaks."""
        for end, chain in reversed(self.met[-3:]):
            if end >= statement.content[0].start:
                return chain
        return self.met[-1][1] if self.met else None

    def medium(self, phrase: Phrase) -> Source:
        """The outlet itself, or the last one that "die Zeitung" can mean."""
        if phrase.hit is not None and phrase.hit.is_medium:
            return hit_source(self.tokens, phrase.hit, phrase)
        if self.determined(phrase) and phrase.noun is not None and phrase.bare and not phrase.plural:
            wanted = "agency" if phrase.category is SourceCategory.AGENCY else "outlet"
            for hit in reversed(self.tokens.listed_in(max(0, phrase.first - 2000), phrase.first)):
                if hit.row.listing == wanted and phrase.country in (None, hit.row.country):
                    found = hit_source(self.tokens, hit)
                    return replace(found, mentions=(*found.mentions, phrase.span))
        return phrase_source(self.tokens, phrase)

    def determined(self, phrase: Phrase) -> bool:
        """Tell whether a phrase opens with a definite article."""
        opening = self.tokens.lows[phrase.first]
        return phrase.definite and opening in DETERMINERS[self.tokens.lang]

    def fuller(self, phrase: Phrase) -> Source | None:
        """The body met last under the same noun with more words: "das Ministerium"."""
        if (
            not (self.determined(phrase) and phrase.bare)
            or phrase.noun is None
            or phrase.last - phrase.first > 2
        ):
            return None
        head = phrase.head.rsplit(" ", 1)[-1].removesuffix("s")
        for _, chain in reversed(self.met[-12:]):
            name = chain.origin.name.casefold()
            if chain.origin.category is SourceCategory.BODY and head in name and len(name) > len(phrase.text):
                return chain.origin
        return None

    def report(self, phrase: Phrase) -> Source | None:
        """The outlet whose report is meant, where the sources before were an outlet's."""
        if not phrase.definite or phrase.head not in REPORTS or not phrase.bare:
            return None
        for _, chain in reversed(self.met[-4:]):
            if chain.origin.category in (*MEDIA, SourceCategory.DOCUMENT):
                return chain.origin
            for carrier in chain.carriers:
                if carrier.via in (Via.OUTLET, Via.AGENCY):
                    return self.carrying(carrier)
        return None

    def carrying(self, carrier: Carrier) -> Source:
        """An outlet that carried elsewhere, as an origin of its own."""
        hit = next(
            (
                h
                for h in self.tokens.hits
                if h.is_medium and carrier.name in (h.row.name, printed(self.tokens, h))
            ),
            None,
        )
        if hit is not None:
            return hit_source(self.tokens, hit)
        category = SourceCategory.AGENCY if carrier.via is Via.AGENCY else SourceCategory.OUTLET
        spans = (carrier.span,) if carrier.span is not None else ()
        return Source(name=carrier.name, category=category, mentions=spans, fullest=carrier.span)

    def holder(self, phrase: Phrase) -> Person | None:
        """The person of the article who bears the role, named before."""
        role = phrase.noun.role if phrase.noun is not None else ""
        if not role or not phrase.definite or "," in self.tokens.forms[phrase.first : phrase.last]:
            return None
        if any(form in POSSESSIVE for form in self.tokens.forms[phrase.first : phrase.last]):
            return None
        if phrase.category is SourceCategory.SPOKESPERSON and not phrase.bare:
            return None
        wanted = ("f" if phrase.head.endswith("in") else "m") if self.tokens.lang == "de" else ""
        fits = [p for p in self.people.everybody if role in p.roles and p.mentions]
        if phrase.country is not None:
            fits = [p for p in fits if p.country in (phrase.country, None)]
        fits = [p for p in fits if not wanted or p.gender in ("", wanted)]
        if fits:
            before = [p for p in fits if p.mentions[0][0] < phrase.first]
            if before:
                return max(before, key=lambda p: p.mentions[bisect_left(p.mentions, (phrase.first, 0)) - 1])
            return fits[0] if len(fits) == 1 else None
        if role not in GOES_BY or not phrase.bare:
            return None
        if self.tokens.lang == "en" or (phrase.last - phrase.first <= 2 and phrase.hit is None):
            return self.last_person(phrase.first, wanted, REACH)
        return None

    def again(self, phrase: Phrase) -> Chain | None:
        """The chain of unnamed people met before under the same noun ("den Beamten zufolge")."""
        stem = phrase.head.rsplit(" ", 1)[-1].rstrip("ens")
        if len(stem) < 4:
            return None
        for _, chain in reversed(self.met[-8:]):
            if chain.origin.category is SourceCategory.UNNAMED_PERSON and any(
                w.startswith(stem) for w in chain.origin.name.casefold().split()
            ):
                return chain
        return None
