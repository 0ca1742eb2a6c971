## Der rote Faden: Warum ist das so, und was folgte daraus?

faden-titel = Der rote Faden: { $titel }
faden-zeigen = Roter Faden: warum, und was folgte daraus
faden-hier = hier
faden-von-hier = von hier aus
faden-befund = Befund
    .leer = Kein Befund ist genannt.
faden-ziel = Ziel
    .leer = Kein Ziel ist genannt.
faden-entscheidung = Entscheidung und Zusage
    .leer = Keine Entscheidung und keine Zusage ist genannt.
faden-massnahme = Maßnahme
    .leer = Noch folgte keine Maßnahme daraus.
faden-wirkung = Wirkung
    .leer = Noch nicht bekannt. Gemessen wird, sobald eine Maßnahme einen Ausgangswert hat.
faden-leit-befund = Auf diesen Befund { $entscheidungen ->
        [0] stützt sich noch keine Entscheidung
        [one] stützt sich eine Entscheidung
       *[other] stützen sich { $entscheidungen } Entscheidungen
    } und { $massnahmen ->
        [0] keine Maßnahme.
        [one] eine Maßnahme.
       *[other] { $massnahmen } Maßnahmen.
    }
faden-leit-ziel = Diesem Ziel { $massnahmen ->
        [0] dient noch keine Maßnahme.
        [one] dient eine Maßnahme.
       *[other] dienen { $massnahmen } Maßnahmen.
    }
faden-leit-entscheidung = Diese Entscheidung stützt sich auf { $befunde ->
        [0] keinen genannten Befund
        [one] einen Befund
       *[other] { $befunde } Befunde
    }; { $massnahmen ->
        [0] noch folgte keine Maßnahme daraus.
        [one] eine Maßnahme folgte daraus.
       *[other] { $massnahmen } Maßnahmen folgten daraus.
    }
faden-leit-massnahme = Diese Maßnahme stützt sich auf { $befunde ->
        [0] keinen genannten Befund
        [one] einen Befund
       *[other] { $befunde } Befunde
    }, { $entscheidungen ->
        [0] keine genannte Entscheidung
        [one] eine Entscheidung
       *[other] { $entscheidungen } Entscheidungen
    } und { $zusagen ->
        [0] keine Zusage
        [one] eine Zusage
       *[other] { $zusagen } Zusagen
    }. { $wirkungen ->
        [0] Woran ihre Wirkung gemessen wird, ist noch nicht festgelegt.
        [one] Ihre Wirkung wird an einem Wert gemessen.
       *[other] Ihre Wirkung wird an { $wirkungen } Werten gemessen.
    }
faden-weitere = { $anzahl ->
        [one] Einen weiteren zeigen
       *[other] { $anzahl } weitere zeigen
    }
faden-damals = als es zitiert wurde: { $wert }
faden-damals-am = Damals { $wert } ({ $tag }).
faden-heute-am = Heute { $wert } ({ $tag }).
faden-noch-nichts-neues = Einen neueren Wert gibt es noch nicht.
faden-nicht-zu-sehen = Ein Wert, den Sie nicht sehen oder der gesperrt ist

faden-bild = Der Faden als Bild
faden-bild-weg = Zum Bild
faden-bild-lesen = Was links steht, ist der Grund für das, was rechts davon steht. Jedes Kästchen führt zum Faden von dort aus; die Liste oben sagt dasselbe in Worten.
faden-hier-bild = Hier sind Sie
faden-bild-heute = { $damals } → { $heute }
faden-bild-damals = bisher { $damals }
faden-bild-weitere = + { $anzahl } weitere

befund-nicht-ihre = Was hier zitiert wird, ändert, wer die Sache schreibt.
befund-zitiert = Schon zitiert
befund-nichts-zitiert = Noch ist hier nichts zitiert.
befund-zurueck = Zurück
punkt-stuetzt-sich = Stützt sich auf:
faden-kosten = Kosten { $betrag }
faden-soll = Ein Ziel ist nicht gesetzt.
faden-soll-ziel = Ziel: { $ziel } bis { $tag }.
faden-soll-atlas = Der Wert kommt aus dem Atlas.
faden-soll-noch-nicht = Ein abgenommener Wert liegt noch nicht vor.
meldung-befund-weg-satz = Der Befund ist herausgenommen. Sein Satz steht noch in der Antwort: Streichen Sie ihn dort, bevor Sie absenden.
massnahme-aufgenommen = Stützt sich auf: { $titel }
massnahme-herausgenommen = Stützt sich nicht mehr auf: { $titel }
massnahme-ein-befund = ein Befund, der hier nicht mehr zitiert ist
