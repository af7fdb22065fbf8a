"""Closed lists of small words that decide whether a full stop ends a sentence.

They are grammar rather than lexicon, so they stand beside the rules that read them.
"""

# Entries of the abbreviation lists that are more often ordinary words at the end of a sentence
# ("auf diese Art.", "lost his job."): they count as abbreviations only before a number ("Art. 5").
ORDINARY = {
    "de": frozenset(
        "akt alt am art bart ben ber best con dat di dim do et fr gen ges int kl kop led lt mag max med mi "
        "min mind mo mod nat no obj op pin port rel rep res sa sen so st std stgb str tel temp test trans us "
        "usa vi xi ii ix eu".split()
    )
    - frozenset("fr lt med st str sen".split()),
    "en": frozenset(
        "aa ab act ad ala alt all arc ark art as by cal cap card con dc dec def del det diff do e ed ens ex "
        "ext fed fig fla fn fri ft ga gb go hat hz id ida ill in ind is jam jan job joe kb ken la lev lib "
        "link long m man mar mart mass max may mb me med mex min miss mo mon mr mm no nos nr oct ok on op or "
        "ord ore org p pa pc pd pl pp pro que rd ref rep res ret sat sec sep st sun ta tex thu to tue up ut "
        "va var ver wash wed wis x".split()
    )
    - frozenset(
        "dec ed fig fla ga gb jan mr oct p pa rd rep sec sep st tex va wis ala fri mass no".split()
    ),
}

# Words that a noun or name cannot be: written with a capital after a doubtful stop, they begin a
# sentence ("in the U.S. The", "am 3. Die").
STARTERS = {
    "de": frozenset(
        "Aber Acht Alle Allerdings Als Also Am An Andere Auch Auf Aus Außerdem Bei Beide Beim Bereits Bis "
        "Bisher Da Dabei Dadurch Dafür Dagegen Daher Damit Danach Dann Daran Darauf Daraufhin Darin Darüber "
        "Darum Das Dass Dazu Dem Demnach Den Denn Dennoch Der Deren Derzeit Des Deshalb Dessen Die Dies Diese "
        "Diesem Diesen Dieser Dieses Doch Dort Durch Ebenso Ein Eine Einem Einen Einer Eines Einige Er Erst Es "
        "Etwa Für Gegen Gleichzeitig Hier Hierbei Ich Ihr Ihre Ihren Ihrer Im Immer In Infolge Insgesamt Ist "
        "Jede Jedoch Jetzt Kein Keine Laut Man Mehr Mehrere Mit Nach Nachdem Neben Nicht Noch Nun Nur Ob "
        "Obwohl Ohne Seit Seitdem Sein Seine Seinem Seinen Seiner Sie So Sollte Somit Sondern Sowohl Statt "
        "Trotz Trotzdem Um Und Unter Viele Vom Von Vor Wann Warum Was Weil Weiter Weitere Weiterhin Welche "
        "Wenn Wer Wie Wir Wird Wo Während Zu Zudem Zuletzt Zum Zur Zuvor Zwar Zwei Zwischen Über Überdies "
        "Übrigens".split()
    ),
    "en": frozenset(
        "A About According After All Although Among An And Another Any Are As At Because Before Both But By "
        "Can Could Despite Did Do Does During Each Even Few For From Had Has Have He Her Here His How However "
        "I If In Instead Is It Its Just Last Like Many Meanwhile Moreover Most My No Nor Not Now Of On Once "
        "One Or Our Over Several She Should Since So Some Still Such That The Their Then There These They "
        "This Those Though Three Through Thus To Two Under Unless Until Was We Were What When Where Whether "
        "Which While Who Why Will With Without Would Yet You Your It's He's She's They're I'm We're That's "
        "There's Don't".split()
    ),
}

# What a German ordinal stands before: months, and nouns that are counted in a row.
COUNTED = frozenset(
    "Januar Jänner Februar Feber März April Mai Juni Juli August September Oktober November Dezember Jan Feb "
    "Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez Jahrhundert Jahrhunderts Jh Jahrestag Jahrestages Jahrestags "
    "Geburtstag Todestag Weltkrieg Weltkrieges Weltkriegs Platz Tag Runde Bundesliga Liga Auflage Etage "
    "Klasse Mal Minute Spieltag Stock Kammer Senat Armee Division Bataillon FC Wahlgang Stunde Woche Monat "
    "Jahr Quartal Halbjahr Lebensjahr Kongress Parteitag Legislaturperiode Wahlperiode Bezirk Republik".split()
)

# Titles and the like stand before a name or number and never at a sentence's end.
NEVER_LAST = {
    "de": frozenset("abg dr fr frhr hr hrn ing lic mag mr mrs ms nr nrn prof st vgl dipl z".split()),
    "en": frozenset(
        "adm atty brig capt cmdr col dr fr gen gov govs hon insp lt maj messrs mr mrs ms msgr mt prof rep reps "
        "rev sen sens sgt st supt vs v".split()
    ),
}
