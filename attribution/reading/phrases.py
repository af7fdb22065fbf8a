"""What page furniture looks like: the wordings by which its lines are known."""

import re

LONGEST = 260  # characters; no line of furniture is longer

# Lines that are furniture from end to end, whatever stands around them.
BOILERPLATE = re.compile(
    r"(?:[\W_]+"
    r"|update|eilmeldung|breaking(?: news)?|live|exklusiv|exclusive|video|audio|podcast|bilder"
    r"|fotostrecke|galerie"
    r"|mit (?:video|audio|bildern)|with video|premium|plus|[fs]\+|sz ?plus|zeit ?\+|abo|nur für abonnenten"
    r"|anzeige|werbung|advertisement:?|ad|advertorial|sponsored(?: content)?|promoted(?: content)?|close"
    r"|x|print|email|mail"
    r"|e-mail|drucken|merken|teilen|teilen mit|artikel (?:teilen|drucken|merken|anhören|verschenken)"
    r"|vorlesen|kommentare?|comments?"
    r"|(?:kommentare?|comments?) \(\d+\)|\d+ (?:kommentare?|comments?|leserkommentare|shares?|likes?)"
    r"|kommentar (?:schreiben|verfassen)"
    r"|leave a comment|add a comment"
    r"|share(?: this(?: article| story| page| with)?)?:?|share this article share tweet post email"
    r"|(?:(?:share|tweet|post|email|pin|save|print|facebook"
    r"|twitter|whatsapp|linkedin|flipboard|pocket|reddit|telegram|pinterest|xing|messenger|threads"
    r"|bluesky|copy link|link kopieren|teilen)\W*){1,12}"
    r"|auf (?:facebook|twitter|x|whatsapp|linkedin|xing) teilen|share on (?:facebook|twitter|x|linkedin)"
    r"|click to (?:share|email|print)\b.*"
    r"|folgen|follow|follow us|folgen sie uns(?: auf)?.{0,60}|schriftgr(?:ö|oe)(?:ß|ss)e.{0,30}"
    r"|zur startseite|startseite|home|menü|menu|suche|search"
    r"|zum (?:inhalt|hauptinhalt|artikel|seitenanfang)(?: springen)?|nach oben|back to top"
    r"|skip to .{0,30}|weiterlesen|mehr lesen|mehr anzeigen|mehr laden"
    r"|read more|show more|load(?:ing)?(?: more)?\.{0,3}|continue reading(?: below| the main story)?"
    r"|advertisement continue reading the main story"
    r"|story continue[sd](?: below)?(?: advertisement)?|article continues (?:below|after).{0,40}"
    r"|der artikel (?:geht|wird) .{0,30}weiter.{0,20}"
    r"|lesezeit:?.{0,20}|\d{1,3} min(?:\.|uten|utes?)?(?: lesezeit| read)?|\d{1,3} ?min read"
    r"|listen(?: to (?:this )?article)?|hören|artikel hören"
    r"|zur (?:merkliste|bildergalerie|fotostrecke|übersicht).{0,30}|bild(?:er)? vergrößern"
    r"|bild \d+ von \d+|\d+ von \d+|slideshow \(.{1,20}\)|image \d+ of \d+"
    r"|this (?:article|story) is more than .{1,30}old\.?|view comments|hide caption|toggle caption"
    r"|enlarge this image|play video|watch now|video ansehen"
    r"|play facebook|thanks for watching!.{0,40}|newsletter|unser newsletter|newsletter sign-?up"
    r"|anmelden|registrieren|einloggen|login|log in|sign in|sign up|subscribe"
    r"|jetzt (?:abonnieren|anmelden|registrieren|lesen|testen|kostenlos testen)|hier (?:abonnieren"
    r"|anmelden|klicken)|mehr erfahren|learn more"
    r"|alle rechte vorbehalten\.?|all rights reserved\.?|impressum|datenschutz(?:erklärung)?"
    r"|cookie.{0,40}|nutzungsbedingungen|privacy policy|terms of (?:use|service)"
    r"|tags?:.{0,200}|themen:.{0,200}|schlagw(?:o|ö)rter:.{0,200}|topics:.{0,200}|filed under:?.{0,120}"
    r"|stichworte?:.{0,120}"
    r"|(?:\d{1,2}:)?\d{1,2}:\d{2}(?: min(?:\.|uten|utes?)?| uhr)?|\d{1,2} (?:sec|sek|seconds"
    r"|sekunden)\.?|fehler (?:gefunden|melden).{0,60})",
    re.I,
)

# Openings of prompts and notices, which may be whole sentences.
PROMPT = re.compile(
    r"(?:über dieses thema berichtete|dieses thema im programm|diese meldung wurde am"
    r"|jetzt (?:abonnieren|registrieren|anmelden|testen|weiterlesen)\b|weiterlesen mit\b"
    r"|copyright ©|copyright \(c\)|copyright \d{4}|©|\(c\) \d{4}|click here\b|hier geht(?:'|’| e)?s zu"
    r"|hier klicken"
    r"|(?:sign up|register) (?:for|to|here|now|today)\b|get (?:our|the) .{0,60}newsletter"
    r"|subscribe (?:now|today|to|for)\b|want (?:the best|more) .{0,60}inbox"
    r"|enter your email|your email address|by (?:signing up|clicking|subscribing"
    r"|entering)\b.{0,120}(?:agree|privacy|terms)|thank you for (?:subscribing|signing)"
    r"|this (?:site|website|page) (?:uses|is protected)|we use cookies|please (?:enable"
    r"|turn on) (?:javascript|cookies)|javascript (?:is|muss)"
    r"|abonnieren sie (?:jetzt |hier |auch )?(?:unser|den|die|das|kostenlos)"
    r"|melden sie sich .{0,60}(?:newsletter|an\b)|(?:mit|in) (?:unserem|dem) .{0,40}newsletter"
    r"|(?:dieser|der|unser) newsletter|newsletter:|jetzt .{0,40}newsletter"
    r"|keine nachricht(?:en)? mehr verpassen|sie wollen .{0,60}(?:verpassen|newsletter)"
    r"|folgen sie (?:uns|der|unserem)|follow (?:us|@)|like us on|join (?:us on|our|the conversation)"
    r"|besuchen sie (?:uns|unsere)"
    r"|diesen artikel (?:teilen|drucken|hören|weiterempfehlen)|(?:diesen|der) (?:artikel|beitrag"
    r"|text) (?:können sie|gibt es) .{0,40}(?:hören|anhören|podcast)"
    r"|an dieser stelle (?:finden sie|befindet sich|steht) .{0,40}(?:inhalt|video|element)"
    r"|externer inhalt|empfohlener (?:redaktioneller|externer) inhalt"
    r"|ich bin (?:damit )?einverstanden, dass mir|mit dem (?:klick|laden) .{0,80}(?:akzeptieren|zustimm"
    r"|einverstanden|daten)|wir (?:verwenden|nutzen|benutzen) cookies"
    r"|um (?:diesen inhalt|dieses video|kommentieren|den vollen).{0,60}(?:anzeigen|sehen|können|cookies)"
    r"|die kommentarfunktion|kommentare sind|comments (?:are|have been) closed"
    r"|sie haben noch .{0,30}artikel|(?:sie sind|bereits|schon) (?:bereits |schon )?abonnent"
    r"|already (?:a subscriber|have an account)|noch kein(?:e|en)? (?:konto|abo)"
    r"|have a (?:tip|story)|got a (?:tip|story)|send (?:letters|questions|tips|feedback"
    r"|comments?)\b.{0,60}(?:to|@)|contact us at|email us at|visit .{2,40} homepage"
    r"|content created by .{0,60}is available|for licensing opportunities|reprinted (?:from|with)"
    r"|republished with permission"
    r"|(?:support|help us keep) .{0,40}journalism|this article (?:was )?originally (?:appeared"
    r"|published)|this story (?:was )?originally (?:appeared|published))",
    re.I,
)

# Headings of a list of other stories; what follows them is that list.
OPENER = re.compile(
    r"(?:mehr (?:zum thema|zu dem thema|dazu|davon|aus .{2,40}|zu .{2,50}|von .{2,40}|über .{2,40}"
    r"|auf .{2,30}|nachrichten.{0,30}|hintergr(?:ü|u)nde?.{0,60}|[^.!?]{0,30}informationen .{0,60})"
    r"|(?:lesen|sehen|hören) sie (?:auch|hier|mehr|dazu|weiter).{0,40}|lesen sie außerdem"
    r"|auch (?:interessant|spannend|lesenswert)|das könnte (?:sie|dich) (?:auch )?interessieren"
    r"|weitere (?:artikel|themen|meldungen|nachrichten|beiträge|videos|informationen).{0,60}"
    r"|ähnliche (?:artikel|themen|beiträge)|verwandte (?:artikel|themen)"
    r"|aktuelle (?:nachrichten|meldungen|artikel|videos)(?: (?:zu|aus|über) .{2,60})?|thema|themen"
    r"|zum thema|schwerpunkt|dossier|meistgelesen.{0,30}|meist ?gelesene artikel"
    r"|am (?:meisten|häufigsten) gelesen|top-?(?:themen|stories|news)|empfehlungen(?: der redaktion)?"
    r"|redaktionsempfehlung(?:en)?|neueste (?:artikel|nachrichten|meldungen)"
    r"|passend dazu|dazu passend|links? zum thema|im überblick|nachrichten & hintergründe"
    r"|jetzt im livestream|aus unserem archiv"
    r"|more (?:on|from|about|in|like|stories|coverage|news|top|by)\b.{0,60}|related(?: (?:articles?"
    r"|stories|topics|links|content|coverage|news|internet links))?"
    r"|read (?:also|next|more (?:on|from|about|at).{0,50})|see also|also see|go deeper|most (?:read"
    r"|popular|viewed|recent|watched)|top stories|trending(?: now)?|recommended(?: .{0,30})?"
    r"|you (?:may|might) (?:also )?(?:like|be interested in).{0,30}|editors'? ?picks?|don['’]t miss"
    r"|latest (?:news|stories|headlines)|around the web|from the web|popular (?:now|stories)"
    r"|in other news|explore more|keep reading|up next|further reading|recent posts|what to read next"
    r"|sponsored stories):?",
    re.I,
)

# One-line pointers to another story.
POINTER = re.compile(
    r"(?:lesen sie (?:auch|hierzu|dazu|hier|mehr)[^:]{0,40}:|mehr (?:zum thema|dazu)[^:]{0,40}:|(?:siehe"
    r"|vgl\.) auch:?|auch interessant:|passend dazu:|hintergrund:|video:|podcast:|zum artikel:"
    r"|lesen sie (?:auch|hier|dazu)\b|read more\b|read:|read also:|also read:|related(?: \w+)?:|more:"
    r"|see also:|see more:|watch:|listen:|must read:|also on .{2,30}:|[→►▶▸➤➡]\s?)"
    r".{2,220}",
    re.I,
)
KICKER_TITLE = re.compile(r"[^:]{2,70} :[\"'„“»‚‘]?\w.{0,180}")
DURATION = re.compile(
    r"(?:mit (?:video|audio)|with video|video|audio|podcast|\d{1,3}:\d{2} ?(?:min|std|h)?\.?"
    r"|\d{1,3} ?(?:min|sec)\.?)",
    re.I,
)
BULLET = re.compile(r"(?:[-–—•*·▪■●]|\d{1,3}[.)]|[a-z][.)])\s")

NAME = r"(?:(?:[A-ZÄÖÜ][\w'’.-]*|von|vom|van|de|der|den|del|la|le|zu|und|and|in|für|for|mit|with|[,/&|])\s*)"
BYLINE = re.compile(
    rf"(?:[Vv]on|VON|By|BY|[Tt]ext:|[Ii]nterview:|(?:Ein|Eine) [A-ZÄÖÜ]\w+ von|Written by|Words by"
    rf"|Author:|Autor(?:in|en)?:)\s+(?P<who>{NAME}{{1,14}})"
)
MONTH = r"(?:jan|feb|mar|mär|maer|apr|may|mai|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez)[a-zä]*\.?"
DATED = re.compile(
    rf"(?:(?:stand|datum|veröffentlicht|aktualisiert|published|updated|last (?:updated|modified)|posted"
    rf"|erstellt|erschienen|zuletzt aktualisiert|first published|date)(?: am| on| at)?:?\s*)?"
    rf"(?:(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat"
    rf"|sun)[a-z]*[.,]*\s+)?(?:(?:den )?\d{{1,2}}\.\s?(?:\d{{1,2}}\.|{MONTH})\s?(?:\d{{2,4}})?"
    rf"|{MONTH}\s+\d{{1,2}},?(?:\s+\d{{4}})?|\d{{1,2}}\s+{MONTH}\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
    r"[\s,|·•/–-]*(?:(?:um|at|ab)?\s*\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:uhr|am|pm|a\.m\.|p\.m\."
    r"|[a-z]{2,4})?)?.{0,60}",
    re.I,
)
