# Was mit einer Eingabe nicht stimmt, in jedem Formular.
eingabe-tag-unklar = Schreiben Sie den Tag so: 30.06.2027.
eingabe-zu-lang = Das ist zu lang. Kürzen Sie es.
eingabe-betrag-unklar = Schreiben Sie den Betrag so: 1.234,56. Nach dem Komma stehen die Cent.
