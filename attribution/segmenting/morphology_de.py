"""German verb forms: which are Konjunktiv, and what "soll" and "will" report."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from attribution.segmenting.verbs_de import (
    AFTER_VERB,
    FIRST_PERSON_TOO,
    KONJUNKTIV_1,
    KONJUNKTIV_2,
    NO_VERBS,
    PAST_TOO,
    PREFIXES,
    STEMS,
    UMLAUTED,
    UNLAUTED,
)

CLAUSE_ENDS = frozenset(".,;:!?…)“”\"«»'‘’–—-") | {"und", "oder", "sowie", "als", "aber", "sondern"}
SUBJECTS = frozenset("er sie es man dies das niemand jeder jemand wer was alles nichts".split())
PERFECT = frozenset(("haben", "sein"))
SOLL = frozenset(("soll", "sollen"))
WILL = frozenset(("will", "wollen"))
SHOULD = frozenset(("sollte", "sollten"))  # half of them are Konjunktiv, of "wollte" hardly one
DETERMINERS = frozenset("die der das den dem eine keine diese jene jede zu und am ihre seine".split())


NO_VERB_ENDS = (
    "te",
    "ige",
    "liche",
    "ische",
    "ende",
    "ene",
    "bare",
    "same",
    "lose",
    "re",
    "weise",
    "weile",
    "zulande",
)
VERB_ENDS = ("iere", "ndere", "fere", "höre", "ühre")


class Mood(StrEnum):
    """The two moods of reported speech."""

    KONJUNKTIV_1 = "konjunktiv_1"
    KONJUNKTIV_2 = "konjunktiv_2"


class Konjunktiv(NamedTuple):
    """How a form can be read; ``ambiguous`` where an indicative has the same form."""

    mood: Mood
    ambiguous: bool


class SubjunctiveVerb(NamedTuple):
    """A finite verb in the Konjunktiv: its place among the tokens and how it reads."""

    at: int
    mood: Mood
    ambiguous: bool


class ReportativeModal(NamedTuple):
    """ "soll" or "will" with an infinitive: hearsay, or a claim about oneself.

    ``perfect`` tells the sure case ("soll gewusst haben", "will gesehen haben"); without it the
    modal may as well be a plan or an order.
    """

    at: int
    infinitive: int
    perfect: bool


def konjunktiv(form: str) -> Konjunktiv | None:
    """Return how a verb form reads as Konjunktiv, or None where it is none or unknown.

    Examples
    --------
    >>> konjunktiv("seien")
    Konjunktiv(mood=<Mood.KONJUNKTIV_1: 'konjunktiv_1'>, ambiguous=False)
    >>> konjunktiv("habe").ambiguous, konjunktiv("käme").ambiguous, konjunktiv("gingen").ambiguous
    (True, False, True)
    >>> konjunktiv("ist") is None
    True
    """
    word = form.lower()
    if word in KONJUNKTIV_1:
        return Konjunktiv(Mood.KONJUNKTIV_1, False)
    if word in FIRST_PERSON_TOO:
        return Konjunktiv(Mood.KONJUNKTIV_1, True)
    if word in KONJUNKTIV_2:
        return Konjunktiv(Mood.KONJUNKTIV_2, False)
    if word in PAST_TOO:
        return Konjunktiv(Mood.KONJUNKTIV_2, True)
    return _of_stem(word)


def _of_stem(word: str) -> Konjunktiv | None:
    """Read a form by its stem, with or without a prefix."""
    if word in NO_VERBS or not word.endswith(("e", "en", "est", "et")):
        return None
    singular = word.endswith("e")
    stem = word.removesuffix("e") if singular else word.removesuffix("en")
    for bare in _without_prefix(stem):
        if bare in UMLAUTED:
            return Konjunktiv(Mood.KONJUNKTIV_2, False)
        if bare in UNLAUTED:
            return Konjunktiv(Mood.KONJUNKTIV_2, not singular)
        if singular and bare in STEMS:
            return Konjunktiv(Mood.KONJUNKTIV_1, True)  # "ich gehe"
        if singular and bare + "e" in KONJUNKTIV_1 | FIRST_PERSON_TOO:
            return Konjunktiv(Mood.KONJUNKTIV_1, True)  # "vorhabe"
    return None


def _without_prefix(stem: str) -> list[str]:
    """The stem, and the stem without each prefix it begins with ("einbezieh": "bezieh", "zieh")."""
    found = [stem]
    for current in found:
        rests = [current.removeprefix(p) for p in PREFIXES if current.startswith(p)]
        found += [rest for rest in rests if len(rest) > 2 and rest not in found]
    return found


def subjunctive_verbs(tokens: Sequence[str]) -> tuple[SubjunctiveVerb, ...]:
    """Find the finite verbs in the Konjunktiv of one sentence.

    Parameters
    ----------
    tokens : sequence of str
        The sentence's words and marks.

    Returns
    -------
    tuple of SubjunctiveVerb
        In order. Forms that the first person shares count unless "ich" stands near; "sollte"
        counts as ambiguous; "wollte" and a plural such as "gingen" do not count, for they are
        past tense in nearly every case.
    """
    found = (_finite(tokens, index) for index in range(len(tokens)))
    return tuple(verb for verb in found if verb is not None)


def is_subjunctive_clause(tokens: Sequence[str]) -> SubjunctiveVerb | None:
    """Return the finite verb in the Konjunktiv that a sentence rests on, or None.

    The first sure verb is taken, or else the first ambiguous one.

    Examples
    --------
    >>> is_subjunctive_clause("Die Lage sei ernst .".split())
    SubjunctiveVerb(at=2, mood=<Mood.KONJUNKTIV_1: 'konjunktiv_1'>, ambiguous=False)
    >>> is_subjunctive_clause("Die Lage ist ernst .".split()) is None
    True
    """
    verbs = subjunctive_verbs(tokens)
    return next((verb for verb in verbs if not verb.ambiguous), verbs[0] if verbs else None)


def _finite(tokens: Sequence[str], index: int) -> SubjunctiveVerb | None:
    """Read one token as a finite verb in the Konjunktiv."""
    form = tokens[index]
    if not form.endswith(("e", "en", "t", "i")) or not form.isalpha():
        return None
    if index and form[0].isupper() and tokens[index - 1] not in '„“"»«:':
        return None  # a noun: "die Habe"
    reading = konjunktiv(form)
    if reading is None:
        return _by_position(tokens, index)
    if form.lower() in KONJUNKTIV_1 or form.lower() in KONJUNKTIV_2:
        return SubjunctiveVerb(index, *reading)
    if reading.mood is Mood.KONJUNKTIV_2:
        likely = form.islower() and (not reading.ambiguous or form in SHOULD)
        return SubjunctiveVerb(index, *reading) if likely else None
    if form[0].isupper() or _near_ich(tokens, index):
        return None  # "Habe gut gegessen", "Gehe zurück"
    before = tokens[index - 1].lower() if index else ""
    sure = form in FIRST_PERSON_TOO or _stands_as_verb(tokens, index)
    if not sure and (
        before in DETERMINERS or (before.endswith("e") and before == tokens[index - 1]) or not before
    ):
        return None
    return SubjunctiveVerb(index, reading.mood, not sure)


def _by_position(tokens: Sequence[str], index: int) -> SubjunctiveVerb | None:
    """Take an unknown lower-case form in -e for a verb where only a verb can stand."""
    form = tokens[index]
    if not form.endswith("e") or not form.islower() or len(form) < 4 or form in NO_VERBS:
        return None
    if form.endswith(NO_VERB_ENDS) and not form.endswith(VERB_ENDS):
        return None
    if _near_ich(tokens, index) or not _stands_as_verb(tokens, index):
        return None
    return SubjunctiveVerb(index, Mood.KONJUNKTIV_1, True)


def _near_ich(tokens: Sequence[str], index: int) -> bool:
    """Tell whether the first person is the subject: "ich" stands within six words, no clause between."""
    for step in (-1, 1):
        for distance in range(1, 7):
            at = index + step * distance
            if not 0 <= at < len(tokens) or tokens[at] in ",;:„“":
                break
            if tokens[at].lower() == "ich":
                return True
    return False


def _stands_as_verb(tokens: Sequence[str], index: int) -> bool:
    """Tell whether a form stands second behind a subject, or last in its clause."""
    before = tokens[index - 1] if index else ""
    after = tokens[index + 1] if index + 1 < len(tokens) else "."
    if not before or before in '„“"»«(' or before.lower() in DETERMINERS:
        return False
    if after in CLAUSE_ENDS:
        return before not in CLAUSE_ENDS
    subject = before[0].isupper() or before.lower() in SUBJECTS or before == ","
    return subject and (after.lower() in AFTER_VERB or after[0].isdigit())


def reportative_modals(tokens: Sequence[str]) -> tuple[ReportativeModal, ...]:
    """Find "soll ..." and "will ... haben" with their infinitives.

    Examples
    --------
    >>> reportative_modals("Er soll davon gewusst haben .".split())
    (ReportativeModal(at=1, infinitive=4, perfect=True),)
    >>> reportative_modals("Die Brücke soll 2030 öffnen .".split())
    (ReportativeModal(at=2, infinitive=4, perfect=False),)
    """
    found = (_modal(tokens, index) for index in range(len(tokens)))
    return tuple(modal for modal in found if modal is not None)


def _modal(tokens: Sequence[str], index: int) -> ReportativeModal | None:
    form = tokens[index].lower()
    if form not in SOLL and form not in WILL:
        return None
    last = _clause_end(tokens, index)
    if last > index + 1 and tokens[last].lower() in PERFECT and _is_participle(tokens[last - 1]):
        return ReportativeModal(index, last, True)
    if index > 1 and tokens[index - 1].lower() in PERFECT and _is_participle(tokens[index - 2]):
        return ReportativeModal(index, index - 1, True)  # "dass er davon gewusst haben soll"
    if form in WILL or last <= index or not tokens[last].endswith("n"):
        return None
    return ReportativeModal(index, last, False)


def _clause_end(tokens: Sequence[str], index: int) -> int:
    """The last word before the clause ends: before a comma that no further part of it follows."""
    last = index
    for at in range(index + 1, len(tokens)):
        form = tokens[at]
        if form in ".;:!?,–—" or form.lower() in ("und", "oder", "als", "wie"):
            if tokens[last].endswith("n") and tokens[last].islower():
                break
            continue
        if form.isalpha():
            last = at
        if form in '“”«»"' and last != index:
            continue
    return last


def _is_participle(form: str) -> bool:
    """Tell whether a word looks like a past participle: "gewusst", "verlassen", "worden", "studiert"."""
    word = form.lower()
    if form[:1].isupper():
        return False
    return len(word) > 3 and word.endswith(("t", "en"))
