## Measure sheet, plans of costs and financing, funding

massnahme-dazu = What else belongs to it
massnahme-verlauf-alle = { $anzahl ->
        [one] History: one entry
       *[other] History: { $anzahl } entries
    }
massnahme-papiere = To print and pass on
blatt-pdf = Measure sheet (PDF)
blatt-docx = Measure sheet (DOCX)
blatt-titel = Measure sheet
blatt-angaben = Particulars
blatt-kein-befund = No finding is named yet.
blatt-keine-treppe = Nobody has said yet what the measure is to bring about.
blatt-erreicht = Reached
blatt-kein-wert = nothing accepted yet
blatt-abgenommen = Accepted values
blatt-sachstand = State of affairs
blatt-spaet = The last day, { $tag }, is over.
blatt-hindernisse = What hinders
blatt-offen = no answer yet
blatt-nichts-berichtet = Nothing is reported yet.
blatt-faden = Red thread
blatt-fassung = Version { $fassung } of { $zeit }

finanzplan-pdf = Plan of costs and financing (PDF)
finanzplan-docx = Plan of costs and financing (DOCX)
finanzplan-xlsx = Plan of costs and financing (XLSX)
papier-fuer-geber = for funders, not published
finanzplan-titel = Plan of costs and financing
finanzplan-leit = The measure costs { $kosten }. Others pay { $dritte }, the city pays { $eigen }. Term: { $zeit }. Lead: { $stelle }.
finanzplan-finanzierung = Financing
finanzplan-gesamtfinanzierung = All financing
finanzplan-nur-plan = All amounts are planned. Nothing is booked yet.
finanzplan-runden = Shares are given out to the cent; what rounding leaves over goes to the largest remainders. The parts are together the whole.

nav-foerderung = Funding
nav-foerderung-wozu = Who pays for what was agreed: by source, measure and year.
foerderung-titel = Who pays for what we agreed?
foerderung-pdf = Funding report (PDF)
foerderung-docx = Funding report (DOCX)
foerderung-papier-titel = Costs and financing of the measures
foerderung-papier = Funding report
foerderung-leer = For this choice nobody has said yet what a measure costs and who pays. That is written on its page under “Money”.
foerderung-leit-leer = No plan is known for this yet.
foerderung-leit = { $anzahl ->
        [one] One measure costs { $kosten }; others pay { $dritte } of it, the city { $eigen }.
       *[other] { $anzahl } measures cost { $kosten } together; others pay { $dritte } of it, the city { $eigen }.
    }
foerderung-leit-geber = { $anzahl ->
        [one] { $geber } pays { $von } of one measure that costs { $kosten }.
       *[other] { $geber } pays { $von } of { $anzahl } measures that cost { $kosten } together.
    }
foerderung-leit-jahr = In { $jahr } { $laufen ->
        [0] no measure runs
        [one] one measure runs
       *[other] { $laufen } measures run
    }{ $geplant ->
        [0] .
        [one] , one is only planned.
       *[other] , { $geplant } are only planned.
    }
foerderung-leit-laufzeit = These are the plans of the whole run.
foerderung-leit-plan = { $geplant } are planned for { $jahr }; { $rest } of it are not spent yet.
foerderung-leit-plan-ueber = { $geplant } are planned for { $jahr }; { $rest } more are spent on it.
foerderung-ungeteilt = { $anzahl ->
        [one] Of one measure nobody has said how much is needed in which year.
       *[other] Of { $anzahl } measures nobody has said how much is needed in which year.
    }
foerderung-laufzeit-spalte = { $was }, whole run
foerderung-plan-jahr = planned for { $jahr }
foerderung-rest-jahr = left of { $jahr }
foerderung-ohne = { $anzahl ->
        [one] Of one more measure no plan is known yet.
       *[other] Of { $anzahl } more measures no plan is known yet.
    }
foerderung-jahr = Year
foerderung-jedes-jahr = all years
foerderung-jeder-geber = all
foerderung-quellen = By source
foerderung-fonds = Small funds
foerderung-laufzeit = Term
foerderung-von-bis = { $ab } to { $bis }
foerderung-bis = until { $bis }
foerderung-kosten = Costs
foerderung-dritte = Paid by others
foerderung-quote = Share paid by others
foerderung-anteil = of the whole
foerderung-haushalt = planned
foerderung-ausgegeben = spent
foerderung-lesen = Planned amounts are those of the whole run; what measures say of years is divided by year. The plan of measures that were given up does not count, what was spent on them does. Spent is what is booked at the measures and in the books of small funds; the city's accounts are binding.
arbeitsmappe-nummer = Number
finanzplan-abfluss = Spending until { $tag }
finanzplan-gebucht = Spent is what is booked at the measure. What was corrected no longer counts. The city's accounts are binding.
foerderung-geplant = planned
foerderung-jahre = By year
foerderung-aus-jahr = spent in { $jahr }
foerderung-leit-aus = { $ausgegeben } of it are spent so far.
foerderung-leit-aus-jahr = { $ausgegeben } are spent in this year.
foerderung-ueber-plan = More was spent than planned on { $titel }.
