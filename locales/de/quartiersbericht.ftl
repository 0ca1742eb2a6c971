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
    } Sie stützen sich auf { $entscheidungen ->
        [0] noch keine Entscheidung
        [one] eine Entscheidung
       *[other] { $entscheidungen } Entscheidungen
    } und { $zusagen ->
        [0] keine Zusage.
        [one] eine Zusage.
       *[other] { $zusagen } Zusagen.
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
