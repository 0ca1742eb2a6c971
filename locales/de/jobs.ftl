## Aufträge: was die Stadt hat rechnen und übernehmen lassen

auftraege-titel = Aufträge
auftraege-leit = { $zahl ->
        [0] Gerade läuft nichts.
        [one] Ein Auftrag ist noch nicht fertig. Er läuft weiter, auch wenn Sie diese Seite schließen.
       *[other] { $zahl } Aufträge sind noch nicht fertig. Sie laufen weiter, auch wenn Sie diese Seite schließen.
    }
auftraege-leit-leer = Was länger dauert, läuft als Auftrag weiter, auch wenn Sie die Seite schließen.
auftraege-leer = Hier stehen die Aufträge Ihrer Stadt, sobald jemand den ersten erteilt: zum Beispiel eine Datei übernimmt.
auftraege-laufend = Läuft gerade
auftraege-wartend = Wartet
auftraege-beendet = Beendet

auftrag-annehmen = { $datei } übernehmen
auftrag-ohne-titel = Auftrag
auftrag-von-wann = { $wer } · { $wann }
auftrag-stand-wartet = wartet
auftrag-stand-laeuft = läuft
auftrag-stand-fertig = fertig
auftrag-stand-abgebrochen = abgebrochen
auftrag-stand-gescheitert = nicht gelungen

auftrag-leit-laeuft = Sie können diese Seite schließen; der Auftrag läuft weiter. Bis er fertig ist, ändert sich an den Daten der Stadt nichts.
auftrag-leit-abgebrochen = Der Auftrag wurde abgebrochen. An den Daten der Stadt hat sich nichts geändert.
auftrag-leit-gescheitert = Der Auftrag ist nicht gelungen. An den Daten der Stadt hat sich nichts geändert.

auftrag-warum = Warum:
auftrag-wer = Erteilt von
auftrag-seit = Erteilt am
auftrag-bis = Beendet am
auftrag-anlaeufe = Anläufe
auftrag-abbrechen = Auftrag abbrechen
auftrag-neu-laden = Neu laden
auftrag-zu-den-daten = Zu den Daten
auftrag-zur-datei = Zur Datei

## Was ein Auftrag gerade tut

auftrag-wartet = Der Auftrag wartet, bis die davor fertig sind.
auftrag-beginnt = Der Auftrag beginnt.
auftrag-hoert-auf = Der Auftrag wird abgebrochen.
auftrag-schritt-lesen = { $datei } wird gelesen.
auftrag-schritt-pruefen = { $datei } wird geprüft.
auftrag-schritt-zeichnen = Die Karte zu { $datei } wird gezeichnet, frühere Grenzen werden verglichen.
auftrag-schritt-schuetzen = Die Zahlen aus { $datei } werden geschützt.
auftrag-schritt-schreiben = { $zahl } von { $alle } Spalten sind geschrieben.

## Was daraus wurde

auftrag-fertig = Alles ist erledigt.
auftrag-datenstand = Die Datei ist übernommen: Datenstand { $nummer }.
auftrag-abgebrochen = Nichts davon ist geblieben.
auftrag-datei-fort = Die Datei ist nicht mehr da; sie wurde verworfen oder schon übernommen.
auftrag-nicht-annehmbar = Die Datei passt nicht mehr zu dem, was die Stadt inzwischen hat. Auf der Seite der Datei steht, was dagegen spricht.
auftrag-aufgegeben = Nach mehreren Anläufen aufgegeben. Versuchen Sie es später noch einmal oder wenden Sie sich an die Systemverwaltung.
auftrag-innerer-fehler = Der Fehler liegt bei uns und ist festgehalten. Versuchen Sie es später noch einmal.
auftrag-art-unbekannt = Diese Programmversion kennt Aufträge dieser Art nicht.

aktion-job-ask = Auftrag erteilt
aktion-job-cancel = Auftrag abgebrochen
