"""What the lists say about a word or a run of words, with German compounds looked up by their end."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from attribution import resources
from attribution.records import Token

SHORTEST_TAIL = 5  # characters of a compound's last part that are looked up ("-partei", "-polizei")
LONGEST_NAME = 6  # tokens of the longest listed name that is looked for
OPENING = "\"„“”‚‘'»«›‹"

MALE = frozenset("er ihm ihn dieser he him himself his seiner seinen sein seine".split())
FEMALE = frozenset({"sie", "ihr", "she", "her", "hers", "herself", "ihrer", "ihren", "ihre"})
PLURAL = frozenset({"sie", "ihnen", "diese", "they", "them", "themselves", "both", "beide"})
NEUTER = frozenset({"es", "it"})
SELF_WORDS = frozenset({"i", "we", "ich", "wir", "me", "us", "mir", "uns"})
RELATIVE = frozenset({"who", "which", "that", "der", "die", "das", "dem", "den", "welche", "welcher"})
BACKWARD = frozenset({"demnach", "danach", "demzufolge", "hiernach"})
OTHER_PRONOUNS = frozenset({"who", "man", "one", "dieser", "jener", "letzterer"})
PRONOUNS = BACKWARD | MALE | FEMALE | PLURAL | NEUTER | SELF_WORDS | OTHER_PRONOUNS
DETERMINERS = {
    "de": frozenset("der die das den dem des ein eine einer eines einem einen dieser diese dieses "
    "diesen mehrere "
                    "zwei drei vier viele einige manche alle beide kein keine sein seine seinem ihr "
                    "ihre ihrem".split()),
    "en": frozenset("the a an this that these those two three four five several some many other another "
    "his her "
                    "its their our my most all both any one no".split()),
}  # fmt: skip
INDEFINITE = frozenset(
    "ein eine einer eines einem einen a an one another mehrere several some einige two zwei".split()
)
SELF_PHRASES = {
    "de": ("dieser zeitung", "unserer zeitung", "unsere zeitung", "diese zeitung", "unsere redaktion",
           "dieser redaktion", "diese redaktion", "unserer redaktion", "unser korrespondent", "unsere "
           "korrespondentin",
           "unser reporter", "unsere recherchen", "eigene recherchen", "eigenen recherchen"),
    "en": ("this newspaper", "this paper", "our reporter", "our correspondent", "our analysis", "our "
    "newsroom",
           "our investigation", "this reporter"),
}  # fmt: skip


class Hit(NamedTuple):
    """A listed name found in the text: tokens ``[first, last)`` and its row."""

    first: int
    last: int
    listing: str  # "agency", "outlet", "institution", "international", "party", "country", "metonym"
    name: str
    kind: str  # kind code, empty where the list gives none
    country: str
    state_control: bool


@cache
def names() -> Mapping[str, Hit]:
    """Every listed name by its case folded tokens; agencies win over outlets, outlets over the rest."""
    out: dict[str, Hit] = {}
    for name, country in resources.countries().items():
        out[key_of(name)] = Hit(0, 0, "country", name.title(), "gov", country, False)
    for name, m in resources.metonyms().items():
        out[key_of(name)] = Hit(0, 0, "metonym", m.name, "gov", m.country, False)
    for capital, country in resources.capitals().items():
        out.setdefault(key_of(capital), Hit(0, 0, "capital", capital, "gov", country, False))
    for listing, rows in (
        ("institution", resources.institutions()),
        ("party", resources.parties()),
        ("international", resources.int_bodies()),
    ):
        for name, b in rows.items():
            out[key_of(name)] = Hit(0, 0, listing, b.name, b.kind, b.country, False)
    for name, o in resources.outlets().items():
        if len(name) > 2 and key_of(name) not in out:
            out[key_of(name)] = Hit(0, 0, "outlet", o.name, "med", o.country, o.state_control)
    for name, o in resources.agencies().items():
        out[key_of(name)] = Hit(0, 0, "agency", o.name, "agy", o.country, o.state_control)
    for short, country in resources.COMMON_COUNTRY_WORDS.items():
        out.setdefault(key_of(short), Hit(0, 0, "country", short.upper(), "gov", country, False))
    return out


@cache
def acronyms() -> frozenset[str]:
    """Keys of names that the lists print in capitals only: "THE" is a school, "the" is not."""
    tables = ("institutions_en", "institutions_de", "int_bodies", "parties", "agencies", "outlets")
    rows = (row for table in tables for row in resources.read_table(f"gazetteers/{table}").rows)
    printed = (name for row in rows for name in resources.names_of(row[0], row[1]))
    return frozenset(key_of(name) for name in printed if name.isupper() and len(name) < 7)


@cache
def ambiguous() -> frozenset[str]:
    """Keys of media names that are also ordinary words."""
    rows = {*resources.outlets().values(), *resources.agencies().values()}
    return frozenset(key_of(word) for row in rows for word in row.ambiguous)


@cache
def first_words() -> frozenset[str]:
    """First tokens of all listed names: most positions of a text are settled by this set."""
    return frozenset(key.split(" ", 1)[0] for key in names())


def key_of(name: str) -> str:
    """A name as its case folded tokens, joined by blanks, as tokens of a text are joined."""
    spaced = "".join(c if c.isalnum() else f" {c} " for c in name.casefold())
    return " ".join(spaced.split())


def token_keys(tokens: Sequence[Token]) -> list[str]:
    """Case folded forms of tokens, spaced as ``key_of`` spaces names."""
    return [key_of(t.form) for t in tokens]


def spaced(tokens: Sequence[Token], first: int, last: int) -> str:
    """Tokens joined as they were printed, line ends as blanks."""
    parts = [tokens[first].form]
    for i in range(first + 1, last):
        parts.append((" " if tokens[i].start > tokens[i - 1].end else "") + tokens[i].form)
    return "".join(parts)


def find_names(tokens: Sequence[Token], lang: str) -> list[Hit]:
    """Listed names in the text, longest first at each place, none inside another."""
    keys = token_keys(tokens)
    listed, starts = names(), first_words()
    media_nouns = resources.outlet_nouns(lang)
    out: list[Hit] = []
    i = 0
    while i < len(tokens):
        opening = keys[i].split(" ", 1)[0]
        if (opening not in starts and opening.removesuffix("n") not in starts) or (
            not tokens[i].form[:1].isupper() and tokens[i].form not in SMALL
        ):
            i += 1
            continue
        found = None
        for n in range(min(LONGEST_NAME, len(tokens) - i), 0, -1):
            key = " ".join(keys[i : i + n])
            row = listed.get(key)
            if (
                n == 1 and row is None and i and keys[i - 1] == "the"
            ):  # "the Guardian" is listed with its article
                row = listed.get(f"the {key}")
            printed = row is not None  # as listed; an inflected one takes its name from the list
            row = row or listed.get(genitive(key)) or (listed.get(uninflected(key)) if lang == "de" else None)
            if row and fits(row, key, tokens, keys, i, i + n, media_nouns):
                name = spaced(tokens, i, i + n) if printed and row.listing != "country" else row.name
                found = row._replace(first=i, last=i + n, name=name)
                break
        if found:
            out.append(found)
            i = found.last
        else:
            i += 1
    return out


def uninflected(key: str) -> str:
    """The name with its adjectives in the nominative: "neuen zürcher zeitung" as listed."""
    first, _, rest = key.partition(" ")
    return f"{first.removesuffix('n')} {rest}" if rest and first.endswith("en") else ""


def genitive(key: str) -> str:
    """The name without a genitive s."""
    return key.removesuffix("s") if len(key) > 4 else ""


def fits(
    row: Hit,
    key: str,
    tokens: Sequence[Token],
    keys: Sequence[str],
    first: int,
    last: int,
    nouns: Mapping[str, str],
) -> bool:
    """Tell whether a listed name can be meant here: ordinary words need marks or a media noun beside them."""
    capitals = tokens[first].form.isupper() or tokens[first].form in SMALL
    if key in acronyms() and last - first == 1 and not capitals:
        return False
    if last - first > 1 and not all(
        t.form[:1].isupper() or len(t.form) < 4 for t in tokens[first:last] if t.form.isalpha()
    ):
        return False  # "The paper" at the head of a sentence is no outlet of that name
    if row.listing not in ("outlet", "agency"):
        return True
    before = tokens[first - 1].form if first else ""
    marked = before in OPENING and bool(before)
    beside = bool(before) and (keys[first - 1] in nouns or tail_of(keys[first - 1], nouns) is not None)
    if marked or beside:
        return True
    form = tokens[first].form
    if tokens[first].form in SMALL:
        return True
    if key in ambiguous():
        if last - first > 1:
            return tokens[last - 1].form[:1].isupper()
        if first and keys[first - 1] == "the" and row.name.casefold().startswith("the "):
            return form[:1].isupper()
        plain = (row.listing == "agency" and len(form) > 3) or key in PLAIN_OUTLETS
        return plain or (form.isupper() and len(form) >= 3)
    if last - first == 1:  # one plain word: only if it cannot be a common noun or a place
        return len(form) > 3 or form.isupper() or row.listing == "agency"
    return True


PLAIN_OUTLETS = frozenset(
    {"politico", "spiegel", "axios", "breitbart", "correctiv", "buzzfeed", "guardian", "economist"}
)
SMALL = frozenset({"dpa", "dapd", "epd", "taz", "nd"})  # printed without capitals
ENDINGS = ("en", "es", "er", "n", "s", "e")  # inflection that a listed form may lack


def tail_of(word: str, table: Mapping[str, str]) -> str | None:
    """Value of a word, of its form without ending, or of the longest listed word that a compound ends in."""
    forms = [word, *(word.removesuffix(e) for e in ENDINGS if word.endswith(e) and len(word) - len(e) > 3)]
    for form in forms:
        if form in table:
            return table[form]
    for form in forms:
        for cut in range(1, len(form) - SHORTEST_TAIL + 1):
            if form[cut:] in table:
                return table[form[cut:]]
    return None


def tail_in(word: str, words: frozenset[str]) -> bool:
    """Tell whether a word, or the end of a compound, is in a set."""
    return word in words or any(word[cut:] in words for cut in range(1, len(word) - SHORTEST_TAIL + 1))


@cache
def role_kinds(lang: str) -> Mapping[str, str]:
    """Role class by form, for compound look-ups."""
    return {form: role.role for form, role in resources.roles(lang).items()}


@cache
def kind_of_role(lang: str) -> Mapping[str, str]:
    """Kind code by role class."""
    return {role.role: role.kind for role in resources.roles(lang).values()}
