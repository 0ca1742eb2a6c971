# What all of governance names: places, Stellen, what has changed meanwhile.
ganze-stadt = whole city
ort-zusammengesetzt = { $name } (joined)
ort-nicht-oeffentlich = one of the city’s quarters
bitte-waehlen = please choose
stelle-weg = a post that no longer exists
inzwischen-geaendert = Nothing of yours has been saved yet, and nothing typed is lost. Look at the difference, adjust the form and save again.
inzwischen-unterschied = What has changed meanwhile
inzwischen-feld = Field
inzwischen-vorher = before
inzwischen-jetzt = now
inzwischen-eingabe = what you typed

befund-nehmen = Take up the finding
befund-aus-mappe = From your folder
befund-fundstelle = Reference or address
    .hinweis = For example /f/7K3Q, as it is printed in papers.
befund-fort = A chosen finding no longer lies in your folder. Nothing was taken up.
befund-fundstelle-fremd = There is nothing here for this reference that you may see. Check its characters.
befund-fehlt = Choose something from your folder or name a reference.
befund-weg = Take out
gruppen-leer = What you leave empty is not saved. After saving there are empty fields for more again.
