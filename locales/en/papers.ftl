## Papers: profile and report as PDF and DOCX

papier-stichwort = arrival quarters
papier-seite = Page
papier-seite-von = of
papier-profil = profile from the atlas ({ $ebene })
papier-lage = { $gebiet } in { $stadt }
papier-lage-text = Map of { $stadt }; { $gebiet } is outlined.
papier-verlauf = Over time
papier-reihe-text = Line chart: { $merkmal }, { $gebiet }. First value { $anfang }, last value { $ende }. All values stand in the table under “The series in figures”.
papier-zahlen = The series in figures
papier-mit-anhang = PDF with annex
papier-kennzahlen = Key figures
papier-kennzahlen-tabelle = { $gebiet } beside { $stadt } as a whole, with time and base in brackets
papier-veraenderung = Change
papier-verlauf-text = The line shows how the value has changed: it begins at { $anfang } and ends at { $ende }.
papier-kein-vergleich = –
papier-quelle = Source: { $herausgeber }, data { $anzahl ->
        [one] version
       *[other] versions
    } { $datenstand }. Computed with Ankunft { $version }.
papier-klassen-text = Map: { $anzahl } areas, coloured by how clearly they show the features of an arrival quarter. Areas with features are listed in the table below.
papier-klassen-tabelle = Areas with features of an arrival quarter, in alphabetical order
papier-berechnung = How it is computed
papier-programm = Computed with Ankunft { $version }.
papier-seite-im-netz = These figures as a page, with their origin and computation:
papier-bericht-unter = Atlas report of { $stadt }
papier-bericht-leit = This report shows { $anzahl ->
        [one] one measure
       *[other] { $anzahl } measures
    } at the level “{ $ebene }”, each in its newest state. The areas stand in alphabetical order: the report directs attention and is no ranking.
papier-bericht-pdf = Report (PDF)
papier-bericht-docx = Report (DOCX)
papier-karte-text = Map: { $merkmal }. { $anzahl } areas, coloured by class. The same values stand in the table “All areas”.
papier-alle-gebiete = All areas
papier-tabelle = { $stadt }, { $ebene } in alphabetical order
papier-anderer-gebietsstand = There are figures for earlier boundaries only, which stand as maps alone: { $merkmale }.
papier-lesen = How to read maps and figures

bericht-endung = --out { $datei }: the ending says what is made. Write .pdf or .docx.
bericht-kein-ordner = { $ordner }: there is no such data folder.
bericht-keine-kommune = --kommune { $ags }: this data folder has no city with this key.
bericht-kein-quartier = --id { $id }: there is no such area. Name another level with --geography.
bericht-nichts-frei = Nothing has been released for these readers. With --as administration a paper for the administration is made.
