## Reports: who reports what, what is missing, what hinders?

nav-berichte = Reports
berichte-titel = Who has reported, and what is missing?
berichte-leit = { $erwartet ->
        [one] { $da ->
            [0] One report is asked for and not there yet.
           *[other] The one report that is asked for is there.
        }
       *[other] { $da } of { $erwartet } reports are there.
    }
berichte-leer = Here stands which reports were asked for, which are there and what hinders the work. One asks on the page of a measure as soon as it has an indicator.
berichte-vollstaendig = Received of expected
berichte-wer = Who
berichte-von = { $da } of { $erwartet }
berichte-lesen = Counted by Stelle and organisation, never by person. A report is received once it has been handed in.
berichte-runden = Requests, the newest first
berichte-fehlt = What is missing
berichte-alle-da = nothing, all are there

partner-berichtet = A partner reports
partner-berichtet-was = On what
partner-berichtet-waehlen = please choose
partner-berichtet-bisher = { $was } – so far: { $wer }
partner-berichtet-merken = This partner reports
partner-berichtet-indikator-fehlt = Choose what the partner reports on.
partner-berichtet-email-fehlt = Give the address: the link to the report goes there.
partner-berichtet-inzwischen = Meanwhile somebody else changed the indicator or the partners. Look at what you typed and press again.
meldung-partner-berichtet = The partner is asked with the next report.
bericht-fragen = Ask for reports
    .leit = Everybody who reports for this measure gets a personal link. It opens only their report, without an account, on a phone too.
bericht-gefragt-werden = Who will be asked
bericht-was = What
bericht-fragen-senden = Ask now
bericht-niemand = The measure has no indicator yet for which anybody could be asked. Add one: what is counted, and who reports it. After that you are back here.
bericht-schon-gefragt = This period has been asked for already. With another day or a new partner the request is extended.
bericht-bis-vorbei = This day is over.
bericht-nicht-ihre = The Stelle with the Federführung and the coordination ask for reports.
bericht-runde = Reports: { $zeitraum }
bericht-runde-leit = { $erwartet ->
        [one] { $da ->
            [0] One report is asked for and not there yet.
           *[other] The one report that is asked for is there.
        }
       *[other] { $da } of { $erwartet } reports are there.
    } Due: { $tag }.
bericht-link = Without mail, pass this link on yourself:
bericht-stattdessen = Says: please ask { $name } ({ $email }).
bericht-hindert = What hinders: “{ $text }”
bericht-abnehmen = Accept the report
bericht-zurueckgeben = Send back
bericht-erinnern = Remind
bericht-zurueckziehen = Withdraw the request
bericht-wieder-fragen = Ask again
bericht-jemand-anderes = Ask somebody else
bericht-link-zeigen = Show the link
bericht-stand-ohne-adresse = without an address
bericht-stand-gefragt = asked
bericht-stand-begonnen = begun
bericht-stand-zurueck = sent back
bericht-stand-eingereicht = handed in and checked, waits to be accepted
bericht-stand-abgenommen = accepted
bericht-stand-zurueckgezogen = withdrawn
meldung-bericht-ergaenzt = The request is extended. Whoever was asked already finds it behind their link.
bericht-korrektur = Your correction is there.
bericht-korrektur-wartet = The correction waits to be accepted. Until then the accepted report stands.
bericht-korrektur-zurueck = The correction was sent back: “{ $grund }” The accepted report still stands.
bericht-korrektur-zuruecknehmen = Take the correction back
bericht-wert-zurueck = This value has been sent back: “{ $grund }”
bericht-hat-wert-zurueck = A value of this report has been sent back. Send the report back too, so that the value can be corrected.
abnahme-bericht-geaendert = This report has been changed meanwhile and handed in anew. Nothing is decided yet: read the new version, then press again.
meldung-bericht-gefragt = The request is on its way.
meldung-erinnert = The reminder is on its way.
meldung-bericht-zurueckgezogen = The request has been withdrawn. Its link is no longer valid.
meldung-bericht-abgenommen = The report has been accepted. The Sachbericht lies ready behind the same link.
meldung-wert-und-bericht-zurueck = The value has been sent back, and with it the report in which it came.

bericht-titel = How did it go? { $zeitraum }
bericht-leit = { $massnahme }. By { $tag }; takes about two minutes. Only { $name } got this link.
bericht-zuletzt = last time ({ $zeitraum }): { $wert }
bericht-zaehlt-anders = Meanwhile this is counted otherwise, in another unit or as a share. What you typed is still there. Check it and send the report again.
bericht-wie-zuletzt = as last time
bericht-anteil-teil = { $name }: so many
bericht-anteil-ganzes = { $name }: out of so many
bericht-unveraendert = Everything unchanged
bericht-speichern = Save for later
bericht-abschicken = Send
bericht-hindernis = What hinders at the moment?
    .hinweis = Goes onto the agenda; the answer will stand here. Please no names of the people it is about.
bericht-personen = Does it say who it is about?
    .text = Take it out, or confirm that it is to stay.
    .nicht-abgeschickt = Not sent yet: a text may name somebody. Look below, then press once more.
bericht-trotzdem = This names nobody who must be protected. It is to stay as it is.
bericht-zurueckgegeben = Please look at it again:
bericht-anderer = You said that we should ask { $name }. You can fill it in all the same.
    .titel = Thank you.
bericht-nicht-ich = That is not me
    .text = Whom should we ask instead?
bericht-nicht-ich-senden = Please ask this person
bericht-statt-name = Name
bericht-statt-email = E-mail
bericht-name-fehlt = Give a name.
bericht-email-fehlt = Give an e-mail address.
bericht-danke = Your report, { $zeitraum }
bericht-leit-eingereicht = Thank you. Handed in on { $wann }; it is being looked at now.
bericht-leit-abgenommen = Thank you. Handed in on { $wann } and accepted. The Sachbericht for your funder is ready.
bericht-leit-zurueck = Handed in on { $wann } and sent back. Please look at it again.
bericht-sachbericht = Sachbericht (DOCX)
bericht-korrigieren = Correct something
bericht-noch-einmal = Change it again
bericht-aendern = You are changing a report that has been handed in already.
    .text = Until you send it again, what was handed in stands. After that the new version stands; the old one stays in the history.
bericht-inzwischen-abgenommen = The report has been accepted meanwhile. Your change has not been sent yet. If you send it once more, it becomes a correction that waits to be accepted.
bericht-inzwischen-zurueck = The report has been sent back meanwhile. Your change has not been sent yet. Read above why, then send it once more.
bericht-zum-formular = To the form
bericht-schon-da = This report has been sent meanwhile.
    .text = Somebody else was faster, or you yourself on another device. What you wrote last has not been handed in. Here it stands beside what was sent: keep what is missing, and add it: the report can be changed once more.
bericht-anders-gespeichert = Something else has been saved meanwhile.
    .text = Somebody else wrote on this report, or you yourself on another device. What you typed stands unchanged below. Take over what is missing and press once more: then what you typed counts.
bericht-beides = Where the two differ
bericht-abgeschickt = Sent
bericht-gespeichert = Saved
bericht-ihre-eingabe = What you typed
meldung-eingetragen = The values of last time are filled in and not sent yet. Look at them, then press “Send” below.
meldung-zwischengespeichert = Saved for later. You can go on with the same link.
meldung-bericht-eingereicht = Thank you, your report is there.
meldung-korrektur-zurueckgenommen = The correction has been taken back. The accepted report still stands.
meldung-nicht-ich = Thank you. We shall ask there.
link-gilt-nicht = This link is not valid
    .leit = It has expired, was withdrawn or was not copied as a whole.
    .lesen = The new link goes to the address that the city has. Whether there is one we do not say here.
link-neu = Send a new link
link-unterwegs = Thank you
    .text = If there is a report behind this link, a new one is on its way to the address that the city has.

sachbericht-titel = Sachbericht: { $massnahme }
sachbericht-leit = Measure “{ $massnahme }”, { $ort }. Reporting period: { $zeitraum }. How we shall notice: { $woran }
sachbericht-werte = What was reached
sachbericht-hindernisse = What hindered
sachbericht-abnahme = Reported by { $name } on { $eingereicht}, accepted by { $stadt } on { $abgenommen}.

hindernisse = What hinders
hindernis-stand-open = open
hindernis-stand-taken = on an agenda
hindernis-stand-answered = answered
hindernis-antwort = Answer
hindernis-antworten = Answer
hindernis-antwort-fehlt = Write an answer.
hindernis-schon = This has been answered meanwhile.
meldung-hindernis-beantwortet = The answer stands now where it was asked.

heute-bericht-abnehmen = Accept a report: { $titel }, { $zeitraum }
heute-bericht-anderer = Somebody else is to be asked: { $titel }, { $zeitraum }
heute-bericht-ohne-adresse = A report lacks an address: { $titel }, { $zeitraum }
heute-bericht-fehlt = A report is overdue: { $titel }, { $zeitraum }

brief-bericht-bitte =
    Good day { $name },

    how did it go? { $stadt } asks you for your report on “{ $massnahme }”, { $zeitraum }. It takes about two minutes:
    { $link }

    Please by { $tag }. The link is for you alone, opens this report only and needs no account. If it is not you, say there whom we should ask.
    .betreff = Your report, { $zeitraum }: { $massnahme }
brief-bericht-erinnerung =
    Good day { $name },

    your report on “{ $massnahme }”, { $zeitraum }, is still missing in { $stadt }. Due: { $tag }. It takes about two minutes:
    { $link }

    If there was nothing to count, “nothing to report” is enough.
    .betreff = Reminder: your report, { $zeitraum }
brief-bericht-neu =
    Good day { $name },

    here is your new link to the report on “{ $massnahme }”, { $zeitraum }:
    { $link }

    If you did not ask for it, delete this message.
    .betreff = Your new link: report { $zeitraum }
brief-bericht-zurueck =
    Good day { $name },

    { $stadt } has a question about your report on “{ $massnahme }”, { $zeitraum }:
    { $grund }

    Here you can look at it again:
    { $link }
    .betreff = A question about your report, { $zeitraum }
brief-bericht-abgenommen =
    Good day { $name },

    your report on “{ $massnahme }”, { $zeitraum }, has been accepted. The finished Sachbericht for your funder is here:
    { $link }

    Thank you.
    .betreff = Your Sachbericht is ready, { $zeitraum }
brief-bericht-antwort =
    Good day { $name },

    there is an answer to what you named as hindering in your report on “{ $massnahme }”:
    { $link }
    .betreff = An answer to your report, { $zeitraum }

aktion-report-ask = Reports asked for
aktion-report-ask-again = Report asked for again
aktion-report-contact = Contact of a report changed
aktion-report-draft = Report saved for later
aktion-report-link = Link to a report made
aktion-report-object = Another contact named
aktion-report-remind = Reminded of a report
aktion-report-submit = Report handed in
aktion-report-change = Report changed before it was accepted
aktion-report-take-back = Correction of a report taken back
aktion-report-accept = Report accepted
aktion-report-return = Report sent back
aktion-report-withdraw = Request of a report withdrawn
aktion-obstacle-raise = Obstacle named
aktion-obstacle-take = Obstacle taken onto an agenda
aktion-obstacle-answer = Obstacle answered
ding-report = report
ding-obstacle = obstacle
