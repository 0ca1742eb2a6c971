# Was mit einer Eingabe nicht stimmt, in jedem Formular.
eingabe-tag-unklar = Schreiben Sie den Tag so: 30.06.2027.
eingabe-zu-lang = Das ist zu lang. Kürzen Sie es.
eingabe-betrag-unklar = Schreiben Sie den Betrag so: 1.234,56. Nach dem Komma stehen die Cent.
scan-zu-gross = Die Datei ist größer als 20 MB. Scannen Sie sie mit geringerer Auflösung.
scan-falsche-art = Das ist kein PDF, JPG oder PNG. Nehmen Sie eine Datei dieser Art.
