## Remembering, folder and reference

nav-mappe-wozu = What you have kept for the next council paper, with source and reference.
nav-mappe = Folder
fuer-vorlage-merken = Keep for a paper
in-der-mappe = In your folder
meldung-gemerkt = Kept, as it stands today.
    .weg = To the folder
heute-mappe = Something in your folder “{ $mappe }” has changed: look at { $anzahl ->
        [one] one finding
       *[other] { $anzahl } findings
    }

## Folder

mappe-erste = My folder
mappe-wozu = A folder gathers findings for a council paper, each with its reference.
mappe-leit = { $anzahl ->
        [0] Nothing lies in it yet.
        [one] One finding lies in it.
       *[other] { $anzahl } findings lie in it.
    }
mappe-leit-geaendert = { $anzahl ->
        [one] One of them has changed since.
       *[other] { $anzahl } of them have changed since.
    }
mappe-leit-weg = { $anzahl ->
        [one] One is no longer shown today.
       *[other] { $anzahl } are no longer shown today.
    }
mappe-leit-gesperrt = { $anzahl ->
        [one] One has been withdrawn.
       *[other] { $anzahl } have been withdrawn.
    }
mappe-leer = Here lies what you need for a council paper: figures with sentence, source, reference date and a short reference. Press “Keep for a paper” beside a figure. What you keep stays as it was. If the data change, it is said here.
mappe-leer-schritt = Look at figures
mappe-alle = Your folders
mappe-als-text = Text to paste
mappe-stand = { $stadt }, as of { $tag }
mappe-hoch = Move up
mappe-runter = Move down
mappe-herausnehmen = Take out
mappe-neuer-stand = Take today’s state
mappe-neu = Make a folder with a title of its own
mappe-verwalten = Rename, new folder, delete
mappe-titel = Title of this folder
mappe-neu-titel = Title of a new folder
mappe-titel-hinweis = for example the name of the paper
mappe-titel-fehlt = Give the folder a title.
mappe-titel-lang = The title is too long. Use at most 160 characters.
mappe-titel-doppelt = Another of your folders has this title. Choose a different one.
mappe-umbenennen = Rename
mappe-anlegen = Make the folder
mappe-loeschen = Delete this folder
    .hinweis = Only the folder is deleted. Its references stay valid, because papers may print them already.
meldung-mappe-angelegt = The folder is there. What you keep from now on goes into it.
meldung-mappe-geloescht = The folder is deleted. Its references stay valid.
meldung-herausgenommen = Taken out. The reference stays valid.
meldung-neuer-stand = Here stands today’s state now, with a new reference. The old one stays valid.
kopieren = Copy
kopiert = Copied

## Finding

zitat-stichtag = Reference date { $tag }
zitat-zeitraum = Period { $zeit }
zitat-gemerkt = kept on { $wann }
zitat-nicht-oeffentlich = not public: { $kreis }
zitat-fertig = { $satz } Source: { $quelle }. Reference { $fund }.
zitat-ohne-titel = Reference { $fund }
zitat-heute-ansehen = How do we know?
zitat-geaendert = Has changed since.
zitat-damals-heute = Then { $damals }, today { $heute } ({ $quelle }).
zitat-heute = Today: { $heute }
zitat-weg = No longer shown today.
    .text = What was kept stays. Ask before the meeting whether it should still stand.
zitat-gesperrt = Withdrawn.
zitat-gesperrt-weil = Withdrawn on { $wann }, because: { $grund }. Strike the value out wherever you have used it already.
zitat-gesperrt-am = Withdrawn on { $wann }. The value is no longer shown anywhere.
zitat-verborgen = Not for your view.
    .text = Somebody with wider rights has kept this.
zitat-gleich = Unchanged.
    .text = The same is to be read today.

## Reference

fund = Reference
fund-titel = Reference { $fund }
fund-was = A reference stands beside a figure in council papers. It shows what was to be read when it was cited, and whether that is still so today.
fund-suchen = Look up a reference
fund-nachsehen = Look up
fund-hinweis = four characters or more, for example 7K3Q
fund-vertippt = This reference is misspelt
    .text = “{ $fund }” is not a reference. The last character checks the others: compare with the paper, character by character. The digits 0 and 1 and the letters I, L and O never occur.
fund-unbekannt = There is no such reference here
    .text = “{ $fund }” is spelt correctly but has not been given out here. Perhaps the paper comes from a city with an installation of its own; then its address stands on the paper.
fund-nicht-oeffentlich = This reference exists. It comes from { $stadt } and is not public.
fund-recht-fehlt = Your role there does not cover it. Ask whoever wrote the paper.
fund-anmelden = Whoever has an account there can log in and then sees what belongs to their role.
fund-in-mappe = In your folder “{ $mappe }”
zitat-tag = Reference date
zitat-quelle = Source
zitat-festgehalten = Recorded on
zitat-pruefsumme = Checksum
zitat-pruefsumme-stimmt = fits (salted SHA-256: { $summe })
zitat-pruefsumme-bleibt = stays as proof (salted SHA-256: { $summe })

## A value of the atlas as it is cited

zahl-titel = { $merkmal }, { $gebiet }
zahl-satz = { $merkmal }, { $gebiet }, { $wann }: { $wert }.
zahl-satz-anteil = { $merkmal }, { $gebiet }, { $wann }: { $wert } (of { $anzahl }).
zahl-quelle = { $herausgeber }, { $staende }, { $schutz }
zahl-datenstand = data state { $datenstand } of { $tag }

## Log

aktion-folder-make = Folder made
aktion-folder-rename = Folder renamed
aktion-folder-delete = Folder deleted
aktion-citation-cite = Cited
aktion-citation-place = Put into a folder
aktion-citation-remove = Taken out of a folder
aktion-citation-reorder = Folder put in order
aktion-citation-replace = Renewed in the folder
