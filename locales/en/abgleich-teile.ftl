## Workbook: what is told apart, and what was spent

arbeitsmappe-blatt-ausgaben = Spending
arbeitsmappe-grund = Why corrected
    .hinweis = Only where you change a booking with a key: why, for example “digits swapped”.
arbeitsmappe-teile = Told apart
    .hinweis = Category, colon, value; the next after a semicolon: women: 40; men: 30. Whoever changes the value changes this too.
arbeitsmappe-betrag = Amount
    .hinweis = In euros. What came back with a minus before it.
arbeitsmappe-mittel = From whose money
    .hinweis = A funder from the financing plan of the measure, “The city's own share”, or nothing if nobody knows yet.
arbeitsmappe-anleitung-teile = Where a value is told apart, it stands beside it how: women: 40; men: 30. If you change the value, change this too. Where the two no longer fit, Ankunft asks; nothing is lost silently.
arbeitsmappe-anleitung-ausgaben = The sheet “Spending” has the bookings that count. A changed row is a correction: the old booking stays and no longer counts, with the reason beside it. With the amount 0 it is struck out. A new row without a key is a new booking.

abgleich-betrag-unklar = “{ $wert }” is no amount with at most two decimals. Write it like this: 1234.50, and what came back with a minus before it.
abgleich-ausgabeart-fremd = “{ $wert }” is no kind of cost. Choose one from the list of the cell, or leave it empty.
abgleich-teile-unklar = “{ $wert }” does not tell a value apart. Write category, colon, value, and a semicolon before the next: women: 40; men: 30.
abgleich-teil-fremd = This indicator has no category “{ $wert }”. There are { $alle }.
abgleich-ohne-gliederung = This indicator has no categories, and no “{ $wert }”. Empty the cell, or name the categories on the sheet “Indicators”.
abgleich-teil-doppelt = “{ $wert }” stands there twice. Write each category once.
abgleich-teile-passen-nicht = The value is { $wert } now, its parts are { $summe } together. Change the parts too, or empty the cell if nobody has told it apart anew.
abgleich-teile-fehlen = The value is { $wert } now, its parts are { $summe } together, and the column “Told apart” is missing in the file. Add it and write the parts, or nothing if nobody has told it apart anew.
