"""Named persons of an article: every full name with its roles, and the surnames that refer to it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from attribution.records import Document, Span, Token
from attribution.resolving.lexicon import Hit, role_kinds, spaced, tail_of
from attribution.resources import (
    body_nouns,
    country_of,
    firstnames,
    group_nouns,
    heads,
    outlet_nouns,
    politicians,
)

PARTICLES = frozenset(
    "von van de der den di da del della al el bin ben ibn zu zur vom le la du dos mac mc st".split()
)
HONORIFICS = {
    "m": frozenset("herr herrn mr sir lord king prince könig prinz scheich pfarrer".split()),
    "f": frozenset({"frau", "ms", "mrs", "miss", "lady", "queen", "princess", "königin", "prinzessin"}),
    "": frozenset({"dr", "prof", "professor", "rep", "sen", "gov", "gen", "col", "lt", "sgt", "capt", "judge",
                   "justice", "rev", "president", "pastor", "bischof", "papst", "pope"}),
}  # fmt: skip
HONORIFIC = frozenset().union(*HONORIFICS.values())
LONGEST_MENTION = 120  # characters
REACH = 9  # tokens before or after a name in which its role or apposition is looked for
# Capitalised words that begin English sentences or phrases and are no part of a name.
NOT_NAMES = frozenset(
    "the a an in on at but and or if when while after before as for from by with to of he she they we "
    "it i you this "
    "that these those there here his her their our my its not no yes so then now what who why how where "
    "all some many "
    "most both one two new monday tuesday wednesday thursday friday saturday sunday january february "
    "march april may "
    "june july august september october november december today yesterday mr mrs ms dr".split()
)


@dataclass(slots=True)
class Person:
    """A named person while the article is read."""

    name: str
    surname: str
    gender: str = ""  # "m", "f" or unknown
    mentions: list[Span] = field(default_factory=list)
    fullest: Span | None = None
    description: list[Span] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    affiliation: Hit | None = None
    country: str | None = None
    former: bool = False
    titles: set[str] = field(default_factory=set)  # role words beside the name, case folded, masculine


class Cast:
    """The persons of a story with every mention in text order, found by bisection.

    Parameters
    ----------
    people : sequence of Person
    """

    def __init__(self, people: Sequence[Person]) -> None:
        self.people = people
        self._mentions = sorted(
            ((m, k) for k, p in enumerate(people) for m in p.mentions), key=lambda x: x[0]
        )
        self._starts = [m.start for m, _ in self._mentions]
        self.by_name = {p.name: p for p in reversed(people)}

    def inside(self, span: Span) -> Iterator[tuple[Person, Span]]:
        """Persons with a mention that overlaps a span, in text order."""
        for at in range(bisect_left(self._starts, span.start - LONGEST_MENTION), len(self._starts)):
            mention, k = self._mentions[at]
            if mention.start >= span.end:
                return
            if mention.end > span.start:
                yield self.people[k], mention

    def before(self, position: int) -> Iterator[tuple[Person, Span]]:
        """Persons with a mention that ends before a position, the nearest first."""
        for at in range(bisect_left(self._starts, position) - 1, -1, -1):
            mention, k = self._mentions[at]
            if mention.end <= position:
                yield self.people[k], mention


def is_name_part(form: str) -> bool:
    """Tell whether a token looks like part of a name."""
    return form[:1].isupper() and (form[1:].islower() or "-" in form or len(form) == 1 or mixed(form))


def mixed(form: str) -> bool:
    """Tell whether a word has capitals inside, as McCain or O'Neill, without being an acronym."""
    return any(c.isupper() for c in form[1:]) and any(c.islower() for c in form)


def find_persons(document: Document, hits: Sequence[Hit]) -> list[Person]:
    """Persons of an article in order of their first full mention."""
    tokens = document.tokens
    taken = {i for h in hits if h.listing not in ("country",) for i in range(h.first, h.last)}
    people: dict[str, Person] = {}
    runs = name_runs(tokens, document.lang, taken)
    for first, last in runs:
        words = [tokens[i].form for i in range(first, last)]
        name = spaced(tokens, first, last)
        surname = words[-1]
        known = people.get(name) or same_person(people, words)
        if known is None:
            known = people[name] = Person(name=name, surname=surname)
        span = Span(tokens[first].start, tokens[last - 1].end)
        known.mentions.append(span)
        if known.fullest is None:
            known.fullest = span
        if not known.gender:
            known.gender = gender_of(tokens, first, words)
        describe(known, tokens, first, last, document.lang, hits)
    add_listed(people.values())
    add_surnames(
        list(people.values()), tokens, {i for run in runs for i in range(*run)} | taken, document.lang
    )
    return list(people.values())


def add_listed(people: Iterable[Person]) -> None:
    """Add the offices that the lists know: heads of state and government, German parliaments."""
    office, seat = heads(), politicians()
    for p in people:
        known = office.get(p.name.casefold())
        if known:
            p.roles.append("gov_head")
            p.country = p.country or known[0].country
        if p.name.casefold() in seat:
            p.roles.append("legislator")
            p.country = p.country or "DE"


def name_runs(tokens: Sequence[Token], lang: str, taken: set[int]) -> list[tuple[int, int]]:
    """Token runs that are full names: a given name or a title before capitalised words."""
    given = firstnames()
    roles = role_kinds(lang)
    out: list[tuple[int, int]] = []
    i = 0
    while i < len(tokens):
        form = tokens[i].form
        initial = len(form) == 1 and form.isupper() and i + 1 < len(tokens) and tokens[i + 1].form == "."
        free = i not in taken and form.casefold() not in NOT_NAMES and country_of(form) is None
        starts = (form in given or initial) and free
        titled = i > 0 and is_title(tokens[i - 1].form, roles) and is_name_part(form) and free
        english = lang == "en" and is_name_part(form) and form.casefold() not in NOT_NAMES and i not in taken
        english = english and tail_of(form.casefold(), roles) is None and country_of(form) is None
        if not (starts or titled or english):
            i += 1
            continue
        last = extend(tokens, i, taken, lang, roles)
        length = sum(tokens[k].form[0].isalpha() for k in range(i, last))
        surname = tokens[last - 1].form if last > i else ""
        plausible = len(surname) > 1 and surname[0].isupper()
        if plausible and (length >= 2 or (titled and form.casefold() not in NOT_NAMES)):
            if is_common(surname.casefold(), lang):
                i = last
                continue
            # An English sentence's first word is capitalised without being a name.
            if english and not starts and not titled and (length < 2 or opens_sentence(tokens, i)):
                i = last
                continue
            out.append((i, last))
            i = last
        else:
            i += 1
    return out


def is_common(word: str, lang: str) -> bool:
    """Tell whether the last word of a run is a noun for bodies, people or outlets, not a surname."""
    return word in body_nouns(lang) or word in group_nouns(lang) or word in outlet_nouns(lang)


def opens_sentence(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a token begins a sentence."""
    return i == 0 or tokens[i - 1].form in ".!?:"


def is_title(form: str, roles: Mapping[str, str]) -> bool:
    """Tell whether a word announces a name: an honorific or a role."""
    low = form.casefold().rstrip(".")
    return low in HONORIFIC or (form[:1].isupper() and tail_of(low, roles) is not None)


def extend(tokens: Sequence[Token], i: int, taken: set[int], lang: str, roles: Mapping[str, str]) -> int:
    """One past the last token of the name that begins at ``i``."""
    k = i + 1
    while k < len(tokens) and k - i < 7 and k not in taken:
        form = tokens[k].form
        gap = tokens[k].start - tokens[k - 1].end
        if gap > 1:
            break
        if form == "." and len(tokens[k - 1].form) <= 2 and gap == 0:
            k += 1
            continue
        if form == "-" and gap == 0 and k + 1 < len(tokens) and tokens[k + 1].form[:1].isupper():
            k += 2
            continue
        if form.casefold() in PARTICLES and k + 1 < len(tokens) and tokens[k + 1].form[:1].isupper():
            k += 1
            continue
        if not is_name_part(form) or form.casefold() in NOT_NAMES:
            break
        following = tokens[k + 1].form if k + 1 < len(tokens) else ""
        if lang == "en" and form.casefold() in roles and is_name_part(following):  # District Judge James ...
            break
        named = sum(tokens[n].form[:1].isupper() and tokens[n - 1].form != "-" for n in range(i, k))
        if lang == "de" and named >= 2 and form not in firstnames():
            break  # German nouns are capitalised too: a name is a given name and one surname
        k += 1
    while k > i + 1 and tokens[k - 1].form in ".-":
        k -= 1
    return k


def same_person(people: dict[str, Person], words: Sequence[str]) -> Person | None:
    """A person already met under a name with the same surname and a compatible given name."""
    last = words[-1].rstrip("s")
    fits = [p for p in people.values() if p.surname.rstrip("s") == last]
    if len(words) > 1:
        fits = [p for p in fits if p.name.split()[0] == words[0] or len(p.name.split()) == 1]
    return fits[0] if len(fits) == 1 else None


def gender_of(tokens: Sequence[Token], first: int, words: Sequence[str]) -> str:
    """Gender by honorific, by the form of the role before the name, or by given name."""
    before = tokens[first - 1].form.casefold() if first else ""
    for gender, forms in HONORIFICS.items():
        if gender and before in forms:
            return gender
    if before.endswith(("in", "frau")) and len(before) > 5:
        return "f"
    return firstnames().get(words[0], "m" if before.endswith(("er", "minister", "präsident")) else "")


def describe(
    person: Person, tokens: Sequence[Token], first: int, last: int, lang: str, hits: Sequence[Hit]
) -> None:
    """Add role, affiliation and country that stand beside one mention of a name."""
    low, high = window(tokens, first, last)
    roles = role_kinds(lang)
    found: list[int] = []
    for i in (*range(low, first), *range(last, high)):
        word = tokens[i].form.casefold()
        role = tail_of(word, roles) if len(word) > 2 else None
        if role is not None and role not in person.roles:
            person.roles.append(role)
        if role is not None:
            found.append(i)
            person.titles.add(masculine(word))
        if word in (
            "former",
            "ex",
            "ehemaliger",
            "ehemalige",
            "ehemaligen",
            "früherer",
            "frühere",
            "früheren",
            "then",
        ):
            person.former = True
        if person.country is None and (country := country_of(tokens[i].form)):
            person.country = country
    for at in range(bisect_left(hits, low, key=lambda h: h.first), len(hits)):
        h = hits[at]
        if h.first >= high:
            break
        if (h.last <= first or h.first >= last) and person.affiliation is None:
            if h.listing not in ("country", "metonym"):
                person.affiliation = h
            person.country = person.country or h.country or None
    if found:
        person.description.append(Span(tokens[min(found)].start, tokens[max(found)].end))


def masculine(word: str) -> str:
    """A role without the feminine ending, so that "Ministerin" and "Minister" are one title."""
    return word.removesuffix("s").removesuffix("in") if len(word) > 6 else word


def window(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Tokens around a name that may describe it: its own phrase before, an apposition after."""
    low = first
    while low > 0 and first - low < REACH and tokens[low - 1].form not in '.!?:;"“”„«»()':
        if tokens[low - 1].form == "," and first - low > 1:
            break
        if tokens[low - 1].form[:1].islower() and tokens[low - 1].form in VERBS_OF_SAYING:
            break
        low -= 1
    high = last
    if last < len(tokens) and tokens[last].form in ",(":
        high = last + 1
        while high < len(tokens) and high - last < REACH + 3 and tokens[high].form not in '.!?:;"“”„«»),':
            high += 1
    return low, high


VERBS_OF_SAYING = frozenset(
    "sagte said erklärte told teilte says sagt warnte added berichtete meldete".split()
)


def add_surnames(people: Sequence[Person], tokens: Sequence[Token], named: set[int], lang: str) -> None:
    """Add the mentions by surname alone, where one person of the article bears it."""
    by_surname: dict[str, list[Person]] = {}
    for p in people:
        by_surname.setdefault(p.surname, []).append(p)
    for i, token in enumerate(tokens):
        if i in named:
            continue
        form = token.form
        bearers = by_surname.get(form) or (by_surname.get(form[:-1]) if form.endswith("s") else None)
        if bearers and len(bearers) == 1:
            bearers[0].mentions.append(Span(token.start, token.end))
            before = tokens[i - 1].form.casefold().rstrip(".") if i else ""
            for gender in ("m", "f"):
                if before in HONORIFICS[gender]:
                    bearers[0].gender = gender
    for p in people:
        p.mentions.sort()
