## Selection: how far are the cities with the choice of their quarters?

nav-auswahl = Selection
auswahl-titel = How far are the cities with their choice?
auswahl-leit = { $gezeigt ->
        [0] None of the { $zahl } cities shows its candidates here yet
        [one] One of { $zahl } cities shows its candidates here
       *[other] { $gezeigt } of { $zahl } cities show their candidates here
    }; { $entschieden ->
        [0] no decision is known.
        [one] the decision of one is known.
       *[other] the decisions of { $entschieden } are known.
    }
auswahl-leit-offen = { $entschieden ->
        [0] None of the { $zahl } cities has published a decision yet.
        [one] One of { $zahl } cities has published its decision.
       *[other] { $entschieden } of { $zahl } cities have published their decisions.
    }
auswahl-quartier = Quarter
auswahl-gebiet = Kind of area
auswahl-kandidaten = Candidates
auswahl-methode = What it rests on
auswahl-entschieden = Decided
auswahl-warum = Reasons
auswahl-nicht-gezeigt = not shown yet
auswahl-anzahl = { $zahl } { $stand }
auswahl-einstufung = Assessment of the atlas by { $merkmale }; as of { $stand }
auswahl-ohne-einstufung = no assessment of the atlas
auswahl-methode-von = { $namen }: { $methode }
auswahl-seit = since { $tag }
auswahl-durch = { $wer }, { $tag }
auswahl-veroeffentlicht = Published decisions
auswahl-noch-nicht = No city has published a decision yet.
auswahl-intern = not public
auswahl-lesen = What a city has published everybody reads. Which quarters are being discussed each city shows itself, when it is ready, and can take it back at any time. There are no figures here; they go by a grant only. Class and baseline stand on the page of the decision.

## One city

auswahl-stadt-titel = Among which quarters does { $stadt } choose?
auswahl-stadt-leit = { $zahl ->
        [one] One candidate: { $staende }.
       *[other] { $zahl } candidates: { $staende }.
    }
auswahl-stadt-lesen = This is what the city has shown itself, in its own words. If it takes it back, or the last day is over, it is gone from here.
auswahl-verfahren = How the city chooses
auswahl-gezeigt-am = Shown on

## Showing the own candidates

auswahl-zeigen = Show the programme our candidates
auswahl-zeigen-titel = What do we show of our candidates?
auswahl-zeigen-leit = The office of “{ $programm }” reads exactly what stands here: names, state, reasons. No figures go along.
auswahl-zeigen-leer = Here you show the programme among which quarters your city chooses. None is noted as a candidate yet.
auswahl-zeigen-was = What we show
auswahl-zeigen-lesen = What is shown is how things stand now. If that changes, the others go on reading what you have shown until you show it anew or take it back, and no longer than the last day. All of that stands in the register of transfers.
auswahl-nichts = Your city shows nothing of its candidates yet.
auswahl-zurueck = What your city had shown is taken back. Nobody outside reads it any more.
auswahl-vorbei = What your city had shown held until { $tag }. Nobody outside has read it since.
auswahl-seitdem = { $zahl ->
        [one] One new candidate since then
       *[other] { $zahl } new candidates since then
    }
auswahl-seitdem-was = The others do not read of { $namen } yet. If they are to, show the selection anew.
auswahl-neu-zeigen = Show the selection anew
auswahl-veraltet = Things have moved
auswahl-veraltet-was = The others still read how things stood before. If they are to read how they stand now, show it.
auswahl-so-lesen-sie-es = This is what the others read
auswahl-steht = Shown on { $wann } by { $wer } to { $wem }. Purpose: { $zweck }
auswahl-steht-bis = The others read it until { $tag }.
auswahl-kopien = A file with your candidates was taken along by: { $wer }. If you take something back, ask them to delete the file.
auswahl-zuruecknehmen = Take back
auswahl-geschaeftsstelle = the office of “{ $programm }”
auswahl-an-kommunen = all cities of the programme
auswahl-an-forschung = the research team
auswahl-wer-noch = Who else reads it?
auswahl-wer-noch-hinweis = The office always reads it.
auswahl-zweck-hinweis = What the others need it for. The purpose stands in the register.
auswahl-bis-hinweis = The last day on which the others read it; { $tag } at the latest. You can take it back at any time.
auswahl-welche = Which candidates?
auswahl-stand-seit = { $stand } since { $tag }
auswahl-stand-durch = { $stand }: { $wer }, { $tag }
auswahl-grund = Reason for { $quartier }
auswahl-grund-mit-zahlen = What you have noted has figures in it and so does not stand here. Write the reason without them.
auswahl-verfahren-hinweis = For example: a walk through the quarters with three departments, then a round of scoring. Without figures.
auswahl-keiner = Choose at least one candidate.
auswahl-zahlen-im-text = There are figures here ({ $zahlen }). Take them out; figures go by a grant only, with the consent of the statistics office. Days may stay, and years after a word such as “since”, “until” or “in”.
auswahl-inzwischen-gezeigt = Meanwhile somebody of your city has shown something
auswahl-inzwischen-stand = Meanwhile the candidates have moved
auswahl-inzwischen-pruefen = Nothing is shown yet. Below stands what you have written, beside how things stand now. Look it through, then show it.
auswahl-register-nummer = Selection { $nummer }
auswahl-register-titel = Candidates and state of the selection
register-shown = candidates shown
register-ended = term ended
meldung-auswahl-gezeigt = The candidates are shown.
meldung-auswahl-zurueck = Taken back. From now on nobody outside reads it.
neues-auswahl = { $wer } shows among which quarters it chooses.
aktion-selection-give = Candidates shown to the programme
aktion-selection-revoke = Shown candidates taken back
ding-selection-giving = Shown candidates
ding-selection = Selection of the cities
recht-selection-see = read the candidates that other cities show
recht-selection-give = show the own candidates
