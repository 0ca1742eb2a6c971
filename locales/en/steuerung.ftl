# What all of governance names: places, Stellen, what has changed meanwhile.
ganze-stadt = whole city
bitte-waehlen = please choose
stelle-weg = a post that no longer exists
inzwischen-geaendert = Nothing of yours has been saved yet, and nothing typed is lost. Look at the difference, adjust the form and save again.
inzwischen-unterschied = What has changed meanwhile
inzwischen-feld = Field
inzwischen-vorher = before
inzwischen-jetzt = now
inzwischen-eingabe = what you typed
