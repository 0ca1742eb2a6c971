## Report of a quarter

quartiersbericht = Report of the quarter
quartiersbericht-titel = { $quartier }: what is done here, and what came of it?
quartiersbericht-art = Report of a quarter, { $stadt }
quartiersbericht-pdf = Report of the quarter with its profile (PDF)
quartiersbericht-docx = Report of the quarter with its profile (DOCX)
quartiersbericht-steuerung = What was agreed here
quartiersbericht-leit = { $offen ->
        [0] No measure is planned or under way here
        [one] One measure is planned or under way here
       *[other] { $offen } measures are planned or under way here
    }, { $fertig ->
        [0] none is completed yet.
        [one] one is completed.
       *[other] { $fertig } are completed.
    } { $entscheidungen ->
        [0] { $zusagen ->
            [0] None of them names a decision or commitment yet.
            [one] They rest on one commitment.
           *[other] They rest on { $zusagen } commitments.
        }
        [one] They rest on one decision{ $zusagen ->
            [0] .
            [one] { " " }and one commitment.
           *[other] { " " }and { $zusagen } commitments.
        }
       *[other] They rest on { $entscheidungen } decisions{ $zusagen ->
            [0] .
            [one] { " " }and one commitment.
           *[other] { " " }and { $zusagen } commitments.
        }
    }
quartiersbericht-massnahmen = Measures
    .leer = No measure is agreed for this quarter yet.
quartiersbericht-wirkungen = What they bring about
    .leer = Nobody has said yet what the measures are to bring about.
quartiersbericht-entscheidungen = Decisions
    .leer = No measure of this quarter names a decision that you may see.
quartiersbericht-zusagen = Commitments
    .leer = No measure of this quarter keeps a promise.
quartiersbericht-stand = State
quartiersbericht-was = What
quartiersbericht-tag = Day
quartiersbericht-inhalt = Content
quartiersbericht-wozu = Figures, agreements and what followed in this quarter in one place, to read and to hand on.
quartiersbericht-zahlen = What the figures say
    .leer = No figures of this quarter are released that you may see.
quartiersbericht-geld = Costs and spending
    .leer = Nobody has said yet what the measures cost.
quartiersbericht-karten = What others are told of it
quartiersbericht-karten-leit = Effect cards of measures in this quarter.
