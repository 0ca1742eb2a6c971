## Lose Enden: Wo reißt der rote Faden ab, und wer nimmt ihn auf?

nav-lose-enden = Lose Enden
lose-enden-titel = Lose Enden
lose-enden-leit = { $anzahl ->
        [one] Ein loses Ende gehört Ihrer Stelle.
       *[other] { $anzahl } lose Enden gehören Ihrer Stelle.
    } Der rote Faden geht weiter, wenn Sie tun, was dort steht, oder sagen, warum nichts mehr zu tun ist.
lose-enden-leit-alle = { $anzahl ->
        [one] Ein loses Ende hat die Stadt.
       *[other] { $anzahl } lose Enden hat die Stadt, verteilt auf { $stellen ->
            [one] eine Zuständigkeit
           *[other] { $stellen } Zuständigkeiten
        }.
    }
lose-enden-leit-keine = Der rote Faden reißt nirgends ab, wo er Sie angeht.
lose-enden-keine = Kein loses Ende wartet auf Sie.
lose-enden-ohne-stelle = Lose Enden gehören zu einer Stelle, und Sie haben in dieser Stadt keine.
lose-enden-weitere = { $anzahl ->
        [one] Ein weiteres: alle { $alle } zeigen
       *[other] { $anzahl } weitere: alle { $alle } zeigen
    }
lose-enden-alle-stellen = Zurück zu allen
lose-enden-stellen = Alle Stellen
lose-enden-stelle = { $stelle } ({ $anzahl })
lose-enden-geschlossen = Geschlossen
lose-enden-lesen = Niemand führt diese Liste. Sie wird aus dem gelesen, was da ist: Wer tut, was ein Ende verlangt, sieht es verschwinden. Wo nichts zu tun ist, schließt es ein Satz. Ändert sich danach die Sache, steht das Ende wieder hier. Gezeigt werden je Stelle die zehn dringendsten.
lose-enden-spalte-art = Was lose ist
lose-enden-spalte-titel = Titel
lose-enden-spalte-satz = Was zu tun ist
lose-enden-spalte-stelle = Stelle
lose-enden-spalte-tag = Tag
lose-enden-spalte-adresse = Adresse

ende-koordination = Sonst niemand zuständig: die Koordination
ende-nicht-mehr = nicht mehr da
ende-erledigt-weil = Erledigt, weil …
ende-weil = Warum ist hier nichts mehr zu tun?
ende-schliessen = Schließen
ende-oeffnen = Wieder öffnen
ende-weil-fehlt = Schreiben Sie in einem Satz, warum hier nichts mehr zu tun ist.
ende-anders = Die Sache hat sich geändert, während Sie schrieben. Lesen Sie noch einmal, was lose ist, und schließen Sie es dann.
ende-nicht-ihres = Dieses Ende schließen die Stelle, der es gehört, und die Koordination.
ende-inzwischen = Inzwischen hat { $wer } dieses Ende geschlossen.
    .text = „{ $weil }“ Ihr Satz ist nicht gespeichert: „{ $ihr }“

ende-gesperrt = Zitierter Wert gesperrt
    .satz = Ein Wert, der hier zitiert ist, wurde gesperrt und steht nirgends mehr. Nehmen Sie ihn heraus und stützen Sie die Sache auf einen anderen Befund.
    .weg = Befund ersetzen
ende-ueberholt = Zitat überholt
    .satz = „{ $ding }“ sagt heute etwas anderes. Damals: { $damals }. Heute: { $heute }. Sehen Sie nach, ob die Begründung noch trägt.
    .weg = Begründung ansehen
ende-neuerer-wert = Neuerer Wert
    .satz = Zu „{ $ding }“ gibt es einen neueren Wert. Zitiert: { $damals }. Neu: { $heute }. Nehmen Sie ihn auf, bevor es losgeht.
    .weg = Begründung ansehen
ende-hindernis = Hindernis ohne Sitzung
    .satz = So ist gemeldet, was eine Maßnahme hindert, und noch auf keiner Tagesordnung steht. Bringen Sie es in eine Sitzung.
    .weg = Sitzung wählen
ende-ohne-wert = Ende ohne Wirkung
    .satz = Die Maßnahme ist abgeschlossen, und kein abgenommener Wert sagt, was daraus wurde. Tragen Sie ihn ein und nehmen Sie ihn ab.
    .weg = Wert eintragen
ende-ohne-massnahme = Entscheidung ohne Maßnahme
    .satz = Aus dieser Entscheidung folgt noch keine Maßnahme und keine Aufgabe. Legen Sie die Maßnahme an: Die Entscheidung steht dann schon als Grund darin.
    .weg = Maßnahme anlegen
ende-beobachtung = Beobachtung ohne Antwort
    .satz = Das wurde vor Ort gesehen, und noch keine Sitzung hat darüber gesprochen. Setzen Sie es auf eine Tagesordnung.
    .weg = Sitzung wählen
ende-ohne-tag = Versprechen ohne Tag
    .satz = Solange kein Tag vereinbart ist, kann niemand sagen, ob das Versprechen gehalten wird. Vereinbaren Sie einen.
    .weg = Tag eintragen
ende-versprechen = Versprechen ohne Maßnahme
    .satz = Keine Maßnahme hält dieses Versprechen. Nennen Sie die, die es hält, oder halten Sie fest, dass es gehalten ist.
    .weg = Maßnahme nennen
ende-ohne-befund = Maßnahme ohne Befund
    .satz = Nichts sagt, warum es diese Maßnahme gibt. Nennen Sie den Befund oder die Entscheidung, auf die sie sich stützt.
    .weg = Befund suchen
ende-ohne-massstab = Maßnahme ohne Maßstab
    .satz = Die Maßnahme läuft, und kein Ausgangswert und kein Indikator sagt, woran ihre Wirkung zu sehen sein wird. Legen Sie einen Indikator an.
    .weg = Indikator anlegen
ende-ziel = Ziel ohne Maßnahme
    .satz = Keine Maßnahme dient diesem Ziel. Legen Sie eine an: Das Ziel steht dann schon darin.
    .weg = Maßnahme anlegen
ende-kandidat = Kandidat ohne Entscheidung
    .satz = Über dieses Quartier hat noch niemand entschieden. Gehen Sie den nächsten Schritt oder stellen Sie es zurück.
    .weg = Kandidat ansehen

heute-lose-enden = { $anzahl ->
        [one] Ein loses Ende wartet auf Sie
       *[other] { $anzahl } lose Enden warten auf Sie
    }
meldung-ende-geschlossen = Das Ende ist geschlossen. Sie finden es unter „Geschlossen“.
meldung-ende-offen = Das Ende ist wieder offen.
meldung-ende-fort = Hier ist nichts mehr zu tun: Das Ende ist nicht mehr lose, oder jemand war schneller.

aktion-loose-close = Loses Ende geschlossen
aktion-loose-open = Loses Ende wieder geöffnet
ding-loose-end = Loses Ende
