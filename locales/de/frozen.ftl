## Was eine Entscheidung von der Einordnung festhält

frozen-titel = Einordnung bei der Entscheidung
frozen-titel-von = { $name }: Einordnung bei der Entscheidung
frozen-keine = Eine Einordnung lag nicht vor.
frozen-gesperrt = gesperrt: Zahlen, aus denen sie berechnet war, wurden zurückgezogen.
frozen-gesperrt-kurz = gesperrt
frozen-teil = { $name }
frozen-quelle = Quelle
frozen-zeile = Einordnung aus { $merkmale }, { $zeit }, { $n } Gebiete verglichen; Unschärfe in { $ziehungen } Ziehungen (Startzahl { $startzahl }), Ankunft { $version }.

## Eine andere Person war schneller

frozen-ueberholt = Inzwischen hat sich etwas geändert. Ihr Text ist noch da.
frozen-noch-einmal = Sehen Sie Ihren Text noch einmal durch und senden Sie ihn dann erneut.
frozen-bewegt = { $name } war { $vorher } und ist jetzt { $jetzt }.
frozen-neu = { $name } ist hinzugekommen ({ $jetzt }).
frozen-andere = Entscheidung { $nummer } ansehen
frozen-unterschiede = Wo sich beide Fassungen unterscheiden
frozen-ihre = Ihr Text
frozen-geschrieben = Was Sie geschrieben haben

## Berichtigung einer Berichtigung

frozen-wieder = Die Wahl ist wieder die frühere.
frozen-wieder-text = Gewählt ist dasselbe wie in Entscheidung { $nummer }. Nullmessung und Einordnung sind die von damals.

entscheidung-interne-fassung = interne Fassung
papier-fundstellen = Fundstellen nachschlagen: { $adresse }
