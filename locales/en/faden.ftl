## The red thread: why is this so, and what followed from it?

faden-titel = The red thread: { $titel }
faden-zeigen = Red thread: why, and what followed from it
faden-hier = here
faden-von-hier = from here
faden-befund = Finding
    .leer = No finding has been named.
faden-ziel = Goal
    .leer = No goal has been named.
faden-entscheidung = Decision and commitment
    .leer = No decision and no commitment has been named.
faden-massnahme = Measure
    .leer = No measure has followed from it yet.
faden-wirkung = Effect
    .leer = Not known yet. It is measured as soon as a measure has a baseline.
faden-leit-befund = { $entscheidungen ->
        [0] No decision rests on this finding yet
        [one] One decision rests on this finding
       *[other] { $entscheidungen } decisions rest on this finding
    }, and { $massnahmen ->
        [0] no measure.
        [one] one measure.
       *[other] { $massnahmen } measures.
    }
faden-leit-ziel = { $massnahmen ->
        [0] No measure serves this goal yet.
        [one] One measure serves this goal.
       *[other] { $massnahmen } measures serve this goal.
    }
faden-leit-entscheidung = This decision rests on { $befunde ->
        [0] no finding that was named
        [one] one finding
       *[other] { $befunde } findings
    }; { $massnahmen ->
        [0] no measure has followed from it yet.
        [one] one measure followed from it.
       *[other] { $massnahmen } measures followed from it.
    }
faden-leit-massnahme = This measure rests on { $befunde ->
        [0] no finding that was named
        [one] one finding
       *[other] { $befunde } findings
    }, { $entscheidungen ->
        [0] no decision that was named
        [one] one decision
       *[other] { $entscheidungen } decisions
    } and { $zusagen ->
        [0] no commitment
        [one] one commitment
       *[other] { $zusagen } commitments
    }. { $wirkungen ->
        [0] What its effect is measured against has not been settled yet.
        [one] Its effect is measured against one value.
       *[other] Its effect is measured against { $wirkungen } values.
    }
faden-weitere = { $anzahl ->
        [one] Show one more
       *[other] Show { $anzahl } more
    }
faden-damals = when it was cited: { $wert }
faden-damals-am = Then { $wert } ({ $tag }).
faden-heute-am = Today { $wert } ({ $tag }).
faden-noch-nichts-neues = There is no newer value yet.
faden-nicht-zu-sehen = A value that you may not see or that was withdrawn

faden-bild = The thread as a picture
faden-bild-weg = To the picture
faden-bild-lesen = What stands on the left is the reason for what stands to the right of it. Each box leads to the thread from there; the list above says the same in words.
faden-hier-bild = You are here
faden-bild-heute = { $damals } → { $heute }
faden-bild-damals = so far { $damals }
faden-bild-weitere = + { $anzahl } more

befund-nicht-ihre = What is cited here is changed by whoever writes the matter.
befund-zitiert = Cited already
befund-nichts-zitiert = Nothing is cited here yet.
befund-zurueck = Back
punkt-stuetzt-sich = Rests on:
faden-kosten = costs { $betrag }
faden-soll = No target is set.
faden-soll-ziel = Target: { $ziel } by { $tag }.
faden-soll-atlas = The value comes from the atlas.
faden-soll-noch-nicht = There is no accepted value yet.
meldung-befund-weg-satz = The finding is taken out. Its sentence still stands in the answer: strike it there before you send it.
massnahme-aufgenommen = Rests on: { $titel }
massnahme-herausgenommen = Rests no longer on: { $titel }
massnahme-ein-befund = a finding that is cited here no more
