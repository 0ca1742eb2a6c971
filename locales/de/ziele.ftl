# Ziele: Was wollen wir erreichen, und was tun wir dafür?

nav-ziele = Ziele
ziele-titel = Was wollen wir erreichen?
ziele-leit-leer = Noch sind keine Ziele festgehalten.
ziele-leit = { $felder ->
        [0] Kein Handlungsfeld
        [one] Ein Handlungsfeld
       *[other] { $felder } Handlungsfelder
    }, { $ziele ->
        [0] kein Ziel
        [one] ein Ziel
       *[other] { $ziele } Ziele
    }, { $empfehlungen ->
        [0] keine Empfehlung.
        [one] eine Empfehlung.
       *[other] { $empfehlungen } Empfehlungen.
    }
ziele-leit-ohne = { $ohne ->
        [0] Zu allem, was eine Maßnahme braucht, gibt es eine.
        [one] Zu einem davon gibt es noch keine Maßnahme.
       *[other] Zu { $ohne } davon gibt es noch keine Maßnahme.
    }
ziele-leer = Hier steht, was die Stadt erreichen will: Leitbild, Handlungsfelder, strategische Ziele und Empfehlungen, wie sie beschlossen wurden. Geben Sie dem Konzept einen Namen; danach können Sie es aus Ihrem Dokument übernehmen.
ziele-baum = Ziele
ziele-fassung = Fassung
ziele-fassung-leer = Diese Fassung ist noch leer.
ziele-fassung-entwurf = { $name }, Entwurf
ziele-fassung-beschlossen = { $name }, beschlossen am { $tag } ({ $gremium })
ziele-zum-entwurf = Am Entwurf „{ $name }“ weiterschreiben
ziele-fassung-name = Wie heißt das Konzept?
    .hinweis = Zum Beispiel „Integrationskonzept 2027“.
ziele-fassung-name-fehlt = Geben Sie dem Konzept einen Namen.
ziele-fassung-schon-begonnen = Es gibt schon einen Entwurf. Erst wenn er beschlossen ist, beginnt die nächste Fassung.
ziele-fassung-beginnen = Fassung beginnen
ziele-fassung-vorschlag = Fortschreibung { $jahr }
ziele-fassung-naechste = Nächste Fassung beginnen
ziele-neue-fassung = Ziele fortschreiben
ziele-kein-entwurf = Was beschlossen ist, wird nicht mehr geändert. Beginnen Sie eine neue Fassung; sie fängt als Kopie der letzten an.
ziele-beschluss = Beschluss festhalten
ziele-beschluss-tag = Beschlossen am
ziele-beschluss-gremium = Von welchem Gremium
ziele-beschluss-adresse = Adresse der Vorlage
    .hinweis = Im Ratsinformationssystem, wenn es eine gibt.
ziele-beschluss-festhalten = Als beschlossen festhalten
ziele-beschluss-tag-fehlt = Wann wurde das Konzept beschlossen?
ziele-beschluss-tag-kuenftig = Dieser Tag liegt in der Zukunft.
ziele-beschluss-gremium-fehlt = Welches Gremium hat es beschlossen?
ziele-beschluss-adresse-unklar = Eine Adresse beginnt mit https://.
ziele-beschluss-zaehlt-anders = Inzwischen ist ein Wert eingetragen, den dieser Entwurf in einer anderen Einheit oder Art zählte: { $namen }. Geben Sie dem Indikator im Entwurf die frühere wieder, oder streichen Sie ihn dort und legen Sie einen neuen an. Der Wert bleibt.
ziele-schon-beschlossen = Diese Fassung ist schon beschlossen.
ziele-massnahmen-ohne = { $anzahl ->
        [one] Eine Maßnahme dient noch keinem Ziel
       *[other] { $anzahl } Maßnahmen dienen noch keinem Ziel
    }
ziele-seit = Was sich gegenüber „{ $name }“ geändert hat
ziele-seit-nichts = Nichts.
ziele-neu = Neu: { $titel }
ziele-anders = Anders: { $titel }
ziele-weg = Entfallen: { $titel }
ziele-einfuegen = Aus Dokument oder Tabelle übernehmen
ziele-verwerfen = Fassung verwerfen
ziele-verwerfen-titel = „{ $name }“ verwerfen
ziele-verwerfen-leit = Der Entwurf gilt dann nicht mehr und wird nirgends mehr gezeigt. Was beschlossen ist, bleibt, wie es ist.
ziele-verwerfen-was = Was verloren geht
ziele-verwerfen-verlust = Neu, geändert oder gestrichen sind darin { $ziele ->
        [0] kein Ziel
        [one] ein Ziel
       *[other] { $ziele } Ziele
    } und { $indikatoren ->
        [0] kein Indikator.
        [one] ein Indikator.
       *[other] { $indikatoren } Indikatoren.
    }
ziele-verwerfen-werte = Dazu { $werte ->
        [one] ein Wert, der nur hier eingetragen ist.
       *[other] { $werte } Werte, die nur hier eingetragen sind.
    }
ziele-verwerfen-inzwischen = Inzwischen wurde weitergeschrieben
    .text = Sehen Sie noch einmal, was verloren geht.
ziele-verwerfen-doch-nicht = Zurück zum Entwurf
ziele-fort-verworfen = Die Fassung „{ $name }“ wurde verworfen ({ $tag }).
ziele-fort-beschlossen = Die Fassung, in der Sie geschrieben haben, ist kein Entwurf mehr.
ziele-fort-beginnen = Was Sie eingegeben haben, steht noch hier. Beginnen Sie auf der Seite der Ziele eine neue Fassung und senden Sie es dann noch einmal.
ziele-fort-entwurf = Was Sie eingegeben haben, steht noch hier. Senden Sie es noch einmal, kommt es in den Entwurf „{ $name }“.
ziele-zu-spaet = Das kam zu spät
ziele-zu-spaet-eingegeben = Was Sie eingegeben haben
ziele-zu-den-zielen = Zu den Zielen
ziel-verworfen = „{ $titel }“ stand nur in der Fassung „{ $name }“. Sie wurde verworfen ({ $tag }).

ziel-art-guiding = Leitbild
ziel-art-field = Handlungsfeld
ziel-art-goal = Ziel
ziel-art-recommendation = Empfehlung
ziel-bis-jahr = bis { $jahr }
ziel-massnahmen = { $anzahl ->
        [one] eine Maßnahme
       *[other] { $anzahl } Maßnahmen
    }
ziel-ohne-massnahme = noch keine Maßnahme
ziel-ohne-massnahme-text = Noch dient keine Maßnahme diesem Ziel. Auf der Seite einer Maßnahme lässt sich das Ziel wählen.
ziel-leit = { $art }: { $anzahl ->
        [0] Noch dient ihm keine Maßnahme.
        [one] Ihm dient eine Maßnahme.
       *[other] Ihm dienen { $anzahl } Maßnahmen.
    } Fassung: { $fassung }.
ziel-darunter = Darunter
ziel-was-getan-wird = Was dafür getan wird
ziel-woran = Woran es gemessen wird
ziel-damals-heute = Damals und heute
ziel-ohne-befund = Noch kein Befund. Merken Sie einen Wert im Atlas vor oder geben Sie seine Fundstelle an.
ziel-anlegen = Ziel anlegen
ziel-darunter-anlegen = Darunter ein Ziel anlegen
ziel-aendern = Ändern
ziel-streichen = Aus dem Entwurf streichen
ziel-gestrichen = gestrichen
ziel-streichen-veraltet = Inzwischen hat jemand dieses Ziel geändert. Sehen Sie es noch einmal an.
ziel-streichen-darunter = Darunter stehen noch Ziele. Streichen oder verschieben Sie zuerst diese.
ziel-speichern = Speichern
ziel-neu-titel = Ein Ziel anlegen
ziel-neu-leit = Art und Titel genügen; alles andere kann später kommen.
ziel-aendern-titel = { $titel } ändern
ziel-aendern-leit = Jedes Speichern ist eine Fassung dieses Ziels; die früheren bleiben lesbar.
ziel-inzwischen = Inzwischen hat { $wer } dieses Ziel geändert.
ziel-feld-art = Art
ziel-feld-titel = Titel
ziel-feld-unter = Steht unter
ziel-feld-text = Text
ziel-feld-woran = Woran merken wir es?
    .hinweis = Ein Satz; die Zahlen dazu kommen als Befunde.
ziel-feld-stelle = Verantwortlich
ziel-feld-jahr = Gilt bis (Jahr)
ziel-unter-nichts = steht oben
ziel-art-fehlt = Wählen Sie, was es ist.
ziel-titel-fehlt = Geben Sie einen Titel an.
ziel-unter-fehlt = Dieses Ziel gibt es in der Fassung nicht.
ziel-unter-sich = Ein Ziel kann nicht unter sich selbst stehen, auch nicht über Umwege.
ziel-unter-enger = Das Übergeordnete muss mindestens so weit gefasst sein: Leitbild, Handlungsfeld, Ziel, Empfehlung.
ziel-jahr-unklar = Schreiben Sie ein Jahr zwischen 1990 und 2150.

ziele-tabelle-titel = Ein Konzept übernehmen
ziele-tabelle-leit = Aus den Überschriften eines Word-Dokuments wird eine Tabelle, die Sie ansehen und verbessern. Erst danach wird etwas übernommen.
ziele-tabelle-feld = Tabelle
    .hinweis = Spalten: Art, Titel, Steht unter, Text, Woran merken wir es?, Verantwortlich, Gilt bis (Jahr). Wer nichts angibt, worunter eine Zeile steht, meint die letzte weiter gefasste davor. Was es mit Art und Titel schon gibt, wird nicht noch einmal angelegt.
ziele-tabelle-bereit = { $anzahl ->
        [one] Ein Ziel kann übernommen werden.
       *[other] { $anzahl } Ziele können übernommen werden.
    }
ziele-tabelle-uebernehmen = { $anzahl ->
        [one] Ein Ziel übernehmen
       *[other] { $anzahl } Ziele übernehmen
    }
ziele-tabelle-vorschau = Was übernommen wird
ziele-tabelle-nichts = Alles aus dieser Tabelle steht schon so in der Fassung.
ziele-tabelle-davon = { $neu ->
        [0] Neu ist nichts
        [one] Neu ist eine Zeile
       *[other] Neu sind { $neu } Zeilen
    }, geändert { $anders ->
        [0] wird kein Ziel
        [one] wird ein Ziel
       *[other] werden { $anders } Ziele
    }, { $gleich ->
        [0] keines bleibt, wie es ist.
        [one] eines bleibt, wie es ist.
       *[other] { $gleich } bleiben, wie sie sind.
    }
ziele-tabelle-unberuehrt = { $anzahl ->
        [one] Ein Ziel der Fassung steht nicht in dieser Tabelle; es bleibt, bis Sie es streichen.
       *[other] { $anzahl } Ziele der Fassung stehen nicht in dieser Tabelle; sie bleiben, bis Sie sie streichen.
    }
ziele-tabelle-stand = Was geschieht
ziele-tabelle-neu = neu
ziele-tabelle-da = schon da
ziele-tabelle-anders = geändert: { $felder }
ziele-tabelle-anmerkungen = Was Sie dazu wissen sollten
ziele-tabelle-gekuerzt = Der Titel ist länger als 200 Zeichen. Gekürzt heißt er „{ $titel }“; ganz steht er am Anfang des Textes.
ziele-tabelle-andere-art = „{ $titel }“ steht in dieser Fassung schon als { $art }. Als { $neu } kommt es hinzu; ist dasselbe gemeint, ändern Sie die Art.
ziele-tabelle-unter-fehlt = „{ $titel }“ steht weder in der Tabelle noch in der Fassung.
ziele-tabelle-art-fremd = „{ $art }“ ist keine Art. Möglich sind Leitbild, Handlungsfeld, Ziel und Empfehlung.
ziele-tabelle-stelle-fremd = Eine Stelle „{ $stelle }“ gibt es nicht. Lassen Sie das Feld leer oder legen Sie die Stelle an.
ziele-dokument = Word-Dokument
    .hinweis = DOCX. Gelesen werden die Überschriften und Aufzählungen, Tabellen nicht; das Dokument selbst wird nicht aufgehoben.
ziele-dokument-lesen = Gliederung lesen
ziele-dokument-zu-gross = Das Dokument ist größer als 20 MB. Nehmen Sie Bilder heraus und bringen Sie es noch einmal.
ziele-dokument-unlesbar = Diese Datei ist kein lesbares DOCX. Speichern Sie sie in Word oder LibreOffice als DOCX.
ziele-dokument-flach = Dieses Dokument hat keine Überschriften. Zeichnen Sie die Ziele als Überschriften aus oder fügen Sie sie als Tabelle ein.
ziele-dokument-tabellen = { $anzahl ->
        [one] Eine Tabelle des Dokuments ist nicht gelesen
       *[other] { $anzahl } Tabellen des Dokuments sind nicht gelesen
    }
    .text = Stehen Ziele darin, kopieren Sie die Zeilen aus dem Dokument in die Tabelle unten.
ziele-dokument-tabellen-liste = Tabellen, die nicht gelesen sind
ziele-dokument-tabelle-beginn = Erste Zeile
ziele-dokument-tabelle-zeilen = Zeilen

massnahme-ziele = Welchem Ziel sie dient
massnahme-ohne-ziel = Sie dient noch keinem Ziel der Stadt.
massnahme-ziel = Ziel
massnahme-ziel-nehmen = Ziel wählen
massnahme-ziel-fehlt = Wählen Sie ein Ziel.

meldung-ziel-genommen = Die Maßnahme dient jetzt diesem Ziel.
meldung-ziel-angelegt = Das Ziel ist angelegt.
meldung-ziel-gestrichen = Das Ziel ist aus dem Entwurf gestrichen.
meldung-ziele-angelegt = Das Konzept ist übernommen.
meldung-fassung-begonnen = Die neue Fassung ist begonnen.
meldung-ziele-beschlossen = Der Beschluss ist festgehalten; diese Fassung gilt.
meldung-fassung-verworfen = Die Fassung ist verworfen.

aktion-goal-edition = Fassung der Ziele begonnen
aktion-goal-adopt = Beschluss der Ziele festgehalten
aktion-goal-discard = Fassung der Ziele verworfen
aktion-goal-add = Ziel angelegt
aktion-goal-change = Ziel geändert
aktion-goal-drop = Ziel gestrichen
ding-goal = Ziel
ding-goal-edition = Fassung der Ziele
recht-goals-edit = Ziele schreiben und ihren Beschluss festhalten
haengt-ziele = { $zahl ->
        [one] ein Ziel
       *[other] { $zahl } Ziele
    }
