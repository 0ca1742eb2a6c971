## Unterlagen des Programms

nav-unterlagen = Unterlagen
programm-unterlagen-titel = Unterlagen
programm-unterlagen-leit = Was die Kommunen und das Programm einander zeigen. Alle im Programm können es lesen.
programm-unterlagen-leer = Noch hat niemand etwas hingelegt. Ein Leitfaden, eine Vorlage oder ein Protokoll ist ein guter Anfang.
programm-unterlage-neu = Etwas hinlegen
programm-unterlage-titel = Titel
programm-unterlage-titel-fehlt = Geben Sie der Unterlage einen Titel.
programm-unterlage-art = Art
programm-unterlage-art-fehlt = Wählen Sie, was es ist.
programm-unterlage-art-guide = Leitfaden
programm-unterlage-art-template = Vorlage zum Ausfüllen
programm-unterlage-art-minutes = Protokoll
programm-unterlage-art-talk = Vortrag
programm-unterlage-art-study = Studie
programm-unterlage-art-other = Anderes
programm-unterlage-ausgabe = Ausgabe
programm-unterlage-ausgabe-hinweis = Zum Beispiel „2. Auflage“ oder „Stand Mai 2026“. Eine neue Ausgabe legen Sie neu hin; die alte bleibt.
programm-unterlage-datei = Datei
programm-unterlage-datei-hinweis = PDF, DOCX oder XLSX ohne Makros, höchstens 20 MB
programm-unterlage-zu-gross = Die Datei ist größer als 20 MB.
programm-unterlage-falsche-art = Das ist kein PDF, kein Word-Dokument und keine Excel-Tabelle ohne Makros. Speichern Sie die Datei in einer dieser Arten.
programm-unterlage-legen = Hinlegen
programm-unterlage-von = { $art }, { $groesse } kB, von { $wer }, { $wann }
meldung-programm-unterlage = Die Unterlage liegt jetzt für alle da.
programm-unterlage-haben = Abgeholt von: { $wer }
programm-unterlage-grund = Warum ziehen Sie „{ $titel }“ zurück?
programm-unterlage-grund-fehlt = Schreiben Sie kurz, warum. Wer die Unterlage schon hat, liest es hier.
programm-unterlage-zurueckziehen = Zurückziehen
programm-unterlage-zurueckgezogen = Zurückgezogen von { $wer }, { $wann }: { $grund }
programm-unterlage-gibt-es-nicht-mehr = Diese Unterlage wurde zurückgezogen. Auf der Seite „Unterlagen“ steht, von wem und warum.
meldung-programm-unterlage-zurueck = Die Unterlage ist zurückgezogen. Grund und Tag bleiben stehen.
meldung-programm-unterlage-schon-zurueck = Die Unterlage war schon zurückgezogen.
aktion-document-withdraw = Unterlage zurückgezogen
aktion-document-fetch = Unterlage abgeholt
aktion-document-share = Unterlage ins Programm gelegt
ding-programme-document = Unterlage des Programms

## Bibliothek: wie das eigene Quartier

bibliothek-quartier = Wie in unserem Quartier
bibliothek-quartier-hinweis = Was dort deutlich über dem Mittel der Stadt liegt, sucht mit; gerechnet wird mit den freigegebenen Zahlen.
bibliothek-kein-quartier = kein bestimmtes
bibliothek-quartier-bekannt = { $anzahl ->
        [0] In { $quartier } liegt nichts deutlich über dem Mittel der Stadt, oder es ist nicht bekannt.
       *[other] { $quartier }, verglichen mit der Stadt: { $merkmale }.
    }
wirkungskarte-verschieden = Verschieden: { $merkmale }
programm-unterlage-grund-fremd = Warum nehmen Sie „{ $titel }“ von { $wer } vom Tisch?
programm-unterlage-grund-liest = { $wer } liest den Grund in den eigenen Neuigkeiten, alle anderen lesen ihn hier.
aktion-document-remove = Unterlage einer Kommune vom Tisch genommen
neues-unterlage-genommen = { $wer } hat „{ $titel }“ vom Tisch genommen: { $grund }
