"""Inflected forms of German role nouns and reporting verbs, as far as they follow from what lists give."""

WEAK = ("ist", "ent", "ant", "and", "oge", "nom", "soph", "graf", "at", "et", "ot", "ekt", "or", "agoge")
SAME_PLURAL = ("er", "el", "en")


def role_forms(masc: str, fem: str) -> set[str]:
    """Cases and plural of a role noun, without those that repeat the two given forms."""
    forms: set[str] = set()
    if " " in masc:
        return forms
    if fem.endswith("in"):
        forms.add(f"{fem}nen")
    if fem.endswith("frau"):
        forms.add(f"{fem}en")
    if masc.endswith("mann"):
        forms |= {f"{masc}s", f"{masc}es", f"{masc[:-4]}leute", f"{masc[:-4]}leuten", f"{masc[:-4]}männer"}
    elif fem == masc.removesuffix("r") and masc.endswith("r"):  # Abgeordneter, Abgeordnete
        forms |= {f"{fem}n", f"{fem}m"}
    elif masc.casefold().endswith(("chef", "vize", "profi", "coach", "star", "boss")):
        forms |= {f"{masc}s"}
    elif masc.endswith("or"):
        forms |= {f"{masc}s", f"{masc}en"}
    elif masc.endswith("e"):
        forms |= {f"{masc}n"}
    elif masc.endswith(WEAK):
        forms |= {f"{masc}en"}
    elif masc.endswith(SAME_PLURAL):
        forms |= {f"{masc}s"} | ({f"{masc}n"} if not masc.endswith("en") else set())
    elif masc:
        forms |= {f"{masc}s", *plural_in_e(masc)}
    return forms


def plural_in_e(masc: str) -> set[str]:
    """Plural of the nouns in -anwalt, -arzt, -rat and -vorstand, else the plain one in -e."""
    for end, plural in (("anwalt", "anwälte"), ("arzt", "ärzte"), ("rat", "räte"), ("vorstand", "vorstände")):
        if masc.casefold().endswith(end):
            head = masc[: len(masc) - len(end)]
            plural = plural if head else plural.capitalize()
            return {f"{head}{plural}", f"{head}{plural}n"}
    return {f"{masc}e", f"{masc}en"}


def verb_forms(lemma: str, present: str, past: str) -> tuple[str, set[str]]:
    """Particle of a verb and its plural, subjunctive and zu-forms, written as "teilten mit"."""
    if " " in lemma or " sich" in present or "|" in present:
        return "", set()
    stem, _, particle = past.partition(" ")
    tail = f" {particle}" if particle else ""
    if " " in particle or (particle and not lemma.startswith(particle)):
        return "", set()
    simple = lemma.removeprefix(particle)
    plural = f"{stem}n" if stem.endswith("e") else f"{stem}en"
    forms = {f"{simple}{tail}", f"{plural}{tail}"}
    if simple.endswith("en"):
        forms.add(f"{simple[:-1]}{tail}")  # er sage, er teile mit
    if particle:
        verb_first = present.partition(" ")[0]
        forms |= {
            f"{particle}zu{simple}",
            f"{particle}{verb_first}",
            f"{particle}{stem}",
            f"{particle}{plural}",
        }
    return particle, forms


def demonym_forms(noun: str) -> tuple[str, ...]:
    """A demonym with its plural, dative and feminine."""
    if noun == "Franzose":
        return noun, "Franzosen", "Französin", "Französinnen"
    if noun in ("Deutsche", "Deutscher"):
        return noun, "Deutschen"
    if noun.endswith("er"):
        return noun, f"{noun}n", f"{noun}s", f"{noun}in", f"{noun}innen"
    if noun.endswith("e"):
        return noun, f"{noun}n", f"{noun[:-1]}in", f"{noun[:-1]}innen"
    if noun.endswith(("i", "o")):
        return noun, f"{noun}s"
    return noun, f"{noun}en", f"{noun}in", f"{noun}innen"
