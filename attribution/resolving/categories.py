"""The category of a source phrase without a known person: by head noun, list and spelling."""

from attribution.labels import SourceCategory
from attribution.resolving.nouns import NOT_NAMES, PEOPLE, Noun, country_of, given_name, noun
from attribution.resolving.people import ORGANISATION_ENDS, PARTICLES, plain
from attribution.resolving.phrase import Phrase
from attribution.resolving.phrase_words import COUNTS, DETERMINERS, MEDIA_OF
from attribution.resolving.tokens import Tokens


def decide(tokens: Tokens, phrase: Phrase, low: int, high: int) -> None:
    """Category of a phrase without a person's name."""
    if name_before_comma(tokens, phrase) or name_after_comma(tokens, phrase):
        phrase.category = SourceCategory.PERSON
        return
    found = phrase.noun
    hit = phrase.hit
    at_head = hit is not None and hit.first < high and hit.last >= high
    on_head = hit if hit is not None and hit.first < high and hit.last > low and at_head else None
    if on_head is not None and (
        (on_head.last - on_head.first > 1 and on_head.last == high)
        or found is None
        or found.what not in ("spokesperson", "role", "group", "record", "social")
    ):
        phrase.category = MEDIA_OF.get(on_head.row.listing, SourceCategory.BODY)
        if (
            tokens.lang == "en"
            and on_head.row.listing == "party"
            and tokens.lows[on_head.last - 1].endswith("s")
        ):
            phrase.category = SourceCategory.UNNAMED_PERSON  # "Democrats", "Tories"
        return
    if found is not None:
        phrase.category = category_of_noun(tokens, phrase, found)
        return
    medium = hit if hit is not None and hit.is_medium else None
    if medium is not None and not phrase.bare and tokens.lang == "de":
        phrase.category = MEDIA_OF[medium.row.listing]
        return
    phrase.category = category_of_unlisted(tokens, phrase, low, high)


def name_run(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether tokens are spelled as a name of two to four words that no list holds."""
    words = [i for i in range(first, last) if tokens.forms[i][0].isalnum()]
    return 2 <= len(words) <= 4 and all(
        (tokens.is_capital(i) or tokens.lows[i] in PARTICLES)
        and plain(tokens.forms[i])
        and tokens.lows[i] not in NOT_NAMES
        and noun(tokens.lows[i], tokens.lang) is None
        and tokens.lows[i] not in ORGANISATION_ENDS
        for i in words
    )


def name_before_comma(tokens: Tokens, phrase: Phrase) -> bool:
    """Tell whether the phrase opens with a name that an apposition explains ("Ann Lee, the lawyer")."""
    comma = next(
        (i for i in range(phrase.first, min(phrase.first + 6, phrase.last)) if tokens.forms[i] == ","), None
    )
    if comma is None or not name_run(tokens, phrase.first, comma):
        return False
    return any(
        (entry := noun(tokens.lows[i], tokens.lang)) is not None and entry.what in PEOPLE
        for i in range(comma + 1, min(phrase.last, comma + 8))
    )


def name_after_comma(tokens: Tokens, phrase: Phrase) -> bool:
    """Tell whether a word for a person is explained by a name ("the partner, Ann Lee")."""
    comma = next(
        (i for i in range(phrase.last - 1, max(phrase.last - 7, phrase.first), -1) if tokens.forms[i] == ","),
        None,
    )
    if comma is None or phrase.noun is None or phrase.noun.what not in PEOPLE or not phrase.noun.role:
        return False
    return name_run(tokens, comma + 1, phrase.last)


def category_of_noun(tokens: Tokens, phrase: Phrase, found: Noun) -> SourceCategory:
    """Category that a listed head noun gives."""
    lang = tokens.lang
    medium = phrase.hit if phrase.hit is not None and phrase.hit.is_medium else None
    what = found.what
    if what in PEOPLE and is_several(tokens, phrase):
        return SourceCategory.UNNAMED_PERSON
    if what == "spokesperson":
        return SourceCategory.SPOKESPERSON
    if what == "group":
        return SourceCategory.UNNAMED_PERSON
    if what == "role":
        return SourceCategory.OFFICE if phrase.definite else SourceCategory.UNNAMED_PERSON
    if what in ("outlet", "agency"):
        if (
            what == "agency"
            and lang == "en"
            and medium is None
            and "news" not in phrase.text.casefold()
            and "wire" not in phrase.head
        ):
            return SourceCategory.BODY
        if medium is not None:
            return MEDIA_OF[medium.row.listing]
        return MEDIA_OF[what]
    if what in ("record", "social"):
        if (
            medium is None
            and any(
                (entry := noun(tokens.lows[i], lang)) is not None
                and entry.what in MEDIA_OF
                and (lang == "de" or (entry.what == "outlet" and what == "record"))
                for i in range(phrase.first, phrase.last)
            )
            and (lang == "de")
        ):
            return SourceCategory.OUTLET
        if medium is not None and phrase.head.endswith(
            (
                "bericht",
                "berichte",
                "berichten",
                "berichts",
                "report",
                "reports",
                "meldung",
                "artikel",
                "story",
                "article",
            )
        ):
            return MEDIA_OF[medium.row.listing]
        return SourceCategory.SOCIAL if what == "social" else SourceCategory.DOCUMENT
    return SourceCategory.BODY


def is_several(tokens: Tokens, phrase: Phrase) -> bool:
    """Tell whether a word for people stands in the plural, by its ending, article or number."""
    head, opening = phrase.head, tokens.lows[phrase.first]
    if tokens.lang == "en":
        return phrase.plural
    if any(
        tokens.lows[i] in COUNTS
        for i in range(phrase.first, phrase.last)
        if tokens.lows[i] != head and i < phrase.first + 3
    ):
        return True
    if head.endswith(("innen", "leute", "kreise", "kreisen")):
        return True
    single = tokens.lows[phrase.first] in (
        "der",
        "dem",
        "des",
        "ein",
        "eine",
        "einer",
        "einem",
        "einen",
        "das",
        "dieser",
        "diesem",
    )
    if single:
        return False
    if opening in ("den",):
        return head.endswith("n")
    if opening == "die":
        return not head.endswith(("in", "frau", "e", "stelle", "kraft"))
    # Without any article a role in the singular stands only before a name.
    return opening not in DETERMINERS["de"] or (head.endswith(("n", "e")) and not head.endswith("in"))


def category_of_unlisted(tokens: Tokens, phrase: Phrase, low: int, high: int) -> SourceCategory:
    """Category of a phrase whose head no list holds: by its spelling, number and article."""
    forms = [tokens.forms[i] for i in range(low, high) if tokens.forms[i][0].isalpha()]
    lang = tokens.lang
    determined = tokens.lows[phrase.first] in DETERMINERS[lang]
    if not forms:
        return SourceCategory.UNRESOLVED
    last = forms[-1]
    if tokens.forms[phrase.first] in '"“„”»«' and len(forms) < 6:
        return SourceCategory.OUTLET
    if last.isupper() and len(last) > 1:
        return SourceCategory.BODY
    if len(forms) == 1 and country_of(last) is not None:
        return SourceCategory.BODY  # "Warsaw"
    if lang == "en":
        if last[0].isupper():
            if last.casefold() in ORGANISATION_ENDS or determined:
                return SourceCategory.BODY
            return (
                SourceCategory.PERSON
                if len(forms) < 4 and all(plain(f) for f in forms)
                else SourceCategory.BODY
            )
        return SourceCategory.UNNAMED_PERSON
    bare = not determined and len(forms) < 4 and low == phrase.first and all(f[0].isupper() for f in forms)
    if bare and forms[0].casefold() not in NOT_NAMES and (given_name(forms[0]) or len(forms) == 1):
        return SourceCategory.PERSON
    if phrase.plural and tokens.lows[phrase.first] not in ("dem", "der"):
        return SourceCategory.UNNAMED_PERSON
    return SourceCategory.BODY
