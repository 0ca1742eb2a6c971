# Dateien: Spalten der Liste der Ankunftsquartiere, und was für alle CSV-Dateien gilt

spalte-rank = Rang
    .sinn = Rang nach dem Index; 1 hat den höchsten. Nur für die Koordination, nie öffentlich.
spalte-rank-low = Rang, unteres Ende
    .sinn = 5 von 100 Ziehungen geben einen höheren Platz als diesen.
spalte-rank-high = Rang, oberes Ende
    .sinn = 5 von 100 Ziehungen geben einen tieferen Platz als diesen.
spalte-index = Index
    .sinn = Summe der z-Werte, geteilt durch ihre Standardabweichung über alle verglichenen Gebiete.
spalte-points = Punkte
    .sinn = Summe der Fünftel (1 bis 5), in denen das Gebiet je Dimension liegt.
spalte-called-conjunctive = in jeder Dimension deutlich
    .sinn = 1, wenn das Gebiet in jeder Dimension über der Schwelle liegt; sonst 0; leer, wenn es nicht verglichen wird.
spalte-called-zsum = nach der Summe der z-Werte
    .sinn = 1, wenn der Index über 1 liegt und kein z-Wert unter 0; sonst 0; leer, wenn das Gebiet nicht verglichen wird.
spalte-called-points = nach Punkten
    .sinn = 1, wenn das Gebiet mindestens 80 % der möglichen Punkte hat; sonst 0; leer, wenn es nicht verglichen wird.

offen-ziehungen = Ziehungen
offen-ziehungen-text = { $anzahl } Ziehungen mit Startwert { $startwert }; Unschärfe der Quelle: { $unschaerfe }
offen-hochkomma = Hochkomma
    .sinn = Beginnt ein Text mit =, +, -, @, Tabulator oder Wagenrücklauf und ist keine Zahl, so steht ein Hochkomma davor, damit keine Tabellenkalkulation ihn ausführt. Wer die Datei mit einem Programm liest, nimmt dieses eine Hochkomma weg; Ankunft tut das beim Einlesen selbst.
