## Berichte für viele Maßnahmen anfragen, und was von selbst erinnert.

berichte-anfragen-titel = Berichte anfragen
    .leit = Einmal drücken, und alle sind gefragt. Wer für mehrere Maßnahmen berichtet, bekommt einen Brief mit allen Links.
berichte-anfragen-leer = Hier stehen die Maßnahmen, für die jemand berichten kann. Noch ist es keine: Eine laufende Maßnahme braucht einen Indikator und jemanden, der erreichbar ist.
berichte-anfragen-welche = Für welche Maßnahmen?
    .hinweis = Angekreuzt ist, was läuft. Wo für den Zeitraum schon gefragt ist, wird nicht noch einmal gefragt.
berichte-anfragen-gefragt-wird = Gefragt: { $wer }.
berichte-anfragen-ohne-adresse = { $wer } (ohne Adresse)
berichte-anfragen-schon = Für { $zeitraum } ist schon gefragt.
berichte-anfragen-keine-gewaehlt = Wählen Sie mindestens eine Maßnahme.
berichte-anfragen-schon-alle = Für diesen Zeitraum ist bei allen gewählten Maßnahmen schon gefragt.
berichte-anfragen-fehlt = Laufende Maßnahmen, für die noch niemand gefragt werden kann
berichte-anfragen-fehlt-indikator = Es fehlt ein Indikator: woran merken wir es, und wer berichtet es?
berichte-anfragen-fehlt-adresse = Es fehlt eine Adresse: Niemand, der berichtet, ist erreichbar.
berichte-anfragen-links = Links zum Weitergeben
    .titel = Es geht keine Post hinaus.
    .text = Geben Sie diese Links selbst weiter. Jeder öffnet nur einen Bericht.
meldung-berichte-gefragt = Gefragt ist. Die Briefe sind unterwegs.

brief-berichte-bitte =
    Guten Tag { $name },

    wie lief es? { $stadt } bittet Sie um { $anzahl } Berichte für { $zeitraum }. Jeder dauert etwa zwei Minuten:

    { $berichte }

    Bitte bis { $tag }. Jeder Link ist nur für Sie, öffnet nur diesen einen Bericht und braucht kein Konto. Wenn Sie für etwas nicht zuständig sind, sagen Sie dort, wen wir fragen sollen.
    .betreff = Ihre { $anzahl } Berichte, { $zeitraum }

brief-berichte-erinnerung =
    Guten Tag { $name },

    { $anzahl } Berichte für { $zeitraum } fehlen { $stadt } noch. Frist: { $tag }. Jeder dauert etwa zwei Minuten:

    { $berichte }

    Gab es nichts zu zählen, genügt „Fehlanzeige“.
    .betreff = Erinnerung: Ihre { $anzahl } Berichte, { $zeitraum }

heute-bericht-schreiben = Bericht schreiben: { $titel }, { $zeitraum }
bericht-selbst-schreiben = Jetzt berichten
bericht-anderer-stelle = Diesen Bericht schreibt eine andere Stelle.
bericht-nicht-mehr-offen = Dieser Bericht ist eingereicht oder zurückgezogen; zu schreiben ist hier gerade nichts.

bericht-geschehen = Was ist geschehen?
    .hinweis = Zwei, drei Sätze genügen; sie stehen im Sachbericht. Bitte keine Namen von Menschen, um die es geht.
bericht-geschehen-zuletzt = Zuletzt ({ $zeitraum }): „{ $text }“
bericht-geschehen-ist = Was geschehen ist: „{ $text }“
sachbericht-geschehen = Was geschehen ist
sachbericht-geld = Geld
    .lesen = Geplant und ausgegeben für die ganze Maßnahme, nicht nur für einen Partner.
sachbericht-geplant = geplant
sachbericht-ausgegeben = ausgegeben
sachbericht-bis = Insgesamt, bis { $tag }

wert-davon = davon { $teile }
wert-teile = Gliederung
wert-teil = davon { $teil }
bericht-aufgliedern = Aufgliedern (freiwillig)
pruefung-teile = Die Gliederung ergibt zusammen nicht den Wert.
pruefung-anteil-sprung = Der Anteil liegt mehr als 30 Prozentpunkte über oder unter dem letzten.
