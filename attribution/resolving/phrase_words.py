"""Closed classes of words that decide how a source phrase is read."""

from attribution.labels import SourceCategory

SINGULAR = {
    "de": {
        "er": "m",
        "ihm": "m",
        "ihn": "m",
        "dieser": "m",
        "jener": "m",
        "letzterer": "m",
        "sie": "f",
        "ihr": "f",
    },
    "en": {
        "he": "m",
        "him": "m",
        "himself": "m",
        "his": "m",
        "she": "f",
        "her": "f",
        "herself": "f",
        "hers": "f",
    },
}
PLURAL = frozenset("beide both diese ihnen sie them themselves they".split())
NEUTER = frozenset("das dies es it that this".split())
SPEAKERS = frozenset("i ich me mich mir my myself our uns us we wir you".split())
RELATIVE = {
    "de": frozenset("das dem den denen der die welche welcher welches wer".split()),
    "en": frozenset("that what which who whom".split()),
}
ANYONE = frozenset("jemand man niemand no-one nobody one somebody someone".split())
DETERMINERS = {
    "de": frozenset(
        "das dem den der des die diese diesem diesen dieser dieses ein eine einem einen einer eines ihr ihre "
        "ihrem ihren ihrer jede jeder kein keine sein seine seinem seinen seiner unser unsere".split()
    ),
    "en": frozenset(
        "a an any each every her his its my no one our that the their these this those your".split()
    ),
}
INDEFINITE = frozenset("a an another any ein eine einem einen einer eines one some".split())
COUNTS = frozenset(
    "all both dozens drei einige few five four fünf hundreds manche many mehrere most multiple other others "
    "sechs several six some three two various viele vier zahlreiche zwei".split()
)
LEADING = {
    "de": frozenset(
        "auch auf aus bei durch für gegenüber gemäß im in laut nach seitens selbst so sogar unter "
        "vom von wie "
        "zufolge zum".split()
    ),
    "en": frozenset("according also among as both by even for from in to".split()),
}
# Where a first noun group ends.
ENDS = {
    "de": frozenset(
        "am an auf aus bei beim das dem den der deren des dessen die einer eines für gegen im in "
        "mit nach oder "
        "rund sowie um und unter vom von vor wie zu zum zur über".split()
    ),
    "en": frozenset(
        "about across after against and are around as at before between briefed but by close during familiar "
        "for from had has have in including inside involved is like near of on or outside speaking "
        "that to was "
        "were when where which who whom whose with within working".split()
    ),
}
# Nouns that only pass on to the one whose words they are.
SAYINGS = {
    "de": frozenset(
        "angabe angaben ansicht ansichten argumentation auffassung auskunft auskünften aussage aussagen "
        "begründung behauptung behauptungen bekunden berechnungen bericht berichten bestätigung bewertung "
        "darstellung darstellungen einschätzung einschätzungen erkenntnis erkenntnisse erkenntnissen "
        "erklärungen ermittlungen erwartungen forderung information informationen interpretation kreise "
        "kreisen lesart meinung meldung meldungen mitteilungen planungen reihen schilderung schilderungen "
        "schätzung schätzungen seite seiten sicht stimme stimmen vorwurf worte worten überzeugung".split()
    ),
    "en": frozenset("according account accounts behalf estimation opinion side telling view words".split()),
}
GENITIVES = {
    "de": frozenset("aus der des einer eines vom von".split()),
    "en": frozenset("by from of".split()),
}
SELF_PHRASES = tuple(
    (
        "unsere auswertung|unserer auswertung|our own analysis|newspaper's own|our review|"
        "dieser zeitung|unserer zeitung|unsere zeitung|diese zeitung|unsere redaktion|"
        "dieser redaktion|diese redaktion|unserer redaktion|unser korrespondent|"
        "unsere korrespondentin|unser reporter|unseren recherchen|eigenen recherchen|"
        "unseren informationen|dieses magazin|dieses magazins|this newspaper|this paper|"
        "our reporter|our correspondent|our analysis|our newsroom|our investigation|this reporter|"
        "this publication|this magazine|this news organization"
    ).split("|")
)
OWN_WORDS = frozenset(
    "argument attack attacks call calls claim claims comment comments criticism message opinion "
    "plan position "
    "promise remarks rhetoric speech statement tweet tweets view views words".split()
)
BACKWARD = frozenset("danach daraus darin darüber demnach demzufolge hiernach wonach woraus".split())
# Nouns of number and kind that lead on to those who are meant: "dozens of officials".
QUANTITIES = frozenset(
    "all any army both copy couple dozens dutzende each einige group großteil gruppe half handful hunderte "
    "hundreds majority many mehrere mehrheit most none number one pair part reihe scores series several some "
    "tausende teil thousands three trio two viele vielzahl zahl".split()
)
POSSESSIVE = frozenset("' 's ’ ’s".split())
MEDIA_OF = {"outlet": SourceCategory.OUTLET, "agency": SourceCategory.AGENCY}
# Words after which a name only qualifies the noun before it.
COMPLEMENTS = {
    "de": frozenset("aus bei beim der des einer eines für im in um vom von".split()),
    "en": frozenset("against around at by close for from in near of on to who with".split()),
}
