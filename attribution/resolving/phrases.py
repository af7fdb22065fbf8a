"""What a source phrase denotes, by its head noun and the names in it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from attribution import resources
from attribution.labels import SourceCategory
from attribution.records import Span, Token
from attribution.resolving.lexicon import (
    DETERMINERS,
    INDEFINITE,
    NEUTER,
    PRONOUNS,
    SELF_PHRASES,
    SELF_WORDS,
    Hit,
    kind_of_role,
    role_kinds,
    spaced,
    tail_in,
    tail_of,
)
from attribution.resolving.persons import PARTICLES, Cast, Person

# Words after which an English or German noun phrase is no longer its head.
HEAD_ENDS = {
    "en": frozenset(
        "of for at in from on with who which that to by near , ( familiar close briefed speaking".split()
    ),
    "de": frozenset(
        "des der von vom aus in im bei beim für am an mit , ( die das eines einer zur zum".split()
    ),
}
COMPLEMENT = frozenset("of for von vom des der dem den to with from by who near".split())
OWN = frozenset("eigenen eigene eigener eigenem seinem seiner ihrem ihrer".split())
VIEW_NOUNS = frozenset(
    "bekunden bekundungen schilderung schilderungen angaben aussagen worte angabe ansicht kernaussage "
    "forderung meinung auffassung einschätzung worten "
    "informationen überzeugung aussage darstellung "
    "sicht view views words account accounts opinion".split()
)
# What outlets and agencies put out: the outlet is the source, not the artefact.
RELAYED = dict.fromkeys(
    "bericht berichte meldung meldungen artikel nachricht beitrag ausgabe report reports article story "
    "stories piece"
    .split(), "")  # fmt: skip
LEADING = frozenset("nach laut zufolge aus von according to bei gemäß wie by from so".split())


@dataclass(slots=True)
class Phrase:
    """A source phrase as read: its head, and what the lists know about it."""

    text: str
    span: Span
    head: str  # head noun as printed, "" where none was found
    category: SourceCategory
    person: Person | None = None
    hit: Hit | None = None
    definite: bool = False
    plural: bool = False
    roles: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    country: str | None = None
    pronoun: str = ""
    extra: tuple[Hit, ...] = field(default=())


def read_phrase(
    tokens: Sequence[Token], first: int, last: int, lang: str, hits: Sequence[Hit], cast: Cast
) -> Phrase:
    """Read the tokens ``[first, last)`` of a source mention.

    The head noun decides between person, body and artefact (codebook, core decision 3); a name decides
    only where it is the head or stands in apposition to it, never inside "supporters of X".
    """
    words = [tokens[i].form for i in range(first, last)]
    low = [w.casefold() for w in words]
    span = Span(tokens[first].start, tokens[last - 1].end)
    inside = hits_in(hits, first, last)
    text = " ".join(low)
    content = [w for w in low if w.isalnum() or any(c.isalpha() for c in w)]
    phrase = Phrase(text=spaced(tokens, first, last), span=span, head="", category=SourceCategory.UNRESOLVED)
    phrase.extra = tuple(inside)
    phrase.country = next((c for i in range(len(words)) if (c := resources.country_of(words[i]))), None)
    phrase.definite = bool(low) and low[0] not in INDEFINITE and low[0] not in ("mein", "meine", "my", "our")
    if not content:
        return phrase
    capitals = len(words) == 1 and words[0].isupper() and len(words[0]) > 1  # "US" is no pronoun
    own = (content[0] in PRONOUNS and not capitals) or content[0] in OWN
    if own and (len(content) == 1 or (len(content) == 2 and content[1] in VIEW_NOUNS)):
        phrase.pronoun = content[0]
        return phrase
    if any(p in text for p in SELF_PHRASES[lang]) or all(w in SELF_WORDS for w in content):
        phrase.category = SourceCategory.SELF
        return phrase
    start = head_start(low, lang)
    end = head_end(low, start, lang)
    person = named_here(cast, span, tokens, first, start, end, low, lang)
    head_at = pick_head(words, low, start, end, lang)
    phrase.head = words[head_at] if head_at is not None else words[-1]
    collect_roles(phrase, low, lang)
    if person is not None:
        phrase.person = person
        phrase.category = SourceCategory.PERSON
        return phrase
    decide(phrase, tokens, first, head_at, start, end, lang, inside)
    if (name := apposed_name(words, low)) and phrase.category in PERSONAL:
        phrase.category = SourceCategory.PERSON
        phrase.text = name
    return phrase


def head_start(low: Sequence[str], lang: str) -> int:
    """First word after leading prepositions and determiners."""
    i = 0
    # "Angaben von Beamten", "the view of officials": who is meant comes after the noun.
    for k, word in enumerate(low[:-2]):
        if word in VIEW_NOUNS and low[k + 1] in ("von", "der", "des", "vom", "of", "from", "eines", "einer"):
            i = k + 2
    while i < len(low) - 1 and (low[i] in LEADING or low[i] in DETERMINERS[lang] or not low[i][0].isalnum()):
        i += 1
    return i


def head_end(low: Sequence[str], start: int, lang: str) -> int:
    """One past the phrase's first noun group: where a complement, clause or apposition begins."""
    for i in range(start + 1, len(low)):
        if low[i] in HEAD_ENDS[lang] or low[i].partition("'")[0].partition("’")[0] in (
            "who",
            "that",
            "which",
        ):
            return i
    return len(low)


def pick_head(words: Sequence[str], low: Sequence[str], start: int, end: int, lang: str) -> int | None:
    """Index of the head noun: the last noun of the first group."""
    for i in range(end - 1, start - 1, -1):
        if not words[i][0].isalpha():
            continue
        if lang == "de" and not words[i][0].isupper():
            continue
        return i
    return next((i for i in range(start, len(words)) if words[i][0].isalpha()), None)


def hits_in(hits: Sequence[Hit], first: int, last: int) -> list[Hit]:
    """Listed names that share a token with ``[first, last)``; names are in text order and do not overlap."""
    low = max(0, bisect_left(hits, first, key=lambda h: h.first) - 1)
    high = bisect_left(hits, last, key=lambda h: h.first)
    return [h for h in hits[low:high] if h.last > first]


def named_here(
    cast: Cast,
    span: Span,
    tokens: Sequence[Token],
    first: int,
    start: int,
    end: int,
    low: Sequence[str],
    lang: str,
) -> Person | None:
    """The person whose name is the head or an apposition of the phrase."""
    best: tuple[int, Person] | None = None
    for p, m in cast.inside(span):
        at = next(i for i in range(len(low)) if tokens[first + i].end > m.start)
        after = next(
            (tokens[first + i].form for i in range(at, len(low)) if tokens[first + i].start >= m.end), ""
        )
        if after in ("'s", "’s", "'", "’"):  # Trump's campaign
            continue
        ends = (tokens[i].form for i in range(first, first + len(low)) if tokens[i].end >= m.end)
        printed = next(ends, "")
        if printed == p.surname + "s" and after[:1].isupper():  # Brandls Vorgänger
            continue
        inside_group = lang == "en" and after.isalpha() and after.islower() and after not in HEAD_ENDS["en"]
        if inside_group and at + len(p.name.split()) < end:  # a Romney campaign official
            continue
        before = list(low[start:at]) if at >= start else []
        if all(w in PARTICLES for w in before):  # "von der Leyen"
            before = []
        near = before[-1] if before else ""
        complement = any(w in COMPLEMENT for w in before)
        # "die Präsidentin der EU-Kommission Ursula ...": the name follows a noun, no preposition rules it
        german = lang == "de" and near not in COMPLEMENT and tail_of(near, role_kinds("de")) is None
        apposed = not complement or "," in before or german
        # "ein Sprecher der SPD, Karl Kurz": the apposition names the head; "supporters of X" does not
        if apposed and (best is None or at < best[0]):
            best = (at, p)
    return best[1] if best else None


def collect_roles(phrase: Phrase, low: Sequence[str], lang: str) -> None:
    """Roles and kinds that the words of the phrase suggest, head first."""
    roles, kinds = [], []
    order = sorted(low, key=lambda w: w != phrase.head.casefold())
    for word in order:
        if len(word) < 3:
            continue
        role = tail_of(word, role_kinds(lang))
        if role and role not in roles:
            roles.append(role)
            if kind := kind_of_role(lang).get(role):
                kinds.append(kind)
        for table in (resources.body_nouns(lang), resources.group_nouns(lang)):
            kind = tail_of(word, table)
            if kind:
                kinds.append(kind)
    phrase.roles = tuple(roles)
    phrase.kinds = tuple(dict.fromkeys([*kinds, *(h.kind for h in phrase.extra if h.kind)]))


NEWS_PEOPLE = dict.fromkeys(
    "journalist journalistin reporter reporterin korrespondent korrespondentin fotograf correspondent "
    "columnist".split(),
    "",
)
PERSONAL = (
    SourceCategory.OFFICE,
    SourceCategory.SPOKESPERSON,
    SourceCategory.BODY,
    SourceCategory.UNNAMED_PERSON,
)


def unlisted(head: str, lang: str) -> bool:
    """Tell whether no list of nouns knows a word."""
    tables = (
        resources.body_nouns(lang),
        resources.group_nouns(lang),
        role_kinds(lang),
        resources.document_nouns(lang),
    )
    return all(tail_of(head, table) is None for table in tables)


def apposed_name(words: Sequence[str], low: Sequence[str]) -> str:
    """A name that no list knows, in apposition to an office: two to four capitalised words after a comma."""
    if "," not in low:
        return ""
    at = len(low) - 1 - low[::-1].index(",")
    tail = list(words[at + 1 :])
    named = 2 <= len(tail) <= 5 and all(
        w == "-" or (w[:1].isupper() and w.isalpha() and not w.isupper()) for w in tail
    )
    return " ".join(tail).replace(" - ", "-") if named else ""


def bare_name(tokens: Sequence[Token], first: int, start: int, end: int) -> bool:
    """Tell whether a German phrase begins with one to three capitalised words without an article: a name."""
    words = [tokens[first + i].form for i in range(start, end)]
    before = tokens[first + start - 1].form.casefold() if start else ""
    if start and before not in ("von", "vom", "laut", "nach"):
        return False
    if len(words) > 1 and words[0].endswith(("e", "en", "er")) and words[0] not in resources.firstnames():
        return False  # an adjective at the beginning of the sentence
    return 1 <= len(words) <= 4 and all(w[0].isupper() or w in "-'’" or w in PARTICLES for w in words)


def decide(
    phrase: Phrase,
    tokens: Sequence[Token],
    first: int,
    head_at: int | None,
    start: int,
    end: int,
    lang: str,
    inside: Sequence[Hit],
) -> None:
    """Category of a phrase without a person's name."""
    head = phrase.head.casefold()
    group = " ".join(tokens[first + i].form.casefold() for i in range(start, end))
    at = first + (head_at if head_at is not None else start)
    on_head = next((h for h in inside if h.first <= at < h.last), None)
    rest = next((h for h in inside if h.listing in ("outlet", "agency")), None)
    documents, media = resources.document_nouns(lang), resources.outlet_nouns(lang)
    groups, bodies = resources.group_nouns(lang), resources.body_nouns(lang)
    several = lang == "de" and tokens[first].form.casefold() == "die" and not head.endswith("in")
    masculine = several and head.endswith(("er", "en", "eure"))  # "die Wissenschaftler"
    plural = phrase.plural = (
        head in groups or masculine or (head.endswith("s") if lang == "en" else head.endswith(("en", "e")))
    )
    if rest is not None and tail_in(head, VIEW_NOUNS):  # "APA-Informationen"
        on_head = rest
    if on_head is not None and on_head.listing in ("outlet", "agency"):
        phrase.hit = on_head
        phrase.category = SourceCategory.AGENCY if on_head.listing == "agency" else SourceCategory.OUTLET
    elif tail_in(head, resources.spokesperson_nouns(lang)):
        phrase.category = SourceCategory.SPOKESPERSON
    elif tail_of(head, NEWS_PEOPLE) is not None:
        phrase.hit = rest
        phrase.category = SourceCategory.UNNAMED_PERSON
    elif (noun := tail_of(head, media)) is not None and tail_of(head, groups) is None:
        phrase.hit = rest
        agency = noun == "agency" or (rest is not None and rest.listing == "agency")
        phrase.category = SourceCategory.AGENCY if agency else SourceCategory.OUTLET
    elif lang == "de" and tokens[first].form.casefold() in ("der", "dem") and head in role_kinds(lang):
        phrase.category = SourceCategory.OFFICE
    elif head in bodies and head not in groups:
        phrase.hit = on_head
        phrase.category = SourceCategory.BODY
    elif group in groups or tail_of(head, groups) is not None:
        phrase.category = SourceCategory.UNNAMED_PERSON
    elif (noun := documents.get(group) or tail_of(head, documents)) is not None:
        phrase.hit = rest
        if rest is not None and tail_of(head, RELAYED) is not None:  # "einem Bericht der BBC": the BBC speaks
            phrase.category = SourceCategory.AGENCY if rest.listing == "agency" else SourceCategory.OUTLET
            return
        phrase.category = SourceCategory.SOCIAL if noun == "social" else SourceCategory.DOCUMENT
    elif on_head is not None:
        phrase.hit = on_head
        phrase.category = SourceCategory.BODY
    elif lang == "de" and end - start >= 2 and bare_name(tokens, first, start, end) and unlisted(head, lang):
        phrase.category = SourceCategory.PERSON
    elif group in bodies or tail_of(head, bodies) is not None:
        phrase.category = SourceCategory.BODY
    elif tail_of(head, role_kinds(lang)) is not None:
        phrase.category = (
            SourceCategory.OFFICE if phrase.definite and not plural else SourceCategory.UNNAMED_PERSON
        )
    elif head in NEUTER:
        phrase.category = SourceCategory.UNRESOLVED
    elif (lang == "en" and plural and phrase.head.islower()) or (
        lang == "de" and not phrase.definite and head not in bodies
    ):
        phrase.category = SourceCategory.UNNAMED_PERSON
    elif rest is not None:
        phrase.hit = rest
        phrase.category = SourceCategory.OUTLET if rest.listing == "outlet" else SourceCategory.AGENCY
    elif inside:
        phrase.hit = inside[0]
        phrase.category = SourceCategory.BODY
    elif phrase.head.isupper() and len(phrase.head) > 1:
        phrase.category = SourceCategory.BODY
    elif head in ("prozent", "percent"):  # of those asked: the poll
        phrase.category = SourceCategory.DOCUMENT
    elif (lang == "de" and bare_name(tokens, first, start, end)) or (
        lang == "en" and phrase.head[:1].isupper()
    ):
        phrase.category = SourceCategory.PERSON
    elif phrase.plural:
        phrase.category = SourceCategory.UNNAMED_PERSON
    else:
        phrase.category = SourceCategory.BODY if lang == "de" else SourceCategory.UNNAMED_PERSON
