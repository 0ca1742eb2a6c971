## Exchange: what do we give, to whom and for what, and what do we get?

nav-austausch = Exchange
nav-austausch-wozu = What the city gives to others, by whose consent, and what it gets from them.
nav-partner = Partners
nav-register = Register
nav-datenstaende = Frozen states
austausch-titel = What do we give, and what do we get?
austausch-intern = for those involved only
austausch-leit = { $gibt ->
        [0] Nothing is given to others at present,
        [one] One table is given to others at present,
       *[other] { $gibt } tables are given to others at present,
    } { $hat ->
        [0] and none of theirs is used.
        [one] and one of theirs is used.
       *[other] and { $hat } of theirs are used.
    }
austausch-geben = What we give
austausch-geben-leer = Here stands which table goes to whom, for what and until when. Only what the statistics office has released for the programme can go.
austausch-erhalten = What we get
austausch-erhalten-leer = Here stands what other cities give. Those who work in another installation send a file, which can be read in above.
austausch-lesen = Each package is signed with the key of its city. The fingerprint of our own key is { $abdruck }. Read it out over the phone if another installation is to accept your packages.
austausch-tabelle = Table
austausch-an = To whom
austausch-von = From whom
austausch-zweck = For what
austausch-bis = Until
austausch-stand = State
austausch-datenstand = Data state
austausch-merkmale = Measures
austausch-zeiten = Periods
austausch-von-bis = { $von } to { $bis }

## A grant

weitergabe-neu = Give a table
weitergabe-neu-titel = What do we give?
weitergabe-neu-leit = A grant holds for one state of one table, for one purpose, until one day. It can be revoked at any time.
weitergabe-neu-lesen = Only what the statistics office has released for the programme or for everybody can be chosen. If figures are not public, the statistics office consents too before anybody sees them. What is released later does not go along by itself.
weitergabe-keine-tabelle = No table is released for the programme. The statistics office can do that on the page of a data state.
weitergabe-tabelle-stand = { $titel }, data state { $nummer }
weitergabe-tabelle-hinweis = A newer data state needs a new grant.
weitergabe-tabelle-fehlt = Choose a table.
weitergabe-an-hinweis = Those who work in another installation stand here once they are added as partners.
weitergabe-an-fehlt = Choose who gets the table.
weitergabe-zweck-hinweis = A sentence that somebody understands in four years too: “Comparison of arrivals in the twelve cities”.
weitergabe-zweck-fehlt = Write for what the figures are needed.
weitergabe-bis-hinweis = The last day on which the figures may be used; { $tag } at the latest.
weitergabe-bis-fehlt = Name the last day.
weitergabe-bis-vorbei = This day is over.
weitergabe-bis-zu-lang = No grant lasts so long. Name an earlier day; it can be agreed anew later.
weitergabe-grenzen = Outlines of the areas
weitergabe-grenzen-ja = Give the outlines along
weitergabe-grenzen-hinweis = Needed only if the recipients draw maps.
weitergabe-mit-grenzen = go along
weitergabe-ohne-grenzen = do not go along
weitergabe-vorschlagen = Give
weitergabe-stand-wartet = waits for consent
weitergabe-stand-gilt = holds
weitergabe-stand-abgelehnt = refused
weitergabe-stand-abgelaufen = expired
weitergabe-stand-widerrufen = revoked
weitergabe-stand-gesperrt = withdrawn
weitergabe-leit-wartet = A grant to { $an } until { $tag } is proposed. Until the statistics office consents, nobody there sees anything.
weitergabe-leit-gilt = { $an } may use these figures until { $tag }.
weitergabe-leit-abgelehnt = The statistics office has not consented to the grant to { $an }.
weitergabe-leit-abgelaufen = { $an } might use these figures until { $tag }. Access has ended.
weitergabe-leit-widerrufen = The grant to { $an } is revoked. Access has ended.
weitergabe-leit-gesperrt = These figures are withdrawn. { $an } has no access any more.
weitergabe-verlauf = What was done
weitergabe-schritt-coordination = Consent of the coordination
weitergabe-schritt-office = Consent of the statistics office
weitergabe-schritt-refuse = Refusal
weitergabe-schritt-revoke = Revocation
weitergabe-steht-aus = not given yet
weitergabe-kopie = Copies out since
weitergabe-bestaetigt = Deletion confirmed
weitergabe-bestaetigt-datei = by a signed file
weitergabe-bestaetigt-hier = here in Ankunft
weitergabe-entscheiden = Consent or refuse
weitergabe-entscheiden-sinn = Only released values go. You consent to their use for this purpose until this day.
weitergabe-zustimmen = Consent
weitergabe-ablehnen = Refuse
weitergabe-grund = Reason
weitergabe-grund-fehlt = Write the reason; it stands in what was done.
weitergabe-paket = Package
weitergabe-datei = Download the package
weitergabe-datei-sinn = Send the file to the recipients. The download stands in the register, with your Stelle and the checksum.
weitergabe-partner-beendet = The partnership has ended: this package goes out no more. Who wants to give it again adds the partner anew and makes a new grant.
weitergabe-ansehen = Look at what goes
weitergabe-ansehen-sinn = The recipients work in this installation and read the figures here; nothing is sent. You can look at the same file.
weitergabe-widerrufen-titel = Revoke
weitergabe-widerrufen-sinn = Revoking ends access at once. If copies went out, Ankunft reminds you until their deletion is confirmed.
weitergabe-widerrufen = Revoke the grant
weitergabe-widerruf-datei = Download the revocation as a file
weitergabe-loeschung-offen = Deletion not confirmed
weitergabe-loeschung-sinn = { $an } has copies of the package { $nummer }. Ask them to delete these and to confirm it.
weitergabe-teil-gesperrt = Some of its figures were withdrawn after { $an } got copies of the package { $nummer }. Ask them to delete the copies and to confirm it. What is not withdrawn still holds.
weitergabe-loeschung-vermerken = Note the deletion
weitergabe-wer = Who has confirmed the deletion, and how?
weitergabe-wer-fehlt = Write who has confirmed the deletion, and in which way.
heute-weitergabe-zustimmen = Consent to giving “{ $titel }” to { $wer }, or refuse it
heute-weitergabe-loeschung = Ask { $wer } whether “{ $titel }” is deleted
heute-paket-loeschen = Delete “{ $titel }” of { $wer } and confirm it
meldung-weitergabe = The grant holds.
meldung-weitergabe-wartet = The grant is proposed. The statistics office sees it on its start page.
meldung-weitergabe-office = Consented. The grant holds.
meldung-weitergabe-refuse = The grant is refused.
meldung-weitergabe-revoke = The grant is revoked, access has ended.
meldung-schon-geschehen = That has been done already. Here stands how it is now.
meldung-geloescht-vermerkt = The deletion is noted.
meldung-geloescht-bestaetigt = Thank you. The city has your confirmation.

## A package

erhalten-leit-gilt = { $von } gives these figures until { $tag }.
erhalten-leit-abgelaufen = { $von } gave these figures until { $tag }. The term is over.
erhalten-leit-widerrufen = { $von } has revoked this grant.
erhalten-leit-gesperrt = { $von } has withdrawn these figures.
paket-nummer = Package number
paket-hash = Checksum
paket-schutz = Protection
paket-gebiete = { $anzahl ->
        [one] one area
       *[other] { $anzahl } areas
    }
paket-herunterladen = Download the package
paket-lesen = The package holds the figures as a long table (CSV), what they mean, the consent and the checksums. Zero, not shown and missing are told apart in a column of their own. Each download stands in the registers of both sides.
paket-zu-loeschen = To be deleted
paket-zu-loeschen-sinn = The figures may be used no more. Delete all copies, downloaded ones too, and confirm it.
paket-teil-zu-loeschen-sinn = Some of its figures were withdrawn after you got the package. Delete all copies, downloaded ones too, and confirm it. Afterwards you can download the package anew, without the withdrawn figures.
paket-geloescht-bestaetigen = All copies are deleted
paket-einlesen = Read in a package
paket-einlesen-titel = Read in a package
paket-einlesen-leit = Ankunft first checks signature, recipient, term and content. Only what you accept afterwards is taken.
paket-datei = Package file
paket-datei-hinweis = An exchange package, a revocation or a confirmation of deletion (ZIP), up to { $mb } MB.
paket-gut = The package is genuine and unaltered
paket-gut-leit = Signature, recipient, term and all checksums are right. Nothing is taken yet.
paket-widerruf-gut = This is a revocation
paket-widerruf-gut-leit = The city takes its consent back. Once noted, the figures disappear here at once, and your start page says of which package copies are still to be deleted.
paket-loeschung-gut = This is a confirmation of deletion
paket-loeschung-gut-leit = The recipients confirm that all copies are deleted.
paket-schlecht = The package is not accepted
paket-schlecht-leit = Nothing is taken. The reason stands below, with what to do.
paket-annehmen = Accept
paket-annehmen-sinn = The figures become a data state of their own with areas of their own. Nobody can change them or give them on.
paket-neu-gemacht = Made anew
paket-neu-gemacht-am = After a withdrawal of figures, { $tag }. If the earlier package of this number was accepted here, this one takes its place, and the earlier figures go.
paket-abweichungen = Deviations from core indicators
paket-ersetzt-kurz = replaced by a new edition
paket-ersetzt-sinn = Some of these figures were withdrawn. The city has made the package anew without them, and the new one stands in the place of this one.
paket-ersetzt = To the package that was made anew
paket-ersetzt-frueheres = This package stands in the place of an earlier one of the same number, of which some figures were withdrawn.
paket-frueheres = To the earlier package
paket-ersetzt-grund = Made anew after a withdrawal of figures
paket-vermerken = Note
paket-angenommen = Accepted
paket-im-atlas = See it in the atlas under “Data”
paket-gilt = holds
paket-gilt-leit = { $von } gives these figures until { $tag }. They stand in the atlas as a data state of their own.
paket-abgelaufen = expired
paket-abgelaufen-leit = { $von } gave these figures until { $tag }. The term is over.
paket-widerrufen = revoked
paket-widerrufen-leit = { $von } has revoked this package. Its figures are here no more.
paket-gesperrt = withdrawn
paket-gesperrt-leit = The figures of { $von } are withdrawn. They are here no more.
paket-geloescht = deleted
paket-geloescht-leit = The figures of { $von } are deleted here. What cited them says so.
paket-geloescht-grund = The grant has ended
paket-loeschen-titel = Delete
paket-loeschen-sinn = The figures disappear everywhere in this city, from citations too. Day, reason and checksum stay. This cannot be undone.
paket-loeschen = Delete the figures
paket-bestaetigen-sinn = The figures are here no more. Delete downloaded copies too, and confirm it. Afterwards you find the confirmation of deletion for the city here.
paket-bestaetigung = Download the confirmation of deletion
paket-bestaetigung-sinn = Send the confirmation to the city. It is signed and holds no figures.
meldung-paket-angenommen = The package is accepted. The figures stand in the atlas.
meldung-paket-ersetzt = The package is accepted and stands in the place of the earlier one. The earlier figures stand here no more.
meldung-paket-vermerkt = Noted.
meldung-paket-geloescht = The figures are deleted.

## Partners

partner-titel = Whose packages do we accept?
partner-leit = Accepted is what is signed with a key that somebody compared over the phone. Cities of this installation know each other.
partner-eigener = Our key
partner-eigener-sinn = Send the key as it stands here, and read the fingerprint out over the phone.
partner-abdruck = Fingerprint
partner-schluessel = Key
partner-schluessel-hinweis = 64 digits and letters from a to f, as they stand on the others’ page of partners.
partner-schluessel-unklar = This is no key. It has 64 digits and letters from a to f.
partner-schluessel-eigener = This is our own key. Needed is that of the other.
partner-schluessel-bekannt = This key is known already.
partner-bekannte = Partners in other installations
partner-leer = No partner is added yet.
partner-aufnahme = Add a partner
partner-name = Name
partner-name-hinweis = As it shall stand in lists and in the register.
partner-name-fehlt = Name the partner.
partner-verglichen = Fingerprint
partner-verglichen-ja = I have compared the fingerprint over the phone.
partner-nicht-verglichen = Compare the fingerprint over the phone and confirm it here.
partner-aufnehmen = Add
partner-seit = added { $tag }
partner-beendet = ended { $tag }
partner-beenden = Accept no more packages
meldung-partner = The partner is added.
meldung-partner-ende = Packages with this key are accepted no more; a revocation or a confirmation of deletion still is.

## Register

register-titel = Register of transfers
register-leit = What went to whom or came from whom, when, and for what. Each line stays for { $jahre } years.
register-lesen = A line is never changed. After { $jahre } years Ankunft takes it out when the register is opened next; the log notes how many there were.
register-leer = Nothing has been transferred yet.
register-wann = When
register-was = What
register-mit = With whom
register-wer = By whom
register-exported = given as a file
register-fetched = copy fetched
register-imported = file accepted
register-revoked = revoked
register-deleted = deletion confirmed
register-frozen = taken into a frozen state
register-template = template read in

## Frozen states

datenstaende-titel = Which state of the data do we cite?
datenstaende-leit = A frozen state is a fixed list of packages with their checksums. It never changes.
datenstaende-leer = No state is frozen yet.
datenstand-neu = Freeze a state
datenstand-neu-titel = Which packages belong to it?
datenstand-neu-leit = The state gets the next number and cannot be changed afterwards.
datenstand-kein-paket = No package may be used at present.
datenstand-nummer = Datenstand { $nummer }
datenstand-wofuer = For what
datenstand-wofuer-hinweis = The title of the study, for example.
datenstand-titel-fehlt = Write for what the state is needed.
datenstand-pakete = Packages
datenstand-paket-fehlt = Choose at least one package.
datenstand-einfrieren = Freeze
datenstand-wann = Frozen
datenstand-zitieren = Cite as
datenstand-zitat = Ankunft, Datenstand { $nummer }, { $wer }, { $tag }, { $anzahl ->
        [one] one package
       *[other] { $anzahl } packages
    }, SHA-256 { $hash }.
datenstand-herunterladen = Download the packages
datenstand-da = there
datenstand-weg = file removed { $tag }
datenstand-lesen = If a grant is revoked, its file disappears from every frozen state. Number and checksum stay: what is cited can still be checked.
meldung-datenstand = The state is frozen.
meldung-datenstand-schon = This state is there already.

## Log and rights

aktion-grant-propose = Grant proposed
aktion-grant-consent = Consented to a grant
aktion-grant-refuse = Grant refused
aktion-grant-revoke = Grant revoked
aktion-grant-deliver = Package delivered
aktion-grant-deleted = Deletion of copies confirmed
aktion-partner-add = Partner added
aktion-partner-end = Partner ended
aktion-package-accept = Package accepted
aktion-package-delete = Figures of a package deleted
aktion-package-replace = Package replaced by a new edition
aktion-package-revoked = Revocation of a package noted
aktion-transfer-clear = Old lines of the register removed
aktion-state-freeze = State frozen
ding-exchange-grant = Grant
ding-exchange-partner = Partner
ding-exchange-received = Package
ding-transfer = Register
ding-frozen-state = Frozen state
recht-exchange-see = see the exchange
recht-exchange-share = give figures
recht-exchange-consent = consent to giving figures
recht-exchange-receive = use packages
recht-exchange-freeze = freeze states

## Findings

finding-bundle-no-archive = The file is no ZIP archive.
    .suggestion = Please read in the package file as it was downloaded.
finding-bundle-broken = The archive is damaged.
    .suggestion = Please have the package sent once more.
finding-bundle-member-broken = “{ $member }” in the archive is damaged.
    .suggestion = Please have the package sent once more.
finding-bundle-locked = The archive has a password or is packed unusually.
    .suggestion = An exchange package needs no password. Please read in the original file.
finding-bundle-too-many = The archive holds more files than a package has ({ $most } at most).
    .suggestion = This is no exchange package. Please ask the sender.
finding-bundle-too-large = Unpacked the archive is larger than allowed ({ $limit } MB).
    .suggestion = Please ask the sender; packages so large do not come about by themselves.
finding-bundle-path = The name of a file in the archive leads out of it, or is none.
    .suggestion = This is no exchange package. Please do not open it, and ask the sender.
finding-bundle-twice = “{ $member }” stands twice in the archive.
    .suggestion = This is no exchange package. Please ask the sender.
finding-package-no-manifest = The list of the package (manifest.json) is missing.
    .suggestion = Please check whether this is the right file.
finding-package-json = This file of the package cannot be read.
    .suggestion = Please have the package sent once more.
finding-package-schema = The package has another version ({ $found }); this installation reads { $known }.
    .suggestion = Please renew the older of the two installations and make the package anew.
finding-package-no-key = The package names no key.
    .suggestion = Please have the package sent once more.
finding-package-unknown-sender = The key of “{ $name }” is not known here. Its fingerprint: { $fingerprint }
    .suggestion = Please compare the fingerprint over the phone and add the sender under “Partners”.
finding-package-signature = The signature of { $name } does not fit: the list of the package was altered.
    .suggestion = Please have the package sent once more in another way.
finding-package-other-recipient = The package is for “{ $name }”, not for this city.
    .suggestion = Please delete it and tell the sender that it went astray.
finding-package-no-day = The package names no last day.
    .suggestion = Please have the package sent once more.
finding-package-expired = The package might be used until { $day }.
    .suggestion = Please ask the sender for a new grant.
finding-package-file-missing = This file of the package is missing.
    .suggestion = Please have the package sent once more.
finding-package-file-altered = This file is not the one that was signed.
    .suggestion = Please have the package sent once more in another way.
finding-package-file-strange = This file does not belong to the package.
    .suggestion = Please have the package sent once more.
finding-package-revoked = The grant { $package } is revoked or has ended.
    .suggestion = Please delete the file. New figures need a new grant.
finding-package-withdrawn = Some of its figures were withdrawn after this package was downloaded ({ $package }).
    .suggestion = Please delete the file and download the package anew.
finding-package-known-already = The package { $package } was accepted here before.
    .suggestion = There is nothing to do.
finding-package-replaced = This edition of the package { $package } is outdated: one that { $name } made anew after a withdrawal of figures stands here in its place.
    .suggestion = Please delete the file.
finding-package-other-known = Another package was accepted here under the number { $package }, and this one was not made anew after that because of a withdrawal of figures.
    .suggestion = Please ask { $name }. Other figures need a new grant.
finding-package-not-ours = There is no grant here for this confirmation of deletion ({ $package }).
    .suggestion = Please check whether the file is for this city.
finding-package-no-protection = The package does not say how its figures were protected.
    .suggestion = Please ask the sender. Without rule, office and day nothing is taken.
finding-package-areas = The list of areas is empty, or a key is missing or stands twice.
    .suggestion = Please have the package made anew.
finding-package-header = The columns are others than those of an exchange package.
    .suggestion = Please have the package made anew.
finding-package-fields = The line has too many or too few fields.
    .suggestion = Please have the package made anew.
finding-package-not-text = From here on the file is no text.
    .suggestion = Please have the package made anew.
finding-package-unknown-area = This area is not in the list of areas.
    .suggestion = Please have the package made anew.
finding-package-unknown-indicator = This measure is not in the codebook.
    .suggestion = Please have the package made anew.
finding-package-period = This is neither a day nor a period.
    .suggestion = Write 2024-12-31, 2024h2, 2024q4 or 2024.
finding-package-state = Value and state do not say the same.
    .suggestion = Zero is 0 with “zero”; not shown and missing have no number.
finding-package-flag = Whether the value is unreliable stands here as 1 or 0.
    .suggestion = Please have the package made anew.
finding-package-figure-twice = This value stands twice.
    .suggestion = Please have the package made anew.
finding-package-too-many-figures = The package has more indicators, days and areas than are read here ({ $most } values).
    .suggestion = Please ask the sender for fewer indicators or days in one package.
finding-package-incomplete = For { $indicator } in { $period } areas or the whole city are missing.
    .suggestion = What nobody has stands there as “missing”. Please have the package made anew.
finding-package-no-figures = The package holds no figures.
    .suggestion = Please ask the sender.
finding-package-does-not-fit = The content does not fit together; nothing is taken.
    .suggestion = Please have the package made anew.
