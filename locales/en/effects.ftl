## What a measure is to bring about, and what of it was reached

treppe = Wirkungstreppe
treppe-leit = From bottom to top: what is done, what it changes for people, and what changes for everybody.
treppe-leer = Here stands what the measure is to bring about, and by what it is counted. One indicator is enough to begin with; baseline and targets can follow.
stufe-1 = It takes place
stufe-2 = The target group is reached
stufe-3 = The target group takes it up
stufe-4 = They know more or can do more
stufe-5 = They act differently
stufe-6 = Their situation is better
stufe-7 = In the quarter it is different for everybody
treppe-hinweis = To think about:
treppe-hinweis-ohne-leistung = An effect is named (steps 4 to 6), but nothing below that is done for it. What happens on steps 1 to 3?
treppe-hinweis-nur-leistungen = So far only what is done is counted (steps 1 to 3). What is it to change for people?
treppe-hinweis-ohne-wirkung = Step 7 stands without an effect below it. For whom does something change first (steps 4 to 6)?
treppe-dieselben = At the same place other measures may count the same people. Do not add their values without making sure.
treppe-dieselben-bei = { $titel }: { $was }

indikator-anlegen = Add an indicator
indikator-neu-titel = New indicator
indikator-neu-leit = Step and name are enough. A missing baseline is a note, not an obstacle.
indikator-formular = What is counted
indikator-feld-stufe = Step
indikator-feld-name = What is counted?
    .hinweis = For example “consultations” or “participants who have a place in a course after three months”.
indikator-feld-einheit = Unit
    .hinweis = For example “people” or “evenings”.
indikator-feld-art = Kind
indikator-art-count = a count
indikator-art-share = a share: so many of so many
indikator-feld-regel = How do several periods become one?
indikator-regel-sum = They add, shares by numerator and denominator; targets count from the beginning
indikator-regel-last = The last value stands; targets are for their day
indikator-feld-ausgangswert = Baseline
    .hinweis = The value before. For a share in percent.
indikator-ausgangstag = Day of the baseline
indikator-feld-zielpfad = Target path
gruppe-ziel = Target { $nummer }
indikator-zieltag = Until when
indikator-zielwert = How much
indikator-feld-quelle = Source
    .hinweis = Where the values come from, for example “tally sheet at the desk”.
indikator-feld-gliederung = Disaggregation
    .hinweis = By what values can be told apart, one to a line. Only totals are asked for.
indikator-feld-merkmal = Measure of the quarter
    .hinweis = Then its values come from the atlas as soon as they are released there. Nobody types them.
indikator-merkmal-keines = none, values are reported
indikator-feld-wer-berichtet = Who reports
berichtet-federfuehrung = the Federführung
indikator-feld-beendet = End
indikator-beenden = Nobody is asked for it any more. What was reported stays.
indikator-beendet = Nobody is asked for it any more.
indikatoren-beendet = Nobody is asked any more for:
meldung-indikator-angelegt = The indicator has been added.
indikator-angelegt = Indicator “{ $name }” added
indikator-heisst = Indicator “{ $name }”

indikator-stufe-fehlt = Choose a step.
indikator-name-fehlt = Say what is counted.
indikator-art-fest = This indicator has values already. So it stays a count or a share as it is. To count otherwise, make a new indicator and end this one.
indikator-einheit-fest = This indicator has values already. So its unit stays. To count otherwise, make a new indicator and end this one.
indikator-merkmal-fremd = There is no such measure for this place. Choose another one.
indikator-ausgangstag-fehlt = Say which day the baseline is of.
indikator-ausgangswert-fehlt = Give the baseline, or leave its day empty too.
indikator-ausgang-nach-ziel = The baseline must lie before the first target.
indikator-ueber-hundert = A share is at most 100 percent.
indikator-zieltag-fehlt = Say until when.
indikator-zielwert-fehlt = Say how much.
indikator-zieltag-doppelt = There is a target for this day already.

indikator-jetzt = Until { $tag }: { $wert }.
indikator-ziel-zusammen = Target for all periods together: { $wert } by { $tag }.
indikator-ziel = Target: { $wert } by { $tag }.
indikator-noch-kein-wert = No accepted value yet.
indikator-wartet = { $anzahl ->
        [one] One value waits to be accepted.
       *[other] { $anzahl } values wait to be accepted.
    }
indikator-ohne-ausgangswert = no baseline yet
indikator-verlauf = Where it is going
bild-ziel = target { $wert }
bild-erreicht = reached { $wert }
ziel-tag = By
ziel-wert = Target
ziel-stand = State
ziel-bis = { $wert } by { $tag }
ziel-erreicht = reached: { $wert }
ziel-nicht-erreicht = not reached: { $wert }
ziel-spaeter = not due yet
ziel-unbekannt = without an accepted value
wert-am = { $wert } on { $tag }
wert-von = { $teil } of { $ganzes }

indikator-werte = Values
indikator-werte-leer = No value has been handed in yet.
indikator-merkmal-leer = No figure of this measure that you may see has been released for this place yet. A composed quarter has only figures that can be added up from its parts.
indikator-merkmal-lesen = The values are released figures of the atlas. Whether the measure made the difference is not shown by that: elsewhere things change too.
wert = Value
wert-zaehler = So many
wert-nenner = of so many
wert-stichtag = Day
wert-zeitraum = Period
wert-stand = State
wert-notiz = Note
wert-fassung = version { $nummer }
wert-korrigiert = corrected to { $wert }
wert-fehlanzeige = Nothing to report
wert-fehlanzeige-wahl = In this period there was nothing to count.
wert-stand-checked = checked, waits to be accepted
wert-stand-accepted = accepted
wert-stand-returned = sent back
wert-eintragen = Hand in a value
wert-einreichen = Hand in
wert-zeitraum-fehlt = Choose a period that has begun.
wert-kein-wert = Give a value or choose that there is nothing to report.
wert-nenner-fehlt = Say of how many.
wert-unklar = This is no number with at most two decimals. Write it like this: 1,140 or 12.5.
wert-negativ = Counting begins at zero. Where something is to become less, the number before is higher than the target; no minus is needed.
wert-und-fehlanzeige = Give a value or choose that there is nothing to report, not both.
wert-mehr-als-alle = That is more than all. Check both numbers.
wert-inzwischen = Meanwhile somebody has handed in a value. It stands above; what you typed is still here. Check it and hand it in again if it still holds.
wert-zaehlt-anders = Meanwhile this indicator counts otherwise, in another unit or as a share. What you typed is still there; see above what holds now, and check it.
meldung-wert-eingereicht = The value has been handed in and checked. It counts once it is accepted.

pruefung-nichts = Nothing stands out.
pruefung-mehr-als-alle = The numerator is larger than the denominator.
pruefung-von-nichts = A share of nothing.
pruefung-sprung = More than three times the last value, or less than a third.
pruefung-nichts-mehr = Nothing to report where there was something last time.
pruefung-bruchteil = A part of a person.

abnahme = Abnahme
abnahme-nehmen = Accept { $zeitraum }
abnahme-zurueck = Send { $zeitraum } back
abnahme-grund = Why back?
abnahme-grund-fehlt = Say why you send the value back.
abnahme-schon = This value has been decided on meanwhile.
abnahme-nicht-ihre = The Stelle with the Federführung and the coordination accept values.
meldung-wert-abgenommen = The value is accepted and counts. A correction is a new version.
meldung-wert-zurueck = The value has been sent back.
zur-massnahme = To the measure

effekt-titel = { $name }, { $zeitraum }
effekt-satz = { $name }, { $zeitraum }: { $wert }. From the measure “{ $massnahme }”.

haengt-indikatoren = { $zahl ->
        [one] one indicator on which the Stelle reports
       *[other] { $zahl } indicators on which the Stelle reports
    }

aktion-indicator-add = Indicator of a measure added
aktion-indicator-change = Indicator of a measure changed
aktion-actual-hand-in = Value handed in
aktion-actual-accept = Value accepted
aktion-actual-return = Value sent back
ding-indicator-of-measure = indicator of a measure
ding-effect = value of an indicator
