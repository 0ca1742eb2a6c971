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
aktion-document-share = Unterlage ins Programm gelegt
ding-programme-document = Unterlage des Programms

## Auswahl der Quartiere

nav-auswahl = Auswahl
auswahl-titel = Welche Quartiere wurden gewählt?
auswahl-leit = { $entschieden ->
        [0] Noch hat keine der { $zahl } Kommunen eine Entscheidung veröffentlicht.
        [one] Eine von { $zahl } Kommunen hat ihre Entscheidung veröffentlicht.
       *[other] { $entschieden } von { $zahl } Kommunen haben ihre Entscheidung veröffentlicht.
    }
auswahl-quartier = Quartier
auswahl-wann = Entschieden
auswahl-warum = Begründung
auswahl-noch-nicht = noch nichts veröffentlicht
auswahl-lesen = Hier steht nur, was eine Stadt selbst veröffentlicht hat: was sie gewählt hat und warum. Welche Quartiere noch im Gespräch waren, bleibt bei ihr. Klasse und Nullmessung stehen auf der Seite der Entscheidung.

## Bibliothek: wie das eigene Quartier

bibliothek-quartier = Wie in unserem Quartier
bibliothek-quartier-hinweis = Was dort deutlich über dem Mittel der Stadt liegt, sucht mit; gerechnet wird mit den freigegebenen Zahlen.
bibliothek-kein-quartier = kein bestimmtes
bibliothek-quartier-bekannt = { $anzahl ->
        [0] In { $quartier } liegt nichts deutlich über dem Mittel der Stadt, oder es ist nicht bekannt.
       *[other] { $quartier }, verglichen mit der Stadt: { $merkmale }.
    }
wirkungskarte-verschieden = Verschieden: { $merkmale }
