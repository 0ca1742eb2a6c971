# Vorlagen in Sitzungen, und wie ihre Beratungsfolge berichtigt wird.

punkt-vorlage = Vorlage { $nummer }: { $betreff }
punkt-ergebnis = Ergebnis für die Vorlage
punkt-ergebnis-von-selbst = wie Beschluss und Abstimmung es sagen
schritt-nach-protokoll = Nach dem Protokoll der Sitzung

aktion-paper-step-move = Schritt der Beratungsfolge verlegt
aktion-paper-step-remove = Schritt der Beratungsfolge herausgenommen
aktion-paper-correct = Ergebnis eines Schritts berichtigt

schritt-verlegt = Verlegt: { $grund }
schritt-aendern-von = Verlegen oder herausnehmen: { $gremium }, { $tag }
schritt-aendern-leit = Solange ein Schritt kein Ergebnis hat, kann er in ein anderes Gremium oder auf einen anderen Tag verlegt werden.
schritt-verlegen = Schritt verlegen
schritt-grund = Warum wird er verlegt?
    .hinweis = Ein Satz genügt: „Die Sitzung fällt aus.“
schritt-grund-fehlt = Schreiben Sie in einem Satz, warum der Schritt verlegt wird.
schritt-herausnehmen = Schritt herausnehmen
schritt-herausnehmen-leit = Er verschwindet aus der Beratungsfolge. Im Protokoll der Änderungen bleibt, wer ihn herausgenommen hat.
schritt-inzwischen = Inzwischen hat jemand diesen Schritt geändert. Oben steht, was jetzt gilt; was Sie geschrieben haben, steht noch hier.
ergebnis-berichtigen = Ergebnis berichtigen
ergebnis-berichtigen-von = Ergebnis berichtigen: { $gremium }, { $tag }
ergebnis-berichtigen-leit = Was festgehalten war, bleibt aufgehoben. Überall steht das neue Ergebnis und dass es berichtigt wurde.
ergebnis-berichtigt = Berichtigt am { $tag }: { $grund }
ergebnis-berichtigt-am = Berichtigt am { $tag }.
meldung-schritt-verlegt = Der Schritt ist verlegt.
meldung-schritt-herausgenommen = Der Schritt ist herausgenommen.
meldung-ergebnis-berichtigt = Das Ergebnis ist berichtigt.

nav-beschluesse-oeffentlich = Öffentliche Beschlüsse
nav-beschluesse-oeffentlich-raum = Öffentlich

spaet-ergebnis = Ergebnis fehlt: „{ $betreff }“
spaet-ergebnis-fehlt = { $wer } war am { $tag } an der Reihe, und niemand hat das Ergebnis festgehalten.

ende-ohne-papier = Beschluss ohne unterzeichnetes Papier
    .satz = Das ist beschlossen, und die beschlossene Fassung ist noch nicht da. Bringen Sie das PDF: Seine Fundstellen werden erkannt.
    .weg = Zur Vorlage

aktion-observation-give = Beobachtung weitergegeben
beobachtung-weitergeben = An ein anderes Gremium geben
beobachtung-weitergeben-leit = Wenn ein anderes Gremium darüber entscheiden muss, geben Sie die Beobachtung weiter. Sie steht dann dort unter dem, was offen ist.
beobachtung-weiter-an = Welches Gremium soll darüber sprechen?
beobachtung-weiter-fehlt = Wählen Sie ein Gremium, bei dem die Beobachtung noch nicht liegt.
beobachtung-weiter-grund = Warum?
    .hinweis = Ein Satz genügt: „Das kann nur der Stadtrat entscheiden.“
beobachtung-weiter-grund-fehlt = Schreiben Sie in einem Satz, warum Sie die Beobachtung weitergeben.
beobachtung-weiter-inzwischen = Inzwischen hat jemand die Beobachtung weitergegeben. Oben steht, wo sie jetzt liegt; was Sie geschrieben haben, steht noch hier.
beobachtung-wege = Wo die Beobachtung lag
beobachtung-weg = { $tag }: an { $gremium }. { $grund }
meldung-beobachtung-weitergegeben = Die Beobachtung ist weitergegeben.

sitzung-papier-einladung = Einladung und Tagesordnung
sitzung-papier-entwurf = Protokoll, Entwurf
sitzung-papier-protokoll = Protokoll
sitzung-papier-tabelle = Die Sitzung
sitzung-papier-hinweis = Hinweis
sitzung-papier-geschlossen = Protokoll abgeschlossen
sitzung-papier-berichtigt = Berichtigt am { $wann }.
sitzung-papier-berichtigt-grund = Berichtigt am { $wann }: { $grund }
sitzung-papier-auftraege = Aufgaben
sitzung-als-pdf = Sitzung als PDF
sitzung-als-docx = Sitzung als Word-Datei
sitzung-als-pdf-oeffentlich = Öffentlicher Teil als PDF
gremien-eingeladen-tagesordnung = Tagesordnung
gremien-eingeladen-papier = Einladung als PDF

aktion-attachment-take-back = Datei zurückgenommen
datei-zurueck = Datei zurücknehmen
datei-zurueck-welche = Welche Datei?
datei-zurueck-fehlt = Wählen Sie die Datei, die zurückgenommen wird.
datei-zurueck-grund = Warum?
    .hinweis = Die Datei ist dann gelöscht. Ihr Name, wer sie zurückgenommen hat und warum bleiben stehen.
datei-zurueck-grund-fehlt = Schreiben Sie in einem Satz, warum die Datei zurückgenommen wird.
datei-zurueckgenommen = Zurückgenommen: { $datei }, { $wann }, von { $wer }. { $grund }
meldung-datei-zurueck = Die Datei ist zurückgenommen.
meldung-datei-schon-zurueck = Die Datei ist schon nicht mehr da.
