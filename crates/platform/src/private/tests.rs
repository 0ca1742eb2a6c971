//! What is warned of, on sentences as people write them.

use super::*;

fn kinds(text: &str) -> Vec<Trace> {
    let mut kinds: Vec<Trace> = traces(text).into_iter().map(|it| it.0).collect();
    kinds.dedup();
    kinds
}

#[test]
fn it_finds_what_says_who_somebody_is() {
    for (text, expected) in [
        ("Herr Öztürk kam nicht", Trace::Name),
        ("mit (Frau) Frau Nguyen-Le gesprochen", Trace::Name),
        ("Familie Haddad zieht um", Trace::Name),
        ("*12.3.85", Trace::Birth),
        ("1985-03-12 geboren", Trace::Birth),
        ("Aktenzeichen: 33.2-7/21", Trace::Case),
        ("Kundennummer 123D456789", Trace::Case),
        ("Az: 5 K 12/24", Trace::Case),
        ("Fallnummer: 4711", Trace::Case),
        ("BG-Nr. 123456", Trace::Case),
        ("Kind geb. 12.03.2021", Trace::Birth),
        ("Kind, geb. 12.3.21", Trace::Birth),
        ("Vater geb. am 3. Mai 1990", Trace::Birth),
        ("born 3. May 1990", Trace::Birth),
        ("Tel. 0631/3650", Trace::Telephone),
        ("+49 (170) 1234567", Trace::Telephone),
        ("an: a.b@c.example.", Trace::Mail),
    ] {
        assert!(kinds(text).contains(&expected), "{text}: {:?}", traces(text));
    }
}

/// What is quoted of a name.
fn names(text: &str) -> Vec<String> {
    let ours = Ours::default().with_people(["Amira Haddad", "Fatima El Amrani"]);
    found(text, Place::Work, &ours).into_iter().map(|it| it.1).collect()
}

#[test]
fn it_quotes_a_name_as_far_as_it_goes() {
    for (text, quoted) in [
        ("Frau Aylin Yilmaz wartet seit März auf einen Kitaplatz", "Frau Aylin Yilmaz"),
        ("Mit Herrn Mehmet Öztürk wurde telefoniert", "Herrn Mehmet Öztürk"),
        ("Frau Yilmaz wartet", "Frau Yilmaz"),
        ("Die Wohnung von Frau Nguyen-Le ist feucht", "Frau Nguyen-Le"),
        ("Herr Nowak. Sie sprachen lange", "Herr Nowak"),
        ("Frau Müller, Nachbarin, half beim Umzug", "Frau Müller"),
        ("Gespräch mit Frau Aylin, Klasse 4", "Frau Aylin"),
        ("(Frau Olena Kovalenko)", "Frau Olena Kovalenko"),
        ("„Herr Ali Hassan“ steht am Klingelschild", "Herr Ali Hassan"),
        ("Familie Al-Masri zieht im Mai um", "Familie Al-Masri"),
        ("Fam. Petrenko fehlt eine Wohnung", "Fam Petrenko"),
        ("Herr und Frau Kaya kamen zu zweit", "Frau Kaya"),
        ("Frau Dr. Selin Aksoy hat die Praxis übernommen", "Frau Dr Selin Aksoy"),
        ("Frau Prof. Dr. Berger berät", "Frau Prof Dr Berger"),
        ("Frau Maria Elena Lopez sucht Arbeit", "Frau Maria Elena"),
        ("Frau Aylin Haddad wohnt hier seit Mai", "Frau Aylin Haddad"),
        ("Frau Amira Yilmaz wohnt hier seit Mai", "Frau Amira Yilmaz"),
        ("Mr John Smith came to the drop-in", "Mr John Smith"),
        ("Mrs. Okafor asked for a doctor", "Mrs Okafor"),
        ("a letter from Ms Aylin Yilmaz, who waits", "Ms Aylin Yilmaz"),
        ("Miss Daniela did not come", "Miss Daniela"),
        ("Frau M. Schmidt wartet", "Frau M Schmidt"),
        ("Fr. Yilmaz ruft an", "Fr Yilmaz"),
        ("Herr al-Hassan sucht", "Herr al-Hassan"),
        ("Frau von der Heide fragt", "Frau von der Heide"),
        ("Bitte Frau Kaya Herrn Nowak vorstellen", "Frau Kaya"),
    ] {
        assert!(names(text).iter().any(|it| it == quoted), "{text}: {:?}", names(text));
    }
    for text in [
        "Frau Haddad berichtet",
        "Frau Amira Haddad berichtet",
        "Bitte Frau Haddad Bescheid geben",
        "Frau Fatima El Amrani vertritt den Verein",
        "Frau El Amrani vertritt den Verein",
        "Jede Frau, Mutter oder nicht, ist eingeladen",
        "Ein Herr mit Hund und eine Frau ohne",
        "Familie und Beruf lassen sich hier schwer vereinbaren",
        "Frau Dr. und Herr Prof. sind Anreden",
        "We met a Mr nobody knew",
        "Mo. bis Fr. Beratung, am Fr. Sprechstunde",
        "Eine Frau von nebenan, ein Herr der Lage",
        "Die Familie von Kindern der Kita",
    ] {
        assert_eq!(names(text), [""; 0], "{text}");
    }
}

#[test]
fn it_tells_an_office_from_a_name_that_ends_alike() {
    for name in "Frau Hofmeister, Herr Baumeister, Frau Hoffmeister, Herr Burgmeister, Frau \
             Meister, Herr Konrat, Herr Murat, Frau Murat, Herr Schurat, Herr Richter, Frau \
             Kämmerer, Frau Vogt, Herr Hauptmann, Frau Schulz, Herr Rath, Herr Schulte, Frau \
             Baur, Herr Pfleger, Herr Amtmann, Frau Radtke, Herr Arzt, Herr Steuer, Frau \
             Chair, Frau Mayor, Herr Dekan, Frau Sprecher, Frau Leiter, Herr Hofrichter, Herr \
             Steinrichter, Herr Altrichter, Frau Senatore"
        .split(", ")
    {
        assert!(!names(name).is_empty(), "{name} is somebody's name");
    }
    for office in "Frau Bürgermeisterin, Herr Oberbürgermeister, Herr Ortsbürgermeister, Herr \
             Hausmeister, Frau Stadträtin, Herr Stadtrat, Frau Beirätin, Herr Ortsrat, Herr \
             Gemeinderat, Herr Landrat, Frau Dezernentin, Herr Amtsleiter, Frau Schulrätin, \
             Herr Schulrat, Frau Baurätin, Herr Baurat, Herr Oberregierungsrat, Herr \
             Ortsvorsteher, Frau Ortsvorsteherin, Herr Regierungsschuldirektor, Frau \
             Rektorin, Herr Konrektor, Frau Kämmerin, Herr Stadtkämmerer, Frau Amtsärztin, \
             Herr Staatssekretär, Frau Senatorin, Frau Quartiersmanagerin, Herr \
             Sozialarbeiter, Frau Klassenlehrerin, Frau Gleichstellungsbeauftragte, Frau \
             Abgeordnete, Mr Mayor, Mrs Chairwoman, Herr Polizeihauptkommissar, Frau \
             Pfarrerin, Frau Doktor, Mr Chair, Frau Dekanin, Herr Prodekan, Frau Sprecherin, Herr \
             Pressesprecher, Frau Amtsleiterin, Herr Amtsrichter, Herr Oberstaatsanwalt, Herr \
             Rechtsanwalt, Herr Schulpsychologe"
        .split(", ")
    {
        assert_eq!(names(office), [""; 0], "{office} is nobody's name");
    }
}

#[test]
fn a_name_behind_an_office_is_one() {
    for (text, quoted) in [
        ("Frau Schulrätin Meier hat zugesagt", "Frau Schulrätin Meier"),
        ("Herr Schulrat Jens Meier hat zugesagt", "Herr Schulrat Jens Meier"),
        ("mit Frau Baurätin Dr. Kern am Tisch", "Frau Baurätin Dr Kern"),
        ("Herrn Ortsvorsteher Klein fragen", "Herrn Ortsvorsteher Klein"),
        ("Frau Bürgermeisterin Anna Vogel", "Frau Bürgermeisterin Anna Vogel"),
        ("Mr Mayor Jones", "Mr Mayor Jones"),
    ] {
        assert_eq!(names(text), [quoted], "{text}");
    }
    for text in [
        "Frau Schulrätin hat zugesagt",
        "Herr Schulrat, Frau Baurätin und der Ortsvorsteher kamen",
        "Die Frau Bürgermeisterin. Danach sprach der Rat",
        "Frau Leiterin Jugendamt fragen",
        "Herr Dezernent Soziales ist dafür",
        "Frau Schulrätin Haddad hat zugesagt",
    ] {
        assert_eq!(names(text), [""; 0], "{text}");
    }
}

#[test]
fn it_lets_pass_what_says_nothing_of_anybody() {
    for text in [
        "",
        "Bis 15.10.2026 warten 120 Familien auf einen Platz",
        "Frau und Mann, Herr und Frau",
        "Im Quartal 3/2026 kamen 1.140 Besuche, 52 Abende, 12,5 %",
        "Vom 01.07.2026 bis 30.09.2026",
        "Die Frau ohne Deutsch findet den Kurs nicht",
        "Az der Stadt",
        "2026-09-30",
        "Raum 014, 2. OG",
    ] {
        assert_eq!(kinds(text), [], "{text}: {:?}", traces(text));
    }
}
