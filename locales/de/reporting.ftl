## Berichte: Wer berichtet wofür, was fehlt, was hindert?

nav-berichte = Berichte
berichte-titel = Wer hat berichtet, und was fehlt?
berichte-leit = { $erwartet ->
        [one] { $da ->
            [0] Ein Bericht ist gefragt und noch nicht da.
           *[other] Der eine Bericht, der gefragt ist, ist da.
        }
       *[other] { $da } von { $erwartet } Berichten sind da.
    }
berichte-leer = Hier steht, welche Berichte angefragt sind, welche da sind und was die Arbeit hindert. Angefragt wird auf der Seite einer Maßnahme, sobald sie einen Indikator hat.
berichte-vollstaendig = Eingegangen von erwartet
berichte-wer = Wer
berichte-von = { $da } von { $erwartet }
berichte-lesen = Gezählt wird je Stelle und Organisation, nie je Person. Ein Bericht gilt als eingegangen, sobald er eingereicht ist.
berichte-runden = Anfragen, die neueste zuerst
berichte-fehlt = Was fehlt
berichte-alle-da = nichts, alle sind da

partner-berichtet = Partner berichtet
partner-berichtet-was = Worüber
partner-berichtet-waehlen = bitte wählen
partner-berichtet-bisher = { $was } – bisher: { $wer }
partner-berichtet-merken = Dieser Partner berichtet
partner-berichtet-indikator-fehlt = Wählen Sie, worüber der Partner berichtet.
partner-berichtet-email-fehlt = Geben Sie die Adresse an: Dorthin geht der Link zum Bericht.
partner-berichtet-inzwischen = Inzwischen hat jemand anderes den Indikator oder die Partner geändert. Prüfen Sie Ihre Angaben und drücken Sie noch einmal.
meldung-partner-berichtet = Der Partner wird beim nächsten Bericht gefragt.
bericht-fragen = Berichte anfragen
    .leit = Alle, die für diese Maßnahme berichten, bekommen einen persönlichen Link. Er öffnet nur ihren Bericht, ohne Konto, auch auf dem Telefon.
bericht-gefragt-werden = Gefragt werden
bericht-was = Was
bericht-fragen-senden = Jetzt anfragen
bericht-niemand = Noch hat die Maßnahme keinen Indikator, nach dem jemand gefragt werden kann. Legen Sie einen an: was gezählt wird und wer es berichtet. Danach stehen Sie wieder hier.
bericht-schon-gefragt = Für diesen Zeitraum ist schon gefragt. Mit einer anderen Frist oder mit einem neuen Partner wird die Anfrage ergänzt.
bericht-bis-vorbei = Dieser Tag ist vorbei.
bericht-nicht-ihre = Berichte fragen die federführende Stelle und die Koordination an.
bericht-runde = Berichte: { $zeitraum }
bericht-runde-leit = { $erwartet ->
        [one] { $da ->
            [0] Ein Bericht ist gefragt und noch nicht da.
           *[other] Der eine Bericht, der gefragt ist, ist da.
        }
       *[other] { $da } von { $erwartet } Berichten sind da.
    } Frist: { $tag }.
bericht-link = Ohne Post geben Sie diesen Link selbst weiter:
bericht-stattdessen = Sagt: Bitte { $name } fragen ({ $email }).
bericht-hindert = Was hindert: „{ $text }“
bericht-abnehmen = Bericht abnehmen
bericht-zurueckgeben = Zurückgeben
bericht-erinnern = Erinnern
bericht-zurueckziehen = Anfrage zurückziehen
bericht-wieder-fragen = Wieder anfragen
bericht-jemand-anderes = Jemand anderes fragen
bericht-link-zeigen = Link zeigen
bericht-stand-ohne-adresse = ohne Adresse
bericht-stand-gefragt = gefragt
bericht-stand-begonnen = begonnen
bericht-stand-zurueck = zurückgegeben
bericht-stand-eingereicht = eingereicht und geprüft, wartet auf Abnahme
bericht-stand-abgenommen = abgenommen
bericht-stand-zurueckgezogen = zurückgezogen
meldung-bericht-ergaenzt = Die Anfrage ist ergänzt. Wer schon gefragt war, findet es hinter seinem Link.
bericht-korrektur = Ihre Korrektur ist da.
bericht-korrektur-wartet = Die Korrektur wartet auf Abnahme. Bis dahin gilt der abgenommene Bericht.
bericht-korrektur-zurueck = Die Korrektur wurde zurückgegeben: „{ $grund }“ Der abgenommene Bericht gilt weiter.
bericht-korrektur-zuruecknehmen = Korrektur zurücknehmen
bericht-wert-zurueck = Dieser Wert ist zurückgegeben: „{ $grund }“
bericht-hat-wert-zurueck = Ein Wert dieses Berichts ist zurückgegeben. Geben Sie auch den Bericht zurück, damit der Wert berichtigt werden kann.
abnahme-bericht-geaendert = Dieser Bericht ist inzwischen geändert und neu eingereicht. Entschieden ist noch nichts: Lesen Sie die neue Fassung, und drücken Sie dann noch einmal.
meldung-bericht-gefragt = Die Anfrage ist unterwegs.
meldung-erinnert = Die Erinnerung ist unterwegs.
meldung-bericht-zurueckgezogen = Die Anfrage ist zurückgezogen. Ihr Link gilt nicht mehr.
meldung-bericht-abgenommen = Der Bericht ist abgenommen. Der Sachbericht liegt hinter demselben Link bereit.
meldung-wert-und-bericht-zurueck = Der Wert ist zurückgegeben und mit ihm der Bericht, in dem er kam.

bericht-titel = Wie lief es? { $zeitraum }
bericht-leit = { $massnahme }. Bis { $tag }; dauert etwa zwei Minuten. Den Link hat nur { $name } bekommen.
bericht-zuletzt = zuletzt ({ $zeitraum }): { $wert }
bericht-zaehlt-anders = Inzwischen wird hier anders gezählt, in einer anderen Einheit oder als Anteil. Ihre Eingabe ist noch da. Prüfen Sie sie und schicken Sie den Bericht noch einmal ab.
bericht-wie-zuletzt = wie zuletzt
bericht-anteil-teil = { $name }: so viele
bericht-anteil-ganzes = { $name }: von so vielen
bericht-unveraendert = Alles unverändert
bericht-speichern = Zwischenspeichern
bericht-abschicken = Abschicken
bericht-hindernis = Was hindert gerade?
    .hinweis = Kommt auf die Tagesordnung; die Antwort steht später hier. Bitte keine Namen von Menschen, um die es geht.
bericht-personen = Steht hier, um wen es geht?
    .text = Nehmen Sie es heraus, oder bestätigen Sie, dass es stehen bleiben soll.
    .nicht-abgeschickt = Noch nicht abgeschickt: Ein Text nennt vielleicht jemanden. Sehen Sie unten nach und drücken Sie dann noch einmal.
bericht-trotzdem = Das nennt niemanden, der geschützt werden muss. Es soll so stehen bleiben.
bericht-zurueckgegeben = Bitte noch einmal ansehen:
bericht-anderer = Sie haben gesagt, dass wir { $name } fragen sollen. Ausfüllen können Sie trotzdem.
    .titel = Danke.
bericht-nicht-ich = Das bin nicht ich
    .text = Wen sollen wir stattdessen fragen?
bericht-nicht-ich-senden = Bitte diese Person fragen
bericht-statt-name = Name
bericht-statt-email = E-Mail
bericht-name-fehlt = Geben Sie einen Namen an.
bericht-email-fehlt = Geben Sie eine E-Mail-Adresse an.
bericht-danke = Ihr Bericht, { $zeitraum }
bericht-leit-eingereicht = Danke. Eingereicht am { $wann }; er wird jetzt angesehen.
bericht-leit-abgenommen = Danke. Eingereicht am { $wann } und abgenommen. Der Sachbericht für Ihren Mittelgeber ist fertig.
bericht-leit-zurueck = Eingereicht am { $wann } und zurückgegeben. Bitte sehen Sie ihn noch einmal an.
bericht-sachbericht = Sachbericht (DOCX)
bericht-korrigieren = Etwas korrigieren
bericht-noch-einmal = Noch einmal ändern
bericht-aendern = Sie ändern einen Bericht, der schon eingereicht ist.
    .text = Bis Sie wieder abschicken, gilt, was eingereicht ist. Danach gilt die neue Fassung; die alte bleibt im Verlauf.
bericht-inzwischen-abgenommen = Inzwischen ist der Bericht abgenommen. Ihre Änderung ist noch nicht abgeschickt. Wenn Sie noch einmal abschicken, wird sie eine Korrektur, die auf ihre Abnahme wartet.
bericht-inzwischen-zurueck = Inzwischen ist der Bericht zurückgegeben. Ihre Änderung ist noch nicht abgeschickt. Lesen Sie oben, warum, und schicken Sie dann noch einmal ab.
bericht-zum-formular = Zum Formular
bericht-schon-da = Dieser Bericht wurde inzwischen abgeschickt.
    .text = Jemand anderes war schneller, oder Sie selbst auf einem anderen Gerät. Was Sie zuletzt geschrieben haben, ist nicht eingereicht. Hier steht es neben dem, was abgeschickt wurde: Heben Sie auf, was fehlt, und schreiben Sie es dazu: Der Bericht lässt sich noch einmal ändern.
bericht-anders-gespeichert = Inzwischen wurde etwas anderes zwischengespeichert.
    .text = Jemand anderes hat an diesem Bericht geschrieben, oder Sie selbst auf einem anderen Gerät. Ihre Eingabe steht unverändert unten. Übernehmen Sie, was fehlt, und drücken Sie noch einmal: Dann gilt Ihre Eingabe.
bericht-beides = Wo sich beides unterscheidet
bericht-abgeschickt = Abgeschickt
bericht-gespeichert = Zwischengespeichert
bericht-ihre-eingabe = Ihre Eingabe
meldung-eingetragen = Die Werte vom letzten Mal sind eingetragen, aber noch nicht abgeschickt. Sehen Sie sie an und drücken Sie unten „Abschicken“.
meldung-zwischengespeichert = Zwischengespeichert. Sie können später mit demselben Link weitermachen.
meldung-bericht-eingereicht = Danke, Ihr Bericht ist da.
meldung-korrektur-zurueckgenommen = Die Korrektur ist zurückgenommen. Der abgenommene Bericht gilt weiter.
meldung-nicht-ich = Danke. Wir fragen dort nach.
link-gilt-nicht = Dieser Link gilt nicht
    .leit = Er ist abgelaufen, zurückgezogen oder unvollständig kopiert.
    .lesen = Der neue Link geht an die Adresse, die bei der Stadt hinterlegt ist. Ob es eine gibt, sagen wir hier nicht.
link-neu = Neuen Link schicken
link-unterwegs = Danke
    .text = Wenn zu diesem Link ein Bericht gehört, ist ein neuer unterwegs an die Adresse, die bei der Stadt hinterlegt ist.

sachbericht-titel = Sachbericht: { $massnahme }
sachbericht-leit = Maßnahme „{ $massnahme }“, { $ort }. Berichtszeitraum: { $zeitraum }. Woran wir es merken: { $woran }
sachbericht-werte = Was erreicht wurde
sachbericht-hindernisse = Was gehindert hat
sachbericht-abnahme = Berichtet von { $name } am { $eingereicht}, abgenommen von { $stadt } am { $abgenommen}.

hindernisse = Was hindert
hindernis-stand-open = offen
hindernis-stand-taken = auf einer Tagesordnung
hindernis-stand-answered = beantwortet
hindernis-antwort = Antwort
hindernis-antworten = Antworten
hindernis-antwort-fehlt = Schreiben Sie eine Antwort.
hindernis-schon = Das ist inzwischen beantwortet.
meldung-hindernis-beantwortet = Die Antwort steht jetzt dort, wo gefragt wurde.

heute-bericht-abnehmen = Bericht abnehmen: { $titel }, { $zeitraum }
heute-bericht-anderer = Jemand anderes ist zu fragen: { $titel }, { $zeitraum }
heute-bericht-ohne-adresse = Für einen Bericht fehlt eine Adresse: { $titel }, { $zeitraum }
heute-bericht-fehlt = Ein Bericht ist überfällig: { $titel }, { $zeitraum }

brief-bericht-bitte =
    Guten Tag { $name },

    wie lief es? { $stadt } bittet Sie um Ihren Bericht zu „{ $massnahme }“, { $zeitraum }. Es dauert etwa zwei Minuten:
    { $link }

    Bitte bis { $tag }. Der Link ist nur für Sie, öffnet nur diesen Bericht und braucht kein Konto. Wenn Sie nicht zuständig sind, sagen Sie dort, wen wir fragen sollen.
    .betreff = Ihr Bericht, { $zeitraum }: { $massnahme }
brief-bericht-erinnerung =
    Guten Tag { $name },

    Ihr Bericht zu „{ $massnahme }“, { $zeitraum }, fehlt { $stadt } noch. Frist: { $tag }. Es dauert etwa zwei Minuten:
    { $link }

    Gab es nichts zu zählen, genügt „Fehlanzeige“.
    .betreff = Erinnerung: Ihr Bericht, { $zeitraum }
brief-bericht-neu =
    Guten Tag { $name },

    hier ist Ihr neuer Link zum Bericht über „{ $massnahme }“, { $zeitraum }:
    { $link }

    Wenn Sie ihn nicht angefordert haben, löschen Sie diese Nachricht.
    .betreff = Ihr neuer Link: Bericht { $zeitraum }
brief-bericht-zurueck =
    Guten Tag { $name },

    { $stadt } hat zu Ihrem Bericht über „{ $massnahme }“, { $zeitraum }, eine Frage:
    { $grund }

    Hier können Sie ihn noch einmal ansehen:
    { $link }
    .betreff = Rückfrage zu Ihrem Bericht, { $zeitraum }
brief-bericht-abgenommen =
    Guten Tag { $name },

    Ihr Bericht über „{ $massnahme }“, { $zeitraum }, ist abgenommen. Den fertigen Sachbericht für Ihren Mittelgeber finden Sie hier:
    { $link }

    Vielen Dank.
    .betreff = Ihr Sachbericht ist fertig, { $zeitraum }
brief-bericht-antwort =
    Guten Tag { $name },

    auf das, was Sie in Ihrem Bericht über „{ $massnahme }“ als hinderlich genannt haben, gibt es eine Antwort:
    { $link }
    .betreff = Antwort auf Ihren Bericht, { $zeitraum }

aktion-report-ask = Berichte angefragt
aktion-report-ask-again = Bericht wieder angefragt
aktion-report-contact = Ansprechperson eines Berichts geändert
aktion-report-draft = Bericht zwischengespeichert
aktion-report-link = Link zu einem Bericht erzeugt
aktion-report-object = Andere Ansprechperson genannt
aktion-report-remind = An einen Bericht erinnert
aktion-report-submit = Bericht eingereicht
aktion-report-change = Bericht vor der Abnahme geändert
aktion-report-take-back = Korrektur eines Berichts zurückgenommen
aktion-report-accept = Bericht abgenommen
aktion-report-return = Bericht zurückgegeben
aktion-report-withdraw = Anfrage eines Berichts zurückgezogen
aktion-obstacle-raise = Hindernis genannt
aktion-obstacle-take = Hindernis auf eine Tagesordnung genommen
aktion-obstacle-answer = Hindernis beantwortet
ding-report = Bericht
ding-obstacle = Hindernis
