## Das Maßnahmenblatt als Arbeitsmappe

blatt-xlsx = Maßnahmenblatt (XLSX)
blatt-stand-der-angaben = Stand der Angaben
blatt-vermerk = Vermerk
blatt-erreicht-tag = Erreicht am
blatt-antwort = Antwort
