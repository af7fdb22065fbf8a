"""What the shipped lists know about words and phrases, as classes that both languages share."""

from collections.abc import Sequence
from functools import lru_cache

from attribution import resources

_SHORTEST_END = 5  # letters of a German compound's last part that a list must hold
_LONGEST_NAME = 5  # words of a listed name


@lru_cache(maxsize=65536)
def noun_classes(word: str, lang: str) -> tuple[str, ...]:
    """Return the classes of a noun; an unlisted German compound has those of its end.

    >>> noun_classes("Ministerium", "de")
    ('body:gov',)
    >>> noun_classes("Hafenministerium", "de")
    ('body:gov',)
    """
    lowered = word.casefold()
    found = _listed(lowered, lang)
    if found or not word[:1].isalpha():
        return found
    for stem in _stems(lowered, lang):
        found = _listed(stem, lang)
        if found:
            return found
    return ()


def phrase_classes(forms: Sequence[str], home: str) -> tuple[str, ...]:
    """Return the classes of the listed names in a phrase, longest first; home or abroad is told.

    Names that are also ordinary words count only in company of a capital letter.
    """
    found: list[str] = []
    place = 0
    while place < len(forms):
        for length in range(min(_LONGEST_NAME, len(forms) - place), 0, -1):
            classes = _name_classes(" ".join(forms[place : place + length]), home)
            if classes:
                found += classes
                place += length
                break
        else:
            place += 1
    return tuple(dict.fromkeys(found))


def _stems(lowered: str, lang: str) -> list[str]:
    """The word without its plural ending, then the ends of a compound, longest first."""
    endings = ("en", "n", "e", "s", "es", "innen") if lang == "de" else ("s", "es")
    stems = [lowered.removesuffix(ending) for ending in endings if lowered.endswith(ending)]
    if "-" in lowered:
        stems.append(lowered.rsplit("-", 1)[1])
    if lang == "de":
        stems += [lowered[start:] for start in range(1, min(len(lowered) - _SHORTEST_END + 1, 30))]
    return stems


def _listed(lowered: str, lang: str) -> tuple[str, ...]:
    found = []
    if lowered in resources.spokesperson_nouns(lang):
        found.append("spokesperson")
    for name, table in (
        ("body", resources.body_nouns(lang)),
        ("group", resources.group_nouns(lang)),
        ("document", resources.document_nouns(lang)),
        ("outlet", resources.outlet_nouns(lang)),
    ):
        if lowered in table:
            found.append(f"{name}:{table[lowered]}")
    role = resources.roles(lang).get(lowered)
    if role is not None:
        found += [f"role:{role.role}", f"role-kind:{role.kind}"]
    return tuple(found)


@lru_cache(maxsize=65536)
def _name_classes(name: str, home: str) -> tuple[str, ...]:
    if not any(letter.isupper() for letter in name):
        return ()
    key = name.casefold()
    outlet = resources.agencies().get(key)
    if outlet is not None:
        return ("is:agency", f"agency:{'home' if outlet.country == home else 'abroad'}")
    for label, table in (
        ("int", resources.int_bodies()),
        ("party", resources.parties()),
        ("institution", resources.institutions()),
    ):
        body = table.get(key)
        if body is not None:
            where = "int" if body.country == "INT" else "home" if body.country == home else "abroad"
            return (f"is:{label}", f"body-kind:{body.kind}", f"body:{where}")
    metonym = resources.metonyms().get(key)
    if metonym is not None:
        return ("is:metonym", f"metonym:{'home' if metonym.country == home else 'abroad'}")
    outlet = resources.outlets().get(key)
    if outlet is not None and key not in outlet.ambiguous and len(name) >= 3:
        return ("is:outlet", f"outlet:{'home' if outlet.country == home else 'abroad'}")
    country = resources.country_of(name)
    if country is not None:
        return ("is:country", f"country:{'home' if country == home else 'abroad'}")
    if name in resources.firstnames():
        return ("is:firstname",)
    return ()
