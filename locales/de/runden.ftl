## Bewertungsrunden: Wer bewertet bis wann, und wann sieht man was?

runde-reiter = Runde
runde-titel = Wie weit ist die Bewertung?
runde-leit-keine = Zurzeit läuft keine Bewertungsrunde.
runde-name = Runde { $nummer }
runde-stand = { $abgegeben ->
        [0] { $eingeladen ->
            [one] Die eine eingeladene Person hat noch nicht bewertet
           *[other] Von { $eingeladen } Personen hat noch niemand bewertet
        }
        [one] { $eingeladen ->
            [one] Die eine eingeladene Person hat bewertet
           *[other] 1 von { $eingeladen } hat bewertet
        }
       *[other] { $abgegeben } von { $eingeladen } haben bewertet
    }{ $frist ->
        [ja] , bis { $bis }.
       *[nein] .
    }
runde-frist-vorbei = Die Frist ist vorbei. Bis die Runde geschlossen wird, lässt sich noch bewerten.
runde-wie-viele = { $abgegeben ->
        [0] niemand von { $eingeladen } hat bewertet
        [one] 1 von { $eingeladen } hat bewertet
       *[other] { $abgegeben } von { $eingeladen } haben bewertet
    }
runde-ansehen = Zur Bewertungsrunde
runde-keine = Die Koordination eröffnet die nächste Runde und lädt dazu ein.
runde-zu-wenig = Eine Bewertungsrunde lässt sich eröffnen, sobald zwei Quartiere auf der Liste der Kandidaten stehen.
runde-quartiere = Bewertet werden
runde-zurueckgestellt = Seitdem zurückgestellt
runde-spaeter = Erst in der nächsten Runde dabei
runde-eingeladen = Eingeladen
runde-bis = Letzter Tag
runde-bis-fehlt = Geben Sie einen Tag an, der nicht vor dem { $tag } liegt.
runde-ohne-frist = ohne Frist
runde-eroeffnet = Eröffnet
runde-von = { $wann }, { $wer }

runde-neu = Bewertungsrunde eröffnen
runde-neu-text = Bewertet werden { $namen }. Wer eingeladen ist, bewertet für sich. Niemand sieht die Bewertungen der anderen, auch Sie nicht, bis Sie die Runde schließen. Solange sie läuft, stehen die Kriterien fest.
runde-eroeffnen = Runde eröffnen
runde-wen = Wen laden Sie ein?
    .hinweis = Wer eingeladen ist, findet die Bewertung auf der Startseite.
runde-wen-fehlt = Laden Sie wenigstens eine Person ein.
runde-aendern = Frist ändern oder weitere einladen
runde-aendern-text = Wer eingeladen ist, bleibt es: Auf wessen Sicht gewartet wird, soll niemand allein entscheiden.
runde-aendern-speichern = Änderung speichern
runde-weitere = Wen laden Sie noch ein?
    .hinweis = Lassen Sie es leer, wenn sich nur die Frist ändert.
runde-schliessen = Runde schließen
runde-schliessen-alle = Alle haben bewertet. Nach dem Schließen sehen alle Beteiligten das Ergebnis, und niemand kann seine Bewertung mehr ändern.
runde-schliessen-nicht-alle = Noch haben nicht alle bewertet. Wenn Sie trotzdem schließen, kann niemand mehr bewerten. Ihre Begründung steht beim Ergebnis und im Protokoll.
runde-grund = Warum wird vorzeitig geschlossen?
    .hinweis = zum Beispiel: Eine Person ist bis Januar im Urlaub. Bleibt intern.
runde-grund-fehlt = Schreiben Sie, warum die Runde geschlossen wird, bevor alle bewertet haben.
runde-vorzeitig = Vorzeitig geschlossen: { $grund }
runde-alle-zurueckgestellt = Alle Quartiere dieser Runde sind zurückgestellt.
    .text = Zu bewerten ist nichts mehr. Schließen Sie die Runde, oder schlagen Sie ein Quartier erneut vor. Danach lassen sich auch die Kriterien wieder ändern.
runde-schon-offen = Es läuft schon eine Runde.
    .text = Eine zweite wurde nicht eröffnet. Hier steht, wie weit sie ist.
runde-schon-geschlossen = Diese Runde ist schon geschlossen.
    .text = Geändert wurde nichts mehr. Hier steht, was jetzt gilt.
runden-frueher = Geschlossene Runden
runde-spalte = Runde
runde-bewertet = Bewertet
runde-geschlossen = Geschlossen
meldung-runde-eroeffnet = Die Runde ist eröffnet. Wer eingeladen ist, findet sie auf der Startseite.
meldung-runde-geschlossen = Die Runde ist geschlossen.
heute-runde-schliessen = { $runde }: Alle haben bewertet, Runde schließen

## Die eigene Bewertung

bewertung-bis = Zeit ist bis { $tag }.
bewertung-leit-keine = Zurzeit ist nichts zu bewerten.
bewertung-keine-runde = Bewertet wird in einer Runde, zu der die Koordination einlädt. Zurzeit läuft keine.
bewertung-nicht-eingeladen = Zu dieser Runde sind Sie nicht eingeladen. Wenn Sie mitbewerten sollen, kann die Koordination Sie noch einladen.
bewertung-alle-zurueckgestellt = Alle Quartiere dieser Runde sind zurückgestellt. Die Koordination kann die Runde schließen oder ein Quartier erneut vorschlagen.
bewertung-offen = „{ $kriterium }“: Ihre Antwort zu { $namen } fehlt noch.
bewertung-fehlt = Wählen Sie eine Antwort.
bewertung-zu-spaet = Die Runde, in der Sie bewertet haben, ist geschlossen.
    .text = Was Sie zuletzt gewählt haben, kam zu spät und wurde nicht übernommen.

## Ergebnis einer Runde

ergebnis-runde-offen = Das Ergebnis ist für alle zu sehen, sobald die Runde geschlossen ist. So lässt sich niemand von den anderen leiten.
ergebnis-frueher = Ergebnis von { $runde }
ergebnis-geschlossen = Geschlossen am { $wann }, { $wer }.
ergebnis-entschieden = Danach fiel Entscheidung { $nummer }.
ergebnis-allein = Ob sich ein Team einig ist, zeigt sich erst, wenn zwei Personen bewerten.
ergebnis-nichts-gemeinsam = Keine zwei Personen haben dasselbe beurteilt. Ob sie sich einig sind, lässt sich nicht sagen.
ergebnis-gleichauf = { $namen } haben in allem, was gewogen wird, im Mittel gleich viele Punkte. Keine Gewichtung unterscheidet sie: Sie liegen gleichauf.
ergebnis-alle-gleichauf = { $anzahl ->
        [one] Eine Person sieht nach ihren eigenen Gewichten alle Quartiere gleichauf und zählt dort nicht mit.
       *[other] { $anzahl } Personen sehen nach ihren eigenen Gewichten alle Quartiere gleichauf und zählen dort nicht mit.
    }

## Schritte und ihre Tage

kandidat-vorgeschlagen-am = Vorgeschlagen am
kandidat-tag-zu-frueh = Dieser Tag liegt vor dem letzten Schritt ({ $stand } am { $tag }). Ein Schritt kann nicht vor dem vorigen liegen.
kandidat-inzwischen = Inzwischen hat jemand einen anderen Schritt festgehalten. Öffnen Sie den Kandidaten neu und sehen Sie nach, was jetzt gilt.
entscheidung-tag-zu-frueh = Die Entscheidung kann nicht vor dem { $tag } gefallen sein: An diesem Tag war der letzte Schritt eines Kandidaten.
entscheidung-runde-offen = Eine Bewertungsrunde läuft noch. Schließen Sie sie zuerst, damit die Entscheidung auf ihrem Ergebnis ruht.
entscheidung-inzwischen = Inzwischen hat sich ein Kandidat bewegt, oder die Entscheidung ist schon festgehalten. Sehen Sie im Register nach, was jetzt gilt.
berichtigung-gibt-es-schon = Diese Entscheidung ist schon berichtigt. Öffnen Sie die Berichtigung; dort lässt sich weiter berichtigen.

## Protokoll

aktion-candidate-propose = Quartier als Kandidaten vorgemerkt
aktion-candidate-step = Schritt eines Kandidaten festgehalten
aktion-criterion-add = Kriterium hinzugefügt
aktion-criterion-describe = Kriterium beschrieben
aktion-criterion-retire = Kriterium gestrichen
aktion-round-open = Bewertungsrunde eröffnet
aktion-round-widen = Bewertungsrunde geändert
aktion-round-close = Bewertungsrunde geschlossen
aktion-ballot-hand-in = Bewertung abgegeben
