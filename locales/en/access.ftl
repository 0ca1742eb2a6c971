## Doors: what is said on the way in

formular-abgelaufen = This form has expired or was not sent from our page. Please open the page again and send it once more.

## Logging in

anmelden-titel = Log in
anmelden-falsch = E-mail address or password do not match. Check both; capital letters matter in the password.
konto-email = E-mail address
konto-passwort = Password
konto-name = Name
konto-titel = My account
meldung-abgemeldet = You are logged out.

## Password

passwort-vergessen = Forgotten password
passwort-vergessen-leit = Give the address you log in with. We will send you a link to set a new password.
passwort-anfordern = Request link
passwort-gesendet = If there is an account for this address, a link is on its way. It is good for one hour and works once. If nothing arrives, look in the spam folder or ask your system administration.
passwort-ohne-post = This installation does not send e-mail. Ask your system administration for a link to set a new password.
passwort-neu-titel = Set a new password
passwort-neu-leit = For the account { $email }.
einladung-titel = Welcome! Set your password
passwort-neu = New password
passwort-hinweis = At least { $zahl } characters. A sentence of several words is easy to remember and hard to guess.
passwort-wiederholung = New password once more
passwort-setzen = Set password
passwort-alt = Current password
passwort-alt-falsch = The current password does not match.
passwort-aendern = Change password
passwort-zu-kurz = The password is too short. Use at least { $zahl } characters.
passwort-zu-lang = The password is too long. Use at most 200 characters.
passwort-bekannt = This password is easy to guess. Use a sentence of several words, for example.
passwort-ungleich = The two entries differ. Type the same password twice.
link-unvollstaendig = This link is not complete. Open it from the letter once more, or copy it to its last sign. If that does not help, ask who sent it to you.
link-verbraucht = This link has expired, was used already or is not complete. If it is about your password, request a new one on the log-in page; otherwise ask who sent it to you.
meldung-passwort-gesetzt = The new password is set. All other log-ins have ended.

brief-passwort =
    Hello { $name },

    with this link you set a new password for Ankunft:
    { $link }

    It is good for one hour and works once. If you did not request it, delete this message; your password stays as it is.
    .betreff = Ankunft: new password
brief-einladung =
    Hello { $name },

    an account in Ankunft has been set up for you. With this link you set your password:
    { $link }

    It is good for seven days and works once.
    .betreff = Ankunft: your account

## Log-ins

sitzungen = Where you are logged in
sitzungen-leit = If you do not recognise one of these log-ins, end it and change your password.
sitzung-diese = This log-in
sitzung-browser = Browser
sitzung-browser-auf = { $browser } on { $system }
sitzung-unbekannt = Unknown device
sitzung-seit = logged in { $seit }, last seen { $zuletzt }
sitzung-beenden = End: { $was }
sitzung-andere-beenden = End all other log-ins
meldung-sitzung-beendet = The log-in has ended.

## Roles

role-admin = System administration
role-coordination = Coordination
role-statistics-office = Statistics office
role-department = Department
role-institution = Institution
role-research = Research
role-reader = Reading only

## Start pages

start-titel = Shaping arrival quarters
start-leit = Ankunft shows where people arrive in a city, who helps them to arrive, and what changes because of it.
start-staedte = Cities
start-leer = No city has been set up yet. The operator does so on the command line.
stadt-titel = Arriving in { $stadt }
stadt-leit = Some quarters take in a great many people who are new to the city. Here you can see where that is, what helps there, and what the city plans together with the people who live there.
stadt-bereiche = What you find here
stadt-noch-leer = The public pages of this city will stand here as soon as there are any.
ohne-oeffentliches-programme = Here the municipalities of a programme learn from one another: what they plan, what helped where, and which figures they give each other.
ohne-oeffentliches-research = Here a research team reads what municipalities have given it for a purpose and a term.
ohne-oeffentliches-wer = Only those who take part read what stands here. A municipality finds it under “Programme” and “Exchange”.
ohne-oeffentliches-zurueck = To your municipality
heute-titel = Today
heute-leit = What waits for you today.
heute-nichts = Nothing waits for you today.
heute-bereiche = Where you can go
heute-bis = until { $tag }

## Pages of the footer, as long as the city has not set its own texts

impressum-text =
    The legal notice of this city has not been entered yet.
    The city administration is responsible; its address stands in the legal notice of its own website. The system administration enters the text under “System”.
datenschutz-text =
    Public pages show only aggregated and checked figures. Ankunft stores nothing about visitors: no counting, no foreign services, no IP addresses in the log.
    Two cookies remember which language and which appearance you chose. Whoever logs in or opens a form gets another one that is needed for it.
    If you have an account: your name, e-mail address, roles, current log-ins with device and address, and a log of changes are stored. A cookie remembers which folder lay open last, until the browser is closed.
    The data protection officer of your city answers questions.
barrierefreiheit-text =
    These pages should be usable for everybody: by keyboard, with a screen reader, greatly enlarged, without scripts and on the phone. The standard is BITV 2.0 (EN 301 549).
    Maps and pictures are always there as tables, too.
    If something does not work, please write to us through the page “Contact”. If that does not help, you can turn to the enforcement body of your state.
leichte-sprache-text =
    This website is called Ankunft. That means arrival.
    Many people move to a city.
    Some come from another country.
    Often they live in certain parts of the city first.
    Here you can see: Where is that? What helps the people there?
    The city and the people think together: What should get better?
    The numbers here say nothing about single persons.
kontakt-text =
    Please ask your city administration if you have questions about these pages.
    The system administration enters address, telephone and e-mail address under “System”.
