## Was sich verändert hat

veraendert-titel = Was sich verändert hat
veraendert-leit = { $anzahl ->
    [0] Kein Gebiet zeigt andere Merkmale eines Ankunftsquartiers als vor einem Jahr. Der neueste Datenstand ist { $nummer }.
    [one] { $gebiete } zeigt andere Merkmale eines Ankunftsquartiers als vor einem Jahr. Der neueste Datenstand ist { $nummer }.
   *[other] { $gebiete } zeigen andere Merkmale eines Ankunftsquartiers als vor einem Jahr. Der neueste Datenstand ist { $nummer }.
}
veraendert-zahlen = Neue und berichtigte Zahlen
veraendert-leer = Für Ihre Ansicht ist noch nichts freigegeben.
veraendert-spalte-datensatz = Datensatz
veraendert-spalte-stand = Datenstand
veraendert-spalte-neu = neue Zeitpunkte
veraendert-spalte-berichtigt = berichtigte Werte
veraendert-stand = { $nummer } vom { $tag }
veraendert-stand-nach = { $nummer } vom { $tag }, nach { $vorher }
veraendert-keine = keine
veraendert-werte = { $anzahl ->
    [one] ein Wert
   *[other] { $anzahl } Werte
}
veraendert-zeit = { $von } bis { $bis }
veraendert-klassen = Merkmale von Ankunftsquartieren
veraendert-verglichen = Verglichen werden { $jetzt } und { $vorher }.
veraendert-klassen-keine = Kein Gebiet ist in eine andere Klasse gekommen.
veraendert-klasse = { $gebiet }: vorher { $vorher }, jetzt { $jetzt }.
veraendert-raten = Jede Dimension für sich
veraendert-lesen = Unter jedem Wert steht, um wie viel er sich in einem Jahr verändert hat, in derselben Einheit.
veraendert-zeichen-small-denominator = Ein Sternchen steht, wo sich viel verändert hat und nur wenige Menschen wohnen: Da kann schon ein Haus den Unterschied machen.
veraendert-zeichen-high-turnover = Ein Sternchen steht auch, wo so viele kamen und gingen, dass heute andere Menschen dort wohnen.
veraendert-zeichen-new-building = Ein Sternchen steht auch, wo neu gebaut wurde: Dann wohnen dort heute andere Menschen.
