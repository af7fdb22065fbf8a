"""Which language a text is written in, told by its function words."""

import re

from attribution.errors import LanguageError
from attribution.records import Notice

LANGUAGES = ("de", "en")
SAMPLE = 60_000  # characters that are looked at; more changes no verdict
MIN_HITS = 4  # function words below which the verdict is called a guess
FOREIGN_LEAD = 1.2  # how far another language must lead before a text is refused

# Frequent function words, those left out that two of the languages share in their commonest
# use ("in", "an", "war", "was"). The other languages are here only to be told apart.
STOP_WORDS: dict[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "de": "der die das und ist den dem des ein eine einen einem einer nicht mit auf für von zu im sich "
        "auch als nach bei aus wie werden wird wurde sind haben hat hatte sein seine über durch um dass "
        "daß "
        "aber nur noch vor zum zur oder er sie es ich wir man habe sei sagte kann vom unter gegen bis",
        "en": "the of and to is that for it with as on by be this from are have has had not but they "
        "his her "
        "at which or who would will been were their said he she we you its after about an more when than",
        "fr": "le la les des et est une du dans que qui pour pas sur au par ce il elle sont avec plus "
        "été aux "
        "ont cette mais ou leur ses nous vous",
        "es": "el la los las de que y en un una por con para es se del al lo como más pero su sus ha "
        "fue este "
        "esta son también entre",
        "it": "il di che la è un una per del della con non sono da si al le gli nel alla dei delle più "
        "ha anche "
        "come ma questo stato",
        "nl": "de het een van en dat op te zijn met voor niet aan er om ook als bij door naar heeft "
        "maar uit wordt "
        "over nog hij ze werd",
        "pl": "nie się na jest że do to jak ale przez przy od po dla są był było oraz który tym także będzie",
        "pt": "o os as de que e do da em um uma para com não por mais dos das foi ao pelo pela são "
        "também ele ela",
        "sv": "och att det som en på är av för med den till inte har om ett var jag men från hade vid "
        "efter kan",
        "da": "og at det som en på er af for med den til ikke har om et var jeg men fra havde ved efter "
        "kan blev",
        "cs": "se na je že to jako ale by ve za pro jsou nebo byl bylo také který která podle už při",
        "hu": "a az és hogy nem is egy ez meg volt csak már van még el mint de azt vagy után szerint",
        "tr": "ve bir bu için da de ile olarak çok daha olan gibi ancak sonra kadar ise değil göre dedi",
        "ro": "și în de la cu pe care nu este din pentru că sunt mai au fost au prin după această",
    }.items()
}
WORD = re.compile(r"[^\W\d_]{1,40}")
GERMAN_LETTERS = re.compile(r"[äöüß]")


def find_language(text: str, *, given: str | None = None) -> tuple[str, Notice | None]:
    """Tell whether a text is German or English.

    Parameters
    ----------
    text : str
    given : str or None
        What a user or a record's field says; it wins. ``"auto"`` counts as nothing given.

    Returns
    -------
    tuple of str and (Notice or None)
        "de" or "en", and a notice where the words were too few to tell.

    Raises
    ------
    LanguageError
        If another language is given or found.

    Examples
    --------
    >>> find_language("Die Ministerin sagte, dass der Antrag nicht in den Rat komme.")[0]
    'de'
    """
    if given and given.strip().casefold() != "auto":
        return _given_language(given), None
    words = [word.casefold() for word in WORD.findall(text[:SAMPLE])]
    hits = {code: sum(word in stops for word in words) for code, stops in STOP_WORDS.items()}
    own = max(LANGUAGES, key=lambda code: hits[code])
    other = max((code for code in hits if code not in LANGUAGES), key=lambda code: hits[code])
    distinct = len(STOP_WORDS[other].intersection(words))
    if distinct >= MIN_HITS and hits[other] > FOREIGN_LEAD * hits[own]:
        raise _refusal(f"the text looks like {other!r}")
    if hits[own] >= MIN_HITS and hits["de"] != hits["en"]:
        return own, None
    if _mostly_foreign_letters(text[:SAMPLE]):
        raise _refusal("the text is not written in Latin letters")
    if hits["de"] == hits["en"]:
        own = "de" if GERMAN_LETTERS.search(text[:SAMPLE].casefold()) else "en"
    message = f"too few words to tell the language; {own!r} was taken, --lang decides it"
    return own, Notice(code="language-guessed", message=message)


def _given_language(given: str) -> str:
    code = given.strip().casefold().replace("_", "-").partition("-")[0]
    names = {"german": "de", "deutsch": "de", "english": "en", "englisch": "en"}
    code = names.get(code, code)
    if code not in LANGUAGES:
        raise _refusal(f"the language is given as {given[:40]!r}")
    return code


def _refusal(reason: str) -> LanguageError:
    return LanguageError(
        f"{reason}, but only German and English are covered",
        remedy="leave the text out, or name its language with --lang de or --lang en",
    )


def _mostly_foreign_letters(sample: str) -> bool:
    letters = [char for char in sample if char.isalpha()]
    # U+024F ends Latin Extended-B; U+1E00 to U+1EFF is Latin Extended Additional.
    foreign = sum(char > "\u024f" and not "\u1e00" <= char <= "\u1eff" for char in letters)
    return len(letters) > 0 and foreign > len(letters) / 2
