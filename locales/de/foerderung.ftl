## Maßnahmenblatt, Kosten- und Finanzierungspläne, Förderung

massnahme-dazu = Was noch dazugehört
massnahme-verlauf-alle = { $anzahl ->
        [one] Verlauf: ein Eintrag
       *[other] Verlauf: { $anzahl } Einträge
    }
massnahme-papiere = Zum Drucken und Weitergeben
blatt-pdf = Maßnahmenblatt (PDF)
blatt-docx = Maßnahmenblatt (DOCX)
blatt-titel = Maßnahmenblatt
blatt-angaben = Angaben
blatt-kein-befund = Noch ist kein Befund genannt.
blatt-keine-treppe = Noch ist nicht gesagt, was die Maßnahme bewirken soll.
blatt-erreicht = Erreicht
blatt-kein-wert = noch nichts abgenommen
blatt-abgenommen = Abgenommene Werte
blatt-sachstand = Sachstand
blatt-spaet = Der Termin { $tag } ist verstrichen.
blatt-hindernisse = Was hindert
blatt-offen = noch ohne Antwort
blatt-nichts-berichtet = Noch ist nichts berichtet.
blatt-faden = Roter Faden
blatt-fassung = { $fassung }. Fassung vom { $zeit }

finanzplan-pdf = Kosten- und Finanzierungsplan (PDF)
finanzplan-docx = Kosten- und Finanzierungsplan (DOCX)
finanzplan-xlsx = Kosten- und Finanzierungsplan (XLSX)
papier-fuer-geber = für Fördergeber bestimmt, nicht veröffentlicht
finanzplan-titel = Kosten- und Finanzierungsplan
finanzplan-leit = Die Maßnahme kostet { $kosten }. Dritte tragen { $dritte }, die Stadt trägt { $eigen }. Laufzeit: { $zeit }. Federführung: { $stelle }.
finanzplan-finanzierung = Finanzierung
finanzplan-gesamtfinanzierung = Gesamtfinanzierung
finanzplan-nur-plan = Alle Beträge sind geplant. Gebucht ist noch nichts.
finanzplan-runden = Anteile werden auf den Cent verteilt; was beim Runden übrig bleibt, geht an die größten Reste. Die Teile ergeben zusammen das Ganze.

nav-foerderung = Förderung
nav-foerderung-wozu = Wer bezahlt, was vereinbart ist: nach Förderquelle, Maßnahme und Jahr.
foerderung-titel = Wer bezahlt, was wir vereinbart haben?
foerderung-pdf = Förderbericht (PDF)
foerderung-docx = Förderbericht (DOCX)
foerderung-papier-titel = Kosten und Finanzierung der Maßnahmen
foerderung-papier = Förderbericht
foerderung-leer = Zu dieser Auswahl ist noch nicht gesagt, was eine Maßnahme kostet und wer zahlt. Das steht auf ihrer Seite unter „Geld“.
foerderung-leit-leer = Dazu ist noch kein Plan bekannt.
foerderung-leit = { $anzahl ->
        [one] Eine Maßnahme kostet { $kosten }; Dritte tragen davon { $dritte }, die Stadt { $eigen }.
       *[other] { $anzahl } Maßnahmen kosten zusammen { $kosten }; Dritte tragen davon { $dritte }, die Stadt { $eigen }.
    }
foerderung-leit-geber = { $anzahl ->
        [one] { $geber } trägt { $von } an einer Maßnahme, die { $kosten } kostet.
       *[other] { $geber } trägt { $von } an { $anzahl } Maßnahmen, die zusammen { $kosten } kosten.
    }
foerderung-leit-jahr = Im Jahr { $jahr } { $laufen ->
        [0] läuft keine Maßnahme
        [one] läuft eine Maßnahme
       *[other] laufen { $laufen } Maßnahmen
    }{ $geplant ->
        [0] .
        [one] , eine ist erst geplant.
       *[other] , { $geplant } sind erst geplant.
    }
foerderung-leit-laufzeit = Das sind die Pläne der ganzen Laufzeit.
foerderung-leit-plan = Für { $jahr } geplant sind { $geplant }, davon sind { $rest } noch nicht ausgegeben.
foerderung-leit-plan-ueber = Für { $jahr } geplant sind { $geplant }, ausgegeben sind dafür { $rest } mehr.
foerderung-ungeteilt = { $anzahl ->
        [one] Bei einer Maßnahme ist nicht gesagt, in welchem Jahr wie viel gebraucht wird.
       *[other] Bei { $anzahl } Maßnahmen ist nicht gesagt, in welchem Jahr wie viel gebraucht wird.
    }
foerderung-laufzeit-spalte = { $was }, ganze Laufzeit
foerderung-plan-jahr = { $jahr } geplant
foerderung-rest-jahr = { $jahr } noch frei
foerderung-ohne = { $anzahl ->
        [one] Bei einer weiteren Maßnahme ist noch kein Plan bekannt.
       *[other] Bei { $anzahl } weiteren Maßnahmen ist noch kein Plan bekannt.
    }
foerderung-jahr = Jahr
foerderung-jedes-jahr = alle Jahre
foerderung-jeder-geber = alle
foerderung-quellen = Nach Förderquelle
foerderung-fonds = Verfügungsfonds
foerderung-laufzeit = Laufzeit
foerderung-von-bis = { $ab } bis { $bis }
foerderung-bis = bis { $bis }
foerderung-kosten = Kosten
foerderung-dritte = Förderung durch Dritte
foerderung-quote = Förderquote
foerderung-anteil = vom Ganzen
foerderung-haushalt = geplant
foerderung-ausgegeben = ausgegeben
foerderung-lesen = Geplante Beträge gelten für die ganze Laufzeit; auf Jahre verteilt ist, was Maßnahmen dazu sagen. Der Plan abgebrochener Maßnahmen zählt nicht mit, was für sie ausgegeben wurde schon. Ausgegeben ist, was bei den Maßnahmen und in den Büchern der Verfügungsfonds gebucht ist; verbindlich ist die Haushaltsführung.
arbeitsmappe-nummer = Nummer
finanzplan-abfluss = Mittelabfluss bis { $tag }
finanzplan-gebucht = Ausgegeben ist, was bei der Maßnahme gebucht ist. Was berichtigt wurde, zählt nicht mehr. Verbindlich ist die Haushaltsführung.
foerderung-geplant = geplant
foerderung-jahre = Nach Jahr
foerderung-aus-jahr = { $jahr } ausgegeben
foerderung-leit-aus = Ausgegeben sind davon bisher { $ausgegeben }.
foerderung-leit-aus-jahr = Ausgegeben sind in diesem Jahr { $ausgegeben }.
foerderung-ueber-plan = Mehr ausgegeben als geplant ist bei { $titel }.
