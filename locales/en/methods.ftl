# How it is computed: each method in words, with formula, example and other choices.

methoden-titel = How is this computed?
methoden-leit = Three ways of computing stand behind these pages. Each can be followed step by step with the city's own figures.
methoden-grenze = All three compare the areas of one city with each other. They direct attention; whether something is to be done is told by the second look on the spot.

methode-ankunft = Arrival quarters
methode-ankunft-satz = An area stands out as an arrival quarter if comparatively many people move there from abroad, many live there without a German passport, and many move in and out.
methode-index = Composite index
methode-index-satz = Several figures of an area become one: one adds up how far each is from the mean of the city.
methode-punkte = Quantile points
methode-punkte-satz = For each feature the areas are put into groups of equal size, and each gets points for the group it is in.

methode-in-worten = What is computed
methode-formeln = The same as a formula
methode-vorschriften = Published indices
methode-vorschrift = Recipe
methode-gebiet = Example
methode-stand = Date of the figures
methode-kleinste = At least this many people
methode-grenzen-status = Boundaries of the classes, status
methode-grenzen-dynamics = Boundaries of the classes, dynamics

methode-ankunft-vergleich = Each figure is compared with those of the other areas of the city: how far is it above or below the mean of all areas? It is measured in standard deviations, and the result is called z.
methode-ankunft-verfahren = Three methods judge by themselves: are all features high at once? Is their sum high, with none below the mean? Is the area in the upper groups in almost all features?
methode-ankunft-mindestens-zwei = If at least two methods agree, the area shows clear features; with one they are single features.
methode-ankunft-unschaerfe = Protected figures lie a little beside the truth. So the computation is repeated many times, each time with figures that may just as well stand behind the published ones. How often an area is counted then says how sure the judgement is.
methode-ankunft-festlegungen = Thresholds, weights and period are our choices. What others would change stands below; it is never mixed with the blur of the data.
methode-ankunft-dauer = Since when an area has stood out is shown by the series of years: what counts is how long it has belonged to them without a break. Gaps are not bridged.

methode-index-abstand = For each feature one asks how far the area is from the mean of all compared areas, in standard deviations. So percentages and counts can be added up.
methode-index-summe = These distances are added up. Where a small value counts as striking, its sign is turned round.
methode-index-teilen = The sum is divided by the standard deviation of all sums. An index of 1.5 means: one and a half standard deviations above the mean.
methode-index-klassen = Classes are formed on the unrounded index. A value on a boundary belongs to the middle.
methode-index-keine-aussage = The index says how an area stands among the others, not whether it has become better or worse there. If a value rises, the sum rises; the index can still fall, because the others move too.

methode-punkte-reihe = For each feature the areas are put in the order of their values.
methode-punkte-gruppen = They are divided into five groups of equal size. The area gets one to five points; equal values share the lower group.
methode-punkte-summe = The points of all features are added up. Where a small value counts as striking, the counting runs the other way round.
methode-punkte-ausreisser = So a single very high value can decide nothing alone. What is lost is how far an area is ahead of the next.

methode-formel-z = Distance from the mean
methode-formel-z-text = z = (x − mean) ÷ standard deviation; mean and standard deviation (divided by n) unweighted over all compared areas
methode-formel-index = Index
methode-formel-index-text = sum of the z ÷ standard deviation of all sums
methode-formel-punkte = Points
methode-formel-punkte-text = 1 + whole part of (5 × areas with a smaller value ÷ n)
methode-formel-gleichstand = Ties
methode-formel-gleichstand-text = only areas with a strictly smaller value are counted, so that equal values have equal points

methode-beispiel = An example: { $gebiet }
methode-beispiel-tabelle = { $gebiet } among { $n } compared areas
methode-spalte-merkmal = Feature
methode-spalte-wert = here
methode-spalte-mittel = mean of all
methode-spalte-streuung = standard deviation
methode-spalte-z = z
methode-spalte-davor = areas before it
methode-spalte-punkte = points
methode-alle-gleich = all alike
methode-umgekehrt = small values count
methode-summe = Added up: { $rechnung } = { $summe }.
methode-index-rechnung = Divided by the standard deviation of all sums, { $streuung }, this gives the index { $index }.
methode-punkte-zusammen = Together these are { $punkte } of { $moeglich } points.
methode-urteil-conjunctive = All features high at once? The smallest z is { $kleinstes }, at least { $schwelle } is needed: { $ergebnis }.
methode-urteil-zsum = Sum high and none below the mean? The index is { $index }, more than 1 is needed, and the smallest z is { $kleinstes }: { $ergebnis }.
methode-urteil-points = In the upper groups in almost all features? { $punkte } of { $moeglich } points, 80% of the possible ones are needed: { $ergebnis }.
methode-urteil = { $anzahl } of { $alle } methods count the area: { $klasse }.
methode-ja = yes
methode-nein = no

methode-varianten = What other choices change
methode-varianten-tabelle = Other choices and what comes out with them
methode-varianten-lesen = Each row changes one choice and leaves all others as they are.
methode-varianten-anzahl = “Other than now” counts areas that are compared in both computations and come out differently.
methode-varianten-namen = Under “other than now” stand the areas that are compared in both computations and come out differently; only their number is public.
methode-so-gerechnet = as computed
methode-spalte-festlegung = Choice
methode-spalte-verglichen = compared
methode-spalte-gezaehlt = with clear features
methode-spalte-erreicht = above the threshold
methode-spalte-hoch = index above 1
methode-spalte-anders = other than now
methode-spalte-anders-status = other class of status
methode-spalte-anders-dynamics = other class of dynamics
methode-wahl-schwelle = Each z at least { $wert }
methode-wahl-fenster = Mean over { $anzahl ->
    [one] one year
   *[other] { $wert } years
}
methode-wahl-mindestens = Areas of at least { $wert } people
methode-wahl-verfahren = One method alone: { $wert }
methode-wahl-gruppen = { $wert } groups
methode-wahl-anteil = Threshold { $wert } % of the points
methode-wahl-gewichte = { $wert }
methode-gleiche-gewichte = All features count alike
methode-doppelt = { $merkmal } counts twice

methode-vorschrift-da = The city has all figures for it.
methode-vorschrift-fehlt = { $anzahl ->
    [one] One of { $alle } figures is missing: { $merkmale }.
   *[other] { $anzahl } of { $alle } figures are missing: { $merkmale }.
}
methode-klasse = Class { $nummer }
methode-status = Status
methode-status-0 = high
methode-status-1 = middle
methode-status-2 = low
methode-status-3 = very low
methode-dynamics-0 = positive
methode-dynamics-1 = stable
methode-dynamics-2 = negative
methode-kreuz = Status and dynamics together
methode-kreuz-tabelle = { $anzahl } areas by status (rows) and dynamics (columns)
methode-kreuz-lesen = The names of the classes are those of the recipe. “Stable” only means that the area has changed much like the others.
methode-dynamik = The dynamics, feature by feature
methode-dynamik-tabelle = { $anzahl } areas with a strong change, in alphabetical order
methode-dynamik-lesen = “Strong” is a change that is at least two standard deviations away from the mean. An index can hide that it comes from one feature alone.
methode-dynamik-marken = Where words stand below an area, it should not be taken at its word.
methode-stark = strong
methode-marke-small-denominator = fewer than 1,000 people
methode-marke-new-building = many have just moved in
methode-marke-high-turnover = many have moved in and out

methode-merkmal-D5 = change among children of single parents
