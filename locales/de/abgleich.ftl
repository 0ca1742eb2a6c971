## Maßnahmen als Arbeitsmappe: mitnehmen, bearbeiten, zurückbringen

abgleich-weg = Arbeitsmappe bearbeiten
abgleich-titel = Maßnahmen als Arbeitsmappe
abgleich-leit = Bearbeiten Sie viele Maßnahmen, Indikatoren und Werte auf einmal, in dem Programm, das Sie gewohnt sind.
abgleich-schritte = Holen Sie die Arbeitsmappe, bearbeiten Sie sie, und bringen Sie sie hierher zurück. Ankunft zeigt dann jede Zelle, die sich unterscheidet. Bis Sie bestätigen, ist nichts gespeichert.
abgleich-holen = Arbeitsmappe holen (XLSX)
abgleich-datei = Bearbeitete Arbeitsmappe
    .hinweis = Eine XLSX-Datei bis { $mb } MB. Wie sie heißt, ist gleich.
abgleich-vergleichen = Vergleichen
abgleich-lesen = Was Sie nicht anfassen, bleibt, wie es jetzt steht, auch wenn es inzwischen jemand geändert hat. Eine gelöschte Zeile löscht nichts. Haben Sie und jemand anderes dieselbe Zelle geändert, entscheiden Sie.
abgleich-wartet = Mitgebracht und noch nicht übernommen
abgleich-datei-heisst = Verglichen wurde „{ $datei }“.
abgleich-verwerfen = Datei verwerfen

abgleich-keine-mappe = Diese Datei lässt sich nicht lesen
    .text = Übernommen ist nichts. Was zu tun ist, steht hier.
abgleich-fehler = { $anzahl ->
        [one] Eine Zelle ist noch zu klären
       *[other] { $anzahl } Zellen sind noch zu klären
    }
    .text = Ändern Sie sie in Ihrer Datei und bringen Sie sie noch einmal. Übernommen ist nichts.
abgleich-gleich = Nichts unterscheidet sich
    .text = An der Datei wurde nichts geändert, was hier nicht schon steht. Was bei uns inzwischen anders ist, bleibt.
abgleich-anders = { $anzahl ->
        [one] Eine Angabe unterscheidet sich
       *[other] { $anzahl } Angaben unterscheiden sich
    }
    .text = Sehen Sie sie durch. Bis Sie unten bestätigen, ist nichts gespeichert.
abgleich-zu-klaeren = Was zu klären ist
abgleich-geaendert = Geändert
abgleich-neu = Neu
abgleich-konflikte = Von Ihnen und von anderen geändert
    .text = Seit die Arbeitsmappe entstand, hat jemand anderes dieselbe Angabe geändert. Entscheiden Sie für jede, was gelten soll.
abgleich-sonst = Was bleibt, wie es ist
abgleich-zelle = Zelle
abgleich-steht = Da steht
abgleich-was = Was
abgleich-damals = Als die Datei entstand
abgleich-bisher = Bisher
abgleich-kuenftig = In der Datei
abgleich-sagt = Angaben
abgleich-leer = (leer)
abgleich-jetzt = So lassen, wie es jetzt steht: { $wert }
abgleich-aus-datei = Aus der Datei übernehmen: { $wert }
abgleich-davor = Als die Datei entstand: { $wert }
abgleich-entscheiden = Wählen Sie, was gelten soll.
abgleich-inzwischen = Inzwischen hat sich etwas geändert.
    .text = Die Angaben unten sind auf dem neuesten Stand. Sehen Sie sie noch einmal durch und bestätigen Sie dann.
abgleich-uebernehmen = { $anzahl ->
        [one] Eine Angabe übernehmen
       *[other] { $anzahl } Angaben übernehmen
    }
abgleich-weitere = { $anzahl ->
        [one] Und eine weitere.
       *[other] Und { $anzahl } weitere.
    }
abgleich-zu-viel = { $anzahl } Unterschiede wären zu übernehmen, höchstens { $hoechstens } gehen auf einmal.
    .text = Teilen Sie die Datei, damit jemand die Unterschiede durchsehen kann.
abgleich-gleiche = { $anzahl ->
        [0] Keine Zeile sagt genau, was schon hier steht.
        [one] Eine Zeile sagt, was schon hier steht.
       *[other] { $anzahl } Zeilen sagen, was schon hier steht.
    }
abgleich-ohne-zeile = { $anzahl ->
        [one] { $blatt }: Einer der Einträge von hier hat keine Zeile in der Datei. An ihm ändert sich nichts.
       *[other] { $blatt }: { $anzahl } der Einträge von hier haben keine Zeile in der Datei. An ihnen ändert sich nichts.
    }
abgleich-blatt-fremd = Nicht gelesen, weil Ankunft sie nicht kennt: die Blätter { $namen }. In Ihrer Datei bleiben sie.
abgleich-spalten-fremd = Blatt { $blatt }: Nicht gelesen, weil Ankunft sie nicht kennt: { $namen }. In Ihrer Datei bleiben diese Spalten.
abgleich-spalten-fehlen = Blatt { $blatt }: Diese Spalten stehen nicht in der Datei, also ändert sich darin nichts: { $namen }.
abgleich-formeln = { $anzahl ->
        [one] Blatt { $blatt }: In einer Zelle steht eine Formel. Gelesen ist ihr gespeichertes Ergebnis.
       *[other] Blatt { $blatt }: In { $anzahl } Zellen stehen Formeln. Gelesen sind ihre gespeicherten Ergebnisse.
    }

abgleich-ohne-blatt = Kein Blatt dieser Arbeitsmappe heißt „Maßnahmen“, „Indikatoren“, „Werte“ oder „Ausgaben“. Holen Sie die Arbeitsmappe noch einmal.
abgleich-ohne-kopf = In diesem Blatt fehlt die Spalte „Schlüssel“. Holen Sie die Arbeitsmappe noch einmal und übertragen Sie Ihre Änderungen.
abgleich-spalte-doppelt = Diese Spalte gibt es zweimal. Löschen Sie eine von beiden.
abgleich-verbunden = Verbundene Zellen: Was davon für welche Zeile gilt, ist nicht zu erkennen. Heben Sie die Verbindung auf.
abgleich-fehlerwert = Hier steht ein Fehler statt eines Werts. Berichtigen Sie die Formel oder schreiben Sie den Wert.
abgleich-formel-leer = Diese Formel hat noch niemand berechnet. Öffnen und speichern Sie die Datei in einer Tabellenkalkulation, oder schreiben Sie den Wert.
abgleich-zahl-unklar = „{ $wert }“ ist keine Zahl mit höchstens zwei Nachkommastellen. Schreiben Sie sie so: 1140 oder 12,5.
abgleich-stand-fremd = „{ $wert }“ ist kein Stand. Möglich sind geplant, läuft, abgeschlossen und abgebrochen.
abgleich-stufe-fremd = „{ $wert }“ ist keine Stufe. Schreiben Sie eine Zahl von 1 bis 7.
abgleich-art-fremd = „{ $wert }“ ist keine Art. Möglich sind Anzahl und Anteil.
abgleich-regel-fremd = „{ $wert }“ ist keine Regel. Möglich sind „wird zusammengezählt“ und „letzter Wert gilt“.
abgleich-zielpfad-unklar = „{ $wert }“ ist kein Zielpfad. Schreiben Sie Tag, Doppelpunkt, Wert, und ein Semikolon vor dem nächsten: 2026-12-31: 300; 2027-12-31: 900.
abgleich-berichtet-fremd = Eine Stelle oder Organisation „{ $wert }“ gibt es nicht. Wählen Sie eine vom Blatt „Listen“, oder lassen Sie die Zelle leer: Dann berichtet die Federführung.
abgleich-ja-unklar = „{ $wert }“ ist weder ja noch nein. Schreiben Sie ja, oder lassen Sie die Zelle leer.
abgleich-zeitraum-unklar = „{ $wert }“ ist kein Zeitraum. Schreiben Sie ihn so: 2026, 2026-Q3 oder 2026-09.
abgleich-stelle-doppelt = „{ $wert }“ heißen mehrere. Schreiben Sie die Einheit in Klammern dahinter, wie auf dem Blatt „Listen“.
abgleich-schluessel-andere-stadt = Diese Zeile gehört zu einer anderen Stadt. Nehmen Sie sie aus der Datei.
abgleich-schluessel-unlesbar = „{ $wert }“ ist kein Schlüssel. Stellen Sie ihn wieder her, oder leeren Sie die Zelle, wenn die Zeile neu ist.
abgleich-schluessel-anderes-blatt = Dieser Schlüssel gehört auf ein anderes Blatt. Leeren Sie die Zelle, wenn die Zeile neu ist.
abgleich-schluessel-doppelt = Diesen Schlüssel hat schon eine andere Zeile. Leeren Sie die Zelle, wenn diese Zeile neu ist.
abgleich-schluessel-unbekannt = Was dieser Schlüssel nennt, gibt es hier nicht. Leeren Sie die Zelle, wenn die Zeile neu ist.
abgleich-massnahme-fremd = Eine Maßnahme „{ $wert }“ gibt es weder hier noch neu in der Datei. Schreiben Sie ihre Nummer (M12) oder ihren Titel.
abgleich-massnahme-doppelt = „{ $wert }“ heißen mehrere Maßnahmen. Schreiben Sie die Nummer davor: M12.
abgleich-indikator-fremd = Einen Indikator „{ $wert }“ hat diese Maßnahme nicht. Schreiben Sie seine Nummer (I2) oder seinen Namen.
abgleich-indikator-mehrere = „{ $wert }“ heißen mehrere Indikatoren dieser Maßnahme. Schreiben Sie die Nummer davor: I2.
abgleich-indikator-doppelt = „{ $wert }“ gibt es auf dieser Stufe schon. Ändern Sie die Zeile mit dem Schlüssel.
abgleich-nicht-umhaengen = Eine Zeile mit Schlüssel bleibt bei ihrer Maßnahme. Legen Sie für die andere eine neue Zeile ohne Schlüssel an.
abgleich-zeitraum-bleibt = Eine Zeile mit Schlüssel bleibt bei ihrem Zeitraum. Legen Sie für den anderen eine neue Zeile ohne Schlüssel an.
abgleich-abgenommen = Dieser Wert ist abgenommen und gesperrt. Eine Korrektur reichen Sie auf der Seite des Indikators ein.
abgleich-wert-doppelt = Für diesen Zeitraum gibt es schon einen Wert. Ändern Sie die Zeile mit dem Schlüssel.
abgleich-aus-dem-atlas = Die Werte dieses Indikators kommen aus dem Atlas. Niemand trägt sie ein.

meldung-abgleich = Die Änderungen sind übernommen. Jede ist eine neue Fassung; was vorher galt, steht im Verlauf.
meldung-abgleich-schon = Diese Datei ist schon übernommen oder verworfen.

arbeitsmappe-blatt-massnahmen = Maßnahmen
arbeitsmappe-blatt-indikatoren = Indikatoren
arbeitsmappe-blatt-werte = Werte
arbeitsmappe-blatt-listen = Listen
arbeitsmappe-blatt-anleitung = Anleitung
arbeitsmappe-schluessel = Schlüssel
    .hinweis = Bitte stehen lassen: Er sagt, worum es geht und aus welcher Fassung die Zeile entstand. Neue Zeilen haben keinen.
arbeitsmappe-indikator = Indikator
arbeitsmappe-regel = Mehrere Zeiträume
arbeitsmappe-beendet = Beendet
arbeitsmappe-art-count = Anzahl
arbeitsmappe-art-share = Anteil
arbeitsmappe-regel-sum = wird zusammengezählt
arbeitsmappe-regel-last = letzter Wert gilt
arbeitsmappe-stellen = Stellen
arbeitsmappe-orte = Orte
arbeitsmappe-organisationen = Organisationen
arbeitsmappe-massnahme = Maßnahme
    .hinweis = In neuen Zeilen die Nummer (M12) oder der Titel, auch der einer neuen Zeile des ersten Blatts.
arbeitsmappe-zielpfad = Zielpfad
    .hinweis = Tag, Doppelpunkt, Wert; der nächste nach einem Semikolon: 2026-12-31: 300; 2027-12-31: 900
arbeitsmappe-mitwirkung = Mitwirkung
    .hinweis = Mehrere Stellen mit einem Semikolon dazwischen, wie auf dem Blatt „Listen“.
arbeitsmappe-kenntnisnahme = Kenntnisnahme
    .hinweis = Mehrere Stellen mit einem Semikolon dazwischen, wie auf dem Blatt „Listen“.
arbeitsmappe-merkmal = Merkmal
    .hinweis = Nur zum Lesen: Diese Werte kommen aus dem Atlas.
arbeitsmappe-stand = Stand
    .hinweis = Bei Werten nur zum Lesen. Was abgenommen ist, ist gesperrt.
arbeitsmappe-anleitung = So bearbeiten Sie diese Mappe
arbeitsmappe-anleitung-was = Diese Mappe enthält die Maßnahmen der Stadt mit ihren Indikatoren, Werten und Ausgaben, soweit Sie sie sehen dürfen.
arbeitsmappe-anleitung-zelle = Ändern Sie, was Sie ändern wollen. Was Sie nicht anfassen, bleibt, wie es in Ankunft steht, auch wenn es dort inzwischen jemand geändert hat.
arbeitsmappe-anleitung-neu = Für Neues schreiben Sie eine Zeile ohne Schlüssel darunter. Für eine Maßnahme genügen Titel, Quartier, Federführung, Bis wann und Woran merken wir es?
arbeitsmappe-anleitung-schluessel = Lassen Sie die Schlüssel stehen. Wer eine Zeile kopiert, leert in der Kopie den Schlüssel.
arbeitsmappe-anleitung-weg = Eine gelöschte Zeile löscht nichts. Eine Maßnahme endet, wenn ihr Stand „abgeschlossen“ oder „abgebrochen“ ist.
arbeitsmappe-anleitung-tage = Tage schreiben Sie als Datum oder so: 30.06.2027. Zahlen haben höchstens zwei Nachkommastellen.
arbeitsmappe-anleitung-werte = Ein neuer oder geänderter Wert ist eingereicht und wartet auf Abnahme. Abgenommene Werte sind gesperrt; ältere als zwei Jahre stehen nicht in der Mappe.
arbeitsmappe-anleitung-spalten = Spalten und Blätter dürfen Sie umstellen und eigene dazuschreiben. Gelesen werden nur die bekannten.
arbeitsmappe-anleitung-zurueck = Bringen Sie die Mappe unter „Steuerung“, „Arbeitsmappe bearbeiten“ zurück. Sie sehen jeden Unterschied, bevor etwas gespeichert wird.
