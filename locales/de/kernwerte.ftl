## Werte der Kernindikatoren, wie Kommunen sie weitergeben

kernwert-titel = Werte der Kernindikatoren
kernwert-leit = { $alle ->
        [one] Ein Wert ist möglich
       *[other] { $alle } Werte sind möglich, einer je Kernindikator und Kommune
    }: { $da ->
        [0] keiner liegt vor
        [one] einer liegt vor
       *[other] { $da } liegen vor
    }, { $nicht ->
        [0] keiner ist zurückgehalten
        [one] einer ist nicht freigegeben
       *[other] { $nicht } sind nicht freigegeben
    }, { $fehlt ->
        [0] keiner fehlt
        [one] einer fehlt
       *[other] { $fehlt } fehlen
    }.
kernwert-wert = Wert
kernwert-wann = Stichtag oder Zeitraum
kernwert-raumbezug = Raumbezug
kernwert-raum = Ganze Kommune ({ $gliederung }, { $stand })
kernwert-anders = Was anders gezählt wird
kernwert-nicht-freigegeben = nicht freigegeben
kernwert-fehlt = fehlt
kernwert-stand = Stand
kernwert-liegt-vor = liegt vor
kernwert-tabelle = Tabelle
kernwert-datenstand = { $titel }, Datenstand { $nummer }
kernwert-schutz = Schutz
kernwert-im-bericht = Die Werte dazu stehen im Bericht des Programms, soweit sie freigegeben sind
kernwert-merkmal = Merkmal
heute-kernindikatoren = { $zahl ->
        [one] Zu einem Kernindikator fehlt Ihre Angabe: { $name }
       *[other] Zu { $zahl } Kernindikatoren fehlt Ihre Angabe
    }
