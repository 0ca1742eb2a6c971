# How numbers are written and where they come from: units, means over years, names of levels.

wert-je-hundert-jahr = { $wert } per 100 people and year
wert-je-tausend-jahr = { $wert } per 1,000 people and year
wert-personen = { $wert } people
wert-jahre = { $wert } years
wert-quadratmeter = { $wert } m²
wert-euro-je-quadratmeter = € { $wert } per m²

rate-je-tausend = { $merkmal } per 1,000 people and year
rate-je-hundert-jahr = { $merkmal } per 100 people and year
rate-je-hundert = { $merkmal } per 100 people
rate-prozent = { $merkmal } in percent

formel-rate = { $mal ->
    [1] { $faktor } × ({ $teil }) ÷ ({ $ganzes })
   *[other] { $faktor } × { $mal } × ({ $teil }) ÷ ({ $ganzes })
}, brought to a year

atlas-lesen-mittel = A mean says what falls on average to a person, a household or a dwelling. It does not say how different they are.
atlas-lesen-index = The number compares areas of the same city. What it means stands with its source.

ankunft-liste-anteil = { $merkmal } { $wert }

## Where a mean comes from

mittel-leit = { $gebiet }, { $merkmal }: { $wert } as the mean of the { $jahre ->
    [one] twelve months
   *[other] { $jahre } years
} up to and including { $zeit }.
mittel-leit-stand = { $gebiet }, { $merkmal }, { $zeit }: { $wert }.
mittel-formel-rate = { $mal ->
    [1] { $faktor } × sum({ $teil }) ÷ sum({ $ganzes }), both over all periods of the window
   *[other] { $faktor } × { $mal } × sum({ $teil }) ÷ sum({ $ganzes }), both over all periods of the window; × { $mal } because { $mal } such periods are a year
}
mittel-eingesetzt-rate = { $mal ->
    [1] { $faktor } × { $oben } ÷ { $unten } = { $wert }
   *[other] { $faktor } × { $mal } × { $oben } ÷ { $unten } = { $wert }
}
mittel-eingesetzt-anteil = { $faktor } × { $oben } ÷ { $unten } = { $wert }
mittel-formel-gewichtet = mean of the rates as delivered, weighted by: { $ganzes }
mittel-formel-einfach = sum of the values ÷ number of periods
mittel-formel-menschen = sum(value × people) ÷ sum(people), both over all periods of the window
mittel-formel-uebrige = 100 − share (“{ $teil }”)
mittel-einzeln = Each single value
mittel-fenster = Window
mittel-fenster-text = { $jahre ->
    [one] one year
   *[other] { $jahre } years
}, { $anzahl ->
    [one] one period
   *[other] { $anzahl } periods
}: { $von } to { $bis }
mittel-gewichte = Weights
mittel-gewichte-menschen = Each period weighs as many people as lived there then.
mittel-gewichte-gleich = All periods weigh the same.
mittel-vergleich = Compared with
mittel-vergleich-text = { $n } areas of the city (n = { $n }); their mean is { $mittel }, their standard deviation { $streuung }
mittel-stadt = For comparison
mittel-eingang = Which figures entered
mittel-tabelle = Figures from which the value for { $gebiet } is formed
mittel-woraus = From which datasets
mittel-wofuer = What was computed with it: arrival quarters
mittel-bruch = The mean goes over an interruption ({ $jahr }): { $grund }
mittel-ohne-bruch = The series is not interrupted within this window.
mittel-bruecke = Some of the values are from before a change of areas, and are converted to the areas of today.
mittel-umgerechnet = converted from the boundaries { $stand }
mittel-unveraendert = boundaries { $stand }, unchanged

ankunft-unterbrechung = Interruption of the series

## Series as moving means

mittel-reihen = Show series
mittel-wahl-einzeln = each period by itself
mittel-wahl = moving mean over { $jahre } years
mittel-reihe = { $merkmal }, mean over { $jahre } years
mittel-lesen = A moving mean smooths what can be chance in a single half-year. It stands only where all periods of its window are there; it never goes over an interruption of the series.

spalte-window-years = Years of the mean
    .sinn = The value is a mean over so many years up to the period named.

## Names of levels as cities keep them

ebene-quartier = Quarters
    .name = Quartiere
    .eine = quarter
ebene-teilgebiet = Sub-areas
    .name = Teilgebiete
    .eine = sub-area
ebene-planungsraum = Planning areas
    .name = Planungsräume
    .eine = planning area
ebene-plr = Planning areas
    .name = Planungsräume
    .eine = planning area
ebene-bezirksregion = District regions
    .name = Bezirksregionen
    .eine = district region
ebene-prognoseraum = Forecast areas
    .name = Prognoseräume
    .eine = forecast area
ebene-bezirk = Districts
    .name = Bezirke
    .eine = district
ebene-stadtteil = City districts
    .name = Stadtteile
    .eine = city district
ebene-ortsteil = Localities
    .name = Ortsteile
    .eine = locality
ebene-gesamt = Whole city
    .name = Gesamtstadt
    .eine = whole city

## Where the start page leads

stadtseite-veraenderungen = What has changed
stadtseite-entscheidungen = What was decided
