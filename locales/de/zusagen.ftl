# Zusagen: Was wurde versprochen, und was wurde getan?

nav-zusagen = Zusagen
zusagen-titel = Was wurde zugesagt, und was wurde getan?
zusagen-leit-leer = Noch ist keine Zusage festgehalten.
zusagen-leit = { $versprechen ->
        [0] Noch ist nichts versprochen.
        [one] Ein Versprechen; { $gehalten ->
            [0] eingelöst ist es noch nicht.
           *[other] es ist eingelöst.
        }
       *[other] Von { $versprechen } Versprechen { $gehalten ->
            [0] ist noch keines eingelöst.
            [one] ist eines eingelöst.
           *[other] sind { $gehalten } eingelöst.
        }
    }
zusagen-leer = Hier stehen Letter of Intent, Vereinbarungen und Zusagen: wer unterschrieben hat, was versprochen wurde, bis wann, und was daraus geworden ist.
zusage = Zusage
zusage-anlegen = Zusage festhalten
zusage-neu-titel = Eine Zusage festhalten
zusage-neu-leit = Titel und Beteiligte genügen; die einzelnen Versprechen kommen danach.
zusage-aendern-leit = Jedes Speichern ist eine neue Fassung.
zusage-inzwischen = Inzwischen hat { $wer } diese Zusage geändert.
zusage-gehalten = { $gehalten } von { $von }
zusage-leit = { $art }. Beteiligt: { $beteiligte }. { $von ->
        [0] Noch ist kein Versprechen festgehalten.
        [one] Ein Versprechen; { $gehalten ->
            [0] eingelöst ist es noch nicht.
           *[other] es ist eingelöst.
        }
       *[other] Von { $von } Versprechen { $gehalten ->
            [0] ist noch keines eingelöst.
            [one] ist eines eingelöst.
           *[other] sind { $gehalten } eingelöst.
        }
    }
zusage-gegen = Versprochen und getan
zusage-ohne-versprechen = Noch ist kein Versprechen festgehalten.
zusage-urkunde = Urkunde
zusage-urkunde-datei = Unterschriebene Urkunde
zusage-ohne-urkunde = Noch ist keine Urkunde hinterlegt.

zusage-art-intent = Letter of Intent
zusage-art-agreement = Vereinbarung
zusage-art-pledge = Zusage
zusage-stand-draft = Entwurf
zusage-stand-signed = unterschrieben
zusage-stand-ended = beendet
zusage-abgelaufen = Laufzeit beendet am { $tag }
    .tun = Verlängern Sie die Zusage, oder schließen Sie sie ab: beides unter „Ändern“.
    .text = Wer sie festgehalten hat, verlängert sie oder schließt sie ab.
zusage-feld-art = Art
zusage-feld-titel = Titel
zusage-feld-beteiligte = Beteiligte
    .hinweis = Eine Zeile je Beteiligte: „Stadt Musterstadt“, „Wohnungsbaugesellschaft“.
zusage-feld-unterschrift = Wer unterschreibt für die Stadt
zusage-feld-umfang = Worum es geht
zusage-feld-stand = Stand
zusage-feld-unterschrieben = Unterschrieben am
zusage-feld-ab = Gilt ab
zusage-feld-bis = Gilt bis
zusage-art-fehlt = Wählen Sie die Art.
zusage-titel-fehlt = Geben Sie einen Titel an.
zusage-beteiligte-fehlen = Nennen Sie die Beteiligten, einen je Zeile.
zusage-stand-fehlt = Wählen Sie den Stand.
zusage-tag-fehlt = Wann wurde unterschrieben?
zusage-tag-kuenftig = Dieser Tag liegt in der Zukunft.
zusage-bis-vor-ab = Das Ende liegt vor dem Beginn.

versprechen = Versprechen
versprechen-titel = Ein Versprechen
versprechen-neu = Ein Versprechen festhalten
versprechen-festhalten = Festhalten
versprechen-von = Versprechen von { $wer }
versprechen-inzwischen = Inzwischen hat jemand dieses Versprechen geändert.
versprechen-open = offen
versprechen-kept = eingelöst
versprechen-dropped = nicht mehr erwartet
versprechen-bis = { $stand }, bis { $tag }
versprechen-spaet = offen; der Termin { $tag } ist verstrichen
versprechen-ohne-tag = offen, ohne Termin
versprechen-weil = Weil: { $weil }
versprechen-getan = Getan: { $massnahmen }
versprechen-nichts-getan = Noch keine Maßnahme dazu.
versprechen-was-getan = Was dafür getan wird
versprechen-massnahme = Maßnahme, die es einlöst
versprechen-massnahme-nehmen = Maßnahme zuordnen
versprechen-massnahme-fehlt = Wählen Sie eine Maßnahme.
versprechen-feld-text = Was versprochen wurde
versprechen-feld-wer = Wer es versprochen hat
versprechen-feld-stelle = Welche Stelle darauf achtet
versprechen-feld-bis = Bis wann
versprechen-feld-ergebnis = Was daraus geworden ist
versprechen-feld-weil = Weil …
    .hinweis = Ein Satz, wenn es eingelöst ist oder nicht mehr erwartet wird.
versprechen-text-fehlt = Was wurde versprochen?
versprechen-wer-fehlt = Wählen Sie, wer es versprochen hat.
versprechen-weil-fehlt = Sagen Sie in einem Satz, warum.
lose-versprechen-spaet = Nicht eingelöst, und der Termin ist verstrichen: { $text } ({ $wer })
lose-versprechen-ohne-tag = Ohne Termin: { $text } ({ $wer })
heute-versprechen = Ein Versprechen ist fällig: { $text }
heute-zusage = Die Laufzeit ist zu Ende. Verlängern Sie „{ $titel }“, oder schließen Sie es ab.

meldung-zusage-angelegt = Die Zusage ist festgehalten.
meldung-versprechen = Das Versprechen ist festgehalten.

aktion-commitment-add = Zusage festgehalten
aktion-commitment-change = Zusage geändert
aktion-promise-add = Versprechen festgehalten
aktion-promise-change = Versprechen geändert
ding-commitment = Zusage
ding-promise = Versprechen
recht-commitments-write = Zusagen und Versprechen festhalten
haengt-zusagen = { $zahl ->
        [one] ein offenes Versprechen
       *[other] { $zahl } offene Versprechen
    }
