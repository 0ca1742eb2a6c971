## Auswahl: Wie weit sind die Kommunen mit der Wahl ihrer Quartiere?

nav-auswahl = Auswahl
auswahl-titel = Wie weit sind die Kommunen mit der Auswahl?
auswahl-leit = { $gezeigt ->
        [0] Noch zeigt keine der { $zahl } Kommunen hier ihre Kandidaten
        [one] Eine von { $zahl } Kommunen zeigt hier ihre Kandidaten
       *[other] { $gezeigt } von { $zahl } Kommunen zeigen hier ihre Kandidaten
    }; { $entschieden ->
        [0] von keiner ist eine Entscheidung bekannt.
        [one] von einer ist die Entscheidung bekannt.
       *[other] von { $entschieden } ist die Entscheidung bekannt.
    }
auswahl-leit-offen = { $entschieden ->
        [0] Noch hat keine der { $zahl } Kommunen eine Entscheidung veröffentlicht.
        [one] Eine von { $zahl } Kommunen hat ihre Entscheidung veröffentlicht.
       *[other] { $entschieden } von { $zahl } Kommunen haben ihre Entscheidung veröffentlicht.
    }
auswahl-quartier = Quartier
auswahl-gebiet = Art des Gebiets
auswahl-kandidaten = Kandidaten
auswahl-methode = Grundlage
auswahl-entschieden = Entschieden
auswahl-warum = Begründung
auswahl-nicht-gezeigt = noch nicht gezeigt
auswahl-anzahl = { $zahl } { $stand }
auswahl-einstufung = Einstufung im Atlas nach { $merkmale }; Stand { $stand }
auswahl-ohne-einstufung = ohne Einstufung im Atlas
auswahl-methode-von = { $namen }: { $methode }
auswahl-seit = seit { $tag }
auswahl-durch = { $wer }, { $tag }
auswahl-veroeffentlicht = Veröffentlichte Entscheidungen
auswahl-noch-nicht = Noch hat keine Kommune eine Entscheidung veröffentlicht.
auswahl-intern = nicht öffentlich
auswahl-lesen = Was eine Stadt veröffentlicht hat, lesen alle. Welche Quartiere im Gespräch sind, zeigt jede Stadt selbst, wenn sie so weit ist, und kann es jederzeit zurücknehmen. Zahlen stehen hier keine; sie gehen nur als Weitergabe. Klasse und Nullmessung stehen auf der Seite der Entscheidung.

## Eine Stadt

auswahl-stadt-titel = Zwischen welchen Quartieren wählt { $stadt }?
auswahl-stadt-leit = { $zahl ->
        [one] Ein Kandidat: { $staende }.
       *[other] { $zahl } Kandidaten: { $staende }.
    }
auswahl-stadt-lesen = So hat die Stadt es selbst gezeigt, in ihren Worten. Nimmt sie es zurück oder ist der letzte Tag vorbei, steht es hier nicht mehr.
auswahl-verfahren = Wie die Stadt wählt
auswahl-gezeigt-am = Gezeigt am

## Die eigenen Kandidaten zeigen

auswahl-zeigen = Kandidaten dem Programm zeigen
auswahl-zeigen-titel = Was zeigen wir von unseren Kandidaten?
auswahl-zeigen-leit = Die Geschäftsstelle von „{ $programm }“ liest genau, was hier steht: Namen, Stand, Gründe. Zahlen gehen nicht mit.
auswahl-zeigen-leer = Hier zeigen Sie dem Programm, zwischen welchen Quartieren Ihre Stadt wählt. Noch ist keines als Kandidat vermerkt.
auswahl-zeigen-was = Was wir zeigen
auswahl-zeigen-lesen = Gezeigt wird der Stand von jetzt. Ändert er sich, bleibt für die anderen stehen, was Sie gezeigt haben, bis Sie es neu zeigen oder zurücknehmen, längstens bis zum letzten Tag. All das steht im Übermittlungsregister.
auswahl-nichts = Noch zeigt Ihre Stadt nichts von ihren Kandidaten.
auswahl-zurueck = Was Ihre Stadt gezeigt hatte, ist zurückgenommen. Niemand außerhalb liest es mehr.
auswahl-vorbei = Was Ihre Stadt gezeigt hatte, galt bis { $tag }. Seither liest es niemand außerhalb mehr.
auswahl-seitdem = { $zahl ->
        [one] Seitdem ein neuer Kandidat
       *[other] Seitdem { $zahl } neue Kandidaten
    }
auswahl-seitdem-was = Die anderen lesen noch nichts von { $namen }. Wenn sie es lesen sollen, zeigen Sie die Auswahl neu.
auswahl-neu-zeigen = Auswahl neu zeigen
auswahl-veraltet = Der Stand hat sich geändert
auswahl-veraltet-was = Die anderen lesen noch den früheren Stand. Wenn sie den neuen lesen sollen, zeigen Sie ihn.
auswahl-so-lesen-sie-es = So lesen es die anderen
auswahl-steht = Gezeigt am { $wann } durch { $wer } für { $wem }. Zweck: { $zweck }
auswahl-steht-bis = Die anderen lesen es bis { $tag }.
auswahl-kopien = Eine Datei mit Ihren Kandidaten haben geholt: { $wer }. Nehmen Sie etwas zurück, bitten Sie sie, die Datei zu löschen.
auswahl-zuruecknehmen = Zurücknehmen
auswahl-geschaeftsstelle = die Geschäftsstelle von „{ $programm }“
auswahl-an-kommunen = alle Kommunen des Programms
auswahl-an-forschung = die Begleitforschung
auswahl-wer-noch = Wer liest es noch?
auswahl-wer-noch-hinweis = Die Geschäftsstelle liest es immer.
auswahl-zweck-hinweis = Wofür die anderen es brauchen. Der Zweck steht im Register.
auswahl-bis-hinweis = Der letzte Tag, an dem die anderen es lesen; spätestens { $tag }. Zurücknehmen können Sie es jederzeit.
auswahl-welche = Welche Kandidaten?
auswahl-stand-seit = { $stand } seit { $tag }
auswahl-stand-durch = { $stand }: { $wer }, { $tag }
auswahl-grund = Grund zu { $quartier }
auswahl-grund-mit-zahlen = Was bei Ihnen vermerkt ist, enthält Zahlen und steht darum nicht hier. Schreiben Sie den Grund ohne sie.
auswahl-verfahren-hinweis = Zum Beispiel: Ortsbegehung mit drei Ressorts, danach eine Bewertungsrunde. Ohne Zahlen.
auswahl-keiner = Wählen Sie mindestens einen Kandidaten.
auswahl-zahlen-im-text = Hier stehen Zahlen ({ $zahlen }). Nehmen Sie sie heraus; Zahlen gehen nur als Weitergabe, mit der Zustimmung der Statistikstelle. Tage dürfen stehen bleiben, Jahre nach einem Wort wie „seit“, „bis“ oder „im Jahr“.
auswahl-inzwischen-gezeigt = Inzwischen hat jemand aus Ihrer Stadt etwas gezeigt
auswahl-inzwischen-stand = Inzwischen hat sich der Stand der Kandidaten geändert
auswahl-inzwischen-pruefen = Noch ist nichts gezeigt. Unten steht, was Sie geschrieben haben, neben dem Stand von jetzt. Sehen Sie es durch und zeigen Sie es dann.
auswahl-register-nummer = Auswahl { $nummer }
auswahl-register-titel = Kandidaten und Stand der Auswahl
register-shown = Kandidaten gezeigt
register-ended = Frist zu Ende
meldung-auswahl-gezeigt = Die Kandidaten sind gezeigt.
meldung-auswahl-zurueck = Zurückgenommen. Ab jetzt liest es niemand außerhalb mehr.
neues-auswahl = { $wer } zeigt, zwischen welchen Quartieren gewählt wird.
aktion-selection-give = Kandidaten dem Programm gezeigt
aktion-selection-revoke = Gezeigte Kandidaten zurückgenommen
ding-selection-giving = Gezeigte Kandidaten
ding-selection = Auswahl der Kommunen
recht-selection-see = gezeigte Kandidaten anderer Städte lesen
recht-selection-give = die eigenen Kandidaten zeigen
