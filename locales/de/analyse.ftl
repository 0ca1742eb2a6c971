## Befehle, die Methoden auf einfache Dateien anwenden

analyse-column-missing = { $flag }: Die Spalte „{ $name }“ gibt es in { $file } nicht. Vorhanden sind: { $columns }.
analyse-encoding-unknown = --encoding { $text }: Möglich sind utf-8, utf-16le, utf-16be und windows-1252.
analyse-out-unwritable = { $path } lässt sich nicht schreiben ({ $cause }). Gibt es den Ordner, und darf dort geschrieben werden? Sonst nennen Sie mit --out einen anderen Ort.
analyse-pair-expected = { $flag } { $text }: Erwartet wird NAME=WERT.
analyse-no-indicator = Es ist kein Indikator angegeben. Nennen Sie mindestens einen mit --indicator, --group oder --recipe.
analyse-indicator-unknown = --weight: Der Indikator „{ $name }“ gehört zu keiner Gruppe.
analyse-indicator-twice = --indicator: „{ $name }“ ist zweimal angegeben.
analyse-indicator-idle = --indicator: „{ $name }“ gehört zu keiner Gruppe. Nehmen Sie ihn in eine auf oder lassen Sie ihn weg.
analyse-group-unknown = --thresholds: Die Gruppe „{ $name }“ gibt es nicht.
analyse-group-twice = --group: „{ $name }“ ist zweimal angegeben.
analyse-thresholds-wrong = --thresholds { $text }: Erwartet werden aufsteigende Zahlen, zum Beispiel status=-1,1,1.5.
analyse-weight-wrong = --weight { $text }: Ein Gewicht ist eine Zahl über null, zum Beispiel S1=2.
analyse-recipe-unknown = --recipe { $id }: Diese Vorschrift gibt es nicht. Vorhanden sind: { $known }.
analyse-recipe-other = --recipe { $id }: Diese Vorschrift gehört zum Befehl „{ $command }“.
analyse-one-of = { $flag } { $text }: Möglich sind { $known }.
analyse-noise-unknown = --noise { $text }: Möglich sind none, round:5, round:10 und cell-key:D,V mit einer Varianz V, die bei höchstens D Abweichung erreichbar ist, zum Beispiel cell-key:5,2.
analyse-share-unknown = --share { $text }: Möglich sind foreigners=SPALTE, arrivals-abroad=SPALTE, turnover=SPALTE und resident-over-5y=SPALTE.
analyse-count-needs-population = { $flag }: Eine Anzahl wird erst mit --population zum Anteil. Nennen Sie die Spalte der Einwohnerzahl oder mit --share einen fertigen Anteil.
analyse-no-measure = Es ist keine Dimension angegeben. Nennen Sie mindestens eine Spalte mit --arrivals-abroad, --foreigners, --moves, --resident-under-5y oder --share.
analyse-reference-unknown = --reference: „{ $name }“ steht nicht unter --groups.

## Was beim Lesen und Rechnen auffiel

finding-analyse-key-empty = Der Schlüssel des Gebiets fehlt (Spalte „{ $column }“).
    .suggestion = Bitte in der Quelle ergänzen. Summenzeilen gehören nicht in die Tabelle.
finding-analyse-not-a-number = „{ $text }“ ist keine Zahl (Spalte „{ $name }“).
    .suggestion = Ein fehlender Wert ist hier ein leeres Feld. Zeichen wie „–“ oder „x“ bitte durch nichts ersetzen, aber nie durch null.
finding-analyse-value-missing = „{ $name }“ fehlt für { $key }. Das Gebiet steht außerhalb des Vergleichs.
    .suggestion = Es ändert die Werte der anderen nicht. Bitte nachliefern, wenn es mitgerechnet werden soll.
finding-analyse-population-small = { $key } hat { $people } Einwohner, weniger als { $minimum }. Das Gebiet steht außerhalb des Vergleichs.
    .suggestion = In kleinen Gebieten entscheiden einzelne Menschen über den Wert. Die Grenze lässt sich mit --min-population ändern.
finding-analyse-population-missing = Die Einwohnerzahl fehlt für { $key }. Das Gebiet steht außerhalb des Vergleichs.
    .suggestion = Bitte in der Spalte „{ $column }“ ergänzen.
finding-analyse-population-negative = Die Einwohnerzahl von { $key } ist negativ.
    .suggestion = Bitte in der Spalte „{ $column }“ berichtigen.
finding-analyse-all-equal = „{ $name }“ ist in allen Gebieten gleich. Der Indikator unterscheidet nicht und bleibt außer Betracht.
    .suggestion = Bitte prüfen, ob die richtige Spalte gewählt ist.
finding-analyse-share-negative = „{ $name }“ ist hier negativ: { $value }. Ein Anteil kann das nicht sein.
    .suggestion = Es wurde damit gerechnet. Wenn die Spalte Anteile enthält, bitte berichtigen; Veränderungen gehören in die Gruppe „dynamics“.
finding-analyse-share-above-100 = „{ $name }“ liegt hier über 100: { $value }. Ein Anteil in Prozent kann das nicht sein.
    .suggestion = Es wurde damit gerechnet. Wenn die Spalte Anteile enthält, bitte berichtigen.
finding-analyse-share-negative-refused = Ein Anteil kann nicht negativ sein: { $text } („{ $name }“).
    .suggestion = Bitte in der Quelle berichtigen oder das Feld leeren.
finding-analyse-part-above-whole = „{ $name }“ ist hier größer als das Ganze: { $value } von { $whole }. Das Gebiet steht in diesem Zeitraum außerhalb des Vergleichs.
    .suggestion = Bitte prüfen, ob Zähler und Einwohnerzahl aus derselben Quelle stammen.
finding-analyse-nothing-left = Kein Gebiet hat alle Werte, die für den Vergleich nötig sind.
    .suggestion = Bitte prüfen, ob die richtigen Spalten gewählt sind und ob die Mindesteinwohnerzahl passt.
finding-analyse-one-area = Die Datei enthält nur ein Gebiet. Es gibt nichts, womit es verglichen werden kann.
    .suggestion = Bitte alle Gebiete der Stadt in eine Datei geben: Die Methode vergleicht innerhalb einer Stadt.
finding-analyse-period-unknown = „{ $text }“ ist kein Zeitraum.
    .suggestion = Gelesen werden 2015, 2015h1 (Halbjahr) und ein Tag wie 2015-06-30.
finding-analyse-period-two-names = „{ $text }“ und „{ $other }“ bezeichnen dasselbe Halbjahr.
    .suggestion = Bitte jeden Zeitraum überall gleich schreiben.
finding-analyse-row-twice = { $key } steht für { $period } zweimal in der Datei, zuerst in Zeile { $first }.
    .suggestion = Bitte eine der beiden Zeilen löschen.
finding-analyse-rows-missing = { $count ->
        [one] Eine Zeile fehlt
       *[other] { $count } Zeilen fehlen
    }: nicht jedes Gebiet hat jeden Zeitraum. Ein Beispiel ist { $key } in { $period }.
    .suggestion = Ohne Zeile wird das Gebiet in diesem Zeitraum nicht beurteilt, und wie lange es schon auffällt, gilt von da an als unbekannt.
finding-analyse-period-gap = Zwischen { $before } und { $after } fehlen Zeiträume.
    .suggestion = Über die Lücke wird nicht gerechnet: Was davor lag, gilt für die Phase als unbekannt. Bitte nachliefern, wenn es die Zahlen gibt.
finding-analyse-dimension-equal = Die Dimension „{ $dimension }“ ist in { $period } in allen Gebieten gleich und bleibt außer Betracht.
    .suggestion = Bitte prüfen, ob die richtige Spalte gewählt ist.
finding-analyse-dimension-empty = Die Dimension „{ $dimension }“ hat keinen einzigen Wert und bleibt außer Betracht.
    .suggestion = Die übrigen Dimensionen tragen das Ergebnis; es steht bei jedem Gebiet, welche das sind.
finding-analyse-area-left-out = { $key } steht in { $period } außerhalb des Vergleichs: { $reason ->
        [population-below-minimum] weniger als { $minimum } Einwohner
        [no-population] die Einwohnerzahl fehlt oder ist null
        [missing] ein Wert fehlt ({ $detail })
       *[other] es gibt nichts, worin sich die Gebiete unterscheiden
    }.
    .suggestion = Es ändert die Werte der anderen nicht.
finding-analyse-off-grid = { $count ->
        [one] Eine Zahl in „{ $name }“ kann
       *[other] { $count } Zahlen in „{ $name }“ können
    } nicht aus der angegebenen Geheimhaltung stammen.
    .suggestion = Es wurde so gerechnet, als läge die Wahrheit um sie herum. Bitte prüfen, ob --noise zur Quelle passt.
finding-analyse-noise-without-counts = Ohne Einwohnerzahl ist nicht bekannt, wie viele Menschen hinter einem Anteil stehen. Die Wahrscheinlichkeit berücksichtigt das Rauschen deshalb nicht.
    .suggestion = Bitte die Spalte der Einwohnerzahl mit --population nennen.
finding-analyse-count-expected = „{ $text }“ ist keine Anzahl (Spalte „{ $column }“).
    .suggestion = Erwartet wird eine ganze Zahl ab null, auch für „niemand“. Ein leeres Feld ist keine Null.
finding-analyse-groups-above-total = In { $key } sind die Gruppen zusammen { $sum } Personen, mehr als alle { $total }.
    .suggestion = Die Gruppen dürfen einander nicht überschneiden. Bitte prüfen, ob --total die richtige Spalte nennt.
finding-analyse-index-undefined = Für „{ $group }“ lassen sich nicht alle Indizes bilden, weil eine Seite leer ist.
    .suggestion = Die betroffenen Werte bleiben leer.
