# Spannen, Gitterzellen und Gebiete ohne Umrisse.

spanne = von { $von } bis { $bis }
spanne-titel = Spanne
spanne-wahrscheinlich = Wahrscheinlich { $spanne }: in neun von zehn Fällen. Sicher ist das nicht.
spanne-woher = Woher die Spanne kommt
spanne-grundlage = Summe aus Gitterzellen von { $breite } m, { $verfahren ->
        [centre] jede dem Gebiet ihres Mittelpunkts zugeordnet
       *[area-share] jede nach ihrer Fläche verteilt
    }. Die Ämter verändern Werte zum Schutz; angenommen ist höchstens { $rauschen } je Zelle. Nicht veröffentlichte Zellen zählen von 0 bis { $verdeckt }. Fehler am Rand der Gebiete sind nicht enthalten.
atlas-lesen-spanne = „von … bis …“ sagt, wo die Zahl wahrscheinlich liegt, weil sie aus geschützten Gitterzellen zusammengesetzt ist. Zwei Gebiete, deren Spannen sich überdecken, unterscheiden sich vielleicht gar nicht.
atlas-ohne-umrisse = Zu diesen Gebieten gibt es keine Umrisse, deshalb auch keine Karte. Alle Werte stehen in der Tabelle.
gitter-verfahren = Gitterzellen den Gebieten zuordnen
gitter-centre = nach dem Mittelpunkt der Zelle
gitter-area-share = nach dem Anteil der Fläche
gebiete-liste = Liste von Gebieten ohne Umrisse
