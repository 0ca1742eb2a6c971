## Zusammengesetzte Quartiere

zusammen-liste = Alle Quartiere
zusammen-liste-leit = { $anzahl ->
        [one] Ein Quartier.
       *[other] { $anzahl } Quartiere in alphabetischer Reihenfolge.
    }
zusammen-liste-einige = Einige hat die Koordination aus mehreren Gebieten zusammengesetzt; das steht dabei.
zusammen-aus-gebieten = zusammengesetzt aus { $anzahl } Gebieten
zusammen-neu = Quartier zusammensetzen
zusammen-aendern = Zusammensetzung ändern
zusammen-aendern-titel = { $name } ändern
zusammen-leit = Wählen Sie die Gebiete, die zusammen ein Quartier sind. Seine Zahlen werden aus den freigegebenen Zahlen der Gebiete gebildet. Gespeichert wird erst nach der Vorschau.
zusammen-karte = Gebiete auf der Karte
zusammen-karte-text = Ein Klick auf ein Gebiet führt zu seinem Kästchen. Gewählte Gebiete sind umrandet.
zusammen-karte-klick = Ein Klick auf ein Gebiet wählt es oder nimmt es zurück. Mit der Tastatur geht es mit der Leertaste.
zusammen-gewaehlt = gewählt
zusammen-gewaehlt-sind = Gewählt:
zusammen-gebiete = Gebiete
zusammen-vorschau-zeigen = Vorschau
zusammen-vorschau = Vorschau
zusammen-vorschau-leer = Zu diesen { $anzahl } Gebieten ist für Ihre Ansicht noch nichts freigegeben.
zusammen-ohne-namen = neues Quartier
zusammen-name = Name des Quartiers
zusammen-name-hinweis = So, wie die Menschen dort es nennen.
zusammen-grund = Grund
zusammen-grund-hinweis = Warum gehören diese Gebiete zusammen? Der Grund steht auf der Seite des Quartiers.
zusammen-allen-zeigen = Allen zeigen
zusammen-allen-zeigen-hinweis = Sonst sieht nur die Verwaltung das Quartier. Zahlen, die nicht öffentlich sind, sieht auch sonst niemand.
zusammen-speichern = Quartier speichern
zusammen-fehlt-name = Geben Sie dem Quartier einen Namen.
zusammen-name-lang = Der Name ist zu lang. Nehmen Sie höchstens 80 Zeichen.
zusammen-name-vergeben = So heißt schon ein anderes Quartier oder Gebiet. Nehmen Sie einen anderen Namen.
zusammen-grund-lang = Der Grund ist zu lang. Nehmen Sie höchstens 2.000 Zeichen.
zusammen-zu-wenige = Wählen Sie mindestens zwei Gebiete. Ein einzelnes hat schon seine eigene Seite.
zusammen-aufgeben = Quartier aufgeben
zusammen-aufgeben-leit = Es steht dann in keiner Liste mehr. Wer seine Adresse oder eine Fundstelle hat, findet es weiterhin.

zusammen-aus = Zusammengesetzt aus
zusammen-teil-leit = { $anzahl } Gebiete, Fassung { $fassung } vom { $wann }.
zusammen-oeffentlich = Alle sehen dieses Quartier.
zusammen-intern = Nur die Verwaltung sieht dieses Quartier.
zusammen-neueste = Zur heutigen Fassung
zusammen-aufgegeben = Dieses Quartier wird seit { $wann } nicht mehr geführt.
zusammen-gebiet = { $name } ({ $gebiete })
zusammen-gebiet-viele = { $name } (aus { $anzahl } Gebieten)
zusammen-mittel = Mittel der Gebiete, nach Einwohnern gewichtet
zusammen-weg-summe = Anzahlen sind die Summe über die Gebiete
zusammen-weg-mittel = Mittel der Werte der Gebiete, gewichtet mit ihren freigegebenen Einwohnern, weil die Anzahlen hinter dem Anteil nicht vorliegen
zusammen-spanne = Spanne des Quartiers
zusammen-spanne-text = Summe der Spannen seiner Gebiete, also eher zu weit als zu eng

zusammen-stuecke = Die Gebiete hängen nicht zusammen, sie bilden { $anzahl } getrennte Stücke.
zusammen-verborgen = { $merkmal }: kein Wert für das Quartier, weil er für { $gebiete } nicht gezeigt wird oder fehlt.
zusammen-verborgen-grundlage = { $merkmal }: kein Wert für das Quartier, weil Einwohnerzahlen oder Werte der Gebiete nicht gezeigt werden oder fehlen.
zusammen-ohne-weg = { $merkmale }: lässt sich für mehrere Gebiete zusammen nicht berechnen und steht nur bei den Gebieten.
zusammen-umzuege = Umzüge von einem Gebiet dieses Quartiers in ein anderes zählen mit.
zusammen-beginnt = Die Reihen beginnen mit dem Gebietsstand { $stand }. Vorher waren die Grenzen anders, und das Quartier lässt sich nicht aus ganzen Gebieten bilden.

aktion-composed-make = Quartier zusammengesetzt
aktion-composed-change = Zusammensetzung eines Quartiers geändert
aktion-composed-retire = Zusammengesetztes Quartier aufgegeben
