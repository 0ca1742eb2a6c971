## Steuerung: Was haben wir vereinbart, wer macht es, ist es in der Zeit?

nav-steuerung = Steuerung
nav-steuerung-raum = Maßnahmen
nav-steuerung-wozu = Was vereinbart ist, wer es macht, bis wann, und was daraus geworden ist.
steuerung-titel = Was haben wir vereinbart?
steuerung-leit-leer = Noch ist keine Maßnahme vereinbart.
steuerung-leit = { $laufend ->
        [0] Zurzeit läuft keine Maßnahme
        [one] Eine Maßnahme läuft
       *[other] { $laufend } Maßnahmen laufen
    }, { $geplant ->
        [0] geplant ist keine weitere.
        [one] eine weitere ist geplant.
       *[other] { $geplant } weitere sind geplant.
    }
steuerung-leit-spaet = { $anzahl ->
        [one] Bei einer ist der Termin verstrichen.
       *[other] Bei { $anzahl } ist der Termin verstrichen.
    }
massnahme-nur-intern = nur in der Verwaltung
massnahme = Maßnahme
massnahmen-alle = Maßnahmen
massnahmen-alle-zeigen = Alle Maßnahmen zeigen
massnahmen-tabelle = Maßnahmen, der nächste Termin zuerst
massnahmen-leer = Hier stehen die Maßnahmen der Stadt: was getan wird, in welchem Quartier, wer federführend ist, bis wann, und woran man merkt, dass es wirkt. Fünf Angaben genügen.
massnahmen-keine = Keine Maßnahme passt zu dieser Auswahl.
massnahmen-jeder-stand = jeder Stand
massnahmen-jedes-quartier = alle
massnahmen-jede-stelle = alle
massnahmen-einfuegen = Mehrere aus einer Tabelle
massnahme-daraus = Maßnahme daraus planen
aus-fort = Was hier zitiert werden sollte, gibt es nicht mehr, oder Sie dürfen es nicht sehen. Speichern Sie noch einmal, dann ohne.
aus-diesem = Das beginnt mit: { $art } „{ $titel }“. Es wird dort zitiert, ohne dass Sie etwas suchen müssen.
massnahme-anlegen = Maßnahme anlegen
massnahme-hier-anlegen = Maßnahme für dieses Quartier anlegen
massnahme-befunde = Befunde
massnahme-spaet = Termin verstrichen
massnahme-stelle = Stelle
massnahmen-hier = { $anzahl ->
        [0] Für dieses Quartier ist noch keine Maßnahme vereinbart.
        [one] Für dieses Quartier ist eine Maßnahme vereinbart.
       *[other] Für dieses Quartier sind { $anzahl } Maßnahmen vereinbart.
    }
massnahmen-ganze-stadt = { $anzahl ->
        [one] Dazu kommt eine Maßnahme für die ganze Stadt, die geplant oder im Gang ist.
       *[other] Dazu kommen { $anzahl } Maßnahmen für die ganze Stadt, die geplant oder im Gang sind.
    }
massnahme-teil = nur ein Teil: { $name }
massnahme-zeile = { $stelle }, bis { $tag }, { $stand }
massnahme-satz = { $ort }. Federführung: { $stelle }, bis { $tag }; { $stand }. Woran wir es merken: { $woran }

massnahme-stand-planned = geplant
massnahme-stand-running = läuft
massnahme-stand-done = abgeschlossen
massnahme-stand-ended = abgebrochen

massnahme-leit-planned = Geplant ist sie bis { $tag }. Federführung: { $stelle }. Ort: { $ort }.
massnahme-leit-running = Sie läuft bis { $tag }. Federführung: { $stelle }. Ort: { $ort }.
massnahme-leit-done = Sie ist abgeschlossen. Federführung: { $stelle }. Ort: { $ort }.
massnahme-leit-ended = Sie wurde abgebrochen. Federführung: { $stelle }. Ort: { $ort }.

massnahme-feld-titel = Titel
    .hinweis = Was getan wird, so kurz, dass es in eine Liste passt.
massnahme-feld-quartier = Quartier
massnahme-feld-federfuehrung = Federführung
massnahme-feld-bis = Bis wann
massnahme-feld-woran = Woran merken wir es?
    .hinweis = Ein Satz genügt: „Vierzig Beratungen im Monat“ oder „Der Platz ist abends belebt“.
massnahme-feld-stand = Stand
massnahme-feld-was = Was im Einzelnen geschieht
massnahme-feld-fuer-wen = Für wen
massnahme-feld-ab = Ab wann
massnahme-feld-wiedervorlage = Wiedervorlage
    .hinweis = An diesem Tag steht die Maßnahme wieder auf der Startseite der federführenden Stelle.
massnahme-feld-regeldienst = Kann es ein Regeldienst zuerst?
    .hinweis = Welches bestehende Angebot geöffnet oder ausgeweitet werden könnte, bevor etwas Neues entsteht.
massnahme-feld-mitwirkung = Mitwirkung
    .hinweis = Stellen, die mitarbeiten. Sie dürfen die Maßnahme auch ändern.
massnahme-feld-kenntnisnahme = Kenntnisnahme
    .hinweis = Stellen, die davon wissen sollen.

massnahme-neu-titel = Neue Maßnahme
massnahme-neu-leit = Fünf Angaben genügen. Alles Weitere fragt Ankunft erst, wenn ein Bericht es braucht.
massnahme-aendern-titel = { $titel } ändern
massnahme-aendern-leit = Was bisher hier stand, bleibt im Verlauf nachzulesen.
massnahme-aendern = Ändern
massnahme-speichern = Speichern
meldung-massnahme-angelegt = Die Maßnahme ist angelegt. Nennen Sie jetzt die Befunde, auf die sie sich stützt.
meldung-massnahmen-angelegt = Die Maßnahmen sind angelegt.

massnahme-titel-fehlt = Geben Sie der Maßnahme einen Titel.
massnahme-quartier-fehlt = Wählen Sie ein Quartier oder die ganze Stadt.
massnahme-federfuehrung-fehlt = Wählen Sie die Stelle, die federführend ist.
massnahme-bis-fehlt = Geben Sie an, bis wann.
massnahme-woran-fehlt = Schreiben Sie in einem Satz, woran Sie merken, dass es wirkt.
massnahme-stand-fehlt = Wählen Sie einen Stand.
massnahme-ab-nach-bis = Der Beginn liegt nach dem Ende.
massnahme-eigene-stelle = Ihre Stelle muss federführend sein oder mitwirken. Andere Maßnahmen legt die Koordination an.
massnahme-ohne-stelle = Sie haben in dieser Stadt keine Stelle. Maßnahmen legt an, wer eine Stelle hat, oder die Koordination.
massnahme-nicht-ihre = Diese Maßnahme ändern die federführende Stelle, die mitwirkenden und die Koordination.

massnahme-inzwischen = Inzwischen hat { $wer } diese Maßnahme geändert.

massnahme-warum = Warum
massnahme-kein-befund = Noch ist kein Befund genannt. Merken Sie im Atlas eine Zahl „für Vorlage“ oder nennen Sie eine Fundstelle.
massnahme-ausgangswert = Ausgangswert
massnahme-daran-messen = Wirkung daran messen
massnahme-nicht-messen = Nicht mehr daran messen
meldung-befund-genommen = Der Befund ist aufgenommen.
meldung-befund-weg = Der Befund ist herausgenommen. Seine Fundstelle gilt weiter.
meldung-ausgangswert = Dieser Wert ist jetzt der Ausgangswert.

massnahme-wirkung = Wirkung
massnahme-wirkung-lesen = Die linke Zahl ist festgehalten und ändert sich nicht mehr. Die rechte ist die neueste desselben Merkmals. Ob die Maßnahme den Unterschied gemacht hat, zeigt das noch nicht: Auch anderswo ändert sich etwas.
massnahme-ohne-ausgangswert = Noch ist kein Ausgangswert gewählt. Nehmen Sie eine Zahl auf und drücken Sie „Wirkung daran messen“; dann stehen hier der Wert von damals und der von heute.
massnahme-woran-gemessen = Gemessen an
massnahme-damals = damals
massnahme-heute = heute
massnahme-noch-kein-neuer-wert = noch kein neuerer Wert
massnahme-vorlage = Was daraus werden kann
massnahme-verlauf = Verlauf
massnahme-wann = Wann
massnahme-wer = Wer
massnahme-geaendert = Was
massnahme-angelegt = angelegt

lose-enden = Lose Enden
massnahmen-draengt = Was drängt
lose-spaet = { $titel }: Der Termin { $tag } ist verstrichen ({ $stelle })
lose-wiedervorlage = { $titel }: Wiedervorlage ({ $stelle })
heute-massnahme-spaet = Wie steht es um „{ $titel }“?
heute-massnahme-wiedervorlage = Wiedervorlage: { $titel }
haengt-massnahmen = { $zahl ->
        [one] eine offene Maßnahme in Federführung
       *[other] { $zahl } offene Maßnahmen in Federführung
    }

tabelle-titel = Mehrere Maßnahmen auf einmal
tabelle-leit = Kopieren Sie die Zeilen aus Ihrer Tabelle und fügen Sie sie hier ein. Angelegt wird erst, wenn Sie die Vorschau gesehen haben.
tabelle-lesen = Fünf Spalten in dieser Reihenfolge: Titel, Quartier, Federführung, Bis wann, Woran merken wir es? Eine Kopfzeile mit den Namen der Felder darf die Reihenfolge ändern und weitere Felder der Maßnahme bringen, zum Beispiel Mitwirkung, Für wen oder Ab wann. Mehrere Stellen stehen mit Semikolons dazwischen. Für die ganze Stadt schreiben Sie „ganze Stadt“.
tabelle-feld = Zeilen Ihrer Tabelle
    .hinweis = Die Zellen stehen zwischen Tabulatoren, wie sie aus einer Tabellenkalkulation kommen, oder zwischen Semikolons.
tabelle-pruefen = Prüfen
tabelle-uebernehmen = { $anzahl ->
        [one] Eine Maßnahme anlegen
       *[other] { $anzahl } Maßnahmen anlegen
    }
tabelle-bereit = { $anzahl ->
        [one] Eine Maßnahme kann angelegt werden.
       *[other] { $anzahl } Maßnahmen können angelegt werden.
    }
    .text = Sehen Sie die Vorschau durch. Bis Sie unten bestätigen, ist nichts gespeichert.
tabelle-vorschau = Vorschau
tabelle-hinweise = { $anzahl ->
        [one] Eine Stelle der Tabelle ist noch zu klären.
       *[other] { $anzahl } Stellen der Tabelle sind noch zu klären.
    }
    .text = Ändern Sie sie unten und prüfen Sie noch einmal. Angelegt ist noch nichts.
tabelle-hinweise-tabelle = Was zu klären ist
tabelle-zeile = Zeile
tabelle-was = Was zu tun ist
tabelle-leer = In der Tabelle steht keine Maßnahme.
    .text = Fügen Sie mindestens eine Zeile mit fünf Spalten ein.
tabelle-ohne = { $anzahl ->
        [one] Eine Spalte wird nicht übernommen: { $namen }
       *[other] { $anzahl } Spalten werden nicht übernommen: { $namen }
    }
    .text = Übernommen wird, was in der Kopfzeile so heißt wie ein Feld der Maßnahme: { $felder }.
tabelle-spalte = Spalte { $nummer }
tabelle-offen = Ein Anführungszeichen ist nicht geschlossen. Schließen Sie es in derselben Zelle oder löschen Sie es.
tabelle-zu-lang = Das sind mehr als { $anzahl } Zeilen. Teilen Sie die Tabelle.
tabelle-doppelt = „{ $titel }“ gibt es an diesem Ort schon. Löschen Sie die Zeile oder ändern Sie den Titel.
tabelle-quartier-fremd = Ein Quartier „{ $wert }“ kennt die Stadt nicht. Schreiben Sie seinen Namen oder seinen Schlüssel wie im Atlas.
tabelle-stelle-fremd = Eine Stelle „{ $wert }“ gibt es nicht. Schreiben Sie sie, wie sie in der Systemverwaltung heißt.
tabelle-stelle-doppelt = „{ $wert }“ heißen mehrere Stellen. Legen Sie diese Maßnahme einzeln an.
tabelle-tag-unklar = „{ $wert }“ ist kein Tag. Schreiben Sie ihn so: 30.06.2027.

aktion-measure-plan = Maßnahme angelegt
aktion-measure-change = Maßnahme geändert
aktion-measure-baseline = Ausgangswert einer Maßnahme gewählt
aktion-measure-no-baseline = Ausgangswert einer Maßnahme aufgehoben
