## Vorlagen and decisions: what is proposed, who countersigns, what was decided?

nav-beschluesse = Papers and decisions
nav-beschluesse-wozu = What is before the bodies, who countersigns and what was decided.
beschluesse-titel = What is before the bodies, what was decided?
beschluesse-leit = { $offen ->
        [0] No paper is under way
        [one] One paper is under way
       *[other] { $offen } papers are under way
    }, { $beschlossen ->
        [0] none is decided yet.
        [one] one is decided.
       *[other] { $beschlossen } are decided.
    }
beschluesse-leer = Here are the papers (Vorlagen) of the city. A paper is made from a Mappe: its findings stand in the reasons with their references.
beschluesse-tabelle = Papers, the newest first
beschluesse-oeffentlich = What was decided in public
vorlage-daraus = Draft a Vorlage from this
vorlage = Paper
vorlage-wort = Council paper
vorlage-nummer = Paper { $nummer }
vorlage-fassung = Version
vorlage-fassung-zahl = Version { $zahl }
vorlage-fassungen = Versions
vorlage-wortlaut = Wording of version { $zahl }
vorlage-betreff = Subject
vorlage-aktenzeichen = File number
vorlage-federfuehrung = Lead
vorlage-beschlussvorschlag = Proposal
vorlage-begruendung = Reasons
    .hinweis = In your words. The findings from the Mappe stand below, each with its reference.
vorlage-befunde = Findings of the reasons
vorlage-befunde-leer = No finding is named yet.
vorlage-finanzen = Financial effects
vorlage-kosten = Cost
    .hinweis = An amount in euros, such as 12,500.00.
vorlage-ohne-begruendung = No reasons given yet.
vorlage-keine-auswirkungen = Not stated yet.
vorlage-keine-kosten = The cost is not stated yet.
vorlage-ohne-aktenzeichen = without a file number
vorlage-ohne-schritte = Not settled yet.
vorlage-ohne-mitzeichnung = Nobody has been asked to countersign.
vorlage-ratsinfo = Address in the council system
    .hinweis = Once it is there, such as https://ratsinfo.example/vorlage/12.
vorlage-mitzeichnung = Countersigning
vorlage-beratungsfolge = Through which bodies
vorlage-gremium = Body
vorlage-stand = State
vorlage-stand-entwurf = draft
vorlage-stand-unterwegs = under way
vorlage-kein-schritt = no body yet
vorlage-anlegen = Add a paper
vorlage-neu-titel = New paper
vorlage-neu-leit = From the Mappe to the paper: subject, lead and proposal are enough.
vorlage-aus-mappe = Findings from your Mappen
    .hinweis = What you choose stands in the reasons, as it was frozen.
vorlage-speichern = Save
vorlage-aendern = Change
vorlage-aendern-titel = Change { $betreff }
vorlage-aendern-leit = Each saving is a new version. Countersigning is asked for anew.
vorlage-word = As a Word document
vorlage-leit-entwurf = It is a draft; no body is named yet.
vorlage-leit-unterwegs = Next, { $gremium } discusses it on { $tag }.
vorlage-leit-beschlossen = { $gremium }, { $tag }: { $ergebnis }
vorlage-betreff-fehlt = Give the paper a subject.
vorlage-federfuehrung-fehlt = Choose the post that leads.
vorlage-eigene-stelle = Your post must lead. The coordination adds other papers.
vorlage-vorschlag-fehlt = Write what is to be decided.
vorlage-ratsinfo-unklar = An address begins with https://.
vorlage-inzwischen = Meanwhile { $wer } has changed this paper.
vorlage-nicht-ihre = The leading post and the coordination change this paper.
vorlage-schon-beschlossen = This paper is decided and stays as it was decided. What should change goes into a new paper.
meldung-vorlage-angelegt = The paper has been added. Now ask for countersigning and say through which bodies it goes.

mitzeichnung-leer = Nobody has been asked to countersign yet.
mitzeichnung-bitten = Whom do you ask to countersign?
mitzeichnung-bitten-senden = Ask to countersign
mitzeichnung-ohne-zugang = The holder of this post cannot countersign here.
mitzeichnung-stellen-fehlen = Choose at least one post.
mitzeichnung-frage = Does your post countersign this version?
mitzeichnung-agreed = without reservation
mitzeichnung-reserved = with a reservation
mitzeichnung-refused = refused
mitzeichnung-vorbehalt = Reservation or reason
    .hinweis = Needed if you do not countersign without reservation.
mitzeichnung-vorbehalt-fehlt = Write the reservation or the reason.
mitzeichnung-urteil-fehlt = Choose how your post countersigns.
mitzeichnung-andere-fassung = There is a new version meanwhile. Read it and then countersign; what you entered is still there.
mitzeichnung-nicht-gebeten = Your post has not been asked to countersign this paper.
mitzeichnung-offen = { $stelle }: still open
mitzeichnung-vorher = Version { $fassung }: { $urteil }
mitzeichnen = Countersign
meldung-mitzeichnung-gebeten = The posts have been asked to countersign.
meldung-mitgezeichnet = Your post has countersigned this version.
meldung-schon-mitgezeichnet = Your post has countersigned this version already.
heute-mitzeichnung = Countersign: { $betreff }
haengt-vorlagen = { $zahl ->
        [one] one open Vorlage
       *[other] { $zahl } open Vorlagen
    }

beratungsfolge-leer = No body is named yet.
schritt-art = What does the body do?
schritt-hearing = hearing
schritt-advisory = advises
schritt-deciding = decides
schritt-notice = takes note
schritt-order = order of the head of the administration
schritt-tag = Day
schritt-oeffentlichkeit = How is it heard?
schritt-oeffentlich = public
schritt-nicht-oeffentlich = not public
schritt-zeile = { $tag }: { $gremium }, { $art }, { $oeffentlich }
schritt-aufnehmen = Add the step
schritt-gremium-fehlt = Choose the body.
schritt-art-fehlt = Choose what the body does.
schritt-tag-fehlt = Say on which day.
meldung-schritt = The step has been added.
ergebnis = Result
ergebnis-as-proposed = as proposed
ergebnis-deviating = deviating
ergebnis-rejected = rejected
ergebnis-postponed = postponed
ergebnis-noted = taken note of
ergebnis-wortlaut = Wording, if it deviates
ergebnis-festhalten = Write the result down
ergebnis-fehlt = Choose the result.
ergebnis-wortlaut-fehlt = Write what was decided.
ergebnis-gegen-stimmen = With these votes the proposal is not adopted.
ergebnis-trotz-stimmen = With these votes the proposal is not rejected.
ergebnis-zu-frueh = The day of this step is still to come. Write the result down from that day on, or move the step.
ergebnis-anderer-wortlaut = The decision has other words than the proposal. Choose “otherwise” or empty the decision.
beschluss-abgelehnt = Rejected: { $vorschlag }
meldung-ergebnis = The result is written down.
ergebnis-andere-fassung = There is a new version meanwhile. Check whether the result belongs to it; what you entered is still there.
meldung-ergebnis-schon-da = A result is written down for this step already.

beschlossen-titel = The adopted version
beschlossen-leer = Bring the PDF back as it was adopted: Ankunft recognises the references in it, and the citations write themselves.
beschlossen-erkannt = { $zahl ->
        [0] There is no reference of this city in the adopted version that counts as a reason.
        [one] One finding was recognised as a reason of the decision.
       *[other] { $zahl } findings were recognised as reasons of the decision.
    }
beschlossen-gruende = What the decision rests on
beschlossen-datei = PDF
    .hinweis = At most 50 MB. A scan needs a text layer.
beschlossen-bringen = Bring the adopted PDF
beschlossen-noch-nicht = No result of a deciding body is written down yet. Write it down first.
beschlossen-kein-pdf = This is no PDF. The content is read, not the name of the file.
beschlossen-unlesbar = The PDF cannot be read. Open it, print it as a new PDF and bring that; a password can be the cause too.
beschlossen-ohne-text = The PDF has no text, only pictures. Let the scanner add a text layer (text recognition) and bring it again.
beschlossen-zu-lang = Reading the PDF takes too long. Print it as a new PDF and bring that.
beschlossen-zu-viel-unlesbares = The PDF has thousands of places that look like references and are none of this city. That is no decision; check whether it is the right file.
meldung-fundstellen = The references were recognised; what they name now hangs on the decision.
meldung-ohne-fundstellen = The PDF is kept. There is no reference of this city in it.
beschlossen-unlesbares = { $zahl ->
        [one] In one place stands something that looks like a reference and could not be read as one of this city.
       *[other] In { $zahl } places stands something that looks like a reference and could not be read as one of this city.
    }
beschlossen-unlesbares-weitere = { $zahl ->
        [one] And one more. It stands here once one of these is done.
       *[other] And { $zahl } more. They stand here once these are done.
    }
beschlossen-unlesbares-rat = Look into the paper and enter what stands there. Lay aside what is no reference.
beschlossen-stelle = Page { $seite }: { $zeichen }
beschlossen-stelle-fundstelle = Reference on page { $seite }
beschlossen-stelle-zitieren = Take as a reason
beschlossen-stelle-keine = Is no reference
beschlossen-stelle-selbst = This reference names the decision itself; it is no reason for itself. Enter another one or lay the place aside.
meldung-stelle-erledigt = Somebody has written something down about it meanwhile.
meldung-stelle-papier-fort = The paper was taken back meanwhile, or a newer one came in its place. Nothing was noted of that place.
meldung-fundstellen-unklar = The PDF is kept. Not everything in it could be read: what is missing stands below.
meldung-stelle-zitiert = The reference now hangs on the decision.
meldung-stelle-keine = Laid aside.

oeffentlich-titel = Public decisions
oeffentlich-leit = What was decided in public meetings, the newest first.
oeffentlich-leer = There is no public decision here yet.

muster-titel = Word template of the city
muster-leit = Papers are made in the Word document that your city uses anyway. Where a placeholder stands, the text will stand.
muster-mitgeliefert = The template that ships holds.
muster-eigenes = “{ $name }” holds, brought { $wann }.
muster-herunterladen = Download the template that ships
muster-datei = Template as a Word document
    .hinweis = .docx, at most 20 MB, without macros and embedded files.
muster-bringen = Check the template and take it
muster-platzhalter = What may stand in a template
muster-platzhalter-name = Placeholder
muster-platzhalter-was = What stands there
muster-zu-gross = The document is too large. Take pictures out and bring it again.
muster-kein-docx = This is no Word document. Save the template as .docx.
muster-makros = The document holds macros or embedded files ({ $was }). Save it without them as .docx.
muster-von-aussen = A part of the document takes in something from elsewhere when it is opened ({ $teil }), such as a linked picture. Put it into the document itself and break the link.
muster-zu-tief = In a part of the document too many text boxes stand within each other ({ $teil }). Take out some of them.
muster-kaputt = A part of the document cannot be read ({ $teil }). Open it in Word or LibreOffice and save it again.
muster-unbekannt = “{ $name }” is no placeholder. Write it as in the list or take it out.
muster-fehlt = The placeholder “{ $name }” is missing. Put it where the text is to stand.
meldung-muster = The template holds from now on.
platzhalter-betreff = subject
platzhalter-beschlussvorschlag = proposal; several paragraphs if the placeholder stands alone
platzhalter-begruendung = reasons in your words, below each finding with its reference
platzhalter-befunde = the findings with their references only
platzhalter-finanzielle-auswirkungen = financial effects
platzhalter-kosten = cost as an amount
platzhalter-nummer = number of the paper
platzhalter-version = number of the version
platzhalter-aktenzeichen = file number
platzhalter-federfuehrung = leading post
platzhalter-beratungsfolge = one paragraph for each step
platzhalter-mitzeichnung = one paragraph for each post that was asked
platzhalter-datum = day of the version
platzhalter-stadt = name of the city

aktion-paper-draft = Paper added
aktion-paper-change = Paper changed
aktion-paper-ask = Countersigning asked for
aktion-paper-sign = Paper countersigned
aktion-paper-step = Step added
aktion-paper-resolve = Result of a step written down
aktion-paper-return = Adopted version brought
aktion-paper-settle = Unreadable place of the adopted version settled
ding-paper = Paper
ding-resolution = Decision about a paper
ding-paper-template = Word template
recht-papers-see = see papers and decisions
recht-papers-write = write papers
recht-papers-sign = countersign papers
recht-papers-steer = keep all papers and the Word template
recht-resolutions-read = read public decisions
beschlossen-fehlendes = { $zahl ->
    [one] One reference of the Vorlage was not found in the adopted paper.
   *[other] { $zahl } references of the Vorlage were not found in the adopted paper.
}
beschlossen-fehlendes-rat = A scan can swallow a whole reference. If it stands in the paper, take it as a reason; if it does not, lay it aside.
beschlossen-fehlt-wirklich = Does not stand in the paper
