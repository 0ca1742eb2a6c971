## Documents of the programme

nav-unterlagen = Documents
programm-unterlagen-titel = Documents
programm-unterlagen-leit = What the cities and the programme show one another. Everybody in the programme can read it.
programm-unterlagen-leer = Nobody has put anything here yet. A guide, a template or minutes are a good start.
programm-unterlage-neu = Put something here
programm-unterlage-titel = Title
programm-unterlage-titel-fehlt = Give the document a title.
programm-unterlage-art = Kind
programm-unterlage-art-fehlt = Choose what it is.
programm-unterlage-art-guide = Guide
programm-unterlage-art-template = Template to fill in
programm-unterlage-art-minutes = Minutes
programm-unterlage-art-talk = Talk
programm-unterlage-art-study = Study
programm-unterlage-art-other = Something else
programm-unterlage-ausgabe = Edition
programm-unterlage-ausgabe-hinweis = For example “2nd edition” or “as of May 2026”. A new edition is put here anew; the old one stays.
programm-unterlage-datei = File
programm-unterlage-datei-hinweis = PDF, DOCX or XLSX without macros, at most 20 MB
programm-unterlage-zu-gross = The file is larger than 20 MB.
programm-unterlage-falsche-art = This is no PDF, Word document or Excel workbook without macros. Save the file as one of these.
programm-unterlage-legen = Put it here
programm-unterlage-von = { $art }, { $groesse } kB, from { $wer }, { $wann }
meldung-programm-unterlage = The document is here for everybody now.
programm-unterlage-haben = Fetched by: { $wer }
programm-unterlage-grund = Why do you withdraw “{ $titel }”?
programm-unterlage-grund-fehlt = Say briefly why. Who has the document already reads it here.
programm-unterlage-zurueckziehen = Withdraw
programm-unterlage-zurueckgezogen = Withdrawn by { $wer }, { $wann }: { $grund }
programm-unterlage-gibt-es-nicht-mehr = This document was withdrawn. The page “Documents” says by whom and why.
meldung-programm-unterlage-zurueck = The document is withdrawn. Reason and day stay to be read.
meldung-programm-unterlage-schon-zurueck = The document was withdrawn already.
aktion-document-withdraw = Document withdrawn
aktion-document-fetch = Document fetched
aktion-document-share = Document shared with the programme
ding-programme-document = Document of the programme

## Library: like one's own quarter

bibliothek-quartier = As in our quarter
bibliothek-quartier-hinweis = What lies clearly above the mean of the city there is looked for too; released figures are used.
bibliothek-kein-quartier = none in particular
bibliothek-quartier-bekannt = { $anzahl ->
        [0] In { $quartier } nothing lies clearly above the mean of the city, or it is not known.
       *[other] { $quartier }, compared with the city: { $merkmale }.
    }
wirkungskarte-verschieden = Different: { $merkmale }
programm-unterlage-grund-fremd = Why do you take “{ $titel }” of { $wer } from the table?
programm-unterlage-grund-liest = { $wer } reads the reason in its own news, everybody else reads it here.
aktion-document-remove = Document of a municipality taken from the table
neues-unterlage-genommen = { $wer } has taken “{ $titel }” from the table: { $grund }
