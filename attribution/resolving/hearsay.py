"""Hearsay and words that point back: which statements without a source rest on nobody."""

from attribution import resources
from attribution.records import Statement
from attribution.resolving.phrase import Phrase
from attribution.resolving.tokens import Tokens

# Sentence openings that carry the sentence before on (codebook A0, continuations).
BACK = frozenset(
    "auch außerdem dabei dafür damit danach daraus darin dazu demnach demzufolge ferner hierzu "
    "weiter zudem".split()
)
MARKERS = {
    "de": frozenset(
        "angeblich anscheinend gerüchten gerüchteweise mutmaßlich offenbar offensichtlich vermutlich".split()
    ),
    "en": frozenset("allegedly apparently purportedly reportedly rumored rumoured supposedly".split()),
}
WIDEST = 150  # tokens of a sentence on either side that are read
SHOULD = frozenset("soll sollen".split())
PASSIVE = tuple(
    tuple(phrase.split())
    for phrase in (
        "is said to|are said to|was said to|is believed to|are believed to|was believed to|is thought to"
        "|are thought to|is understood to|is expected to|heißt es|hieß es|es heißt|dem vernehmen nach"
    ).split("|")
)


def is_hearsay(tokens: Tokens, statement: Statement, phrase: Phrase | None) -> bool:
    """Tell whether the statement's own words mark it as heard from nobody in particular."""
    lang = tokens.lang
    if phrase is not None:
        return phrase.text.casefold() in resources.hedges(lang)
    sentence = tokens.sentence_at(statement.content[0].start)
    if sentence is None:
        return False
    here = tokens.range_of(statement.content[0])[0]
    low, high = max(sentence.first, here - WIDEST), min(sentence.last, here + WIDEST)
    for i in range(low, high):
        word = tokens.lows[i]
        if word in MARKERS[lang] or (lang == "de" and word in SHOULD):
            return True
        if any(tuple(tokens.lows[i : i + len(p)]) == p for p in PASSIVE if p[0] == word):
            return True
    return False


def points_back(tokens: Tokens, statement: Statement) -> bool:
    """Tell whether the sentence opens with a word that carries the one before on."""
    sentence = tokens.sentence_at(statement.content[0].start)
    return sentence is not None and any(w in BACK for w in tokens.lows[sentence.first : sentence.first + 2])
