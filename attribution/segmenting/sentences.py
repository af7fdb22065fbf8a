"""Sentence ends within one paragraph: candidates by one pattern, each judged by its neighbours."""

import re
from dataclasses import dataclass
from functools import lru_cache

from attribution.records import Span
from attribution.resources import abbreviations
from attribution.segmenting.boundary_words import BEFORE_ORDINAL, COUNTED, NEVER_LAST, ORDINARY, STARTERS

OPENING = "„“”\"»«‚‘’'`\u203a\u2039([–—-•*…:"
# A run of stops with the marks that close right behind it; possessive, so linear on any text.
CANDIDATE = re.compile(r"[.!?…]++([\"'”“’‘»«\u203a\u2039)\]}]*+)")
# A closing mark set off by a space, as in French or by mistake: "« Oui. »", "„Ja. “ Dann".
SPACED_CLOSING = {
    True: re.compile(r"[ \u00a0\u202f][»\u203a“](?=\s|[,.;:]|$)"),  # German
    False: re.compile(r"[ \u00a0\u202f][»\u203a](?=\s|[,.;:]|$)"),
}
WORD = re.compile(r"\w+(?:['’]\w+)?")
ROMAN = re.compile(r"[IVX]{1,6}\Z")
LETTERS_AND_POINTS = re.compile(r"(?:\w\.)+\w\Z")  # "U.S", "z.B", "d.h"
NEAR = 48  # characters before a stop that are looked at: longer words are no abbreviations


@dataclass(frozen=True, slots=True)
class Rules:
    """What is known of one language's full stops."""

    german: bool
    abbreviations: frozenset[str]  # without the last point, as listed
    ordinary: frozenset[str]  # English case folded
    starters: frozenset[str]
    never_last: frozenset[str]  # case folded

    def knows(self, word: str) -> bool:
        """Tell whether a word before a stop is a listed abbreviation that is not a common word too."""
        if self.common(word):
            return False
        forms = {word, word[:1].lower() + word[1:]} | ({word.capitalize()} if word.isupper() else set())
        return not self.abbreviations.isdisjoint(forms)

    def common(self, word: str) -> bool:
        """Tell whether a listed abbreviation is a common word too."""
        return (word if self.german else word.lower()) in self.ordinary


@lru_cache(maxsize=4)
def rules_for(lang: str) -> Rules:
    """Return the rules of "de" or "en"; any other language is read as English."""
    known = lang if lang in STARTERS else "en"
    return Rules(
        german=known == "de",
        abbreviations=frozenset(a.removesuffix(".") for a in abbreviations(known)),
        ordinary=ORDINARY[known],
        starters=STARTERS[known],
        never_last=NEVER_LAST[known],
    )


def split_sentences(text: str, block: Span, lang: str) -> list[Span]:
    """Return the sentences of one paragraph, without the white space around them.

    Parameters
    ----------
    text : str
        The article's text.
    block : Span
        The paragraph; nothing outside is looked at.
    lang : str
        "de" or "en".

    Returns
    -------
    list of Span
        In order, disjoint; together they hold every character that is not white space.
    """
    rules = rules_for(lang)
    body = text[block.start : block.end]
    spans: list[Span] = []
    start = 0
    for match in CANDIDATE.finditer(body):
        end = sentence_end(body, match, start, rules)
        if end is not None:
            _append(spans, body, start, end, block.start)
            start = end
    _append(spans, body, start, len(body), block.start)
    return spans


def _append(spans: list[Span], body: str, start: int, end: int, offset: int) -> None:
    piece = body[start:end]
    stripped = piece.strip()
    if stripped:
        first = start + len(piece) - len(piece.lstrip())
        spans.append(Span(offset + first, offset + first + len(stripped)))


def sentence_end(body: str, match: re.Match[str], start: int, rules: Rules) -> int | None:
    """Return where the sentence ends that a run of stops may close, or None where it goes on."""
    end = match.end()
    if end >= len(body):
        return None  # the paragraph ends here anyway
    spaced = SPACED_CLOSING[rules.german].match(body, end)
    if spaced:
        end = spaced.end()
    after = body[end : end + 1]
    if not after.isspace():
        return _without_space(body, match, rules)
    ahead = body[end : end + NEAR].lstrip()
    if not ahead:
        return None if end + NEAR >= len(body) else end
    if not _may_begin(ahead):
        return None
    stops = match.group()[: match.end() - match.start() - len(match.group(1))]
    if stops != ".":
        return end
    return end if _stop_ends(body, match, start, ahead, rules) else None


def _may_begin(ahead: str) -> bool:
    """Tell whether a sentence may begin with these characters: not in lower case, not with a comma."""
    first = ahead.lstrip(OPENING + " ")[:1]
    if not first:
        return ahead[0] in "„“»«\"'`"
    if first.islower():
        return ahead.lstrip(OPENING + " ")[1:2].isupper()  # "eBay"
    return first.isalnum() or first in "#@$€£"


def _without_space(body: str, match: re.Match[str], rules: Rules) -> int | None:
    """Judge a stop with no space behind it: "… zu Ende.Dann kam", never "spiegel.de" or "U.S"."""
    at = match.start()
    before, after = body[max(0, at - NEAR) : at], body[match.end() : match.end() + 2]
    word = before.rsplit(None, 1)[-1] if before.strip() else ""
    if len(after) < 2 or not (after[0].isupper() and after[1].islower()):
        return None
    if not (word[-3:].isalpha() and len(word[-3:]) == 3 and word[-2:].islower()):
        return None
    if "www" in word or "/" in word or "@" in word or rules.knows(word):
        return None
    return match.end()


def _stop_ends(body: str, match: re.Match[str], start: int, ahead: str, rules: Rules) -> bool:
    """Judge one full stop that is followed by white space and by something that may begin a sentence."""
    at = match.start()
    closing = match.group(1)
    before = body[max(start, at - NEAR) : at]
    word = before.split()[-1] if before.strip() and not before[-1].isspace() else ""
    word = word.lstrip(OPENING + "/")
    if not word:
        return True
    following = WORD.search(ahead)
    next_word = following.group() if following else ""
    starts = next_word.replace("’", "'").partition("'")[0] in rules.starters
    opened = ahead[0] in "„“»«\"'`‚‘"
    if word[-1].isdigit():
        return _number_ends(body, at, start, word, next_word, starts or bool(closing) or opened, rules)
    bare = word.rsplit("-", 1)[-1]
    if word.lower() in rules.never_last or bare.lower() in rules.never_last:
        return False
    if len(bare) == 1 and bare.isalpha():
        return starts and bare.isupper() and not bool(body[at - 2 : at - 1] == ".")
    if rules.knows(word) or rules.knows(bare) or LETTERS_AND_POINTS.match(word):
        return starts or (opened and not rules.german) or bool(closing)
    if rules.common(word) and next_word[:1].isdigit():
        return False
    if rules.german and ROMAN.match(word):
        return starts or bool(closing)
    return True


def _number_ends(
    body: str, at: int, start: int, word: str, next_word: str, starts: bool, rules: Rules
) -> bool:
    """Judge a stop behind a number: an ordinal, an item of a list, or the end of a sentence."""
    earlier = body[max(start, at - len(word) - NEAR) : at - len(word)].split()
    if not earlier and word.isdigit() and len(word) <= 2:
        return False  # "1. Die Regierung": the number of an item
    if not rules.german:
        return True
    if next_word in COUNTED:
        return False
    if starts or not word.isdigit() or not earlier:
        return True
    previous = earlier[-1].lstrip(OPENING)
    if previous.lower() in BEFORE_ORDINAL:
        return False
    return len(word) > 2 or int(word) > 31 or previous[:1].isupper()  # "auf Platz 19. Trainer Wolf"
