## Sentences that can stand on any page

zum-inhalt = Skip to content
hauptnavigation = Main navigation
raumnavigation = In this area
menue = Menu
menue-raeume = Sections
menue-hier = here
brotkrumen = You are here
fussnavigation = Legal information and contact
sprachen = Languages
anmelden = Log in
abmelden = Log out
daten-dieser-seite = Data of this page:

fuss-impressum = Legal notice
fuss-datenschutz = Privacy
fuss-barrierefreiheit = Accessibility
fuss-leichte-sprache = Easy language
fuss-kontakt = Contact

darstellung = Appearance
darstellung-geraet = as the device
darstellung-hell = light
darstellung-dunkel = dark

## Numbers and times

zeitpunkt = { $tag }, { $zeit }
zeitraum-halbjahr = half-year { $nummer } of { $jahr }
zeitraum-quartal = quarter { $nummer } of { $jahr }
anzahl-zeilen = { $zahl ->
    [one] { $zahl } row
   *[other] { $zahl } rows
}

## Error pages

fehler-zur-startseite = To the start page
fehler-zur-anmeldung = To the log-in page
fehler-kennung = Id of this request: { $kennung }. Please name it if you write to us.

fehler-400 = This address cannot be understood
    .rat = A part of the address does not have the expected form. Check it or begin on the start page.
fehler-401 = Please log in
    .rat = This page can be seen after logging in only. You will come back here afterwards.
fehler-403 = You have no access to this page
    .rat = Your role does not cover it. If you need it for your work, please contact your city’s system administration.
fehler-404 = Page not found
    .rat = Check the address or begin on the start page.
fehler-405 = This address cannot be called that way
    .rat = Open the page from the start page again and send the form from there.
fehler-413 = The file is too large
    .rat = Take a smaller file or split it. Nothing was taken over.
fehler-413-datei = A file may have at most { $mb } MB here. Take a smaller one or split it. Nothing was taken over.
fehler-413-formular = What you sent is longer than { $kb } KB. Shorten it or send it in parts. Nothing was taken over.
datei-zu-gross = The file is larger than { $mb } MB. Take a smaller one or split it.
fehler-422 = We could not accept this
    .rat = Go back, check what you entered and send it again.
fehler-429 = Too many requests in a short time
    .rat = Please wait a minute and then try again.
fehler-500 = The page cannot be shown at the moment
    .rat = The fault is ours and has been recorded. Please try again later.
