"""Features of words: forms, beginnings, ends, and the classes that lists know."""

from collections.abc import Iterator, Sequence

from attribution.classifying.classes import noun_classes, phrase_classes
from attribution.records import Document

# Words that end the head of a noun phrase: what follows only modifies it.
_BREAKS = {
    "de": frozenset(
        "der des dem den die das von vom aus in im bei beim für mit an am auf zu zum zur über gegen "
        "nach und , ( :".split()
    ),
    "en": frozenset("of in at for from with who whom that which on by to and or , ( : 's ’s as".split()),
}
DETERMINERS = {
    "de": frozenset("der die das des dem den ein eine einer eines einem einen".split()),
    "en": frozenset("the a an this that these those".split()),
}


def head_noun(forms: Sequence[str], lang: str) -> str:
    """Return the head of a noun phrase: the last word before its first modifier on the right.

    >>> head_noun("zwei hochrangige Beamte des Ministeriums".split(), "de")
    'Beamte'
    >>> head_noun("a senior official in the agency".split(), "en")
    'official'
    """
    skipped = 0
    while skipped < len(forms) - 1 and forms[skipped].lower() in _BREAKS[lang] | DETERMINERS[lang]:
        skipped += 1
    head = ""
    for form in forms[skipped:]:
        if form.lower() in _BREAKS[lang]:
            break
        if form[0].isalnum():
            head = form
    return head or (forms[-1] if forms else "")


def head_features(name: str, lang: str, head: str) -> Iterator[str]:
    lowered = head.lower()
    if not lowered:
        return
    yield f"{lang}:{name}={lowered}"
    # German compounds end in their class ("Polizeisprecher") and begin with their field.
    yield f"{lang}:{name}-end={lowered[-5:]}"
    yield f"{lang}:{name}-end7={lowered[-7:]}"
    yield f"{lang}:{name}-start={lowered[:5]}"
    yield f"{name}-capital={head[0].isupper()}"
    classes = noun_classes(head, lang)
    for group in classes:
        yield f"{name}*{group}"
    if not classes:
        yield f"{name}*none"


def class_features(name: str, forms: Sequence[str], document: Document) -> Iterator[str]:
    """What the shipped lists know about a stretch; shared between the languages."""
    for form in forms:
        for group in noun_classes(form, document.lang):
            yield f"{name}*{group}"
    for group in phrase_classes(forms, document.article.country):
        yield f"{name}*{group}"


def lexical(name: str, lang: str, forms: Sequence[str]) -> Iterator[str]:
    """Words and their beginnings; what looks like a name or an abbreviation is shared."""
    for form in forms:
        lowered = form.lower()
        yield f"{lang}:{name}={lowered}"
        if len(lowered) > 6:
            yield f"{lang}:{name}-start={lowered[:6]}"
            yield f"{lang}:{name}-end={lowered[-6:]}"
        if form[0].isupper() and len(form) > 1:
            yield f"{name}={lowered}"


def band(share: float) -> str:
    if share == 0.0:
        return "none"
    if share < 0.25:
        return "little"
    if share < 0.6:
        return "half"
    return "most" if share < 0.9 else "all"
