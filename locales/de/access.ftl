## Türen: was beim Hereinkommen gesagt wird

formular-abgelaufen = Dieses Formular ist abgelaufen oder kam nicht von unserer Seite. Öffnen Sie die Seite neu und schicken Sie es noch einmal ab.

## Anmelden

anmelden-titel = Anmelden
anmelden-falsch = E-Mail-Adresse oder Passwort stimmen nicht. Prüfen Sie beides; auf Groß- und Kleinschreibung kommt es beim Passwort an.
konto-email = E-Mail-Adresse
konto-passwort = Passwort
konto-name = Name
konto-titel = Mein Konto
meldung-abgemeldet = Sie sind abgemeldet.

## Passwort

passwort-vergessen = Passwort vergessen
passwort-vergessen-leit = Nennen Sie die Adresse, mit der Sie sich anmelden. Wir schicken Ihnen einen Link, mit dem Sie ein neues Passwort setzen.
passwort-anfordern = Link anfordern
passwort-gesendet = Wenn es zu dieser Adresse ein Konto gibt, ist ein Link unterwegs. Er gilt eine Stunde und nur einmal. Kommt nichts an, sehen Sie im Spam-Ordner nach oder fragen Sie Ihre Systemverwaltung.
passwort-ohne-post = Diese Installation verschickt keine E-Mails. Bitten Sie Ihre Systemverwaltung um einen Link für ein neues Passwort.
passwort-neu-titel = Neues Passwort setzen
passwort-neu-leit = Für das Konto { $email }.
einladung-titel = Willkommen! Setzen Sie Ihr Passwort
passwort-neu = Neues Passwort
passwort-hinweis = Mindestens { $zahl } Zeichen. Ein Satz aus mehreren Wörtern ist gut zu merken und schwer zu raten.
passwort-wiederholung = Neues Passwort noch einmal
passwort-setzen = Passwort setzen
passwort-alt = Bisheriges Passwort
passwort-alt-falsch = Das bisherige Passwort stimmt nicht.
passwort-aendern = Passwort ändern
passwort-zu-kurz = Das Passwort ist zu kurz. Nehmen Sie mindestens { $zahl } Zeichen.
passwort-zu-lang = Das Passwort ist zu lang. Nehmen Sie höchstens 200 Zeichen.
passwort-bekannt = Dieses Passwort ist leicht zu raten. Nehmen Sie zum Beispiel einen Satz aus mehreren Wörtern.
passwort-ungleich = Die beiden Eingaben sind verschieden. Geben Sie dasselbe Passwort zweimal ein.
link-unvollstaendig = Dieser Link ist nicht vollständig. Öffnen Sie ihn noch einmal aus dem Brief, oder kopieren Sie ihn bis zum letzten Zeichen. Hilft das nicht, fragen Sie, wer ihn Ihnen geschickt hat.
link-verbraucht = Dieser Link ist abgelaufen, schon benutzt oder nicht vollständig. Geht es um Ihr Kennwort, fordern Sie auf der Anmeldeseite einen neuen an; sonst fragen Sie, wer ihn Ihnen geschickt hat.
meldung-passwort-gesetzt = Das neue Passwort gilt. Alle anderen Anmeldungen sind beendet.

brief-passwort =
    Guten Tag { $name },

    mit diesem Link setzen Sie ein neues Passwort für Ankunft:
    { $link }

    Er gilt eine Stunde und nur einmal. Wenn Sie ihn nicht angefordert haben, löschen Sie diese Nachricht; Ihr Passwort bleibt, wie es ist.
    .betreff = Ankunft: neues Passwort
brief-einladung =
    Guten Tag { $name },

    für Sie ist ein Konto in Ankunft eingerichtet. Mit diesem Link setzen Sie Ihr Passwort:
    { $link }

    Er gilt sieben Tage und nur einmal.
    .betreff = Ankunft: Ihr Konto

## Anmeldungen

sitzungen = Wo Sie angemeldet sind
sitzungen-leit = Kennen Sie eine dieser Anmeldungen nicht, beenden Sie sie und ändern Sie Ihr Passwort.
sitzung-diese = Diese Anmeldung
sitzung-browser = Browser
sitzung-browser-auf = { $browser } auf { $system }
sitzung-unbekannt = Unbekanntes Gerät
sitzung-seit = angemeldet { $seit }, zuletzt gesehen { $zuletzt }
sitzung-beenden = Beenden: { $was }
sitzung-andere-beenden = Alle anderen Anmeldungen beenden
meldung-sitzung-beendet = Die Anmeldung ist beendet.

## Rollen

role-admin = Systemverwaltung
role-coordination = Koordination
role-statistics-office = Statistikstelle
role-department = Fachamt
role-institution = Einrichtung
role-research = Forschung
role-reader = Leserecht

## Startseiten

start-titel = Ankunftsquartiere gestalten
start-leit = Ankunft zeigt, wo Menschen in einer Stadt ankommen, wer ihnen dabei hilft und was sich dadurch ändert.
start-staedte = Städte
start-leer = Noch ist keine Stadt eingerichtet. Die Betreiberin legt sie auf der Befehlszeile an.
stadt-titel = Ankommen in { $stadt }
stadt-leit = Manche Quartiere nehmen besonders viele Menschen auf, die neu in die Stadt kommen. Hier sehen Sie, wo das ist, was dort hilft und was die Stadt gemeinsam mit den Menschen vor Ort vorhat.
stadt-bereiche = Was Sie hier finden
stadt-noch-leer = Hier stehen die öffentlichen Seiten dieser Stadt, sobald es welche gibt.
ohne-oeffentliches-programme = Hier lernen die Kommunen eines Programms voneinander: was sie vorhaben, was wo geholfen hat, welche Zahlen sie einander geben.
ohne-oeffentliches-research = Hier liest ein Forschungsteam, was Kommunen ihm für einen Zweck und eine Frist gegeben haben.
ohne-oeffentliches-wer = Was hier steht, lesen nur die Beteiligten. Von einer Kommune aus liegt es unter „Programm“ und „Austausch“.
ohne-oeffentliches-zurueck = Zu Ihrer Kommune
heute-titel = Heute
heute-leit = Was heute auf Sie wartet.
heute-nichts = Heute wartet nichts auf Sie.
heute-bereiche = Wohin Sie gehen können
heute-bis = bis { $tag }

## Seiten der Fußzeile, solange die Stadt keine eigenen Texte hinterlegt hat

impressum-text =
    Das Impressum dieser Stadt ist noch nicht hinterlegt.
    Verantwortlich ist die Stadtverwaltung; ihre Anschrift steht im Impressum ihrer eigenen Internetseite. Die Systemverwaltung trägt den Text unter „System“ ein.
datenschutz-text =
    Öffentliche Seiten zeigen nur zusammengefasste und geprüfte Zahlen. Über Besucherinnen und Besucher speichert Ankunft nichts: keine Zählung, keine fremden Dienste, keine IP-Adressen im Protokoll.
    Zwei Cookies merken sich, welche Sprache und welche Darstellung Sie gewählt haben. Wer sich anmeldet oder ein Formular öffnet, bekommt ein weiteres, das dafür nötig ist.
    Wer ein Konto hat: Gespeichert sind Name, E-Mail-Adresse, Rollen, laufende Anmeldungen mit Gerät und Adresse und ein Protokoll der Änderungen. Ein Cookie merkt sich bis zum Schließen des Browsers, welche Mappe zuletzt offen lag.
    Fragen beantwortet die Datenschutzstelle Ihrer Stadt.
barrierefreiheit-text =
    Diese Seiten sollen für alle benutzbar sein: mit der Tastatur, mit Vorleseprogramm, stark vergrößert, ohne Skripte und auf dem Telefon. Maßstab ist die BITV 2.0.
    Karten und Bilder gibt es immer auch als Tabelle.
    Wenn etwas nicht geht, schreiben Sie uns bitte über die Seite „Kontakt“. Hilft das nicht, können Sie sich an die Durchsetzungsstelle Ihres Landes wenden.
leichte-sprache-text =
    Diese Internet-Seite heißt Ankunft.
    Viele Menschen ziehen neu in eine Stadt.
    Manche kommen aus einem anderen Land.
    Oft wohnen sie zuerst in bestimmten Stadt-Teilen.
    Hier sehen Sie: Wo ist das? Was hilft den Menschen dort?
    Die Stadt und die Menschen überlegen zusammen: Was soll besser werden?
    Die Zahlen hier verraten nichts über einzelne Menschen.
kontakt-text =
    Wenden Sie sich mit Fragen zu diesen Seiten an Ihre Stadtverwaltung.
    Die Systemverwaltung trägt Anschrift, Telefon und E-Mail-Adresse unter „System“ ein.
