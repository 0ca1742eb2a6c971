## Where a quarter lies, among the classes of the city

papier-lage-klassen = { $karte }. Outlined: { $gebiet }.
papier-lage-klassen-text = Map of { $stadt }: { $karte }. Each class has its hatching; { $gebiet } is outlined.
