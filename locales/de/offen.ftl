## Offene Daten: Dateien und Schnittstellen

spalte-code = Schlüssel
    .sinn = Schlüssel des Gebiets, wie ihn die Stadt führt. Die Zeile ohne Schlüssel ist die ganze Stadt.
spalte-name = Gebiet
    .sinn = Name des Gebiets.
spalte-period = Zeit
    .sinn = Stichtag eines Bestands oder Zeitraum einer Bewegung: Tag, Monat, Quartal (q), Halbjahr (h) oder Jahr.
spalte-measure = Merkmal (Kennung)
    .sinn = Kennung des Merkmals, in allen Städten dieselbe.
spalte-value = Wert
    .sinn = Der Wert, nicht weiter gerundet als die Geheimhaltung verlangt. Leer heißt nie null: Warum kein Wert da ist, sagt der Zustand.
spalte-state = Zustand
    .sinn = value: Wert vorhanden; zero: genau null; suppressed: es gibt einen Wert, er wird nicht gezeigt; missing: keine Angabe.
spalte-unreliable = unsicher
    .sinn = Ob die Quelle den Wert als wenig verlässlich kennzeichnet.
spalte-low = Spanne von
    .sinn = Untere Grenze, innerhalb der der Wert wahrscheinlich liegt.
spalte-high = Spanne bis
    .sinn = Obere Grenze, innerhalb der der Wert wahrscheinlich liegt.
spalte-city = Wert der Stadt
    .sinn = Dasselbe Merkmal für die ganze Stadt.
spalte-city-state = Zustand des Stadtwerts
    .sinn = Wie der Zustand, für den Wert der Stadt.
spalte-number = Datenstand
    .sinn = Nummer des neuesten Datenstands, aus dem der Wert berechnet ist.
spalte-area-version = Fassung der Grenzen
    .sinn = Fassung der Gebietsgrenzen, für die der Wert gilt.
spalte-eingang = Gespeicherte Anzahl, aus der der Wert berechnet ist.
spalte-zustand-von = Zustand: { $merkmal }

zustand-wert = Wert
zustand-null = genau null

offen-titel = { $merkmal }, { $zeit }: { $stadt }, { $ebene }
offen-titel-quartier = { $gebiet } ({ $stadt }): Reihen
offen-zustaende = Zustände
offen-hinweis = Zum Gebrauch
    .sinn = Die Werte sind gegen Rückschlüsse auf einzelne Menschen geschützt; Summen können deshalb abweichen. Sie beschreiben Gebiete und sind kein Urteil über sie.
offen-blatt-werte = Werte
offen-blatt-herkunft = Herkunft
offen-wovon = Woraus
offen-was = Was
offen-angabe = Angabe
offen-ja = ja
offen-nein = nein

weitergabe-xlsx = XLSX
weitergabe-gpkg = GeoPackage
weitergabe-ogc = OGC API

ogc-titel = Gebiete und Zahlen von { $stadt }
ogc-beschreibung = Hier holen Karten- und Auswertungsprogramme die Gebiete der Stadt mit allen Zahlen, die für sie freigegeben sind: OGC API Features.
ogc-adresse = Adresse für Programme
ogc-als-dokument = Diese Auskunft für Programme
ogc-als-seite = Diese Auskunft als Seite
ogc-sammlungen-titel = Sammlungen
ogc-sammlungen-wozu = Je Ebene mit bekannten Umrissen eine Sammlung: ihre Gebiete mit den Zahlen eines Stichtags.
ogc-sammlung-beschreibung = Gebiete mit Umriss. Ohne andere Angabe gelten die Zahlen für den neuesten Tag; mit datetime lässt sich ein anderer wählen. Neben jeder Zahl steht ihr Zustand: value (Wert), zero (genau null), suppressed (nicht gezeigt), missing (keine Angabe).
ogc-api-titel = Beschreibung der Schnittstelle
ogc-api-wozu = Alle Adressen mit dem, was sie geben und was sich dabei wählen lässt.
ogc-konformitaet-titel = Eingehaltene Standards
ogc-konformitaet-wozu = Die Konformitätsklassen, auf die sich Programme verlassen können.
ogc-masterportal-titel = Masterportal
ogc-masterportal-wozu = Die Sammlungen als Einträge für die services.json eines Masterportals.
ogc-kennung = Kennung
ogc-zeitraum = Tage mit Zahlen
ogc-systeme = Bezugssysteme
ogc-gebiete = Gebiete ansehen
ogc-gebiet-beschreibung = Alle freigegebenen Zahlen dieses Gebiets an einem Tag, wie Programme sie bekommen.
ogc-profil = Zum Profil
ogc-tag = Tag
ogc-weiter = Weitere Gebiete
ogc-zurueck = Vorige Gebiete
ogc-treffer = { $anzahl ->
        [one] Ein Gebiet passt zur Anfrage.
       *[other] { $anzahl } Gebiete passen zur Anfrage.
    }
ogc-keine = Zu dieser Anfrage gibt es hier kein Gebiet.
ogc-leer = Sobald Umrisse und freigegebene Zahlen da sind, stehen sie hier.
ogc-unbekannt = Die Angabe „{ $name }“ gibt es hier nicht. Welche es gibt, steht in der Beschreibung der Schnittstelle.
ogc-ungueltig = Der Wert von „{ $name }“ ist nicht zu verstehen oder steht zweimal da.
ogc-nicht-da = Das gibt es hier nicht, oder nicht für Sie.

offen-spalten = Spalten erklärt
offen-schnittstellen = Für Programme
offen-schnittstellen-leit = Unter jeder Seite des Atlas stehen ihre Zahlen als Datei. Wer sie regelmäßig braucht, fragt sie hier ab.
offen-ogc = Gebiete mit Umriss und Zahlen für Karten und Geoinformationssysteme, etwa QGIS oder ein Masterportal.
offen-openapi = Alle Adressen, unter denen es Daten gibt, mit Angaben und Antworten.

ogc-zahlen = Zahlen
ogc-filter = jede Eigenschaft
ogc-filter-wozu = Nur Gebiete, deren Eigenschaft genau so ist, etwa code=07 oder population_status=suppressed.
ogc-weg-start = Was es hier gibt, und wo.
ogc-weg-api = Diese Schnittstelle in OpenAPI 3.0.
ogc-weg-conformance = Welche Standards eingehalten werden.
ogc-weg-services-json = Die Sammlungen als Ebenen für die services.json eines Masterportals.
ogc-weg-collections = Die Ebenen mit bekannten Umrissen.
ogc-weg-collections-ebene = Eine Ebene.
ogc-weg-collections-ebene-items = Gebiete mit Umriss und freigegebenen Zahlen.
ogc-weg-collections-ebene-items-code = Ein Gebiet mit seinen freigegebenen Zahlen.
ogc-angabe-f = json für Programme, html für Menschen; ohne Angabe, wie das Programm es wünscht.
ogc-angabe-sprache = Sprache der Titel und Seiten: de oder en.
ogc-angabe-crs = Bezugssystem der Antwort.
ogc-angabe-datetime = Tag, Zeitpunkt oder Zeitraum (RFC 3339; ein offenes Ende ist .. oder leer). Von den Tagen darin wird der neueste gegeben.
ogc-angabe-properties = Nur diese Eigenschaften, mit Komma dazwischen; eine Zahl kommt mit ihrem Zustand.
ogc-angabe-limit = Höchstens so viele Gebiete auf einmal.
ogc-angabe-offset = So viele Gebiete werden übersprungen.
ogc-angabe-bbox = Nur Gebiete, die diesen Ausschnitt berühren: vier Zahlen mit Komma dazwischen.
ogc-angabe-bbox-crs = Bezugssystem des Ausschnitts.

spalte-class = Merkmale eines Ankunftsquartiers
    .sinn = clear: deutliche Merkmale; some: einzelne; none: keine auffälligen. Verglichen wird nur innerhalb der Stadt. Leer, wenn das Gebiet nicht verglichen wird.
spalte-excluded = nicht verglichen, weil
    .sinn = Kennung des Grundes, aus dem das Gebiet nicht verglichen wird; sonst leer.
spalte-probability = Wahrscheinlichkeit
    .sinn = Anteil (0 bis 1) der Ziehungen, in denen das Gebiet dazuzählt, wenn nur die Unschärfe der Daten schwankt.
spalte-variants = Rechenvarianten
    .sinn = Anteil (0 bis 1) der Varianten unserer eigenen Festlegungen, in denen das Gebiet dazuzählt.
spalte-phase = Phase
    .sinn = traditional: langjährig; new: neu; emerging: entstehend; former: früher; unknown: Dauer nicht zu sagen; none: nein.
spalte-since = seit
    .sinn = Erster Zeitraum, seit dem das Gebiet ohne Unterbrechung dazuzählt.
spalte-dimension = Rate in der Einheit, die der Spaltentitel nennt; aus ihr folgen die Merkmale. Zählt sie Ereignisse, ist sie ein Mittel über das Zeitfenster der Auswertung.
