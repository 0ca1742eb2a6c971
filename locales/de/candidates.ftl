## Kandidaten: Welche Quartiere kommen in Frage?

nav-kandidaten = Kandidaten
nav-kandidaten-wozu = Welche Quartiere in Frage kommen, was das Team davon hält und was entschieden ist.
kandidaten-titel = Welche Quartiere kommen in Frage?
kandidaten-leit = { $anzahl ->
        [0] Zurzeit ist kein Quartier in der Auswahl.
        [one] Ein Quartier kommt in Frage.
       *[other] { $anzahl } Quartiere kommen in Frage.
    }
kandidaten-leit-gewaehlt = { $anzahl ->
        [one] Entschieden ist für { $namen }.
       *[other] Entschieden ist für { $namen }.
    }
kandidaten-leer = Hier stehen die Quartiere, unter denen die Stadt auswählt, mit ihren wichtigsten Zahlen nebeneinander. Öffnen Sie im Atlas ein Quartier und drücken Sie „Als Kandidaten vormerken“.
kandidaten-ansichten = Zu den Kandidaten
kandidaten-reiter = Nebeneinander
kriterien-reiter = Kriterien
bewertung-reiter = Meine Bewertung
ergebnis-reiter = Ergebnis
kandidaten-tabelle = Kandidaten in alphabetischer Reihenfolge
kandidaten-lesen = Die Quartiere stehen in alphabetischer Reihenfolge. Die Zahlen zeigen, wie sie sich unterscheiden. Sie entscheiden nichts.
kandidaten-naechstes = Was als Nächstes zu tun ist
kandidaten-naechstes-vorstellen = Noch vorzustellen: { $namen }.
kandidaten-naechstes-abstimmen = Noch mit dem Forschungsteam abzustimmen: { $namen }.
kandidaten-naechstes-entscheiden = Zur Entscheidung bereit: { $namen }.
kandidaten-naechstes-nichts = Zurzeit ist nichts offen.

kandidat-quartier = Quartier
kandidat-stand = Stand
kandidat-seit = seit { $tag }
kandidat-stand-proposed = vorgeschlagen
kandidat-stand-presented = vorgestellt
kandidat-stand-agreed = mit dem Forschungsteam abgestimmt
kandidat-stand-chosen = ausgewählt
kandidat-stand-not-chosen = nicht ausgewählt
kandidat-stand-set-aside = zurückgestellt
kandidat-titel = { $name } als Kandidat
kandidat-leit = { $name } ist { $stand }, seit { $tag }.
kandidat-profil = Profil des Quartiers
kandidat-weg = Der Weg bis hierher
kandidat-tag = Tag
kandidat-notiz = Notiz
    .hinweis = Wo es war, wer dabei war. Bei einem Schritt zurück: warum. Die Notiz bleibt intern.
kandidat-schritt = Nächster Schritt
kandidat-schritt-speichern = Schritt festhalten
kandidat-neuer-stand = Neuer Stand
kandidat-weiter = weiter: { $stand }
kandidat-zurueck = { $stand } (mit Begründung)
kandidat-waehlen = bitte wählen
kandidat-stand-fehlt = Wählen Sie, wie es weitergeht.
kandidat-tag-fehlt = Geben Sie einen Tag an, der nicht in der Zukunft liegt.
kandidat-grund-fehlt = Schreiben Sie, warum. Wer später nachliest, soll es verstehen.
kandidat-nur-berichtigung = Entschieden ist entschieden. Was daran falsch ist, ändert eine Berichtigung der Entscheidung.
kandidat-tafel = Kandidat
kandidat-tafel-stand = Dieses Quartier ist { $stand }, seit { $tag }.
kandidat-tafel-keiner = Dieses Quartier steht nicht auf der Liste der Kandidaten.
kandidat-ansehen = Als Kandidaten ansehen
kandidat-vormerken = Als Kandidaten vormerken
meldung-kandidat-vorgemerkt = Vorgemerkt. Das Quartier steht jetzt auf der Liste der Kandidaten.
text-zu-lang = Das ist zu lang. Kürzen Sie es.

## Kriterien

kriterien-titel = Woran messen wir?
kriterien-leit = { $anzahl ->
        [0] Noch gibt es keine Kriterien.
        [one] Das Team misst an einem Kriterium.
       *[other] Das Team misst an { $anzahl } Kriterien.
    }
kriterien-speichern = Kriterien speichern
kriterien-streichen = Welche Kriterien sollen entfallen?
kriterien-keines = Ein Kriterium muss bleiben.
kriterien-fest = Die Kriterien stehen fest.
    .text = Eine Bewertungsrunde läuft. Wer jetzt Kriterien ändert, ändert, was andere gemeint haben. Ist die Runde geschlossen, lassen sie sich wieder ändern.
kriterium-name = Kriterium { $nummer }
kriterium-frage = Was damit gefragt ist ({ $nummer })
kriterium-neu = Weiteres Kriterium
kriterium-neu-frage = Was mit dem weiteren Kriterium gefragt ist
kriterium-ohne-namen = Geben Sie dem Kriterium einen Namen.
kriterium-doppelt = Zwei Kriterien heißen gleich. Wählen Sie einen anderen Namen.
kriterium-bedarf = Bedarf
    .frage = Wird hier Unterstützung beim Ankommen gebraucht, die es noch nicht gibt?
kriterium-chance = Chance
    .frage = Lässt sich hier in der Laufzeit des Programms etwas erreichen?
kriterium-infrastruktur = Infrastruktur
    .frage = Gibt es Orte, Träger und Menschen, mit denen wir arbeiten können?
kriterium-wille = Wille der Menschen dort
    .frage = Wollen die Menschen, die hier wohnen, dass etwas geschieht?
kriterium-foerderung = Passung zur Förderung
    .frage = Passt das Vorhaben zu Programmen, aus denen es bezahlt werden kann?
punkte-titel = Was die Punkte bedeuten
punkte-1 = spricht klar dagegen
punkte-2 = spricht eher dagegen
punkte-3 = weder noch
punkte-4 = spricht eher dafür
punkte-5 = spricht klar dafür
punkte-keine = kann ich nicht beurteilen
gewicht-0 = zählt für mich nicht
gewicht-1 = zählt kaum
gewicht-2 = zählt wenig
gewicht-3 = zählt
gewicht-4 = zählt viel
gewicht-5 = zählt am meisten

## Bewertung

bewertung-titel = Was halten Sie von den Kandidaten?
bewertung-leit = Bewerten Sie für sich. Was andere meinen, sieht niemand, bis die Runde geschlossen ist.
bewertung-leit-wieder = Ihre Bewertung ist abgegeben. Bis die Runde geschlossen wird, können Sie sie ändern.
bewertung-gewicht = Wie viel zählt für Sie „{ $kriterium }“?
bewertung-speichern = Bewertung abgeben
bewertung-abgeben = Kandidaten bewerten
bewertung-aendern = Meine Bewertung ändern
bewertung-unbekannt = Wählen Sie einen der Werte von 1 bis 5 oder „kann ich nicht beurteilen“.
bewertung-gewicht-fehlt = Sagen Sie, wie viel „{ $kriterium }“ für Sie zählt.
bewertung-ohne-punkte = Geben Sie wenigstens einem Quartier in einem Kriterium Punkte.
bewertung-ohne-gewicht = Wenigstens ein Kriterium muss zählen.
meldung-bewertet = Ihre Bewertung ist abgegeben. Bis die Runde geschlossen wird, können Sie sie ändern.
heute-bewerten = { $runde }: Ihre Sicht fehlt noch, Kandidaten bewerten

## Ergebnis

ergebnis-titel = Was hält das Team von den Kandidaten?
ergebnis-leit = { $personen ->
        [one] Eine Person hat
       *[other] { $personen } Personen haben
    } { $kandidaten ->
        [0] kein Quartier bewertet.
        [one] ein Quartier bewertet.
       *[other] { $kandidaten } Quartiere bewertet.
    }
ergebnis-leit-uneins = { $anzahl ->
        [0] Nirgends liegen ihre Bewertungen zwei oder mehr Punkte auseinander.
        [one] Einmal liegen ihre Bewertungen zwei oder mehr Punkte auseinander.
       *[other] { $anzahl }-mal liegen ihre Bewertungen zwei oder mehr Punkte auseinander.
    }
ergebnis-leit-leer = Hier steht, wie das Team die Kandidaten sieht und wo es sich uneins ist.
ergebnis-leer = Noch hat niemand Kandidaten bewertet.
ergebnis-von-damals = So war es bei der Entscheidung.
ergebnis-von-damals-text = Dies sind die Punkte, mit denen am { $tag } entschieden wurde.
ergebnis-punkte = Punkte
ergebnis-bild = { $personen ->
        [1] Der Punkt zeigt die Bewertung der einen Person.
        [2] Der Punkt zeigt die Mitte zwischen beiden Bewertungen, der Strich reicht von der einen zur anderen.
       *[other] Der Punkt zeigt die mittlere Bewertung, der Strich reicht von der niedrigsten bis zur höchsten.
    }
ergebnis-lesen = { $personen ->
        [1] Der Punkt ist die Bewertung der einen Person.
        [2] Der Punkt liegt in der Mitte zwischen beiden Bewertungen, der Strich reicht von der einen zur anderen. Ein langer Strich heißt, dass die beiden es verschieden sehen. Hat nur eine Person bewertet, steht der Punkt auf ihrer Bewertung.
       *[other] Der Punkt ist der Median: Wenigstens die Hälfte der Personen gab so viele Punkte oder mehr, wenigstens die Hälfte so viele oder weniger. Der Strich reicht von der niedrigsten bis zur höchsten Bewertung. Ein langer Strich heißt, dass die Sichten auseinandergehen.
    }
ergebnis-als-tabelle = Als Tabelle
ergebnis-tabelle = { $personen ->
        [1] Punkte der einen Person
        [2] Mitte der Punkte beider Personen, in Klammern ihre Punkte
       *[other] Median der Punkte, in Klammern die Spanne
    }
ergebnis-niemand = nicht beurteilt
ergebnis-spanne = { $median } ({ $von } bis { $bis })
ergebnis-n = { $anzahl ->
        [one] eine Person
       *[other] { $anzahl } Personen
    }
ergebnis-vorn-titel = Was an den Gewichten hängt
ergebnis-vorn-tabelle = Wie oft jedes Quartier vorn liegt, in alphabetischer Reihenfolge
ergebnis-vorn-spalte = Alle denkbaren Gewichtungen
ergebnis-eigene-spalte = Eigene Gewichte der Personen
ergebnis-vorn = in { $anzahl } von 100 denkbaren Gewichtungen vorn
ergebnis-eigene = { $von ->
        [0] niemand zieht eines vor
        [one] { $anzahl ->
            [0] bei der einen Person nicht vorn
           *[other] bei der einen Person vorn
        }
       *[other] { $anzahl ->
            [0] bei keiner von { $von } Personen vorn
           *[other] bei { $anzahl } von { $von } Personen vorn
        }
    }{ $gleichauf ->
        [0] {""}
       *[other] , davon { $gleichauf }-mal gleichauf
    }
ergebnis-vorn-lesen = Wir haben 10.000 Gewichtungen der Kriterien gezogen, jede gleich wahrscheinlich. Liegt ein Quartier fast immer vorn, hängt wenig an den Gewichten. Liegen mehrere oft vorn, entscheidet, was dem Team wichtig ist. Liegen Quartiere gleichauf, teilen sie sich die Ziehung; bei den eigenen Gewichten zählt jedes von ihnen.
ergebnis-ohne-punkte = { $anzahl ->
        [one] { $namen } hat niemand bewertet. Das Quartier ist hier nicht dabei.
       *[other] { $namen } hat niemand bewertet. Diese Quartiere sind hier nicht dabei.
    }
ergebnis-ausgelassen = Nicht gewogen, weil dort niemand alle Quartiere beurteilen konnte: { $namen }.
ergebnis-nichts-zu-wiegen = Gewogen wird, sobald wenigstens zwei Quartiere in einem gemeinsamen Kriterium Punkte haben.
ergebnis-uneins-titel = Worüber zu reden ist
ergebnis-einig = Nirgends liegen zwei Bewertungen zwei oder mehr Punkte auseinander.
ergebnis-uneins-zwei = { $hoch } und { $tief } liegen bei „{ $kriterium }“ in { $quartier } { $punkte ->
        [2] zwei
        [3] drei
        [4] vier
       *[other] { $punkte }
    } Punkte auseinander: { $bis } und { $von }.
ergebnis-uneins-gruppen = Bei „{ $kriterium }“ in { $quartier } { $hohe ->
        [one] gibt
       *[other] geben
    } { $hoch } { $bis }, { $tief } { $von } { $von ->
        [one] Punkt
       *[other] Punkte
    }: { $punkte ->
        [2] zwei
        [3] drei
        [4] vier
       *[other] { $punkte }
    } Punkte Abstand.
ergebnis-verfahren = Verfahren
    .text = Je Quartier und Kriterium zählt das Mittel der abgegebenen Punkte. Gewichte werden gleichverteilt gezogen (vom Simplex); vorn liegt die höchste gewichtete Summe, Gleichstand teilt sich die Ziehung.
ergebnis-personen = Personen
ergebnis-ziehungen = Ziehungen
ergebnis-startwert = Startwert
ergebnis-gewicht = Gewicht „{ $kriterium }“, wie die Personen es setzen

## Entscheidung

entscheidung-festhalten = Entscheidung festhalten
entscheidung-neu-titel = Was haben Sie entschieden?
entscheidung-leit-wahl = Wählen Sie, wofür entschieden wurde. Danach schreiben Sie, warum.
entscheidung-leit-gruende = Entschieden für { $namen }. Schreiben Sie auf, wer das war, wann und warum.
entscheidung-leer = Entscheiden lässt sich, sobald ein Quartier mit dem Forschungsteam abgestimmt ist. Halten Sie den Schritt beim Kandidaten fest.
entscheidung-was-geschieht = Was dabei geschieht.
    .text = Die Punkte des Teams werden mit der Entscheidung aufbewahrt. Alle Zahlen des Quartiers werden als Nullmessung festgehalten. Geändert wird daran nichts mehr, nur berichtigt.
entscheidung-weiter = Weiter
entscheidung-gewaehlt = Ausgewählt
    .hinweis = Zur Wahl stehen Quartiere, die mit dem Forschungsteam abgestimmt sind.
entscheidung-gewaehlt-fehlt = Wählen Sie wenigstens ein Quartier.
entscheidung-nicht-gewaehlt = Nicht ausgewählt
entscheidung-tag = Tag der Entscheidung
    .hinweis = Wird öffentlich, wenn die Entscheidung veröffentlicht wird.
entscheidung-wer = Wer entschieden hat
    .hinweis = zum Beispiel der Stadtrat oder die Oberbürgermeisterin. Wird öffentlich, wenn die Entscheidung veröffentlicht wird.
entscheidung-wer-fehlt = Schreiben Sie, wer entschieden hat.
entscheidung-grund = Begründung
    .hinweis = So, dass jemand es in fünf Jahren versteht, der nicht dabei war. Wird öffentlich, wenn die Entscheidung veröffentlicht wird: Nennen Sie keine Namen und keine internen Zahlen.
entscheidung-grund-fehlt = Schreiben Sie, warum so entschieden wurde.
entscheidung-befunde = Befunde, auf die sich die Begründung stützt
    .hinweis = Aus Ihren Mappen. Was Sie ankreuzen, bleibt in der Entscheidung, wie es ist, auch wenn sich die Daten ändern.
entscheidung-befund-weg = Ein angekreuzter Befund liegt nicht mehr in Ihren Mappen. Sehen Sie die Liste noch einmal durch.
entscheidung-minderheit = Abweichende Meinungen
    .hinweis = Wer anders entschieden hätte, und warum. Bleibt intern.
entscheidung-aktenzeichen = Aktenzeichen
entscheidung-oeffentlich = Veröffentlichung
    .hinweis = Öffentlich werden Quartier, Begründung, Tag und wer entschieden hat. Punkte, Namen und die anderen Kandidaten bleiben intern.
entscheidung-oeffentlich-ja = veröffentlichen
entscheidung-oeffentlich-nein = vorerst intern
entscheidung-oeffentlich-fehlt = Sagen Sie, ob die Entscheidung veröffentlicht wird.
entscheidung-speichern = Entscheidung festhalten
meldung-entschieden = Die Entscheidung ist festgehalten, mit ihrer Nullmessung.
entscheidung-titel = Entscheidung { $nummer }
entscheidung-leit = { $anzahl ->
        [one] Am { $tag } wurde für { $namen } entschieden ({ $wer }).
       *[other] Am { $tag } wurde für { $namen } entschieden ({ $wer }).
    }
entscheidung-zeile = Entscheidung { $nummer } vom { $tag }, { $wer }
entscheidung-zeile-alt = Entscheidung { $nummer } vom { $tag }, { $wer } (berichtigt)
entscheidung-ist-berichtigt = Diese Fassung ist berichtigt.
entscheidung-berichtigt-durch = Es gilt Entscheidung { $nummer }.
entscheidung-berichtigt = Dies ist eine Berichtigung.
entscheidung-berichtigt-weil = Sie ersetzt Entscheidung { $nummer }: { $was }
entscheidung-daten-neu = Die Daten haben sich seitdem geändert.
entscheidung-daten-neu-text = { $anzahl ->
        [one] Eine Zahl sagt heute etwas anderes oder ist gesperrt. Was hier steht, ist der Stand der Entscheidung.
       *[other] { $anzahl } Zahlen sagen heute etwas anderes oder sind gesperrt. Was hier steht, ist der Stand der Entscheidung.
    }
entscheidung-festgehalten = Festgehalten
entscheidung-von = { $wann }, { $wer }
entscheidung-veroeffentlicht = Veröffentlicht
entscheidung-ist-oeffentlich-ja = ja
entscheidung-ist-oeffentlich-nein = nein
entscheidung-ergebnis = Was das Team bewertet hatte
entscheidung-ergebnis-leit = { $personen ->
        [one] Eine Person hatte bewertet.
       *[other] { $personen } Personen hatten bewertet.
    }
entscheidung-berichtigen = Berichtigen
entscheidung-lesen = Entscheidung lesen
heute-entscheidung-gesperrt = In Entscheidung { $nummer } wurde eine Zahl gesperrt: ansehen

berichtigung-titel = Was ist zu berichtigen?
berichtigung-leit = Die alte Fassung bleibt, wie sie ist. Die neue nennt sie und sagt, was sich geändert hat.
berichtigung-was = Was berichtigt wird, und warum
berichtigung-fehlt = Schreiben Sie, was berichtigt wird.
berichtigung-speichern = Berichtigung festhalten
berichtigung-bisher = schon in der Entscheidung

nullmessung-titel = { $name }: Nullmessung
nullmessung-leit = { $anzahl ->
        [0] Keine Zahl konnte festgehalten werden.
        [one] Eine Zahl ist festgehalten, wie sie bei der Entscheidung war.
       *[other] { $anzahl } Zahlen sind festgehalten, wie sie bei der Entscheidung waren.
    } { $ohne ->
        [0] Für jedes Merkmal gab es einen Wert.
        [one] Für ein Merkmal gab es keinen Wert zu sehen.
       *[other] Für { $ohne } Merkmale gab es keinen Wert zu sehen.
    }
nullmessung-zeigen = Nullmessung zeigen
zitat-festgehalten-am = festgehalten am { $wann }

vergleichsquartiere-titel = Vergleichsquartiere
vergleichsquartiere-zu = Vergleichsquartiere zu { $name }
vergleichsquartiere-hinweis = Die ähnlichsten nach Höhe und Verlauf der Zahlen. Bestätigen Sie, womit später verglichen wird; nehmen Sie heraus, wo schon anderes geschieht.
vergleichsquartiere-keine = Die Zahlen reichen nicht, um Quartiere vorzuschlagen.
vergleichsquartiere-wie = Verglichen werden Höhe und Steigung der letzten zehn Jahre, soweit beide Quartiere Werte haben: { $merkmale }. Jeder Unterschied wird durch die Standardabweichung in der Stadt geteilt; der Abstand ist die Wurzel aus dem mittleren Quadrat. 0 heißt gleich, 1 heißt im Mittel eine Standardabweichung entfernt.
vergleichsquartier-abstand = Abstand { $abstand }, { $verglichen } von { $von } Größen verglichen
vergleichsquartier-spalte = Abstand

scan-titel = Unterschriebene Fassung
scan-keiner = Noch ist keine unterschriebene Fassung hinterlegt.
scan-datei = Unterschriebene Fassung hinterlegen
scan-hinweis = PDF, JPG oder PNG, höchstens 20 MB
scan-hinterlegen = Hinterlegen
scan-angaben = { $groesse }, hinterlegt am { $wann }, Prüfsumme { $summe }…
scan-entfernt = Entfernt am { $wann }, weil eine Zahl der Entscheidung gesperrt wurde. Hinterlegen Sie eine Fassung ohne diese Zahl.
meldung-scan-hinterlegt = Die unterschriebene Fassung ist hinterlegt.

veroeffentlichen = Veröffentlichen
veroeffentlichen-text = Noch ist die Entscheidung intern. Öffentlich werden Quartier, Begründung, Tag und wer entschieden hat.
veroeffentlicht-text = Die Entscheidung ist öffentlich.
veroeffentlicht-seite = Öffentliche Seite
veroeffentlichung-zurueck = Veröffentlichung zurücknehmen
meldung-veroeffentlicht = Die Entscheidung ist veröffentlicht.
meldung-nicht-oeffentlich = Die Entscheidung ist nicht mehr öffentlich.

## Öffentlich

entscheidungen-titel = Was die Stadt entschieden hat
entscheidungen-leit = { $anzahl ->
        [0] Noch ist keine Entscheidung veröffentlicht.
        [one] Eine Entscheidung ist veröffentlicht.
       *[other] { $anzahl } Entscheidungen sind veröffentlicht.
    }
entscheidungen-leer = Hier steht, für welches Quartier sich die Stadt entschieden hat und warum, sobald sie es veröffentlicht.
entscheidung-oeffentlich-titel = Entscheidung für { $namen }

## Papier

papier-entscheidung = Auswahl des Ankunftsquartiers
papier-entscheidung-tabelle = Die Entscheidung
papier-was = Was
papier-inhalt = Inhalt
papier-merkmal = Merkmal
papier-wert = Wert
papier-nullmessung = { $gezeigt } von { $anzahl } festgehaltenen Zahlen; alle stehen auf der Seite der Entscheidung
papier-vergleichsquartiere = Vergleichsquartiere für die spätere Auswertung, mit Abstand in Standardabweichungen: { $namen }.
papier-unterschrift = Unterschrift
papier-unterschrift-zeile = Ort, Tag, Unterschrift: ______________________________________________
papier-entscheidung-quelle = Aufgeschrieben mit Ankunft { $version }. Jede Fundstelle zeigt, was bei der Entscheidung zu sehen war und was heute gilt.
papier-als-pdf = Papier (PDF)
papier-als-docx = Papier (DOCX)

sperrung-decision = Entscheidung { $titel }

meldung-entscheidung-berichtigt = Diese Entscheidung wurde berichtigt. Hier steht, was gilt.
