## Wo ein Quartier liegt, unter den Klassen der Stadt

papier-lage-klassen = { $karte }. Umrandet: { $gebiet }.
papier-lage-klassen-text = Karte von { $stadt }: { $karte }. Jede Klasse hat ihre Schraffur; { $gebiet } ist umrandet.
