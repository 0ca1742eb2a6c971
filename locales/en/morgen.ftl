## Today, what is late and what has happened

heute-nur-spaet = Nothing new to do today. Some things are late.
spaet-titel = What is late
spaet-seit = since { $tag }
spaet-mehr = { $anzahl ->
        [one] Show one more thing that is late
       *[other] Show { $anzahl } more things that are late
    }

neues-titel = Since your last visit
neues-besuch = You were last here on { $tag }.
neues-besuch-wieder = You were last here on { $tag }; this visit began on { $begann }.
neues-uebergabe-titel = Since the handover
neues-uebergabe = You took over your post on { $tag }. This is what happened in the weeks before and since.
neues-zuletzt-titel = What happened lately
neues-erster = This is your first visit. Here is what happened since { $tag }, and later what happened since your last visit.
neues-erster-wieder = This visit began on { $begann }. Here is still what happened since { $tag }.
neues-nichts = Nothing has changed in what concerns you.
neues-mehr = { $anzahl ->
        [one] Show one more change
       *[other] Show { $anzahl } more changes
    }

neues-massnahmen = Measures
neues-berichte = Reports
neues-gremien = Bodies and tasks
neues-vorlagen = Council papers and decisions
neues-anfragen = Enquiries
neues-zusagen = Commitments
neues-ziele = Goals
neues-fonds = Small funds
neues-kandidaten = Candidates and decisions
neues-programm = From other cities
neues-zahlen = Figures
neues-freigabe = New figures are released: { $titel }
neues-kandidat = New candidate: { $quartier }
neues-kandidat-stand = Candidate { $quartier }: { $stand }
neues-entscheidung = Decided: { $quartiere }
neues-entscheidung-berichtigt = Decision corrected: { $quartiere }
neues-entscheidung-oeffentlich = Decision published: { $quartiere }
neues-frage = { $wer } asks: { $titel }
neues-frage-beantwortet = { $wer } has answered your question: { $titel }
neues-frage-auch = { $wer } has answered too: { $titel }
neues-unterlage = New document from { $wer }: { $titel }

## The letter of the morning

tagesbrief = Morning letter
tagesbrief-leit = If you like, the page “Today” comes by mail from six in the morning: what waits for you, what is late, what has changed. It holds titles and addresses only, nothing about people. If there is nothing to say, nothing comes.
tagesbrief-wie-oft = How often should it come?
tagesbrief-never = Never
tagesbrief-weekdays = From Monday to Friday
tagesbrief-weekly = On Mondays
tagesbrief-merken = Save the choice
tagesbrief-keiner = At present no morning letter comes.
tagesbrief-bekommt-weekdays = The morning letter comes from Monday to Friday.
tagesbrief-bekommt-weekly = The morning letter comes on Mondays.
tagesbrief-beenden = Send no more morning letters
tagesbrief-ohne-post = At present no mail can be sent.
    .text = Your choice is kept. The morning letter comes as soon as a mail server is set up.
tagesbrief-nicht-gesendet = The morning letter could not be sent.
tagesbrief-ungewiss = The mail server did not confirm whether it took the morning letter. So that none comes twice, it is not sent again.
tagesbrief-stadt = This waits in:
tagesbrief-neues = What has changed
tagesbrief-mehr = and { $anzahl } more
tagesbrief-gruss = Good morning,
tagesbrief-nicht-mehr = Get this letter no more
tagesbrief-wie-oft-aendern = More or less often
tagesbrief-beendet = Done. No morning letter comes any more.
tagesbrief-adresse-gilt-nicht = This address no longer ends a morning letter. Whether and how often it comes you choose after logging in at { $konto }.
tagesbrief-text = { tagesbrief-gruss }

    { $text }
    { tagesbrief-nicht-mehr }: { $abbestellen }
    { tagesbrief-wie-oft-aendern }: { $konto }
tagesbrief-betreff = { $heute ->
        [0] Today
        [one] Today: one thing waits
       *[other] Today: { $heute } things wait
    }{ $spaet ->
        [0] { "" }
       *[other] , { $spaet } late
    }{ $neues ->
        [0] { "" }
       *[other] , { $neues } changed
    } ({ $tag })

aktion-account-digest = Morning letter chosen or ended
aktion-account-letter = Morning letter written

## What is late and what it waits for

spaet-massnahme = Measure “{ $titel }”
spaet-bericht = Report: { $titel }, { $zeitraum }
spaet-mitzeichnung = Countersigning: { $betreff }
spaet-aufgabe = Task: { $was }
spaet-anfrage = Enquiry “{ $betreff }”
spaet-bericht-fehlt = The report of { $wer } is missing; it was due on { $tag }.
spaet-abnahme = A report has been there since { $tag } and waits for acceptance: { $wer }.
spaet-hindernis = Since { $tag } an obstacle is named and not answered yet.
spaet-sachstand = Nobody has named a reason. It waits for the state of affairs: { $wer }.
spaet-mitzeichnung-offen = Open since { $tag }: { $wer }.
spaet-wartet = Has waited since { $tag } for: { $wer }.
spaet-antwort-fehlt = No answer is written yet. It waits for: { $wer }.
spaet-antwort-liegt = The answer has been lying there written since { $tag }: { $wer }.

## What happened in governance

neues-massnahme = New measure: { $titel }
neues-massnahme-geaendert = Measure changed: { $titel }
neues-massnahme-gebucht = Money booked: { $titel }
neues-massnahme-berichtigt = Booking corrected: { $titel }
neues-massnahme-geld = Money changed: { $titel }
neues-massnahme-partner = Partners changed: { $titel }
neues-massnahme-risiken = Risks changed: { $titel }
neues-befund = Finding taken up: { $titel }
neues-beschluss = A decision concerns: { $titel }
neues-bericht-gefragt = Your report is asked for by { $tag }: { $titel }, { $zeitraum }
neues-bericht-da = The report of { $wer } is there: { $titel }, { $zeitraum }
neues-bericht-abgenommen = The report of { $wer } is accepted: { $titel }, { $zeitraum }
neues-bericht-zurueck = The report of { $wer } was sent back: { $titel }, { $zeitraum }
neues-bericht-anderer = Somebody else is to be asked for the report of { $wer }: { $titel }, { $zeitraum }
neues-hindernis = An obstacle is named: { $titel }
neues-hindernis-beantwortet = An obstacle is answered: { $titel }
neues-sitzung = Meeting on { $tag }: { $gremium }
neues-sitzungen = Several meetings from { $tag }: { $gremium }
neues-sitzung-verlegt = Meeting changed, now on { $tag }: { $gremium }
neues-sitzung-abgesagt = Meeting on { $tag } does not take place: { $gremium }
neues-tagesordnung = Agenda of { $tag } extended: { $gremium }
neues-protokoll = Minutes of { $tag } are there: { $gremium }
neues-protokoll-berichtigt = Minutes of { $tag } corrected: { $gremium }
neues-aufgabe = New task: { $was }
neues-aufgabe-geaendert = Task changed: { $was }
neues-aufgabe-erledigt = Task done: { $was }
neues-aufgabe-wieder-offen = Task open again: { $was }
neues-mitglieder = Members changed: { $gremium }
neues-gremium = Body changed: { $gremium }
neues-vorlage-gefragt = Your countersignature is asked for: { $betreff }
neues-vorlage-fassung = New version: { $betreff }
neues-vorlage-mitgezeichnet = Countersigned: { $betreff }
neues-vorlage-folge = Sequence of bodies extended: { $betreff }
neues-vorlage-beraten = Discussed: { $betreff }
neues-vorlage-beschlossen = Decided: { $betreff }
neues-vorlage-zurueck = The adopted paper is there: { $betreff }
neues-anfrage = New enquiry: { $betreff }
neues-anfrage-geaendert = Enquiry changed: { $betreff }
neues-antwort-geschrieben = Somebody wrote at the answer: { $betreff }
neues-antwort = Answered: { $betreff }
neues-versprechen = New promise: { $text }
neues-versprechen-geaendert = Promise changed: { $text }
neues-ziel = New goal: { $titel }
neues-ziel-geaendert = Goal changed: { $titel }
neues-konzept-beschlossen = Concept adopted: { $name }
neues-fonds-neu = New fund: { $fonds }
neues-fonds-regeln = Rules changed: { $fonds }
neues-antrag = New application to { $fonds }: { $titel }
neues-antrag-stand = Application “{ $titel }”: { $stand }
neues-antrag-nachweis = Proof of use is there: { $titel }

## A measure as the beginning of an effect card

wirkung-woran = By what one was to notice: { $woran }
wirkung-befund = { $satz } ({ $quelle }, { $wann }; { $fund })
wirkung-kosten = { $anzahl ->
        [0] { $betrag }
       *[other] { $betrag }, of which { $quellen }
    }

## Wege von einer Sache zur nächsten

bericht-link-fuer = For { $wer }. Hand the link on; it opens only this report.

# Who has several posts
stellen-titel = Your posts
stellen-jetzt = You are working as this post now.
stellen-vertretung = { $stelle } (standing in)
stellen-waehlen = Work as { $stelle }
stellen-wartet = { $zahl ->
    [0] Nothing waits there that does not stand here too.
    [one] One thing waits there.
   *[other] { $zahl } things wait there.
}
stellen-im-brief = As { $stelle }: { $was }
meldung-stelle-gewaehlt = You work as this post now. What you do stands under it in the log.
rolle-in-vertretung = { $rolle }, standing in for: { $stelle }
rolle-als-stelle = { $rolle }, as { $stelle }
