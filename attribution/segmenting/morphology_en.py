"""English forms that mark reported speech: shifted tenses, participles, pronouns."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

IRREGULAR_PARTICIPLES = frozenset(
    "been become begun bitten blown born borne bought bound broken brought built burnt caught chosen "
    "come cut dealt done drawn driven drunk eaten fallen fed felt fought found flown forgotten "
    "forgiven frozen given gone got gotten grown had heard held hidden hit hurt kept known laid lain "
    "led left lent let lost made meant met paid put quit read ridden risen run said seen sent set "
    "shaken shot shown shut slept sold sought spent split spoken spread stolen stood struck stuck "
    "sunk sworn swept taken taught thrown told thought torn understood undergone undertaken won "
    "withdrawn withheld woken worn written".split()
)
PAST_FORMS = frozenset(
    "was were had did went said told came took made got saw knew gave found thought became left began "
    "kept held brought wrote stood lost paid met ran led understood spoke rose fell drew grew chose "
    "broke wore won spent sent built sought fought taught felt heard meant sat".split()
)
PRESENT_FORMS = frozenset("is are am has have does do 's 're 've says tells goes".split())
SHIFTED_MODALS = frozenset(("would", "could", "might", "should"))
AUXILIARIES = frozenset("have has had having be is are was were been being 's 've".split())
BETWEEN = frozenset("not n't never also already just only long since always still even ever".split())
NOT_REGULAR = frozenset("need indeed speed seed feed breed greed united hundred embed proceed exceed".split())


class Shift(StrEnum):
    """How a verb group carries the past of its reporting verb."""

    PAST_PERFECT = "past_perfect"  # "had left"
    FUTURE_IN_PAST = "future_in_past"  # "would leave", "was going to leave"
    PAST = "past"
    PRESENT = "present"


class VerbGroup(NamedTuple):
    """A finite verb: its place among the tokens and the tense it shows."""

    at: int
    shift: Shift


class Pronoun(NamedTuple):
    """A personal pronoun: person 1 to 3, number "s", "p" or "sp", gender "m", "f", "n" or ""."""

    person: int
    number: str
    gender: str
    subject: bool  # may be the subject of a clause


PRONOUNS = {
    "i": Pronoun(1, "s", "", True),
    "me": Pronoun(1, "s", "", False),
    "we": Pronoun(1, "p", "", True),
    "us": Pronoun(1, "p", "", False),
    "you": Pronoun(2, "sp", "", True),
    "he": Pronoun(3, "s", "m", True),
    "him": Pronoun(3, "s", "m", False),
    "she": Pronoun(3, "s", "f", True),
    "her": Pronoun(3, "s", "f", False),
    "it": Pronoun(3, "s", "n", True),
    "they": Pronoun(3, "sp", "", True),
    "them": Pronoun(3, "sp", "", False),
}


def pronoun(form: str) -> Pronoun | None:
    """Return what a personal pronoun tells of its referent, or None for any other word.

    Examples
    --------
    >>> pronoun("She").gender
    'f'
    """
    return PRONOUNS.get(form.lower().replace("’", "'").partition("'")[0])


def is_participle(form: str) -> bool:
    """Tell whether a form can be a past participle ("left", "denied")."""
    word = form.lower()
    return word in IRREGULAR_PARTICIPLES or (
        word.endswith("ed") and len(word) > 3 and word not in NOT_REGULAR
    )


def verb_groups(tokens: Sequence[str]) -> tuple[VerbGroup, ...]:
    """Find the finite verbs whose tense a closed list or an auxiliary tells.

    Examples
    --------
    >>> [group.shift.value for group in verb_groups("He had left and would return .".split())]
    ['past_perfect', 'future_in_past']
    """
    found = (_group(tokens, index) for index in range(len(tokens)))
    return tuple(group for group in found if group is not None)


def _group(tokens: Sequence[str], index: int) -> VerbGroup | None:
    form = tokens[index].lower().replace("’", "'")
    stem = form.removesuffix("n't")
    following = _next_word(tokens, index)
    if stem == "had" and is_participle(following):
        return VerbGroup(index, Shift.PAST_PERFECT)
    if stem in SHIFTED_MODALS and following:
        return VerbGroup(index, Shift.FUTURE_IN_PAST)
    if stem in ("was", "were") and following == "going" and "to" in tokens[index : index + 4]:
        return VerbGroup(index, Shift.FUTURE_IN_PAST)
    if stem in PAST_FORMS and not (is_participle(stem) and _behind_auxiliary(tokens, index)):
        return VerbGroup(index, Shift.PAST)
    return VerbGroup(index, Shift.PRESENT) if stem in PRESENT_FORMS else None


def _next_word(tokens: Sequence[str], index: int) -> str:
    """Return the next word in lower case, adverbs passed over; empty at a mark."""
    for form in tokens[index + 1 : index + 5]:
        word = form.lower()
        if word in BETWEEN or word.endswith("ly"):
            continue
        return word if word[0].isalpha() else ""
    return ""


def _behind_auxiliary(tokens: Sequence[str], index: int) -> bool:
    """Tell whether "have" or "be" stands shortly before: then a form such as "left" is a participle."""
    return any(form.lower() in AUXILIARIES for form in tokens[max(0, index - 3) : index])


def is_backshifted(tokens: Sequence[str]) -> bool:
    """Tell whether a sentence keeps the shifted tenses of reported speech ("had been", "would be").

    Such a sentence without a reporting verb may carry an earlier one on; in narrative it may not,
    so this is a hint and never a proof.
    """
    return any(g.shift in (Shift.PAST_PERFECT, Shift.FUTURE_IN_PAST) for g in verb_groups(tokens))
