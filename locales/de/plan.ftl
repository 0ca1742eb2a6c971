## Kosten- und Finanzierungsplan nach Ausgabearten und Jahren

ausgabeart-staff = Personalausgaben
ausgabeart-material = Sachausgaben
ausgabeart-contracts = Honorare und Aufträge an Dritte
ausgabeart-investment = Investitionen
ausgabeart-other = Sonstiges

plan-nach-arten = Ausgaben nach Art und Jahr
    .hinweis = Wer fördert, fragt meist danach. Es genügt, was Sie wissen; zusammen sollte es die Kosten insgesamt ergeben. Die Jahre sind die der Laufzeit.
plan-nach-jahren = In welchem Jahr die Mittel kommen
    .hinweis = Kalenderjahre, so weit sie bekannt sind. Was übrig bleibt, trägt die Stadt.
plan-ohne-jahr = ohne Jahr
plan-nicht-aufgeteilt = nicht aufgeteilt
plan-ausgaben = Ausgabenplan
plan-ausgabeart = Ausgabeart
plan-gesamtkosten = Gesamtkosten
plan-finanzierung = Finanzierungsplan
plan-gesamtfinanzierung = Gesamtfinanzierung
plan-anteil = Anteil
plan-luecke-kosten-mehr = Die Ausgaben nach Arten ergeben zusammen { $betrag } mehr, als die Maßnahme kostet.
plan-luecke-kosten-weniger = { $betrag } der Kosten sind noch keiner Art zugeordnet.
plan-luecke-geber-mehr = { $geber }: Die Jahre ergeben zusammen { $betrag } mehr als der Betrag.
plan-luecke-geber-weniger = { $geber }: { $betrag } sind noch keinem Jahr zugeordnet.
