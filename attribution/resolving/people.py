"""Named people of an article: full names, the surnames that refer to them, one entity each."""

from dataclasses import dataclass, field

from attribution import resources
from attribution.records import Span
from attribution.resolving.listed import Hit
from attribution.resolving.nouns import NOT_NAMES, PEOPLE, country_of, given_name, noun
from attribution.resolving.tokens import Tokens

LONGEST = 6  # tokens of a name, particles and points included
PARTICLES = frozenset(
    "al ben bin da de del della den der di dos du el ibn la le ten ter van vom von zu zur".split()
)
MALE_TITLES = frozenset("father herr herrn king könig lord mr prince prinz scheich sir".split())
FEMALE_TITLES = frozenset("dame frau königin lady miss mrs ms princess prinzessin queen".split())
TITLES = MALE_TITLES | FEMALE_TITLES | frozenset(
    "dr prof professor rep reps sen sens gov gen col lt sgt capt adm judge justice rev president "
    "pastor bischof papst "
    "pope secretary speaker".split()
)  # fmt: skip
# Ends of German nouns that no surname has.
NOUN_ENDS = tuple(
    "ung ungen heit keit schaft tion tionen ismus ment tät nis ierung amt rat haus gesetz straße platz "
    "verband partei recht krieg".split()
)
ORGANISATION_ENDS = frozenset(
    "act administration affairs agency airport alliance amendment association avenue award bank beach bill "
    "bridge bureau campaign caucus center center's centre church city club coalition college commission "
    "committee company convention corp corporation council county court cup day debate defense department "
    "election force foundation fund games globe government group hall herald hospital hotel house inc "
    "institute institution island islands journal justice kingdom lake law league lives magazine matter "
    "ministry mountain movement nations network news night office park party poll post post-gazette press "
    "primary prize project report republic research rights river school security service services "
    "show society "
    "square state states street studies survey team times tower towers trail tribune union university valley "
    "week".split()
)


@dataclass(slots=True)
class Person:
    """A named person while the article is read."""

    given: str  # empty where only the surname is given
    surname: str
    name: str
    gender: str = ""  # "m", "f" or unknown
    mentions: list[tuple[int, int]] = field(default_factory=list)  # token ranges in text order
    fullest: tuple[int, int] | None = None
    description: list[Span] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    affiliation: str | None = None
    affiliation_listing: str | None = None
    country: str | None = None
    former: bool = False


class People:
    """Everybody named in an article, found by name or by token.

    ``at`` maps the first token of a mention to its person; ``rivals`` counts the other people who
    bear the same surname where the mention gives nothing else.
    """

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.everybody: list[Person] = []
        self.by_surname: dict[str, list[Person]] = {}
        self.at: dict[int, Person] = {}
        self.inside: dict[int, int] = {}  # token of a mention -> first token of that mention
        self.end_of: dict[int, int] = {}  # first token of a mention -> one past its last
        self.rivals: dict[int, int] = {}

    def add(self, first: int, last: int) -> Person:
        """Note a full name or a titled surname."""
        forms = [self.tokens.forms[i] for i in range(first, last)]
        surname = forms[-1]
        given = "" if len(forms) == 1 else forms[0]
        gender = self.gender_at(first, forms)
        person = self.same(given, surname, gender)
        if person is None:
            person = Person(given, surname, self.tokens.words(first, last), gender)
            self.everybody.append(person)
            self.by_surname.setdefault(surname, []).append(person)
        elif given and not person.given:
            person.given, person.name = given, self.tokens.words(first, last)
            person.fullest = (first, last)
        if person.fullest is None:
            person.fullest = (first, last)
        person.gender = person.gender or gender
        self.mention(person, first, last)
        return person

    def mention(self, person: Person, first: int, last: int) -> None:
        """Note one mention of a person."""
        person.mentions.append((first, last))
        self.at[first] = person
        self.end_of[first] = last
        for i in range(first, last):
            self.inside[i] = first

    def same(self, given: str, surname: str, gender: str) -> Person | None:
        """A person met before whom the name may mean; the one named last where several may."""
        fits = [p for p in self.bearers(surname) if not gender or p.gender in ("", gender)]
        if given:
            fits = [p for p in fits if not p.given or given_fits(p.given, given)]
        return max(fits, key=lambda p: p.mentions[-1]) if fits else None

    def bearers(self, surname: str) -> list[Person]:
        """People of a surname, also in the German genitive."""
        found = self.by_surname.get(surname)
        if found is None and surname.endswith("s"):
            found = self.by_surname.get(surname[:-1])
        return found or []

    def gender_at(self, first: int, forms: list[str]) -> str:
        """Gender by title or role before a name, else by given name."""
        lows = self.tokens.lows
        before = lows[first - 1] if first else ""
        if before == "." and first > 1:
            before = lows[first - 2]
        if before in MALE_TITLES:
            return "m"
        if before in FEMALE_TITLES or before.endswith(("woman", "women")):
            return "f"
        if self.tokens.lang == "de" and len(before) > 4:
            found = noun(before, "de")
            if found is not None and found.what in PEOPLE:
                return (
                    "f"
                    if before.endswith(("in", "frau"))
                    else "m"
                    if before.endswith(("er", "ent", "chef"))
                    else ""
                )
        return (given_name(forms[0]) or "") if len(forms) > 1 else ""

    def in_range(self, first: int, last: int) -> list[tuple[int, int, Person]]:
        """Mentions that begin in ``[first, last)``, in text order."""
        return [(i, self.end_of[i], self.at[i]) for i in range(first, last) if i in self.at]


def given_fits(one: str, other: str) -> bool:
    """Tell whether two given names may be the same person's: equal, or one an initial or short form."""
    a, b = one.casefold(), other.casefold()
    return a == b or (a[:1] == b[:1] and (len(a) == 1 or len(b) == 1 or a[:3] == b[:3]))


def find_people(tokens: Tokens) -> People:
    """Read the people of an article: full and titled names first, then lone surnames."""
    people = People(tokens)
    hits = {hit.first: hit for hit in tokens.hits}
    i = 0
    while i < len(tokens):
        if i in tokens.silent or not tokens.is_capital(i):
            i += 1
            continue
        last = name_at(tokens, hits, i)
        if last is not None:
            people.add(i, last)
            i = last
        else:
            hit = hits.get(i)
            i = hit.last if hit is not None else i + 1
    add_surnames(people)
    return people


def name_at(tokens: Tokens, hits: dict[int, Hit], i: int) -> int | None:
    """End of the name that begins at a token; None where none does."""
    hit = hits.get(i)
    if hit is not None and (
        hit.last - hit.first > 1 or (hit.row.listing != "country" and not given_name(tokens.forms[i]))
    ):
        return None
    forms, lows, lang = tokens.forms, tokens.lows, tokens.lang
    if lows[i] in NOT_NAMES or not plain(forms[i]) or cut_short(lows[i]):
        return None
    titled = is_titled(tokens, i)
    given = given_name(forms[i]) is not None or is_initial(tokens, i)
    if noun(lows[i], lang) is not None and not given:
        return None
    last = extend(tokens, hits, i, given=given, titled=titled)
    length = sum(forms[k][0].isalpha() for k in range(i, last))
    if length == 1 and given and len(forms[i]) == 1:
        return None
    if titled and (
        length > 1 or (hit is None and noun(lows[i], lang) is None and country_of(forms[i]) is None)
    ):
        return last
    if length < 2:
        return None
    if lows[last - 1] in ORGANISATION_ENDS or any(noun(lows[k], lang) for k in range(i + 1, last)):
        return None
    if given:
        return last if lang == "en" or not common(tokens, i) else None
    return last if unknown_name(tokens, i, last) else None


def cut_short(low: str) -> bool:
    """Tell whether a word is a contraction ("they're") rather than a name such as O'Neill."""
    return any(low.partition(mark)[0] in NOT_NAMES for mark in "'’" if mark in low)


def is_initial(tokens: Tokens, i: int) -> bool:
    """Tell whether a token is one or more initials before a point: "J.", "J.M."."""
    form = tokens.forms[i]
    return (len(form) == 1 or ("." in form and form.isupper() and len(form) < 6)) and tokens.forms[
        i + 1 : i + 2
    ] == ["."]


def plain(form: str) -> bool:
    """Tell whether a word is spelled as names are: not all capitals unless an initial."""
    return len(form) == 1 or any(c.islower() for c in form) or ("." in form and len(form) < 6)


def common(tokens: Tokens, i: int) -> bool:
    """Tell whether a capitalised word opens a sentence and is also an ordinary word of the article."""
    return tokens.lows[i] in tokens.lowered and (i == 0 or not tokens.forms[i - 1][0].isalnum())


def unknown_name(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether capitalised words that no list holds make a name."""
    if last - first > 4 or tokens.lows[last - 1] in ORGANISATION_ENDS:
        return False
    if any(country_of(tokens.forms[k]) for k in range(first, last)):
        return False
    before = tokens.forms[first - 1] if first else "."
    if before in ".!?:\"“„»«‚‘'":
        return opens_with_name(tokens, first, last)
    if tokens.lang == "de":
        # Nouns are capitalised too: a comma, a bracket or a verb of saying must stand beside the name.
        after = tokens.lows[last] if last < len(tokens) else ""
        verbs = resources.reporting_verbs("de")
        beside = before == "," or after == "(" or tokens.lows[first - 1] in verbs or after in verbs
        return beside and not any(tokens.lows[k].endswith((*NOUN_ENDS, "en")) for k in range(first, last))
    return tokens.lows[first - 1] not in ("the", "a", "an", "of", "in", "at")


def opens_with_name(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether capitalised words that open a sentence are a name, by what the article says of it.

    English only: the surname comes again alone, or an apposition tells what the bearer is.
    """
    if tokens.lang != "en" or last >= len(tokens) or not all(map(tokens.is_capital, range(first, last))):
        return False
    if tokens.lows[first] in tokens.lowered or tokens.lows[last - 1] in tokens.lowered:
        return False
    if tokens.counts[tokens.forms[last - 1]] > tokens.counts[tokens.forms[first]]:
        return True
    reach = range(last + 1, min(last + 8, len(tokens)))
    near = (noun(tokens.lows[k], "en") for k in reach)
    return tokens.forms[last] == "," and any(n is not None and n.what in PEOPLE for n in near)


def is_titled(tokens: Tokens, i: int) -> bool:
    """Tell whether a title or role stands right before a word."""
    k = i - 1
    if k >= 1 and tokens.forms[k] == "." and len(tokens.forms[k - 1]) <= 4:
        return tokens.lows[k - 1] in TITLES
    if k < 0 or not tokens.forms[k][0].isalpha():
        return False
    if tokens.lows[k] in TITLES:
        return tokens.lang == "de" or tokens.is_capital(k)
    found = noun(tokens.lows[k], tokens.lang)
    if found is None or found.what not in ("role", "spokesperson"):
        return False
    return tokens.lang == "en" or (tokens.is_capital(k) and not tokens.lows[k].endswith(("ern", "innen")))


def extend(tokens: Tokens, hits: dict[int, Hit], i: int, *, given: bool, titled: bool) -> int:
    """One past the last token of the name that begins at a token."""
    forms, lows, lang = tokens.forms, tokens.lows, tokens.lang
    k = i + 1
    while k < len(tokens) and k - i < LONGEST:
        form = forms[k]
        if tokens.starts[k] - tokens.ends[k - 1] > 1:
            break
        if form == "." and (len(forms[k - 1]) <= 2 or "." in forms[k - 1]) and tokens.glued(k):
            k += 1
            continue
        if lows[k] in PARTICLES and k + 1 < len(tokens) and tokens.is_capital(k + 1) and form.islower():
            if (
                lang == "de"
                and lows[k] in ("der", "den", "vom", "zu", "zur")
                and lows[k - 1] not in ("von", "van", "zu")
            ):
                break
            k += 1
            continue
        initial = len(form) == 1 and forms[k + 1 : k + 2] == ["."]
        if (
            not form[0].isupper()
            or not plain(form)
            or (lows[k] in NOT_NAMES and not initial)
            or (k in hits and hits[k].last - k > 1)
        ):
            break
        if k > i + 1 and (lows[k] in tokens.lowered or noun(lows[k], lang) is not None):
            break
        if k == i + 1 and not_a_surname(tokens, k, given=given):
            break
        if (
            lang == "de"
            and k - i >= 2
            and not titled
            and not given_name(forms[k - 1])
            and forms[k - 1] != "."
        ) and (
            lows[k].endswith(NOUN_ENDS)
            or (lows[k - 1] not in PARTICLES and given_name(form) is None and len(forms[i]) > 3)
        ):
            break
        k += 1
    while k > i + 1 and (forms[k - 1] == "." or (lows[k - 1] in PARTICLES and forms[k - 1].islower())):
        k -= 1
    return k


def not_a_surname(tokens: Tokens, k: int, *, given: bool) -> bool:
    """Tell whether the word after a possible given name cannot be a surname."""
    low = tokens.lows[k]
    if low in tokens.lowered and not given:
        return True
    found = noun(low, tokens.lang)
    if tokens.lang == "en":
        return found is not None and low in tokens.lowered
    return low.endswith(NOUN_ENDS) or (
        found is not None and (found.what in ("role", "spokesperson") and not given)
    )


def add_surnames(people: People) -> None:
    """Add mentions by surname alone, and by given name alone where only one person bears it."""
    tokens = people.tokens
    by_given: dict[str, list[Person]] = {}
    for person in people.everybody:
        if person.given and given_name(person.given) and len(person.given) > 2:
            by_given.setdefault(person.given, []).append(person)
    latest: dict[str, Person] = {}
    taken = {i for hit in tokens.hits if hit.last - hit.first > 1 for i in range(hit.first, hit.last)}
    for i in range(len(tokens)):
        first = people.inside.get(i)
        if first is not None:
            latest[people.at[first].surname] = people.at[first]
            continue
        if i in tokens.silent or i in taken or not tokens.is_capital(i):
            continue
        form = tokens.forms[i]
        if len(form) > 3 and form.isupper():
            form = form.title()  # "DRANE: No."
        bearers = people.bearers(form)
        if not bearers:
            bearers = by_given.get(form, [])
            if len(bearers) == 1 and not (tokens.lang == "de" and noun(tokens.lows[i], "de")):
                people.mention(bearers[0], i, i + 1)
            continue
        gender = people.gender_at(i, [form])
        fits = [p for p in bearers if not gender or p.gender in ("", gender)] or bearers
        # Prefer whom the article named last under this surname.
        chosen = latest.get(fits[0].surname)
        if chosen not in fits:
            chosen = fits[0]
        people.mention(chosen, i, i + 1)
        people.rivals[i] = len(fits) - 1
        if gender and not chosen.gender:
            chosen.gender = gender
        latest[chosen.surname] = chosen
    for person in people.everybody:
        person.mentions.sort()
