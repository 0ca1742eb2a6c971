## Arrival quarters: classes for everybody, the list for the coordination

ankunft-titel = Arrival quarters
ankunft-merkmal = Arrival quarters
ankunft-nur-koordination = not public
ankunft-methode = How is this computed?
ankunft-zur-liste = List with probabilities
ankunft-oeffentlich = What of this is public
ankunft-wird-gerechnet = This is being computed. Load the page again in a moment.

ankunft-leit = { $anzahl ->
    [0] None of the { $alle } areas compared in { $stadt } clearly shows the marks of an arrival quarter.
    [one] One of { $alle } areas in { $stadt } clearly shows the marks of an arrival quarter: high values come together there ({ $dimensionen }).
   *[other] { $anzahl } of { $alle } areas in { $stadt } clearly show the marks of an arrival quarter: high values come together there ({ $dimensionen }).
}
ankunft-leit-liste = { $anzahl ->
    [0] None of the { $alle } areas compared stands out: nowhere do high values come together ({ $dimensionen }).
    [one] One of { $alle } areas stands out: high values come together there ({ $dimensionen }).
   *[other] { $anzahl } of { $alle } areas stand out: high values come together there ({ $dimensionen }).
}
ankunft-leit-neu = { $anzahl ->
    [0] None of them has begun to stand out within the last ten years.
    [one] One of them has begun to stand out within the last ten years.
   *[other] { $anzahl } of them have begun to stand out within the last ten years.
}

ankunft-klasse-clear = clear marks
ankunft-klasse-clear-kurz = clear
ankunft-klasse-some = some marks
ankunft-klasse-some-kurz = some
ankunft-klasse-none = no notable marks
ankunft-klasse-none-kurz = none
ankunft-nicht-verglichen = not compared
ankunft-nicht-population-below-minimum = not compared: fewer than { $mindestens } people
ankunft-nicht-no-population = not compared: number of residents not known
ankunft-nicht-nothing-to-compare = not compared: nothing tells the areas apart
ankunft-ohne-zahl = not compared: no figure for { $dimension }

ankunft-dimension-arrivals-abroad = arrivals from abroad
ankunft-dimension-foreigners = share of foreign residents
ankunft-dimension-turnover = turnover

ankunft-weg-arrivals_abroad = arrivals from abroad per 1,000 people and year, mean of { $jahre ->
    [one] one year
   *[other] { $jahre } years
}
ankunft-weg-arrivals_abroad_rate = arrivals from abroad per 1,000 people and year, as delivered
ankunft-weg-foreigners = people without a German passport in percent of all people
ankunft-weg-share_foreigners = share of people without a German passport, as delivered
ankunft-weg-share_foreigners_mss = share of people without a German passport, as delivered (Monitoring Soziale Stadtentwicklung)
ankunft-weg-share_foreigners_census = share of people without a German passport, as delivered (census)
ankunft-weg-migration_background = people with a migration background in percent of all people, because there is no figure of people without a German passport
ankunft-weg-share_migration_background = share of people with a migration background, because there is no figure of people without a German passport
ankunft-weg-moves = moves in and out per 100 people and year, mean of { $jahre ->
    [one] one year
   *[other] { $jahre } years
}
ankunft-weg-arrivals_and_departures = arrivals and departures per 100 people and year, mean of { $jahre ->
    [one] one year
   *[other] { $jahre } years
}
ankunft-weg-turnover = moves in and out per 100 people and year, as delivered
ankunft-weg-migration_volume = migration volume per 100 people and year, as delivered
ankunft-weg-resident_under_5_years = people resident for less than five years in percent, because there are no figures of moves
ankunft-weg-resident_under_1_to_4_years = people resident for less than five years in percent, because there are no figures of moves
ankunft-weg-resident_over_5_years = share resident for less than five years, because there are no figures of moves
ankunft-weg-fehlt = not used, because no figures are released

ankunft-tabelle = { $ebene }, { $zeit }, in alphabetical order
ankunft-tabelle-rang = All areas ({ $ebene }, { $zeit }), the surest first
ankunft-karte = Map: marks of arrival quarters, { $zeit }
ankunft-karte-text = { $anzahl } areas, coloured by how clear the marks are. The table says the same.
ankunft-spalte-klasse = marks of an arrival quarter
ankunft-spalte-phase = since when
ankunft-spalte-sicherheit = called despite noise
ankunft-spalte-varianten = called under other choices
ankunft-spalte-rang = rank
ankunft-spalte-index = index
ankunft-spalte-punkte = points
ankunft-spalte-verfahren = methods

ankunft-phase-traditional = long-standing
ankunft-phase-new = new
ankunft-phase-emerging = emerging
ankunft-phase-former = formerly, no longer today
ankunft-phase-unknown = for how long cannot be said
ankunft-phase-none = no
ankunft-seit = { $phase }, since { $jahr }
ankunft-seit-mindestens = { $phase }, already in { $jahr }
ankunft-getragen = figures before the change of areas converted

ankunft-von-hundert = { $anzahl } of 100
ankunft-rechenvarianten = Variants:
ankunft-rang = { $rang } ({ $von } to { $bis })
ankunft-rang-sicher = { $rang }
ankunft-rang-worte = Rank { $von } to { $bis }
ankunft-rang-worte-sicher = Rank { $rang }

ankunft-verfahren-conjunctive = all dimensions high at the same time
ankunft-verfahren-zsum = sum of deviations
ankunft-verfahren-points = quintile points
ankunft-verfahren-conjunctive-kurz = high at once
ankunft-verfahren-zsum-kurz = sum
ankunft-verfahren-points-kurz = points
ankunft-verfahren-stand = { $anzahl } of { $alle }: { $verfahren }
ankunft-verfahren-alle = { $anzahl } of { $alle }

ankunft-liste = The surest first
ankunft-liste-leer = No area stands out in two methods or more.
ankunft-woran = What is measured
ankunft-wie-gerechnet = How it was computed: formula, parameters, seed
ankunft-formel = Formula
ankunft-formel-text = Each rate is standardised over the areas compared (z, population standard deviation). An area is called if at least two methods call it: each z at least { $schwelle }; the sum of z divided by its standard deviation above 1 and no z below 0; at least 80 % of the quintile points that can be had.
ankunft-verfahren = Methods
ankunft-verglichen = Compared
ankunft-verglichen-text = { $n } of { $alle } areas
ankunft-zeitraum = Time
ankunft-zeitraum-text = { $von } to { $bis }, { $anzahl } periods
ankunft-rauschen = Noise in the data
ankunft-rauschen-round = rounding to multiples of { $wert }
ankunft-rauschen-cell-key = cell-key method (greatest deviation, variance: { $wert }; assumed, not published)
ankunft-rauschen-none = none known; nothing is drawn
ankunft-ziehungen = Draws
ankunft-ziehungen-text = { $anzahl }, seed { $startzahl }
ankunft-varianten = Variants
ankunft-bruecke = Change of areas
ankunft-bruecke-text = Figures up to { $bis } are converted to the areas of today, by shares of surface or a list of the city. For areas that were split or joined this is an estimate.
ankunft-luecke = Gap
ankunft-luecke-text = periods between { $von } and { $bis } are missing
ankunft-gerechnet = Computed on
ankunft-programm = Program
ankunft-pruefsumme = Checksum of the inputs

ankunft-lesen-klassen = “Clear marks” means: at least two of three methods call the area. “Some marks” is one. Areas are compared within the city alone.
ankunft-lesen-urteil = The figures direct attention; they are no verdict on a quarter and the people there.
ankunft-lesen-ziehungen = “93%” means: so often the area is called when the noise in the data is played back; 0% means never.
ankunft-lesen-ohne-rauschen = Nothing is known of the noise in the data. “Called despite noise” therefore only says whether the area is called.
ankunft-lesen-varianten = “88 of 100” variants means: so often it is called when we choose thresholds, weights and window otherwise.
ankunft-lesen-rang = The rank follows the sum of deviations; in brackets, between which ranks it lies in nine of ten draws.

ankunft-nicht-veroeffentlicht = Only the classes on the map and in the table are public.
ankunft-veroeffentlicht = “Called despite noise”, “called under other choices” and “since when” are public too. Ranks stay inside.
ankunft-veroeffentlichen = Publish probabilities and “since when”
ankunft-zuruecknehmen = Show classes only again

auftrag-einschaetzen = Compute arrival quarters anew
auftrag-schritt-einschaetzen = Playing back the noise in the data
auftrag-zu-den-quartieren = To the arrival quarters
aktion-arrival-publish = published more than classes
aktion-arrival-unpublish = took the publication back
aktion-derived-keep = computed an assessment

ankunft-merkmal-quartier = An arrival quarter?
ankunft-satz-clear = Clear marks of an arrival quarter, { $zeit }: { $anzahl } of { $alle } methods call the area.
ankunft-satz-some = Some marks of an arrival quarter, { $zeit }: { $anzahl } of { $alle } methods calls the area.
ankunft-satz-none = No notable marks of an arrival quarter, { $zeit }: none of the { $alle } methods calls the area.
ankunft-rate-z = { $rate }; distance from the mean of the areas: { $z } standard deviations

ankunft-art = Suggested kind of quarter
ankunft-art-inner-city = inner-city quarter
ankunft-art-peripheral-estate = estate at the edge of the city
ankunft-art-new-building = newly built area
ankunft-art-accommodation = quarter with a large accommodation
ankunft-art-unklar = unclear; the signs are too few or contradict each other
ankunft-art-dafuer = what speaks for it
ankunft-art-dagegen = what speaks against it
ankunft-zeichen-is-central = belongs to the centre
ankunft-zeichen-distance = distance to the centre: { $wert } times the mean
ankunft-zeichen-density = density: { $wert } times the city’s
ankunft-zeichen-old-buildings = { $wert }% of buildings from before 1949
ankunft-zeichen-postwar-buildings = { $wert }% of buildings from 1949 to 1990
ankunft-zeichen-new-buildings = { $wert }% of buildings of the last ten years
ankunft-zeichen-large-buildings = { $wert }% of dwellings in large buildings
ankunft-zeichen-net-migration = net migration: { $wert } per 100 and year
ankunft-zeichen-growth = greatest growth within a year: { $wert }%
ankunft-zeichen-foreign-growth = { $wert }% of that growth without German passport
ankunft-zeichen-short-residence = short residence: { $wert } percentage points above the city
ankunft-zeichen-accommodation = { $wert }% live in accommodation
ankunft-entschieden = What was decided
