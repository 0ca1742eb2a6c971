## Bodies: who decides, when, about what, and who does it by when?

nav-gremien = Bodies
nav-gremien-wozu = Who discusses and decides what, when the next meeting is, and which tasks are still open.
gremien-titel = Who discusses and decides, and when?
gremien-leit = Next to meet is { $gremium }: { $wann }.
gremien-leit-nichts = No meeting is scheduled at present.
gremien-leit-spaet = { $anzahl ->
        [one] One task is overdue.
       *[other] { $anzahl } tasks are overdue.
    }
gremien-leer = Here are the bodies of the city: steering group, quarter conference, advisory council and others, with members, meetings, decisions and tasks.
gremien-tabelle = Bodies with their next meeting
gremium = Body
gremium-nur-intern = inside the administration only
gremium-art = Kind
gremium-art-steering = Steering group (Lenkungsgruppe)
gremium-art-quarter = Quarter conference (Quartierskonferenz)
gremium-art-advisory = Advisory council for migration and integration
gremium-art-local = Local advisory council (Ortsbeirat)
gremium-art-council = Council or committee
gremium-art-network = Network meeting
gremium-art-mayor = Head of the administration (Verfügung)
gremium-art-other = another body
gremium-naechste = Next meeting
gremium-keine-sitzung = none scheduled
gremien-eingeladen-titel = When do your bodies meet?
gremien-eingeladen-leit = Your post sits in: { $gremien }.
gremien-eingeladen-keins = Your post sits in no body at present. Once one takes it in, this page says when it meets.
gremien-eingeladen-wann = When
gremien-eingeladen-wo = Where
gremien-faellt-aus = does not take place
gremien-eingeladen-lesen = Day and place of the meetings stand here. Agenda and minutes come from the post that invites.
heute-eingeladen = You are invited: { $gremium }, { $wann }
gremium-mitglieder = Members
gremium-name = Name
gremium-auftrag = Mandate
    .hinweis = What it is there for and what it may decide.
gremium-stand = State
gremium-ruht = meets no more
    .hinweis = Meetings, decisions and tasks can still be read.
gremium-sitzungen = Meetings
gremium-leit = The next meeting: { $wann }.
gremium-leit-keine = No meeting is scheduled at present.
gremium-anlegen = Add a body
gremium-neu-titel = New body
gremium-neu-leit = Name and kind are enough. Members and meetings come later.
gremium-aendern = Change the body
gremium-aendern-titel = Change { $name }
gremium-aendern-leit = What stood here before is kept.
gremium-speichern = Save
gremium-name-fehlt = Give the body a name.
gremium-art-fehlt = Choose what kind of body it is.
gremium-inzwischen = Meanwhile { $wer } has changed this body.
gremium-nicht-ihres = The coordination and the posts that are members of this body do that.
meldung-gremium-angelegt = The body has been added. Now take in members and schedule the first meeting.

mitglieder-leer = Nobody has been taken in yet.
mitglied-rolle = Role
mitglied-rolle-chair = Chair
mitglied-rolle-member = Member
mitglied-rolle-guest = Guest
mitglied-stelle = Post of the city
    .hinweis = A post, an organisation or a person: name one of them.
mitglied-organisation = or organisation
mitglied-person = or person
mitglied-vertretung = Substitute
    .hinweis = Who comes instead.
mitglied-ab = From when
mitglied-aufnehmen = Take in a member
mitglied-beenden = End the membership
mitglied-seit = since { $tag }
mitglied-bis = until { $tag }
mitglied-vertretung-durch = Substitute: { $wer }
mitglied-eines-von-dreien = Name exactly one: a post, an organisation or a person.
mitglied-rolle-fehlt = Choose a role.
mitglied-ab-fehlt = Say from when.
mitglied-schon-da = Already a member. End the present membership first if the role changes.
meldung-mitglied = The member has been taken in.
meldung-mitglied-ende = The membership ends with today.

sitzung = Meeting
sitzung-wann = { $tag }, { $von } to { $bis }
sitzung-wann-feld = When
sitzung-tag = Day
sitzung-von = Begins
sitzung-bis = Ends
sitzung-ort = Place
sitzung-titel = Title
    .hinweis = Only if the meeting has another name than its body, such as “retreat”.
sitzung-oeffentlich = Public
sitzung-oeffentlich-ja = A part is public
    .hinweis = Then it stands in the public calendar of the body, and each item says whether it is heard in public.
sitzung-teils-oeffentlich = a part is public
sitzung-nicht-oeffentlich = not public
sitzung-ja = yes
sitzung-nein = no
sitzung-anlegen = Schedule a meeting
sitzung-aendern = Move or cancel
sitzung-neu-titel = Schedule a meeting
sitzung-neu-leit = A single meeting, or a series at once. Times are local, also across the change of summer time.
sitzung-wiederholung = Repeats
sitzung-wiederholung-keine = no
sitzung-wiederholung-weekly = by weeks
sitzung-wiederholung-monthly = by months, on the same weekday (such as every second Tuesday)
sitzung-alle = Every how many weeks or months
    .hinweis = A number from 1 to 12; without meaning if it does not repeat.
sitzung-letzter = Last possible day of the series
sitzung-aendern-titel = Move or cancel the meeting
sitzung-aendern-leit = Calendars that subscribe show the change by themselves.
sitzung-aendern-leit-reihe = This changes only this one meeting of the series. Calendars that subscribe show it by themselves.
sitzung-faellt-aus = Cancelled
sitzung-faellt-aus-ja = The meeting does not take place
    .hinweis = Its agenda can still be read.
sitzung-speichern = Save
sitzung-reihe = Series
sitzung-aus-reihe = one of a series
sitzung-aus-reihe-verlegt = one of a series, moved from { $tag }
sitzung-tag-fehlt = Say on which day the meeting is.
sitzung-zeit-unklar = Write the time like this: 17:00.
sitzung-ende-vor-beginn = The end is not after the beginning. A meeting begins and ends on the same day.
sitzung-alle-unklar = Give a number from 1 to 12.
sitzung-letzter-fehlt = Say until when the meeting repeats.
sitzung-letzter-vor-erstem = The last day is before the first meeting.
sitzung-zu-viele = That is more than 160 meetings. Choose an earlier last day.
sitzung-inzwischen = Meanwhile { $wer } has changed this meeting.
sitzung-stand = State
sitzung-stand-geplant = scheduled
sitzung-stand-offen = minutes open
sitzung-stand-geschlossen = minutes closed
sitzung-stand-faellt-aus = cancelled
sitzungen-leer = No meeting is scheduled yet.
sitzungen-kommend = Meetings to come
sitzungen-gewesen = Past meetings
sitzung-leit = { $punkte ->
        [0] The agenda is still empty.
        [one] There is one item on the agenda.
       *[other] There are { $punkte } items on the agenda.
    } { $beschluesse ->
        [0] { "" }
        [one] One decision is written down.
       *[other] { $beschluesse } decisions are written down.
    }
sitzung-leit-geschlossen = The minutes are closed: { $beschluesse ->
        [0] no decision,
        [one] one decision,
       *[other] { $beschluesse } decisions,
    } { $aufgaben ->
        [0] no task.
        [one] one task.
       *[other] { $aufgaben } tasks.
    }
sitzung-leit-faellt-aus = This meeting does not take place.
sitzung-schon-geschlossen = The minutes are closed, or the meeting does not take place. What is wrong in the minutes can be corrected at its item.
meldung-sitzung-angelegt = The meeting is scheduled.
meldung-sitzungen-angelegt = The series is scheduled. This is its first meeting.

tagesordnung = Agenda
tagesordnung-leer = There is no item on the agenda yet.
tagesordnung-vorschlaege = What is open
tagesordnung-vorschlaege-leit = One press takes an item up. The most pressing comes first.
punkt-massnahme = Or a measure
punkt-ohne-massnahme = no measure
vorschlag-vorlage = Vorlage, to be heard on { $tag }
vorschlag-hindernis = What hinders, from a report
vorschlag-massnahme-spaet = Measure, was due on { $tag }
vorschlag-massnahme-wiedervorlage = Measure, follow-up on { $tag }
vorschlag-aufgabe-spaet = Task, overdue since { $tag }
vorschlag-aufgabe-wiedervorlage = Task, follow-up on { $tag }
vorschlag-aufgabe-offen = Task, open until { $tag }
vorschlag-beobachtung = Observation on the ground
punkt-platz = Item { $zahl }
punkt-titel = Item
punkt-neu = Another item
punkt-aufnehmen = Take the item up
punkt-auf-tagesordnung = Put on the agenda
punkt-auf-tagesordnung-von = Onto the agenda: { $gremium }, { $tag }
punkt-oeffentlich = public
punkt-nicht-oeffentlich = not public
punkt-oeffentlich-frage = How is the item heard?
punkt-hoch = Up
punkt-tief = Down
punkt-weg = Take off
punkt-speichern = Save the item
punkt-titel-fehlt = Write what it is about.
punkt-hat-inhalt = Something is written down for this item already. It stays on the agenda.
punkt-inzwischen = Meanwhile { $wer } has changed this item.
meldung-punkt = The item is on the agenda.
meldung-punkt-fort = That is on the agenda meanwhile, or done.
meldung-punkt-weg = The item has been taken off.

protokoll = Minutes
protokoll-schreiben = Write the minutes
protokoll-gesichert = Kept.
protokoll-inzwischen = Somebody else has changed this item meanwhile. Press “Save the item”: then you see the difference, and nothing is lost.
protokoll-schliessen = Close the minutes
protokoll-schliessen-leit = After that the minutes stand, and their decisions can be cited. What is wrong is corrected later, with a reason.
protokoll-zu-frueh = The minutes can be closed from the day of the meeting on.
protokoll-ohne-punkte = The minutes can be closed once something stands on the agenda.
protokoll-geschlossen = Closed by { $wer }, { $wann }.
    .text = Decisions and tasks now hang on the red thread.
meldung-geschlossen = The minutes are closed.
meldung-schon-geschlossen = The minutes were closed already.
beschluss = Decision
beschluss-zitat = Decision: { $punkt }
beschluss-fehlt = Write what was decided.
abstimmung = Vote
abstimmung-none = none
abstimmung-unanimous = unanimous
abstimmung-counted = counted
abstimmung-fehlt = Choose how it was voted.
abstimmung-gezaehlt = Votes are entered. Choose “counted” or “unanimous”.
abstimmung-nicht-einstimmig = With votes against it is not unanimous. Choose “counted”.
abstimmung-nicht-einstimmig-abgelehnt = With votes for it the proposal is not rejected unanimously. Check the result and the votes.
abstimmung-satz-einstimmig-angenommen = Adopted unanimously{ $ja ->
        [0] { "" }
       *[other] { " " }with { $ja } yes
    }{ $enthaltung ->
        [0] { "" }
       *[other] , { $enthaltung } abstained
    }.
abstimmung-satz-einstimmig-abgelehnt = Rejected unanimously{ $nein ->
        [0] { "" }
       *[other] { " " }with { $nein } no
    }{ $enthaltung ->
        [0] { "" }
       *[other] , { $enthaltung } abstained
    }.
abstimmung-satz-einstimmig-gestimmt = Unanimously{ $ja ->
        [0] { "" }
       *[other] { " " }with { $ja } yes
    }{ $enthaltung ->
        [0] { "" }
       *[other] , { $enthaltung } abstained
    }.
abstimmung-satz-gezaehlt-angenommen = Adopted with { $ja } yes, { $nein } no, { $enthaltung } abstained.
abstimmung-satz-gezaehlt-abgelehnt = Rejected with { $ja } yes, { $nein } no, { $enthaltung } abstained.
abstimmung-satz-gezaehlt-gestimmt = { $ja } yes, { $nein } no, { $enthaltung } abstained.
stimmen-ja = Yes
stimmen-nein = No
stimmen-enthaltung = Abstained
stimmen-unklar = Write a whole number.
stimmen-fehlen = Enter the votes.
berichtigen = Correct
berichtigt = Corrected by { $wer }, { $wann }: { $grund }
berichtigung-grund = Why
berichtigung-grund-fehlt = Write why you correct the minutes.
protokoll-berichtigung-speichern = Save the correction
meldung-berichtigt = The correction is saved. What stood there before is kept.

anwesenheit = Attendance
anwesenheit-eintragen = Enter attendance
anwesenheit-leer = Who is there has not been entered yet.
anwesenheit-speichern = Save attendance
anwesenheit-inzwischen = Meanwhile somebody else has entered attendance; it stands above. What you entered is still in the form. Save it once more if it is to hold.
anwesend-unbekannt = not entered
anwesend-present = present
anwesend-substitute = represented
anwesend-excused = excused
anwesend-absent = not there
anwesend-durch = { $wer }: represented by
anwesend-vertreten-durch = represented by { $wer }

unterlagen = Papers
unterlagen-leer = No papers are attached.
unterlage-datei = File
    .hinweis = PDF, Word, Excel, PowerPoint, OpenDocument or picture, at most 50 MB, without macros.
unterlage-anhaengen = Attach the paper
unterlage-keine-datei = Choose a file.
unterlage-zu-gross = The file is larger than 50 MB. Make it smaller or attach it in parts.
unterlage-falsche-art = That is none of the permitted kinds. PDF, Word, Excel, PowerPoint, OpenDocument and pictures can be attached; the content is read, not the name of the file.
meldung-unterlage = The paper is attached.

aufgabe = Task
aufgabe-was = What is to be done?
aufgabe-stelle = Post
aufgabe-bis = By when
aufgabe-wiedervorlage = Follow-up
aufgabe-aus = From the meeting
aufgabe-neu = Give a task
aufgabe-geben = Write the task down
aufgabe-spaet = overdue
aufgabe-zeile = { $stelle }, by { $tag }
aufgabe-zeile-erledigt = { $stelle }, done
aufgabe-satz = Task of { $stelle } by { $tag }.
aufgabe-satz-erledigt = Task of { $stelle }, done: { $weil }
aufgabe-leit = { $stelle } does it by { $tag }.
aufgabe-leit-erledigt = Done, because: { $weil }
aufgabe-erledigt-frage = Is it done?
aufgabe-weil = Done, because
aufgabe-erledigen = Done
aufgabe-wieder-offen = Open again
aufgabe-aendern = Save
aufgabe-aendern-titel = Change
aufgabe-gegeben = given
aufgabe-warum = Why
aufgabe-warum-leer = The decision stands here once the minutes are closed.
aufgabe-warum-ohne-beschluss = When the minutes were closed, no decision stood at this item.
aufgabe-was-fehlt = Write what is to be done.
stelle-ohne-zugang = { $stelle } – its holder cannot do anything here
aufgabe-stelle-fehlt = Choose the post that does it.
aufgabe-bis-fehlt = Say by when.
aufgabe-weil-fehlt = Write in one sentence why it is done.
aufgabe-nicht-ihre = Its post, the members of the body and the coordination change this task.
aufgabe-inzwischen = Meanwhile { $wer } has changed this task.
aufgaben-offen = Open tasks
meldung-aufgabe = The task is written down.
heute-aufgabe = Task: { $was }
heute-aufgabe-spaet = Overdue task: { $was }
heute-aufgabe-wiedervorlage = Follow-up: { $was }
heute-protokoll = The minutes of { $gremium } of { $tag } are still open
heute-protokolle = Minutes of { $anzahl } meetings are still open: { $gremium }, the oldest of { $tag }
haengt-aufgaben = { $zahl ->
        [one] one open task
       *[other] { $zahl } open tasks
    }
haengt-sitze = { $zahl ->
        [one] one seat in a body
       *[other] { $zahl } seats in bodies
    }

beobachtung-notieren = Note an observation
beobachtung-neu-titel = Note an observation
beobachtung-neu-leit = What you notice on the ground and cannot be solved case by case. Please no names, birth dates or case numbers of people.
beobachtung-titel = In a few words
beobachtung-was = What did you observe?
beobachtung-wo = Where
beobachtung-wie-oft = How often
    .hinweis = Such as “every week” or “in twelve households since May”.
beobachtung-von = Observed by
beobachtung-wann = Noted
beobachtung-gremium = Which body should speak about it?
    .hinweis = It sees it when the next agenda is put together. If you name none, all of them see it.
beobachtung-kein-gremium = all
beobachtung-speichern = Note
beobachtung-quelle = Administration
beobachtung-satz = { $ort }, { $wie-oft }: { $was }
beobachtung-titel-fehlt = Write in a few words what it is about.
beobachtung-was-fehlt = Write what you observed.
beobachtung-quartier-fehlt = Choose a quarter or the whole city.
beobachtung-wie-oft-fehlt = Write how often it happens.
beobachtung-im-gremium = What became of it
beobachtung-leit-offen = No body has spoken about it yet.
beobachtung-leit-beraten = It is on an agenda.
beobachtung-leit-beschlossen = Something has been decided about it.
beobachtung-geht-an = It is proposed to { $gremium } for the next agenda.
meldung-beobachtung = The observation is noted.

kalender-abonnieren = Meetings in your own calendar
kalender-oeffentlich = Public calendar (iCal)
kalender-titel = Meetings in your own calendar
kalender-leit = An address that your calendar subscribes to: all meetings of the bodies that your post is a member of.
kalender-name = Meetings { $stadt }
kalender-ohne-stelle = You hold no post in this city. Who holds a post has a calendar.
kalender-adresse-neu = Make an address
kalender-adresse-ersetzen = Replace by a new one
kalender-adresse-zurueck = Take back
kalender-adresse-da = Your post has an address, made { $wann }. For safety it is shown only once.
kalender-adresse-gemacht = This is the address of your post.
    .text = Copy it into your calendar program now. It is not shown again; an earlier one no longer works.
kalender-lesen = Who knows the address reads days and places, also of meetings that are not public; nothing else. Give it to nobody. Once taken back it stops working at once.
meldung-kalender-zurueck = The address no longer works.

aktion-body-found = Body added
aktion-body-change = Body changed
aktion-body-seat = Member of a body taken in
aktion-body-unseat = Membership of a body ended
aktion-meeting-call = Meeting scheduled
aktion-meeting-call-series = Series of meetings scheduled
aktion-meeting-change = Meeting moved or cancelled
aktion-meeting-close = Minutes closed
aktion-meeting-agenda-add = Item put on the agenda
aktion-meeting-agenda-order = Agenda reordered
aktion-meeting-agenda-remove = Item taken off
aktion-meeting-minutes = Minutes written
aktion-meeting-correct = Minutes corrected
aktion-meeting-attend = Attendance entered
aktion-task-give = Task given
aktion-task-change = Task changed
aktion-task-done = Task done
aktion-task-reopen = Task opened again
aktion-observation-note = Observation noted
aktion-calendar-open = Address of a calendar made
aktion-calendar-revoke = Address of a calendar taken back
ding-body = Body
ding-meeting = Meeting
ding-meeting-decision = Decision of a meeting
ding-task = Task
ding-observation = Observation
ding-calendar-address = Address of a calendar
recht-bodies-attend = seeing when one’s own bodies meet
recht-bodies-see = see bodies and meetings
recht-bodies-hold = schedule meetings and keep minutes
recht-bodies-do = do the tasks of one’s own post
recht-bodies-convene = keep all bodies
recht-bodies-subscribe = subscribe to a calendar
