## Words of the components

art-info = Note
art-erfolg = Done
art-warnung = Attention
art-fehler = Error
hinweis-fehler = Error
hinweis-warnung = Warning
hinweis-anmerkung = Remark
freiwillig = (optional)
fehlerliste-titel = { $zahl ->
    [one] One entry is missing or does not fit
   *[other] { $zahl } entries are missing or do not fit
}
anzeigen = Show
absenden = Send
abbrechen = Cancel
bild-daten = The same figures:
so-lesen = How to read this
was-heisst-das = What does this mean?
wie-berechnet = How is this computed?
blaettern = Pages
seite-zurueck = Previous
seite-weiter = Next
seiten-stand = { $von } to { $bis } of { $alle }
tabelle = Table
karte = Map
karte-bewegen = Interactive map
karte-fehler = The map could not be loaded. The drawing shows the same.
karte-naeher = Zoom in
karte-weiter = Zoom out
ansicht = View

## Examples of the gallery

galerie-titel = Components of the pages
galerie-leit = Every component stands here with an example of how pages use it.
beispiel-stadt-wert = Musterstadt { $wert }
beispiel-einwohner = Residents
beispiel-ohne-pass = without a German passport
beispiel-zugezogen = moved in from abroad
beispiel-kurz-hier = less than five years here
beispiel-von-tausend = of 1,000 a year
beispiel-tabelle = Three parts, three situations
beispiel-teil = Part
beispiel-linie = Share of people without a German passport, 2012 to 2024
beispiel-lesen = Of 100 people who live here, 45 have no German passport. The figure directs attention; it is no verdict.
beispiel-feld = Name of the quarter
    .hinweis = As it stands on the city map.
beispiel-stichtag = Reference date
    .fehler = There is no 31.13.2020. Write the day like this: 31.12.2020.
beispiel-hindernis = What is in the way?
beispiel-merkmal = Characteristic
beispiel-datei = Choose a file
    .hinweis = CSV or Excel, 50 MB at most.
beispiel-meldung = You should know this.
    .text = The rest of the sentence says what to do.
beispiel-fortschritt = Area 4 of 18 is being computed
beispiel-leer = The datasets of your city stand here. There is none yet.
beispiel-marke = coordination only
beispiel-hinweis = Two rows for the same area.
    .text = 06010102 stands there twice, with different values.
    .ort = ewr_2020h2.csv, column 1.
beispiel-gelesen = rows read
