"""Closed lists of small words that decide whether a full stop ends a sentence.

They are grammar rather than lexicon, so they stand beside the rules that read them.
"""

# Entries of the abbreviation lists that are more often ordinary words at the end of a sentence
# ("auf diese Art.", "lost his job."): they count as abbreviations only before a number ("Art. 5").
# German by case ("Mag. Kurz", but "was er mag."), English folded.
ORDINARY = {
    "de": frozenset(
        "Akt Alt Art Ben Ber Best Dat Dim Gen Ges Int Kap Kl Kop Max Min Mind Mo Mod Obj Op PIN Port "
        "Rel Rep Di Do Mi Sa So StGB Tel Temp Test Trans US USA EU alt am art bart con di et gen led "
        "mag max med min mind mo nat no op res sa sen so std str".split()
    ),
    "en": frozenset(
        "aa ab act ad ala alt all arc ark art as by cal cap card con dc def del det diff do e ed ens "
        "ex ext fed fig fn fri ft go hat hz id ida ill in ind is jam job joe kb ken la lev lib link "
        "long m man mar mart max may mb me med mex min miss mo mon mm no nos nr ok on op or ord ore "
        "org pc pl pp pro que ref res ret sat sun thu to tue up ut var ver wash wed x".split()
    ),
}

# Words that a noun or name cannot be: written with a capital after a doubtful stop, they begin a
# sentence ("in the U.S. The", "am 3. Die").
STARTERS = {
    "de": frozenset(
        "Aber Acht Alle Allerdings Als Also Am An Andere Auch Auf Aus Außerdem Bei Beide Beim Bereits "
        "Bis Bisher Da Dabei Dadurch Dafür Dagegen Daher Damit Danach Dann Daran Darauf Daraufhin "
        "Darin Darüber Darum Das Dass Dazu Dem Demnach Den Denn Dennoch Der Deren Derzeit Des Deshalb "
        "Dessen Die Dies Diese Diesem Diesen Dieser Dieses Doch Dort Durch Ebenso Ein Eine Einem "
        "Einen Einer Eines Einige Er Erst Es Etwa Für Gegen Gleichzeitig Hier Hierbei Ich Ihr Ihre "
        "Ihren Ihrer Im Immer In Infolge Insgesamt Ist Jede Jedoch Jetzt Kein Keine Laut Man Mehr "
        "Mehrere Mit Nach Nachdem Neben Nicht Noch Nun Nur Ob Obwohl Ohne Seit Seitdem Sein Seine "
        "Seinem Seinen Seiner Sie So Sollte Somit Sondern Sowohl Statt Trotz Trotzdem Um Und Unter "
        "Viele Vom Von Vor Wann Warum Was Weil Weiter Weitere Weiterhin Welche Wenn Wer Wie Wir Wird "
        "Wo Während Zu Zudem Zuletzt Zum Zur Zuvor Zwar Zwei Zwischen Über Überdies Übrigens".split()
    ),
    "en": frozenset(
        "A About According After All Although Among An And Another Any Are As At Because Before Both "
        "But By Can Could Despite Did Do Does During Each Even Few For From Had Has Have He Her Here "
        "His How However I If In Instead Is It Its Just Last Like Many Meanwhile Moreover Most My No "
        "Nor Not Now Of On Once One Or Our Over Several She Should Since So Some Still Such That The "
        "Their Then There These They This Those Though Three Through Thus To Two Under Unless Until "
        "Was We Were What When Where Whether Which While Who Why Will With Without Would Yet You Your "
        "Don".split()
    ),
}

# What a German ordinal stands before: months, and nouns that are counted in a row.
COUNTED = frozenset(
    "Januar Jänner Februar Feber März April Mai Juni Juli August September Oktober November Dezember "
    "Jan Feb Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez Jahrhundert Jahrhunderts Jh Jahrestag "
    "Jahrestages Jahrestags Geburtstag Todestag Weltkrieg Weltkrieges Weltkriegs Platz Tag Runde "
    "Bundesliga Liga Auflage Etage Klasse Mal Minute Spieltag Stock Kammer Senat Armee Division "
    "Bataillon FC Wahlgang Stunde Woche Monat Jahr Quartal Halbjahr Lebensjahr Kongress Parteitag "
    "Legislaturperiode Wahlperiode Bezirk Republik".split()
)

# What stands before a German ordinal of any size ("in der 51. Spielminute").
BEFORE_ORDINAL = frozenset(
    "der die das den dem des zum zur im am vom beim ins ans einem einen einer eines ein eine sein "
    "seinen seinem seiner seines seine ihr ihren ihrem ihrer ihres ihre unser unseren unserem unserer "
    "jeder jeden jedem jede dieser diesem diesen diese dieses".split()
)

# Titles and the like stand before a name, a number or an example, and never at a sentence's end.
NEVER_LAST = {
    "de": frozenset(
        "abg bzw ca d.h dr fr frhr hl hr hrn ing lic mr mrs ms nr nrn prof sog st vgl dipl z z.b".split()
    ),
    "en": frozenset(
        "adm atty brig capt cf cmdr col dr e.g fr gen gov govs hon i.e insp lt maj messrs mr mrs ms "
        "msgr mt prof rep reps rev sen sens sgt st supt v vs".split()
    ),
}
