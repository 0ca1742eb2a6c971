# Small funds (Verfügungsfonds): rules, budget, applications, board, payment, proof of use.

nav-fonds = Funds
nav-fonds-wozu = Money for ideas of groups in the quarter: what it is for, what is left, who gets it.
fonds-titel = Money for ideas in the quarter
fonds-leit = { $offen ->
    [0] At present nobody can apply to a fund.
    [one] Groups can apply to one fund at present.
   *[other] Groups can apply to { $offen } funds at present.
}
fonds-leit-leer = Funds stand here from which groups get money for ideas of their own.
fonds-leer = The city has not set up a fund yet.
fonds-anlegen = Set up a fund
fonds-eins = Fund
fonds-aufruf = Applications
fonds-noch-frei = left of { $jahr }
fonds-nur-intern = not public
fonds-mit-internem = with internal information
fonds-hier = { $anzahl ->
    [one] Groups can get money for their own ideas here.
   *[other] Groups can get money for their own ideas here, from { $anzahl } funds.
}

fonds-fuer-quartier = This fund is for ideas in { $ort }.
fonds-fuer-ein-quartier = This fund is for ideas in one of the city’s quarters.
fonds-fuer-stadt = This fund is for ideas anywhere in the city.
fonds-rest = Of { $haushalt } for { $jahr }, { $frei } are left.
fonds-ohne-haushalt = There is no money for { $jahr } yet.
fonds-wofuer = What there is money for
fonds-bewerben = How to apply
fonds-antrag-stellen = Apply
fonds-gefoerdert = What was funded
fonds-gefoerdert-nichts = What the fund has paid for stands here once it is published.
fonds-vorhaben = Project
fonds-aufruf-keiner = At present nobody can apply.
fonds-aufruf-kommt = You can apply from { $von } until { $bis }.
fonds-aufruf-laeuft = You can apply until { $bis }.
fonds-aufruf-vorbei = You could apply until { $bis }.
fonds-regel-alles = The fund pays all of the cost, at most { $hoechstens } for a project.
fonds-regel-anteil = The fund pays at most { $anteil } of the cost, and at most { $hoechstens } for a project. The group brings the rest itself or by donations.
fonds-regel-voll = What costs up to { $voll } the fund pays in full. Of higher costs it pays at most { $anteil } (but no less than { $voll }), and never more than { $hoechstens } for a project.

fonds-wofuer-any = for anything that is good for the quarter
    .satz = It can be for things that stay and for things that are used up.
fonds-wofuer-investive = only for things that stay
    .satz = The money is only for things that stay: benches, tools, a fence. Not for food or fees.
fonds-wofuer-running = only for running costs
    .satz = The money is only for running costs: a feast, a course, flyers. Not for things that stay.
fonds-mehrheit-simple = more yes than no
fonds-mehrheit-two-thirds = at least twice as many yes as no

fonds-haushalt-von = Budget { $jahr }
fonds-haushalt-was = Item
fonds-haushalt = budget
fonds-reserviert = granted, not paid yet
fonds-ausgezahlt = paid
fonds-zurueck = came back
fonds-frei = left
fonds-haushalt-aendern = Change the budget
fonds-jahr = Year
fonds-richtung = What happens
fonds-plus = money is added
fonds-minus = money is taken away
fonds-vermerk = Note
    .hinweis = Where the money comes from, or why it is taken away.
fonds-buchen = Book
fonds-jahr-unklar = Write the year with four digits, for example 2027.
fonds-vermerk-fehlt = Write where the money comes from, or why it is taken away.
fonds-inzwischen-gebucht = Something was booked meanwhile. Nothing of yours is booked yet: look at the sums above and book once more.
fonds-antraege = Applications
fonds-antraege-leer = No application has come in yet.
fonds-regeln = Rules of the fund
fonds-aendern = Change the rules
fonds-jahresbericht = Report of a year
fonds-verlauf = History
fonds-wann = When
fonds-wer = Who
fonds-geaendert = What
fonds-angelegt = set up
fonds-tag = Day
fonds-nummer = Number
fonds-summen = Sums
fonds-buch = Book
fonds-buchung = Booking
fonds-wozu = What for
fonds-buchung-budget = budget changed
fonds-buchung-grant = granted
fonds-buchung-release = free again
fonds-buchung-pay = paid
fonds-buchung-return = came back
fonds-jahr-titel = The year { $jahr }
fonds-jahr-leit = { $eingegangen ->
    [0] In { $jahr } no application came in
    [one] In { $jahr } one application came in
   *[other] In { $jahr } { $eingegangen } applications came in
}; { $bewilligt ->
    [0] none was granted
    [one] one was granted
   *[other] { $bewilligt } were granted
}, { $abgelehnt ->
    [0] none declined
    [one] one declined
   *[other] { $abgelehnt } declined
}. { $gegeben } were given.
fonds-jahr-nichts = Nothing was granted in this year.

fonds-neu-titel = Set up a fund
fonds-neu-leit = By which rules do groups get money? The money itself is booked afterwards, year by year.
fonds-aendern-titel = { $name }: change the rules
fonds-aendern-leit = What held before stays in the history. Applications stay as they are.
fonds-speichern = Save
fonds-inzwischen = Meanwhile { $wer } has changed these rules.
fonds-feld-name = Name
fonds-feld-quartier = Quarter
fonds-feld-programm = Programme that the money comes from
fonds-feld-aktenzeichen = File number
fonds-feld-anteil = Largest share of the cost, in percent
    .hinweis = 50 if the other half must come from own money or donations; 100 if the fund may pay all.
fonds-feld-voll-bis = Paid in full up to this cost
    .hinweis = Empty if the share always holds.
fonds-feld-hoechstens = At most for a project
    .hinweis = In euros, for example 1,500 or 750.50.
fonds-feld-wofuer = What for
fonds-feld-kriterien = What an application must be like
    .hinweis = In plain words. Everybody reads these sentences, also on a phone.
fonds-feld-aufruf-von = Applications from
fonds-feld-aufruf-bis = Applications until
    .hinweis = The last day still counts. Without days nobody can apply.
fonds-feld-leitung = Lead
fonds-feld-auszahlung = Post that pays
    .hinweis = Another than the lead: who decides does not pay alone.
fonds-feld-gremium = Board
    .hinweis = The posts that vote.
fonds-feld-mindestens = A decision needs so many votes
    .hinweis = Who stands back because of being close to an application is not counted.
fonds-feld-mehrheit = An application is accepted with
fonds-name-fehlt = Give the fund a name.
fonds-quartier-fehlt = Choose a quarter or the whole city.
fonds-anteil-unklar = Write a number between 0.1 and 100 with at most one digit behind the point, for example 50.
fonds-hoechstens-fehlt = Write how much there is at most for a project.
fonds-kriterien-fehlen = Write what an application must be like.
fonds-aufruf-halb = Give both days or none.
fonds-aufruf-verkehrt = The end is before the beginning.
fonds-leitung-fehlt = Choose the post that leads the fund.
fonds-auszahlung-fehlt = Choose the post that pays.
fonds-vier-augen = Choose another post than the lead: who decides does not pay alone.
fonds-gremium-fehlt = Choose the posts that vote.
fonds-mindestens-fehlt = Write a number from 1.
fonds-mindestens-zu-viele = Not so many posts vote. Choose more posts or a smaller number.
fonds-nicht-ihrer = Only the post that stands for it in the fund can do this.
fonds-jemand-schneller = Somebody was faster. Look how it stands now.
fonds-schon = That is not possible any more. It is now: { $stand }.
fonds-gremium-anders = The board has voted otherwise.
fonds-mehr-als-beantragt = Grant an amount between €0.01 and { $beantragt }: no more was applied for.
fonds-reicht-nicht = There is not so much any more. { $frei } are left.
fonds-betrag-passt-nicht = This amount does not fit what is booked.
fonds-kein-mitglied = This post does not belong to the board.
fonds-schon-gestimmt = This post has voted already. A slip can be corrected below.
fonds-stimme-fehlt-noch = This post has not voted yet.
fonds-stimme-schon-so = The vote says so already.
fonds-stimme-inzwischen = A vote has been corrected meanwhile. Look at the votes above, then correct once more.
fonds-vier-augen-zahlung = You have written the decision down. Somebody else must pay.

# What groups read: short sentences, one question after the other.
antrag-start-titel = Money for your idea
antrag-start-leit = Do you have an idea for your quarter? You can get money for it here.
antrag-start-text =
    We ask you a few questions. It takes about ten minutes.
    You can take a break. Everything that you write is saved.
    { $regel }
    Then people from the quarter vote on your application. You always see how far it is.
antrag-start-daten = What happens with what you tell us
    .text = We do not ask for more than we need. Only the people who lead the fund read your name, your e-mail and your telephone. We need your account number only if you get money. When all is done, we delete the account number at once and the rest after 90 days. Only if you have to pay money back do we delete the rest later: 90 days after the money is here, at the latest at the end of the third year after the application was closed.
antrag-anfangen = Begin
antrag-schritt = Step { $nummer } of { $von }
antrag-weiter = Next
antrag-zurueck = One step back
antrag-adresse = Your address:
antrag-adresse-text = Write the address below down. It always leads you back here. Who knows it can read your application: pass it on only in your group.
antrag-adresse-unbekannt = Look whether the address is complete. A draft that nobody writes on for 60 days is deleted.
antrag-seite-idee = What do you want to do?
antrag-seite-wo = Where, for whom and when?
antrag-seite-kosten = What does it cost?
antrag-seite-gruppe = Who are you?
antrag-seite-pruefen = Is everything right?
antrag-feld-titel = What is your idea called?
    .hinweis = A short title without names of people. For example: feast in the yard in summer.
antrag-feld-was = What exactly do you do?
    .hinweis = A few sentences are enough.
antrag-feld-ort = Where do you do it?
    .hinweis = For example: the yard behind the school.
antrag-feld-fuer-wen = Who is it for?
    .hinweis = For example: everybody in the house, children, new neighbours.
antrag-feld-ab = When does it begin?
antrag-feld-bis = When does it end?
    .hinweis = If it is one day, write the same day twice.
antrag-posten-nummer = { $nummer }. What do you need money for?
    .hinweis = One thing in each line. For example: paint.
antrag-betrag-nummer = { $nummer }. How many euros?
eingabe-betrag-beispiel = For example: 120 or 49.90.
antrag-feld-eigenes = Own money and donations
    .hinweis = So much you have already, or others give it. Leave it empty if there is nothing.
antrag-vom-fonds = From the fund
antrag-feld-gruppe = What is your group called?
    .hinweis = For example: house community Lindenstraße. You need not be an association.
antrag-feld-person = Whom can we ask?
    .hinweis = A name.
antrag-feld-email = E-mail
    .hinweis = E-mail or telephone, one is enough. By e-mail we also send you the address of your application.
antrag-feld-telefon = Telephone
antrag-feld-naehe = Does one of you belong to the board, or is close to somebody there?
    .hinweis = That is not bad. This person then only does not vote.
antrag-naehe-nein = No
antrag-naehe-ja = Yes
antrag-feld-naehe-was = If yes: who, and how?
antrag-noch-offen = Something is missing.
    .text = Look at these pages once more:
antrag-aendern = Change: { $seite }
antrag-absenden-hinweis = After sending you cannot change the application. You can withdraw it.
antrag-absenden = Send the application
meldung-antrag-gesendet = Your application is here. Thank you!

antrag-titel-fehlt = Write a short title.
antrag-was-fehlt = Write what you do.
antrag-ort-fehlt = Write where you do it.
antrag-fuer-wen-fehlt = Write who it is for.
antrag-ab-fehlt = Write when it begins.
antrag-bis-fehlt = Write when it ends.
antrag-ab-vorbei = This day is over. The fund pays only what is still to come.
antrag-bis-vor-ab = The end is before the beginning.
antrag-posten-fehlt = Write what the money is for.
antrag-betrag-fehlt = Write how many euros it is.
antrag-betrag-zu-hoch = No fund has so much money. Look at the amounts.
antrag-kosten-fehlen = Write at least one thing that you need money for.
antrag-nichts-noetig = Your own money is enough for everything. Then you need nothing from the fund.
antrag-zu-viel = Of a cost of { $kosten } the fund gives at most { $hoechstens }. So you need at least { $eigenes } of own money or donations.
antrag-gruppe-fehlt = Write what your group is called.
antrag-person-fehlt = Write whom we can ask.
antrag-erreichbar-fehlt = Write an e-mail or a telephone.
antrag-email-unklar = Look at the e-mail. It looks like this: name@example.org.
antrag-telefon-unklar = Look at the telephone. It consists of digits.
antrag-naehe-fehlt = Choose yes or no.
antrag-naehe-was-fehlt = Write who it is and how they are close.

antrag-status-titel = Your application number { $nummer }
antrag-status-received = “{ $titel }” is with us. The board votes on it. There is nothing that you must do now.
antrag-status-granted = The board has said yes: you get { $bewilligt }.
    .grund = What you should know
antrag-status-declined = The board has said no. You get no money from the fund.
    .grund = Why
antrag-status-wieder = The board looks at “{ $titel }” once more. There is nothing that you must do now.
    .grund = Why
antrag-status-withdrawn = You have withdrawn this application.
antrag-status-paid = { $bewilligt } are on the way to your account. Keep all bills.
antrag-status-proven = Your proof is here. We look at it. There is nothing that you must do now.
antrag-status-asked = We have a question about your proof.
    .grund = Our question
antrag-status-aufgegeben = We have closed your application. You get no money from the fund.
    .offen = We have closed your application without a proof of use. Please pay back { $betrag }.
    .zurueck = We have closed your application without a proof of use. The money has come back. There is nothing left to do.
    .grund = Why
antrag-status-closed = All is done. You have used { $gegeben } of the fund. Thank you for your work!
    .grund = Remark
antrag-ihr-antrag = Your application
antrag-weg = What has happened so far
antrag-daten-spaeter = We delete your account number as soon as all is done; names, e-mail and telephone 90 days later. Only if you have to pay money back do we delete names, e-mail and telephone later: 90 days after the money is here, at the latest at the end of the third year after the application was closed.
antrag-daten-bis = We delete names, e-mail and telephone on { $tag }.
antrag-daten-forderung = We delete names, e-mail and telephone 90 days after the money is here, on { $tag } at the latest.
antrag-daten-geloescht = Names, e-mail, telephone and account number are deleted.
antrag-zurueckziehen = Withdraw the application
antrag-zurueckziehen-hinweis = Then you get no money. That cannot be undone. But you can send a new application.
antrag-zurueckziehen-sicher = Are you sure?
antrag-zurueckziehen-ja = Yes, I withdraw the application
antrag-zurueckziehen-fehlt = Tick that you withdraw the application.
meldung-zurueckgezogen = The application is withdrawn.
antrag-konto-frage = Where shall we send the money?
antrag-konto-da = We have the account { $konto }.
antrag-konto-speichern = Save the account
antrag-konto-aendern = Save another account
antrag-feld-inhaber = Whose account is it?
    .hinweis = The name as the bank knows it.
antrag-feld-iban = IBAN
    .hinweis = It stands on the bank card. For example: DE02 1203 0000 0000 2020 51.
antrag-inhaber-fehlt = Write whose account it is.
antrag-iban-unklar = This IBAN is not right. Compare each sign with the bank card.
meldung-konto-gespeichert = Thank you. The account is saved.
antrag-nachweis-hinweis = When all is paid, show us what the money was for: first the bills, then the amounts and a few sentences.
antrag-nachweis-beginnen = Begin the proof
antrag-belege-titel = Show us the bills
antrag-belege-leit = Take a photo of each bill and send it, one after the other. You may also send a photo of what you did.
antrag-belege-da = { $anzahl ->
    [one] One file is here.
   *[other] { $anzahl } files are here.
}
antrag-beleg-neu = One more bill
antrag-feld-beleg = Photo or PDF
    .hinweis = PDF, JPEG or PNG, at most 10 MB.
antrag-beleg-hochladen = Send the file
antrag-beleg-fehlt = Choose a file first.
antrag-beleg-zu-gross = This file is larger than 10 MB. Take a smaller photo.
antrag-beleg-falsche-art = This is no PDF and no photo. We take PDF, JPEG and PNG.
antrag-belege-zu-viele = We take no more files. Put the others together in one PDF.
meldung-beleg-da = The file is here.
antrag-weiter-zu-summen = On to the amounts
antrag-zum-antrag = To the application
antrag-zu-den-belegen = Back to the bills
antrag-summen-titel = What did you need the money for?
antrag-summen-leit = You got { $betrag }. Write down everything that you paid, also with own money.
antrag-bezahlt-nummer = { $nummer }. What did you pay for?
antrag-feld-bericht = How was it?
    .hinweis = A few sentences: what did you do, who was there, what stays?
antrag-bericht-fehlt = Write a few sentences.
antrag-nachweis-absenden = Send the proof
meldung-nachweis-gesendet = Your proof is here. Thank you!

brief-antrag = Hello,

    your application has reached the city of { $stadt }. You see how far it is here:

    { $adresse }

    Who knows this address can read the application. Pass it on only in your group.
    .betreff = Your application is here
brief-antrag-neues = Hello,

    there is news about your application number { $nummer }. It is now: { $stand }.

    What is to be done next stands at the address that you got when you sent it.
    .betreff = News about your application

# What is read in the town hall.
antrag-stand = State
antrag-gruppe = Group
antrag-ort = Place
antrag-fuer-wen = For whom
antrag-ab = Begin
antrag-bis = End
antrag-stand-received = received
antrag-stand-granted = granted
antrag-stand-declined = declined
antrag-stand-wieder = looked at again
antrag-stand-withdrawn = withdrawn
antrag-stand-paid = paid
antrag-stand-proven = proof is here
antrag-stand-asked = question about the proof
antrag-stand-closed = closed
antrag-stand-aufgegeben = closed without proof
antrag-zurueckfordern = to be reclaimed: { $betrag }
    .posten = To be reclaimed
    .titel = What has come back
antrag-eingang = Received
antrag-beantragt = applied for
antrag-bewilligt = granted
antrag-betrag = Amount
antrag-posten = What for
antrag-summe = Sum
antrag-kosten = What it is to cost
antrag-ausgegeben = What it did cost
antrag-wann = When
antrag-von-bis = { $von } to { $bis }
antrag-stimmen-reichen-nicht = All have voted; there are too few votes for a decision, because somebody has an interest in it. Add a member to the rules of the fund, or lower the number of votes that it needs.
antrag-fehlen-stimmen = { $anzahl ->
    [one] One vote is missing
   *[other] { $anzahl } votes are missing
}
antrag-entscheidungsreif = the decision can be written down
antrag-leit-received = { $gruppe } applies for { $beantragt }.
antrag-leit-granted = { $gruppe } gets { $bewilligt }; nothing is paid yet.
antrag-leit-declined = { $gruppe } had applied for { $beantragt }; the board has declined.
antrag-leit-wieder = { $gruppe } applies for { $beantragt }; it was declined and is looked at again.
antrag-leit-withdrawn = { $gruppe } had applied for { $beantragt } and withdrawn the application.
antrag-leit-paid = { $gruppe } got { $bewilligt }; the proof is still to come.
antrag-leit-proven = { $gruppe } got { $bewilligt } and shows what for.
antrag-leit-asked = { $gruppe } got { $bewilligt }; something is asked about the proof.
antrag-leit-closed = { $gruppe } had got { $bewilligt }; the proof is accepted.
antrag-leit-aufgegeben = { $gruppe } was granted { $bewilligt }; the application is closed without a payment, and the money is free again.
    .gezahlt = { $gruppe } had got { $bewilligt }; the application is closed without a proof of use.
antrag-gremium-ja = The board is for it.
antrag-gremium-nein = The board is against it.
antrag-naehe = Close to the board
antrag-naehe-keine = not as they say
antrag-kontakt = Contact
antrag-kontakt-bis = deleted on { $tag }
antrag-kontakt-geloescht = deleted
antrag-gremium = Board
antrag-regel = { $anzahl ->
    [one] A decision needs one vote
   *[other] A decision needs { $anzahl } votes
}; it is accepted with: { $mehrheit }. Abstentions count, who stands back does not.
antrag-keine-stimmen = Nobody has voted yet.
antrag-stimmen = Votes
antrag-mitglied = Member
antrag-stimme = Vote
antrag-festgehalten-von = written down by
antrag-stimme-yes = yes
antrag-stimme-no = no
antrag-stimme-abstain = abstention
antrag-stimme-conflict = stands back, does not vote
antrag-ihre-stimme = Your vote
antrag-stimme-grund = Reason
    .hinweis = Needed only for standing back; it stays in the record.
antrag-abstimmen = Vote
antrag-stimmen-eintragen = Write down votes from the meeting
antrag-stimme-eintragen = Write the vote down
antrag-stimme-berichtigen = Correct a vote
    .text = Only if a vote is written down wrongly, and only until the money is paid. What stood there before stays visible.
antrag-stimme-richtig = It should say
antrag-stimme-vorher = Before: { $stimme }, written down by { $wer } on { $wann }.
antrag-traegt-nicht = The corrected votes no longer carry the grant.
    .text = Nothing is paid this way. Check the votes, or close the application and give the reason.
antrag-stimme-fehlt = Choose a vote.
antrag-mitglied-fehlt = Choose the member.
antrag-befangen-grund-fehlt = Write why this member does not vote.
meldung-gestimmt = The vote is written down.
meldung-stimme-berichtigt = The vote is corrected.
antrag-entscheiden = Write the decision down
antrag-betrag-bewilligt = Amount granted
    .hinweis = At most what was applied for.
antrag-hinweis-gruppe = What the group should know
antrag-bewilligen = Grant
antrag-grund-ablehnung = Reasons
    .hinweis = The group reads them, in plain words.
antrag-grund-fehlt = Write why it is declined. The group reads it.
antrag-ablehnen = Decline
antrag-begruendung = Reasons
meldung-antrag-entschieden = The decision is written down.
antrag-geld = Money
antrag-konto = Account
antrag-inhaber = Account holder
antrag-konto-fehlt = The group has not named an account yet.
antrag-anderes-konto = The group has named another account meanwhile. Nothing is paid yet: look at the account above and order the payment once more.
antrag-auszahlen = Pay { $betrag }
antrag-auszahlen-hinweis = Once and for good.
    .text = The payment order to be signed is there afterwards.
antrag-anordnung-datei = Payment order ({ $art })
meldung-ausgezahlt = The payment is ordered.
antrag-nachweis = Proof of use
antrag-zurueck-soll = To be paid back by the rules
antrag-beleg = Bill { $nummer }: { $datei }
antrag-ohne-belege = Without bills.
    .text = The group has sent no file.
antrag-zurueck-ist = Amount that came back
    .hinweis = Write it only once the money is there. 0 if nothing comes back. It is then in the budget of the year again.
antrag-zurueck-fehlt = Write how much came back; 0 if nothing did.
antrag-vermerk = Remark for the group
antrag-nachweis-annehmen = Accept the proof
antrag-frage = Question to the group
    .hinweis = The group reads it and sends the proof once more.
antrag-frage-fehlt = Write what you want to know.
antrag-nachfragen = Ask
meldung-nachweis-angenommen = The proof is accepted.
antrag-aufgeben-titel = Close without a proof
antrag-aufgeben = Close the application
    .frei = If the group cannot be reached any more, or nothing comes of it. What is reserved is free again. This cannot be undone.
    .gezahlt = If the group cannot be reached any more. What was paid then stands there as to be reclaimed. This cannot be undone.
antrag-aufgeben-grund = Reason
    .hinweis = For example: group cannot be reached any more. The group reads it if it still has its address.
antrag-aufgeben-grund-fehlt = Write why the application is closed.
antrag-wieder = Look at it again
    .titel = Was it declined by mistake?
    .text = The application then goes back to the board. Its votes stand and can be corrected. The group gets a letter; its contact is kept as long as that takes.
antrag-wieder-grund = Why
    .hinweis = For example: a vote was written down wrongly. The group reads it.
antrag-wieder-grund-fehlt = Write why it is looked at again.
antrag-wieder-ohne-kontakt = The contact of the group has been deleted already. Ask it to apply anew.
meldung-antrag-wieder = The board looks at the application again.
antrag-rueckzahlung = Amount that came back
    .hinweis = Write it once all of it is there: it is booked once. It is then in the budget of the year again.
antrag-rueckzahlung-buchen = Book what came back
meldung-antrag-aufgegeben = The application is closed.
meldung-nachgefragt = The question is asked.
antrag-oeffentlich = What everybody reads
antrag-ist-intern = Nobody outside reads of this project yet.
antrag-ist-oeffentlich = Everybody reads the title “{ $titel }” and the amount, nothing else.
antrag-titel-oeffentlich = Title for everybody
    .hinweis = Without names of people. Only title and amount are published.
antrag-veroeffentlichen = Publish
antrag-zuruecknehmen = Publish no longer
meldung-antrag-oeffentlich = Title and amount are published.
meldung-antrag-intern = The project is not public any more.
antrag-von-gruppe = the group
meldung-fonds-angelegt = The fund is set up. Now book its budget.
meldung-gebucht = Booked.

antrag-satz = The fund “{ $fonds }” supports the project with { $betrag } ({ $stand }).
antrag-entscheidung-ding = Grant: { $titel }
antrag-entscheidung-satz = The board of the fund “{ $fonds }” has granted { $betrag } of { $beantragt } applied for.
antrag-gremium-von = Board of { $fonds }
antrag-nachweis-ding = Proof of use: { $titel }
antrag-nachweis-satz = { $betrag } were used and proven; { $zurueck } came back.

anordnung-titel = Payment order { $nummer }
anordnung-art = Small fund
anordnung-vertraulich = confidential: holds an account number
anordnung-satz = { $betrag } are to be paid from the fund “{ $fonds }”.
anordnung-angaben = About the payment
anordnung-zweck = Purpose
anordnung-tag = ordered on
anordnung-von = ordered by
anordnung-grund = Reason of the payment
anordnung-beschluss = Decision of the board of { $tag }: { $ja } yes, { $nein } no, { $enthaltung ->
        [one] one abstention
       *[other] { $enthaltung } abstentions
    }; { $befangen } stood back.
anordnung-vier-augen = Four eyes
    .text = Who has written the decision down has not ordered this payment.

heute-fonds-stimme = Vote on “{ $titel }”.
heute-fonds-entscheiden = Write the decision on “{ $titel }” down.
heute-fonds-zahlen = Order the payment for “{ $titel }”.
heute-fonds-traegt-nicht = The corrected votes no longer carry the grant for “{ $titel }”. Check the votes, or close the application.
heute-fonds-nachweis = Look at the proof of “{ $titel }”.
haengt-fonds = { $zahl ->
        [one] one small fund
       *[other] { $zahl } small funds
    }

recht-funds-read = looking at funds
recht-funds-apply = applying for money of a fund
recht-funds-see = looking at applications to funds
recht-funds-vote = voting in a fund’s board
recht-funds-pay = ordering payments
recht-funds-lead = leading a fund
recht-funds-found = setting up funds
ding-fund = fund
ding-fund-application = application to a fund
ding-fund-decision = decision of a fund
ding-fund-proof = proof of use
ding-fund-draft = draft of an application
aktion-fund-found = Fund set up
aktion-fund-change = Rules of a fund changed
aktion-fund-book = Booked in a fund
aktion-fund-apply = Application came in
aktion-fund-step = Application went on
aktion-fund-correct-vote = Vote corrected
aktion-fund-vote = Vote written down
aktion-fund-stand-back = Standing back written down
aktion-fund-account = Account named
aktion-fund-prove = Proof of use came in
aktion-fund-publish = Project published
aktion-fund-unpublish = Publication taken back
aktion-fund-forget = Contact deleted
aktion-fund-order = Payment order handed out
aktion-fund-draft-begin = Application begun
aktion-fund-draft-keep = Draft saved
aktion-fund-draft-delete = Draft deleted
