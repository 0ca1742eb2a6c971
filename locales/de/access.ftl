## Türen: was beim Hereinkommen gesagt wird

formular-abgelaufen = Dieses Formular ist abgelaufen oder kam nicht von unserer Seite. Öffnen Sie die Seite neu und schicken Sie es noch einmal ab.
