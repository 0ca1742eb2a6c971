# Enquiries of council, press, audit office and residents; searching findings; a matter.

nav-anfragen = Enquiries
nav-anfragen-wozu = What council, press and audit office ask, until when, and what the city answers.
anfragen-titel = What was asked?
anfragen-leit = { $offen ->
    [0] At present no enquiry is open.
    [one] One enquiry is open.
   *[other] { $offen } enquiries are open.
}
anfragen-leit-spaet = { $anzahl ->
    [one] One is past its deadline.
   *[other] { $anzahl } are past their deadline.
}
anfragen-leer = Enquiries stand here with their deadline and their answer. Earlier answers come again when somebody asks something alike.
anfragen-offen = Open
anfragen-beantwortet = Answered
anfrage = Enquiry
anfrage-nur-intern = not public
anfrage-aufnehmen = Write an enquiry down
anfrage-neu-titel = Write an enquiry down
anfrage-neu-leit = Who asks what, until when, and for whom is the answer?
anfrage-aendern-titel = { $betreff }: change what is known
anfrage-aendern-leit = What held before stays in the history.
anfrage-aendern = Change what is known
anfrage-speichern = Save
anfrage-inzwischen = Meanwhile { $wer } has changed this enquiry.
anfrage-von-council = council
anfrage-von-press = press
anfrage-von-audit = audit office
anfrage-von-resident = resident
anfrage-kreis-public = everybody
anfrage-kreis-administration = administration and audit only
anfrage-feld-wer-fragt = Who asks
anfrage-feld-fragender = Name, group or newspaper
anfrage-feld-betreff = Subject
anfrage-feld-frage = Question
anfrage-feld-aktenzeichen = File number
anfrage-feld-eingang = Received
anfrage-feld-frist = Deadline
anfrage-feld-quartier = Quarter
anfrage-feld-federfuehrung = Lead
anfrage-feld-mitwirkung = Taking part
anfrage-feld-kreis = Who may read the answer
    .hinweis = What is for fewer people than these cannot stand in the answer when it leaves the house.
anfrage-wer-fehlt = Choose who asks.
anfrage-name-fehlt = Write who exactly asks.
anfrage-betreff-fehlt = Write the subject in a line.
anfrage-frage-fehlt = Write what is asked.
anfrage-eingang-fehlt = Write when the enquiry came.
anfrage-eingang-zu-frueh = This day is still to come. Write when the enquiry came.
anfrage-frist-fehlt = Write until when it is to be answered.
anfrage-frist-vor-eingang = The deadline is before the day it came.
anfrage-quartier-fehlt = Choose a quarter or the whole city.
anfrage-federfuehrung-fehlt = Choose the post that answers.
anfrage-kreis-fehlt = Choose who may read the answer.
anfrage-eigene-stelle = Your post must lead or take part.
anfrage-nicht-ihre = The leading post can answer, who takes part, and the coordination.
anfrage-ist-beantwortet = This answer has left the house and stays as it is.
anfrage-leit = { $wer } asks.
anfrage-frist-in = { $tage ->
    [0] The deadline ends today ({ $tag }).
    [one] One working day is left until the deadline on { $tag }.
   *[other] { $tage } working days are left until the deadline on { $tag }.
}
anfrage-frist-frei = Nobody works on that day; the last working day before it is { $tag }.
anfrage-ueberfaellig = The deadline was on { $tag }.
anfrage-beantwortet = Answered on { $tag }, in time.
anfrage-spaet-beantwortet = Answered on { $tag }, after the deadline.
anfrage-aehnliche = Something alike was asked before
anfrage-frueher = Asked by { $wer } on { $tag }; not answered yet.
anfrage-frueher-beantwortet = Asked by { $wer } on { $tag }; answered.
anfrage-antwort = Answer
anfrage-antworttext = Text of the answer
    .hinweis = What you take below stands here as a sentence with its reference. Rewrite what is needed; the references stay.
anfrage-antwort-speichern = Save the answer
anfrage-antwort-fehlt = Write the answer before you save.
anfrage-antwort-inzwischen = Meanwhile { $wer } has written on the answer.
anfrage-ohne-antwort = No answer is written yet.
anfrage-satz-mit-fundstelle = { $satz } ({ $fundstelle })
anfrage-zitiert = What the answer rests on
anfrage-nichts-zitiert = Nothing is taken yet. Below stands what fits quarter and subject.
anfrage-herausnehmen = Take out
anfrage-enger-als-kreis = For fewer people than this answer: may not leave.
anfrage-gesammelt = What is known of it
anfrage-absenden = Sending
anfrage-zu-eng = The answer cannot leave like this.
anfrage-zu-eng-text = Who asks may not read this: { $namen }. Take it out, of the text too, or change for whom the answer is.
anfrage-erst-schreiben = Save the answer first.
anfrage-fremde-fundstelle = { $fundstelle } stands in the text and is not taken. Take it or strike it out.
anfrage-unterschrift = Signed by
    .hinweis = Name and post as they stand below the answer.
anfrage-unterschrift-fehlt = Write who signs.
anfrage-abgesandt = Note that it was sent
anfrage-antwort-datei = Answer as { $art }
anfrage-aufgenommen = written down
anfrage-antwort-fassung = Answer, version { $nummer }
anfrage-gesendet-zeile = version { $nummer } sent, signed by { $wer }
anfrage-papier-art = Answer to an enquiry
anfrage-papier-tabelle = About the enquiry
anfrage-beantwortet-am = Answered on
anfrage-ding = Enquiry: { $betreff }
anfrage-satz = { $wer } asked on { $tag } ({ $ort }).{ $antwort }
anfrage-satz-beantwortet = { $wer } asked on { $tag } ({ $ort }); answered on { $antwort }.
meldung-anfrage-aufgenommen = The enquiry is written down.
meldung-antwort-gesendet = Noted: the answer has left the house.

befund-suchen = Search findings
    .hinweis = Words of title or text: a quarter, an indicator, a measure. Or a Fundstelle, or the address of a page.
befund-suchen-fuer = What “{ $titel }” can rest on: figures, observations, goals, decisions, commitments, measures.
befund-suchen-los = Search
befund-wortlaut = Wording of { $tag }, in the city’s language
befund-zitieren = Cite
befund-adresse-fremd = This address cannot be cited: nothing on its page is evidence or was decided. Search with words, or paste the address of the thing itself.
befund-gefunden = { $anzahl ->
    [0] Nothing found that is not taken yet. Try other words.
    [one] One thing fits.
   *[other] { $anzahl } things fit.
}
befund-stufe-befund = Finding
befund-stufe-ziel = Goal
befund-stufe-entscheidung = Decision
befund-stufe-massnahme = Measure
befund-stufe-wirkung = Effect

vorgang-suchen = Matter
vorgang-suchen-leit = Everything that carries a file number, on one page.
vorgang-titel = Matter { $az }
vorgang-leit = { $anzahl ->
    [0] Nothing that you may see carries this file number.
    [one] One thing carries this file number.
   *[other] { $anzahl } things carry this file number.
}
vorgang-zeigen = Show
vorgang-leer = Look at the file number: each sign of it must be right.
vorgang-tabelle = What belongs to the matter
vorgang-was = What
vorgang-art = Kind
vorgang-dateien = Files
vorgang-ausgeben = Hand out for the electronic file (PDF/A with attachments)
vorgang-papier-art = Extract for the electronic file
vorgang-anlagen = { $anzahl ->
        [0] No annexes lie in this file.
        [one] One annex lies in this file.
       *[other] { $anzahl } annexes lie in this file: papers, answers and what is kept with them.
    }
vorgang-nicht-darin = What does not lie in this file
vorgang-datei = File
vorgang-warum = Why
vorgang-zu-gross = With it this file would be too large. Fetch it on its page.
vorgang-eigene-seite = It is given out on a page of its own.

heute-anfrage-frist = Answer the enquiry “{ $betreff }”.
heute-anfrage-spaet = The deadline is over: answer the enquiry “{ $betreff }”.
haengt-anfragen = { $zahl ->
        [one] one open enquiry
       *[other] { $zahl } open enquiries
    }
recht-enquiries-see = looking at enquiries
recht-enquiries-answer = answering enquiries
recht-enquiries-steer = answering enquiries of all posts
ding-enquiry = enquiry
aktion-enquiry-receive = Enquiry written down
aktion-enquiry-change = Enquiry changed
aktion-enquiry-answer = Answer written
aktion-enquiry-send = Answer sent

# Putting something into a matter
ablegen-titel = Put into a matter: { $titel }
ablegen-leit = Where does it belong in the files? Everything with the same file number stands on one page and comes along in the extract for the electronic file.
ablegen-hinweis = Leave empty if it shall lie in no matter.
ablegen = Put there
ablegen-in = Put into a matter
ablegen-anders = Put into another matter
ablegen-inzwischen = Meanwhile somebody has entered another file number. Look at it, and send yours once more if it is right.
meldung-abgelegt = It now lies in the matter of this number.
meldung-nicht-abgelegt = It now lies in no matter.
aktion-case-file = Put into a matter
vorgang-zu-viele = Enough of this kind lies in this file. Load the sheet on its own page.
vorgang-blatt = Sheet
