## Ankunftsquartiere: Klassen für alle, die Liste für die Koordination

ankunft-titel = Ankunftsquartiere
ankunft-merkmal = Ankunftsquartiere
ankunft-nur-koordination = nicht öffentlich
ankunft-methode = Wie wird das berechnet?
ankunft-zur-liste = Liste mit Wahrscheinlichkeiten
ankunft-oeffentlich = Was davon öffentlich ist
ankunft-wird-gerechnet = Die Auswertung wird gerade gerechnet. Laden Sie die Seite in einem Augenblick neu.

ankunft-leit = { $anzahl ->
    [0] In keinem der { $alle } verglichenen Gebiete in { $stadt } zeigen sich deutliche Merkmale eines Ankunftsquartiers.
    [one] In einem von { $alle } Gebieten in { $stadt } zeigen sich deutliche Merkmale eines Ankunftsquartiers: Dort kommen hohe Werte zusammen ({ $dimensionen }).
   *[other] In { $anzahl } von { $alle } Gebieten in { $stadt } zeigen sich deutliche Merkmale eines Ankunftsquartiers: Dort kommen hohe Werte zusammen ({ $dimensionen }).
}
ankunft-leit-liste = { $anzahl ->
    [0] Keines der { $alle } verglichenen Gebiete fällt auf: Nirgends kommen hohe Werte zusammen ({ $dimensionen }).
    [one] Eines von { $alle } Gebieten fällt auf: Dort kommen hohe Werte zusammen ({ $dimensionen }).
   *[other] { $anzahl } von { $alle } Gebieten fallen auf: Dort kommen hohe Werte zusammen ({ $dimensionen }).
}
ankunft-leit-neu = { $anzahl ->
    [0] Keines davon fällt erst seit weniger als zehn Jahren auf.
    [one] Eines davon fällt erst seit weniger als zehn Jahren auf.
   *[other] { $anzahl } davon fallen erst seit weniger als zehn Jahren auf.
}

ankunft-klasse-clear = deutliche Merkmale
ankunft-klasse-clear-kurz = deutlich
ankunft-klasse-some = einzelne Merkmale
ankunft-klasse-some-kurz = teilweise
ankunft-klasse-none = keine auffälligen Merkmale
ankunft-klasse-none-kurz = keine
ankunft-nicht-verglichen = nicht verglichen
ankunft-nicht-population-below-minimum = nicht verglichen: unter { $mindestens } Menschen
ankunft-nicht-no-population = nicht verglichen: keine Einwohnerzahl
ankunft-nicht-nothing-to-compare = nicht verglichen: nichts, was die Gebiete unterscheidet
ankunft-ohne-zahl = nicht verglichen: keine Zahl für { $dimension }

ankunft-dimension-arrivals-abroad = Zuzug aus dem Ausland
ankunft-dimension-foreigners = Ausländeranteil
ankunft-dimension-turnover = Fluktuation

ankunft-weg-arrivals_abroad = Zuzüge aus dem Ausland je 1.000 Menschen und Jahr, Mittel aus { $jahre ->
    [one] einem Jahr
   *[other] { $jahre } Jahren
}
ankunft-weg-arrivals_abroad_rate = Zuzüge aus dem Ausland je 1.000 Menschen und Jahr, wie geliefert
ankunft-weg-foreigners = Menschen ohne deutschen Pass in Prozent aller Menschen
ankunft-weg-share_foreigners = Anteil der Menschen ohne deutschen Pass, wie geliefert
ankunft-weg-share_foreigners_mss = Anteil der Menschen ohne deutschen Pass, wie geliefert (Monitoring Soziale Stadtentwicklung)
ankunft-weg-share_foreigners_census = Anteil der Menschen ohne deutschen Pass, wie geliefert (Zensus)
ankunft-weg-migration_background = Menschen mit Migrationshintergrund in Prozent aller Menschen, weil keine Zahl der Menschen ohne deutschen Pass vorliegt
ankunft-weg-share_migration_background = Anteil der Menschen mit Migrationshintergrund, weil keine Zahl der Menschen ohne deutschen Pass vorliegt
ankunft-weg-moves = Zu- und Fortzüge je 100 Menschen und Jahr, Mittel aus { $jahre ->
    [one] einem Jahr
   *[other] { $jahre } Jahren
}
ankunft-weg-arrivals_and_departures = Zuzüge und Fortzüge je 100 Menschen und Jahr, Mittel aus { $jahre ->
    [one] einem Jahr
   *[other] { $jahre } Jahren
}
ankunft-weg-turnover = Zu- und Fortzüge je 100 Menschen und Jahr, wie geliefert
ankunft-weg-migration_volume = Wanderungsvolumen je 100 Menschen und Jahr, wie geliefert
ankunft-weg-resident_under_5_years = Menschen mit weniger als fünf Jahren Wohndauer in Prozent, weil keine Umzüge vorliegen
ankunft-weg-resident_under_1_to_4_years = Menschen mit weniger als fünf Jahren Wohndauer in Prozent, weil keine Umzüge vorliegen
ankunft-weg-resident_over_5_years = Anteil mit weniger als fünf Jahren Wohndauer, weil keine Umzüge vorliegen
ankunft-weg-fehlt = nicht dabei, weil keine Zahlen freigegeben sind

ankunft-tabelle = { $ebene }, { $zeit }, in alphabetischer Reihenfolge
ankunft-tabelle-rang = Alle Gebiete ({ $ebene }, { $zeit }), die sichersten zuerst
ankunft-karte = Karte: Merkmale von Ankunftsquartieren, { $zeit }
ankunft-karte-text = { $anzahl } Gebiete, eingefärbt nach der Deutlichkeit der Merkmale. Dasselbe steht in der Tabelle.
ankunft-spalte-klasse = Merkmale eines Ankunfts­quartiers
ankunft-spalte-phase = seit wann
ankunft-spalte-sicherheit = dabei trotz Unschärfe
ankunft-spalte-varianten = dabei bei anderen Festlegungen
ankunft-spalte-rang = Rang
ankunft-spalte-index = Index
ankunft-spalte-punkte = Punkte
ankunft-spalte-verfahren = Verfahren

ankunft-phase-traditional = langjährig
ankunft-phase-new = neu
ankunft-phase-emerging = entstehend
ankunft-phase-former = früher, heute nicht mehr
ankunft-phase-unknown = Dauer nicht zu sagen
ankunft-phase-none = nein
ankunft-seit = { $phase }, seit { $jahr }
ankunft-seit-mindestens = { $phase }, schon { $jahr }
ankunft-getragen = Werte vor der Gebietsänderung umgerechnet

ankunft-von-hundert = { $anzahl } von 100
ankunft-rechenvarianten = Varianten:
ankunft-rang = { $rang } ({ $von } bis { $bis })
ankunft-rang-sicher = { $rang }
ankunft-rang-worte = Rang { $von } bis { $bis }
ankunft-rang-worte-sicher = Rang { $rang }

ankunft-verfahren-conjunctive = alle Merkmale zugleich hoch
ankunft-verfahren-zsum = Summe der Abweichungen
ankunft-verfahren-points = Quintilpunkte
ankunft-verfahren-conjunctive-kurz = zugleich hoch
ankunft-verfahren-zsum-kurz = Summe
ankunft-verfahren-points-kurz = Punkte
ankunft-verfahren-stand = { $anzahl } von { $alle }: { $verfahren }
ankunft-verfahren-alle = { $anzahl } von { $alle }

ankunft-liste = Die sichersten zuerst
ankunft-liste-leer = Kein Gebiet fällt in mindestens zwei Verfahren auf.
ankunft-woran = Woran gemessen wird
ankunft-wie-gerechnet = Wie gerechnet wurde: Formel, Parameter, Startzahl
ankunft-formel = Formel
ankunft-formel-text = Jede Rate wird im Vergleich der Gebiete standardisiert (z, Standardabweichung der Grundgesamtheit). Gezählt wird ein Gebiet, wenn mindestens zwei Verfahren es zählen: jedes z mindestens { $schwelle }; Summe der z geteilt durch ihre Standardabweichung über 1 und kein z unter 0; mindestens 80 % der erreichbaren Quintilpunkte.
ankunft-verfahren = Verfahren
ankunft-verglichen = Verglichen
ankunft-verglichen-text = { $n } von { $alle } Gebieten
ankunft-zeitraum = Zeitraum
ankunft-zeitraum-text = { $von } bis { $bis }, { $anzahl } Zeitpunkte
ankunft-rauschen = Unschärfe der Daten
ankunft-rauschen-round = Rundung auf Vielfache von { $wert }
ankunft-rauschen-cell-key = Cell-Key-Methode (größte Abweichung, Varianz: { $wert }; angenommen, nicht veröffentlicht)
ankunft-rauschen-none = keine bekannt; das Spiel mit der Unschärfe entfällt
ankunft-ziehungen = Durchläufe
ankunft-ziehungen-text = { $anzahl }, Startzahl { $startzahl }
ankunft-varianten = Rechenvarianten
ankunft-bruecke = Gebietsänderung
ankunft-bruecke-text = Werte bis { $bis } sind auf die heutigen Gebiete umgerechnet, nach Flächenanteilen oder einer Liste der Stadt. Bei geteilten oder zusammengelegten Gebieten ist das eine Schätzung.
ankunft-luecke = Lücke
ankunft-luecke-text = zwischen { $von } und { $bis } fehlen Zeitpunkte
ankunft-gerechnet = Gerechnet am
ankunft-programm = Programm
ankunft-pruefsumme = Prüfsumme der Eingaben

ankunft-lesen-klassen = „Deutliche Merkmale“ heißt: Mindestens zwei von drei Verfahren zählen das Gebiet dazu. Bei „einzelnen Merkmalen“ ist es eines. Verglichen wird nur innerhalb der Stadt.
ankunft-lesen-urteil = Die Zahlen lenken Aufmerksamkeit; sie sind kein Urteil über ein Quartier und die Menschen dort.
ankunft-lesen-ziehungen = „93 %“ heißt: So oft zählt das Gebiet dazu, wenn man die Unschärfe der Daten nachspielt; 0 % heißt, dass es nie dazuzählt.
ankunft-lesen-ohne-rauschen = Über die Unschärfe der Daten ist nichts bekannt. „Dabei trotz Unschärfe“ sagt deshalb nur, ob das Gebiet dazuzählt oder nicht.
ankunft-lesen-varianten = „88 von 100“ Varianten heißt: So oft zählt es dazu, wenn wir Schwellen, Gewichte und Zeitraum anders wählen.
ankunft-lesen-rang = Der Rang ordnet nach der Summe der Abweichungen; in Klammern steht, zwischen welchen Rängen er bei neun von zehn Durchläufen liegt.

ankunft-nicht-veroeffentlicht = Öffentlich sind nur die Klassen auf der Karte und in der Tabelle.
ankunft-veroeffentlicht = Öffentlich sind auch „dabei trotz Unschärfe“, „dabei bei anderen Festlegungen“ und „seit wann“. Ränge bleiben intern.
ankunft-veroeffentlichen = Wahrscheinlichkeiten und „seit wann“ veröffentlichen
ankunft-zuruecknehmen = Nur noch Klassen zeigen

auftrag-einschaetzen = Ankunftsquartiere neu berechnen
auftrag-schritt-einschaetzen = Unschärfe der Daten wird nachgespielt
auftrag-zu-den-quartieren = Zu den Ankunftsquartieren
aktion-arrival-publish = mehr als Klassen veröffentlicht
aktion-arrival-unpublish = Veröffentlichung zurückgenommen
aktion-derived-keep = Auswertung gerechnet

ankunft-merkmal-quartier = Ankunftsquartier?
ankunft-satz-clear = Deutliche Merkmale eines Ankunftsquartiers, { $zeit }: { $anzahl } von { $alle } Verfahren zählen das Gebiet dazu.
ankunft-satz-some = Einzelne Merkmale eines Ankunftsquartiers, { $zeit }: { $anzahl } von { $alle } Verfahren zählt das Gebiet dazu.
ankunft-satz-none = Keine auffälligen Merkmale eines Ankunftsquartiers, { $zeit }: Keines der { $alle } Verfahren zählt das Gebiet dazu.
ankunft-rate-z = { $rate }; Abstand vom Mittel der Gebiete: { $z } Standardabweichungen

ankunft-art = Vorschlag zur Art des Quartiers
ankunft-art-inner-city = Innenstadtquartier
ankunft-art-peripheral-estate = Siedlung am Stadtrand
ankunft-art-new-building = Neubaugebiet
ankunft-art-accommodation = Quartier mit großer Unterkunft
ankunft-art-unklar = unklar; die Zeichen reichen nicht oder widersprechen sich
ankunft-art-dafuer = dafür spricht
ankunft-art-dagegen = dagegen spricht
ankunft-zeichen-is-central = gehört zur Innenstadt
ankunft-zeichen-distance = Entfernung zur Mitte: das { $wert }-Fache des Mittels
ankunft-zeichen-density = Dichte: das { $wert }-Fache der Stadt
ankunft-zeichen-old-buildings = { $wert } % der Gebäude von vor 1949
ankunft-zeichen-postwar-buildings = { $wert } % der Gebäude von 1949 bis 1990
ankunft-zeichen-new-buildings = { $wert } % der Gebäude aus den letzten zehn Jahren
ankunft-zeichen-large-buildings = { $wert } % der Wohnungen in großen Häusern
ankunft-zeichen-net-migration = Saldo der Zu- und Fortzüge: { $wert } je 100 und Jahr
ankunft-zeichen-growth = größtes Wachstum in einem Jahr: { $wert } %
ankunft-zeichen-foreign-growth = { $wert } % dieses Wachstums ohne deutschen Pass
ankunft-zeichen-short-residence = kurze Wohndauer: { $wert } Prozentpunkte über der Stadt
ankunft-zeichen-accommodation = { $wert } % wohnen in einer Unterkunft
ankunft-entschieden = Was entschieden wurde
