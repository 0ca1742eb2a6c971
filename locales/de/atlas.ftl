## Atlas: Wo kommen Menschen an?

nav-atlas = Atlas
nav-atlas-wozu = Wo Menschen ankommen: Karte, Zahlen und Profil jedes Quartiers.
nav-daten = Daten
nav-daten-wozu = Welche Zahlen die Stadt hat, von wem sie kommen und von wann sie sind.
wert-geheim = nicht gezeigt
wert-fehlt = keine Angabe
wert-je-hundert = { $wert } je 100
wert-je-tausend = { $wert } je 1.000
wert-prozentpunkte = { $wert }{" "}Prozentpunkte
wert-veraenderung = { $wert }{" "}%

formel-wie-geliefert = wie geliefert, nicht umgerechnet
formel-anteil = { $faktor } × ({ $teil }) ÷ ({ $ganzes })

schutz-runden-5 = 5er-Rundung
schutz-runden-10 = 10er-Rundung
schutz-bereits = geheimgehalten durch { $stelle }: { $regel }
schutz-ungeschuetzt = ungeschützt, nur für die Statistikstelle

nutzung-statistics-office = Statistikstelle
nutzung-administration = Verwaltung
nutzung-programme = Programm
nutzung-public = öffentlich

quelle-zeile = { $herausgeber }, { $anzahl ->
        [one] Datenstand
       *[other] Datenstände
    } { $datenstand } vom { $tag }, { $schutz }, freigegeben für: { $nutzung }, Lizenz { $lizenz }
quelle-herausgeber-fehlt = Herausgeber nicht genannt
quelle-lizenz-fehlt = nicht genannt

wann-stichtag = am { $zeit }
wann-jahr = im Jahr { $zeit }
wann-zeitraum = im { $zeit }
wann-zeitraum-bis = im Zeitraum bis { $zeit }

atlas-titel = Wo Menschen ankommen
atlas-leit = { $merkmal } { $wann }: In { $stadt } sind es insgesamt { $wert }. In der Hälfte der { $anzahl ->
        [one] Gebiete
       *[other] { $anzahl } Gebiete
    } liegt der Wert zwischen { $von } und { $bis }.
atlas-leit-ohne-stadt = { $merkmal } { $wann }: In der Hälfte der { $anzahl } Gebiete, deren Wert gezeigt wird, liegt er zwischen { $von } und { $bis }.
atlas-leit-verborgen = { $merkmal } { $wann }: Für { $stadt } insgesamt wird kein Wert gezeigt.
atlas-leit-kurz = { $merkmal } { $wann }: In { $stadt } sind es insgesamt { $wert }.
atlas-leer = Für Ihre Ansicht ist noch nichts freigegeben.
atlas-leer-schritt = Datei bringen
atlas-karte = Karte: { $merkmal }, { $zeit }
atlas-karte-text = { $anzahl } Gebiete, eingefärbt in { $klassen } Klassen. Dieselben Werte stehen in der Tabelle darunter.
atlas-tabelle = { $merkmal }, { $zeit } ({ $ebene })
atlas-ebene = Ebene
atlas-merkmal = Merkmal
atlas-stichtag = Stichtag
atlas-zeit = Zeit
atlas-klassen = Klassen
atlas-zeigen = Zeigen
atlas-gebiet = Gebiet
atlas-wert = Wert
atlas-klasse = Klasse
atlas-insgesamt = insgesamt
atlas-nicht-gezeigt = nicht gezeigt
atlas-interaktiv = Karte zum Bewegen
atlas-interaktiv-fehler = Die Karte konnte nicht geladen werden. Die gezeichnete Karte bleibt.
atlas-naeher = Näher heran
atlas-weiter = Weiter weg
atlas-zum-atlas = Zum Atlas
atlas-lesen = So lesen Sie die Karte
atlas-lesen-anteil = Ein Anteil sagt, wie viele von hundert gemeint sind. Daneben steht, auf wie viele Menschen er sich bezieht: Bei wenigen Menschen ändert schon eine Familie den Anteil deutlich.
atlas-lesen-anzahl = Eine Anzahl ist in großen Gebieten größer. Wer Gebiete vergleichen will, wählt besser einen Anteil.
atlas-lesen-klassen = Die Klassen teilen die Gebiete ein, damit die Karte lesbar ist. Andere Klassen ergeben ein anderes Bild; die Werte in der Tabelle ändern sich nicht.
atlas-lesen-schraffur = Wo die Legende „nicht gezeigt“ sagt, gibt es keinen Wert zu sehen. Das ist weder null noch wenig. Die Muster der übrigen Klassen helfen nur, sie auch ohne Farben zu unterscheiden.
atlas-woher = Woher wissen wir das?
atlas-nur-intern = nicht öffentlich
atlas-vergleichen = Quartiere vergleichen

klassen-quantile = gleich viele Gebiete
klassen-equal = gleiche Abstände
klassen-natural = natürliche Grenzen
klassen-deviation = Abstand vom Mittelwert

klasse-unter = unter { $bis }
klasse-von-bis = { $von } bis unter { $bis }
klasse-ab = { $von } und mehr
klasse-alle = { $von } bis { $bis }

profil-einwohner-seit = { $wert } seit { $jahr }
profil-stadt = { $stadt } { $wert }
profil-n = von { $anzahl }
profil-leit-anteil = { $anteil } haben keinen deutschen Pass; in { $stadt } sind es { $stadtwert }.
profil-leit-anteil-hier = { $anteil } haben keinen deutschen Pass.
profil-leit-mehr = Seit { $jahr } ist der Anteil um { $punkte } gestiegen.
profil-leit-weniger = Seit { $jahr } ist der Anteil um { $punkte } gesunken.
profil-leit-gleich = Der Anteil hat sich seit { $jahr } kaum verändert.
profil-bruch = Bruch { $jahr }
profil-leit-teile = Die { $anzahl } Teile des Quartiers unterscheiden sich stark.
profil-leit-einwohner = Hier lebten { $wann } { $anzahl } Menschen.
profil-leit-leer = Zu { $gebiet } ist für Ihre Ansicht noch nichts freigegeben.
profil-teile = Teile des Quartiers
profil-teil = Teil
profil-teile-tabelle = Teile von { $gebiet }, { $stichtag }
profil-brueche = Wo die Reihen unterbrochen sind
profil-brueche-leit = Werte vor und nach einer Unterbrechung lassen sich nicht ohne Weiteres vergleichen.
profil-reihe-tabelle = Tabelle der Reihe
profil-stichtag = Zeit
profil-lage = Lage in der Stadt
profil-quellen = Quellen

vergleich-titel = Wie sich Quartiere unterscheiden
vergleich-leit = { $merkmal } { $wann }: In den { $anzahl } gezeigten Gebieten reichen die Werte von { $von } bis { $bis }; in { $stadt } insgesamt sind es { $wert }. Die Reihenfolge ist alphabetisch.
vergleich-leit-ohne = { $merkmal } { $wann }: In { $stadt } insgesamt sind es { $wert }. Die Reihenfolge ist alphabetisch.
vergleich-waehlen = Quartiere
vergleich-alle = Ohne Auswahl werden alle gezeigt, höchstens aber { $anzahl }.

quelle-titel = Woher wissen wir das?
quelle-leit = { $merkmal }, { $gebiet }, { $wann }: { $wert }.
quelle-formel = Formel
quelle-einsetzen = Eingesetzt
quelle-datensatz = Datensatz
quelle-datenstand = Datenstand
quelle-herausgeber = Herausgeber
quelle-datei = Datei
quelle-pruefsumme = Prüfsumme der Datei (SHA-256)
quelle-schutz = Geheimhaltung
quelle-nutzung = Freigegeben für
quelle-konzept = Wer gezählt wird
quelle-lizenz = Lizenz
quelle-grenzen = Gebietsstand
quelle-profil = Gelesen mit Profil
quelle-programm = Programmversion
quelle-definition = Fassung des Merkmals
quelle-berechnung = Berechnung
quelle-woraus = Woraus der Wert besteht

atlas-karte-titel = Karte

daten-titel = Welche Daten wir haben
daten-leit = { $anzahl ->
        [0] Noch hat die Stadt keine Daten übernommen.
        [one] Ein Datensatz ist übernommen.
       *[other] { $anzahl } Datensätze sind übernommen.
    }
daten-leit-bis = { $anzahl ->
        [one] Ein Datensatz ist übernommen.
       *[other] { $anzahl } Datensätze sind übernommen.
    } Die neuesten Zahlen sind vom { $stichtag }.
daten-bringen = Datei bringen
daten-datensaetze = Datensätze
daten-leer = Hier stehen die Tabellen der Stadt mit Herkunft, Datum und Geheimhaltung, sobald die erste übernommen ist.
daten-uebernommen = Übernommen
daten-zeit = Zeit
daten-stand = { $nummer } vom { $tag }
daten-stand-gesperrt = { $nummer } vom { $tag }, gesperrt
daten-fruehere = Weitere Datenstände
daten-alter-neu = aus diesem Monat
daten-alter-monate = { $anzahl ->
        [one] vor einem Monat
       *[other] vor { $anzahl } Monaten
    }
daten-alter-jahre = vor { $anzahl } Jahren
daten-gesperrt = gesperrt
daten-grenzen = Gebietsstände
daten-grenzen-leer = Hier stehen die Grenzen der Quartiere, sobald die erste Geometriedatei übernommen ist.
daten-fassung = Fassung
daten-gueltig = Gültig
daten-gueltig-seit = seit { $von }
daten-gueltig-von-bis = { $von } bis { $bis }

bringen-titel = Datei bringen
bringen-leit = Die Datei wird zuerst nur geprüft. Sie sehen jeden Fehler mit Zeile und Spalte und entscheiden dann.
bringen-datei = Datei
bringen-hinweis = Tabellen nach Gebieten oder Gitterzellen und Listen von Gebieten: CSV, XLSX, ODS. Geometrien: GeoJSON, GeoPackage, Shapefile (ZIP).
bringen-pruefen = Prüfen
bringen-nichts = Mit dem Prüfen ist noch nichts übernommen.
bringen-wartend = Gebracht und noch nicht übernommen
bringen-leere-datei = Die Datei ist leer.
bringen-keine-datei = Wählen Sie eine Datei aus.

pruefung-gut = Diese Datei können Sie übernehmen
pruefung-gut-leit = Alles ist lesbar und passt zu den Gebieten der Stadt. Noch ist nichts übernommen.
pruefung-schlecht = Diese Datei können Sie so nicht übernehmen
pruefung-schlecht-leit = { $anzahl ->
        [one] Ein Fehler steht dagegen.
       *[other] { $anzahl } Fehler stehen dagegen.
    } Noch ist nichts übernommen.
pruefung-leer = In dieser Datei steht nichts, was zu den Gebieten der Stadt passt
pruefung-leer-leit = Ordnen Sie unten die Spalten zu. Noch ist nichts übernommen.
pruefung-hinweise = Prüfhinweise
pruefung-csv = Hinweise als CSV
pruefung-annehmen = Übernehmen
pruefung-annehmen-knopf = Datei übernehmen
pruefung-aendern = Zuordnung ändern
pruefung-neu = Neu prüfen
pruefung-verwerfen = Datei verwerfen
pruefung-kein-profil = kein bekanntes Profil
pruefung-erste-zeilen = Die ersten Zeilen von { $datei }
pruefung-gelesen = { $datei }, gelesen als: { $profil }
pruefung-schutz = Geheimhaltung
pruefung-schutz-profil = wie das Profil sagt: { $schutz }
pruefung-schutz-keiner = ungeschützt: nur für die Statistikstelle
pruefung-schutz-5 = ungeschützt, öffentliche Fassung mit 5er-Rundung
pruefung-schutz-10 = ungeschützt, öffentliche Fassung mit 10er-Rundung
pruefung-nutzung = Freigegeben für

zuordnung-titel = Was steht in welcher Spalte?
zuordnung-hinweis = Die Zuordnung wird gemerkt. Die nächste Datei dieser Art wird daran erkannt.
zuordnung-nichts = nicht übernehmen
zuordnung-schluessel = Schlüssel des Gebiets

gebiete-code = Kurzname der Ebene
gebiete-name = Name der Ebene
gebiete-ab = Gültig ab
gebiete-bis = Gültig bis

bilanz-zeilen = { $anzahl ->
        [one] Zeile gelesen
       *[other] Zeilen gelesen
    }
bilanz-gebiete = { $anzahl ->
        [one] Gebiet zugeordnet
       *[other] Gebiete zugeordnet
    }
bilanz-fehler = { $anzahl ->
        [one] Fehler
       *[other] Fehler
    }
bilanz-warnungen = { $anzahl ->
        [one] Warnung
       *[other] Warnungen
    }
bilanz-anmerkungen = { $anzahl ->
        [one] Anmerkung
       *[other] Anmerkungen
    }

hinweis-ort-zeile = { $datei }, Zeile { $zeile }
hinweis-ort-spalte = { $datei }, Zeile { $zeile }, Spalte { $spalte }
hinweis-weitere = { $anzahl ->
        [one] Ein weiterer Hinweis steht in der CSV-Datei.
       *[other] { $anzahl } weitere Hinweise stehen in der CSV-Datei.
    }

finding-no-area-version = Die Stadt hat noch keine Gebiete.
    .suggestion = Bringen Sie zuerst die Geometrie der Gebiete; dann lassen sich Tabellen zuordnen.
finding-file-known-already = Genau diese Datei ist schon übernommen: Datenstand { $number }.
    .suggestion = Nichts zu tun. Wenn Sie eine berichtigte Fassung haben, bringen Sie diese.

meldung-uebernommen = Die Datei ist übernommen.
meldung-gebiete-uebernommen = Die Gebiete sind übernommen.
meldung-verworfen = Die Datei ist verworfen. Nichts von ihr ist geblieben.
pruefung-stichtag-hinweis = Nur wenn die Datei ihn nicht nennt: 31.12.2024, 2024h2 oder 2024.
