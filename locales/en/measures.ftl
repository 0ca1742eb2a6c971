## Governance: what did we agree, who does it, is it on time?

nav-steuerung-raum = Measures
nav-steuerung = Governance
nav-steuerung-wozu = What was agreed, who does it, until when, and what came of it.
steuerung-titel = What did we agree?
steuerung-leit-leer = No measure has been agreed yet.
steuerung-leit = { $laufend ->
        [0] No measure is under way at present
        [one] One measure is under way
       *[other] { $laufend } measures are under way
    }, { $geplant ->
        [0] no other is planned.
        [one] one more is planned.
       *[other] { $geplant } more are planned.
    }
steuerung-leit-spaet = { $anzahl ->
        [one] One is past its date.
       *[other] { $anzahl } are past their date.
    }
massnahme-nur-intern = inside the administration only
massnahme = Measure
massnahmen-alle = Measures
massnahmen-alle-zeigen = Show all measures
massnahmen-tabelle = Measures, the nearest date first
massnahmen-leer = The city’s measures stand here: what is done, in which quarter, who leads, until when, and how one will notice that it works. Five answers are enough.
massnahmen-keine = No measure fits this choice.
massnahmen-jeder-stand = any state
massnahmen-jedes-quartier = all
massnahmen-jede-stelle = all
massnahmen-einfuegen = Several from a table
massnahme-daraus = Plan a measure from this
aus-fort = What was to be cited here is gone, or you may not see it. Save once more, then without it.
aus-diesem = This begins with: { $art } “{ $titel }”. It is cited there without any searching.
massnahme-anlegen = Add a measure
massnahme-hier-anlegen = Add a measure for this quarter
massnahme-befunde = Findings
massnahme-spaet = past its date
massnahme-stelle = Post
massnahmen-hier = { $anzahl ->
        [0] No measure has been agreed for this quarter yet.
        [one] One measure has been agreed for this quarter.
       *[other] { $anzahl } measures have been agreed for this quarter.
    }
massnahmen-ganze-stadt = { $anzahl ->
        [one] One measure for the whole city, planned or under way, comes on top.
       *[other] { $anzahl } measures for the whole city, planned or under way, come on top.
    }
massnahme-teil = only a part: { $name }
massnahme-zeile = { $stelle }, until { $tag }, { $stand }
massnahme-satz = { $ort }. Lead: { $stelle }, until { $tag }; { $stand }. How we will notice: { $woran }

massnahme-stand-planned = planned
massnahme-stand-running = under way
massnahme-stand-done = completed
massnahme-stand-ended = given up

massnahme-leit-planned = It is planned until { $tag }. Lead: { $stelle }. Place: { $ort }.
massnahme-leit-running = It is under way until { $tag }. Lead: { $stelle }. Place: { $ort }.
massnahme-leit-done = It is completed. Lead: { $stelle }. Place: { $ort }.
massnahme-leit-ended = It was given up. Lead: { $stelle }. Place: { $ort }.

massnahme-feld-titel = Title
    .hinweis = What is done, short enough for a list.
massnahme-feld-quartier = Quarter
massnahme-feld-federfuehrung = Lead
massnahme-feld-bis = Until when
massnahme-feld-woran = How will we notice?
    .hinweis = One sentence is enough: “Forty consultations a month” or “The square is lively in the evening”.
massnahme-feld-stand = State
massnahme-feld-was = What is done in detail
massnahme-feld-fuer-wen = For whom
massnahme-feld-ab = From when
massnahme-feld-wiedervorlage = Look at it again on
    .hinweis = On this day the measure is back on the start page of the leading post.
massnahme-feld-regeldienst = Can a regular service do it first?
    .hinweis = Which existing service could be opened or widened before something new is built.
massnahme-feld-mitwirkung = Taking part
    .hinweis = Posts that work on it. They may change the measure too.
massnahme-feld-kenntnisnahme = To be informed
    .hinweis = Posts that should know of it.

massnahme-neu-titel = New measure
massnahme-neu-leit = Five answers are enough. Everything else is asked when a report needs it.
massnahme-aendern-titel = Change { $titel }
massnahme-aendern-leit = What stood here before can still be read in the history.
massnahme-aendern = Change
massnahme-speichern = Save
meldung-massnahme-angelegt = The measure has been added. Now name the findings that it rests on.
meldung-massnahmen-angelegt = The measures have been added.

massnahme-titel-fehlt = Give the measure a title.
massnahme-quartier-fehlt = Choose a quarter or the whole city.
massnahme-federfuehrung-fehlt = Choose the post that leads.
massnahme-bis-fehlt = Say until when.
massnahme-woran-fehlt = Write in one sentence how you will notice that it works.
massnahme-stand-fehlt = Choose a state.
massnahme-ab-nach-bis = The beginning is after the end.
massnahme-eigene-stelle = Your post must lead or take part. Other measures are added by the coordination.
massnahme-ohne-stelle = You hold no post in this city. Measures are added by who holds a post, or by the coordination.
massnahme-nicht-ihre = This measure is changed by the leading post, by those taking part and by the coordination.

massnahme-inzwischen = Meanwhile { $wer } has changed this measure.

massnahme-warum = Why
massnahme-kein-befund = No finding has been named yet. Remember a figure of the atlas “for a paper”, or name a reference.
massnahme-ausgangswert = baseline
massnahme-daran-messen = Measure the effect against this
massnahme-nicht-messen = No longer measure against this
meldung-befund-genommen = The finding has been taken up.
meldung-befund-weg = The finding has been taken out. Its reference stays valid.
meldung-ausgangswert = This value is now the baseline.

massnahme-wirkung = Effect
massnahme-wirkung-lesen = The value on the left is kept and never changes. The one on the right is the newest of the same measure. This does not yet show that the measure made the difference: things change elsewhere too.
massnahme-ohne-ausgangswert = No baseline has been chosen yet. Take up a figure and press “Measure the effect against this”; then the value of that time and the one of today stand here.
massnahme-woran-gemessen = Measured against
massnahme-damals = then
massnahme-heute = today
massnahme-noch-kein-neuer-wert = no newer value yet
massnahme-vorlage = What can become of it
massnahme-verlauf = History
massnahme-wann = When
massnahme-wer = Who
massnahme-geaendert = What
massnahme-angelegt = added

lose-enden = Loose ends
massnahmen-draengt = What presses
lose-spaet = { $titel }: the date { $tag } is past ({ $stelle })
lose-wiedervorlage = { $titel }: to be looked at again ({ $stelle })
heute-massnahme-spaet = How does “{ $titel }” stand?
heute-massnahme-wiedervorlage = To be looked at again: { $titel }
haengt-massnahmen = { $zahl ->
        [one] one open measure that it leads
       *[other] { $zahl } open measures that it leads
    }

tabelle-titel = Several measures at once
tabelle-leit = Copy the rows out of your table and paste them here. Nothing is added before you have seen the preview.
tabelle-lesen = Five columns in this order: title, quarter, lead, until when, how will we notice? A heading with the names of fields may change the order and bring more fields of the measure, for example taking part, for whom or from when. Several posts stand with semicolons between them. For the whole city write “whole city”.
tabelle-feld = Rows of your table
    .hinweis = Cells stand between tabs, as they come out of a spreadsheet, or between semicolons.
tabelle-pruefen = Check
tabelle-uebernehmen = { $anzahl ->
        [one] Add one measure
       *[other] Add { $anzahl } measures
    }
tabelle-bereit = { $anzahl ->
        [one] One measure can be added.
       *[other] { $anzahl } measures can be added.
    }
    .text = Look through the preview. Nothing is saved until you confirm below.
tabelle-vorschau = Preview
tabelle-hinweise = { $anzahl ->
        [one] One place in the table is still to be settled.
       *[other] { $anzahl } places in the table are still to be settled.
    }
    .text = Change them below and check again. Nothing has been added yet.
tabelle-hinweise-tabelle = What is to be settled
tabelle-zeile = Line
tabelle-was = What to do
tabelle-leer = There is no measure in the table.
    .text = Paste at least one row of five columns.
tabelle-ohne = { $anzahl ->
        [one] One column is left out: { $namen }
       *[other] { $anzahl } columns are left out: { $namen }
    }
    .text = What is called in the heading like a field of the measure is read: { $felder }.
tabelle-spalte = Column { $nummer }
tabelle-offen = A quotation mark is not closed. Close it in the same cell or delete it.
tabelle-zu-lang = These are more than { $anzahl } rows. Split the table.
tabelle-doppelt = “{ $titel }” is there already at this place. Delete the row or change the title.
tabelle-quartier-fremd = The city knows no quarter “{ $wert }”. Write its name or key as in the atlas.
tabelle-stelle-fremd = There is no post “{ $wert }”. Write it as it is called in the administration of the system.
tabelle-stelle-doppelt = Several posts are called “{ $wert }”. Add this measure by itself.
tabelle-tag-unklar = “{ $wert }” is no day. Write it like this: 2027-06-30.

aktion-measure-plan = Measure added
aktion-measure-change = Measure changed
aktion-measure-baseline = Baseline of a measure chosen
aktion-measure-no-baseline = Baseline of a measure dropped
