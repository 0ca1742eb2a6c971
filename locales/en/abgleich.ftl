## Measures as a workbook: take it along, edit it, bring it back

abgleich-weg = Edit as a workbook
abgleich-titel = Measures as a workbook
abgleich-leit = Edit many measures, indicators and values at once, in the program that you are used to.
abgleich-schritte = Fetch the workbook, edit it, and bring it back here. Ankunft then shows every cell that differs. Until you confirm, nothing is stored.
abgleich-holen = Fetch the workbook (XLSX)
abgleich-datei = Edited workbook
    .hinweis = An XLSX file of up to { $mb } MB. Its name does not matter.
abgleich-vergleichen = Compare
abgleich-lesen = What you do not touch stays as it stands now, even if somebody has changed it meanwhile. A deleted row deletes nothing. If you and somebody else changed the same cell, you decide.
abgleich-wartet = Brought and not taken over yet
abgleich-datei-heisst = Compared with “{ $datei }”.
abgleich-verwerfen = Discard the file

abgleich-keine-mappe = This file cannot be read
    .text = Nothing was taken over. What to do stands here.
abgleich-fehler = { $anzahl ->
        [one] One cell needs to be cleared up
       *[other] { $anzahl } cells need to be cleared up
    }
    .text = Change them in your file and bring it once more. Nothing was taken over.
abgleich-gleich = Nothing differs
    .text = Nothing was changed in the file that does not stand here already. What has changed here meanwhile stays.
abgleich-anders = { $anzahl ->
        [one] One entry differs
       *[other] { $anzahl } entries differ
    }
    .text = Look through them. Until you confirm below, nothing is stored.
abgleich-zu-klaeren = What needs to be cleared up
abgleich-geaendert = Changed
abgleich-neu = New
abgleich-konflikte = Changed by you and by others
    .text = Since the workbook was written somebody else has changed the same entry. Decide for each what shall hold.
abgleich-sonst = What stays as it is
abgleich-zelle = Cell
abgleich-steht = It says
abgleich-was = What
abgleich-damals = When the file was written
abgleich-bisher = So far
abgleich-kuenftig = In the file
abgleich-sagt = Entries
abgleich-leer = (empty)
abgleich-jetzt = Leave it as it stands now: { $wert }
abgleich-aus-datei = Take it from the file: { $wert }
abgleich-davor = When the file was written: { $wert }
abgleich-entscheiden = Choose what shall hold.
abgleich-inzwischen = Something has changed meanwhile.
    .text = The entries below are up to date. Look through them once more and then confirm.
abgleich-uebernehmen = { $anzahl ->
        [one] Take over one entry
       *[other] Take over { $anzahl } entries
    }
abgleich-weitere = { $anzahl ->
        [one] And one more.
       *[other] And { $anzahl } more.
    }
abgleich-zu-viel = { $anzahl } differences would be taken over; at most { $hoechstens } can be at once.
    .text = Split the file, so that somebody can look through the differences.
abgleich-gleiche = { $anzahl ->
        [0] No row says exactly what stands here already.
        [one] One row says what stands here already.
       *[other] { $anzahl } rows say what stands here already.
    }
abgleich-ohne-zeile = { $anzahl ->
        [one] { $blatt }: One of the entries here has no row in the file. Nothing changes about it.
       *[other] { $blatt }: { $anzahl } of the entries here have no row in the file. Nothing changes about them.
    }
abgleich-blatt-fremd = Not read, because Ankunft does not know them: the sheets { $namen }. They stay in your file.
abgleich-spalten-fremd = Sheet { $blatt }: not read, because Ankunft does not know them: { $namen }. These columns stay in your file.
abgleich-spalten-fehlen = Sheet { $blatt }: these columns are not in the file, so nothing changes in them: { $namen }.
abgleich-formeln = { $anzahl ->
        [one] Sheet { $blatt }: one cell holds a formula. Its stored result was read.
       *[other] Sheet { $blatt }: { $anzahl } cells hold formulas. Their stored results were read.
    }

abgleich-ohne-blatt = No sheet of this workbook is called “Measures”, “Indicators”, “Values” or “Spending”. Fetch the workbook once more.
abgleich-ohne-kopf = The column “Key” is missing in this sheet. Fetch the workbook once more and carry your changes over.
abgleich-spalte-doppelt = This column is there twice. Delete one of them.
abgleich-verbunden = Merged cells: nobody can tell what of them belongs to which row. Split them.
abgleich-fehlerwert = There is an error instead of a value. Mend the formula, or write the value.
abgleich-formel-leer = Nobody has computed this formula yet. Open and save the file in a spreadsheet program, or write the value.
abgleich-zahl-unklar = “{ $wert }” is no number with at most two decimals. Write it like this: 1140 or 12.5.
abgleich-stand-fremd = “{ $wert }” is no state. Possible are planned, running, done and ended.
abgleich-stufe-fremd = “{ $wert }” is no step. Write a number from 1 to 7.
abgleich-art-fremd = “{ $wert }” is no kind. Possible are count and share.
abgleich-regel-fremd = “{ $wert }” is no rule. Possible are “is added up” and “the last value holds”.
abgleich-zielpfad-unklar = “{ $wert }” is no target path. Write day, colon, value, and a semicolon before the next: 2026-12-31: 300; 2027-12-31: 900.
abgleich-berichtet-fremd = There is no Stelle or organisation “{ $wert }”. Choose one of the sheet “Lists”, or leave the cell empty: then the lead Stelle reports.
abgleich-ja-unklar = “{ $wert }” is neither yes nor no. Write yes, or leave the cell empty.
abgleich-zeitraum-unklar = “{ $wert }” is no period. Write it like this: 2026, 2026-Q3 or 2026-09.
abgleich-stelle-doppelt = Several are called “{ $wert }”. Write the unit in brackets behind it, as on the sheet “Lists”.
abgleich-schluessel-andere-stadt = This row belongs to another city. Take it out of the file.
abgleich-schluessel-unlesbar = “{ $wert }” is no key. Restore it, or empty the cell if the row is new.
abgleich-schluessel-anderes-blatt = This key belongs to another sheet. Empty the cell if the row is new.
abgleich-schluessel-doppelt = Another row has this key already. Empty the cell if this row is new.
abgleich-schluessel-unbekannt = What this key names is not there. Empty the cell if the row is new.
abgleich-massnahme-fremd = There is no measure “{ $wert }”, neither here nor new in the file. Write its number (M12) or its title.
abgleich-massnahme-doppelt = Several measures are called “{ $wert }”. Write the number before it: M12.
abgleich-indikator-fremd = This measure has no indicator “{ $wert }”. Write its number (I2) or its name.
abgleich-indikator-mehrere = Several indicators of this measure are called “{ $wert }”. Write the number before it: I2.
abgleich-indikator-doppelt = “{ $wert }” is on this step already. Change the row with the key.
abgleich-nicht-umhaengen = A row with a key stays with its measure. Add a new row without a key for the other one.
abgleich-zeitraum-bleibt = A row with a key stays with its period. Add a new row without a key for the other one.
abgleich-abgenommen = This value was accepted and is locked. Hand in a correction on the page of the indicator.
abgleich-wert-doppelt = There is a value for this period already. Change the row with the key.
abgleich-aus-dem-atlas = The values of this indicator come from the atlas. Nobody enters them.

meldung-abgleich = The changes were taken over. Each is a new version; what held before stands in the history.
meldung-abgleich-schon = This file was already taken over or discarded.

arbeitsmappe-blatt-massnahmen = Measures
arbeitsmappe-blatt-indikatoren = Indicators
arbeitsmappe-blatt-werte = Values
arbeitsmappe-blatt-listen = Lists
arbeitsmappe-blatt-anleitung = Guide
arbeitsmappe-schluessel = Key
    .hinweis = Please leave it: it says what the row is about and from which version it was written. New rows have none.
arbeitsmappe-indikator = Indicator
arbeitsmappe-regel = Several periods
arbeitsmappe-beendet = Ended
arbeitsmappe-art-count = count
arbeitsmappe-art-share = share
arbeitsmappe-regel-sum = is added up
arbeitsmappe-regel-last = the last value holds
arbeitsmappe-stellen = Stellen
arbeitsmappe-orte = Places
arbeitsmappe-organisationen = Organisations
arbeitsmappe-massnahme = Measure
    .hinweis = In new rows the number (M12) or the title, also that of a new row of the first sheet.
arbeitsmappe-zielpfad = Target path
    .hinweis = Day, colon, value; the next one after a semicolon: 2026-12-31: 300; 2027-12-31: 900
arbeitsmappe-mitwirkung = Taking part
    .hinweis = Several Stellen with a semicolon between them, as on the sheet “Lists”.
arbeitsmappe-kenntnisnahme = Informed
    .hinweis = Several Stellen with a semicolon between them, as on the sheet “Lists”.
arbeitsmappe-merkmal = Measure of the quarter
    .hinweis = Only to read: these values come from the atlas.
arbeitsmappe-stand = State
    .hinweis = For values only to read. What was accepted is locked.
arbeitsmappe-anleitung = How to edit this workbook
arbeitsmappe-anleitung-was = This workbook holds the measures of the city with their indicators, values and spending, as far as you may see them.
arbeitsmappe-anleitung-zelle = Change what you want to change. What you do not touch stays as it stands in Ankunft, even if somebody has changed it there meanwhile.
arbeitsmappe-anleitung-neu = For something new write a row without a key below. For a measure title, quarter, lead, until when and how will we notice are enough.
arbeitsmappe-anleitung-schluessel = Leave the keys. Whoever copies a row empties the key of the copy.
arbeitsmappe-anleitung-weg = A deleted row deletes nothing. A measure ends when its state is “done” or “ended”.
arbeitsmappe-anleitung-tage = Write days as dates or like this: 2027-06-30. Numbers have at most two decimals.
arbeitsmappe-anleitung-werte = A new or changed value is handed in and waits for its Abnahme. Accepted values are locked; those older than two years are not in the workbook.
arbeitsmappe-anleitung-spalten = You may reorder columns and sheets and add your own. Only known ones are read.
arbeitsmappe-anleitung-zurueck = Bring the workbook back under “Governance”, “Edit as a workbook”. You see every difference before anything is stored.
