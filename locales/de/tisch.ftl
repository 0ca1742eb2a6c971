# Mehrere Formulare einer Seite, die zusammen abgeschickt werden, damit nichts Getipptes verloren geht.

tisch-behalten = Eingaben behalten
tisch-ungesichert = Noch nicht gespeichert:
tisch-ungesichert-text = { $felder }. Was Sie dort geschrieben haben, steht noch im Feld; speichern Sie es mit dem Knopf darunter.
anfrage-antwort-erst-ansehen = Der Text war noch nicht gespeichert; jetzt ist er es. Prüfen Sie, ob genau dieser Text das Haus verlassen hat, und drücken Sie dann noch einmal.
protokoll-ungesichert = Das ist noch nicht gespeichert. Speichern Sie es, oder leeren Sie das Feld, und schließen Sie dann das Protokoll ab.
tisch-liegt-noch = Was Sie geschrieben haben, ist nicht verloren: Es liegt noch auf der Seite, von der Sie kommen, und wartet dort vier Stunden.
    .weg = Zurück zu dem, was Sie geschrieben haben
    .anmelden = Anmelden und zurück zu dem, was Sie geschrieben haben
tisch-datei-neu = Die Datei „{ $name }“ ist nicht aufgehoben: Wählen Sie sie noch einmal aus.
tisch-zurueck = Noch nicht gespeichert
tisch-wieder-da = Was Sie hier geschrieben haben, steht wieder im Formular. Sehen Sie es an und speichern Sie es.
tisch-zurueck-text = Das haben Sie hier geschrieben. Übernehmen Sie es in die Felder und speichern Sie es.
