# Was die ganze Steuerung benennt: Orte, Stellen, was sich inzwischen geändert hat.
ganze-stadt = ganze Stadt
bitte-waehlen = bitte wählen
stelle-weg = eine Stelle, die es nicht mehr gibt
inzwischen-geaendert = Gespeichert ist von Ihnen noch nichts, und nichts Eingegebenes ist verloren. Sehen Sie den Unterschied an, passen Sie das Formular an und speichern Sie noch einmal.
inzwischen-unterschied = Was sich inzwischen geändert hat
inzwischen-feld = Angabe
inzwischen-vorher = vorher
inzwischen-jetzt = jetzt
inzwischen-eingabe = Ihre Eingabe
