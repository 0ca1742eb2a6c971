## Gremien: Wer entscheidet, wann, worüber, und wer tut es bis wann?

nav-gremien = Gremien
nav-gremien-wozu = Wer worüber berät und beschließt, wann die nächste Sitzung ist und welche Aufgaben daraus offen sind.
gremien-titel = Wer berät und beschließt wann?
gremien-leit = Als Nächstes tagt { $gremium }: { $wann }.
gremien-leit-nichts = Zurzeit ist keine Sitzung angesetzt.
gremien-leit-spaet = { $anzahl ->
        [one] Eine Aufgabe ist überfällig.
       *[other] { $anzahl } Aufgaben sind überfällig.
    }
gremien-leer = Hier stehen die Gremien der Stadt: Lenkungsgruppe, Quartierskonferenz, Beirat und andere, mit Mitgliedern, Sitzungen, Beschlüssen und Aufgaben.
gremien-tabelle = Gremien mit ihrer nächsten Sitzung
gremium = Gremium
gremium-nur-intern = nur in der Verwaltung
gremium-art = Art
gremium-art-steering = Lenkungsgruppe
gremium-art-quarter = Quartierskonferenz
gremium-art-advisory = Beirat für Migration und Integration
gremium-art-local = Ortsbeirat
gremium-art-council = Rat oder Ausschuss
gremium-art-network = Netzwerktreffen
gremium-art-mayor = Verwaltungsleitung (Verfügung)
gremium-art-other = anderes Gremium
gremium-naechste = Nächste Sitzung
gremium-keine-sitzung = keine angesetzt
gremien-eingeladen-titel = Wann tagen Ihre Gremien?
gremien-eingeladen-leit = Ihre Stelle sitzt in: { $gremien }.
gremien-eingeladen-keins = Ihre Stelle sitzt zurzeit in keinem Gremium. Nimmt eines sie auf, steht hier, wann es tagt.
gremien-eingeladen-wann = Wann
gremien-eingeladen-wo = Wo
gremien-faellt-aus = fällt aus
gremien-eingeladen-lesen = Hier stehen Tag und Ort der Sitzungen. Tagesordnung und Protokoll bekommen Sie von der Stelle, die einlädt.
heute-eingeladen = Sie sind eingeladen: { $gremium }, { $wann }
gremium-mitglieder = Mitglieder
gremium-name = Name
gremium-auftrag = Auftrag
    .hinweis = Wozu es da ist und was es entscheiden darf.
gremium-stand = Stand
gremium-ruht = tagt nicht mehr
    .hinweis = Sitzungen, Beschlüsse und Aufgaben bleiben nachzulesen.
gremium-sitzungen = Sitzungen
gremium-leit = Die nächste Sitzung: { $wann }.
gremium-leit-keine = Zurzeit ist keine Sitzung angesetzt.
gremium-anlegen = Gremium anlegen
gremium-neu-titel = Neues Gremium
gremium-neu-leit = Name und Art genügen. Mitglieder und Sitzungen kommen danach.
gremium-aendern = Gremium ändern
gremium-aendern-titel = { $name } ändern
gremium-aendern-leit = Was bisher hier stand, bleibt aufbewahrt.
gremium-speichern = Speichern
gremium-name-fehlt = Geben Sie dem Gremium einen Namen.
gremium-art-fehlt = Wählen Sie, was für ein Gremium es ist.
gremium-inzwischen = Inzwischen hat { $wer } dieses Gremium geändert.
gremium-nicht-ihres = Das tun die Koordination und die Stellen, die in diesem Gremium Mitglied sind.
meldung-gremium-angelegt = Das Gremium ist angelegt. Nehmen Sie jetzt Mitglieder auf und setzen Sie die erste Sitzung an.

mitglieder-leer = Noch ist niemand aufgenommen.
mitglied-rolle = Rolle
mitglied-rolle-chair = Vorsitz
mitglied-rolle-member = Mitglied
mitglied-rolle-guest = Gast
mitglied-stelle = Stelle der Stadt
    .hinweis = Eine Stelle, eine Organisation oder eine Person: nennen Sie eines davon.
mitglied-organisation = oder Organisation
mitglied-person = oder Person
mitglied-vertretung = Vertretung
    .hinweis = Wer sonst kommt.
mitglied-ab = Ab wann
mitglied-aufnehmen = Mitglied aufnehmen
mitglied-beenden = Mitgliedschaft beenden
mitglied-seit = seit { $tag }
mitglied-bis = bis { $tag }
mitglied-vertretung-durch = Vertretung: { $wer }
mitglied-eines-von-dreien = Nennen Sie genau eines: eine Stelle, eine Organisation oder eine Person.
mitglied-rolle-fehlt = Wählen Sie eine Rolle.
mitglied-ab-fehlt = Geben Sie an, ab wann.
mitglied-schon-da = Das ist schon Mitglied. Beenden Sie zuerst die bisherige Mitgliedschaft, wenn sich die Rolle ändert.
meldung-mitglied = Das Mitglied ist aufgenommen.
meldung-mitglied-ende = Die Mitgliedschaft endet mit dem heutigen Tag.

sitzung = Sitzung
sitzung-wann = { $tag }, { $von } bis { $bis } Uhr
sitzung-wann-feld = Wann
sitzung-tag = Tag
sitzung-von = Beginn
sitzung-bis = Ende
sitzung-ort = Ort
sitzung-titel = Titel
    .hinweis = Nur wenn die Sitzung anders heißt als ihr Gremium, etwa „Klausur“.
sitzung-oeffentlich = Öffentlichkeit
sitzung-oeffentlich-ja = Ein Teil ist öffentlich
    .hinweis = Dann steht der Termin im öffentlichen Kalender des Gremiums, und jeder Punkt sagt, ob er öffentlich beraten wird.
sitzung-teils-oeffentlich = ein Teil ist öffentlich
sitzung-nicht-oeffentlich = nicht öffentlich
sitzung-ja = ja
sitzung-nein = nein
sitzung-anlegen = Sitzung ansetzen
sitzung-aendern = Verlegen oder absagen
sitzung-neu-titel = Sitzung ansetzen
sitzung-neu-leit = Eine einzelne Sitzung oder gleich eine Reihe. Uhrzeiten gelten vor Ort, auch über die Zeitumstellung hinweg.
sitzung-wiederholung = Wiederholung
sitzung-wiederholung-keine = keine
sitzung-wiederholung-weekly = nach Wochen
sitzung-wiederholung-monthly = nach Monaten, am selben Wochentag (etwa jeder zweite Dienstag)
sitzung-alle = Alle wie viele Wochen oder Monate
    .hinweis = Eine Zahl von 1 bis 12; bei „keine“ ohne Bedeutung.
sitzung-letzter = Letzter möglicher Tag der Reihe
sitzung-aendern-titel = Sitzung verlegen oder absagen
sitzung-aendern-leit = Abonnierte Kalender zeigen die Änderung von selbst.
sitzung-aendern-leit-reihe = Das ändert nur diese eine Sitzung der Reihe. Abonnierte Kalender zeigen es von selbst.
sitzung-faellt-aus = Absage
sitzung-faellt-aus-ja = Die Sitzung fällt aus
    .hinweis = Ihre Tagesordnung bleibt nachzulesen.
sitzung-speichern = Speichern
sitzung-reihe = Reihe
sitzung-aus-reihe = eine aus einer Reihe
sitzung-aus-reihe-verlegt = eine aus einer Reihe, verlegt vom { $tag }
sitzung-tag-fehlt = Geben Sie den Tag der Sitzung an.
sitzung-zeit-unklar = Schreiben Sie die Uhrzeit so: 17:00.
sitzung-ende-vor-beginn = Das Ende liegt nicht nach dem Beginn. Eine Sitzung beginnt und endet am selben Tag.
sitzung-alle-unklar = Geben Sie eine Zahl von 1 bis 12 an.
sitzung-letzter-fehlt = Geben Sie an, bis wann sich die Sitzung wiederholt.
sitzung-letzter-vor-erstem = Der letzte Tag liegt vor der ersten Sitzung.
sitzung-zu-viele = Das sind mehr als 160 Sitzungen. Wählen Sie einen früheren letzten Tag.
sitzung-inzwischen = Inzwischen hat { $wer } diese Sitzung geändert.
sitzung-stand = Stand
sitzung-stand-geplant = angesetzt
sitzung-stand-offen = Protokoll offen
sitzung-stand-geschlossen = Protokoll abgeschlossen
sitzung-stand-faellt-aus = fällt aus
sitzungen-leer = Noch ist keine Sitzung angesetzt.
sitzungen-kommend = Kommende Sitzungen
sitzungen-gewesen = Vergangene Sitzungen
sitzung-leit = { $punkte ->
        [0] Die Tagesordnung ist noch leer.
        [one] Auf der Tagesordnung steht ein Punkt.
       *[other] Auf der Tagesordnung stehen { $punkte } Punkte.
    } { $beschluesse ->
        [0] { "" }
        [one] Ein Beschluss ist festgehalten.
       *[other] { $beschluesse } Beschlüsse sind festgehalten.
    }
sitzung-leit-geschlossen = Das Protokoll ist abgeschlossen: { $beschluesse ->
        [0] kein Beschluss,
        [one] ein Beschluss,
       *[other] { $beschluesse } Beschlüsse,
    } { $aufgaben ->
        [0] keine Aufgabe.
        [one] eine Aufgabe.
       *[other] { $aufgaben } Aufgaben.
    }
sitzung-leit-faellt-aus = Diese Sitzung fällt aus.
sitzung-schon-geschlossen = Das Protokoll ist abgeschlossen oder die Sitzung fällt aus. Was im Protokoll falsch ist, lässt sich bei seinem Punkt berichtigen.
meldung-sitzung-angelegt = Die Sitzung ist angesetzt.
meldung-sitzungen-angelegt = Die Reihe ist angesetzt. Dies ist ihre erste Sitzung.

tagesordnung = Tagesordnung
tagesordnung-leer = Noch steht kein Punkt auf der Tagesordnung.
tagesordnung-vorschlaege = Was offen ist
tagesordnung-vorschlaege-leit = Ein Druck nimmt einen Punkt auf. Das Dringendste steht oben.
punkt-massnahme = Oder eine Maßnahme
punkt-ohne-massnahme = keine Maßnahme
vorschlag-vorlage = Vorlage, Beratung am { $tag }
vorschlag-hindernis = Was hindert, aus einem Bericht
vorschlag-massnahme-spaet = Maßnahme, Termin { $tag } verstrichen
vorschlag-massnahme-wiedervorlage = Maßnahme, Wiedervorlage { $tag }
vorschlag-aufgabe-spaet = Aufgabe, überfällig seit { $tag }
vorschlag-aufgabe-wiedervorlage = Aufgabe, Wiedervorlage { $tag }
vorschlag-aufgabe-offen = Aufgabe, offen bis { $tag }
vorschlag-beobachtung = Beobachtung vor Ort
punkt-platz = TOP { $zahl }
punkt-titel = Punkt
punkt-neu = Weiterer Punkt
punkt-aufnehmen = Punkt aufnehmen
punkt-auf-tagesordnung = Auf die Tagesordnung
punkt-auf-tagesordnung-von = Auf die Tagesordnung: { $gremium }, { $tag }
punkt-oeffentlich = öffentlich
punkt-nicht-oeffentlich = nicht öffentlich
punkt-oeffentlich-frage = Wie wird der Punkt beraten?
punkt-hoch = Nach oben
punkt-tief = Nach unten
punkt-weg = Absetzen
punkt-speichern = Punkt speichern
punkt-titel-fehlt = Schreiben Sie, worum es geht.
punkt-hat-inhalt = Zu diesem Punkt ist schon etwas festgehalten. Er bleibt auf der Tagesordnung.
punkt-inzwischen = Inzwischen hat { $wer } diesen Punkt geändert.
meldung-punkt = Der Punkt steht auf der Tagesordnung.
meldung-punkt-fort = Das steht inzwischen auf der Tagesordnung oder ist erledigt.
meldung-punkt-weg = Der Punkt ist abgesetzt.

protokoll = Protokoll
protokoll-schreiben = Protokoll schreiben
protokoll-gesichert = Gesichert.
protokoll-inzwischen = Jemand anderes hat diesen Punkt inzwischen geändert. Drücken Sie „Punkt speichern“: Dann sehen Sie den Unterschied, und nichts geht verloren.
protokoll-schliessen = Protokoll abschließen
protokoll-schliessen-leit = Danach steht das Protokoll fest, und seine Beschlüsse lassen sich zitieren. Was falsch ist, wird später mit einem Grund berichtigt.
protokoll-zu-frueh = Das Protokoll lässt sich ab dem Tag der Sitzung abschließen.
protokoll-ohne-punkte = Das Protokoll lässt sich abschließen, sobald etwas auf der Tagesordnung steht.
protokoll-geschlossen = Abgeschlossen von { $wer }, { $wann }.
    .text = Beschlüsse und Aufgaben hängen jetzt am roten Faden.
meldung-geschlossen = Das Protokoll ist abgeschlossen.
meldung-schon-geschlossen = Das Protokoll war schon abgeschlossen.
beschluss = Beschluss
beschluss-zitat = Beschluss: { $punkt }
beschluss-fehlt = Schreiben Sie, was beschlossen wurde.
abstimmung = Abstimmung
abstimmung-none = keine
abstimmung-unanimous = einstimmig
abstimmung-counted = gezählt
abstimmung-fehlt = Wählen Sie, wie abgestimmt wurde.
abstimmung-gezaehlt = Es sind Stimmen eingetragen. Wählen Sie „gezählt“ oder „einstimmig“.
abstimmung-nicht-einstimmig = Mit Gegenstimmen ist es nicht einstimmig. Wählen Sie „gezählt“.
abstimmung-nicht-einstimmig-abgelehnt = Mit Ja-Stimmen ist der Vorschlag nicht einstimmig abgelehnt. Prüfen Sie Ergebnis und Stimmen.
abstimmung-satz-einstimmig-angenommen = Einstimmig angenommen{ $ja ->
        [0] { "" }
       *[other] { " " }mit { $ja } Ja
    }{ $enthaltung ->
        [0] { "" }
        [one] { " " }bei einer Enthaltung
       *[other] { " " }bei { $enthaltung } Enthaltungen
    }.
abstimmung-satz-einstimmig-abgelehnt = Einstimmig abgelehnt{ $nein ->
        [0] { "" }
       *[other] { " " }mit { $nein } Nein
    }{ $enthaltung ->
        [0] { "" }
        [one] { " " }bei einer Enthaltung
       *[other] { " " }bei { $enthaltung } Enthaltungen
    }.
abstimmung-satz-einstimmig-gestimmt = Einstimmig{ $ja ->
        [0] { "" }
       *[other] { " " }mit { $ja } Ja
    }{ $enthaltung ->
        [0] { "" }
        [one] { " " }bei einer Enthaltung
       *[other] { " " }bei { $enthaltung } Enthaltungen
    }.
abstimmung-satz-gezaehlt-angenommen = Angenommen mit { $ja } Ja, { $nein } Nein, { $enthaltung ->
        [one] eine Enthaltung.
       *[other] { $enthaltung } Enthaltungen.
    }
abstimmung-satz-gezaehlt-abgelehnt = Abgelehnt mit { $ja } Ja, { $nein } Nein, { $enthaltung ->
        [one] eine Enthaltung.
       *[other] { $enthaltung } Enthaltungen.
    }
abstimmung-satz-gezaehlt-gestimmt = { $ja } Ja, { $nein } Nein, { $enthaltung ->
        [one] eine Enthaltung.
       *[other] { $enthaltung } Enthaltungen.
    }
stimmen-ja = Ja
stimmen-nein = Nein
stimmen-enthaltung = Enthaltung
stimmen-unklar = Schreiben Sie eine ganze Zahl.
stimmen-fehlen = Tragen Sie die Stimmen ein.
berichtigen = Berichtigen
berichtigt = Berichtigt von { $wer }, { $wann }: { $grund }
berichtigung-grund = Warum
berichtigung-grund-fehlt = Schreiben Sie, warum Sie das Protokoll berichtigen.
protokoll-berichtigung-speichern = Berichtigung speichern
meldung-berichtigt = Die Berichtigung ist gespeichert. Was vorher dort stand, bleibt aufbewahrt.

anwesenheit = Teilnahme
anwesenheit-eintragen = Teilnahme eintragen
anwesenheit-leer = Noch ist nicht eingetragen, wer da ist.
anwesenheit-speichern = Teilnahme speichern
anwesenheit-inzwischen = Inzwischen hat jemand anderes die Teilnahme eingetragen; oben steht, wie. Ihre Eingaben stehen noch im Formular. Speichern Sie sie noch einmal, wenn sie gelten sollen.
anwesend-unbekannt = nicht eingetragen
anwesend-present = anwesend
anwesend-substitute = vertreten
anwesend-excused = entschuldigt
anwesend-absent = nicht da
anwesend-durch = { $wer }: vertreten durch
anwesend-vertreten-durch = vertreten durch { $wer }

unterlagen = Unterlagen
unterlagen-leer = Es sind keine Unterlagen angehängt.
unterlage-datei = Datei
    .hinweis = PDF, Word, Excel, PowerPoint, OpenDocument oder Bild, höchstens 50 MB, ohne Makros.
unterlage-anhaengen = Unterlage anhängen
unterlage-keine-datei = Wählen Sie eine Datei.
unterlage-zu-gross = Die Datei ist größer als 50 MB. Verkleinern Sie sie oder hängen Sie sie in Teilen an.
unterlage-falsche-art = Das ist keine der erlaubten Arten. Angehängt werden PDF, Word, Excel, PowerPoint, OpenDocument und Bilder; gelesen wird der Inhalt, nicht der Name der Datei.
meldung-unterlage = Die Unterlage ist angehängt.

aufgabe = Aufgabe
aufgabe-was = Was ist zu tun?
aufgabe-stelle = Stelle
aufgabe-bis = Bis wann
aufgabe-wiedervorlage = Wiedervorlage
aufgabe-aus = Aus der Sitzung
aufgabe-neu = Aufgabe geben
aufgabe-geben = Aufgabe festhalten
aufgabe-spaet = überfällig
aufgabe-zeile = { $stelle }, bis { $tag }
aufgabe-zeile-erledigt = { $stelle }, erledigt
aufgabe-satz = Aufgabe von { $stelle } bis { $tag }.
aufgabe-satz-erledigt = Aufgabe von { $stelle }, erledigt: { $weil }
aufgabe-leit = { $stelle } tut es bis { $tag }.
aufgabe-leit-erledigt = Erledigt, weil: { $weil }
aufgabe-erledigt-frage = Ist es getan?
aufgabe-weil = Erledigt, weil
aufgabe-erledigen = Erledigt
aufgabe-wieder-offen = Wieder öffnen
aufgabe-aendern = Speichern
aufgabe-aendern-titel = Ändern
aufgabe-gegeben = gegeben
aufgabe-warum = Warum
aufgabe-warum-leer = Der Beschluss steht hier, sobald das Protokoll abgeschlossen ist.
aufgabe-warum-ohne-beschluss = Als das Protokoll abgeschlossen wurde, stand zu diesem Punkt kein Beschluss.
aufgabe-was-fehlt = Schreiben Sie, was zu tun ist.
stelle-ohne-zugang = { $stelle } – wer sie innehat, kann hier nichts erledigen
aufgabe-stelle-fehlt = Wählen Sie die Stelle, die es tut.
aufgabe-bis-fehlt = Geben Sie an, bis wann.
aufgabe-weil-fehlt = Schreiben Sie in einem Satz, warum es erledigt ist.
aufgabe-nicht-ihre = Diese Aufgabe ändern ihre Stelle, die Mitglieder des Gremiums und die Koordination.
aufgabe-inzwischen = Inzwischen hat { $wer } diese Aufgabe geändert.
aufgaben-offen = Offene Aufgaben
meldung-aufgabe = Die Aufgabe ist festgehalten.
heute-aufgabe = Aufgabe: { $was }
heute-aufgabe-spaet = Überfällige Aufgabe: { $was }
heute-aufgabe-wiedervorlage = Wiedervorlage: { $was }
heute-protokoll = Das Protokoll von { $gremium } vom { $tag } ist noch offen
heute-protokolle = { $anzahl } Protokolle sind noch offen: { $gremium }, das älteste vom { $tag }
haengt-aufgaben = { $zahl ->
        [one] eine offene Aufgabe
       *[other] { $zahl } offene Aufgaben
    }
haengt-sitze = { $zahl ->
        [one] ein Sitz in einem Gremium
       *[other] { $zahl } Sitze in Gremien
    }

beobachtung-notieren = Beobachtung notieren
beobachtung-neu-titel = Beobachtung notieren
beobachtung-neu-leit = Was vor Ort auffällt und nicht im Einzelfall zu lösen ist. Bitte keine Namen, Geburtsdaten oder Aktenzeichen von Menschen.
beobachtung-titel = In wenigen Worten
beobachtung-was = Was haben Sie beobachtet?
beobachtung-wo = Wo
beobachtung-wie-oft = Wie oft
    .hinweis = Etwa „jede Woche“ oder „seit Mai in zwölf Haushalten“.
beobachtung-von = Beobachtet von
beobachtung-wann = Notiert
beobachtung-gremium = Welches Gremium soll darüber sprechen?
    .hinweis = Es sieht sie beim Aufstellen der nächsten Tagesordnung. Ohne Angabe sehen sie alle.
beobachtung-kein-gremium = alle
beobachtung-speichern = Notieren
beobachtung-quelle = Verwaltung
beobachtung-satz = { $ort }, { $wie-oft }: { $was }
beobachtung-titel-fehlt = Schreiben Sie in wenigen Worten, worum es geht.
beobachtung-was-fehlt = Schreiben Sie, was Sie beobachtet haben.
beobachtung-quartier-fehlt = Wählen Sie ein Quartier oder die ganze Stadt.
beobachtung-wie-oft-fehlt = Schreiben Sie, wie oft es vorkommt.
beobachtung-im-gremium = Was daraus wurde
beobachtung-leit-offen = Noch hat kein Gremium darüber gesprochen.
beobachtung-leit-beraten = Sie steht auf einer Tagesordnung.
beobachtung-leit-beschlossen = Dazu ist etwas beschlossen.
beobachtung-geht-an = Sie wird { $gremium } für die nächste Tagesordnung vorgeschlagen.
meldung-beobachtung = Die Beobachtung ist notiert.

kalender-abonnieren = Sitzungen im eigenen Kalender
kalender-oeffentlich = Öffentlicher Kalender (iCal)
kalender-titel = Sitzungen im eigenen Kalender
kalender-leit = Eine Adresse, die Ihr Kalender abonniert: alle Sitzungen der Gremien, in denen Ihre Stelle Mitglied ist.
kalender-name = Sitzungen { $stadt }
kalender-ohne-stelle = Sie haben in dieser Stadt keine Stelle. Einen Kalender hat, wer eine Stelle hat.
kalender-adresse-neu = Adresse anlegen
kalender-adresse-ersetzen = Durch eine neue ersetzen
kalender-adresse-zurueck = Zurückziehen
kalender-adresse-da = Ihre Stelle hat eine Adresse, angelegt { $wann }. Aus Sicherheit wird sie nur einmal gezeigt.
kalender-adresse-gemacht = Das ist die Adresse Ihrer Stelle.
    .text = Kopieren Sie sie jetzt in Ihr Kalenderprogramm. Sie wird nicht noch einmal gezeigt; eine frühere gilt nicht mehr.
kalender-lesen = Wer die Adresse kennt, liest Termine und Orte, auch die nicht öffentlicher Sitzungen; mehr nicht. Geben Sie sie niemandem weiter. Zurückgezogen gilt sie sofort nicht mehr.
meldung-kalender-zurueck = Die Adresse gilt nicht mehr.

aktion-body-found = Gremium angelegt
aktion-body-change = Gremium geändert
aktion-body-seat = Mitglied eines Gremiums aufgenommen
aktion-body-unseat = Mitgliedschaft in einem Gremium beendet
aktion-meeting-call = Sitzung angesetzt
aktion-meeting-call-series = Reihe von Sitzungen angesetzt
aktion-meeting-change = Sitzung verlegt oder abgesagt
aktion-meeting-close = Protokoll abgeschlossen
aktion-meeting-agenda-add = Punkt auf die Tagesordnung gesetzt
aktion-meeting-agenda-order = Tagesordnung umgestellt
aktion-meeting-agenda-remove = Punkt abgesetzt
aktion-meeting-minutes = Protokoll geschrieben
aktion-meeting-correct = Protokoll berichtigt
aktion-meeting-attend = Teilnahme eingetragen
aktion-task-give = Aufgabe gegeben
aktion-task-change = Aufgabe geändert
aktion-task-done = Aufgabe erledigt
aktion-task-reopen = Aufgabe wieder geöffnet
aktion-observation-note = Beobachtung notiert
aktion-calendar-open = Adresse eines Kalenders angelegt
aktion-calendar-revoke = Adresse eines Kalenders zurückgezogen
ding-body = Gremium
ding-meeting = Sitzung
ding-meeting-decision = Beschluss einer Sitzung
ding-task = Aufgabe
ding-observation = Beobachtung
ding-calendar-address = Adresse eines Kalenders
recht-bodies-attend = sehen, wann die eigenen Gremien tagen
recht-bodies-see = Gremien und Sitzungen sehen
recht-bodies-hold = Sitzungen ansetzen und Protokoll führen
recht-bodies-do = Aufgaben der eigenen Stelle erledigen
recht-bodies-convene = alle Gremien führen
recht-bodies-subscribe = einen Kalender abonnieren
