# Files: columns of the list of arrival quarters, and what holds for every CSV file

spalte-rank = Rank
    .sinn = Rank by the index; 1 has the highest. For the coordination only, never public.
spalte-rank-low = Rank, lower end
    .sinn = 5 of 100 draws give a higher place than this.
spalte-rank-high = Rank, upper end
    .sinn = 5 of 100 draws give a lower place than this.
spalte-index = Index
    .sinn = Sum of the z values, divided by its standard deviation over all area units that are compared.
spalte-points = Points
    .sinn = Sum of the fifths (1 to 5) in which the area unit lies in each dimension.
spalte-called-conjunctive = clear in every dimension
    .sinn = 1 if the area unit lies above the threshold in every dimension; else 0; empty if it is not compared.
spalte-called-zsum = by the sum of z values
    .sinn = 1 if the index is above 1 and no z value below 0; else 0; empty if the area unit is not compared.
spalte-called-points = by points
    .sinn = 1 if the area unit has at least 80 % of the possible points; else 0; empty if it is not compared.

offen-ziehungen = Draws
offen-ziehungen-text = { $anzahl } draws with seed { $startwert }; noise of the source: { $unschaerfe }
offen-hochkomma = Apostrophe
    .sinn = If a text begins with =, +, -, @, a tab or a carriage return and is no number, an apostrophe stands before it, so that no spreadsheet runs it. Who reads the file with a program takes this one apostrophe away; Ankunft does so by itself on import.
