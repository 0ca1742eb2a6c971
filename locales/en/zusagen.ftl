# Commitments: what was promised, and what was done?

nav-zusagen = Commitments
zusagen-titel = What was promised, and what was done?
zusagen-leit-leer = No commitment is written down yet.
zusagen-leit = { $versprechen ->
        [0] Nothing is promised yet.
        [one] One promise; { $gehalten ->
            [0] it is not kept yet.
           *[other] it is kept.
        }
       *[other] Of { $versprechen } promises, { $gehalten ->
            [0] none is kept yet.
            [one] one is kept.
           *[other] { $gehalten } are kept.
        }
    }
zusagen-leer = Here stand letters of intent, agreements and pledges: who signed, what was promised, until when, and what became of it.
zusage = Commitment
zusage-anlegen = Write down a commitment
zusage-neu-titel = Write down a commitment
zusage-neu-leit = Title and parties are enough; the promises come after that.
zusage-aendern-leit = Each saving is a new version.
zusage-inzwischen = Meanwhile { $wer } has changed this commitment.
zusage-gehalten = { $gehalten } of { $von }
zusage-leit = { $art }. Parties: { $beteiligte }. { $von ->
        [0] No promise is written down yet.
        [one] One promise; { $gehalten ->
            [0] it is not kept yet.
           *[other] it is kept.
        }
       *[other] Of { $von } promises, { $gehalten ->
            [0] none is kept yet.
            [one] one is kept.
           *[other] { $gehalten } are kept.
        }
    }
zusage-gegen = Promised and done
zusage-ohne-versprechen = No promise is written down yet.
zusage-urkunde = Document
zusage-urkunde-datei = Signed document
zusage-ohne-urkunde = No document is attached yet.

zusage-art-intent = Letter of Intent
zusage-art-agreement = Agreement
zusage-art-pledge = Pledge
zusage-stand-draft = draft
zusage-stand-signed = signed
zusage-stand-ended = ended
zusage-abgelaufen = Term ended on { $tag }
    .tun = Renew the commitment or close it: both under “Change”.
    .text = Whoever wrote it down renews it or closes it.
zusage-feld-art = Kind
zusage-feld-titel = Title
zusage-feld-beteiligte = Parties
    .hinweis = One party a line: “City of Musterstadt”, “housing company”.
zusage-feld-unterschrift = Who signs for the city
zusage-feld-umfang = What it is about
zusage-feld-stand = State
zusage-feld-unterschrieben = Signed on
zusage-feld-ab = Holds from
zusage-feld-bis = Holds until
zusage-art-fehlt = Choose the kind.
zusage-titel-fehlt = Give it a title.
zusage-beteiligte-fehlen = Name the parties, one a line.
zusage-stand-fehlt = Choose the state.
zusage-tag-fehlt = When was it signed?
zusage-tag-kuenftig = This day lies in the future.
zusage-bis-vor-ab = The end lies before the beginning.

versprechen = Promises
versprechen-titel = A promise
versprechen-neu = Write down a promise
versprechen-festhalten = Write down
versprechen-von = Promise by { $wer }
versprechen-inzwischen = Meanwhile somebody has changed this promise.
versprechen-open = open
versprechen-kept = kept
versprechen-dropped = no longer expected
versprechen-bis = { $stand }, until { $tag }
versprechen-spaet = open; its day, { $tag }, has passed
versprechen-ohne-tag = open, without a day
versprechen-weil = Because: { $weil }
versprechen-getan = Done: { $massnahmen }
versprechen-nichts-getan = No measure for it yet.
versprechen-was-getan = What is done for it
versprechen-massnahme = Measure that keeps it
versprechen-massnahme-nehmen = Assign the measure
versprechen-massnahme-fehlt = Choose a measure.
versprechen-feld-text = What was promised
versprechen-feld-wer = Who promised it
versprechen-feld-stelle = Which Stelle sees to it
versprechen-feld-bis = Until when
versprechen-feld-ergebnis = What became of it
versprechen-feld-weil = Because …
    .hinweis = One sentence, once it is kept or no longer expected.
versprechen-text-fehlt = What was promised?
versprechen-wer-fehlt = Choose who promised it.
versprechen-weil-fehlt = Say in one sentence why.
lose-versprechen-spaet = Not kept, and its day has passed: { $text } ({ $wer })
lose-versprechen-ohne-tag = Without a day: { $text } ({ $wer })
heute-versprechen = A promise is due: { $text }
heute-zusage = The term is over. Renew “{ $titel }” or close it.

meldung-zusage-angelegt = The commitment is written down.
meldung-versprechen = The promise is written down.

aktion-commitment-add = commitment written down
aktion-commitment-change = commitment changed
aktion-promise-add = promise written down
aktion-promise-change = promise changed
ding-commitment = commitment
ding-promise = promise
recht-commitments-write = write down commitments and promises
haengt-zusagen = { $zahl ->
        [one] one open promise
       *[other] { $zahl } open promises
    }
