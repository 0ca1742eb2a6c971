## Etwas Offenes auf eine Tagesordnung setzen: Welche Sitzung soll darüber sprechen?

tagesordnung-titel = In welche Sitzung? { $titel }
tagesordnung-leit = Wählen Sie die Sitzung, die darüber sprechen soll. Es steht dann auf ihrer Tagesordnung.
tagesordnung-sitzung = Sitzung
tagesordnung-sitzung-fehlt = Wählen Sie eine Sitzung. Steht keine passende in der Liste, berufen Sie eine ein.
tagesordnung-setzen = Auf die Tagesordnung setzen
tagesordnung-auf = Auf eine Tagesordnung setzen
tagesordnung-ding = Nachlesen, worum es geht
tagesordnung-schon = Darüber wird schon gesprochen.
    .text = Es steht auf einer Tagesordnung. Sie können es auch in einer anderen Sitzung beraten lassen.
tagesordnung-neue = Eine neue Sitzung
tagesordnung-einberufen = Sitzung einberufen: { $gremium }
tagesordnung-keine-sitzung = Noch ist keine Sitzung angesetzt.
tagesordnung-andere = Gremien, die andere führen
tagesordnung-fragen = Bitten Sie die Stelle im Vorsitz, es auf die Tagesordnung zu setzen: { $wer }.
tagesordnung-fragen-vor = Nächste Sitzung: { $wann }. Bitten Sie die Stelle im Vorsitz, es auf die Tagesordnung zu setzen: { $wer }.
tagesordnung-ohne-vorsitz = Niemand hat hier den Vorsitz. Die Koordination setzt Punkte auf die Tagesordnung.
tagesordnung-danach = Diese Sitzung spricht dann über: { $titel }
