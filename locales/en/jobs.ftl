## Jobs: what the city has had computed and accepted

auftraege-titel = Jobs
auftraege-leit = { $zahl ->
        [0] Nothing is running at the moment.
        [one] One job has not finished yet. It goes on even if you close this page.
       *[other] { $zahl } jobs have not finished yet. They go on even if you close this page.
    }
auftraege-leit-leer = What takes longer goes on as a job, even if you close the page.
auftraege-leer = The jobs of your city stand here as soon as somebody asks for the first: accepting a file, for example.
auftraege-laufend = Running now
auftraege-wartend = Waiting
auftraege-beendet = Finished

auftrag-annehmen = Accept { $datei }
auftrag-ohne-titel = Job
auftrag-von-wann = { $wer } · { $wann }
auftrag-stand-wartet = waiting
auftrag-stand-laeuft = running
auftrag-stand-fertig = done
auftrag-stand-abgebrochen = cancelled
auftrag-stand-gescheitert = not successful

auftrag-leit-laeuft = You can close this page; the job goes on. Until it has finished, nothing about the city’s data changes.
auftrag-leit-abgebrochen = The job was cancelled. Nothing about the city’s data has changed.
auftrag-leit-gescheitert = The job was not successful. Nothing about the city’s data has changed.

auftrag-warum = Why:
auftrag-wer = Asked for by
auftrag-seit = Asked for on
auftrag-bis = Finished on
auftrag-anlaeufe = Attempts
auftrag-abbrechen = Cancel the job
auftrag-neu-laden = Reload
auftrag-zu-den-daten = To the data
auftrag-zur-datei = To the file

## What a job does at the moment

auftrag-wartet = The job waits until those before it have finished.
auftrag-beginnt = The job is starting.
auftrag-hoert-auf = The job is being cancelled.
auftrag-schritt-lesen = { $datei } is being read.
auftrag-schritt-pruefen = { $datei } is being checked.
auftrag-schritt-zeichnen = The map for { $datei } is being drawn, earlier boundaries are compared.
auftrag-schritt-schuetzen = The figures of { $datei } are being protected.
auftrag-schritt-schreiben = { $zahl } of { $alle } columns are written.

## What became of it

auftrag-fertig = Everything is done.
auftrag-datenstand = The file is accepted: data state { $nummer }.
auftrag-abgebrochen = Nothing of it has remained.
auftrag-datei-fort = The file is no longer there; it was discarded or has been accepted already.
auftrag-nicht-annehmbar = The file no longer fits what the city has by now. The page of the file says what speaks against it.
auftrag-aufgegeben = Given up after several attempts. Try again later or turn to your system administration.
auftrag-innerer-fehler = The fault is ours and has been recorded. Try again later.
auftrag-art-unbekannt = This version of the program does not know jobs of this kind.

aktion-job-ask = Job asked for
aktion-job-cancel = Job cancelled
