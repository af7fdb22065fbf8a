"""Wordings that make a source easier or harder to check, German and English."""

# Lower case; one word each. Short lists by class: an announcement is a formal act of a body, a
# record can be looked up, figures and days let a reader find the same passage again.
ANNOUNCING = {
    "de": frozenset(
        "teilte teilten mitgeteilt mitteilte mitteilten gab gaben bekannt bekanntgegeben verkündete "
        "verkündeten veröffentlichte veröffentlichten kündigte kündigten ankündigte beschloss beschlossen "
        "entschied entschieden urteilte urteilten verurteilte ordnete verhängte genehmigte stimmte "
        "verabschiedete".split()
    ),
    "en": frozenset(
        "announced announcing announces issued released ruled ruling voted approved ordered declared "
        "published statement decided certified".split()
    ),
}
VAGUE_CUES = {
    "de": frozenset(
        "laut angaben zufolge nach berichten bericht meldungen erkenntnissen informationen".split()
    ),
    "en": frozenset("according reports reportedly accounts".split()),
}
RECORDS = {
    "de": {
        "research": tuple("studie umfrage untersuchung gutachten erhebung statistik analyse daten".split()),
        "law": tuple(
            "urteil gesetz beschluss verfassung klage anklage vertrag verordnung resolution".split()
        ),
        "letter": tuple("brief schreiben mitteilung erklärung papier entwurf mail akte dokument".split()),
        "report": tuple("bericht report protokoll liste programm antrag plan".split()),
    },
    "en": {
        "research": tuple("study poll survey analysis data statistics research census figures".split()),
        "law": tuple("ruling law lawsuit complaint court constitution bill indictment act filing".split()),
        "letter": tuple("letter email e-mail memo statement release documents transcript note".split()),
        "report": tuple("report review list platform plan records website page ad".split()),
    },
}
DAYS = {
    "de": frozenset(
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag gestern heute januar februar "
        "märz april mai juni juli august september oktober november dezember".split()
    ),
    "en": frozenset(
        "monday tuesday wednesday thursday friday saturday sunday yesterday today january february march "
        "april june july august september october november december".split()
    ),
}
OCCASIONS = {
    "de": (
        "interview", "gespräch", "pressekonferenz", "rede", "sendung", "anhörung", "sitzung",
        "prozess", "konferenz", "veranstaltung", "anfrage",
    ),
    "en": (
        "interview", "conference", "speech", "hearing", "rally", "debate", "meeting", "trial", "briefing",
        "reporters", "event", "forum",
    ),
}  # fmt: skip
UNSPECIFIC_MEDIA = {
    "de": (
        "medien",
        "medienbericht",
        "medienberichte",
        "medienberichten",
        "berichten",
        "presseberichten",
        "zeitungen",
    ),
    "en": ("media", "reports", "outlets", "press", "papers"),
}
FIRST_FINDINGS = {"de": ("erkenntnissen", "ermittlungen", "erkenntnisse"), "en": ("findings", "indications")}
BARE_PEOPLE = {
    "de": frozenset(
        "insider kreise kreisen quelle quellen informanten viele einige manche man leute menschen andere "
        "beobachter jemand mehrere".split()
    ),
    "en": frozenset(
        "sources source insiders some many people others somebody someone anyone they most few observers "
        "everyone everybody those several".split()
    ),
}
