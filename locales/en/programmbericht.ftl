## Report of the programme: what the municipalities tell and give

nav-programmbericht = Report
programmbericht-titel = What did the municipalities do, and how far are they?
programmbericht-art = Programme report
programmbericht-fuer-wen = within the programme only
programmbericht-pdf = Programme report (PDF)
programmbericht-docx = Programme report (DOCX)
programmbericht-leit = { $profile } of { $kommunen } municipalities have written their profile, { $loi ->
        [0] none has signed the Letter of Intent yet.
        [one] one has signed the Letter of Intent.
       *[other] { $loi } have signed the Letter of Intent.
    } { $treffen ->
        [0] They have not met yet.
        [one] They have met once.
       *[other] They have met { $treffen } times.
    } { $karten ->
        [0] There is no effect card yet.
        [one] There is one effect card.
       *[other] There are { $karten } effect cards.
    }
programmbericht-stand = What is there
programmbericht-profil = Profile
programmbericht-zugeordnet = Core indicators assigned
programmbericht-gleich = of these defined alike
programmbericht-gibt = Gives to the programme
programmbericht-karten = Effect cards
programmbericht-von = { $da } of { $alle }
programmbericht-gegeben = { $titel } (until { $bis })
programmbericht-anzahl = { $anzahl ->
        [one] one table
       *[other] { $anzahl } tables
    }
programmbericht-dateien = What came as files
programmbericht-datenstaende = Frozen states of data
programmbericht-nummer = Number
programmbericht-wofuer = What for
programmbericht-wann = When
programmbericht-nichts = There is nothing of this yet.
programmbericht-lesen = Only what municipalities have written themselves or released stands here. A value stands here for as long as a grant to you holds; when it is revoked, the value is gone. Files with values that are not public stand in the register of the exchange.
