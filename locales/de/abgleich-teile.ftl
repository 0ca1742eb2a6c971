## Arbeitsmappe: was aufgegliedert ist und was ausgegeben wurde

arbeitsmappe-blatt-ausgaben = Ausgaben
arbeitsmappe-grund = Warum berichtigt
    .hinweis = Nur, wenn Sie eine Buchung mit Schlüssel ändern: warum, zum Beispiel „Zahlendreher“.
arbeitsmappe-teile = Gliederung
    .hinweis = Kategorie, Doppelpunkt, Wert; die nächste nach einem Semikolon: Frauen: 40; Männer: 30. Wer den Wert ändert, ändert auch sie.
arbeitsmappe-betrag = Betrag
    .hinweis = In Euro. Was zurückkam, mit einem Minus davor.
arbeitsmappe-mittel = Aus wessen Mitteln
    .hinweis = Ein Mittelgeber aus dem Finanzplan der Maßnahme, „Eigenanteil der Stadt“, oder leer, wenn es noch niemand weiß.
arbeitsmappe-anleitung-teile = Ist ein Wert aufgegliedert, steht daneben, wie: Frauen: 40; Männer: 30. Ändern Sie den Wert, dann auch die Gliederung. Passt beides nicht mehr zusammen, fragt Ankunft nach; still verloren geht nichts.
arbeitsmappe-anleitung-ausgaben = Auf dem Blatt „Ausgaben“ stehen die Buchungen, die zählen. Eine geänderte Zeile ist eine Berichtigung: Die alte Buchung bleibt stehen, zählt nicht mehr, und daneben steht, warum. Mit dem Betrag 0 ist sie gestrichen. Eine neue Zeile ohne Schlüssel ist eine neue Buchung.

abgleich-betrag-unklar = „{ $wert }“ ist kein Betrag mit höchstens zwei Nachkommastellen. Schreiben Sie ihn so: 1234,50, und was zurückkam mit einem Minus davor.
abgleich-ausgabeart-fremd = „{ $wert }“ ist keine Ausgabeart. Wählen Sie eine aus der Liste der Zelle, oder lassen Sie sie leer.
abgleich-teile-unklar = „{ $wert }“ ist keine Gliederung. Schreiben Sie Kategorie, Doppelpunkt, Wert, und ein Semikolon vor der nächsten: Frauen: 40; Männer: 30.
abgleich-teil-fremd = Eine Kategorie „{ $wert }“ hat dieser Indikator nicht. Möglich sind { $alle }.
abgleich-ohne-gliederung = Dieser Indikator hat keine Kategorien, auch nicht „{ $wert }“. Leeren Sie die Zelle, oder nennen Sie die Kategorien auf dem Blatt „Indikatoren“.
abgleich-teil-doppelt = „{ $wert }“ steht zweimal da. Schreiben Sie jede Kategorie einmal.
abgleich-teile-passen-nicht = Der Wert ist jetzt { $wert }, die Gliederung ergibt { $summe }. Ändern Sie die Gliederung mit, oder leeren Sie die Zelle, wenn niemand neu aufgegliedert hat.
abgleich-teile-fehlen = Der Wert ist jetzt { $wert }, aufgegliedert sind { $summe }, und die Spalte „Gliederung“ fehlt in der Datei. Fügen Sie sie hinzu und schreiben Sie die Gliederung, oder nichts, wenn niemand neu aufgegliedert hat.
