## Vorlagen und Beschlüsse: Was wird vorgeschlagen, wer zeichnet mit, was wurde beschlossen?

nav-beschluesse = Vorlagen und Beschlüsse
nav-beschluesse-wozu = Was den Gremien vorliegt, wer mitzeichnet und was beschlossen wurde.
beschluesse-titel = Was liegt den Gremien vor, was ist beschlossen?
beschluesse-leit = { $offen ->
        [0] Keine Vorlage ist unterwegs
        [one] Eine Vorlage ist unterwegs
       *[other] { $offen } Vorlagen sind unterwegs
    }, { $beschlossen ->
        [0] beschlossen ist noch keine.
        [one] eine ist beschlossen.
       *[other] { $beschlossen } sind beschlossen.
    }
beschluesse-leer = Hier stehen die Vorlagen der Stadt. Eine Vorlage entsteht aus der Mappe: Ihre Befunde stehen mit Fundstelle in der Begründung.
beschluesse-tabelle = Vorlagen, die neueste zuerst
beschluesse-oeffentlich = Was öffentlich beschlossen ist
vorlage-daraus = Vorlage daraus machen
vorlage = Vorlage
vorlage-wort = Vorlage
vorlage-nummer = Vorlage { $nummer }
vorlage-fassung = Fassung
vorlage-fassung-zahl = Fassung { $zahl }
vorlage-fassungen = Fassungen
vorlage-wortlaut = Wortlaut der Fassung { $zahl }
vorlage-betreff = Betreff
vorlage-aktenzeichen = Aktenzeichen
vorlage-federfuehrung = Federführung
vorlage-beschlussvorschlag = Beschlussvorschlag
vorlage-begruendung = Begründung
    .hinweis = In Ihren Worten. Die Befunde aus der Mappe stehen darunter, jeder mit seiner Fundstelle.
vorlage-befunde = Befunde der Begründung
vorlage-befunde-leer = Noch ist kein Befund genannt.
vorlage-finanzen = Finanzielle Auswirkungen
vorlage-kosten = Kosten
    .hinweis = Ein Betrag in Euro, zum Beispiel 12.500,00.
vorlage-ohne-begruendung = Noch nicht begründet.
vorlage-keine-auswirkungen = Noch nicht angegeben.
vorlage-keine-kosten = Kosten sind noch nicht angegeben.
vorlage-ohne-aktenzeichen = ohne Aktenzeichen
vorlage-ohne-schritte = Noch nicht festgelegt.
vorlage-ohne-mitzeichnung = Niemand ist um Mitzeichnung gebeten.
vorlage-ratsinfo = Adresse im Ratsinformationssystem
    .hinweis = Sobald sie dort steht, zum Beispiel https://ratsinfo.example/vorlage/12.
vorlage-mitzeichnung = Mitzeichnung
vorlage-beratungsfolge = Beratungsfolge
vorlage-gremium = Gremium
vorlage-stand = Stand
vorlage-stand-entwurf = Entwurf
vorlage-stand-unterwegs = unterwegs
vorlage-kein-schritt = noch kein Gremium
vorlage-anlegen = Vorlage anlegen
vorlage-neu-titel = Neue Vorlage
vorlage-neu-leit = Aus der Mappe zur Vorlage: Betreff, Federführung und Beschlussvorschlag genügen.
vorlage-aus-mappe = Befunde aus Ihren Mappen
    .hinweis = Was Sie wählen, steht in der Begründung, so wie es festgehalten ist.
vorlage-speichern = Speichern
vorlage-aendern = Ändern
vorlage-aendern-titel = { $betreff } ändern
vorlage-aendern-leit = Jedes Speichern ist eine neue Fassung. Die Mitzeichnung wird für sie neu erbeten.
vorlage-word = Als Word-Dokument
vorlage-leit-entwurf = Sie ist ein Entwurf; noch ist kein Gremium genannt.
vorlage-leit-unterwegs = Als Nächstes berät { $gremium } am { $tag }.
vorlage-leit-beschlossen = { $gremium }, { $tag }: { $ergebnis }
vorlage-betreff-fehlt = Geben Sie der Vorlage einen Betreff.
vorlage-federfuehrung-fehlt = Wählen Sie die Stelle, die federführend ist.
vorlage-eigene-stelle = Ihre Stelle muss federführend sein. Andere Vorlagen legt die Koordination an.
vorlage-vorschlag-fehlt = Schreiben Sie, was beschlossen werden soll.
vorlage-ratsinfo-unklar = Eine Adresse beginnt mit https://.
vorlage-inzwischen = Inzwischen hat { $wer } diese Vorlage geändert.
vorlage-nicht-ihre = Diese Vorlage ändern die federführende Stelle und die Koordination.
vorlage-schon-beschlossen = Diese Vorlage ist beschlossen und bleibt, wie sie beschlossen wurde. Was sich ändern soll, kommt in eine neue Vorlage.
meldung-vorlage-angelegt = Die Vorlage ist angelegt. Bitten Sie jetzt um Mitzeichnung und legen Sie die Beratungsfolge fest.

mitzeichnung-leer = Noch ist niemand um Mitzeichnung gebeten.
mitzeichnung-bitten = Wen bitten Sie um Mitzeichnung?
mitzeichnung-bitten-senden = Um Mitzeichnung bitten
mitzeichnung-ohne-zugang = Wer diese Stelle innehat, kann hier nicht mitzeichnen.
mitzeichnung-stellen-fehlen = Wählen Sie mindestens eine Stelle.
mitzeichnung-frage = Zeichnet Ihre Stelle diese Fassung mit?
mitzeichnung-agreed = ohne Vorbehalt
mitzeichnung-reserved = mit Vorbehalt
mitzeichnung-refused = abgelehnt
mitzeichnung-vorbehalt = Vorbehalt oder Grund
    .hinweis = Nötig, wenn Sie nicht ohne Vorbehalt mitzeichnen.
mitzeichnung-vorbehalt-fehlt = Schreiben Sie den Vorbehalt oder den Grund.
mitzeichnung-urteil-fehlt = Wählen Sie, wie Ihre Stelle mitzeichnet.
mitzeichnung-andere-fassung = Inzwischen gibt es eine neue Fassung. Lesen Sie sie und zeichnen Sie dann mit; was Sie eingegeben haben, steht noch da.
mitzeichnung-nicht-gebeten = Ihre Stelle ist zu dieser Vorlage nicht um Mitzeichnung gebeten.
mitzeichnung-offen = { $stelle }: noch offen
mitzeichnung-vorher = Fassung { $fassung }: { $urteil }
mitzeichnen = Mitzeichnen
meldung-mitzeichnung-gebeten = Die Stellen sind um Mitzeichnung gebeten.
meldung-mitgezeichnet = Ihre Stelle hat diese Fassung mitgezeichnet.
meldung-schon-mitgezeichnet = Ihre Stelle hat diese Fassung schon mitgezeichnet.
heute-mitzeichnung = Mitzeichnung: { $betreff }
haengt-vorlagen = { $zahl ->
        [one] eine offene Vorlage
       *[other] { $zahl } offene Vorlagen
    }

beratungsfolge-leer = Noch ist kein Gremium genannt.
schritt-art = Was tut das Gremium?
schritt-hearing = Anhörung
schritt-advisory = vorberatend
schritt-deciding = beschließend
schritt-notice = Kenntnisnahme
schritt-order = Verfügung der Verwaltungsleitung
schritt-tag = Tag
schritt-oeffentlichkeit = Wie wird beraten?
schritt-oeffentlich = öffentlich
schritt-nicht-oeffentlich = nicht öffentlich
schritt-zeile = { $tag }: { $gremium }, { $art }, { $oeffentlich }
schritt-aufnehmen = Schritt aufnehmen
schritt-gremium-fehlt = Wählen Sie das Gremium.
schritt-art-fehlt = Wählen Sie, was das Gremium tut.
schritt-tag-fehlt = Geben Sie den Tag an.
meldung-schritt = Der Schritt steht in der Beratungsfolge.
ergebnis = Ergebnis
ergebnis-as-proposed = wie vorgeschlagen
ergebnis-deviating = abweichend
ergebnis-rejected = abgelehnt
ergebnis-postponed = vertagt
ergebnis-noted = zur Kenntnis genommen
ergebnis-wortlaut = Wortlaut, wenn er abweicht
ergebnis-festhalten = Ergebnis festhalten
ergebnis-fehlt = Wählen Sie das Ergebnis.
ergebnis-wortlaut-fehlt = Schreiben Sie, was beschlossen wurde.
ergebnis-gegen-stimmen = Mit diesen Stimmen ist der Vorschlag nicht angenommen.
ergebnis-trotz-stimmen = Mit diesen Stimmen ist der Vorschlag nicht abgelehnt.
ergebnis-zu-frueh = Der Tag dieser Beratung ist noch nicht gekommen. Halten Sie das Ergebnis ab diesem Tag fest, oder verlegen Sie den Schritt.
ergebnis-anderer-wortlaut = Der Beschluss lautet anders als der Vorschlag. Wählen Sie „abweichend“ oder leeren Sie den Beschluss.
beschluss-abgelehnt = Abgelehnt: { $vorschlag }
meldung-ergebnis = Das Ergebnis ist festgehalten.
ergebnis-andere-fassung = Inzwischen gibt es eine neue Fassung. Prüfen Sie, ob das Ergebnis zu ihr gehört; was Sie eingegeben haben, steht noch da.
meldung-ergebnis-schon-da = Zu diesem Schritt ist schon ein Ergebnis festgehalten.

beschlossen-titel = Die beschlossene Fassung
beschlossen-leer = Bringen Sie das PDF zurück, wie es beschlossen wurde: Ankunft erkennt die Fundstellen darin, und die Zitate schreiben sich von selbst.
beschlossen-erkannt = { $zahl ->
        [0] In der beschlossenen Fassung steht keine Fundstelle dieser Stadt, die als Grund gilt.
        [one] Ein Befund ist als Grund des Beschlusses erkannt.
       *[other] { $zahl } Befunde sind als Gründe des Beschlusses erkannt.
    }
beschlossen-gruende = Worauf sich der Beschluss stützt
beschlossen-datei = PDF
    .hinweis = Höchstens 50 MB. Ein Scan braucht eine Textebene.
beschlossen-bringen = Beschlossenes PDF bringen
beschlossen-noch-nicht = Noch ist kein Ergebnis eines beschließenden Gremiums festgehalten. Halten Sie es zuerst fest.
beschlossen-kein-pdf = Das ist kein PDF. Gelesen wird der Inhalt, nicht der Name der Datei.
beschlossen-unlesbar = Das PDF ist nicht zu lesen. Öffnen Sie es, drucken Sie es als neues PDF und bringen Sie dieses; auch ein Kennwort kann der Grund sein.
beschlossen-ohne-text = Das PDF hat keinen Text, nur Bilder. Lassen Sie beim Scannen eine Textebene anlegen (Texterkennung) und bringen Sie es noch einmal.
beschlossen-zu-lang = Das PDF zu lesen dauert zu lange. Drucken Sie es als neues PDF und bringen Sie dieses.
beschlossen-zu-viel-unlesbares = Im PDF stehen Tausende Stellen, die wie Fundstellen aussehen und keine dieser Stadt sind. Ein Beschluss ist das nicht; prüfen Sie, ob es die richtige Datei ist.
meldung-fundstellen = Die Fundstellen sind erkannt; was sie nennen, hängt jetzt am Beschluss.
meldung-ohne-fundstellen = Das PDF ist hinterlegt. Eine Fundstelle dieser Stadt steht nicht darin.
beschlossen-unlesbares = { $zahl ->
        [one] An einer Stelle steht etwas, das wie eine Fundstelle aussieht und sich nicht als eine dieser Stadt lesen ließ.
       *[other] An { $zahl } Stellen steht etwas, das wie eine Fundstelle aussieht und sich nicht als eine dieser Stadt lesen ließ.
    }
beschlossen-unlesbares-weitere = { $zahl ->
        [one] Und eine weitere. Sie steht hier, sobald eine von diesen erledigt ist.
       *[other] Und { $zahl } weitere. Sie stehen hier, sobald diese erledigt sind.
    }
beschlossen-unlesbares-rat = Sehen Sie im Papier nach und geben Sie ein, was dort steht. Was keine Fundstelle ist, legen Sie beiseite.
beschlossen-stelle = Seite { $seite }: { $zeichen }
beschlossen-stelle-fundstelle = Fundstelle auf Seite { $seite }
beschlossen-stelle-zitieren = Als Grund aufnehmen
beschlossen-stelle-keine = Ist keine Fundstelle
beschlossen-stelle-selbst = Diese Fundstelle nennt den Beschluss selbst; er ist kein Grund für sich. Geben Sie eine andere ein oder legen Sie die Stelle beiseite.
meldung-stelle-erledigt = Dazu hat inzwischen jemand etwas festgehalten.
meldung-stelle-papier-fort = Das Papier ist inzwischen zurückgenommen oder durch ein neueres ersetzt. Zu dieser Stelle ist nichts festgehalten.
meldung-fundstellen-unklar = Das PDF ist hinterlegt. Nicht alles darin ließ sich lesen: Was fehlt, steht unten.
meldung-stelle-zitiert = Die Fundstelle hängt jetzt am Beschluss.
meldung-stelle-keine = Beiseitegelegt.

oeffentlich-titel = Öffentliche Beschlüsse
oeffentlich-leit = Was in öffentlicher Sitzung beschlossen wurde, das Neueste zuerst.
oeffentlich-leer = Noch ist hier kein öffentlicher Beschluss.

muster-titel = Word-Muster der Stadt
muster-leit = Vorlagen entstehen in dem Word-Dokument, das Ihre Stadt ohnehin benutzt. Wo ein Platzhalter steht, steht später der Text.
muster-mitgeliefert = Es gilt das mitgelieferte Muster.
muster-eigenes = Es gilt „{ $name }“, gebracht { $wann }.
muster-herunterladen = Mitgeliefertes Muster herunterladen
muster-datei = Muster als Word-Dokument
    .hinweis = .docx, höchstens 20 MB, ohne Makros und eingebettete Dateien.
muster-bringen = Muster prüfen und übernehmen
muster-platzhalter = Was in einem Muster stehen kann
muster-platzhalter-name = Platzhalter
muster-platzhalter-was = Was dort steht
muster-zu-gross = Das Dokument ist zu groß. Nehmen Sie Bilder heraus und bringen Sie es noch einmal.
muster-kein-docx = Das ist kein Word-Dokument. Speichern Sie das Muster als .docx.
muster-makros = Das Dokument enthält Makros oder eingebettete Dateien ({ $was }). Speichern Sie es ohne sie als .docx.
muster-von-aussen = Ein Teil des Dokuments holt beim Öffnen etwas von außen ({ $teil }), zum Beispiel ein verknüpftes Bild. Fügen Sie es in das Dokument selbst ein und lösen Sie die Verknüpfung.
muster-zu-tief = In einem Teil des Dokuments stecken zu viele Textfelder ineinander ({ $teil }). Lösen Sie einige davon auf.
muster-kaputt = Ein Teil des Dokuments ist nicht zu lesen ({ $teil }). Öffnen und speichern Sie es noch einmal in Word oder LibreOffice.
muster-unbekannt = „{ $name }“ ist kein Platzhalter. Schreiben Sie ihn wie in der Liste oder nehmen Sie ihn heraus.
muster-fehlt = Der Platzhalter „{ $name }“ fehlt. Setzen Sie ihn dorthin, wo der Text stehen soll.
meldung-muster = Das Muster gilt ab jetzt.
platzhalter-betreff = Betreff
platzhalter-beschlussvorschlag = Beschlussvorschlag; mehrere Absätze, wenn der Platzhalter allein steht
platzhalter-begruendung = Begründung in Ihren Worten, darunter jeder Befund mit seiner Fundstelle
platzhalter-befunde = nur die Befunde mit ihren Fundstellen
platzhalter-finanzielle-auswirkungen = Finanzielle Auswirkungen
platzhalter-kosten = Kosten als Betrag
platzhalter-nummer = Nummer der Vorlage
platzhalter-version = Nummer der Fassung
platzhalter-aktenzeichen = Aktenzeichen
platzhalter-federfuehrung = federführende Stelle
platzhalter-beratungsfolge = ein Absatz für jeden Schritt
platzhalter-mitzeichnung = ein Absatz für jede gebetene Stelle
platzhalter-datum = Tag der Fassung
platzhalter-stadt = Name der Stadt

aktion-paper-draft = Vorlage angelegt
aktion-paper-change = Vorlage geändert
aktion-paper-ask = Um Mitzeichnung gebeten
aktion-paper-sign = Vorlage mitgezeichnet
aktion-paper-step = Schritt der Beratungsfolge aufgenommen
aktion-paper-resolve = Ergebnis eines Schritts festgehalten
aktion-paper-return = Beschlossene Fassung gebracht
aktion-paper-settle = Unlesbare Stelle der beschlossenen Fassung geklärt
ding-paper = Vorlage
ding-resolution = Beschluss über eine Vorlage
ding-paper-template = Word-Muster
recht-papers-see = Vorlagen und Beschlüsse sehen
recht-papers-write = Vorlagen schreiben
recht-papers-sign = Vorlagen mitzeichnen
recht-papers-steer = alle Vorlagen und das Word-Muster führen
recht-resolutions-read = öffentliche Beschlüsse lesen
beschlossen-fehlendes = { $zahl ->
    [one] Eine Fundstelle der Vorlage wurde im beschlossenen Papier nicht gefunden.
   *[other] { $zahl } Fundstellen der Vorlage wurden im beschlossenen Papier nicht gefunden.
}
beschlossen-fehlendes-rat = Ein Scan kann eine Fundstelle ganz verschlucken. Steht sie im Papier, nehmen Sie sie als Grund auf; steht sie nicht darin, legen Sie sie beiseite.
beschlossen-fehlt-wirklich = Steht nicht im Papier
