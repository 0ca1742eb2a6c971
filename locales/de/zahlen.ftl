# Wie Zahlen geschrieben werden und woher sie kommen: Einheiten, Mittel über Jahre, Namen der Ebenen.

wert-je-hundert-jahr = { $wert } je 100 Menschen und Jahr
wert-je-tausend-jahr = { $wert } je 1.000 Menschen und Jahr
wert-personen = { $wert }{" "}Personen
wert-jahre = { $wert }{" "}Jahre
wert-quadratmeter = { $wert }{" "}m²
wert-euro-je-quadratmeter = { $wert }{" "}€ je m²

rate-je-tausend = { $merkmal } je 1.000 Menschen und Jahr
rate-je-hundert-jahr = { $merkmal } je 100 Menschen und Jahr
rate-je-hundert = { $merkmal } je 100 Menschen
rate-prozent = { $merkmal } in Prozent

formel-rate = { $mal ->
    [1] { $faktor } × ({ $teil }) ÷ ({ $ganzes })
   *[other] { $faktor } × { $mal } × ({ $teil }) ÷ ({ $ganzes })
}, auf ein Jahr gerechnet

atlas-lesen-mittel = Ein Mittelwert sagt, was im Durchschnitt auf eine Person, einen Haushalt oder eine Wohnung kommt. Wie verschieden sie sind, sagt er nicht.
atlas-lesen-index = Die Zahl vergleicht Gebiete derselben Stadt. Was sie bedeutet, steht bei ihrer Quelle.

ankunft-liste-anteil = { $merkmal } { $wert }

## Woher ein Mittel kommt

mittel-leit = { $gebiet }, { $merkmal }: { $wert } im Mittel der { $jahre ->
    [one] zwölf Monate
   *[other] { $jahre } Jahre
} bis einschließlich { $zeit }.
mittel-leit-stand = { $gebiet }, { $merkmal }, { $zeit }: { $wert }.
mittel-formel-rate = { $mal ->
    [1] { $faktor } × Summe({ $teil }) ÷ Summe({ $ganzes }), beide über alle Zeiträume des Fensters
   *[other] { $faktor } × { $mal } × Summe({ $teil }) ÷ Summe({ $ganzes }), beide über alle Zeiträume des Fensters; × { $mal }, weil { $mal } solche Zeiträume ein Jahr sind
}
mittel-eingesetzt-rate = { $mal ->
    [1] { $faktor } × { $oben } ÷ { $unten } = { $wert }
   *[other] { $faktor } × { $mal } × { $oben } ÷ { $unten } = { $wert }
}
mittel-eingesetzt-anteil = { $faktor } × { $oben } ÷ { $unten } = { $wert }
mittel-formel-gewichtet = Mittel der gelieferten Raten, gewichtet mit: { $ganzes }
mittel-formel-einfach = Summe der Werte ÷ Anzahl der Zeitpunkte
mittel-formel-menschen = Summe(Wert × Menschen) ÷ Summe(Menschen), beide über alle Zeitpunkte des Fensters
mittel-formel-uebrige = 100 − Anteil („{ $teil }“)
mittel-einzeln = Jeder einzelne Wert
mittel-fenster = Zeitfenster
mittel-fenster-text = { $jahre ->
    [one] ein Jahr
   *[other] { $jahre } Jahre
}, { $anzahl ->
    [one] ein Zeitpunkt
   *[other] { $anzahl } Zeitpunkte
}: { $von } bis { $bis }
mittel-gewichte = Gewichte
mittel-gewichte-menschen = Jeder Zeitpunkt zählt so viel, wie damals Menschen dort lebten.
mittel-gewichte-gleich = Alle Zeitpunkte zählen gleich viel.
mittel-vergleich = Verglichen mit
mittel-vergleich-text = { $n } Gebieten der Stadt (n = { $n }); ihr Mittel ist { $mittel }, ihre Standardabweichung { $streuung }
mittel-stadt = Zum Vergleich
mittel-eingang = Welche Zahlen eingingen
mittel-tabelle = Zahlen, aus denen der Wert für { $gebiet } gebildet ist
mittel-woraus = Aus welchen Datensätzen
mittel-wofuer = Was damit gerechnet wurde: Ankunftsquartiere
mittel-bruch = Das Mittel geht über eine Unterbrechung hinweg ({ $jahr }): { $grund }
mittel-ohne-bruch = In diesem Zeitfenster ist die Reihe nicht unterbrochen.
mittel-bruecke = Ein Teil der Werte stammt aus der Zeit vor einer Gebietsänderung und ist auf die heutigen Gebiete umgerechnet.
mittel-umgerechnet = umgerechnet vom Gebietsstand { $stand }
mittel-unveraendert = Gebietsstand { $stand }, Grenzen unverändert

ankunft-unterbrechung = Unterbrechung der Reihe

## Reihen als gleitendes Mittel

mittel-reihen = Reihen zeigen
mittel-wahl-einzeln = jeden Zeitpunkt für sich
mittel-wahl = gleitendes Mittel über { $jahre } Jahre
mittel-reihe = { $merkmal }, Mittel über { $jahre } Jahre
mittel-lesen = Ein gleitendes Mittel glättet, was in einem einzelnen Halbjahr Zufall sein kann. Es steht nur dort, wo alle Zeitpunkte seines Fensters vorliegen; über eine Unterbrechung der Reihe geht es nie.

spalte-window-years = Jahre des Mittels
    .sinn = Über so viele Jahre bis zum genannten Zeitpunkt ist der Wert gemittelt.

## Namen der Ebenen, wie Städte sie führen

ebene-quartier = Quartiere
    .name = Quartiere
    .eine = Quartier
ebene-teilgebiet = Teilgebiete
    .name = Teilgebiete
    .eine = Teilgebiet
ebene-planungsraum = Planungsräume
    .name = Planungsräume
    .eine = Planungsraum
ebene-plr = Planungsräume
    .name = Planungsräume
    .eine = Planungsraum
ebene-bezirksregion = Bezirksregionen
    .name = Bezirksregionen
    .eine = Bezirksregion
ebene-prognoseraum = Prognoseräume
    .name = Prognoseräume
    .eine = Prognoseraum
ebene-bezirk = Bezirke
    .name = Bezirke
    .eine = Bezirk
ebene-stadtteil = Stadtteile
    .name = Stadtteile
    .eine = Stadtteil
ebene-ortsteil = Ortsteile
    .name = Ortsteile
    .eine = Ortsteil
ebene-gesamt = Gesamtstadt
    .name = Gesamtstadt
    .eine = Gesamtstadt

## Wohin es von der Startseite geht

stadtseite-veraenderungen = Was sich verändert hat
stadtseite-entscheidungen = Was entschieden wurde
