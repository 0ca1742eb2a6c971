# Anfragen von Rat, Presse, Rechnungsprüfung und Menschen der Stadt; Befund suchen; Vorgang.

nav-anfragen = Anfragen
nav-anfragen-wozu = Was Rat, Presse und Rechnungsprüfung fragen, bis wann, und was die Stadt antwortet.
anfragen-titel = Was wurde gefragt?
anfragen-leit = { $offen ->
    [0] Zurzeit ist keine Anfrage offen.
    [one] Eine Anfrage ist offen.
   *[other] { $offen } Anfragen sind offen.
}
anfragen-leit-spaet = { $anzahl ->
    [one] Bei einer ist die Frist vorbei.
   *[other] Bei { $anzahl } ist die Frist vorbei.
}
anfragen-leer = Hier stehen Anfragen mit ihrer Frist und ihrer Antwort. Frühere Antworten kommen wieder, sobald jemand Ähnliches fragt.
anfragen-offen = Offen
anfragen-beantwortet = Beantwortet
anfrage = Anfrage
anfrage-nur-intern = nicht öffentlich
anfrage-aufnehmen = Anfrage aufnehmen
anfrage-neu-titel = Anfrage aufnehmen
anfrage-neu-leit = Wer fragt was, bis wann, und für wen ist die Antwort?
anfrage-aendern-titel = { $betreff }: Angaben ändern
anfrage-aendern-leit = Was früher galt, bleibt im Verlauf stehen.
anfrage-aendern = Angaben ändern
anfrage-speichern = Speichern
anfrage-inzwischen = Inzwischen hat { $wer } diese Anfrage geändert.
anfrage-von-council = Rat
anfrage-von-press = Presse
anfrage-von-audit = Rechnungsprüfung
anfrage-von-resident = Einwohnerin oder Einwohner
anfrage-kreis-public = alle
anfrage-kreis-administration = nur Verwaltung und Prüfung
anfrage-feld-wer-fragt = Wer fragt
anfrage-feld-fragender = Name, Fraktion oder Zeitung
anfrage-feld-betreff = Betreff
anfrage-feld-frage = Frage
anfrage-feld-aktenzeichen = Aktenzeichen
anfrage-feld-eingang = Eingang
anfrage-feld-frist = Frist
anfrage-feld-quartier = Quartier
anfrage-feld-federfuehrung = Federführung
anfrage-feld-mitwirkung = Mitwirkung
anfrage-feld-kreis = Wer die Antwort lesen darf
    .hinweis = Was enger ist als dieser Kreis, kann nicht in der Antwort stehen, wenn sie das Haus verlässt.
anfrage-wer-fehlt = Wählen Sie, wer fragt.
anfrage-name-fehlt = Schreiben Sie, wer genau fragt.
anfrage-betreff-fehlt = Schreiben Sie den Betreff in einer Zeile.
anfrage-frage-fehlt = Schreiben Sie, was gefragt ist.
anfrage-eingang-fehlt = Schreiben Sie, wann die Anfrage kam.
anfrage-eingang-zu-frueh = Dieser Tag ist noch nicht gekommen. Schreiben Sie, wann die Anfrage kam.
anfrage-frist-fehlt = Schreiben Sie, bis wann zu antworten ist.
anfrage-frist-vor-eingang = Die Frist liegt vor dem Eingang.
anfrage-quartier-fehlt = Wählen Sie ein Quartier oder die ganze Stadt.
anfrage-federfuehrung-fehlt = Wählen Sie die Stelle, die antwortet.
anfrage-kreis-fehlt = Wählen Sie, wer die Antwort lesen darf.
anfrage-eigene-stelle = Ihre Stelle muss federführend sein oder mitwirken.
anfrage-nicht-ihre = Antworten kann die federführende Stelle, wer mitwirkt, und die Koordination.
anfrage-ist-beantwortet = Diese Antwort hat das Haus verlassen und bleibt, wie sie ist.
anfrage-leit = { $wer } fragt.
anfrage-frist-in = { $tage ->
    [0] Die Frist endet heute ({ $tag }).
    [one] Bis zur Frist am { $tag } bleibt ein Arbeitstag.
   *[other] Bis zur Frist am { $tag } bleiben { $tage } Arbeitstage.
}
anfrage-frist-frei = An diesem Tag wird nicht gearbeitet; der letzte Arbeitstag davor ist der { $tag }.
anfrage-ueberfaellig = Die Frist war am { $tag }.
anfrage-beantwortet = Beantwortet am { $tag }, in der Frist.
anfrage-spaet-beantwortet = Beantwortet am { $tag }, nach der Frist.
anfrage-aehnliche = Ähnliches wurde schon gefragt
anfrage-frueher = Gefragt von { $wer } am { $tag }; noch nicht beantwortet.
anfrage-frueher-beantwortet = Gefragt von { $wer } am { $tag }; beantwortet.
anfrage-antwort = Antwort
anfrage-antworttext = Text der Antwort
    .hinweis = Was Sie unten aufnehmen, steht hier als Satz mit seiner Fundstelle. Schreiben Sie um, was nötig ist; die Fundstellen bleiben stehen.
anfrage-antwort-speichern = Antwort speichern
anfrage-antwort-fehlt = Schreiben Sie die Antwort, bevor Sie speichern.
anfrage-antwort-inzwischen = Inzwischen hat { $wer } an der Antwort geschrieben.
anfrage-ohne-antwort = Noch ist keine Antwort geschrieben.
anfrage-satz-mit-fundstelle = { $satz } ({ $fundstelle })
anfrage-zitiert = Worauf sich die Antwort stützt
anfrage-nichts-zitiert = Noch ist nichts aufgenommen. Unten steht, was zu Quartier und Betreff passt.
anfrage-herausnehmen = Herausnehmen
anfrage-enger-als-kreis = Enger als der Kreis dieser Antwort: darf nicht hinaus.
anfrage-gesammelt = Was dazu bekannt ist
anfrage-absenden = Absenden
anfrage-zu-eng = So kann die Antwort nicht hinaus.
anfrage-zu-eng-text = Wer fragt, darf das nicht lesen: { $namen }. Nehmen Sie es heraus, auch aus dem Text, oder ändern Sie, für wen die Antwort ist.
anfrage-erst-schreiben = Speichern Sie erst die Antwort.
anfrage-fremde-fundstelle = { $fundstelle } steht im Text und ist nicht aufgenommen. Nehmen Sie es auf oder streichen Sie es.
anfrage-unterschrift = Unterschrieben von
    .hinweis = Name und Stelle, wie sie unter der Antwort stehen.
anfrage-unterschrift-fehlt = Schreiben Sie, wer unterschreibt.
anfrage-abgesandt = Als abgesandt festhalten
anfrage-antwort-datei = Antwort als { $art }
anfrage-aufgenommen = aufgenommen
anfrage-antwort-fassung = Antwort, Fassung { $nummer }
anfrage-gesendet-zeile = Fassung { $nummer } abgesandt, unterschrieben von { $wer }
anfrage-papier-art = Antwort auf eine Anfrage
anfrage-papier-tabelle = Angaben zur Anfrage
anfrage-beantwortet-am = Beantwortet am
anfrage-ding = Anfrage: { $betreff }
anfrage-satz = { $wer } fragte am { $tag } ({ $ort }).{ $antwort }
anfrage-satz-beantwortet = { $wer } fragte am { $tag } ({ $ort }); beantwortet am { $antwort }.
meldung-anfrage-aufgenommen = Die Anfrage ist aufgenommen.
meldung-antwort-gesendet = Festgehalten: Die Antwort hat das Haus verlassen.

befund-suchen = Befund suchen
    .hinweis = Wörter aus Titel oder Text: ein Quartier, ein Merkmal, eine Maßnahme. Oder eine Fundstelle oder die Adresse einer Seite.
befund-suchen-fuer = Was „{ $titel }“ begründen kann: Zahlen, Beobachtungen, Ziele, Entscheidungen, Zusagen, Maßnahmen.
befund-suchen-los = Suchen
befund-wortlaut = Wortlaut vom { $tag }
befund-zitieren = Zitieren
befund-adresse-fremd = Diese Adresse lässt sich nicht zitieren: Auf der Seite steht nichts, was belegt ist oder beschlossen wurde. Suchen Sie mit Worten, oder fügen Sie die Adresse der Sache selbst ein.
befund-gefunden = { $anzahl ->
    [0] Nichts gefunden, was noch nicht aufgenommen ist. Versuchen Sie andere Wörter.
    [one] Eine Sache passt.
   *[other] { $anzahl } Sachen passen.
}
befund-stufe-befund = Befund
befund-stufe-ziel = Ziel
befund-stufe-entscheidung = Entscheidung
befund-stufe-massnahme = Maßnahme
befund-stufe-wirkung = Wirkung

vorgang-suchen = Vorgang
vorgang-suchen-leit = Alles, was ein Aktenzeichen trägt, auf einer Seite.
vorgang-titel = Vorgang { $az }
vorgang-leit = { $anzahl ->
    [0] Nichts, was Sie sehen dürfen, trägt dieses Aktenzeichen.
    [one] Eine Sache trägt dieses Aktenzeichen.
   *[other] { $anzahl } Sachen tragen dieses Aktenzeichen.
}
vorgang-zeigen = Zeigen
vorgang-leer = Prüfen Sie das Aktenzeichen: Es muss Zeichen für Zeichen stimmen.
vorgang-tabelle = Was zum Vorgang gehört
vorgang-was = Was
vorgang-art = Art
vorgang-dateien = Dateien
vorgang-ausgeben = Für die E-Akte ausgeben (PDF/A mit Anlagen)
vorgang-papier-art = Auszug für die E-Akte
vorgang-anlagen = { $anzahl ->
        [0] Anlagen liegen nicht in dieser Datei.
        [one] Eine Anlage liegt in dieser Datei.
       *[other] { $anzahl } Anlagen liegen in dieser Datei: Vorlagen, Antworten und was dazu aufbewahrt ist.
    }
vorgang-nicht-darin = Was nicht in dieser Datei liegt
vorgang-datei = Datei
vorgang-warum = Warum
vorgang-zu-gross = Mit ihr wäre diese Datei zu groß. Laden Sie sie auf ihrer Seite.
vorgang-eigene-seite = Sie wird auf ihrer eigenen Seite ausgegeben.

heute-anfrage-frist = Beantworten Sie die Anfrage „{ $betreff }“.
heute-anfrage-spaet = Die Frist ist vorbei: Beantworten Sie die Anfrage „{ $betreff }“.
haengt-anfragen = { $zahl ->
        [one] eine offene Anfrage
       *[other] { $zahl } offene Anfragen
    }
recht-enquiries-see = Anfragen ansehen
recht-enquiries-answer = Anfragen beantworten
recht-enquiries-steer = Anfragen aller Stellen beantworten
ding-enquiry = Anfrage
aktion-enquiry-receive = Anfrage aufgenommen
aktion-enquiry-change = Anfrage geändert
aktion-enquiry-answer = Antwort geschrieben
aktion-enquiry-send = Antwort abgesandt

# Etwas in einen Vorgang legen
ablegen-titel = In einen Vorgang legen: { $titel }
ablegen-leit = Wohin gehört es in der Akte? Alles mit demselben Aktenzeichen steht auf einer Seite und kommt mit in den Auszug für die E-Akte.
ablegen-hinweis = Leer lassen, wenn es in keinem Vorgang liegen soll.
ablegen = Ablegen
ablegen-in = In einen Vorgang legen
ablegen-anders = In einen anderen Vorgang legen
ablegen-inzwischen = Inzwischen hat jemand ein anderes Aktenzeichen eingetragen. Sehen Sie nach und senden Sie Ihres noch einmal, wenn es richtig ist.
meldung-abgelegt = Es liegt jetzt im Vorgang dieses Aktenzeichens.
meldung-nicht-abgelegt = Es liegt jetzt in keinem Vorgang.
aktion-case-file = In einen Vorgang gelegt
vorgang-zu-viele = Von dieser Art liegt schon genug in dieser Datei. Laden Sie das Blatt auf seiner Seite.
vorgang-blatt = Blatt
