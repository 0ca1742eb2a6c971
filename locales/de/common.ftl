## Sätze, die auf jeder Seite stehen können

zum-inhalt = Zum Inhalt springen
hauptnavigation = Hauptnavigation
raumnavigation = In diesem Bereich
menue = Menü
menue-raeume = Bereiche
menue-hier = hier
brotkrumen = Sie sind hier
fussnavigation = Rechtliches und Kontakt
sprachen = Sprachen
anmelden = Anmelden
abmelden = Abmelden
daten-dieser-seite = Daten dieser Seite:

fuss-impressum = Impressum
fuss-datenschutz = Datenschutz
fuss-barrierefreiheit = Barrierefreiheit
fuss-leichte-sprache = Leichte Sprache
fuss-kontakt = Kontakt

darstellung = Darstellung
darstellung-geraet = wie das Gerät
darstellung-hell = hell
darstellung-dunkel = dunkel

## Zahlen und Zeiten

zeitpunkt = { $tag }, { $zeit }{" "}Uhr
zeitraum-halbjahr = { $nummer }. Halbjahr { $jahr }
zeitraum-quartal = { $nummer }. Quartal { $jahr }
anzahl-zeilen = { $zahl ->
    [one] { $zahl } Zeile
   *[other] { $zahl } Zeilen
}

## Fehlerseiten

fehler-zur-startseite = Zur Startseite
fehler-zur-anmeldung = Zur Anmeldung
fehler-kennung = Kennung dieser Anfrage: { $kennung }. Wenn Sie uns schreiben, nennen Sie sie bitte.

fehler-400 = Diese Adresse ist nicht zu verstehen
    .rat = Ein Teil der Adresse hat nicht die erwartete Form. Prüfen Sie sie oder beginnen Sie auf der Startseite.
fehler-401 = Bitte melden Sie sich an
    .rat = Diese Seite ist nur nach der Anmeldung zu sehen. Danach geht es hier weiter.
fehler-403 = Diese Seite ist Ihnen nicht zugänglich
    .rat = Ihre Rolle umfasst das nicht. Wenn Sie es für Ihre Arbeit brauchen, wenden Sie sich an die Systemverwaltung Ihrer Stadt.
fehler-404 = Seite nicht gefunden
    .rat = Prüfen Sie die Adresse oder beginnen Sie auf der Startseite.
fehler-405 = So lässt sich diese Adresse nicht aufrufen
    .rat = Öffnen Sie die Seite über die Startseite noch einmal und schicken Sie das Formular von dort ab.
fehler-413 = Die Datei ist zu groß
    .rat = Nehmen Sie eine kleinere Datei oder teilen Sie sie. Übernommen wurde nichts.
fehler-413-datei = Eine Datei darf hier höchstens { $mb } MB haben. Nehmen Sie eine kleinere oder teilen Sie sie. Übernommen wurde nichts.
fehler-413-formular = Was Sie geschickt haben, ist länger als { $kb } KB. Kürzen Sie es oder schicken Sie es in Teilen. Übernommen wurde nichts.
datei-zu-gross = Die Datei ist größer als { $mb } MB. Nehmen Sie eine kleinere oder teilen Sie sie.
fehler-422 = Das konnten wir so nicht übernehmen
    .rat = Gehen Sie zurück, prüfen Sie Ihre Angaben und schicken Sie sie noch einmal ab.
fehler-429 = Zu viele Anfragen in kurzer Zeit
    .rat = Warten Sie bitte eine Minute und versuchen Sie es dann noch einmal.
fehler-500 = Die Seite kann gerade nicht gezeigt werden
    .rat = Der Fehler liegt bei uns und ist festgehalten. Versuchen Sie es später noch einmal.
