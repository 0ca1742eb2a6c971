## System administration

system-titel-wozu = People, posts, roles and the log of this city.
system-titel = System
system-leit = Who works here, what they may do, and what was changed. There are no figures here.
system-personen = People and roles
system-stellen = Posts
system-protokoll = Log
system-einstellungen = Settings
system-speichern = Save
meldung-gespeichert = Saved.

## People

personen-leit = Each role holds in this city. Whoever leaves loses the roles; what they worked on stays with the post.
personen-leer = Nobody works here yet. Invite the first person.
personen-einladen = Invite a person or grant a role
person-rolle = Role
person-register = Person in the register
person-neu = add a new one
person-name-fehlt = Give the name of the person.
person-email-falsch = This is no e-mail address. Write it like name@city.example.
person-anderswo = This address has an account in another city. Only the operator of the installation can give it a role here.
konto-ohne-passwort = Invited, no password set yet
konto-gesperrt = Blocked
konto-sperren = Block the account of { $name }
konto-oeffnen = Open the account of { $name } again
konto-link = Allow { $name } to set a new password
konto-auch-anderswo = This account has a role in another city, too. The operator of the installation can help.
konto-eigenes = You cannot block your own account. Ask another person of the system administration to do so.
rolle-entziehen = Take the role { $rolle } from { $name }
letzte-verwaltung = This is the last system administration of this city. Grant the role to somebody else first.
link-weitergeben = Hand this link to { $name } in a safe way; it works once and stands here only now:
meldung-rolle-erteilt = The role is granted.
meldung-rolle-entzogen = The role is taken away.
meldung-link-gesendet = The link is on its way.

## Posts

stellen-leit = Duties belong to a post, not to a person. Whoever holds the post has the duties.
stellen-leer = The structure of your administration stands here: divisions, offices and the posts in them. Add the first post.
stelle = Post
einheit = Unit
inhaberin = Held by
vertretung = Substitute
einheit-anlegen = Add a unit
einheit-art = Kind of unit
    .hinweis = What you call it: Dezernat, Amt, Referat.
einheit-name = Name of the unit
einheit-ueber = Belongs to
einheit-keine = no unit
stelle-anlegen = Add a post
stelle-titel = Title of the post
stelle-person = To whom
stelle-als = As
stelle-art-holder = holder
stelle-art-substitute = substitute
stelle-ab = From
stelle-bis = Until
    .hinweis = Only for a substitute whose time ends.
stelle-heute = until further notice
stelle-verlauf = Who held and holds this post
stelle-uebergeben = Hand over the post
stelle-tag-falsch = There is no such day. Pick it or write it like 2026-07-01; “Until” is not before “From”.
stelle-tag-zu-frueh = { $name } holds the post from { $tag } on. Choose a later day.
meldung-uebergeben = The post is filled. This page can be printed as a note.
uebergabe-notiz = What hangs on the post
uebergabe-erklaerung = All of this goes over with the post; nobody has to pass it on piece by piece. Print this page as a note for handing over.
uebergabe-haengt = What the post holds
uebergabe-nichts = At present nothing hangs on the post.
haengt-mappen = { $zahl ->
        [one] one folder
       *[other] { $zahl } folders
    }
haengt-dateien = { $zahl ->
        [one] one file brought, not yet accepted
       *[other] { $zahl } files brought, not yet accepted
    }
haengt-datenstaende = { $zahl ->
        [one] one accepted state of data
       *[other] { $zahl } accepted states of data
    }
haengt-freigaben = { $zahl ->
        [one] one release
       *[other] { $zahl } releases
    }

## Log

protokoll-leit = The latest changes, newest first. The log holds no contents, only who did what and when.
protokoll-wer-bekam = Who received this? Every transfer of data that is not public, newest first.
protokoll-leer = The log holds nothing about this.
protokoll-wann = When
protokoll-wer = Who
protokoll-was = What
protokoll-woran = On what
protokoll-wort = Note
protokoll-art = Kind of thing
protokoll-ding = Identifier of the thing
protokoll-fremd = account outside of this city
protokoll-programm = Ankunft
protokoll-nur-alles = everything
protokoll-nur-weitergaben = transfers of data
protokoll-nur-daten = datasets
protokoll-nur-freigaben = releases
protokoll-nur-rollen = roles
protokoll-nur-stellen = posts
aktion-tenant-found = City founded
aktion-role-grant = Role granted
aktion-role-revoke = Role taken away
aktion-account-disable = Account blocked
aktion-account-enable = Account opened
aktion-unit-add = Unit added
aktion-post-add = Post added
aktion-post-hand-over = Post handed over
aktion-person-add = Person added
aktion-tenure-add = Post filled
aktion-setting-set = Setting changed
aktion-file-download = Data passed on
aktion-dataset-accept = Dataset accepted
aktion-release-publish = Released

## Settings

einstellungen-leit = The texts of the pages that stand in every footer. Each line becomes a paragraph; an empty field shows the text that comes with the program.
