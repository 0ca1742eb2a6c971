## Worte der Bausteine

art-info = Hinweis
art-erfolg = Erledigt
art-warnung = Achtung
art-fehler = Fehler
hinweis-fehler = Fehler
hinweis-warnung = Warnung
hinweis-anmerkung = Anmerkung
freiwillig = (freiwillig)
fehlerliste-titel = { $zahl ->
    [one] Eine Angabe fehlt oder passt nicht
   *[other] { $zahl } Angaben fehlen oder passen nicht
}
anzeigen = Anzeigen
absenden = Absenden
abbrechen = Abbrechen
bild-daten = Dieselben Zahlen:
so-lesen = So lesen Sie das
was-heisst-das = Was heißt das?
wie-berechnet = Wie wird das berechnet?
blaettern = Blättern
seite-zurueck = Vorige
seite-weiter = Nächste
seiten-stand = { $von } bis { $bis } von { $alle }
tabelle = Tabelle
karte = Karte
karte-bewegen = Interaktive Karte
karte-fehler = Die Karte konnte nicht geladen werden. Die Zeichnung zeigt dasselbe.
karte-naeher = Näher heran
karte-weiter = Weiter weg
ansicht = Ansicht

## Beispiele der Galerie

galerie-titel = Bausteine der Seiten
galerie-leit = Jeder Baustein steht hier mit einem Beispiel, wie ihn Seiten verwenden.
beispiel-stadt-wert = Musterstadt { $wert }
beispiel-einwohner = Einwohner
beispiel-ohne-pass = ohne deutschen Pass
beispiel-zugezogen = aus dem Ausland zugezogen
beispiel-kurz-hier = weniger als fünf Jahre hier
beispiel-von-tausend = von 1.000 im Jahr
beispiel-tabelle = Drei Teile, drei Lagen
beispiel-teil = Teil
beispiel-linie = Anteil der Menschen ohne deutschen Pass, 2012 bis 2024
beispiel-lesen = Von 100 Menschen, die hier wohnen, haben 45 keinen deutschen Pass. Die Zahl lenkt Aufmerksamkeit; sie ist kein Urteil.
beispiel-feld = Name des Quartiers
    .hinweis = Wie er im Stadtplan steht.
beispiel-stichtag = Stichtag
    .fehler = Den 31.13.2020 gibt es nicht. Schreiben Sie den Tag so: 31.12.2020.
beispiel-hindernis = Was hindert gerade?
beispiel-merkmal = Merkmal
beispiel-datei = Datei wählen
    .hinweis = CSV oder Excel, höchstens 50 MB.
beispiel-meldung = Das sollten Sie wissen.
    .text = Der Rest des Satzes sagt, was zu tun ist.
beispiel-fortschritt = Gebiet 4 von 18 wird berechnet
beispiel-leer = Hier stehen die Datensätze Ihrer Stadt. Noch ist keiner da.
beispiel-marke = nur Koordination
beispiel-hinweis = Zwei Zeilen für dasselbe Gebiet.
    .text = 06010102 steht zweimal da, mit verschiedenen Werten.
    .ort = ewr_2020h2.csv, Spalte 1.
beispiel-gelesen = Zeilen gelesen
