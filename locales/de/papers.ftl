## Papiere: Profil und Bericht als PDF und DOCX

papier-stichwort = Ankunftsquartiere
papier-seite = Seite
papier-seite-von = von
papier-profil = Profil aus dem Atlas ({ $ebene })
papier-lage = { $gebiet } in { $stadt }
papier-lage-text = Karte von { $stadt }; { $gebiet } ist umrandet.
papier-verlauf = Verlauf
papier-reihe-text = Liniendiagramm: { $merkmal }, { $gebiet }. Erster Wert { $anfang }, letzter Wert { $ende }. Alle Werte stehen in der Tabelle unter „Die Reihen in Zahlen“.
papier-zahlen = Die Reihen in Zahlen
papier-mit-anhang = PDF mit Anhang
papier-kennzahlen = Kennzahlen
papier-kennzahlen-tabelle = { $gebiet } neben { $stadt } insgesamt, in Klammern Zeit und Bezug
papier-veraenderung = Veränderung
papier-verlauf-text = Die Linie zeigt, wie sich der Wert verändert hat: Er beginnt bei { $anfang } und endet bei { $ende }.
papier-kein-vergleich = –
papier-quelle = Quelle: { $herausgeber }, { $anzahl ->
        [one] Datenstand
       *[other] Datenstände
    } { $datenstand }. Berechnet mit Ankunft { $version }.
papier-klassen-text = Karte: { $anzahl } Gebiete, eingefärbt nach der Deutlichkeit der Merkmale eines Ankunftsquartiers. Gebiete mit Merkmalen stehen in der Tabelle darunter.
papier-klassen-tabelle = Gebiete mit Merkmalen eines Ankunftsquartiers, in alphabetischer Reihenfolge
papier-berechnung = So ist es berechnet
papier-programm = Berechnet mit Ankunft { $version }.
papier-seite-im-netz = Diese Zahlen als Seite, mit Herkunft und Rechenweg:
papier-bericht-unter = Atlasbericht { $stadt }
papier-bericht-leit = Dieser Bericht zeigt { $anzahl ->
        [one] ein Merkmal
       *[other] { $anzahl } Merkmale
    } auf der Ebene „{ $ebene }“, jedes in seinem neuesten Stand. Die Gebiete stehen in alphabetischer Reihenfolge: Der Bericht lenkt den Blick und bildet keine Rangfolge.
papier-bericht-pdf = Bericht (PDF)
papier-bericht-docx = Bericht (DOCX)
papier-karte-text = Karte: { $merkmal }. { $anzahl } Gebiete, eingefärbt in Klassen. Dieselben Werte stehen in der Tabelle „Alle Gebiete“.
papier-alle-gebiete = Alle Gebiete
papier-tabelle = { $stadt }, { $ebene } in alphabetischer Reihenfolge
papier-anderer-gebietsstand = Für einen älteren Gebietsstand liegen vor und stehen darum nur als Karte: { $merkmale }.
papier-lesen = So lesen Sie Karten und Zahlen

bericht-endung = --out { $datei }: Die Endung sagt, was entsteht. Schreiben Sie .pdf oder .docx.
bericht-kein-ordner = { $ordner }: Diesen Datenordner gibt es nicht.
bericht-keine-kommune = --kommune { $ags }: In diesem Datenordner gibt es keine Kommune mit diesem Schlüssel.
bericht-kein-quartier = --id { $id }: Dieses Gebiet gibt es nicht. Mit --geography nennen Sie eine andere Ebene.
bericht-nichts-frei = Für diese Leserschaft ist noch nichts freigegeben. Mit --as administration entsteht ein Papier für die Verwaltung.
