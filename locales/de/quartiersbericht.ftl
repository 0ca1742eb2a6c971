## Bericht eines Quartiers

quartiersbericht = Quartiersbericht
quartiersbericht-titel = { $quartier }: Was geschieht hier, und was ist daraus geworden?
quartiersbericht-art = Quartiersbericht, { $stadt }
quartiersbericht-pdf = Quartiersbericht mit Profil (PDF)
quartiersbericht-docx = Quartiersbericht mit Profil (DOCX)
quartiersbericht-steuerung = Was hier vereinbart ist
quartiersbericht-leit = { $offen ->
        [0] Zurzeit ist hier keine Maßnahme geplant oder im Gang
        [one] Eine Maßnahme ist hier geplant oder im Gang
       *[other] { $offen } Maßnahmen sind hier geplant oder im Gang
    }, { $fertig ->
        [0] abgeschlossen ist noch keine.
        [one] eine ist abgeschlossen.
       *[other] { $fertig } sind abgeschlossen.
    } { $entscheidungen ->
        [0] { $zusagen ->
            [0] Noch nennt keine von ihnen eine Entscheidung oder Zusage.
            [one] Sie stützen sich auf eine Zusage.
           *[other] Sie stützen sich auf { $zusagen } Zusagen.
        }
        [one] Sie stützen sich auf eine Entscheidung{ $zusagen ->
            [0] .
            [one] { " " }und eine Zusage.
           *[other] { " " }und { $zusagen } Zusagen.
        }
       *[other] Sie stützen sich auf { $entscheidungen } Entscheidungen{ $zusagen ->
            [0] .
            [one] { " " }und eine Zusage.
           *[other] { " " }und { $zusagen } Zusagen.
        }
    }
quartiersbericht-massnahmen = Maßnahmen
    .leer = Für dieses Quartier ist noch keine Maßnahme vereinbart.
quartiersbericht-wirkungen = Was sie bewirken
    .leer = Noch ist nicht gesagt, was die Maßnahmen bewirken sollen.
quartiersbericht-entscheidungen = Entscheidungen
    .leer = Keine Maßnahme dieses Quartiers nennt eine Entscheidung, die Sie sehen dürfen.
quartiersbericht-zusagen = Zusagen
    .leer = Keine Maßnahme dieses Quartiers hält eine Zusage.
quartiersbericht-stand = Stand
quartiersbericht-was = Was
quartiersbericht-tag = Tag
quartiersbericht-inhalt = Inhalt
quartiersbericht-wozu = Zahlen, Vereinbarungen und Folgen dieses Quartiers an einem Ort, zum Lesen und zum Weitergeben.
quartiersbericht-zahlen = Was die Zahlen sagen
    .leer = Für dieses Quartier sind noch keine Zahlen freigegeben, die Sie sehen dürfen.
quartiersbericht-geld = Kosten und Ausgaben
    .leer = Noch ist nicht gesagt, was die Maßnahmen kosten.
quartiersbericht-karten = Was anderen davon erzählt wird
quartiersbericht-karten-leit = Wirkungskarten von Maßnahmen aus diesem Quartier.
