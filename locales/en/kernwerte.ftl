## Values of the core indicators, as municipalities give them

kernwert-titel = Values of the core indicators
kernwert-leit = { $alle ->
        [one] One value is possible
       *[other] { $alle } values are possible, one for each core indicator and municipality
    }: { $da ->
        [0] none is there
        [one] one is there
       *[other] { $da } are there
    }, { $nicht ->
        [0] none is held back
        [one] one is not released
       *[other] { $nicht } are not released
    }, { $fehlt ->
        [0] none is missing
        [one] one is missing
       *[other] { $fehlt } are missing
    }.
kernwert-wert = Value
kernwert-wann = Reference day or period
kernwert-raumbezug = Spatial reference
kernwert-raum = Whole municipality ({ $gliederung }, { $stand })
kernwert-anders = What is counted differently
kernwert-nicht-freigegeben = not released
kernwert-fehlt = missing
kernwert-stand = State
kernwert-liegt-vor = there
kernwert-tabelle = Table
kernwert-datenstand = { $titel }, state of data { $nummer }
kernwert-schutz = Protection
kernwert-im-bericht = Its values stand in the report of the programme, as far as they are released
kernwert-merkmal = Measure
heute-kernindikatoren = { $zahl ->
        [one] One core indicator waits for what you say of it: { $name }
       *[other] { $zahl } core indicators wait for what you say of them
    }
