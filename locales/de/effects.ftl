## Was eine Maßnahme bewirken soll, und was davon erreicht ist

treppe = Wirkungstreppe
treppe-leit = Von unten nach oben: was getan wird, was sich dadurch für Menschen ändert, und was sich für alle ändert.
treppe-leer = Hier steht, was die Maßnahme bewirken soll und woran man es zählt. Ein Indikator genügt für den Anfang; Ausgangswert und Ziele können folgen.
stufe-1 = Es findet statt
stufe-2 = Die Zielgruppe wird erreicht
stufe-3 = Die Zielgruppe nimmt es an
stufe-4 = Sie weiß oder kann mehr
stufe-5 = Sie handelt anders
stufe-6 = Ihre Lage ist besser
stufe-7 = Im Quartier ist es für alle anders
treppe-hinweis = Zum Weiterdenken:
treppe-hinweis-ohne-leistung = Es ist eine Wirkung genannt (Stufe 4 bis 6), aber darunter nichts, was dafür getan wird. Was geschieht auf Stufe 1 bis 3?
treppe-hinweis-nur-leistungen = Gezählt wird bisher nur, was getan wird (Stufe 1 bis 3). Was soll sich dadurch für die Menschen ändern?
treppe-hinweis-ohne-wirkung = Stufe 7 steht ohne eine Wirkung darunter. Für wen ändert sich vorher etwas (Stufe 4 bis 6)?
treppe-dieselben = Am selben Ort zählen noch andere Maßnahmen vielleicht dieselben Personen. Zählen Sie ihre Werte nicht zusammen, ohne es zu klären.
treppe-dieselben-bei = { $titel }: { $was }

indikator-anlegen = Indikator anlegen
indikator-neu-titel = Neuer Indikator
indikator-neu-leit = Stufe und Name genügen. Ein fehlender Ausgangswert ist ein Vermerk, kein Hindernis.
indikator-formular = Was gezählt wird
indikator-feld-stufe = Stufe
indikator-feld-name = Was wird gezählt?
    .hinweis = Zum Beispiel „Beratungen“ oder „Teilnehmende, die nach drei Monaten einen Kursplatz haben“.
indikator-feld-einheit = Einheit
    .hinweis = Zum Beispiel „Personen“ oder „Abende“.
indikator-feld-art = Art
indikator-art-count = Anzahl
indikator-art-share = Anteil: so viele von so vielen
indikator-feld-regel = Wie werden mehrere Zeiträume zu einem?
indikator-regel-sum = Sie werden zusammengezählt, Anteile mit Zähler und Nenner; Ziele gelten seit Beginn
indikator-regel-last = Der jeweils letzte Wert gilt; Ziele gelten für den Tag
indikator-feld-ausgangswert = Ausgangswert
    .hinweis = Der Wert vorher. Bei einem Anteil in Prozent.
indikator-ausgangstag = Tag des Ausgangswerts
indikator-feld-zielpfad = Zielpfad
gruppe-ziel = Ziel { $nummer }
indikator-zieltag = Bis wann
indikator-zielwert = Wie viel
indikator-feld-quelle = Quelle
    .hinweis = Woher die Werte kommen, zum Beispiel „Strichliste am Tresen“.
indikator-feld-gliederung = Gliederung
    .hinweis = Wonach sich die Werte unterscheiden lassen, eine Angabe in jeder Zeile. Erfragt werden nur Summen.
indikator-feld-merkmal = Merkmal des Quartiers
    .hinweis = Dann kommen die Werte aus dem Atlas, sobald sie dort freigegeben sind. Niemand trägt sie ein.
indikator-merkmal-keines = keines, die Werte werden berichtet
indikator-feld-wer-berichtet = Wer berichtet
berichtet-federfuehrung = die Federführung
indikator-feld-beendet = Ende
indikator-beenden = Danach wird nicht mehr gefragt. Was berichtet ist, bleibt.
indikator-beendet = Danach wird nicht mehr gefragt.
indikatoren-beendet = Nicht mehr gefragt wird nach:
meldung-indikator-angelegt = Der Indikator ist angelegt.
indikator-angelegt = Indikator „{ $name }“ angelegt
indikator-heisst = Indikator „{ $name }“

indikator-stufe-fehlt = Wählen Sie eine Stufe.
indikator-name-fehlt = Schreiben Sie, was gezählt wird.
indikator-art-fest = Zu diesem Indikator gibt es schon Werte. Darum bleibt, ob er eine Anzahl oder ein Anteil ist. Wollen Sie anders zählen, legen Sie einen neuen Indikator an und beenden Sie diesen.
indikator-einheit-fest = Zu diesem Indikator gibt es schon Werte. Darum bleibt seine Einheit. Wollen Sie anders zählen, legen Sie einen neuen Indikator an und beenden Sie diesen.
indikator-merkmal-fremd = Dieses Merkmal gibt es für diesen Ort nicht. Wählen Sie ein anderes.
indikator-ausgangstag-fehlt = Geben Sie an, von welchem Tag der Ausgangswert ist.
indikator-ausgangswert-fehlt = Geben Sie den Ausgangswert an, oder lassen Sie auch den Tag leer.
indikator-ausgang-nach-ziel = Der Ausgangswert muss vor dem ersten Ziel liegen.
indikator-ueber-hundert = Ein Anteil hat höchstens 100 Prozent.
indikator-zieltag-fehlt = Geben Sie an, bis wann.
indikator-zielwert-fehlt = Geben Sie an, wie viel.
indikator-zieltag-doppelt = Für diesen Tag gibt es schon ein Ziel.

indikator-jetzt = Bis { $tag }: { $wert }.
indikator-ziel-zusammen = Ziel für alle Zeiträume zusammen: { $wert } bis { $tag }.
indikator-ziel = Ziel: { $wert } bis { $tag }.
indikator-noch-kein-wert = Noch kein abgenommener Wert.
indikator-wartet = { $anzahl ->
        [one] Ein Wert wartet auf Abnahme.
       *[other] { $anzahl } Werte warten auf Abnahme.
    }
indikator-ohne-ausgangswert = noch ohne Ausgangswert
indikator-verlauf = Wohin es geht
bild-ziel = Ziel { $wert }
bild-erreicht = erreicht { $wert }
ziel-tag = Bis
ziel-wert = Ziel
ziel-stand = Stand
ziel-bis = { $wert } bis { $tag }
ziel-erreicht = erreicht: { $wert }
ziel-nicht-erreicht = nicht erreicht: { $wert }
ziel-spaeter = noch nicht fällig
ziel-unbekannt = ohne abgenommenen Wert
wert-am = { $wert } am { $tag }
wert-von = { $teil } von { $ganzes }

indikator-werte = Werte
indikator-werte-leer = Noch ist kein Wert eingetragen.
indikator-merkmal-leer = Für diesen Ort ist noch keine Zahl dieses Merkmals freigegeben, die Sie sehen dürfen. Ein zusammengesetztes Quartier hat nur Zahlen, die sich aus seinen Teilen addieren lassen.
indikator-merkmal-lesen = Die Werte sind freigegebene Zahlen des Atlas. Ob die Maßnahme den Unterschied gemacht hat, zeigt das noch nicht: Auch anderswo ändert sich etwas.
wert = Wert
wert-zaehler = So viele
wert-nenner = von so vielen
wert-stichtag = Stichtag
wert-zeitraum = Zeitraum
wert-stand = Stand
wert-notiz = Anmerkung
wert-fassung = { $nummer }. Fassung
wert-korrigiert = korrigiert durch { $wert }
wert-fehlanzeige = Fehlanzeige
wert-fehlanzeige-wahl = In diesem Zeitraum gab es nichts zu zählen.
wert-stand-checked = geprüft, wartet auf Abnahme
wert-stand-accepted = abgenommen
wert-stand-returned = zurückgegeben
wert-eintragen = Wert eintragen
wert-einreichen = Einreichen
wert-zeitraum-fehlt = Wählen Sie einen Zeitraum, der begonnen hat.
wert-kein-wert = Geben Sie einen Wert an oder wählen Sie Fehlanzeige.
wert-nenner-fehlt = Geben Sie an, von wie vielen.
wert-unklar = Das ist keine Zahl mit höchstens zwei Nachkommastellen. Schreiben Sie sie so: 1.140 oder 12,5.
wert-negativ = Gezählt wird ab null. Wenn etwas weniger werden soll, steht vorher eine höhere Zahl als im Ziel; ein Minus braucht es nicht.
wert-und-fehlanzeige = Geben Sie einen Wert an oder wählen Sie Fehlanzeige, nicht beides.
wert-mehr-als-alle = Das sind mehr als alle. Prüfen Sie beide Zahlen.
wert-inzwischen = Inzwischen hat jemand einen Wert eingereicht. Er steht oben; Ihre Eingabe ist noch da. Prüfen Sie sie und reichen Sie noch einmal ein, wenn sie weiter gilt.
wert-zaehlt-anders = Inzwischen zählt dieser Indikator anders, in einer anderen Einheit oder als Anteil. Ihre Eingabe ist noch da; sehen Sie oben nach, was jetzt gilt, und prüfen Sie sie.
meldung-wert-eingereicht = Der Wert ist eingereicht und geprüft. Er zählt, sobald er abgenommen ist.

pruefung-nichts = Ohne Auffälligkeit.
pruefung-mehr-als-alle = Der Zähler ist größer als der Nenner.
pruefung-von-nichts = Ein Anteil von null.
pruefung-sprung = Mehr als das Dreifache oder weniger als ein Drittel des letzten Werts.
pruefung-nichts-mehr = Fehlanzeige, wo es zuletzt etwas gab.
pruefung-bruchteil = Ein Teil einer Person.

abnahme = Abnahme
abnahme-nehmen = { $zeitraum } abnehmen
abnahme-zurueck = { $zeitraum } zurückgeben
abnahme-grund = Warum zurück?
abnahme-grund-fehlt = Schreiben Sie, warum Sie den Wert zurückgeben.
abnahme-schon = Über diesen Wert ist inzwischen entschieden.
abnahme-nicht-ihre = Abnehmen können die federführende Stelle und die Koordination.
meldung-wert-abgenommen = Der Wert ist abgenommen und zählt. Eine Korrektur ist eine neue Fassung.
meldung-wert-zurueck = Der Wert ist zurückgegeben.
zur-massnahme = Zur Maßnahme

effekt-titel = { $name }, { $zeitraum }
effekt-satz = { $name }, { $zeitraum }: { $wert }. Aus der Maßnahme „{ $massnahme }“.

haengt-indikatoren = { $zahl ->
        [one] ein Indikator, über den die Stelle berichtet
       *[other] { $zahl } Indikatoren, über die die Stelle berichtet
    }

aktion-indicator-add = Indikator einer Maßnahme angelegt
aktion-indicator-change = Indikator einer Maßnahme geändert
aktion-actual-hand-in = Wert eingereicht
aktion-actual-accept = Wert abgenommen
aktion-actual-return = Wert zurückgegeben
ding-indicator-of-measure = Indikator einer Maßnahme
ding-effect = Wert eines Indikators
