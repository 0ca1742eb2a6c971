# Ziele gemessen: wo es anfing, wo es steht, wo es hin soll

ziel-indikatoren = Wie weit wir sind
ziel-ohne-indikator = Noch kein Indikator. Einer genügt: was gezählt wird, und ein Zielwert für ein Jahr.
ziel-indikator-anlegen = Indikator anlegen
ziel-summe-anlegen = Aus den Maßnahmen zusammenzählen
ziel-indikator-spaeter = Was beschlossen ist, bleibt, wie es ist: Neue Indikatoren kommen in die nächste Fassung. Sie beginnt als Kopie dieser.
ziel-indikator-koordination = Was beschlossen ist, bleibt, wie es ist: Neue Indikatoren kommen in die nächste Fassung, und die schreibt die Koordination. Sagen Sie ihr, was gezählt werden soll.
ziel-indikator-neu-leit = Ein Name und ein Zielwert für ein Jahr genügen. Ein fehlender Ausgangswert ist ein Vermerk, kein Hindernis.
ziel-indikator-sagt = Was festgelegt wurde
ziel-indikator-streichen = Aus dem Entwurf streichen
ziel-indikator-veraltet = Inzwischen hat jemand diesen Indikator geändert. Sehen Sie ihn noch einmal an.
meldung-ziel-indikator-weg = Der Indikator steht nicht mehr im Entwurf. Frühere Fassungen behalten ihn.
ziel-zum-ziel = Zum Ziel

ziel-woher = Woher die Werte kommen
ziel-woher-kept = Jemand trägt sie ein.
ziel-woher-figure = Aus dem Atlas, sobald sie dort freigegeben sind.
ziel-woher-sum = Aus den Maßnahmen, die diesem Ziel dienen, zusammengezählt.
ziel-woher-merkmal = Aus dem Atlas: { $merkmal }, { $ort }
ziel-woher-summe = Zusammengezählt: { $was }
ziel-merkmal = Aus dem Atlas: welches Merkmal?
    .hinweis = Nur nötig, wenn die Werte aus dem Atlas kommen.
ziel-merkmal-keines = keines
ziel-merkmal-ort = Aus dem Atlas: wo?
ziel-merkmal-fehlt = Wählen Sie, welches Merkmal des Atlas die Werte liefert.
ziel-merkmal-lesen = Die Werte sind freigegebene Zahlen des Atlas. Ob es an den Maßnahmen liegt, zeigt das noch nicht: Auch anderswo ändert sich etwas.
ziel-ort-fremd = Für diesen Ort gibt es das Merkmal nicht. Wählen Sie einen anderen.

ziel-summe = Was zusammengezählt wird
ziel-summe-was = Was zusammengezählt wird
ziel-summe-von = Indikator der Maßnahme
ziel-summe-teil = { $name } ({ $einheit }), Maßnahme „{ $massnahme }“
ziel-summe-teil-ohne = { $name }, Maßnahme „{ $massnahme }“
ziel-summe-anteil = Anteil
ziel-summe-fehlt = Wählen Sie mindestens einen Indikator einer Maßnahme.
ziel-summe-nicht-art = Nicht mitgezählt: Anteil und Anzahl lassen sich nicht zusammenzählen.
ziel-summe-nicht-einheit = Nicht mitgezählt: Die Einheit ist eine andere.
ziel-summe-nicht-regel = Nicht mitgezählt: Das eine zählt seit Beginn, das andere, was an einem Tag da ist.
ziel-summe-nicht-merkmal = Nicht mitgezählt: Eine Zahl des Quartiers gehört keiner Maßnahme allein.
ziel-summe-nicht-anderswo = Nicht mitgezählt: Die Maßnahme dient diesem Ziel nicht mehr.
ziel-summe-doppelt = Einige dieser Maßnahmen zählen am selben Ort vielleicht dieselben Personen. Dann ist die Summe höher als die Zahl der Menschen.

ziel-zieljahr = Bis Ende des Jahres
ziel-zieljahr-fehlt = Geben Sie mindestens einen Zielwert an: ein Jahr und wie viel bis dahin.
ziel-zieljahr-unklar = Schreiben Sie das Jahr mit vier Ziffern, zum Beispiel 2030.
ziel-zieljahr-doppelt = Für dieses Jahr gibt es schon ein Ziel.
ziel-war-da = Erreicht

ziel-zeile-ausgang = Ausgangswert { $wert } ({ $wann })
ziel-zeile-ohne-ausgang = ohne Ausgangswert
ziel-zeile-ist = Ist { $wert } ({ $wann })
ziel-zeile-ohne-ist = noch kein Wert
ziel-zeile-ziel = Ziel { $wert } bis { $wann }
ziel-stand-empty = Hier fehlt noch ein erster Wert.
ziel-stand-stale = Kein Wert seit { $tag }.
ziel-stand-open = Ob es vorangeht, zeigt erst der nächste Wert.
ziel-stand-on-the-way = Auf dem Weg.
ziel-stand-behind = Dahinter.
ziel-stand-reached = Zielwert erreicht.

ziel-stand-lesen = Auf dem Weg ist, wer am Tag des letzten Werts mindestens auf der geraden Linie liegt, die vom Ausgangswert (sonst vom ersten Wert) durch die Zielwerte an den Jahresenden führt; dahinter, wer dort noch nicht ist; erreicht ist es beim letzten Zielwert.

ziel-wert-tag = Tag
ziel-wert-tag-fehlt = Geben Sie an, für welchen Tag der Wert gilt.
ziel-wert-tag-kuenftig = Dieser Tag liegt in der Zukunft.
ziel-wert-fehlt = Geben Sie einen Wert an.
ziel-wert-festhalten = Wert festhalten
ziel-indikator-art-fest = Zu diesem Indikator sind schon Werte eingetragen, und sie gelten in allen Fassungen. Darum bleibt, ob er eine Zahl oder ein Anteil ist. Wollen Sie anders zählen, streichen Sie ihn und legen Sie einen neuen an.
ziel-indikator-einheit-fest = Zu diesem Indikator sind schon Werte eingetragen, und sie gelten in allen Fassungen. Darum bleibt seine Einheit. Wollen Sie anders zählen, streichen Sie ihn und legen Sie einen neuen an.
ziel-wert-inzwischen = Inzwischen hat jemand einen Wert eingetragen. Er steht oben; Ihre Eingabe ist noch da. Prüfen Sie sie und senden Sie noch einmal, wenn sie weiter gilt.
ziel-wert-zaehlt-anders = Inzwischen zählt dieser Indikator anders, in einer anderen Einheit oder als Anteil. Ihre Eingabe ist noch da; sehen Sie oben nach, was jetzt gilt, und prüfen Sie sie.
ziel-wert-nicht-ihrer = Werte eintragen können die Stelle, die für das Ziel einsteht, und die Koordination.
ziel-wert-ohne-indikator = Diesen Indikator gibt es nicht mehr. Der Wert ist nicht gespeichert.
meldung-ziel-wert = Der Wert ist festgehalten. Eine Korrektur ist eine neue Fassung desselben Tages.
ziel-wert-titel = { $name }, { $tag }
ziel-wert-satz = { $name }, { $tag }: { $wert }. Zum Ziel „{ $ziel }“.

aktion-goal-indicator-add = Indikator eines Ziels angelegt
aktion-goal-indicator-change = Indikator eines Ziels geändert
aktion-goal-indicator-drop = Indikator eines Ziels gestrichen
aktion-goal-value-write = Wert zu einem Ziel festgehalten
ding-indicator-of-goal = Indikator eines Ziels
ding-goal-value = Wert zu einem Ziel
