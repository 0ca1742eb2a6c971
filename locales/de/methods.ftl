# Wie gerechnet wird: jede Methode in Worten, mit Formel, Beispiel und anderen Festlegungen.

methoden-titel = Wie wird das berechnet?
methoden-leit = Drei Rechenwege stehen hinter diesen Seiten. Jeder lässt sich mit den Zahlen der Stadt Schritt für Schritt nachrechnen.
methoden-grenze = Alle drei vergleichen die Gebiete einer Stadt miteinander. Sie lenken Aufmerksamkeit; ob etwas zu tun ist, sagt erst der zweite Blick vor Ort.

methode-ankunft = Ankunftsquartiere
methode-ankunft-satz = Ein Gebiet fällt als Ankunftsquartier auf, wenn dort vergleichsweise viele Menschen aus dem Ausland zuziehen, viele ohne deutschen Pass leben und viele ein- und ausziehen.
methode-index = Zusammengesetzter Index
methode-index-satz = Aus mehreren Zahlen eines Gebiets wird eine: Man zählt zusammen, wie weit jede vom Mittel der Stadt entfernt ist.
methode-punkte = Quantilspunkte
methode-punkte-satz = Die Gebiete werden je Merkmal in gleich große Gruppen geordnet, und jedes bekommt Punkte dafür, in welcher Gruppe es liegt.

methode-in-worten = Was gerechnet wird
methode-formeln = Dasselbe als Formel
methode-vorschriften = Veröffentlichte Indizes
methode-vorschrift = Vorschrift
methode-gebiet = Beispiel
methode-stand = Stand der Zahlen
methode-kleinste = Mindestens so viele Menschen
methode-grenzen-status = Grenzen der Klassen, Status
methode-grenzen-dynamics = Grenzen der Klassen, Dynamik

methode-ankunft-vergleich = Jede Zahl wird mit denen der anderen Gebiete der Stadt verglichen: Wie weit liegt sie über oder unter dem Mittel aller Gebiete? Gemessen wird in Standardabweichungen, und das Ergebnis heißt z.
methode-ankunft-verfahren = Drei Verfahren urteilen für sich: Sind alle Merkmale zugleich hoch? Ist ihre Summe hoch, ohne dass eines unter dem Mittel liegt? Liegt das Gebiet in fast allen Merkmalen in den oberen Gruppen?
methode-ankunft-mindestens-zwei = Stimmen mindestens zwei Verfahren überein, zeigt das Gebiet deutliche Merkmale; bei einem sind es einzelne.
methode-ankunft-unschaerfe = Geschützte Zahlen liegen ein wenig neben der Wahrheit. Deshalb wird oft wiederholt gerechnet, jedes Mal mit Zahlen, die ebenso gut hinter den veröffentlichten stehen können. Wie oft ein Gebiet dabei dazuzählt, sagt, wie sicher das Urteil ist.
methode-ankunft-festlegungen = Schwellen, Gewichte und Zeitraum sind unsere Festlegungen. Was andere ändern würden, steht unten; es wird nie mit der Unschärfe der Daten vermischt.
methode-ankunft-dauer = Seit wann ein Gebiet auffällt, zeigt die Reihe der Jahre: Es zählt, wie lange es ununterbrochen dazugehört. Lücken werden nicht überbrückt.

methode-index-abstand = Für jedes Merkmal wird gefragt, wie weit das Gebiet vom Mittel aller verglichenen Gebiete entfernt ist, in Standardabweichungen. So lassen sich Prozente und Anzahlen zusammenzählen.
methode-index-summe = Diese Abstände werden zusammengezählt. Zählt ein kleiner Wert als auffällig, wird sein Vorzeichen umgedreht.
methode-index-teilen = Die Summe wird durch die Standardabweichung aller Summen geteilt. Ein Index von 1,5 heißt: anderthalb Standardabweichungen über dem Mittel.
methode-index-klassen = Klassen werden mit dem ungerundeten Index gebildet. Ein Wert auf einer Grenze gehört zur Mitte.
methode-index-keine-aussage = Der Index sagt, wie ein Gebiet unter den anderen steht, nicht, ob es dort besser oder schlechter geworden ist. Steigt ein Wert, so steigt die Summe; der Index kann trotzdem sinken, weil sich die anderen mitverschieben.

methode-punkte-reihe = Für jedes Merkmal werden die Gebiete nach ihrem Wert geordnet.
methode-punkte-gruppen = Sie werden in fünf gleich große Gruppen geteilt. Das Gebiet bekommt einen bis fünf Punkte; gleiche Werte teilen sich die untere Gruppe.
methode-punkte-summe = Die Punkte aller Merkmale werden zusammengezählt. Zählt ein kleiner Wert als auffällig, läuft die Zählung andersherum.
methode-punkte-ausreisser = Ein einzelner sehr hoher Wert kann so nichts allein entscheiden. Dafür geht verloren, wie weit ein Gebiet vor dem nächsten liegt.

methode-formel-z = Abstand vom Mittel
methode-formel-z-text = z = (x − Mittel) ÷ Standardabweichung; Mittel und Standardabweichung (durch n) ungewichtet über alle verglichenen Gebiete
methode-formel-index = Index
methode-formel-index-text = Summe der z ÷ Standardabweichung aller Summen
methode-formel-punkte = Punkte
methode-formel-punkte-text = 1 + ganzer Teil von (5 × Gebiete mit kleinerem Wert ÷ n)
methode-formel-gleichstand = Bei Gleichstand
methode-formel-gleichstand-text = gezählt werden nur Gebiete mit echt kleinerem Wert, so dass gleiche Werte gleich viele Punkte haben

methode-beispiel = Ein Beispiel: { $gebiet }
methode-beispiel-tabelle = { $gebiet } unter { $n } verglichenen Gebieten
methode-spalte-merkmal = Merkmal
methode-spalte-wert = hier
methode-spalte-mittel = Mittel aller
methode-spalte-streuung = Standardabweichung
methode-spalte-z = z
methode-spalte-davor = Gebiete davor
methode-spalte-punkte = Punkte
methode-alle-gleich = alle gleich
methode-umgekehrt = kleine Werte zählen
methode-summe = Zusammengezählt: { $rechnung } = { $summe }.
methode-index-rechnung = Geteilt durch die Standardabweichung aller Summen, { $streuung }, ergibt das den Index { $index }.
methode-punkte-zusammen = Zusammen sind das { $punkte } von { $moeglich } Punkten.
methode-urteil-conjunctive = Alle Merkmale zugleich hoch? Das kleinste z ist { $kleinstes }, nötig ist mindestens { $schwelle }: { $ergebnis }.
methode-urteil-zsum = Summe hoch und keines unter dem Mittel? Der Index ist { $index }, nötig ist mehr als 1, und das kleinste z ist { $kleinstes }: { $ergebnis }.
methode-urteil-points = In fast allen Merkmalen in den oberen Gruppen? { $punkte } von { $moeglich } Punkten, nötig sind 80 % der möglichen: { $ergebnis }.
methode-urteil = { $anzahl } von { $alle } Verfahren zählen das Gebiet dazu: { $klasse }.
methode-ja = ja
methode-nein = nein

methode-varianten = Was andere Festlegungen ändern
methode-varianten-tabelle = Andere Festlegungen und was dabei herauskommt
methode-varianten-lesen = Jede Zeile ändert eine Festlegung und lässt alle anderen, wie sie sind.
methode-varianten-anzahl = „Anders als jetzt“ zählt Gebiete, die in beiden Rechnungen verglichen werden und verschieden ausgehen.
methode-varianten-namen = Unter „anders als jetzt“ stehen die Gebiete, die in beiden Rechnungen verglichen werden und verschieden ausgehen; öffentlich ist nur ihre Anzahl.
methode-so-gerechnet = so gerechnet
methode-spalte-festlegung = Festlegung
methode-spalte-verglichen = verglichen
methode-spalte-gezaehlt = mit deutlichen Merkmalen
methode-spalte-erreicht = über der Schwelle
methode-spalte-hoch = Index über 1
methode-spalte-anders = anders als jetzt
methode-spalte-anders-status = andere Statusklasse
methode-spalte-anders-dynamics = andere Dynamikklasse
methode-wahl-schwelle = Jedes z mindestens { $wert }
methode-wahl-fenster = Mittel über { $anzahl ->
    [one] ein Jahr
   *[other] { $wert } Jahre
}
methode-wahl-mindestens = Gebiete ab { $wert } Menschen
methode-wahl-verfahren = Nur ein Verfahren: { $wert }
methode-wahl-gruppen = { $wert } Gruppen
methode-wahl-anteil = Schwelle { $wert } % der Punkte
methode-wahl-gewichte = { $wert }
methode-gleiche-gewichte = Alle Merkmale zählen gleich
methode-doppelt = { $merkmal } zählt doppelt

methode-vorschrift-da = Die Stadt hat alle Zahlen dafür.
methode-vorschrift-fehlt = { $anzahl ->
    [one] Es fehlt eine von { $alle } Zahlen: { $merkmale }.
   *[other] Es fehlen { $anzahl } von { $alle } Zahlen: { $merkmale }.
}
methode-klasse = Klasse { $nummer }
methode-status = Status
methode-status-0 = hoch
methode-status-1 = mittel
methode-status-2 = niedrig
methode-status-3 = sehr niedrig
methode-dynamics-0 = positiv
methode-dynamics-1 = stabil
methode-dynamics-2 = negativ
methode-kreuz = Status und Dynamik zusammen
methode-kreuz-tabelle = { $anzahl } Gebiete nach Status (Zeilen) und Dynamik (Spalten)
methode-kreuz-lesen = Die Namen der Klassen sind die der Vorschrift. „Stabil“ heißt nur, dass sich das Gebiet ähnlich verändert hat wie die anderen.
methode-dynamik = Die Dynamik, Merkmal für Merkmal
methode-dynamik-tabelle = { $anzahl } Gebiete mit einer starken Veränderung, in alphabetischer Reihenfolge
methode-dynamik-lesen = „Stark“ ist eine Veränderung, die mindestens zwei Standardabweichungen vom Mittel entfernt ist. Ein Index kann verdecken, dass sie nur aus einem Merkmal kommt.
methode-dynamik-marken = Steht beim Gebiet ein Zusatz, sollte man ihr nicht ohne Weiteres trauen.
methode-stark = stark
methode-marke-small-denominator = unter 1.000 Menschen
methode-marke-new-building = viele sind neu zugezogen
methode-marke-high-turnover = viele sind ein- und ausgezogen

methode-merkmal-D5 = Veränderung bei Kindern Alleinerziehender
