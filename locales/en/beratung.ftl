# Papers in meetings, and how their way through bodies is corrected.

punkt-vorlage = Paper { $nummer }: { $betreff }
punkt-ergebnis = Result for the paper
punkt-ergebnis-von-selbst = as decision and vote say
schritt-nach-protokoll = According to the minutes of the meeting

aktion-paper-step-move = Step on the way through bodies moved
aktion-paper-step-remove = Step on the way through bodies taken out
aktion-paper-correct = Result of a step corrected

schritt-verlegt = Moved: { $grund }
schritt-aendern-von = Move or take out: { $gremium }, { $tag }
schritt-aendern-leit = As long as a step has no result it can be moved to another body or another day.
schritt-verlegen = Move this step
schritt-grund = Why is it moved?
    .hinweis = One sentence is enough: “The meeting is cancelled.”
schritt-grund-fehlt = Write in one sentence why this step is moved.
schritt-herausnehmen = Take this step out
schritt-herausnehmen-leit = It disappears from the way through bodies. The change log keeps who took it out.
schritt-inzwischen = Somebody has changed this step meanwhile. What holds now stands above; what you have written still stands here.
ergebnis-berichtigen = Correct the result
ergebnis-berichtigen-von = Correct the result: { $gremium }, { $tag }
ergebnis-berichtigen-leit = What was written down is kept. Everywhere stands the new result, and that it was corrected.
ergebnis-berichtigt = Corrected on { $tag }: { $grund }
ergebnis-berichtigt-am = Corrected on { $tag }.
meldung-schritt-verlegt = The step is moved.
meldung-schritt-herausgenommen = The step is taken out.
meldung-ergebnis-berichtigt = The result is corrected.

nav-beschluesse-oeffentlich = Public decisions
nav-beschluesse-oeffentlich-raum = Public

spaet-ergebnis = Result missing: “{ $betreff }”
spaet-ergebnis-fehlt = It was the turn of { $wer } on { $tag }, and nobody has written down the result.

ende-ohne-papier = Decision without its signed paper
    .satz = This is decided, and the adopted version is not here yet. Bring the PDF: its references are recognised.
    .weg = To the paper

aktion-observation-give = Observation given on
beobachtung-weitergeben = Give it to another body
beobachtung-weitergeben-leit = If another body has to decide about it, give the observation on. It then stands there among what is open.
beobachtung-weiter-an = Which body is to speak about it?
beobachtung-weiter-fehlt = Choose a body that does not have the observation yet.
beobachtung-weiter-grund = Why?
    .hinweis = One sentence is enough: “Only the council can decide this.”
beobachtung-weiter-grund-fehlt = Write in one sentence why you give the observation on.
beobachtung-weiter-inzwischen = Somebody has given the observation on meanwhile. Where it is now stands above; what you have written still stands here.
beobachtung-wege = Where the observation was
beobachtung-weg = { $tag }: to { $gremium }. { $grund }
meldung-beobachtung-weitergegeben = The observation is given on.

sitzung-papier-einladung = Invitation and agenda
sitzung-papier-entwurf = Minutes, draft
sitzung-papier-protokoll = Minutes
sitzung-papier-tabelle = The meeting
sitzung-papier-hinweis = Note
sitzung-papier-geschlossen = Minutes closed
sitzung-papier-berichtigt = Corrected on { $wann }.
sitzung-papier-berichtigt-grund = Corrected on { $wann }: { $grund }
sitzung-papier-auftraege = Tasks
sitzung-als-pdf = Meeting as PDF
sitzung-als-docx = Meeting as a Word file
sitzung-als-pdf-oeffentlich = Public part as PDF
gremien-eingeladen-tagesordnung = Agenda
gremien-eingeladen-papier = Invitation as PDF

aktion-attachment-take-back = File taken back
datei-zurueck = Take a file back
datei-zurueck-welche = Which file?
datei-zurueck-fehlt = Choose the file that is taken back.
datei-zurueck-grund = Why?
    .hinweis = The file is then deleted. Its name, who took it back and why stay to be read.
datei-zurueck-grund-fehlt = Write in one sentence why the file is taken back.
datei-zurueckgenommen = Taken back: { $datei }, { $wann }, by { $wer }. { $grund }
meldung-datei-zurueck = The file is taken back.
meldung-datei-schon-zurueck = The file is no longer there.
