## Heute, was sich verspätet und was sich getan hat

heute-nur-spaet = Heute ist nichts neu zu tun. Einiges verspätet sich.
spaet-titel = Was sich verspätet
spaet-seit = seit { $tag }
spaet-mehr = { $anzahl ->
        [one] Eine weitere Sache zeigen, die sich verspätet
       *[other] { $anzahl } weitere Sachen zeigen, die sich verspäten
    }

neues-titel = Seit Ihrem letzten Besuch
neues-besuch = Sie waren zuletzt am { $tag } hier.
neues-besuch-wieder = Sie waren zuletzt am { $tag } hier; dieser Besuch begann am { $begann }.
neues-uebergabe-titel = Seit der Übergabe
neues-uebergabe = Sie haben Ihre Stelle am { $tag } übernommen. Hier steht, was sich in den Wochen davor und seither getan hat.
neues-zuletzt-titel = Was sich zuletzt getan hat
neues-erster = Das ist Ihr erster Besuch. Hier steht, was seit dem { $tag } geschah, und später, was seit Ihrem letzten Besuch geschah.
neues-erster-wieder = Dieser Besuch begann am { $begann }. Hier steht weiterhin, was seit dem { $tag } geschah.
neues-nichts = In dem, was Sie betrifft, hat sich nichts geändert.
neues-mehr = { $anzahl ->
        [one] Eine weitere Änderung zeigen
       *[other] { $anzahl } weitere Änderungen zeigen
    }

neues-massnahmen = Maßnahmen
neues-berichte = Berichte
neues-gremien = Gremien und Aufgaben
neues-vorlagen = Vorlagen und Beschlüsse
neues-anfragen = Anfragen
neues-zusagen = Zusagen
neues-ziele = Ziele
neues-fonds = Verfügungsfonds
neues-kandidaten = Kandidaten und Entscheidungen
neues-programm = Aus anderen Kommunen
neues-zahlen = Zahlen
neues-freigabe = Neue Zahlen sind freigegeben: { $titel }
neues-kandidat = Neuer Kandidat: { $quartier }
neues-kandidat-stand = Kandidat { $quartier }: { $stand }
neues-entscheidung = Entschieden: { $quartiere }
neues-entscheidung-berichtigt = Entscheidung berichtigt: { $quartiere }
neues-entscheidung-oeffentlich = Entscheidung veröffentlicht: { $quartiere }
neues-frage = { $wer } fragt: { $titel }
neues-frage-beantwortet = { $wer } hat auf Ihre Frage geantwortet: { $titel }
neues-frage-auch = { $wer } hat ebenfalls geantwortet: { $titel }
neues-unterlage = Neue Unterlage von { $wer }: { $titel }

## Tagesbrief

tagesbrief = Tagesbrief
tagesbrief-leit = Auf Wunsch kommt die Seite „Heute“ morgens ab sechs Uhr als E-Mail: was auf Sie wartet, was sich verspätet, was sich geändert hat. Darin stehen nur Titel und Adressen, nichts über Personen. Gibt es nichts zu sagen, kommt nichts.
tagesbrief-wie-oft = Wie oft soll er kommen?
tagesbrief-never = Nie
tagesbrief-weekdays = Von Montag bis Freitag
tagesbrief-weekly = Montags
tagesbrief-merken = Auswahl speichern
tagesbrief-keiner = Zurzeit kommt kein Tagesbrief.
tagesbrief-bekommt-weekdays = Der Tagesbrief kommt von Montag bis Freitag.
tagesbrief-bekommt-weekly = Der Tagesbrief kommt montags.
tagesbrief-beenden = Keinen Tagesbrief mehr schicken
tagesbrief-ohne-post = Zurzeit kann keine E-Mail verschickt werden.
    .text = Ihre Auswahl wird gespeichert. Der Tagesbrief kommt, sobald ein Mailserver eingerichtet ist.
tagesbrief-nicht-gesendet = Der Tagesbrief konnte nicht verschickt werden.
tagesbrief-ungewiss = Der Mailserver hat nicht bestätigt, ob er den Tagesbrief angenommen hat. Damit keiner doppelt kommt, wird er nicht noch einmal verschickt.
tagesbrief-stadt = Das wartet in:
tagesbrief-neues = Was sich geändert hat
tagesbrief-mehr = und { $anzahl } mehr
tagesbrief-gruss = Guten Morgen,
tagesbrief-nicht-mehr = Diesen Brief nicht mehr bekommen
tagesbrief-wie-oft-aendern = Öfter oder seltener
tagesbrief-beendet = Erledigt. Es kommt kein Tagesbrief mehr.
tagesbrief-adresse-gilt-nicht = Diese Adresse beendet keinen Tagesbrief mehr. Ob und wie oft er kommt, wählen Sie nach der Anmeldung unter { $konto }.
tagesbrief-text = { tagesbrief-gruss }

    { $text }
    { tagesbrief-nicht-mehr }: { $abbestellen }
    { tagesbrief-wie-oft-aendern }: { $konto }
tagesbrief-betreff = { $heute ->
        [0] Heute
        [one] Heute: eine Sache wartet
       *[other] Heute: { $heute } Sachen warten
    }{ $spaet ->
        [0] { "" }
       *[other] , { $spaet } verspätet
    }{ $neues ->
        [0] { "" }
       *[other] , { $neues } geändert
    } ({ $tag })

aktion-account-digest = Tagesbrief gewählt oder abbestellt
aktion-account-letter = Tagesbrief geschrieben

## Was sich verspätet und worauf es wartet

spaet-massnahme = Maßnahme „{ $titel }“
spaet-bericht = Bericht: { $titel }, { $zeitraum }
spaet-mitzeichnung = Mitzeichnung: { $betreff }
spaet-aufgabe = Aufgabe: { $was }
spaet-anfrage = Anfrage „{ $betreff }“
spaet-bericht-fehlt = Es fehlt der Bericht von { $wer }, fällig am { $tag }.
spaet-abnahme = Ein Bericht ist seit dem { $tag } da und wartet auf die Abnahme: { $wer }.
spaet-hindernis = Seit dem { $tag } ist ein Hindernis genannt und noch nicht beantwortet.
spaet-sachstand = Niemand hat einen Grund genannt. Es wartet auf den Sachstand: { $wer }.
spaet-mitzeichnung-offen = Seit dem { $tag } offen: { $wer }.
spaet-wartet = Wartet seit dem { $tag } auf: { $wer }.
spaet-antwort-fehlt = Eine Antwort ist noch nicht geschrieben. Es wartet auf: { $wer }.
spaet-antwort-liegt = Die Antwort liegt seit dem { $tag } geschrieben bei: { $wer }.

## Was sich in der Steuerung getan hat

neues-massnahme = Neue Maßnahme: { $titel }
neues-massnahme-geaendert = Maßnahme geändert: { $titel }
neues-massnahme-gebucht = Geld gebucht: { $titel }
neues-massnahme-berichtigt = Buchung berichtigt: { $titel }
neues-massnahme-geld = Geld geändert: { $titel }
neues-massnahme-partner = Partner geändert: { $titel }
neues-massnahme-risiken = Risiken geändert: { $titel }
neues-befund = Befund aufgenommen: { $titel }
neues-beschluss = Ein Beschluss betrifft: { $titel }
neues-bericht-gefragt = Ihr Bericht ist gefragt bis { $tag }: { $titel }, { $zeitraum }
neues-bericht-da = Bericht von { $wer } ist da: { $titel }, { $zeitraum }
neues-bericht-abgenommen = Bericht von { $wer } ist abgenommen: { $titel }, { $zeitraum }
neues-bericht-zurueck = Bericht von { $wer } wurde zurückgegeben: { $titel }, { $zeitraum }
neues-bericht-anderer = Für den Bericht von { $wer } ist jemand anderes zu fragen: { $titel }, { $zeitraum }
neues-hindernis = Ein Hindernis ist genannt: { $titel }
neues-hindernis-beantwortet = Ein Hindernis ist beantwortet: { $titel }
neues-sitzung = Sitzung am { $tag }: { $gremium }
neues-sitzungen = Mehrere Sitzungen ab { $tag }: { $gremium }
neues-sitzung-verlegt = Sitzung geändert, jetzt am { $tag }: { $gremium }
neues-sitzung-abgesagt = Sitzung am { $tag } fällt aus: { $gremium }
neues-tagesordnung = Tagesordnung vom { $tag } ergänzt: { $gremium }
neues-protokoll = Protokoll vom { $tag } liegt vor: { $gremium }
neues-protokoll-berichtigt = Protokoll vom { $tag } berichtigt: { $gremium }
neues-aufgabe = Neue Aufgabe: { $was }
neues-aufgabe-geaendert = Aufgabe geändert: { $was }
neues-aufgabe-erledigt = Aufgabe erledigt: { $was }
neues-aufgabe-wieder-offen = Aufgabe wieder offen: { $was }
neues-mitglieder = Mitglieder geändert: { $gremium }
neues-gremium = Gremium geändert: { $gremium }
neues-vorlage-gefragt = Ihre Mitzeichnung ist gefragt: { $betreff }
neues-vorlage-fassung = Neue Fassung: { $betreff }
neues-vorlage-mitgezeichnet = Mitgezeichnet: { $betreff }
neues-vorlage-folge = Beratungsfolge ergänzt: { $betreff }
neues-vorlage-beraten = Beraten: { $betreff }
neues-vorlage-beschlossen = Entschieden: { $betreff }
neues-vorlage-zurueck = Die beschlossene Vorlage liegt vor: { $betreff }
neues-anfrage = Neue Anfrage: { $betreff }
neues-anfrage-geaendert = Anfrage geändert: { $betreff }
neues-antwort-geschrieben = An der Antwort wurde geschrieben: { $betreff }
neues-antwort = Beantwortet: { $betreff }
neues-versprechen = Neues Versprechen: { $text }
neues-versprechen-geaendert = Versprechen geändert: { $text }
neues-ziel = Neues Ziel: { $titel }
neues-ziel-geaendert = Ziel geändert: { $titel }
neues-konzept-beschlossen = Konzept beschlossen: { $name }
neues-fonds-neu = Neuer Fonds: { $fonds }
neues-fonds-regeln = Regeln geändert: { $fonds }
neues-antrag = Neuer Antrag an { $fonds }: { $titel }
neues-antrag-stand = Antrag „{ $titel }“: { $stand }
neues-antrag-nachweis = Verwendungsnachweis liegt vor: { $titel }

## Eine Maßnahme als Anfang einer Wirkungskarte

wirkung-woran = Woran es zu merken sein sollte: { $woran }
wirkung-befund = { $satz } ({ $quelle }, { $wann }; { $fund })
wirkung-kosten = { $anzahl ->
        [0] { $betrag }
       *[other] { $betrag }, davon { $quellen }
    }

## Wege von einer Sache zur nächsten

bericht-link-fuer = Für { $wer }. Geben Sie den Link weiter; er öffnet nur diesen Bericht.

# Wer mehrere Stellen hat
stellen-titel = Ihre Stellen
stellen-jetzt = Als diese Stelle arbeiten Sie gerade.
stellen-vertretung = { $stelle } (in Vertretung)
stellen-waehlen = Als { $stelle } arbeiten
stellen-wartet = { $zahl ->
    [0] Dort wartet nichts, was nicht auch hier steht.
    [one] Dort wartet eine Sache.
   *[other] Dort warten { $zahl } Sachen.
}
stellen-im-brief = Als { $stelle }: { $was }
meldung-stelle-gewaehlt = Sie arbeiten jetzt als diese Stelle. Was Sie tun, steht unter ihr im Protokoll.
rolle-in-vertretung = { $rolle }, in Vertretung: { $stelle }
rolle-als-stelle = { $rolle }, als { $stelle }
