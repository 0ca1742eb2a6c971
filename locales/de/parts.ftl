# Teile eines Quartiers: was ihr Mittelwert verbirgt.

teile-vorsicht = Vorsicht mit dem Mittelwert: Bei „{ $merkmal }“ reichen die Teile von { $von } bis { $bis }.
teile-keiner-nahe = Kein Teil liegt in der Nähe ihres Mittels von { $mittel }.
teile-andere-seite = Im Mittel liegt das Quartier auf der einen Seite des Werts von { $stadt }, ein Teil deutlich auf der anderen.
teile-wie-stadt = Sie unterscheiden sich so stark wie die Gebiete der ganzen Stadt.
teile-geheim = { $anzahl ->
        [one] Ein Teil ohne gezeigten Wert ist nicht berücksichtigt.
       *[other] { $anzahl } Teile ohne gezeigten Wert sind nicht berücksichtigt.
    }
teile-einzeln = Wer hier plant, sollte sie einzeln ansehen.
