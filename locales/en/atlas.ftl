## Atlas: where do people arrive?

nav-atlas = Atlas
nav-atlas-wozu = Where people arrive: map, figures and a profile of every quarter.
nav-daten = Data
nav-daten-wozu = Which figures the city has, who they come from and how recent they are.
wert-geheim = not shown
wert-fehlt = no data
wert-je-hundert = { $wert } per 100
wert-je-tausend = { $wert } per 1,000
wert-prozentpunkte = { $wert } percentage points
wert-veraenderung = { $wert }%

formel-wie-geliefert = as delivered, not converted
formel-anteil = { $faktor } × ({ $teil }) ÷ ({ $ganzes })

schutz-runden-5 = rounded to multiples of 5
schutz-runden-10 = rounded to multiples of 10
schutz-bereits = protected by { $stelle }: { $regel }
schutz-ungeschuetzt = unprotected, for the statistics office alone

nutzung-statistics-office = statistics office
nutzung-administration = administration
nutzung-programme = programme
nutzung-public = public

quelle-zeile = { $herausgeber }, { $anzahl ->
        [one] data state
       *[other] data states
    } { $datenstand } of { $tag }, { $schutz }, released for: { $nutzung }, licence { $lizenz }
quelle-herausgeber-fehlt = publisher not named
quelle-lizenz-fehlt = not named

wann-stichtag = on { $zeit }
wann-jahr = in { $zeit }
wann-zeitraum = in { $zeit }
wann-zeitraum-bis = in the time up to { $zeit }

atlas-titel = Where people arrive
atlas-leit = { $merkmal } { $wann }: it is { $wert } in { $stadt } as a whole. In half of the { $anzahl ->
        [one] areas
       *[other] { $anzahl } areas
    } the value lies between { $von } and { $bis }.
atlas-leit-ohne-stadt = { $merkmal } { $wann }: In half of the { $anzahl } areas whose value is shown it lies between { $von } and { $bis }.
atlas-leit-verborgen = { $merkmal } { $wann }: No value is shown for { $stadt } as a whole.
atlas-leit-kurz = { $merkmal } { $wann }: it is { $wert } in { $stadt } as a whole.
atlas-leer = Nothing has been released for your view yet.
atlas-leer-schritt = Bring a file
atlas-karte = Map: { $merkmal }, { $zeit }
atlas-karte-text = { $anzahl } areas, coloured in { $klassen } classes. The same values stand in the table below.
atlas-tabelle = { $merkmal }, { $zeit } ({ $ebene })
atlas-ebene = Level
atlas-merkmal = Measure
atlas-stichtag = Reference date
atlas-zeit = Time
atlas-klassen = Classes
atlas-zeigen = Show
atlas-gebiet = Area
atlas-wert = Value
atlas-klasse = Class
atlas-insgesamt = as a whole
atlas-nicht-gezeigt = not shown
atlas-interaktiv = Interactive map
atlas-interaktiv-fehler = The map could not be loaded. The drawn map stays.
atlas-naeher = Zoom in
atlas-weiter = Zoom out
atlas-zum-atlas = Go to the atlas
atlas-lesen = How to read the map
atlas-lesen-anteil = A share says how many of a hundred are meant. Beside it stands how many people it refers to: where there are few, one family changes the share noticeably.
atlas-lesen-anzahl = A count is larger in large areas. To compare areas, choose a share.
atlas-lesen-klassen = Classes group the areas so that the map can be read. Other classes make another picture; the values in the table stay the same.
atlas-lesen-schraffur = Where the legend says “not shown” there is no value to be seen. That is neither zero nor little. The patterns of the other classes only help to tell them apart without colours.
atlas-woher = How do we know?
atlas-nur-intern = not public
atlas-vergleichen = Compare quarters
atlas-karte-titel = Map

klassen-quantile = equally many areas
klassen-equal = equal steps
klassen-natural = natural breaks
klassen-deviation = distance from the mean

klasse-unter = below { $bis }
klasse-von-bis = { $von } to below { $bis }
klasse-ab = { $von } and more
klasse-alle = { $von } to { $bis }

profil-einwohner-seit = { $wert } since { $jahr }
profil-stadt = { $stadt } { $wert }
profil-n = of { $anzahl }
profil-leit-anteil = { $anteil } have no German passport; in { $stadt } it is { $stadtwert }.
profil-leit-anteil-hier = { $anteil } have no German passport.
profil-leit-mehr = Since { $jahr } the share has risen by { $punkte }.
profil-leit-weniger = Since { $jahr } the share has fallen by { $punkte }.
profil-leit-gleich = Since { $jahr } the share has hardly changed.
profil-bruch = break { $jahr }
profil-leit-teile = The { $anzahl } parts of the quarter differ strongly.
profil-leit-einwohner = { $anzahl } people lived here { $wann }.
profil-leit-leer = Nothing about { $gebiet } has been released for your view yet.
profil-teile = Parts of the quarter
profil-teil = Part
profil-teile-tabelle = Parts of { $gebiet }, { $stichtag }
profil-brueche = Where the series are interrupted
profil-brueche-leit = Values before and after an interruption cannot simply be compared.
profil-reihe-tabelle = Table of the series
profil-stichtag = Time
profil-lage = Where it lies
profil-quellen = Sources

vergleich-titel = How quarters differ
vergleich-leit = { $merkmal } { $wann }: in the { $anzahl } areas shown the values go from { $von } to { $bis }; in { $stadt } as a whole it is { $wert }. The order is alphabetical.
vergleich-leit-ohne = { $merkmal } { $wann }: in { $stadt } as a whole it is { $wert }. The order is alphabetical.
vergleich-waehlen = Quarters
vergleich-alle = Without a choice all are shown, but { $anzahl } at most.

quelle-titel = How do we know?
quelle-leit = { $merkmal }, { $gebiet }, { $wann }: { $wert }.
quelle-formel = Formula
quelle-einsetzen = Put in
quelle-datensatz = Dataset
quelle-datenstand = Data state
quelle-herausgeber = Publisher
quelle-datei = File
quelle-pruefsumme = Checksum of the file (SHA-256)
quelle-schutz = Disclosure control
quelle-nutzung = Released for
quelle-konzept = Who is counted
quelle-lizenz = Licence
quelle-grenzen = Boundaries
quelle-profil = Read with profile
quelle-programm = Program version
quelle-definition = Version of the indicator
quelle-berechnung = Computation
quelle-woraus = What the value consists of

daten-titel = Which data we have
daten-leit = { $anzahl ->
        [0] The city has not accepted any data yet.
        [one] One dataset has been accepted.
       *[other] { $anzahl } datasets have been accepted.
    }
daten-leit-bis = { $anzahl ->
        [one] One dataset has been accepted.
       *[other] { $anzahl } datasets have been accepted.
    } The newest figures are of { $stichtag }.
daten-bringen = Bring a file
daten-datensaetze = Datasets
daten-leer = The city's tables stand here with origin, date and disclosure control as soon as the first is accepted.
daten-uebernommen = Accepted
daten-zeit = Time
daten-stand = { $nummer } of { $tag }
daten-stand-gesperrt = { $nummer } of { $tag }, withdrawn
daten-fruehere = More data states
daten-alter-neu = of this month
daten-alter-monate = { $anzahl ->
        [one] a month ago
       *[other] { $anzahl } months ago
    }
daten-alter-jahre = { $anzahl } years ago
daten-gesperrt = withdrawn
daten-grenzen = Boundaries
daten-grenzen-leer = The boundaries of the quarters stand here as soon as the first geometry file is accepted.
daten-fassung = Version
daten-gueltig = Valid
daten-gueltig-seit = since { $von }
daten-gueltig-von-bis = { $von } to { $bis }

bringen-titel = Bring a file
bringen-leit = The file is only checked at first. You see every fault with line and column, and then decide.
bringen-datei = File
bringen-hinweis = Tables of areas or grid cells, and lists of areas: CSV, XLSX, ODS. Geometries: GeoJSON, GeoPackage, Shapefile (ZIP).
bringen-pruefen = Check
bringen-nichts = Checking accepts nothing yet.
bringen-wartend = Brought and not accepted yet
bringen-leere-datei = The file is empty.
bringen-keine-datei = Choose a file.

pruefung-gut = You can accept this file
pruefung-gut-leit = Everything can be read and fits the areas of the city. Nothing has been accepted yet.
pruefung-schlecht = You cannot accept this file as it is
pruefung-schlecht-leit = { $anzahl ->
        [one] One error stands against it.
       *[other] { $anzahl } errors stand against it.
    } Nothing has been accepted yet.
pruefung-leer = Nothing in this file fits the areas of the city
pruefung-leer-leit = Map the columns below. Nothing has been accepted yet.
pruefung-hinweise = Findings
pruefung-csv = Findings as CSV
pruefung-annehmen = Accept
pruefung-annehmen-knopf = Accept the file
pruefung-aendern = Change the mapping
pruefung-neu = Check again
pruefung-verwerfen = Discard the file
pruefung-kein-profil = no known profile
pruefung-erste-zeilen = The first rows of { $datei }
pruefung-gelesen = { $datei }, read as: { $profil }
pruefung-schutz = Disclosure control
pruefung-schutz-profil = as the profile says: { $schutz }
pruefung-schutz-keiner = unprotected: for the statistics office alone
pruefung-schutz-5 = unprotected, public version rounded to 5
pruefung-schutz-10 = unprotected, public version rounded to 10
pruefung-nutzung = Released for

zuordnung-titel = What does each column hold?
zuordnung-hinweis = The mapping is remembered. The next file of this kind will be recognised by it.
zuordnung-nichts = leave out
zuordnung-schluessel = key of the area

gebiete-code = Short name of the level
gebiete-name = Name of the level
gebiete-ab = Valid from
gebiete-bis = Valid until

bilanz-zeilen = { $anzahl ->
        [one] row read
       *[other] rows read
    }
bilanz-gebiete = { $anzahl ->
        [one] area matched
       *[other] areas matched
    }
bilanz-fehler = { $anzahl ->
        [one] error
       *[other] errors
    }
bilanz-warnungen = { $anzahl ->
        [one] warning
       *[other] warnings
    }
bilanz-anmerkungen = { $anzahl ->
        [one] note
       *[other] notes
    }

hinweis-ort-zeile = { $datei }, line { $zeile }
hinweis-ort-spalte = { $datei }, line { $zeile }, column { $spalte }
hinweis-weitere = { $anzahl ->
        [one] One more finding stands in the CSV file.
       *[other] { $anzahl } more findings stand in the CSV file.
    }

finding-no-area-version = The city has no areas yet.
    .suggestion = Bring the geometry of the areas first; then tables can be matched.
finding-file-known-already = This very file has been accepted already: data state { $number }.
    .suggestion = Nothing to do. If you have a corrected version, bring that one.

meldung-uebernommen = The file has been accepted.
meldung-gebiete-uebernommen = The areas have been accepted.
meldung-verworfen = The file is discarded. Nothing of it has stayed.
pruefung-stichtag-hinweis = Only if the file does not say it: 31.12.2024, 2024h2 or 2024.
