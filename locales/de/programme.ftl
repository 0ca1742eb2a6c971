## Das Programm: Was tun die Kommunen?

nav-programm = Programm
nav-programm-wozu = Was die anderen Kommunen tun, wann sich alle treffen, und was wo geholfen hat.
nav-termine = Termine
nav-fragen = Fragen
nav-bibliothek = Bibliothek
programm-titel = Was tun die Kommunen des Programms?
programm-leit = „{ $programm }“: { $zahl } Kommunen nebeneinander. { $loi ->
        [0] Ein Letter of Intent ist noch nirgends unterzeichnet.
        [one] In einer ist der Letter of Intent unterzeichnet.
       *[other] In { $loi } ist der Letter of Intent unterzeichnet.
    }
programm-keins = Diese Installation hat kein Programm. Wer sie betreibt, kann es an der Konsole gründen.
programm-kommunen = Die Kommunen
programm-mehr = Kommunen, Termine und Fragen
profil-schreiben = Eigenes Profil schreiben
profil-titel = Wie arbeiten wir?
profil-leit = Alle im Programm lesen diese Angaben. Jede Änderung ist eine neue Fassung.
profil-nichts = keine Angabe
profil-organisation = Art der Organisation
profil-federfuehrung = Federführung
profil-kontakt = Ansprechpersonen
profil-kontakt-hinweis = Dienstliche Angaben: Stelle, Telefon, Adresse.
profil-quartiere = Ankunftsquartiere
profil-loi = Letter of Intent
profil-woran = Woran wir arbeiten
profil-woran-hinweis = Zwei, drei Sätze, aus denen die anderen etwas lernen.
profil-organisation-fehlt = Wählen Sie, was am ehesten passt.
profil-federfuehrung-fehlt = Nennen Sie die federführende Stelle.
profil-loi-fehlt = Wählen Sie den Stand.
organisation-impulsgeber = Impulsgeber ohne Steuerungsanspruch
organisation-chefsache = Chefsache: Steuerung durch die Spitze
organisation-ausgelagert = an einen Träger ausgelagert
organisation-ehrenamt = vom Ehrenamt getragen
organisation-einzelne = eine Fachkraft allein
organisation-querschnitt = Querschnittsaufgabe aller Ressorts
organisation-anlaufstelle = eine Anlaufstelle für alles
loi-open = offen
loi-drafted = entworfen
loi-signed = unterzeichnet
termine-titel = Wann treffen sich die Kommunen?
termine-leit = Termine legt das Programm fest.
termine-leer = Kein Termin steht an.
termine-vorbei = Vorbei
termin-neu = Termin festlegen
termin-leit = Alle Kommunen sehen den Termin.
termin-titel = Titel
termin-ab = Tag
termin-bis = Letzter Tag
termin-ort = Ort
termin-worum = Worum es geht
termin-absage = Absage
termin-abgesagt = abgesagt
termin-abgesagt-ja = Der Termin fällt aus
termin-titel-fehlt = Geben Sie dem Termin einen Titel.
termin-tag-fehlt = Nennen Sie den Tag.
termin-bis-vor-ab = Der letzte Tag liegt vor dem ersten.
fragen-titel = Was fragen wir einander?
fragen-leit = Jede Kommune kann fragen und antworten.
fragen-leer = Noch hat niemand etwas gefragt.
fragen-antworten = { $zahl ->
        [0] noch keine Antwort
        [one] eine Antwort
       *[other] { $zahl } Antworten
    }
frage-neu = Die anderen fragen
frage-titel = Frage
frage-worte = Worum es geht
frage-stellen = Fragen
frage-titel-fehlt = Schreiben Sie die Frage in einem Satz.
antworten = Antworten
antworten-leer = Noch hat niemand geantwortet.
antwort = Antwort
antwort-geben = Antworten
antwort-fehlt = Schreiben Sie eine Antwort.
meldung-frage = Die Frage ist gestellt.
meldung-antwort = Die Antwort ist gegeben.

## Bibliothek: Was hat wo geholfen?

bibliothek-titel = Was hat wo geholfen, und was nicht?
bibliothek-leit = { $zahl ->
        [0] Noch ist keine Wirkungskarte geschrieben.
        [one] Eine Wirkungskarte erzählt, was eine Kommune versucht hat.
       *[other] { $zahl } Wirkungskarten erzählen, was Kommunen versucht haben.
    }
bibliothek-leer = Hier stehen Wirkungskarten: was der Anlass war, was getan wurde, was es kostet, was sich änderte, und was nicht gelang.
bibliothek-suche = Wörter
bibliothek-suchen = Suchen
bibliothek-aehnlich = Unser Quartier ist geprägt von
bibliothek-gefunden = { $zahl ->
        [0] Nichts gefunden
        [one] Eine Karte
       *[other] { $zahl } Karten
    }
bibliothek-alle = Alle Karten zeigen
bibliothek-nichts = Keine Karte passt dazu.
wirkungskarte-neu = Wirkungskarte schreiben
wirkungskarte-neu-leit = Eine Karte erzählt von einer Maßnahme der Stadt. Was dort steht, füllt die Karte vor; zehn Minuten genügen.
wirkungskarte-form-leit = Zur Maßnahme „{ $massnahme }“. Schreiben Sie so, dass eine andere Stadt etwas damit anfangen kann.
wirkungskarte-aendern = Karte ändern
sperrung-effect-card = Wirkungskarte { $titel }
wirkungskarte-gestuetzt = Worauf sich das stützt
wirkungskarte-weiter = Weiter
wirkungskarte-entwurf = Entwurf
wirkungskarte-leit = Aus { $stadt }.
wirkungskarte-leit-ort = Aus { $stadt }, { $ort }.
wirkungskarte-massnahme = Maßnahme
wirkungskarte-massnahme-hinweis = Die Adresse der Maßnahme oder ihre Nummer.
wirkungskarte-massnahme-unbekannt = Diese Maßnahme gibt es hier nicht. Kopieren Sie die Adresse ihrer Seite.
wirkungskarte-titel = Titel
wirkungskarte-anlass = Anlass
    .hinweis = Was war das Problem, und woran hat man es gemerkt?
wirkungskarte-getan = Was getan wurde
wirkungskarte-ort = Quartier
wirkungskarte-merkmale = Was das Quartier prägt
wirkungskarte-kosten = Was es kostet
    .hinweis = Geld und Stunden, einmalig und laufend.
wirkungskarte-beleg = Wie sicher ist das?
wirkungskarte-beleg-hinweis = Ehrlich ist besser als stark: auch was nur erzählt wird, hilft anderen.
wirkungskarte-beleg-keiner = ohne Angabe, wie sicher das ist
wirkungskarte-wirkung = Was sich änderte
    .hinweis = Und woran man es merkt.
wirkungskarte-gescheitert = Was nicht gelang
    .hinweis = Was würden Sie nicht noch einmal so machen?
wirkungskarte-rat = Rat an andere
wirkungskarte-nichts = keine Angabe
wirkungskarte-veroeffentlichen = Veröffentlichen
wirkungskarte-veroeffentlichen-ja = Alle im Programm dürfen diese Fassung lesen
wirkungskarte-veroeffentlichen-hinweis = Die neueste Fassung entscheidet: Ohne Haken ist sie ein Entwurf dieser Stadt, und war die Karte schon veröffentlicht, lesen die anderen sie nicht mehr.
wirkungskarte-gemeinsam = Gemeinsam: { $merkmale }
wirkungskarte-lesen = Die Stufen sagen, worauf sich die Karte stützt: von „erzählt von denen, die es getan haben“ bis „unabhängig untersucht“. Eine hohe Stufe sagt nicht, dass es anderswo ebenso wirkt. Zahlen eines Quartiers stehen hier keine.
wirkungskarte-titel-fehlt = Geben Sie der Karte einen Titel.
wirkungskarte-anlass-fehlt = Schreiben Sie, was der Anlass war.
wirkungskarte-getan-fehlt = Schreiben Sie, was getan wurde.
wirkungskarte-wirkung-fehlt = Schreiben Sie, was sich änderte, auch wenn es nichts war.
wirkungskarte-gescheitert-fehlt = Schreiben Sie, was nicht gelang. War es nichts, schreiben Sie das.
wirkungskarte-beleg-fehlt = Wählen Sie, wie sicher das ist.
wirkungskarte-merkmal-fehlt = Wählen Sie, was das Quartier prägt.
beleg-erzaehlt = Erzählt von denen, die es getan haben
beleg-beobachtet = Beobachtet von anderen, die dabei waren
beleg-gezaehlt = Vorher und nachher gezählt
beleg-verglichen = Verglichen mit einem ähnlichen Quartier
beleg-untersucht = Unabhängig untersucht
merkmal-zuzug-ausland = viel Zuzug aus dem Ausland
merkmal-fluktuation = viele Umzüge
merkmal-auslaender = viele Menschen ohne deutschen Pass
merkmal-jung = viele Kinder und junge Menschen
merkmal-wohnen-eng = enge Wohnungen
merkmal-wohnen-alt = alter Wohnungsbestand
merkmal-grosssiedlung = Großsiedlung
merkmal-innenstadt = Lage in der Innenstadt
merkmal-rand = Lage am Stadtrand
merkmal-neu = Ankunftsort seit wenigen Jahren
merkmal-gewachsen = Ankunftsort seit Langem
merkmal-wenig-orte = wenige Orte, die helfen
meldung-karte = Die Karte ist als Entwurf gespeichert.
meldung-karte-veroeffentlicht = Die Karte ist veröffentlicht.

aktion-profile-tell = Profil für das Programm geschrieben
aktion-programme-appoint = Termin des Programms festgelegt
aktion-programme-ask = Das Programm gefragt
aktion-programme-answer = Im Programm geantwortet
aktion-card-write = Wirkungskarte geschrieben
aktion-card-publish = Wirkungskarte veröffentlicht
ding-programme-profile = Profil
ding-programme-meeting = Termin
ding-programme-question = Frage
ding-effect-card = Wirkungskarte
recht-programme-tell = dem Programm berichten
recht-library-write = Wirkungskarten schreiben
