## Composed quarters

zusammen-liste = All quarters
zusammen-liste-leit = { $anzahl ->
        [one] One quarter.
       *[other] { $anzahl } quarters in alphabetical order.
    }
zusammen-liste-einige = Some have been joined from several areas by the coordination; where this is so, it is said.
zusammen-aus-gebieten = joined from { $anzahl } areas
zusammen-neu = Compose a quarter
zusammen-aendern = Change what it is joined from
zusammen-aendern-titel = Change { $name }
zusammen-leit = Choose the areas that are one quarter together. Its figures are made from the released figures of these areas. Nothing is saved before the preview.
zusammen-karte = Areas on the map
zusammen-karte-text = A click on an area leads to its box. Chosen areas have an outline.
zusammen-karte-klick = A click on an area chooses it or takes it back. On the keyboard the space bar does the same.
zusammen-gewaehlt = chosen
zusammen-gewaehlt-sind = Chosen:
zusammen-gebiete = Areas
zusammen-vorschau-zeigen = Preview
zusammen-vorschau = Preview
zusammen-vorschau-leer = Nothing about these { $anzahl } areas has been released for your view yet.
zusammen-ohne-namen = new quarter
zusammen-name = Name of the quarter
zusammen-name-hinweis = As the people there call it.
zusammen-grund = Reason
zusammen-grund-hinweis = Why do these areas belong together? The reason stands on the page of the quarter.
zusammen-allen-zeigen = Show it to everybody
zusammen-allen-zeigen-hinweis = Otherwise only the administration sees the quarter. Figures that are not public stay so either way.
zusammen-speichern = Save the quarter
zusammen-fehlt-name = Give the quarter a name.
zusammen-name-lang = The name is too long. Use 80 characters at most.
zusammen-name-vergeben = Another quarter or area has this name. Choose a different one.
zusammen-grund-lang = The reason is too long. Use 2,000 characters at most.
zusammen-zu-wenige = Choose two areas at least. A single one already has its own page.
zusammen-aufgeben = Give the quarter up
zusammen-aufgeben-leit = It will stand in no list any more. Whoever has its address or a reference still finds it.

zusammen-aus = Joined from
zusammen-teil-leit = { $anzahl } areas, version { $fassung } of { $wann }.
zusammen-oeffentlich = Everybody sees this quarter.
zusammen-intern = Only the administration sees this quarter.
zusammen-neueste = To the version of today
zusammen-aufgegeben = This quarter has not been kept since { $wann }.
zusammen-gebiet = { $name } ({ $gebiete })
zusammen-gebiet-viele = { $name } (from { $anzahl } areas)
zusammen-mittel = mean of the areas, weighted by residents
zusammen-weg-summe = counts are the sum over the areas
zusammen-weg-mittel = mean of the values of the areas, weighted by their released residents, because the counts behind the share are not there
zusammen-spanne = Band of the quarter
zusammen-spanne-text = sum of the bands of its areas, so rather too wide than too narrow

zusammen-stuecke = The areas do not lie side by side, they form { $anzahl } separate pieces.
zusammen-verborgen = { $merkmal }: no value for the quarter, because that of { $gebiete } is not shown or missing.
zusammen-verborgen-grundlage = { $merkmal }: no value for the quarter, because residents or values of its areas are not shown or missing.
zusammen-ohne-weg = { $merkmale }: cannot be computed for several areas together and stands with the areas alone.
zusammen-umzuege = Moves from one area of this quarter to another are counted.
zusammen-beginnt = The series begin with the boundaries { $stand }. Before, they were different, and the quarter cannot be made of whole areas.

aktion-composed-make = Quarter composed
aktion-composed-change = Composition of a quarter changed
aktion-composed-retire = Composed quarter given up
