# Was die ganze Steuerung benennt: Orte, Stellen, was sich inzwischen geändert hat.
ganze-stadt = ganze Stadt
ort-zusammengesetzt = { $name } (zusammengesetzt)
ort-nicht-oeffentlich = ein Quartier der Stadt
bitte-waehlen = bitte wählen
stelle-weg = eine Stelle, die es nicht mehr gibt
inzwischen-geaendert = Gespeichert ist von Ihnen noch nichts, und nichts Eingegebenes ist verloren. Sehen Sie den Unterschied an, passen Sie das Formular an und speichern Sie noch einmal.
inzwischen-unterschied = Was sich inzwischen geändert hat
inzwischen-feld = Angabe
inzwischen-vorher = vorher
inzwischen-jetzt = jetzt
inzwischen-eingabe = Ihre Eingabe

befund-nehmen = Befund aufnehmen
befund-aus-mappe = Aus Ihrer Mappe
befund-fundstelle = Fundstelle oder Adresse
    .hinweis = Zum Beispiel /f/7K3Q, wie sie in Vorlagen gedruckt steht.
befund-fort = Ein gewählter Befund liegt nicht mehr in Ihrer Mappe. Aufgenommen wurde nichts.
befund-fundstelle-fremd = Zu dieser Fundstelle gibt es hier nichts, was Sie sehen dürfen. Prüfen Sie die Zeichen.
befund-fehlt = Wählen Sie etwas aus Ihrer Mappe oder nennen Sie eine Fundstelle.
befund-weg = Herausnehmen
gruppen-leer = Was Sie leer lassen, wird nicht gespeichert. Nach dem Speichern stehen hier wieder leere Felder für mehr.
