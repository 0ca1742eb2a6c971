# Goals: what do we want to reach, and what do we do for it?

nav-ziele = Goals
ziele-titel = What do we want to reach?
ziele-leit-leer = No goals are written down yet.
ziele-leit = { $felder ->
        [0] No field of action
        [one] One field of action
       *[other] { $felder } fields of action
    }, { $ziele ->
        [0] no goal
        [one] one goal
       *[other] { $ziele } goals
    }, { $empfehlungen ->
        [0] no recommendation.
        [one] one recommendation.
       *[other] { $empfehlungen } recommendations.
    }
ziele-leit-ohne = { $ohne ->
        [0] Everything that needs a measure has one.
        [one] One of them has no measure yet.
       *[other] { $ohne } of them have no measure yet.
    }
ziele-leer = Here stands what the city wants to reach: Leitbild, fields of action, strategic goals and recommendations, as they were adopted. Give the concept a name; then you can take it over from your document.
ziele-baum = Goals
ziele-fassung = Edition
ziele-fassung-leer = This edition is still empty.
ziele-fassung-entwurf = { $name }, draft
ziele-fassung-beschlossen = { $name }, adopted on { $tag } ({ $gremium })
ziele-zum-entwurf = Go on writing the draft “{ $name }”
ziele-fassung-name = What is the concept called?
    .hinweis = For example “Integration concept 2027”.
ziele-fassung-name-fehlt = Give the concept a name.
ziele-fassung-schon-begonnen = There is a draft already. The next edition begins once it is adopted.
ziele-fassung-beginnen = Begin the edition
ziele-fassung-vorschlag = Update { $jahr }
ziele-fassung-naechste = Begin the next edition
ziele-neue-fassung = Carry the goals forward
ziele-kein-entwurf = What was adopted is not changed any more. Begin a new edition; it starts as a copy of the last one.
ziele-beschluss = Note the adoption
ziele-beschluss-tag = Adopted on
ziele-beschluss-gremium = By which body
ziele-beschluss-adresse = Address of the paper
    .hinweis = In the council’s system, if there is one.
ziele-beschluss-festhalten = Note as adopted
ziele-beschluss-tag-fehlt = When was the concept adopted?
ziele-beschluss-tag-kuenftig = This day lies in the future.
ziele-beschluss-gremium-fehlt = Which body adopted it?
ziele-beschluss-adresse-unklar = An address begins with https://.
ziele-beschluss-zaehlt-anders = A value was written down meanwhile that this draft would count in another unit or kind: { $namen }. Give the indicator its former one again in the draft, or take it out there and add a new one. The value stays.
ziele-schon-beschlossen = This edition is adopted already.
ziele-massnahmen-ohne = { $anzahl ->
        [one] One measure serves no goal yet
       *[other] { $anzahl } measures serve no goal yet
    }
ziele-seit = What has changed since “{ $name }”
ziele-seit-nichts = Nothing.
ziele-neu = New: { $titel }
ziele-anders = Changed: { $titel }
ziele-weg = Gone: { $titel }
ziele-einfuegen = Take over from a document or table
ziele-verwerfen = Discard edition
ziele-verwerfen-titel = Discard “{ $name }”
ziele-verwerfen-leit = The draft is then no longer valid and is shown nowhere. What was adopted stays as it is.
ziele-verwerfen-was = What will be lost
ziele-verwerfen-verlust = New, changed or taken out in it: { $ziele ->
        [0] no goal
        [one] one goal
       *[other] { $ziele } goals
    } and { $indikatoren ->
        [0] no indicator.
        [one] one indicator.
       *[other] { $indikatoren } indicators.
    }
ziele-verwerfen-werte = { $werte ->
        [one] One value goes with it that is written down only here.
       *[other] { $werte } values go with it that are written down only here.
    }
ziele-verwerfen-inzwischen = Somebody has written more meanwhile
    .text = Look once more at what will be lost.
ziele-verwerfen-doch-nicht = Back to the draft
ziele-fort-verworfen = The edition “{ $name }” was discarded ({ $tag }).
ziele-fort-beschlossen = The edition in which you were writing is no longer a draft.
ziele-fort-beginnen = What you typed still stands here. Begin a new edition on the page of the goals, then send it again.
ziele-fort-entwurf = What you typed still stands here. If you send it again, it goes into the draft “{ $name }”.
ziele-zu-spaet = That came too late
ziele-zu-spaet-eingegeben = What you typed
ziele-zu-den-zielen = To the goals
ziel-verworfen = “{ $titel }” stood only in the edition “{ $name }”. It was discarded ({ $tag }).

ziel-art-guiding = Leitbild
ziel-art-field = Field of action
ziel-art-goal = Goal
ziel-art-recommendation = Recommendation
ziel-bis-jahr = until { $jahr }
ziel-massnahmen = { $anzahl ->
        [one] one measure
       *[other] { $anzahl } measures
    }
ziel-ohne-massnahme = no measure yet
ziel-ohne-massnahme-text = No measure serves this goal yet. A goal is chosen on the page of a measure.
ziel-leit = { $art }: { $anzahl ->
        [0] No measure serves it yet.
        [one] One measure serves it.
       *[other] { $anzahl } measures serve it.
    } Edition: { $fassung }.
ziel-darunter = Below it
ziel-was-getan-wird = What is done for it
ziel-woran = What it is measured against
ziel-damals-heute = Then and now
ziel-ohne-befund = No finding yet. Keep a figure from the atlas, or give its Fundstelle.
ziel-anlegen = Add a goal
ziel-darunter-anlegen = Add a goal below it
ziel-aendern = Change
ziel-streichen = Take out of the draft
ziel-gestrichen = taken out
ziel-streichen-veraltet = Meanwhile somebody has changed this goal. Look at it once more.
ziel-streichen-darunter = Goals stand below it. Take out or move these first.
ziel-speichern = Save
ziel-neu-titel = Add a goal
ziel-neu-leit = Kind and title are enough; everything else can come later.
ziel-aendern-titel = Change { $titel }
ziel-aendern-leit = Each saving is a version of this goal; the earlier ones can still be read.
ziel-inzwischen = Meanwhile { $wer } has changed this goal.
ziel-feld-art = Kind
ziel-feld-titel = Title
ziel-feld-unter = Stands below
ziel-feld-text = Text
ziel-feld-woran = By what will we notice?
    .hinweis = One sentence; the figures come as findings.
ziel-feld-stelle = Answers for it
ziel-feld-jahr = Holds until (year)
ziel-unter-nichts = stands at the top
ziel-art-fehlt = Choose what it is.
ziel-titel-fehlt = Give it a title.
ziel-unter-fehlt = There is no such goal in this edition.
ziel-unter-sich = A goal cannot stand below itself, not even by a detour.
ziel-unter-enger = What stands above must be at least as wide: Leitbild, field of action, goal, recommendation.
ziel-jahr-unklar = Write a year between 1990 and 2150.

ziele-tabelle-titel = Take over a concept
ziele-tabelle-leit = The headings of a Word document become a table that you look at and improve. Nothing is taken over before that.
ziele-tabelle-feld = Table
    .hinweis = Columns: Kind, Title, Stands below, Text, By what will we notice?, Answers for it, Holds until (year). A row that names nothing it stands below stands below the last wider one before it. What is there already with kind and title is not added once more.
ziele-tabelle-bereit = { $anzahl ->
        [one] One goal can be taken over.
       *[other] { $anzahl } goals can be taken over.
    }
ziele-tabelle-uebernehmen = { $anzahl ->
        [one] Take over one goal
       *[other] Take over { $anzahl } goals
    }
ziele-tabelle-vorschau = What is taken over
ziele-tabelle-nichts = All of this table is in the edition already, just so.
ziele-tabelle-davon = { $neu ->
        [0] Nothing is new
        [one] One row is new
       *[other] { $neu } rows are new
    }, { $anders ->
        [0] no goal is changed
        [one] one goal is changed
       *[other] { $anders } goals are changed
    }, { $gleich ->
        [0] none stays as it is.
        [one] one stays as it is.
       *[other] { $gleich } stay as they are.
    }
ziele-tabelle-unberuehrt = { $anzahl ->
        [one] One goal of the edition is not in this table; it stays until you take it out.
       *[other] { $anzahl } goals of the edition are not in this table; they stay until you take them out.
    }
ziele-tabelle-stand = What happens
ziele-tabelle-neu = new
ziele-tabelle-da = there already
ziele-tabelle-anders = changed: { $felder }
ziele-tabelle-anmerkungen = What to know of it
ziele-tabelle-gekuerzt = The title is longer than 200 characters. Shortened it is “{ $titel }”; in full it begins the text.
ziele-tabelle-andere-art = “{ $titel }” is in this edition already, as { $art }. As { $neu } it is added; if the same is meant, change the kind.
ziele-tabelle-unter-fehlt = “{ $titel }” is neither in the table nor in the edition.
ziele-tabelle-art-fremd = “{ $art }” is no kind. There are Leitbild, field of action, goal and recommendation.
ziele-tabelle-stelle-fremd = There is no Stelle “{ $stelle }”. Leave the field empty, or set up the Stelle.
ziele-dokument = Word document
    .hinweis = DOCX. Headings and lists are read, tables are not; the document itself is not kept.
ziele-dokument-lesen = Read its outline
ziele-dokument-zu-gross = The document is larger than 20 MB. Take pictures out and bring it again.
ziele-dokument-unlesbar = This file is no DOCX that can be read. Save it as DOCX in Word or LibreOffice.
ziele-dokument-flach = This document has no headings. Mark the goals as headings, or paste them as a table.
ziele-dokument-tabellen = { $anzahl ->
        [one] One table of the document is not read
       *[other] { $anzahl } tables of the document are not read
    }
    .text = If goals stand in it, copy the rows from the document into the table below.
ziele-dokument-tabellen-liste = Tables that are not read
ziele-dokument-tabelle-beginn = First row
ziele-dokument-tabelle-zeilen = Rows

massnahme-ziele = Which goal it serves
massnahme-ohne-ziel = It serves no goal of the city yet.
massnahme-ziel = Goal
massnahme-ziel-nehmen = Choose the goal
massnahme-ziel-fehlt = Choose a goal.

meldung-ziel-genommen = The measure serves this goal now.
meldung-ziel-angelegt = The goal is added.
meldung-ziel-gestrichen = The goal is taken out of the draft.
meldung-ziele-angelegt = The concept is taken over.
meldung-fassung-begonnen = The new edition has begun.
meldung-ziele-beschlossen = The adoption is noted; this edition is in force.
meldung-fassung-verworfen = The edition is discarded.

aktion-goal-edition = edition of the goals begun
aktion-goal-adopt = adoption of the goals noted
aktion-goal-discard = edition of the goals discarded
aktion-goal-add = goal added
aktion-goal-change = goal changed
aktion-goal-drop = goal taken out
ding-goal = goal
ding-goal-edition = edition of the goals
recht-goals-edit = write goals and note that they were adopted
haengt-ziele = { $zahl ->
        [one] one goal
       *[other] { $zahl } goals
    }
