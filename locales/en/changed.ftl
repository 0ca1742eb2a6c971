## What has changed

veraendert-titel = What has changed
veraendert-leit = { $anzahl ->
    [0] No area shows other marks of an arrival quarter than a year ago. The newest Datenstand is { $nummer }.
    [one] { $gebiete } shows other marks of an arrival quarter than a year ago. The newest Datenstand is { $nummer }.
   *[other] { $gebiete } show other marks of an arrival quarter than a year ago. The newest Datenstand is { $nummer }.
}
veraendert-zahlen = New and corrected figures
veraendert-leer = Nothing is released for your view yet.
veraendert-spalte-datensatz = dataset
veraendert-spalte-stand = Datenstand
veraendert-spalte-neu = new periods
veraendert-spalte-berichtigt = corrected figures
veraendert-stand = { $nummer } of { $tag }
veraendert-stand-nach = { $nummer } of { $tag }, after { $vorher }
veraendert-keine = none
veraendert-werte = { $anzahl ->
    [one] one figure
   *[other] { $anzahl } figures
}
veraendert-zeit = { $von } to { $bis }
veraendert-klassen = Marks of arrival quarters
veraendert-verglichen = { $jetzt } is compared with { $vorher }.
veraendert-klassen-keine = No area has come into another class.
veraendert-klasse = { $gebiet }: { $vorher } before, { $jetzt } now.
veraendert-raten = Each dimension by itself
veraendert-lesen = Below each figure stands by how much it has changed in a year, in the same unit.
veraendert-zeichen-small-denominator = A star stands where much has changed and only few people live: one house can make the difference.
veraendert-zeichen-high-turnover = A star also stands where so many came and went that other people live there today.
veraendert-zeichen-new-building = A star also stands where much was built: other people live there today.
