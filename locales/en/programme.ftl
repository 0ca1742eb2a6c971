## The programme: what do the cities do?

nav-programm = Programme
nav-programm-wozu = What the other cities do, when all of them meet, and what helped where.
nav-termine = Meetings
nav-fragen = Questions
nav-bibliothek = Library
programm-titel = What do the cities of the programme do?
programm-leit = “{ $programm }”: { $zahl } cities side by side. { $loi ->
        [0] A Letter of Intent is signed nowhere yet.
        [one] In one the Letter of Intent is signed.
       *[other] In { $loi } the Letter of Intent is signed.
    }
programm-keins = This installation has no programme. Whoever runs it can found one at the console.
programm-kommunen = The cities
programm-mehr = Cities, meetings and questions
profil-schreiben = Write our own profile
profil-titel = How do we work?
profil-leit = Everybody in the programme reads this. Each change is a new version.
profil-nichts = nothing said
profil-organisation = Type of organisation
profil-federfuehrung = In charge
profil-kontakt = Contacts
profil-kontakt-hinweis = Official ones: Stelle, telephone, address.
profil-quartiere = Arrival quarters
profil-loi = Letter of Intent
profil-woran = What we are working on
profil-woran-hinweis = Two or three sentences from which the others learn something.
profil-organisation-fehlt = Choose what fits best.
profil-federfuehrung-fehlt = Name the unit in charge.
profil-loi-fehlt = Choose how far it is.
organisation-impulsgeber = agents without a claim to steer
organisation-chefsache = steered by the mayor
organisation-ausgelagert = outsourced to an agency
organisation-ehrenamt = carried by volunteers
organisation-einzelne = one professional alone
organisation-querschnitt = a task of all departments
organisation-anlaufstelle = one place for everything
loi-open = open
loi-drafted = drafted
loi-signed = signed
termine-titel = When do the cities meet?
termine-leit = The programme sets the meetings.
termine-leer = No meeting is ahead.
termine-vorbei = Over
termin-neu = Set a meeting
termin-leit = All cities see the meeting.
termin-titel = Title
termin-ab = Day
termin-bis = Last day
termin-ort = Place
termin-worum = What it is about
termin-absage = Cancellation
termin-abgesagt = cancelled
termin-abgesagt-ja = The meeting does not take place
termin-titel-fehlt = Give the meeting a title.
termin-tag-fehlt = Name the day.
termin-bis-vor-ab = The last day is before the first.
fragen-titel = What do we ask one another?
fragen-leit = Each city can ask and answer.
fragen-leer = Nobody has asked anything yet.
fragen-antworten = { $zahl ->
        [0] no answer yet
        [one] one answer
       *[other] { $zahl } answers
    }
frage-neu = Ask the others
frage-titel = Question
frage-worte = What it is about
frage-stellen = Ask
frage-titel-fehlt = Write the question in one sentence.
antworten = Answers
antworten-leer = Nobody has answered yet.
antwort = Answer
antwort-geben = Answer
antwort-fehlt = Write an answer.
meldung-frage = The question is asked.
meldung-antwort = The answer is given.

## Library: what helped where?

bibliothek-titel = What helped where, and what did not?
bibliothek-leit = { $zahl ->
        [0] No effect card is written yet.
        [one] One effect card tells what a city has tried.
       *[other] { $zahl } effect cards tell what cities have tried.
    }
bibliothek-leer = Here stand effect cards: what the matter was, what was done, what it costs, what changed, and what failed.
bibliothek-suche = Words
bibliothek-suchen = Search
bibliothek-aehnlich = Our quarter is marked by
bibliothek-gefunden = { $zahl ->
        [0] Nothing found
        [one] One card
       *[other] { $zahl } cards
    }
bibliothek-alle = Show all cards
bibliothek-nichts = No card fits.
wirkungskarte-neu = Write an effect card
wirkungskarte-neu-leit = A card tells of a measure of the city. What stands there fills in the card; ten minutes are enough.
wirkungskarte-form-leit = On the measure “{ $massnahme }”. Write so that another city can use it.
wirkungskarte-aendern = Change the card
sperrung-effect-card = Effect card { $titel }
wirkungskarte-gestuetzt = What this rests on
wirkungskarte-weiter = Next
wirkungskarte-entwurf = Draft
wirkungskarte-leit = From { $stadt }.
wirkungskarte-leit-ort = From { $stadt }, { $ort }.
wirkungskarte-massnahme = Measure
wirkungskarte-massnahme-hinweis = The address of the measure, or its number.
wirkungskarte-massnahme-unbekannt = There is no such measure here. Copy the address of its page.
wirkungskarte-titel = Title
wirkungskarte-anlass = Occasion
    .hinweis = What was the problem, and by what did one notice it?
wirkungskarte-getan = What was done
wirkungskarte-ort = Quarter
wirkungskarte-merkmale = What marks the quarter
wirkungskarte-kosten = What it costs
    .hinweis = Money and hours, once and running.
wirkungskarte-beleg = How sure is that?
wirkungskarte-beleg-hinweis = Honest is better than strong: what is only told helps others too.
wirkungskarte-beleg-keiner = nothing said of how sure that is
wirkungskarte-wirkung = What changed
    .hinweis = And by what one notices it.
wirkungskarte-gescheitert = What failed
    .hinweis = What would you not do so again?
wirkungskarte-rat = Advice to others
wirkungskarte-nichts = nothing said
wirkungskarte-veroeffentlichen = Publish
wirkungskarte-veroeffentlichen-ja = Everybody in the programme may read this version
wirkungskarte-veroeffentlichen-hinweis = The newest version decides: without the tick it is a draft of this city, and if the card was published before, the others read it no more.
wirkungskarte-gemeinsam = In common: { $merkmale }
wirkungskarte-lesen = The levels say what the card rests on: from “told by those who did it” to “examined independently”. A high level does not say that it works elsewhere too. There are no figures of a quarter here.
wirkungskarte-titel-fehlt = Give the card a title.
wirkungskarte-anlass-fehlt = Write what the matter was.
wirkungskarte-getan-fehlt = Write what was done.
wirkungskarte-wirkung-fehlt = Write what changed, even if it was nothing.
wirkungskarte-gescheitert-fehlt = Write what failed. If nothing did, write that.
wirkungskarte-beleg-fehlt = Choose how sure that is.
wirkungskarte-merkmal-fehlt = Choose what marks the quarter.
beleg-erzaehlt = Told by those who did it
beleg-beobachtet = Observed by others who were there
beleg-gezaehlt = Counted before and after
beleg-verglichen = Compared with a like quarter
beleg-untersucht = Examined independently
merkmal-zuzug-ausland = many arrivals from abroad
merkmal-fluktuation = many moves
merkmal-auslaender = many people without a German passport
merkmal-jung = many children and young people
merkmal-wohnen-eng = cramped dwellings
merkmal-wohnen-alt = old dwellings
merkmal-grosssiedlung = large housing estate
merkmal-innenstadt = in the inner city
merkmal-rand = at the edge of the city
merkmal-neu = place of arrival for a few years
merkmal-gewachsen = place of arrival for long
merkmal-wenig-orte = few places that help
meldung-karte = The card is saved as a draft.
meldung-karte-veroeffentlicht = The card is published.

aktion-profile-tell = Profile written for the programme
aktion-programme-appoint = Meeting of the programme set
aktion-programme-ask = Asked the programme
aktion-programme-answer = Answered in the programme
aktion-card-write = Effect card written
aktion-card-publish = Effect card published
ding-programme-profile = Profile
ding-programme-meeting = Meeting
ding-programme-question = Question
ding-effect-card = Effect card
recht-programme-tell = tell the programme
recht-library-write = write effect cards
