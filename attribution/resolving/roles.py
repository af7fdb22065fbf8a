"""What an article says about its people: role, affiliation and country beside a name."""

from collections.abc import Iterator

from attribution import resources
from attribution.resolving.nouns import PEOPLE, country_of, noun, noun_ending_at
from attribution.resolving.people import FEMALE_TITLES, MALE_TITLES, People, Person
from attribution.resolving.tokens import Tokens

BEFORE = 9  # tokens before a name that its own noun phrase may have
APPOSITION = 14  # tokens of an apposition
STOPS = frozenset('.!?:;"“”„»«‚‘()–—…,')
FORMER = frozenset(
    "damalige damaligen ehemalige ehemaligen ehemaliger einstige einstigen ex former "
    "former-president frühere "
    "früheren früherer then-president".split()
)
# Words at which a noun phrase before a name cannot have begun yet, going left.
LEFT_ENDS = {
    "de": frozenset(
        "aber als auch bei dass daß dem den durch einem einen gegen habe hat hatte ist laut mit nach nachdem "
        "neben ob oder sei sich so und war werde wie wird wurde während zufolge über".split()
    ),
    "en": frozenset(
        "about according after against and are as be been between but by from had has have into is "
        "like on or "
        "said says than that to told was were when which while who whom whose with".split()
    ),
}
DETERMINERS = {
    "de": frozenset(
        "das dem den der des die ein eine einem einen einer eines ihr ihre ihrer sein seine seiner".split()
    ),
    "en": frozenset("a an her his its one our the their".split()),
}


def describe_people(people: People) -> None:
    """Add to every person what stands beside the mentions that give more than a surname."""
    for person in people.everybody:
        for first, last in person.mentions:
            for low, high in descriptions(people.tokens, first, last):
                take_in(people, person, low, high)


def descriptions(tokens: Tokens, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Token ranges that describe the name ``[first, last)``."""
    before = own_phrase(tokens, first)
    if before < first:
        yield before, first
    if first >= 2 and tokens.forms[first - 1] == ",":
        low = apposition_before(tokens, first - 1)
        if low is not None:
            yield low, first - 1
    after = apposition_after(tokens, last)
    if after is not None:
        yield after


def own_phrase(tokens: Tokens, first: int) -> int:
    """Where the noun phrase begins that a name ends; the name's own start where a name stands alone."""
    lang, lows = tokens.lang, tokens.lows
    i = first - 1
    if i >= 1 and tokens.forms[i] == "." and len(tokens.forms[i - 1]) <= 4:
        i -= 1  # "Gov. Smith"
    if i < 0 or not tokens.forms[i][0].isalpha():
        return first
    found = noun_ending_at(lows, i, lang)
    titled = lows[i] in MALE_TITLES or lows[i] in FEMALE_TITLES
    if titled:
        return i
    # "die Sprecherin des Ministeriums Maria Kurz": the role opens the phrase, a genitive stands between.
    role = found is not None and found[0].what in PEOPLE
    if not role and (lang == "en" or not tokens.is_capital(i)):
        return first
    start = i
    k = i
    while k >= 0 and first - k <= BEFORE:
        form, low = tokens.forms[k], lows[k]
        if form in STOPS and not (form == "." and k > 0 and len(tokens.forms[k - 1]) <= 3):
            break
        if low in LEFT_ENDS[lang] or low in resources.reporting_verbs(lang):
            break
        start = k
        if low in DETERMINERS[lang] and not (lang == "de" and low in ("der", "des", "die")):
            break
        if lang == "de" and low in ("der", "die", "das"):
            # A nominative article opens the phrase unless a noun before it takes it as a genitive.
            if k == 0 or not (tokens.forms[k - 1][0].isalpha() and tokens.is_capital(k - 1)):
                break
            previous = noun(lows[k - 1], "de")
            if low == "das" or previous is None or previous.what not in PEOPLE:
                break
        k -= 1
    return start


def apposition_before(tokens: Tokens, comma: int) -> int | None:
    """Where the phrase begins that a name after a comma stands in apposition to ("the head, Ann Lee")."""
    lang = tokens.lang
    low = comma
    while low > 0 and comma - low < APPOSITION and tokens.forms[low - 1] not in STOPS:
        low -= 1
    for i in range(low, comma):
        opens = tokens.lows[i] in DETERMINERS[lang]
        if not opens and i > low:
            continue
        for k in range(i, min(i + 7, comma)):
            if k > i and tokens.lows[k] in ("of", "for", "des", "der", "von", "vom", "in", "at"):
                break
            found = noun_ending_at(tokens.lows, k, lang)
            if found is not None and found[0].what in PEOPLE and (lang == "en" or tokens.is_capital(k)):
                return i
    return None


def apposition_after(tokens: Tokens, last: int) -> tuple[int, int] | None:
    """The apposition or bracket right after a name, if it tells a role, a party or an affiliation."""
    if last >= len(tokens) or tokens.forms[last] not in ",(":
        return None
    closing = ")" if tokens.forms[last] == "(" else ","
    high = last + 1
    while high < len(tokens) and high - last <= APPOSITION + 4:
        form = tokens.forms[high]
        if form == closing or (
            form in '.!?;:"“”„»«)(–—'
            and not (form == "." and len(tokens.forms[high - 1]) <= 3 and tokens.forms[high - 1] != ")")
        ):
            break
        if tokens.lang == "en" and tokens.lows[high] in ("said", "says", "told", "and") and closing == ",":
            break
        high += 1
    low = last + 1
    if (
        high <= low
        or tokens.lows[low]
        in (
            "dass",
            "daß",
            "die",
            "der",
            "das",
            "and",
            "but",
            "und",
            "sagte",
            "said",
        )
    ) and not (
        tokens.lows[low : low + 1] and tokens.lows[low] in ("der", "die") and role_near(tokens, low, high)
    ):
        return None
    if closing == ")":
        return (low, high)
    return (low, high) if role_near(tokens, low, high) else None


def role_near(tokens: Tokens, low: int, high: int) -> bool:
    """Tell whether a word for a person stands among the first of a stretch, before any verb."""
    for i in range(low, min(high, low + 8)):
        if tokens.lows[i] in resources.reporting_verbs(tokens.lang) and i > low:
            return False
        found = noun_ending_at(tokens.lows, i, tokens.lang)
        if found is not None and found[0].what in PEOPLE and (tokens.lang == "en" or tokens.is_capital(i)):
            return True
        if tokens.lang == "en" and tokens.lows[i] in ("who", "whose", "which", "whom", "said"):
            return False
    return False


def take_in(people: People, person: Person, low: int, high: int) -> None:
    """Add roles, kinds, affiliation and country that a stretch tells about a person."""
    tokens = people.tokens
    lang = tokens.lang
    i = low
    roles: list[tuple[str, str]] = []
    for i in range(low, high):
        if i in people.inside:
            continue  # another person's name: "Drane spokesman Tom Fehl"
        word = tokens.lows[i]
        if word in FORMER or word.startswith("ex-"):
            person.former = True
        if len(word) < 3:
            continue
        found = noun_ending_at(tokens.lows, i, lang, low)
        if found is None:
            if person.country is None and tokens.is_capital(i) | (lang == "de"):
                person.country = country_of(tokens.forms[i])
            continue
        entry, start = found
        if entry.what in PEOPLE and (lang == "en" or tokens.is_capital(i) or entry.what != "group"):
            roles = [r for r in roles if not (start < i and r[0] == "")]
            if entry.role:
                roles.append((entry.role, entry.kind))
            elif entry.kind:
                roles.append(("", entry.kind))
        elif entry.what == "body" and person.affiliation is None:
            person.affiliation = tokens.words(start, i + 1)
            roles.append(("", entry.kind))
        if person.country is None:
            person.country = country_of(tokens.forms[i])
    for role, kind in roles:
        if role and role not in person.roles:
            person.roles.append(role)
        if kind and kind not in person.kinds:
            person.kinds.append(kind)
    for hit in tokens.listed_in(low, high):
        if hit.first < low or hit.last > high:
            continue
        if hit.row.listing not in ("country", "metonym"):
            if person.affiliation_listing is None:
                person.affiliation, person.affiliation_listing = hit.row.name, hit.row.listing
            if hit.row.kind and hit.row.kind not in person.kinds:
                person.kinds.append(hit.row.kind)
        person.country = person.country or hit.row.country or None
    span = tokens.span(low, high)
    if span not in person.description and len(person.description) < 6:
        person.description.append(span)
