"""What the shipped lists say about a noun or role phrase, inflected and compound forms included."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from attribution import resources

SHORTEST_TAIL = 4  # letters of a compound's last part that are looked up ("-chef", "-rat")
LONGEST_ROLE = 4  # words of the longest listed role ("director of national intelligence")
UMLAUTS = str.maketrans("äöü", "aou")
ENDINGS = {"de": ("innen", "en", "es", "em", "er", "s", "n", "e"), "en": ("s", "es")}
# Capitalised words that are no part of a name: sentence openings, days, months.
NOT_NAMES = frozenset(
    "a aber about according after all alle als also although am an and anfang april are as asked at auch auf "
    "august aus außerdem because before bei bereits bis both but by can could da dabei daher damit dann das "
    "dass december dem den denn der des deshalb deutsche deutschen deutscher dezember did die dienstag diese "
    "dieser dieses do doch does donnerstag dort dr durch during ein eine einem einen einer eines einige ende "
    "er erst es even februar february for freitag friday from für gegen gestern had has have he her "
    "here heute "
    "hier his how however i ich if ihm ihn ihnen ihr ihre im in is it its jahr jahre januar january "
    "juli july "
    "june juni just laut let like look mai many march may mehr mehrere might mit mitte mittwoch "
    "monday montag "
    "more morgen most mr mrs ms my märz nach neue neuen neuer new no noch not november now nun nur "
    "ob october "
    "oder of ohne oktober on once one only or our over prozent samstag saturday schon sein seine seit "
    "september she should sie since so some sonntag sowie still sunday than that the their then there these "
    "they this those though thursday to today trotzdem tuesday two uhr und under unter until viele "
    "vom von vor "
    "was we wednesday wegen weil well weniger wenn were what when where which while who why wie "
    "will wir with "
    "would während yes yesterday yet you zu zudem zum zur zwischen über".split()
)

PEOPLE = frozenset("group role spokesperson".split())


class Noun(NamedTuple):
    """What a noun denotes."""

    what: str  # spokesperson, role, group, outlet, agency, record, social, body
    kind: str  # kind code, empty where the lists do not tell
    role: str  # role class, empty where it is none


@cache
def nouns(lang: str) -> dict[str, Noun]:
    """Every listed noun; where two lists hold one, those that name a person win."""
    out: dict[str, Noun] = {}
    for word in resources.spokesperson_nouns(lang):
        out[word] = Noun("spokesperson", "", "spokesperson")
    for word, entry in resources.roles(lang).items():
        what = "spokesperson" if entry.role == "spokesperson" else "role"
        out.setdefault(word, Noun(what, entry.kind, entry.role))
    for word, medium in resources.outlet_nouns(lang).items():
        if word not in out:
            out[word] = Noun(medium, "agy" if medium == "agency" else "med", "")
    for word, kind in resources.group_nouns(lang).items():
        known = out.get(word)
        # "Berater" is a role and a group: the role tells more, its number decides later.
        out.setdefault(word, Noun("group", kind, known.role if known else ""))
    for word, kind in resources.body_nouns(lang).items():
        out.setdefault(word, Noun("body", kind, ""))
    for word, artefact in resources.document_nouns(lang).items():
        out.setdefault(word, Noun(artefact, "", ""))
    for word, what, kind in resources.read_table(f"lexicons/{lang}/denotations").rows:
        low = word.casefold()
        known = out.get(low)
        role = known.role if known and what in ("group", "role") else ""
        out[low] = Noun(
            what,
            kind or (known.kind if known and what == "role" else ""),
            role or ("person" if what == "role" else ""),
        )
    return out


@lru_cache(maxsize=65536)
def noun(word: str, lang: str) -> Noun | None:
    """What a single word denotes, by itself, its stem or the longest listed end of a German compound.

    Parameters
    ----------
    word : str
        Case folded.
    """
    listed = nouns(lang)
    if (found := listed.get(word)) is not None:
        return found
    if (found := stem_of(word, lang)) is not None:
        return found
    if "-" in word:
        return noun(word.rsplit("-", 1)[1], lang)
    if lang == "de":
        for cut in range(2, min(len(word) - SHORTEST_TAIL, 30) + 1):
            tail = word[cut:]
            found = listed.get(tail) or stem_of(tail, lang)
            if found is not None and (len(tail) > SHORTEST_TAIL or found.what in ("role", "spokesperson")):
                return found
    return None


def stem_of(word: str, lang: str) -> Noun | None:
    """What a word denotes without one of its endings."""
    listed = nouns(lang)
    for ending in ENDINGS[lang]:
        if len(word) - len(ending) > 3 and word.endswith(ending):
            found = listed.get(word[: -len(ending)])
            if found is not None:
                return found
    if lang == "de" and ("ä" in word or "ü" in word or "ö" in word):
        return (
            listed.get(word.translate(UMLAUTS).removesuffix("en").removesuffix("e"))
            if word.endswith("e")
            else None
        )
    if lang == "en" and word.endswith("ies"):
        return listed.get(word[:-3] + "y")
    if lang == "en" and word.endswith("men"):
        return listed.get(word[:-2] + "an")
    return None


def noun_ending_at(lows: Sequence[str], last: int, lang: str, first: int = 0) -> tuple[Noun, int] | None:
    """The listed noun whose last word is ``lows[last]``, several words first, and where it begins."""
    if lang == "en":
        listed = nouns(lang)
        for length in range(LONGEST_ROLE, 1, -1):
            start = last - length + 1
            if start < first:
                continue
            phrase = " ".join(lows[start : last + 1])
            found = listed.get(phrase) or stem_of(phrase, lang)
            if found is not None:
                return found, start
    single = noun(lows[last], lang)
    return (single, last) if single is not None else None


@lru_cache(maxsize=65536)
def country_of(word: str) -> str | None:
    """ISO code of the country that a word names, also as the first part of a compound ("US-Armee")."""
    if not word[:1].isalpha():
        return None
    found = resources.country_of(word)
    if found is None and "-" in word:
        found = resources.country_of(word.split("-", 1)[0])
    return found


@lru_cache(maxsize=65536)
def given_name(word: str) -> str | None:
    """ "m" or "f" where a word is a given name, also a double one."""
    names = resources.firstnames()
    return names.get(word) or (names.get(word.split("-", 1)[0]) if "-" in word else None)
