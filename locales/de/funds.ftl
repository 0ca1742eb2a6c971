# Verfügungsfonds: Regeln, Haushalt, Anträge, Gremium, Auszahlung, Nachweis.

nav-fonds = Fonds
nav-fonds-wozu = Geld für Ideen von Gruppen im Quartier: wofür es da ist, was noch frei ist, wer es bekommt.
fonds-titel = Geld für Ideen im Quartier
fonds-leit = { $offen ->
    [0] Zurzeit kann man sich bei keinem Fonds bewerben.
    [one] Bei einem Fonds können sich Gruppen zurzeit bewerben.
   *[other] Bei { $offen } Fonds können sich Gruppen zurzeit bewerben.
}
fonds-leit-leer = Hier stehen Fonds, aus denen Gruppen Geld für eigene Ideen bekommen.
fonds-leer = Noch hat die Stadt keinen Fonds angelegt.
fonds-anlegen = Fonds anlegen
fonds-eins = Fonds
fonds-aufruf = Bewerbung
fonds-noch-frei = { $jahr } noch frei
fonds-nur-intern = nicht öffentlich
fonds-mit-internem = mit internen Angaben
fonds-hier = { $anzahl ->
    [one] Gruppen können hier Geld für eigene Ideen bekommen.
   *[other] Gruppen können hier aus { $anzahl } Fonds Geld für eigene Ideen bekommen.
}

fonds-fuer-quartier = Dieser Fonds ist für Ideen in { $ort }.
fonds-fuer-ein-quartier = Dieser Fonds ist für Ideen in einem Quartier der Stadt.
fonds-fuer-stadt = Dieser Fonds ist für Ideen in der ganzen Stadt.
fonds-rest = Für { $jahr } sind noch { $frei } von { $haushalt } frei.
fonds-ohne-haushalt = Für { $jahr } ist noch kein Geld eingestellt.
fonds-wofuer = Wofür es Geld gibt
fonds-bewerben = Wie man sich bewirbt
fonds-antrag-stellen = Antrag stellen
fonds-gefoerdert = Was gefördert wurde
fonds-gefoerdert-nichts = Hier steht, was der Fonds gefördert hat, sobald es veröffentlicht ist.
fonds-vorhaben = Vorhaben
fonds-aufruf-keiner = Zurzeit kann man sich nicht bewerben.
fonds-aufruf-kommt = Bewerben kann man sich vom { $von } bis zum { $bis }.
fonds-aufruf-laeuft = Bewerben kann man sich bis zum { $bis }.
fonds-aufruf-vorbei = Die Bewerbung ging bis zum { $bis }.
fonds-regel-alles = Der Fonds zahlt alle Kosten, höchstens { $hoechstens } für ein Vorhaben.
fonds-regel-anteil = Der Fonds zahlt höchstens { $anteil } der Kosten und höchstens { $hoechstens } für ein Vorhaben. Den Rest bringt die Gruppe selbst oder durch Spenden auf.
fonds-regel-voll = Was bis { $voll } kostet, zahlt der Fonds ganz. Bei höheren Kosten zahlt er höchstens { $anteil } (mindestens aber { $voll }) und nie mehr als { $hoechstens } für ein Vorhaben.

fonds-wofuer-any = für alles, was dem Quartier nützt
    .satz = Es darf für Dinge sein, die bleiben, und für Dinge, die man verbraucht.
fonds-wofuer-investive = nur für Dinge, die bleiben
    .satz = Das Geld ist nur für Dinge, die bleiben: Bänke, Werkzeug, einen Zaun. Nicht für Essen oder Honorare.
fonds-wofuer-running = nur für Laufendes
    .satz = Das Geld ist nur für Laufendes: ein Fest, einen Kurs, Handzettel. Nicht für Anschaffungen, die bleiben.
fonds-mehrheit-simple = mehr Ja als Nein
fonds-mehrheit-two-thirds = mindestens doppelt so viele Ja wie Nein

fonds-haushalt-von = Haushalt { $jahr }
fonds-haushalt-was = Posten
fonds-haushalt = Haushalt
fonds-reserviert = bewilligt, noch nicht ausgezahlt
fonds-ausgezahlt = ausgezahlt
fonds-zurueck = zurückgekommen
fonds-frei = noch frei
fonds-haushalt-aendern = Haushalt ändern
fonds-jahr = Jahr
fonds-richtung = Was geschieht
fonds-plus = Geld kommt dazu
fonds-minus = Geld fällt weg
fonds-vermerk = Vermerk
    .hinweis = Woher das Geld kommt oder warum es wegfällt.
fonds-buchen = Buchen
fonds-jahr-unklar = Schreiben Sie das Jahr mit vier Ziffern, zum Beispiel 2027.
fonds-vermerk-fehlt = Schreiben Sie, woher das Geld kommt oder warum es wegfällt.
fonds-inzwischen-gebucht = Inzwischen ist etwas gebucht worden. Gebucht ist von Ihnen noch nichts: Sehen Sie den Stand oben an und buchen Sie noch einmal.
fonds-antraege = Anträge
fonds-antraege-leer = Noch ist kein Antrag eingegangen.
fonds-regeln = Regeln des Fonds
fonds-aendern = Regeln ändern
fonds-jahresbericht = Bericht über ein Jahr
fonds-verlauf = Verlauf
fonds-wann = Wann
fonds-wer = Wer
fonds-geaendert = Was
fonds-angelegt = angelegt
fonds-tag = Tag
fonds-nummer = Nummer
fonds-summen = Summen
fonds-buch = Buch
fonds-buchung = Buchung
fonds-wozu = Wozu
fonds-buchung-budget = Haushalt geändert
fonds-buchung-grant = bewilligt
fonds-buchung-release = wieder frei
fonds-buchung-pay = ausgezahlt
fonds-buchung-return = zurückgekommen
fonds-jahr-titel = Das Jahr { $jahr }
fonds-jahr-leit = { $eingegangen ->
    [0] { $jahr } ist kein Antrag eingegangen
    [one] { $jahr } ist ein Antrag eingegangen
   *[other] { $jahr } sind { $eingegangen } Anträge eingegangen
}; { $bewilligt ->
    [0] bewilligt wurde keiner
    [one] einer wurde bewilligt
   *[other] { $bewilligt } wurden bewilligt
}, { $abgelehnt ->
    [0] abgelehnt keiner
    [one] einer abgelehnt
   *[other] { $abgelehnt } abgelehnt
}. Gegeben wurden { $gegeben }.
fonds-jahr-nichts = In diesem Jahr wurde nichts bewilligt.

fonds-neu-titel = Fonds anlegen
fonds-neu-leit = Nach welchen Regeln bekommen Gruppen Geld? Das Geld selbst buchen Sie danach, Jahr für Jahr.
fonds-aendern-titel = { $name }: Regeln ändern
fonds-aendern-leit = Was früher galt, bleibt im Verlauf stehen. Gestellte Anträge bleiben, wie sie sind.
fonds-speichern = Speichern
fonds-inzwischen = Inzwischen hat { $wer } diese Regeln geändert.
fonds-feld-name = Name
fonds-feld-quartier = Quartier
fonds-feld-programm = Programm, aus dem das Geld kommt
fonds-feld-aktenzeichen = Aktenzeichen
fonds-feld-anteil = Höchster Anteil an den Kosten, in Prozent
    .hinweis = 50, wenn die andere Hälfte aus eigenem Geld oder Spenden kommen muss; 100, wenn der Fonds alles zahlen darf.
fonds-feld-voll-bis = Ganz gezahlt bis zu diesen Kosten
    .hinweis = Leer, wenn der Anteil immer gilt.
fonds-feld-hoechstens = Höchstens für ein Vorhaben
    .hinweis = In Euro, zum Beispiel 1.500 oder 750,50.
fonds-feld-wofuer = Wofür
fonds-feld-kriterien = Was ein Antrag erfüllen muss
    .hinweis = In einfachen Worten. Diese Sätze lesen alle, auch auf dem Telefon.
fonds-feld-aufruf-von = Bewerbung ab
fonds-feld-aufruf-bis = Bewerbung bis
    .hinweis = Der letzte Tag zählt noch. Ohne Tage kann sich niemand bewerben.
fonds-feld-leitung = Leitung
fonds-feld-auszahlung = Stelle, die auszahlt
    .hinweis = Eine andere als die Leitung: Wer entscheidet, zahlt nicht allein aus.
fonds-feld-gremium = Vergabegremium
    .hinweis = Die Stellen, die abstimmen.
fonds-feld-mindestens = So viele Stimmen braucht ein Beschluss
    .hinweis = Wer wegen Nähe zum Antrag nicht mitstimmt, zählt nicht mit.
fonds-feld-mehrheit = Angenommen ist ein Antrag bei
fonds-name-fehlt = Geben Sie dem Fonds einen Namen.
fonds-quartier-fehlt = Wählen Sie ein Quartier oder die ganze Stadt.
fonds-anteil-unklar = Schreiben Sie eine Zahl zwischen 0,1 und 100 mit höchstens einer Stelle nach dem Komma, zum Beispiel 50.
fonds-hoechstens-fehlt = Schreiben Sie, wie viel es für ein Vorhaben höchstens gibt.
fonds-kriterien-fehlen = Schreiben Sie, was ein Antrag erfüllen muss.
fonds-aufruf-halb = Geben Sie beide Tage an oder keinen.
fonds-aufruf-verkehrt = Das Ende liegt vor dem Anfang.
fonds-leitung-fehlt = Wählen Sie die Stelle, die den Fonds leitet.
fonds-auszahlung-fehlt = Wählen Sie die Stelle, die auszahlt.
fonds-vier-augen = Wählen Sie eine andere Stelle als die Leitung: Wer entscheidet, zahlt nicht allein aus.
fonds-gremium-fehlt = Wählen Sie die Stellen, die abstimmen.
fonds-mindestens-fehlt = Schreiben Sie eine Zahl ab 1.
fonds-mindestens-zu-viele = So viele Stellen stimmen nicht ab. Wählen Sie mehr Stellen oder eine kleinere Zahl.
fonds-nicht-ihrer = Das kann nur die Stelle, die im Fonds dafür eingetragen ist.
fonds-jemand-schneller = Jemand war schneller. Sehen Sie an, wie es jetzt steht.
fonds-schon = Das geht nicht mehr. Der Stand ist jetzt: { $stand }.
fonds-gremium-anders = Das Gremium hat anders gestimmt.
fonds-mehr-als-beantragt = Bewilligen Sie einen Betrag zwischen 0,01 € und { $beantragt }: Mehr ist nicht beantragt.
fonds-reicht-nicht = So viel ist nicht mehr da. Frei sind { $frei }.
fonds-betrag-passt-nicht = Dieser Betrag passt nicht zu dem, was gebucht ist.
fonds-kein-mitglied = Diese Stelle gehört nicht zum Vergabegremium.
fonds-schon-gestimmt = Diese Stelle hat schon gestimmt. Ein Versehen lässt sich unten berichtigen.
fonds-stimme-fehlt-noch = Diese Stelle hat noch nicht gestimmt.
fonds-stimme-schon-so = So steht die Stimme schon da.
fonds-stimme-inzwischen = Inzwischen ist eine Stimme berichtigt worden. Sehen Sie die Stimmen oben an, und berichtigen Sie dann noch einmal.
fonds-vier-augen-zahlung = Sie haben die Entscheidung festgehalten. Auszahlen muss jemand anderes.

# Was Gruppen lesen: kurze Sätze, eine Frage nach der anderen.
antrag-start-titel = Geld für Ihre Idee
antrag-start-leit = Sie haben eine Idee für Ihr Quartier? Hier können Sie Geld dafür bekommen.
antrag-start-text =
    Wir stellen Ihnen ein paar Fragen. Das dauert etwa zehn Minuten.
    Sie können Pause machen. Alles, was Sie schreiben, ist gespeichert.
    { $regel }
    Danach stimmen Menschen aus dem Quartier über Ihren Antrag ab. Sie sehen immer, wie weit er ist.
antrag-start-daten = Was mit Ihren Angaben geschieht
    .text = Wir fragen nicht nach mehr als nötig. Ihren Namen, Ihre E-Mail und Ihr Telefon lesen nur die Menschen, die den Fonds leiten. Ihre Kontonummer brauchen wir nur, wenn Sie Geld bekommen. Wenn alles fertig ist, löschen wir die Kontonummer sofort und den Rest nach 90 Tagen. Nur wenn Sie Geld zurückzahlen müssen, löschen wir den Rest später: 90 Tage, nachdem das Geld da ist, spätestens am Ende des dritten Jahres nach dem Abschluss.
antrag-anfangen = Anfangen
antrag-schritt = Schritt { $nummer } von { $von }
antrag-weiter = Weiter
antrag-zurueck = Einen Schritt zurück
antrag-adresse = Ihre Adresse:
antrag-adresse-text = Schreiben Sie sich die Adresse unten auf. Mit ihr kommen Sie immer wieder hierher. Wer sie kennt, kann Ihren Antrag lesen: Geben Sie sie nur in Ihrer Gruppe weiter.
antrag-adresse-unbekannt = Prüfen Sie, ob die Adresse vollständig ist. Ein Entwurf, an dem 60 Tage niemand schreibt, wird gelöscht.
antrag-seite-idee = Was haben Sie vor?
antrag-seite-wo = Wo, für wen und wann?
antrag-seite-kosten = Was kostet es?
antrag-seite-gruppe = Wer sind Sie?
antrag-seite-pruefen = Stimmt alles?
antrag-feld-titel = Wie heißt Ihre Idee?
    .hinweis = Ein kurzer Titel ohne Namen von Menschen. Zum Beispiel: Hoffest im Sommer.
antrag-feld-was = Was machen Sie genau?
    .hinweis = Ein paar Sätze genügen.
antrag-feld-ort = Wo machen Sie es?
    .hinweis = Zum Beispiel: Hof hinter der Schule.
antrag-feld-fuer-wen = Für wen ist es?
    .hinweis = Zum Beispiel: alle im Haus, Kinder, neue Nachbarn.
antrag-feld-ab = Wann fängt es an?
antrag-feld-bis = Wann ist es zu Ende?
    .hinweis = Bei einem Tag schreiben Sie zweimal denselben Tag.
antrag-posten-nummer = { $nummer }. Wofür brauchen Sie Geld?
    .hinweis = Eine Sache in jeder Zeile. Zum Beispiel: Farbe.
antrag-betrag-nummer = { $nummer }. Wie viele Euro?
eingabe-betrag-beispiel = Zum Beispiel: 120 oder 49,90.
antrag-feld-eigenes = Eigenes Geld und Spenden
    .hinweis = So viel haben Sie schon selbst, oder andere geben es. Leer lassen, wenn nichts da ist.
antrag-vom-fonds = Vom Fonds
antrag-feld-gruppe = Wie heißt Ihre Gruppe?
    .hinweis = Zum Beispiel: Hausgemeinschaft Lindenstraße. Ein Verein müssen Sie nicht sein.
antrag-feld-person = Wen können wir fragen?
    .hinweis = Ein Name.
antrag-feld-email = E-Mail
    .hinweis = E-Mail oder Telefon, eines genügt. Mit E-Mail schicken wir Ihnen auch die Adresse Ihres Antrags.
antrag-feld-telefon = Telefon
antrag-feld-naehe = Gehört jemand von Ihnen zum Vergabegremium oder ist mit jemandem dort eng verbunden?
    .hinweis = Das ist nicht schlimm. Diese Person stimmt dann nur nicht mit ab.
antrag-naehe-nein = Nein
antrag-naehe-ja = Ja
antrag-feld-naehe-was = Wenn ja: Wer, und wie verbunden?
antrag-noch-offen = Es fehlt noch etwas.
    .text = Schauen Sie diese Seiten noch einmal an:
antrag-aendern = Ändern: { $seite }
antrag-absenden-hinweis = Nach dem Absenden können Sie den Antrag nicht mehr ändern. Zurückziehen können Sie ihn.
antrag-absenden = Antrag absenden
meldung-antrag-gesendet = Ihr Antrag ist da. Vielen Dank!

antrag-titel-fehlt = Schreiben Sie einen kurzen Titel.
antrag-was-fehlt = Schreiben Sie, was Sie machen.
antrag-ort-fehlt = Schreiben Sie, wo Sie es machen.
antrag-fuer-wen-fehlt = Schreiben Sie, für wen es ist.
antrag-ab-fehlt = Schreiben Sie, wann es anfängt.
antrag-bis-fehlt = Schreiben Sie, wann es zu Ende ist.
antrag-ab-vorbei = Dieser Tag ist vorbei. Der Fonds zahlt nur, was noch kommt.
antrag-bis-vor-ab = Das Ende liegt vor dem Anfang.
antrag-posten-fehlt = Schreiben Sie, wofür das Geld ist.
antrag-betrag-fehlt = Schreiben Sie, wie viele Euro es sind.
antrag-betrag-zu-hoch = So viel Geld hat kein Fonds. Prüfen Sie die Beträge.
antrag-kosten-fehlen = Schreiben Sie mindestens eine Sache, für die Sie Geld brauchen.
antrag-nichts-noetig = Ihr eigenes Geld reicht schon für alles. Vom Fonds brauchen Sie dann nichts.
antrag-zu-viel = Bei Kosten von { $kosten } gibt der Fonds höchstens { $hoechstens }. Sie brauchen also mindestens { $eigenes } eigenes Geld oder Spenden.
antrag-gruppe-fehlt = Schreiben Sie, wie Ihre Gruppe heißt.
antrag-person-fehlt = Schreiben Sie, wen wir fragen können.
antrag-erreichbar-fehlt = Schreiben Sie eine E-Mail oder ein Telefon.
antrag-email-unklar = Prüfen Sie die E-Mail. Sie sieht so aus: name@beispiel.de.
antrag-telefon-unklar = Prüfen Sie das Telefon. Es besteht aus Ziffern.
antrag-naehe-fehlt = Wählen Sie Ja oder Nein.
antrag-naehe-was-fehlt = Schreiben Sie, wer es ist und wie verbunden.

antrag-status-titel = Ihr Antrag Nummer { $nummer }
antrag-status-received = „{ $titel }“ ist bei uns. Das Vergabegremium stimmt darüber ab. Sie müssen jetzt nichts tun.
antrag-status-granted = Das Vergabegremium hat Ja gesagt: Sie bekommen { $bewilligt }.
    .grund = Was Sie dazu wissen sollten
antrag-status-declined = Das Vergabegremium hat Nein gesagt. Sie bekommen kein Geld aus dem Fonds.
    .grund = Warum
antrag-status-wieder = Das Vergabegremium sieht sich „{ $titel }“ noch einmal an. Sie müssen jetzt nichts tun.
    .grund = Warum
antrag-status-withdrawn = Sie haben diesen Antrag zurückgezogen.
antrag-status-paid = { $bewilligt } sind auf dem Weg zu Ihrem Konto. Heben Sie alle Rechnungen auf.
antrag-status-proven = Ihr Nachweis ist da. Wir sehen ihn an. Sie müssen jetzt nichts tun.
antrag-status-asked = Zu Ihrem Nachweis haben wir noch eine Frage.
    .grund = Unsere Frage
antrag-status-aufgegeben = Wir haben Ihren Antrag geschlossen. Sie bekommen kein Geld aus dem Fonds.
    .offen = Wir haben Ihren Antrag ohne Nachweis geschlossen. Bitte zahlen Sie { $betrag } zurück.
    .zurueck = Wir haben Ihren Antrag ohne Nachweis geschlossen. Das Geld ist zurückgekommen. Sie müssen nichts mehr tun.
    .grund = Warum
antrag-status-closed = Alles ist fertig. Sie haben { $gegeben } aus dem Fonds verwendet. Vielen Dank für Ihre Arbeit!
    .grund = Anmerkung
antrag-ihr-antrag = Ihr Antrag
antrag-weg = Was bisher geschehen ist
antrag-daten-spaeter = Ihre Kontonummer löschen wir, sobald alles fertig ist, Namen, E-Mail und Telefon 90 Tage danach. Nur wenn Sie Geld zurückzahlen müssen, löschen wir Namen, E-Mail und Telefon später: 90 Tage, nachdem das Geld da ist, spätestens am Ende des dritten Jahres nach dem Abschluss.
antrag-daten-bis = Namen, E-Mail und Telefon löschen wir am { $tag }.
antrag-daten-forderung = Namen, E-Mail und Telefon löschen wir 90 Tage, nachdem das Geld da ist, spätestens am { $tag }.
antrag-daten-geloescht = Namen, E-Mail, Telefon und Kontonummer sind gelöscht.
antrag-zurueckziehen = Antrag zurückziehen
antrag-zurueckziehen-hinweis = Dann bekommen Sie kein Geld. Das lässt sich nicht rückgängig machen. Sie können aber einen neuen Antrag stellen.
antrag-zurueckziehen-sicher = Sind Sie sicher?
antrag-zurueckziehen-ja = Ja, ich ziehe den Antrag zurück
antrag-zurueckziehen-fehlt = Kreuzen Sie an, dass Sie den Antrag zurückziehen.
meldung-zurueckgezogen = Der Antrag ist zurückgezogen.
antrag-konto-frage = Wohin sollen wir das Geld überweisen?
antrag-konto-da = Wir haben das Konto { $konto }.
antrag-konto-speichern = Konto speichern
antrag-konto-aendern = Anderes Konto speichern
antrag-feld-inhaber = Wem gehört das Konto?
    .hinweis = Der Name, wie er bei der Bank steht.
antrag-feld-iban = IBAN
    .hinweis = Sie steht auf der Bankkarte. Zum Beispiel: DE02 1203 0000 0000 2020 51.
antrag-inhaber-fehlt = Schreiben Sie, wem das Konto gehört.
antrag-iban-unklar = Diese IBAN stimmt nicht. Vergleichen Sie jede Stelle mit der Bankkarte.
meldung-konto-gespeichert = Danke. Das Konto ist gespeichert.
antrag-nachweis-hinweis = Wenn alles bezahlt ist, zeigen Sie uns, wofür das Geld war: erst die Rechnungen, dann die Beträge und ein paar Sätze.
antrag-nachweis-beginnen = Nachweis beginnen
antrag-belege-titel = Zeigen Sie uns die Rechnungen
antrag-belege-leit = Fotografieren Sie jede Rechnung und laden Sie sie hoch, eine nach der anderen. Ein Foto von Ihrer Aktion dürfen Sie auch schicken.
antrag-belege-da = { $anzahl ->
    [one] Eine Datei ist da.
   *[other] { $anzahl } Dateien sind da.
}
antrag-beleg-neu = Noch eine Rechnung
antrag-feld-beleg = Foto oder PDF
    .hinweis = PDF, JPEG oder PNG, höchstens 10 MB.
antrag-beleg-hochladen = Hochladen
antrag-beleg-fehlt = Wählen Sie erst eine Datei.
antrag-beleg-zu-gross = Diese Datei ist größer als 10 MB. Machen Sie ein kleineres Foto.
antrag-beleg-falsche-art = Das ist kein PDF und kein Foto. Wir nehmen PDF, JPEG und PNG.
antrag-belege-zu-viele = Mehr Dateien nehmen wir nicht. Fassen Sie die übrigen in einem PDF zusammen.
meldung-beleg-da = Die Datei ist da.
antrag-weiter-zu-summen = Weiter zu den Beträgen
antrag-zum-antrag = Zum Antrag
antrag-zu-den-belegen = Zurück zu den Rechnungen
antrag-summen-titel = Wofür haben Sie das Geld gebraucht?
antrag-summen-leit = Sie haben { $betrag } bekommen. Schreiben Sie alles auf, was Sie bezahlt haben, auch mit eigenem Geld.
antrag-bezahlt-nummer = { $nummer }. Was haben Sie bezahlt?
antrag-feld-bericht = Wie war es?
    .hinweis = Ein paar Sätze: Was haben Sie gemacht, wer war dabei, was bleibt?
antrag-bericht-fehlt = Schreiben Sie ein paar Sätze.
antrag-nachweis-absenden = Nachweis absenden
meldung-nachweis-gesendet = Ihr Nachweis ist da. Vielen Dank!

brief-antrag = Guten Tag,

    Ihr Antrag ist bei der Stadt { $stadt } eingegangen. Wie weit er ist, sehen Sie hier:

    { $adresse }

    Wer diese Adresse kennt, kann den Antrag lesen. Geben Sie sie nur in Ihrer Gruppe weiter.
    .betreff = Ihr Antrag ist da
brief-antrag-neues = Guten Tag,

    zu Ihrem Antrag Nummer { $nummer } gibt es etwas Neues. Der Stand ist jetzt: { $stand }.

    Was als Nächstes zu tun ist, steht unter der Adresse, die Sie beim Absenden bekommen haben.
    .betreff = Neues zu Ihrem Antrag

# Was im Rathaus gelesen wird.
antrag-stand = Stand
antrag-gruppe = Gruppe
antrag-ort = Ort
antrag-fuer-wen = Für wen
antrag-ab = Beginn
antrag-bis = Ende
antrag-stand-received = eingegangen
antrag-stand-granted = bewilligt
antrag-stand-declined = abgelehnt
antrag-stand-wieder = wird noch einmal beraten
antrag-stand-withdrawn = zurückgezogen
antrag-stand-paid = ausgezahlt
antrag-stand-proven = Nachweis liegt vor
antrag-stand-asked = Rückfrage zum Nachweis
antrag-stand-closed = abgeschlossen
antrag-stand-aufgegeben = ohne Nachweis geschlossen
antrag-zurueckfordern = zurückzufordern: { $betrag }
    .posten = Zurückzufordern
    .titel = Was zurückgekommen ist
antrag-eingang = Eingang
antrag-beantragt = beantragt
antrag-bewilligt = bewilligt
antrag-betrag = Betrag
antrag-posten = Wofür
antrag-summe = Summe
antrag-kosten = Was es kosten soll
antrag-ausgegeben = Was es gekostet hat
antrag-wann = Wann
antrag-von-bis = { $von } bis { $bis }
antrag-stimmen-reichen-nicht = Alle haben gestimmt; für eine Entscheidung sind es zu wenige, weil jemand befangen ist. Nehmen Sie in den Regeln des Fonds ein Mitglied dazu, oder senken Sie die nötige Zahl der Stimmen.
antrag-fehlen-stimmen = { $anzahl ->
    [one] Es fehlt noch eine Stimme
   *[other] Es fehlen noch { $anzahl } Stimmen
}
antrag-entscheidungsreif = die Entscheidung kann festgehalten werden
antrag-leit-received = { $gruppe } beantragt { $beantragt }.
antrag-leit-granted = { $gruppe } bekommt { $bewilligt }; ausgezahlt ist noch nichts.
antrag-leit-declined = { $gruppe } hatte { $beantragt } beantragt; das Vergabegremium hat abgelehnt.
antrag-leit-wieder = { $gruppe } beantragt { $beantragt }; nach der Ablehnung wird noch einmal beraten.
antrag-leit-withdrawn = { $gruppe } hatte { $beantragt } beantragt und den Antrag zurückgezogen.
antrag-leit-paid = { $gruppe } hat { $bewilligt } bekommen; der Nachweis steht noch aus.
antrag-leit-proven = { $gruppe } hat { $bewilligt } bekommen und zeigt, wofür.
antrag-leit-asked = { $gruppe } hat { $bewilligt } bekommen; zum Nachweis ist etwas gefragt.
antrag-leit-closed = { $gruppe } hatte { $bewilligt } bekommen; der Nachweis ist angenommen.
antrag-leit-aufgegeben = { $gruppe } hatte { $bewilligt } bewilligt bekommen; der Antrag ist ohne Auszahlung geschlossen, das Geld ist wieder frei.
    .gezahlt = { $gruppe } hatte { $bewilligt } bekommen; der Antrag ist ohne Nachweis geschlossen.
antrag-gremium-ja = Das Gremium ist dafür.
antrag-gremium-nein = Das Gremium ist dagegen.
antrag-naehe = Nähe zum Gremium
antrag-naehe-keine = nach eigener Angabe keine
antrag-kontakt = Kontakt
antrag-kontakt-bis = wird am { $tag } gelöscht
antrag-kontakt-geloescht = gelöscht
antrag-gremium = Vergabegremium
antrag-regel = { $anzahl ->
    [one] Ein Beschluss braucht eine Stimme
   *[other] Ein Beschluss braucht { $anzahl } Stimmen
}; angenommen ist er bei: { $mehrheit }. Enthaltungen zählen mit, Befangene nicht.
antrag-keine-stimmen = Noch hat niemand abgestimmt.
antrag-stimmen = Stimmen
antrag-mitglied = Mitglied
antrag-stimme = Stimme
antrag-festgehalten-von = festgehalten von
antrag-stimme-yes = Ja
antrag-stimme-no = Nein
antrag-stimme-abstain = Enthaltung
antrag-stimme-conflict = befangen, stimmt nicht mit
antrag-ihre-stimme = Ihre Stimme
antrag-stimme-grund = Grund
    .hinweis = Nötig ist er nur bei Befangenheit; er bleibt in der Niederschrift stehen.
antrag-abstimmen = Stimme abgeben
antrag-stimmen-eintragen = Stimmen aus der Sitzung eintragen
antrag-stimme-eintragen = Stimme eintragen
antrag-stimme-berichtigen = Stimme berichtigen
    .text = Nur wenn eine Stimme falsch eingetragen ist, und nur bis zur Auszahlung. Was vorher da stand, bleibt sichtbar.
antrag-stimme-richtig = So ist es richtig
antrag-stimme-vorher = Vorher: { $stimme }, festgehalten von { $wer } am { $wann }.
antrag-traegt-nicht = Die berichtigten Stimmen tragen die Bewilligung nicht mehr.
    .text = Ausgezahlt wird so nicht. Prüfen Sie die Stimmen, oder schließen Sie den Antrag und nennen den Grund.
antrag-stimme-fehlt = Wählen Sie eine Stimme.
antrag-mitglied-fehlt = Wählen Sie das Mitglied.
antrag-befangen-grund-fehlt = Schreiben Sie, warum dieses Mitglied nicht mitstimmt.
meldung-gestimmt = Die Stimme ist festgehalten.
meldung-stimme-berichtigt = Die Stimme ist berichtigt.
antrag-entscheiden = Entscheidung festhalten
antrag-betrag-bewilligt = Bewilligter Betrag
    .hinweis = Höchstens so viel, wie beantragt ist.
antrag-hinweis-gruppe = Was die Gruppe wissen soll
antrag-bewilligen = Bewilligen
antrag-grund-ablehnung = Begründung
    .hinweis = Die Gruppe liest sie, in einfachen Worten.
antrag-grund-fehlt = Schreiben Sie, warum abgelehnt wird. Die Gruppe liest es.
antrag-ablehnen = Ablehnen
antrag-begruendung = Begründung
meldung-antrag-entschieden = Die Entscheidung ist festgehalten.
antrag-geld = Geld
antrag-konto = Konto
antrag-inhaber = Kontoinhaber
antrag-konto-fehlt = Die Gruppe hat noch kein Konto genannt.
antrag-anderes-konto = Die Gruppe hat inzwischen ein anderes Konto genannt. Ausgezahlt ist noch nichts: Sehen Sie das Konto oben an und ordnen Sie dann noch einmal an.
antrag-auszahlen = { $betrag } auszahlen
antrag-auszahlen-hinweis = Einmal und endgültig.
    .text = Danach steht die Auszahlungsanordnung zum Unterschreiben bereit.
antrag-anordnung-datei = Auszahlungsanordnung ({ $art })
meldung-ausgezahlt = Die Auszahlung ist angeordnet.
antrag-nachweis = Verwendungsnachweis
antrag-zurueck-soll = Zurückzuzahlen nach den Regeln
antrag-beleg = Beleg { $nummer }: { $datei }
antrag-ohne-belege = Ohne Belege.
    .text = Die Gruppe hat keine Datei hochgeladen.
antrag-zurueck-ist = Zurückgekommener Betrag
    .hinweis = Erst eintragen, wenn das Geld eingegangen ist. 0, wenn nichts zurückkommt. Es steht dann wieder im Haushalt des Jahres.
antrag-zurueck-fehlt = Schreiben Sie, wie viel zurückgekommen ist; 0, wenn nichts.
antrag-vermerk = Anmerkung für die Gruppe
antrag-nachweis-annehmen = Nachweis annehmen
antrag-frage = Frage an die Gruppe
    .hinweis = Die Gruppe liest sie und schickt den Nachweis noch einmal.
antrag-frage-fehlt = Schreiben Sie, was Sie wissen möchten.
antrag-nachfragen = Nachfragen
meldung-nachweis-angenommen = Der Nachweis ist angenommen.
antrag-aufgeben-titel = Ohne Nachweis schließen
antrag-aufgeben = Antrag schließen
    .frei = Wenn die Gruppe nicht mehr zu erreichen ist oder nichts mehr daraus wird. Was reserviert ist, wird wieder frei. Das lässt sich nicht rückgängig machen.
    .gezahlt = Wenn die Gruppe nicht mehr zu erreichen ist. Was ausgezahlt ist, steht dann als zurückzufordern da. Das lässt sich nicht rückgängig machen.
antrag-aufgeben-grund = Grund
    .hinweis = Zum Beispiel: Gruppe nicht mehr erreichbar. Die Gruppe liest ihn, wenn sie ihre Adresse noch hat.
antrag-aufgeben-grund-fehlt = Schreiben Sie, warum der Antrag geschlossen wird.
antrag-wieder = Noch einmal beraten
    .titel = Die Ablehnung war ein Irrtum?
    .text = Der Antrag kommt dann zurück vor das Vergabegremium. Die Stimmen bleiben stehen und lassen sich berichtigen. Die Gruppe bekommt eine Nachricht; ihre Kontaktdaten bleiben so lange erhalten.
antrag-wieder-grund = Warum
    .hinweis = Zum Beispiel: Eine Stimme war falsch eingetragen. Die Gruppe liest das.
antrag-wieder-grund-fehlt = Schreiben Sie, warum noch einmal beraten wird.
antrag-wieder-ohne-kontakt = Die Kontaktdaten der Gruppe sind schon gelöscht. Bitten Sie sie, den Antrag neu zu stellen.
meldung-antrag-wieder = Der Antrag wird noch einmal beraten.
antrag-rueckzahlung = Zurückgekommener Betrag
    .hinweis = Eintragen, wenn alles da ist: Gebucht wird einmal. Es steht dann wieder im Haushalt des Jahres.
antrag-rueckzahlung-buchen = Rückzahlung buchen
meldung-antrag-aufgegeben = Der Antrag ist geschlossen.
meldung-nachgefragt = Die Frage ist gestellt.
antrag-oeffentlich = Was alle lesen
antrag-ist-intern = Noch liest niemand draußen von diesem Vorhaben.
antrag-ist-oeffentlich = Alle lesen den Titel „{ $titel }“ und den Betrag, sonst nichts.
antrag-titel-oeffentlich = Titel für alle
    .hinweis = Ohne Namen von Menschen. Veröffentlicht werden nur Titel und Betrag.
antrag-veroeffentlichen = Veröffentlichen
antrag-zuruecknehmen = Nicht mehr veröffentlichen
meldung-antrag-oeffentlich = Titel und Betrag sind veröffentlicht.
meldung-antrag-intern = Das Vorhaben ist nicht mehr öffentlich.
antrag-von-gruppe = die Gruppe
meldung-fonds-angelegt = Der Fonds ist angelegt. Buchen Sie jetzt den Haushalt.
meldung-gebucht = Gebucht.

antrag-satz = Der Fonds „{ $fonds }“ fördert das Vorhaben mit { $betrag } ({ $stand }).
antrag-entscheidung-ding = Vergabe: { $titel }
antrag-entscheidung-satz = Das Vergabegremium des Fonds „{ $fonds }“ hat { $betrag } von beantragten { $beantragt } bewilligt.
antrag-gremium-von = Vergabegremium { $fonds }
antrag-nachweis-ding = Verwendungsnachweis: { $titel }
antrag-nachweis-satz = { $betrag } wurden verwendet und nachgewiesen; { $zurueck } kamen zurück.

anordnung-titel = Auszahlungsanordnung { $nummer }
anordnung-art = Verfügungsfonds
anordnung-vertraulich = vertraulich: enthält eine Kontoverbindung
anordnung-satz = Aus dem Fonds „{ $fonds }“ sind { $betrag } auszuzahlen.
anordnung-angaben = Angaben zur Zahlung
anordnung-zweck = Verwendungszweck
anordnung-tag = angeordnet am
anordnung-von = angeordnet von
anordnung-grund = Grund der Zahlung
anordnung-beschluss = Beschluss des Vergabegremiums vom { $tag }: { $ja } Ja, { $nein } Nein, { $enthaltung ->
        [one] eine Enthaltung
       *[other] { $enthaltung } Enthaltungen
    }; befangen waren { $befangen }.
anordnung-vier-augen = Vier Augen
    .text = Wer die Entscheidung festgehalten hat, hat diese Zahlung nicht angeordnet.

heute-fonds-stimme = Stimmen Sie über „{ $titel }“ ab.
heute-fonds-entscheiden = Halten Sie die Entscheidung über „{ $titel }“ fest.
heute-fonds-zahlen = Ordnen Sie die Auszahlung für „{ $titel }“ an.
heute-fonds-traegt-nicht = Die berichtigten Stimmen tragen die Bewilligung von „{ $titel }“ nicht mehr. Prüfen Sie die Stimmen, oder schließen Sie den Antrag ab.
heute-fonds-nachweis = Prüfen Sie den Nachweis von „{ $titel }“.
haengt-fonds = { $zahl ->
        [one] ein Verfügungsfonds
       *[other] { $zahl } Verfügungsfonds
    }

recht-funds-read = Fonds ansehen
recht-funds-apply = Geld aus einem Fonds beantragen
recht-funds-see = Anträge an Fonds ansehen
recht-funds-vote = im Vergabegremium abstimmen
recht-funds-pay = Auszahlungen anordnen
recht-funds-lead = Fonds leiten
recht-funds-found = Fonds anlegen
ding-fund = Fonds
ding-fund-application = Antrag an einen Fonds
ding-fund-decision = Vergabeentscheidung
ding-fund-proof = Verwendungsnachweis
ding-fund-draft = Entwurf eines Antrags
aktion-fund-found = Fonds angelegt
aktion-fund-change = Regeln eines Fonds geändert
aktion-fund-book = Im Fonds gebucht
aktion-fund-apply = Antrag eingegangen
aktion-fund-step = Antrag weitergeführt
aktion-fund-correct-vote = Stimme berichtigt
aktion-fund-vote = Stimme festgehalten
aktion-fund-stand-back = Befangenheit festgehalten
aktion-fund-account = Konto genannt
aktion-fund-prove = Verwendungsnachweis eingegangen
aktion-fund-publish = Gefördertes veröffentlicht
aktion-fund-unpublish = Veröffentlichung zurückgenommen
aktion-fund-forget = Kontakt gelöscht
aktion-fund-order = Auszahlungsanordnung abgerufen
aktion-fund-draft-begin = Antrag begonnen
aktion-fund-draft-keep = Entwurf gespeichert
aktion-fund-draft-delete = Entwurf gelöscht
