## The measure sheet as a workbook

blatt-xlsx = Measure sheet (XLSX)
blatt-stand-der-angaben = As of
blatt-vermerk = Note
blatt-erreicht-tag = Reached on
blatt-antwort = Answer
