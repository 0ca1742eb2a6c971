## Systemverwaltung

system-titel-wozu = Personen, Stellen, Rollen und Protokoll dieser Stadt.
system-titel = System
system-leit = Wer hier arbeitet, was wer darf und was geändert wurde. Zahlen stehen hier keine.
system-personen = Personen und Rollen
system-stellen = Stellen
system-protokoll = Protokoll
system-einstellungen = Einstellungen
system-speichern = Speichern
meldung-gespeichert = Gespeichert.

## Personen

personen-leit = Jede Rolle gilt in dieser Stadt. Wer geht, verliert seine Rollen; was er bearbeitet hat, bleibt bei der Stelle.
personen-leer = Noch arbeitet hier niemand. Laden Sie die erste Person ein.
personen-einladen = Person einladen oder Rolle erteilen
person-rolle = Rolle
person-register = Person im Register
person-neu = neu anlegen
person-name-fehlt = Nennen Sie den Namen der Person.
person-email-falsch = Das ist keine E-Mail-Adresse. Schreiben Sie sie so: name@stadt.de.
person-anderswo = Zu dieser Adresse gibt es ein Konto in einer anderen Stadt. Nur die Betreiberin der Installation kann ihm hier eine Rolle geben.
konto-ohne-passwort = Eingeladen, noch kein Passwort gesetzt
konto-gesperrt = Gesperrt
konto-sperren = Konto von { $name } sperren
konto-oeffnen = Konto von { $name } wieder öffnen
konto-link = Neues Passwort für { $name } ermöglichen
konto-auch-anderswo = Dieses Konto hat auch in einer anderen Stadt eine Rolle. Die Betreiberin der Installation hilft weiter.
konto-eigenes = Das eigene Konto können Sie nicht sperren. Bitten Sie eine andere Person der Systemverwaltung darum.
rolle-entziehen = Rolle { $rolle } von { $name } entziehen
letzte-verwaltung = Das ist die letzte Systemverwaltung dieser Stadt. Erteilen Sie die Rolle zuerst jemand anderem.
link-weitergeben = Geben Sie { $name } diesen Link auf sicherem Weg weiter; er gilt nur einmal und steht nur jetzt hier:
meldung-rolle-erteilt = Die Rolle ist erteilt.
meldung-rolle-entzogen = Die Rolle ist entzogen.
meldung-link-gesendet = Der Link ist unterwegs.

## Stellen

stellen-leit = Aufgaben gehören zu einer Stelle, nicht zu einer Person. Wer die Stelle innehat, hat die Aufgaben.
stellen-leer = Hier steht der Aufbau Ihrer Verwaltung: Dezernate, Ämter und die Stellen darin. Legen Sie die erste Stelle an.
stelle = Stelle
einheit = Einheit
inhaberin = Innehabende Person
vertretung = Vertretung
einheit-anlegen = Einheit anlegen
einheit-art = Art der Einheit
    .hinweis = Wie es bei Ihnen heißt: Dezernat, Amt, Referat.
einheit-name = Name der Einheit
einheit-ueber = Gehört zu
einheit-keine = keiner Einheit
stelle-anlegen = Stelle anlegen
stelle-titel = Bezeichnung der Stelle
stelle-person = An wen
stelle-als = Als
stelle-art-holder = innehabende Person
stelle-art-substitute = Vertretung
stelle-ab = Ab
stelle-bis = Bis
    .hinweis = Nur für eine Vertretung, die endet.
stelle-heute = auf Weiteres
stelle-verlauf = Wer die Stelle hatte und hat
stelle-uebergeben = Stelle übergeben
stelle-tag-falsch = Diesen Tag gibt es so nicht. Wählen Sie ihn aus oder schreiben Sie ihn wie 2026-07-01; „Bis“ liegt nicht vor „Ab“.
stelle-tag-zu-frueh = { $name } hat die Stelle ab dem { $tag }. Wählen Sie einen späteren Tag.
meldung-uebergeben = Die Stelle ist besetzt. Diese Seite lässt sich als Notiz ausdrucken.
uebergabe-notiz = Was an der Stelle hängt
uebergabe-erklaerung = Das alles geht mit der Stelle über, niemand muss es einzeln weitergeben. Drucken Sie diese Seite als Notiz für die Übergabe aus.
uebergabe-haengt = Bestand der Stelle
uebergabe-nichts = Zurzeit hängt an der Stelle nichts.
haengt-mappen = { $zahl ->
        [one] eine Mappe
       *[other] { $zahl } Mappen
    }
haengt-dateien = { $zahl ->
        [one] eine mitgebrachte Datei, noch nicht übernommen
       *[other] { $zahl } mitgebrachte Dateien, noch nicht übernommen
    }
haengt-datenstaende = { $zahl ->
        [one] ein übernommener Datenstand
       *[other] { $zahl } übernommene Datenstände
    }
haengt-freigaben = { $zahl ->
        [one] eine Freigabe
       *[other] { $zahl } Freigaben
    }

## Protokoll

protokoll-leit = Die letzten Änderungen, die neueste zuerst. Inhalte stehen nicht im Protokoll, nur wer was wann getan hat.
protokoll-wer-bekam = Wer hat das bekommen? Jede Weitergabe nicht öffentlicher Daten, die neueste zuerst.
protokoll-leer = Dazu steht nichts im Protokoll.
protokoll-wann = Wann
protokoll-wer = Wer
protokoll-was = Was
protokoll-woran = Woran
protokoll-wort = Anmerkung
protokoll-art = Art des Gegenstands
protokoll-ding = Kennung des Gegenstands
protokoll-fremd = Konto außerhalb dieser Stadt
protokoll-programm = Ankunft
protokoll-nur-alles = alles
protokoll-nur-weitergaben = Weitergaben von Daten
protokoll-nur-daten = Datensätze
protokoll-nur-freigaben = Freigaben
protokoll-nur-rollen = Rollen
protokoll-nur-stellen = Stellen
aktion-tenant-found = Stadt angelegt
aktion-role-grant = Rolle erteilt
aktion-role-revoke = Rolle entzogen
aktion-account-disable = Konto gesperrt
aktion-account-enable = Konto geöffnet
aktion-unit-add = Einheit angelegt
aktion-post-add = Stelle angelegt
aktion-post-hand-over = Stelle übergeben
aktion-person-add = Person angelegt
aktion-tenure-add = Stelle besetzt
aktion-setting-set = Einstellung geändert
aktion-file-download = Daten weitergegeben
aktion-dataset-accept = Datensatz übernommen
aktion-release-publish = Freigegeben

## Einstellungen

einstellungen-leit = Die Texte der Seiten, die in jeder Fußzeile stehen. Jede Zeile wird ein Absatz; ein leeres Feld zeigt den mitgelieferten Text.
