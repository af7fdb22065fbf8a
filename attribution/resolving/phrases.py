"""Reading of source phrases: pronoun, name or noun group, and the head that decides."""

from collections.abc import Sequence

from attribution.labels import SourceCategory
from attribution.resolving.categories import decide
from attribution.resolving.nouns import country_of, noun, noun_ending_at
from attribution.resolving.people import People, Person
from attribution.resolving.phrase import Phrase
from attribution.resolving.phrase_words import (
    ANYONE,
    BACKWARD,
    COMPLEMENTS,
    COUNTS,
    DETERMINERS,
    ENDS,
    GENITIVES,
    INDEFINITE,
    LEADING,
    NEUTER,
    OWN_WORDS,
    PLURAL,
    POSSESSIVE,
    QUANTITIES,
    RELATIVE,
    SAYINGS,
    SELF_PHRASES,
    SINGULAR,
    SPEAKERS,
)
from attribution.resolving.tokens import Tokens


def read_phrase(tokens: Tokens, people: People, first: int, last: int) -> Phrase:
    """Read the tokens ``[first, last)`` of a source mention.

    The head noun decides between person, body and artefact (codebook, core decision 3); a name
    decides only where it is the head or stands in apposition to it, never inside "supporters of X".
    """
    phrase = Phrase(first, last, tokens.span(first, last), tokens.words(first, last))
    lang, lows = tokens.lang, tokens.lows
    words = [
        lows[i].partition("’")[0].partition("'")[0] if lang == "en" else lows[i]
        for i in range(first, last)
        if lows[i][0].isalnum()
    ]
    phrase.country = next((c for i in range(first, last) if (c := country_of(tokens.forms[i]))), None)
    if not words:
        return phrase
    capitals = tokens.forms[last - 1].isupper() and len(words[-1]) > 1  # "US" is no pronoun
    if (
        len(words) <= 2
        and (word := words[-1])
        and not capitals
        and is_pronoun(word, lang)
        and (
            len(words) == 1
            or words[0] in LEADING[lang]
            or words[0] in ("all", "both", "so", "auch", "selbst", "als")
        )
    ):
        phrase.pronoun = word
        return phrase
    if len(words) > 2 and words[0] in SINGULAR[lang] and words[1] in ("and", "und"):
        phrase.pronoun = words[0]
        return phrase
    if words[:2] == ["ersten", "angaben"] or words[-2:] == ["dem", "vernehmen"] or words == ["gerüchten"]:
        phrase.category = SourceCategory.NONE
        return phrase
    if any(p in " ".join(words) for p in SELF_PHRASES):
        phrase.category = SourceCategory.SELF
        return phrase
    if words[-1] in BACKWARD and len(words) == 1:
        phrase.pronoun = words[-1]
        return phrase
    if (owner := owner_of_words(words, lang)) is not None:
        phrase.pronoun = owner
        return phrase
    named = named_person(tokens, people, first, last)
    if named is not None:
        phrase.person, phrase.category = named, SourceCategory.PERSON
        set_head(tokens, phrase, *noun_group(tokens, first, last))
        return phrase
    low, high = noun_group(tokens, first, last)
    set_head(tokens, phrase, low, high)
    inner = behind_saying(tokens, phrase, high)
    if inner is not None:
        return read_phrase(tokens, people, inner, last)
    decide(tokens, phrase, low, high)
    return phrase


def owner_of_words(words: Sequence[str], lang: str) -> str | None:
    """The possessive in "seiner Meinung" or "eigenen Angaben", as a pronoun; "dem" stands for no gender."""
    if (
        lang != "de"
        or len(words) > 3
        or words[-1] not in SAYINGS["de"]
        or words[-1] in ("seite", "kreisen", "bericht", "berichten", "stimmen")
    ):
        return None
    for word in words[:-1]:
        if word.startswith("eigen"):
            return "eigen"
        if word.startswith("sein"):
            return "er"
        if word.startswith("ihr"):
            return "ihr"
        if word in ("deren", "diesen", "dieser", "den", "der", "dessen"):
            return "deren"
    return None


def is_pronoun(word: str, lang: str) -> bool:
    """Tell whether a word stands for something named before."""
    return (
        word in SINGULAR[lang]
        or word in PLURAL
        or word in NEUTER
        or word in SPEAKERS
        or word in ANYONE
        or word in RELATIVE[lang]
    )


def named_person(tokens: Tokens, people: People, first: int, last: int) -> Person | None:
    """The person whose name is the head of the phrase or stands in apposition to it."""
    lang = tokens.lang
    for start, end, person in people.in_range(first, last):
        if end < len(tokens) and tokens.forms[end] in POSSESSIVE and end < last - 1:
            if tokens.lows[last - 1] in OWN_WORDS:
                return person  # "Drane's remarks"
            continue  # "Drane's campaign"
        if (
            genitive_mention(tokens, person, start, end, last)
            and tokens.lows[end] in SAYINGS["de"]
            and end == last - 1
        ):
            return person
        before = [tokens.lows[i] for i in range(first, start)]
        if not before:
            following = tokens.lows[end] if end < last else ""
            found = noun_ending_at(tokens.lows, end, lang) if end < last else None
            if found is not None and tokens.forms[end][0].isalpha() and following not in ENDS[lang]:
                # "Drane aides", "Drane supporters": the name only qualifies
                continue
            if (end < last and tokens.forms[end] == "-") or genitive_mention(
                tokens, person, start, end, last
            ):
                continue
            return person
        if genitive_mention(tokens, person, start, end, last):
            continue  # "Korbs’ Verein"
        if before[-1] in (",", ":", "(", "-"):
            return person
        if lang == "en" and any(w in COMPLEMENTS["en"] for w in before):
            title = noun_ending_at(tokens.lows, start - 1, lang)
            if before[0] in LEADING["en"] and not any(w in ("of", "for", "close") for w in before[1:]):
                return person
            if (
                title is None
                or title[0].what not in ("role", "spokesperson")
                or ("of" not in before and "for" not in before)
            ):
                continue
            return person if before.index("of" if "of" in before else "for") < 2 else None
        if lang == "de" and (at := genitive_at(before)) is not None:
            outer = noun_ending_at(before, at - 1, lang) if at else None
            title = noun_ending_at(tokens.lows, start - 1, lang)
            inner_title = title is not None and title[0].what in ("role", "spokesperson")
            if outer is not None and inner_title:  # "der Sprecher der Ministerin Wendt"
                continue
            if outer is not None and outer[0].what not in ("role", "spokesperson"):
                continue
            if outer is None and before[at] in ("von", "vom", "um") and at > 0:
                continue
            if start > first and before[-1] in ("von", "vom", "um", "des", "der") and at > 0:
                continue
            return person
        found = noun_ending_at(tokens.lows, end, lang) if end < last else None
        if (
            lang == "en"
            and found is not None
            and found[0].what in ("group", "body", "role", "spokesperson", "record")
        ) and tokens.forms[end][0].isalpha():
            continue  # "the Drane campaign"
        return person
    return None


def genitive_mention(tokens: Tokens, person: Person, start: int, end: int, last: int) -> bool:
    """Tell whether a German name in the genitive only qualifies the noun after it."""
    if tokens.lang != "de" or end >= last or not tokens.is_capital(end):
        return False
    return tokens.forms[end - 1].endswith("s") and tokens.forms[end - 1] != person.surname


def genitive_at(before: Sequence[str]) -> int | None:
    """Index of the first genitive or preposition after a noun."""
    return next((i for i, w in enumerate(before) if i > 0 and w in COMPLEMENTS["de"]), None)


def noun_group(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """The first noun group of a phrase: after prepositions and determiners, before what only modifies."""
    lang = tokens.lang
    low = first
    while low < last - 1:
        word = tokens.lows[low]
        if (
            word in LEADING[lang]
            or word in DETERMINERS[lang]
            or word in COUNTS
            or not word[0].isalnum()
            or word.isdigit()
        ):
            low += 1
        else:
            break
    high = low + 1
    while high < last:
        word = tokens.lows[high]
        if high > low and word in '"„“”»«' and any(noun(tokens.lows[k], lang) for k in range(low, high)):
            break  # "die Zeitung „Hafenblick“"
        if word in ENDS[lang] or word in ",(–—;:" or (word in POSSESSIVE and high == last - 1):
            break
        participle = lang == "en" and word.endswith(("ed", "ing")) and not tokens.is_capital(high)
        if participle and noun(tokens.lows[high - 1], lang) is not None:
            break  # "a document provided by"
        high += 1
    while (
        high > low + 1
        and not tokens.forms[high - 1][0].isalnum()
        and tokens.forms[high - 1] not in POSSESSIVE
    ):
        high -= 1
    return low, high


def set_head(tokens: Tokens, phrase: Phrase, low: int, high: int) -> None:
    """Find the head noun of a group and what the lists say about it."""
    lang = tokens.lang
    at = next(
        (
            i
            for i in range(high - 1, low - 1, -1)
            if tokens.forms[i][0].isalpha() and (lang == "en" or tokens.is_capital(i))
        ),
        low,
    )
    if lang == "de":  # "die Gruppe Hafen Nord": the noun before a name is the head
        for k in range(low, at):
            entry = noun(tokens.lows[k], lang) if tokens.is_capital(k) else None
            if entry is not None and entry.what in ("body", "outlet", "agency"):
                at = k
                break
    phrase.head = tokens.lows[at]
    found = noun_ending_at(tokens.lows, at, lang, low)
    if found is not None:
        phrase.noun = found[0]
        phrase.head = " ".join(tokens.lows[found[1] : at + 1])
    words = [tokens.lows[i] for i in range(phrase.first, low)]
    opening = tokens.lows[phrase.first]
    phrase.definite = not any(w in INDEFINITE or w in COUNTS for w in words)
    if lang == "en":
        single = phrase.head.rsplit(" ", 1)[-1]
        phrase.plural = (single.endswith("s") and not single.endswith("ss")) or single in (
            "people",
            "men",
            "women",
            "police",
        )
    else:
        phrase.plural = opening in ("die", "den", "zwei", "mehrere", "einige") and phrase.head.endswith(
            ("en", "er", "n", "s", "e")
        )
        phrase.plural = phrase.plural and not phrase.head.endswith(("in", "ung", "heit"))
    phrase.bare = high == phrase.last
    hits = list(tokens.listed_in(phrase.first, phrase.last))
    on_head = next((h for h in hits if h.first <= at < h.last), None)
    phrase.hit = (
        on_head
        or next((h for h in hits if h.is_medium), None)
        or next((h for h in hits if h.row.listing != "country"), hits[0] if hits else None)
    )


def behind_saying(tokens: Tokens, phrase: Phrase, high: int) -> int | None:
    """Where the one begins whose words a noun such as "Angaben" passes on."""
    lang = tokens.lang
    if high >= phrase.last - 1:
        return None
    if phrase.head in QUANTITIES and tokens.lows[high] in ("of", "von", "der", "aus"):
        return high
    if phrase.head not in SAYINGS[lang]:
        return None
    if (
        phrase.head in ("bericht", "berichten", "meldung", "meldungen")
        and phrase.hit is not None
        and phrase.hit.is_medium
    ):
        return None
    if tokens.lows[high] not in GENITIVES[lang]:
        return None
    if phrase.head in ("bericht", "meldung") and tokens.lows[high] != "von":
        return None
    return high
