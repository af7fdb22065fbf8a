"""Closed lists of German verb forms that tell the Konjunktiv from the indicative."""

# Konjunktiv I that no indicative shares ("er könne", never "er kann"), and the one form each of
# "haben", "werden" and "tun" that the first person shares.
KONJUNKTIV_1 = frozenset(
    "sei seien seiest seist seiet habest habet werdest könne könnest könnet müsse müssest müsset "
    "dürfe dürfest dürfet solle sollest sollet wolle wollest wollet möge mögest möget wisse wissest "
    "wisset koenne muesse duerfe".split()
)
FIRST_PERSON_TOO = frozenset(("habe", "werde", "tue"))

# Konjunktiv II that no indicative shares.
KONJUNKTIV_2 = frozenset(
    "wäre wären wärest wärst wäret wärt hätte hätten hättest hättet würde würden würdest würdet "
    "könnte könnten könntest könntet müsste müssten müsstest müßte müßten dürfte dürften dürftest "
    "möchte möchten möchtest möchtet wüsste wüssten wüßte wüßten bräuchte bräuchten brächte brächten "
    "dächte dächten waere waeren haette haetten wuerde wuerden koennte koennten muesste muessten "
    "duerfte duerften moechte moechten".split()
)
PAST_TOO = frozenset("sollte sollten wollte wollten".split())  # indicative past has the same form

# Strong verbs with an umlaut in the Konjunktiv II: singular and plural are free of the indicative.
UMLAUTED = frozenset(
    "käm gäb fänd nähm läg läs säß säh spräch bräch träf stäch stürb stünd ständ verstünd tät trät "
    "fräß trüg schlüg schüf wüchs wüsch lüd hülf hälf würf verdürb böt flög fröst flöss flöß schlöss "
    "schlöß verlör zög lög genöss gält gölt gewönn gewänn schwömm begänn begönn bät vergäß geschäh "
    "erschräk bärg bänd sänk säng kläng zwäng geläng schwänd verschwänd tränk trünk ränne befähl "
    "empfähl bög höb wög schöss schöß kröch söff drösch besänn entspräch verspräch".split()
)
# Strong verbs without an umlaut: the singular ("ginge") is free, the plural ("gingen") is past too.
UNLAUTED = frozenset(
    "ging hing fing fiel riet rief hieß hieb lief ließ hielt blieb schien schrieb stieg schwieg griff "
    "ritt litt schnitt strich wich biss biß riss riß verlieh lieh trieb rieb mied schied bewies wies "
    "verglich glich schritt stritt pries schlich schmiss spie schrie verzieh".split()
)

# Stems of verbs that news uses in the Konjunktiv I ("er komme", "sie plane"). A form in -e of any
# other verb is known by where it stands.
STEMS = frozenset(
    "geh komm geb seh nehm steh lieg lass laß bleib halt find fahr sprech brech treff helf sterb werf "
    "trag schlag lauf ruf fall sitz les ess vergess biet flieg schließ verlier zieh gelt beginn "
    "gewinn tret rat wachs lad fang häng heiß schreib steig schweig greif leid schneid reiß treib "
    "scheid weis bitt schieß stoß mach sag frag plan hoff glaub mein brauch führ folg gehör hör leb "
    "lern lieb nutz prüf setz stell such unterstütz versuch verfolg wähl wart zahl zeig zähl arbeit "
    "leit richt bericht betracht acht beobacht erwart beantwort fürcht befürcht leist kost bereit "
    "gestalt schalt bedeut rechn öffn ordn droh dien dauer lehn erklär forder änder verhinder "
    "behinder verbesser verzicht vertrau kenn nenn denk bring bestreit begleit verbreit veröffentlich "
    "ermöglich erreich entsprech bestimm stimm nimm wirk wohn reis existier reagier funktionier "
    "diskutier kontrollier informier investier basier regier produzier kümmer erinner fehl füll klär "
    "kämpf kauf klag lös red schaff schütz sorg spiel stärk teil trenn überzeug verlang vermut "
    "versteh verteidig warn wiederhol wünsch zweifel handel sammel entwickel ermittel wechsel bezieh "
    "bezeichn rechtfertig benötig beschäftig beteilig bestätig genüg beeinfluss beeinfluß bewert "
    "unterhalt beinhalt vertrag enthalt erhalt verhalt behalt empfind beweg heg verfüg rück wend send "
    "schick".split()
)
PREFIXES = (
    "auseinander entgegen zusammen herunter hinunter zurück voraus vorbei weiter wieder heraus hinaus "
    "herein hinein unter durch statt nieder gegen über nach fest fort teil miss hoch ent emp ver zer "
    "her hin vor aus auf los mit weg ein bei dar um an ab be er zu"
).split()

# Lower-case words in -e that are no verbs wherever they stand.
NO_VERBS = frozenset(
    "eine keine meine deine seine ihre unsere eure diese jene jede manche welche solche alle viele "
    "wenige einige mehrere beide andere sämtliche etliche heute gerne lange beinahe ohne nahe bitte "
    "gerade solange zugute zuliebe beispielsweise ende mitte seite ebene zuhause nachhause inklusive "
    "exklusive alleine vorne hinten zunichte zugrunde infrage zutage imstande zustande außerstande "
    "instande zufolge teilweise heutzutage demzufolge infolge schicke dünne wurde sowie klasse spitze "
    "insbesondere mittlerweile dasselbe dieselbe weiße vage sahne schade pleite reiche weiche breite "
    "teile probe rede die sie wie nie hätte wäre würde könnte zuwege feste leise weise müde böse "
    "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte letzte nächste folgende "
    "gute neue große alte ganze hohe kleine junge weitere halbe anstelle online inline live the he "
    "she we one made zwölfte elfte hundertste ältere jüngere größere bessere höhere kommende frühere "
    "heutige damalige jetzige ehemalige".split()
)

# What may follow a finite verb but not an attributive adjective in -e.
AFTER_VERB = frozenset(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen keiner sich nicht "
    "nichts es er sie man ihm ihn ihr ihnen ihre ihren seine seinen sein auf an in im am zu zum zur "
    "mit von vom bei beim für gegen über unter um nach vor aus durch ohne auch nur noch schon jedoch "
    "aber daher damit dann dort hier nun jetzt derzeit bereits weiter weiterhin sehr so wie dass daß "
    "davon dazu darauf daran darum dabei dafür darüber diese diesen dieser dieses etwa immer wieder "
    "alle alles viele mehr keineswegs lediglich zwar ja also eher uns mich mir selbst zudem zwischen "
    "seit während nie niemand niemals gut".split()
)
