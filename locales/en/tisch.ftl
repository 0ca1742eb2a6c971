# Several forms of one page that are sent together, so that nothing that was typed is lost.

tisch-behalten = Keep what was typed
tisch-ungesichert = Not saved yet:
tisch-ungesichert-text = { $felder }. What you wrote there still stands in its field; save it with the button below it.
anfrage-antwort-erst-ansehen = The text was not saved yet; now it is. Check that exactly this text left the house, then press once more.
protokoll-ungesichert = This is not saved yet. Save it, or empty the field, and then close the minutes.
tisch-liegt-noch = What you wrote is not lost: it still lies on the page that you come from, and waits there for four hours.
    .weg = Back to what you wrote
    .anmelden = Log in and go back to what you wrote
tisch-datei-neu = The file “{ $name }” is not kept: choose it once more.
tisch-zurueck = Not saved yet
tisch-wieder-da = What you wrote here is in the form again. Look it over and save it.
tisch-zurueck-text = This is what you wrote here. Take it over into the fields and save it.
